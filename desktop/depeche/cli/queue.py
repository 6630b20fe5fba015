"""The command of the queue: the articles in the order in which they are to be annotated, and why."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable

from depeche.annotate.queue import Queue, Ranked, why_words
from depeche.cli.commands import DONE, open_project, say
from depeche.cli.report import Terminal
from depeche.core.article import Heading
from depeche.core.order import WAITING, Order
from depeche.messages import tr
from depeche.store import articles

Verb = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]


def add(verb: Verb) -> None:
    """Add the command to the parser."""
    one = verb(
        "queue",
        queue,
        tr("les articles qui attendent, dans l’ordre où les annoter, et pourquoi"),
        "depeche queue crise --order value --limit 20",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    one.add_argument(
        "--order", choices=[order.value for order in Order], default=Order.VALUE.value,
        help=tr("par numéro, date, source, longueur, ou valeur à la minute (sinon)"),
    )  # fmt: skip
    one.add_argument("--limit", metavar="N", type=int, help=tr("les N premiers seulement"))
    one.add_argument("--all", action="store_true", help=tr("tous les articles, même terminés"))
    one.add_argument("--json", action="store_true", help=tr("en JSON"))


def queue(asked: argparse.Namespace) -> int:
    """List articles in an order."""
    report = Terminal()
    with open_project(asked, read_only=True) as project:
        ranked = Queue(project).ranked(Order(asked.order), report)
        report.clear()
        with project.read() as db:
            states = () if asked.all else WAITING
            wanted = set(articles.numbers(db, project.annotator, states))
            chosen = [number for number in ranked.numbers if number in wanted][: asked.limit]
            found = {one.number: one for one in articles.headings(db, project.annotator, chosen)}
    rows = [found[number] for number in chosen]
    if asked.json:
        print(json.dumps([_as_json(one, ranked) for one in rows], ensure_ascii=False, indent=1))
        return DONE
    for one in rows:
        why = ranked.why.get(one.number)
        print(one.number, one.date or "", one.source or "", one.length, one.title or one.name,
              why_words(why) if why else "", sep="\t")  # fmt: skip
    say(tr("%n article.|%n articles.", n=len(rows)))
    return DONE


def _as_json(one: Heading, ranked: Ranked) -> dict[str, object]:
    said: dict[str, object] = {
        "number": one.number, "id": one.name, "title": one.title, "date": one.date, "source": one.source,
        "length": one.length, "state": one.state.value,
    }  # fmt: skip
    why = ranked.why.get(one.number)
    if why is None:
        return said
    return said | {
        "value": round(why.value, 3), "gain": round(why.gain, 2), "minutes": round(why.minutes, 2),
        "unsure": why.unsure, "new_actors": why.names, "disagreements": why.clashes, "new_words": round(why.fresh, 3),
        "by_suggestions": why.told, "why": why_words(why),
    }  # fmt: skip
