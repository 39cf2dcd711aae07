"""Copies a PDF with fixed dates and identifiers of unchanged length, so that it is the same on every run.

Written for codechart. SPDX-License-Identifier: GPL-3.0-or-later
usage: pin.py FROM TO
"""

import re
import sys

DATE = b"20240101000000"
ZONE = b"Z"


def same_length(match: re.Match) -> bytes:
    """The zone (`+00'00'`, `Z`) is padded with blanks: offsets in the cross-reference table must not move."""
    rest = match.group(2)
    return match.group(1) + DATE + (rest if rest in (b"", ZONE) else ZONE.ljust(len(rest)))


def pin(data: bytes) -> bytes:
    data = re.sub(rb"(/(?:CreationDate|ModDate)\s*\(D:)\d{14}([^)]*)", same_length, data)
    data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", b"2024-01-01T00:00:00", data)
    trailer = data.rfind(b"trailer")
    head, tail = data[:trailer], data[trailer:]
    tail = re.sub(rb"<[0-9A-Fa-f]{32}>", b"<" + b"0" * 32 + b">", tail)
    tail = re.sub(rb"(/DocChecksum\s*/)[0-9A-Fa-f]+", lambda m: m.group(1).ljust(len(m.group(0)), b"0"), tail)
    return head + tail


def main() -> None:
    source, target = sys.argv[1:]
    with open(source, "rb") as file:
        data = file.read()
    with open(target, "wb") as file:
        file.write(pin(data))


main()
