"""Labels of other tools into the project's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from depeche.core.record import Mark, Record
from depeche.core.scheme import Scheme
from depeche.errors import InputError
from depeche.messages import tr


class LabelMap:
    """What becomes of the labels of marks that come in.

    `said` maps a label as it stands in a file to a label of the scheme (`ACTOR`), a label with a kind (`ACTOR:PER`), or
    None: such marks are left out, counted in `left_out`. A label that isn't mapped must be the scheme's.
    """

    def __init__(self, scheme: Scheme, said: Mapping[str, str | None]) -> None:
        self.left_out = 0
        self._scheme = scheme
        self._said = said

    def mapped(self, record: Record) -> Record:
        """Return the record with its marks under the scheme's labels. Raises InputError for a label it doesn't have."""
        marks = []
        for rank, mark in enumerate(record.marks, 1):
            one = self._one(mark, rank)
            if one is None:
                self.left_out += 1
            else:
                marks.append(one)
        return replace(record, marks=tuple(marks))

    def _one(self, mark: Mark, rank: int) -> Mark | None:
        target = self._said.get(mark.label, mark.label)
        if target is None:
            return None
        label, _, kind = target.partition(":") if mark.label in self._said else (target, "", "")
        if label not in self._scheme:
            known = ", ".join(one.label for one in self._scheme.labels)
            why = tr("étiquette inconnue « {label} » (connues : {known})", label=label[:40], known=known)
            raise InputError(tr("passage n° {rank} : {why}", rank=rank, why=why))
        return replace(mark, label=label, kind=kind or mark.kind) if label != mark.label or kind else mark
