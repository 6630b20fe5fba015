"""What the mark in hand is worth: its kind, the values it may have, and one that is typed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from depeche.annotate import hand, offers
from depeche.annotate.hand import One
from depeche.core.scheme import ValueType
from depeche.core.span import Value
from depeche.core.suggestion import Suggestion
from depeche.errors import UserError
from depeche.messages import tr
from depeche.suggest.othernames import other_names, spellings, with_nation
from depeche.suggest.valuer import parse_typed
from depeche.ui.known_names import NAMED, KnownNames
from depeche.ui.session import Session
from depeche.ui.words import figure_words

_PERSON, _BODY, _STATE = "PER", "ORG", "GPE"
_SEVERAL = " ; "
_NEAR = 250
"""Code points around a quote in which several persons may be its speakers."""
_BRACKETS = re.compile(r"\s\(([^()\n]{2,40})\)")
_AND = re.compile(r"\s+et\s+(?:[^\W\d_][\w.’'-]*\s+){0,3}")


@dataclass(frozen=True, slots=True)
class Reading:
    """How typed words are read: the value they give with the attributes it brings, or why they can't be read.

    `words` is the value as a person reads it, with its unit; `completed`: it is a known name that was typed in short;
    `new` are names that are known from nowhere.
    """

    value: Value = None
    brought: dict[str, Any] = field(default_factory=dict)
    words: str = ""
    error: str = ""
    completed: bool = False
    new: tuple[str, ...] = ()


class Values:
    """Acts on the kind and value of the mark that a session has in hand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._names = KnownNames(session, self._type_of)

    # --- kinds

    def next_kind(self, step: int = 1) -> None:
        """Give the focused mark the next (1) or previous (-1) kind of its label, going round."""
        one = self._session.focused
        kinds = (
            self._session.project.scheme.get(one.label).kinds
            if one and one.label in self._session.project.scheme
            else ()
        )
        if one is None or not kinds:
            return
        names = [kind.kind for kind in kinds]
        follows = names[0 if step > 0 else -1]
        if one.kind in names:
            follows = names[(names.index(one.kind) + step) % len(names)]
        self._session.follow(self._session.do(lambda: self._session.desk.edit(one.key, kind=follows)), one.label)

    # --- values that are offered

    def choices(self) -> list[tuple[str, str]]:
        """Return the other values the focused mark may have, each with a word on why."""
        one = self._session.focused
        if one is None:
            return []
        kind = self._type_of(one)
        if kind is ValueType.NUMBER:
            return offers.for_figure(one)
        if kind is ValueType.DATE:
            return offers.for_date(one)
        if kind not in NAMED:
            return hand.choices(one)
        desk = self._session.desk
        corrected = offers.corrections(desk.spans, desk.suggestions)
        scheme = self._session.project.scheme
        naming = {label.label for label in scheme.labels if label.value is ValueType.NAME}
        named = [mark for mark in self._session.marks if mark.label in naming]
        if kind is ValueType.NAME:
            words = desk.text_of(one)
            known = [words, *(name for name in (one.value,) if isinstance(name, str)), *self._in_brackets(one)]
            nations = self._with_nation(one, words, named) if one.kind == _BODY else ()
            return offers.for_name(
                one, words, named, corrected, other_names(*known), self._names.lately, nations, spellings
            )
        places = [(mark.start, corrected.get(mark.value, mark.value)) for mark in named if isinstance(mark.value, str)]
        together = self._together(one, named, corrected)
        return offers.for_speech(one, places, corrected, self._names.lately, together, spellings)

    def _in_brackets(self, one: One) -> list[str]:
        """Return the other name that a text gives beside a name: « Haut-Commissariat pour les réfugiés (HCR) »."""
        article = self._session.desk.article
        match = _BRACKETS.match(article.text, one.end) if article else None
        return [match[1]] if match else []

    def _together(self, one: One, named: list[One], corrected: dict[str, str]) -> list[str]:
        """Return the persons who are named as one subject near a quote: « ont assuré Mme Selk et M. Vorga »."""
        article = self._session.desk.article
        persons = [mark for mark in named if mark.kind == _PERSON and isinstance(mark.value, str)]
        found = []
        for first, second in pairwise(persons):
            near = min(abs(first.start - one.end), abs(one.start - second.end)) < _NEAR
            if article and near and _AND.fullmatch(article.text, first.end, second.start):
                both = [
                    corrected.get(mark.value, mark.value) for mark in (first, second) if isinstance(mark.value, str)
                ]
                found.append(typed_form(tuple(both)))
        return found

    def _with_nation(self, one: One, words: str, named: list[One]) -> list[str]:
        states = Counter(mark.value for mark in named if mark.kind == _STATE and isinstance(mark.value, str))
        article = self._session.desk.article
        before = article.text[max(0, one.start - 12) : one.start] if article else ""
        return with_nation(words, before, [state for state, _ in states.most_common(3)])

    def choose(self, rank: int) -> None:
        """Give the focused mark the value at that rank (from 0) of its choices; a doubt is settled thereby."""
        found = self.choices()
        if rank < len(found):
            self._settle(found[rank][0])

    def choose_none(self) -> None:
        """Take the value of the focused mark away: nobody is said to have spoken, no day is meant."""
        if self._session.focused is not None:
            self._settle(None)

    def _settle(self, value: str | None) -> None:
        """Set a value; on a suggestion that is a verdict, after which the hand goes on as after any other."""
        was = self._session.focused
        self._set_value(value)
        if isinstance(was, Suggestion) and self._session.focus != was.key:
            self._session.step_doubt(1)

    def next_reading(self) -> None:
        """Give the focused mark the next of its possible values, going round; the present one joins the others."""
        one, found = self._session.focused, [value for value, _ in self.choices()]
        if one is None or not found:
            return
        at = found.index(one.value) + 1 if one.value in found else 0
        self._set_value(found[at % len(found)])

    def _set_value(self, value: Value) -> None:
        one = self._session.focused
        if one is None:
            return
        if isinstance(value, str) and self._type_of(one) is ValueType.SPEAKER and _SEVERAL in value:
            value = tuple(value.split(_SEVERAL))
        attrs = dict(one.attrs)
        if isinstance(one.value, str) and value in attrs.get("readings", ()):
            others = [reading for reading in attrs["readings"] if reading != value]
            attrs["readings"] = [*others, one.value] if one.value not in others else others
        self._session.follow(
            self._session.do(lambda: self._session.desk.edit(one.key, value=value, attrs=attrs)), one.label
        )

    # --- values that are typed

    def words(self) -> str:
        """Return the value of the focused mark as one types it."""
        one = self._session.focused
        return typed_form(one.value) if one else ""

    def lacking(self) -> str:
        """Say what the focused mark has no value of, as after another label was given to it; "" where it has one."""
        one = self._session.focused
        if one is None or one.value:
            return ""
        return {
            ValueType.NUMBER: tr("aucun nombre lu"),
            ValueType.DATE: tr("aucune date lue"),
            ValueType.NAME: tr("aucun nom"),
            ValueType.SPEAKER: tr("aucun locuteur (plusieurs : A ; B)"),
        }.get(self._type_of(one), "")

    def known_names(self) -> list[str]:
        """Return the names that a value may be completed to: the article's, the registry's, those given lately.

        Those of the article come first. Empty for a mark that isn't worth a name.
        """
        one = self._session.focused
        if one is None or self._type_of(one) not in NAMED:
            return []
        return self._names.every()

    def read(self, typed: str, *, literally: bool = False) -> Reading:
        """Return how typed words would be read for the focused mark; nothing is changed.

        An alias of the registry is read as the registered name, a known person's first or last name (« Kim ») or the
        beginning of a name as the whole, if it is only one's; « X et Y » as two speakers, if both are known;
        `literally` as it stands.
        """
        one, article = self._session.focused, self._session.desk.article
        if one is None or article is None:
            return Reading()
        kind = self._type_of(one)
        try:
            value, brought = parse_typed(kind, typed, article)
        except UserError as error:
            return Reading(error=str(error))
        as_typed = value
        if kind in NAMED and not literally:
            value = self._meant(kind, value)
        words = typed_form(value) or tr("sans valeur")
        unit = brought.get("unit")
        words = f"{words} {unit}" if unit and unit not in words else words
        plain = figure_words(value) if kind is ValueType.NUMBER and isinstance(value, str) else ""
        if plain and plain not in words:
            plain = f"{plain} {unit}" if unit and unit not in plain else plain
            words = tr("{shown} (noté {written})", shown=plain, written=words)
        named = ((value,) if isinstance(value, str) else value or ()) if kind in NAMED else ()
        new = tuple(name for name in named if self._names.is_new(name))
        return Reading(value, brought, words, completed=value != as_typed, new=new)

    def type_value(self, typed: str, *, literally: bool = False) -> bool:
        """Give the focused mark the value that was typed; False, with a sentence said, where it can't be read."""
        one = self._session.focused
        if one is None or self._session.desk.article is None:
            return False
        read = self.read(typed, literally=literally)
        if read.error:
            self._session.said.emit(read.error, True)
            return False
        if read.value == one.value and not read.brought:
            return True
        attrs = dict(one.attrs) | read.brought
        self._session.follow(
            self._session.do(lambda: self._session.desk.edit(one.key, value=read.value, attrs=attrs)), one.label
        )
        return True

    # --- names

    def _meant(self, kind: ValueType, value: Value) -> Value:
        if value is None:
            return None
        if kind is not ValueType.SPEAKER:
            return self._names.meant(value) if isinstance(value, str) else value
        names = [
            name for typed in ((value,) if isinstance(value, str) else value) for name in self._names.several(typed)
        ]
        return tuple(names) if isinstance(value, tuple) or len(names) > 1 else names[0]

    def _type_of(self, one: One) -> ValueType:
        scheme = self._session.project.scheme
        return scheme.get(one.label).value if one.label in scheme else ValueType.TEXT


def typed_form(value: Value) -> str:
    """Return a value as one types it: several names with semicolons between."""
    return _SEVERAL.join(value) if isinstance(value, tuple) else value or ""
