"""Copy of one wire story never stands on two sides, and a side once taken stays."""

from __future__ import annotations

from depeche.core.article import Article
from depeche.train.split import Side, split
from tests.train import world


def article(n: int, text: str | None = None) -> Article:
    text = world.text_of(n) if text is None else text
    return Article(text, title=text.splitlines()[0], key=f"k{n}", date="2024-03-28")


def wire(n: int) -> str:
    body = (
        "Le porte-parole a confirmé lundi que les négociations reprendraient en fin de mois dans la capitale voisine. "
        "Les deux délégations avaient quitté la table après trois semaines de discussions sans le moindre résultat. "
        "Aucune des parties n’a souhaité commenter la présence d’observateurs étrangers pendant ces réunions."
    )
    return f"Dépêche {n}\n\nVersion {n}. {body} Fin {n * 31}.\n"


def test_copies_of_one_text_are_on_one_side():
    parts = split([*(article(n) for n in range(30)), *(article(100 + n, wire(n)) for n in range(8))])
    assert len({parts.sides[f"k{100 + n}"] for n in range(8)}) == 1
    assert parts.shared < 0.5


def test_every_side_has_something_where_there_are_a_few_stories():
    for number in (5, 8, 12):
        texts = [f"Titre {n}\n\n" + " ".join(f"mot{n}x{k}" for k in range(60)) + ".\n" for n in range(number)]
        parts = split([article(n, text) for n, text in enumerate(texts)])
        assert set(parts.sides.values()) == set(Side)


def test_the_same_articles_have_the_same_sides_and_used_ones_keep_theirs():
    first = [article(n) for n in range(20)]
    before = split(first)
    assert split(first) == before
    after = split([*first, *(article(n) for n in range(20, 40))], before.sides)
    assert {key: after.sides[key] for key in before.sides} == dict(before.sides)


def test_a_late_copy_follows_the_side_of_what_was_used():
    used = {f"k{n}": Side.TEST for n in range(2)}
    parts = split([article(n, wire(n)) for n in range(5)], used)
    assert set(parts.sides.values()) == {Side.TEST}
