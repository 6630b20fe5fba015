"""The command of borderline cases: the page that the data lead takes out of a project."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from depeche.cli.commands import DONE, open_project, say
from depeche.cli.report import Terminal
from depeche.export import notes as page
from depeche.messages import tr

Verb = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]


def add(verb: Verb) -> None:
    """Add the command to the parser."""
    one = verb(
        "notes",
        notes,
        tr("les notes de cas limites, par étiquette, chacune dans sa phrase"),
        "depeche notes crise --out cas-limites.html",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    one.add_argument(
        "--out", metavar="FILE", help=tr("où l’écrire : .md, .html ou .csv ; sur la sortie, en Markdown, sinon")
    )


def notes(asked: argparse.Namespace) -> int:
    """Write all notes of a project."""
    report = Terminal()
    with open_project(asked, read_only=True) as project:
        if asked.out is None:
            found = page.cases(project, report)
            report.clear()
            sys.stdout.write(page.markdown(found, project.title))
            return DONE
        n = page.write(project, Path(asked.out), report)
    report.clear()
    say(tr("%n note écrite dans {path}.|%n notes écrites dans {path}.", n=n, path=asked.out))
    return DONE
