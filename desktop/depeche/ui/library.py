"""The project's articles as the panels see them: which there are, in which state, and which comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from depeche.core.article import Heading, State
from depeche.store import articles, suggestions
from depeche.store.project import Project


class Library:
    """Questions about a project's articles, each answered by one short read."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def numbers(self, states: Collection[State] = (), words: str = "") -> list[int]:
        """Return the numbers of the articles in one of `states` whose title, name or source holds `words`."""
        with self._project.read() as db:
            return articles.numbers(db, self._project.annotator, states, words)

    def headings(self, numbers: Sequence[int]) -> list[Heading]:
        """Return the headings of the articles with these numbers."""
        with self._project.read() as db:
            return articles.headings(db, self._project.annotator, numbers)

    def counts(self) -> Counter[State]:
        """Return how many articles are in each state."""
        with self._project.read() as db:
            return Counter(articles.state_counts(db, self._project.annotator))

    def neighbour(self, number: int, step: int, states: Collection[State] = ()) -> str | None:
        """Return the key of the next (1) or previous (-1) article in one of `states`, None at the end."""
        with self._project.read() as db:
            return articles.neighbour(db, self._project.annotator, number, step, states)

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
