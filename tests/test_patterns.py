"""A pattern kept compiled is the pattern that `re` would have compiled, and nothing else ever comes of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from depeche import patterns

LONG = "(?iu)" + "|".join(f"(?:^{word}[-–][a-zà-ÿ]+$)" for word in (f"mot{number}é" for number in range(6000)))


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """A folder where long patterns are kept while the test runs."""
    end = patterns.keep([], tmp_path / "own")
    re.purge()
    yield tmp_path / "own"
    end()
    re.purge()


def test_a_kept_pattern_is_the_same_pattern(own: Path) -> None:
    made = re.compile(LONG)
    re.purge()
    kept = re.compile(LONG)
    assert len(list(own.iterdir())) == 1
    assert kept is not made
    assert kept == made, "Python compares flags and code"
    for word in ("mot12é-fin", "MOT5999É–Fin", "mot6000é-fin", "mot12é-", "autre"):
        assert bool(kept.match(word)) == bool(made.match(word))


def test_flags_given_beside_the_pattern_are_kept_apart(own: Path) -> None:
    plain, multi = re.compile(LONG), re.compile(LONG, re.MULTILINE)
    re.purge()
    assert re.compile(LONG) == plain
    assert re.compile(LONG, re.MULTILINE) == multi
    assert plain != multi


def test_short_patterns_and_those_with_groups_are_not_kept(own: Path) -> None:
    assert re.compile("a+").match("aa")
    found = re.compile(f"{LONG}|(?P<rest>x)(y)").match("xy")
    assert found is not None
    assert (found["rest"], found[2]) == ("x", "y")
    assert not own.exists()


@pytest.mark.parametrize("damage", [b"", b"not compressed", b"\x00" * 200])
def test_a_damaged_file_is_as_none(own: Path, damage: bytes) -> None:
    right = re.compile(LONG)
    (file,) = own.iterdir()
    file.write_bytes(damage)
    re.purge()
    assert re.compile(LONG) == right


def test_numbers_that_are_no_pattern_are_refused_by_the_engine(own: Path) -> None:
    import zlib
    from array import array

    right = re.compile(LONG)
    (file,) = own.iterdir()
    numbers = array("I", zlib.decompress(file.read_bytes()))
    numbers[len(numbers) // 2] = 0xFFFF_FFF0
    file.write_bytes(zlib.compress(numbers[: len(numbers) // 2 + 1].tobytes()))
    re.purge()
    assert re.compile(LONG) == right


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file where the folder should be")
    end = patterns.keep([], tmp_path / "own")
    try:
        re.purge()
        assert re.compile(LONG).match("mot1é-x")
    finally:
        end()
        re.purge()


def test_french_tokens_are_those_of_spacy(own: Path) -> None:
    import spacy

    from depeche import nlp

    text = (
        "L’état-major, c'est-à-dire le porte-parole, dit aujourd’hui : « 25.000 » ; lui-même, entr'ouvert, saut-de-ski."
    )
    kept = [(token.idx, token.text) for token in nlp.french().tokenizer(text)]
    assert kept == [(token.idx, token.text) for token in spacy.blank("fr").tokenizer(text)]
