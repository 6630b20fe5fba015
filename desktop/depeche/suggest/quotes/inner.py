"""The incise inside the marks: « Nous partons, a déclaré X, et nous reviendrons. »"""

from __future__ import annotations

from depeche.suggest.quotes.attribution import Attribution
from depeche.suggest.quotes.mentions import Mentions
from depeche.suggest.quotes.pairing import Pair
from depeche.suggest.quotes.pronouns import Pronouns
from depeche.suggest.quotes.reading import Reading, Token, tokenise
from depeche.suggest.quotes.roles import ROLES
from depeche.suggest.quotes.verbs import Verbs

_INNER = 1500
"""How many characters of a quote are searched for an incise."""
_APART = 60
_TITLED = 140
_DEFINITE = ("le", "la", "l'")


class Inner:
    """Finds who speaks where the reporter takes the word inside the marks."""

    def __init__(self, reading: Reading, mentions: Mentions, verbs: Verbs, pronouns: Pronouns) -> None:
        self._reading = reading
        self._mentions = mentions
        self._verbs = verbs
        self._pronouns = pronouns

    def attribute(self, found: Attribution, pair: Pair, s: int) -> None:
        """« …, a déclaré X, … »: the incise stands inside the marks, and nothing outside of them names a speaker."""
        if found.how in ("incise", "deux-points") or pair.inner_end - pair.inner_start < 30:
            return
        tokens = tokenise(self._reading.text, pair.inner_start, min(pair.inner_end, pair.inner_start + _INNER))
        for verb in self._verbs.among(tokens):
            if not verb.first or tokens[verb.first - 1].word not in (",", "!", "?") or verb.cue.kind == "relay":
                continue
            if verb.cue.form not in ("finite", "participle") or verb.agent is not None:
                continue
            if verb.pronoun:
                found.mark("incise", verb.cue)
                self._pronouns.name(found, s, pair.start, verb.pronoun, (0.0, 0.8), "")
                return
            end = tokens[verb.last].end
            stop = next((t.start for t in tokens[verb.last + 1 :] if t.word in (",", ".", ";")), pair.inner_end)
            named = self._mentions.quoted(end, stop)
            pronoun = _function(tokens, verb.last + 1)
            if pronoun and not named:
                stops = [t.start for t in tokens[verb.last + 1 :] if t.word in (",", ".", ";")][1:2]
                named = self._mentions.quoted(end, stops[0] if stops else pair.inner_end)
                named = [m for m in named if m.kind == "PER" and m.start - stop < 3]
            if named and named[0].start - end < (_TITLED if pronoun else _APART):
                found.mark("incise", verb.cue)
                found.propose(named[:1], 0.85, f"sujet de « {tokens[verb.last].word} » dans la citation")
                return
            if pronoun:
                found.mark("incise", verb.cue)
                self._pronouns.name(found, s, pair.start, pronoun, (0.0, 0.75), "")
                return


def _function(tokens: list[Token], k: int) -> str:
    """Return the pronoun that fits the function at token `k` (« rappelle l'autrice de … »), "" if there is none."""
    if k + 1 >= len(tokens) or tokens[k].word not in _DEFINITE or tokens[k + 1].word not in ROLES:
        return ""
    word = tokens[k + 1].word
    feminine = tokens[k].word == "la" or word.endswith(("trice", "euse", "ienne", "ière", "ée", "esse"))
    return "elle" if feminine else "il"
