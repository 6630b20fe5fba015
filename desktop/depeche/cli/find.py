"""The command that searches a project: words and marks, with what stands around them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from depeche.annotate import concordance
from depeche.annotate.concordance import Asked
from depeche.cli.commands import DONE, WANTING, open_project, say, states_of
from depeche.cli.report import Terminal
from depeche.core.finding import Line, Question, Side, in_order
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store.project import Project

Verb = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]

_WIDTH = 44
"""Characters of the columns beside the sought in a concordance."""


def add(verb: Verb) -> None:
    """Add the command to the parser."""
    one = verb(
        "find",
        find,
        tr("chercher dans tout le projet : mots, passages, valeurs"),
        'depeche find crise "l\'Otan" --state flagged\n'
        "  depeche find crise --label FIGURE --value 'plus de 10 000 soldats' --kwic right",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    one.add_argument(
        "words",
        metavar="WORDS",
        nargs="?",
        default="",
        help=tr("les mots, sans égard aux accents ; « \"mots qui se suivent\" », début* ; ceux des passages avec "
                "--label, --value ou --source"),
    )  # fmt: skip
    one.add_argument("--label", metavar="LABEL", action="append", default=[], help=tr("passages de cette étiquette"))
    one.add_argument(
        "--value", metavar="VALUE", help=tr("passages qui valent : « Corée du Nord », « 2025-07 », « > 500 km »")
    )
    one.add_argument("--source", metavar="SOURCE", help=tr("passages proposés par : actors, dates, figures, quotes…"))
    one.add_argument("--paper", metavar="NAME", help=tr("seulement les articles de ce journal, de cette agence…"))
    one.add_argument("--state", metavar="STATE,STATE", help=tr("seulement les articles dans ces états"))
    one.add_argument("--from", dest="since", metavar="DATE", help=tr("publiés depuis : 2025, 2025-07 ou 2025-07-13"))
    one.add_argument("--to", dest="until", metavar="DATE", help=tr("publiés jusqu’à"))
    one.add_argument("--annotator", metavar="NAME", help=tr("états et passages de cet annotateur"))
    one.add_argument(
        "--kwic",
        choices=[side.value for side in Side],
        help=tr("en concordance, en ordre des mots de gauche, de droite ou trouvés, ou du projet"),
    )
    one.add_argument("--limit", metavar="N", type=int, help=tr("les N premières lignes"))
    one.add_argument("--json", action="store_true", help=tr("une ligne de JSON par endroit"))
    one.add_argument("--rebuild", action="store_true", help=tr("refaire d’abord l’index des mots"))


def find(asked: argparse.Namespace) -> int:
    """Print what is found, a line a place; 1 when there is none."""
    if asked.limit is not None and asked.limit < 1:
        raise UserError(tr("« --limit » doit être au moins 1."))
    with open_project(asked, read_only=not asked.rebuild) as project:
        if asked.rebuild:
            report = Terminal()
            n = concordance.fill_index(project, report, anew=True)
            report.clear()
            say(tr("Index refait : %n article.|Index refait : %n articles.", n=n))
        question = concordance.question(project, _asked(asked))
        if question.is_empty:
            if asked.rebuild and not asked.words:
                return DONE
            raise UserError(tr("Rien à chercher."), tr("Donnez un mot, --label, --value ou --source."))
        lines = _lines(project, question)
        if asked.kwic:
            lines = iter(in_order(lines, Side(asked.kwic)))
        return _tell(islice(lines, asked.limit), asked)


def _asked(asked: argparse.Namespace) -> Asked:
    return Asked(
        words=asked.words,
        labels=tuple(asked.label),
        states=states_of(asked.state) if asked.state else (),
        source=asked.source or "",
        since=asked.since or "",
        until=asked.until or "",
        value=asked.value or "",
        annotator=asked.annotator or "",
        paper=asked.paper or "",
    )


def _lines(project: Project, question: Question) -> Iterator[Line]:
    after: int | None = 0
    while after is not None:
        page = concordance.page(project, question, after)
        yield from page.lines
        after = page.upto


def _tell(lines: Iterable[Line], asked: argparse.Namespace) -> int:
    places, articles = 0, set()
    for line in lines:
        places += 1
        articles.add(line.number)
        if asked.json:
            sys.stdout.write(json.dumps(_to_json(line), ensure_ascii=False) + "\n")
        elif asked.kwic:
            before, after = line.before[-_WIDTH:], line.after[:_WIDTH]
            sys.stdout.write(f"{line.number:>6}  {before:>{_WIDTH}}[{line.words}]{after}\n")
        else:
            mark = f"{line.label} {line.standing.value}".strip()
            sys.stdout.write(f"{line.number}\t{line.name}\t{line.start}\t{line.end}\t{mark}\t{_shown(line)}\n")
    found = tr("%n endroit|%n endroits", n=places)
    where = tr("dans %n article|dans %n articles", n=len(articles))
    say(tr("{found} {where}.", found=found, where=where) if places else tr("Rien trouvé."))
    return DONE if places else WANTING


def _shown(line: Line) -> str:
    return f"{line.before[-_WIDTH:].lstrip()}[{line.words}]{line.after[:_WIDTH].rstrip()}"


def _to_json(line: Line) -> dict[str, object]:
    return {
        "id": line.name,
        "number": line.number,
        "title": line.title,
        "date": line.date,
        "start": line.start,
        "end": line.end,
        "before": line.before,
        "text": line.words,
        "after": line.after,
        "label": line.label or None,
        "status": line.standing.value,
        "source": line.source,
    }
