#!/usr/bin/env bash
# Installs what is missing and runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."

bash Scripts/install-dependencies.sh poppler-utils qpdf
exec swift test --explicit-target-dependency-import-check error "$@"
