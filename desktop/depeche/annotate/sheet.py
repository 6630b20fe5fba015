"""What lies on a desk: an article, one annotator's work on it, the suggestions for it. A value, read from the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from depeche.annotate import neighbours
from depeche.core.article import Article, State
from depeche.core.calibration import Calibration
from depeche.core.change import Change, Item, Part, Published, Standing, Unmasked
from depeche.core.note import Note
from depeche.core.span import Span, reading_order
from depeche.core.suggestion import Suggestion, Verdict
from depeche.store import articles, blind, confidence, notes, spans, suggestions
from depeche.store.project import Connection, Project


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article as one annotator sees it, `notes` being everybody's.

    `suggestions` and `verdicts` are found by the suggestion's key. Where it isn't `assisted`, it is a blind control:
    there are no suggestions but judged ones. `unread`: nothing is kept of the annotator's reading yet. So many
    suggestions are `hidden`, less likely right than the project's threshold; scores are what they mean in the project,
    or did when the article was put on the desk (`meaning`).
    """

    article: Article
    state: State
    spans: tuple[Span, ...]
    suggestions: Mapping[str, Suggestion]
    verdicts: Mapping[str, Verdict]
    notes: tuple[Note, ...] = ()
    assisted: bool = True
    unread: bool = False
    hidden: int = 0
    meaning: Calibration = field(default_factory=Calibration)

    @property
    def is_aside(self) -> bool:
        """Whether it is to be finished without help, also from other articles."""
        return not self.assisted and self.state is not State.DONE

    def after(self, change: Change) -> Sheet:
        """Return the sheet as it is once a change is stored."""
        sheet = self
        for part in change.parts:
            if part.article == self.article.key:
                gone = {item.key for item in part.before if isinstance(item, Span)}
                come = [item for item in part.after if isinstance(item, Span)]
                verdicts = dict(sheet.verdicts)
                for item in part.before:
                    if isinstance(item, Verdict):
                        verdicts.pop(item.suggestion, None)
                verdicts |= {item.suggestion: item for item in part.after if isinstance(item, Verdict)}
                left = [span for span in sheet.spans if span.key not in gone]
                sheet = replace(sheet, spans=tuple(reading_order([*left, *come])), verdicts=verdicts)
                noted = {item.key for item in part.before if isinstance(item, Note)}
                written = [item for item in part.after if isinstance(item, Note)]
                if noted or written:
                    stay = [note for note in sheet.notes if note.key not in noted]
                    ordered = sorted([*stay, *written], key=lambda note: (note.number, note.key))
                    sheet = replace(sheet, notes=tuple(ordered))
                for item in part.after:
                    if isinstance(item, Standing):
                        sheet = replace(sheet, state=item.state)
                    elif isinstance(item, Published):
                        dated = replace(sheet.article, date=item.date, date_origin=item.origin)
                        sheet = replace(sheet, article=dated)
                    elif isinstance(item, Unmasked):
                        sheet = replace(sheet, article=replace(sheet.article, unmasked=item.stretches))
        return sheet

    def since(self, earlier: Sheet) -> Part | None:
        """Return what became of an earlier sheet of the same article in spans, verdicts and state; None for nothing."""
        before: list[Item] = []
        after: list[Item] = []
        old, new = ({span.key: span for span in one.spans} for one in (earlier, self))
        before += [span for key, span in old.items() if new.get(key) != span]
        after += [span for key, span in new.items() if old.get(key) != span]
        said, says = earlier.verdicts, self.verdicts
        before += [verdict for key, verdict in said.items() if says.get(key) != verdict]
        after += [verdict for key, verdict in says.items() if said.get(key) != verdict]
        if self.state is not earlier.state:
            before.append(Standing(earlier.state))
            after.append(Standing(self.state))
        return Part(self.article.key, tuple(before), tuple(after)) if before or after else None


def read_sheet(db: Connection, key: str, annotator: str, like: Sheet | None = None) -> Sheet:
    """Return the article of that key as the annotator (a key) sees it; raises KeyError.

    Scores mean what they do now, or did on another sheet; the threshold is that of now in any case. A suggestion that
    a later run no longer makes is there only if the annotator has judged it.
    """
    article = articles.get(db, key)
    reading = spans.reading(db, key, annotator)
    judged = {verdict.suggestion: verdict for verdict in reading.verdicts}
    assisted = blind.is_assisted(db, key, annotator)
    proposed = {one.key: one for one in suggestions.of(db, key)} if assisted else {}
    if judged.keys() - proposed.keys():
        every = {one.key: one for one in suggestions.of(db, key, retired=True)}
        proposed = {one: every[one] for one in every if one in proposed or one in judged}
    said, unread = notes.of(db, key), not reading.key
    scores = confidence.get(db)
    if like is not None:
        scores = replace(scores, cells=like.meaning.cells)
    seen = scores.seen(proposed, judged)
    hidden = len(proposed) - len(seen)
    return Sheet(article, reading.state, reading.spans, seen, judged, said, assisted, unread, hidden, scores)


@dataclass(frozen=True, slots=True)
class Ready:
    """An article read ahead: its sheet, the suggestions that wait on it, and which version of it that is."""

    sheet: Sheet
    waiting: tuple[Suggestion, ...]
    version: tuple[int, int]


def read_ahead(project: Project, key: str, annotator: str) -> Ready:
    """Return an article as `read_sheet` does, with what else is asked of it at once; raises KeyError."""
    version = project.version(key)
    with project.read() as db:
        sheet = read_sheet(db, key, annotator)
    return Ready(sheet, waiting(sheet, project.scheme.nests), version)


def waiting(sheet: Sheet, nests: neighbours.Nests) -> tuple[Suggestion, ...]:
    """Return the suggestions without a verdict that can stay beside the annotator's own spans, in reading order."""
    open_ones = (one for one in reading_order(sheet.suggestions.values()) if one.key not in sheet.verdicts)
    return tuple(neighbours.can_stay(open_ones, sheet.spans, nests))


def still_waiting(
    was: tuple[Suggestion, ...] | None, change: Change, key: str, nests: neighbours.Nests
) -> tuple[Suggestion, ...] | None:
    """Return what of the suggestions that waited on an article (a key) does after a change; None where more may.

    To find that anew among thousands after every key would take long.
    """
    parts = [part for part in change.parts if part.article == key]
    if was is None or any(isinstance(item, Span | Verdict) for part in parts for item in part.before):
        return None  # something may begin to wait again
    come = [item for part in parts for item in part.after]
    judged = {item.suggestion for item in come if isinstance(item, Verdict)}
    made = [item for item in come if isinstance(item, Span)]
    left = tuple(one for one in was if one.key not in judged)
    return tuple(neighbours.can_stay(left, made, nests)) if made else left
