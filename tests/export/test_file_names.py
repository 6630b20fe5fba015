"""Files named after articles: safe everywhere, none twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.export.file_names import FileNames


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a01-cessez-le-feu", "a01-cessez-le-feu"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\été\\Élysée.txt", "C-ete-Elysee-txt"),
        ("news·20060315·LM·0q", "news-20060315-LM-0q"),
        ("", "article"),
        ("😀", "article"),
        ("con", "_con"),
        ("LPT1", "_LPT1"),
        ("a" * 300, "a" * 80),
    ],
)
def test_a_name_becomes_safe(name: str, file: str) -> None:
    assert FileNames().of(name) == file


def test_names_that_would_meet_get_numbers() -> None:
    names = FileNames()
    assert [names.of(one) for one in ("a", "A", "a-2", "a", "é", "E", "a-2")] == [
        "a", "A-2", "a-2-2", "a-3", "e", "E-2", "a-2-3",
    ]  # fmt: skip


@given(st.lists(st.text(max_size=6) | st.sampled_from(["a", "a-2", "A-2", "a-2-2", "é"]), max_size=30))
def test_no_two_are_alike_and_none_is_a_path(found: list[str]) -> None:
    names = FileNames()
    files = [names.of(one) for one in found]
    assert len({one.lower() for one in files}) == len(files)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{1,100}", one) for one in files)
