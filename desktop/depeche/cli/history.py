"""The command on the history: list the acts, go back or forward to any of them."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import datetime

from depeche.annotate import history as acts
from depeche.cli.commands import DONE, open_project, say
from depeche.cli.everywhere import Verb
from depeche.cli.report import Terminal
from depeche.core.retold import retold
from depeche.core.shown import shown
from depeche.messages import tr

_PAGE = 500


def add(verb: Verb) -> None:
    """Add the command to the parser."""
    one = verb(
        "history",
        history,
        tr("l’historique des actes : le lire, revenir à l’un d’eux"),
        "depeche history crise --to 120",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    one.add_argument("--to", metavar="N", type=int, help=tr("annuler ou rétablir jusqu’à l’acte n° N ; 0 : le début"))
    one.add_argument("--json", action="store_true", help=tr("en JSON, un acte par ligne"))


def history(asked: argparse.Namespace) -> int:
    """List the acts that stand and those that can be redone, oldest first, or go to one of them."""
    with open_project(asked, read_only=asked.to is None) as project:
        if asked.to is not None:
            report = Terminal()
            change = acts.go_to(project, asked.to, report)
            report.clear()
            say(f"{change.title}." if change else tr("L’historique en est déjà là."))
            return DONE
        wanted, _done = acts.numbers(project)
        for n in range(0, len(wanted), _PAGE):
            for act in acts.acts(project, wanted[n : n + _PAGE]):
                print(_as_json(act) if asked.json else _as_line(act))
    return DONE


def _as_json(act: acts.Act) -> str:
    return json.dumps(asdict(act), ensure_ascii=False)


def _as_line(act: acts.Act) -> str:
    at = datetime.fromisoformat(act.at).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    return f"{act.number}\t{at}\t{'' if act.done else tr('annulé')}\t{shown(retold(act.title), 1_000)}"
