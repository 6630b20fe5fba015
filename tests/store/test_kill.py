"""Killed at any moment, nothing that was acknowledged is lost and no act is half there.

DEPECHE_KILLS sets how many times; the release gate is 1,000.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from itertools import pairwise

from depeche.annotate.desk import Desk
from depeche.store.check import check
from depeche.store.project import DATABASE, Project
from tests.fixtures import TREATY, guess, key_of, make_project, propose
from tests.patience import PATIENCE
from tests.store.test_project import child

KILLS = int(os.environ.get("DEPECHE_KILLS", "8"))
OPENED_WITHIN = 2.0 if "DEPECHE_KILLS" in os.environ else PATIENCE
"""Seconds, where it is measured (`make kills`)."""

ANNOTATE = """
    import random, sys
    from pathlib import Path
    from depeche.annotate.desk import Desk
    from depeche.core.article import State
    from depeche.store import articles
    from depeche.store.project import Project
    chance = random.Random(int(sys.argv[2]))
    project = Project.open(Path(sys.argv[1]))
    desk = Desk(project)
    with project.read() as db:
        keys = [one.key for one in articles.after(db, 0, 9)]
    print("open", flush=True)
    while True:
        desk.open(chance.choice(keys))
        for _ in range(chance.randint(1, 6)):
            act = chance.choice(["mark", "mark", "mark", "accept", "reject", "edit", "remove", "undo", "redo", "state"])
            start, any_ = chance.randrange(50), [*desk.pending, *desk.spans]
            change = None
            if act == "mark":
                label = chance.choice(["ACTOR", "DATE", "QUOTE"])
                change = desk.mark(start, start + chance.randint(1, 9), label, by_character=True)
            elif act in ("undo", "redo"):
                change = getattr(desk, act)()
            elif act == "state":
                change = desk.set_state(chance.choice([*State]))
            elif act == "remove" and desk.spans:
                change = desk.remove(chance.choice(desk.spans).key)
            elif act in ("accept", "reject") and desk.pending:
                change = getattr(desk, act)(chance.choice(desk.pending).key)
            elif any_:
                change = desk.edit(chance.choice(any_).key, value=str(start))
            if change is not None:
                print(change.key, flush=True)
"""


def test_what_was_acknowledged_survives_kill_9(tmp_path):
    with make_project(tmp_path / "p") as project:
        words = ("Ilan Vorga", "samedi 12 juillet", "Otan", "vallée", "soldats")
        propose(project, "traité", *(guess(TREATY, one, "ACTOR") for one in words))
        keys = [key_of(project, name) for name in ("traité", "crue", "calme")]
    acknowledged: set[str] = set()
    chance = random.Random(1)
    slowest = 0.0
    for kill in range(KILLS):
        with child(ANNOTATE, tmp_path / "p", kill) as hand:
            assert hand.stdout is not None
            first = hand.stdout.readline()
            assert first == "open\n", first + hand.stdout.read()
            lines = [hand.stdout.readline() for _ in range(chance.randint(0, 5))]
            time.sleep(chance.uniform(0, 0.1))
            hand.send_signal(signal.SIGKILL)
            lines += hand.stdout
        assert hand.returncode == -signal.SIGKILL, lines
        acknowledged |= {line[:-1] for line in lines if line.endswith("\n")}  # the last may be cut short
        began = time.monotonic()
        with Project.open(tmp_path / "p") as project:
            slowest = max(slowest, time.monotonic() - began)
            assert check(project) == []
            for key in keys:
                whole(project, key)
        db = sqlite3.connect(tmp_path / "p" / DATABASE)
        stored = {key for (key,) in db.execute("select key from changes")}
        numbers = [number for (number,) in db.execute("select number from changes order by number")]
        db.close()
        assert acknowledged <= {str_of(key) for key in stored}
        assert numbers == list(range(1, len(numbers) + 1))
    assert acknowledged
    assert slowest < OPENED_WITHIN
    print(f"{KILLS} kills, {len(acknowledged)} acknowledged, slowest opening {slowest * 1000:.0f} ms")


def str_of(key: str) -> str:
    """SQLite keeps a UUID as 32 digits."""
    return f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}" if "-" not in key else key


def whole(project: Project, key: str) -> None:
    """Assert that spans and verdicts, which one transaction writes together, agree, and that undo can follow them."""
    desk = Desk(project)
    desk.open(key)
    born = {span.suggestion: span.key for span in desk.spans if span.suggestion}
    said = {verdict.suggestion: verdict.span for verdict in desk.verdicts.values() if verdict.span}
    assert born == said
    flat = sorted((span.start, span.end) for span in desk.spans if span.label != "QUOTE")
    assert all(before[1] <= after[0] for before, after in pairwise(flat))
    if desk.undo():
        desk.redo()
