"""Killed at any moment, the window has lost nothing that it had shown as saved.

`DEPECHE_KILLS` sets how many times (4 by default); `DEPECHE_KILLS_SEED` from which dice.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from depeche.annotate.desk import Desk
from depeche.store.check import check
from depeche.store.project import Project
from depeche.store.tables import changes
from depeche.ui.demo import sample_project, suggest_for_sample
from tests.patience import PATIENCE

KILLS = int(os.environ.get("DEPECHE_KILLS", "4"))
SEED = int(os.environ.get("DEPECHE_KILLS_SEED", "20260712"))
ROOT = Path(__file__).resolve().parents[2]
REOPENED_WITHIN = 2.0 if "DEPECHE_KILLS" in os.environ else PATIENCE
"""Seconds, where it is measured (`make kills`)."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project with suggestions; each kill goes on where the one before was killed."""
    folder = sample_project(tmp_path_factory.mktemp("kill") / "exemple")
    suggest_for_sample(folder)
    return folder


def killed_pass(folder: Path, seed: int, acts: int, after: float) -> list[dict[str, object]]:
    """Return what a pass of keys printed until it was killed, `after` seconds from its so manieth act."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "desktop"), str(ROOT)])}
    with (folder.parent / "stderr").open("w+", encoding="utf-8") as wrong:
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.pass_of_keys", str(folder), str(seed)],
            env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=wrong, text=True, encoding="utf-8",
        )  # fmt: skip
        with child:
            assert child.stdout is not None
            lines = [child.stdout.readline() for _ in range(1 + acts)]
            time.sleep(after)
            ended = child.poll()
            child.kill()
            lines += child.stdout
        wrong.seek(0)
        assert ended is None, wrong.read()
    return [json.loads(line) for line in lines[1:] if line.endswith("\n")]


def stored(project: Project, article: str) -> dict[str, object]:
    """Return what the file holds of an article, in the shape that the pass prints."""
    desk = Desk(project)
    desk.open(article)
    spans = sorted((one.start, one.end, one.label, one.kind, repr(one.value), one.key) for one in desk.spans)
    verdicts = sorted((one.suggestion, one.outcome.value) for one in desk.verdicts.values())
    return {"spans": spans, "verdicts": verdicts, "state": desk.state.value}


def test_what_was_shown_as_saved_is_there_after_every_kill(
    sample: Path, record_property: pytest.RecordProperty, capsys: pytest.CaptureFixture[str]
) -> None:
    dice = random.Random(SEED)
    acts, slowest = 0, 0.0
    for kill in range(KILLS):
        told = killed_pass(sample, dice.randrange(10**9), dice.randint(0, 12), dice.uniform(0, 0.5))
        acts += len(told)
        started = time.perf_counter()
        with Project.open(sample) as project:
            slowest = max(slowest, time.perf_counter() - started)
            with project.read() as db:
                last = db.execute(select(func.max(changes.c.number))).scalar() or 0
                numbers = set(db.scalars(select(changes.c.number)))
            assert check(project) == [], f"kill {kill}"
            if told:
                shown = {int(one["number"]) for one in told}  # type: ignore[call-overload]
                assert shown <= numbers, f"kill {kill}: shown as saved and lost: {sorted(shown - numbers)}"
                assert all(str(one["saved"]).startswith("Enregistré à ") for one in told)
                final = {str(one["article"]): one for line in told for one in line["shown"]}  # type: ignore[attr-defined]
                beyond = last - int(told[-1]["number"])  # type: ignore[call-overload]
                assert beyond <= 2, "an act or two may be stored and not yet told"
                for article, one in final.items():
                    if beyond == 0:
                        there = json.loads(json.dumps(stored(project, article)))
                        assert there == {name: one[name] for name in there}, f"kill {kill}"
    said = f"{KILLS} kills, {acts} acts shown as saved, 0 lost; slowest reopening {slowest * 1000:.0f} ms"
    record_property("kills", said)
    with capsys.disabled():
        print(f"\n{said}")
    assert slowest < REOPENED_WITHIN
    assert acts > 0
