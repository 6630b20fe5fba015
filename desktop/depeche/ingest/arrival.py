"""One article with its marks into the project: what each mark becomes, and for which annotator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from depeche.core.article import Article, State
from depeche.core.change import Item
from depeche.core.ids import new_key
from depeche.core.record import Mark, Record
from depeche.core.span import Span
from depeche.core.suggestion import JUDGED_ELSEWHERE, Outcome, Suggestion, Verdict, judge
from depeche.errors import InputError
from depeche.ingest.guesses import Guesses
from depeche.ingest.joined import Joined, chosen
from depeche.messages import tr
from depeche.store import articles, journal, spans, suggestions
from depeche.store.codec import value_from_json
from depeche.store.project import Connection

_JUDGED = ("accepted", "corrected", "rejected")
_UNNAMED = "file"
"""The source of suggestions that name none."""


class As(StrEnum):
    """What marks from outside become."""

    SUGGESTIONS = "suggestions"
    SPANS = "spans"


class Arrival:
    """Puts records into an open transaction; `spans` and `suggestions` count what their marks became.

    A mark with a status becomes what it says, unless `as_` says otherwise; one without becomes a suggestion. But beside
    somebody's work, what a model proposes stays a suggestion also where spans are asked for. Marks keep
    their annotator (`by`); where they name none, they are `annotator`'s, a key. As suggestions, corrected marks count
    as the annotator left them, and rejected ones are left out, counted in `left_out`. `name` is what the article put
    last is called. What is known of a text that is there already stays as it is: only annotators who haven't read it
    yet, and sources that haven't proposed for it, are added.

    What is put is stored by `flush`, all at once. `coming` are the articles that will be put.
    """

    def __init__(self, db: Connection, annotator: str, as_: As | None, coming: Iterable[Article] = ()) -> None:
        self.spans = 0
        self.suggestions = 0
        self.left_out = 0
        self.name = ""
        self._db = db
        self._annotator = annotator
        self._as = as_
        self._people: dict[str, str] = {}
        self._new: list[tuple[Article, str]] = []
        self._guesses: list[tuple[str, list[Suggestion]]] = []
        self._brought: list[spans.Brought] = []
        self._is_worked_on = False  # of the record being put: by a person
        self._own_name = spans.annotator_name(db, annotator)
        self._waiting: set[str] = set()
        expected = list(coming)
        names = {_name(one) for one in expected}
        self._taken, self._texts = articles.named(db, names, {one.text_hash for one in expected})

    def put(self, record: Record, where: str, *, renamed: bool = False) -> Joined | None:
        """Take the record in; where an article has the same text already, what of its marks can be added, and say so.

        Raises InputError where its identifier is taken by another text, and nothing of it is stored then; if it may be
        `renamed` (a file's name is no identifier), it gets a new one instead.
        """
        article = record.article
        if self._as is As.SUGGESTIONS:
            record = _unfinished(record)
        self._is_worked_on = bool(record.states) or record.state not in (None, State.TODO)
        self._is_worked_on = self._is_worked_on or any(mark.status != "suggested" for mark in record.marks)
        known = self._texts.get(article.text_hash)
        if known is not None:
            return self._join(*known, record)
        article = replace(article, name=_name(article), key=new_key())
        if article.name in self._taken:
            if not renamed:
                taken = article.name[:80]
                raise InputError(tr("l’identifiant « {name} » est déjà pris par un autre texte", name=taken))
            article = replace(article, name=self._free_name(article))
        guesses = Guesses()
        self._put_marks(article, record, guesses)
        self._guesses.append((article.key, guesses.new))
        self._taken.add(article.name)
        self._texts[article.text_hash] = article.key, article.name
        self.name = article.name
        self._waiting.add(article.key)
        self._new.append((article, where))
        return None

    def flush(self) -> None:
        """Store all that was put."""
        articles.put_all(self._db, self._new)
        suggestions.put_all(self._db, self._guesses)
        journal.note(self._db, self._brought)
        self._new, self._guesses, self._brought = [], [], []
        self._waiting.clear()

    def _join(self, key: str, name: str, record: Record) -> Joined:
        """Add what is new of a record's marks to the article that has its text.

        A suggestion that was judged is found again, or hidden where somebody has read the article already.
        """
        if not (record.marks or record.state or record.states):
            return Joined(name)
        if key in self._waiting:
            self.flush()
        proposes = any(self._status(mark) == "suggested" for mark in record.marks)
        readers = spans.readers(self._db, key)
        there = chosen(
            record,
            lambda mark: self._suggestion(mark) if self._status(mark) == "suggested" else None,
            self._own_name,
            readers,
            suggestions.sources_of(self._db, key) if proposes else frozenset(),
            suggestions.taken(self._db, key) if proposes else frozenset(),
        )
        if there.adds:
            guesses = Guesses(suggestions.of(self._db, key, retired=True))
            article = replace(record.article, key=key, title=record.article.title or name)
            self._put_marks(article, there.record, guesses)
            suggestions.put_all(self._db, [(key, guesses.waiting)])
            suggestions.put_all(self._db, [(key, guesses.judged)], retired=bool(readers))
            self._waiting.add(key)
        return replace(there.said, name=name)

    def _free_name(self, article: Article) -> str:
        """Return a name that tells the article from the one that is called so already."""
        digest = article.text_hash
        names = (f"{article.name}-{digest[:size]}" for size in range(8, len(digest) + 1))
        free = next((one for one in names if one not in self._taken and articles.by_name(self._db, one) is None), None)
        if free is None:  # somebody who knew the text has given all of these names away
            raise InputError(tr("l’identifiant « {name} » est déjà pris par un autre texte", name=article.name[:80]))
        return free

    def _put_marks(self, article: Article, record: Record, guesses: Guesses) -> None:
        work: defaultdict[str, list[Item]] = defaultdict(list)
        whose = record.annotator or ""
        for mark in record.marks:
            status = self._status(mark)
            if self._as is As.SUGGESTIONS and mark.status == "rejected":
                self.left_out += 1
                continue
            by = mark.by or whose
            guess = None if status == "added" else self._suggestion(mark)
            if guess is not None:
                guess = guesses.for_one(guess, None if status == "suggested" else by)
            if status == "suggested":
                self.suggestions += 1
                continue
            self.spans += status != "rejected"
            work[by].extend(_items(mark, status, guess))
        self._put_readings(article, self._states(record, work), work, record.assisted_of)

    def _states(self, record: Record, work: Mapping[str, list[Item]]) -> dict[str, State]:
        """Return the state of each annotator's reading: as the line says, else by what there is of it."""
        states: dict[str, State] = {}
        for name, items in work.items():
            finished = self._as is As.SPANS and any(isinstance(item, Span) for item in items)
            states[name] = State.DONE if finished else State.STARTED
        if record.state is not None and (record.state is not State.TODO or work):
            makers = [name for name, items in work.items() if any(isinstance(item, Span) for item in items)]
            of = [record.annotator] if record.annotator else makers or [*work] or [""]
            states |= dict.fromkeys(of, record.state)
        return states | dict(record.states)

    def _put_readings(
        self,
        article: Article,
        states: Mapping[str, State],
        work: Mapping[str, list[Item]],
        assisted_of: Callable[[str], bool | None],
    ) -> None:
        title = tr("Importé « {title} »", title=article.title[:60])
        mine: dict[str, list[Item]] = {}
        theirs: dict[str, tuple[State, bool | None]] = {}
        for name, state in states.items():
            person = self._person(name)  # one may go by a name, and be the annotator of what names none
            mine.setdefault(person, []).extend(work.get(name, ()))
            theirs[person] = state, assisted_of(name)
        for person, items in mine.items():
            made = tuple(item for item in items if isinstance(item, Span))
            said = tuple(item for item in items if isinstance(item, Verdict))
            self._brought.append(spans.Brought(article.key, person, title, made, said, *theirs[person]))

    def _person(self, name: str) -> str:
        if not name:
            return self._annotator
        if name not in self._people:
            self._people[name] = spans.put_annotator(self._db, name)
        return self._people[name]

    def _status(self, mark: Mark) -> str:
        if self._as is As.SUGGESTIONS:
            return "suggested"
        if self._as is As.SPANS and not (mark.status == "suggested" and self._is_worked_on):
            return mark.status if mark.status in _JUDGED else "added"
        return mark.status or "suggested"

    def _suggestion(self, mark: Mark) -> Suggestion:
        """Return the suggestion behind a mark."""
        was: Mapping[str, Any] = (None if self._as is As.SUGGESTIONS else mark.was) or {}
        if self._as is As.SUGGESTIONS:
            source = mark.by or mark.source
        else:  # a mark that was judged is by the one who judged it
            source = mark.source or (None if mark.status in _JUDGED else mark.by)
        return Suggestion(
            was.get("start", mark.start),
            was.get("end", mark.end),
            was.get("label", mark.label),
            was.get("kind", mark.kind),
            value_from_json(was["value"]) if "value" in was else mark.value,
            was.get("attrs", mark.attrs),
            source or (JUDGED_ELSEWHERE if self._status(mark) in _JUDGED else _UNNAMED),
            mark.version or "",
            mark.score,
            mark.reason or "",
            new_key(),
        )


def _unfinished(record: Record) -> Record:
    """Return the record without the states of the readings whose marks become suggestions: nobody has judged these."""
    makers = {mark.by or record.annotator or "" for mark in record.marks if mark.status != "suggested"}
    states = {name: state for name, state in record.states.items() if name not in makers}
    unnamed = not record.annotator and bool(makers)
    return replace(record, state=None if unnamed or record.annotator in makers else record.state, states=states)


def _name(article: Article) -> str:
    return article.name or article.text_hash[:16]


def _items(mark: Mark, status: str, guess: Suggestion | None) -> list[Item]:
    if status == "rejected":
        return [Verdict(guess.key, Outcome.REJECTED)] if guess else []
    span = Span(
        mark.start, mark.end, mark.label, mark.kind, mark.value, mark.attrs, new_key(), guess.key if guess else None
    )
    if guess is None:
        return [span]
    verdict = judge(guess, span)
    if mark.status == "corrected":  # also where it doesn't say from what
        verdict = replace(verdict, outcome=Outcome.CORRECTED)
    return [span, verdict]
