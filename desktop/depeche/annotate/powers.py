"""Place or power: whether a city stands for its state (« selon Moscou ») or is only where something happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from depeche.annotate import snap, wording
from depeche.annotate.desk import Desk
from depeche.annotate.hand import Grip, One
from depeche.core.change import Change, Item
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span
from depeche.core.suggestion import Outcome, Suggestion, Verdict
from depeche.errors import UserError
from depeche.messages import tr

POWER = "GPE"
"""The kind of what governs: states, and the capitals that stand for them."""

IsCity = Callable[[str], bool]
StandsFor = Callable[[str], tuple[str, str] | None]
"""The value and kind that words have by the lists of names, None where nothing is known."""


def turn(desk: Desk, held: One | Grip, is_city: IsCity, stands_for: StandsFor) -> Change | None:
    """Take what the hand holds on the desk's article for a place if it is marked as a power, else for a power.

    A suggestion is rejected, a span removed; bare words get the label that has states, with the state as their value.
    Raises UserError, with the reason in a sentence, for words that are no city or that stand for no state.
    """
    label = _label(desk.project.scheme)
    mark = _mark(desk, held, label)
    if not isinstance(held, Grip) and mark is None:
        raise UserError(tr("« {words} » n’est ni un lieu ni une puissance.", words=_words(desk, held)))
    start, end = (mark.start, mark.end) if mark else _trimmed(desk, held)
    words = _text(desk, start, end)
    if not is_city(words):
        raise UserError(
            tr("« {words} » n’est pas une ville connue : rien à inverser.", words=_words(desk, Span(start, end, label)))
        )
    if mark is not None:
        return _as_place(desk, mark)
    power = stands_for(words)
    if power is None or power[1] != POWER:
        raise UserError(tr("« {words} » ne tient lieu d’aucun État connu : le lieu reste un lieu.", words=words))
    return desk.mark(start, end, label, by_character=True)


def _as_place(desk: Desk, mark: One) -> Change:
    title = tr("Lieu, pas puissance : « {words} »", words=_words(desk, mark))
    before: tuple[Item, ...] = ()
    after: tuple[Item, ...] = ()
    if isinstance(mark, Suggestion):
        return desk.act(title, before, (Verdict(mark.key, Outcome.REJECTED),))
    before = (mark,)
    verdict = desk.verdicts.get(mark.suggestion or "")
    if verdict is not None:
        before, after = (mark, verdict), (Verdict(verdict.suggestion, Outcome.REJECTED),)
    return desk.act(title, before, after)


def _label(scheme: Scheme) -> str:
    for label in scheme.active:
        if label.value is ValueType.NAME and any(kind.kind == POWER for kind in label.kinds):
            return label.label
    raise UserError(tr("Aucune étiquette de ce projet n’a le genre {kind}.", kind=POWER))


def _mark(desk: Desk, held: One | Grip, label: str) -> One | None:
    """Return the mark of that label that is held, or that stands on just the words held."""
    if not isinstance(held, Grip):
        return held if held.label == label else None
    place = _trimmed(desk, held)
    marks: list[One] = [*desk.spans, *desk.pending]
    return next((one for one in marks if one.label == label and (one.start, one.end) == place), None)


def _trimmed(desk: Desk, held: One | Grip) -> tuple[int, int]:
    text = desk.article.text if desk.article else ""
    start, end = snap.trim(text, held.start, held.end, ValueType.NAME)
    return (start, end) if start < end else (held.start, held.end)


def _text(desk: Desk, start: int, end: int) -> str:
    return " ".join((desk.article.text if desk.article else "")[start:end].split())


def _words(desk: Desk, one: One | Grip) -> str:
    stretch = replace(one, label="") if isinstance(one, Span) else Span(one.start, one.end, "")
    return wording.words_of(desk.article, stretch) if desk.article else ""
