"""The desk as signals: all that panels are given. Knows what the hand is on; draws nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from depeche import nlp
from depeche.annotate import hand, snap
from depeche.annotate.desk import Desk
from depeche.annotate.hand import Grip, One
from depeche.core.article import State
from depeche.core.change import Change
from depeche.core.retold import retold
from depeche.core.span import reading_order
from depeche.core.suggestion import Suggestion
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store.project import Project
from depeche.store.stale import StaleChange
from depeche.suggest.boilerplate import Boilerplate
from depeche.suggest.valuer import make_valuer
from depeche.ui import following, hints
from depeche.ui.ahead import Ahead, with_keys
from depeche.ui.library import Library


class Session(QObject):
    """One annotator at work in one project.

    `article_changed()`: another article, or none, lies on the desk. `changed(Change | None)`: its marks, state or date
    changed. `focus_changed()`: the hand is on another mark or selection. `saved(time)`: an act was stored.
    `said(sentence, is_error)`: something to tell the person. `relabelled()`: the project has other labels now.
    `first_in_sight`: who shows the text says by it from which character on it is seen.
    """

    article_changed = Signal()
    changed = Signal(object)
    focus_changed = Signal()
    saved = Signal(object)
    said = Signal(str, bool)
    relabelled = Signal()

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.library = Library(project)
        self.valuer = lambda article, span: make_valuer(project.scheme, following.assisted(self.desk))(article, span)
        self.desk: Desk = Desk(project, self.valuer)
        self.ahead = Ahead(self)
        self.focus: str | None = None
        self.grip: Grip | None = None
        self.first_in_sight: Callable[[], int] = lambda: 0
        self._last: hand.Place | None = None
        self._marks: list[One] = []
        self._by_key: dict[str, One] = {}
        self._marks_of: tuple[object, object] = (None, None)
        self._tokens: list[tuple[int, int]] = []
        self._words: list[tuple[int, int]] = []
        self._exact_tokens = self.tokenizer_ready = False

    # --- the article

    def open(self, key: str) -> None:
        """Put an article on the desk, with the hand on its first doubt."""
        try:
            if not self.ahead.lay(key):
                self.desk.open(key)
        except UserError as error:
            self.said.emit(str(error), True)
            return
        self._last, self._tokens, self._exact_tokens = None, [], False
        self._hold(next((one.key for one in self.desk.pending), None), None)
        self.article_changed.emit()

    def refresh(self, change: Change | None = None, *, lead: bool = True, settled: bool = False) -> None:
        """Show the article again after a job, which did `change` or brought suggestions; `lead` an empty hand on.

        `settled`: it gave verdicts; where no doubt is left then, the hand is empty rather than on the span it made.
        """
        if self.desk.article is None:
            return
        held = self.focused
        self.desk.reload()
        moved = self.focused is None and held is not None
        if moved and held is not None:
            over = settled and not self.desk.pending
            self._hold(None if over else following.after_renewal(held, self.marks, self.desk.pending), None)
        elif lead and not self.focused and not self.grip and self.desk.state in (State.TODO, State.STARTED):
            self._hold(next((one.key for one in self.desk.pending), None), None)
        self.changed.emit(change)
        if moved:
            self.focus_changed.emit()

    def step_article(self, step: int) -> None:
        """Open the next (1) or previous (-1) article, whatever its state."""
        if self.desk.article is None:
            return
        key = self.ahead.beside(self.desk.article.number, step)
        if key is None:
            self.said.emit(tr("C’est le dernier article.") if step > 0 else tr("C’est le premier article."), False)
        else:
            self.open(key)

    @property
    def masked(self) -> list[Boilerplate]:
        """The article's boilerplate, but for what somebody took for text."""
        return self.ahead.masked(self.desk.article) if self.desk.article else []

    @property
    def marks(self) -> list[One]:
        """The annotator's spans and the pending suggestions, in reading order."""
        spans, pending = self.desk.spans, self.desk.pending
        if self._marks_of[0] is not spans or self._marks_of[1] is not pending:  # asked for many times between two acts
            self._marks, self._by_key = self.ahead.marks() or with_keys(reading_order([*spans, *pending]))
            self._marks_of = (spans, pending)
        return self._marks

    def one(self, key: str) -> One | None:
        """Return the span or pending suggestion of that key."""
        return self._by_key.get(key) if self.marks else None

    @property
    def focused(self) -> One | None:
        """The span or pending suggestion that the hand is on."""
        return self.one(self.focus) if self.focus else None

    @property
    def tokens(self) -> list[tuple[int, int]]:
        """The article's words: spaCy's once its tokenizer is loaded, found by a pattern until then."""
        if self.desk.article is None:
            return []
        if not self._tokens or (self.tokenizer_ready and not self._exact_tokens):
            text = self.desk.article.text
            self._tokens = nlp.tokens(text) if self.tokenizer_ready else snap.rough_tokens(text)
            self._words = snap.words(text, self._tokens)
            self._exact_tokens = self.tokenizer_ready
        return self._tokens

    # --- where the hand is

    def set_focus(self, key: str | None) -> None:
        """Put the hand on a mark, or on none; a selection is let go."""
        self._hold(key, None)
        self.focus_changed.emit()

    def set_grip(self, grip: Grip | None) -> None:
        """Take a selection in hand; a focused mark is let go."""
        self._hold(self.focus if grip is None else None, grip)
        self.focus_changed.emit()

    def _hold(self, focus: str | None, grip: Grip | None) -> None:
        self.focus, self.grip = focus, grip
        if (held := self.focused or grip) is not None:
            self._last = hand.place_of(held)

    @property
    def place(self) -> hand.Place:
        """Where the hand is, or empty, where it last was; in front of what is in sight where it never held anything."""
        held = self.focused or self.grip
        return hand.place_of(held) if held else self._last or hand.before(self.first_in_sight())

    def select(self, start: int, end: int, by_character: bool = False) -> None:
        """Take what the mouse selected in hand: whole tokens, unless by character."""
        if not by_character:
            start, end = snap.snap(start, end, self.tokens)
        self.set_grip(Grip(start, end, by_character) if start < end else None)

    def step_doubt(self, step: int) -> None:
        """Put the hand on the next (1) or previous (-1) pending suggestion, going round at the end."""
        pending = self.desk.pending
        if not pending:
            self.set_focus(None)
            self.said.emit(hints.nothing_left(self.desk.sheet), False)
            return
        self.set_focus(hand.beside(pending, self.focus, self.place, step))

    def step_token(self, step: int, *, extend: bool = False) -> None:
        """Move the keyboard's selection by `step` tokens, or with `extend` its moving end; it begins at the hand."""
        if self.tokens:
            self.set_grip(hand.stepped(self.grip, self.place, self.tokens, step, extend=extend))

    # --- what it does

    def accept(self) -> None:
        """Accept the focused suggestion and go to the next doubt; on a span just go on."""
        one = self.focused
        if isinstance(one, Suggestion):
            self.do(lambda: self.desk.accept(one.key))
        self.step_doubt(1)

    def reject(self) -> None:
        """Reject the focused suggestion, or remove the focused span, and go to the next doubt."""
        one = self.focused
        if one is None:
            self.said.emit(hints.nothing_chosen(), False)
            return
        if isinstance(one, Suggestion):
            self.do(lambda: self.desk.reject(one.key))
        else:
            self.do(lambda: self.desk.remove(one.key))
        self.go_on()

    def go_on(self) -> None:
        """Put the hand on the next doubt after its place; where none is left it is empty, which needs no word."""
        if self.desk.pending:
            self.step_doubt(1)
        else:
            self.set_focus(None)

    def label(self, label: str) -> None:
        """Label the selection, or relabel the focused mark."""
        one, grip = self.focused, self.grip
        if grip is not None:
            start, end = following.reach(self.desk, grip, label)
            change = self.do(lambda: self.desk.mark(start, end, label, by_character=grip.by_character))
            self.follow(change, label)
        elif one is not None and one.label != label:
            self.follow(self.do(lambda: self.desk.edit(one.key, label=label)), label)
        elif one is not None and isinstance(one, Suggestion):
            self.follow(self.do(lambda: self.desk.accept(one.key)), label)
        elif one is None:
            self.said.emit(tr("Choisissez d’abord des mots : ← → puis Maj, ou la souris."), False)

    def move_border(self, edge: str, step: int) -> None:
        """Move the `start` or `end` of the focused mark by `step` tokens, up to a neighbour it may not overlap."""
        one = self.focused
        if one is None or not self.tokens:
            return
        edges = self._tokens if self.project.scheme.nests(one.label) else self._words
        start, end = hand.moved(one, edges, edge, step) if edges else (one.start, one.end)
        if not start < end:
            return
        wall = following.wall(replace(one, start=start, end=end), self.desk.spans, self.project.scheme.nests)
        if wall is not None:
            self.said.emit(tr("« {words} » est déjà marqué : bornes inchangées.", words=self.desk.text_of(wall)), False)
            return
        self.follow(self.do(lambda: self.desk.edit(one.key, start=start, end=end)), one.label)

    def set_state(self, state: State) -> None:
        """Say how far the article is; the same again takes it back to « started »."""
        wanted = State.STARTED if self.desk.state is state else state
        self.do(lambda: self.desk.set_state(wanted))

    def finish(self) -> None:
        """Mark the article done and open the next one that isn't."""
        if self.desk.article is None:
            return
        left = len(self.desk.pending)
        if self._put_in(State.DONE):
            self._open_waiting()
            if left:  # no verdict is a verdict too, but perhaps not the one that was meant
                self.said.emit(hints.finished_with(left), False)

    def skip(self) -> None:
        """Pass over the article and open the next one that isn't done."""
        if self.desk.article is not None and self._put_in(State.SKIPPED):
            self._open_waiting()

    def _open_waiting(self) -> None:
        """Open the next article that waits, going round at the end."""
        waiting, here = (State.TODO, State.STARTED), self.desk.article.number if self.desk.article else 0
        key = self.library.neighbour(here, 1, waiting) or self.library.neighbour(0, 1, waiting)
        if key is None:
            self.said.emit(tr("Plus aucun article n’attend : tout est terminé ou mis de côté."), False)
        else:
            self.open(key)

    def _put_in(self, state: State) -> bool:
        return self.desk.state is state or self.do(lambda: self.desk.set_state(state)) is not None

    def undo(self, done: Change | None = None) -> None:
        """Take back the last act, opening the article it was in; `done`: another desk has just done so."""
        self._history(done, self.desk.undo, tr("Annulé : {title}"), tr("Rien à annuler."))

    def redo(self, done: Change | None = None) -> None:
        """Do again what was undone last, opening the article it was in; the same."""
        self._history(done, self.desk.redo, tr("Rétabli : {title}"), tr("Rien à rétablir."))

    def _history(self, done: Change | None, step: Callable[[], Change | None], words: str, nothing: str) -> None:
        change = self.do(lambda: done or step())
        if change is None:
            self.said.emit(nothing, False)
            return
        here = self.desk.article.key if self.desk.article else None
        if change.articles:  # none: it was about the project itself, and the hand stays
            if here not in change.articles:
                self.open(change.articles[0])
            self.set_focus(following.after_step(change, self.desk, self.focus))
        self.said.emit(words.format(title=retold(change.title)), False)

    def announce(self, change: Change | None) -> None:
        """Tell the panels of an act that was done on the desk directly."""
        if change is not None:
            self.saved.emit(datetime.now())
            self.changed.emit(change)

    def do(self, act: Callable[[], Change | None]) -> Change | None:
        """Carry out an act; say so when it is stored, and say why when it can't be."""
        try:
            change = act()
        except (UserError, StaleChange) as error:
            if isinstance(error, StaleChange):  # a bulk act has just answered it, and the desk doesn't show that yet
                self.refresh(lead=False)
            self.said.emit(hints.refusal(error), True)
            return None
        self.announce(change)
        return change

    def follow(self, change: Change | None, label: str | None) -> None:
        """Put the hand on the span that an act made or brought back."""
        if change is not None:
            self.set_focus(following.after_act(change, label, self.desk.pending))
            if following.gave_way(change):
                self.said.emit(hints.taken_back(change.title), False)
