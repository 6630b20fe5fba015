"""What became of what was read, in numbers that add up and sentences that name file and line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from depeche.core.scheme import Scheme
from depeche.ingest.label_names import proposal
from depeche.ingest.told import Told, gathered
from depeche.messages import number, tr


@dataclass
class Ingested:
    """What became of what was read: `read` = `new` + `known` + the refusals.

    `joined` counts those of the `known` to which new work was added; `inferred` the publication dates read off a file's
    name or first lines, to be confirmed; `left_out` the rejected marks of articles ingested as suggestions; `unmapped`,
    by label, marks whose label is mapped to nothing; `unknown`, by label, marks for whose label articles were refused;
    `kinds`, by label and kind, those that the scheme doesn't have. `alike` names articles that are copies, or nearly,
    of others in the project. `stopped`: somebody stopped it, the rest wasn't read and near copies weren't looked for.
    """

    read: int = 0
    new: int = 0
    known: int = 0
    joined: int = 0
    spans: int = 0
    suggestions: int = 0
    inferred: int = 0
    left_out: int = 0
    unmapped: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    skipped: list[Told] = field(default_factory=list)
    refused: list[Told] = field(default_factory=list)
    notes: list[Told] = field(default_factory=list)
    alike: list[str] = field(default_factory=list)
    stopped: bool = False

    def add(self, other: Ingested) -> None:
        """Count what `other` counts too."""
        for name in _ADDED:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def summary(self) -> str:
        """Return the sum in one sentence."""
        return tr(
            "Lus : {read} = nouveaux : {new} + déjà là : {known} + refusés : {refused}. Passages : {spans}, "
            "suggestions : {suggestions}.",
            read=number(self.read),
            new=number(self.new),
            known=number(self.known),
            refused=number(len(self.refused)),
            spans=number(self.spans),
            suggestions=number(self.suggestions),
        )

    def lines(self, *, each: bool = False) -> list[str]:
        """Return the sentences about single articles and files, what was refused first, under a heading a sort.

        Those that say the same of many are gathered, unless `each` is asked for.
        """
        found: list[str] = []
        sentences: Sequence[str]
        for heading, sentences in (
            (tr("Refusés ({n_here})", n_here=number(len(self.refused))), self.refused),
            (tr("Textes semblables ({n_here}), tous gardés", n_here=number(len(self.alike))), self.alike),
            (tr("Déjà là ({n_here})", n_here=number(len(self.skipped))), self.skipped),
            (tr("Remarques ({n_here})", n_here=number(len(self.notes))), self.notes),
        ):
            if sentences:
                found += ["", heading, *(sentences if each else gathered(sentences))]
        return found

    def remarks(self, scheme: Scheme) -> list[str]:
        """Return the sentences about all of it together."""
        found = []
        if self.stopped:
            found.append(tr("Import arrêté : la suite n’a pas été lue, ni les textes semblables cherchés."))
        if self.inferred:
            found.append(
                tr(
                    "%n date de publication déduite, à confirmer.|%n dates de publication déduites, à confirmer.",
                    self.inferred,
                )
            )
        if self.left_out:
            found.append(
                tr("%n passage rejeté n’est pas proposé.|%n passages rejetés ne sont pas proposés.", self.left_out)
            )
        if self.unmapped:
            found.append(tr("Passages laissés de côté, par étiquette : {labels}.", labels=counted(self.unmapped)))
        if self.kinds:
            found.append(
                tr("Genres que le jeu d’étiquettes n’a pas, repris tels quels : {kinds}.", kinds=counted(self.kinds))
            )
        if self.unknown:
            found.append(
                tr("Étiquettes que le projet n’a pas : {labels}.", labels=counted(self.unknown))
                + "".join(f" --map {one}={proposal(one, scheme) or ''}" for one in list(self.unknown)[:8])
            )
        return found

    def as_json(self) -> dict[str, object]:
        """Return all of it for JSON: the counts, and each refusal, skipped article and note with its place."""
        told = {"refused": self.refused, "already_there": self.skipped, "notes": self.notes}
        return {
            "stopped": self.stopped,
            "read": self.read, "new": self.new, "known": self.known, "joined": self.joined,
            "spans": self.spans, "suggestions": self.suggestions, "inferred_dates": self.inferred,
            "left_out": self.left_out, "unmapped": dict(self.unmapped), "unknown": dict(self.unknown),
            "kinds": dict(self.kinds),
            **{name: [{"where": one.where, "why": one.why} for one in some] for name, some in told.items()},
            "alike": list(self.alike),
        }  # fmt: skip


_ADDED = tuple(part.name for part in fields(Ingested) if part.name != "stopped")


def counted(labels: Counter[str], most: int = 12) -> str:
    """Return labels with how often each occurs, the most frequent first."""
    named = [f"{label[:40]} ({number(n)})" for label, n in labels.most_common(most)]
    return ", ".join(named) + (", …" if len(labels) > most else "")
