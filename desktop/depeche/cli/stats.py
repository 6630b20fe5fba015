"""The command of the statistics: counts as text or JSON, and every chart as SVG and CSV."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depeche.cli.commands import DONE, open_project, say
from depeche.cli.report import Terminal
from depeche.errors import UserError
from depeche.messages import number, tr

if TYPE_CHECKING:
    from depeche.store.project import Project

Verb = Callable[[str, Callable[[Namespace], int], str, str], ArgumentParser]


def add(verb: Verb) -> None:
    """Add the command to the parser."""
    one = verb(
        "stats",
        stats,
        tr("compter articles, passages et suggestions, et en écrire les graphiques"),
        "depeche stats crise --charts graphiques/",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    one.add_argument("--json", action="store_true", help=tr("en JSON"))
    one.add_argument("--charts", metavar="FOLDER", help=tr("écrire dans ce dossier chaque graphique, en SVG et en CSV"))
    one.add_argument("--annotator", metavar="NAME", help=tr("de cet annotateur seulement ; de tous sinon"))
    for name, words in (
        ("--label", tr("graphiques : de cette étiquette seulement")),
        ("--source", tr("graphiques : des suggestions de cette source seulement")),
        ("--from", tr("graphiques : depuis ce jour, 2025-07-13")),
        ("--to", tr("graphiques : jusqu’à ce jour compris")),
    ):
        one.add_argument(name, metavar=name.strip("-").upper() if name in ("--label", "--source") else "DATE",
                         help=words)  # fmt: skip


def stats(asked: Namespace) -> int:
    """Count."""
    from depeche.store.stats import stats as verb

    with open_project(asked, read_only=True) as project:
        found = verb(project, asked.annotator)
        if asked.json or not asked.charts:
            found["control"] = _control(project, asked)
        if asked.charts:
            _write_charts(project, asked)
    if asked.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    elif not asked.charts:
        _print(found)
    return DONE


def _control(project: Project, asked: Namespace) -> dict[str, Any]:
    """Return what articles with suggestions and without them came to."""
    from depeche.core.stat_control import summary
    from depeche.core.tallies import Wanted
    from depeche.store import tallies

    report = Terminal()
    counted = tallies.count(project.read, (), report)
    report.clear()
    return summary(counted, Wanted(asked.annotator, None, None, _day(getattr(asked, "from")), _day(asked.to)))


def _write_charts(project: Project, asked: Namespace) -> None:
    from depeche.core.chart_ink import on_paper
    from depeche.core.scheme import ValueType
    from depeche.core.stat_charts import charts
    from depeche.core.tallies import Wanted
    from depeche.export.charts import write_charts
    from depeche.store import tallies

    scheme = project.scheme
    if asked.label is not None and asked.label not in scheme:
        known = ", ".join(one.label for one in scheme.labels)
        raise UserError(
            tr("« {label} » n’est pas une étiquette du projet.", label=asked.label),
            tr("Étiquettes : {labels}.", labels=known),
        )
    wanted = Wanted(asked.annotator, asked.label, asked.source, _day(getattr(asked, "from")), _day(asked.to))
    report = Terminal()
    actors = [one.label for one in scheme.labels if one.value is ValueType.NAME]
    counted = tallies.count(project.read, actors, report)
    report.clear()
    labels = {one.label: one.name for one in scheme.labels}
    made = charts(counted, labels, wanted)
    names = write_charts(made, Path(asked.charts), on_paper({one.label: one.colour for one in scheme.labels}))
    empty = sum(chart.is_empty for chart in made)
    say(tr("%n fichier écrit dans {folder}.|%n fichiers écrits dans {folder}.", n=len(names), folder=asked.charts))
    if empty:
        say(tr("%n graphique n’a rien à montrer encore.|%n graphiques n’ont rien à montrer encore.", n=empty))


def _day(said: str | None) -> date | None:
    if said is None:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise UserError(
            tr("« {said} » n’est pas un jour.", said=said), tr("Écrivez l’année, le mois et le jour : 2025-07-13.")
        ) from error


def _print(found: dict[str, Any]) -> None:
    counts = found["articles"]
    if len(found["annotators"]) > 1:
        people = ", ".join(f"{name} {n}" for name, n in found["annotators"].items())
        print(
            tr("Travail de tous les annotateurs (passages : {people}) ; --annotator NAME pour un seul.", people=people)
        )
    print(
        tr(
            "Articles : {total} (à faire {todo}, commencés {started}, terminés {done}, signalés {flagged}, "
            "passés {skipped})",
            **counts,
        )
    )
    for label, n in found["spans"].items():
        print(f"  {label:<12}{n:>8}" + tr("   dont sans suggestion : {missed}", missed=found["missed"].get(label, 0)))
    if found["suggestions"]:
        print(tr("Suggestions : en attente, acceptées, corrigées, rejetées"))
    counted = ("waiting", "accepted", "corrected", "rejected")
    rows = [row for row in found["suggestions"] if any(row[name] for name in counted)]
    wide = max((len(row["source"]) for row in rows), default=0) + 2
    for row in rows:
        numbers = "".join(f"{row[name]:>8}" for name in counted)
        hidden = tr("   dont cachées : {hidden}", hidden=row["hidden"]) if row["hidden"] else ""
        print(f"  {row['source']:<{max(wide, 12)}}{row['label']:<12}{numbers}{hidden}")
    control = found.get("control", {})
    for name, words in (("assisted", tr("avec suggestions")), ("blind", tr("témoins, sans suggestions"))):
        row = control.get(name, {})
        if control.get("blind", {}).get("articles") and row.get("articles"):
            print(tr("Terminés {how} : {articles} ; minutes par article {minutes}, passages {spans}, accord avec la "
                     "version finale {agreement}",
                     how=words, articles=number(row["articles"]), minutes=_figure(row["minutes_per_article"]),
                     spans=_figure(row["spans_per_article"]), agreement=_figure(row["agreement_with_final"]),
                     ))  # fmt: skip


def _figure(amount: float | None) -> str:
    return "–" if amount is None else f"{amount:.2f}".replace(".", tr(","))
