"""What makes one label scheme of another, in the words a person reads: before it is applied, and in the history."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.annotate import wording
from depeche.core.change import LabelSet, Part
from depeche.core.scheme import ValueType, parse_scheme
from depeche.core.scheme_diff import Difference, What, diff
from depeche.core.shown import shown
from depeche.messages import tr
from depeche.store.joinable import Place


def value_name(value: ValueType) -> str:
    """Return what a value type is called."""
    return {
        ValueType.NAME: tr("nom canonique"),
        ValueType.NUMBER: tr("nombre"),
        ValueType.DATE: tr("date"),
        ValueType.SPEAKER: tr("locuteurs"),
        ValueType.TEXT: tr("texte"),
        ValueType.NONE: tr("aucune valeur"),
    }[value]


def title_of(one: Difference) -> str:
    """Return a change in one line, without its counts."""
    values = {"label": one.label, "old": one.old or "—", "new": one.new or "—", "about": one.about}
    match one.what:
        case What.VALUE:
            values |= {"old": value_name(ValueType(one.old)), "new": value_name(ValueType(one.new))}
            words = tr("{label} : la valeur n’est plus « {old} » mais « {new} »")
        case What.NESTS if one.new == "true":
            words = tr("{label} : peut désormais contenir d’autres passages ou en chevaucher")
        case What.NESTS:
            words = tr("{label} : ne chevauche plus d’autres passages")
        case What.ATTRIBUTES if not one.old:
            words = tr("{label} : nouvel attribut « {new} »")
        case What.ATTRIBUTES if not one.new:
            words = tr("{label} : l’attribut « {old} » n’est plus proposé")
        case What.ATTRIBUTES:
            words = tr("{label} : attribut « {new} » modifié")
        case What.GUIDANCE if not one.label:
            words = tr("Autre guide pour toutes les étiquettes")
        case What.ADDED if " · " in one.about:
            key, _, colour = one.about.partition(" · ")
            values |= {"key": key, "colour": colour}
            words = tr("{label} : nouvelle étiquette « {new} », touche {key}, couleur {colour}")
        case What.ADDED if one.about:
            words = tr("{label} : nouvelle étiquette « {new} », sans touche, couleur {about}")
        case What.ORDER if one.label:
            words = tr("{label} : autre ordre des genres")
        case _:
            words = _PLAIN[one.what]()
    return words.format(**values)


_PLAIN = {
    What.TITLE: lambda: tr("Le jeu d’étiquettes s’appelle « {new} »"),
    What.RENAMED: lambda: tr("{old} devient {new} ; tout ce qui la porte suit"),
    What.MERGED: lambda: tr("{old} est réunie à {new} ; tout ce qui la porte suit"),
    What.DOUBLED: lambda: tr("Mêmes bornes dans les deux étiquettes : un seul passage reste"),
    What.TWINS: lambda: tr("Mêmes bornes dans les deux étiquettes : une seule suggestion reste"),
    What.CROSSING: lambda: tr("Passages qui croiseraient un plus long, là où les étiquettes ne se chevauchent pas"),
    What.KIND_MERGED: lambda: tr("{old} : le genre {about} devient {label}/{new}"),
    What.KIND_UNKNOWN: lambda: tr("{old} : le genre {about}, que {label} n’a pas, reste tel quel sur les passages"),
    What.UNSOURCED: lambda: tr("{old} : les règles ne la proposeront plus"),
    What.REMOVED: lambda: tr("{label} : supprimée, n’a jamais servi"),
    What.KEPT: lambda: tr("{label} : a déjà servi, donc retirée au lieu d’être supprimée"),
    What.RETIRED: lambda: tr("{label} : retirée ; ses passages restent, ses suggestions sont cachées"),
    What.RESTORED: lambda: tr("{label} : remise en usage"),
    What.NAMED: lambda: tr("{label} : s’affiche « {new} » au lieu de « {old} »"),
    What.KEY: lambda: tr("{label} : touche {new} au lieu de {old}"),
    What.COLOUR: lambda: tr("{label} : couleur {new} au lieu de {old}"),
    What.KIND_ADDED: lambda: tr("{label} : nouveau genre {about} « {new} »"),
    What.KIND_RENAMED: lambda: tr("{label} : le genre {old} devient {new}"),
    What.KIND_NAMED: lambda: tr("{label} : le genre {about} s’affiche « {new} »"),
    What.KIND_REMOVED: lambda: tr("{label} : le genre {about} n’est plus proposé ; les passages le gardent"),
    What.GUIDANCE: lambda: tr("{label} : autre guide"),
    What.BASE: lambda: tr("{label} : suggérée par les sources sous le nom de {new}"),
    What.ORDER: lambda: tr("Autre ordre des étiquettes"),
}


def counts_of(one: Difference) -> str:
    """Return what a change touches; empty where that is nothing."""
    parts = []
    if one.misfits:
        parts.append(tr("%n valeur ne convient pas, et reste|%n valeurs ne conviennent pas, et restent", n=one.misfits))
    if one.what in (What.CROSSING, What.DOUBLED):
        return tr("%n passage|%n passages", n=one.spans)
    if one.what is What.TWINS:
        return tr("%n suggestion|%n suggestions", n=one.suggestions)
    if one.spans or one.suggestions:
        parts.append(tr("%n passage|%n passages", n=one.spans))
        parts.append(tr("%n suggestion|%n suggestions", n=one.suggestions))
        parts.append(tr("%n article|%n articles", n=one.articles))
    return " · ".join(parts)


def places_of(places: Sequence[Place], total: int) -> list[str]:
    """Return where spans would cross, a line each, and how many more there are."""
    found = [
        tr("{title} : « {gone} » croise « {stays} »", title=shown(one.title), gone=wording.shortened(one.gone),
           stays=wording.shortened(one.stays))
        if one.gone
        else tr("{title} : dans une lecture témoin en cours", title=shown(one.title))
        for one in places
    ]  # fmt: skip
    if total > len(found):
        found.append(tr("… et %n autre|… et %n autres", n=total - len(found)))
    return found


def between(part: Part) -> list[str]:
    """Return what an act on the scheme did, a line a change."""
    before = next(item for item in part.before if isinstance(item, LabelSet))
    after = next(item for item in part.after if isinstance(item, LabelSet))
    schemes = [parse_scheme(item.toml, "") for item in (before, after)]
    return [title_of(one) for one in diff(schemes[0], schemes[1], after.renames)]
