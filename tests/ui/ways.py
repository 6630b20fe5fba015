"""Ways through the window, counted in keys: to a mark, to words that nobody marked. Presses nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from depeche.annotate import hand, snap
from depeche.annotate.hand import Grip, One
from depeche.ui import following
from depeche.ui.text.badges import Badge
from tests.ui.hands import Hands
from tests.ui.wanted import Wanted

Keys = list[str]


class Ways:
    """Finds the shortest ways in one window, by what it shows."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._session = hands.window.session
        self._costs: dict[int, int] = {}

    def to(self, key: str) -> Keys:
        """Return the keys that put the hand on a mark: through the doubts, or through all marks, by one and by five."""
        focus, place = self._session.focus, self._session.place
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
        for sign, forth, back in ((1, "Down", "Up"), (-1, "Up", "Down")):
            at = keys.index(hand.further(marks, focus, place, 5 * sign))
            away = sign * (keys.index(key) - at)
            if away < 0:
                ways.append([f"Shift+{forth}", *[back] * -away])
                continue
            fives, ones_left = divmod(away, 5)
            ways.append([f"Shift+{forth}"] * (1 + fives) + [forth] * ones_left)
            if at + sign * 5 * (fives + 1) in range(len(keys)):
                ways.append([f"Shift+{forth}"] * (2 + fives) + [back] * (5 - ones_left))
        return min(ways, key=len)

    def by_letter(self, wanted: Wanted) -> tuple[Badge, int] | None:
        """Return the letter that Shift and the label's key show at the wanted words, and the border keys left then."""
        found = []
        for badge in self._hands.window.letters.offered(wanted.label):
            mend = self._mend(wanted, (badge.start, badge.end))
            if mend is not None:
                found.append((badge, mend))
        return min(found, key=lambda each: each[1]) if found else None

    def to_words(self, wanted: Wanted) -> Keys | None:
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
        if not ways:
            return None
        cost, keys = min(ways, key=lambda each: each[0])
        self._costs[id(wanted)] = cost
        return keys

    def mends(self, wanted: Wanted, route: Keys) -> int:
        """Return how many border keys a way needs beside itself; `to_words` counted them."""
        return self._costs.get(id(wanted), len(route)) - len(route)

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
        return self.moves(wanted, (start, end)) or None

    def moves(self, wanted: Wanted, place: tuple[int, int]) -> int:
        """Return how many border keys lead from a place to the wanted one, by one token and by five."""
        (start, end), tokens = place, self._session.tokens
        moves = sum(min(start, wanted.start) <= token[0] < max(start, wanted.start) for token in tokens)
        moves += sum(min(end, wanted.end) < token[1] <= max(end, wanted.end) for token in tokens)
        return moves // 5 + moves % 5

    def _standpoints(self, first: int, last: int) -> Iterator[tuple[Keys, int]]:
        """Yield ways to put the hand on a word: from where it is, and by way of the marks nearest to the words."""
        tokens, grip = self._session.tokens, self._session.grip
        if grip is not None and grip.head >= 0:
            yield [], grip.head
        else:
            yield ["Right"], self._token_at(self._session.place[0])
        for one in self._near(tokens[first][0], tokens[last][1]):
            yield [*self.to(one.key), "Right"], self._token_at(one.start)

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
        starts: list[tuple[Keys, hand.Place]] = [([], self._session.place)]
        for one in self._near(start, end):
            starts.append((self.to(one.key), hand.place_of(one)))
        for way, place in starts:
            for key, step in ((";", 1), (",", -1)):
                found = hand.upcoming(unmarked, place, step)
                for aim in aims if found is not None else ():
                    steps = 1 + step * (aim - unmarked.index(found)) % len(unmarked)
                    if steps < 12:
                        yield [*way, *[key] * steps], Grip(*unmarked[aim], loose=True)


def _walk(away: int) -> Keys:
    """Return the shortest steps over so many words, by one and by ten."""
    forth, back = ("Right", "Left") if away > 0 else ("Left", "Right")
    tens, ones = divmod(abs(away), 10)
    if ones > 6:
        return [f"Ctrl+{forth}"] * (tens + 1) + [back] * (10 - ones)
    return [f"Ctrl+{forth}"] * tens + [forth] * ones
