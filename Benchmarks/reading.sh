#!/usr/bin/env bash
# CPU time of `codechart extract` as a ratio to pdftotext over the same PDFs, in turn in one run.
# Arguments: a folder of PDFs (default: the sample corpus) and how many rounds (default 5).
set -euo pipefail
cd "$(dirname "$0")/.."

folder=${1:-Corpus/documents}
rounds=${2:-5}
tool=.build/release/codechart

command -v pdftotext >/dev/null || { echo "needs pdftotext: apt-get install poppler-utils" >&2; exit 2; }
shopt -s nullglob
files=("$folder"/*.pdf)
[ ${#files[@]} -gt 0 ] || { echo "no PDFs in $folder" >&2; exit 2; }

peer() { for file in "${files[@]}"; do pdftotext "$file" - || true; done; }
ours() { "$tool" extract "${files[@]}" || true; }

# User and system seconds of a function with all its children.
cpu() {
    local TIMEFORMAT='%U %S'
    { time "$1" >/dev/null 2>&1; } 2>&1 | awk '{ print $1 + $2 }'
}

pages=$(for file in "${files[@]}"; do pdfinfo "$file" 2>/dev/null || true; done | awk '/^Pages/ { n += $2 } END { print n }')
echo "${#files[@]} PDFs, $pages pages, $rounds rounds in turn; CPU seconds"
printf '%-8s %10s %10s %8s\n' round pdftotext codechart ratio
for round in $(seq "$rounds"); do
    theirs=$(cpu peer)
    own=$(cpu ours)
    echo "$round $theirs $own"
done | awk '
    { ratio = $3 / $2; printf "%-8s %10.2f %10.2f %8.2f\n", $1, $2, $3, ratio; ratios[NR] = ratio }
    END {
        for (i = 1; i <= NR; i++) for (j = i + 1; j <= NR; j++)
            if (ratios[j] < ratios[i]) { t = ratios[i]; ratios[i] = ratios[j]; ratios[j] = t }
        printf "median ratio %.2f\n", ratios[int((NR + 1) / 2)]
    }'
