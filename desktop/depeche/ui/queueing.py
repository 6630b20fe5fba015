"""The order of the articles as the window has it: worked out in the background, and again as work goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer

from depeche.annotate.queue import Queue, Ranked, Why, why_words
from depeche.core.change import Change, Published, Standing
from depeche.core.order import Order, order_words
from depeche.core.progress import Report
from depeche.errors import UserError
from depeche.messages import tr
from depeche.ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from depeche.ui.window import Window

PAUSE_MS = 900
"""So long nothing must have been done before the order is worked out again."""


class Queueing(QObject):
    """Owned by a window. List and « next article » follow `order`, as soon as it is worked out."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._queue = Queue(window.project)
        self._reads = Jobs(self)
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._told = False
        said = str(QSettings().value(self._place(), Order.NUMBER.value))
        self.order = Order(said) if said in list(Order) else Order.NUMBER
        window.session.changed.connect(self._on_change)
        window.session.article_changed.connect(self._explain)
        window.session.relabelled.connect(self._on_labels)
        window.work.articles_changed.connect(self.renew)
        self._check()
        if self.order is not Order.NUMBER:
            self._begin()

    @property
    def busy(self) -> bool:
        """Whether it works the order out, or will as soon as nothing is done for a moment."""
        return self._pause.isActive() or self._reads.busy

    def stop(self) -> None:
        """Work nothing out any more: the window closes."""
        self.blockSignals(True)
        self._pause.stop()
        self._reads.stop()

    def turn(self) -> None:
        """Take the next order."""
        orders = list(Order)
        self.use(orders[(orders.index(self.order) + 1) % len(orders)])

    def use(self, order: Order) -> None:
        """Have the articles in this order from now on, in this project."""
        self.order, self._told = order, True
        QSettings().setValue(self._place(), order.value)
        self._check()
        self._begin()

    def renew(self) -> None:
        """Work the order out again soon: something else than an act has changed it."""
        self._pause.start()

    def _place(self) -> str:
        return f"order/{self._window.project.folder}"

    def _check(self) -> None:
        self._window.actions_by_name[f"order_{self.order}"].setChecked(True)

    # --- when it is worked out

    def _on_change(self, change: Change | None) -> None:
        items = [item for part in change.parts for item in part.after] if change else []
        moves = {Order.VALUE: Standing, Order.DATE: Published}.get(self.order)
        if moves is not None and any(isinstance(item, moves) for item in items):
            self._pause.start()

    def _on_labels(self) -> None:
        self._queue.forget()
        self._pause.start()

    def _begin(self) -> None:
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
        order = self.order

        def work(report: Report) -> Ranked:
            return self._queue.ranked(order, report)

        self._job = self._reads.start(tr("Ordre des articles"), work, silent=True)
        self._job.finished.connect(self._on_ranked)
        self._job.failed.connect(self._on_failure)

    def _on_ranked(self, ranked: Ranked) -> None:
        if ranked.order is not self.order:
            return
        window = self._window
        before = window.session.library.ranked
        window.session.library.put_order(ranked)
        if ranked.numbers != before.numbers or ranked.order is not before.order:
            window.articles_panel.reload()
            article = window.session.desk.article
            if article is not None:
                window.articles_panel.show_current(article.number)
        self._explain()
        if self._told:
            self._told = False
            window.session.said.emit(tr("Articles : {order}.", order=order_words(ranked.order).lower()), False)

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._window.session.said.emit(str(error), True)

    def _explain(self) -> None:
        """Say why the article on the desk comes when it does."""
        sheet, ranked = self._window.session.desk.sheet, self._window.session.library.ranked
        why = ranked.why.get(sheet.article.number) if sheet is not None else None
        if why is not None and sheet is not None and not sheet.assisted:
            why = Why(why.gain, why.minutes, told=False, blind=True)  # ranked before it became a control
        self._window.articles_panel.explain(why_words(why) if why is not None else "")
