"""Writes a folder in which `spacy train` and `spacy evaluate` run as they are: data, settings, project, README.

The sides are given (`Plan.parts`): those of the project's own trainings, with copies of one story on one side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from importlib.metadata import version

from depeche.core.record import Record
from depeche.errors import UserError
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.receipt import Receipt
from depeche.export.split import PARTS
from depeche.export.writers import spacy_config, spacy_words
from depeche.export.writers.doc_stream import DocStream
from depeche.export.writers.docbin import SPANS, shown, to_doc_to_learn
from depeche.messages import tr

FILES = (*(f"{part}.spacy" for part in PARTS), "config.cfg", "project.yml", "requirements.txt", "README.md")


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write the project's files. Raises UserError where there is too little for three sides, or nothing to learn."""
    if plan.parts is None:
        raise ValueError("a spaCy project needs a parting")
    flat, nested = Counter[str](), Counter[str]()
    with ExitStack() as stack:
        docs = {part: stack.enter_context(DocStream()) for part in PARTS}
        for one in records:
            part, doc = plan.side(one.article), to_doc_to_learn(one, plan.scheme, receipt)
            docs[part].add(doc)
            if part == "train":
                flat.update(span.label_ for span in doc.ents)
                nested.update(span.label_ for span in doc.spans[SPANS])
        number = sum(each.count for each in docs.values())
        if not all(each.count for each in docs.values()):
            raise UserError(
                tr("Trop peu d’articles pour entraîner, choisir et éprouver : {articles}.", articles=number),
                tr("Il en faut au moins trois qui ne se recopient pas l’un l’autre."),
            )
        if not flat and not nested:
            raise UserError(tr("Aucun passage dans les articles à apprendre : il n’y a rien à entraîner."))
        for part, each in docs.items():
            with shelf.file(f"{part}.spacy") as file:
                each.write(file)
    receipt.split_by = plan.split_by(receipt.written)
    receipt.versions |= {"spacy": version("spacy"), "tokenizer": "spacy.blank('fr')"}
    texts = {
        "config.cfg": spacy_config.config(bool(flat), bool(nested)),
        "project.yml": spacy_words.PROJECT,
        "requirements.txt": spacy_words.REQUIREMENTS,
        "README.md": spacy_words.readme(receipt, flat, nested),
    }
    for name, text in texts.items():
        with shelf.file(name) as file:
            file.write(text.encode("utf-8"))


def _shown(record: Record, plan: Plan) -> str:
    return shown(to_doc_to_learn(record, plan.scheme, Receipt(Format.SPACY_PROJECT.value, spills=False)))


FORM = Form(
    Format.SPACY_PROJECT,
    lambda: tr("Projet spaCy — avec config.cfg, à entraîner ailleurs"),
    _write,
    gold=True,
    sided=True,
    tells_help=True,
    own=FILES,
    shown=_shown,
)
