"""The project's articles as the panels see them: which there are, in which state, and which comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from depeche.annotate.queue import Ranked
from depeche.core.article import Heading, State
from depeche.core.order import Order
from depeche.store import articles, suggestions
from depeche.store.project import Project

_AT_ONCE = 100


class Library:
    """Questions about a project's articles, each answered by one short read."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._ranked = Ranked(Order.NUMBER, ())
        self._rank: dict[int, int] = {}

    @property
    def ranked(self) -> Ranked:
        """The order that the articles are in."""
        return self._ranked

    def put_order(self, ranked: Ranked) -> None:
        """Have the articles in this order from now on; one that it doesn't know comes last."""
        numbers = () if ranked.order is Order.NUMBER else ranked.numbers
        self._ranked, self._rank = ranked, {number: n for n, number in enumerate(numbers)}

    def numbers(self, states: Collection[State] = (), words: str = "") -> list[int]:
        """Return the numbers of the articles in one of `states` whose title, name or source holds `words`, in order."""
        with self._project.read() as db:
            found = articles.numbers(db, self._project.annotator, states, words)
        rank, last = self._rank, len(self._rank)
        return sorted(found, key=lambda number: rank.get(number, last + number)) if rank else found

    def headings(self, numbers: Sequence[int]) -> list[Heading]:
        """Return the headings of the articles with these numbers, in their order."""
        with self._project.read() as db:
            found = articles.headings(db, self._project.annotator, numbers)
        place = {number: n for n, number in enumerate(numbers)}
        return sorted(found, key=lambda one: place[one.number])

    def counts(self) -> Counter[State]:
        """Return how many articles are in each state."""
        with self._project.read() as db:
            return Counter(articles.state_counts(db, self._project.annotator))

    def neighbour(self, number: int, step: int, states: Collection[State] = ()) -> str | None:
        """Return the key of the next (1) or previous (-1) article in one of `states`, None at the end.

        By value the next in a state is the first, wherever one is: what comes next is worth most.
        """
        if self._rank:
            return self._beside(number, step, states)
        with self._project.read() as db:
            return articles.neighbour(db, self._project.annotator, number, step, states)

    def _beside(self, number: int, step: int, states: Collection[State]) -> str | None:
        numbers, rank = self._ranked.numbers, self._rank
        at = rank.get(number, -1)
        if self._ranked.order is Order.VALUE and states and step > 0:
            at = -1
        ahead = numbers[at + 1 :] if step > 0 else numbers[:at][::-1] if at > 0 else ()
        for start in range(0, len(ahead), _AT_ONCE):
            for one in self.headings(ahead[start : start + _AT_ONCE]):
                if one.number != number and (not states or one.state in states):
                    return one.key
        return None

    def first(self, last_opened: str) -> str | None:
        """Return the key to begin with: the article opened last, else the first that waits, else the first."""
        with self._project.read() as db:
            if last_opened and articles.exists(db, last_opened):
                return last_opened
        return self.neighbour(0, 1, (State.TODO, State.STARTED)) or self.neighbour(0, 1)

    def all_keys(self) -> list[str]:
        """Return the keys of all articles."""
        with self._project.read() as db:
            return articles.not_suggested_by(db, "")

    def next_waiting(self, number: int) -> str | None:
        """Return the key of the next article that waits for the annotator, None where none does."""
        return self.neighbour(number, 1, (State.TODO, State.STARTED))

    def standing(self, key: str) -> dict[str, tuple[int, int, str]]:
        """Return borders and label of an article's suggestions as they are in the project now, by key."""
        with self._project.read() as db:
            return {one.key: (one.start, one.end, one.label) for one in suggestions.of(db, key)}

    def lacks_suggestions(self) -> bool:
        """Tell whether there is an article for which no source has proposed anything yet."""
        with self._project.read() as db:
            return articles.without_suggestions(db)
