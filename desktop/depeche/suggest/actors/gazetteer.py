"""The tables of names, loaded once. Knows the shape of the files, not how a text is read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from depeche.suggest.actors.conjugation import past_participles, present_participle, third_person
from depeche.suggest.actors.words import SOFT, Words, fold

_LONG_NAMES = frozenset(("state", "bloc", "organisation", "armed"))
"""The groups whose names of several words are known without their capitals."""
_TOWNS = frozenset(("Bruxelles", "Bercy"))
"""Seats that are also places to go to, like a capital."""
_WORLDLY = frozenset("champion championne champions coupe tour bout medecins record citoyens bouts autour miss".split())
"""What comes before « du Monde » where it is the world."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a table: what it stands for, its kind, and the class that says how to read it.

    `group` is `state`, `seat`, `capital`, `place`, or the class of an organisation. `shape` is the name as the table
    writes it, which says where a text must have capitals.
    """

    value: str
    kind: str
    group: str
    shape: tuple[str, ...]

    def fits(self, words: Words, first: int) -> bool:
        """Tell whether the capitals of the text allow this name at word `first`."""
        if self.group in _LONG_NAMES and (len(self.shape) > 2 or (len(self.shape) == 2 and self.shape[1].islower())):
            return True
        for offset, model in enumerate(self.shape):
            raw = words.raw[first + offset]
            if model.isupper() and len(model) > 1:
                if not raw.isupper():
                    return False
            elif model[0].isupper() and not raw[0].isupper():
                return False
        return True


@dataclass(frozen=True, slots=True)
class Demonym:
    """A form of an adjective of nation, people or faith, and the nations it may mean."""

    values: tuple[str, ...]
    plural: bool
    singular: bool
    noun: bool
    """The bare lower case word already names a group (faiths: « les musulmans »)."""


Trie = dict[str, "Trie | list[Entry] | list[str] | Demonym"]
"""Words to nested tries; what a name ends in stands under the empty word."""


def _add(trie: Trie, name: str, payload: Entry | str | Demonym) -> None:
    node = trie
    for word in _split(name):
        below = node.setdefault(word, {})
        assert isinstance(below, dict)
        node = below
    if isinstance(payload, Demonym):
        node[""] = payload
        return
    ends = node.setdefault("", [])
    assert isinstance(ends, list)
    ends.append(payload)  # type: ignore[arg-type]


@lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    return tuple(Words(name).raw)


def _split(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _words(name))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _parts(cell: str | None) -> list[str]:
    return [part for part in (cell or "").split("|") if part]


class Gazetteer:
    """All tables of one folder.

    `Gazetteer(folder)` reads `states.tsv`, `peoples.tsv`, `seats.tsv`, `organisations.tsv`, `places.tsv`, `heads.tsv`,
    `titles.tsv`, `names.tsv`, `persons.tsv`, `organisation_words.tsv` and `power_words.tsv`; a missing file raises
    `OSError`.
    """

    def __init__(self, folder: Path) -> None:
        self.names: Trie = {}
        self.contracted: Trie = {}
        self.adjectives: Trie = {}
        self.heads: Trie = {}
        self.qualifiers: set[str] = set()
        self.states: set[str] = set()
        self.capitals: dict[str, str] = {}
        self.civilities: set[str] = set()
        self.functions: set[str] = set()
        self.first_names: set[str] = set()
        self.family_names: set[str] = set()
        self.known_persons: dict[tuple[str, ...], tuple[tuple[str, ...], str]] = {}
        self.head_words: dict[str, set[str]] = {}
        self.power: dict[str, set[str]] = {}
        self._load_places(folder)
        self._load_actors(folder)
        self._load_cues(folder)

    def _name(self, name: str, value: str, kind: str, group: str) -> None:
        _add(self.names, name, Entry(value, kind, group, _words(name)))

    def _load_places(self, folder: Path) -> None:
        demonyms: dict[str, tuple[list[str], list[bool]]] = {}

        def demonym(row: dict[str, str], value: str) -> None:
            for column in ("m", "f", "m_pl", "f_pl"):
                for form in _parts(row[column]):
                    values, flags = demonyms.setdefault(" ".join(_split(form)), ([], [False, False, False]))
                    if value not in values:
                        values.append(value)
                    flags[column.endswith("_pl")] = True
                    flags[2] |= row["name"][0].islower()

        for row in _rows(folder / "states.tsv"):
            value = row["name"]
            self.states.add(value)
            for name in (value, *_parts(row["aliases"])):
                self._name(name, value, "GPE", "state")
            for name in _parts(row["capitals"]):
                self.capitals[name] = value
                self._name(name, value, "GPE", "capital")
            demonym(row, value)
        for row in _rows(folder / "peoples.tsv"):
            demonym(row, row["name"])
        for row in _rows(folder / "seats.tsv"):
            group = "capital" if row["name"] in self.capitals or row["name"] in _TOWNS else "seat"
            self._name(row["name"], row["power"], "GPE", group)
        for row in _rows(folder / "places.tsv"):
            self._name(row["name"], row["name"], "", "place")
        for form, (values, flags) in demonyms.items():
            _add(self.adjectives, form, Demonym(tuple(values), flags[1], flags[0], flags[2]))

    def _load_actors(self, folder: Path) -> None:
        for row in _rows(folder / "organisations.tsv"):
            for name in (row["name"], *_parts(row["aliases"])):
                self._name(name, row["name"], row["kind"], row["class"])
            if row["class"] == "media" and row["name"].startswith(("Le ", "Les ", "The ")):
                bare = row["name"].split(" ", 1)[1]
                _add(self.contracted, bare, Entry(row["name"], row["kind"], row["class"], _words(bare)))
        for row in _rows(folder / "names.tsv"):
            (self.first_names if row["order"] == "first" else self.family_names).add(fold(row["name"]))
        for row in _rows(folder / "persons.tsv"):
            self.known_persons[_split(row["surname"])] = (_split(row["name"]), row["name"])

    def _load_cues(self, folder: Path) -> None:
        for row in _rows(folder / "heads.tsv"):
            if row["kind"] == "qualifier":
                self.qualifiers.add(fold(row["head"]))
            else:
                _add(self.heads, row["head"], row["kind"])
        for row in _rows(folder / "titles.tsv"):
            bucket = self.civilities if row["class"] == "civility" else self.functions
            bucket.add(_split(row["title"])[-1])
        for row in _rows(folder / "organisation_words.tsv"):
            self.head_words.setdefault(row["class"], set()).add(_split(row["word"])[0])
        for row in _rows(folder / "power_words.tsv"):
            self.power.setdefault(row["class"], set()).add(_split(row["word"])[-1])
        power = self.power
        power["participle"] = {present_participle(verb) for verb in power["verb"]}
        speaking = power["verb"] | power["said"] | power["object_verb"]
        power["form"] |= {form for verb in speaking for form in third_person(verb)}
        power["said"] |= {f for verb in power["said"] for f in third_person(verb) | past_participles(verb)}
        power["said"] |= power["said_form"]
        for verb in power["object_verb"]:
            power["object"] |= {verb, present_participle(verb)} | third_person(verb) | past_participles(verb)

    def name_at(self, words: Words, first: int) -> tuple[int, Entry] | None:
        """Return the longest name that begins at word `first`, as the index after it and its entry."""
        best: tuple[int, Entry] | None = None
        for end, payload in _walk(self.names, words, first):
            for entry in payload if isinstance(payload, list) else ():
                if isinstance(entry, Entry) and entry.fits(words, first):
                    best = (end, entry)
                    break
        return best

    def contracted_at(self, words: Words, first: int) -> tuple[int, Entry] | None:
        """Return the paper whose article is drawn into « au », « du » before word `first`: « au Monde »."""
        drawn = words.at(first - 1) in ("au", "du", "aux", "des")
        if not words.joined(first) or not (drawn or words.at(first - 1) in ("le", "la", "l")):
            return None
        if words.capital[first - 1] or words.at(first - 2) in _WORLDLY:
            return None
        best: tuple[int, Entry] | None = None
        for end, payload in _walk(self.contracted, words, first):
            for entry in payload if isinstance(payload, list) else ():
                foreign = isinstance(entry, Entry) and entry.value.startswith("The ")  # « dans le Guardian »
                if isinstance(entry, Entry) and entry.fits(words, first) and (drawn or foreign):
                    best = (end, entry)
        return best

    def adjective_at(self, words: Words, first: int) -> tuple[int, Demonym] | None:
        """Return the longest adjective of nation at word `first`."""
        best: tuple[int, Demonym] | None = None
        for end, payload in _walk(self.adjectives, words, first):
            if isinstance(payload, Demonym):
                best = (end, payload)
        return best

    def head_at(self, words: Words, first: int) -> tuple[int, str] | None:
        """Return the longest head of an institution (`ORG`) or a group (`GRP`) at word `first`."""
        best: tuple[int, str] | None = None
        for end, payload in _walk(self.heads, words, first):
            if isinstance(payload, list) and isinstance(payload[0], str):
                best = (end, payload[0])
        return best


def _walk(trie: Trie, words: Words, first: int) -> Iterator[tuple[int, list[Entry] | list[str] | Demonym]]:
    node, index = trie, first
    while index < len(words.fold):
        if index > first and words.link[index] not in SOFT:
            return
        below = node.get(words.fold[index])
        if not isinstance(below, dict):
            return
        node, index = below, index + 1
        end = node.get("")
        if end is not None and not isinstance(end, dict):
            yield index, end
