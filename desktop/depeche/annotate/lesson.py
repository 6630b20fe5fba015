"""The tutorial's sample article: what is suggested for it, what is right, how well somebody did. Knows no window."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from depeche.core.agreement import Agreement, score
from depeche.core.article import Article, DateOrigin
from depeche.core.span import Span, Value
from depeche.core.suggestion import Suggestion
from depeche.core.words import folded
from depeche.errors import DamagedError
from depeche.store import articles, suggestions
from depeche.store.project import DATABASE, Project

_OWN = ("start", "end", "label", "text", "value", "kind", "score", "source", "reason")


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article to learn on: `gold` is what the guide wants, `suggestions` what is proposed, some of it wrong."""

    article: Article
    gold: tuple[Span, ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """How well a lesson went: the comparison with its gold, and of exact pairs (gold, found) those that differ.

    `valued` counts by label the exact pairs whose gold has a value.
    """

    agreement: Agreement[Span, Span]
    valued: Mapping[str, int]
    wrong_values: tuple[tuple[Span, Span], ...]
    wrong_kinds: tuple[tuple[Span, Span], ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is missing, too much or different."""
        return not (self.agreement.missed or self.agreement.extra or self.wrong_values or self.wrong_kinds)


def read(said: str) -> Lesson:
    """Return the lesson that the shipped file holds."""
    data = json.loads(said)
    one = data["article"]
    article = Article(
        one["text"],
        title=one["title"],
        name=one["id"],
        date=one["date"],
        date_origin=DateOrigin.GIVEN,
        source=one["source"],
    )
    guesses = tuple(
        Suggestion(
            *_content(guess),
            source=guess["source"],
            version="1",
            score=guess["score"],
            reason=guess["reason"],
        )
        for guess in data["suggestions"]
    )
    return Lesson(article, tuple(Span(*_content(span)) for span in data["gold"]), guesses)


def _content(one: Mapping[str, Any]) -> tuple[int, int, str, str | None, Value, dict[str, Any]]:
    value = one.get("value")
    attrs = {name: said for name, said in one.items() if name not in _OWN}
    return (
        one["start"],
        one["end"],
        one["label"],
        one.get("kind"),
        tuple(value) if isinstance(value, list) else value,
        attrs,
    )


def make(folder: Path, lesson: Lesson, scheme_toml: str, annotator: str) -> Path:
    """Make the project of a lesson anew: what was done in an earlier one is thrown away. Returns the folder.

    Raises ProjectError where the earlier one is open, OSError where it can't be taken away.
    """
    if (folder / DATABASE).is_file():
        try:
            Project.open(folder).close()  # refused while another window is on it
        except DamagedError:
            shutil.rmtree(folder)
    if folder.exists():
        shutil.rmtree(folder)
    with Project.create(folder, scheme_toml, annotator) as project, project.write() as db:
        stored = articles.put(db, lesson.article, "tutorial")
        suggestions.put(db, stored.key, lesson.suggestions)
        articles.set_suggested_by(db, stored.key, "tutorial")
    return folder


def same_value(one: Value, other: Value) -> bool:
    """Tell whether two values say the same, names whatever their accents and case."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other or (folded(one) == folded(other) and not any(map(str.isdigit, one + other)))
    if one is None or other is None:
        return one is other
    names = (sorted(map(folded, (said,) if isinstance(said, str) else said)) for said in (one, other))
    return next(names) == next(names)


def judge(gold: Sequence[Span], found: Sequence[Span]) -> Result:
    """Compare somebody's spans with the gold ones."""
    agreement = score(gold, found)
    valued: dict[str, int] = {}
    wrong = []
    for right, mine in agreement.pairs:
        if right.value is not None:
            valued[right.label] = valued.get(right.label, 0) + 1
            if not same_value(right.value, mine.value):
                wrong.append((right, mine))
    kinds = [(right, mine) for right, mine in agreement.pairs if right.kind is not None and right.kind != mine.kind]
    return Result(agreement, valued, tuple(wrong), tuple(kinds))
