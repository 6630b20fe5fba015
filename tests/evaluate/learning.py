"""`make learn`, or `python -m tests.evaluate.learning`: what a model learns from so many articles of WiNER-fr.

100 articles are kept aside as a project keeps them (`train.split`): drawn by hash, stories whole, so that none shares
one with what is learned from. Learned from 25 to 800 of the others in the order of their hashes, an eighth of them,
again with stories whole, choosing. Four rows of runs: from nothing; from the weights of a base model that was trained
on articles 401 to 800 of that order alone, learning from the first 400; from nothing by another guide than the
rules', in which every place is an actor and nothing but what the set marks is a span; and `later`, as the first, but
learned from the first 800 articles of the set and tested on its last 100, which are of another season and half about
one movement and one sport. But by that other guide the set's silence is respected: what `foreign.py` calls neutral is
taken for accepted as the rules propose it in learning, and isn't counted in the test. The shipped model takes no part:
it was trained on the first 700. Each run is a process of its own, so that its peak memory is its own.

Writes `exports/learning.md`, run by run, so that one that was stopped goes on where it was: `--only` names rows.
"""

from __future__ import annotations

import argparse
import hashlib
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
from depeche.core.stories import Group, Strength, groups

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data" / "winer_fr.jsonl"
REPORT = ROOT / "exports" / "learning.md"
SIZES = (25, 50, 100, 200, 400, 800)
ROWS = ("nothing", "base", "guide", "later")
TESTED, POOL = 100, 800
LABELS = ("ACTOR", "DATE")
_DEV = 8
_ABOUT = """\
Made by `make learn` (`python -m tests.evaluate.learning`). Learned from articles of WiNER-fr, tested on 100 of them
kept aside with their stories whole; exact borders. Names of actors and dates only: the set marks no figures (nor
speech), so that FIGURE can't be measured on it; what is learned of figures is what the rules propose, taken for
right.

Each row of the table is one run, by what it began *from*:

- `nothing`: a network that begins from chance, by our guide (`rules alone`: the rules without any model).
- `base`: the same from the weights of a base model that was trained on none of these articles nor of the tested ones.
  It was trained on articles 401 to 800 of the pool, so that the row has sizes up to 400 and no more; the shipped
  model takes no part, as it was trained on the first 700 of the set.
- `guide`: from nothing, by a guide that the rules don't know, in which every place is an actor and nothing but what
  the set marks is a span: what a model brings to who labels otherwise than the rules.
- `later`: as `nothing`, but learned from the first 800 articles of the set and tested on its last 100, which are of
  another season and of other subjects.

*P*, *R*, *F1*: precision, recall and their harmonic mean; one test of 100 articles, so that differences of less than
a point are within chance. *kinds*: share of the exactly found actors with the right kind. *a say on*: topics on which
the model may overrule or add (a label as the rules proposed it; `new`: spans that no rule proposed; `~DATE`: places
where borders of dates often lie in what is learned, otherwise than the rules'), each with its *weight* (how much the
model's word counts beside the rules', 0 to 1) and the *least* likelihood from which a span is taken; both are chosen on
an eighth of the learned articles, and `nothing` means that no topic gained clearly there.
*seconds* (rules, questions, training, choosing) and *peak MB* are those of one process with one thread, beside others
that kept the four cores busy: *of CPU* is what it took itself.

The window's event loop while a model is trained beside it (`tests/bench/test_learning_speed.py`, `make bench`; a
timer of 5 ms on the window's thread, 40 articles, four busy cores): late by 1.7 ms at the 99th percentile and 19.0 ms
at most over 20 s of training.
"""
_HEAD = (
    "| from | articles | ACTOR P | R | F1 | kinds | DATE P | R | F1 | a say on (weight, least) "
    "| seconds | of CPU | peak MB |"
)


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

    pool, kept_aside = _parts(list(lines(DATA)), row)
    if row == "make-base":
        assert base is not None
        _make_base(pool[POOL // 2 : POOL], base)
        return {}
    begun, worked = time.monotonic(), time.process_time()
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

    learned = [example(line) for line in pool[:size]]
    rest, dev = _apart(learned)
    said: dict[str, Any] = {}
    if size:
        trainer = Trainer(reader, flat_labels(scheme), learned)
        trainer.look(rest)
        trained = trainer.train(rest, dev, 1, from_base=row == "base", told=lambda *_: None)
        rule = trained.rule
        said = {"says": {topic: list(say) for topic, say in rule.says.items()}, "unasked": trainer.unasked(rest)}
    seconds, worked = time.monotonic() - begun, time.process_time() - worked
    score = Score()
    for line in kept_aside:
        doc = document(line)
        article = _article(doc)
        found = reader.trained(article, trained.nlp, rule) if size else reader.rules(article)
        count(score, doc, found, LABELS, foreign.Sameness({}, foreign.same_name), neutral)
    tallies = {
        label: [one.precision, one.recall, one.f1, one.kind_right / max(1, one.kind_of)]
        for label, one in score.tallies.items()
    }
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return said | {"seconds": seconds, "cpu": worked, "peak": peak, "tallies": tallies}


def _parts(raw: list[dict[str, Any]], row: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return what may be learned from, in order, and the articles kept aside."""
    if row == "later":
        return raw[:POOL], raw[-TESTED:]
    by_id = {line["id"]: line for line in raw}
    aside: list[dict[str, Any]] = []
    for group in sorted(
        groups([(line["id"], line["text"], line["date"]) for line in raw], Strength.EITHER), key=_drawn
    ):
        if len(aside) + len(group.keys) <= TESTED:
            aside += [by_id[key] for key in group.keys]
    names = {line["id"] for line in aside}
    return sorted((line for line in raw if line["id"] not in names), key=lambda line: _hash(line["id"])), aside


def _apart(learned: list[Any]) -> tuple[list[Any], list[Any]]:
    """Return what teaches and what chooses: an eighth, stories whole."""
    dev: set[str] = set()
    told = groups([(one.article.key, one.article.text, one.article.date) for one in learned], Strength.EITHER)
    for group in sorted(told, key=_drawn):
        if len(dev) + len(group.keys) <= -(-len(learned) // _DEV):
            dev |= set(group.keys)
    return [one for one in learned if one.article.key not in dev], [one for one in learned if one.article.key in dev]


def _drawn(group: Group) -> str:
    return _hash(f"group:{group.name}")


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _article(doc: Any) -> Article:
    origin = DateOrigin.GIVEN if doc.date else DateOrigin.UNKNOWN
    return Article(doc.text, name=doc.name, date=doc.date, date_origin=origin, key=doc.name)


def _taught(doc: Any, proposed: list[Any], neutral: Any) -> list[Span]:
    """Return the spans that an annotator would leave: the set's, and what it is silent of as it is proposed."""
    spans: list[Span] = []
    joined = [(first, second) for first, second in doc.pairs if first.label == "DATE"]
    for one in proposed:
        # One date that the set has as two (« du 3 au 6 octobre ») is right by our guide, and in the test.
        if any(a.takes(one.start, a.end) and b.takes(b.start, one.end) and one.label == a.label for a, b in joined):
            spans.append(Span(one.start, one.end, one.label, one.kind))
            continue
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
    says = (f"{topic or 'new'} {weight:g}, {least:g}" for topic, (weight, least) in found.get("says", {}).items())
    cells += [("; ".join(says) or "nothing") if size else ""]
    cells += [f"{found[one]:.0f}" for one in ("seconds", "cpu", "peak")]
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
    text = f"# What a model learns\n\n{_ABOUT}\n"
    marks = "|---" * _HEAD.count(" |") + "|"
    table = "\n".join((_HEAD, marks, *ordered)) + "\n"
    REPORT.write_text(text + table + mark + sections, encoding="utf-8", newline="\n")


def _size(row: str) -> int:
    size = row.split(" | ")[1]
    return int(size) if size.isdigit() else 0


if __name__ == "__main__":
    main()
