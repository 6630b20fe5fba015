"""Someone who knows the labels of each article and brings the real window to them by the cheapest keys that he sees.

He looks before he presses: every way to the next thing to do is counted in keys, and the shortest is taken. All he
does to the window is key events; what he knows of it (marks, words, what is offered) stands on the screen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from depeche.annotate import hand, snap
from depeche.annotate.everywhere import Hit
from depeche.annotate.hand import Grip, One
from depeche.core.memory import form_of
from depeche.core.span import Span, Value, overlap
from depeche.core.suggestion import Suggestion
from depeche.ui import following
from depeche.ui.dialogs.everywhere import EverywhereDialog
from depeche.ui.values import typed_form
from tests.ui.hands import Hands, remember, settle

Keys = list[str]
NEVER_MS = 100_000_000
"""Memory's pause while keys are counted: it sets to work when it is let, so that the count is the same each time."""
ON_THE_WAY = 4
"""So many keys a missed mention may be away to be marked at once; one further off is left for the end."""


@dataclass(frozen=True)
class Wanted:
    """A span as the labels have it. `starts`, `ends` and `kinds` are right as well; `valued`: the set gives values."""

    start: int
    end: int
    label: str
    kind: str | None = None
    value: Value = None
    valued: bool = True
    starts: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()

    def placed(self, start: int, end: int, label: str) -> bool:
        """Tell whether these are its borders and label."""
        return label == self.label and start in {self.start, *self.starts} and end in {self.end, *self.ends}

    def is_kind(self, one: One) -> bool:
        return self.kind is None or one.kind == self.kind or one.kind in self.kinds

    def is_value(self, one: One) -> bool:
        """Compare values; which apostrophe a name is written with makes no other name."""
        return not self.valued or form_of(typed_form(one.value)) == form_of(typed_form(self.value))

    def is_met(self, one: One) -> bool:
        return self.placed(one.start, one.end, one.label) and self.is_kind(one) and self.is_value(one)


@dataclass
class Tally:
    """Keys by kind of act, and how often each act was done."""

    keys: Counter[str] = field(default_factory=Counter)
    times: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        self.keys += other.keys
        self.times += other.times


Neutral = Callable[[One], bool]
IsMeant = Callable[[Hit, str], bool]
"""Whether a place found in any article is to be marked under a label."""


class Perfect:
    """Brings one article on the desk to what is `wanted`; a mark that the set says nothing of is `neutral`."""

    def __init__(
        self, hands: Hands, wanted: Sequence[Wanted], neutral: Neutral, *, bulk: bool, everywhere: IsMeant | None = None
    ) -> None:
        self.tally = Tally()
        self._hands = hands
        self._session = hands.window.session
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
        meant = self._pairs()
        doubts = [one for one in self._session.marks if self._is_wrong(one, meant)]
        missed = [one for one in self._missing(meant) if id(one) not in self._given_up]
        first = doubts[0] if doubts else None
        for one in missed:
            if first is not None and one.start > first.start:
                break
            route = self._route_to(one)
            if route is not None and (first is None or len(route) <= ON_THE_WAY):
                self._add(one, route)
                return True
        if first is not None:
            self._settle_doubt(first, meant.get(first.key))
            return True
        if missed:
            best = min(missed, key=lambda one: len(self._route_to(one) or ["?"] * 999))
            route = self._route_to(best)
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

    def _pairs(self) -> dict[str, Wanted]:
        """Return which mark is to become which wanted span: where label and borders fit, then where they overlap."""
        pairs: dict[str, Wanted] = {}
        taken: set[int] = set()

        def rank(one: One, wanted: Wanted) -> tuple[bool, bool, int]:
            shared = 2 * overlap(one, wanted) - (one.end - one.start) - (wanted.end - wanted.start)  # type: ignore[arg-type]
            return wanted.placed(one.start, one.end, one.label), isinstance(one, Span), shared

        def may(one: One, wanted: Wanted) -> bool:
            same = one.label == wanted.label or (one.start, one.end) == (wanted.start, wanted.end)
            return same and overlap(one, wanted) > 0  # type: ignore[arg-type]

        found = [
            (rank(one, wanted), one.key, wanted) for one in self._session.marks for wanted in self._wanted
            if may(one, wanted)
        ]  # fmt: skip
        for _, key, wanted in sorted(found, key=lambda each: (each[0], each[1]), reverse=True):
            if key not in pairs and id(wanted) not in taken:
                pairs[key] = wanted
                taken.add(id(wanted))
        return pairs

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
        after = self._session.focused
        if after is None or not wanted.is_met(after):
            self._given_up.add(id(wanted))
            if isinstance(after, Suggestion):
                self._press("accept", "Space")
        self._let_memory_work()

    def _borders(self, wanted: Wanted) -> None:
        one = self._session.focused
        if one is None or wanted.placed(one.start, one.end, wanted.label):
            return
        self.tally.times["borders"] += 1
        whole = self._whole_of(one)
        if whole is not None and wanted.placed(*whole, one.label):
            self._press("borders", "Shift+E")
        self._move("start", wanted.start, wanted.starts, "U", "I")
        self._move("end", wanted.end, wanted.ends, "O", "P")

    def _whole_of(self, one: One) -> tuple[int, int] | None:
        """Return what Shift+E would make of a mark."""
        return self._hands.window.strokes.wider(one)

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
        for _ in range(8):
            self._press("kind", "G")
            one = self._session.focused
            if one is None or wanted.is_kind(one):
                return

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
            self._type(act, typed_form(wanted.value))
            if not self._hands.view.hasFocus():
                self._press(act, "Esc")  # it couldn't be read

    def _type(self, act: str, value: str) -> None:
        """Type a value in the shortest way that the window reads as it: in short, or begun and taken from the list."""
        place = QApplication.focusWidget()
        assert isinstance(place, QLineEdit)
        read = self._hands.window.values.read
        short = [words for words in _shorter(value) if form_of(typed_form(read(words).value)) == form_of(value)]
        typed = min([*short, value], key=len)
        names = place.completer()
        assert names is not None
        for n in range(1, len(typed) - 1) if value in self._hands.window.values.known_names() else ():
            names.setCompletionPrefix(value[:n])
            if names.currentCompletion() == value:
                self._hands.type(value[:n])
                for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
                    QTest.keyClick(names.popup(), key)
                QApplication.processEvents()
                self.tally.keys[act] += n + 2
                return
        self._hands.type(typed)
        self.tally.keys[act] += len(typed)
        self._press(act, "Return" if typed_form(read(typed).value) == value else "Shift+Return")

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
        self._borders(wanted)
        self._kind(wanted)
        self._value(wanted)
        after = self._session.focused
        if after is None or not wanted.is_met(after):
            self._given_up.add(id(wanted))
        elif self._everywhere is not None and wanted.label == "ACTOR":
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
        for step in self._way_to(key, self._session.focus, self._place()):
            self._press("move", step)

    def _place(self) -> hand.Place | None:
        held = self._session.focused or self._session.grip
        return hand.place_of(held) if held else None

    def _way_to(self, key: str, focus: str | None, place: hand.Place | None) -> Keys:
        """Return the keys that put the hand on a mark: through the doubts, or through all marks, by one and by five."""
        if focus == key:
            return []
        ways = []
        pending, marks = list(self._session.desk.pending), self._session.marks
        for ones, forth, back in ((pending, "Tab", "Shift+Tab"), (marks, "Down", "Up")):
            keys = [one.key for one in ones]
            if key not in keys:
                continue
            for step, name in ((1, forth), (-1, back)):
                first = keys.index(hand.beside(ones, focus, place, step))
                ways.append([name] * (1 + step * (keys.index(key) - first) % len(keys)))
        keys = [one.key for one in marks]
        if focus in keys:
            away = keys.index(key) - keys.index(focus)
            fives, ones_left = divmod(abs(away), 5)
            forth, back = ("Down", "Up") if away > 0 else ("Up", "Down")
            ways.append([f"Shift+{forth}"] * fives + [forth] * ones_left)
            if keys.index(focus) + (5 * (fives + 1) if away > 0 else -5 * (fives + 1)) in range(len(keys)):
                ways.append([f"Shift+{forth}"] * (fives + 1) + [back] * (5 - ones_left))
        return min(ways, key=len)

    def _route_to(self, wanted: Wanted) -> Keys | None:
        """Return the shortest keys after which the label's key marks the wanted words, or nearly; None for no way."""
        tokens = self._session.tokens
        first = next((n for n, token in enumerate(tokens) if token[1] > wanted.start), None)
        last = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n][0] < wanted.end), None)
        if first is None or last is None or first > last:
            return None
        ways: list[tuple[int, Keys]] = []
        aims = self._aims(wanted, first, last)
        for keys, head in self._standpoints(first, last):
            for at, then, mend in aims:
                walk = _walk(at - head)
                ways.append((len(keys) + len(walk) + len(then) + mend, [*keys, *walk, *then]))
        for keys, grip in self._led(tokens[first][0], tokens[last][1]):
            mend = self._mend(wanted, following.reach(self._session.desk, grip, wanted.label))
            if mend is not None:
                ways.append((len(keys) + mend, keys))
        return min(ways, key=lambda each: each[0])[1] if ways else None

    def _aims(self, wanted: Wanted, first: int, last: int) -> list[tuple[int, Keys, int]]:
        """Return the words to go to, what to press there before the label, and how many border keys are left then."""
        tokens, found = self._session.tokens, []
        for at in range(first, last + 1):
            grip = Grip(*tokens[at], loose=True)
            mend = self._mend(wanted, following.reach(self._session.desk, grip, wanted.label))
            if mend is not None:
                found.append((at, [], mend))
        found.append((first, ["Shift+Right"] * (last - first), 0))
        found.append((last, ["Shift+Left"] * (last - first), 0))
        return found

    def _mend(self, wanted: Wanted, place: tuple[int, int]) -> int | None:
        """Return how many keys bring a mark at a place to the wanted borders; None where it isn't near."""
        value = self._session.project.scheme.get(wanted.label).value
        start, end = snap.trim(self._hands.text, *place, value)
        if wanted.placed(start, end, wanted.label):
            return 0
        if start >= end or not (start < wanted.end and wanted.start < end):
            return None
        tokens = self._session.tokens
        moves = sum(min(start, wanted.start) <= token[0] < max(start, wanted.start) for token in tokens)
        moves += sum(min(end, wanted.end) < token[1] <= max(end, wanted.end) for token in tokens)
        return moves // 5 + moves % 5 if moves else None

    def _standpoints(self, first: int, last: int) -> Iterator[tuple[Keys, int]]:
        """Yield ways to put the hand on a word: from where it is, and by way of the marks nearest to the words."""
        tokens, grip = self._session.tokens, self._session.grip
        if grip is not None and grip.head >= 0:
            yield [], grip.head
        elif (place := self._place()) is not None:
            yield ["Right"], self._token_at(place[0])
        else:
            yield ["Right"], 0
        for one in self._near(tokens[first][0], tokens[last][1]):
            yield [*self._way_to(one.key, self._session.focus, self._place()), "Right"], self._token_at(one.start)

    def _near(self, start: int, end: int) -> list[One]:
        """Return the marks next to a stretch, three on either side."""
        marks = self._session.marks
        before = [one for one in marks if one.start < end][-3:]
        return [*before, *[one for one in marks if one.start >= end][:3]]

    def _token_at(self, start: int) -> int:
        tokens = self._session.tokens
        return min(bisect_left(tokens, (start,)), len(tokens) - 1)

    def _led(self, start: int, end: int) -> Iterator[tuple[Keys, Grip]]:
        """Yield how semicolon and comma lead to what overlaps a stretch, from the hand and the marks next to it."""
        unmarked = self._hands.window.strokes.unmarked()
        aims = [n for n, one in enumerate(unmarked) if one[0] < end and start < one[1]]
        starts: list[tuple[Keys, hand.Place | None]] = [([], self._place())]
        for one in self._near(start, end):
            starts.append((self._way_to(one.key, self._session.focus, self._place()), hand.place_of(one)))
        for way, place in starts:
            for key, step in ((";", 1), (",", -1)):
                found = hand.upcoming(unmarked, place, step)
                for aim in aims if found is not None else ():
                    steps = 1 + step * (aim - unmarked.index(found)) % len(unmarked)
                    if steps < 12:
                        yield [*way, *[key] * steps], Grip(*unmarked[aim], loose=True)

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


def _walk(away: int) -> Keys:
    """Return the shortest steps over so many words, by one and by ten."""
    forth, back = ("Right", "Left") if away > 0 else ("Left", "Right")
    tens, ones = divmod(abs(away), 10)
    if ones > 6:
        return [f"Ctrl+{forth}"] * (tens + 1) + [back] * (10 - ones)
    return [f"Ctrl+{forth}"] * tens + [forth] * ones


def _shorter(value: str) -> Iterator[str]:
    """Yield what somebody might type for a value: parts of a name, a day with its month."""
    names = value.split(" ; ")
    yield from value.split()
    if len(names) > 1:
        yield from ("; ".join(short) for short in product(*(name.split() for name in names)))
    parts = value.split("-")
    if len(parts) == 3 and all(part.isdigit() for part in parts):
        year, month, day = (int(part) for part in parts)
        yield f"{day}/{month}"
        yield f"{day}/{month}/{year}"
