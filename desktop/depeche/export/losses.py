"""What an export leaves out and what its format can't hold, in sentences for a person: before it, and after."""

from __future__ import annotations

from depeche.core.article import State
from depeche.core.licence import is_reserved
from depeche.core.shown import shown
from depeche.export.choice import Why
from depeche.export.receipt import STAYS, Loss, Receipt
from depeche.messages import tr

_NAMED = 12


def statement(receipt: Receipt) -> list[str]:
    """Return what isn't in the files, a sentence each: spans that are lost, what has no place, what was chosen away."""
    return [*losses(receipt), *lessenings(receipt), *leavings(receipt)]


def losses(receipt: Receipt) -> list[str]:
    """Return which spans the format can't hold, counted by reason: first those that are nowhere in the files."""
    found = []
    for reason, n in sorted(receipt.lost_by.items(), key=lambda one: (_stays(one[0]), -one[1])):
        if reason == Loss.ANOTHERS.value:
            continue
        if _stays(reason):
            found.append(tr("%n passage n’y est pas partout : {why}.|%n passages n’y sont pas partout : {why}.",
                            n=n, why=loss_words(reason)))  # fmt: skip
        else:
            found.append(tr("%n passage n’y est pas : {why}.|%n passages n’y sont pas : {why}.",
                            n=n, why=loss_words(reason)))  # fmt: skip
    return found


def lessenings(receipt: Receipt) -> list[str]:
    """Return what of the spans that are there has no place in the format."""
    known = {
        "value": lambda n: tr("%n valeur|%n valeurs", n=n),
        "kind": lambda n: tr("%n genre|%n genres", n=n),
        "speakers": lambda n: tr("%n locuteur|%n locuteurs", n=n),
        "attributes": lambda n: tr("les attributs de %n passage|les attributs de %n passages", n=n),
        "provenance": lambda n: tr("l’origine de %n passage|l’origine de %n passages", n=n),
        "text": lambda n: tr("le texte exact de %n article|le texte exact de %n articles", n=n),
        "details": lambda n: tr("d’autres renseignements sur %n article|d’autres renseignements sur %n articles", n=n),
        "utf-16": lambda n: tr("la place de %n passage pour qui compte en UTF-16|la place de %n passages pour qui "
                               "compte en UTF-16", n=n),
        "span": lambda n: tr("%n passage|%n passages", n=n),
        "annotator": lambda n: tr("l’annotateur de %n lecture, que prend qui importe|l’annotateur de %n lectures, "
                                  "que prend qui importe", n=n),
        "line": lambda n: tr("%n ligne, qu’un blanc précède|%n lignes, qu’un blanc précède", n=n),
        "name": lambda n: tr("le nom exact de la source de %n article|le nom exact de la source de %n articles", n=n),
        "blind": lambda n: tr("le fait que %n article est un témoin, annoté sans suggestions|le fait que %n articles "
                              "sont des témoins, annotés sans suggestions", n=n),
        "list of one": lambda n: tr("%n liste d’un seul nom, écrite comme le nom seul|%n listes d’un seul nom, écrites "
                                    "comme le nom seul", n=n),
        "control characters": lambda n: tr("%n caractère de contrôle, remplacé|%n caractères de contrôle, remplacés",
                                           n=n),
        "tokens cut": lambda n: tr("%n mot, coupé à la borne d’un passage|%n mots, coupés à la borne d’un passage",
                                   n=n),
        "sentences joined": lambda n: tr("%n phrase, jointe à celle d’où vient un passage|%n phrases, jointes à celle "
                                         "d’où vient un passage", n=n),
        "cells cut": lambda n: tr("la fin de %n cellule, trop longue pour Excel|la fin de %n cellules, trop longues "
                                  "pour Excel", n=n),
        "cells longer than a spreadsheet keeps": lambda n: tr(
            "la fin de %n cellule, pour un tableur qui la coupe|la fin de %n cellules, pour un tableur qui les coupe",
            n=n),
        "escaped": lambda n: tr("%n suite comme « _x000D_ », écrite autrement pour Excel|%n suites comme « _x000D_ », "
                                "écrites autrement pour Excel", n=n),
    }  # fmt: skip
    parts = [
        known[what](n) if what in known else f"{n} {what}" for what, n in receipt.lessened.items() if what != "overlap"
    ]
    found = [tr("N’y ont pas de place : {parts}.", parts=", ".join(parts))] if parts else []
    if n := receipt.lessened["overlap"]:
        found.append(
            tr(
                "%n passage en chevauche un autre : tous les lecteurs de ce format ne le prennent pas.|%n passages se "
                "chevauchent : tous les lecteurs de ce format ne les prennent pas.",
                n=n,
            )
        )
    return found


def leavings(receipt: Receipt) -> list[str]:
    """Return what was chosen away, and what isn't to train on."""
    found = [
        tr("Laissé de côté : %n article ({why}).|Laissés de côté : %n articles ({why}).", n=n, why=why_words(why))
        for why, n in sorted(receipt.left_out.items())
    ]
    for why, counts in sorted(receipt.left_marks.items()):
        if counts["spans"] and why != Why.IN_ARTICLES:
            found.append(
                tr("Laissé de côté : %n passage ({why}).|Laissés de côté : %n passages ({why}).",
                   n=counts["spans"], why=why_words(why))
            )  # fmt: skip
    for name in receipt.left_behind:
        found.append(tr("{name}, d’un export précédent, a été modifié depuis : laissé là.", name=name))
    return found


def warnings(receipt: Receipt) -> list[str]:
    """Return what a person should know before handing the files on: texts of unknown licence, names that remain."""
    found = []
    if n := receipt.licences[""]:
        found.append(
            tr(
                "Attention : la licence de %n article est inconnue. Vérifiez le droit de transmettre son texte.|"
                "Attention : la licence de %n articles est inconnue. Vérifiez le droit de transmettre leurs textes.",
                n=n,
            )
        )
    if n := sum(number for name, number in receipt.licences.items() if is_reserved(name)):
        found.append(
            tr(
                "Attention : tous les droits sont réservés pour %n article. Vérifiez le droit de transmettre son "
                "texte.|Attention : tous les droits sont réservés pour %n articles. Vérifiez le droit de transmettre "
                "leurs textes.",
                n=n,
            )
        )
    if receipt.strange:
        named = ", ".join(f"{name} ({n})" for name, n in receipt.strange.most_common(_NAMED))
        found.append(
            tr("Genres que le jeu d’étiquettes n’a pas, écrits tels quels : {kinds}.", kinds=shown(named, 600))
            + (" …" if len(receipt.strange) > _NAMED else "")
        )
    if receipt.changed:
        found.append(
            tr("Des pseudonymes ne rendent pas anonyme : le contexte et les citations peuvent désigner quelqu’un.")
        )
    return found


def licences(receipt: Receipt) -> list[str]:
    """Return the licences of the articles with their numbers, the most first."""
    return [f"{name or tr('inconnue')} : {n}" for name, n in receipt.licences.most_common()]


def loss_words(reason: str) -> str:
    """Return why an export could not hold a span; a receipt says it in English."""
    known = {
        Loss.CUTS_TOKEN: tr("les bornes coupent un mot de spaCy"),
        Loss.BLANK_EDGE: tr("un blanc au début ou à la fin"),
        Loss.OVERLAPS: tr("doc.ents n’admet pas de chevauchement, doc.spans oui"),
        Loss.CROWDED: tr("doc.ents n’admet pas de chevauchement"),
        Loss.TAGS_CUT: tr("les bornes ne sont pas celles de mots, qu’il faut à « ner_tags »"),
        Loss.TAGS_CROWDED: tr("« ner_tags » n’admet pas de chevauchement, « spans » oui"),
        Loss.RETIRED: tr("étiquette hors d’usage"),
        Loss.UNLEARNED: tr("les bornes coupent un mot de spaCy, qui n’en apprendra rien"),
        Loss.NESTS: tr("une étiquette qui peut en contenir d’autres, pour une seule couche"),
        Loss.ONE_LAYER: tr("un plus long au même endroit, pour une seule couche"),
        Loss.REJECTED: tr("suggestion refusée"),
        Loss.BREAK_EDGE: tr("une fin de ligne au début ou à la fin"),
        Loss.BLANK: tr("rien que des blancs"),
        Loss.ANOTHERS: tr("travail d’un autre annotateur"),
    }
    return next((words for loss, words in known.items() if loss.value == reason), reason)


def why_words(why: str) -> str:
    """Return why an article or a span was left out; a receipt says it in English."""
    known = {
        Why.STORY: tr("d’un autre récit"),
        Why.DATES: tr("publié en dehors de ces dates"),
        Why.UNDATED: tr("de date inconnue"),
        Why.DATED: tr("de date connue"),
        Why.NOT_THEIRS: tr("qu’aucun de ces annotateurs n’a commencé"),
        Why.ASSISTED: tr("annoté avec suggestions"),
        Why.BLIND: tr("annoté sans suggestions"),
        Why.UNKNOWN_HELP: tr("on ne sait pas si des suggestions étaient visibles"),
        Why.SINGLE: tr("pas fini par deux annotateurs"),
        Why.DISAGREED: tr("les annotateurs s’y accordent moins"),
        Why.IN_ARTICLES: tr("dans des articles laissés de côté"),
        Why.LABEL: tr("d’une autre étiquette"),
        Why.NOT_SHARED: tr("tous ceux qui ont fini l’article ne l’ont pas"),
        Why.UNSEEN: tr("suggéré pour un article témoin, qui n’en montre pas"),
        Why.NOT_TRUE: tr("personne ne le tient pour vrai : ceci sert à entraîner"),
        Why.OTHERS: tr("d’un autre annotateur"),
        Why.SAME: tr("d’un autre annotateur, pareil à un qui y est"),
    }
    if why.startswith("state "):
        names = {
            State.TODO: tr("à faire"),
            State.STARTED: tr("commencé"),
            State.DONE: tr("terminé"),
            State.FLAGGED: tr("signalé"),
            State.SKIPPED: tr("passé"),
        }
        state = why.removeprefix("state ")
        said = next((words for one, words in names.items() if one.value == state), state)
        return tr("dans l’état « {state} »", state=said)
    if why == "text without a word":
        return tr("sans un mot")
    return next((words for one, words in known.items() if one.value == why), why)


def _stays(reason: str) -> bool:
    return any(one.value == reason for one in STAYS)
