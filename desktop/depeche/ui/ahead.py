"""The articles that come next, read before they are asked for, so that they are there within a frame.

An article of 100,000 characters with 2,000 suggestions takes 50 ms to read; while a person looks at one, the next, the
one before and the next that waits are read on a thread. What was written to since is never shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from depeche.annotate.hand import One
from depeche.annotate.queue import Ranked
from depeche.annotate.sheet import Ready, read_ahead
from depeche.core.article import Article
from depeche.core.offsets import Offsets
from depeche.core.progress import Report
from depeche.core.span import reading_order
from depeche.suggest.boilerplate import Boilerplate, masked
from depeche.ui.drawing import Drawing
from depeche.ui.jobs import Jobs
from depeche.ui.text.arrangement import Arrangement

if TYPE_CHECKING:
    from depeche.ui.session import Session

QUIET_MS = 120
"""How long nothing must have been done before anything is read: a hand at work comes first."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article read ahead, and what follows from it: its marks in reading order, its boilerplate, how it is drawn."""

    ready: Ready
    marks: list[One]
    by_key: dict[str, One]
    masked: list[Boilerplate]
    offsets: Offsets
    drawing: Drawing
    arrangement: Arrangement


_Read = tuple[dict[str, Page], dict[int, str | None], tuple[int, int, Ranked]]
"""Pages by key; the keys of the articles beside one, by step; of which number that is, in which state and order."""


class Ahead(QObject):
    """Reads ahead for a session, once `start` was called; a project open for reading only may be written by others.

    `read(pages)`: these were. `page` is what was read ahead of the article that was opened last, as it was then; None
    where nothing was.
    """

    read = Signal(list)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._pages: dict[str, Page] = {}
        self._beside: dict[int, str | None] = {}
        self._beside_of: tuple[int, int, Ranked] | None = None
        self.page: Page | None = None
        self._masked: tuple[object, list[Boilerplate]] = (None, [])
        self._reads = Jobs(self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._begin)

    def start(self) -> None:
        """Begin to read ahead whenever nothing is done for a moment."""
        session = self._session
        if not session.project.read_only:
            session.article_changed.connect(self._quiet.start)
            session.changed.connect(lambda _change: self._quiet.start())
            session.focus_changed.connect(lambda: self._quiet.isActive() and self._quiet.start())
            self._quiet.start()

    def stop(self) -> None:
        """Read nothing any more: the window closes."""
        self.blockSignals(True)
        self._quiet.stop()
        self._reads.stop()

    @property
    def waits(self) -> bool:
        """Whether it is about to read, or reads."""
        return self._quiet.isActive() or self._reads.busy

    # --- what was read

    def lay(self, key: str) -> bool:
        """Put an article on the desk as it was read ahead; False where it wasn't, or was written to since."""
        self.page = self._pages.pop(key, None)
        if self.page is not None and not self._session.desk.open_ready(self.page.ready):
            self.page = None
        return self.page is not None

    def marks(self) -> tuple[list[One], dict[str, One]] | None:
        """Return the marks on the desk, in reading order and by key; None where they aren't as they were laid there."""
        page, desk = self.page, self._session.desk
        if page is not None and desk.spans is page.ready.sheet.spans and desk.pending is page.ready.waiting:
            return page.marks, page.by_key
        return None

    def beside(self, number: int, step: int) -> str | None:
        """Return the key of the next (1) or previous (-1) article; None at the end."""
        session = self._session
        if self._beside_of == (number, session.project.version("")[0], session.library.ranked):
            return self._beside[step]
        return session.library.neighbour(number, step)

    def masked(self, article: Article) -> list[Boilerplate]:
        """Return the article's boilerplate, but for what somebody took for text."""
        page, of = self.page, (article.key, article.unmasked)
        if self._masked[0] != of:  # asked for many times between two acts
            read = page is not None and page.ready.sheet.article is article
            self._masked = (of, page.masked if page is not None and read else masked(article))
        return self._masked[1]

    # --- reading

    def _begin(self) -> None:
        session, article = self._session, self._session.desk.article
        if article is None or self._reads.busy:
            return
        here, library, fresh = article.number, session.library, dict(self._pages)

        def work(report: Report) -> _Read:
            of = (here, session.project.version("")[0], library.ranked)
            beside = {step: library.neighbour(here, step) for step in (1, -1)}
            found: dict[str, Page] = {}
            for key in (beside[1], library.next_waiting(here), beside[-1]):
                if key is None or key in found or key == article.key:
                    continue
                old = fresh.get(key)
                if old is None or old.ready.version != session.project.version(key):
                    old = self._read(key)
                found[key] = old
            return found, beside, of

        job = self._reads.start("", work, silent=True)
        job.finished.connect(self._on_read)

    def _read(self, key: str) -> Page:
        ready = read_ahead(self._session.project, key, self._session.desk.annotator)
        article, drawing = ready.sheet.article, Drawing(self._session.project.scheme)
        ones: list[One] = [*ready.sheet.spans, *ready.waiting]
        marks, grey = reading_order(ones), masked(article)
        offsets = Offsets(article.text)
        arrangement = Arrangement(drawing.marks(marks, grey), offsets)
        return Page(ready, *with_keys(marks), grey, offsets, drawing, arrangement)

    def _on_read(self, read: _Read) -> None:
        found, self._beside, self._beside_of = read
        self._pages = found
        self.read.emit(list(found.values()))


def with_keys(marks: list[One]) -> tuple[list[One], dict[str, One]]:
    """Return marks, and the same by their keys."""
    return marks, {one.key: one for one in marks}
