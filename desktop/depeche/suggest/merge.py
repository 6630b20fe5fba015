"""One answer from several sources: spans that may not overlap are chosen, the others dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from depeche.core.span import reading_order
from depeche.core.suggestion import Suggestion
from depeche.suggest.ground import Ground

Trust = Callable[[Suggestion], float]
"""Tells how likely a suggestion is right: `Reliability.of`."""

_LIKELY = 0.8
"""How sure trust and the source itself must both be of a longer one that is to go first."""
_BEHIND = 1e-9
_APART = 0.5
"""How much a second source's word adds: 1 were two sources wrong independently, 0 if always together. They read the
same words, so half."""


def merge(proposed: Iterable[Suggestion], nests: Callable[[str], bool], trust: Trust) -> list[Suggestion]:
    """Return the suggestions to show, in reading order.

    Of two at the same place with the same label the one to be trusted more stays, with its own source and score. If
    they agree on the kind as well, the other's reason stands behind its own and it is trusted more than either:
    1 - (1 - best) · (1 - other · `_APART`). Of flat labels the one that holds another label's goes before it, as the
    guide has it (« Mouvement du 23 mars »), if it is likely right; of others that overlap the one to be
    trusted most stays; of equals that with the better score, then the longer one. Labels that nest stay beside
    everything.
    """
    at: dict[tuple[int, int, str], list[Suggestion]] = {}
    for one in proposed:
        at.setdefault((one.start, one.end, one.label), []).append(one)
    best = [_agreed(same, trust) for same in at.values()]
    kept = [one for _, one in best if nests(one.label)]
    ground = Ground(max((one.end for _, one in best), default=0))
    flat = _longer_first([(sure, one) for sure, one in best if not nests(one.label)])
    for _, one in sorted(flat, key=lambda each: (-each[0], -(each[1].score or 0), *_longest_first(each[1]))):
        if ground.is_free(one):
            ground.take(one)
            kept.append(one)
    return reading_order(kept)


def _longer_first(flat: list[tuple[float, Suggestion]]) -> list[tuple[float, Suggestion]]:
    """Return the same, what is part of a longer, likely one of another label put just behind that one."""
    furthest: dict[str, tuple[float, Suggestion]] = {}
    ranked = []
    for sure, one in sorted(flat, key=lambda each: (each[1].start, -each[1].end)):
        rank = sure
        for label, (longer, other) in furthest.items():
            if label != one.label and one.end <= other.end and (one.start, one.end) != (other.start, other.end):
                rank = min(rank, longer - _BEHIND)
        ranked.append((rank, one))
        if min(sure, one.score or 0) > _LIKELY and (one.label not in furthest or one.end > furthest[one.label][1].end):
            furthest[one.label] = (rank, one)
    return ranked


def _longest_first(one: Suggestion) -> tuple[int, int]:
    return one.start - one.end, one.start


def _agreed(same: list[Suggestion], trust: Trust) -> tuple[float, Suggestion]:
    """Return the best of the suggestions for one place and label, and how sure it is with those that agree."""
    if len(same) == 1:
        return trust(same[0]), same[0]
    ranked = sorted(same, key=lambda one: (-trust(one), -(one.score or 0)))
    best = ranked[0]
    doubt = 1 - trust(best)
    told, reasons = {best.source}, [best.reason]
    for one in ranked[1:]:
        if one.source not in told and one.kind in (best.kind, None):
            told.add(one.source)
            reasons.append(one.reason)
            doubt *= 1 - trust(one) * _APART
    if len(told) > 1:
        best = replace(best, reason=" + ".join(filter(None, reasons[:2])))
    return 1 - doubt, best
