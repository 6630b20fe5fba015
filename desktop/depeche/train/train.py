"""The verb: a model learns from a project's finished articles, is judged beside the others, and lies in `models/`.

Nothing is adopted here. The project is only read, so that its window may stay open meanwhile; who holds the project
registers the model afterwards (`shelf.sync`).
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import depeche
from depeche.core.article import Article
from depeche.core.chart_svg import svg
from depeche.core.progress import Progress
from depeche.core.suggestion import Suggestion
from depeche.errors import UserError
from depeche.messages import tr
from depeche.models import learned_from
from depeche.store import models
from depeche.store.project import Project
from depeche.train import shelf
from depeche.train.curve import curve, steps
from depeche.train.evaluate import ALL, Interval, Judgement, Predict, difference, judge
from depeche.train.examples import Example, Examples, flat_labels, read
from depeche.train.hearing import heard
from depeche.train.picture import chart
from depeche.train.progress import Course, Tell
from depeche.train.reading import Reader
from depeche.train.split import Side, Split, split
from depeche.train.trainer import Trained, Trainer
from depeche.train.verdict import BETTER, decided

if TYPE_CHECKING:
    from spacy.language import Language

RULES, SHIPPED = "rules", "shipped"
"""The names under which a report has the rules alone, and the rules with the shipped model."""

FEWEST = 5
"""Finished articles below which there is nothing to learn from and to judge by."""

_ERRORS = 400
_SCORES = 4  # times a training is tried on `dev` while it goes on


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may choose: the seed, the model's name, a learning curve as well, trained with so many seeds."""

    seed: int = 1
    name: str | None = None
    curve: bool = False
    seeds: int = 3


def train(project: Project, reader: Reader, options: Options, tell: Tell) -> dict[str, Any]:
    """Train, judge, save; returns the report, which also lies in the model's folder as `report.json`.

    `tell` hears of progress; `Cancelled` out of it ends everything and leaves nothing. Raises UserError where there is
    too little to learn from, a training is going on already, or the name is taken.
    """
    begun = time.monotonic()
    with shelf.training(project):
        name = shelf.new_name(project, options.name)
        course = Course(tell)
        course.phase("read")
        examples = read(project, reader.masked, _counting(course))
        parts = _parted(project, examples)
        by_key = {one.article.key: one for one in examples.ones}
        sides = {side: [by_key[key] for key in parts.keys(side)] for side in Side}
        trainer = Trainer(reader, flat_labels(project.scheme), examples.ones)
        if not trainer.labels:
            raise UserError(tr("Aucun passage d’étiquette simple dans les articles terminés : rien à apprendre."))
        course.phase("prepare")
        trainer.look(sides[Side.TRAIN])
        for n, one in enumerate(examples.ones):
            trainer.asked(one)
            course.count(n, len(examples.ones))
        seeds = range(options.seed, options.seed + options.seeds)
        course.plan(
            trainer.steps(sides[Side.TRAIN], sides[Side.DEV]) * len(_starts(reader))
            + (steps(trainer, sides, seeds) if options.curve else 0)
        )
        trained, starts = _best(trainer, sides[Side.TRAIN], sides[Side.DEV], options, course, _starts(reader))
        course.phase("judge")
        labels = [label.label for label in project.scheme.active]
        test = sides[Side.TEST]
        listened = _listened(project, reader, sides[Side.DEV], labels)
        systems = _systems(project, reader, name, trained, listened)
        judged = {
            one: judge(predict, test, labels, _counting(course, n * len(test), len(systems) * len(test)))
            for n, (one, predict) in enumerate(systems.items())
        }
        report = _report(name, options, examples, parts, trainer, trained, starts, judged)
        report |= _compared(report, _today(project), judged, labels)
        report["heard"] = listened
        report["known_to_base"] = (
            learned_from.known([one.article.text for one in test]) if reader.base is not None else 0
        )
        if options.curve:
            report["curve"] = curve(trainer, reader, sides, labels, seeds, trained.from_base, course, judged[SHIPPED])
        _describe(trained.nlp, report)
        report |= _cost(begun)
        names = {label.label: label.name for label in project.scheme.labels}
        picture = svg(chart(report["curve"], names)) if options.curve else ""
        shelf.save(project, name, trained.nlp, report, picture)
    return report


def _parted(project: Project, examples: Examples) -> Split:
    """Return on which side each article is. Raises UserError where too little is left to learn from, or to judge by."""
    total = len(examples.ones)
    if total < FEWEST:
        raise UserError(
            tr("%n article terminé, c’est trop peu.|%n articles terminés, c’est trop peu.", total),
            tr("Il en faut au moins {fewest} pour apprendre et pour juger.", fewest=FEWEST),
        )
    parts = split([one.article for one in examples.ones], used_sides(project))
    if not parts.keys(Side.TRAIN) or not parts.keys(Side.TEST):
        raise UserError(
            tr("Trop peu d’articles pour entraîner, choisir et éprouver : {articles}.", articles=total),
            tr("Il en faut au moins trois qui ne se recopient pas l’un l’autre."),
        )
    return parts


def used_sides(project: Project) -> dict[str, Side]:
    """Return, by key, the side that articles had for the models that there are, the first of them first."""
    with project.read() as db:
        known = models.every(db)
    abouts = [one.about for one in known]
    names = {one.name for one in known}
    folder = project.folder / shelf.FOLDER
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name not in names and path.is_dir() and not path.name.startswith("."):
            abouts.append(shelf.report_of(project, path.name))
    used: dict[str, Side] = {}
    for about in sorted(abouts, key=lambda one: len(one.get("sides") or ())):
        sides = about.get("sides")
        for key, side in sides.items() if isinstance(sides, dict) else ():
            if side in list(Side):
                used.setdefault(str(key), Side(side))
    return used


def _best(
    trainer: Trainer,
    learned: Sequence[Example],
    dev: Sequence[Example],
    options: Options,
    course: Course,
    starts: Sequence[bool],
) -> tuple[Trained, dict[str, float]]:
    """Return the better on `dev` of the networks begun from the shipped weights and from nothing, and what both got."""
    course.phase("train")
    sorts = trainer.sorts(learned)

    def told(step: int, steps: int, loss: float, nlp: Language) -> None:
        if dev and step % max(1, steps // _SCORES) == 0:
            course.score = round(trainer.quick(nlp, dev, sorts), 4)
        course.step(loss)

    tried = [trainer.train(learned, dev, options.seed, from_base=one, told=told) for one in starts]
    best = tried[0]  # the shipped weights have seen far more names than a project's few articles
    if tried[-1].dev > best.dev + trainer.margin(dev):
        best = tried[-1]
    return best, {"base" if one.from_base else "nothing": round(one.dev, 4) for one in tried}


def _starts(reader: Reader) -> tuple[bool, ...]:
    """Return where networks begin: from the shipped weights where there are any, and from nothing."""
    return (True, False) if reader.base is not None else (False,)


def _listened(project: Project, reader: Reader, dev: Sequence[Example], labels: Sequence[str]) -> dict[str, list[str]]:
    """Return by name of each pipeline from elsewhere on which labels it is to be heard alone."""
    with project.read() as db:
        others = [one for one in models.every(db) if "rule" not in one.about]
    found = {}
    for one in others:
        folder = shelf.path_of(project, one.name)
        beside, alone = (partial(reader.stored, name=one.name, folder=folder, heard=on) for on in ((), labels))
        try:
            found[one.name] = heard(beside, alone, dev, labels)
        except UserError:
            continue
    return found


def _systems(
    project: Project, reader: Reader, name: str, trained: Trained, listened: Mapping[str, Sequence[str]]
) -> dict[str, Predict]:
    """Return all that is judged: rules, the shipped model, each earlier one that can be loaded, the new one.

    `listened` are, by model from elsewhere, the labels on which it is heard alone.
    """

    def new(article: Article) -> Sequence[Suggestion]:
        return reader.trained(article, trained.nlp, trained.rule)

    systems: dict[str, Predict] = {RULES: reader.rules, SHIPPED: reader.shipped}
    with project.read() as db:
        earlier = models.every(db)
    for one in earlier:
        folder = shelf.path_of(project, one.name)
        stored = partial(reader.stored, name=one.name, folder=folder, heard=listened.get(one.name))
        try:
            stored(Article(""))
        except UserError:
            continue
        systems[one.name] = stored
    return systems | {name: new}


def _today(project: Project) -> str:
    with project.read() as db:
        used = models.current(db)
    return used.name if used is not None else SHIPPED


def _compared(
    report: Mapping[str, Any], today: str, judged: Mapping[str, Judgement], labels: Sequence[str]
) -> dict[str, Any]:
    """Return what the model of a report gains on all others, and what that says beside what is used today."""
    name, today = report["name"], today if today in judged else SHIPPED
    against = {
        other: {label: asdict(difference(judged[name], one, label)) for label in (*labels, ALL)}
        for other, one in judged.items()
        if other != name
    }
    gold = report["systems"][name][ALL]["gold"]
    verdict = decided(report["articles"]["test"], gold, Interval(**against[today][ALL]))
    return {"today": today, "against": against, "verdict": verdict, "better": verdict == BETTER}


def _report(
    name: str,
    options: Options,
    examples: Examples,
    parts: Split,
    trainer: Trainer,
    trained: Trained,
    starts: dict[str, float],
    judged: dict[str, Judgement],
) -> dict[str, Any]:
    by_side = {side: parts.keys(side) for side in Side}
    learned = [one for one in examples.ones if parts.sides[one.article.key] is Side.TRAIN]
    return {
        "name": name,
        "seed": options.seed,
        "data": examples.digest,
        "start": "base" if trained.from_base else "nothing",
        "starts": starts,
        "rule": trained.rule.to_json(),
        "labels": list(trainer.labels),
        "articles": {side.value: len(keys) for side, keys in by_side.items()}
        | {"negatives": examples.negatives, "unfinished": examples.unfinished},
        "spans": dict(sorted(Counter(span.label for one in examples.ones for span in one.spans).items())),
        "left_out": [asdict(one) for one in examples.left_out],
        "unasked": trainer.unasked(learned),
        "groups": parts.groups,
        "shared": round(parts.shared, 4),
        "shared_test": round(parts.shared_test, 4),
        "sides": {key: side.value for key, side in parts.sides.items()},
        "quotes": "rules",
        "systems": {one: judgement.rows() for one, judgement in judged.items()},
        "errors": [one.to_json() for one in judged[name].errors[:_ERRORS]],
        "versions": {"depeche": depeche.__version__, "spacy": version("spacy"), "thinc": version("thinc")},
    }


def _describe(nlp: Language, report: dict[str, Any]) -> None:
    """Write what must be known to use the model, and to judge a later one fairly, into its `meta.json`."""
    kept = ("name", "seed", "data", "start", "rule", "labels", "articles", "sides", "versions")
    scores = {label: row["f"]["value"] for label, row in report["systems"][report["name"]].items()}
    nlp.meta.update(
        name=report["name"],
        version=report["data"][:12],
        description="Made by Dépêche from finished articles.",
        depeche={one: report[one] for one in kept} | {"f": scores, "against": _gain(report)},
    )


def _gain(report: dict[str, Any]) -> dict[str, Any]:
    return {"today": report["today"], **report["against"][report["today"]][ALL], "better": report["better"]}


def _cost(begun: float) -> dict[str, Any]:
    cost: dict[str, Any] = {"seconds": round(time.monotonic() - begun, 1)}
    if sys.platform != "win32":
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        cost["peak_mb"] = round(most / (1024 * 1024 if sys.platform == "darwin" else 1024))
    return cost


def _counting(course: Course, before: int = 0, total: int | None = None) -> Any:
    """Return what tells of work of which `before` parts of `total` are done already."""

    def report(progress: Progress) -> None:
        course.count(before + progress.done, total or progress.total)

    return report
