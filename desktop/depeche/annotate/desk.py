"""The article on the desk, and all that a hand can do with it. The window, a test and a script drive it alike.

Every act is one transaction, stored when the method returns, and comes back as a `Change`. An act that changes nothing
returns None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from depeche.annotate import neighbours, snap, wording
from depeche.annotate.laid import Laid
from depeche.core.article import Article, DateOrigin, State
from depeche.core.change import Change, Item, Part, Published, Standing
from depeche.core.ids import new_key
from depeche.core.span import Span, Value
from depeche.core.suggestion import Outcome, Suggestion, Verdict, judge
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import journal
from depeche.store.project import Project

_UNSET: Any = object()

Valuer = Callable[[Article, Span], Span]
"""Gives a span the kind, value and attributes that its words say; leaves it as it is where they say nothing."""


class Desk(Laid):
    """One annotator's desk in a project. `open` puts an article on it.

    `valuer` reads the value of a span whose borders or label a hand has set. `undoable`
    and `redoable` name the acts that undo and redo would step to.
    """

    def __init__(self, project: Project, valuer: Valuer | None = None) -> None:
        super().__init__(project)
        self._valuer = valuer
        self.catch_up()

    # --- what a hand does with suggestions

    def accept(self, key: str) -> Change | None:
        """Make a pending suggestion a span as it is."""
        one = self._pending(key)
        return self._mark(one, one.to_span(new_key()), tr("Accepté « {words} »", words=self._words(one)))

    def reject(self, key: str) -> Change | None:
        """Say no to a pending suggestion. It isn't proposed again."""
        one = self._pending(key)
        return self.act(tr("Rejeté « {words} »", words=self._words(one)), (), (Verdict(key, Outcome.REJECTED),))

    # --- what a hand does with spans, or with a suggestion as if it were accepted

    def mark(self, start: int, end: int, label: str, *, by_character: bool = False) -> Change | None:
        """Label a selection. Code points, end exclusive; trimmed as the guide says unless `by_character`.

        A pending suggestion of the same label that it touches (or of any label, at the same borders) counts as
        corrected by it. A span of the same label that it touches is moved. Others that may not overlap give way.
        Raises UserError where nothing is left to mark.
        """
        self._must_be_in_use(label)
        text = self._article.text
        within = 0 <= start < end <= len(text)
        if within and not by_character:
            start, end = snap.trim(text, start, end, self.project.scheme.get(label).value)
        if not within or start >= end:
            raise UserError(tr("Rien à étiqueter dans cette sélection."))
        drawn = Span(start, end, label)
        title = wording.labelled(self._words(drawn), label, self.project.scheme)
        said_no = (self.suggestions[v.suggestion] for v in self.verdicts.values() if v.outcome is Outcome.REJECTED)
        one = neighbours.corrected_by(drawn, self.spans, self.pending, said_no, self.project.scheme.nests)
        if one is None:
            return self._mark(None, self._valued(None, replace(drawn, key=new_key())), title)
        basis = neighbours.as_span(one)
        made = replace(basis, start=start, end=end, **neighbours.relabelled(basis, label, self.project.scheme))
        return self._put(one, self._valued(basis, made), title)

    def edit(
        self,
        key: str,
        *,
        start: int = _UNSET,
        end: int = _UNSET,
        label: str = _UNSET,
        kind: str | None = _UNSET,
        value: Value = _UNSET,
        attrs: Mapping[str, Any] = _UNSET,
    ) -> Change | None:
        """Change a span, or accept a pending suggestion with a change: borders, label, kind, value or attributes.

        Another label drops a kind it doesn't have, and the value, which was of another type. Raises UserError for
        borders outside the text, an empty span or a label that isn't in use, KeyError for an unknown key.
        """
        given = {"start": start, "end": end, "label": label, "kind": kind, "value": value, "attrs": attrs}
        wanted: dict[str, Any] = {name: said for name, said in given.items() if said is not _UNSET}
        one = self.span(key) or self._pending(key)
        basis = neighbours.as_span(one)
        if label is not _UNSET and label != basis.label:
            self._must_be_in_use(label)
        relabelled = {} if label is _UNSET else neighbours.relabelled(basis, label, self.project.scheme)
        new = replace(basis, **(relabelled | wanted))
        if relabelled and not wanted.keys() & {"start", "end"}:  # a quote's marks aren't an actor's
            edges = snap.trim(self._article.text, new.start, new.end, self.project.scheme.get(label).value)
            new = replace(new, start=edges[0], end=edges[1]) if edges[0] < edges[1] else new
        if not 0 <= new.start < new.end <= len(self._article.text):
            raise UserError(tr("Un passage ne peut pas être vide ni sortir du texte."))
        if not wanted.keys() & {"kind", "value", "attrs"}:
            new = self._valued(basis, new)
        return self._put(one, new, wording.edited(self._words(new), basis, new, self.project.scheme))

    def remove(self, key: str) -> Change | None:
        """Take a span away; the suggestion it came from, if any, then counts as rejected."""
        span = self.span(key)
        if span is None:
            raise KeyError(key)
        verdict = self.verdicts.get(span.suggestion or "")
        before: tuple[Item, ...] = (span, verdict) if verdict is not None else (span,)
        after = (Verdict(verdict.suggestion, Outcome.REJECTED),) if verdict is not None else ()
        return self.act(tr("Supprimé « {words} »", words=self._words(span)), before, after)

    # --- what a hand does with the article

    def set_state(self, state: State) -> Change | None:
        """Say how far the article is."""
        same = state is self.state
        return None if same else self.act(wording.put_in(state), (Standing(self.state),), (Standing(state),))

    def set_date(self, date: str | None) -> Change | None:
        """Confirm or correct the publication date (an ISO day, month or year; None: unknown)."""
        article = self._article
        origin = DateOrigin.CONFIRMED if date else DateOrigin.UNKNOWN
        if (article.date, article.date_origin) == (date, origin):
            return None
        before, after = Published(article.date, article.date_origin), Published(date, origin)
        return self.act(tr("Date de publication : {date}", date=date or "?"), (before,), (after,))

    def catch_up(self) -> None:
        """Read the names of the acts to undo and redo again, after another desk did something."""
        with self.project.read() as db:
            self.undoable, self.redoable = journal.titles(db, self.annotator)

    def act(self, title: str, before: tuple[Item, ...], after: tuple[Item, ...]) -> Change:
        """Carry out an act on the article that lies on the desk, which is begun thereby."""
        if self.state in (State.TODO, State.SKIPPED) and not any(isinstance(item, Standing) for item in after):
            before, after = (*before, Standing(self.state)), (*after, Standing(State.STARTED))
        return self.carry_out(Change(title, (Part(self._article.key, before, after),)))

    def carry_out(self, change: Change) -> Change:
        """Store a change as the annotator's act and show it. Raises `StaleChange` where it comes too late."""
        with self._writing([part.article or "" for part in change.parts]) as db:
            stored = journal.do(db, change, self.annotator)
        self.undoable, self.redoable = stored.title, None
        self._show(stored)
        return stored

    def undo(self) -> Change | None:
        """Take back the annotator's last act in the project, in whichever article it was."""
        return self._step(journal.undo)

    def redo(self) -> Change | None:
        """Do again the act that was undone last."""
        return self._step(journal.redo)

    # --- how it is done

    def _pending(self, key: str) -> Suggestion:
        if key in self.verdicts:
            raise KeyError(key)
        return self.suggestions[key]

    def _must_be_in_use(self, label: str) -> None:
        if label not in self.project.scheme or self.project.scheme.get(label).retired:
            raise UserError(tr("L’étiquette « {label} » n’est plus en usage.", label=label))

    def _valued(self, basis: Span | None, new: Span) -> Span:
        """Return `new` with the value its words say, if its place or label is not that of `basis`."""
        if basis is not None and neighbours.same_mark(basis, new):
            return new
        guess = self.suggestions.get(new.suggestion or "")
        if guess is not None and neighbours.same_mark(guess, new):  # moved there and back: nothing was corrected
            return replace(new, kind=guess.kind, value=guess.value, attrs=guess.attrs)
        return self._valuer(self._article, new) if self._valuer else new

    def _judged(self, guess: Suggestion, made: Span) -> Verdict:
        """Return the verdict a span amounts to, not counting what its words say by themselves at a new place."""
        if self._valuer is None or neighbours.same_mark(guess, made):
            return judge(guess, made)
        return judge(guess, made, self._valuer(self._article, neighbours.put_at(guess, made, self.project.scheme)))

    def _put(self, one: Span | Suggestion, made: Span, title: str) -> Change | None:
        return self._change(one, made, title) if isinstance(one, Span) else self._mark(one, made, title)

    def _mark(self, guess: Suggestion | None, made: Span, title: str) -> Change | None:
        before, after = self._make_room(made, {guess.key} if guess else set())
        title = wording.instead(title, self._article, before, self.project.scheme)
        after += (made,)
        if guess is not None:
            after += (self._judged(guess, made),)
            if guess.key in self.verdicts:
                before += (self.verdicts[guess.key],)
        return self.act(title, before, after)

    def _change(self, old: Span, new: Span, title: str) -> Change | None:
        if new == old:
            return None
        before, after = self._make_room(new, {old.key})
        title = wording.instead(title, self._article, before, self.project.scheme)
        before, after = (old, *before), (new, *after)
        verdict = self.verdicts.get(old.suggestion or "")
        if verdict is not None:
            fresh = self._judged(self.suggestions[verdict.suggestion], new)
            if fresh != verdict:
                before, after = (*before, verdict), (*after, fresh)
        return self.act(title, before, after)

    def _make_room(self, made: Span, but: set[str]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        return neighbours.make_room(made, self.spans, self.pending, self.verdicts, self.project.scheme.nests, but)

    def _step(self, step: Callable[..., Change | None]) -> Change | None:
        about: list[str] = []  # known once the step is read
        with self._writing(about) as db:
            change = step(db, self.annotator)
            about += [part.article or "" for part in change.parts] if change is not None else []
            sheet = self._after(db, change) if change is not None else None
            names = journal.titles(db, self.annotator)
        self.undoable, self.redoable = names
        if sheet is not None and change is not None:
            self._lay(sheet, change)
        elif self.article is not None and change is not None and change.touches(self.article.key):
            self.reload()
        return change

    def _words(self, one: Span | Suggestion) -> str:
        return wording.words_of(self._article, one)
