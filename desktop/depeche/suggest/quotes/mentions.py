"""Who may speak: the actors an article names and the functions that stand for them. Knows no verb and no quote."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from depeche.core.suggestion import Suggestion
from depeche.suggest.quotes.grammar import CONTRACTED, DETERMINERS, LEADING, PREPOSITIONS, STOP, VERBAL
from depeche.suggest.quotes.reading import MASK, Reading, Token
from depeche.suggest.quotes.roles import (
    FEMININE,
    FUNCTION,
    MASCULINE,
    MEDIA,
    ROLES,
    TWO,
    role_of,
    speaks,
    stems,
)

_KINDS = ("PER", "ORG", "GPE", "GRP")
_LEAD = re.compile(
    r"(?:\b(?:le|la|les|un|une|son|sa|du|au|des|aux|notre|ce|cette)\s|\bl['’])(?:[^\W\d_]+\s){0,2}$", re.IGNORECASE
)
_BREAK = re.compile(rf"[,.;:!?()\n{MASK}]")
_BESIDE = re.compile(r"\s?,\s(?:(?:l['’]|la\s|le\s)?)([^,.;:()\x01\n]{3,80})")
_FORMER = re.compile(r"^(?:(?:ancien|ancienne|nouveau|nouvelle|actuel|actuelle)\s)+")
_WORD = re.compile(r"[^\W\d_]+['’]?")


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody in the reporter's text. `start` is where the whole phrase begins (« le président X »), `end` where it ends.

    `name` is the canonical name, None for a person or thing without one (« une source »). `governed` is the
    preposition before it, with which it cannot be a subject. `why` says how the name was found. `also` are the other
    names of a phrase that stands for several (« les deux pays »).
    """

    start: int
    end: int
    name: str | None
    kind: str
    governed: str = ""
    plural: bool = False
    feminine: bool = False
    media: bool = False
    why: str = ""
    also: tuple[str, ...] = ()
    sure: bool = True


@dataclass(slots=True)
class _Profile:
    role: str
    words: frozenset[str]
    name: str
    at: int


class Mentions:
    """The mentions of an article, sentence by sentence, made when asked for."""

    def __init__(self, reading: Reading, found: Sequence[Suggestion]) -> None:
        self._reading = reading
        actors = [s for s in found if s.label == "ACTOR" and s.kind in ("PER", "ORG", "GPE", "GRP") and s.end <= len(reading.text)]
        everybody = actors
        actors = [s for s in everybody if reading.told[s.start] != MASK]
        self._actors = sorted(actors, key=lambda s: (s.start, -s.end))
        self._everybody = sorted(everybody, key=lambda s: s.start)
        self._everybody_starts = [s.start for s in self._everybody]
        self._starts = [s.start for s in self._actors]
        self._cache: dict[int, list[Mention]] = {}
        self._profiles: dict[str, list[_Profile]] = {}
        self._feminine: set[str] = set()
        self._maybe: set[str] = set()
        for actor in self._actors:
            if actor.kind == "PER":
                self._learn(actor)

    def _learn(self, actor: Suggestion) -> None:
        """Note the function that an apposition gives a person."""
        told, name = self._reading.told, _name(actor)
        before, after = self._title(actor.start), None
        if before:
            self._profiles.setdefault(before[1], []).append(_Profile(before[1], before[2], name, actor.start))
        tail = _BESIDE.match(told[actor.end : actor.end + 100])
        if tail:
            after = FUNCTION.match(_FORMER.sub("", tail.group(1)))
            if after and (role := role_of(after.group())):
                words = stems(tail.group(1)[after.end() :].split(" a ")[0]) | role[1]
                self._profiles.setdefault(role[0], []).append(_Profile(role[0], words, name, actor.start))
        first = name.split()[0] if " " in name else ""
        if first.endswith(("a", "ie", "ine", "elle", "ette", "anne", "aude")) and first not in MASCULINE:
            self._maybe.add(name)
        if FEMININE.search(told[max(0, (before[0] if before else actor.start) - 5) : actor.end]):
            self._feminine.add(name)

    def _title(self, start: int) -> tuple[int, str, frozenset[str]] | None:
        """Return where the phrase that names a function before the name at `start` begins, its role and its words."""
        floor = max(0, start - 110)
        window = self._reading.told[floor:start]
        for match in reversed(list(FUNCTION.finditer(window))):
            role = role_of(match.group())
            if role is None:
                continue
            rest = window[match.end() :]
            inner = rest.rstrip()
            inner = inner[:-1] if inner.endswith(",") else inner
            words = [w.lower() for w in _WORD.findall(inner)]
            if _BREAK.search(inner) or any(w in STOP for w in words):
                return None
            begin = match.start()
            lead = _LEAD.search(window[:begin])
            if lead:
                begin = lead.start()
            return floor + begin, role[0], stems(inner) | role[1]
        return None

    def quoted(self, start: int, end: int) -> list[Mention]:
        """Return the actors named inside quotation marks between two offsets."""
        i = bisect_left(self._everybody_starts, start)
        j = bisect_left(self._everybody_starts, end)
        return [Mention(a.start, a.end, _name(a), a.kind or "") for a in self._everybody[i:j]]

    def of(self, sentence: int) -> list[Mention]:
        """Return the mentions of a sentence in reading order."""
        if sentence not in self._cache:
            self._cache[sentence] = self._read(sentence)
        return self._cache[sentence]

    def _read(self, sentence: int) -> list[Mention]:
        a, b = self._reading.sentences[sentence]
        tokens = self._reading.tokens(sentence)
        starts = [t.start for t in tokens]
        found: list[Mention] = []
        for actor in self._actors[bisect_left(self._starts, a) : bisect_left(self._starts, b)]:
            if found and actor.start < found[-1].end:
                continue
            title = self._title(actor.start) if actor.kind == "PER" else None
            i = bisect_left(starts, max(a, title[0]) if title else actor.start)
            begin, governed = _governed(tokens, i, 0 if title else 6, found[-1].end if found else 0)
            if actor.kind in ("ORG", "GPE") and not governed and i and tokens[i - 1].word in ROLES:
                governed = tokens[i - 1].word  # « X, député La France insoumise »
            name = _name(actor)
            if actor.kind == "GRP" and i and tokens[i - 1].word == "des" and (i < 2 or tokens[i - 2].word in (",", MASK, "que", "qu'", "selon", "et")):
                governed = ""
            found.append(
                Mention(
                    max(a, begin), actor.end, name, actor.kind or "", governed, actor.kind == "GRP", name in self._feminine or name in self._maybe,
                    actor.kind == "ORG" and bool(MEDIA.search(self._reading.text[max(a, begin) : actor.end])),
                )
            )
        found += self._functions(tokens, found)
        if not any(m.name for m in found):
            found += self._capitals(tokens, sentence)
        return sorted(found, key=lambda m: m.start)

    def _functions(self, tokens: list[Token], named: list[Mention]) -> list[Mention]:
        """Return the functions and nameless speakers of a sentence that no name stands beside."""
        found: list[Mention] = []
        taken = sorted((m.start, m.end) for m in named)
        for i, token in enumerate(tokens):
            if not i or not (speaks(token.word) or token.word in ("premier", "première", "numéro")):
                continue
            k = bisect_right(taken, (token.start, len(self._reading.text))) - 1
            if (k >= 0 and taken[k][1] > token.start) or (found and found[-1].end > token.start):
                continue
            begin, governed = _governed(tokens, i, 3)
            if tokens[i - 1].word in (",", "(") or (begin == token.start and not governed):
                continue  # « X, directeur de Y »: said of the name before
            j = i + 1
            while j < len(tokens) and j - i < 9 and (tokens[j].word[0].isalpha()) and tokens[j].word not in STOP and tokens[j].word not in VERBAL:
                j += 1
            phrase = self._reading.told[token.start : tokens[j - 1].end]
            function = FUNCTION.match(phrase)
            role = role_of(function.group()) if function else None
            resolved = None
            if role and tokens[i - 1].word in ("le", "la", "l'", "ce", "cet", "cette", "au", "du") or role and i >= 2 and tokens[i - 2].word in ("le", "la", "l'"):
                resolved = self._resolve(role[0], stems(phrase[function.end() :]) | role[1] if function else role[1], token.start)
            also: tuple[str, ...] = ()
            if tokens[i - 1].word == "deux" and (two := self._two(token.word, token.start)):
                resolved, also = two[0], two[1:]
            guess = None
            if resolved is None and role and tokens[i - 1].word in ("le", "la", "l'"):
                resolved = guess = self._likely(role[0], token.start)
            end = token.end
            if function:
                end = token.start + function.end()
            plural = token.word.endswith("s") and tokens[i - 1].word in ("les", "des", "deux", "ces", "plusieurs", "certains")
            why = f"fonction de {resolved} dans l’article" if resolved else ""
            if guess:
                why = f"fonction peut-être de {resolved}"
            if also:
                why = f"« les deux {self._reading.text[token.start : token.end]} »"
            found.append(Mention(begin, end, resolved, "PER" if resolved else "", governed, plural, tokens[i - 1].word in ("la", "une", "cette"), why=why, also=also, sure=guess is None))
        return found

    def _two(self, word: str, at: int) -> tuple[str, ...]:
        """Return the two that « les deux pays », « les deux hommes » stand for: those last named most, () if unsure."""
        kind = TWO.get(word)
        near = [a for a in self._actors[max(0, bisect_left(self._starts, at) - 24) : bisect_left(self._starts, at)] if a.kind == kind]
        names = Counter(_name(a) for a in near)
        return tuple(name for name, _ in names.most_common(2)) if kind and len(names) > 1 else ()

    def _resolve(self, role: str, words: frozenset[str], at: int) -> str | None:
        best: tuple[int, int, int] | None = None
        name = None
        for profile in self._profiles.get(role, []):
            shared = len(words & profile.words)
            if words and profile.words and not shared:
                continue
            missing = len(words - profile.words)
            if missing > 1 and shared < missing:
                continue
            near = (-missing, int(profile.at < at), profile.at if profile.at < at else -profile.at)
            if best is None or near > best:
                best, name = near, profile.name
        return name

    def _likely(self, role: str, at: int) -> str | None:
        """Return the person named most before `at` of whom the article gives no function, for a power's leader."""
        if role not in ("head", "minister", "government"):
            return None
        known = {p.name for profiles in self._profiles.values() for p in profiles}
        before = self._actors[max(0, bisect_left(self._starts, at) - 60) : bisect_left(self._starts, at)]
        names = Counter(_name(a) for a in before if a.kind == "PER" and _name(a) not in known)
        return names.most_common(1)[0][0] if names else None

    def _capitals(self, tokens: list[Token], sentence: int) -> list[Mention]:
        """Return capitalised names where the list of actors is silent on a sentence."""
        text = self._reading.text
        found, i = [], 0
        while i < len(tokens):
            j = i
            while j < len(tokens) and text[tokens[j].start].isupper() and tokens[j].end - tokens[j].start > 1 and tokens[j].word[-1] != "'":
                j += 1
            if i == 0 and j > 1 and (tokens[0].word in LEADING or speaks(tokens[0].word)):
                i = 1
            if j > i and (i > 0 or j - i > 1 or (j < len(tokens) and tokens[j].word in VERBAL and tokens[0].word not in LEADING)):
                title = self._title(tokens[i].start) if j - i > 1 else None
                at = bisect_left([t.start for t in tokens], title[0]) if title and title[0] >= tokens[0].start else i
                begin, governed = _governed(tokens, at, 0 if at != i else 6)
                found.append(Mention(begin, tokens[j - 1].end, text[tokens[i].start : tokens[j - 1].end], "", governed, why="nom propre"))
            i = max(j, i + 1)
        return found


def _governed(tokens: list[Token], i: int, reach: int, floor: int = 0) -> tuple[int, str]:
    """Return where the phrase whose name begins at token `i` begins, and the preposition that governs it, "" if none.

    At most `reach` words before the name are looked at (« l'agence officielle nord-coréenne »), none before `floor`.
    """
    begin = tokens[i].start if i < len(tokens) else tokens[-1].end
    if reach == 0 and i < len(tokens):
        if tokens[i].word in CONTRACTED:
            return begin, tokens[i].word
        if tokens[i].word in DETERMINERS:
            return begin, tokens[i - 1].word if i and tokens[i - 1].word in PREPOSITIONS else ""
    for k in range(i - 1, max(-1, i - 2 - reach), -1):
        word = tokens[k].word
        if tokens[k].start < floor:
            break
        if word in CONTRACTED or word in PREPOSITIONS:
            return begin, word
        if word in DETERMINERS:
            return tokens[k].start, tokens[k - 1].word if k and tokens[k - 1].word in PREPOSITIONS else ""
        if not word[0].isalpha() or word in STOP or word in VERBAL:
            break
    return begin, ""


def _name(actor: Suggestion) -> str:
    if isinstance(actor.value, tuple):
        return ", ".join(actor.value)
    return actor.value or ""
