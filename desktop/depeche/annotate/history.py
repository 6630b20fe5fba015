"""The history of a desk: every act with its name, what it did, and the way back to any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from depeche.annotate import scheme_words, wording
from depeche.core.actor import Actor
from depeche.core.change import Aside, Change, LabelSet, Part, Published, Standing, Unmasked
from depeche.core.note import Note
from depeche.core.progress import Report, silent
from depeche.core.retold import retold
from depeche.core.scheme import Scheme
from depeche.core.span import Span
from depeche.core.suggestion import Outcome, Verdict
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import articles, suggestions
from depeche.store import history as store
from depeche.store.history import Act as Act  # what the doors show
from depeche.store.project import Connection, Project

SHOWN = 200
"""So many lines at most say what one act did."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that an act did: in which article (a key, None for the registry) and where, in words.

    `sign` is « + » for what came, « − » for what went, « ~ » for what became something else. `start` and `end` are code
    points, -1 where it is about no place.
    """

    sign: str
    words: str
    article: str | None = None
    title: str = ""
    start: int = -1
    end: int = -1


def numbers(project: Project) -> tuple[list[int], int]:
    """Return the numbers of the acts, oldest first, and how many of them stand; the others can be redone."""
    with project.read() as db:
        return store.numbers(db, project.annotator)


def acts(project: Project, wanted: Sequence[int]) -> list[Act]:
    """Return the acts with these numbers, in order."""
    with project.read() as db:
        return store.acts(db, wanted)


def go_to(project: Project, number: int, report: Report = silent) -> Change | None:
    """Step back or forward until the act of that number is the last that stands; 0 is before the first.

    All in one transaction: if a step can't be taken, or `report` raises `Cancelled`, nothing is changed. Returns what
    was carried out; None where that is where the history stands. Raises UserError.
    """
    try:
        with project.write() as db:
            change = store.go_to(db, project.annotator, number, report)
    except KeyError:
        raise UserError(tr("L’acte n° {number} n’est pas dans l’historique.", number=number)) from None
    except store.Blocked as stop:
        raise UserError(
            tr("« {title} » ne peut pas être repris : l’article a changé par ailleurs. Rien n’a été fait.",
               title=stop.title)
        ) from None  # fmt: skip
    if not change.parts:
        return None
    with project.read() as db:
        last = store.acts(db, [number])
    words = retold(last[0].title) if last else tr("le début")
    return replace(change, title=tr("Retour à : {title}", title=words))


def lines(project: Project, number: int, limit: int = SHOWN) -> tuple[list[Line], int]:
    """Return what an act did, at most `limit` lines, and how many there are in all; raises KeyError."""
    found: list[Line] = []
    total = 0
    with project.read() as db:
        act = store.change(db, number)
        for part in act.parts:
            said = _said(part)
            total += len(said)
            if said and len(found) < limit:
                found += _placed(db, said[: limit - len(found)], part.article, project.scheme)
    return found, total


_Said = tuple[str, Span | Verdict | Note | str]


def _said(part: Part) -> list[_Said]:
    old = {item.key: item for item in part.before if isinstance(item, Span | Actor)}
    new = {item.key: item for item in part.after if isinstance(item, Span | Actor)}
    said: list[_Said] = [("−", _worded(one)) for key, one in old.items() if key not in new]
    said += [("~" if key in old else "+", _worded(one)) for key, one in new.items()]
    for item in part.after:
        if isinstance(item, Verdict) and item.outcome is Outcome.REJECTED:
            said.append(("−", item))
        elif isinstance(item, Standing):
            said.append(("~", wording.put_in(item.state)))
        elif isinstance(item, Published):
            said.append(("~", tr("Date de publication : {date}", date=item.date or "?")))
        elif isinstance(item, Unmasked):
            said.append(("~", tr("lignes prises pour du texte")))
        elif isinstance(item, Aside):
            said.append(("~", tr("un constat du radar, voulu ainsi")))
        elif isinstance(item, LabelSet):
            said += [("~", words) for words in scheme_words.between(part)]
    written = {item.key for item in part.after if isinstance(item, Note)}
    kept = {item.key for item in part.before if isinstance(item, Note)} & written
    said += [("−", item) for item in part.before if isinstance(item, Note) and item.key not in kept]
    said += [("~" if item.key in kept else "+", item) for item in part.after if isinstance(item, Note)]
    return said


def _worded(one: Span | Actor) -> Span | str:
    return one.name if isinstance(one, Actor) else one


def _placed(db: Connection, said: Sequence[_Said], key: str | None, scheme: Scheme) -> list[Line]:
    article = articles.get(db, key) if key else None
    if article is None:
        return [Line(sign, what) for sign, what in said if isinstance(what, str)]
    judged = any(isinstance(what, Verdict) for _sign, what in said)
    guesses = {one.key: one for one in suggestions.of(db, article.key, retired=True)} if judged else {}
    found = []
    for sign, what in said:
        if isinstance(what, Note):
            noted = tr("cas limite « {words} » : {note}", words=wording.shortened(what.words), note=what.text)
            found.append(Line(sign, noted, article.key, article.title, what.start, what.end))
            continue
        one = guesses.get(what.suggestion) if isinstance(what, Verdict) else what
        if one is None or isinstance(one, str):
            found.append(Line(sign, one or tr("une suggestion rejetée"), article.key, article.title))
            continue
        value = " ; ".join(one.value) if isinstance(one.value, tuple) else one.value
        name = scheme.get(one.label).name if one.label in scheme else one.label
        words = f"{wording.words_of(article, one)} · {name}" + (f" · {value}" if value else "")
        if isinstance(what, Verdict):
            words = tr("suggestion rejetée : {words}", words=words)
        found.append(Line(sign, words, article.key, article.title, one.start, one.end))
    return found
