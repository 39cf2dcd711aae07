"""Quality and CPU of reading, codechart and its peers on the same documents in one run, as tables.

Usage: reading_quality.py CORPORA EVAL
CORPORA holds pmc_jats (papers with the publisher's text), html_* (pages with their main text) and recs_uk_reports
(recommendations quoted from reports); EVAL the scorers eval_pdf.py, eval_meta.py and eval_html.py. Sets that are not
there are left out.
"""

import glob
import json
import os
import resource
import subprocess
import sys
import tempfile
import unicodedata

TOOL = os.path.join(os.path.dirname(__file__), "../.build/release/codechart")
PEERS = os.path.join(os.path.dirname(__file__), "peers.py")


def children_cpu():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def stem(path):
    return os.path.splitext(os.path.basename(path))[0]


def write(out, name, text):
    os.makedirs(out, exist_ok=True)
    with open(f"{out}/{name}", "w", encoding="utf-8", errors="replace") as file:
        file.write(text)


def run_codechart(paths, out):
    """Reads all files in one run; the main text of each goes to OUT. Gives CPU seconds, start-up included."""
    before = children_cpu()
    result = subprocess.run([TOOL, "extract", *paths], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    spent = children_cpu() - before
    text = result.stdout.decode("utf-8", "replace")
    heads = [f"==> {path} <==\n" for path in paths]
    starts = []
    position = 0
    for head in heads:
        position = text.index(head, position)
        starts.append(position)
    for index, path in enumerate(paths):
        end = starts[index + 1] if index + 1 < len(paths) else len(text)
        write(out, stem(path) + ".txt", text[starts[index] + len(heads[index]) : end])
    return spent


def run_pdftotext(paths, out):
    before = children_cpu()
    for path in paths:
        result = subprocess.run(["pdftotext", path, "-"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        write(out, stem(path) + ".txt", result.stdout.decode("utf-8", "replace"))
    return children_cpu() - before


def run_peer(name):
    def run(paths, out):
        command = [sys.executable, PEERS, name, out, *paths]
        return float(subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)

    return run


def scores(scorer, truth, out, *options):
    """What a scorer says of a folder: its means by name."""
    result = os.path.join(out, "scores.json")
    subprocess.run(
        [sys.executable, scorer, truth, out, "--json", result, *options], stdout=subprocess.DEVNULL, check=True)
    with open(result) as file:
        return next(iter(json.load(file).values()))["mean"]


def table(title, columns, rows):
    print(f"\n{title}")
    print(f"{'':22s}" + "".join(f"{column:>12s}" for column in columns))
    for name, values in rows:
        print(f"{name:22s}" + "".join(f"{value:12.3f}" if value == value else f"{'–':>12s}" for value in values))


def compare(title, paths, runs, figures, score, units, unit):
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name, run in runs:
            out = os.path.join(folder, name.replace(" ", "_"))
            spent = run(paths, out)
            mean = score(out)
            rows.append((name, [mean[figure] for figure in figures] + [1000 * spent / units]))
    table(title, figures + [f"ms/{unit}"], rows)


def page_count(paths):
    count = 0
    for path in paths:
        result = subprocess.run(["pdfinfo", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        count += sum(int(line.split()[1]) for line in result.stdout.splitlines() if line.startswith("Pages:"))
    return count


def papers(corpora, scorers):
    paths = sorted(glob.glob(f"{corpora}/pmc_jats/pdf/*.pdf"))
    if not paths:
        return
    truth = f"{corpora}/pmc_jats/gt"
    compare(
        f"PDF: {len(paths)} papers", paths,
        [
            ("codechart", run_codechart), ("pdftotext", run_pdftotext), ("PyMuPDF", run_peer("pymupdf")),
            ("PyMuPDF, cut", run_peer("pymupdf_cut")),
        ],
        ["main_f1", "main_p", "main_r", "sent_words", "para_words", "order", "head_lines"],
        lambda out: scores(f"{scorers}/eval_pdf.py", truth, out), page_count(paths), "page")
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "codechart")
        write_metadata(paths, out)
        command = [sys.executable, f"{scorers}/eval_meta.py", truth, out]
        print("\n" + subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout.rstrip())


def write_metadata(paths, out):
    """The description of each paper in the form of the scorer: plain values, authors with surname and given name."""
    result = subprocess.run(
        [TOOL, "extract", "--format", "json", *paths], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    for path, line in zip(paths, result.stdout.decode("utf-8").splitlines()):
        fields = {name: field["value"] for name, field in json.loads(line)["metadata"].items()}
        fields["authors"] = [
            {"given": author["given"], "surname": author["family"]} for author in fields.get("authors", [])]
        write(out, stem(path) + ".json", json.dumps(fields))


def pages(corpora, scorers):
    for name, figures in [
        ("html_wcxb", ["wF1", "wP", "wR"]), ("html_aeb", ["shF1", "shP", "shR"]),
        ("html_trafilatura", ["segF1", "segP", "segR", "segAcc"]), ("html_readability", ["shF1", "shP", "shR"]),
    ]:
        paths = sorted(glob.glob(f"{corpora}/{name}/html/*"))
        truth = f"{corpora}/{name}/gt.json"
        if not paths or not os.path.exists(truth):
            continue
        compare(
            f"HTML: {len(paths)} pages of {name}", paths,
            [("codechart", run_codechart)] + [(peer, run_peer(peer)) for peer in ["trafilatura", "readability", "resiliparse"]],
            figures, lambda out: scores(f"{scorers}/eval_html.py", truth, out), len(paths), "page")


def letters(text):
    decomposed = unicodedata.normalize("NFKD", text).lower()
    return "".join(character for character in decomposed if character.isalpha())


def recommendations(corpora):
    """How many recommendations that a report has word for word stand in one piece in the text."""
    paths = sorted(glob.glob(f"{corpora}/recs_uk_reports/pdf/*.pdf"))
    if not paths:
        return
    with tempfile.TemporaryDirectory() as folder:
        run_codechart(paths, folder)
        whole, broken = 0, []
        for path in paths:
            with open(f"{folder}/{stem(path)}.txt") as file:
                text = letters(file.read())
            with open(f"{corpora}/recs_uk_reports/gt/{stem(path)}.json") as file:
                gold = json.load(file)["recommendations"]
            for recommendation in gold:
                if not recommendation["verbatim_in_pdf"]:
                    continue
                if letters(recommendation["text"]) in text:
                    whole += 1
                else:
                    broken.append(f"{stem(path)} {recommendation['rec_id']}")
    print(f"\nrecommendations in one piece: {whole} of {whole + len(broken)}" + "".join(f"; not {name}" for name in broken))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    corpora, scorers = sys.argv[1:]
    papers(corpora, scorers)
    pages(corpora, scorers)
    recommendations(corpora)


if __name__ == "__main__":
    main()
