"""The texts that come next, set before they are asked for, so that to show one is to paint it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from depeche.core.offsets import Offsets
from depeche.ui.text.arrangement import Arrangement
from depeche.ui.text.geometry import Geometry
from depeche.ui.text.page import Page, Paper

Wanted = tuple[int, Offsets, Arrangement]
"""The length of an article's title, its offsets, by which it is known, and its marks."""

_BETWEEN_MS = 15
"""Between two texts, each of which takes some milliseconds, a hand comes first."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article that is set and measured, with its marks."""

    paper: Paper
    geometry: Geometry


class Papers(QObject):
    """Sets articles for a page, one at a time while nothing else is to do."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._wanted: list[Wanted] = []
        self._made: list[Prepared] = []
        self._next = QTimer(self, singleShot=True, interval=_BETWEEN_MS)
        self._next.timeout.connect(self._go_on)

    @property
    def waits(self) -> bool:
        """Whether there is still something to do."""
        return self._next.isActive()

    def prepare(self, wanted: Iterable[Wanted]) -> None:
        """Set these articles, and keep none of those before that aren't among them."""
        self._wanted = list(wanted)
        kept = []
        for made in self._made:
            same = [one for one in self._wanted if one[1] is made.paper.offsets]
            if same and self._page.fits(made.paper):
                kept.append(made)
                self._wanted.remove(same[0])
            else:
                self._page.throw_away(made.paper)
        self._made = kept
        self._next.start()

    def take(self, offsets: Offsets) -> Prepared | None:
        """Give an article away that is set, None where it isn't."""
        found = next((made for made in self._made if made.paper.offsets is offsets), None)
        if found is not None:
            self._made.remove(found)
        return found

    def _go_on(self) -> None:
        if self._wanted:
            self._made.append(self._prepared(*self._wanted.pop(0)))
        elif not self._page.throw_away():
            return
        self._next.start()

    def _prepared(self, title_length: int, offsets: Offsets, marks: Arrangement) -> Prepared:
        paper = self._page.prepared(title_length, offsets)
        geometry = Geometry(paper.document, paper.setting)
        geometry.set_article(paper.document, offsets, offsets.to_view(title_length))
        geometry.set_marks(marks)
        for _ in geometry.visible(0, self._page.viewport().height()):
            pass
        return Prepared(paper, geometry)
