"""Another label scheme for a project: what it means is worked out first, and it is then one act in the history."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from depeche.annotate.desk import Desk
from depeche.core.change import Change, LabelSet, Part
from depeche.core.progress import Report, silent
from depeche.core.scheme import Label, Scheme, ValueType, check_scheme, parse_scheme
from depeche.core.scheme_diff import Difference, Renames, What, check_renames, diff
from depeche.core.scheme_toml import to_toml
from depeche.core.span import Value
from depeche.core.worth import bounds
from depeche.errors import SchemeError, UserError
from depeche.messages import tr
from depeche.store import journal, labels
from depeche.store.labels import Tallies, Tally
from depeche.store.project import SCHEME, Project
from depeche.store.stale import StaleChange

_DATE = re.compile(r"[\dXYT:.,~?%/+-]{4,}", re.ASCII)
"""The signs of an EDTF date: enough to tell one from a name or an amount in words."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a new scheme would do. `differences` come with their counts; `scheme` is as it would be stored."""

    old: Scheme
    scheme: Scheme
    renames: Renames
    differences: tuple[Difference, ...]
    before: LabelSet
    after: LabelSet

    @property
    def spans(self) -> int:
        """How many spans get another label or kind."""
        return sum(one.spans for one in self.differences if one.what in (What.RENAMED, What.KIND_RENAMED))


def read_scheme(text: bytes, where: str) -> Scheme:
    """Return the scheme of a TOML file's bytes. Raises SchemeError."""
    try:
        return parse_scheme(text.decode("utf-8-sig"), where)
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        raise SchemeError(tr("{where}, ligne {line} : ce n’est pas de l’UTF-8.", where=where, line=line)) from None


def parse_renames(said: Mapping[str, str]) -> Renames:
    """Return renames as one writes them: `ACTOR` to `ACTEUR`, `ACTOR/PER` to `PERSONNE` for a kind."""
    kinds = {}
    for old, new in said.items():
        if "/" in old:
            label, kind = old.split("/", 1)
            kinds[label, kind] = new
    return Renames({old: new for old, new in said.items() if "/" not in old}, kinds)


def used(project: Project) -> set[str]:
    """Return the labels that spans, suggestions or actors have: these can't be deleted."""
    with project.read() as db:
        return labels.used(db)


def is_next(project: Project, way: str) -> bool:
    """Tell whether what the annotator would `undo` or `redo` may take long: other labels, or hundreds of marks."""
    standing = "done" if way == "undo" else "undone"
    with project.read() as db:
        long = journal.takes_long(db, project.annotator, standing)
        return long or journal.is_relabelling(db, project.annotator, standing)


def plan(project: Project, wanted: Scheme, renames: Renames | None = None) -> Plan:
    """Work out what it means to give a project this scheme; nothing is changed.

    A label that goes but was used stays, retired and without key. Raises SchemeError for what can't be.
    """
    renames = renames or Renames()
    check_renames(project.scheme, wanted, renames)  # first: it says why two labels can't become one
    check_scheme(wanted, SCHEME)
    if not wanted.active:
        raise SchemeError(tr("Il faut au moins une étiquette en usage."))
    with project.read() as db:
        before, used, tallies = labels.stored(db), labels.used(db), labels.count(db)
    old = project.scheme
    differences = diff(old, wanted, renames)
    moved = {renames.label(label) for label in used}
    followed = replace(old, labels=tuple(replace(one, label=renames.label(one.label)) for one in old.labels))
    scheme, lost = wanted.keeping(followed, moved)
    kept = {one.label for one in lost}
    scheme = replace(scheme, labels=tuple(_known_to_sources(one, old, renames) for one in scheme.labels))
    check_scheme(scheme, SCHEME)
    counted = [
        _counted(
            replace(one, what=What.KEPT) if one.what is What.REMOVED and one.label in kept else one, renames, tallies
        )
        for one in differences
    ]
    counted = [_with_misfits(project, one, renames) if one.what is What.VALUE else one for one in counted]
    counted = [one for one in counted if not (one.what is What.KEPT and _is_parked(old, one.label))]
    scheme = replace(scheme, version=max(old.version + 1, wanted.version) if counted else old.version)
    after = LabelSet(to_toml(scheme, before.toml), "[]", renames)
    return Plan(old, scheme, renames, tuple(counted), replace(before, renames=renames.inverse()), after)


def carry_out(desk: Desk, planned: Plan, report: Report = silent) -> Change | None:
    """Store it as one act; None where nothing changes. Raises UserError, with nothing done, where it comes too late."""
    if not planned.differences:
        return None
    if desk.project.scheme != planned.old:
        raise UserError(tr("Les étiquettes ont changé entre-temps : rien n’a été fait."), tr("Recommencez."))
    change = Change(title_of(planned), (Part(None, (planned.before,), (planned.after,)),))
    try:
        with desk.project.write() as db:
            stored = journal.do(db, change, desk.annotator, report)
    except StaleChange:
        raise UserError(
            tr("Un nouveau nom sert déjà à des passages : rien n’a été fait."), tr("Recommencez.")
        ) from None
    desk.catch_up()
    desk.reload()
    return stored


def title_of(planned: Plan) -> str:
    """Name the act: what it renames and in how many spans, else how many things it changes."""
    named = [f"{old} → {new}" for old, new in planned.renames.labels.items()]
    named += [f"{old} → {new}" for (_, old), new in planned.renames.kinds.items()]
    if named:
        shown = ", ".join(named[:3]) + (" …" if len(named) > 3 else "")
        return tr("Étiquettes : {renamed} (%n passage)|Étiquettes : {renamed} (%n passages)",
                  n=planned.spans, renamed=shown)  # fmt: skip
    return tr("Étiquettes : %n changement|Étiquettes : %n changements", n=len(planned.differences))


def fits(value: Value, kind: ValueType) -> bool:
    """Tell whether a span's value, or that it has none, may stand under a label whose values are of this type."""
    if value is None:
        return True
    if kind is ValueType.SPEAKER:
        return True
    if kind is ValueType.NONE or isinstance(value, tuple):
        return False
    if kind is ValueType.NUMBER:
        return bounds(value) != (None, None)
    return kind is not ValueType.DATE or _DATE.fullmatch(value) is not None


def _known_to_sources(label: Label, old: Scheme, renames: Renames) -> Label:
    """Return a label with the name by which sources go on proposing it."""
    name = next((before for before, after in renames.labels.items() if after == label.label), label.label)
    was = old.get(name) if name in old else None
    base = label.base or ((was.base or was.label) if was else "")
    return replace(label, base="" if base == label.label else base)


def _is_parked(old: Scheme, label: str) -> bool:
    """Tell whether a label was retired and without key already: nothing becomes of it."""
    return label in old and old.get(label).retired and not old.get(label).key


def _counted(one: Difference, renames: Renames, tallies: Tallies) -> Difference:
    back = renames.inverse()
    label = back.label(one.label)
    use = tallies.labels.get(label, Tally())
    if one.what in (What.KIND_RENAMED, What.KIND_NAMED, What.KIND_REMOVED):
        kind = one.old if one.what is What.KIND_RENAMED else back.kind(one.label, one.about)
        use = tallies.kinds.get((label, kind), Tally())
    elif not one.label or one.what in (What.ADDED, What.ORDER, What.KIND_ADDED):
        return one
    return replace(one, spans=use.spans, suggestions=use.suggestions, articles=use.articles)


def _with_misfits(project: Project, one: Difference, renames: Renames) -> Difference:
    with project.read() as db:
        label = renames.inverse().label(one.label)
        return replace(one, misfits=labels.misfits(db, label, fits, ValueType(one.new)))
