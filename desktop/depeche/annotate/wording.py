"""What an act is called in the history: « Accepté « Moscou » ». Knows words, changes nothing."""

from __future__ import annotations

from depeche.core.article import Article, State
from depeche.core.scheme import Scheme
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion
from depeche.messages import tr

LONGEST = 40
"""Characters of an article that a title quotes at most."""


def words_of(article: Article, one: Span | Suggestion) -> str:
    """Return the words of a span for a title, on one line and shortened."""
    words = " ".join(article.text[one.start : one.end].split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def labelled(words: str, label: str, scheme: Scheme) -> str:
    """Name the act of labelling."""
    return tr("Étiqueté « {words} » {name}", words=words, name=scheme.get(label).name)


def edited(words: str, old: Span, new: Span, scheme: Scheme) -> str:
    """Name the act that made `new` of `old`."""
    if new.label != old.label:
        return labelled(words, new.label, scheme)
    if (new.start, new.end) != (old.start, old.end):
        return tr("Bornes de « {words} »", words=words)
    return tr("Valeur de « {words} »", words=words)


def put_in(state: State) -> str:
    """Name the act of putting an article in a state."""
    return {
        State.TODO: tr("Article à faire"),
        State.STARTED: tr("Article repris"),
        State.DONE: tr("Article terminé"),
        State.FLAGGED: tr("Article signalé"),
        State.SKIPPED: tr("Article passé"),
    }[state]
