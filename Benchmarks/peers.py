"""Text of documents as other tools extract it, one function a tool: path → text.

Run as `peers.py TOOL OUT FILE…`: writes OUT/<name without suffix>.txt and prints the CPU seconds that the extraction
took, imports left out.
"""

import os
import re
import sys
import time


def pymupdf(path):
    import pymupdf

    flags = pymupdf.TEXT_DEHYPHENATE | pymupdf.TEXT_PRESERVE_WHITESPACE
    with pymupdf.open(path) as document:
        return "\n".join(page.get_text("text", flags=flags) for page in document)


def pymupdf_cut(path):
    """The same up to the last line that says where the references begin: its best figure for main text."""
    text = pymupdf(path)
    headings = list(re.finditer(r"(?im)^\W*(?:\d+\.?\s*)?(references|bibliography|literature cited)\W*$", text))
    return text[: headings[-1].start()] if headings else text


def trafilatura(path):
    import trafilatura

    return trafilatura.extract(page(path), include_comments=False) or ""


def readability(path):
    import lxml.html
    import readability

    summary = readability.Document(page(path)).summary()
    return lxml.html.fromstring(summary).text_content()


def resiliparse(path):
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    with open(path, "rb") as file:
        data = file.read()
    return extract_plain_text(bytes_to_str(data, detect_encoding(data)), main_content=True)


def page(path):
    with open(path, "rb") as file:
        return file.read()


def main():
    tool, out = globals()[sys.argv[1]], sys.argv[2]
    os.makedirs(out, exist_ok=True)
    paths = sys.argv[3:]
    extract(tool, paths[0])  # imports and tables that are made once
    spent = 0.0
    for path in paths:
        start = time.process_time()
        text = extract(tool, path)
        spent += time.process_time() - start
        name = os.path.splitext(os.path.basename(path))[0]
        with open(f"{out}/{name}.txt", "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
    print(spent)


def extract(tool, path):
    try:
        return tool(path)
    except Exception as error:  # a page that a peer cannot read counts as empty, as the scorers count it
        print(f"{path}: {error}", file=sys.stderr)
        return ""


if __name__ == "__main__":
    main()
