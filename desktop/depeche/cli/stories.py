"""`depeche stories`: which articles tell one story, and what they contradict each other in."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict

from depeche.annotate.stories import Story, board_of, lacks_articles, none_found, stories, story_of, take_in, why
from depeche.cli.commands import DONE, open_project, say
from depeche.cli.report import Terminal
from depeche.core.board import Board
from depeche.core.board_table import lines_of, to_csv, to_html
from depeche.core.shown import shown
from depeche.errors import UserError
from depeche.messages import tr

Verb = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]


def add(verb: Verb) -> None:
    """Add the command to the parser."""
    one = verb(
        "stories",
        listed,
        tr("dire quels articles racontent la même chose, et en quoi ils se contredisent"),
        "depeche stories crise --board 12 --csv > tableau.csv",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    one.add_argument("--board", metavar="STORY", help=tr("le tableau du récit d’un article : son numéro ou son nom"))
    one.add_argument("--pending", action="store_true", help=tr("avec les suggestions qui attendent encore"))
    one.add_argument("--rebuild", action="store_true", help=tr("refaire d’abord ce qui rapproche les articles"))
    shape = one.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=tr("en JSON"))
    shape.add_argument("--csv", action="store_true", help=tr("en CSV"))
    shape.add_argument("--html", action="store_true", help=tr("en HTML (avec --board)"))


def listed(asked: argparse.Namespace) -> int:
    """List the stories, or the board of one."""
    if asked.html and not asked.board:
        raise UserError(tr("--html demande --board."))
    report = Terminal()
    with open_project(asked, read_only=not asked.rebuild) as project:
        if asked.rebuild:
            take_in(project, report, anew=True)
        elif lacks_articles(project):
            say(tr("Des articles d’un projet plus ancien manquent ici : « --rebuild » les rapproche."))
        found = stories(project, report)
        report.clear()
        if asked.board is None:
            _list(asked, found)
            return DONE
        story = story_of(found, asked.board)
        made = board_of(project, story, pending=asked.pending, report=report)
        report.clear()
    if asked.json:
        print(json.dumps(_as_json(story, made), ensure_ascii=False, indent=1))
    elif asked.csv:
        sys.stdout.write(to_csv(made).replace("\r\n", "\n"))
    elif asked.html:
        sys.stdout.write(to_html(made, story.title))
    else:
        _show(made)
        say(why(story))
    return DONE


def _list(asked: argparse.Namespace, found: list[Story]) -> None:
    if asked.json:
        rows = [
            {
                "story": one.key, "title": one.title, "dates": one.dates, "sources": list(one.sources),
                "by": [rule.value for rule in one.rules],
                "articles": [{"number": head.number, "name": head.name, "title": head.title} for head in one.articles],
            }
            for one in found
        ]  # fmt: skip
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for one in found:
        numbers = ",".join(str(head.number) for head in one.articles)
        dates = "..".join(dict.fromkeys(one.dates)) if one.dates else "-"
        print(f"{one.articles[0].number}\t{len(one.articles)}\t{dates}\t{shown(one.title)}\t{numbers}")
    say(tr("%n récit|%n récits", n=len(found)) + "." if found else none_found())


def _show(made: Board) -> None:
    heads = {one.article: one for one in made.columns}
    for row in made.rows:
        print(f"== {row.words}")
        for cell in row.cells:
            head = heads[cell.statement.article]
            where, title = f"{head.number}\t{cell.statement.start}", shown(head.title)
            print(f"{where}\t{' | '.join(lines_of(cell))}\t{head.date or '-'}\t{title}")
    against = sum(row.contradictions for row in made.rows)
    rows = tr("%n ligne|%n lignes", n=len(made.rows))
    say(f"{rows}, " + tr("%n valeur contredite|%n valeurs contredites", n=against) + ".")


def _as_json(story: Story, made: Board) -> dict[str, object]:
    return {
        "story": story.key,
        "title": story.title,
        "columns": [asdict(one) for one in made.columns],
        "rows": [
            {
                "about": row.words,
                "kind": "date" if row.is_date else "figure",
                "cells": [
                    {
                        "article": cell.statement.article, "span": cell.statement.mark,
                        "start": cell.statement.start, "end": cell.statement.end, "words": cell.statement.words,
                        "value": cell.statement.value, "unit": cell.statement.unit, "said_by": cell.statement.who,
                        "quoted": cell.statement.is_quoted, "pending": cell.statement.pending,
                        "contradicts": list(cell.against), "differs": list(cell.beside),
                    }
                    for cell in row.cells
                ],
            }
            for row in made.rows
        ],
    }  # fmt: skip
