#!/usr/bin/env bash
# Installs what is missing and runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."

bash Scripts/install-dependencies.sh poppler-utils qpdf tesseract-ocr
# One test at a time: some watch processes and clocks, and tests that compute would hold them up.
exec swift test --no-parallel --explicit-target-dependency-import-check error "$@"
