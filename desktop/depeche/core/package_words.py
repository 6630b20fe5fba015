"""What a package says of itself, in rows for a person: the same in the window and on the command line."""

from __future__ import annotations

from depeche.core.article import State
from depeche.core.chart_scale import decimal
from depeche.core.package import Kind, Manifest
from depeche.core.shown import shown
from depeche.messages import number, tr


def rows(one: Manifest, problem: str, *, keys: bool = True) -> list[tuple[str, str]]:
    """Return names and what is said under them; `problem` is what is wrong with the file, if anything.

    With `keys` the UUIDs are said too. All words of the file's own are shown safely.
    """

    def named(words: str, key: str) -> str:
        return f"{shown(words)} ({key})" if keys else shown(words)

    work = one.kind is Kind.WORK
    found = [
        (tr("Nature"), tr("lot de travail") if work else tr("travail rendu")),
        (tr("Projet"), named(one.title, one.project)),
        (tr("Pour") if work else tr("Par"), named(one.annotator.name, one.annotator.key)),
    ]
    if keys:
        found.append((tr("Lot"), one.package or one.key))
    version = tr("{name}, version {version}", name=shown(one.scheme_name), version=one.scheme_version)
    found += [
        (tr("Jeu d’étiquettes"), version),
        (tr("Articles"), number(one.articles)),
        (tr("Suggestions"), number(one.suggestions)),
    ]
    if not work:
        found += [
            (tr("Terminés"), number(one.states.get(State.DONE, 0))),
            (tr("Passages"), number(one.spans)),
            (tr("Verdicts"), number(one.verdicts)),
        ]
    if one.notes:
        found.append((tr("Cas limites"), number(one.notes)))
    if one.blind:
        found.append((tr("Sans suggestions"), tr("{share} % des articles", share=decimal(100 * one.blind, 1))))
    if one.confidence and one.confidence.hide_below:
        found.append((tr("Suggestions cachées"), tr("sous {below}", below=decimal(one.confidence.hide_below, 2))))
    if one.model:
        found.append((tr("Modèle"), shown(one.model)))
    found.append((tr("Écrit par"), f"Dépêche {shown(one.program, 40)}"))
    found.append((tr("Vérifié"), shown(problem, 1_000) or tr("oui, tout y est tel qu’il a été écrit")))
    return found
