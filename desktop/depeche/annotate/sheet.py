"""What lies on a desk: an article, one annotator's work on it, the suggestions for it. A value, read from the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from depeche.annotate import neighbours
from depeche.core.article import Article, State
from depeche.core.calibration import Calibration
from depeche.core.change import Change, Item, Part, Published, Standing, Unmasked
from depeche.core.note import Note
from depeche.core.span import Span, put_in_order, reading_order
from depeche.core.suggestion import Suggestion, Verdict
from depeche.store import articles, blind, confidence, in_use, notes, spans, suggestions
from depeche.store.project import Connection, Project

_FEW, _SMALL = 8, 100
"""Places, and items of a change, of which each is looked at by itself rather than all of a sheet."""


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
                sheet = replace(sheet, spans=tuple(put_in_order(left, come)), verdicts=verdicts)
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


def read_after(db: Connection, sheet: Sheet, change: Change) -> Sheet | None:
    """Return a sheet as it is once an act was taken back or done again; None where it is sooner read anew.

    A suggestion that has no verdict any more may have been retired meanwhile, or its label; one that has is there.
    """
    if change.relabels or sum(len(part.before) + len(part.after) for part in change.parts) > _SMALL:
        return None
    scores = confidence.get(db)
    if scores.hide_below != sheet.meaning.hide_below:
        return None
    sheet, items = sheet.after(change), _items(change, sheet)
    about = {item.suggestion for item in items if isinstance(item, Verdict)}
    known = suggestions.among(db, about)
    unused = in_use.out_of_use(db)
    live = {key for key, (one, retired) in known.items() if sheet.assisted and not retired and one.label not in unused}
    there = {key: one for key, (one, _) in known.items() if key in live or key in sheet.verdicts}
    seen = replace(scores, cells=sheet.meaning.cells).seen(there, sheet.verdicts)
    hidden = sheet.hidden - len(live - sheet.suggestions.keys()) + len(there) - len(seen)
    others = {key: one for key, one in sheet.suggestions.items() if key not in about}
    return replace(sheet, suggestions=others | seen, hidden=hidden)


def _items(change: Change, sheet: Sheet) -> list[Item]:
    return [one for part in change.parts if part.article == sheet.article.key for one in (*part.before, *part.after)]


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
    was: tuple[Suggestion, ...], sheet: Sheet, change: Change, nests: neighbours.Nests
) -> tuple[Suggestion, ...]:
    """Return what `waiting` does of a sheet after a change, given what waited before it.

    To find that anew among thousands after every key would take long: only what the change is about, or what lies
    where it took a span away or put one, may wait now and not before, or the other way round.
    """
    items = _items(change, sheet)
    about = {item.suggestion for item in items if isinstance(item, Verdict)}
    places = {(item.start, item.end) for item in items if isinstance(item, Span)}
    if len(places) > _FEW:
        return waiting(sheet, nests)
    for start, end in places:
        about.update(one.key for one in sheet.suggestions.values() if one.start < end and start < one.end)
    if not about:
        return was
    again = [sheet.suggestions[key] for key in about if key in sheet.suggestions and key not in sheet.verdicts]
    first, last = min((one.start for one in again), default=0), max((one.end for one in again), default=0)
    near = [span for span in sheet.spans if span.start < last and first < span.end]
    left = [one for one in was if one.key not in about]
    return tuple(put_in_order(left, neighbours.can_stay(again, near, nests)))
