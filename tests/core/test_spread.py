"""Quartiles lie between the ranks, as R's and NumPy's do."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.spread import quantile, quartiles


def test_of_a_few_numbers():
    assert quartiles([4]) == (4, 4, 4)
    assert quartiles([4, 1, 2, 3]) == (1.75, 2.5, 3.25)
    with pytest.raises(ValueError, match="no numbers"):
        quantile([], 0.5)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=50))
def test_as_the_standard_library_counts_them(numbers: list[float]):
    assert quartiles(numbers) == pytest.approx(statistics.quantiles(numbers, n=4, method="inclusive"), abs=1e-6)
