"""A desk on which acts are tried out, one article after the other, to be carried out together as one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from depeche.annotate import neighbours
from depeche.annotate.desk import Desk, Valuer
from depeche.annotate.sheet import Sheet
from depeche.core.change import Change, Item, Part
from depeche.core.suggestion import Outcome, Suggestion, Verdict
from depeche.store.project import Project


class Rehearsal(Desk):
    """All that a hand can do at a desk, with the same verdicts and the same room made, but nothing is stored.

    An act begins an article only if it is `at_hand`: what is done to the others from afar, nobody has read them for.
    """

    def __init__(self, project: Project, valuer: Valuer | None = None, at_hand: str | None = None) -> None:
        super().__init__(project, valuer)
        self._at_hand = at_hand
        self._earlier: Sheet | None = None

    def lay(self, sheet: Sheet) -> None:
        """Put an article on the desk as it stands in the project."""
        self._sheet = self._earlier = sheet

    @property
    def is_aside(self) -> bool:
        """Whether nothing may be done to the article from afar: a blind control that isn't finished."""
        sheet = self._sheet
        return sheet is not None and sheet.is_aside and sheet.article.key != self._at_hand

    @property
    def part(self) -> Part | None:
        """What the acts since `lay` come to in this article; None where they changed nothing."""
        return self._sheet.since(self._earlier) if self._sheet and self._earlier else None

    def accept_all(self, ones: Iterable[Suggestion]) -> int:
        """Accept these as they are, in the order given, all at one stroke; returns how many could be.

        The same as `accept` for each that still waits by then, but thousands cost no more than a few times one.
        """
        items, times = neighbours.accepted(ones, self.pending, self.project.scheme.nests)
        if items:
            self.act("", (), items)
        return times

    def reject_all(self, keys: Collection[str]) -> int:
        """Say no to what waits under these keys and take away the spans under them; returns how many there were."""
        own = [span.key for span in self.spans if span.key in keys]
        for key in own:
            self.remove(key)
        no = tuple(Verdict(one.key, Outcome.REJECTED) for one in self.pending if one.key in keys)
        if no:
            self.act("", (), no)
        return len(own) + len(no)

    def act(self, title: str, before: tuple[Item, ...], after: tuple[Item, ...]) -> Change:
        """Try an act on the article that lies on the desk."""
        if self._article.key == self._at_hand:
            return super().act(title, before, after)
        return self.carry_out(Change(title, (Part(self._article.key, before, after),)))

    def carry_out(self, change: Change) -> Change:
        """Show a change as if it were done."""
        self._show(change)
        return change
