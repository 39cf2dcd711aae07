#!/usr/bin/env bash
# Quality and CPU of reading against pdftotext, PyMuPDF, trafilatura, readability-lxml and resiliparse, in tables.
# Arguments: the folder of corpora and the folder of scorers (see reading_quality.py). Python packages go to a
# virtual environment of their own.
set -euo pipefail
cd "$(dirname "$0")/.."

[ $# -eq 2 ] || { echo "usage: quality.sh CORPORA EVAL" >&2; exit 2; }
command -v pdftotext >/dev/null || { echo "needs pdftotext: apt-get install poppler-utils" >&2; exit 2; }
environment=.build-benchmarks
if [ ! -x "$environment/bin/python" ]; then python3 -m venv "$environment"; fi
# The pip of Debian 12 stumbles over the extras of lxml.
"$environment/bin/pip" install --quiet --disable-pip-version-check --upgrade pip
"$environment/bin/pip" install --quiet --disable-pip-version-check \
    rapidfuzz pymupdf trafilatura lxml_html_clean readability-lxml resiliparse
"$environment/bin/python" Benchmarks/reading_quality.py "$1" "$2"
