"""What labels are called elsewhere, and which of a project's labels that may be. Proposals only: a person decides."""

from __future__ import annotations

import unicodedata

from depeche.core.scheme import Label, Scheme

_USUAL: dict[tuple[str, str], str] = {
    ("ACTOR", ""): "actor actors acteur acteurs agent agents",
    ("ACTOR", "PER"): "per pers person persons personne personnes people personnage personality personnalite human",
    ("ACTOR", "ORG"): "org orgs organisation organisations organization organizations company entreprise societe "
    "institution corporation",
    ("ACTOR", "GPE"): "gpe loc location lieu lieux pays country etat state geo place",
    ("ACTOR", "GRP"): "grp norp group groupe groupes nationality nationalite gentile demonym",
    ("FIGURE", ""): "figure figures chiffre chiffres cardinal quantity quantite money percent percentage pourcentage "
    "number numbers nombre nombres num amount montant measure mesure",
    ("DATE", ""): "date dates time heure datetime timex timex3 temps moment",
    ("QUOTE", ""): "quote quotes quotation quotations citation citations speech discours",
}
_BY_NAME = {name: target for target, names in _USUAL.items() for name in names.split()}


def proposal(label: str, scheme: Scheme) -> str | None:
    """Return the label (`ACTOR`) or the label with its kind (`ACTOR:PER`) that a label from elsewhere may be.

    What the scheme itself calls so, by its name for data or the shown one, goes first; then what is usual, as far as
    the scheme has it. None where nothing is likely; a label that the scheme has is itself.
    """
    if label in scheme and not scheme.get(label).retired:
        return label
    wanted = _bare(label)
    for one in scheme.active:
        if wanted in (_bare(one.label), _bare(one.name), _bare(one.base)) and wanted:
            return one.label
    for one in scheme.active:
        for kind in one.kinds:
            if wanted and wanted in (_bare(kind.kind), _bare(kind.name), _bare(f"{one.label}{kind.kind}")):
                return f"{one.label}:{kind.kind}"
    base, kind_name = _BY_NAME.get(wanted, ("", ""))
    found = _of_base(base, scheme) if base else None
    if found is None:
        return None
    return f"{found.label}:{kind_name}" if any(kind.kind == kind_name for kind in found.kinds) else found.label


def _of_base(base: str, scheme: Scheme) -> Label | None:
    name = scheme.of_source(base)
    return next((one for one in scheme.active if one.label == name), None)


def _bare(name: str) -> str:
    """Return a name in small letters, without accents, punctuation or the prefix of a chunk (« B-PER »)."""
    if name[:2] in ("B-", "I-") and len(name) > 2:
        name = name[2:]
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in plain if char.isalnum())
