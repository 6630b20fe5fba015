"""Whether a model is better than what is used today, and what must be known to believe it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from depeche.messages import tr
from depeche.train.evaluate import ALL, Interval

FEWEST_ARTICLES = 10
FEWEST_SPANS = 30
"""Test articles, and spans in them, below which drawing them again says too little: no gain is believed."""
MOST_SHARED = 0.1
"""Share of the test's text found in the other articles too, above which the test flatters what learned from these."""

BETTER, WORSE, UNSURE, FEW = "better", "worse", "unsure", "few"


def decided(articles: int, spans: int, gain: Interval) -> str:
    """Return what a gain in F1 over so many test articles and spans says.

    `few`: it can't be told, the test is too small, or all its drawings give the one same gain, as articles that are
    alike do. Else `better` or `worse` where the interval is above or below zero, `unsure` where it touches zero.
    """
    one_only = gain.low == gain.high and gain.value != 0
    if articles < FEWEST_ARTICLES or spans < FEWEST_SPANS or one_only:
        return FEW
    if gain.low > 0:
        return BETTER
    return WORSE if gain.high < 0 else UNSURE


def is_known(found: Mapping[str, float]) -> bool:
    """Tell whether an interval says anything: where all drawings of the articles give one number, how far it may lie
    from that isn't known; one article, or nine without a fault, don't tell.
    """
    return found["low"] < found["high"]


def conclusion(report: Mapping[str, Any]) -> str:
    """Return in a sentence what the report of a training says of its gain."""
    gain = report["against"][report["today"]][ALL]
    spans = report["systems"][report["name"]][ALL]["gold"]
    said = decided(report["articles"]["test"], spans, Interval(gain["value"], gain["low"], gain["high"]))
    return {
        BETTER: tr("L’intervalle est au-dessus de zéro : c’est un gain."),
        WORSE: tr("L’intervalle est sous zéro : il est moins bon."),
        UNSURE: tr("L’intervalle touche zéro : le gain n’est pas établi."),
        FEW: tr(
            "Trop peu d’articles de test pour décider : il en faut {articles} qui diffèrent, avec {spans} passages.",
            articles=FEWEST_ARTICLES,
            spans=FEWEST_SPANS,
        ),
    }[said]


def cautions(report: Mapping[str, Any], names: Mapping[str, str]) -> list[str]:
    """Return in sentences what the figures leave out and what flatters them; `names` are the shown names of labels."""
    rows = report["systems"][report["name"]]
    unjudged = [names.get(label, label) for label, row in rows.items() if label != ALL and not row["gold"]]
    said = []
    if unjudged:
        said.append(tr("Sans compter {labels} : les articles d’épreuve n’en ont pas.", labels=", ".join(unjudged)))
    if report["shared_test"] > MOST_SHARED:
        said.append(
            tr("Attention : l’épreuve reprend trop du texte dont le modèle apprend ; ces chiffres le flattent.")
        )
    if known := report.get("known_to_base", 0):
        said.append(
            tr(
                "Attention : le modèle livré a appris de %n article d’épreuve : ces chiffres le flattent.|"
                "Attention : le modèle livré a appris de %n articles d’épreuve : ces chiffres le flattent.",
                known,
            )
        )
    for name, labels in report.get("heard", {}).items():
        known = ", ".join(names.get(label, label) for label in labels)
        said.append(
            tr("« {name} » est entendu seul sur {labels}, où il fait mieux que tout le reste.", name=name, labels=known)
            if labels
            else tr(
                "« {name} » n’est entendu qu’à côté des autres sources : seul, il ne fait mieux nulle part.", name=name
            )
        )
    return said


def sort_words(what: str) -> str:
    """Return a sort of error in words."""
    return {
        "wrong": tr("proposé à tort"),
        "missed": tr("oublié"),
        "border": tr("bornes"),
        "label": tr("autre étiquette"),
        "kind": tr("genre"),
        "value": tr("valeur"),
    }.get(what, what)


def side_words(one: Mapping[str, Any] | None, names: Mapping[str, str]) -> str:
    """Return one side of an error, the right or the proposed one, on one line: label, kind, value."""
    if one is None:
        return "—"
    value = one["value"]
    values = value if isinstance(value, list) else [value] if value else []
    said = " ; ".join(" ".join(str(each).split()) for each in values)
    return " · ".join(filter(None, (names.get(one["label"], one["label"]), one["kind"], said)))
