#!/usr/bin/env bash
# Installs the Debian packages that codechart is built on, where they are missing.
# Arguments: further packages to see to (the tests name theirs).
set -euo pipefail

packages=(
    pkg-config libpoppler-glib-dev libxml2-dev libsqlite3-dev libxlsxwriter-dev libstemmer-dev
    libarchive-dev libglib2.0-dev
    poppler-data # without it Chinese and Japanese PDFs lose text
    "$@"
)

if ! command -v swift >/dev/null; then
    echo "codechart needs a Swift toolchain (6.2 or later): https://www.swift.org/install" >&2
    exit 2
fi

missing=()
for package in "${packages[@]}"; do
    if ! dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed'; then
        missing+=("$package")
    fi
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
