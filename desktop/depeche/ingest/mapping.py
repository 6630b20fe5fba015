"""Labels of other tools into the project's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from depeche.core.record import Mark, Record
from depeche.core.scheme import Scheme
from depeche.errors import InputError, UserError
from depeche.messages import tr


class LabelMap:
    """What becomes of the labels of marks that come in.

    `said` maps a label as it stands in a file to a label of the scheme (`ACTOR`), a label with a kind (`ACTOR:PER`), or
    None: such marks are left out. A label that isn't mapped must be the scheme's. Counted by label: `left_out`, what is
    left out; `unknown`, marks for whose label articles were refused; `kinds`, labels with kinds that the scheme lacks.
    """

    def __init__(self, scheme: Scheme, said: Mapping[str, str | None]) -> None:
        self.left_out: Counter[str] = Counter()
        self.unknown: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self._scheme = scheme
        self._said = said
        self._known = {f"{one.label}:{kind.kind}" for one in scheme.labels for kind in one.kinds}

    def mapped(self, record: Record) -> Record:
        """Return the record with its marks under the scheme's labels. Raises InputError for a label it doesn't have."""
        strange = [(rank, mark.label) for rank, mark in enumerate(record.marks, 1) if not self._has(mark.label)]
        if strange:
            self.unknown.update(label for _, label in strange)
            rank, label = strange[0]
            known = ", ".join(one.label for one in self._scheme.labels)
            why = tr("étiquette inconnue « {label} » (connues : {known})", label=label[:40], known=known)
            raise InputError(tr("passage n° {rank} : {why}", rank=rank, why=why))
        marks = []
        for mark in record.marks:
            one = self._one(mark)
            if one is None:
                self.left_out[mark.label] += 1
                continue
            marks.append(one)
            if one.kind and f"{one.label}:{one.kind}" not in self._known:
                self.kinds[f"{one.label}:{one.kind}"] += 1
        return replace(record, marks=tuple(marks))

    def _has(self, label: str) -> bool:
        return label in self._said or label in self._scheme

    def _one(self, mark: Mark) -> Mark | None:
        if mark.label not in self._said:
            return mark
        target = self._said[mark.label]
        if target is None:
            return None
        label, _, kind = target.partition(":")
        was = dict(mark.was) if mark.was is not None else None
        if was and "label" in was:
            was["label"] = (self._said.get(was["label"], was["label"]) or label).partition(":")[0]
        return replace(mark, label=label, kind=kind or mark.kind, was=was)


def check(scheme: Scheme, said: Mapping[str, str | None]) -> None:
    """Raise UserError where labels are mapped to one that the scheme doesn't have."""
    for name, target in said.items():
        label = (target or "").partition(":")[0]
        if target is not None and label not in scheme:
            known = ", ".join(one.label for one in scheme.labels)
            raise UserError(
                tr("« {name} » ne peut pas devenir « {label} », qui n’est pas une étiquette du projet.",
                   name=name[:40], label=label[:40]),
                tr("Connues : {known}.", known=known),
            )  # fmt: skip
