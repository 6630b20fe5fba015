"""Actors under other names, the same in the whole export: in texts, titles, values, speakers and what is known beside.

First every record is learned from (`learn`), then each comes back changed (`replaced`). Somebody is known by the
canonical name that spans and the registry give, with all names they go by. Spans follow the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from depeche.core.article import Article
from depeche.core.record import Mark, Record
from depeche.core.scheme import ValueType
from depeche.core.words import folded
from depeche.export.person import Person
from depeche.export.persons import Persons
from depeche.export.rewriting import Edit, Moved, rewritten
from depeche.store import actors
from depeche.store.identity import project_key
from depeche.store.project import Project

PERSON = "PER"
"""The kind of actors that are persons."""

_ADDRESS = re.compile(r"\w://|^www\.|\S@\S|^@", re.IGNORECASE)
_PARTS = re.compile("[^\\W\\d_]+")
_IDENTIFIERS = frozenset(
    "id uid guid url uri href link permalink canonical slug file filename path email mail handle twitter".split()
)
"""The last word of such a field's name: `provider_id`, `canonical_url`, `file name`."""
_AUTHORS = frozenset("author authors auteur auteurs byline signature".split())


class Whom(StrEnum):
    """Who gets another name."""

    PERSONS = "persons"
    ALL = "all"


class Pseudonyms:
    """The other names of one project's actors."""

    def __init__(self, project: Project, whom: Whom) -> None:
        with project.read() as db:
            self._registry = actors.every(db)
            secret = project_key(db)
        self._whom = whom
        self._scheme = project.scheme
        self._persons = Persons(secret)
        self._written = 0
        self._moved = 0
        self._kindless = 0
        for actor in self._registry:
            if self._is_meant(actor.label, actor.kind):
                self._persons.learn(actor.name, actor.forms, is_person=actor.kind == PERSON)
            else:
                self._persons.know_other(actor.name)

    def learn(self, record: Record) -> None:
        """Take in who is named in a record."""
        for mark in record.marks:
            if mark.status == "rejected" or mark.label not in self._scheme:
                continue
            words = record.article.text[mark.start : mark.end]
            if self._is_meant(mark.label, mark.kind):
                self._persons.learn(_name(mark) or words, (words,), is_person=mark.kind in (PERSON, None))
            elif self._is_named(mark.label):
                self._persons.know_other(_name(mark) or words)
            elif self._scheme.get(mark.label).value is ValueType.SPEAKER:
                for name in (mark.value,) if isinstance(mark.value, str) else mark.value or ():
                    self._persons.hear(name)

    def replaced(
        self, record: Record, others: Iterable[Mark] = (), named: Iterable[Mark] = ()
    ) -> tuple[Record, tuple[Mark, ...]]:
        """Return a record with the other names in it, and marks of others moved along.

        `named` are all marks on the article: who is named there gets another name, whosever mark it is.
        """
        self._persons.settle()
        text = record.article.text
        edits, kept = self._marked(text, (*record.marks, *named))
        here = {person for person, _ in edits}
        found = [edit for _, each in edits for edit in each]
        taken = [*kept, *((edit.start, edit.end) for edit in found)]
        found += self._persons.naming.edits(text, taken, here)
        moved = Moved(text, found)
        marks = [self._mark(mark, moved, here) for mark in record.marks]
        self._written += len(moved.edits)
        self._moved += moved.snapped
        for before, now in zip(record.marks, marks, strict=True):
            if self._whom is Whom.PERSONS and before.kind is None and self._is_named(before.label):
                self._kindless += text[before.start : before.end] == moved.text[now.start : now.end]
        article = replace(self._article(record.article, moved.text), title=self._title(record.article, moved))
        fresh = replace(record, article=article, marks=tuple(sorted(marks, key=lambda one: (one.start, -one.end))))
        return fresh, tuple(self._mark(mark, moved, here) for mark in others)

    def account(self) -> list[str]:
        """Return what the receipt says of it: what was done, and what remains."""
        who = "Persons" if self._whom is Whom.PERSONS else "All actors"
        return [
            f"{who} go under other names: {self._persons.count} of them, {self._written} places in the texts; titles, "
            "values, speakers and what is known beside follow, addresses are gone and articles have codes for names. "
            "The other names hang on a key that the project has: the same person has the same one in every export of "
            "it, and without the project there is no list to look them up in. "
            "What is marked as something else goes under the other name too where the article names somebody so. "
            f"{self._moved} span borders stood inside a name and moved to its edge.",
            *[f"{self._kindless} spans of actors of which nobody said a kind keep their words."] * bool(self._kindless),
            "What remains: persons that nobody marked, addresses and handles in texts but for the names that they "
            "spell, nicknames and first names by themselves that nobody marked, "
            "functions, places, dates and words by which somebody can still be found, also by a search for a quote; "
            "the names of annotators are as they are. These are pseudonyms, not anonymous texts.",
        ]

    def _is_meant(self, label: str, kind: str | None) -> bool:
        return self._is_named(label) and (self._whom is Whom.ALL or kind == PERSON)

    def _is_named(self, label: str) -> bool:
        return label in self._scheme and self._scheme.get(label).value is ValueType.NAME

    def _marked(
        self, text: str, marks: Iterable[Mark]
    ) -> tuple[list[tuple[Person, list[Edit]]], list[tuple[int, int]]]:
        """Return the edits of the marked names, and where others stand that keep theirs."""
        edits: list[tuple[Person, list[Edit]]] = []
        kept: list[tuple[int, int]] = []
        done: set[tuple[int, int]] = set()
        for mark in marks:
            if mark.status == "rejected" or mark.label not in self._scheme:
                continue
            if self._is_meant(mark.label, mark.kind):
                if (mark.start, mark.end) not in done:
                    done.add((mark.start, mark.end))
                    person = self._persons.of(_name(mark) or text[mark.start : mark.end])
                    edits.append((person, person.edits(text, mark.start, mark.end)))
            elif self._is_named(mark.label):
                kept.append((mark.start, mark.end))
        return edits, [one for one in kept if one not in done]

    def _mark(self, mark: Mark, moved: Moved, here: Collection[Person]) -> Mark:
        start, end = moved.stretch(mark.start, mark.end)
        was = None if mark.was is None else self._told(mark.was)
        if was is not None and ("start" in was or "end" in was):
            then = moved.stretch(int(was.get("start", mark.start)), int(was.get("end", mark.end)))
            was |= {name: at for name, at in zip(("start", "end"), then, strict=True) if name in was}
        return replace(
            mark,
            start=start,
            end=end,
            value=self._value(mark, here),
            attrs=self._told(mark.attrs),
            reason=mark.reason and self._words(mark.reason),
            was=was,
        )

    def _value(self, mark: Mark, here: Collection[Person]) -> Any:
        if isinstance(mark.value, tuple):
            return tuple(map(self._words, mark.value))
        if mark.value and self._is_named(mark.label) and not self._is_meant(mark.label, mark.kind):
            exactly = ((0, len(mark.value)),)  # a town may be called as somebody is whom this article doesn't name
            return rewritten(mark.value, self._persons.naming.edits(mark.value, exactly, here))
        return mark.value and self._words(mark.value)

    def _article(self, article: Article, text: str) -> Article:
        return replace(
            article,
            text=text,
            name=f"article-{self._persons.code(article.name)}",
            source=article.source and self._words(article.source, is_prose=False),
            url=None,
            meta=self._told(article.meta),
            extra=self._told(article.extra),
        )

    def _title(self, article: Article, moved: Moved) -> str:
        """Return the title with the other names: as the text says them where it stands there, marked names too."""
        at = article.text.find(article.title) if article.title else -1
        if at < 0:
            return self._words(article.title)
        start, end = moved.stretch(at, at + len(article.title))
        return moved.text[start:end]

    def _told(self, said: Mapping[str, Any]) -> dict[str, Any]:
        """Return fields without addresses and identifiers, with the other names."""
        known = {name: self._deep(value, author=name.casefold() in _AUTHORS) for name, value in said.items()}
        return {
            self._words(name): value for name, value in known.items() if not _identifies(name) and value is not _GONE
        }  # fmt: skip

    def _deep(self, value: Any, *, author: bool = False) -> Any:
        if isinstance(value, str):
            if _ADDRESS.search(value):
                return _GONE
            return self._persons.of(value).name if author and folded(value) else self._words(value, is_prose=False)
        if isinstance(value, Mapping):
            return self._told(value)
        if isinstance(value, list | tuple):
            return [one for one in (self._deep(each, author=author) for each in value) if one is not _GONE]
        return value

    def _words(self, words: str, *, is_prose: bool = True) -> str:
        person = self._persons.known(words)
        return (
            person.name if person else rewritten(words, self._persons.naming.edits(words, (), set(), is_prose=is_prose))
        )


_GONE = object()


def _identifies(field: str) -> bool:
    """Tell whether a field's name is that of an address or an identifier."""
    parts = _PARTS.findall(re.sub("(?<=[a-z])(?=[A-Z])", " ", field).casefold())
    return bool(parts) and (parts[-1] in _IDENTIFIERS or parts[-2:] == ["file", "name"])


def _name(mark: Mark) -> str:
    return mark.value if isinstance(mark.value, str) else ""
