"""The command of the blind control: which share of the articles is shown without suggestions, and how many that are."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable

from depeche.cli.commands import DONE, open_project, say
from depeche.core.blind import Drawn, parse_share
from depeche.core.chart_scale import decimal
from depeche.messages import number, tr
from depeche.store import blind as store

Verb = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]


def add(verb: Verb) -> None:
    """Add the command to the parser."""
    one = verb(
        "blind",
        blind,
        tr("les articles témoins, annotés sans suggestions : leur part, et combien ils sont"),
        "depeche blind crise --share 0.05",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    one.add_argument("--share", metavar="SHARE", help=tr("cette part désormais, par exemple 0.05 ; 0 : aucun témoin"))
    one.add_argument("--json", action="store_true", help=tr("en JSON"))


def blind(asked: argparse.Namespace) -> int:
    """Say, or set, the share of articles without suggestions."""
    wanted = None if asked.share is None else parse_share(asked.share)
    with open_project(asked, read_only=wanted is None) as project:
        if wanted is not None:
            with project.write() as db:
                store.set_share(db, wanted)
        with project.read() as db:
            share, found = store.share(db), store.count(db, project.annotator)
    if asked.json:
        print(json.dumps({"share": share, "articles": found.of, "drawn": found.drawn, "begun": found.begun,
                          "done": found.done}))  # fmt: skip
        return DONE
    say(tr("Part des témoins : {share} %.", share=decimal(100 * share, 1)))
    say(control_words(found))
    return DONE


def control_words(found: Drawn) -> str:
    """Return how many articles are a control, as a sentence."""
    return tr(
        "Articles sans suggestions : {drawn} tirés sur {all} ; {begun} ouverts ainsi, dont {done} terminés.",
        drawn=number(found.drawn), all=number(found.of), begun=number(found.begun), done=number(found.done),
    )  # fmt: skip
