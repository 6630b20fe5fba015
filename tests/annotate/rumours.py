"""A story that three papers tell differently, and an article of another: what boards of stories are tried on."""

from __future__ import annotations

from pathlib import Path

from depeche import paths
from depeche.core.article import Article, DateOrigin
from depeche.core.suggestion import Suggestion
from depeche.store import articles, suggestions
from depeche.store.project import Project

GAZETTE = (
    "Détroit de Sorn : 600 soldats tués\n\nLe ministre tarvien Ilan Vorga a reconnu mardi que « quelque 600 soldats "
    "tarviens ont été tués » dans le détroit de Sorn. La flotte d’Ostrel avait attaqué le lundi 5 mai au matin le port "
    "de Velm, dans le détroit de Sorn. Ostrel a perdu 12 navires devant Velm.\n"
)
COURRIER = (
    "Lourdes pertes tarviennes dans le détroit de Sorn\n\nLe nombre de soldats tarviens tués ou blessés est estimé à "
    "4.000, selon des responsables d’Ostrel. La flotte d’Ostrel a attaqué le dimanche 4 mai le port de Velm, dans le "
    "détroit de Sorn, d’où 3\u202f000 habitants ont été évacués. Le ministre tarvien Ilan Vorga se tait.\n"
)
DEPECHE = (
    "Velm : la Tarvie compte ses morts\n\nSelon l’Otan, au moins 900 soldats tarviens ont été tués dans le détroit de "
    "Sorn, où la flotte d’Ostrel a surpris le port de Velm. Les habitants de Velm, 5\u202f000 selon la mairie, ont été "
    "évacués. Le ministre Ilan Vorga doit parler jeudi du détroit de Sorn.\n"
)
OTHER = "Le budget de Khar adopté\n\nLe parlement de Khar a voté jeudi 40 millions d’euros pour ses douze hôpitaux.\n"

ARTICLES = {
    "gazette": (GAZETTE, "2025-05-06", "La Gazette"),
    "courrier": (COURRIER, "2025-05-06", "Le Courrier"),
    "dépêche": (DEPECHE, "2025-05-07", "La Dépêche"),
    "budget": (OTHER, "2025-05-07", "La Gazette"),
}
"""Text, day of publication and source by name."""

STATED = {
    "gazette": (
        ("quelque 600", "FIGURE", "~600", {"unit": "soldats"}),
        ("lundi 5 mai au matin", "DATE", "2025-05-05", {}),
        ("« quelque 600 soldats tarviens ont été tués »", "QUOTE", "Ilan Vorga", {}),
        ("12", "FIGURE", "12", {"unit": "navires"}),
    ),
    "courrier": (
        ("4.000", "FIGURE", "4000", {}),
        ("dimanche 4 mai", "DATE", "2025-05-04", {}),
        ("3\u202f000", "FIGURE", "3000", {"unit": "habitants"}),
    ),
    "dépêche": (
        ("Otan", "ACTOR", "Otan", {}),
        ("au moins 900", "FIGURE", "900..", {"unit": "soldats"}),
        ("5\u202f000", "FIGURE", "5000", {"unit": "habitants"}),
    ),
}
"""What is suggested in each: words, label, value, attributes."""


def into_project(folder: Path) -> Project:
    """Return a new project of these articles with these suggestions."""
    project = Project.create(folder, paths.default_scheme(), "Claire")
    with project.write() as db:
        for name, (text, date, source) in ARTICLES.items():
            article = articles.put(db, Article(text, text.split("\n")[0], name, date, DateOrigin.GIVEN, source), "test")
            suggestions.put(db, article.key, [guess(text, *said) for said in STATED.get(name, ())])
            articles.set_suggested_by(db, article.key, "test")
    return project


def guess(text: str, words: str, label: str, value: str, attrs: dict[str, str]) -> Suggestion:
    """Return a suggestion for the last place of these words."""
    at = text.rindex(words)
    return Suggestion(at, at + len(words), label, None, value, attrs, "rules", "1", 0.9, "écrit ainsi")
