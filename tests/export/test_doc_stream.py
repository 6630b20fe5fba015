"""A DocBin written piece by piece is the one that spaCy writes of the same docs."""

from __future__ import annotations

import io

import pytest
from spacy.tokens import DocBin

from depeche import nlp
from depeche.export.receipt import Receipt
from depeche.export.writers import doc_stream
from depeche.export.writers.doc_stream import ATTRIBUTES, DocStream, _bytes_head, _list_head
from depeche.export.writers.docbin import to_doc
from tests.export.wild import SCHEME, record


@pytest.mark.parametrize("number", [0, 1, 15, 16, 40])
def test_the_bytes_are_those_of_spacy(number, monkeypatch):
    monkeypatch.setattr(doc_stream, "_AT_ONCE", 1000)
    monkeypatch.setattr(doc_stream, "_MANY", 300 if number < 40 else 5)
    monkeypatch.setattr(doc_stream, "_RUNS", 3)
    docs = [to_doc(record(seed), SCHEME, Receipt("spacy")) for seed in range(number)]
    file = io.BytesIO()
    with DocStream() as stream:
        for doc in docs:
            stream.add(doc)
        stream.write(file)
    assert file.getvalue() == DocBin(attrs=ATTRIBUTES, store_user_data=True, docs=docs).to_bytes()
    back = list(DocBin().from_bytes(file.getvalue()).get_docs(nlp.french().vocab))
    assert [doc.text for doc in back] == [doc.text for doc in docs]


@pytest.mark.parametrize("size", [0, 15, 16, 255, 256, 65_535, 65_536])
def test_heads_are_those_of_msgpack(size):
    import srsly

    assert srsly.msgpack_dumps(b"x" * size).startswith(_bytes_head(size))
    assert srsly.msgpack_dumps([0] * size).startswith(_list_head(size))
    assert len(srsly.msgpack_dumps([0] * size)) == len(_list_head(size)) + size
