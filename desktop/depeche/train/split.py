"""Which finished articles teach (`train`), choose (`dev`) and judge (`test`): wire copy never stands on two sides.

Articles that share copy or tell one story go together (`core.stories`). A group's side hangs on the text of its first
article alone. An article that a model was made or judged with keeps its side for good, and takes later ones of its
group with it: an earlier model is never judged on what it learned. Only where two groups that had been used on
different sides grow together does copy cross, and the share that does is said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from depeche.core.article import Article
from depeche.core.likeness import shared
from depeche.core.stories import Group, Strength, groups

_BUCKETS = 20
_TEST, _DEV = 4, 7  # of twenty: a fifth judges, three in twenty choose


class Side(StrEnum):
    """What an article is used for."""

    TRAIN = "train"
    DEV = "dev"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Split:
    """The side of each article by key, in the order given, and how many groups they form.

    `shared` is the share of the words of `dev` and `test` that stand in a run of words also found in `train`
    (`core.likeness`); `shared_test` the share of `test` found in the other two.
    """

    sides: Mapping[str, Side]
    groups: int
    shared: float
    shared_test: float

    def keys(self, side: Side) -> list[str]:
        """Return the keys of one side, in order."""
        return [key for key, one in self.sides.items() if one is side]


def split(articles: Sequence[Article], used: Mapping[str, Side] | None = None) -> Split:
    """Return the side of each article. `used` are the sides, by key, of those that an earlier model had."""
    told = groups([(one.key, sought(one), one.date) for one in articles], Strength.EITHER)
    sides = sided(told, {one.key: one.text_hash for one in articles}, used or {})
    ordered = {one.key: sides[one.key] for one in articles}

    def texts(*wanted: Side) -> list[str]:
        return [one.text for one in articles if ordered[one.key] in wanted]

    return Split(
        ordered,
        len(told),
        shared(texts(Side.DEV, Side.TEST), texts(Side.TRAIN)),
        shared(texts(Side.TEST), texts(Side.TRAIN, Side.DEV)),
    )


def sought(article: Article) -> str:
    """Return the words of an article by which it is grouped."""
    return f"{article.title}\n{article.text}"


def sided(told: Sequence[Group], hashes: Mapping[str, str], used: Mapping[str, Side]) -> dict[str, Side]:
    """Return the side of each article of these groups, by key. `hashes` are those of their texts; `used` as above."""
    sides: dict[str, Side] = {}
    for group in told:
        before = [used[key] for key in group.keys if key in used]
        side = before[0] if before else _side(hashes[group.name])
        sides |= {key: used.get(key, side) for key in group.keys}
    if not used:
        _fill(sides, [group.keys for group in told], hashes)
    return sides


def _side(text_hash: str) -> Side:
    bucket = int(hashlib.sha256(f"side:{text_hash}".encode()).hexdigest()[:8], 16) % _BUCKETS
    return Side.TEST if bucket < _TEST else Side.DEV if bucket < _DEV else Side.TRAIN


def _fill(sides: dict[str, Side], told: Sequence[Sequence[str]], hashes: Mapping[str, str]) -> None:
    """Give each side at least one group, where few articles left one empty: the smallest of the fullest side."""
    for side in (Side.TRAIN, Side.TEST, Side.DEV):
        if len(told) < len(Side) or side in sides.values():
            continue
        by_side = {one: [group for group in told if sides[group[0]] is one] for one in Side}
        fullest = max(Side, key=lambda one: len(by_side[one]))
        moved = min(by_side[fullest], key=lambda group: (len(group), hashes[group[0]]))
        sides |= dict.fromkeys(moved, side)
