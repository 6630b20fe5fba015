"""The command of confidence: what scores are worth on finished articles, and the threshold."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from depeche.cli.commands import DONE, open_project
from depeche.cli.report import Terminal
from depeche.core.blind import parse_share
from depeche.core.chart_scale import Scale, amount
from depeche.messages import number, tr

if TYPE_CHECKING:
    from depeche.suggest.confidence import Confidence

Verb = Callable[[str, Callable[[Namespace], int], str, str], ArgumentParser]

_AT = tuple(n / 20 for n in range(1, 20))


def add(verb: Verb) -> None:
    """Add the command to the parser."""
    one = verb(
        "confidence",
        confidence,
        tr("dire ce que valent les scores sur les articles terminés, et cacher les suggestions trop peu sûres"),
        "depeche confidence crise --hide-below 0.35",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    one.add_argument("--hide-below", metavar="X", help=tr("cacher sous ce score, par exemple 0.35 ; 0 : rien"))
    one.add_argument(
        "--measure",
        action="store_true",
        help=tr("mesurer seulement et écrire ce que valent les scores, en une ligne"),
    )
    one.add_argument("--json", action="store_true", help=tr("en JSON"))


def confidence(asked: Namespace) -> int:
    """Measure scores and go on with them; with a threshold, hide below it."""
    from depeche.suggest import confidence as verb

    if asked.measure:
        with open_project(asked, read_only=True) as project:
            print(json.dumps({"calibration": verb.measure(project).calibration.to_json()}))
        return DONE
    report = Terminal()
    below = None if asked.hide_below is None else parse_share(asked.hide_below)
    with open_project(asked) as project:
        if below is not None:
            verb.hide_below(project, below)
        found = verb.measure(project, report)
        verb.keep(project, found)
    report.clear()
    if asked.json:
        print(json.dumps(_as_json(found), ensure_ascii=False, indent=1))
    else:
        _show(found)
    return DONE


def _show(found: Confidence) -> None:
    from depeche.suggest.confidence import passed_over, sentence, worth

    for label in (*found.labels, None) if found.judged else ():
        print(label or tr("toutes"))
        for one in found.diagrams[label]:
            print(tr("  {low} à {high} : annoncé {score}, juste {share} ({least} à {most}), {number} jugées",
                     low=_percent(one.low), high=_percent(one.high), score=_percent(one.score),
                     share=_percent(one.share), least=_percent(one.least), most=_percent(one.most),
                     number=number(one.number)))  # fmt: skip
    for words in filter(None, (worth(found), passed_over(found))):
        print(words)
    below = found.calibration.hide_below
    print(sentence(found.cost(below), found.hidden(below)))


def _as_json(found: Confidence) -> dict[str, Any]:
    below = found.calibration.hide_below
    costs = found.costs
    return {
        "judged": len(found.judged),
        "unread": found.unread,
        "articles": found.calibration.articles,
        "error_before": round(found.before, 4) if found.judged else None,
        "error_after": round(found.after, 4) if found.judged else None,
        "calibrated_here": found.own,
        "hide_below": below,
        "shown": found.calibration.shown,
        "hidden": asdict(costs.below(below)) | {"spared": costs.below(below).spared, "waiting": found.hidden(below)},
        "labels": {label or "all": [asdict(one) for one in each] for label, each in found.diagrams.items() if each},
        "costs": [
            asdict(cost) | {"spared": cost.spared, "waiting": found.hidden(at)}
            for at, cost in ((at, costs.below(at)) for at in _AT)
        ],
    }


def _percent(share: float) -> str:
    return amount(share, Scale.SHARE)
