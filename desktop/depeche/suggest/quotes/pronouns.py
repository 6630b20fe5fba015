"""Whom « il », « elle », « ils » and « elles » stand for. Knows who was named and who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from depeche.suggest.quotes.attribution import SURE, Attribution, Speaker
from depeche.suggest.quotes.grammar import ACCORDING, THIRD
from depeche.suggest.quotes.meaning import Subjects
from depeche.suggest.quotes.mentions import Mention, Mentions
from depeche.suggest.quotes.pairing import Pair
from depeche.suggest.quotes.phrases import is_person

_BACK = 6
"""How many sentences back a pronoun may point."""
_FAR = 1500
_NEAR = 800
_FADING = 0.9
_WRONG = 0.35
"""How likely a pronoun is for somebody of the other gender."""
_NOUN = 0.7
"""How sure a noun at most is that stands for a person as a pronoun does."""


@dataclass(slots=True)
class Memory:
    """Who said the quote before: `speakers`, up to `end`; `nobody` is the end of one that somebody nameless said."""

    end: int = -1
    speakers: tuple[Speaker, ...] = ()
    nobody: int = -1

    def keep(self, pair: Pair, attribution: Attribution) -> None:
        """Remember who said a quote that is one, for those that follow."""
        if attribution.speakers and attribution.speakers[0].score > SURE:
            self.end, self.speakers, self.nobody = pair.end, tuple(attribution.speakers), -1
        elif attribution.how:
            self.end, self.speakers, self.nobody = -1, (), pair.end

    def at(self, offset: int) -> str | None:
        """Return the name of who spoke last, seen from `offset`, None if that is too far off."""
        return self.speakers[0].name if self.speakers and offset - self.end < _FAR else None


class Pronouns:
    """Weighs those named before a pronoun: near ones first, subjects first, by number and gender."""

    def __init__(self, mentions: Mentions, memory: Memory) -> None:
        self._mentions = mentions
        self._memory = memory

    def name(
        self, found: Attribution, s: int, at: int, subjects: Subjects, scores: tuple[float, float], why: str
    ) -> None:
        """Propose `subjects` with the first score, or whom a pronoun stands for with the second."""
        if isinstance(subjects, str):
            found.speakers += self.resolve(s, subjects, at, scores[1])
            return
        for m in subjects:
            if m.pronoun:
                meant = self.resolve(s, m.pronoun, m.start, _NOUN, self._mentions.words(m))
                found.speakers += [one for one in meant if not m.role or self._mentions.may_be(one.name, m)]
        found.propose(subjects, scores[0], why)

    def stand_in(self, found: Attribution, s: int, subjects: Sequence[Mention]) -> None:
        """Propose who spoke last for a function without a name (« l'ancienne ministre »), if it may be theirs."""
        last = self._memory.speakers[0].name if self._memory.speakers else None
        for m in subjects[:1]:
            if m.name is None and m.role and last and self._mentions.may_be(last, m) and self._near(m.start):
                found.add(last, 0.5, f"fonction peut-être de {last}")

    def _near(self, at: int) -> bool:
        return 0 <= at - self._memory.end < _NEAR

    def owner(self, sentence: int, at: int, score: float) -> list[Speaker]:
        """Return whose « ses » at offset `at` may be: who spoke last, else those named before."""
        spoke = self._memory.at(at)
        if spoke:
            return [Speaker(spoke, score, "auteur de la citation précédente")]
        both = [*self.resolve(sentence, "il", at, score), *self.resolve(sentence, "elle", at, score)]
        return sorted(both, key=lambda one: -one.score)[:4]

    def resolve(self, sentence: int, pronoun: str, at: int, score: float, words: str = "") -> list[Speaker]:
        """Return whom `pronoun` at offset `at`, or `words` of its gender, may stand for, the likeliest with `score`."""
        if pronoun not in THIRD:
            return []
        ordered = self._ordered(sentence, at, pronoun)
        if words:
            ordered = [m for m in ordered if m.kind == "PER" or not m.name or (not m.kind and " " in m.name)]
        spoke = self._memory.at(at)
        if spoke and any(self._newer(m, spoke, pronoun) for m in ordered):
            spoke = None
        elif spoke and not pronoun.endswith("s") and not any(m.name == spoke for m in ordered):
            ordered.insert(0, Mention(0, 0, spoke, "PER"))
        nameless = self._memory.nobody >= 0 and at - self._memory.nobody < _NEAR
        nameless = nameless and not any(m.start > self._memory.nobody for m in ordered)
        if nameless or (ordered and ordered[0].name is None and not spoke):
            score *= 0.35  # the one spoken of last has no name
        best = sorted(_rate(ordered, pronoun, spoke).items(), key=lambda x: -x[1])[:4]
        reason = f"« {words or pronoun} » renvoie à "
        return [
            Speaker(name, score * min(1.0, value) * (0.6 if i else 1.0), reason + name)
            for i, (name, value) in enumerate(best)
        ]

    def _newer(self, m: Mention, spoke: str, pronoun: str) -> bool:
        """Tell whether another person that fits is the subject of a sentence after the quote of who spoke last."""
        if m.start < self._memory.end or m.kind != "PER" or not m.name or m.name == spoke or m.governed:
            return False
        return not pronoun.endswith("s") and m.feminine == pronoun.startswith("elle")

    def _counts(self, m: Mention, agree: tuple[bool, bool], far: bool) -> bool:
        """Tell whether a mention may be meant; of those without a name a person, and from nearby a body too."""
        if m.name or m.governed in ACCORDING:
            return True
        if m.governed or (m.plural, m.feminine) != agree:
            return False
        return not far or bool(m.role) or any(is_person(w) for w in self._mentions.words(m).lower().split())

    def _ordered(self, sentence: int, at: int, pronoun: str) -> list[Mention]:
        """Return those named before `at`, the likeliest first; one without a name only where the pronoun fits."""
        agree = (pronoun.endswith("s"), pronoun.startswith("elle"))
        found: list[Mention] = []
        held: list[Mention] = []
        for s in range(sentence, max(-1, sentence - _BACK), -1):
            these = self._mentions.apart(m for m in self._mentions.of(s) if m.end <= at and (m.role or not m.pronoun))
            these = [m for m in these if self._counts(m, agree, sentence - s > 1)]
            these.sort(key=lambda m: m.governed not in ACCORDING)
            free = [m for m in these if not m.governed or m.governed == "par" or m.governed in ACCORDING]
            rest = [m for m in these if m.governed]
            if s < sentence and self._mentions.opens_with(s, pronoun):
                held += [*free, *rest]  # « Il rejoint X »: X is the object of whom the pronoun before stands for
                continue
            found += free + rest if s < sentence else free[::-1]
            if found:
                found, held = [*found, *held], []
        return [*found, *held]


def _rate(ordered: Sequence[Mention], pronoun: str, spoke: str | None) -> dict[str, float]:
    plural, feminine = pronoun.endswith("s"), pronoun.startswith("elle")
    rated: dict[str, float] = {}
    for rank, m in enumerate(ordered):
        if m.name is None:
            continue
        value: float = _FADING**rank
        if plural != m.plural and m.kind:
            value *= 0.35
        if m.kind == "PER" and (m.masculine if feminine else m.feminine):
            value *= _WRONG
        elif feminine and not m.feminine and m.kind == "PER":
            value *= 0.6
        if m.kind in ("GPE", "ORG") and not plural:
            value *= 0.55
        if m.governed and m.name != spoke:
            value *= 0.6
        if m.name == spoke:
            value *= 1.35
        rated[m.name] = max(rated.get(m.name, 0.0), value)
    return rated
