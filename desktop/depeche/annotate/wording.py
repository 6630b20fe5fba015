"""What an act is called in the history: « Accepté « Moscou » ». Knows words, changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from depeche.annotate.everywhere import Fate, Hit
from depeche.core.article import Article, State
from depeche.core.scheme import Scheme
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion
from depeche.messages import language, number, tr

_OPENS, _CLOSES = re.compile(r"[«“„]\s*"), re.compile(r"\s*[»”]")
LONGEST = 40
"""Characters of an article that a title quotes at most."""
_NAMED = 2


def words_of(article: Article, one: Span | Suggestion) -> str:
    """Return the words of a span for a title, on one line and shortened."""
    return shortened(article.text[one.start : one.end])


def nested(words: str) -> str:
    """Return words on one line, to stand between quotation marks.

    Their own marks are those of a quotation within another: “ ” in French, ‘ ’ in English.
    """
    opening, closing = ("‘", "’") if language() == "en" else ("“", "”")
    return _CLOSES.sub(closing, _OPENS.sub(opening, " ".join(words.split())))


def shortened(words: str) -> str:
    """Return words as `nested` does, cut where a title would get too long."""
    words = nested(words)
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def labelled(words: str, label: str, scheme: Scheme) -> str:
    """Name the act of labelling."""
    return tr("Étiqueté « {words} » comme {name}", words=words, name=scheme.get(label).name)


def instead(title: str, article: Article, gone: Iterable[object], scheme: Scheme) -> str:
    """Return an act's title with the spans among what is `gone` for it: nobody looked for their loss."""
    lost = [
        tr("« {words} » ({name})", words=words_of(article, one),
           name=scheme.get(one.label).name if one.label in scheme else one.label)
        for one in gone
        if isinstance(one, Span)
    ]  # fmt: skip
    if not lost:
        return title
    more = len(lost) - _NAMED
    named = ", ".join(lost[:_NAMED]) + (tr(" et %n autre| et %n autres", n=more) if more > 0 else "")
    return tr("{title}, à la place de {lost}", title=title, lost=named)


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


def in_articles(articles: int) -> str:
    """Say in how many articles something is."""
    return tr("dans %n article|dans %n articles", n=articles)


def labelled_everywhere(words: str, times: int, articles: int) -> str:
    """Name the act of labelling the same words in many places."""
    where = in_articles(articles)
    return tr("Étiqueté {times} × « {words} » {where}", times=number(times), words=words, where=where)


def rejected_everywhere(words: str, times: int, articles: int) -> str:
    """Name the act of rejecting the same words in many places."""
    where = in_articles(articles)
    return tr("Rejeté {times} × « {words} » {where}", times=number(times), words=words, where=where)


def accepted_everywhere(words: str, times: int, articles: int) -> str:
    """Name the act of accepting the same words in many places."""
    where = in_articles(articles)
    return tr("Accepté {times} × « {words} » {where}", times=number(times), words=words, where=where)


def accepted_many(times: int, which: str) -> str:
    """Name the act of accepting suggestions of one article at once; `which` says what they have in common."""
    return tr("Accepté %n suggestion ({which})|Accepté %n suggestions ({which})", n=times, which=which)


def fate(hit: Hit, scheme: Scheme) -> str:
    """Say what stands in the place of a hit."""
    name = scheme.get(hit.label).name if hit.label in scheme else hit.label
    said = {
        Fate.FREE: tr("libre"),
        Fate.SUGGESTED: tr("suggéré : {name}", name=name),
        Fate.MARKED: tr("déjà étiqueté"),
        Fate.OTHER: tr("étiqueté : {name}", name=name),
        Fate.INSIDE: tr("pris dans un autre passage : {name}", name=name),
        Fate.REJECTED: tr("déjà rejeté"),
        Fate.TIED: tr("partie d’un mot composé"),
        Fate.MASKED: tr("hors du texte (ligne grisée)"),
        Fate.ASIDE: tr("article témoin, pas encore terminé"),
        Fate.NAMED: name,
    }[hit.fate]
    return tr("{said}, article terminé", said=said) if hit.is_finished and hit.is_open else said


def among_finished(n: int) -> str:
    """Say that so many of some places are in articles that somebody has declared done; nothing where none is."""
    return tr("dont %n dans un article terminé|dont %n dans des articles terminés", n=n) if n else ""
