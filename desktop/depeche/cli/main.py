"""The first door: a command a verb, complete without a screen and without Qt."""

from __future__ import annotations

import argparse
import logging
import sys
import traceback
from collections.abc import Callable, Collection, Sequence
from io import TextIOWrapper
from pathlib import Path

import depeche
from depeche.cli import actors as registry
from depeche.cli import (
    blind,
    commands,
    confidence,
    everywhere,
    exporting,
    find,
    history,
    ingest,
    notes,
    packages,
    parsing,
    queue,
    radar,
    scheme,
    stats,
    stories,
    training,
)
from depeche.cli.commands import IMPOSSIBLE
from depeche.core.progress import Cancelled
from depeche.core.shown import shown_lines
from depeche.errors import UserError
from depeche.ingest.clicked import meant
from depeche.messages import tr
from depeche.store.project import DATABASE

Command = Callable[[argparse.Namespace], int]
"""What a command does with its arguments; returns an exit status."""

Door = Callable[[Path | None], int]
"""The window, or the demonstration: given a folder or None, returns an exit status. Handed in, for they know Qt."""


def run(arguments: Sequence[str], *, window: Door, demonstrate: Door) -> int:
    """Parse the arguments, carry out the command and return the exit status. Messages go to standard error."""
    _speak_utf8()
    logging.getLogger("depeche").addHandler(logging.NullHandler())  # what a person should know is said in sentences
    parsing.speak()
    parser = make_parser(window, demonstrate)
    try:
        asked = parser.parse_args(_double_clicked(arguments, parser.get_default("verbs")))
        return int(asked.run(asked))
    except SystemExit as stop:  # argparse has said why; its status for --help is 0, for a wrong call 2
        return int(stop.code or 0)
    except UserError as error:
        print(tr("depeche : {words}", words=shown_lines(str(error))), file=sys.stderr)
        return IMPOSSIBLE
    except (Cancelled, KeyboardInterrupt):
        print(tr("depeche : {words}", words=tr("arrêté ; ce qui était fait reste.")), file=sys.stderr)
        return IMPOSSIBLE
    except BrokenPipeError:  # the reader of our output has gone, as `| head` does
        sys.stderr.close()
        return IMPOSSIBLE
    except Exception:  # a bug; status 1, Python's own, would say that something was found wanting
        traceback.print_exc()
        return IMPOSSIBLE


def _double_clicked(arguments: Sequence[str], verbs: Collection[str]) -> Sequence[str]:
    """Return the command that is meant where there is nothing but a file that was clicked, or a project's folder."""
    path = Path(arguments[0]) if len(arguments) == 1 else Path()
    clicked = meant(arguments)
    if clicked:
        return ["open", str(clicked[0])]
    if path.name == DATABASE:
        return ["open", str(path.parent)]  # where it isn't there, which is said
    return ["open", str(path)] if arguments and _is_project(arguments[0], path, verbs) else arguments


def _is_project(said: str, path: Path, verbs: Collection[str]) -> bool:
    """Tell whether an only argument is a project's folder. Raises UserError where it is another folder, or a file."""
    is_path = path.name != said or said in (".", "..")
    if said in verbs or said.startswith("-") or not (is_path or path.exists()):
        return False  # a slip in a command's name is the parser's to explain
    if (path / DATABASE).is_file():
        return True
    raise UserError(
        tr("{folder} n’est pas un projet Dépêche.", folder=said),
        tr("Un projet est un dossier qui contient {name} ; « depeche new » en crée un.", name=DATABASE),
    )


def _speak_utf8() -> None:
    """Let nothing fail for a character that a terminal can't show, and data be UTF-8 where a program reads it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.isatty():
        sys.stdout = _Shown(sys.stdout.detach(), sys.stdout.encoding, "backslashreplace", line_buffering=True)


class _Shown(TextIOWrapper):
    """Standard output on a terminal: texts, titles and names are data, and give it no orders."""

    def write(self, words: str) -> int:
        return super().write(shown_lines(words))


def make_parser(window: Door, demonstrate: Door) -> argparse.ArgumentParser:
    """Return the parser of all commands."""

    def opens(asked: argparse.Namespace) -> int:
        return window(Path(asked.project) if asked.project else None)

    def shows(asked: argparse.Namespace) -> int:
        return demonstrate(Path(asked.folder) if asked.folder else None)

    parser = argparse.ArgumentParser(
        prog="depeche",
        description=tr("Annoter l’actualité internationale en français. Sans commande : la fenêtre."),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    version = tr("montrer la version et finir")
    parser.add_argument("--version", action="version", version=f"depeche {depeche.__version__}", help=version)
    parser.set_defaults(run=opens, project=None)
    verbs = parser.add_subparsers(metavar=tr("COMMANDE"))

    def verb(name: str, work: Command, words: str, example: str) -> argparse.ArgumentParser:
        one = verbs.add_parser(
            name,
            help=words,
            description=words,
            epilog=tr("exemple :") + f"\n  {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        one.set_defaults(run=work)
        return one

    one = verb("open", opens, tr("ouvrir un projet ou un lot de travail dans la fenêtre"), "depeche open ~/crise")
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet, ou lot de travail (.depeche)"))

    one = verb("new", commands.new, tr("créer un projet"), "depeche new crise --annotator Claire")
    _project(one)
    one.add_argument("--scheme", metavar="FILE", help=tr("jeu d’étiquettes (TOML) ; celui de Dépêche sinon"))
    one.add_argument("--annotator", metavar="NAME", help=tr("nom de l’annotateur ; celui du compte sinon"))
    one.add_argument(
        "--blind", metavar="SHARE", help=tr("part des articles sans suggestions, les témoins ; 0.05 sinon")
    )  # fmt: skip

    one = verb(
        "ingest",
        ingest.ingest,
        tr("ajouter des articles : fichiers de presse ou d’autres outils, archives, dossiers"),
        "depeche ingest crise revue.html gold.jsonl --as spans --map PERS=ACTOR:PER",
    )
    _project(one)
    ingest.arguments(one)

    one = verb(
        "suggest",
        commands.suggest,
        tr("proposer des passages pour les articles qui n’en ont pas encore"),
        "depeche suggest crise --model ./mon-modele",
    )
    _project(one)
    one.add_argument(
        "--model",
        metavar="NAME",
        action="append",
        default=[],
        help=tr("une chaîne spaCy en plus : un modèle du projet, un dossier ou un paquet ; répétable"),
    )
    one.add_argument("--all", action="store_true", help=tr("tous les articles, même ceux qui ont des suggestions"))

    one = verb(
        "actors",
        registry.actors,
        tr(
            "le registre des acteurs : le lire, y ajouter, en retirer ; leurs noms sont proposés dans tous les articles"
        ),
        "depeche actors crise --add 'Kim Jong-un' --kind PER --state 'Corée du Nord' --alias Kim --alias 'Kim Jong Un'",
    )
    _project(one)
    one.add_argument("--add", metavar="NAME", help=tr("confirmer un acteur, ou lui ajouter des noms"))
    one.add_argument("--kind", metavar="KIND", help=tr("son genre (PER, ORG, GPE, GRP)"))
    one.add_argument("--state", metavar="STATE", help=tr("l’État qu’il est ou dont il relève"))
    one.add_argument(
        "--alias", metavar="NAME", action="append", default=[], help=tr("un autre de ses noms ; répétable")
    )
    one.add_argument("--label", metavar="LABEL", help=tr("l’étiquette ; la première dont la valeur est un nom sinon"))
    one.add_argument("--remove", metavar="NAME", help=tr("retirer un acteur"))
    one.add_argument("--rename", metavar="NAME", help=tr("donner un autre nom à un acteur, et aux passages qui l’ont"))
    one.add_argument("--to", metavar="NAME", help=tr("ce nom ; un acteur qui l’a déjà est réuni avec lui"))
    one.add_argument("--table", metavar="FILE.tsv", help=tr("ajouter ceux d’un tableau, comme la liste affichée"))

    find.add(verb)
    everywhere.add(verb)
    history.add(verb)
    radar.add(verb)
    stories.add(verb)
    scheme.add(verb)
    notes.add(verb)
    training.add(verb)
    blind.add(verb)
    queue.add(verb)
    confidence.add(verb)

    exporting.add(verb)
    _package_verbs(verb)
    stats.add(verb)
    one = verb(
        "check",
        commands.check,
        tr("vérifier l’intégrité d’un projet ; 1 et une liste si quelque chose cloche"),
        "depeche check crise",
    )
    _project(one)

    one = verb(
        "predict",
        commands.predict,
        tr("suggestions pour les articles d’un fichier, sans projet"),
        "depeche predict articles.jsonl suggestions.jsonl --jobs 4",
    )
    one.add_argument("input", metavar="IN.jsonl", help=tr("un article par ligne ; « - » : l’entrée standard"))
    one.add_argument("output", metavar="OUT.jsonl", help=tr("« - » : la sortie standard"))
    one.add_argument("--jobs", metavar="N", type=int, default=1, help=tr("nombre de processus (1 par défaut)"))

    one = verb(
        "demo", shows, tr("le projet d’exemple : dans la fenêtre, ou sans écran de bout en bout"), "depeche demo"
    )
    one.add_argument("--folder", metavar="FOLDER", help=tr("où le construire"))
    parser.set_defaults(verbs=tuple(verbs.choices))
    return parser


def _package_verbs(verb: Callable[[str, Command, str, str], argparse.ArgumentParser]) -> None:
    one = verb(
        "package",
        packages.package,
        tr("écrire un lot de travail pour un annotateur, qu’il ouvre d’un double clic"),
        "depeche package crise lot-claire.depeche --annotator Claire --numbers 1-40",
    )
    _project(one)
    one.add_argument("out", metavar="OUT.depeche", help=tr("fichier à écrire"))
    one.add_argument("--annotator", metavar="NAME", required=True, help=tr("nom de l’annotateur"))
    which = one.add_mutually_exclusive_group()
    which.add_argument("--articles", metavar="ID", nargs="+", help=tr("identifiants des articles ; tous sinon"))
    which.add_argument("--states", metavar="STATE,STATE", help=tr("seulement les articles dans ces états"))
    which.add_argument("--numbers", metavar="1-40,57", help=tr("numéros des articles"))
    words = tr("joindre ce modèle du projet ; « base », celui de Dépêche, est déjà chez chacun")
    one.add_argument("--model", metavar="NAME", help=words)

    one = verb(
        "unpack",
        packages.unpack,
        tr("faire un projet d’un lot de travail, sans fenêtre"),
        "depeche unpack lot-claire.depeche ~/Documents/crise",
    )
    one.add_argument("package", metavar="X.depeche", help=tr("lot de travail"))
    one.add_argument("folder", metavar="FOLDER", help=tr("dossier du projet à créer"))

    one = verb(
        "return",
        packages.give_back,
        tr("écrire le travail fait sur un lot, à renvoyer"),
        "depeche return ~/Documents/crise rendu-claire.depeche",
    )
    _project(one)
    one.add_argument("out", metavar="OUT.depeche", help=tr("fichier à écrire"))

    one = verb(
        "inspect",
        packages.inspect,
        tr("dire ce qu’est un lot ou un travail rendu, et s’il est intact ; 1 sinon"),
        "depeche inspect rendu-claire.depeche",
    )
    one.add_argument("package", metavar="X.depeche", help=tr("lot de travail ou travail rendu"))
    one.add_argument("--json", action="store_true", help=tr("en JSON"))


def _project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
