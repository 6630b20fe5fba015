"""What goes out to other programs' formats comes in again by our own import: the same texts, the same spans."""

from __future__ import annotations

from collections import Counter

import pytest

from depeche.core.record import Mark, Record
from depeche.export.export import export
from depeche.export.form import Format
from depeche.export.receipt import Loss
from depeche.export.records import reading_to_train_on, records
from depeche.ingest.arrival import As
from depeche.ingest.ingest import ingest
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


def said(mark: Mark) -> tuple[object, ...]:
    return (*place(mark), mark.kind, mark.value, repr(dict(mark.attrs)), mark.status, mark.by)
