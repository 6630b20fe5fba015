"""A small world for tests: a project of three articles, a desk in it, a source that proposes what it is told to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from depeche import paths
from depeche.annotate.desk import Desk
from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.store import articles, suggestions
from depeche.store.project import Project

TREATY = (
    "Tarsis signe le traité\n\nLe président Ilan Vorga a promis samedi 12 juillet « une paix durable, dit-il, pour "
    "l’Ostralie ».\nQuelque 600 soldats quitteront la vallée, selon l’Otan.\n"
)
FLOOD = (
    "Crue à Belmare\r\n\r\nAu moins 25\u202f000 personnes ont fui, dit-on à l’Élysée 🇫🇷.\r\nLe préfet reste muet.\r\n"
)
CALM = "Rien à signaler\n\nLa nuit a e\u0301te\u0301 calme 😀 à Tarsis.\u2028"
CALM += "La Croix-Rouge a compté 3\u00a0% de blessés.\n"
TEXTS = {"traité": TREATY, "crue": FLOOD, "calme": CALM}


class Fake:
    """A source that proposes given words, each wherever it stands first."""

    def __init__(self, *proposals: tuple[str, str], version: str = "1", score: float = 0.8, name: str = "fake") -> None:
        self.name = name
        self.version = version
        self._proposals = proposals
        self._score = score

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        proposed = []
        for words, label in self._proposals:
            at = article.text.find(words)
            if at >= 0:
                span = (at, at + len(words), label)
                proposed.append(
                    Suggestion(*span, source=self.name, version=self.version, score=self._score, reason="écrit ainsi")
                )
        return sorted(proposed, key=lambda one: one.start)


def make_project(folder: Path, texts: dict[str, str] = TEXTS, annotator: str = "Claire") -> Project:
    """Return a new project that holds these texts by name."""
    project = Project.create(folder, paths.default_scheme(), annotator)
    with project.write() as db:
        for name, text in texts.items():
            articles.put(db, Article(text, title=text.splitlines()[0], name=name), "test")
    return project


def key_of(project: Project, name: str) -> str:
    """Return the key of the article of that name."""
    with project.read() as db:
        key = articles.by_name(db, name)
    assert key is not None
    return key


def propose(project: Project, name: str, *proposed: Suggestion) -> list[Suggestion]:
    """Put suggestions into an article and return them with their keys."""
    with project.write() as db:
        return suggestions.put(db, key_of(project, name), proposed)


def guess(text: str, words: str, label: str, score: float = 0.8, **fields: object) -> Suggestion:
    """Return a suggestion for the first place where these words stand."""
    at = text.index(words)
    return Suggestion(at, at + len(words), label, source="rules", version="1", score=score, **fields)  # type: ignore[arg-type]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project of three articles: « traité », « crue » (CRLF, a flag, thin spaces), « calme » (NFD, an emoji)."""
    with make_project(tmp_path / "projet") as made:
        yield made


@pytest.fixture
def desk(project: Project) -> Desk:
    """A desk with « traité » on it, and four suggestions for it."""
    propose(
        project,
        "traité",
        guess(TREATY, "Ilan Vorga", "ACTOR", kind="PER", value="Ilan Vorga"),
        guess(TREATY, "samedi 12 juillet", "DATE"),
        guess(TREATY, "« une paix durable, dit-il, pour l’Ostralie »", "QUOTE", kind="direct", value=("Ilan Vorga",)),
        guess(TREATY, "Quelque 600", "FIGURE", value="~600", attrs={"unit": "soldats"}),
    )
    made = Desk(project)
    made.open(key_of(project, "traité"))
    return made


@pytest.fixture
def reopen(project: Project) -> Callable[[], Project]:
    """Closes the project and opens it again, as after a restart."""

    def again() -> Project:
        project.close()
        fresh = Project.open(project.folder)
        project.__dict__.update(fresh.__dict__)
        return project

    return again
