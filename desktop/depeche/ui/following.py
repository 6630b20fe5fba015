"""Where the hand goes after an act or when other suggestions come, where a border stops, how far a word's mention goes.

Reads the desk, changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from depeche.annotate import hand
from depeche.annotate.desk import Desk
from depeche.annotate.hand import Grip, One
from depeche.core.change import Change
from depeche.core.note import Note
from depeche.core.span import Span, overlap
from depeche.core.suggestion import Suggestion, Verdict
from depeche.suggest.mention import whole


def after_act(change: Change, label: str | None, pending: Sequence[Suggestion]) -> str | None:
    """Return the key of the span that an act made or brought back, of that label if one is given.

    Without a label also that of the suggestion whose verdict was taken back, or of the mark that a note is on; None
    where there is none of these.
    """
    made = [item for part in change.parts for item in part.after if isinstance(item, Span)]
    chosen = next((span for span in made if label is None or span.label == label), None)
    if chosen is not None or label is not None:
        return chosen.key if chosen else None
    gone = [item for part in change.parts for item in part.before if isinstance(item, Span)]
    back: set[str | None] = {span.suggestion for span in gone}
    back |= {item.suggestion for part in change.parts for item in part.before if isinstance(item, Verdict)}
    noted = (item.mark for part in change.parts for item in (*part.before, *part.after) if isinstance(item, Note))
    return next((one.key for one in pending if one.key in back), next(noted, None))


def gave_way(change: Change) -> bool:
    """Tell whether spans went because another was put in their place: the act's title names them."""
    came = {item.key for part in change.parts for item in part.after if isinstance(item, Span)}
    gone = {item.key for part in change.parts for item in part.before if isinstance(item, Span)}
    return bool(came and gone - came)


def after_step(change: Change, desk: Desk, held: str | None) -> str | None:
    """Return the key of what the hand is on once an act was taken back or done again in the article on the desk.

    The span or doubt that is back; else, as behind the act itself, the next doubt after what is gone; else what the
    hand held, where it is still there.
    """
    back = after_act(change, None, desk.pending)
    if back is not None or desk.article is None:
        return back
    if gone := _gone(change, desk):
        return hand.beside(desk.pending, None, hand.place_of(gone[0]), 1) if desk.pending else None
    if any(span.key == held for span in desk.spans) or any(one.key == held for one in desk.pending):
        return held
    return desk.pending[0].key if desk.pending else None


def _gone(change: Change, desk: Desk) -> list[One]:
    """Return the spans and doubts that a change took out of the article on the desk, in reading order."""
    mine = [part for part in change.parts if desk.article is not None and part.article == desk.article.key]
    found: list[One] = [item for part in mine for item in part.before if isinstance(item, Span)]
    said = (item.suggestion for part in mine for item in part.after if isinstance(item, Verdict))
    found += [desk.suggestions[key] for key in said if key in desk.suggestions]
    return sorted(found, key=hand.place_of)


def after_renewal(held: One, marks: Sequence[One], pending: Sequence[Suggestion]) -> str | None:
    """Return the key of what the hand is on once the mark it `held` is gone.

    That is the mark in its place, of the same label rather than of another; else the next doubt after that place.
    """
    there = [one for one in marks if (one.start, one.end) == (held.start, held.end)]
    there.sort(key=lambda one: one.label != held.label)
    if there:
        return there[0].key
    return hand.beside(pending, None, hand.place_of(held), 1) if pending else None


def assisted(desk: Desk) -> bool:
    """Tell whether rules may speak in the article on the desk: not where it shows what people find by themselves."""
    return desk.sheet is None or desk.sheet.assisted


def wall(moved: One, spans: Sequence[Span], nests: Callable[[str], bool]) -> Span | None:
    """Return the span that a mark may not reach into with the borders it has now, None where there is none."""
    if nests(moved.label):
        return None
    others = (span for span in spans if span.key != moved.key and not nests(span.label))
    return next((span for span in others if overlap(span, moved)), None)


def reach(desk: Desk, grip: Grip, label: str) -> tuple[int, int]:
    """Return the borders that a selection means under a label: of a lone word, those of the mention that it is in."""
    bare, scheme = (grip.start, grip.end), desk.project.scheme
    if not grip.loose or desk.article is None or label not in scheme:
        return bare
    start, end = whole(desk.article, *bare, scheme.get(label).value)
    return bare if wall(Span(start, end, label), desk.spans, scheme.nests) else (start, end)
