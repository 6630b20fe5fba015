"""What a data lead should do after a training, in two plain sentences: adopt the model or not, and what to do then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import ceil
from typing import Any

from depeche.messages import tr
from depeche.train.evaluate import ALL, Interval
from depeche.train.verdict import BETTER, FEW, FEWEST_ARTICLES, WORSE, decided, sort_words

_AGAIN = 20
"""So many more finished articles before a training that showed no gain is worth repeating."""


def advice(report: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Return the two sentences for the report of a training; `names` are the shown names of labels."""
    gain = report["against"][report["today"]][ALL]
    interval = Interval(gain["value"], gain["low"], gain["high"])
    said = decided(report["articles"]["test"], report["systems"][report["name"]][ALL]["gold"], interval)
    values = {"name": report["name"], "today": _today(report["today"])}
    if said == BETTER:
        first = tr("« {name} » fait mieux que {today} sur vos articles : adoptez-le.")
        then = tr("Relisez ensuite les erreurs qui restent : elles montrent quoi finir.")
        return f"{first.format(**values)} {then}"
    if interval.value == interval.low == interval.high == 0:
        first = tr("« {name} » propose la même chose que {today} : ne l’adoptez pas, vous n’y gagneriez rien.")
    elif said == WORSE:
        first = tr("« {name} » fait moins bien que {today} sur vos articles : ne l’adoptez pas.")
    elif said == FEW:
        first = tr("On ne peut pas encore dire si « {name} » fait mieux que {today} : ne l’adoptez pas pour l’instant.")
    else:
        first = tr("Rien ne montre que « {name} » fasse mieux que {today} : ne l’adoptez pas.")
    return f"{first.format(**values)} {_instead(report, names)}"


def _instead(report: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Return what to do in place of adopting, by the errors that are most frequent."""
    again = tr("réentraînez après %n article terminé de plus|réentraînez après %n articles terminés de plus",
               n=_more(report["articles"]))  # fmt: skip
    where = tr("un modèle n’aide que là où votre guide s’écarte de celui des règles")
    errors = Counter((one["what"], one["label"]) for one in report.get("errors", ()))
    if not errors:
        return tr("Gardez ce qui propose aujourd’hui et {again} ; {where}.", again=again, where=where)
    (what, label), n = errors.most_common(1)[0]
    worst = tr("{label}, {sort} : {times} sur {all}", label=names.get(label, label), sort=sort_words(what), times=n,
               all=errors.total())  # fmt: skip
    return tr(
        "À la place, lisez les erreurs ({worst}), tranchez-les dans le guide ou le registre des acteurs, et {again} ; "
        "{where}.",
        worst=worst, again=again, where=where,
    )  # fmt: skip


def _more(articles: Mapping[str, int]) -> int:
    """Return how many more articles to finish: so many that the test is large enough, if it wasn't."""
    test = articles["test"]
    total = sum(articles.get(side, 0) for side in ("train", "dev", "test"))
    return max(_AGAIN, ceil(total * FEWEST_ARTICLES / max(test, 1)) - total)


def _today(name: str) -> str:
    return {"rules": tr("les règles"), "shipped": tr("les règles et le modèle livré")}.get(
        name, tr("« {name} »", name=name)
    )
