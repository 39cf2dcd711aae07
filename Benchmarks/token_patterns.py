"""Codebooks of token patterns, and what they are in our language.

A pattern is a list of tokens, each a dictionary of what spaCy's Matcher understands: {"LEMMA": "challenge"},
{"LOWER": "lack"}, {"LOWER": {"IN": ["learned", "learnt"]}}, {"ORTH": "-", "OP": "?"}.

The rules of the translation, the same for every term:
- LOWER, ORTH or TEXT of a word: the word. _IN: an OR.
- LEMMA: an OR of the lemma and its inflected forms, of whatever part of speech; regular forms for a lemma that the
  dictionary does not know. `word~` would reach farther: restrict~ also finds *restriction*, another lemma.
- ORTH of punctuation: nothing, because punctuation stands between words here.
- OP ? of a word: with it and without it. Other operators and attributes stop the script.
- Several tokens: a phrase.
- A pattern in which one token must be two texts at once can never match; it is left out and named.
"""

import csv
import itertools

import lemminflect

TOKENS = 8
WIDTH = 4
FIRST_COLUMN = 4
TEXTS = ("LOWER", "ORTH", "TEXT")


class Pattern:
    def __init__(self, label, description, tokens):
        self.label = label
        self.description = description
        self.tokens = tokens

    @property
    def can_match(self):
        """Whether no token must be two texts at once."""
        return all(len({token[key].lower() for key in TEXTS if isinstance(token.get(key), str)}) < 2
                   for token in self.tokens)

    @property
    def expression(self):
        choices = [words for token in self.tokens if (words := alternatives(token))]
        phrases = [" ".join(filter(None, written)) for written in itertools.product(*map(options, choices))]
        return " OR ".join(phrases)


def options(words):
    """The ways to write a token; None among its words means that it may be missing."""
    together = [word for word in words if word]
    text = together[0] if len(together) == 1 else f"({' OR '.join(together)})"
    return [text, None] if None in words else [text]


def alternatives(token):
    """The words that a token may be; empty for punctuation."""
    unknown = set(token) - {"LEMMA", "OP", *TEXTS}
    if unknown or token.get("OP", "?") != "?":
        raise SystemExit(f"no translation for {token}")
    words = []
    for key in ("LEMMA", *TEXTS):
        value = token.get(key, [])
        for text in [value] if isinstance(value, str) else list(value["IN"]) if value else []:
            words += inflected(text) if key == "LEMMA" else [text.lower()]
    words = [word for word in words if any(sign.isalnum() for sign in word)]
    return words + [None] if words and "OP" in token else words


def inflected(lemma):
    forms = lemminflect.getAllInflections(lemma) or {
        **lemminflect.getAllInflectionsOOV(lemma, "NOUN"), **lemminflect.getAllInflectionsOOV(lemma, "VERB")}
    return [lemma] + sorted({form for group in forms.values() for form in group} - {lemma})


def read_patterns(path):
    """The patterns of a table: two rows of headings, a label and up to eight tokens a row, then lists without one."""
    patterns = []
    with open(path, encoding="utf-8", newline="") as file:
        for row in list(csv.reader(file, delimiter="\t"))[2:]:
            cells = [cell.strip() for cell in row] + [""] * (FIRST_COLUMN + TOKENS * WIDTH - len(row))
            tokens = []
            for start in range(FIRST_COLUMN, FIRST_COLUMN + TOKENS * WIDTH, WIDTH):
                pairs = zip(cells[start : start + WIDTH : 2], cells[start + 1 : start + WIDTH : 2])
                token = {key.removesuffix("_IN"): condition(key, value) for key, value in pairs if key}
                if token:
                    tokens.append(token)
            if tokens:
                patterns.append(Pattern(cells[1].upper().replace(" ", "_"), cells[2] or cells[3], tokens))
    return patterns


def condition(key, value):
    return {"IN": [part.strip() for part in value.split(",")]} if key.endswith("_IN") else value
