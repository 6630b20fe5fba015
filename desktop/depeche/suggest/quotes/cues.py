"""Which words introduce somebody's speech: the table of cue verbs, conjugated. Knows no article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from depeche.suggest.quotes.grammar import REFLEXIVE

_PAIRED_IRREGULAR = 8
_THERE = frozenset({"y"})
_DOUBLING = ("appeler", "rappeler", "interpeler", "jeter")


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a cue verb.

    `kind` is the table's (say, answer, ask, write, think, order, judge, promise, express, relay). `quote` tells what it
    carries: `direct` whole quoted sentences and fragments, `incise` whole sentences only, `fragment` fragments only.
    `form` is `finite`, `participle` (past: needs an auxiliary), `gerund` (present participle) or `infinitive`. `tail`
    are the words that must follow (« savoir » for « faire savoir »).
    """

    infinitive: str
    kind: str
    quote: str
    form: str
    plural: bool = False
    tail: tuple[str, ...] = ()

    @property
    def reflexive(self) -> bool:
        """Whether the verb says something only with « se » (« s'indigner »)."""
        return self.infinitive.startswith(("s'", "se "))

    @property
    def clitics(self) -> frozenset[str]:
        """The pronouns one of which must stand before the verb; empty where it says something without any."""
        if self.infinitive.startswith("y "):
            return _THERE
        return REFLEXIVE if self.reflexive else frozenset()


def conjugate(infinitive: str, forms: str) -> list[tuple[str, str, bool]]:
    """Return `(form, finite | participle | gerund | infinitive, plural)` of a verb, third persons only.

    `forms` holds the eight forms of the table where the verb is irregular; it is empty for regular -er and -ir verbs.
    Raises `ValueError` where it holds another number of forms.
    """
    if forms:
        parts = forms.split()
        if len(parts) != _PAIRED_IRREGULAR:
            raise ValueError(f"{infinitive}: {len(parts)} forms instead of {_PAIRED_IRREGULAR}")
        one, many, was, did, did_many, done, doing, will = parts
    elif infinitive.endswith("ir"):
        stem = infinitive[:-1]
        one, many, was, did, did_many = stem + "t", stem + "ssent", stem + "ssait", stem + "t", stem + "rent"
        done, doing, will = stem, stem + "ssant", infinitive + "a"
    else:
        one, many, was, did, did_many, done, doing, will = _first_group(infinitive)
    found = [(one, "finite", False), (many, "finite", True), (was, "finite", False), (was[:-1] + "ent", "finite", True)]
    found += [(did, "finite", False), (did_many, "finite", True)]
    found += [(will, "finite", False), (will[:-1] + "ont", "finite", True)]
    found += [(infinitive, "infinitive", False)]
    found += [(will[:-1] + "ait", "finite", False), (will[:-1] + "aient", "finite", True), (doing, "gerund", False)]
    plural = done if done.endswith("s") else done + "s"
    return [*found, *((form, "participle", False) for form in (done, done + "e", plural, done + "es"))]


def _first_group(infinitive: str) -> tuple[str, ...]:
    stem = infinitive[:-2]
    soft = {"g": stem + "e", "c": stem[:-1] + "ç"}.get(stem[-1], stem)  # nous mangeons, nous annonçons
    strong = stem
    if infinitive.endswith(_DOUBLING):
        strong = stem + stem[-1]
    elif infinitive.endswith(("oyer", "uyer")):
        strong = stem[:-1] + "i"
    else:
        strong = re.sub(r"[eé]([bcdfghjklmnpqrstvz]{1,2}|gu|gn)$", r"è\1", stem) if _weak(stem) else stem
    will = infinitive + "a" if "é" in stem else strong + "era"
    return (strong + "e", strong + "ent", soft + "ait", soft + "a", stem + "èrent", stem + "é", soft + "ant", will)


def _weak(stem: str) -> bool:
    # « espérer » and « marteler » change their last vowel, « rester » and « adresser » do not.
    return re.search(r"(?:é(?:[bcdfghjklmnpqrstvz]|gu|gn|ch|tr)|e[lmnst vp])$", stem) is not None and not stem.endswith(
        "ee"
    )


@cache
def load(table: Path) -> dict[str, tuple[Cue, ...]]:
    """Return every conjugated form of the table, lower case, with the cues it may be.

    Raises `OSError` where the file cannot be read, `ValueError` where a line is not of the table's shape.
    """
    found: dict[str, list[Cue]] = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith(("#", "infinitive\t")):
            continue
        name, kind, quote, forms = [*line.split("\t"), ""][:4]
        head, *tail = re.sub(r"^(?:s['’]|se |y )", "", name).split()
        for form, tense, plural in conjugate(head, forms):
            cue = Cue(name, kind, quote, tense, plural, tuple(tail))
            known = found.setdefault(form, [])
            if all((c.infinitive, c.form) != (cue.infinitive, cue.form) for c in known):
                known.append(cue)
    # « fait savoir » before a bare « fait »; « a dit » before « il dit », which is only right without an auxiliary.
    # And « s'est félicité » before « a félicité ».
    return {form: tuple(sorted(cues, key=_first)) for form, cues in found.items()}


def _first(cue: Cue) -> tuple[int, bool, bool]:
    return -len(cue.tail), not cue.clitics, cue.form != "participle"
