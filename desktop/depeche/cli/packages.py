"""The commands on work packages: send work out, open it, send it back, look into a file without opening it."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from depeche.cli.commands import DONE, WANTING, open_project, say, states_of
from depeche.cli.report import Terminal
from depeche.core import package_words
from depeche.core.article import State
from depeche.core.package import Manifest
from depeche.core.shown import shown
from depeche.messages import tr
from depeche.store.project import Project


def package(asked: Namespace) -> int:
    """Write a work package for an annotator."""
    from depeche.export.package import package as verb

    report = Terminal()
    with open_project(asked, read_only=True) as project:
        keys = _chosen(asked, project)
        manifest = verb(project, Path(asked.out), asked.annotator, report, keys=keys, model=asked.model)
    report.clear()
    say(
        tr(
            "Lot pour {name} : {articles} articles, {suggestions} suggestions, dans {path}.",
            name=shown(manifest.annotator.name),
            articles=manifest.articles,
            suggestions=manifest.suggestions,
            path=asked.out,
        )
    )
    return DONE


def _chosen(asked: Namespace, project: Project) -> list[str] | None:
    from depeche.export.package import chosen
    from depeche.store import finished

    with project.read() as db:
        if asked.articles:
            return chosen(db, names=asked.articles)
        if asked.numbers:
            return chosen(db, numbers=asked.numbers)
        if asked.states:
            return finished.in_states(db, states_of(asked.states))
    return None


def unpack(asked: Namespace) -> int:
    """Make a project of a work package."""
    from depeche.ingest.package import unpack as verb

    report = Terminal()
    done = verb(Path(asked.package), Path(asked.folder), report)
    report.clear()
    if done.made:
        say(
            tr(
                "Projet créé : {folder} ({articles} articles pour {name}).",
                folder=done.folder,
                articles=done.manifest.articles,
                name=shown(done.manifest.annotator.name),
            )
        )
        if done.other:
            say(
                tr(
                    "Attention : ce lot était déjà ouvert dans {folder}, et le travail y reste ; celui-ci est neuf.",
                    folder=done.other,
                )
            )
    else:
        say(tr("Ce lot est déjà ouvert dans {folder} ; rien n’a été changé.", folder=done.folder))
    return DONE


def give_back(asked: Namespace) -> int:
    """Write the work done on a package."""
    from depeche.export.handback import give_back as verb

    report = Terminal()
    with open_project(asked, read_only=True) as project:
        manifest = verb(project, Path(asked.out), report)
    report.clear()
    say(returned_words(manifest, Path(asked.out)))
    return DONE


def returned_words(manifest: Manifest, path: Path) -> str:
    """Return the sentence that says what a return holds."""
    return tr(
        "Travail de {name} : {done} articles terminés sur {articles}, {spans} passages, dans {path}.",
        name=shown(manifest.annotator.name),
        done=manifest.states.get(State.DONE, 0),
        articles=manifest.articles,
        spans=manifest.spans,
        path=path,
    )


def inspect(asked: Namespace) -> int:
    """Say what a package is; 1 when it isn't whole."""
    from depeche.ingest.inspection import inspect as verb

    report = Terminal()
    found = verb(Path(asked.package), report)
    report.clear()
    one = found.manifest
    if asked.json:
        print(json.dumps(_as_json(one, found.problem), ensure_ascii=False, indent=1))
        return WANTING if found.problem else DONE
    for name, said in package_words.rows(one, found.problem):
        print(f"{name:<18}{said}")
    return WANTING if found.problem else DONE


def _as_json(one: Manifest, problem: str) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "key": one.key,
        "package": one.package or one.key,
        "project": one.project,
        "title": one.title,
        "annotator": {"key": one.annotator.key, "name": one.annotator.name},
        "scheme": {"name": one.scheme_name, "version": one.scheme_version},
        "articles": one.articles,
        "states": {state.value: n for state, n in one.states.items()},
        "suggestions": one.suggestions,
        "spans": one.spans,
        "verdicts": one.verdicts,
        "notes": one.notes,
        "model": one.model,
        "blind": one.blind,
        "hide_below": one.confidence.hide_below if one.confidence else None,
        "program": one.program,
        "verified": not problem,
        "problem": problem or None,
    }
