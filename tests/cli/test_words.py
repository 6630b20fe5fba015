"""The words of the command line that are not ours, argparse's and the system's: in the language of the session."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from depeche import messages
from depeche.cli import parsing
from depeche.cli.main import run
from depeche.errors import reason

ENGLISH = re.compile(r"\b(?:usage|positional|show|error|required|invalid|choose|expected|unrecognized|argument:)\b")


def asked(*arguments: str) -> int:
    return run(list(arguments), window=lambda _: 0, demonstrate=lambda _: 0)


@pytest.fixture
def english() -> Iterator[None]:
    messages.set_language("en")
    yield
    messages.set_language(None)


def test_help_is_french_from_the_first_word(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ((), ("new",), ("export",), ("find",), ("package",)):
        assert asked(*verb, "--help") == 0
        words = capsys.readouterr().out
        assert words.startswith("utilisation\u202f: depeche")
        assert "options\u202f:" in words
        assert "montrer cette aide et finir" in words
        assert not ENGLISH.search(words.replace("depeche export", "")), words


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["new"], "il manque\u202f: PROJECT"),
        (["new", "p", "--danse"], "arguments inconnus\u202f: --danse"),
        (
            ["export", "p", "f", "--format", "x"],
            "choix impossible\u202f: 'x' (au choix\u202f: 'jsonl', 'spacy', 'spacy-p",
        ),
        (["export", "p", "f", "--format"], "il y faut une valeur"),
        (["predict", "a", "b", "--jobs", "deux"], "valeur impossible\u202f: 'deux'"),
        (["package", "p", "o", "--annotator", "C", "--states", "done", "--numbers", "1"], "ne va pas avec l’argument"),
        (["check", "p", "--json=3"], "arguments inconnus"),
        (["danse"], "choix impossible\u202f: 'danse'"),
        (["package", "p", "o", "--annotator", "C", "--articles"], "il y faut au moins une valeur"),
        (["find", "p", "--json=3"], "ne prend pas de valeur\u202f: '3'"),
        (["find", "p", "--lab", "x", "--l", "y"], "peut vouloir dire --label, --limit"),
    ],
)
def test_what_a_call_lacks_is_said_in_french(call: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(*call) == 2
    words = capsys.readouterr().err
    assert said in words
    assert not ENGLISH.search(words.partition("\ndepeche")[2].replace("--format", "")), words


def test_in_english_argparse_speaks_as_it_does(english: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("new", "--help") == 0
    words = capsys.readouterr().out
    assert words.startswith("usage: depeche new")
    assert "options:\n" in words
    assert asked("new") == 2
    assert "error: the following arguments are required: PROJECT" in capsys.readouterr().err


@pytest.mark.parametrize("spoken", ["fr", "en"])
def test_our_words_fill_in_nothing_that_argparse_does_not_give(spoken: str) -> None:
    messages.set_language(spoken)
    try:
        for english, ours in parsing._OURS.items():
            wanted, given = (re.findall(r"%(?:\(\w+\))?[sr]", words) for words in (ours(), english))
            named = all("(" in field for field in given)
            assert set(wanted) <= set(given) if named else wanted == given, english
    finally:
        messages.set_language(None)


def test_argparse_still_says_what_we_have_words_for() -> None:
    # 3.11 to 3.13 word a few things in two ways; all but those must be found in the module itself.
    import argparse
    import inspect

    said = inspect.getsource(argparse).replace("\\n", "\n")
    missing = [english for english in parsing._OURS if english not in said]
    assert len(missing) <= 2, missing


def test_the_systems_words_are_french(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("new", str(tmp_path / "p")) == 0
    assert asked("ingest", str(tmp_path / "p"), str(tmp_path / "absent.txt")) != 0
    assert asked("predict", str(tmp_path / "absent.jsonl"), "-") == 2
    words = capsys.readouterr().err
    assert "fichier ou dossier introuvable" in words
    assert "No such file" not in words


@pytest.mark.parametrize("code", ["ENOENT", "EACCES", "ENOSPC", "EROFS", "EISDIR", "ENOTDIR", "EIO", "ENAMETOOLONG"])
def test_common_refusals_have_words_of_ours(code: str, english: None) -> None:
    number = getattr(errno, code)
    error = OSError(number, os.strerror(number))
    in_english = reason(error)
    messages.set_language("fr")
    assert reason(error) not in (os.strerror(number), in_english)


def test_a_rare_refusal_keeps_the_systems_words() -> None:
    assert reason(OSError(errno.EDOM, "Numerical argument out of domain")) == "Numerical argument out of domain"
    assert reason(OSError("tout court")) == "tout court"
    assert reason(OSError()) == "OSError"
