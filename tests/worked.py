"""A project after some weeks of work by two people, for pictures and tests of the statistics."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.store import articles
from depeche.store.project import Project
from depeche.store.spans import put_annotator
from depeche.ui.demo import sample_project, suggest_for_sample
from tests.clock import Clock

_PACE_S = {"Paul": (8.0, 3.0), "": (6.0, 1.2)}
"""Seconds before an act, at the beginning and at the end; anybody else's under no name."""


def worked_project(folder: Path, weeks: int = 7) -> None:
    """Make the sample project, worked on until yesterday: most suggestions are right, fewer are missed as time goes."""
    sample_project(folder)
    suggest_for_sample(folder)
    chance = random.Random(7)
    patch = pytest.MonkeyPatch()
    try:
        with Project.open(folder, program="test") as project:
            clock = Clock(patch)
            with project.write() as db:
                paul = put_annotator(db, "Paul")
                keys = [one.key for one in articles.after(db, 0, 16)]
            first = datetime.now(UTC).replace(hour=8, minute=0, second=0) - timedelta(weeks=weeks)
            for annotator, name, share in ((project.annotator, "", 1.0), (paul, "Paul", 0.6)):
                done = keys[: int(len(keys) * share)]
                for n, key in enumerate(done):
                    desk = Desk(project)
                    desk.annotator = annotator
                    day = first + timedelta(days=int(n / len(done) * 7 * weeks), minutes=12 * (n % 5))
                    clock.at(day.replace(tzinfo=None).isoformat())
                    _annotate(desk, key, clock, chance, n / len(done), name)
    finally:
        patch.undo()


def _annotate(desk: Desk, key: str, clock: Clock, chance: random.Random, late: float, name: str) -> None:
    desk.open(key)
    slow, quick = _PACE_S[name]
    pace = slow + (quick - slow) * late
    for one in list(desk.pending):
        if one.key not in {other.key for other in desk.pending}:
            continue
        clock.wait(seconds=pace * chance.uniform(0.5, 2))
        said = chance.random()
        if said < 0.72 + 0.16 * late:
            desk.accept(one.key)
        elif said < 0.86 + 0.1 * late or one.end - one.start < 4:
            desk.reject(one.key)
        else:
            desk.accept(one.key)
            clock.wait(seconds=pace)
            desk.edit(desk.spans[-1].key, value="Ostralie")
    for at in range(40, 200, 60):
        if chance.random() > late:
            clock.wait(seconds=pace * 2)
            free = at + len(desk.article.text if desk.article else "") // 2
            if not any(one.start < free + 8 and one.end > free for one in desk.spans):
                desk.mark(free, free + 8, "FIGURE", by_character=True)
    clock.wait(seconds=pace)
    desk.set_state(State.DONE)
