"""Annotated files that somebody spoilt: each article comes in or is refused in one sentence, and the others come in."""

from __future__ import annotations

import io
import json
import re
import tracemalloc
from collections.abc import Callable

import pytest

from depeche.core.record import Record
from depeche.errors import InputError
from depeche.ingest.kinds import READERS, reader_named, recognise
from depeche.ingest.reader import AS_IT_IS, Found
from depeche.ingest.source import Source
from depeche.ingest.text_file import LIMIT
from tests.ingest import foreign_files as foreign

TEXT = "Léa Ott est à Nice."


def source(name: str, data: bytes, opened: Callable[[], io.BufferedIOBase] | None = None) -> Source:
    return Source(name, "x", name, opened or (lambda: io.BytesIO(data)))


def read(name: str, data: bytes, kind: str | None = None) -> list[Found]:
    one = source(name, data)
    reader = reader_named(kind) if kind else recognise(one)
    return list(reader.read(one, AS_IT_IS))


def one_sentence(found: Found) -> str:
    assert isinstance(found.record, InputError)
    said = str(found.record)
    assert said
    assert "\n" not in said
    assert not said.endswith(".")
    assert len(said) < 400
    return said


LINES = {
    "jsonl": lambda start, end: {"text": TEXT, "spans": [{"start": start, "end": end, "label": "A"}], "state": "done"},
    "spacy-json": lambda start, end: {"text": TEXT, "entities": [[start, end, "A"]]},
    "prodigy": lambda start, end: {
        "text": TEXT,
        "spans": [{"start": start, "end": end, "label": "A"}],
        "answer": "accept",
    },
    "doccano": lambda start, end: {"text": TEXT, "label": [[start, end, "A"]]},
    "label-studio": lambda start, end: {
        "data": {"text": TEXT},
        "annotations": [{"result": [{"type": "labels", "value": {"start": start, "end": end, "labels": ["A"]}}]}],
    },
}


@pytest.mark.parametrize("kind", LINES)
@pytest.mark.parametrize(
    ("start", "end"), [(7, 0), (-3, 4), (0, 999), (0, 0), (0.0, 4.0), (0, True), ("0", "4"), (None, 4), ([0], 4)]
)
def test_offsets_that_are_none_refuse_their_article_alone(kind, start, end):
    lines = [LINES[kind](0, 3), LINES[kind](start, end), LINES[kind](0, 7)]
    first, wrong, last = read("a.jsonl", b"\n".join(map(foreign.dumps, lines)))
    assert recognise(source("a.jsonl", foreign.dumps(lines[0]))).name == kind
    assert "passage n° 1" in one_sentence(wrong)
    assert wrong.place == "ligne 2"
    assert [len(one.record.marks) for one in (first, last)] == [1, 1]


@pytest.mark.parametrize("kind", LINES)
@pytest.mark.parametrize("array", [False, True])
@pytest.mark.parametrize(
    "spoilt",
    [
        lambda said: said.replace('"text"', '"x": NaN, "text"'),
        lambda said: said.replace('"text"', '"x": 1e999, "text"'),
        lambda said: said.replace('"text"', '"text": "a", "text"'),
        lambda said: said.replace("Nice", "\\ud800"),
        lambda said: said.replace("Nice", "\\u0000"),
        lambda said: said.replace('"text"', '"x": ' + "[" * 200 + "]" * 200 + ', "text"'),
        lambda said: said.replace('"text"', '"x": ' + "[" * 100_000 + "]" * 100_000 + ', "text"'),
        lambda said: said.replace('"text"', '"x": ' + "9" * 5000 + ', "text"'),
        lambda said: said.replace('"text"', '"x": nul, "text"'),
        lambda said: said.replace(f'"text": {json.dumps(TEXT)}', '"n": 1'),
        lambda said: said.replace(json.dumps(TEXT), "12"),
        lambda said: said.replace(json.dumps(TEXT), '" "'),
    ],
)
def test_what_strict_json_refuses_is_one_sentence_and_the_rest_comes_in(kind, array, spoilt):
    good = json.dumps(LINES[kind](0, 3))
    said = [good, spoilt(good), good]
    data = f"[{', '.join(said)}]" if array else "\n".join(said)
    first, wrong, last = read("a.json" if array else "a.jsonl", data.encode(), kind)
    one_sentence(wrong)
    assert isinstance(first.record, Record)
    assert isinstance(last.record, Record)


@pytest.mark.parametrize(
    "data", [b"[", b'[{"text": "a"}', b'[{"text": "a"', b'[{"text": "a"}] x', b'[{"text": "a"}, 3]', b"{", b"]"]
)
def test_json_that_is_cut_or_more_than_a_list_says_so(data):
    one_sentence(read("a.json", data)[-1])


class _Endless(io.RawIOBase):
    """So many bytes of the same after a beginning, made as they are read."""

    def __init__(self, begun: bytes, size: int) -> None:
        super().__init__()
        self._begun, self._left = begun, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        piece = self._begun[: len(buffer)] or b"a" * min(len(buffer), self._left)
        self._left -= 0 if self._begun else len(piece)
        self._begun = self._begun[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


@pytest.mark.parametrize(
    ("name", "kind", "begun"),
    [
        ("a.jsonl", "jsonl", b'{"text": "'),
        ("a.json", "spacy-json", b'[{"entities": [], "text": "'),
        ("a.jsonl", "prodigy", b'{"answer": "accept", "text": "'),
        ("a.csv", "table", b'titre;texte\nx;"'),
        ("a.conll", "conll", b"a B-X\nb O\nc O\n"),
        ("a.xmi", "xmi", b'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" a="/uima/cas.ecore'),
    ],
)
def test_a_line_without_end_is_refused_in_bounded_memory(name, kind, begun):
    one = source(name, b"", lambda: io.BufferedReader(_Endless(begun, 3 * LIMIT)))
    tracemalloc.start()
    try:
        found = list(reader_named(kind).read(one, AS_IT_IS))
    except InputError as error:
        found = [Found(error)]
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    one_sentence(found[-1])
    assert peak < 8 * LIMIT


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a [<!ENTITY b "ccc">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/hostname">',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE a [<!ENTITY a0 "ha"><!ENTITY a1 "&a0;&a0;&a0;"><!ENTITY b "&a1;&a1;">]>',
    ],
)
def test_xmi_that_declares_entities_is_refused(declared):
    data = foreign.xmi([(TEXT, [(0, 7, "A")])])["0000.xmi"].decode()
    data = data.replace("<xmi:XMI", f"{declared}<xmi:XMI", 1).replace("Nice", "&b;" if "b" in declared else "Nice")
    with pytest.raises(InputError, match=r"entités|XML"):
        read("a.xmi", data.encode())


def test_xmi_that_cuts_a_character_is_refused():
    data = foreign.xmi([("a😀b", [(1, 2, "A")])])["0000.xmi"].replace(b'begin="1"', b'begin="2"')
    (found,) = read("a.xmi", data)
    assert re.match(r"passage n° 1\W+il coupe un caractère en deux \(2 à 3\)", one_sentence(found))
    (found,) = read("a.xmi", data.replace(b'end="3"', b'end="999"'))
    assert "sort du texte" in one_sentence(found)


@pytest.mark.parametrize(
    "head", [b"", b"\0" * 50, b"\xff\xfe\x00", b"{", b"[", b"[[[[[" * 9000, b'"', b"<", b"T1\t", b"PK\x03\x04"]
)
def test_nothing_is_raised_where_kinds_are_told_apart(head):
    for name in ("a", "a.json", "a.jsonl", "a.csv", "a.txt", "a.ann", "a.xml", "a.conll"):
        one = source(name, head)
        for reader in READERS:
            assert reader.recognises(one, head) in (True, False)


@pytest.mark.parametrize("kind", ["jsonl", "spacy-json"])
def test_a_file_of_nothing_but_refusals_is_given_up(kind):
    one = source("a.jsonl", b"{}\n" * 10_050)
    found = []
    with pytest.raises(InputError, match="la suite n’est pas lue"):
        found.extend(reader_named(kind).read(one, AS_IT_IS))
    assert len(found) == 10_000


def test_more_marks_than_an_article_has_are_refused():
    spans = [[0, 1, "A"]] * 200_001
    assert "plus de" in one_sentence(read("a.jsonl", foreign.dumps({"text": TEXT, "entities": spans}))[0])
    assert "plus de" in one_sentence(read("a.conll", b"a B-X\n" * 200_002 + b"a O\n")[0])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'titre;texte\nA;"Un texte\nB;"Un autre" suite\n'),
        ("a.csv", 'titre;texte\nA;Un texte\nB;"Un autre texte\n'),
        ("a.jsonl", '{"text": "Crue", "meta": {"x": ' + "9" * 5000 + "}}\n"),
        ("a.xmi", "<xmi:XMI xmlns:xmi='http://www.omg.org/XMI' xmlns:cas='http:///uima/cas.ecore'>\n<cas:View\n"),
    ],
)
def test_no_library_s_english_is_told(name, content):
    try:
        said = str([one.record for one in read(name, content.encode()) if isinstance(one.record, InputError)])
    except InputError as error:
        said = str(error)
    assert said != "[]"
    assert not re.search(r"\b(?:unexpected|expected|[Ee]xceeds|error|[Cc]ouldn|after|limit exceeded)\b", said)
