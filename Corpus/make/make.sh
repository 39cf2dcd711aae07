#!/bin/sh
# Makes every file of Corpus/documents from the sources beside this script; installs what is missing.
# Written for codechart. SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: Corpus/make/make.sh [DIR]      DIR is Corpus/documents when not given
set -eu

here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/../documents}
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One date for all producers: 2024-01-01 00:00:00 UTC.
export SOURCE_DATE_EPOCH=1704067200 FORCE_SOURCE_DATE=1 TZ=UTC LC_ALL=C.UTF-8

install_missing() {
    packages=
    need() { command -v "$1" >/dev/null || packages="$packages $2"; }
    need pdflatex "texlive-latex-base texlive-latex-recommended texlive-fonts-recommended"
    need soffice "libreoffice-writer-nogui fonts-liberation"
    need chromium "chromium fonts-dejavu-core"
    # groff-base, often there already, lacks the PDF device
    echo | groff -Tpdf >/dev/null 2>&1 || packages="$packages groff"
    need qpdf qpdf
    need pdftoppm poppler-utils
    python3 -c 'import ensurepip' 2>/dev/null || packages="$packages python3 python3-venv"
    if [ -n "$packages" ]; then
        command -v apt-get >/dev/null || { echo "make.sh: please install:$packages" >&2; exit 2; }
        sudo=
        [ "$(id -u)" = 0 ] || sudo=sudo
        $sudo apt-get update -q
        # shellcheck disable=SC2086 # a list of package names
        $sudo apt-get install -y -q --no-install-recommends $packages
    fi
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install -q typst==0.15.2 reportlab==5.1.0 pillow==13.0.0
}

from_latex() { # NAME: twice, for the running heads
    for _ in 1 2; do
        pdflatex -interaction=nonstopmode -halt-on-error -output-directory "$work" "$here/$1.tex" >"$work/$1.printed" ||
            { tail -n 30 "$work/$1.printed" >&2; exit 1; }
    done
    cp "$work/$1.pdf" "$out/"
}

from_typst() {
    "$work/venv/bin/python" -c 'import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])' \
        "$here/$1.typ" "$out/$1.pdf"
}

from_libreoffice() {
    soffice -env:UserInstallation="file://$work/office" --headless --convert-to pdf --outdir "$work" \
        "$here/$1.fodt" >/dev/null 2>&1
    pinned "$work/$1.pdf" "$out/$1.pdf"
}

from_chromium() {
    sandbox=
    [ "$(id -u)" != 0 ] || sandbox=--no-sandbox
    chromium --headless $sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$work/chromium" \
        --print-to-pdf="$work/$1.pdf" "file://$here/$1.html" >/dev/null 2>&1
    pinned "$work/$1.pdf" "$out/$1.pdf"
}

from_groff() { # NAME FILE
    groff -k -ms -Tpdf "$here/$1.ms" >"$2"
}

from_reportlab() {
    "$work/venv/bin/python" "$here/$1.py" "$out/$1.pdf"
}

# A page image without text, slightly askew, as a flatbed scanner leaves it.
scanned() {
    from_groff "$1" "$work/$1.pdf"
    pdftoppm -r 110 -gray -png "$work/$1.pdf" "$work/$1"
    "$work/venv/bin/python" "$here/scan.py" "$work/$1-1.png" "$out/$1.pdf"
}

# Fixed id and initialisation vector, for the same bytes each time: no way to keep a secret.
encrypted() {
    from_groff "$1" "$work/$1.pdf"
    qpdf --allow-weak-crypto --static-id --static-aes-iv \
        --encrypt written-for-codechart owner-of-codechart 128 --use-aes=y -- "$work/$1.pdf" "$out/$1.pdf"
}

pinned() { # FROM TO
    "$work/venv/bin/python" "$here/pin.py" "$1" "$2"
}

as_windows_1252() {
    iconv -f UTF-8 -t WINDOWS-1252 "$here/$1" >"$out/$1"
}

install_missing
from_latex fairholm-2019-one-team
from_latex pettigrew-lane-2015-discharge-abstract
from_typst halverstoke-2018-closer-to-home
from_libreoffice pendleton-2020-systematic-review
from_chromium brief-2021-who-holds-the-purse
from_groff quayle-2011-leading "$work/quayle-2011-leading.pdf"
pinned "$work/quayle-2011-leading.pdf" "$out/quayle-2011-leading.pdf"
from_reportlab penhollow-2022-ten-lessons
scanned norland-1994-minutes
encrypted lunsworth-2018-confidential
as_windows_1252 kelbridge-2001-bridging-the-gap.html
for page in wenmoor-evening-visits.html who-do-you-ring-2016.html brackenmere-2014-learning-report.html \
    tarrowdale-2012-progress-note.txt; do
    cp "$here/$page" "$out/"
done
"$work/venv/bin/python" "$here/check.py" "$here/.."
