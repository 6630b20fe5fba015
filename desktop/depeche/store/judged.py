"""What became of each source's suggestions in a project: counted from the verdicts."""

from __future__ import annotations

from sqlalchemy import Connection, and_, case, func, or_, select

from depeche.core.suggestion import JUDGED_ELSEWHERE, Outcome
from depeche.store.tables import suggestions, verdicts


def by_source(db: Connection) -> dict[tuple[str, str, str], tuple[int, int]]:
    """Return by source, label and kind (empty: none) how many suggestions were right, and how many were judged.

    One of which only the value was corrected was right: its borders, label and kind stood. What came in already judged,
    from no source, was nobody's suggestion and isn't counted.
    """
    stood = and_(
        verdicts.c.outcome == Outcome.CORRECTED.value, verdicts.c.moved.is_(False), verdicts.c.relabelled.is_(False)
    )
    right = func.sum(case((or_(verdicts.c.outcome == Outcome.ACCEPTED.value, stood), 1), else_=0))
    place = (suggestions.c.source, suggestions.c.label, suggestions.c.kind)
    rows = db.execute(
        select(*place, right, func.count())
        .select_from(verdicts)
        .join(suggestions, suggestions.c.key == verdicts.c.suggestion)
        .where(suggestions.c.source != JUDGED_ELSEWHERE)
        .group_by(*place)
    )
    return {(source, label, kind or ""): (well, total) for source, label, kind, well, total in rows}
