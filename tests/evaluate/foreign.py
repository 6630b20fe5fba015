"""Other projects' labelled sets, and how each differs from what our analysts mark: told here and nowhere else.

Read `README.md` beside the data with this. A set is scored only on the labels in its `Set.labels`.

WiNER-fr: the last 200 articles, as the model is trained on the others.
- ACTOR is a name: no groups (GRP) and no institutions named by a common noun (« police turque »). Such a suggestion
  counts where the set has it and is neutral elsewhere. An adjective of a state behind a name (« ministère de
  l'Intérieur turc ») and an article before it may stand inside or outside.
- It has no kind for groups: peoples, teams and parties are ORG, and GRP is right for one.
- LOC covers towns, seas and streets, also where the state acts. A LOC that names a state or territory of the
  gazetteer must be found, as a GPE; of every other one, and of names inside names (`nested`), the set says nothing to
  us.
- DATE is absolute only: a suggestion without a digit or the name of a month, or that counts days or years from today
  (« il y a 10 ans »), is neutral where the set has none.
- « ce », « fin », « nuit du », « mois de » stand outside its dates and a clock time behind one is apart (HOUR); ours
  hold all of these.
- « 2014-2015 », « de 2014 à 2015 » are two dates there, one here: ours counts as both.
- Products and events (`ignore`) say neither yes nor no.

French TimeBank: determiners stand inside some spans (« le 30 octobre »), clock times outside; the other way round in
ours. TIMEX3 values are compared by what they mean. PRESENT_REF, « désormais » and « maintenant » have no counterpart.
Durations and repetitions are in `ignore`.

UD: FIGURE is the bare number with its multiple and sign; what bounds it (« près de ») and the unit or rate behind it
belong to ours: both borders count as exact. « 24 à 30 » is two figures there, one here: ours counts as both. A length
of time (DURATION) that we find to be a date isn't missed. « les deux pays » counts nothing by our guide: a number
word up to ten behind a definite article, a demonstrative or a possessive says neither yes nor no. Fractions (« la
moitié ») and « un an » are not marked there: neutral. A unit that we write as a symbol is compared with the word for
it.
QUOTE is everything between marks: titles and names among the FRAGMENTs, so that a FRAGMENT without a speaker says
neither yes nor no. A speaker without a name (« le premier magistrat », « elle ») isn't asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from depeche import paths
from depeche.core.suggestion import Suggestion
from tests.evaluate.counting import Document, Gold, Ignored, Sameness
from tests.evaluate.own import lines
from tests.evaluate.values import same_name, same_timex, within

TESTED = 200
"""How many articles at the end of WiNER-fr are never trained on."""

_KINDS = {"PER": "PER", "ORG": "ORG", "LOC": "GPE"}
_MONTHS = r"janvier|février|mars|avril|mai\b|juin|juillet|août|septembre|octobre|novembre|décembre"
_ABSOLUTE = re.compile(rf"\d|{_MONTHS}", re.I)
_FROM_TODAY = re.compile(r"\d+\s+(?:ans?|années?|mois|semaines?|jours?|heures?|minutes?)\b", re.I)
_PART = re.compile(
    r"\b(?:ce|cette|début|fin|mi|milieu|courant|nuit|matin|matinée|soir|soirée|après-midi|mois|années?)"
    r"(?:[ -]|\s+(?:d[eu]s?\s+|d['’]))$",
    re.I,
)
_DETERMINER = re.compile(r"(?:les?\s+|la\s+|l['’]|du\s+|des\s+|de\s+l['’]|de\s+la\s+)", re.I)
_NO_DATE = re.compile(r"désormais|maintenant", re.I)
_FRACTION = re.compile(r"tiers|quarts?\b|moitié|cinquième|dixième|\bune? (?:ans?|mois|jour|semaine|heure|an)\b", re.I)
_TAIL = re.compile(r"(?:\s?C\b|/h\b|\s+(?:suisses|US|sterling|environ)\b|\s+et\s+demie?\b)?(?:\s+par\s+\w+)?")
_SIGN = re.compile(r"[£$€]\s?$")
_SYMBOLS = {
    "m": "mètres", "km": "kilomètres", "cm": "centimètres", "mm": "millimètres", "ha": "hectares", "g": "grammes",
    "kg": "kilogrammes", "t": "tonnes", "kW": "kilowatts", "°C": "degrés", "EUR": "euros", "USD": "dollars",
    "FRF": "francs", "CHF": "francs", "GBP": "livres", "%": "pour", "l": "litres",
}  # fmt: skip
_COUNTED = re.compile(
    r"(?:\b(?:les|des|aux|ces|ses|leurs|nos|vos|mes|tes|autres|premiers|premières)|\bl['’])\s*$", re.I
)
_SMALL = frozenset("deux trois quatre cinq six sept huit neuf dix".split())
_BOUND = re.compile(
    r"(?:\b(?:plus|moins|près|environ|quelques?|presque|au moins|au plus|à peine|à peu près|au total|jusque?|entre|"
    r"une?|des|plusieurs|autour|de|à)|\b(?:d|jusqu)['’])\s*(?:à\s*)?$",
    re.I,
)
_JOIN = re.compile(r"\s*(?:-|–|/|à|et|ou|au|et\s+le|au\s+le|de|)\s*")


@dataclass(frozen=True)
class Set:
    """A labelled set: what it is called, its labels, its texts, how its values are compared, what is neutral in it."""

    name: str
    labels: tuple[str, ...]
    documents: list[Document]
    same: Sameness = field(default_factory=lambda: Sameness({}, same_name))
    neutral: Callable[[Document, Suggestion], bool] = lambda document, suggestion: False


def sets(data: Path) -> Iterator[Set]:
    """Return the labelled sets that are in the folder."""
    if (file := data / "winer_fr.jsonl").is_file():
        tested = [_winer(line, States()) for line in list(lines(file))[-TESTED:]]
        yield Set(f"winer_fr, last {TESTED}", ("ACTOR", "DATE"), tested, neutral=_winer_neutral)
    if (file := data / "ftib_fr.jsonl").is_file():
        yield Set(
            "ftib_fr", ("DATE",), [_timebank(one) for one in lines(file)], Sameness({"DATE": same_timex}, same_name)
        )
    for name in ("ud_figures_quotes_fr", "ud_sequoia_figures_quotes_fr"):
        if (file := data / f"{name}.jsonl").is_file():
            texts = [_universal(one) for one in lines(file)]
            same = Sameness({}, _speaker_or_unit)
            yield Set(name.replace("_figures_quotes", ""), ("FIGURE", "QUOTE"), texts, same, _universal_neutral)


def learning(data: Path) -> Iterator[Set]:
    """Return the texts, none of them tested on, that say how far a source of actors can be trusted."""
    if (file := data / "winer_fr.jsonl").is_file():
        states = States()
        texts = [_winer(line, states) for line in list(lines(file))[:-TESTED]]

        def neutral(document: Document, suggestion: Suggestion) -> bool:
            # « Paris » and « l'Élysée » for their state are towns and bodies there.
            stands_for = (
                suggestion.kind == "GPE" and document.text[suggestion.start : suggestion.end] not in states.names
            )
            return stands_for or _winer_neutral(document, suggestion)

        yield Set(f"winer_fr, first {len(texts)}", ("ACTOR",), texts, neutral=neutral)


class States:
    """The names and adjectives of states and territories in the program's own gazetteer."""

    def __init__(self) -> None:
        rows = (paths.resource("gazetteers") / "states.tsv").read_text(encoding="utf-8").splitlines()[1:]
        cells = [row.split("\t") for row in rows]
        self.names = {name for row in cells for name in (row[0], *row[1].split("|"))}
        self.adjectives = {word for row in cells for word in row[2:6] if word}


def _winer(line: dict[str, Any], states: States) -> Document:
    text, gold, ignored = line["text"], [], []
    for span in line["spans"]:
        start, end = span["start"], span["end"]
        if span["label"] == "DATE":
            starts = frozenset(_before(_PART, text, start))
            gold.append(Gold(start, end, "DATE", starts=starts, ends=_clock(line, end, "HOUR")))
        elif span["sub"] == "LOC" and span["text"] not in states.names:
            ignored.append(Ignored(start, end, frozenset(["ACTOR"])))
        else:
            after = re.compile(r"\s+([\w-]+)").match(text, end)
            ends = frozenset([after.end()] if after and after[1] in states.adjectives else [])
            kind, kinds = _KINDS[span["sub"]], frozenset(["GRP"] if span["sub"] == "ORG" else [])
            starts = _without_article(span)
            gold.append(Gold(start, end, "ACTOR", kind, starts=starts, ends=ends, kinds=kinds))
    places = {(one.start, one.end) for one in gold}
    ignored += [Ignored(one["start"], one["end"]) for one in line["ignore"]]
    ignored += [
        Ignored(one["start"], one["end"], frozenset(["ACTOR"]))
        for one in line["nested"]
        if (one["start"], one["end"]) not in places
    ]
    return Document(line["id"], text, line["date"], tuple(gold), tuple(ignored), _pairs(text, gold, "DATE"))


def _clock(line: dict[str, Any], end: int, sub: str) -> frozenset[int]:
    """Return where a clock time ends that the set has apart, close behind a date."""
    return frozenset(one["end"] for one in line["ignore"] if one["sub"] == sub and end <= one["start"] <= end + 6)


def _without_article(span: dict[str, Any]) -> frozenset[int]:
    lead = _DETERMINER.match(span["text"])
    return frozenset([span["start"] + lead.end()] if lead else [])


def _before(pattern: re.Pattern[str], text: str, start: int) -> Iterator[int]:
    """Return where the words before a span may begin, one after the other, that ours may hold."""
    while found := pattern.search(text, max(0, start - 20), start):
        start = found.start()
        yield start


def _winer_neutral(document: Document, suggestion: Suggestion) -> bool:
    text = document.text[suggestion.start : suggestion.end]
    if suggestion.label == "ACTOR":
        return suggestion.kind == "GRP" or text[0].islower()
    return not _ABSOLUTE.search(text) or bool(_FROM_TODAY.search(text))


def _universal_neutral(document: Document, suggestion: Suggestion) -> bool:
    text = document.text[suggestion.start : suggestion.end]
    return suggestion.label == "FIGURE" and bool(_FRACTION.search(text))


def _timebank(line: dict[str, Any]) -> Document:
    gold, ignored = [], [Ignored(one["start"], one["end"]) for one in line["ignore"]]
    for span in line["spans"]:
        if _NO_DATE.fullmatch(span["text"]):
            ignored.append(Ignored(span["start"], span["end"]))
            continue
        values = () if span["value"].endswith("_REF") else (span["value"],)
        ends = _clock(line, span["end"], "TIME") | frozenset([span["end"] - 1] if span["text"].endswith(",") else [])
        gold.append(Gold(span["start"], span["end"], "DATE", None, values, starts=_without_article(span), ends=ends))
    pairs = _pairs(line["text"], gold, "DATE")
    return Document(line["id"], line["text"], line["date"], tuple(gold), tuple(ignored), pairs)


def _universal(line: dict[str, Any]) -> Document:
    text, gold, ignored = line["text"], [], [Ignored(o["start"], o["end"]) for o in line["ignore"]]
    for span in line["spans"]:
        start, end = span["start"], span["end"]
        if span["label"] == "QUOTE":
            speaker = span.get("speaker")
            if span["sub"] == "FRAGMENT" and not speaker:
                ignored.append(Ignored(start, end, frozenset(["QUOTE"])))
                continue
            named = speaker and re.search(r"(?<!^)\b[A-ZÉÈ]\w+|^[A-ZÉÈ]\w+ [A-ZÉÈ]", speaker["text"])
            gold.append(Gold(start, end, "QUOTE", speakers=(speaker["text"],) if named else ()))
            continue
        if span["text"].casefold() in _SMALL and _COUNTED.search(text, max(0, start - 12), start):
            ignored.append(Ignored(start, end, frozenset(["FIGURE"])))
            continue
        unit = span.get("unit")
        excused = frozenset(["DATE"] if span.get("sub") == "DURATION" else [])
        ends = {tail.end() for at in (end, *([unit["end"]] if unit else [])) if (tail := _TAIL.match(text, at))}
        ends |= {unit["end"]} if unit else set()
        sign = _SIGN.search(text, 0, start)
        starts = {
            at for begin in (start, sign.start() if sign else start) for at in (begin, *_before(_BOUND, text, begin))
        }
        gold.append(
            Gold(
                start,
                end,
                "FIGURE",
                unit=unit["text"] if unit else None,
                starts=frozenset(starts),
                ends=frozenset(ends),
                excused=excused,
            )
        )
    return Document(line["id"], text, line.get("date"), tuple(gold), tuple(ignored), _pairs(text, gold, "FIGURE"))


def _speaker_or_unit(ours: str, gold: str) -> bool:
    """Compare a unit (ours in the plural, theirs as it stands) or a speaker (a name in the words that describe him)."""
    ours = _SYMBOLS.get(ours.split(" ")[0], ours)
    return within(ours, gold) or ours.rstrip("sx") == gold.rstrip("sx")


def _pairs(text: str, gold: list[Gold], label: str) -> tuple[tuple[Gold, Gold], ...]:
    line = sorted((one for one in gold if one.label == label), key=lambda one: one.start)
    return tuple((one, other) for one, other in pairwise(line) if _JOIN.fullmatch(text, one.end, other.start))
