"""`make learn`, or `python -m tests.evaluate.learning`: what a model learns from so many articles of WiNER-fr.

Learned from 25 to 800 of its first 800 articles, an eighth of them choosing, tested on its last 100. Three rows of
runs: from nothing; from the weights of a base model that was trained on articles 401 to 800 alone, learning from the
first 400; and from nothing by another guide than the rules', in which every place is an actor and nothing but what
the set marks is a span. In the first two the set's silence is respected: what `foreign.py` calls neutral is taken for
accepted as the rules propose it in learning, and isn't counted in the test. The shipped model takes no part: it was
trained on the first 700. Each run is a process of its own, so that its peak memory is its own.

Writes `exports/learning.md`, run by run, so that one that was stopped goes on where it was: `--only` names rows.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from depeche import paths
from depeche.cli.training import one_thread
from depeche.core.article import Article, DateOrigin
from depeche.core.scheme import parse_scheme
from depeche.core.span import Span, overlap

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data" / "winer_fr.jsonl"
REPORT = ROOT / "exports" / "learning.md"
SIZES = (25, 50, 100, 200, 400, 800)
ROWS = ("nothing", "base", "guide")
TESTED, POOL = 100, 800
LABELS = ("ACTOR", "DATE")
_DEV = 8
_HEAD = "| from | articles | ACTOR P | R | F1 | kinds | DATE P | R | F1 | weight, plain, least | seconds | peak MB |"


def main() -> None:
    """Run what is wanted, or one run of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", choices=ROWS, nargs="+", default=list(ROWS))
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--run", nargs=2, metavar=("ROW", "SIZE"))
    parser.add_argument("--base", type=Path)
    asked = parser.parse_args()
    if not DATA.is_file():
        sys.exit(f"{DATA} is missing")
    if asked.run:
        one_thread()
        print(json.dumps(run(asked.run[0], int(asked.run[1]), asked.base)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        base = Path(scratch) / "base"
        if "base" in asked.only:
            _process("make-base", 0, base)
        for row in asked.only:
            for size in (0, *asked.sizes):
                if row == "base" and (size > POOL // 2 or not size):
                    continue
                found = _process(row, size, base)
                _keep(_line(row, size, found))


def _process(row: str, size: int, base: Path) -> dict[str, Any]:
    """Return what a run in a process of its own says."""
    command = [sys.executable, "-m", "tests.evaluate.learning", "--run", row, str(size), "--base", str(base)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(said.splitlines()[-1])
    return found


def run(row: str, size: int, base: Path | None) -> dict[str, Any]:
    """Return what came of one run; `size` 0 is the rules alone."""
    from depeche.suggest.learned.reader import Reader
    from depeche.train.examples import Example, flat_labels
    from depeche.train.trainer import Trainer
    from tests.evaluate import foreign
    from tests.evaluate.counting import Score, count
    from tests.evaluate.own import lines

    raw = list(lines(DATA))
    if row == "make-base":
        assert base is not None
        _make_base(raw[POOL // 2 : POOL], base)
        return {}
    begun = time.monotonic()
    scheme = parse_scheme(paths.default_scheme(), "")
    states = foreign.States()
    reader = Reader(scheme, names=False, base=base if row == "base" else None)

    def document(line: dict[str, Any]) -> Any:
        return _crisp(line) if row == "guide" else foreign._winer(line, states)

    def neutral(doc: Any, one: Any) -> bool:
        return row != "guide" and foreign._winer_neutral(doc, one)

    def example(line: dict[str, Any]) -> Example:
        doc = document(line)
        article = _article(doc)
        proposed = reader.rules(article) if row != "guide" else ()
        return Example(article, tuple(_taught(doc, [one for one in proposed if one.label != "QUOTE"], neutral)))

    learned = [example(line) for line in raw[:size]]
    dev, rest = learned[::_DEV], [one for n, one in enumerate(learned) if n % _DEV]
    said: dict[str, Any] = {}
    if size:
        trainer = Trainer(reader, flat_labels(scheme), learned)
        trained = trainer.train(rest, dev, 1, from_base=row == "base", told=lambda *_: None)
        rule = trained.rule
        said = {"rule": [rule.weight, rule.plain, rule.least], "unasked": trainer.unasked(rest)}
    seconds = time.monotonic() - begun
    score = Score()
    for line in raw[-TESTED:]:
        doc = document(line)
        article = _article(doc)
        found = reader.trained(article, trained.nlp, rule) if size else reader.rules(article)
        count(score, doc, found, LABELS, foreign.Sameness({}, foreign.same_name), neutral)
    tallies = {
        label: [one.precision, one.recall, one.f1, one.kind_right / max(1, one.kind_of)]
        for label, one in score.tallies.items()
    }
    return said | {
        "seconds": seconds, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "tallies": tallies,
    }  # fmt: skip


def _article(doc: Any) -> Article:
    origin = DateOrigin.GIVEN if doc.date else DateOrigin.UNKNOWN
    return Article(doc.text, name=doc.name, date=doc.date, date_origin=origin, key=doc.name)


def _taught(doc: Any, proposed: list[Any], neutral: Any) -> list[Span]:
    """Return the spans that an annotator would leave: the set's, and what it is silent of as it is proposed."""
    spans: list[Span] = []
    for one in proposed:
        exact = [gold for gold in doc.gold if gold.label == one.label and gold.takes(one.start, one.end)]
        beside = any(overlap(one, gold) for gold in doc.gold)
        silent = one.label == "FIGURE" or neutral(doc, one)
        silent = silent or any(
            overlap(one, each) and (not each.labels or one.label in each.labels) for each in doc.ignored
        )
        if exact:
            kind = one.kind if one.kind in exact[0].kinds else exact[0].kind
            spans.append(Span(one.start, one.end, one.label, kind))
        elif silent and not beside:
            spans.append(Span(one.start, one.end, one.label, one.kind))
    known = list(spans)
    for gold in doc.gold:
        if not any(overlap(gold, one) for one in known):
            spans.append(Span(gold.start, gold.end, gold.label, gold.kind))
    return sorted(spans, key=lambda one: one.start)


def _crisp(line: dict[str, Any]) -> Any:
    """Return a text by the other guide: all that the set marks, and nothing else; products and events say nothing."""
    from tests.evaluate.counting import Document, Gold, Ignored
    from tests.evaluate.foreign import _KINDS

    gold = tuple(
        Gold(one["start"], one["end"], one["label"], _KINDS[one["sub"]] if one["label"] == "ACTOR" else None)
        for one in line["spans"]
    )
    ignored = tuple(Ignored(one["start"], one["end"]) for one in line["ignore"])
    return Document(line["id"], line["text"], line["date"], gold, ignored)


def _make_base(lines: list[dict[str, Any]], folder: Path) -> None:
    """Train a base model as the shipped one is, on these articles."""
    from depeche.models.network import LEFT_OUT
    from depeche.suggest.actors.gazetteer import Gazetteer

    spec = importlib.util.spec_from_file_location("base_model", ROOT / "packaging" / "base_model.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules["base_model"] = made
    spec.loader.exec_module(made)
    made.train(lines, Gazetteer(paths.resource("gazetteers"))).to_disk(folder, exclude=LEFT_OUT)


def _line(row: str, size: int, found: dict[str, Any]) -> str:
    actor, date = (found["tallies"][label] for label in LABELS)
    cells = [row, str(size) if size else "rules alone", *(f"{one or 0:.3f}" for one in (*actor, *date[:3]))]
    cells += [", ".join(f"{one:g}" for one in found.get("rule", ())), f"{found['seconds']:.0f}", f"{found['peak']:.0f}"]
    return "| " + " | ".join(cells) + " |"


def _keep(line: str) -> None:
    """Put a row into the table, in place of an earlier one of the same run."""
    print(line, flush=True)
    head, mark, sections = REPORT.read_text(encoding="utf-8").partition("\n## ") if REPORT.is_file() else ("", "", "")
    old = head.splitlines()
    rows = {
        tuple(one.split(" | ")[:2]): one for one in (*old, line) if one.startswith(tuple(f"| {row} |" for row in ROWS))
    }
    ordered = sorted(rows.values(), key=lambda one: (ROWS.index(one.split(" | ")[0][2:]), _size(one)))
    text = (
        "# What a model learns\n\nMade by `make learn` (`python -m tests.evaluate.learning`, where it is told what is "
        "learned and tested). Seconds (rules, questions, training, choosing) and memory are those of one process with "
        "one thread.\n\n"
    )
    marks = "|---" * _HEAD.count(" |") + "|"
    table = "\n".join((_HEAD, marks, *ordered)) + "\n"
    REPORT.write_text(text + table + mark + sections, encoding="utf-8", newline="\n")


def _size(row: str) -> int:
    size = row.split(" | ")[1]
    return int(size) if size.isdigit() else 0


if __name__ == "__main__":
    main()
