"""What the mark in hand is worth: its kind, the values it may have, and one that is typed."""

from __future__ import annotations

from depeche.annotate import hand
from depeche.core.scheme import ValueType
from depeche.errors import UserError
from depeche.suggest.valuer import parse_typed
from depeche.ui.session import Session

_NAMED = (ValueType.NAME, ValueType.SPEAKER)


class Values:
    """Acts on the kind and value of the mark that a session has in hand."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def next_kind(self) -> None:
        """Give the focused mark the next kind of its label."""
        one = self._session.focused
        kinds = (
            self._session.project.scheme.get(one.label).kinds
            if one and one.label in self._session.project.scheme
            else ()
        )
        if one is None or not kinds:
            return
        names = [kind.kind for kind in kinds]
        follows = names[(names.index(one.kind) + 1) % len(names)] if one.kind in names else names[0]
        self._session.follow(self._session.do(lambda: self._session.desk.edit(one.key, kind=follows)), one.label)

    def choices(self) -> list[tuple[str, str]]:
        """Return the other values the focused mark may have, each with a word on why."""
        return hand.choices(self._session.focused) if self._session.focused else []

    def words(self) -> str:
        """Return the value of the focused mark as one types it."""
        one = self._session.focused
        value = one.value if one else None
        return " ; ".join(value) if isinstance(value, tuple) else value or ""

    def known_names(self) -> list[str]:
        """Return the names that the article's marks have as values, for a mark that is worth a name; else none."""
        one, scheme = self._session.focused, self._session.project.scheme
        if one is None or one.label not in scheme or scheme.get(one.label).value not in _NAMED:
            return []
        worth_names = [mark for mark in self._session.marks if mark.label in scheme]
        found: set[str] = set()
        for mark in worth_names:
            if scheme.get(mark.label).value in _NAMED and mark.value:
                found |= {mark.value} if isinstance(mark.value, str) else set(mark.value)
        return sorted(found, key=str.casefold)

    def choose(self, rank: int) -> None:
        """Give the focused mark the value at that rank (from 0) of its choices."""
        found = self.choices()
        if rank < len(found):
            self._set_value(found[rank][0])

    def next_reading(self) -> None:
        """Give the focused mark the next of its possible values, going round; the present one joins the others."""
        one, found = self._session.focused, [value for value, _ in self.choices()]
        if one is None or not found:
            return
        at = found.index(one.value) + 1 if one.value in found else 0
        self._set_value(found[at % len(found)])

    def _set_value(self, value: str) -> None:
        one = self._session.focused
        if one is None:
            return
        attrs = dict(one.attrs)
        if isinstance(one.value, str) and value in attrs.get("readings", ()):
            others = [reading for reading in attrs["readings"] if reading != value]
            attrs["readings"] = [*others, one.value] if one.value not in others else others
        self._session.follow(
            self._session.do(lambda: self._session.desk.edit(one.key, value=value, attrs=attrs)), one.label
        )

    def type_value(self, typed: str) -> bool:
        """Give the focused mark the value that was typed; False, with a sentence said, where it can't be read."""
        one, article = self._session.focused, self._session.desk.article
        if one is None or article is None:
            return False
        scheme = self._session.project.scheme
        kind = scheme.get(one.label).value if one.label in scheme else ValueType.TEXT
        try:
            value, brought = parse_typed(kind, typed, article)
        except UserError as error:
            self._session.said.emit(str(error), True)
            return False
        if value == one.value and not brought:
            return True
        self._session.follow(
            self._session.do(lambda: self._session.desk.edit(one.key, value=value, attrs=dict(one.attrs) | brought)),
            one.label,
        )
        return True
