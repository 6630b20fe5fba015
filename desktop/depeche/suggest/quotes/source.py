"""The source of suggestions for QUOTE: marks paired, words judged said or not, speakers ranked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from depeche import paths
from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.quotes.attribution import SURE, Attribution
from depeche.suggest.quotes.cues import Cue, load
from depeche.suggest.quotes.echoes import SAID, Echoes, Judged
from depeche.suggest.quotes.mentions import Mentions
from depeche.suggest.quotes.pairing import Pair, pair
from depeche.suggest.quotes.powers import Powers
from depeche.suggest.quotes.reading import Reading
from depeche.suggest.quotes.speakers import Speakers
from depeche.suggest.quotes.speech import said, whole_sentence

_CALLED = 0.2
"""How sure a quote is whose words are a name: « les « gilets jaunes » »."""
_REPEATED = 0.7
"""How sure a fragment is that stands in another quote of the article, as in a headline."""
_HOW = {
    "incise": "verbe de parole à côté de la citation",
    "deux-points": "deux-points avant les guillemets",
    "selon": "attribuée par « selon »",
    "verbe": "verbe de parole dans la phrase",
    "relais": "propos rapportés par un tiers",
    "": "paroles entre guillemets",
}


class Quotes:
    """Proposes QUOTE spans with their speakers. The cue verbs are read once, when the source is made."""

    name = "quotes"
    version = "2"

    def __init__(self, table: Path | None = None) -> None:
        """Read the cue verbs from `table`, by default those that are shipped, and the capitals that may speak.

        Raises OSError, ValueError.
        """
        self._cues = load(table or paths.resource("gazetteers", "cue_verbs.tsv"))
        self.verbs = frozenset(form for form, cues in self._cues.items() if any(_takes_turn(c) for c in cues))
        self._powers = Powers(paths.resource("gazetteers"))

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return the quotes of `article` in reading order; speakers are sought among the actors in `found`."""
        pairs = pair(article.text, self.verbs)
        if not pairs:
            return []
        reading = Reading(article.text, pairs)
        speakers = Speakers(reading, Mentions(reading, found, self._powers), self._cues)
        called = _called(article.text, pairs, found)
        judged: list[Judged] = []
        for one in pairs:
            attribution = speakers.of(one)
            score = said(reading, one, attribution)
            if (one.start, one.end) in called and attribution.how not in ("incise", "deux-points"):
                score = min(score, _CALLED)
            if score >= SAID:
                speakers.keep(one, attribution)
            judged.append((one, attribution, score))
        echoes = Echoes(reading, judged)
        echoes.headlines()
        repeated = echoes.repeated()
        proposed = []
        for i, (one, attribution, score) in enumerate(judged):
            source = repeated.get(i)
            if score < SAID and source is None:
                continue
            if source is not None:
                attribution, score = judged[source][1], max(score, _REPEATED)
            proposed.append(self._suggestion(reading, one, attribution, score))
        return proposed

    def read(self, article: Article, found: Sequence[Suggestion], start: int, end: int) -> Suggestion | None:
        """Return what somebody's words between these marks are: their kind and who may have said them.

        For a quote that a hand has drawn, whatever speaks for it; None where no pair of marks stands there.
        """
        pairs = pair(article.text, self.verbs)
        chosen = next((one for one in pairs if (one.start, one.end) == (start, end)), None)
        if chosen is None:
            return None
        reading = Reading(article.text, pairs)
        speakers = Speakers(reading, Mentions(reading, found, self._powers), self._cues)
        for one in pairs:
            attribution = speakers.of(one)
            if one is chosen:
                return self._suggestion(reading, one, attribution, said(reading, one, attribution))
            if said(reading, one, attribution) >= SAID:
                speakers.keep(one, attribution)
        return None

    def _suggestion(self, reading: Reading, one: Pair, attribution: Attribution, score: float) -> Suggestion:
        ranked = attribution.speakers
        value: str | tuple[str, ...] | None = None
        if ranked and ranked[0].score > SURE:
            value = ranked[0].name
            if attribution.together > 1 and len(ranked) >= attribution.together:
                value = tuple(s.name for s in ranked[: attribution.together])
        attrs: dict[str, object] = {
            "speakers": [{"name": s.name, "score": round(s.score, 2), "reason": s.reason} for s in ranked]
        }
        if attribution.relay:
            attrs["relay"] = attribution.relay
        if not one.closed:
            attrs["flag"] = "guillemet non fermé"
        elif not one.opened:
            attrs["flag"] = "guillemet non ouvert"
        kind = "direct" if whole_sentence(reading, one, attribution) else "mixed"
        reason = ranked[0].reason if value is not None and attribution.how else _HOW[attribution.how]
        return Suggestion(
            one.start, one.end, "QUOTE", kind, value, attrs, self.name, self.version, round(score, 2), reason
        )


def _called(text: str, pairs: Sequence[Pair], found: Sequence[Suggestion]) -> set[tuple[int, int]]:
    """Return the stretches whose words between the marks are the name of an actor and no more."""
    actors = {(a.start, a.end) for a in found if a.label == "ACTOR"}
    called = set()
    for p in pairs:
        words = text[p.inner_start : p.inner_end]
        start = p.inner_end - len(words.lstrip())
        if (start, start + len(words.strip())) in actors:
            called.add((p.start, p.end))
    return called


def _takes_turn(cue: Cue) -> bool:
    return cue.form == "finite" and not cue.tail and not cue.clitics and cue.quote != "fragment"
