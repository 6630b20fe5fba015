"""The command that writes the dataset: which form, which articles and spans, under which names."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from depeche.cli.commands import DONE, WANTING, open_project, say, states_of
from depeche.cli.report import Terminal
from depeche.errors import UserError
from depeche.messages import tr

if TYPE_CHECKING:
    from depeche.export.choice import Choice
    from depeche.export.form import Format, Parting
    from depeche.export.receipt import Receipt
    from depeche.store.project import Project

Verb = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]


def add(verb: Verb) -> None:
    """Add the command to the parser."""
    from depeche.export.forms import FORMS

    one = verb(
        "export",
        export,
        tr("écrire le jeu de données, avec son reçu"),
        "depeche export crise sortie/ --format spacy\n"
        "  depeche export crise sortie/ --format jsonl --labels ACTOR,QUOTE --from 2025-07 --pseudonyms persons",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    one.add_argument("folder", metavar="FOLDER", nargs="?", help=tr("dossier où écrire ; pas avec --dry-run"))
    one.add_argument("--format", required=True, metavar="FORMAT", choices=[one.value for one in FORMS], help=_forms())
    one.add_argument(
        "--dry-run", action="store_true", help=tr("n’écrire rien : montrer le premier article et dire ce qui manquera")
    )
    which = one.add_argument_group(tr("ce qui part"))
    which.add_argument(
        "--states",
        metavar="STATE,…",
        help=tr("les articles dans ces états ; « done » sinon dans ce qui sert à entraîner, tous ailleurs"),
    )
    which.add_argument("--annotators", metavar="NAME,…", help=tr("le seul travail de ces annotateurs"))
    which.add_argument("--labels", metavar="LABEL,…", help=tr("les seuls passages de ces étiquettes"))
    which.add_argument("--from", dest="since", metavar="DATE", help=tr("publiés depuis : 2025, 2025-07 ou 2025-07-13"))
    which.add_argument("--to", dest="until", metavar="DATE", help=tr("publiés jusqu’à"))
    which.add_argument(
        "--undated", action="store_true", help=tr("aussi ceux de date inconnue ; sans --from ni --to, eux seuls")
    )
    which.add_argument(
        "--story", metavar="STORY", help=tr("le récit d’un article, par son numéro ou son nom (« depeche stories »)")
    )
    which.add_argument(
        "--agreed",
        metavar="X|spans",
        help=tr(
            "les articles finis par deux annotateurs au moins, dont bornes et étiquettes s’accordent à X (de 0 à 1, "
            "F1 exact des deux qui s’accordent le moins) ; « spans » : de ceux-là, les passages que tous ont"
        ),
    )
    help_ = which.add_mutually_exclusive_group()
    help_.add_argument("--assisted", action="store_true", help=tr("les articles annotés avec suggestions"))
    help_.add_argument("--blind", action="store_true", help=tr("les articles témoins, annotés sans"))
    one.add_argument(
        "--pseudonyms",
        choices=("persons", "all"),
        help=tr("donner d’autres noms aux personnes, ou à tous les acteurs, les mêmes partout"),
    )


def export(asked: argparse.Namespace) -> int:
    """Write the dataset; 1 when no article qualifies."""
    from depeche.export.export import export as verb
    from depeche.export.form import Format
    from depeche.export.losses import statement, warnings
    from depeche.export.pseudonyms import Whom

    if not asked.folder and not asked.dry_run:
        raise UserError(tr("Il manque le dossier où écrire."), tr("Ou --dry-run, pour ne faire que voir."))
    format_ = Format(asked.format)
    whom = Whom(asked.pseudonyms) if asked.pseudonyms else None
    report = Terminal()
    with open_project(asked, read_only=True) as project:
        choice = _choice(asked, project)
        if asked.dry_run:
            from depeche.export.trial import trial

            tried = trial(project, format_, report, choice=choice, parting=_parting(project, format_), pseudonyms=whom)
            receipt = tried.receipt
            report.clear()
            sys.stdout.write(tried.preview + "\n" * (not tried.preview.endswith("\n")))
            say(tr("Partiraient : {what}.", what=_amount(receipt)))
        else:
            receipt = verb(
                project, Path(asked.folder), format_, report,
                choice=choice, parting=_parting(project, format_), pseudonyms=whom,
            )  # fmt: skip
            report.clear()
            said = tr("Exporté dans {folder} : {what} (voir RECEIPT.md).", folder=asked.folder, what=_amount(receipt))
            say(said)
    for sentence in (*statement(receipt), *warnings(receipt)):
        say(sentence)
    return DONE if receipt.articles else WANTING


def _forms() -> str:
    from depeche.export.forms import FORMS

    return " ; ".join(f"{format_.value} : {form.title()}" for format_, form in FORMS.items()).replace("%", "%%")


def _amount(receipt: Receipt) -> str:
    marks = sum(sum(counts.values()) for counts in receipt.marks.values())
    articles = tr("%n article|%n articles", n=receipt.articles)
    return tr("{articles}, {spans}", articles=articles, spans=tr("%n passage|%n passages", n=marks))


def _choice(asked: argparse.Namespace, project: Project) -> Choice:
    from depeche.export.choice import Choice

    agreed, shared = _agreed(asked.agreed)
    return Choice(
        states=None if asked.states is None else states_of(asked.states),
        annotators=_names(asked.annotators),
        labels=_names(asked.labels),
        since=_said(asked.since),
        until=_said(asked.until),
        undated=asked.undated,
        story=_said(asked.story),
        articles=_story(project, asked.story) if asked.story else None,
        agreed=agreed,
        shared=shared,
        assisted=True if asked.assisted else False if asked.blind else None,
    )


def _said(words: str | None) -> str:
    """Return what is asked for, "" where nothing is. Raises UserError for an empty word, which would choose all."""
    if words is not None:
        _names(words)
    return words or ""


def _names(words: str | None) -> tuple[str, ...]:
    from depeche.export.choice import names_of

    return () if words is None else names_of(words)


def _agreed(words: str | None) -> tuple[float | None, bool]:
    if words is None or words == "spans":
        return None, words == "spans"
    try:
        return float(words.replace(",", ".")), False
    except ValueError:
        raise UserError(
            tr("« --agreed {words} » n’est pas un accord.", words=words), tr("Écrivez « spans », ou 0.8.")
        ) from None


def _story(project: Project, name: str) -> frozenset[str]:
    from depeche.annotate.stories import stories, story_of

    return frozenset(one.key for one in story_of(stories(project), name).articles)


def _parting(project: Project, format_: Format) -> Parting | None:
    """Return what splits a project's articles by story, None for a format that isn't split."""
    from depeche.export.forms import FORMS

    if not FORMS[format_].sided:
        return None
    from depeche.train.parting import parting  # brings spaCy along

    return parting(project)
