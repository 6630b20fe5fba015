"""What makes one label scheme of another, said change by change. Renames are told, never guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from depeche.core.scheme import Label, Scheme
from depeche.errors import SchemeError
from depeche.messages import tr


class What(StrEnum):
    """A sort of change."""

    TITLE = "title"
    ADDED = "added"
    RENAMED = "renamed"
    MERGED = "merged"
    DOUBLED = "doubled"
    TWINS = "twins"
    CROSSING = "crossing"
    KIND_MERGED = "kind-merged"
    KIND_UNKNOWN = "kind-unknown"
    UNSOURCED = "unsourced"
    REMOVED = "removed"
    KEPT = "kept"
    RETIRED = "retired"
    RESTORED = "restored"
    NAMED = "named"
    KEY = "key"
    COLOUR = "colour"
    NESTS = "nests"
    VALUE = "value"
    KIND_ADDED = "kind-added"
    KIND_RENAMED = "kind-renamed"
    KIND_NAMED = "kind-named"
    KIND_REMOVED = "kind-removed"
    ATTRIBUTES = "attributes"
    GUIDANCE = "guidance"
    BASE = "base"
    ORDER = "order"


SOURCE_LABELS = frozenset(("ACTOR", "FIGURE", "DATE", "QUOTE"))
"""Labels that the rules propose under these names."""
SOURCE_KINDS = frozenset(("PER", "ORG", "GPE", "GRP", "direct", "mixed"))
"""Kinds that the rules and checks know by these names: they are shown under any other, but keep these in the data."""


@dataclass(frozen=True, slots=True)
class Renames:
    """Which labels and kinds of a scheme go on under another name.

    `labels` gives for a label's name in the old scheme the one in the new; `kinds` for a label's name in the old
    scheme and one of its kinds what that is called in the new. `merges` gives for a label that goes into another the
    name that this has in the new scheme; `kinds` say then which of that one's kinds its own become.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[tuple[str, str], str] = field(default_factory=dict)
    merges: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.labels or self.kinds or self.merges)

    def label(self, label: str) -> str:
        """Return what a label of the old scheme is called in the new, or what it goes into is."""
        return self.merges.get(label) or self.labels.get(label, label)

    @property
    def alone(self) -> Renames:
        """The names that change, without what is merged."""
        return Renames(self.labels, {place: new for place, new in self.kinds.items() if place[0] not in self.merges})

    @property
    def joins(self) -> Renames:
        """What is merged, told in names of the old scheme alone."""
        back = self.inverse()
        kinds = {place: back.kind(self.label(place[0]), new) for place, new in self.kinds.items()}
        return Renames(
            kinds={place: new for place, new in kinds.items() if place[0] in self.merges},
            merges={label: back.label(into) for label, into in self.merges.items()},
        )

    def kind(self, label: str, kind: str) -> str:
        """Return what a kind of a label of the old scheme is called in the new."""
        return self.kinds.get((label, kind), kind)

    def inverse(self) -> Renames:
        """Return the renames that lead back; what is merged, no names can part again."""
        return Renames(
            {new: old for old, new in self.labels.items()},
            {(self.label(label), new): old for (label, old), new in self.alone.kinds.items()},
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. `label` is the label's name in the new scheme, in the old one where it goes; empty: the scheme's own.

    `about` is the kind or attribute it is about, of a new label its key and colour. `spans`, `suggestions` and
    `articles` count what it touches, `misfits` values that the new type can't read: they stay as they are.
    """

    what: What
    label: str
    old: str = ""
    new: str = ""
    about: str = ""
    spans: int = 0
    suggestions: int = 0
    articles: int = 0
    misfits: int = 0


def check_renames(old: Scheme, new: Scheme, renames: Renames) -> None:
    """Raise SchemeError where a rename can't be: from nothing, to nothing, two into one, into one that is there.

    Where a merge can't: of what isn't there, into what isn't or goes into another itself, of one that stays.
    """
    for before, after in renames.labels.items():
        if before not in old or after not in new:
            wrong = before if before not in old else after
            raise SchemeError(tr("Rien à renommer : l’étiquette « {label} » n’existe pas.", label=wrong))
        if after in old and after not in renames.labels:
            raise SchemeError(
                tr("« {label} » existe déjà.", label=after),
                tr("Pour que ses passages y passent, réunissez les deux étiquettes."),
            )
        if before in new and before not in renames.labels.values():
            raise SchemeError(tr("« {label} » ne peut pas être renommée et rester.", label=before))
    if len(set(renames.labels.values())) < len(renames.labels):
        raise SchemeError(tr("Deux étiquettes ne peuvent pas recevoir le même nom."))
    _check_merges(old, new, renames)
    for (label, before), after in renames.alone.kinds.items():
        ours = {one.kind for one in old.get(label).kinds} if label in old else set()
        into = renames.label(label)
        theirs = {one.kind for one in new.get(into).kinds} if into in new else set()
        moved = {kind for name, kind in renames.kinds if name == label}
        if before in SOURCE_KINDS:
            raise SchemeError(
                tr("Le genre « {kind} » est connu des règles sous ce nom.", kind=before),
                tr("Changez seulement le nom affiché."),
            )
        if before not in ours or after not in theirs or (after in ours and after not in moved):
            raise SchemeError(tr("Le genre « {old} » ne peut pas devenir « {new} ».", old=before, new=after))
    targets = [(label, after) for (label, _), after in renames.alone.kinds.items()]
    if len(set(targets)) < len(targets):
        raise SchemeError(tr("Deux genres ne peuvent pas recevoir le même nom."))


def _check_merges(old: Scheme, new: Scheme, renames: Renames) -> None:
    for label, into in renames.merges.items():
        if label not in old or into not in new:
            wrong = into if label in old else label
            raise SchemeError(tr("Rien à réunir : l’étiquette « {label} » n’existe pas.", label=wrong))
        if label in new or label in renames.labels:
            raise SchemeError(tr("« {label} » ne peut pas être réunie à une autre et rester.", label=label))
        if renames.joins.merges[label] not in old:
            raise SchemeError(
                tr("« {label} » est nouvelle : rien ne peut encore y être réuni.", label=into),
                tr("Donnez plutôt ce nom à l’une des étiquettes, et réunissez les autres à elle."),
            )
        theirs = {kind.kind for kind in new.get(into).kinds}
        for (name, kind), wanted in renames.kinds.items():
            if name == label and wanted not in theirs:
                raise SchemeError(tr("Le genre « {old} » ne peut pas devenir « {new} ».", old=kind, new=wanted))


def alike(label: Label, into: Label) -> dict[str, str]:
    """Return which kinds of a label another has under a technical name of its own: those that are shown the same."""
    known = {one.kind for one in into.kinds}
    shown = {one.name.casefold(): one.kind for one in into.kinds}
    return {
        one.kind: shown[one.name.casefold()]
        for one in label.kinds
        if one.kind not in known and one.name.casefold() in shown
    }


def diff(old: Scheme, new: Scheme, renames: Renames) -> list[Difference]:
    """Return what makes `new` of `old`, without counts, in the order of the new scheme; what goes comes last.

    Raises SchemeError for renames that can't be.
    """
    check_renames(old, new, renames)
    found = [Difference(What.TITLE, "", old.name, new.name)] if old.name != new.name else []
    if old.guidance != new.guidance:
        found.append(Difference(What.GUIDANCE, "", old.guidance, new.guidance))
    before = {renames.label(one.label): one for one in old.labels if one.label not in renames.merges}
    for name, into in renames.merges.items():
        found += _of_merge(old.get(name), new.get(into), renames)
    for label in new.labels:
        was = before.get(label.label)
        if was is None:
            about = " · ".join(part for part in (label.key.upper(), label.colour) if part)
            found.append(Difference(What.ADDED, label.label, new=label.name, about=about))
        else:
            found += _of_label(was, label, renames)
    found += [Difference(What.REMOVED, one.label, one.name) for name, one in before.items() if name not in new]
    order = [name for name in before if name in new]
    if order != [one.label for one in new.labels if one.label in before]:
        found.append(Difference(What.ORDER, "", ", ".join(order), ", ".join(one.label for one in new.labels)))
    return found


def _of_label(was: Label, now: Label, renames: Renames) -> Iterator[Difference]:
    if was.label != now.label:
        yield Difference(What.RENAMED, now.label, was.label, now.label)
    if was.retired != now.retired:
        yield Difference(What.RETIRED if now.retired else What.RESTORED, now.label, was.name, now.name)
    for what, old, new in (
        (What.NAMED, was.name, now.name),
        (What.KEY, was.key, now.key),
        (What.COLOUR, was.colour, now.colour),
        (What.NESTS, str(was.nests).lower(), str(now.nests).lower()),
        (What.VALUE, was.value.value, now.value.value),
        (What.GUIDANCE, was.guidance, now.guidance),
        (What.BASE, was.base or was.label, now.base or was.base or was.label),
    ):
        if old != new:
            yield Difference(what, now.label, old, new)
    yield from _of_kinds(was, now, renames)
    mine = {one.attribute: one for one in was.attributes}
    theirs = {one.attribute: one for one in now.attributes}
    for name in dict.fromkeys([*mine, *theirs]):
        if mine.get(name) != theirs.get(name):
            old, new = (one.name if one else "" for one in (mine.get(name), theirs.get(name)))
            yield Difference(What.ATTRIBUTES, now.label, old, new, name)


def _of_merge(gone: Label, into: Label, renames: Renames) -> Iterator[Difference]:
    yield Difference(What.MERGED, into.label, gone.label, into.label)
    known = {one.kind for one in into.kinds}
    for kind in gone.kinds:
        fresh = renames.kind(gone.label, kind.kind)
        if fresh != kind.kind:
            yield Difference(What.KIND_MERGED, into.label, gone.label, fresh, kind.kind)
        elif fresh not in known:
            yield Difference(What.KIND_UNKNOWN, into.label, gone.label, about=kind.kind)
    theirs = {one.attribute for one in into.attributes}
    for one in gone.attributes:
        if one.attribute not in theirs:
            yield Difference(What.ATTRIBUTES, gone.label, one.name, about=one.attribute)


def _of_kinds(was: Label, now: Label, renames: Renames) -> Iterator[Difference]:
    before = {renames.kind(was.label, one.kind): one for one in was.kinds}
    after = {one.kind: one for one in now.kinds}
    for kind in now.kinds:
        known = before.get(kind.kind)
        if known is None:
            yield Difference(What.KIND_ADDED, now.label, new=kind.name, about=kind.kind)
            continue
        if known.kind != kind.kind:
            yield Difference(What.KIND_RENAMED, now.label, known.kind, kind.kind, kind.kind)
        if known.name != kind.name:
            yield Difference(What.KIND_NAMED, now.label, known.name, kind.name, kind.kind)
    for name, gone in before.items():
        if name not in after:
            yield Difference(What.KIND_REMOVED, now.label, gone.name, about=gone.kind)
    if [name for name in before if name in after] != [name for name in after if name in before]:
        yield Difference(What.ORDER, now.label, ", ".join(before), ", ".join(after))


def gone_and_new(old: Scheme, new: Scheme) -> tuple[list[Label], list[Label]]:
    """Return the labels that only the old and only the new scheme has: each of them may be a rename, which one asks."""
    return (
        [one for one in old.labels if one.label not in new],
        [one for one in new.labels if one.label not in old],
    )
