"""What can be taken the other way round: a city for a place or a power, a service line for text or not."""

from __future__ import annotations

from collections.abc import Callable

from depeche.annotate import masks, powers
from depeche.core.change import Change
from depeche.core.span import Span
from depeche.messages import tr
from depeche.suggest.boilerplate import Boilerplate, boilerplate
from depeche.suggest.pipeline import actors
from depeche.ui.session import Session

Stretch = tuple[int, int]


class Turns:
    """Acts on the mark, the words or the service line that a session has in hand."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def place_or_power(self) -> None:
        """Take a city that is marked as a power for a place and go on; one that isn't marked, for a power."""
        session = self._session
        held = session.focused or session.grip
        if held is None:
            session.said.emit(tr("Choisissez d’abord des mots : ← → puis Maj, ou la souris."), False)
            return
        change = self._done(lambda: powers.turn(session.desk, held, actors().is_place, _stands_for))
        if change is None:
            return
        if any(isinstance(item, Span) for part in change.parts for item in part.after):
            session.follow(change, None)
        else:
            session.go_on()
        session.said.emit(change.title, False)

    def unmask(self, stretch: Stretch | None = None) -> None:
        """Take the greyed line at `stretch`, or the one at or after the hand, for text."""
        session = self._session
        masked = session.masked
        found = next((one for one in masked if (one.start, one.end) == stretch), None) if stretch else self._at(masked)
        if found is None:
            session.said.emit(tr("Aucune ligne n’est grisée dans cet article."), False)
            return
        self._turn(found)

    def mask(self) -> None:
        """Grey the line at or after the hand again that somebody took for text."""
        session = self._session
        article = session.desk.article
        taken = [
            one for one in boilerplate(article.text) if (one.start, one.end) in article.unmasked
        ] if article and article.unmasked else []  # fmt: skip
        found = self._at(taken)
        if found is None:
            session.said.emit(tr("Aucune ligne de cet article n’a été prise pour du texte."), False)
            return
        self._turn(found)

    def _turn(self, one: Boilerplate) -> None:
        change = self._done(lambda: masks.turn(self._session.desk, one.start, one.end))
        if change is not None:
            self._session.select(one.start, one.end, by_character=True)
            self._session.said.emit(change.title, False)

    def _done(self, act: Callable[[], Change | None]) -> Change | None:
        return self._session.do(act) if self._session.desk.article else None

    def _at(self, stretches: list[Boilerplate]) -> Boilerplate | None:
        """Return the stretch that the hand is in or that comes after it, going round at the end."""
        here = self._session.place[0]
        return next((one for one in stretches if one.end > here), stretches[0] if stretches else None)


def _stands_for(words: str) -> tuple[str, str] | None:
    return actors().canonical(words, ())
