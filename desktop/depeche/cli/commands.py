"""What each command does with its arguments: calls the verb, says what came of it, returns the exit status."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from depeche import paths
from depeche.cli.report import Terminal
from depeche.core import blind, keyboard
from depeche.core.article import State
from depeche.core.package import MODELS, SHIPPED
from depeche.core.scheme import parse_scheme
from depeche.core.shown import shown_lines
from depeche.errors import DamagedError, InputError, UserError
from depeche.messages import tr
from depeche.store.project import Project

DONE, WANTING, IMPOSSIBLE = 0, 1, 2
"""Exit statuses: done; found wanting; cannot be done as asked."""


def say(words: str) -> None:
    """Write a line for the person on standard error; standard output is for data."""
    print(shown_lines(words), file=sys.stderr)


def new(asked: Namespace) -> int:
    """Make a project."""
    toml = _read_scheme(Path(asked.scheme)) if asked.scheme else paths.default_scheme()
    annotator = paths.account_name() if asked.annotator is None else asked.annotator
    share = blind.parse_share(asked.blind) if asked.blind is not None else blind.DEFAULT
    with Project.create(Path(asked.project), toml, annotator, blind=share) as project:
        labels = ", ".join(label.label for label in project.scheme.labels)
        say(tr("Projet créé : {folder} (étiquettes : {labels}).", folder=project.folder, labels=labels))
        for words in keyboard.clashes(project.scheme):
            say(words)
    return DONE


def _read_scheme(path: Path) -> str:
    try:
        toml = path.read_text(encoding="utf-8-sig")
        parse_scheme(toml, str(path))  # a fault is named with the file that the person gave
        return toml
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(tr("{path} ne peut pas être lu.", path=path)) from error


def open_project(asked: Namespace, *, read_only: bool = False) -> Project:
    """Open the project that a command is about and say what opening found. Raises ProjectError."""
    project = Project.open(Path(asked.project), program=f"depeche {asked.run.__name__}", read_only=read_only)
    if not read_only:
        for notice in project.notices:
            say(notice)
    return project


def suggest(asked: Namespace) -> int:
    """Propose spans."""
    from depeche.store import articles
    from depeche.suggest.spacy_source import source_named, spoken
    from depeche.suggest.suggest import suggest as verb

    report = Terminal()
    with open_project(asked) as project:
        known = spoken(project.scheme)
        named = [name for name in asked.model if name != SHIPPED]  # that one is asked anyway
        models = [source_named(name, project.folder / MODELS, known) for name in named]
        keys = None
        if asked.all:
            with project.read() as db:
                keys = articles.not_suggested_by(db, "")
        done = verb(project, report, keys=keys, models=models)
    report.clear()
    say(
        tr(
            "Articles : {articles}, suggestions : {suggestions}, dont nouvelles : {new}.",
            articles=done.articles,
            suggestions=done.suggestions,
            new=done.new,
        )
    )
    if done.trouble:
        say(done.trouble)
    if done.hidden:
        say(tr("%n est cachée, sous le seuil du projet.|%n sont cachées, sous le seuil du projet.", n=done.hidden))
    return DONE


def states_of(words: str) -> tuple[State, ...]:
    """Return the states that a person named, with commas between them. Raises UserError."""
    try:
        return tuple(State(word.strip()) for word in words.split(","))
    except ValueError:
        allowed = ", ".join(state.value for state in State)
        raise UserError(
            tr("État inconnu dans « {words} ».", words=words), tr("Connus : {allowed}.", allowed=allowed)
        ) from None


def check(asked: Namespace) -> int:
    """Look for damage, also of the model in use; 1 when there is some."""
    from depeche.store.check import check as verb
    from depeche.train.adoption import unsound

    report = Terminal()
    try:
        with open_project(asked, read_only=True) as project:
            found = verb(project, report)
            found += [why] if (why := unsound(project)) else []
    except DamagedError as error:  # too much for the project to be opened at all
        found = [str(error)]
    report.clear()
    for sentence in found:
        print(sentence)
    say(tr("Le projet est sain.") if not found else tr("%n problème.|%n problèmes.", n=len(found)))
    return WANTING if found else DONE


def predict(asked: Namespace) -> int:
    """Propose spans for a file; 1 when a line was refused."""
    from depeche.cli.predict import predict as verb

    if asked.jobs < 1:
        raise UserError(tr("« --jobs » doit être au moins 1."))
    refused = verb(asked.input, asked.output, asked.jobs)
    for sentence in refused:
        say(sentence)
    return WANTING if refused else DONE
