"""Words from outside: shown as one line that moves nothing and hides nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.shown import LONGEST, shown, shown_lines


@pytest.mark.parametrize(
    "words",
    [
        "Tarsis signe le traité",
        "«\u202f25\u00a0000 soldats\u202f»",
        "🏳\ufe0f\u200d🌈 et 👩\u200d🚀",
        "Žižek, e\u0301te\u0301",
        "金正恩",
        "co\u00adopération",
        "",
    ],
)
def test_what_people_write_is_shown_as_it_is(words):
    assert shown(words) == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a\x1b[2Jb", "a‹001B›[2Jb"),
        ("a\x00\x07\x7f\x9b", "a‹0000›‹0007›‹007F›‹009B›"),
        ("rap\u202etxt.exe", "rap‹202E›txt.exe"),
        ("\u2066a\u2069\u200f\u061c", "‹2066›a‹2069›‹200F›‹061C›"),
        ("un\ndeux\ttrois\u2028quatre\r", "un deux trois quatre "),
        ("\ue000\udc80\U000e0041", "‹E000›‹DC80›‹E0041›"),
    ],
)
def test_what_moves_the_cursor_or_turns_the_line_is_shown_by_its_number(words, expected):
    assert shown(words) == expected


def test_writing_from_right_to_left_is_isolated_from_what_stands_around_it():
    assert shown("شيرين") == "\u2068شيرين\u2069"


def test_a_long_title_is_cut_and_a_pile_of_marks_is_low():
    assert shown("a" * 100_000) == "a" * (LONGEST - 1) + "…"
    assert shown("a" * LONGEST) == "a" * LONGEST
    assert shown("abcdef", 4) == "abc…"
    assert shown("e" + "\u0301" * 60 + "t") == "e" + "\u0301" * 4 + "t"


def test_several_lines_stay_several_lines():
    assert shown_lines("un\x1b\n" + "a" * 500 + "\n") == "un‹001B›\n" + "a" * 500 + "\n"


@given(st.text(st.characters(codec=None, categories=None)))
def test_nothing_that_is_shown_can_move_anything(words):
    line = shown(words)
    inner = line[1:-1] if line.startswith("\u2068") else line
    moving = {char for char in inner if unicodedata.category(char) in ("Cc", "Cs", "Co", "Zl", "Zp")}
    turning = {char for char in inner if unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF"}}
    turning |= {char for char in inner if unicodedata.bidirectional(char) in {"LRI", "RLI", "FSI", "PDI"}}
    assert not moving | turning
    assert len(line) <= 7 * LONGEST + 2
