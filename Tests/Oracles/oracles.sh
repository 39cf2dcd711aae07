#!/usr/bin/env bash
# Figures of agreement beside those of scikit-learn, NLTK and krippendorff on 1,000 random codings.
# Python packages go to a virtual environment of their own.
set -euo pipefail
cd "$(dirname "$0")/../.."

environment=.build-benchmarks/oracles
if [ ! -x "$environment/bin/python" ]; then python3 -m venv "$environment"; fi
"$environment/bin/python" -c 'import krippendorff, nltk, sklearn' 2>/dev/null ||
    "$environment/bin/pip" install --quiet --disable-pip-version-check krippendorff nltk scikit-learn
swift build -c release --product AgreementOracle
"$environment/bin/python" Tests/Oracles/agreement.py .build/release/AgreementOracle
