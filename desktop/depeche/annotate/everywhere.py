"""The words in hand everywhere else: where they stand, in the article or in the project, and what stands there already.

Only finds; `bulk` carries out what of it was ticked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from depeche.annotate import neighbours
from depeche.annotate.sheet import Sheet, read_sheet
from depeche.core.article import Article, State
from depeche.core.memory import form_of
from depeche.core.occurrences import is_part, longest_word, occurrences
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span, Stretch, Value, overlap
from depeche.core.suggestion import Outcome, Suggestion
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import occurrences as store
from depeche.store.project import Project

CONTEXT = 60
"""Characters shown on either side of a hit."""

_STEP = 1_000
_BATCH = 25


class Fate(StrEnum):
    """What stands where the words are. The first two are open, all else was decided or isn't quite those words.

    `NAMED`, open too, is a span whose value is to become another name.
    """

    FREE = "free"
    SUGGESTED = "suggested"
    MARKED = "marked"
    OTHER = "other"
    INSIDE = "inside"
    REJECTED = "rejected"
    TIED = "tied"
    MASKED = "masked"
    ASIDE = "aside"
    NAMED = "named"


OPEN = (Fate.FREE, Fate.SUGGESTED, Fate.NAMED)


@dataclass(frozen=True, slots=True)
class Sought:
    """Words to be found everywhere, as they are written, and the label they are to get or have.

    `kind` and `value` are what a person gave them; None where the words themselves are to say it.
    """

    words: str
    label: str
    kind: str | None = None
    value: Value = None

    @property
    def given(self) -> bool:
        """Whether a person said what the words stand for."""
        return self.kind is not None or self.value is not None


@dataclass(frozen=True, slots=True)
class Hit:
    """The words in one place of one article; `start` and `end` are code points, end exclusive.

    `mark` is the key of the suggestion or span that stands there, `label` its label; empty where the place is free.
    `before`, `words` and `after` are one line of the text around it.
    """

    article: str
    number: int
    title: str
    state: State
    start: int
    end: int
    fate: Fate
    mark: str = ""
    label: str = ""
    before: str = ""
    words: str = ""
    after: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided there yet."""
        return self.fate in OPEN

    @property
    def is_finished(self) -> bool:
        """Whether somebody has said that its article is done."""
        return self.state is State.DONE


_BY_PLACE = (ValueType.DATE, ValueType.NUMBER, ValueType.SPEAKER)


def by_place(scheme: Scheme, label: str) -> bool:
    """Tell whether a label's values hang on what stands around: that of one place says nothing of another."""
    return scheme.get(label).value in _BY_PLACE


def sought_of(text: str, one: Span | Suggestion, scheme: Scheme) -> Sought:
    """Return a mark as something to be found everywhere: its words and label; kind and value too if words have them."""
    words = text[one.start : one.end]
    return Sought(words, one.label) if by_place(scheme, one.label) else Sought(words, one.label, one.kind, one.value)


Look = Callable[[Sheet], list[Hit]]
Masked = Callable[[Article], Sequence[Stretch]]
"""Returns the stretches of an article that aren't its text."""
Each = Callable[[list[Hit]], None]
"""Told of hits as they are found."""


def nowhere(_article: Article) -> Sequence[Stretch]:
    """Mask nothing."""
    return ()


def quiet(_hits: list[Hit]) -> None:
    """Wait for the end."""


def places(
    project: Project,
    sought: Sought,
    report: Report = silent,
    *,
    article: str | None = None,
    at_hand: str | None = None,
    masked: Masked = nowhere,
    each: Each = quiet,
) -> list[Hit]:
    """Return where the words stand in one article, or in the whole project, in the order of import.

    Reads a few articles at a time; `Cancelled` out of `report` ends it. An article that is to be finished without help
    is set aside, unless it is the one `at_hand`. Raises UserError for a label that isn't in use.
    """
    scheme = project.scheme
    if sought.label not in scheme or scheme.get(sought.label).retired:
        raise UserError(tr("L’étiquette « {label} » n’est plus en usage.", label=sought.label))

    def look(sheet: Sheet) -> list[Hit]:
        return _aside(_places(sheet, sought, scheme, masked), sheet, at_hand)

    return _scan(project, sought.words, look, report, article, each)


def suggested(
    project: Project,
    sought: Sought,
    report: Report = silent,
    *,
    article: str | None = None,
    at_hand: str | None = None,
    each: Each = quiet,
) -> list[Hit]:
    """Return the suggestions with these words and that label, and what was decided of them: accepted or rejected.

    If the kind or value is given, only what waits with just that kind and value.
    """

    def look(sheet: Sheet) -> list[Hit]:
        return _aside(_suggested(sheet, sought, project.scheme), sheet, at_hand)

    return _scan(project, sought.words, look, report, article, each)


def _aside(hits: list[Hit], sheet: Sheet, at_hand: str | None) -> list[Hit]:
    """Return hits in an article as nothing to be decided from afar, where it is to be finished without help."""
    if not sheet.is_aside or sheet.article.key == at_hand:
        return hits
    return [replace(hit, fate=Fate.ASIDE, mark="", label="") for hit in hits]


def _scan(project: Project, words: str, look: Look, report: Report, only: str | None, each: Each) -> list[Hit]:
    if not form_of(words):
        raise UserError(tr("Aucun mot à chercher."))
    hits: list[Hit] = []

    def seen(keys: list[str]) -> None:
        with project.read() as db:
            sheets = [read_sheet(db, key, project.annotator) for key in keys]
        found = [hit for sheet in sheets for hit in look(sheet)]
        if found:
            hits.extend(found)
            each(found)

    if only is not None:
        seen([only])
        return hits
    word = longest_word(words)
    with project.read() as db:
        last = store.last_number(db)
    for after in range(0, last, _STEP):
        report(Progress(after, last))
        with project.read() as db:
            keys = store.holding(db, word, after, after + _STEP)
        for n in range(0, len(keys), _BATCH):
            report(Progress(min(after + n, last), last))
            seen(keys[n : n + _BATCH])
    report(Progress(last, last))
    return hits


def _places(sheet: Sheet, sought: Sought, scheme: Scheme, masked: Masked) -> list[Hit]:
    text = sheet.article.text
    found = occurrences(text, sought.words)
    if not found:
        return []
    pending = _pending(sheet, scheme)
    said_no = [sheet.suggestions[one] for one, v in sheet.verdicts.items() if v.outcome is Outcome.REJECTED]
    aside = masked(sheet.article)
    hits = []
    for start, end in found:
        drawn = Span(start, end, sought.label)
        fate, mark = _fate(drawn, sheet.spans, pending, said_no, scheme)
        if fate is Fate.FREE and any(overlap(one, drawn) for one in aside):
            fate = Fate.MASKED
        elif fate is Fate.FREE and is_part(text, (start, end)):
            fate = Fate.TIED
        hits.append(hit_at(sheet, start, end, fate, mark))
    return hits


def _fate(
    drawn: Span,
    spans: Sequence[Span],
    pending: Sequence[Suggestion],
    said_no: Sequence[Suggestion],
    scheme: Scheme,
) -> tuple[Fate, Span | Suggestion | None]:
    """Return what labelling a place would do to what stands there, as the desk would do it."""
    one = neighbours.corrected_by(drawn, spans, pending, said_no, scheme.nests)
    if one is None:
        flat: list[Span | Suggestion] = [] if scheme.nests(drawn.label) else [*spans, *pending]
        around = next((mark for mark in flat if not scheme.nests(mark.label) and overlap(mark, drawn)), None)
        return (Fate.INSIDE, around) if around else (Fate.FREE, None)
    if not neighbours.same_place(one, drawn):
        return Fate.INSIDE, one
    if isinstance(one, Span):
        return (Fate.MARKED if one.label == drawn.label else Fate.OTHER), one
    if any(one.key == no.key for no in said_no):
        return Fate.REJECTED, one
    return Fate.SUGGESTED, one


def _suggested(sheet: Sheet, sought: Sought, scheme: Scheme) -> list[Hit]:
    text, form = sheet.article.text, form_of(sought.words)
    waiting = {one.key for one in _pending(sheet, scheme)}

    def meant(one: Span | Suggestion) -> bool:
        return one.label == sought.label and form_of(text[one.start : one.end]) == form

    hits = []
    for one in sheet.suggestions.values():
        if not meant(one):
            continue
        if one.key in waiting:
            if not sought.given or (one.kind, one.value) == (sought.kind, sought.value):
                hits.append(hit_at(sheet, one.start, one.end, Fate.SUGGESTED, one))
        elif not sought.given and one.key in sheet.verdicts and sheet.verdicts[one.key].outcome is Outcome.REJECTED:
            hits.append(hit_at(sheet, one.start, one.end, Fate.REJECTED, one))
    if not sought.given:
        hits += [hit_at(sheet, one.start, one.end, Fate.MARKED, one) for one in sheet.spans if meant(one)]
    return sorted(hits, key=lambda hit: (hit.start, -hit.end))


def _pending(sheet: Sheet, scheme: Scheme) -> list[Suggestion]:
    unsaid = (one for one in sheet.suggestions.values() if one.key not in sheet.verdicts)
    return neighbours.can_stay(unsaid, sheet.spans, scheme.nests)


def hit_at(sheet: Sheet, start: int, end: int, fate: Fate, mark: Span | Suggestion | None) -> Hit:
    """Return a stretch of an article as a hit, with what stands around it."""
    article = sheet.article
    text = article.text
    return Hit(
        article=article.key,
        number=article.number,
        title=article.title,
        state=sheet.state,
        start=start,
        end=end,
        fate=fate,
        mark=mark.key if mark else "",
        label=mark.label if mark else "",
        before=_line(text[max(0, start - CONTEXT) : start]),
        words=_line(text[start:end]),
        after=_line(text[end : end + CONTEXT]),
    )


def _line(text: str) -> str:
    """Return a stretch of a text on one line; the blanks at its edges stay, as one space."""
    return re.sub(r"\s+", " ", text)
