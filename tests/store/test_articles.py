"""Finding articles: by words, by state, one after the other."""

from __future__ import annotations

import pytest

from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.store import articles
from tests.fixtures import key_of, make_project


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", [1, 2, 3, 4]),
        ("elysee", [1]),
        ("ÉLYSÉE", [1]),
        ("l'Élysée", [1]),
        ("tats-unis émir", [2]),
        ("%", [3]),
        ("_", [4]),
        ("100 %", [3]),
        ("'; drop table articles; --", []),
        ("e\u0301mirats", [2]),
    ],
)
def test_words_are_found_without_case_and_accents(tmp_path, words, found):
    titles = ["L’Élysée se tait", "États-Unis et Émirats", "À 100\u00a0% contre", "Sous_titre"]
    with (
        make_project(tmp_path / "p", {f"n{n}": title for n, title in enumerate(titles)}) as project,
        project.read() as db,
    ):
        assert articles.numbers(db, project.annotator, words=words) == found


def test_states_filter_and_lead_from_one_to_the_next(project):
    desk = Desk(project)
    desk.open(key_of(project, "crue"))
    desk.set_state(State.DONE)
    with project.read() as db:
        who = desk.annotator
        assert articles.numbers(db, who, [State.DONE]) == [2]
        assert articles.numbers(db, who, [State.TODO]) == [1, 3]
        assert articles.numbers(db, who, [State.TODO, State.DONE]) == [1, 2, 3]
        assert articles.neighbour(db, who, 1, 1) == key_of(project, "crue")
        assert articles.neighbour(db, who, 1, 1, [State.TODO]) == key_of(project, "calme")
        assert articles.neighbour(db, who, 3, -1, [State.TODO]) == key_of(project, "traité")
        assert articles.neighbour(db, who, 3, 1) is None
        counts = articles.state_counts(db, who)
        assert [(one.number, one.state) for one in articles.headings(db, who, [3, 2])] == [
            (2, State.DONE),
            (3, State.TODO),
        ]
        assert articles.count(db) == 3
    assert counts == {**dict.fromkeys(State, 0), State.DONE: 1, State.TODO: 2}
