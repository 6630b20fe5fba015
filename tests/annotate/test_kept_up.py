"""What lies on a desk follows each act by itself; it is what would be read of the project and found anew."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from depeche.annotate import bulk, labelling
from depeche.annotate.desk import Desk
from depeche.annotate.sheet import read_sheet, waiting
from depeche.core.article import Article
from depeche.core.calibration import Calibration
from depeche.core.change import Part
from depeche.core.suggestion import Outcome, Suggestion, Verdict
from depeche.store import articles, confidence, spans, suggestions
from depeche.store.project import Project
from tests.fixtures import TREATY, guess, key_of, propose

TEXT = " ".join(f"mot{n}" for n in range(60))


def some_suggestions(draw: random.Random) -> list[Suggestion]:
    """Return suggestions of which many overlap, share their borders or lie in one another."""
    words = [(at, at + len(word)) for at, word in _words()]
    found = []
    for _ in range(40):
        first = draw.randrange(len(words) - 4)
        last = first + draw.choice((0, 0, 1, 2, 3))
        label = draw.choice(("ACTOR", "DATE", "FIGURE", "QUOTE"))
        found.append(Suggestion(words[first][0], words[last][1], label, source="test", version="1", score=0.5))
    return found


def _words() -> list[tuple[int, str]]:
    found, at = [], 0
    for word in TEXT.split(" "):
        found.append((at, word))
        at += len(word) + 1
    return found


def act(desk: Desk, draw: random.Random) -> None:
    """Do one of the things that a hand does, on something that lies there."""
    ones = [*desk.pending, *desk.spans]
    one = draw.choice(ones) if ones else None
    way = draw.choice(("accept", "reject", "relabel", "border", "remove", "mark", "undo", "undo", "redo"))
    if way == "undo":
        desk.undo()
    elif way == "redo":
        desk.redo()
    elif way == "mark":
        at, word = draw.choice(_words())
        desk.mark(at, at + len(word), draw.choice(("ACTOR", "QUOTE")))
    elif isinstance(one, Suggestion) and way == "accept":
        desk.accept(one.key)
    elif isinstance(one, Suggestion) and way in ("reject", "remove"):
        desk.reject(one.key)
    elif one is not None and way == "relabel":
        desk.edit(one.key, label=draw.choice(("ACTOR", "DATE", "FIGURE", "QUOTE")))
    elif one is not None and way == "border" and one.end - one.start > 6:
        desk.edit(one.key, end=one.end - draw.randrange(1, 5))
    elif one is not None and not isinstance(one, Suggestion):
        desk.remove(one.key)


@pytest.mark.parametrize("seed", range(8))
def test_the_desk_shows_what_would_be_read(project: Project, seed: int) -> None:
    draw = random.Random(seed)
    with project.write() as db:
        key = articles.put(db, Article(TEXT, title="", name="mots"), "test").key
        suggestions.put(db, key, some_suggestions(draw))
    desk = Desk(project)
    desk.open(key)
    for _ in range(25):
        act(desk, draw)
        with project.read() as db:
            sheet = read_sheet(db, key, desk.annotator)
        assert desk.sheet is not None
        assert (desk.spans, desk.state, desk.notes) == (sheet.spans, sheet.state, sheet.notes)
        assert dict(desk.verdicts) == dict(sheet.verdicts)
        assert dict(desk.suggestions) == dict(sheet.suggestions)
        assert desk.sheet.hidden == sheet.hidden
        assert desk.pending == waiting(sheet, project.scheme.nests)


def test_a_desk_follows_what_was_worked_out_on_suggestions_it_doesnt_show(project: Project) -> None:
    key = key_of(project, "traité")
    (hidden,) = propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR", score=0.3))
    with project.write() as db:
        confidence.put(db, Calibration(hide_below=0.5))
    desk = Desk(project)
    desk.open(key)
    assert (desk.suggestions, desk.sheet and desk.sheet.hidden) == ({}, 1)
    with project.write() as db:
        confidence.put(db, Calibration(hide_below=0.1))
    said = Verdict(hidden.key, Outcome.REJECTED)
    bulk.carry_out(desk, "Rejeté partout", [Part(key, (), (said,))])
    assert (dict(desk.verdicts), list(desk.suggestions)) == ({hidden.key: said}, [hidden.key])
    assert desk.sheet is not None
    assert desk.sheet.hidden == 0
    assert desk.mark(hidden.start, hidden.end, "ACTOR") is not None


def test_a_suggestion_whose_label_went_out_of_use_doesnt_wait_again_when_its_verdict_is_undone(
    project: Project,
) -> None:
    key, paul = key_of(project, "traité"), Desk(project)
    (one,) = propose(project, "traité", guess(TREATY, "samedi 12 juillet", "DATE"))
    with project.write() as db:
        paul.annotator = spans.put_annotator(db, "Paul")
    paul.open(key)
    paul.reject(one.key)
    used = (replace(label, retired=label.label == "DATE") for label in project.scheme.labels)
    labelling.carry_out(Desk(project), labelling.plan(project, replace(project.scheme, labels=tuple(used))))
    paul.reload()
    assert list(paul.suggestions) == [one.key]
    paul.undo()
    assert (dict(paul.verdicts), dict(paul.suggestions), paul.pending) == ({}, {}, ())
    paul.redo()
    assert list(paul.suggestions) == [one.key]
