"""The command of the label scheme: shown, written as TOML, or changed as one act with all that was labelled by it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from depeche.annotate import labelling, scheme_words
from depeche.annotate.desk import Desk
from depeche.annotate.labelling import Plan
from depeche.cli.commands import DONE, open_project, say
from depeche.cli.report import Terminal
from depeche.core import keyboard
from depeche.core.scheme import LONGEST_FILE, Scheme, label_to_json
from depeche.core.scheme_diff import Renames, gone_and_new
from depeche.core.scheme_toml import to_toml
from depeche.errors import SchemeError, UserError, reason
from depeche.messages import tr
from depeche.store import labels
from depeche.store.project import Project

Verb = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]


def add(verb: Verb) -> None:
    """Add the command to the parser."""
    one = verb(
        "scheme",
        scheme,
        tr("montrer, écrire ou changer les étiquettes d’un projet ; les passages suivent"),
        "depeche scheme crise --apply etiquettes.toml --rename ACTOR=ACTEUR --dry-run",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    one.add_argument("--export", metavar="FILE.toml", help=tr("écrire le jeu d’étiquettes dans ce fichier"))
    one.add_argument("--apply", metavar="FILE.toml", help=tr("prendre les étiquettes de ce fichier, en un acte"))
    one.add_argument(
        "--rename", metavar="OLD=NEW", action="append", default=[],
        help=tr("cette étiquette continue sous un autre nom ; LABEL/OLD=NEW pour un genre"),
    )  # fmt: skip
    one.add_argument(
        "--merge", metavar="LABEL=INTO", action="append", default=[],
        help=tr("cette étiquette est réunie à une autre : tout ce qui la porte suit"),
    )  # fmt: skip
    one.add_argument(
        "--longest", action="store_true",
        help=tr("là où des passages réunis se croiseraient, garder le plus long ; sinon rien n’est fait"),
    )  # fmt: skip
    one.add_argument("--dry-run", action="store_true", help=tr("dire seulement ce qui changerait"))
    one.add_argument("--json", action="store_true", help=tr("en JSON"))


def scheme(asked: argparse.Namespace) -> int:
    """Show the labels with what they are used for; write them; or take those of a file."""
    renames = labelling.parse_renames(_pairs(asked.rename), _pairs(asked.merge))
    wanted = labelling.read_scheme(read_file(Path(asked.apply)), asked.apply) if asked.apply else None
    read_only = asked.dry_run or (wanted is None and not renames)
    with open_project(asked, read_only=read_only) as project:
        if asked.export:
            _export(project, Path(asked.export))
        if wanted is None and renames:
            wanted = _renamed(project.scheme, renames)
        if wanted is not None:
            return _apply(project, wanted, renames, asked)
        if not asked.export:
            _show(project, as_json=asked.json)
    return DONE


def read_file(path: Path) -> bytes:
    """Return a TOML file's bytes, no more of them than a scheme can have. Raises SchemeError."""
    try:
        with path.open("rb") as file:
            return file.read(4 * LONGEST_FILE + 1)
    except OSError as error:
        raise SchemeError(tr("{path} ne peut pas être lu : {why}.", path=path, why=reason(error))) from error


def _pairs(said: list[str]) -> dict[str, str]:
    pairs = {}
    for one in said:
        old, equal, new = one.partition("=")
        if not (old and equal and new):
            raise UserError(tr("« {said} » n’est pas un changement de nom.", said=one), tr("Écrivez ANCIEN=NOUVEAU."))
        pairs[old] = new
    return pairs


def _apply(project: Project, wanted: Scheme, renames: Renames, asked: argparse.Namespace) -> int:
    report = Terminal()
    planned = replace(labelling.plan(project, wanted, renames, report), longest=asked.longest)
    report.clear()
    if asked.json:
        print(json.dumps(_as_json(planned), ensure_ascii=False, indent=1))
    else:
        for one in planned.differences:
            print(scheme_words.title_of(one), scheme_words.counts_of(one), sep="\t")
        for words in scheme_words.places_of(planned.places, planned.crossings):
            print(f"  {words}")
    gone, new = gone_and_new(project.scheme, wanted)
    lost = [one.label for one in gone if one.label not in renames.labels and one.label not in renames.merges]
    fresh = [one.label for one in new]
    fresh = [one for one in fresh if one not in renames.labels.values()]
    if lost and fresh and not asked.json:
        say(tr("{gone} n’est plus là et {new} est nouveau : si c’est le même, --rename {gone}={new}.",
               gone=lost[0], new=fresh[0]))  # fmt: skip
    for words in keyboard.clashes(planned.scheme):
        say(words)
    if asked.dry_run:
        return DONE
    change = labelling.carry_out(Desk(project), planned, report)
    report.clear()
    say(f"{change.title}." if change else tr("Rien à changer."))
    return DONE


def _renamed(old: Scheme, renames: Renames) -> Scheme:
    """Return a scheme in which nothing but names is changed, and what goes into another label is gone."""
    made = []
    for label in old.labels:
        if label.label in renames.merges:
            continue
        kinds = tuple(replace(kind, kind=renames.kind(label.label, kind.kind)) for kind in label.kinds)
        made.append(replace(label, label=renames.label(label.label), kinds=kinds))
    return replace(old, labels=tuple(made))


def _export(project: Project, path: Path) -> None:
    try:
        path.write_text(to_toml(project.scheme), encoding="utf-8", newline="\n")
    except OSError as error:
        raise UserError(tr("{path} ne peut pas être écrit : {why}.", path=path, why=reason(error))) from error
    say(tr("Étiquettes écrites dans {path}.", path=path))


def _show(project: Project, *, as_json: bool) -> None:
    with project.read() as db:
        tallies = labels.count(db).labels
    if as_json:
        said = [label_to_json(one) | {"used": asdict(tallies[one.label])} for one in project.scheme.labels]
        data = {"name": project.scheme.name, "version": project.scheme.version, "labels": said}
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for one in project.scheme.labels:
        use = tallies[one.label]
        state = tr("retirée") if one.retired else tr("en usage")
        print(
            one.label,
            one.name,
            one.key.upper(),
            one.colour,
            one.value.value,
            state,
            use.spans,
            use.suggestions,
            sep="\t",
        )


def _as_json(planned: Plan) -> dict[str, object]:
    return {
        "version": planned.scheme.version,
        "changes": [asdict(one) | {"what": one.what.value} for one in planned.differences],
        "rename": dict(planned.renames.labels),
        "merge": dict(planned.renames.merges),
        "crossings": {"number": planned.crossings, "places": [asdict(one) for one in planned.places]},
    }
