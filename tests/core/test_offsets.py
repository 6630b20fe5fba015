"""Offsets lead from an article to its view and back, on any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.offsets import Offsets
from tests.examples import examples
from tests.growth import in_proportion

HARD = [
    "",
    "L’été, « oui »\u202f: non.",
    "😀 Élysée 🇫🇷 dit «\u00a0non\u00a0»",
    "👩\u200d👩\u200d👧\u200d👦 famille",
    "e\u0301le\u0300ve et élève",
    "un\r\ndeux\r\n\r\ntrois",
    "un\rdeux\r\r\ntrois\n\rquatre\r",
    "un\u2028deux\u2029trois\x85quatre",
    "\tun\tdeux\x0b\x0c",
    "قال \u200fالرئيس\u200e 12 שלום",
    "\ufeffavant\ufeffaprès",
    "\ufffeoctets",
    "inter\u00adnational",
    "nul \0 fin\ufdd0\ufdd1\ufffc\ufffe\uffff",
    "\r\n😀\r\n",
    "demi \ud83d seul \ude00",
]
PIECES = st.sampled_from(
    [
        "a",
        "é",
        "e\u0301",
        "\u00a0",
        "\u202f",
        "\r\n",
        "\r",
        "\n",
        "\u2028",
        "\u2029",
        "😀",
        "👩\u200d👧",
        "\t",
        "ש",
        "\ufeff",
        "\u00ad",
        "\0",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join))


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check(text: str) -> None:
    offsets = Offsets(text)
    assert offsets.to_view(0) == 0
    assert offsets.to_view(len(text)) == units(offsets.view_text)
    assert offsets.to_text(units(offsets.view_text)) == len(text)
    assert "\r" not in offsets.view_text
    last = 0
    for i in range(len(text) + 1):
        position = offsets.to_view(i)
        assert position >= last
        last = position
        inside_line_end = 0 < i < len(text) and text[i - 1 : i + 1] == "\r\n"
        assert offsets.to_text(position) == (i - 1 if inside_line_end else i)
        assert units(offsets.view_text[: len(Offsets(text[:i]).view_text)]) == position or inside_line_end


@pytest.mark.parametrize("text", HARD)
def test_every_offset_of_a_hard_text_comes_back(text: str) -> None:
    check(text)


@given(TEXTS)
@examples(150)
def test_every_offset_of_any_text_comes_back(text: str) -> None:
    check(text)


@given(TEXTS)
@examples(150)
def test_a_view_position_inside_a_character_means_that_character(text: str) -> None:
    offsets = Offsets(text)
    for position in range(units(offsets.view_text) + 1):
        start = offsets.to_text(position)
        assert offsets.to_view(start) <= position
        assert start == len(text) or offsets.to_view(start) <= position < offsets.to_view(
            start + 2 if text[start : start + 2] == "\r\n" else start + 1
        )


def test_plain_french_text_is_handed_over_as_it_is() -> None:
    text = "Le\u00a0Kremlin a promis «\u202foui\u202f»\u00a0: 25\u202f000 hommes."
    offsets = Offsets(text)
    assert offsets.view_text == text
    assert [offsets.to_view(i) for i in range(len(text))] == list(range(len(text)))


def test_building_grows_with_the_text_and_not_with_its_square() -> None:
    assert in_proportion(lambda n: Offsets("é😀\r\n" * n), 5_000, 50_000)


@pytest.mark.parametrize("text", HARD)
def test_qt_keeps_one_position_for_each_unit(qapp: object, text: str) -> None:
    gui = pytest.importorskip("PySide6.QtGui")
    offsets = Offsets(text)
    document = gui.QTextDocument()
    document.setPlainText(offsets.view_text)
    assert document.characterCount() - 1 == units(offsets.view_text)
    raw = offsets.view_text.encode("utf-16-le")
    for position in range(document.characterCount() - 1):
        unit = int.from_bytes(raw[2 * position : 2 * position + 2], "little")
        assert ord(document.characterAt(position)) == (0x2029 if unit == ord("\n") else unit)


@given(TEXTS)
@examples(100)
def test_qt_shows_the_character_that_the_offset_means(text: str) -> None:
    gui = pytest.importorskip("PySide6.QtGui")
    offsets = Offsets(text)
    document = gui.QTextDocument()
    document.setPlainText(offsets.view_text)
    assert document.characterCount() - 1 == units(offsets.view_text)
    for i, character in enumerate(text):
        if "\u0020" <= character < "\ud800" and character != "\u2029":
            assert document.characterAt(offsets.to_view(i)) == character
