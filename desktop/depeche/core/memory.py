"""What a project remembers of words: what they were marked as, how often they were refused, and its registry."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from depeche.core.actor import Actor
from depeche.core.span import Value

PRIOR = 2
"""How many verdicts a source's own score is worth: two refusals outweigh even a sure rule, one doesn't."""

LONGEST = 80
"""Longer stretches, in characters, are sentences and aren't remembered."""

_USUAL = 2 / 3
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Tally:
    """What was said of the same words under one label.

    `accepted` counts the spans that stand, by kind and value; `rejected` the times that somebody said no.
    """

    accepted: Mapping[tuple[str | None, Value], int] = field(default_factory=dict, hash=False)
    rejected: int = 0

    @property
    def times(self) -> int:
        """How often the words were marked."""
        return sum(self.accepted.values())

    @property
    def kind(self) -> str | None:
        """The kind that they have in more than two thirds of the spans, None where there is none."""
        met: Counter[str] = Counter()
        for (kind, _), n in self.accepted.items():
            met[kind or ""] += n
        return self._usual(met)

    @property
    def value(self) -> str | None:
        """The value that they have in more than two thirds of the spans, None where there is none."""
        met: Counter[str] = Counter()
        for (_, value), n in self.accepted.items():
            met[value if isinstance(value, str) else ""] += n
        return self._usual(met)

    def _usual(self, met: Counter[str]) -> str | None:
        word, n = met.most_common(1)[0] if met else ("", 0)
        return word or None if n > _USUAL * self.times else None

    def weighed(self, score: float | None) -> float:
        """Return how sure it is that these words are to be marked, between 0 and 1.

        The mean of a Beta distribution whose prior is the source's `score` (1/2 where there is none), worth `PRIOR`
        verdicts, after the verdicts counted here (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.4).
        """
        prior = 0.5 if score is None else score
        return (PRIOR * prior + self.times) / (PRIOR + self.times + self.rejected)


def form_of(words: str) -> str:
    """Return words as they are remembered: one space for any blank, the straight apostrophe; case counts."""
    return _BLANKS.sub(" ", words).strip().replace("’", "'")


class Memory:
    """What is remembered, by label and form.

    `tallies` are what people did, `actors` what they confirmed for all articles.
    """

    def __init__(self, tallies: Mapping[tuple[str, str], Tally], actors: Iterable[Actor] = ()) -> None:
        self.tallies = dict(tallies)
        named: defaultdict[tuple[str, str], list[Actor]] = defaultdict(list)
        for actor in sorted(actors, key=lambda one: (one.name, one.key)):
            for form in dict.fromkeys(map(form_of, actor.forms)):
                named[actor.label, form].append(actor)
        self._named = dict(named)

    def tally(self, label: str, form: str) -> Tally:
        """Return what was said of these words; nothing yet, where they are new."""
        return self.tallies.get((label, form), Tally())

    def actors(self, label: str, form: str) -> tuple[Actor, ...]:
        """Return the actors of the registry that go by this name."""
        return tuple(self._named.get((label, form), ()))

    @property
    def known(self) -> frozenset[tuple[str, str]]:
        """Labels and forms of which anything was said."""
        return frozenset(self._named) | self.tallies.keys()

    def is_positive(self, label: str, form: str) -> bool:
        """Tell whether somebody marked these words or confirmed an actor of that name."""
        return (label, form) in self._named or self.tally(label, form).times > 0
