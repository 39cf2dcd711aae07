"""Checks that every gold passage stands in its document, and that every document says what it is.

Letters are compared: blanks, and the hyphens that a line end may have added, do not count, and ligatures count
as their letters. A passage may be interrupted once, by the notes, running heads and floats of a column's end.

Written for codechart. SPDX-License-Identifier: GPL-3.0-or-later
usage: check.py CORPUS
"""

import html
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

CODES = {
    "category": {"need", "barrier", "facilitator", "recommendation"},
    "theme": {
        "organisational-culture", "workforce-management", "interorganisational-collaboration", "leadership",
        "economic", "political",
    },
}
NO_TEXT = {"norland-1994-minutes.pdf", "lunsworth-2018-confidential.pdf"}


def letters(text: str) -> str:
    return re.sub(r"[\s\-\u00ad\u2010]+", "", unicodedata.normalize("NFKC", text))


def stands_in(text: str, passage: str) -> bool:
    words = passage.split()
    cuts = (letters(" ".join(words[:cut])) for cut in range(1, len(words)))
    whole = letters(passage)
    return whole in text or any(cut in text and whole[len(cut):] in text for cut in cuts)


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        # -raw keeps the columns apart
        return subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("windows-1252")
    return html.unescape(re.sub(r"<[^>]+>", "", text)) if path.suffix == ".html" else text


def problems(corpus: Path) -> list[str]:
    found = []
    texts = {}
    for path in sorted((corpus / "documents").iterdir()):
        if path.stat().st_size > 300_000:
            found.append(f"{path.name}: over 300 kB")
        if path.name not in NO_TEXT:
            texts[path.name] = letters(text_of(path))
            if letters("Written for codechart") not in texts[path.name]:
                found.append(f"{path.name}: does not say that it was written for codechart")
    ids = set()
    split = {}
    for gold in sorted((corpus / "gold").glob("*.ndjson")):
        for line in gold.read_text(encoding="utf-8").splitlines():
            passage = json.loads(line)
            name = passage["id"]
            if name in ids:
                found.append(f"{name}: id occurs twice")
            ids.add(name)
            if split.setdefault(passage["doc"], gold.name) != gold.name:
                found.append(f"{name}: document in two splits")
            if not stands_in(texts.get(passage["doc"], ""), passage["text"]):
                found.append(f"{name}: not in {passage['doc']}: {passage['text']}")
            for heading in passage.get("heading", []):
                if letters(heading) not in texts.get(passage["doc"], ""):
                    found.append(f"{name}: heading not in {passage['doc']}: {heading}")
            for dimension, codes in passage["codes"].items():
                if not set(codes) <= CODES[dimension]:
                    found.append(f"{name}: unknown code in {codes}")
    return found


def main() -> None:
    found = problems(Path(sys.argv[1]))
    print("\n".join(found) or "corpus: every gold passage stands in its document")
    sys.exit(1 if found else 0)


main()
