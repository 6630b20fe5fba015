"""An export in sentences for a person, before it and after: what goes out, what doesn't, what a folder holds."""

from __future__ import annotations

from depeche.core.shown import shown
from depeche.export.choice import Why
from depeche.export.losses import leavings, lessenings, licences, loss_words, losses, warnings
from depeche.export.place import Place
from depeche.export.receipt import Receipt
from depeche.export.trial import Trial
from depeche.messages import number, tr

_NAMED = 4
"""So many files are named; of the others, how many there are."""


def amount(receipt: Receipt) -> str:
    """Return how many articles, spans and suggestions nobody judged are in the files."""
    account = receipt.account()
    marks, pending = account["spans"]["written"], account["suggested"]["written"]
    words = [tr("%n article|%n articles", n=receipt.articles), tr("%n passage|%n passages", n=marks)]
    if pending:
        words.append(tr("%n suggestion en attente|%n suggestions en attente", n=pending))
    return ", ".join(words)


def sums(receipt: Receipt) -> list[str]:
    """Return the account, a line each for articles, spans, refused and pending suggestions: each line adds up."""
    account = receipt.account()
    found = [tr("Dans le projet = dans les fichiers + hors du choix + sans place dans ce format :")]
    for sort, name in (
        ("articles", tr("Articles")),
        ("spans", tr("Passages")),
        ("rejected", tr("Suggestions refusées")),
        ("suggested", tr("Suggestions en attente")),
    ):
        row = account[sort]
        if row["in_project"]:
            left = sum(row["left_out"].values())
            summed = " + ".join(number(n) for n in (row["written"], left, row["lost"]))
            found.append(tr("{what} : {all} = {sum}", what=name, all=number(row["in_project"]), sum=summed))
    return found


def statement_of(receipt: Receipt) -> list[str]:
    """Return all that is to be said of an export, with empty lines between its parts."""
    lacking = [*losses(receipt), *lessenings(receipt)]
    if receipt.articles:
        head = tr("Ce que ce format ne tient pas :") if lacking else tr("Ce format tient tout de ces articles.")
        kept = [head, *(f"– {one}" for one in lacking)]
    else:
        kept = []
    parts = [warnings(receipt), sums(receipt), kept, leavings(receipt), _more(receipt)]
    lines: list[str] = []
    for part in parts:
        lines += ["", *part] if lines and part else part
    return lines


def _more(receipt: Receipt) -> list[str]:
    found = []
    if Why.NOT_TRUE in receipt.left_marks and receipt.articles:
        found.append(tr("Ce format sert à entraîner : les suggestions que personne n’a acceptées n’y sont pas."))
    if receipt.negatives:
        found.append(
            tr("%n article terminé n’a aucun passage : il part comme exemple négatif.|"
               "%n articles terminés n’ont aucun passage : ils partent comme exemples négatifs.", n=receipt.negatives)
        )  # fmt: skip
    if receipt.parts and receipt.articles:
        sides = ", ".join(f"{side} {number(n)}" for side, n in receipt.parts.items())
        found.append(tr("Partage des articles : {sides}.", sides=sides))
    if receipt.licences:
        found.append(tr("Licences : {licences}.", licences=shown(", ".join(licences(receipt)), 600)))
    return found


def files_words(tried: Trial) -> str:
    """Return which files there will be."""
    named = ", ".join(shown(one, 80) for one in tried.files[:_NAMED])
    more = len(tried.files) - _NAMED
    if more > 0:
        named += " " + tr("et %n autre|et %n autres", n=more)
    return tr("Fichiers : {files}, RECEIPT.md, RECEIPT.json.", files=named) if named else ""


def place_words(found: Place) -> str:
    """Return what a folder holds and what becomes of it."""
    if found.is_new:
        return tr("Ce dossier sera créé.")
    words = []
    if found.articles is not None:
        articles, files = tr("%n article|%n articles", n=found.articles), tr("%n fichier|%n fichiers", n=found.files)
        words.append(tr("L’export précédent ({articles}, {files}) sera remplacé.", articles=articles, files=files))
    if found.others:
        words.append(tr("Les exports dans d’autres formats y restent ({formats}).", formats=", ".join(found.others)))
    elif found.holds and found.articles is None:
        words.append(tr("Ce que ce dossier contient y reste."))
    return " ".join(words) or tr("Ce dossier est vide.")


def lost_lines(receipt: Receipt) -> list[str]:
    """Return the spans that the receipt names one by one, a line each."""
    return [
        tr("{article} {start}–{end} « {words} » : {why}", article=shown(one["article"], 60), start=one["start"],
           end=one["end"], words=shown(one["text"], 60), why=loss_words(one["reason"]))
        for one in receipt.lost
    ]  # fmt: skip
