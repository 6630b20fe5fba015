"""Killed while labels are renamed, a project has all of the old scheme or all of the new, in its rows and its file."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert, text

from depeche.annotate import labelling
from depeche.annotate.desk import Desk
from depeche.core.scheme import Label, parse_scheme
from depeche.core.scheme_diff import Renames
from depeche.core.span import Span
from depeche.store import codec, scheme_file
from depeche.store.blind import begin
from depeche.store.check import check
from depeche.store.project import SCHEME, Project
from depeche.store.tables import spans
from tests.fixtures import TREATY, guess, key_of, make_project, propose
from tests.store.test_project import child

KILLS = int(os.environ.get("DEPECHE_KILLS", "8"))

SWING = """
    import sys
    from dataclasses import replace
    from pathlib import Path
    from depeche.annotate import labelling
    from depeche.annotate.desk import Desk
    from depeche.core.scheme_diff import Renames
    from depeche.store.project import Project
    project = Project.open(Path(sys.argv[1]))
    desk = Desk(project)
    print("open", flush=True)
    for n in range(int(sys.argv[2]), 10_000):
        first, *others = project.scheme.labels
        name = f"NOM_{n}"
        scheme = replace(project.scheme, labels=(replace(first, label=name), *others))
        labelling.carry_out(desk, labelling.plan(project, scheme, Renames({first.label: name})))
        print(name, flush=True)
        if n % 3 == 0:
            desk.undo()
            print(first.label, flush=True)
"""


def numbered(n: int) -> str:
    """Return a span's key."""
    return str(UUID(int=n))


def many(folder: Path, n: int) -> Project:
    """Return a project with `n` spans ACTOR in one article."""
    project = make_project(folder)
    propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR"))
    with project.write() as db:
        reading = begin(db, key_of(project, "traité"), project.annotator)
        made = [codec.span_to_row(Span(0, 6, "ACTOR", key=numbered(k))) | {"reading": reading} for k in range(1, n + 1)]
        db.execute(insert(spans), made)
    return project


def whole(project: Project, n: int) -> str:
    """Return the first label, which all spans and the file must have."""
    label = project.scheme.labels[0].label
    with project.read() as db:
        found = dict(tuple(row) for row in db.execute(text("SELECT label, count(*) FROM spans GROUP BY label")))
        assert list(db.scalars(text("SELECT DISTINCT label FROM suggestions"))) == [label]
    assert found == {label: n}
    filed = parse_scheme((project.folder / SCHEME).read_text(encoding="utf-8"), SCHEME)
    assert filed == project.scheme
    assert project.notices == []
    return label


def test_a_rename_is_whole_or_not_at_all_after_kill_9(tmp_path: Path) -> None:
    n = 400
    many(tmp_path / "p", n).close()
    chance = random.Random(2)
    seen = set()
    for kill in range(KILLS):
        with child(SWING, tmp_path / "p", kill * 1000) as hand:
            assert hand.stdout is not None
            first = hand.stdout.readline()
            assert first == "open\n", first + hand.stdout.read()
            lines = [hand.stdout.readline() for _ in range(chance.randint(0, 4))]
            time.sleep(chance.uniform(0, 0.1))
            hand.send_signal(signal.SIGKILL)
            lines += hand.stdout
        said = [line[:-1] for line in lines if line.endswith("\n")]
        with Project.open(tmp_path / "p") as project:
            label = whole(project, n)
            third = bool(said) and said[-1].startswith("NOM_") and int(said[-1].removeprefix("NOM_")) % 3 == 0
            undone = third and label in said[-2:]
            assert not said or label == said[-1] or label not in said or undone  # the next was stored, not yet told
            seen.add(label)
            if kill % 5 == 0:
                assert check(project) == []
    assert len(seen) > 1


MERGE = """
    import sys
    from dataclasses import replace
    from pathlib import Path
    from depeche.annotate import labelling
    from depeche.annotate.desk import Desk
    from depeche.core.scheme_diff import Renames
    from depeche.store.project import Project
    project = Project.open(Path(sys.argv[1]))
    desk = Desk(project)
    print("open", flush=True)
    while True:
        if "CAMP" in project.scheme:
            labels = tuple(one for one in project.scheme.labels if one.label != "CAMP")
            scheme = replace(project.scheme, labels=labels)
            planned = labelling.plan(project, scheme, Renames(merges={"CAMP": "ACTOR"}))
            labelling.carry_out(desk, replace(planned, longest=True))
        else:
            desk.undo()
        print("CAMP" in project.scheme, flush=True)
"""


def counted(project: Project) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many spans and verdicts there are, by label and by outcome."""
    with project.read() as db:
        made = (
            dict(tuple(row) for row in db.execute(text(f"SELECT {one}, count(*) FROM {table} GROUP BY 1")))
            for one, table in (("label", "spans"), ("outcome", "verdicts"))
        )
        return next(made), next(made)


def test_a_merge_is_whole_or_not_at_all_after_kill_9(tmp_path: Path) -> None:
    n = 300
    with many(tmp_path / "p", n) as project:
        camp = Label("CAMP", "Camp", "y", "#445566", nests=True)
        wanted = replace(project.scheme, labels=(*project.scheme.labels, camp))
        labelling.carry_out(Desk(project), labelling.plan(project, wanted))
        with project.write() as db:
            reading = begin(db, key_of(project, "traité"), project.annotator)
            far = len(TREATY) - 20
            made = [
                Span(0, 6, "CAMP", key=numbered(10**6)),
                Span(far, far + 3, "CAMP", key=numbered(10**6 + 1)),
            ]
            made += [Span(far + 1, far + 9, "CAMP", key=numbered(10**6 + 2))]  # one doubles others, two cross
            db.execute(insert(spans), [codec.span_to_row(one) | {"reading": reading} for one in made])
    with Project.open(tmp_path / "p") as project:
        labels, _ = counted(project)
    assert labels == {"ACTOR": n, "CAMP": 3}
    chance = random.Random(3)
    for kill in range(KILLS // 2):
        with child(MERGE, tmp_path / "p") as hand:
            assert hand.stdout is not None
            first = hand.stdout.readline()
            assert first == "open\n", first + hand.stdout.read()
            time.sleep(chance.uniform(0.01, 0.3))
            hand.send_signal(signal.SIGKILL)
            hand.stdout.read()
        with Project.open(tmp_path / "p") as project:
            labels, _ = counted(project)
            there = "CAMP" in project.scheme
            assert labels == ({"ACTOR": n, "CAMP": 3} if there else {"ACTOR": 2})
            filed = parse_scheme((project.folder / SCHEME).read_text(encoding="utf-8"), SCHEME)
            assert filed == project.scheme
            if kill % 5 == 0:
                assert check(project) == []


def test_a_crash_between_rows_and_file_is_made_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = many(tmp_path / "p", 3)
    before = (project.folder / SCHEME).read_text(encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    first, *others = project.scheme.labels
    wanted = replace(project.scheme, labels=(replace(first, label="ACTEUR"), *others))
    with monkeypatch.context() as broken:
        broken.setattr(scheme_file, "follow", full)
        labelling.carry_out(Desk(project), labelling.plan(project, wanted, Renames({"ACTOR": "ACTEUR"})))
    assert (project.folder / SCHEME).read_text(encoding="utf-8") == before
    assert project.notices
    project.close()
    with Project.open(tmp_path / "p") as project:
        assert whole(project, 3) == "ACTEUR"
        Desk(project).undo()
        assert whole(project, 3) == "ACTOR"
        assert (project.folder / SCHEME).read_text(encoding="utf-8") == before


def test_a_file_edited_after_such_a_crash_is_kept_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = many(tmp_path / "p", 3)
    first, *others = project.scheme.labels
    wanted = replace(project.scheme, labels=(replace(first, label="ACTEUR"), *others))
    with monkeypatch.context() as broken:
        broken.setattr(scheme_file, "follow", lambda *_: (_ for _ in ()).throw(OSError(13, "refused")))
        labelling.carry_out(Desk(project), labelling.plan(project, wanted, Renames({"ACTOR": "ACTEUR"})))
    project.close()
    path = tmp_path / "p" / SCHEME
    path.write_text(path.read_text(encoding="utf-8") + "# à moi\n", encoding="utf-8")
    with Project.open(tmp_path / "p") as project:
        assert whole(project, 3) == "ACTEUR"
        (copy,) = (project.folder / "backups").glob("scheme-*.toml")
        assert copy.read_text(encoding="utf-8").endswith("# à moi\n")
