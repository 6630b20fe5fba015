"""What one act did. The undo entry, the journal line and the news for the panels are all this one value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from depeche.core.actor import Actor
from depeche.core.article import DateOrigin, State
from depeche.core.note import Note
from depeche.core.scheme_diff import Renames
from depeche.core.span import Span
from depeche.core.suggestion import Verdict


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of an annotator's reading of an article, as an item of a change."""

    state: State


@dataclass(frozen=True, slots=True)
class Published:
    """An article's publication date and where it comes from, as an item of a change."""

    date: str | None
    origin: DateOrigin


@dataclass(frozen=True, slots=True)
class Unmasked:
    """The stretches of an article that somebody took for text though they look like boilerplate, as an item."""

    stretches: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """A finding of the radar that the annotator wants so, as an item: its name, by which it isn't shown again."""

    finding: str


@dataclass(frozen=True, slots=True)
class LabelSet:
    """The project's label scheme, as an item: the TOML of its file, and what it keeps beside it, as JSON.

    `renames` lead from the names of the scheme on the other side of the change to those of this one: rows follow them.
    """

    toml: str
    kept: str = "[]"
    renames: Renames = field(default_factory=Renames)


@dataclass(frozen=True, slots=True)
class Moved:
    """Rows of a table (their keys) whose label and kind a merge of labels changes, from the first two to the others."""

    table: str
    label: str
    kind: str | None
    into: str
    into_kind: str | None
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """What a merge of labels does to the rows, as an item: among what an act put there it is done, among what one
    took away it is undone. Labels have the names of before the act.

    `moved` are rows that only change label and kind, `retired` suggestions (keys) that double one another. `before` and
    `after` are the items that go and come beside, each with the key of the reading, or of the annotator, that has it.
    """

    moved: tuple[Moved, ...] = ()
    retired: tuple[str, ...] = ()
    before: tuple[tuple[str, Span | Verdict | Actor | Aside], ...] = ()
    after: tuple[tuple[str, Span | Verdict | Actor | Aside], ...] = ()


Item = Span | Verdict | Standing | Published | Unmasked | Actor | Aside | Note | LabelSet | Joined


@dataclass(frozen=True, slots=True)
class Part:
    """What an act did in one article: the items it took away and those it put there.

    Without `article`, what it did to the project itself: the actors of its registry, findings set aside, its labels.
    """

    article: str | None
    before: tuple[Item, ...] = ()
    after: tuple[Item, ...] = ()

    def inverse(self) -> Part:
        """Return the part that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """One act of one annotator, in one article or in many, with the words that name it in the history.

    `key` and `number` (the order of acts in the project, from 1) are given when it is stored.
    """

    title: str
    parts: tuple[Part, ...]
    key: str = ""
    number: int = 0

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return replace(self, parts=tuple(part.inverse() for part in reversed(self.parts)))

    @property
    def relabels(self) -> bool:
        """Whether it gives the project other labels."""
        return any(isinstance(item, LabelSet) for part in self.parts for item in part.after)

    def touches(self, article: str) -> bool:
        """Tell whether an article's marks may be others now."""
        return article in self.articles or self.relabels

    @property
    def articles(self) -> tuple[str, ...]:
        """The keys of the articles it touched."""
        return tuple(part.article for part in self.parts if part.article is not None)
