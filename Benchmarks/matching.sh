#!/usr/bin/env bash
# Throughput of matching beside pyahocorasick and Hyperscan, in turn in one run, over the text of real papers.
# Arguments: the folder of corpora, and how many megabytes to read (default 100).
set -euo pipefail
cd "$(dirname "$0")/.."

corpora=${1:?the folder of the corpora}
megabytes=${2:-100}
tool=.build/release/codechart
work=.build-benchmarks/matching
mkdir -p "$work/text"
shopt -s nullglob

# The papers' text, everything of it; the tool's own reading, made once.
for file in "$corpora"/pmc_jats/pdf/*.pdf; do
    text="$work/text/$(basename "$file" .pdf).txt"
    [ -s "$text" ] || { "$tool" extract --everything "$file" >"$text.part" 2>/dev/null && mv "$text.part" "$text"; }
done
cat "$work"/text/*.txt >"$work/all"

[ -x .build-benchmarks/bin/python ] || python3 -m venv .build-benchmarks
python=.build-benchmarks/bin/python
"$python" -c 'import ahocorasick' 2>/dev/null || .build-benchmarks/bin/pip install --quiet pyahocorasick
[ -e /usr/include/hs/hs.h ] || bash Scripts/install-dependencies.sh libhyperscan-dev || true
if [ -e /usr/include/hs/hs.h ]; then cc -O2 -o "$work/hyperscan" Benchmarks/hyperscan.c -lhs; fi

swift build -c release --product MatchingBenchmark >&2
for terms in 50 500 5000; do
    for round in 1 2 3; do
        .build/release/MatchingBenchmark "$work/text" "$megabytes" "$terms" "$work/literals"
        "$python" Benchmarks/aho_corasick.py "$work/text" "$((megabytes / 10))" "$work/literals"
        [ ! -x "$work/hyperscan" ] || "$work/hyperscan" "$work/all" "$megabytes" "$work/literals"
    done
done

# The same text as lines of passages through the whole tool, on one core.
"$python" - "$work/all" >"$work/lines" <<'PYTHON'
import json, re, sys
paragraphs = open(sys.argv[1]).read().split("\n\n")
sentences = [s.strip() for p in paragraphs for s in re.split(r"(?<=[.?!])\s+(?=[A-Z])", p) if s.strip()]
for _ in range(20):
    for number, sentence in enumerate(sentences):
        print(json.dumps({"id": str(number), "text": sentence}, ensure_ascii=False))
PYTHON
bytes=$("$python" -c 'import json, sys; print(sum(len(json.loads(l)["text"].encode()) for l in sys.stdin))' <"$work/lines")
for round in 1 2 3; do
    TIMEFORMAT='%U %S'
    cpu=$( { time "$tool" code --codebook Codebooks/integrated-care.yaml <"$work/lines" >/dev/null; } 2>&1)
    echo "$cpu" | awk -v bytes="$bytes" '{ printf "codechart code, whole process: %.1f MB/s of text\n", bytes / ($1 + $2) / 1e6 }'
done
