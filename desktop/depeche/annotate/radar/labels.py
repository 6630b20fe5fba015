"""The same words marked two ways: another label, another kind, another value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from depeche.annotate.radar.finding import Finding, Kind, Mend, about
from depeche.annotate.radar.index import Index
from depeche.annotate.radar.lore import Lore
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span
from depeche.core.words import folded
from depeche.messages import tr
from depeche.store.pages import Page

Mention = tuple[Page, Span]
_BY_PLACE = (ValueType.DATE, ValueType.NUMBER, ValueType.SPEAKER)


def two_ways(
    form: str, index: Index, scheme: Scheme, lore: Lore, registered: Mapping[str, str] | None = None
) -> list[Finding]:
    """Return what contradicts other spans of the same words; `registered` has the label of each registered form.

    Which label is meant, the rules and the registry say before the majority does: a wrong label given everywhere at one
    stroke is the majority. Where nothing says it there is no mend.
    """
    met = [(page, span) for page, span in index.spans_of(form) if span.label in scheme and not scheme.nests(span.label)]
    if len(met) < 2:
        return []
    counts = Counter(span.label for _, span in met)
    label = _usual(counts, met, lore, lambda span: span.label)
    found = list(_labels(form, met, scheme, lore, registered or {})) if len(counts) > 1 else []
    if scheme.get(label).value not in _BY_PLACE:
        alike = [(page, span) for page, span in met if span.label == label]
        found += _kinds(alike, scheme, lore)
        found += _values(form, alike, lore)
    return found


def _usual(counts: Counter[str], met: Sequence[Mention], lore: Lore, said: object) -> str:
    """Return the most frequent label; of several as frequent the one that the rules have too, else the first met."""
    most = max(counts.values())
    best = [label for label, n in counts.items() if n == most]
    if len(best) == 1:
        return best[0]
    return next((span.label for page, span in met if span.label in best and lore.proposes(page.article, span)), best[0])


def _labels(
    form: str, met: Sequence[Mention], scheme: Scheme, lore: Lore, registered: Mapping[str, str]
) -> Iterator[Finding]:
    counts = Counter(span.label for _, span in met)
    listed = registered.get(form) or (_named(counts, scheme) if lore.known(form) is not None else None)
    for page, span in met:
        ranks = {label: _rank(page, span, label, listed, counts, scheme, lore) for label in counts}
        best = max(ranks.values())
        meant = [label for label, rank in ranks.items() if rank == best]
        if meant[0] == span.label:  # of labels that nothing parts, the others are told of
            continue
        either = scheme.get(meant[0]).value in _BY_PLACE and scheme.get(span.label).value in _BY_PLACE
        if either and not best.rules and ranks[span.label].plausible:
            continue  # « trois jours » is a date here and a figure there
        yield _contradicted(page, span, meant, best, met, scheme, lore)


class _Rank(NamedTuple):
    """What speaks for a label in a place, the strongest first."""

    rules: bool
    listed: bool
    plausible: bool
    times: int


def _rank(
    page: Page, span: Span, label: str, listed: str | None, counts: Counter[str], scheme: Scheme, lore: Lore
) -> _Rank:
    new = replace(span, label=label, kind=None, value=None, attrs={})
    plausible = scheme.get(label).value not in _BY_PLACE or lore.read(page.article, new).value is not None
    return _Rank(bool(lore.proposes(page.article, new)), label == listed, plausible, counts[label])


def _named(counts: Counter[str], scheme: Scheme) -> str | None:
    """Return the one label of names among these; None where there are several, or none."""
    names = [label for label in counts if scheme.get(label).value is ValueType.NAME]
    return names[0] if len(names) == 1 else None


def _contradicted(
    page: Page, span: Span, meant: list[str], rank: _Rank, met: Sequence[Mention], scheme: Scheme, lore: Lore
) -> Finding:
    usual = meant[0]
    new = replace(span, label=usual, kind=None, value=None, attrs={})
    if scheme.get(usual).value in _BY_PLACE:
        new = lore.read(page.article, new)
    else:
        alike = Counter((one.kind, one.value) for _, one in met if one.label == usual)
        (kind, value), _ = alike.most_common(1)[0]
        new = replace(new, kind=kind, value=value)
    sentence = tr(
        "Étiqueté {here} ici, {usual} %n fois ailleurs.|Étiqueté {here} ici, {usual} %n fois ailleurs.",
        n=sum(one.label == usual for _, one in met),
        here=scheme.get(span.label).name,
        usual=scheme.get(usual).name,
    )
    known = rank.rules or rank.listed
    mends = (Mend(page.article.key, span, new),) if len(meant) == 1 and (known or rank.plausible) else ()
    weight = 0.95 if known else 0.9 * _share(rank.times, met) if mends else 0.3
    return about(page, Kind.LABEL, span, sentence, mends=mends, weight=weight, also=usual)


def _kinds(alike: Sequence[Mention], scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    """Yield spans of another kind than most with the same words; where the value is another too, both may be right."""
    met = [(page, span) for page, span in alike if span.kind]
    counts = Counter(span.kind for _, span in met if span.kind)
    if len(counts) < 2:
        return
    most = max(counts.values())
    best = [kind for kind, n in counts.items() if n == most]
    known = lore.known(" ".join(met[0][0].article.text[met[0][1].start : met[0][1].end].split()))
    usual = known[1] if len(best) > 1 and known is not None and known[1] in best else best[0]
    values = {span.value for _, span in met if span.kind == usual}
    for page, span in met:
        if span.kind == usual or span.value not in values:
            continue
        label = scheme.get(span.label)
        sentence = tr(
            "Ici {here}, {usual} %n fois ailleurs.|Ici {here}, {usual} %n fois ailleurs.",
            n=counts[usual],
            here=label.kind_name(span.kind),
            usual=label.kind_name(usual),
        )
        mends = (Mend(page.article.key, span, replace(span, kind=usual)),)
        yield about(page, Kind.GENRE, span, sentence, mends=mends, weight=_share(counts[usual], met), also=usual)


def _values(form: str, alike: Sequence[Mention], lore: Lore) -> Iterator[Finding]:
    """Yield spans whose value is another than most have with the same words, unless the words may mean either."""
    met = [(page, span) for page, span in alike if isinstance(span.value, str)]
    counts = Counter(str(span.value) for _, span in met)
    if len(counts) < 2 or (form.islower() and " " not in form):
        return
    wanted = set(folded(form).split())
    most = max(counts.values())
    best = [value for value, n in counts.items() if n == most]
    known = lore.known(form)
    usual = known[0] if len(best) > 1 and known is not None and known[0] in best else best[0]
    for page, span in met:
        value = str(span.value)
        said = set(folded(value).split())
        if value == usual or (wanted <= said and (len(wanted) == 1 or wanted != said)):
            continue  # a surname, or a short name, of somebody else
        if _is_one_name(folded(value).split(), folded(usual).split()):
            continue  # written two ways, which is said of the name
        if (lore.is_place(form) or _of_place(page, span)) and counts[value] > 1:
            continue  # « Bruxelles »: Belgium, or the Union
        kinds = Counter(one.kind for _, one in met if one.value == usual)
        new = replace(span, value=usual, kind=kinds.most_common(1)[0][0])
        sentence = tr(
            "Vaut « {here} » ici, « {usual} » %n fois ailleurs.|Vaut « {here} » ici, « {usual} » %n fois ailleurs.",
            n=counts[usual],
            here=value,
            usual=usual,
        )
        mends = (Mend(page.article.key, span, new),)
        yield about(page, Kind.VALUE, span, sentence, mends=mends, weight=_share(counts[usual], met), also=usual)


def _is_one_name(first: list[str], second: list[str]) -> bool:
    whole = len(first) > 1 and len(second) > 1
    return sorted(first) == sorted(second) or (whole and (first[0], first[-1]) == (second[0], second[-1]))


def _of_place(page: Page, span: Span) -> bool:
    """Tell whether a group's or office's name says less than its value: « autorités », « ministère »."""
    return span.kind in ("GRP", "ORG") and page.article.text[span.start].islower()


def _share(usual: int, met: Iterable[Mention]) -> float:
    return usual / max(1, sum(1 for _ in met))
