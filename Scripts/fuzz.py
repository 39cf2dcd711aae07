#!/usr/bin/env python3
"""Feeds broken PDF and HTML files to codechart and tells what became of them.

Every mutated file must get exactly one record. Crashes are told apart by signal: Swift's traps (SIGILL, SIGTRAP) are
bugs of ours and fail the run; other signals come from the libraries, which workers contain: they are counted, and the
files are kept and tried with pdftotext or xmllint. The same seed and the same files give the same mutations.

Written for codechart. SPDX-License-Identifier: GPL-3.0-or-later
usage: fuzz.py [--count N] [--seed N] [--tool PATH] [--keep DIR] [FILE-OR-FOLDER…]
       --count of each kind, 3000 by default; files default to the sample corpus and its sources
"""

import argparse
import collections
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

OUR_SIGNALS = {4: "SIGILL", 5: "SIGTRAP"}
BATCH = 250
LARGEST = 2_000_000  # bytes: what is wrong with a larger file is wrong with a smaller one, and takes longer

# What parsers look for: a mutation that puts these in the wrong place gets deeper than a random byte.
TOKENS = {
    "pdf": [
        b"obj", b"endobj", b"stream\n", b"endstream", b"/Length 99999999", b"/Count -1", b"/Count 2147483647", b"/Kids",
        b"<<", b">>", b"[", b"]", b"/Type /Page", b"0 0 R", b"1 0 R", b"/ToUnicode", b"BT ", b" ET", b" Tj", b" TJ",
        b"q " * 50, b"-1e38 ", b"99999999999 ", b"NaN ", b"/MediaBox [0 0 0 0]", b"/Rotate 90", b"xref", b"trailer",
        b"startxref", b"%%EOF", b"/Filter /FlateDecode", b"\x00", b"\xff\xfe",
    ],
    "html": [
        b"<div>" * 300, b"<table><tr><td>", b"</table>", b"<ul><li>", b"</ul>", b"<!--", b"-->", b"<script>",
        b"</script>", b"<![CDATA[", b"&#0;", b"&#xD800;", b"&#1114112;", b"&amp", b"<h1>", b"</h1>", b"<p>", b"<a href='",
        b"<meta charset=utf-16>", b"<meta charset=windows-1252>", b"<html", b"</body>", b"\x00", b"\xff\xfe", b"\xc3",
        b"\xf0\x9f", b"<td colspan=99999999 rowspan=-1>", b"<blockquote>", b"<br>" * 100, b"<svg><title>", b"<template>",
        b'<script type="application/ld+json">{"@graph":[[[[', b"\xe2\x80\xae",
    ],
}


def mutated(source: bytes, kind: str, rng: random.Random) -> bytes:
    """The bytes with one to twenty small or large injuries."""
    data = bytearray(source)
    for _ in range(1 + int(rng.random() ** 2 * 20)):
        injure(data, kind, rng)
    return bytes(data)


def injure(data: bytearray, kind: str, rng: random.Random) -> None:
    at = rng.randrange(len(data) + 1)
    length = 1 + int(rng.random() ** 4 * min(5000, len(data) + 1))
    match rng.randrange(9):
        case 0 if at < len(data):
            data[at] ^= 1 << rng.randrange(8)
        case 1 if at < len(data):
            data[at] = rng.randrange(256)
        case 2:
            data[at : at + length] = b""
        case 3:
            data[at:at] = data[at : at + length]
        case 4:
            other = rng.randrange(len(data) + 1)
            data[at:at] = data[other : other + length]
        case 5:
            data[at:at] = rng.choice(TOKENS[kind])
        case 6:
            token = rng.choice(TOKENS[kind])
            data[at : at + len(token)] = token
        case 7:
            data[at : at + length] = bytes([rng.randrange(256)]) * length
        case 8 if rng.random() < 0.1:
            del data[at:]
        case _:
            digits = [i for i in range(at, min(at + 500, len(data))) if 0x30 <= data[i] <= 0x39]
            if digits:
                data[rng.choice(digits)] = 0x30 + rng.randrange(10)


def sources(places: list[pathlib.Path]) -> dict[str, list[pathlib.Path]]:
    found: dict[str, list[pathlib.Path]] = {"pdf": [], "html": []}
    for place in places:
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for file in files:
            kind = {".pdf": "pdf", ".html": "html", ".htm": "html", ".xhtml": "html"}.get(file.suffix.lower())
            if kind and file.is_file() and 0 < file.stat().st_size <= LARGEST:
                found[kind].append(file)
    return found


def uncompressed(originals: list[pathlib.Path], folder: pathlib.Path) -> list[pathlib.Path]:
    """Copies with plain streams, where qpdf can make them: in a compressed stream every injury is the same one."""
    if not shutil.which("qpdf"):
        return []
    copies = []
    for number, original in enumerate(originals):
        copy = folder / f"plain-{number:04}.pdf"
        command = ["qpdf", "--qdf", "--object-streams=disable", "--static-id", str(original), str(copy)]
        status = subprocess.run(command, capture_output=True, check=False).returncode
        if status in (0, 3) and copy.stat().st_size <= 2 * LARGEST:
            copies.append(copy)
    return copies


def extracted(tool: str, files: list[pathlib.Path]) -> tuple[list[dict], int, str]:
    """The records of a batch, codechart's exit status, and what it said at the end."""
    command = [tool, "extract", "--format", "json", "--deadline", "60", *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False)
    records = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    return records, done.returncode, done.stderr[-2000:].decode(errors="replace")


def peer(file: pathlib.Path, kind: str) -> str:
    """How the library's own tool ends on the file."""
    command = ["pdftotext", str(file), "-"] if kind == "pdf" else ["xmllint", "--html", "--noout", str(file)]
    if not shutil.which(command[0]):
        return f"{command[0]} is not installed"
    try:
        status = subprocess.run(command, capture_output=True, timeout=60, check=False).returncode
    except subprocess.TimeoutExpired:
        return f"{command[0]} takes over 60 s"
    return f"{command[0]} dies of signal {-status}" if status < 0 else f"{command[0]} ends with {status}"


def fuzz(kind: str, originals: list[pathlib.Path], options: argparse.Namespace) -> bool:
    """Runs all mutations of one kind; whether nothing is wrong with codechart."""
    rng = random.Random(f"{options.seed} {kind}")
    counts: collections.Counter[str] = collections.Counter()
    is_sound = True
    done = 0
    with tempfile.TemporaryDirectory(prefix="codechart-fuzz-") as name:
        folder = pathlib.Path(name)
        if kind == "pdf":
            originals = originals + uncompressed(originals, folder)
        while done < options.count:
            files = []
            for number in range(done, min(done + BATCH, options.count)):
                original = originals[number % len(originals)]
                file = folder / f"{number:06}.{kind}"
                file.write_bytes(mutated(original.read_bytes(), kind, rng))
                files.append(file)
            done += len(files)
            records, status, said = extracted(options.tool, files)
            paths = [record["source"]["path"] for record in records]
            if status not in (0, 3) or paths != [str(file) for file in files]:
                print(f"{kind}: {len(records)} records for {len(files)} files, exit status {status}: {said}")
                is_sound = False
            for record in records:
                counts[record["status"]] += 1
                if record["status"] in ("crashed", "timeout", "memory"):
                    file = pathlib.Path(record["source"]["path"])
                    signal = record.get("signal")
                    ours = record["status"] == "crashed" and (signal in OUR_SIGNALS or not signal)
                    is_sound = is_sound and not ours
                    reason = record["diagnostics"][0]
                    print(f"{kind} {file.name}: {record['status']} {signal or ''} {reason['message']}; {peer(file, kind)}")
                    print("    " + (reason.get("help") or "").replace("\n", "\n    "))
                    if options.keep:
                        options.keep.mkdir(parents=True, exist_ok=True)
                        shutil.copy(file, options.keep)
            for file in files:
                file.unlink()
            print(f"{kind}: {done} of {options.count}", file=sys.stderr)
    print(f"{kind}: {done} files from {len(originals)}: " + ", ".join(f"{n} {s}" for s, n in counts.most_common()))
    return is_sound


def main() -> None:
    root = pathlib.Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--tool", default=str(root / ".build/release/codechart"))
    parser.add_argument("--keep", type=pathlib.Path, help="folder for the files that end a worker")
    parser.add_argument("places", nargs="*", type=pathlib.Path, default=[root / "Corpus"])
    options = parser.parse_args()
    found = sources(options.places)
    results = [fuzz(kind, originals, options) for kind, originals in found.items() if originals]
    if not results:
        sys.exit("fuzz.py: no PDF or HTML files there")
    sys.exit(0 if all(results) else 1)


main()
