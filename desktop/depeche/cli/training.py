"""The commands of learning: train a model, say what there is, adopt one, put an earlier one back, take one in."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from depeche.cli.commands import DONE, WANTING, open_project, say
from depeche.errors import ProjectError, UserError
from depeche.messages import number, tr
from depeche.store.project import Project

Verb = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]

_ERRORS = 10
"""So many errors are printed; the report has more."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def add(verb: Verb) -> None:
    """Add the commands to the parser."""
    one = verb(
        "train",
        train,
        tr("apprendre des articles terminés ; 1 si le modèle ne fait pas mieux qu’aujourd’hui"),
        "depeche train crise --curve",
    )
    one.add_argument("project", metavar="PROJECT", help=tr("dossier du projet"))
    one.add_argument("--report", choices=("text", "json"), default="text",
                     help=tr("json : la marche en lignes JSON, puis le rapport"))  # fmt: skip
    one.add_argument("--seed", metavar="N", type=int, default=1, help=tr("la même graine donne le même modèle"))
    one.add_argument("--name", metavar="NAME", help=tr("nom du modèle ; modele-1, modele-2… sinon"))
    one.add_argument("--curve", action="store_true", help=tr("calculer aussi la courbe d’apprentissage"))
    one.add_argument("--seeds", metavar="N", type=int, default=3, help=tr("graines pour la courbe (3 par défaut)"))
    one.add_argument("--adopt-if-better", action="store_true",
                     help=tr("l’adopter si l’intervalle de son gain ne touche pas zéro"))  # fmt: skip

    one = verb(
        "model",
        model,
        tr("les modèles d’un projet : les lister, en adopter un, reprendre le précédent"),
        "depeche model crise --adopt modele-2\n  depeche model add crise ./modele-du-serveur",
    )
    one.add_argument(
        "words", metavar="PROJECT", nargs="+",
        help=tr("dossier du projet ; ou « add PROJECT FOLDER » : prendre un modèle entraîné ailleurs"),
    )  # fmt: skip
    what = one.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help=tr("les lister (sans autre option aussi)"))
    what.add_argument("--adopt", metavar="NAME", help=tr("proposer avec ce modèle désormais"))
    what.add_argument("--back", action="store_true", help=tr("reprendre le modèle d’avant, ou celui qui est livré"))
    what.add_argument("--remove", metavar="NAME", help=tr("supprimer un modèle qui n’est pas en usage"))
    one.add_argument("--name", metavar="NAME", help=tr("avec « add » : sous ce nom"))
    one.add_argument("--json", action="store_true", help=tr("en JSON"))


def one_thread() -> None:
    """Let numbers be computed by one thread, in one order: the same data then gives the same bytes. Call first."""
    for name in _THREADS:
        os.environ[name] = "1"
    with suppress(AttributeError, OSError):  # the window must stay lively; Windows has no such call
        os.nice(5)


def train(asked: argparse.Namespace) -> int:
    """Train a model; 1 where it isn't better than what the project uses today."""
    one_thread()
    if asked.report != "json":
        return _train(asked, _Course())
    try:
        return _train(asked, _line)
    except UserError as error:
        _line({"event": "failed", "message": str(error)})
        raise


def _train(asked: argparse.Namespace, tell: Callable[[dict[str, Any]], None]) -> int:
    from depeche.suggest.learned.reader import Reader
    from depeche.train.train import Options
    from depeche.train.train import train as verb

    if asked.seeds < 1:
        raise UserError(tr("« --seeds » doit être au moins 1."))
    options = Options(asked.seed, asked.name, asked.curve, asked.seeds)
    # Read-only: whoever annotates in the window meanwhile holds the project.
    with open_project(asked, read_only=True) as project:
        report = verb(project, Reader(project.scheme), options, tell)
        names = {label.label: label.name for label in project.scheme.labels}
    report["adopted"] = False
    report["registered"] = _register(asked, report)
    if asked.report == "json":
        _line({"event": "done", "report": report})
    else:
        tell({})
        _show(report, names)
    return DONE if report["better"] else WANTING


def _register(asked: argparse.Namespace, report: dict[str, Any]) -> bool:
    """Register the model, adopt it where that was asked and it is better; False where the project is open elsewhere."""
    from depeche.train import adoption, shelf

    try:
        with open_project(asked) as project:
            shelf.sync(project)
            if asked.adopt_if_better and report["better"]:
                adoption.adopt(project, report["name"])
                report["adopted"] = True
    except ProjectError as error:
        if asked.adopt_if_better and report["better"]:
            say(str(error))
        return False
    return True


class _Course:
    """Shows how far a training is, on one line of a terminal; nothing elsewhere."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()

    def __call__(self, event: dict[str, Any]) -> None:
        if not self._live:
            return
        words = {
            "read": tr("lecture"),
            "prepare": tr("préparation"),
            "train": tr("entraînement"),
            "judge": tr("épreuve"),
            "curve": tr("courbe"),
        }
        line = words.get(event.get("phase", ""), "")
        if event.get("parts"):
            line += f" {event['part']}/{event['parts']}"
        elif event.get("steps"):
            line += f" {event['step']}/{event['steps']}"
        if event.get("score") is not None:
            line += tr(", F1 {score}", score=_said(event["score"]))
        if event.get("seconds_left") is not None:
            line += tr(", encore {seconds} s", seconds=round(event["seconds_left"]))
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()


def _line(event: dict[str, Any]) -> None:
    print(json.dumps(event, ensure_ascii=False), flush=True)


def _show(report: dict[str, Any], labels: Mapping[str, str]) -> None:
    from depeche.train.advice import advice
    from depeche.train.evaluate import ALL
    from depeche.train.picture import promised
    from depeche.train.verdict import cautions, conclusion

    counts = report["articles"]
    print(tr("{name} : appris de {train} articles, choisi sur {dev}, éprouvé sur {test} ({groups} sujets ; {shared} du "
             "texte de l’épreuve figure aussi dans le reste).",
             name=report["name"], groups=report["groups"], shared=_percent(report["shared_test"]),
             train=number(counts["train"]), dev=number(counts["dev"]), test=number(counts["test"])))  # fmt: skip
    print(tr("Sans passage, gardés comme contre-exemples : {negatives}. Non terminés, laissés de côté : {unfinished}.",
             negatives=number(counts["negatives"]), unfinished=number(counts["unfinished"])))  # fmt: skip
    if report["left_out"]:
        print(tr("%n passage laissé de côté (mot coupé ou hors texte).|%n passages laissés de côté (mot coupé ou hors "
                 "texte).", len(report["left_out"])))  # fmt: skip
    print(tr("Départ : {start} ; {seconds} s.",
             start=tr("modèle livré") if report["start"] == "base" else tr("de zéro"),
             seconds=round(report["seconds"])))  # fmt: skip
    names = {"rules": tr("règles"), "shipped": tr("livré")}
    for system, rows in report["systems"].items():
        for label, row in rows.items():
            if row["gold"]:
                low, high = _bounds(row["f"], _said)
                print(f"  {names.get(system, system):<12}{tr('toutes') if label == ALL else label:<10}" + tr(
                    "P {p}  R {r}  F1 {f} [{low} – {high}]", p=_said(row["p"]["value"]), r=_said(row["r"]["value"]),
                    f=_said(row["f"]["value"]), low=low, high=high)
                    + tr(", recoupant {f}, valeurs {values}, genres {kinds}", f=_said(row["overlapping"]["f"]),
                         values=_said(row["values"]), kinds=_said(row["kinds"])))  # fmt: skip
    gain = report["against"][report["today"]]["all"]
    low, high = _bounds(gain, _signed)
    print(tr("Gain sur aujourd’hui ({today}) : {gain} [{low} ; {high}].",
             today=names.get(report["today"], report["today"]), gain=_signed(gain["value"]),
             low=low, high=high))  # fmt: skip
    print(" ".join((conclusion(report), *cautions(report, labels))))
    print(advice(report, labels))
    print(tr("Les citations restent aux règles."))
    if report["adopted"]:
        print(tr("Adopté."))
    elif report["better"]:
        print(tr("Pas adopté ; « depeche model {project} --adopt {name} » l’adopte.", project="PROJECT",
                 name=report["name"]))  # fmt: skip
    else:
        print(tr("Pas adopté ; rien n’a changé."))
    for label, one in report.get("curve", {}).get("labels", {}).items():
        points = ", ".join(f"{point['articles']}: {_said(point['f'])}" for point in one["points"])
        print(f"  {label:<10}{points} ; {promised(one, label)}")
    _show_errors(report, labels)


def _show_errors(report: dict[str, Any], labels: Mapping[str, str]) -> None:
    from depeche.train.verdict import side_words, sort_words

    errors = report["errors"]
    if not errors:
        return
    print(tr("Les {shown} premières de %n erreur :|Les {shown} premières de %n erreurs :", len(errors),
             shown=min(_ERRORS, len(errors))))  # fmt: skip
    for one in errors[:_ERRORS]:
        words = " ".join(one["words"].split())
        sides = f"{side_words(one['should'], labels)} → {side_words(one['said'], labels)}"
        print(f"  {tr('« {words} »', words=words)} ({sort_words(one['what'])}) : {sides}  [{one['article'][:12]}]")


def model(asked: argparse.Namespace) -> int:
    """List, adopt, put back, remove or take in models."""
    from depeche.train import adoption, shelf

    asked.project, added = _words(asked.words)
    with open_project(asked) as project:
        if added:
            _take_in(project, Path(added), asked.name)
        elif asked.adopt:
            adoption.adopt(project, asked.adopt)
            say(tr("« {name} » est en usage ; « depeche suggest » propose avec lui.", name=asked.adopt))
        elif asked.back:
            now = adoption.back(project)
            say(
                tr("« {name} » est de nouveau en usage.", name=now.name)
                if now
                else tr("Les règles et le modèle livré, de nouveau.")
            )
        elif asked.remove:
            shelf.remove(project, asked.remove)
            say(tr("« {name} » est supprimé.", name=asked.remove))
        else:
            _list(project, asked.json)
    return DONE


def _take_in(project: Project, folder: Path, name: str | None) -> None:
    from depeche.suggest.spacy_source import unheard
    from depeche.train import shelf

    one = shelf.take_in(project, folder, name)
    say(tr("« {name} » est pris, pas encore jugé : « depeche train » le juge avec les autres modèles ; "
           "« --adopt {name} » l’adopte.", name=one.name))  # fmt: skip
    same = [each.name for each in shelf.sync(project) if each.digest == one.digest and each.name != one.name]
    if same:
        say(tr("C’est le même que « {other} ».", other=same[0]))
    if "rule" not in one.about:
        left = unheard(shelf.path_of(project, one.name), project.scheme)
        if left:
            say(tr("Ces étiquettes du modèle ne sont pas du projet, ce qu’il en propose n’est pas pris : {labels}.",
                   labels=", ".join(left)))  # fmt: skip


def _words(words: list[str]) -> tuple[str, str | None]:
    """Return the project that is meant, and the folder to take a model in from, None without « add »."""
    if len(words) == 1:
        return words[0], None
    if words[0] != "add" or len(words) != 3:
        raise UserError(tr("Un projet, ou « add PROJECT FOLDER »."))
    return words[1], words[2]


def _list(project: Project, as_json: bool) -> None:
    from depeche.suggest.learned.adopted import trouble
    from depeche.train import adoption, shelf

    used = adoption.current(project)
    known = shelf.sync(project)
    if as_json:
        rows = [
            {"name": one.name, "digest": one.digest, "used": used is not None and one.name == used.name,
             "about": {key: value for key, value in one.about.items() if key != "sides"}}
            for one in known
        ]  # fmt: skip
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for one in known:
        sign = "*" if used is not None and one.name == used.name else " "
        scores = one.about.get("f") if shelf.report_of(project, one.name) else None  # not what it brings from elsewhere
        score = scores.get("all") if isinstance(scores, dict) else None
        f1 = f"F1 {_said(score)}" if isinstance(score, float) else tr("pas encore jugé ici")
        print(f"{sign} {one.name:<24}{one.digest[:12]}  {f1}")
        if sign == "*" and (why := trouble(project)):
            say(why)
    if not known:
        say(tr("Aucun modèle dans ce projet ; « depeche train » en fait un."))


def _bounds(found: Mapping[str, float], said: Callable[[float], str]) -> tuple[str, str]:
    from depeche.train.verdict import is_known

    return (said(found["low"]), said(found["high"])) if is_known(found) else ("?", "?")


def _said(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}".replace(".", tr(","))


def _signed(share: float) -> str:
    return f"{share:+.3f}".replace(".", tr(","))


def _percent(share: float) -> str:
    return f"{100 * share:.1f}".replace(".", tr(",")) + tr(" %")
