#!/usr/bin/env python3
"""Compares our figures of agreement with scikit-learn, NLTK and krippendorff on random codings.

Argument: the program that computes ours (AgreementOracle). Every figure that both define must agree to 1e-9; where one
says that a figure is not defined, the other must not give a plain number either. Ends with 1 on any difference.
"""

import json
import math
import random
import re
import subprocess
import sys
import warnings

import krippendorff
import numpy
from nltk.metrics import masi_distance
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score, f1_score, precision_score, recall_score

CASES = 1000
TOLERANCE = 1e-9


def random_case(draw):
    """Two to five coders, who agree more or less often, leave units out, and like some categories more."""
    categories = draw.randint(2, 6)
    coders = draw.randint(2, 5)
    likings = [draw.random() ** draw.choice([1, 4]) for _ in range(categories)]
    noise = draw.random()
    gaps = draw.choice([0, 0, 0.1, 0.4])
    units, sets = [], []
    for _ in range(draw.randint(2, 60)):
        truth = draw.choices(range(categories), likings)[0]
        unit = [
            draw.choices(range(categories), likings)[0] if draw.random() < noise else truth for _ in range(coders)
        ]
        units.append([None if draw.random() < gaps else value for value in unit])
        sets.append([sorted({value, draw.randrange(categories)}) for value in unit])
    return {"categories": categories, "units": units, "sets": sets}


def masi(first, second):
    return masi_distance(frozenset(first), frozenset(second))


def expected(case):
    """What the other programs say: name of the figure to value, or None where they do not define it."""
    units, categories = case["units"], case["categories"]
    figures = {}
    pairs = [(unit[0], unit[1]) for unit in units if unit[0] is not None and unit[1] is not None]
    labels = list(range(categories))
    if pairs:
        gold, found = zip(*pairs)
        for name, weights in [("kappa", None), ("linear_kappa", "linear"), ("squared_kappa", "quadratic")]:
            figures[name] = cohen_kappa_score(gold, found, labels=labels, weights=weights)
        figures["micro_f1"] = f1_score(gold, found, average="micro")
        for name, score in [("precision", precision_score), ("recall", recall_score), ("f1", f1_score)]:
            values = score(gold, found, labels=labels, average=None, zero_division=numpy.nan)
            figures |= {f"{name}_{category}": value for category, value in enumerate(values)}
        figures["macro_f1"] = float(numpy.mean([figures[f"f1_{label}"] for label in sorted(set(gold) | set(found))]))
        task = AnnotationTask(data=[row for n, (g, f) in enumerate(pairs) for row in (("a", n, g), ("b", n, f))])
        figures["percent"] = task.avg_Ao()
        figures["pi"] = quotient(task.pi)
        figures["table_alpha"] = quotient(task.alpha) if len(set(gold) | set(found)) > 1 else None
    if all(value is not None for unit in units for value in unit):
        data = [(str(coder), n, value) for n, unit in enumerate(units) for coder, value in enumerate(unit)]
        # NLTK's multi_kappa is Davies and Fleiss 1982; Fleiss 1971 is its multi-coder pi.
        figures["fleiss"] = quotient(AnnotationTask(data=data).pi)
    table = [[numpy.nan if unit[coder] is None else unit[coder] for unit in units] for coder in range(len(units[0]))]
    for level in ["nominal", "ordinal", "interval", "ratio"]:
        try:
            figures[f"{level}_alpha"] = krippendorff.alpha(
                reliability_data=table, level_of_measurement=level, value_domain=labels
            )
        except (ValueError, AssertionError, ZeroDivisionError):
            figures[f"{level}_alpha"] = None
    data = [(str(coder), n, frozenset(s)) for n, unit in enumerate(case["sets"]) for coder, s in enumerate(unit)]
    if len({row[2] for row in data}) > 1:
        figures["masi_alpha"] = quotient(AnnotationTask(data=data, distance=masi).alpha)
    return figures


def quotient(figure):
    try:
        return figure()
    except ZeroDivisionError:
        return None


def main():
    warnings.simplefilter("ignore")
    draw = random.Random(20)
    cases = [random_case(draw) for _ in range(CASES)]
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    output = subprocess.run([sys.argv[1]], input=lines, capture_output=True, text=True, check=True).stdout
    ours = [json.loads(line) for line in output.splitlines()]
    assert len(ours) == CASES, "one answer a case"
    compared, undefined, worst, differences = {}, 0, 0.0, 0
    for number, (case, figures) in enumerate(zip(cases, ours)):
        for name, theirs in expected(case).items():
            own = figures[name]
            if isinstance(own, str) or theirs is None or math.isnan(theirs):
                undefined += 1
                # A program that knows no "not defined" says 0 or 1 there.
                if not isinstance(own, str) or not (theirs is None or math.isnan(theirs) or theirs in (0, 1)):
                    differences += 1
                    print(f"case {number}: {name} is {own}, theirs {theirs}")
                continue
            kind = re.sub(r"_\d$", "", name)
            compared[kind] = compared.get(kind, 0) + 1
            worst = max(worst, abs(own - theirs))
            if abs(own - theirs) > TOLERANCE:
                differences += 1
                print(f"case {number}: {name} is {own}, theirs {theirs}")
    for name, count in sorted(compared.items()):
        print(f"{name}\t{count} compared")
    print(f"{CASES} cases, largest difference {worst:.2g}, {undefined} not defined on one side, {differences} differ")
    sys.exit(differences > 0)


if __name__ == "__main__":
    main()
