"""What an act was called in one language is told in the other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from depeche import messages
from depeche.__main__ import main
from depeche.annotate import wording
from depeche.annotate.desk import Desk
from depeche.core import retold as module
from depeche.core.retold import retold
from depeche.store.project import Project
from tests.fixtures import TREATY, guess, key_of, propose


@pytest.fixture(autouse=True)
def language_back() -> Iterator[None]:
    yield
    messages.set_language(None)


def plain(words: str) -> str:
    return " ".join(words.split())


def in_both(title) -> tuple[str, str]:
    """Return what a function that names an act says in French and in English."""
    said = []
    for language in ("fr", "en"):
        messages.set_language(language)
        said.append(title())
    return said[0], said[1]


TITLES = [
    lambda: messages.tr("Accepté « {words} »", words="Date : Passer"),
    lambda: wording.labelled_everywhere("Kim Jong-un", 1_234, 3),
    lambda: wording.labelled_everywhere("Kim Jong-un", 2, 1),
    lambda: wording.put_in(wording.State.DONE),
    lambda: messages.tr("Retour à : {title}", title=messages.tr("Accepté « {words} »", words="mardi")),
    lambda: messages.tr("%n acteur confirmé|%n acteurs confirmés", n=1_200),
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_told_in_the_language_in_use_whichever_it_was_stored_in(title) -> None:
    french, english = in_both(title)
    assert french != english
    for language, wanted in (("fr", french), ("en", english)):
        messages.set_language(language)
        assert retold(french) == wanted
        assert retold(english) == wanted


def test_what_isnt_ours_stays_as_it_is() -> None:
    for language in messages.LANGUAGES:
        messages.set_language(language)
        for words in ("", "Moscou", "Sergueï Lavrov : « non »", "{words}", "%n"):
            assert retold(words) == words


def test_each_sentence_without_places_finds_its_other_form_again() -> None:
    messages.set_language("en")
    for french, english in messages.translations().items():
        if module._PLACE.search(french) or "|" in french or sum(map(str.isalpha, french)) < 12:
            continue
        assert retold(french) == english


def test_the_history_of_french_work_is_english_for_somebody_who_reads_english(project: Project, capsys) -> None:
    (one,) = propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR", kind="PER"))
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    desk.accept(one.key)
    folder: Path = project.folder
    project.close()
    assert main(["history", str(folder)]) == 0
    assert "Accepté « Ilan Vorga »" in plain(capsys.readouterr().out)
    messages.set_language("en")
    assert main(["history", str(folder)]) == 0
    assert "Accepted “Ilan Vorga”" in plain(capsys.readouterr().out)
    assert main(["history", str(folder), "--json"]) == 0
    assert "Accepté" in json.loads(capsys.readouterr().out)["title"], "data is as it is stored"
