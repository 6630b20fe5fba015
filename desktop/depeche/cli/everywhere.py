"""The command that labels or rejects the same words everywhere, as one act in the history."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from depeche.annotate import bulk, everywhere, snap, wording
from depeche.annotate.everywhere import Hit, Sought
from depeche.cli.commands import DONE, WANTING, open_project, say
from depeche.cli.report import Terminal
from depeche.core.scheme import Scheme
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import articles
from depeche.store.project import Project

Verb = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]


def add(verb: Verb) -> None:
    """Add the command to the parser."""
    one = verb(
        "everywhere",
        label,
        tr("étiqueter, ou rejeter, les mêmes mots dans tous les articles"),
        "depeche everywhere crise Moscou --label ACTOR --kind GPE --value Russie --dry-run",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    one.add_argument("words", metavar="WORDS", help=tr("les mots, comme ils sont écrits"))
    one.add_argument(
        "--label", metavar="LABEL", required=True, help=tr("l’étiquette à donner, ou celle des suggestions")
    )
    one.add_argument("--kind", metavar="KIND", help=tr("le genre à donner (PER, ORG, GPE, GRP)"))
    one.add_argument("--value", metavar="VALUE", help=tr("la valeur à donner ; ce que les mots disent sinon"))
    one.add_argument("--article", metavar="ID", help=tr("dans cet article seulement, par son identifiant"))
    one.add_argument(
        "--reject", action="store_true", help=tr("rejeter les suggestions de ces mots sous cette étiquette")
    )
    one.add_argument("--dry-run", action="store_true", help=tr("montrer les endroits, ne rien changer"))


def label(asked: argparse.Namespace) -> int:
    """Label all open places, or reject all waiting suggestions; 1 when there is none."""
    from depeche.suggest.boilerplate import masked
    from depeche.suggest.valuer import make_valuer

    report = Terminal()
    with open_project(asked, read_only=asked.dry_run) as project:
        wanted = _wanted(asked, project)
        only = _article(asked, project)
        if asked.reject:
            hits = everywhere.suggested(project, wanted, report, article=only)
        else:
            hits = everywhere.places(project, wanted, report, article=only, masked=masked)
        report.clear()
        chosen = [hit for hit in hits if hit.is_open]
        if asked.dry_run:
            _show(hits, project.scheme)
        elif asked.reject:
            _carry_out(project, bulk.reject(project, chosen, report), wording.rejected_everywhere, wanted.words)
        else:
            plan = bulk.label(project, wanted, chosen, report, valuer=make_valuer(project.scheme))
            report.clear()
            _carry_out(project, plan, wording.labelled_everywhere, wanted.words)
        aside = len(hits) - len(chosen)
        if aside:
            say(tr("%n endroit laissé tel quel : déjà décidé, ou pris dans autre chose.|"
                   "%n endroits laissés tels quels : déjà décidés, ou pris dans autre chose.", n=aside))  # fmt: skip
    return DONE if chosen else WANTING


def _wanted(asked: argparse.Namespace, project: Project) -> Sought:
    scheme = project.scheme
    if asked.label not in scheme:
        known = ", ".join(one.label for one in scheme.active)
        raise UserError(tr("Étiquette inconnue « {label} ».", label=asked.label), tr("Connues : {known}.", known=known))
    kinds = [kind.kind for kind in scheme.get(asked.label).kinds]
    if asked.kind is not None and asked.kind not in kinds:
        raise UserError(
            tr("« {kind} » n’est pas un genre de cette étiquette.", kind=asked.kind),
            tr("Les genres sont : {kinds}.", kinds=", ".join(kinds) or "—"),
        )
    given = asked.kind is not None or asked.value is not None
    if given and asked.reject:
        raise UserError(tr("« --reject » ne regarde que les mots et l’étiquette."))
    if given and everywhere.by_place(scheme, asked.label):
        raise UserError(tr("La valeur de cette étiquette dépend de l’endroit : elle y est lue."))
    start, end = snap.trim(asked.words, 0, len(asked.words), scheme.get(asked.label).value)
    return Sought(asked.words[start:end], asked.label, asked.kind, asked.value)


def _article(asked: argparse.Namespace, project: Project) -> str | None:
    if asked.article is None:
        return None
    with project.read() as db:
        key = articles.by_name(db, asked.article)
    if key is None:
        raise UserError(tr("Aucun article « {name} » dans {folder}.", name=asked.article, folder=Path(asked.project)))
    return key


def _show(hits: list[Hit], scheme: Scheme) -> None:
    for hit in hits:
        sign = "+" if hit.is_open else "-"
        line = f"{hit.before}[{hit.words}]{hit.after}"
        print(sign, hit.number, hit.start, hit.end, wording.fate(hit, scheme), line, sep="\t")
    chosen = sum(hit.is_open for hit in hits)
    in_articles = wording.in_articles(len({hit.article for hit in hits if hit.is_open}))
    say(tr("%n endroit {where}.|%n endroits {where}.", n=chosen, where=in_articles))


def _carry_out(project: Project, plan: bulk.Plan, verb: Callable[[str, int, int], str], words: str) -> None:
    change = bulk.store(project, lambda plan: bulk.title_of(verb, words, plan), plan)
    say(f"{change.title}." if change else tr("Rien à changer."))
