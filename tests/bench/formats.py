"""Counts what formats cost and whether offsets hold, into exports/formats.md: `make formats` (an hour).

Articles of 3,000 characters with 40 spans go out by `depeche export` in every form, and what came out comes in again by
`depeche ingest` where there is a reader. Each is a process of its own, of which the seconds and the memory at its peak
are counted, for 1,000 and 10,000 articles: where memory stays, it doesn't depend on their number. Seconds are those of
the processor, so that what else the machine does has no part in them. Offsets: 20,000 random spans through each form,
both ways (`tests/bench/offsets.py`).

With `--kept FOLDER` what was measured stays there, so that formats can be measured one by one, or several at a time,
and the page is made of all of it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from depeche import paths
from depeche.core.article import Article, DateOrigin, State
from depeche.core.record import Mark, Record, to_line
from depeche.export.form import Format
from tests.bench.conftest import _cpu
from tests.bench.offsets import Checked, checked

PAGE = Path(__file__).resolve().parents[2] / "exports" / "formats.md"
LENGTH, SPANS = 3_000, 40
READ = {
    Format.JSONL: "articles.jsonl",
    Format.SPACY_JSONL: "",
    Format.PRODIGY: "prodigy.jsonl",
    Format.DOCCANO: "doccano.jsonl",
    Format.LABEL_STUDIO: "label_studio.json",
    Format.BRAT: "articles",
    Format.CONLL: "",
    Format.XMI: "",
    Format.CSV: "articles.csv",
}
"""What of an export is read again by a reader of ours; the table of articles without its spans."""
_LABELS = ("ACTOR", "DATE", "FIGURE", "QUOTE")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of a processor less those of a command that does nothing, bytes at the peak, bytes of the files."""

    seconds: float
    peak: int
    size: int = 0


def articles(number: int) -> Iterator[Record]:
    """Yield articles of nearly 3,000 characters with 40 spans, no two alike, each the same whenever it is made."""
    words = _words()
    for n in range(number):
        chance = random.Random(n)
        text, marks = f"Dépêche n° {n} 😀\n\n", []
        every = LENGTH // (SPANS + 1)
        while len(text) < LENGTH - 30:
            word = chance.choice(words)
            if len(marks) < SPANS and len(text) >= every * (len(marks) + 1) - 30:
                label = _LABELS[len(marks) % 4]
                marks.append(Mark(len(text), len(text) + len(word), label, status="added", by="Claire"))
            text += word + chance.choice((" ", " ", " ", " ", "\u00a0", "\u202f", ". ", ",\n"))
        about = Article(text, f"Dépêche n° {n}", f"n{n}", f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}", DateOrigin.GIVEN)
        yield Record(about, tuple(marks), State.DONE, "Claire", assisted=True)


def _words() -> list[str]:
    """Return the words of the sample corpus, all letters."""
    said = " ".join(path.read_text("utf-8") for path in sorted((paths.corpus() / "articles").glob("*.txt")))
    return sorted({word for word in said.split() if word.isalpha() and len(word) > 3})


_RUN = """
import json, os, subprocess, sys
work = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
said = b""
while piece := work.stdout.read(65536):
    said = (said + piece)[-800:]
_, status, used = os.wait4(work.pid, 0)
code = os.waitstatus_to_exitcode(status)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss, code, said.decode("utf-8", "replace")]))
"""
"""Runs a command from a process that is small itself: what a child is forked from counts in its peak."""


def run(*words: str | Path) -> Cost:
    """Run a command of ours. Raises RuntimeError with its words where it refuses anything."""
    command = [sys.executable, "-m", "depeche", *map(str, words)]
    told = subprocess.run([sys.executable, "-S", "-c", _RUN, *command], capture_output=True, text=True, check=True)
    seconds, peak, status, said = json.loads(told.stdout)
    if status:
        raise RuntimeError(f"{command}: {said}")
    return Cost(seconds, peak * (1 if sys.platform == "darwin" else 1024))


def size(folder: Path) -> int:
    """Return the bytes of all files below a folder, or of a file."""
    every = folder.rglob("*") if folder.is_dir() else [folder]
    return sum(path.stat().st_size for path in every if path.is_file())


def measure(number: int, formats: Sequence[Format], place: Path) -> Iterator[tuple[str, Format, Cost]]:
    """Yield what each way of each format cost, `out` and `in`, for so many articles; files are below `place`."""
    lines, project = place / "articles.jsonl", place / "project"
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(to_line(one) + "\n" for one in articles(number))
    run("new", project, "--annotator", "Claire")
    run("ingest", project, lines)
    lines.unlink()
    idle = run("--version").seconds
    for format_ in formats:
        out, back = place / "out", place / "back"
        spent = run("export", project, out, "--format", format_.value)
        yield "out", format_, Cost(spent.seconds - idle, spent.peak, size(out))
        if format_ in READ:
            for receipt in out.glob("RECEIPT*"):
                receipt.unlink()
            if format_ is Format.CSV:
                (out / "spans.csv").unlink()
            run("new", back, "--annotator", "Claire")
            spent = run("ingest", back, out / READ[format_], "--as", "spans")
            yield "in", format_, Cost(spent.seconds - idle, spent.peak, size(out))
            shutil.rmtree(back)
        shutil.rmtree(out)


def page(costs: dict[tuple[str, Format, int], Cost], held: dict[Format, Checked]) -> str:
    """Return the page that says all of it."""
    sizes = sorted({number for _, _, number in costs})
    few, many = sizes[0], sizes[-1]
    doc = __doc__.split("\n\n")[1].strip()  # type: ignore[union-attr]
    lines = [
        "# Formats",
        "",
        "Made by `make formats` (`tests/bench/formats.py`, `offsets.py`).",
        "",
        doc,
        "",
        f"On {_cpu()}, {os.cpu_count()} cores, Python {sys.version.split()[0]}, spaCy {version('spacy')}.",
        "A process begins with about 60 MB, with 150 MB where spaCy's tokens are needed, with 230 MB where pyarrow is.",
        "By what copies are known, and the tokens of a DocBin, wait on the disk. In memory are the key and the side of",
        "each article, and of two files an article, as brat has them, what the receipt says of each: about 1 kB.",
        "",
    ]
    for way, title in (("out", "## Export"), ("in", "## Import")):
        found = [one for one in Format if (way, one, few) in costs]
        lines += [
            title,
            "",
            f"| format | articles/s ({few:,}) | articles/s ({many:,}) | MB at {few:,} | MB at {many:,} | MB of files |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
        ]
        for format_ in found:
            a, b = costs[way, format_, few], costs.get((way, format_, many))
            speed, peak, files = "–", "–", "–"
            if b:
                speed, peak, files = f"{many / b.seconds:,.0f}", f"{b.peak / 1e6:,.0f}", f"{b.size / 1e6:,.0f}"
            cells = (format_.value, f"{few / a.seconds:,.0f}", speed, f"{a.peak / 1e6:,.0f}", peak, files)
            lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    lines += [
        "## Offsets",
        "",
        "Spans of random borders in texts with emoji, combining accents, thin and no-break spaces and CR LF; half of",
        "them at the borders of tokens. Named: those that the receipt says aren't there. Errors: text or borders",
        "otherwise than they were. CoNLL and IRaMuTeQ hold no offsets.",
        "",
        "| format | spans | named | errors out | read again | errors in |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for format_, one in held.items():
        back = f"{one.back} | {one.wrong_in}" if one.back else "– | –"
        lines.append(f"| {format_.value} | {one.spans} | {one.named} | {one.wrong_out} | {back} |")
    return "\n".join([*lines, ""])


def main(arguments: Sequence[str]) -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])  # type: ignore[union-attr]
    parser.add_argument("--sizes", type=lambda said: [int(one) for one in said.split(",")], default=[1_000, 10_000])
    parser.add_argument("--formats", type=lambda said: [Format(one) for one in said.split(",")], default=list(Format))
    parser.add_argument("--page", type=Path, default=PAGE)
    parser.add_argument("--kept", type=Path, metavar="FOLDER")
    said = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as fresh:
        kept = said.kept or Path(fresh)
        kept.mkdir(parents=True, exist_ok=True)
        work(said.sizes, said.formats, kept)
        found = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(kept.glob("*.json"))}
    costs: dict[tuple[str, Format, int], Cost] = {}
    held: dict[Format, Checked] = {}
    for name, one in found.items():
        way, format_, number = name.split(".")
        if way == "offsets":
            held[Format(format_)] = Checked(**one)
        else:
            costs[way, Format(format_), int(number)] = Cost(**one)
    said.page.write_text(page(costs, {one: held[one] for one in Format if one in held}), "utf-8")


def work(sizes: Sequence[int], formats: Sequence[Format], kept: Path) -> None:
    """Measure, and keep what is found in a file each: `out.brat.1000.json`."""
    for number in sizes:
        with tempfile.TemporaryDirectory() as place:
            for way, format_, cost in measure(number, formats, Path(place)):
                (kept / f"{way}.{format_.value}.{number}.json").write_text(json.dumps(asdict(cost)), "utf-8")
                print(
                    f"{number:6} {way:3} {format_.value:14} {number / cost.seconds:8.0f}/s {cost.peak / 1e6:6.0f} MB",
                    flush=True,
                )
    for format_ in formats:
        if one := checked(format_):
            (kept / f"offsets.{format_.value}.0.json").write_text(json.dumps(asdict(one)), "utf-8")
            print(f"{format_.value:14} {one}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
