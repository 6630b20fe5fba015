"""What shares copy or tells one story stands together, keeps its name, and only grows."""

from __future__ import annotations

from itertools import pairwise

from depeche.core.likeness import COMMON, FEW, shared, sketch
from depeche.core.stories import Strength, groups
from depeche.core.teller import RARE, WEEKS, Rule

WIRE = (
    "Le ministre tarvien de la Défense a annoncé mardi la fermeture du détroit de Sorn à tous les navires marchands. "
    "Cette décision fait suite à trois incidents survenus en deux semaines entre patrouilleurs et chalutiers. "
    "La compagnie Ostrel, qui assure la moitié du trafic, a suspendu ses départs jusqu'à nouvel ordre."
)
REWRITTEN = (
    "Ostrel suspend ses départs. La Tarvie a décidé de fermer le détroit de Sorn aux navires marchands, a indiqué le "
    "ministre tarvien de la Défense. Les chalutiers et les patrouilleurs s'y affrontent depuis deux semaines, selon "
    "la compagnie Ostrel, dont le trafic représente la moitié des passages du détroit de Sorn."
)
OTHER = (
    "Le parlement de Velm a adopté jeudi le budget de la santé, après une nuit de débats. L'opposition dénonce une "
    "hausse des impôts. Le texte prévoit douze hôpitaux dans la région de Khar et un institut à Orvil."
)


def of(articles: list[tuple[str, str, str | None]], strength: Strength) -> list[tuple[str, ...]]:
    return [one.keys for one in groups(articles, strength)]


def test_wire_copy_in_another_typography_stands_together() -> None:
    copy = "Détroit de Sorn : la crise\n\n" + WIRE.replace("'", "’").replace(" à tous", "\u00a0à tous").upper()
    found = of([("a", WIRE, "2025-05-06"), ("b", OTHER, "2025-05-06"), ("c", copy, None)], Strength.COPIES)
    assert found == [("a", "c"), ("b",)]


def test_copy_with_every_sentence_touched_stands_together() -> None:
    touched = WIRE.replace("mardi", "ce mardi").replace("semaines", "mois").replace("nouvel ordre", "jeudi")
    assert of([("a", WIRE * 1, None), ("b", touched, None)], Strength.COPIES) == [("a", "b")]


def test_one_story_told_in_other_words_is_a_story_and_no_copy() -> None:
    articles = [("a", WIRE, "2025-05-06"), ("b", OTHER, "2025-05-06"), ("c", REWRITTEN, "2025-05-07")]
    assert of(articles, Strength.COPIES) == [("a",), ("b",), ("c",)]
    assert of(articles, Strength.STORIES) == of(articles, Strength.EITHER) == [("a", "c"), ("b",)]


def test_the_same_matter_weeks_later_is_another_story() -> None:
    assert of([("a", WIRE, "2025-05-06"), ("c", REWRITTEN, "2025-06-20")], Strength.STORIES) == [("a",), ("c",)]


def test_a_phrase_taken_up_a_year_later_is_copy_and_no_story() -> None:
    articles = [("a", WIRE, "2024-05-06"), ("b", WIRE + " Rien n'a changé.", "2025-05-06")]
    assert of(articles, Strength.STORIES) == [("a",), ("b",)]
    assert of(articles, Strength.COPIES) == of(articles, Strength.EITHER) == [("a", "b")]


def test_boilerplate_makes_no_copy_and_copy_that_many_have_stays_copy() -> None:
    line = " Cet article vous est proposé gratuitement par la rédaction, avec le soutien de tous ses lecteurs fidèles."
    many = round(FEW / COMMON)
    own = [f"mot{n}a mot{n}b mot{n}c mot{n}d mot{n}e mot{n}f mot{n}g mot{n}h mot{n}i mot{n}j." for n in range(many)]
    told = [(str(n), f"{' '.join([words] * 3)}\n{line}", None) for n, words in enumerate(own)]
    found = of([*told, *[(f"w{n}", WIRE, None) for n in range(FEW * 3)]], Strength.COPIES)
    assert max(len(keys) for keys in found if keys[0].isdigit()) <= FEW + 1
    assert ("300",) in found
    assert tuple(f"w{n}" for n in range(FEW * 3)) in found


def test_groups_keep_their_name_and_lose_nobody_when_articles_come() -> None:
    texts = [WIRE, OTHER, REWRITTEN, WIRE + OTHER, "Rien.", "", OTHER.upper(), REWRITTEN + " Fin de la crise à Sorn."]
    articles = [(str(n), text, f"2025-05-{n + 1:02}") for n, text in enumerate(texts)]
    for strength in Strength:
        grown = [groups(articles[: n + 1], strength) for n in range(len(articles))]
        for before, after in pairwise(grown):
            home = {key: one.name for one in after for key in one.keys}
            assert all(len({home[key] for key in one.keys}) == 1 for one in before)
            assert {one.name for one in after} - {one.name for one in before} <= {after[-1].name}
        assert groups(articles, strength) == grown[-1]


def test_known_actors_count_as_names() -> None:
    small = [(key, text.lower(), day) for key, text, day in (("a", WIRE, "2025-05-06"), ("c", REWRITTEN, "2025-05-06"))]
    assert of(small, Strength.STORIES) == [("a",), ("c",)]
    known = {"a": ["Ostrel", "Tarvie", "détroit de Sorn"], "c": ["Ostrel", "détroit de Sorn"]}
    assert [one.keys for one in groups(small, Strength.STORIES, actors=known)] == [("a", "c")]


def test_a_date_that_is_none_is_no_date() -> None:
    assert len(groups([("a", WIRE, "2025-02-31"), ("b", OTHER, "2025-05")], Strength.STORIES)) == 2


def test_the_share_found_on_the_other_side() -> None:
    assert shared([WIRE], [WIRE.upper()]) == 1.0
    assert shared([WIRE], [OTHER]) == 0.0
    assert shared([], [WIRE]) == shared(["Trop court."], [WIRE]) == 0.0
    half = shared([WIRE + OTHER], [WIRE])
    assert 0.4 < half < 0.7


def test_a_sketch_is_the_same_for_the_same_words() -> None:
    assert sketch(WIRE) == sketch(WIRE)
    assert sketch(WIRE).runs == sketch(WIRE.replace(" ", "\u202f").upper()).runs


def test_an_affair_that_goes_on_is_one_story_by_the_rare_names_it_keeps() -> None:
    articles = [("a", WIRE, "2025-05-06"), ("b", OTHER, "2025-05-08"), ("c", REWRITTEN, "2025-05-20")]
    told, other = groups(articles, Strength.STORIES)
    assert (told.keys, told.rules) == (("a", "c"), (Rule.NAMES,))
    assert (other.keys, other.rules) == (("b",), ())
    assert of(articles, Strength.EITHER) == of(articles, Strength.COPIES) == [("a",), ("b",), ("c",)]
    late = [articles[0], ("c", REWRITTEN, f"2025-05-{6 + WEEKS + 1:02}")]
    assert of(late, Strength.STORIES) == [("a",), ("c",)]


def test_names_that_many_articles_have_bring_nothing_together_weeks_apart() -> None:
    before = [(f"n{n}", f"{OTHER} La Tarvie, Ostrel, Sorn. Détroit de Sorn.", None) for n in range(RARE + 1)]
    articles = [*before, ("a", WIRE, "2025-05-06"), ("c", REWRITTEN, "2025-05-20")]
    assert of(articles, Strength.STORIES)[-2:] == [("a",), ("c",)]


def test_actors_that_were_annotated_bring_articles_together_that_names_alone_do_not() -> None:
    later = (
        "La compagnie Ostrel reprend la mer. Les chalutiers du détroit de Sorn y reviennent aussi, deux semaines plus "
        "tard. Le port, ses quais et ses grues ont rouvert lundi, et la pêche avec eux, malgré le mauvais temps."
    )
    articles = [("a", WIRE, "2025-05-06"), ("c", later, "2025-05-20")]
    assert of(articles, Strength.STORIES) == [("a",), ("c",)]
    known = {"a": ["Ostrel", "Ilan Vorga", "Garde de Sorn"], "c": ["ilan vorga", "Garde de Sorn", "Ostrel"]}
    (told,) = groups(articles, Strength.STORIES, actors=known)
    assert (told.keys, told.rules) == (("a", "c"), (Rule.NAMES,))


def test_a_group_says_by_which_rules_it_came_together() -> None:
    articles = [("a", WIRE, "2025-05-06"), ("b", WIRE, "2025-05-07"), ("c", REWRITTEN, "2025-05-08")]
    (told,) = groups(articles, Strength.STORIES)
    assert told.rules == (Rule.COPY, Rule.WORDS)
    assert [rule.days for rule in Rule] == [31, 4, 21]
