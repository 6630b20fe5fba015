"""Another label scheme for a project: what it means is worked out first, and it is then one act in the history."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from depeche.annotate.desk import Desk
from depeche.core.change import Change, Joined, LabelSet, Part
from depeche.core.progress import Report, silent
from depeche.core.scheme import Label, Scheme, ValueType, check_scheme, parse_scheme
from depeche.core.scheme_diff import SOURCE_LABELS, Difference, Renames, What, alike, check_renames, diff
from depeche.core.scheme_toml import to_toml
from depeche.core.span import Value
from depeche.core.worth import bounds
from depeche.errors import SchemeError, UserError
from depeche.messages import tr
from depeche.store import joinable, journal, labels
from depeche.store.joinable import Found, Place
from depeche.store.labels import Tallies, Tally
from depeche.store.meeting import Rule
from depeche.store.project import SCHEME, Connection, Project
from depeche.store.stale import StaleChange

_ONLY_IF_ANY = (What.CROSSING, What.DOUBLED, What.TWINS, What.KIND_UNKNOWN, What.KIND_MERGED, What.UNSOURCED)
_RELABEL = (What.RENAMED, What.KIND_RENAMED, What.MERGED)
_DATE = re.compile(r"[\dXYT:.,~?%/+-]{4,}", re.ASCII)
"""The signs of an EDTF date: enough to tell one from a name or an amount in words."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a new scheme would do. `differences` come with their counts; `scheme` is as it would be stored.

    Where labels go into others, `crossings` spans would overlap others that they may not, at `places` for instance.
    Then nothing is done, unless the person wants the `longest` of those that cross to stay and the others to go.
    """

    old: Scheme
    scheme: Scheme
    renames: Renames
    differences: tuple[Difference, ...]
    before: LabelSet
    after: LabelSet
    crossings: int = 0
    places: tuple[Place, ...] = ()
    longest: bool = False

    @property
    def spans(self) -> int:
        """How many spans get another label or kind."""
        return sum(one.spans for one in self.differences if one.what in _RELABEL)


def read_scheme(text: bytes, where: str) -> Scheme:
    """Return the scheme of a TOML file's bytes. Raises SchemeError."""
    try:
        return parse_scheme(text.decode("utf-8-sig"), where)
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        raise SchemeError(tr("{where}, ligne {line} : ce n’est pas de l’UTF-8.", where=where, line=line)) from None


def parse_renames(said: Mapping[str, str], merges: Mapping[str, str] | None = None) -> Renames:
    """Return renames as one writes them: `ACTOR` to `ACTEUR`, `ACTOR/PER` to `PERSONNE` for a kind; and merges."""
    kinds = {}
    for old, new in said.items():
        if "/" in old:
            label, kind = old.split("/", 1)
            kinds[label, kind] = new
    return Renames({old: new for old, new in said.items() if "/" not in old}, kinds, merges or {})


def with_like_kinds(old: Scheme, new: Scheme, renames: Renames) -> Renames:
    """Return renames by which a label that goes into another takes those of its kinds that are only shown the same."""
    kinds = dict(renames.kinds)
    for label, into in renames.merges.items():
        if label in old and into in new:
            for kind, other in alike(old.get(label), new.get(into)).items():
                kinds.setdefault((label, kind), other)
    return replace(renames, kinds=kinds)


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


def plan(project: Project, wanted: Scheme, renames: Renames | None = None, report: Report = silent) -> Plan:
    """Work out what it means to give a project this scheme; nothing is changed.

    A label that goes but was used stays, retired and without key. Raises SchemeError for what can't be.
    """
    renames = with_like_kinds(project.scheme, wanted, renames or Renames())
    check_renames(project.scheme, wanted, renames)  # first: it says why two labels can't become one
    check_scheme(wanted, SCHEME)
    if not wanted.active:
        raise SchemeError(tr("Il faut au moins une étiquette en usage."))
    with project.read() as db:
        before, used, tallies = labels.stored(db), labels.used(db), labels.count(db)
    old = project.scheme
    differences = [*_merging(old, wanted, renames, tallies), *diff(old, wanted, renames)]
    moved = {renames.label(label) for label in used}
    names = [(one, renames.label(one.label)) for one in old.labels if one.label not in renames.merges]
    followed = replace(old, labels=tuple(replace(one, label=name) for one, name in names))
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
    counted = [_with_misfits(project, one, scheme, renames) for one in counted]
    counted = [one for one in counted if not (one.what is What.KEPT and _is_parked(old, one.label))]
    found = _found(project, old, scheme, renames, report)
    counted = [
        Difference(What.CROSSING, "", spans=found.crossings), Difference(What.DOUBLED, "", spans=found.doubled),
        Difference(What.TWINS, "", suggestions=found.twins), *counted
    ]  # fmt: skip
    counted = [one for one in counted if one.spans or one.suggestions or one.what not in _ONLY_IF_ANY]
    scheme = replace(scheme, version=max(old.version + 1, wanted.version) if counted else old.version)
    after = LabelSet(to_toml(scheme, before.toml), "[]", renames)
    back = replace(before, renames=renames.inverse())
    return Plan(old, scheme, renames, tuple(counted), back, after, found.crossings, found.places)


def carry_out(desk: Desk, planned: Plan, report: Report = silent) -> Change | None:
    """Store it as one act; None where nothing changes. Raises UserError, with nothing done, where it comes too late.

    `Cancelled` out of `report` does the same: it is one transaction.
    """
    if not planned.differences:
        return None
    if desk.project.scheme != planned.old:
        raise UserError(tr("Les étiquettes ont changé entre-temps : rien n’a été fait."), tr("Recommencez."))
    try:
        with desk.project.write() as db:
            after: tuple[LabelSet | Joined, ...] = (planned.after,)
            if planned.renames.merges:
                after += (_joined(db, planned, report),)
            change = Change(title_of(planned), (Part(None, (planned.before,), after),))
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
    named += [f"{old} → {new}" for (_, old), new in planned.renames.alone.kinds.items()]
    named += [tr("{label} réunie à {into}", label=old, into=new) for old, new in planned.renames.merges.items()]
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
    if (base or label.label) not in SOURCE_LABELS:  # what the sources call one of those that come goes on as this
        base = next(iter(_source_names(old, label.label, renames)), base)
    return replace(label, base="" if base == label.label else base)


def _source_names(old: Scheme, into: str, renames: Renames) -> list[str]:
    """Return the names by which sources propose what goes into a label."""
    gone = [old.get(label) for label, target in renames.merges.items() if target == into]
    return [name for one in gone if (name := one.base or one.label) in SOURCE_LABELS]


def _merging(old: Scheme, wanted: Scheme, renames: Renames, tallies: Tallies) -> Iterator[Difference]:
    """Yield what of merges only the project knows: kinds in use that no scheme has, sources that fall silent."""
    for label, into in renames.merges.items():
        theirs = {kind.kind for kind in wanted.get(into).kinds}
        listed = {kind.kind for kind in old.get(label).kinds}
        for name, kind in sorted(tallies.kinds):
            if name == label and kind and kind not in listed and renames.kind(label, kind) not in theirs:
                yield Difference(What.KIND_UNKNOWN, into, label, about=kind)
        target = _known_to_sources(wanted.get(into), old, renames)
        name = old.get(label).base or label
        if name in SOURCE_LABELS and name != (target.base or target.label):
            yield Difference(What.UNSOURCED, into, label)


def _found(project: Project, old: Scheme, new: Scheme, renames: Renames, report: Report) -> Found:
    if not renames.merges:
        return Found(Joined())
    with project.read() as db:
        return joinable.collect(db, renames.joins, _rule(old, new, renames), report)


def _rule(old: Scheme, new: Scheme, renames: Renames) -> Rule:
    return Rule(old.nests, lambda label: new.nests(renames.label(label)))


def _joined(db: Connection, planned: Plan, report: Report) -> Joined:
    rule = _rule(planned.old, planned.scheme, planned.renames)
    found = joinable.collect(db, planned.renames.joins, rule, report)
    if found.crossings and not planned.longest:
        raise UserError(
            tr("%n passage en croiserait un autre ; rien n’a été fait.|"
               "%n passages en croiseraient d’autres ; rien n’a été fait.", n=found.crossings),
            tr("Décidez si le plus long reste."),
        )  # fmt: skip
    return found.joined


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
    elif one.what in (What.KIND_MERGED, What.KIND_UNKNOWN):
        use = tallies.kinds.get((one.old, one.about), Tally())
    elif one.what in (What.MERGED, What.UNSOURCED):
        use = tallies.labels.get(one.old, Tally())
    elif not one.label or one.what in (What.ADDED, What.ORDER, What.KIND_ADDED):
        return one
    return replace(one, spans=use.spans, suggestions=use.suggestions, articles=use.articles)


def _with_misfits(project: Project, one: Difference, new: Scheme, renames: Renames) -> Difference:
    if one.what not in (What.VALUE, What.MERGED):
        return one
    label = one.old if one.what is What.MERGED else renames.inverse().label(one.label)
    with project.read() as db:
        return replace(one, misfits=labels.misfits(db, label, fits, new.get(one.label).value))
