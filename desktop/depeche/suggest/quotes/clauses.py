"""Which clause a verb of speech stands in, by the words between it and others. Knows tokens only."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.suggest.quotes.grammar import clitic
from depeche.suggest.quotes.reading import MASK, Token
from depeche.suggest.quotes.verbs import Verb


def reported(tokens: Sequence[Token], verb: Verb, verbs: Sequence[Verb]) -> bool:
    """« X a prévenu que Y répondrait « … » »: tell whether what Y would say is X's word."""
    if not tokens[verb.last].word.endswith(("rait", "raient")):
        return False
    return told_by(tokens, verb, verbs)


def told_by(tokens: Sequence[Token], verb: Verb, verbs: Sequence[Verb]) -> bool:
    """« X a dit que la situation exige « … »: tell whether another verb of speech governs this one."""
    earlier = [v for v in verbs if v.last < verb.first]
    return bool(earlier) and any(t.word in ("que", "qu'") for t in tokens[earlier[-1].last : verb.first])


def closes(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether the verb at token `k` stands behind a comma after quoted words."""
    return k > 0 and tokens[k - 1].word == "," and any(t.word.startswith(MASK) for t in tokens[max(0, k - 3) : k])


def asks_between(tokens: Sequence[Token], verb: Verb, q: int) -> bool:
    """« … d'exiger un geste, ou n'est-ce là qu'un « … » »: tell whether a question stands between verb and words."""
    return verb.cue.form == "infinitive" and any(clitic(t.word) for t in tokens[verb.last + 1 : q])
