#!/usr/bin/env bash
# Installs the Debian packages that codechart is built on, where they are missing.
# Arguments: further packages to see to (the tests name theirs).
set -euo pipefail

packages=(
    pkg-config libpoppler-glib-dev libxml2-dev libsqlite3-dev libxlsxwriter-dev libstemmer-dev
    libarchive-dev libsimdjson-dev nettle-dev
    poppler-data # without it Chinese and Japanese PDFs lose text
    "$@"
)

if ! command -v swift >/dev/null; then
    echo "codechart needs a Swift toolchain (6.2 or later): https://www.swift.org/install" >&2
    exit 2
fi

# Whether what a Debian package brings is here, also on systems that have it from elsewhere.
is_here() {
    if command -v dpkg-query >/dev/null; then
        dpkg-query --show --showformat='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
        return
    fi
    case "$1" in
        pkg-config | qpdf) command -v "$1" >/dev/null ;;
        poppler-utils) command -v pdftotext >/dev/null ;;
        tesseract-ocr) command -v tesseract >/dev/null ;;
        poppler-data) [ -d /usr/share/poppler/cMap ] ;;
        libstemmer-dev) [ -e /usr/include/libstemmer.h ] ;;
        libpoppler-glib-dev) pkg-config --exists poppler-glib ;;
        libxml2-dev) pkg-config --exists libxml-2.0 ;;
        libsqlite3-dev) pkg-config --exists sqlite3 ;;
        nettle-dev) pkg-config --exists nettle ;;
        lib*-dev) name=${1#lib}; pkg-config --exists "${name%-dev}" || pkg-config --exists "lib${name%-dev}" ;;
    esac
}

missing=()
for package in "${packages[@]}"; do
    if ! is_here "$package"; then missing+=("$package"); fi
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

if ! command -v apt-get >/dev/null; then
    echo "codechart needs these packages, and there is no apt-get to install them: ${missing[*]}" >&2
    exit 2
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "codechart needs these packages; run as root, or with sudo: apt-get install ${missing[*]}" >&2
        exit 2
    fi
    as_root=(sudo)
fi

echo "installing: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq >&2
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
