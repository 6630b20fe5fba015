"""The command that takes articles in, and says beforehand what would come."""

from __future__ import annotations

import json
import math
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from depeche.cli.commands import DONE, WANTING, open_project, say
from depeche.cli.report import Terminal
from depeche.core.shown import shown
from depeche.errors import UserError
from depeche.messages import number, tr
from depeche.store import label_map

if TYPE_CHECKING:
    from depeche.core.scheme import Scheme
    from depeche.ingest.ingested import Ingested
    from depeche.ingest.preview import Lot, Preview, Sample


def arguments(one: ArgumentParser) -> None:
    """Add what the command takes beside the project."""
    one.add_argument("paths", metavar="PATH", nargs="+", help=tr("fichiers ou dossiers"))
    one.add_argument(
        "--as",
        dest="as_",
        choices=("suggestions", "spans"),
        help=tr("ce que deviennent les passages qui arrivent ; leur statut décide sinon"),
    )
    one.add_argument("--preview", action="store_true", help=tr("montrer ce qui arriverait ; rien n’est enregistré"))
    one.add_argument("--all", action="store_true", help=tr("avec --preview : tout regarder, si long que ce soit"))
    one.add_argument(
        "--map",
        metavar="LABEL=OURS",
        action="append",
        default=[],
        help=tr(
            "étiquette du fichier et la nôtre (PER=ACTOR:PER) ; rien après = : laissée de côté ; retenu ; répétable"
        ),
    )
    one.add_argument("--encoding", metavar="NAME", help=tr("encodage des fichiers qui ne le disent pas (cp1252…)"))
    one.add_argument("--repair", action="store_true", help=tr("réparer les textes mal décodés (« Ã© » pour « é »)"))
    one.add_argument(
        "--columns", metavar="ROLE=NAME,…", help=tr("colonnes d’un tableau : text=Texte,date=Parution,title=…")
    )
    one.add_argument("--kind", metavar="NAME", help=tr("genre des fichiers, quoi qu’ils contiennent"))
    one.add_argument("--by", metavar="NAME", default="", help=tr("de qui sont les passages qui ne le disent pas"))
    one.add_argument("--licence", metavar="WORDS", help=tr("licence des textes qui n’en disent aucune"))
    one.add_argument("--source", metavar="WORDS", help=tr("source des articles qui n’en disent aucune"))
    one.add_argument("--untitled", action="store_true", help=tr("la première ligne d’un .txt n’est pas un titre"))
    one.add_argument(
        "--report", choices=("text", "json"), default="text", help=tr("json : chaque refus et chaque remarque, en JSON")
    )


def ingest(asked: Namespace) -> int:
    """Add articles; 1 when something was refused."""
    from depeche.ingest.arrival import As
    from depeche.ingest.ingest import Stated
    from depeche.ingest.ingest import ingest as verb
    from depeche.ingest.ingested import Ingested
    from depeche.ingest.mapping import check
    from depeche.ingest.preview import SECONDS, preview
    from depeche.ingest.reader import Asked

    how = Asked(asked.encoding, asked.repair, not asked.untitled, _columns(asked.columns or ""))
    labels = {name: target or None for name, target in _pairs(asked.map).items()}
    if not all(path.strip() for path in asked.paths):  # a script's variable without a value: not all that lies here
        raise UserError(tr("Un chemin est vide."), tr("Donnez des fichiers ou des dossiers."))
    paths = [Path(path) for path in asked.paths]
    if asked.all and not asked.preview:
        raise UserError(tr("« --all » ne va qu’avec « --preview » : un import prend toujours tout."))
    report = Terminal()
    with open_project(asked, read_only=asked.preview) as project:
        if asked.preview:
            check(project.scheme, labels)
            seconds = math.inf if asked.all else SECONDS
            found = preview(paths, report, asked=how, kind=asked.kind, seconds=seconds)
            with project.read() as db:
                known = label_map.get(db, project.scheme) | labels
            report.clear()
            for line in _told(found, project.scheme, known):
                print(line)
            return WANTING if found.troubles or any(lot.refused for lot in found.lots) else DONE
        done = Ingested()
        try:
            verb(
                project,
                paths,
                report,
                as_=As(asked.as_) if asked.as_ else None,
                asked=how,
                kind=asked.kind,
                labels=labels,
                stated=Stated(asked.licence or "", asked.source or ""),
                by=asked.by.strip(),
                into=done,
            )
        except BaseException:  # what came in before somebody stopped it, or the disk was full
            report.clear()
            if done.read:
                _tell(done, project.scheme, asked.report)
            raise
        report.clear()
        _tell(done, project.scheme, asked.report)
    return WANTING if done.refused else DONE


def _tell(done: Ingested, scheme: Scheme, form: str) -> None:
    from depeche.ingest.told import gathered

    if form == "json":
        print(json.dumps(done.as_json(), ensure_ascii=False))
    else:
        for sentences in (done.notes, done.skipped, done.refused, done.alike):
            for sentence in gathered(sentences):
                say(sentence)
    for sentence in (done.summary(), *done.remarks(scheme)):
        say(sentence)


def _columns(said: str) -> dict[str, str]:
    """Return the column for each part; a column's name may hold commas and signs. Raises UserError."""
    from depeche.ingest.particulars import ROLES

    found = {}
    for one in re.split(rf",(?=\s*(?:{'|'.join(ROLES)})\s*=)", said) if said else ():
        role, sign, name = one.partition("=")
        if not sign or not role.strip():
            raise UserError(tr("« {words} » n’est pas de la forme NOM=VALEUR.", words=shown(one.strip(), 60)))
        found[role.strip()] = name.strip()
    return found


def _pairs(said: Sequence[str]) -> dict[str, str]:
    """Return what stands before the last « = » with what stands behind it. Raises UserError."""
    found = {}
    for one in said:
        name, sign, value = one.strip().rpartition("=")
        if not sign or not name:
            raise UserError(tr("« {words} » n’est pas de la forme NOM=VALEUR.", words=shown(one, 60)))
        found[name.strip()] = value.strip()
    return found


def _told(found: Preview, scheme: Scheme, known: dict[str, str | None]) -> list[str]:
    """Return a preview as lines of text."""
    from depeche.ingest.told import gathered

    lines = []
    for lot in found.lots:
        lines += [shown(str(lot.path)), *(f"  {line}" for line in _lot(lot)), ""]
    lines += [tr("Refusé : {why}", why=shown(why, 400)) for why in gathered(found.troubles)]
    if found.labels:
        lines.append(tr("Étiquettes :"))
        lines += [f"  {line}" for line in _labels(found, scheme, known)]
    if found.is_of_some_files:
        words = tr("Aperçu partiel : %n fichier regardé sur {files}.|"
                   "Aperçu partiel : %n fichiers regardés sur {files}.",
                   found.seen, files=number(found.files))  # fmt: skip
        lines.append(" ".join((words, tr("« --preview --all » les regarde tous."))))
    elif not found.is_whole:
        words = tr("Aperçu partiel : les longs fichiers n’ont pas été regardés jusqu’au bout.")
        lines.append(" ".join((words, tr("« --preview --all » les regarde entiers."))))
    lines.append(tr("Rien n’a été enregistré."))
    return lines


def _lot(lot: Lot) -> list[str]:
    from depeche.ingest.told import gathered

    some = tr("%n fichier|%n fichiers", lot.files)
    articles = tr("%n article|%n articles", lot.articles)
    if lot.more:
        articles = tr("plus de {articles}", articles=articles)
    lines = [tr("{kind} : {files}, {articles}", kind=lot.title, files=some, articles=articles)]
    if lot.guesses:
        guess = lot.guesses[0]
        sure = tr("sûr") if guess.how in ("bom", "utf-8") else tr("supposé, « --encoding » en décide autrement")
        lines.append(tr("Encodage : {encoding} ({sure})", encoding=guess.encoding, sure=sure))
    if lot.columns:
        lines.append(tr("Colonnes : {names}", names=", ".join(shown(name, 40) for name, _ in lot.columns)))
    if lot.mojibake:
        before, after = lot.mojibake
        lines.append(tr("Caractères abîmés, « --repair » les répare :"))
        lines += [f"  {shown(before)}", f"  {shown(after)}"]
    if lot.annotators:
        lines.append(
            tr("Annotateurs : {names}", names=", ".join(shown(one, 40) for one in sorted(lot.annotators)[:12]))
        )
    if lot.statuses:
        lines.append(
            tr("Statuts : {counts}", counts=", ".join(f"{one} ({n})" for one, n in lot.statuses.most_common()))
        )
    lines += [tr("{note} ({times} fois)", note=note, times=n) for note, n in lot.notes.most_common(5)]
    lines += [tr("Refusé : {why}", why=shown(why, 400)) for why in gathered(lot.refused)]
    if lot.sample is not None:
        lines += ["", *(f"  {line}" for line in _sample(lot.sample))]
    return lines


def _sample(sample: Sample) -> list[str]:
    facts = (sample.date, sample.source, sample.url)
    lines = [shown(sample.where), shown(sample.title), " · ".join(shown(one) for one in facts if one)]
    lines += [shown(line, 400) for line in sample.text.splitlines()[:12]]
    if not sample.whole or len(sample.text.splitlines()) > 12:
        lines.append("[…]")
    marks = [f"[{shown(one.label, 40)}] {shown(sample.text[one.start : one.end], 60)}" for one in sample.marks[:20]]
    return [line for line in lines if line] + marks


def _labels(found: Preview, scheme: Scheme, known: dict[str, str | None]) -> list[str]:
    from depeche.ingest.label_names import proposal

    lines = []
    for label, n in found.labels.most_common(60):
        name = shown(label, 40)
        if label in known:
            lines.append(
                tr("{label} ({times}) → {ours}", label=name, times=n, ours=known[label] or tr("laissée de côté"))
            )
        elif label in scheme:
            lines.append(tr("{label} ({times})", label=name, times=n))
        else:
            ours = proposal(label, scheme)
            if ours:
                lines.append(
                    tr("{label} ({times}) : inconnue ; peut-être --map {label}={ours}", label=name, times=n, ours=ours)
                )
            else:
                lines.append(
                    tr("{label} ({times}) : inconnue ; --map {label}=… dit ce qu’elle devient", label=name, times=n)
                )
    return lines
