"""Where cue verbs stand in a sentence: auxiliaries, pronouns, passives. Knows not who their subjects are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from depeche.suggest.quotes.cues import Cue
from depeche.suggest.quotes.grammar import (
    AUXILIARIES,
    BEFORE_NOUN,
    BEING,
    CLITICS,
    PREPOSITIONS,
    PRONOUNS,
    REFLEXIVE,
    clitic,
)
from depeche.suggest.quotes.mentions import Mentions
from depeche.suggest.quotes.reading import MASK, Reading, Token
from depeche.suggest.quotes.roles import speaks

_MOVING = frozenset({"convenir"})
"""Verbs conjugated with « être » that are no passives."""
_OBJECTS = frozenset("l' le la les leur".split())
_ALSO_NOUNS = frozenset(
    "attaque note juge menace annonce demande réplique critique signe estime doute souffle adresse presse affiche "
    "traite "
    "cite lance reproche analyse réclame relève pointe propose tacle marque avance soupire conteste réponse".split()
)
_ADVERBS = frozenset("même aussi donc encore toutefois pourtant ainsi déjà ensuite cependant désormais".split())
_BEFORE_NAMES = frozenset("un une le la les ce cet cette ces son sa ses au du".split())
_OBJECT_FOLLOWS = ("que", "qu'", ":", "à")
_AGENT_REACH = 14


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb in a sentence: `first` and `last` are the tokens of its group (« a-t-il pourtant dit »).

    `pronoun` is the subject that stands inside the group. `agent` is where « par X » begins after a passive, None for
    an active verb.
    """

    cue: Cue
    first: int
    last: int
    pronoun: str | None = None
    agent: int | None = None


class Verbs:
    """The cue verbs of an article, sentence by sentence, found when asked for."""

    def __init__(self, reading: Reading, mentions: Mentions, cues: Mapping[str, tuple[Cue, ...]]) -> None:
        self._reading = reading
        self._mentions = mentions
        self._cues = cues
        self._found: dict[int, list[Verb]] = {}

    def of(self, sentence: int) -> list[Verb]:
        """Return the verbs of a sentence in reading order."""
        if sentence not in self._found:
            tokens = self._reading.tokens(sentence)
            names = frozenset(m.end for m in self._mentions.of(sentence) if m.name)
            self._found[sentence] = self.among(tokens, names)
        return self._found[sentence]

    def among(self, tokens: list[Token], names: frozenset[int] = frozenset()) -> list[Verb]:
        """Return the verbs among `tokens`; `names` are the offsets where a name ends."""
        return [v for k, t in enumerate(tokens) if t.word in self._cues and (v := self._read(tokens, k, names))]

    def _read(self, tokens: list[Token], k: int, names: frozenset[int]) -> Verb | None:
        before = tokens[k - 1].word if k else ""
        for cue in self._cues[tokens[k].word]:
            last = _tail(tokens, k, cue)
            if last is None:
                continue
            if cue.form == "participle":
                verb = self._participle(tokens, k, last, cue)
            elif cue.form == "finite":
                verb = self._finite(tokens, k, last, cue, names)
            elif cue.form == "gerund":
                noun = speaks(tokens[k].word) or (before in BEFORE_NOUN and not _takes_object(tokens, k))
                noun = noun and not (cue.clitics and before in cue.clitics)  # « s'opposant », « un opposant »
                verb = None if noun or (cue.clitics and before not in cue.clitics) else Verb(cue, k, last)
            else:
                name = k > 0 and self._reading.text[tokens[k].start].isupper()  # « sur Twitter »
                noun = name or (before in BEFORE_NOUN and before not in (*_OBJECTS, "de", "d'"))
                verb = None if noun or (cue.clitics and before not in cue.clitics) else Verb(cue, k, last)
            if verb is not None:
                return verb
        return None

    def _participle(self, tokens: list[Token], k: int, last: int, cue: Cue) -> Verb | None:
        group = _auxiliary(tokens, k, cue) if not k or tokens[k - 1].word not in BEFORE_NOUN else None
        if group is not None:
            if cue.clitics and not any(t.word in cue.clitics for t in tokens[group[0] : group[0] + 2]):
                return None
            return Verb(cue, group[0], last, group[1])
        if cue.clitics or (k and tokens[k - 1].word in _BEFORE_NAMES) or (agent := _agent(tokens, k)) is None:
            return None
        return Verb(cue, k, last, None, agent)

    def _finite(self, tokens: list[Token], k: int, last: int, cue: Cue, names: frozenset[int]) -> Verb | None:
        before = tokens[k - 1].word if k else ""
        if before in BEING or (before in BEFORE_NOUN and before not in _OBJECTS) or self._is_noun(tokens, k, names):
            return None
        first = _clitics(tokens, k)
        if cue.clitics and not any(t.word in cue.clitics for t in tokens[first:k]):
            return None
        pronoun = clitic(tokens[k + 1].word) if k + 1 < len(tokens) else ""
        return Verb(cue, first, max(last, k + 1) if pronoun else last, pronoun or None)

    def _is_noun(self, tokens: list[Token], k: int, names: frozenset[int]) -> bool:
        """Tell whether a form is a noun: « la note », not « il la note »; « une vive attaque », not « X attaque »."""
        if not k:
            return False
        before = tokens[k - 1]
        if before.word in _OBJECTS:
            bare = k < 2 or tokens[k - 2].word not in (*PRONOUNS, "qui", "ne", "et", "puis")
            return bare and (tokens[k].word in _ALSO_NOUNS or before.word != "leur")
        if k + 1 < len(tokens) and clitic(tokens[k + 1].word):
            return False
        if tokens[k].word not in _ALSO_NOUNS or before.word in (*PRONOUNS, *CLITICS, "qui"):
            return False
        if before.word in (",", ")", "et", "puis"):
            if k > 1 and tokens[k - 2].word.startswith(MASK):
                return False  # « … », estime X
            follow = k + 2 if k + 1 < len(tokens) and tokens[k + 1].word in _ADVERBS else k + 1
            after = tokens[follow].word if follow < len(tokens) else ""
            return not (
                after in BEFORE_NOUN | PREPOSITIONS or after in _OBJECT_FOLLOWS or after.endswith((MASK, "ment"))
            )
        letter = self._reading.text[before.start]
        if k > 1 and before.word in ("dernier", "dernière") and tokens[k - 2].word in ("ce", "cette"):
            return False
        if before.end in names or not letter.isalpha() or letter.isupper():
            return False
        return not any(speaks(t.word) for t in tokens[max(0, k - 2) : k])


def _takes_object(tokens: list[Token], k: int) -> bool:
    """« X a critiqué Y, l'accusant de … »: tell whether a pronoun stands between the comma and the participle."""
    return k > 1 and tokens[k - 1].word in _OBJECTS and tokens[k - 2].word in (",", "en", "tout")


def _tail(tokens: list[Token], k: int, cue: Cue) -> int | None:
    """Return the last token of the verb with its tail (« a fait pourtant savoir »), None where the tail is "
    "missing."""
    if not cue.tail:
        return k
    for j in range(k + 1, min(k + 4, len(tokens))):
        if tuple(t.word for t in tokens[j : j + len(cue.tail)]) == cue.tail:
            return j + len(cue.tail) - 1
    return None


def _clitics(tokens: list[Token], k: int) -> int:
    while k and tokens[k - 1].word in CLITICS:
        k -= 1
    return k


def _auxiliary(tokens: list[Token], k: int, cue: Cue) -> tuple[int, str | None] | None:
    """Return the first token of « a-t-il pourtant » before a participle and its pronoun, None without auxiliary.

    A passive has none: « est-il ajouté » and « a été rapporté » name nobody who speaks.
    """
    pronoun: str | None = None
    commas = False
    for j in range(k - 1, max(-1, k - 9), -1):
        word = tokens[j].word
        if word == "été":
            return None
        if word in AUXILIARIES or (word == "à" and j == k - 1):  # « à posté », as some write it
            first = _clitics(tokens, j)
            if word in BEING and cue.infinitive not in _MOVING and tokens[first].word not in REFLEXIVE:
                return None
            return first, pronoun
        if inverted := clitic(word):
            pronoun = inverted
        elif word == ",":
            commas = True
        elif word.startswith(MASK) or word in ("qui", "que", "qu'", ".", ":", ";") or (not commas and k - j > 4):
            return None
    return None


def _agent(tokens: list[Token], k: int) -> int | None:
    """Return where the agent of a passive begins (« qualifié par X de »), None where none is named."""
    for t in tokens[k + 1 : k + _AGENT_REACH]:
        if t.word == "par":
            return t.start
        if t.word in (",", ";", ":", "qui", "que", "qu'", "a", "ont"):
            break
    return None
