"""Who may speak: the actors an article names and the functions that stand for them. Knows no verb and no quote."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from depeche.core.suggestion import Suggestion
from depeche.suggest.quotes.capitals import Name, is_name, names, people, seated
from depeche.suggest.quotes.functions import Functions, name_of
from depeche.suggest.quotes.governing import CIVIL, governed_by, set_apart, token_at
from depeche.suggest.quotes.grammar import CONTRACTED, PREPOSITIONS, STOP, VERBAL
from depeche.suggest.quotes.names import whole
from depeche.suggest.quotes.phrases import completes
from depeche.suggest.quotes.powers import Powers
from depeche.suggest.quotes.reading import MASK, Reading, Token
from depeche.suggest.quotes.roles import FUNCTION, HER, ROLES, role_of, speaks, stems

_KINDS = ("PER", "ORG", "GPE", "GRP")
_DEFINITE = ("le", "la", "l'", "ce", "cet", "cette", "au", "du")
_MANY = ("les", "des", "deux", "ces", "plusieurs", "certains")
_NEW_CLAUSE = (",", "que", "qu'", "selon", "et")
_RANKS = ("général", "générale", "généraux")
_MET = re.compile(
    r"\b[Uu]ne?\s(?:(?:jeune|ancien|ancienne)\s)?([^\W\d_]+)\b(?![^.\n]{0,40}?\s[A-ZÀ-Ý][\w’'-]+\s[A-ZÀ-Ý])"
)
"""« un plongeur », unless a name follows soon: « un plongeur de vingt ans, Marc Duval »."""
_OPENING = 3
_STATE = ("head", "government")
"""Families of functions whose holders the reader knows: somebody named without them is another."""
_AND = frozenset(("et", "ou"))
_OWN = ("le", "la", "son", "sa", "leur", "notre")
_PHRASE = 9
"""How many words the complement of a function may run to."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody in the reporter's text, from `start` to `end` of the whole phrase (« le président X »).

    `name` is the canonical name, None for a person or thing without one (« une source »); `kind` that of the actor, ""
    for others. `governed` is the preposition before it, with which it cannot be a subject. `why` says how the name was
    found, `sure` is False where it is a guess, `role` the family of a function that is somebody's
    in particular (« la ministre »). `also` are the other names of a phrase that stands for several (« les
    deux pays »). `pronoun` is the one that fits a noun which may stand for a person named before (« le jeune homme »).
    `feminine` and `masculine` are both False where nothing shows either.
    """

    start: int
    end: int
    name: str | None
    kind: str
    governed: str = ""
    plural: bool = False
    feminine: bool = False
    why: str = ""
    also: tuple[str, ...] = ()
    sure: bool = True
    role: str = ""
    pronoun: str = ""
    masculine: bool = False


class Mentions:
    """The mentions of an article, sentence by sentence, made when asked for."""

    def __init__(self, reading: Reading, found: Sequence[Suggestion], powers: Powers) -> None:
        self._reading = reading
        actors = [s for s in found if s.label == "ACTOR" and s.kind in _KINDS and s.start < s.end <= len(reading.text)]
        self._everybody = whole(reading.text, sorted(actors, key=lambda s: (s.start, -s.end)))
        self._everybody = sorted([*self._everybody, *_unseen(reading, self._everybody, powers)], key=lambda s: s.start)
        self._actors = [s for s in self._everybody if reading.told[s.start] != MASK]
        self._starts = [s.start for s in self._actors]
        self._functions = Functions(reading, self._actors)
        self._powers = powers
        self._cache: dict[int, list[Mention]] = {}
        self._met: dict[str, int] = {}

    def quoted(self, start: int, end: int) -> list[Mention]:
        """Return the actors named inside quotation marks between two offsets."""
        i = bisect_left(self._everybody, start, key=lambda s: s.start)
        j = bisect_left(self._everybody, end, key=lambda s: s.start)
        return [Mention(a.start, a.end, name_of(a), a.kind or "") for a in self._everybody[i:j]]

    def may_be(self, name: str, mention: Mention) -> bool:
        """Tell whether nothing in the article speaks against a function being that of `name`."""
        return self._functions.may_be(name, mention.role, mention.feminine)

    def met(self, noun: str, at: int) -> bool:
        """Tell whether somebody without a name came into the article before `at` as « un » or « une » `noun`."""
        if not self._met:
            self._met = {"": len(self._reading.told)}
            for found in _MET.finditer(self._reading.told):
                self._met.setdefault(found.group(1).lower(), found.start())
        return self._met.get(noun, at) < at

    def apart(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Return `mentions` without the nouns that a name stands beside: « son secrétaire, le colonel X »."""
        found: list[Mention] = []
        for m in mentions:
            beside = bool(found) and found[-1].name is None and not found[-1].governed
            beside = beside and self._reading.told[m.end : m.end + 1] in (",", ".", "", "(")
            beside = beside and self.words(found[-1]).lower().split(" ")[0] in _OWN
            if m.name and m.kind == "PER" and not m.governed and beside:
                between = self._reading.told[found[-1].end : m.start].strip()
                plain = not any(w in (STOP | VERBAL) - _AND for w in between.lower().split())
                own = between.startswith(("de ", "du ", "d'", "d’", "des ")) and "," not in between
                if plain and (own or (between.endswith(",") and between.count(",") == 1)):
                    found.pop()
            found.append(m)
        return found

    def opens_with(self, sentence: int, pronoun: str) -> bool:
        """Tell whether a sentence has a pronoun for its subject."""
        return pronoun in [t.word for t in self._reading.tokens(sentence)[:_OPENING]]

    def words(self, mention: Mention) -> str:
        """Return a mention as it stands in the text."""
        return " ".join(self._reading.text[mention.start : mention.end].split())

    def body(self, word: str, at: int) -> str | None:
        """Return the organisation that a noun stands for at an offset, if that is sure."""
        name, sure = self._functions.body(word, at)
        return name if sure else None

    def nation(self, words: Sequence[Token]) -> str | None:
        """Return the state of the first of `words` that is an adjective of one."""
        return next((state for t in words if (state := self._powers.nation(t.word))), None)

    def of(self, sentence: int) -> list[Mention]:
        """Return the mentions of a sentence in reading order."""
        if sentence not in self._cache:
            tokens = self._reading.tokens(sentence)
            found = self._named(sentence, tokens)
            found += self._nameless(tokens, found)
            spans = [(m.start, m.end) for m in found]
            if any(m.name and m.sure for m in found):
                free = people(self._reading.text, tokens, lambda at: not any(a <= at < b for a, b in spans))
            else:
                free = names(self._reading.text, tokens)
            capitals = [self._capital(tokens, one) for one in free]
            found += [m for m in capitals if not any(a < m.end and m.start < b for a, b in spans)]
            self._cache[sentence] = sorted(found, key=lambda m: m.start)
        return self._cache[sentence]

    def _named(self, sentence: int, tokens: list[Token]) -> list[Mention]:
        a, b = self._reading.sentences[sentence]
        found: list[Mention] = []
        for actor in self._actors[bisect_left(self._starts, a) : bisect_left(self._starts, b)]:
            floor = found[-1].end if found else a
            if actor.start < floor:
                continue
            title = self._functions.title(actor.start) if actor.kind == "PER" else None
            if title and title[0] < floor:
                title = None  # the function of somebody named before
            i = token_at(tokens, title[0] if title else actor.start)
            begin, governed = governed_by(tokens, i, 0 if title else 6, floor)
            before = tokens[i - 1].word if i else ""
            if title and governed == "des" and any(t.word in ("un", "une") for t in tokens[max(0, i - 2) : i]):
                governed = ""  # « l'un des deux porte-parole de l'équipe, X »
            if actor.kind in ("ORG", "GPE") and not governed and before.removeprefix("ex-") in ROLES:
                governed = before  # « X, député La France insoumise »
            beside = found[-1].end if found and found[-1].kind == "PER" else -1
            if before == "(" and actor.kind != "PER" and i > 1 and tokens[i - 2].end == beside:
                governed = before  # « X (UMP) »: the party of the name before
            if actor.kind == "GRP" and before == "des" and (i < 2 or tokens[i - 2].word in _NEW_CLAUSE):
                governed = ""  # « des responsables ukrainiens », the subject
            close = i and (is_name(self._reading.text, tokens[i - 1]) or (found and tokens[i - 1].end == found[-1].end))
            if actor.kind == "PER" and title is None and close and before not in CIVIL:
                begin, governed = actor.start, ""  # « le maître du Grand Cercle X »
            apart = actor.kind in ("PER", "GPE") and title is None
            if apart and set_apart(tokens, i, governed, actor.kind == "GPE"):
                begin, governed = actor.start, ""  # « a dit à la foule X », « dit de son côté X »
            if not governed and title is None and found and found[-1].governed in PREPOSITIONS | CONTRACTED:
                joined = self._reading.told[found[-1].end : actor.start].strip() in ("et", "ou")
                governed = found[-1].governed if joined else ""  # « devant X et Y »
            name = name_of(actor)
            woman, man = self._functions.is_woman(name), self._functions.is_man(name)
            many, start = actor.kind == "GRP", max(a, begin)
            found.append(Mention(start, actor.end, name, actor.kind or "", governed, many, woman, masculine=man))
        return found

    def _nameless(self, tokens: list[Token], named: list[Mention]) -> list[Mention]:
        """Return the functions and nameless speakers of a sentence that no name stands beside."""
        found: list[Mention] = []
        starts = [m.start for m in named]
        for i in range(1, len(tokens)):
            token, before = tokens[i], tokens[i - 1].word
            latter = i > 1 and before in ("dernier", "dernière") and tokens[i - 2].word in ("ce", "cette")
            if latter or (token.word in _RANKS and speaks(before)):
                continue  # « le secrétaire général », « ce dernier juge utile »
            if self._is_native(tokens, i, starts, named):
                fits = "elle" if self._powers.is_feminine(token.word) else "il"
                fits = "" if before in ("un", "une") else fits
                begin, governed = governed_by(tokens, i, 1)
                found.append(Mention(begin, token.end, None, "", governed, pronoun=fits))
                continue
            known = token.word in self._functions.leading and before in ("le", "la", "l'")
            known = known or (before == "les" and self._functions.group(token.word, token.start) is not None)
            if not (known or speaks(token.word) or token.word in ("premier", "première", "numéro")):
                continue
            k = bisect_right(starts, token.start) - 1
            if (k >= 0 and named[k].end > token.start) or (found and found[-1].end > token.start):
                continue
            begin, governed = governed_by(tokens, i, 3)
            if before in (",", "(") or (begin == token.start and not governed):
                continue  # « X, directeur de Y »: said of the name before
            found.append(self._function(tokens, i, begin, governed))
        return found

    def _is_native(self, tokens: list[Token], i: int, starts: list[int], named: list[Mention]) -> bool:
        """Tell whether token `i` is somebody called by their nation: « le Jamaïcain », not « le Japonais X »."""
        text, token = self._reading.text, tokens[i]
        if not text[token.start].isupper() or tokens[i - 1].word not in ("le", "la", "l'", "un", "une"):
            return False
        beside = i + 1 < len(tokens) and text[tokens[i + 1].start].isupper()
        k = bisect_right(starts, token.start) - 1
        covered = k >= 0 and named[k].end > token.start
        return not beside and not covered and self._powers.nation(token.word) is not None

    def _function(self, tokens: list[Token], i: int, begin: int, governed: str) -> Mention:
        """Return the mention of the function at token `i`, with the name of the person it stands for if known."""
        token, before = tokens[i], tokens[i - 1].word
        j = i + 1
        while j < min(len(tokens), i + _PHRASE) and completes(tokens, j):
            j += 1
        phrase = self._reading.told[token.start : tokens[j - 1].end]
        function = FUNCTION.match(phrase)
        role = role_of(function.group()) if function else None
        name, why, sure = None, "", True
        if function and role:
            role = (role[0], stems(phrase[function.end() :]) | role[1])
            definite = before in _DEFINITE or (i > 1 and tokens[i - 2].word in ("le", "la", "l'"))
            name = self._functions.resolve(role, token.start) if definite else None
            why = f"fonction de {name} dans l’article" if name else ""
            if name is None and before in ("le", "la", "l'"):
                name = self._functions.likely(role, token.start)
                why, sure = (f"fonction peut-être de {name}", False) if name else ("", True)
        plural = token.word.endswith("s") and before in _MANY
        woman = before in ("la", "une", "cette", "ancienne", "nouvelle") or HER.fullmatch(token.word) is not None
        lead = {before, tokens[i - 2].word if i > 1 else ""}
        tied = tokens[i + 1].word in ("de", "du", "des", "d'") if i + 1 < len(tokens) else False
        alone = not tied and not plural and token.word != "porte-parole"
        near = [t.word for t in tokens[i + 1 : i + 4]]
        stop = next((n for n, w in enumerate(near) if w in VERBAL or w in STOP or not w[0].isalpha()), len(near))
        completed = any(w in ("de", "du", "des", "d'", "à", "aux") for w in near[:stop])
        family = role[0] if role and alone and lead & {"le", "la", "l'", "cette", "ce"} else ""
        if name is None and not tied and lead & {"le", "la", "l'"}:
            name, sure = self._functions.body(token.word, token.start)
            why = f"« {self._reading.text[token.start : token.end]} » : {name}" if name else why
        if name is None and before == "les" and not tied:
            name = self._functions.group(token.word, token.start)
            why = f"« les {self._reading.text[token.start : token.end]} » : {name}" if name else why
        place = seated(self._reading.text, tokens, i) if name is None else None
        if place is not None:
            end = tokens[place - 1].end
            return Mention(begin, end, self._reading.text[token.start : end], "ORG", governed, feminine=woman)
        several = self._functions.two(token.word, token.start) if before == "deux" else ()
        if several:
            name, why = several[0], f"« les deux {self._reading.text[token.start : token.end]} »"
        end = token.start + function.end() if function else token.end
        kind = "" if name is None or several else "PER" if role else "ORG"
        bare = name is None and family not in ("", *_STATE) and not completed and not self.met(token.word, token.start)
        pronoun = ("elle" if woman else "il") if bare else ""
        return Mention(begin, end, name, kind, governed, plural, woman, why, several[1:], sure, family, pronoun)

    def _capital(self, tokens: list[Token], one: Name) -> Mention:
        """Return the mention of a capitalised name that is none of the actors."""
        start, end = tokens[one.first].start, tokens[one.last - 1].end
        title = self._functions.title(start) if one.last - one.first > 1 else None
        at = token_at(tokens, title[0]) if title and title[0] >= tokens[0].start else one.first
        begin, governed = governed_by(tokens, at, 0 if at != one.first else 6)
        return Mention(begin, end, self._reading.text[start:end], "", governed, why="nom propre")


def _unseen(reading: Reading, actors: Sequence[Suggestion], powers: Powers) -> list[Suggestion]:
    """Return the capitals and seats that may act and are none of `actors`."""
    ends = [a.end for a in actors]
    found = []
    for one in powers.find(reading.told):
        i = bisect_right(ends, one.start)
        if i == len(actors) or actors[i].start >= one.end:
            found.append(Suggestion(one.start, one.end, "ACTOR", "GPE", one.state))
    return found
