"""A model is learned, judged, adopted and put back; nothing half stays, nothing leaks, the same data gives the same."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from depeche import paths
from depeche.annotate.desk import Desk
from depeche.core.article import Article, State
from depeche.core.progress import Cancelled
from depeche.errors import UserError
from depeche.models import folder as folders
from depeche.store import articles, models, suggestions
from depeche.store.project import Project
from depeche.suggest.learned.reader import Reader
from depeche.suggest.suggest import pipeline_for, suggest
from depeche.train import adoption, curve, shelf
from depeche.train import learn as learning
from depeche.train.evaluate import ALL
from depeche.train.examples import read
from depeche.train.split import Side
from depeche.train.train import Options, train, used_sides
from depeche.train.verdict import FEWEST_ARTICLES, is_known
from tests.train import world

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a project with two models, trained alike: `un` with a curve, `deux` without."""
    folder = tmp_path_factory.mktemp("learn") / "projet"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(learning, "_STEPS", 40)
        patch.setattr(curve, "SHARES", (0.5, 1.0))
        with world.make(folder) as project:
            reader = Reader(project.scheme)
            train(project, reader, Options(name="un", curve=True, seeds=2), _EVENTS.append)
            train(project, reader, Options(name="deux"), lambda event: None)
    return folder


_EVENTS: list[dict[str, object]] = []


@pytest.fixture
def project(trained: Path, tmp_path: Path) -> Iterator[Project]:
    """A copy of that project, open."""
    shutil.copytree(trained, tmp_path / "projet")
    with Project.open(tmp_path / "projet") as opened:
        yield opened


def test_the_report_tells_what_was_learned_and_what_was_not(project):
    report = shelf.report_of(project, "un")
    counts = report["articles"]
    assert counts["train"] + counts["dev"] + counts["test"] == 19
    assert min(counts["train"], counts["dev"], counts["test"]) >= 1
    assert (counts["unfinished"], counts["negatives"]) == (1, 0)
    assert set(report["systems"]) == {"rules", "shipped", "un"}
    row = report["systems"]["un"]["ACTOR"]
    assert row["f"]["low"] <= row["f"]["value"] <= row["f"]["high"]
    assert row["gold"] > 0
    assert counts["test"] < FEWEST_ARTICLES
    assert (report["verdict"], report["better"]) == ("few", False)
    for error in report["errors"]:
        with project.read() as db:
            assert articles.get(db, error["article"]).text[error["start"] : error["end"]] == error["words"]


def test_the_model_learns_what_this_projects_people_mark(project):
    systems = shelf.report_of(project, "un")["systems"]
    assert systems["un"][ALL]["f"]["value"] > systems["shipped"][ALL]["f"]["value"] + 0.1


def test_progress_says_phase_steps_loss_and_time_left(project):
    assert [phase for phase in ("read", "train", "judge", "curve") if any(e["phase"] == phase for e in _EVENTS)] == [
        "read", "train", "judge", "curve",
    ]  # fmt: skip
    steps = [one for one in _EVENTS if one["phase"] == "train" and "loss" in one]
    assert steps
    assert all(json.dumps(one) for one in _EVENTS)
    assert any(one["seconds_left"] is not None for one in _EVENTS)
    done = [(one["step"], one["steps"]) for one in _EVENTS if "step" in one]
    assert [step for step, _ in done] == sorted(step for step, _ in done)
    assert len({steps for _, steps in done}) == 1
    assert done[-1][0] == done[-1][1]
    assert all(one["seconds_left"] is None for one in _EVENTS if one.get("step") == done[-1][1])


def test_the_curve_has_a_point_a_share_and_never_promises_without_reason(project):
    drawn = shelf.report_of(project, "un")["curve"]
    assert drawn["sizes"] == sorted(set(drawn["sizes"]))
    for one in drawn["labels"].values():
        assert [point["articles"] for point in one["points"]] == drawn["sizes"]
        assert all(point["low"] <= point["high"] and len(point["seeds"]) == 2 for point in one["points"])
        assert one["promise"]["kind"] in ("more", "flat", "top", "unknown")
        assert 0 <= one["heard"] <= 2 * len(drawn["sizes"])


def test_the_same_data_and_seed_give_the_same_model(project):
    assert folders.digest(shelf.path_of(project, "un")) == folders.digest(shelf.path_of(project, "deux"))


def test_an_adopted_model_proposes_and_an_earlier_one_can_be_put_back(project):
    suggest(project)
    towns = _proposed(project, "model:un")
    adoption.adopt(project, "un")
    suggest(project)
    assert not towns
    assert _proposed(project, "model:un")
    adoption.adopt(project, "deux")
    suggest(project)
    assert not _proposed(project, "model:un")
    assert _proposed(project, "model:deux")
    assert adoption.back(project).name == "un"
    suggest(project)
    assert _proposed(project, "model:un")
    assert not _proposed(project, "model:deux")
    assert adoption.back(project) is None
    suggest(project)
    assert not _proposed(project, "model:")
    with pytest.raises(UserError):
        adoption.back(project)


def test_what_a_person_did_stays_whatever_is_adopted(project):
    with project.read() as db:
        key = articles.after(db, 0, 1)[0].key
    desk = Desk(project)
    desk.open(key)
    before = desk.spans
    adoption.adopt(project, "un")
    suggest(project)
    desk.reload()
    assert (desk.spans, desk.state) == (before, State.DONE)


def test_a_model_in_use_is_not_removed_another_is(project):
    adoption.adopt(project, "un")
    with pytest.raises(UserError):
        shelf.remove(project, "un")
    shelf.remove(project, "deux")
    assert [one.name for one in shelf.sync(project)] == ["un"]
    assert not shelf.path_of(project, "deux").exists()


def test_a_changed_model_is_not_adopted_and_a_lost_one_does_no_harm(project):
    shelf.sync(project)
    weights = shelf.path_of(project, "un") / "spancat" / "model"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\0")
    with pytest.raises(UserError):
        adoption.adopt(project, "un")
    adoption.adopt(project, "deux")
    shutil.rmtree(shelf.path_of(project, "deux"))
    assert all(not one.name.startswith("model:") for one in pipeline_for(project).sources)


def test_sides_stay_as_articles_come_in(project):
    shelf.sync(project)
    used = used_sides(project)
    assert len(used) == 19
    desk = Desk(project)
    with project.write() as db:
        for n in range(30, 36):
            text = world.text_of(n)
            articles.put(db, Article(text, title=text.splitlines()[0], name=f"b{n}", date="2024-03-28"), "test")
    with project.read() as db:
        keys = [one.key for one in articles.after(db, 20, 10)]
    for key in keys:
        world.annotate(desk, key)
    from depeche.train.split import split

    parts = split([one.article for one in read(project, lambda _: ()).ones], used)
    assert {key: side for key, side in parts.sides.items() if key in used} == used
    assert set(parts.sides.values()) == set(Side)


def test_a_cancelled_training_leaves_nothing(project):
    def stop(event: dict[str, object]) -> None:
        if event["phase"] == "train" and event.get("step"):
            raise Cancelled

    there = sorted(one.name for one in (project.folder / "models").iterdir())
    with pytest.raises(Cancelled):
        train(project, Reader(project.scheme), Options(name="trois"), stop)
    assert sorted(one.name for one in (project.folder / "models").iterdir()) == there


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_killed_training_leaves_nothing_and_the_next_one_runs(project):
    project.close()
    command = [sys.executable, "-m", "depeche", "train", str(project.folder), "--report", "json", "--name", "trois"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    ) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if json.loads(line).get("step"):
                child.send_signal(signal.SIGKILL)
                break
    time.sleep(0.1)
    with Project.open(project.folder) as opened:
        assert [one.name for one in shelf.sync(opened)] == ["deux", "un"]
        with shelf.training(opened):
            assert not list((opened.folder / "models").glob(".half-*"))


def test_two_trainings_at_once_are_refused(project):
    with shelf.training(project), pytest.raises(UserError), shelf.training(project):
        pass


def test_too_little_is_refused_with_a_sentence(tmp_path):
    with world.make(tmp_path / "petit", number=4) as project, pytest.raises(UserError, match="5"):
        train(project, Reader(project.scheme), Options(), lambda event: None)


def test_finished_articles_without_spans_stay_and_unfinished_ones_go(tmp_path):
    with world.make(tmp_path / "projet", number=4, finished=2) as project:
        with project.read() as db:
            third = articles.after(db, 0, 4)[2].key
        desk = Desk(project)
        desk.open(third)
        desk.set_state(State.DONE)
        found = read(project, lambda article: ())
        assert (len(found.ones), found.negatives, found.unfinished) == (3, 1, 1)
        masked = read(project, lambda article: [found.ones[0].spans[0]] if article == found.ones[0].article else [])
        assert [one.why for one in masked.left_out] == ["boilerplate"]
        assert masked.digest != found.digest


def test_rows_of_models_are_a_pile(project):
    shelf.sync(project)
    with project.write() as db:
        models.adopt(db, "un")
        models.adopt(db, "deux")
        models.adopt(db, "un")
        assert models.current(db).name == "un"
        assert models.back(db).name == "deux"
        with pytest.raises(KeyError):
            models.adopt(db, "nul")


def _proposed(project: Project, source: str) -> list[str]:
    found = []
    with project.read() as db:
        for article in articles.after(db, 0, 50):
            found += [one.value for one in suggestions.of(db, article.key) if one.source.startswith(source)]
    return found


def test_the_shipped_model_is_where_training_begins(project):
    assert Reader(project.scheme).base == paths.resource("models", "names")


def test_articles_of_one_story_are_refused_before_the_work(tmp_path):
    with Project.create(tmp_path / "p", paths.default_scheme(), "Claire") as project:
        with project.write() as db:
            for n in range(8):
                articles.put(db, Article(f"{world.text_of(1)}Dernière ligne, la {n}.\n", name=f"a{n}"), "test")
        with project.read() as db:
            keys = [one.key for one in articles.after(db, 0, 8)]
        desk = Desk(project)
        for key in keys:
            world.annotate(desk, key)
        with pytest.raises(UserError, match="qui ne se recopient pas"):
            train(project, Reader(project.scheme), Options(), lambda event: None)
        assert [one.name for one in (project.folder / shelf.FOLDER).iterdir() if not one.name.startswith(".")] == []


def test_an_interval_without_width_says_nothing():
    assert not is_known({"value": 1.0, "low": 1.0, "high": 1.0})
    assert is_known({"value": 0.9, "low": 0.8, "high": 1.0})
