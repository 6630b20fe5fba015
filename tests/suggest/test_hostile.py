"""No text makes the sources fail or takes them more than time in proportion to its length, whatever it is made of."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from depeche.core.article import Article
from depeche.suggest.pipeline import Pipeline, rules

SHORT, LONG = 2_000, 16_000
LONGER = 2.5**3
"""Eight times the text may take so many times as long: 2.5 a doubling, as machines stutter; 4 would be quadratic."""

ONE = [
    " ", "\u00a0", "\u202f", "\t", "\n", "\r\n", "\u2028", "\x00", "\u200d", "«", "»", "“", "”", "‘", "’", "'", '"',
    "1", ".", "-", "–", ",", ":", ";", "(", ")", "[", "/", "%", "€", "$", "_", "#", "@", "…", "!", "A", "a", "é", "É",
    "\u0301", "e\u0301", "😀", "🇫🇷",
]  # fmt: skip
WORDS = [
    "« ", " »", "« a » ", "“a ”", '" ', "« a “b ", "« a » « ", ": « ", "\n\n« a", "\n- ", "\n– a", "« a », dit-il. ",
    "l'", "d’", "l' ", "1 ", "1.", "1,", "1 1 1 1 ", "1/", "1-", "1 à ", "1 % ", "$1 ", "12h", "12 heures ",
    "1\u202f000 ", ", ",
    ". ", "; ", "- ", "A. ", "A. A. A. ", "A ", "A-", "Abc", "Éa ", "(a) ", "(ABC) ", "de ", "de la ", "et ",
    "le ", "que ", "à ", "entre 1 et ", "plus de ", "mille ", "deux ", "cent ", "millions ", "virgule ", "un et ",
    "lundi ", "lundi et ", "juin ", "1 juin ", "samedi 12 ", "2020 ", "2020 et ", "1990-", "il y a ", "depuis ", "fin ",
    "nuit de ", "la veille, ", "selon ", "dit ", "il ", "M. ", "Jean ", "Kim ", "Jean Dupont, ", "président ",
    "ministre des ", "le porte-parole de ", "Organisation pour la ", "Union ", "Groupe ", "Paris ", "France et ",
    "France-", "russes ", "http://a/", "a@a.", "Source : a\n", "(AFP) ", "Paris et 3 %\nSource : a\n",
]  # fmt: skip


def name(n: int) -> str:
    """Return a word that no other number has, with a capital."""
    letters = ""
    n += 26**3
    while n:
        n, letter = divmod(n, 26)
        letters += chr(97 + letter)
    return letters.capitalize()


NEVER_TWICE: dict[str, Callable[[int], str]] = {
    "given name shared": lambda n: f"Jean {name(n)} a parlé. ",
    "family name shared": lambda n: f"{name(n)} Dupont a parlé. ",
    "full name and another alone": lambda n: f"Jean {name(2 * n)} et M. {name(2 * n + 1)}x sont là. ",
    "names announced": lambda n: f"Le président {name(n)} {name(n + 7)} a dit. ",
    "list of names": lambda n: f"{name(n)} {name(n + 1)}, ministre des {name(n + 2)}, ",
    "line of a name": lambda n: f"{name(n)} {name(n + 1)}\n",
    "acronyms": lambda n: f"Organisation {name(n)} ({name(n)[:4].upper()}) ",
    "demonyms": lambda n: f"les {name(n).lower()}iens et le {name(n).lower()}ien ",
    "said by all": lambda n: f"« {name(n).lower()} », a dit {name(n)} {name(n + 3)}. ",
    "said by one": lambda n: f"« {name(n).lower()} », a-t-il dit. ",
    "said and said again": lambda n: f"« Nous refusons », a dit {name(n)}. « Nous refusons la guerre ». ",
    "said after a colon": lambda n: f"{name(n)} : « {name(n).lower()} »\n",
    "quotes of many paragraphs": lambda n: f"\n\n« {name(n).lower()} a été",
    "opened three times": lambda n: f"« « « {name(n).lower()} ",
    "dates": lambda n: f"{n % 28 + 1} mai {1900 + n % 120}, ",
    "numbers": lambda n: f"{n} {name(n).lower()}s ",
}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    made = Pipeline(rules(), "QUOTE".__eq__)
    made.propose(Article("Lundi, « oui », a dit Jean Dupont à 3 % des élus."))  # what is read once is read now
    return made


def seconds(pipeline: Pipeline, text: str) -> float:
    """Return the processor time that one text takes; the suggestions lie in the text."""
    article = Article(text, date="2025-07-13")
    begin = time.process_time()
    found = pipeline.propose(article)
    spent = time.process_time() - begin
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    return spent


def in_proportion(pipeline: Pipeline, text: str) -> bool:
    """Tell whether the text takes no more than its share of its beginning's time; thrice asked."""
    return any(seconds(pipeline, text[:LONG]) < LONGER * seconds(pipeline, text[:SHORT]) for _ in range(3))


@pytest.mark.parametrize("piece", [*ONE, *WORDS], ids=ascii)
def test_one_piece_over_and_over(pipeline, piece):
    assert in_proportion(pipeline, piece * LONG)


@pytest.mark.parametrize("line", NEVER_TWICE.values(), ids=NEVER_TWICE.keys())
def test_words_that_never_come_twice(pipeline, line):
    assert in_proportion(pipeline, "".join(line(n) for n in range(LONG // 5)))


@pytest.mark.parametrize(("opening", "closing"), [("« a ", "b » "), ("(a ", "b) "), ("“a ", "b” ")])
def test_nested_as_deep_as_it_is_long(pipeline, opening, closing):
    def nested(length: int) -> str:
        depth = length // len(opening + closing)
        return opening * depth + closing * depth

    assert any(seconds(pipeline, nested(LONG)) < LONGER * seconds(pipeline, nested(SHORT)) for _ in range(3))
