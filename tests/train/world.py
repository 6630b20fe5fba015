"""A project of small finished articles, whose guide is not that of the rules: what there is to learn."""

from __future__ import annotations

import re
from pathlib import Path

from depeche import paths
from depeche.annotate.desk import Desk
from depeche.core.article import Article, State
from depeche.store import articles
from depeche.store.project import Project

TOWNS = "Belmare Corvane Dastrel Evelbourg Fromance Gildas-sur-Orne Halvre Istrac Jolmont Kervade".split()
PEOPLE = (
    "Ilan Vorga|Anna Delcroix|Piotr Malenko|Sofia Brandt|Omar Tahiri|Lise Morand|Kenji Arita|Rosa Quintal|"
    "Jean Vauquelin|Mireille Astruc|Tomas Bergh|Nadia Ferhat|Yann Le Goff|Clara Winter|Hugo Salmeron|Eva Lindqvist|"
    "Marc Osterman|Ines Valcourt|Paul Dravec|Julia Sandoz"
).split("|")
VERBS = "promis annoncé refusé regretté demandé".split()


def text_of(n: int) -> str:
    """Return the text of article n; no two share a sentence."""
    person, town, verb = PEOPLE[n % len(PEOPLE)], TOWNS[n % len(TOWNS)], VERBS[n % len(VERBS)]
    other = TOWNS[(n * 7 + 3) % len(TOWNS)]
    return (
        f"Affaire numéro {n} à {town}\n\n"
        f"{person} a {verb} mardi {n % 27 + 1} mars 2024 une aide de {100 + 13 * n} tonnes aux habitants de {other}.\n"
        f"La mairie de {town} attendait {7 * n + 5} camions, selon {person}.\n"
    )


def make(folder: Path, number: int = 20, finished: int | None = None) -> Project:
    """Return a project of `number` articles, the first `finished` of them done (all but one else).

    Its people mark every town as an actor, tonnes as the only figures, and no date.
    """
    project = Project.create(folder, paths.default_scheme(), "Claire")
    with project.write() as db:
        for n in range(number):
            text = text_of(n)
            articles.put(db, Article(text, title=text.splitlines()[0], name=f"a{n}", date="2024-03-28"), "test")
    with project.read() as db:
        keys = [one.key for one in articles.after(db, 0, number)]
    desk = Desk(project)
    for key in keys[: number - 1 if finished is None else finished]:
        annotate(desk, key)
    return project


def annotate(desk: Desk, key: str) -> None:
    """Mark people, towns and tonnes in an article, and finish it."""
    desk.open(key)
    text = desk.article.text
    for name, kind in (*((one, "PER") for one in PEOPLE), *((one, "ORG") for one in TOWNS)):
        at = text.find(name)
        while at >= 0:
            desk.mark(at, at + len(name), "ACTOR")
            marked = next(one for one in desk.spans if one.start == at)
            desk.edit(marked.key, kind=kind, value=name)
            at = text.find(name, at + 1)
    weight = re.search(r"\d+ tonnes", text)
    desk.mark(*weight.span(), "FIGURE")
    desk.set_state(State.DONE)
