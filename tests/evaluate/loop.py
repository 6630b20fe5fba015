"""`make learn-loop`, or `python -m tests.evaluate.loop`: what an annotator still has to correct as the work goes on.

A simulated annotator works through the last 200 articles of WiNER-fr in their order, in a real project at the real
desk, by what the set marks. Four ways to be helped: the rules alone; the rules with the shipped model; these with what
the project remembers; and that with a model trained by `train` after each 25 articles and adopted each time, whatever
its gain. What the shipped model and the lists of names have of these articles: it was trained on the first 700, so
on none of them; the rules are tested on them in `exports/evaluation.md`, but not made from them.

A correction is a suggestion rejected, a suggestion whose border, label or kind is changed, or a span that is drawn
because nothing was suggested. Values aren't counted: the set has none. Two guides: `ours` reads the set as
`foreign.py` does, where the set's silence is no correction (what the shipped sources propose there is taken as right,
what only others propose is left without a verdict); by `places` every place is an actor and nothing but what the set
marks is a span, which is not what the rules were made for.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, uuid5

import numpy

from depeche import paths
from depeche.annotate.desk import Desk
from depeche.cli.training import one_thread
from depeche.core.article import State
from depeche.core.likeness import shared
from depeche.core.scheme import Scheme, parse_scheme
from depeche.core.scheme_toml import to_toml
from depeche.core.span import Span, overlap
from depeche.core.suggestion import Suggestion
from depeche.store import articles
from depeche.store.project import Project
from tests.evaluate.learning import DATA, LABELS, REPORT, _article, _crisp, _taught

BLOCK, WORKED = 25, 200
GUIDES = ("ours", "places")
WAYS = ("rules", "shipped", "memory", "training")
SAID = {
    "rules": "rules alone",
    "shipped": "rules and shipped model",
    "memory": "the same, and memory",
    "training": "the same, and a model trained every 25",
}
MEANT = {
    "ours": "What the set is silent of is no correction. The rules were made for this guide.",
    "places": "Every place is an actor, nothing but what the set marks is a span: a guide that the rules don't know.",
}
_RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Act:
    """What the annotator does: with a suggestion, with none (`span` is drawn), to make a span or none (rejected).

    `what` says which sort of correction it is, empty where it is none.
    """

    what: str
    suggestion: Suggestion | None
    span: Span | None


class Truth:
    """What the annotator holds true of an article, and how it treats suggestions."""

    def __init__(self, doc: Any, proposed: Sequence[Suggestion], neutral: Any) -> None:
        self._doc = doc
        self._neutral = neutral
        self._spans = _taught(doc, list(proposed), neutral)
        self._gold = [one for one in doc.gold if one.label in LABELS]

    def acts(self, proposed: Sequence[Suggestion]) -> list[Act]:
        """Return what is done with these suggestions until the article is right."""
        acts: list[Act] = []
        right = [one for one in proposed if self._is_right(one)]
        open_ = [one for one in self._spans if not any(overlap(one, other) for other in right)]
        for one in proposed:
            if one in right:
                acts.append(Act("", one, one.to_span("")))
                continue
            meant = next((span for span in open_ if overlap(span, one)), None)
            silent = self._is_silent(one)
            if meant is not None:
                open_.remove(meant)
                acts.append(Act("" if silent and not self._is_marked(meant) else _change(one, meant), one, meant))
            elif not silent:
                acts.append(Act("rejected", one, None))
        acts += [Act("missed" if self._is_marked(one) else "", None, one) for one in open_]
        return acts

    def _is_right(self, one: Suggestion) -> bool:
        if any((one.start, one.end, one.label, one.kind) == (s.start, s.end, s.label, s.kind) for s in self._spans):
            return True
        marked = any(gold.label == one.label and gold.takes(one.start, one.end) and self._fits(gold, one)
                     for gold in self._gold)  # fmt: skip
        return marked or any(
            first.label == one.label and first.takes(one.start, first.end) and second.takes(second.start, one.end)
            for first, second in self._doc.pairs
        )

    def _fits(self, gold: Any, one: Suggestion) -> bool:
        return gold.kind is None or one.kind == gold.kind or one.kind in gold.kinds

    def _is_silent(self, one: Suggestion) -> bool:
        """Tell whether the set says neither yes nor no to a suggestion that isn't right."""
        ignored = (each for each in self._doc.ignored if not each.labels or one.label in each.labels)
        return not any(overlap(one, gold) for gold in self._gold) and (
            self._neutral(self._doc, one) or any(overlap(one, each) for each in ignored)
        )

    def _is_marked(self, span: Span) -> bool:
        return any(overlap(span, gold) for gold in self._gold)


def _change(one: Suggestion, meant: Span) -> str:
    if one.label != meant.label:
        return "label"
    return "border" if (one.start, one.end) != (meant.start, meant.end) else "kind"


def _work(desk: Desk, key: str, truth: Truth) -> list[str]:
    """Do an article at the desk; returns the corrections."""
    desk.open(key)
    acts = truth.acts([one for one in desk.pending if one.label in LABELS])
    for act in acts:
        one, span = act.suggestion, act.span
        if one is not None and one.key not in {other.key for other in desk.pending}:
            continue  # it gave way to what was marked beside it
        if one is not None and span is None:
            desk.reject(one.key)
        elif one is not None and not act.what:
            desk.accept(one.key)
        elif one is not None and span is not None:
            desk.edit(one.key, start=span.start, end=span.end, label=span.label, kind=span.kind)
        elif span is not None:
            _draw(desk, span)
    desk.set_state(State.DONE)
    return [act.what for act in acts if act.what]


def _draw(desk: Desk, span: Span) -> None:
    desk.mark(span.start, span.end, span.label, by_character=True)
    made = next(
        (one for one in desk.spans if (one.start, one.end, one.label) == (span.start, span.end, span.label)), None
    )
    if made is not None and made.kind != span.kind:
        desk.edit(made.key, kind=span.kind)


class World:
    """The articles of a guide, with what is true of them."""

    def __init__(self, guide: str) -> None:
        from depeche.suggest.learned.reader import Reader
        from tests.evaluate import foreign
        from tests.evaluate.own import lines

        full = parse_scheme(paths.default_scheme(), "")
        self.scheme: Scheme = replace(full, labels=tuple(one for one in full.labels if one.label in LABELS))
        self.reader = Reader(self.scheme)
        raw = list(lines(DATA))
        states = foreign.States()
        ours = guide == "ours"
        self.docs = [foreign._winer(one, states) if ours else _crisp(one) for one in raw[-WORKED:]]
        self.articles = [replace(_article(doc), key=str(uuid5(NAMESPACE_OID, doc.name))) for doc in self.docs]
        neutral = foreign._winer_neutral if ours else lambda doc, one: False
        self.truths = [
            Truth(doc, self.reader.shipped(article) if ours else (), neutral)
            for doc, article in zip(self.docs, self.articles, strict=True)
        ]
        self.copied = shared([one["text"] for one in raw[-WORKED:]], [one["text"] for one in raw[:700]])


def run(world: World, way: str, scratch: Path) -> tuple[list[list[str]], list[float]]:
    """Return the corrections of each article in one way of being helped, and the seconds of each training."""
    pairs = list(zip(world.articles, world.truths, strict=True))
    if way in ("rules", "shipped"):
        propose = world.reader.rules if way == "rules" else world.reader.shipped
        return [[act.what for act in truth.acts(propose(article)) if act.what] for article, truth in pairs], []
    from depeche.suggest.suggest import suggest

    done: list[list[str]] = []
    seconds: list[float] = []
    with Project.create(scratch / way, to_toml(world.scheme), "Simulé") as project:
        with project.write() as db:
            for article in world.articles:
                articles.put(db, article, "winer")
        desk = Desk(project)
        for n, (article, truth) in enumerate(pairs):
            if way == "training" and n and n % BLOCK == 0:
                seconds.append(_train(project, world, f"apres-{n}"))
                print(f"  {n} articles: {seconds[-1]:.0f} s", file=sys.stderr, flush=True)
            suggest(project, keys=[article.key])
            done.append(_work(desk, article.key, truth))
    return done, seconds


def _train(project: Project, world: World, name: str) -> float:
    from depeche.train import adoption, shelf
    from depeche.train.train import Options, train

    begun = time.monotonic()
    train(project, world.reader, Options(name=name), lambda event: None)
    shelf.sync(project)
    adoption.adopt(project, name)
    return time.monotonic() - begun


def table(world: World, guide: str, found: dict[str, list[list[str]]], seconds: Sequence[float]) -> str:
    """Return what was found as Markdown."""
    blocks = range(0, WORKED, BLOCK)
    heads = ["suggestions by", *(f"{at + 1}–{at + BLOCK}" for at in blocks), "all", "against the rules alone"]
    lines = [
        f"A simulated annotator works through the last {WORKED} articles of WiNER-fr in their order, none of which the "
        f"shipped model learned from (`tests/evaluate/loop.py`). {MEANT[guide]} Corrections an article (a suggestion "
        "rejected; border, label or kind changed; a span drawn), intervals over articles:",
        "",
    ]
    lines += ["| " + " | ".join(heads) + " |", "|---" + "|---:" * (len(heads) - 1) + "|"]
    marked = numpy.array([len([one for one in doc.gold if one.label in LABELS]) for doc in world.docs])
    cells = [f"{marked[at : at + BLOCK].mean():.1f}" for at in blocks] + [f"{marked.mean():.2f}", ""]
    lines.append("| " + " | ".join(["spans that the set marks", *cells]) + " |")
    counts = {way: numpy.array([len(one) for one in each]) for way, each in found.items()}
    for way, each in counts.items():
        cells = [f"{each[at : at + BLOCK].mean():.1f}" for at in blocks] + [f"{each.mean():.2f}"]
        lines.append(
            "| " + " | ".join([SAID[way], *cells, _against(each, counts["rules"]) if way != "rules" else ""]) + " |"
        )
    sorts = ("rejected", "border", "label", "kind", "missed")
    lines += ["", "| of these | " + " | ".join(sorts) + " |", "|---" + "|---:" * len(sorts) + "|"]
    for way, each in found.items():
        cells = [str(sum(one.count(sort) for one in each)) for sort in sorts]
        lines.append("| " + " | ".join([SAID[way], *cells]) + " |")
    if "memory" in counts and "training" in counts:
        later = slice(BLOCK, None)  # before the first training both are the same
        gain = _against(counts["training"][later], counts["memory"][later])
        lines += ["", f"The trained models against memory, articles {BLOCK + 1} to {WORKED}: {gain} an article."]
    if seconds:
        trainings = ", ".join(f"{one:.0f}" for one in seconds)
        lines += ["", f"Seconds of each training (two starts, all earlier models judged; one thread): {trainings}."]
    share = f"{100 * world.copied:.1f} %"
    lines += ["", f"Of the words of these articles {share} stand in a run of five that is also in the 700 that the "
              "shipped model was trained on."]  # fmt: skip
    return "\n".join(lines)


def _against(mine: Any, theirs: Any) -> str:
    """Return the mean difference with the bounds of 95 of 100 drawings of the articles."""
    apart = mine - theirs
    drawn = numpy.random.default_rng(20).choice(apart, (_RESAMPLES, len(apart))).mean(axis=1)
    low, high = numpy.quantile(drawn, (0.025, 0.975))
    return f"{apart.mean():+.2f} [{low:+.2f}, {high:+.2f}]"


def main() -> None:
    """Run what is wanted and write its section."""
    from tests.evaluate.sections import put

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--guide", choices=GUIDES, nargs="+", default=list(GUIDES))
    parser.add_argument("--ways", choices=WAYS, nargs="+", default=list(WAYS))
    parser.add_argument("--out", type=Path, default=REPORT)
    asked = parser.parse_args()
    if not DATA.is_file():
        sys.exit(f"{DATA} is missing")
    one_thread()
    for guide in asked.guide:
        world = World(guide)
        found: dict[str, list[list[str]]] = {}
        seconds: list[float] = []
        for way in asked.ways:
            with tempfile.TemporaryDirectory() as scratch:
                found[way], spent = run(world, way, Path(scratch))
            seconds += spent
            print(guide, way, sum(map(len, found[way])), file=sys.stderr, flush=True)
        put(asked.out, f"The loop, by the guide « {guide} »", table(world, guide, found, seconds))


if __name__ == "__main__":
    main()
