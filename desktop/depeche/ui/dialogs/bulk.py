"""What the window asks before many marks change at one stroke: places to tick, or a number and a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from depeche.annotate.everywhere import Hit
from depeche.annotate.renaming import Renaming
from depeche.annotate.wording import in_articles, shortened
from depeche.core.actor import Actor
from depeche.core.scheme import Scheme
from depeche.core.suggestion import Suggestion
from depeche.messages import tr
from depeche.ui import hints
from depeche.ui.bulk import Bulk
from depeche.ui.dialogs.count import CountDialog
from depeche.ui.dialogs.everywhere import EverywhereDialog
from depeche.ui.dialogs.renaming import RenamingDialog
from depeche.ui.words import score_words

if TYPE_CHECKING:
    from depeche.ui.window import Window


class BulkDialogs(QObject):
    """Opens these dialogs over a window, and has the window's `Bulk` do what they decide."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.work = Bulk(window.session, window.jobs, self)
        self._renaming: RenamingDialog | None = None
        self.work.renaming_planned.connect(self._confirm_renaming)
        window.jobs.acting.connect(self._on_acting)

    def stop(self) -> None:
        """Search nothing any more: the window closes."""
        self.work.stop()

    def _on_acting(self, acting: bool) -> None:
        """While an act is under way it can be taken back, whatever was done before it."""
        undo = self._window.actions_by_name["undo"]
        undo.setEnabled(acting or self._session.desk.undoable is not None)

    def label_everywhere(self) -> None:
        """List where the words in hand stand, to be labelled."""
        sought = self.work.sought()
        if sought is not None:
            self._show_places(EverywhereDialog(self._window, self.work, self._scheme, sought, rejecting=False))

    def reject_everywhere(self) -> None:
        """List where the words in hand are suggested, to be rejected."""
        sought, one = self.work.sought(), self.work.held()
        if sought is None:
            return
        if one is None:
            self._session.said.emit(hints.nothing_held(), False)
            return
        bare = replace(sought, kind=None, value=None)
        self._show_places(EverywhereDialog(self._window, self.work, self._scheme, bare, rejecting=True))

    def accept_above(self) -> None:
        """Ask whether to accept what waits in the article with at least a score, which can be set."""
        dialog = CountDialog(self._window, tr("Accepter les suggestions"), tr("Accepter"))
        chosen: list[Suggestion] = []
        threshold = 0.0

        def ask(share: float) -> None:
            nonlocal threshold
            threshold, chosen[:] = share, self.work.above(share)
            self._ask(dialog, len(chosen), tr("sûres à {share} ou plus", share=score_words(share)))

        def do() -> None:
            self._window.change_settings(replace(self._window.settings, accept_above=threshold))
            self.work.accept(chosen, tr("score d’au moins {share}", share=score_words(threshold)))

        dialog.add_threshold(self._window.settings.accept_above, ask)
        dialog.decided.connect(do)
        self._open(dialog)

    def accept_label(self) -> None:
        """Ask whether to accept all that waits in the article under the label of the mark in hand."""
        one = self.work.held()
        if one is None:
            self._session.said.emit(hints.nothing_held(), False)
            return
        name = self._scheme.get(one.label).name if one.label in self._scheme else one.label
        chosen = self.work.of_label(one.label)
        dialog = CountDialog(self._window, tr("Accepter les suggestions"), tr("Accepter"))
        self._ask(dialog, len(chosen), name)
        dialog.decided.connect(lambda: self.work.accept(chosen, name))
        self._open(dialog)

    def accept_alike(self) -> None:
        """Ask whether to accept all suggestions with the words, label, kind and value of the one in hand."""
        one, sought = self.work.held(), self.work.sought()
        if not isinstance(one, Suggestion) or sought is None:
            self._session.said.emit(hints.nothing_held(), False)
            return
        sought = replace(sought, kind=one.kind, value=one.value)
        dialog = CountDialog(self._window, tr("Accepter les suggestions"), tr("Accepter"))
        alike: list[Hit] = []
        ticket = 0
        words = tr("« {words} »", words=shortened(sought.words))

        def search(place: int) -> None:
            nonlocal ticket
            alike.clear()
            dialog.ask(tr("Recherche…"), possible=False)
            ticket = self.work.search(sought, rejecting=True, here_only=place == 0)

        def on_found(of: int, hits: list[Hit]) -> None:
            if of == ticket:
                alike.extend(hit for hit in hits if hit.is_open)

        def on_searched(of: int, whole: bool) -> None:
            if of == ticket and whole:
                where = in_articles(len({hit.article for hit in alike}))
                self._ask(dialog, len(alike), f"{words} {where}")

        def let_go() -> None:
            self.work.found.disconnect(on_found)
            self.work.searched.disconnect(on_searched)
            self.work.stop_search()

        self.work.found.connect(on_found)
        self.work.searched.connect(on_searched)
        dialog.finished.connect(lambda _: let_go())
        dialog.add_choice(tr("Où chercher"), [tr("dans cet article"), tr("dans tout le projet")], search)
        dialog.decided.connect(lambda: self.work.accept_alike(sought, list(alike)))
        self._open(dialog)

    def confirm_actor(self, before: Actor, actor: Actor) -> None:
        """Register an actor, or correct it; under another name, ask first whether the spans are to follow."""
        self.work.confirm(before, actor, self._window.known_actors.confirm)

    def merge_actors(self, actors: Sequence[Actor]) -> None:
        """Ask which of several actors stays, and which spans follow."""
        self._renaming = RenamingDialog(self._window, self._scheme)
        self._renaming.choose_kept(actors, self.work.merge)
        self._open_renaming(self._renaming)

    def _confirm_renaming(self, planned: Renaming) -> None:
        if self._renaming is None:
            self._renaming = RenamingDialog(self._window, self._scheme)
            self._open_renaming(self._renaming)
        self._renaming.put(planned)

    def _open_renaming(self, dialog: RenamingDialog) -> None:
        dialog.asked.connect(self._go_to)
        dialog.decided.connect(lambda: self.work.rename(dialog.planned))
        dialog.finished.connect(lambda _: self._forget_renaming())
        self._open(dialog)

    def _forget_renaming(self) -> None:
        self._renaming = None

    @property
    def _scheme(self) -> Scheme:
        return self._session.project.scheme

    def _ask(self, dialog: CountDialog, count: int, which: str) -> None:
        words = tr("Accepter %n suggestion ({which}) ?|Accepter %n suggestions ({which}) ?", n=count, which=which)
        dialog.ask(words if count else tr("Aucune suggestion n’attend ({which}).", which=which), possible=count > 0)

    def _show_places(self, dialog: EverywhereDialog) -> None:
        dialog.asked.connect(self._go_to)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _go_to(self, hit: Hit) -> None:
        session = self._session
        if session.desk.article is None or session.desk.article.key != hit.article:
            session.open(hit.article)
        if session.one(hit.mark) is not None:
            session.set_focus(hit.mark)
        else:
            session.select(hit.start, hit.end, by_character=True)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
