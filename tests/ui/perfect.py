"""Someone who knows the labels of each article and brings the real window to them by the cheapest keys that he sees.

He looks before he presses: every way to the next thing to do is counted in keys, and the shortest is taken. All he
does to the window is key events; what he knows of it (marks, words, what is offered) stands on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from depeche.annotate.hand import One
from depeche.core.memory import form_of
from depeche.core.span import Span, overlap
from depeche.core.suggestion import Suggestion
from depeche.ui.dialogs.everywhere import EverywhereDialog
from depeche.ui.values import typed_form
from tests.ui.hands import Hands, remember, settle
from tests.ui.typist import type_value
from tests.ui.wanted import IsMeant, Neutral, Tally, Wanted, paired
from tests.ui.ways import Keys, Ways

NEVER_MS = 100_000_000
"""Memory's pause while keys are counted: it sets to work when it is let, so that the count is the same each time."""
ON_THE_WAY = 4
"""So many keys a missed mention may be away to be marked at once; one further off is left for the end."""


class Perfect:
    """Brings one article on the desk to what is `wanted`; a mark that the set says nothing of is `neutral`."""

    def __init__(
        self, hands: Hands, wanted: Sequence[Wanted], neutral: Neutral, *, bulk: bool, everywhere: IsMeant | None = None
    ) -> None:
        self.tally = Tally()
        self._hands = hands
        self._session = hands.window.session
        self._ways = Ways(hands)
        self._wanted = sorted(wanted, key=lambda one: (one.start, -one.end))
        self._neutral = neutral
        self._bulk = bulk
        self._everywhere = everywhere
        self._given_up: set[int] = set()
        scheme = self._session.project.scheme
        self._label_keys = {label.label: label.key.upper() for label in scheme.active if label.key}

    # --- the article from the first doubt to « done »

    def finish(self) -> None:
        """Work the article through."""
        self._let_memory_work()
        if self._bulk and len(self._session.desk.pending) > 2:
            self._press("bulk", "Shift+Space")
            self._press("bulk", "Return")
            self.tally.times["bulk"] += 1
            settle(self._hands.window)
            self._let_memory_work()
        for _ in range(2_000):
            if not self._one_more():
                break
        else:
            raise AssertionError("the article does not end")
        self._press("finish", "F")

    def _one_more(self) -> bool:
        """Do the next thing there is to do; False when there is none."""
        meant = paired(self._session.marks, self._wanted)
        doubts = [one for one in self._session.marks if self._is_wrong(one, meant)]
        missed = [one for one in self._missing(meant) if id(one) not in self._given_up]
        first = doubts[0] if doubts else None
        for one in missed:
            if first is not None and one.start > first.start:
                break
            if self._add_by_letter(one):
                return True
            route = self._ways.to_words(one)
            if route is not None and (first is None or len(route) <= ON_THE_WAY):
                self._add(one, route)
                return True
        if first is not None:
            self._settle_doubt(first, meant.get(first.key))
            return True
        if missed:
            if any(self._add_by_letter(one) for one in missed):
                return True
            best = min(missed, key=lambda one: len(self._ways.to_words(one) or ["?"] * 999))
            route = self._ways.to_words(best)
            if route is None:
                self._given_up.add(id(best))
            else:
                self._add(best, route)
            return True
        return False

    def _is_wrong(self, one: One, meant: dict[str, Wanted]) -> bool:
        """Tell whether a mark wants a key: every doubt does, and a span that isn't what it should be."""
        if isinstance(one, Suggestion):
            return True
        wanted = meant.get(one.key)
        if wanted is None:
            return not self._neutral(one)
        return not wanted.is_met(one) and id(wanted) not in self._given_up

    def _settle_doubt(self, one: One, wanted: Wanted | None) -> None:
        self._go(one.key)
        if wanted is None and not self._neutral(one):
            self._press("reject", "X")
            self.tally.times["reject"] += 1
            self._let_memory_work()
        elif wanted is None or (isinstance(one, Suggestion) and wanted.is_met(one)):
            act = "neutral" if wanted is None else "accept"
            self._press(act, "Space")
            self.tally.times[act] += 1
        else:
            self._correct(wanted)

    def _missing(self, meant: dict[str, Wanted]) -> list[Wanted]:
        kept = {id(one) for one in meant.values()}
        return [one for one in self._wanted if id(one) not in kept]

    # --- what is done to one mark

    def _correct(self, wanted: Wanted) -> None:
        """Bring the mark in hand to what is wanted; the first act accepts it."""
        one = self._session.focused
        assert one is not None
        if one.label != wanted.label:
            self.tally.times["relabel"] += 1
            self._press("relabel", self._label_keys[wanted.label])
        self._borders(wanted)
        self._kind(wanted)
        self._value(wanted)
        if not self._is_done(wanted):
            self._given_up.add(id(wanted))
            if isinstance(self._session.focused, Suggestion) and self._session.focus == one.key:
                self._press("accept", "Space")
        self._let_memory_work()

    def _borders(self, wanted: Wanted) -> None:
        one = self._session.focused
        if one is None or wanted.placed(one.start, one.end, wanted.label):
            return
        self.tally.times["borders"] += 1
        offered = self._hands.window.strokes.alternatives(one)
        presses = next((n for n, place in enumerate(offered, 1) if wanted.placed(*place, one.label)), 0)
        if presses and presses <= self._ways.moves(wanted, (one.start, one.end)):
            for _ in range(presses):
                self._press("borders", "Shift+E")
            return
        self._move("start", wanted.start, wanted.starts, "U", "I")
        self._move("end", wanted.end, wanted.ends, "O", "P")

    def _move(self, edge: str, goal: int, also: frozenset[int], back: str, forth: str) -> None:
        for _ in range(400):
            one = self._session.focused
            if one is None or getattr(one, edge) == goal or getattr(one, edge) in also:
                return
            here = getattr(one, edge)
            places = [token[0] if edge == "start" else token[1] for token in self._session.tokens]
            between = sum(min(here, goal) < place <= max(here, goal) for place in places)
            key = back if goal < here else forth
            self._press("borders", f"Shift+{key}" if between >= 5 else key)
            moved = self._session.focused
            there = here if moved is None else getattr(moved, edge)
            if there == here or (here < goal) != (there <= goal):
                return  # a neighbour is in the way, or the border wanted lies inside a word

    def _kind(self, wanted: Wanted) -> None:
        one = self._session.focused
        if one is None or wanted.is_kind(one):
            return
        self.tally.times["kind"] += 1
        kinds = [kind.kind for kind in self._session.project.scheme.get(wanted.label).kinds]
        right = [n for n, kind in enumerate(kinds) if kind == wanted.kind or kind in wanted.kinds]
        if not right:
            return
        forth = min((n - kinds.index(one.kind)) % len(kinds) if one.kind in kinds else n + 1 for n in right)
        back = min((kinds.index(one.kind) - n) % len(kinds) if one.kind in kinds else len(kinds) - n for n in right)
        for _ in range(min(forth, back)):
            self._press("kind", "G" if forth <= back else "Shift+G")

    def _value(self, wanted: Wanted) -> None:
        one = self._session.focused
        if one is None or wanted.is_value(one):
            return
        act = "speaker" if wanted.label == "QUOTE" else "value"
        self.tally.times[act] += 1
        goal = form_of(typed_form(wanted.value))
        offered = [form_of(value) for value, _ in self._hands.window.values.choices()]
        if not goal:
            self._press(act, "0")
        elif goal in offered:
            self._press(act, str(offered.index(goal) + 1))
        else:
            self._press(act, "V")
            self.tally.keys[act] += type_value(
                self._hands, typed_form(wanted.value), last=bool(self._session.desk.pending)
            )
            if not self._hands.view.hasFocus():
                self._press(act, "Esc")  # it couldn't be read

    def _add_by_letter(self, wanted: Wanted) -> bool:
        """Mark what nobody suggested by the letter that stands at it; False where that is no shorter than to go there.

        Where its borders or its kind want mending it is kept in hand, else the hand stays where it is.
        """
        found = self._ways.by_letter(wanted)
        if found is None:
            return False
        badge, mend = found
        route = self._ways.to_words(wanted)
        if route is not None and len(route) + 1 + self._ways.mends(wanted, route) < 2 + mend:
            return False
        self.tally.times["missed"] += 1
        held = self._session.focus
        self._press("missed", f"Shift+{self._label_keys[wanted.label]}")
        keep = mend > 0 or (bool(badge.kind) and not wanted.is_of(badge.kind))
        self._press("missed", f"Shift+{badge.letter}" if keep else badge.letter)
        if keep and self._session.focus != held:
            self._mend(wanted)
        elif not self._is_done(wanted) and (made := self._made(wanted)) is not None:
            self._go(made.key)
            self._mend(wanted)
        self._let_memory_work()
        return True

    def _made(self, wanted: Wanted) -> Span | None:
        """Return the span that stands where one is wanted."""
        spans = (one for one in self._session.desk.spans if one.label == wanted.label and overlap(one, wanted))  # type: ignore[arg-type]
        return next(spans, None)

    def _mend(self, wanted: Wanted) -> None:
        """Mend what the words don't say of a span that was just made and is in hand."""
        self._borders(wanted)
        self._kind(wanted)
        self._value(wanted)
        if not self._is_done(wanted):
            self._given_up.add(id(wanted))

    def _is_done(self, wanted: Wanted) -> bool:
        return any(wanted.is_met(one) for one in self._session.desk.spans)

    def _add(self, wanted: Wanted, route: Keys) -> None:
        """Mark what nobody suggested: go there, label it, mend what its words don't say."""
        self.tally.times["missed"] += 1
        for key in route:
            self._press("missed", key)
        self._press("missed", self._label_keys[wanted.label])
        one = self._session.focused
        if one is None or one.label != wanted.label or not overlap(one, wanted):  # type: ignore[arg-type]
            self._given_up.add(id(wanted))
            return
        self._mend(wanted)
        after = next((one for one in self._session.desk.spans if wanted.is_met(one)), None)
        if after is not None and self._everywhere is not None and wanted.label == "ACTOR":
            self._label_everywhere(after, self._everywhere)
        self._let_memory_work()

    def _label_everywhere(self, one: One, is_meant: IsMeant) -> None:
        """Label the same words in all articles where they stand again: W, a Space for each wrong place, Return."""
        words = self._hands.words(one)
        if not self._pays(words):
            return
        self._press("everywhere", "W")
        (dialog,) = (one for one in self._hands.dialogs if isinstance(one, EverywhereDialog))
        while not dialog.is_over:
            QApplication.processEvents()
        ticked = dialog.rows.ticked
        wrong = [hit for hit in ticked if not is_meant(hit, one.label)]
        if 2 * len(wrong) >= len(ticked):
            self._press("everywhere", "Esc")
            return
        for row in range(dialog.rows.rowCount()):
            hit = dialog.rows.hit(row)
            if any(hit is other for other in wrong):
                while dialog.view.currentIndex().row() < row:
                    self._press("everywhere", "Down")
                self._press("everywhere", "Space")
        self._press("everywhere", "Return")
        self.tally.times["everywhere"] += 1
        settle(self._hands.window)

    def _pays(self, words: str) -> bool:
        """Tell whether the words stand once more in what is still to be marked here."""
        text, marks = self._hands.text, self._session.marks
        return any(
            text[one.start : one.end] == words and not any(one.is_met(mark) for mark in marks) for one in self._wanted
        )

    # --- ways

    def _go(self, key: str) -> None:
        for step in self._ways.to(key):
            self._press("move", step)

    # --- keys

    def _press(self, act: str, key: str) -> None:
        self._hands.press(key)
        self.tally.keys[act] += 1

    def _let_memory_work(self) -> None:
        """Wait the third of a second that memory takes after an act, without the wait."""
        recall = self._hands.window.work.recall
        if recall.waits:
            recall._pause.start(0)
            remember(self._hands.window)
            recall._pause.setInterval(NEVER_MS)
