"""Sentences are found, known again in another typography, and places are taken from one text to the other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.sentences import Mapping, known_by, runs, sentences
from tests.growth import in_proportion

ONE = "M. Tarel a annoncé l'envoi de 3 000 soldats vers le port de Vorga. Personne n'a confirmé ce nombre hier soir."
OTHER = (
    "VORGA\n\nUn porte-parole s’est exprimé.\u00a0M.\u00a0TAREL a annonce\u0301 l’envoi de 3\u202f000 soldats vers le "
    "port de Vorga\u202f. Personne n’a confirmé ce nombre hier soir."
)


def said(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text)]


def test_a_sentence_ends_at_its_stop_and_at_the_line() -> None:
    text = "Le port est fermé\nUn navire attend. « Nous partirons. » Puis, rien… Et demain ?\u202fOui !"
    assert said(text) == [
        "Le port est fermé", "Un navire attend.", "« Nous partirons. »", "Puis, rien…", "Et demain ?", "Oui !",
    ]  # fmt: skip


def test_a_shortened_word_or_an_initial_ends_nothing() -> None:
    assert len(sentences("M. Tarel et Mme. Orvil ont vu J.-P. Draz jeudi. Ils sont partis.")) == 2
    assert len(sentences("Il y a 3.000 soldats et 2,5 millions d'euros.")) == 1


def test_the_same_sentence_is_known_in_another_typography() -> None:
    mine, theirs = sentences(ONE), sentences(OTHER)
    assert {one.digest for one in mine} <= {one.digest for one in theirs}
    assert all(one.counts for one in mine)


def test_another_number_is_another_sentence() -> None:
    assert sentences(ONE)[0].digest != sentences(ONE.replace("3 000", "4 000"))[0].digest


def test_short_sentences_do_not_count() -> None:
    assert [one.counts for one in sentences("Source : Agence centrale de presse\nQuelle est votre réaction ?")] == [
        False, False,
    ]  # fmt: skip


def test_a_place_is_taken_to_the_other_text() -> None:
    (run,) = runs(ONE, OTHER)
    mapping = Mapping(ONE, OTHER, run)
    for words, there in (("Tarel", "TAREL"), ("3 000", "3\u202f000"), ("annoncé", "annonce\u0301"), ("Vorga", "Vorga")):
        at = ONE.index(words)
        place = mapping.take(at, at + len(words))
        assert place is not None
        assert OTHER[place[0] : place[1]] == there


def test_a_place_over_two_sentences_is_taken_where_both_follow_each_other() -> None:
    (run,) = runs(ONE, OTHER)
    start, end = ONE.index("port"), ONE.index(" nombre")
    place = Mapping(ONE, OTHER, run).take(start, end)
    assert place is not None
    assert OTHER[place[0] : place[1]].startswith("port de Vorga")
    assert OTHER[place[0] : place[1]].endswith("confirmé ce")
    assert len(runs(ONE, OTHER.replace("Personne", "Et voici le reste. Personne"))) == 2


def test_what_the_other_text_leaves_out_has_no_place() -> None:
    mine, theirs = "— Nous avons vu passer trois navires au large.", "Nous avons vu passer trois navires au large"
    (run,) = runs(mine, theirs)
    mapping = Mapping(mine, theirs, run)
    assert mapping.take(0, 6) is None
    assert mapping.take(2, 6) == (0, 4)
    back = Mapping(theirs, mine, runs(theirs, mine)[0])
    assert back.take(0, 4) == (2, 6)


@given(st.text(alphabet="aé M.!?\n\u202f«»’\u0301\U0001f600ﬁœ"))
def test_any_text_has_sentences_that_cover_all_but_blanks(text: str) -> None:
    found = sentences(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    covered = sum(len("".join(text[one.start : one.end].split())) for one in found)
    assert covered == len("".join(text.split()))


@given(st.text(alphabet="aé M.\u202f«’\u0301\U0001f600ﬁœ", min_size=1), st.data())
def test_a_text_is_taken_to_itself(text: str, data: st.DataObject) -> None:
    line = f"Voici donc une phrase de six mots et {text} ensuite"
    for run in runs(line, line):
        start = data.draw(st.integers(run.start, run.end - 1))
        end = data.draw(st.integers(start + 1, run.end))
        place = Mapping(line, line, run).take(start, end)
        assert place is None or line[place[0] : place[1]].strip() == line[start:end].strip()


@pytest.mark.parametrize("signs", [".", " ", "\u00a0", ". ", '. "', "\n ", " »", "…!"])
def test_sentences_take_time_in_proportion_whatever_is_repeated(signs: str) -> None:
    assert in_proportion(lambda n: sentences("Fin." + signs * n + "a"), 500, 5_000)


@given(st.text(st.sampled_from('aB 1.?…!»"\n\u202f\u2028«-_M'), max_size=60))
def test_those_that_count_are_known_by_the_same(text: str) -> None:
    assert known_by(text * 3) == {one.digest: one.words for one in sentences(text * 3) if one.counts}
