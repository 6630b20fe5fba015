"""The command of the consistency radar: what doesn't fit together in a project, and its fixes, a kind at a time."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable

from depeche.annotate.desk import Desk
from depeche.annotate.radar import mending
from depeche.annotate.radar.finding import REMARKS, Finding, Kind, title_of
from depeche.annotate.radar.radar import Radar
from depeche.cli.commands import DONE, WANTING, open_project, say
from depeche.cli.report import Terminal
from depeche.messages import number, tr

Verb = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]


def add(verb: Verb) -> None:
    """Add the command to the parser."""
    one = verb(
        "radar",
        radar,
        tr("dire ce qui se contredit dans les passages, du pire au moindre ; 1 s’il y en a"),
        "depeche radar crise --fix edge",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    kinds = [kind.value for kind in Kind]
    one.add_argument(
        "--fix", metavar="KIND", choices=kinds,
        help=tr("corriger tous les constats de cette sorte, en un acte : {kinds}", kinds=", ".join(kinds)),
    )  # fmt: skip
    one.add_argument("--json", action="store_true", help=tr("en JSON"))


def radar(asked: argparse.Namespace) -> int:
    """List findings, or mend those of one kind; 1 while there are any (left) but remarks on the text."""
    from depeche.suggest.lore import Lore

    report = Terminal()
    with open_project(asked, read_only=asked.fix is None) as project:
        lore = Lore(project.scheme)
        watch = Radar(project, lore)
        watch.look(report)
        report.clear()
        if asked.fix:
            wanted = [one for one in watch.findings if one.kind == asked.fix]
            repair = mending.plan(project, wanted, lore.read, report)
            report.clear()
            change = mending.carry_out(Desk(project), repair)
            say(f"{change.title}." if change else tr("Rien à corriger de cette sorte."))
            watch.renew([part.article for part in repair.parts if part.article], report)
            report.clear()
        found = watch.findings
    if asked.json:
        print(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=1))
    elif not asked.fix:
        _show(found)
    return WANTING if any(one.kind not in REMARKS for one in found) else DONE


def _show(found: list[Finding]) -> None:
    for one in found:
        sign = "+" if one.mends else " "
        print(f"{one.kind}\t{sign}\t{one.number}\t{one.start}\t{one.end}\t{one.words}\t{one.sentence}")
    for kind, n in Counter(one.kind for one in found).items():
        mended = sum(bool(one.mends) for one in found if one.kind is kind)
        say(tr("{what} ({kind}) : {found}, dont {mended} à corriger d’office.",
               what=title_of(kind), kind=kind.value, found=number(n), mended=number(mended)))  # fmt: skip
    if not found:
        say(tr("Rien ne se contredit dans les articles commencés."))


def _as_json(one: Finding) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "article": one.number,
        "start": one.start,
        "end": one.end,
        "words": one.words,
        "says": one.sentence,
        "spans": list(one.spans),
        "fix": [
            {
                "article": mend.article,
                "span": mend.old.key if mend.old else None,
                "becomes": {
                    "start": mend.new.start, "end": mend.new.end, "label": mend.new.label, "kind": mend.new.kind,
                    "value": mend.new.value,
                } if mend.new else None,
            }
            for mend in one.mends
        ],
        "weight": round(one.weight, 2),
    }  # fmt: skip
