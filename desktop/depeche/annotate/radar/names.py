"""One actor under two names: values that are forms of one another, aliases of the registry or of the lists."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Levenshtein

from depeche.annotate.radar.finding import Finding, Kind, Mend, words_of
from depeche.annotate.radar.lore import Lore
from depeche.core.actor import Actor
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span, Value
from depeche.core.words import folded
from depeche.messages import number, tr
from depeche.store.pages import Page

_LONG_WORD = 5
_LONG_NAME = 9


@dataclass
class Use:
    """Where a value is used: the spans of its label, and the quotes it speaks, each with its page."""

    value: str
    kind: str | None = None
    uses: list[tuple[Page, Span]] = field(default_factory=list)
    kinds: Counter[str | None] = field(default_factory=Counter)


def names(pages: Iterable[Page], actors: Sequence[Actor], scheme: Scheme, lore: Lore) -> list[Finding]:
    """Return the values that stand for an actor who has another name elsewhere, with all spans that have them."""
    used = _used(pages, scheme)
    target: dict[str, tuple[str, float]] = {}
    registered = {actor.name for actor in actors}
    for value, name in _aliases(used, actors):
        target.setdefault(value, (name, 1.0))
    for group, weight in _groups(used, lore):
        best = _best(group, used, registered, lore)
        for value in group:
            if value != best:
                target.setdefault(value, (best, weight))
    return [_finding(used[value], name, used, weight) for value, (name, weight) in target.items() if name != value]


def _used(pages: Iterable[Page], scheme: Scheme) -> dict[str, Use]:
    used: dict[str, Use] = {}
    speaking = []
    for page in pages:
        for span in page.spans:
            kind = scheme.get(span.label).value if span.label in scheme else ValueType.NONE
            if kind is ValueType.NAME and isinstance(span.value, str) and span.value:
                one = used.setdefault(span.value, Use(span.value))
                one.uses.append((page, span))
                one.kinds[span.kind] += 1
            elif kind is ValueType.SPEAKER:
                speaking.append((page, span))
    for page, span in speaking:
        for name in (span.value,) if isinstance(span.value, str) else span.value or ():
            used.setdefault(name, Use(name)).uses.append((page, span))
    for one in used.values():
        one.kind = one.kinds.most_common(1)[0][0] if one.kinds else None
    return used


def _aliases(used: Mapping[str, Use], actors: Sequence[Actor]) -> Iterator[tuple[str, str]]:
    """Yield values that are another name of one actor of the registry, and of no other."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for form in actor.forms:
            forms[folded(form)].add(actor.name)
    for value in used:
        known = forms.get(folded(value), set())
        if len(known) == 1 and value not in known:
            yield value, next(iter(known))


def _groups(used: Mapping[str, Use], lore: Lore) -> Iterator[tuple[list[str], float]]:
    """Yield values that mean one actor, the surest ways first."""
    same: defaultdict[str, list[str]] = defaultdict(list)
    people: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    words = {value: folded(value).split() for value in used}
    for value, said in words.items():
        same[" ".join(sorted(said) if _is_person(used[value]) else said)].append(value)
        if _is_person(used[value]) and len(said) > 1:
            people[said[0], said[-1]].append(value)
    for group in same.values():
        if len(group) > 1:
            yield group, 0.95
    for value in used:
        known = lore.known(value)
        if known is not None and known[0] != value and known[0] in used and known[1] == used[value].kind:
            yield [known[0], value], 0.9
    for group in people.values():
        if len(group) > 1:
            yield group, 0.85
    yield from _misspelt(used, words)
    yield from _surnames(used, words)


def _misspelt(used: Mapping[str, Use], words: Mapping[str, list[str]]) -> Iterator[tuple[list[str], float]]:
    """Yield names that differ by one letter in a long word."""
    near: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for value, said in words.items():
        if len(said) > 1:
            for n, word in enumerate(said):
                near[n if n < len(said) - 1 else -1, word].append(value)
    pairs = set()
    for alike in near.values():
        for n, first in enumerate(alike):
            for second in alike[n + 1 : n + 50]:
                if (first, second) not in pairs and _differs_by_a_letter(words[first], words[second]):
                    pairs.add((first, second))
    for first, second in sorted(pairs):
        one, other = used[first].kind, used[second].kind
        if one == other or None in (one, other):
            yield [first, second], 0.6


def _differs_by_a_letter(first: Sequence[str], second: Sequence[str]) -> bool:
    if len(first) != len(second) or sum(map(len, first)) < _LONG_NAME:
        return False
    others = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(others) != 1:
        return False
    (a, b) = others[0]
    plain = a.isalpha() and b.isalpha() and min(len(a), len(b)) >= _LONG_WORD
    return plain and a.rstrip("se") != b.rstrip("se") and Levenshtein.distance(a, b) == 1


def _surnames(used: Mapping[str, Use], words: Mapping[str, list[str]]) -> Iterator[tuple[list[str], float]]:
    """Yield a surname used as a value where the same article names its bearer in full, and nobody else of that name."""
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for value, said in words.items():
        if len(said) > 1 and _is_person(used[value]):
            bearers[said[-1]].append(value)
    for value, said in words.items():
        known = bearers.get(said[0], []) if len(said) == 1 else []
        if len(known) == 1 and used[value].kind in ("PER", None):
            there = {page.article.key for page, _ in used[known[0]].uses}
            if all(page.article.key in there for page, _ in used[value].uses):
                yield [known[0], value], 0.8


def _is_person(use: Use) -> bool:
    return use.kind == "PER"


def _best(group: Sequence[str], used: Mapping[str, Use], registered: set[str], lore: Lore) -> str:
    """Return the name to keep: the registry's, else the lists', else the most used, else the fullest."""

    def worth(value: str) -> tuple[bool, bool, int, int]:
        known = lore.known(value)
        listed = known is not None and known[0] == value and any(lore.known(o) == known for o in group if o != value)
        full = len(value.split()) > 1 if len({len(one.split()) == 1 for one in group}) > 1 else False
        return value in registered, listed or full, len(used[value].uses), len(value)

    return max(group, key=worth)


def _finding(use: Use, name: str, used: Mapping[str, Use], weight: float) -> Finding:
    page, first = use.uses[0]
    article = page.article
    others = len(used[name].uses) if name in used else 0
    sentence = tr("« {value} » ({here}) et « {name} » ({there}) sont un même acteur.", value=use.value, name=name,
                  here=number(len(use.uses)), there=number(others))  # fmt: skip
    mends = tuple(
        Mend(page.article.key, span, replace(span, value=_renamed(span.value, use.value, name)))
        for page, span in use.uses
    )
    return Finding(
        Kind.NAMES,
        "/".join((Kind.NAMES, *sorted((use.value, name)))),
        article.key,
        article.number,
        first.start,
        first.end,
        words_of(page, first.start, first.end),
        sentence,
        tuple(span.key for _, span in use.uses),
        mends,
        weight,
    )


def _renamed(value: Value, old: str, name: str) -> Value:
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(name if one == old else one for one in value))
    return name
