#!/usr/bin/env bash
# Installs what is missing, builds codechart and charts the sample corpus: out/chart.xlsx and its companions.
set -euo pipefail
cd "$(dirname "$0")/.."

bash Scripts/install-dependencies.sh
swift build -c release --product codechart
exec .build/release/codechart run
