"""What the window sets going in the background: ingest, suggest, export, check, backup. Each says how it ended."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from depeche import nlp
from depeche.annotate.dating import misfits
from depeche.annotate.desk import Desk
from depeche.core.change import Change, Published, Unmasked
from depeche.core.progress import Report
from depeche.core.scheme import ValueType
from depeche.core.span import Span
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import journal
from depeche.suggest import valuer
from depeche.ui.exporting import Exporting
from depeche.ui.jobs import Job, Jobs
from depeche.ui.recall import Recall
from depeche.ui.session import Session

if TYPE_CHECKING:
    from depeche.export.receipt import Receipt
    from depeche.ui.exporting import Order
    from depeche.ui.importing import Decision

_BACKUP_EVERY_MS = 30 * 60_000
_PAINTED_MS = 80


class Work(QObject):
    """`articles_changed()`: articles came in. `told(title, lines)`: more than a sentence to show.

    `ingested(Ingested)`: an import has something to say.
    `exported(Order, Receipt)`: an export was written.
    `misfits_found(pairs)`: dates confirmed in the article on the desk that its publication date no longer gives.
    """

    articles_changed = Signal()
    ingested = Signal(object)
    told = Signal(str, list)
    exported = Signal(object, object)
    misfits_found = Signal(list)
    _tokenizer_loaded = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._project = session.project
        self._jobs = jobs
        self._unsaved_copy = False
        self.closed = False
        self.recall = Recall(session, jobs, self)
        self.exporting = Exporting(session.project, self)
        self._tokenizer_loaded.connect(self._on_tokenizer)
        session.changed.connect(lambda change: self._on_change(change))
        self._clock = QTimer(self, interval=_BACKUP_EVERY_MS)
        self._clock.timeout.connect(self._back_up_if_changed)
        self._clock.start()

    def load_tokenizer(self) -> None:
        """Load spaCy's tokenizer and the lists of names without keeping anybody waiting: two to three seconds."""

        def load() -> None:
            valuer.prepare()
            nlp.french()
            with suppress(RuntimeError):  # the window was closed and is gone
                self._tokenizer_loaded.emit()

        def begin() -> None:
            if not self.closed:
                threading.Thread(target=load, name="tokenizer", daemon=True).start()

        # Not before the window is painted: until then the thread would only take turns with it.
        QTimer.singleShot(_PAINTED_MS, begin)

    def _on_tokenizer(self) -> None:
        self._session.tokenizer_ready = True
        # spaCy's 140,000 objects stay: going through them at each full collection would hold the window up for 90 ms.
        gc.freeze()

    def stop(self) -> None:
        """Set nothing going any more and say nothing: the window closes."""
        self.closed = True
        self.recall.stop()
        self.exporting.stop()
        self.blockSignals(True)
        gc.unfreeze()
        self._jobs.stop()

    def ingest(self, paths: Sequence[Path], as_: str | None) -> Job:
        """Take articles in as they are, then look for suggestions for them."""
        from depeche.ui.importing import Decision

        return self.take_in(Decision(tuple(paths), (), {}, as_ or ""))

    def take_in(self, said: Decision) -> Job:
        """Take articles in as somebody decided, then look for suggestions for them."""
        from depeche.ingest.arrival import As
        from depeche.ingest.ingest import Ingested, Stated, ingest

        done = Ingested()  # filled by the work, so that it is there to tell when that is stopped

        def work(report: Report) -> None:
            as_ = As(said.as_) if said.as_ else None
            stated = Stated(said.licence, said.source)
            ingest(
                self._project, said.paths, report, as_=as_, settled=said.settled, labels=dict(said.labels),
                stated=stated, by=said.by, into=done,
            )  # fmt: skip

        def ended(_result: object) -> None:
            self.articles_changed.emit()
            summary = done.summary()
            if done.stopped:
                summary = tr("Import arrêté. {summary}", summary=summary)
            self._session.said.emit(summary, bool(done.refused))
            if done.lines() or done.remarks(self._project.scheme):
                self.ingested.emit(done)
            if done.new and not self.closed:
                self.suggest()
            elif done.joined:
                self._session.refresh()

        job = self._start(tr("Import"), work, ended)
        job.stopped.connect(lambda: ended(None) if done.read else None)
        return job

    def suggest(self, keys: Sequence[str] | None = None, model: str | None = None) -> Job:
        """Look for suggestions for all articles that have none yet, or for these; by a spaCy pipeline as well."""
        from depeche.suggest.suggest import Suggested, suggest

        def work(report: Report) -> Suggested:
            models = []
            if model:
                from depeche.suggest.spacy_source import SpacySource, spoken

                models = [SpacySource(model, spoken(self._project.scheme))]
            return suggest(self._project, report, keys=keys, models=models)

        def ended(done: Suggested) -> None:
            self._session.refresh()
            if keys is None:
                new = tr("%n suggestion nouvelle|%n suggestions nouvelles", n=done.new)
                articles = tr("%n article|%n articles", n=done.articles)
                words = tr("{suggestions} dans {articles}.", suggestions=new, articles=articles)
                if not done.new:
                    words = tr("Aucune suggestion nouvelle.")
                self._session.said.emit(done.trouble or words, bool(done.trouble))

        return self._start(tr("Recherche de suggestions"), work, ended)

    def suggest_missed(self) -> None:
        """Look for suggestions for articles that were asked about while a label in use now was out of use."""
        from depeche.suggest.suggest import missed

        labels = [one.label for one in self._project.scheme.active]
        job = self._jobs.start("", lambda _report: missed(self._project, labels), silent=True)
        job.finished.connect(lambda keys: self.suggest(keys) if keys and not self.closed else None)
        job.failed.connect(self._on_failure)

    def suggest_where_none(self) -> None:
        """Look for suggestions if an article has none at all yet, as after an import on the command line."""
        job = self._jobs.start("", lambda _report: self._session.library.lacks_suggestions(), silent=True)
        job.finished.connect(lambda lacks: self.suggest() if lacks and not self.closed else None)
        job.failed.connect(self._on_failure)

    def export(self, order: Order) -> Job:
        """Write the dataset."""
        from depeche.ui.dialogs.export_words import amount

        def ended(receipt: Receipt) -> None:
            self._session.said.emit(tr("Exporté : {what}.", what=amount(receipt)), False)
            self.exported.emit(order, receipt)

        return self._start(
            tr("Export"),
            lambda report: self.exporting.write(order, report),
            ended,
            stopped=tr("Export : arrêté, rien n’a été écrit."),
        )

    def check(self) -> Job:
        """Look for damage."""
        from depeche.store.check import check

        def ended(found: list[str]) -> None:
            if found:
                self.told.emit(tr("Vérification"), found)
            else:
                self._session.said.emit(tr("Le projet est sain."), False)

        return self._start(tr("Vérification"), lambda report: check(self._project, report), ended)

    def back_up(self) -> Job:
        """Make a copy in `backups/`."""

        def ended(path: Path) -> None:
            self._unsaved_copy = False
            self._session.said.emit(tr("Copie de sécurité : {name}.", name=path.name), False)

        return self._start(tr("Copie de sécurité"), lambda _report: self._project.backup("manuelle"), ended)

    def _back_up_if_changed(self) -> None:
        if self._unsaved_copy and not self._project.read_only:
            self._unsaved_copy = False
            self._start(tr("Copie de sécurité"), lambda _report: self._project.backup("auto"), lambda _path: None)

    def _on_change(self, change: Change | None) -> None:
        if change is None:
            return
        self._unsaved_copy = True
        # Relative dates are resolved on the publication date; boilerplate has no suggestions until it counts as text.
        reread = [
            part.article
            for part in change.parts
            if part.article and any(isinstance(item, Published | Unmasked) for item in part.after)
        ]
        if reread:
            self.suggest(reread)

    def look_for_misfits(self, change: Change) -> None:
        """Find the confirmed dates that a new publication date no longer gives, once the pending ones are resolved."""
        for part in change.parts:
            if part.article is not None and any(isinstance(item, Published) for item in part.before):
                self._look(part.article)

    def _look(self, key: str) -> None:
        scheme, valuer = self._project.scheme, self._session.valuer

        def work(_report: Report) -> list[tuple[Span, Span]]:
            desk = Desk(self._project)  # the window's own belongs to the window's thread
            now = desk.open(key)
            with self._project.read() as db:
                earlier = journal.dates_of(db, key)
            dates = {label.label for label in scheme.labels if label.value is ValueType.DATE}
            return misfits(desk.spans, earlier, now, dates.__contains__, valuer)

        def ended(found: list[tuple[Span, Span]]) -> None:
            article = self._session.desk.article
            if found and article is not None and article.key == key:
                self.misfits_found.emit(found)
            elif found:
                words = tr("%n date confirmée ne convient plus dans l’article quitté.|"
                           "%n dates confirmées ne conviennent plus dans l’article quitté.", n=len(found))  # fmt: skip
                self._session.said.emit(words, False)

        job = self._jobs.start(tr("Dates confirmées"), work, silent=True)
        job.finished.connect(ended)
        job.failed.connect(self._on_failure)

    def _start(self, title: str, work: Callable[[Report], Any], ended: Callable[[Any], None], stopped: str = "") -> Job:
        job = self._jobs.start(title, work)
        job.finished.connect(ended)
        job.failed.connect(self._on_failure)
        job.stopped.connect(
            lambda: self._on_stop(stopped or tr("{title} : arrêté, ce qui était fait reste.", title=title))
        )
        return job

    def _on_stop(self, words: str) -> None:
        self.articles_changed.emit()
        self._session.refresh()
        self._session.said.emit(words, False)

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._session.said.emit(str(error), True)
            self.told.emit(tr("Impossible"), [str(error)])
        else:
            raise error
