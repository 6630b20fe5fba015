"""The command on the registry of actors: list it, add to it, take away, bring it in and out as a table."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from depeche.annotate import renaming
from depeche.annotate.desk import Desk
from depeche.annotate.registry import Registry
from depeche.cli.commands import DONE, open_project, say
from depeche.cli.report import Terminal
from depeche.core.actor import Actor
from depeche.core.actor_table import from_table, to_table
from depeche.core.change import Change
from depeche.core.scheme import ValueType
from depeche.errors import InputError, UserError, reason
from depeche.messages import tr
from depeche.store.project import Project


def actors(asked: Namespace) -> int:
    """Change the registry as asked, propose what follows from it, and else print it as a table."""
    changes = [name for name in ("add", "remove", "rename", "table") if getattr(asked, name)]
    if len(changes) > 1:
        raise UserError(tr("Une seule chose à la fois : {options}.", options=", ".join(f"--{one}" for one in changes)))
    if bool(asked.rename) is not bool(asked.to):
        raise UserError(tr("« --rename » et « --to » vont ensemble."))
    with open_project(asked, read_only=not changes) as project:
        registry = Registry(Desk(project))
        if not changes:
            sys.stdout.write(to_table(registry.actors))
            return DONE
        change = _changed(asked, project, registry)
        if change is None:
            say(tr("Rien de nouveau dans le registre."))
            return DONE
        say(f"{change.title}.")
        touched = [actor for part in change.parts for actor in (*part.before, *part.after) if isinstance(actor, Actor)]
        _propose(project, {form for actor in touched for form in actor.forms})
    return DONE


def _changed(asked: Namespace, project: Project, registry: Registry) -> Change | None:
    named = [label.label for label in project.scheme.active if label.value is ValueType.NAME]
    if not named:
        raise UserError(tr("Aucune étiquette de ce projet n’a de noms pour valeur."))
    label = asked.label or named[0]
    if label not in named:
        raise UserError(tr("Seules les étiquettes dont la valeur est un nom ont des acteurs."))
    if asked.add:
        there = next((one for one in registry.actors if (one.label, one.name) == (label, asked.add)), None)
        given = Actor(asked.add, label, asked.kind, asked.state, tuple(asked.alias))
        return registry.put_all([given]) if there else registry.put(given)
    if asked.rename:
        old = next((one for one in registry.actors if (one.label, one.name) == (label, asked.rename)), None)
        if old is None:
            raise UserError(tr("Aucun acteur « {name} » dans le registre.", name=asked.rename))
        fresh = replace(old, name=asked.to, aliases=(*old.aliases, old.name))
        return renaming.carry_out(Desk(project), renaming.rename(project, fresh))
    if asked.remove:
        there = next((one for one in registry.actors if (one.label, one.name) == (label, asked.remove)), None)
        if there is None:
            raise UserError(tr("Aucun acteur « {name} » dans le registre.", name=asked.remove))
        return registry.remove(there.key)
    return registry.put_all(_read(Path(asked.table), named, label))


def _read(path: Path, labels: list[str], label: str) -> list[Actor]:
    try:
        return from_table(path.read_bytes().decode("utf-8-sig"), labels, label)
    except OSError as error:
        raise InputError(tr("{path} ne peut pas être lu ({why}).", path=path, why=reason(error))) from error
    except UnicodeDecodeError as error:
        raise InputError(tr("{path} n’est pas en UTF-8.", path=path)) from error
    except InputError as error:
        raise InputError(tr("{path}, {what}", path=path, what=error)) from error


def _propose(project: Project, words: set[str]) -> None:
    from depeche.suggest.suggest import remember

    report = Terminal()
    done = remember(project, report, words=words)
    report.clear()
    say(
        tr(
            "Articles revus : {articles} ; suggestions nouvelles : {new}.",
            articles=done.articles,
            new=done.new,
        )
    )
