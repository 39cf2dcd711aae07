"""Does `codechart suggest` bring back terms that a codebook had?

Takes the ten terms of a code that hold in most of its gold passages out of a codebook, asks for suggestions with the
same gold, and counts the terms of which a suggestion matches a word that they matched in the gold.

    python3 Benchmarks/suggestions.py --tool .build/release/codechart --codebook F.yaml --gold F.ndjson theme.economic …

Gold is NDJSON of passages. Codes of the gold that the codebook does not have are left out. Needs PyYAML.
"""

import argparse
import copy
import json
import re
import subprocess
import tempfile
from pathlib import Path

import yaml

REMOVED, SUGGESTED = 10, 20
# PyYAML refuses a plain `?` in a list, which is a wildcard in codebooks.
QUESTION = "\u00bf"


def load(path):
    return yaml.load(Path(path).read_text().replace("?", QUESTION), yaml.BaseLoader)


def run(tool, book, arguments, text=None):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "codebook.yaml"
        dumped = yaml.safe_dump(book, sort_keys=False, width=10**6, allow_unicode=True)
        file.write_text(dumped.replace(QUESTION, "?"))
        command = [tool, *arguments, "--codebook", str(file)]
        result = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if result.returncode:
        raise SystemExit(result.stderr)
    return result.stdout


def alternatives(value, terms):
    """The elements of lists and of ORs at the top of an expression, names of terms replaced by theirs."""
    if value is None:
        return []
    if isinstance(value, list):
        return [part for entry in value for part in alternatives(entry, terms)]
    parts, depth, quoted, current = [], 0, False, ""
    for piece in re.findall(r'"|\(|\)|\s+|[^\s()"]+', value):
        quoted ^= piece == '"'
        depth += 0 if quoted else (piece == "(") - (piece == ")")
        if piece == "OR" and depth == 0 and not quoted:
            parts.append(current)
            current = ""
        else:
            current += piece
    parts = [part.strip() for part in [*parts, current] if part.strip()]
    return [
        term for part in parts for term in (alternatives(terms.get(part[1:]), terms) if part[0] == "$" else [part])
    ]


def words_matched(tool, expressions, gold):
    """For each expression, by number of the passage, the words of the gold that make it hold."""
    rules = [{"rule": f"r{number}", "match": expression} for number, expression in enumerate(expressions)]
    code = {"code": "any", "rules": rules}
    book = {"codebook": "terms", "dimensions": [{"dimension": "terms", "assign": "all", "codes": [code]}]}
    lines = "".join(json.dumps({"id": str(n), "text": passage["text"]}) + "\n" for n, passage in enumerate(gold))
    found = [{} for _ in expressions]
    for number, line in enumerate(run(tool, book, ["code"], lines).splitlines()):
        for match in json.loads(line)["matches"]:
            pieces = [gold[number]["text"][span["start"] : span["end"]] for span in match["spans"]]
            found[int(match["rule"][1:])][number] = set(re.findall(r"\w+", " ".join(pieces).lower()))
    return found


def without_best(tool, book, gold, dimension, code):
    """The codebook without the code's best terms, and these with the words that each matched."""
    book = copy.deepcopy(book)
    dimensions = {entry["dimension"]: entry for entry in book["dimensions"]}
    entry = next(entry for entry in dimensions[dimension]["codes"] if entry["code"] == code)
    rules = [rule for rule in entry["rules"] if "match" in rule and not str(rule.get("weight", "1")).startswith("-")]
    for rule in rules:
        rule["match"] = alternatives(rule["match"], book.get("terms") or {})
    terms = list(dict.fromkeys(term for rule in rules for term in rule["match"]))
    found = words_matched(tool, terms, gold)
    own = {n for n, passage in enumerate(gold) if code in passage["codes"][dimension]}
    right = [len(own & words.keys()) for words in found]
    best = sorted(range(len(terms)), key=lambda number: (-right[number], number))[:REMOVED]
    removed = {terms[number]: (right[number], set().union(*found[number].values())) for number in best}
    for rule in rules:
        rule["match"] = [term for term in rule["match"] if term not in removed]
    entry["rules"] = [rule for rule in entry["rules"] if rule.get("match") != []]
    return book, removed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", default=".build/release/codechart")
    parser.add_argument("--codebook", required=True)
    parser.add_argument("--gold", required=True)
    parser.add_argument("codes", nargs="+")
    arguments = parser.parse_args()
    book = load(arguments.codebook)
    for name in arguments.codes:
        dimension, code = name.split(".", 1)
        entries = next(entry for entry in book["dimensions"] if entry["dimension"] == dimension)["codes"]
        known = {entry["code"] for entry in entries}
        gold = [json.loads(line) for line in Path(arguments.gold).read_text().splitlines() if line.strip()]
        for passage in gold:
            codes = passage["codes"].get(dimension) or []
            passage["codes"] = {dimension: [own for own in codes if own in known]}
        worse, removed = without_best(arguments.tool, book, gold, dimension, code)
        with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as file:
            file.writelines(json.dumps(passage) + "\n" for passage in gold)
            file.flush()
            asked = ["suggest", name, "--gold", file.name, "--limit", str(SUGGESTED), "--format", "json"]
            suggested = [term["term"] for term in json.loads(run(arguments.tool, worse, asked))["terms"]]
        words = set()
        for match in words_matched(arguments.tool, suggested, gold) if suggested else []:
            words = words.union(*match.values())
        back = [term for term, (_, matched) in removed.items() if matched & words]
        print(f"{name}: {len(back)} of {len(removed)} terms come back in {len(suggested)} suggestions")
        for term, (right, _) in removed.items():
            print(f"  {'+' if term in back else '-'} {right:4} {term}")


if __name__ == "__main__":
    main()
