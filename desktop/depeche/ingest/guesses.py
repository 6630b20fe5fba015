"""The suggestions behind marks that come in. Several annotators may have judged the same one, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from depeche.core.suggestion import Suggestion


class Guesses:
    """Finds the suggestion behind a mark among those of the article, `there` already or new; `new` are the new ones."""

    def __init__(self, there: Iterable[Suggestion] = ()) -> None:
        self.new: list[Suggestion] = []
        self._alike: defaultdict[str, list[Suggestion]] = defaultdict(list)
        self._judged: set[tuple[str | None, str]] = set()
        for one in there:
            self._alike[_said(one)].append(one)

    @property
    def waiting(self) -> list[Suggestion]:
        """Return the new ones that nobody has judged."""
        return [one for one in self.new if (None, one.key) in self._judged]

    @property
    def judged(self) -> list[Suggestion]:
        """Return the new ones that somebody has judged."""
        return [one for one in self.new if (None, one.key) not in self._judged]

    def for_one(self, guess: Suggestion, annotator: str | None) -> Suggestion:
        """Return the suggestion that says what `guess` says for this annotator's verdict (None: it waits for one)."""
        alike = self._alike[_said(guess)]
        one = None if annotator is None else next((g for g in alike if self._is_free(g, annotator)), None)
        if one is None:
            one = guess
            alike.append(one)
            self.new.append(one)
        self._judged.add((annotator, one.key))
        return one

    def _is_free(self, one: Suggestion, annotator: str) -> bool:
        return self._judged.isdisjoint({(annotator, one.key), (None, one.key)})


def _said(one: Suggestion) -> str:
    said = (one.start, one.end, one.label, one.kind, one.source, one.version, one.score, one.reason)
    return repr((said, one.value, dict(one.attrs)))
