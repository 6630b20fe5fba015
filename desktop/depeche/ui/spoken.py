"""What a screen reader says: marks, selections and articles in whole sentences. Words only, no widget."""

from __future__ import annotations

from depeche.annotate.hand import One
from depeche.annotate.wording import nested
from depeche.core.article import Article
from depeche.core.scheme import Scheme
from depeche.core.shown import shown
from depeche.core.suggestion import Suggestion
from depeche.messages import tr
from depeche.ui.words import score_words, source_words, value_words


def mark_sentence(scheme: Scheme, one: One, words: str) -> str:
    """Return a span or suggestion over `words` in sentences: what it is, its kind, its value, who proposes it."""
    known = scheme.get(one.label) if one.label in scheme else None
    label, words = known.name if known else one.label, nested(words)
    if isinstance(one, Suggestion):
        said = [tr("Suggestion, {label} : « {words} ».", label=label, words=words)]
    else:
        said = [tr("Passage, {label} : « {words} ».", label=label, words=words)]
    kind = known.kind_name(one.kind) if known else one.kind or ""
    if kind:
        said.append(tr("Genre : {kind}.", kind=kind))
    if value := value_words(one):
        said.append(tr("Valeur : {value}.", value=value))
    if isinstance(one, Suggestion):
        source, score = source_words(one.source), score_words(one.score)
        said.append(tr("Proposée par {source}, sûre à {score}.", source=source, score=score) if one.score is not None
                    else tr("Proposée par {source}.", source=source))  # fmt: skip
    return " ".join(said)


def selection_sentence(words: str) -> str:
    """Return what is selected, or that nothing is: a caret between two words."""
    said = nested(words)
    return tr("Sélection : « {words} ».", words=said) if said else tr("Rien n’est sélectionné.")


def article_sentence(article: Article, state: str, pending: int) -> str:
    """Return which article was opened, its state's name, and how much of it waits."""
    said = [
        tr("Article n° {number} : {title}.", number=article.number, title=shown(article.title or article.name)),
        f"{state}.",
    ]
    said.append(tr("%n suggestion attend.|%n suggestions attendent.", n=pending))
    return " ".join(said)


def where_sentence(rank: int, total: int) -> str:
    """Return which of the article's marks it is, from 1."""
    return tr("{rank} sur {total}.", rank=rank, total=total)
