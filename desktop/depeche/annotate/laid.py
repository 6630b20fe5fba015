"""What lies on a desk, kept up with what is done there: an article, one annotator's work on it, what waits on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from depeche.annotate.sheet import Ready, Sheet, read_after, read_sheet, still_waiting, waiting
from depeche.core.article import Article, State
from depeche.core.change import Change
from depeche.core.note import Note
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion, Verdict
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store.project import Connection, Project


class Laid:
    """An article laid down for one annotator of a project. `open` lays one; `article` is None until then."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.annotator = project.annotator
        self._sheet: Sheet | None = None
        self._waiting: tuple[Suggestion, ...] = ()
        self._waiting_of: Sheet | None = None
        self._version: tuple[int, int] | None = None

    @property
    def article(self) -> Article | None:
        """The article on the desk."""
        return self._sheet.article if self._sheet else None

    @property
    def state(self) -> State:
        """How far the annotator is with it."""
        return self._sheet.state if self._sheet else State.TODO

    @property
    def spans(self) -> tuple[Span, ...]:
        """The annotator's spans, in reading order."""
        return self._sheet.spans if self._sheet else ()

    @property
    def suggestions(self) -> Mapping[str, Suggestion]:
        """The suggestions for the article, judged or not, by key."""
        return self._sheet.suggestions if self._sheet else {}

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """What the annotator said of suggestions, by the suggestion's key."""
        return self._sheet.verdicts if self._sheet else {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes on borderline cases in the article, everybody's, in the order in which they were written."""
        return self._sheet.notes if self._sheet else ()

    @property
    def sheet(self) -> Sheet | None:
        """All that lies on it, as one value; also whether suggestions are shown for the article."""
        return self._sheet

    def open(self, key: str, like: Sheet | None = None) -> Article:
        """Put an article on the desk as it stands in the project, with scores `like` those of a sheet; or KeyError."""
        version = self.project.version(key)  # before it is read: what is written meanwhile makes it old
        with self.project.read() as db:
            self._sheet = read_sheet(db, key, self.annotator, like)
        self._version = version
        return self._sheet.article

    def open_ready(self, ready: Ready) -> bool:
        """Put an article on the desk that was read ahead; False, and nothing done, where it was written to since."""
        if ready.version != self.project.version(ready.sheet.article.key):
            return False
        self._sheet, self._version = ready.sheet, ready.version
        self._waiting_of, self._waiting = ready.sheet, ready.waiting
        return True

    def reload(self) -> None:
        """Read the article on the desk again, after a background job or an undo touched it."""
        if self.article is not None:
            self.open(self.article.key, self._sheet)

    @property
    def pending(self) -> tuple[Suggestion, ...]:
        """The suggestions without a verdict that don't stand in the way of the annotator's own spans."""
        sheet = self._sheet
        if self._waiting_of is not sheet:  # asked for many times between two acts
            self._waiting, self._waiting_of = waiting(sheet, self.project.scheme.nests) if sheet else (), sheet
        return self._waiting

    def span(self, key: str) -> Span | None:
        """Return the span of that key, None where there is none."""
        return next((one for one in self.spans if one.key == key), None)

    def text_of(self, one: Span | Suggestion) -> str:
        """Return the words a span or suggestion covers."""
        return self._article.text[one.start : one.end]

    @property
    def _article(self) -> Article:
        if self.article is None:
            raise UserError(tr("Aucun article n’est ouvert."))
        return self.article

    # --- kept up

    @contextmanager
    def _writing(self, about: Collection[str]) -> Iterator[Connection]:
        """Write to the project, knowing afterwards whether anybody else has written to the article since it was read.

        `about` as in `Project.write`; it is looked at when the block has ended.
        """
        with self.project.write(about) as db:
            alone = self._is_alone()
            yield db
        self._version = self.project.version(self._sheet.article.key) if self._sheet and alone else None

    def _is_alone(self) -> bool:
        return self._sheet is not None and self._version == self.project.version(self._sheet.article.key)

    def _after(self, db: Connection, change: Change) -> Sheet | None:
        """Return what lies there once a step of the history is carried out; None where that is to be read anew."""
        sheet = self._sheet
        if sheet is None or not self._is_alone() or not change.touches(sheet.article.key):
            return None
        return read_after(db, sheet, change)

    def _show(self, change: Change) -> None:
        if self._sheet is None:
            return
        sheet = self._sheet.after(change)
        if sheet.verdicts.keys() <= sheet.suggestions.keys():
            self._lay(sheet, change)
        else:  # worked out elsewhere, it is also about suggestions that weren't shown here
            self.reload()

    def _lay(self, sheet: Sheet, change: Change) -> None:
        if self._waiting_of is self._sheet and not change.relabels:  # else it is found anew when it is asked for
            self._waiting = still_waiting(self._waiting, sheet, change, self.project.scheme.nests)
            self._waiting_of = sheet
        self._sheet = sheet
