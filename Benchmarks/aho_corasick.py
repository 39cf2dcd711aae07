"""Throughput of pyahocorasick: every literal with its place, over the folder's texts in lower case.

Run as `aho_corasick.py TEXTS MEGABYTES LITERALS`; lower-casing and decoding are not timed.
"""

import pathlib
import sys
import time

import ahocorasick

folder, megabytes, literals = sys.argv[1], int(sys.argv[2]), sys.argv[3]
texts = [path.read_text().lower() for path in sorted(pathlib.Path(folder).glob("*.txt"))]
size = sum(len(text.encode()) for text in texts)
automaton = ahocorasick.Automaton()
for number, literal in enumerate(set(pathlib.Path(literals).read_text().lower().split("\n"))):
    automaton.add_word(literal, number)
automaton.make_automaton()

found = places = 0
start = time.thread_time()
for _ in range(max(1, megabytes * 1_000_000 // size)):
    for text in texts:
        for end, number in automaton.iter(text):
            found += 1
            places += end * number
seconds = time.thread_time() - start
read = max(1, megabytes * 1_000_000 // size) * size
print(f"pyahocorasick {len(automaton):5} literals {read / seconds / 1e6:7.1f} MB/s  {found / read * 1000:.1f} hits a kB")
