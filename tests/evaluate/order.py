"""`make learn-order`, or `python -m tests.evaluate.order`: what the order of the articles is worth to a learner.

A simulated annotator works through articles of WiNER-fr that the shipped model never saw, at the real desk, by what the
set marks (`loop.py` says how), in three orders: by value per minute (`annotate/queue.py`, ranked anew after each
article), by date, and by chance. What learns is what the project learns by itself: its memory of names and its trust in
sources. After each share of a budget of minutes the suggestions for articles kept aside are counted; the area under
that curve, F1 against minutes, is its mean height over the budget. All this for several splits of the articles into a
pool and a test, each with a random order of its own: orders are compared within a split, the interval is over splits.

Minutes are simulated: 0.5 for an article, 0.7 for 1,000 characters, 3 seconds for a suggestion accepted, 5 for one
rejected, 12 for one changed or a span drawn. The ranking knows the pace that it takes for everybody's, not these.
"""

from __future__ import annotations

import argparse
import math
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from statistics import mean, stdev
from typing import Any

from depeche import paths
from depeche.cli.training import one_thread

UNSEEN, POOL, TESTED = 700, 140, 60
SPLITS = (6, 7, 8, 9, 10)
ORDERS = ("value", "date", "random")
BUDGET_MIN, STEPS = 120.0, 4
PROCESSES = 2
_ARTICLE, _THOUSAND, _ACCEPTED, _REJECTED, _CHANGED = 0.5, 0.7, 3 / 60, 5 / 60, 12 / 60
_T95 = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 7: 2.365, 9: 2.262}
"""Student's t, 97.5 %, by degrees of freedom."""

Curve = list[float]


def main() -> None:
    """Run every order and write the section."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--splits", type=int, nargs="+", default=list(SPLITS))
    asked = parser.parse_args()
    from tests.evaluate.learning import DATA

    if not DATA.is_file():
        sys.exit(f"{DATA} is missing")
    one_thread()
    runs = [(order, split) for split in asked.splits for order in ORDERS]
    with tempfile.TemporaryDirectory(dir=_fast()) as scratch:
        _prepare(Path(scratch))
        with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
            done = pool.map(run, [scratch] * len(runs), *zip(*runs, strict=True))
            found = dict(zip(runs, done, strict=True))
    _write(found)


def _fast() -> str | None:
    """Return a folder in memory where there is one: thousands of acts are stored."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _lines() -> list[dict[str, Any]]:
    from tests.evaluate.learning import DATA
    from tests.evaluate.own import lines

    return list(lines(DATA))[UNSEEN:]


def _split(split: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the lines of the pool and those of the test."""
    every = _lines()
    random.Random(split).shuffle(every)
    return every[:POOL], every[POOL : POOL + TESTED]


def _prepare(folder: Path) -> None:
    """Make the project of all articles, with its suggestions."""
    from depeche.store import articles
    from depeche.store.project import Project
    from depeche.suggest.suggest import suggest
    from tests.evaluate import foreign
    from tests.evaluate.learning import _article

    states = foreign.States()
    with Project.create(folder / "pool", paths.default_scheme(), "Claire") as project:
        with project.write() as db:
            for line in _lines():
                article = _article(foreign._winer(line, states))
                articles.put(db, replace(article, key="", title=article.text.splitlines()[0]), "winer")
        suggest(project)


def run(scratch: str, order: str, split: int) -> tuple[Curve, int, dict[str, int]]:
    """Return the F1 after each share of the budget, how many articles were done, and corrections by sort."""
    one_thread()
    from depeche.annotate.desk import Desk
    from depeche.annotate.queue import Queue
    from depeche.store.project import Project
    from depeche.suggest.suggest import remember
    from tests.evaluate import foreign
    from tests.evaluate.loop import Truth, _work

    folder = Path(scratch) / f"{order}-{split}"
    shutil.copytree(Path(scratch) / "pool", folder)
    states = foreign.States()
    pool, test = _split(split)
    docs = {line["id"]: foreign._winer(line, states) for line in pool}
    chance = random.Random(split)
    curve: Curve = []
    minutes, done = 0.0, 0
    sorts: dict[str, int] = {}
    with Project.open(folder, program="order") as project:
        queue, desk = Queue(project), Desk(project)
        by_number = _by_number(project)
        left = [number for number, (_, name) in by_number.items() if name in docs]
        chance.shuffle(left)
        curve.append(_tested(project, test))
        while left and len(curve) <= STEPS:
            number = _next(queue, order, left)
            left.remove(number)
            key, name = by_number[number]
            remember(project, keys=[key])
            desk.open(key)
            truth = Truth(docs[name], desk.pending, foreign._winer_neutral)
            acts = truth.acts([one for one in desk.pending if one.label in ("ACTOR", "DATE")])
            rejected = sum(act.span is None for act in acts)
            accepted = sum(act.span is not None and not act.what for act in acts)
            length = len(desk.article.text) if desk.article else 0
            minutes += _ARTICLE + _THOUSAND * length / 1000 + _ACCEPTED * accepted + _REJECTED * rejected
            minutes += _CHANGED * (len(acts) - rejected - accepted)
            for what in _work(desk, key, truth):
                sorts[what] = sorts.get(what, 0) + 1
            done += 1
            while len(curve) <= STEPS and minutes >= BUDGET_MIN * len(curve) / STEPS:
                curve.append(_tested(project, test))
    return curve, done, sorts


def _by_number(project: Any) -> dict[int, tuple[str, str]]:
    from depeche.store import packages

    with project.read() as db:
        return {number: (key, name) for key, number, name in packages.in_order(db)}


def _next(queue: Any, order: str, left: Sequence[int]) -> int:
    from depeche.core.order import Order

    if order == "random":
        return left[-1]
    wanted = set(left)
    return next(number for number in queue.ranked(Order(order)).numbers if number in wanted)


def _tested(project: Any, test: Sequence[dict[str, Any]]) -> float:
    """Return F1 of actors, exact, on the articles kept aside, as the project would suggest for them now."""
    from depeche.suggest.suggest import pipeline_for
    from tests.evaluate import foreign
    from tests.evaluate.counting import Score, count
    from tests.evaluate.learning import _article

    states, score = foreign.States(), Score()
    pipeline = pipeline_for(project)
    for line in test:
        doc = foreign._winer(line, states)
        same = foreign.Sameness({}, foreign.same_name)
        count(score, doc, pipeline.propose(_article(doc)), ("ACTOR",), same, foreign._winer_neutral)
    return score.tallies["ACTOR"].f1 or 0.0


def area(curve: Curve) -> float:
    """Return the mean height of a curve of equal steps (trapezoids)."""
    return sum((a + b) / 2 for a, b in pairwise(curve)) / (len(curve) - 1)


def spread(numbers: Sequence[float]) -> tuple[float, float]:
    """Return the mean and half the width of its 95 % interval (Student)."""
    n = len(numbers)
    return mean(numbers), _T95[n - 1] * stdev(numbers) / math.sqrt(n)


def _write(found: dict[tuple[str, int], tuple[Curve, int, dict[str, int]]]) -> None:
    from tests.evaluate import sections
    from tests.evaluate.learning import REPORT

    splits = sorted({split for _, split in found})
    marks = [BUDGET_MIN * n / STEPS for n in range(STEPS + 1)]
    head = "| split | order | articles | corrections | " + " | ".join(f"{one:.0f} min" for one in marks) + " | area |"
    rows = [head, "|---" * (head.count("|") - 1) + "|"]
    for (name, split), (curve, done, sorts) in found.items():
        heights = " | ".join(f"{one:.4f}" for one in curve)
        rows.append(f"| {split} | {name} | {done} | {sum(sorts.values())} | {heights} | {area(curve):.4f} |")
    said = []
    for one, other in (("value", "random"), ("value", "date"), ("date", "random")):
        apart = [100 * (area(found[one, split][0]) - area(found[other, split][0])) for split in splits]
        middle, half = spread(apart)
        clear = "clear of zero" if abs(middle) > half else "not clear of zero"
        said.append(f"- {one} against {other}: {middle:+.2f} [{middle - half:+.2f}, {middle + half:+.2f}], {clear}.")
    body = "\n".join([
        (__doc__ or "").partition("\n\n")[2].strip(), "",
        f"Of the {POOL + TESTED} articles after the first {UNSEEN}, {POOL} to work on and {TESTED} to test on; actors, "
        "exact.", "", *rows, "",
        f"Areas compared, points of F1 over {len(splits)} splits (Student, 95 %):", "", *said,
    ])  # fmt: skip
    sections.put(REPORT, "In which order", body)
    print(body)


if __name__ == "__main__":
    main()
