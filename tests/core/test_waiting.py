"""Numbers that wait on the disk are those that were put there, in memory that doesn't grow with them."""

from __future__ import annotations

import tracemalloc
from array import array

from hypothesis import given
from hypothesis import strategies as st

from depeche.core.copies import Copies
from depeche.core.likeness import Sketch
from depeche.core.teller import Teller
from depeche.core.traits import Traits
from depeche.core.waiting import Buckets, Rows
from tests.examples import examples

_SIGNS = st.lists(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=9), max_size=9)


@given(_SIGNS)
@examples(50)
def test_rows_are_found_again_by_their_place_in_any_order(said: list[list[int]]) -> None:
    rows = Rows("q")
    for n, one in enumerate(said):
        rows.append(array("q", one))
        assert rows[n // 2].tolist() == said[n // 2]
    assert [row.tolist() for row in rows] == said
    assert [rows.length(n) for n in range(len(rows))] == [len(one) for one in said]


@given(_SIGNS)
@examples(50)
def test_every_sign_is_in_one_bucket_with_all_its_equals(said: list[list[int]]) -> None:
    found = [sign for bucket in Buckets(said) for sign in bucket]
    assert sorted(found) == sorted(sign for one in said for sign in one)
    many = Buckets([range(200_000), range(0, 200_000, 3)])
    assert sum(map(len, many)) == 200_000 + 66_667
    assert all(set(one).isdisjoint(other) for one, other in zip(list(many), list(many)[1:], strict=False))


def test_a_thousand_articles_more_take_hardly_more_memory() -> None:
    def taken(number: int) -> int:
        tracemalloc.start()
        copies, teller = Copies(), Teller(goes_far=False)
        for n in range(number):
            words = {f"mot{(n * 31 + word) % 4_000}": 1 + word % 3 for word in range(120)}
            copies.add(Sketch(array("q", range(n * 60, n * 60 + 60)), tuple((n * 30 + line, 15) for line in range(30))))
            teller.add(Traits(words, frozenset(list(words)[:20])), 700_000 + n % 300)
        assert len(copies.roots()) == number
        try:
            return tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()

    taken(100)
    few, many = taken(500), taken(1_500)
    assert (many - few) / 1_000 < 600, "bytes an article"
