"""Writes a folder in which `spacy train` and `spacy evaluate` run as they are: data, settings, project, README.

The sides are given (`Plan.parts`): those of the project's own trainings, with copies of one story on one side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING

from depeche.core.record import Record
from depeche.errors import UserError
from depeche.export import spacy_config, spacy_words
from depeche.export.docbin import SPANS, shown, to_doc_to_learn
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.receipt import Receipt
from depeche.export.split import PARTS
from depeche.messages import tr

if TYPE_CHECKING:
    from spacy.tokens import Doc

FILES = (*(f"{part}.spacy" for part in PARTS), "config.cfg", "project.yml", "requirements.txt", "README.md")


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write the project's files. Raises UserError where there is too little for three sides, or nothing to learn."""
    from spacy.tokens import DocBin

    if plan.parts is None:
        raise ValueError("a spaCy project needs a parting")
    docs: dict[str, list[Doc]] = {part: [] for part in PARTS}
    for one in records:
        docs[plan.side(one.article)].append(to_doc_to_learn(one, plan.scheme, receipt))
    if not all(docs.values()):
        raise UserError(
            tr(
                "Trop peu d’articles pour entraîner, choisir et éprouver : {articles}.",
                articles=sum(map(len, docs.values())),
            ),
            tr("Il en faut au moins trois qui ne se recopient pas l’un l’autre."),
        )
    flat, nested = _labels(docs["train"])
    if not flat and not nested:
        raise UserError(tr("Aucun passage dans les articles à apprendre : il n’y a rien à entraîner."))
    receipt.split_by = plan.split_by(receipt.written)
    receipt.versions |= {"spacy": version("spacy"), "tokenizer": "spacy.blank('fr')"}
    for part, each in docs.items():
        content = DocBin(attrs=["ENT_IOB", "ENT_TYPE", "SPACY"], store_user_data=True, docs=each)
        with shelf.file(f"{part}.spacy") as file:
            file.write(content.to_bytes())
    texts = {
        "config.cfg": spacy_config.config(bool(flat), bool(nested)),
        "project.yml": spacy_words.PROJECT,
        "requirements.txt": spacy_words.REQUIREMENTS,
        "README.md": spacy_words.readme(receipt, flat, nested),
    }
    for name, text in texts.items():
        with shelf.file(name) as file:
            file.write(text.encode("utf-8"))


def _labels(docs: Sequence[Doc]) -> tuple[Counter[str], Counter[str]]:
    """Return how many spans of each label there are to learn: flat ones, and such as overlap."""
    flat = Counter(one.label_ for doc in docs for one in doc.ents)
    nested = Counter(one.label_ for doc in docs for one in doc.spans[SPANS])
    return flat, nested


def _shown(record: Record, plan: Plan) -> str:
    return shown(to_doc_to_learn(record, plan.scheme, Receipt(Format.SPACY_PROJECT.value, spills=False)))


FORM = Form(
    Format.SPACY_PROJECT,
    lambda: tr("Projet spaCy — avec config.cfg, à entraîner ailleurs"),
    _write,
    gold=True,
    sided=True,
    own=FILES,
    shown=_shown,
)
