"""What goes out to other programs' formats comes in again by our own import: the same texts, the same spans."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from depeche.core.record import Mark, Record
from depeche.export.export import export
from depeche.export.form import Format
from depeche.export.receipt import Loss
from depeche.export.records import reading_to_train_on, records
from depeche.ingest.arrival import As
from depeche.ingest.ingest import ingest
from depeche.ingest.preview import preview
from depeche.ingest.readers import unread
from depeche.store.project import Project
from tests.export.hostile import empty, make

ONE_READING = (Format.SPACY_JSONL, Format.PRODIGY, Format.DOCCANO, Format.BRAT)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    with make(tmp_path_factory.mktemp("hostile")) as project:
        yield project


def back(hostile: Project, folder, format_: Format) -> tuple[dict[str, Record], dict[str, Counter]]:
    """Export and import; return what arrived by its text, and what the receipt calls lost by the article's name."""
    receipt = export(hostile, folder / "out", format_)
    gone: dict[str, Counter] = {}
    for one in receipt.lost:
        if one["reason"] not in (Loss.UNLEARNED, Loss.ANOTHERS):
            gone.setdefault(one["article"], Counter())[one["start"], one["end"], one["label"]] += 1
    with empty(folder / "fresh") as fresh:
        as_ = As.SPANS if format_ in (Format.SPACY_JSONL, Format.DOCCANO) else None
        done = ingest(fresh, [folder / "out"], as_=as_)
        assert done.refused == []
        return {one.article.text: one for one in records(fresh)}, gone


def place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, mark.end, mark.label


@pytest.mark.parametrize("format_", ONE_READING)
def test_one_reading_comes_back(hostile, tmp_path, format_):
    found, gone = back(hostile, tmp_path, format_)
    wanted = [reading_to_train_on(one, "Claire")[0] for one in records(hostile)]
    assert found.keys() == {one.article.text for one in wanted}
    for one in wanted:
        arrived = found[one.article.text]
        left = Counter(map(place, one.marks)) - gone.get(one.article.name, Counter())
        assert Counter(map(place, arrived.marks)) == left
        if format_ is not Format.BRAT:
            assert arrived.article.name == one.article.name
            assert arrived.article.title == one.article.title
            assert (arrived.article.date, arrived.article.url) == (one.article.date, one.article.url)
            assert arrived.article.source == one.article.source


def test_brat_brings_back_values_kinds_attributes_and_who(hostile, tmp_path):
    found, gone = back(hostile, tmp_path, Format.BRAT)
    for one in records(hostile):
        marks = reading_to_train_on(one, "Claire")[0].marks
        left = [mark for mark in marks if place(mark) not in gone.get(one.article.name, Counter())]
        assert Counter(map(said, found[one.article.text].marks)) == Counter(map(said, left))


def test_label_studio_brings_back_everybodys_work_and_the_suggestions(hostile, tmp_path):
    found, _ = back(hostile, tmp_path, Format.LABEL_STUDIO)
    for one in records(hostile):
        left = [mark for mark in one.marks if mark.status != "rejected"]
        arrived = found[one.article.text]
        assert Counter(map(said, arrived.marks)) == Counter(map(said, left))
        assert arrived.states.keys() == one.states.keys()
        assert Counter((mark.score, mark.source) for mark in arrived.marks if mark.status == "suggested") == Counter(
            (mark.score, mark.source) for mark in left if mark.status == "suggested"
        )


def test_hugging_face_s_lines_bring_back_all_but_where_suggestions_came_from(hostile, tmp_path):
    export(hostile, tmp_path / "out", Format.HUGGINGFACE)
    wanted = {one.article.text: reading_to_train_on(one, "Claire")[0] for one in records(hostile)}
    with empty(tmp_path / "fresh") as fresh:
        done = ingest(fresh, [tmp_path / "out" / "jsonl"])
        assert (done.refused, done.notes) == ([], []), "the card is no article"
        found = {one.article.text: one for one in records(fresh)}
    assert found.keys() == wanted.keys()
    for text, one in wanted.items():
        arrived = found[text]
        assert arrived.article == replace(one.article, key=arrived.article.key, number=arrived.article.number)
        assert Counter(map(said, arrived.marks)) == Counter(map(said, one.marks))


def test_the_released_sample_is_read_as_it_lies_there(tmp_path):
    released = Path(__file__).resolve().parents[2] / "exports" / "depeche-actualite-1.0"
    seen: list[list[Record]] = []
    for n, folder in enumerate(("jsonl", "formats/jsonl")):
        with empty(tmp_path / str(n)) as fresh:
            done = ingest(fresh, [released / folder], as_=As.SPANS)
            assert (done.new, done.known, done.refused) == (34, 0, [])
            seen.append(sorted(records(fresh), key=lambda one: one.article.name))
    for one, other in zip(*seen, strict=True):
        assert (one.article.text, one.article.meta) == (other.article.text, other.article.meta)
        assert Counter(map(said, one.marks)) == Counter(map(said, other.marks))
    found = preview([released], seconds=math.inf)
    assert {lot.title for lot in found.lots if lot.refused} == {unread.READER.title(), unread.JSON_READER.title()}
    assert not [lot for lot in found.lots if lot.signs.kind == "text" and "README" in lot.where]
    assert all("JSON" in why for lot in found.lots for why in lot.refused), "each says what to take instead"


def said(mark: Mark) -> tuple[object, ...]:
    return (*place(mark), mark.kind, mark.value, repr(dict(mark.attrs)), mark.status, mark.by)
