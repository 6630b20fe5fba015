"""Who may speak: the actors an article names and the functions that stand for them. Knows no verb and no quote."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from depeche.core.suggestion import Suggestion
from depeche.suggest.quotes.functions import Functions, name_of
from depeche.suggest.quotes.grammar import CONTRACTED, DETERMINERS, LEADING, PREPOSITIONS, STOP, VERBAL
from depeche.suggest.quotes.names import whole
from depeche.suggest.quotes.powers import Powers
from depeche.suggest.quotes.reading import MASK, Reading, Token
from depeche.suggest.quotes.roles import FUNCTION, HER, ROLES, role_of, speaks, stems

_KINDS = ("PER", "ORG", "GPE", "GRP")
_DEFINITE = ("le", "la", "l'", "ce", "cet", "cette", "au", "du")
_MANY = ("les", "des", "deux", "ces", "plusieurs", "certains")
_NEW_CLAUSE = (",", "que", "qu'", "selon", "et")
_CIVIL = ("m", "mm", "mme", "mmes", "mlle", ".", "dr", "pr", "me")
_RANKS = ("général", "générale", "généraux")
_ASIDE = ("côté", "part", "tour", "retour", "bref", "outre")
"""Nouns of « de son côté », « pour sa part », « à son tour »."""
_AROUND = frozenset("à au aux dans sur devant après avant pendant lors en sous depuis dès via".split())
"""Prepositions of groups that may stand between a verb and its subject."""
_PHRASE = 9
"""How many words the complement of a function may run to."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody in the reporter's text, from `start` to `end` of the whole phrase (« le président X »).

    `name` is the canonical name, None for a person or thing without one (« une source »); `kind` that of the actor, ""
    for others. `governed` is the preposition before it, with which it cannot be a subject. `why` says how the name was
    found, `sure` is False where it is a guess, `role` the family of a function that is somebody's
    in particular (« la ministre »). `also` are the other names of a phrase that stands for several (« les
    deux pays »).
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
        self._cache: dict[int, list[Mention]] = {}

    def quoted(self, start: int, end: int) -> list[Mention]:
        """Return the actors named inside quotation marks between two offsets."""
        i = bisect_left(self._everybody, start, key=lambda s: s.start)
        j = bisect_left(self._everybody, end, key=lambda s: s.start)
        return [Mention(a.start, a.end, name_of(a), a.kind or "") for a in self._everybody[i:j]]

    def may_be(self, name: str, mention: Mention) -> bool:
        """Tell whether nothing in the article speaks against a function being that of `name`."""
        return self._functions.may_be(name, mention.role, mention.feminine)

    def of(self, sentence: int) -> list[Mention]:
        """Return the mentions of a sentence in reading order."""
        if sentence not in self._cache:
            tokens = self._reading.tokens(sentence)
            found = self._named(sentence, tokens)
            found += self._nameless(tokens, found)
            if not any(m.name and m.sure for m in found):
                found += self._capitals(tokens)
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
            i = _at(tokens, title[0] if title else actor.start)
            begin, governed = _governed(tokens, i, 0 if title else 6, floor)
            before = tokens[i - 1].word if i else ""
            if actor.kind in ("ORG", "GPE") and not governed and before in ROLES:
                governed = before  # « X, député La France insoumise »
            beside = found[-1].end if found and found[-1].kind == "PER" else -1
            if before == "(" and actor.kind != "PER" and i > 1 and tokens[i - 2].end == beside:
                governed = before  # « X (UMP) »: the party of the name before
            if actor.kind == "GRP" and before == "des" and (i < 2 or tokens[i - 2].word in _NEW_CLAUSE):
                governed = ""  # « des responsables ukrainiens », the subject
            apart = actor.kind in ("PER", "GPE") and title is None
            if apart and _set_apart(tokens, i, governed, actor.kind == "GPE"):
                begin, governed = actor.start, ""  # « a dit à la foule X », « dit de son côté X »
            name = name_of(actor)
            woman = self._functions.is_woman(name)
            found.append(
                Mention(max(a, begin), actor.end, name, actor.kind or "", governed, actor.kind == "GRP", woman)
            )
        return found

    def _nameless(self, tokens: list[Token], named: list[Mention]) -> list[Mention]:
        """Return the functions and nameless speakers of a sentence that no name stands beside."""
        found: list[Mention] = []
        starts = [m.start for m in named]
        for i in range(1, len(tokens)):
            token, before = tokens[i], tokens[i - 1].word
            if token.word in _RANKS and speaks(before):
                continue  # « le secrétaire général »
            if not (speaks(token.word) or token.word in ("premier", "première", "numéro")):
                continue
            k = bisect_right(starts, token.start) - 1
            if (k >= 0 and named[k].end > token.start) or (found and found[-1].end > token.start):
                continue
            begin, governed = _governed(tokens, i, 3)
            if before in (",", "(") or (begin == token.start and not governed):
                continue  # « X, directeur de Y »: said of the name before
            found.append(self._function(tokens, i, begin, governed))
        return found

    def _function(self, tokens: list[Token], i: int, begin: int, governed: str) -> Mention:
        """Return the mention of the function at token `i`, with the name of the person it stands for if known."""
        token, before = tokens[i], tokens[i - 1].word
        j = i + 1
        while j < min(len(tokens), i + _PHRASE) and tokens[j].word[0].isalpha() and tokens[j].word not in STOP | VERBAL:
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
        family = role[0] if role and alone and lead & {"le", "la", "l'", "cette", "ce"} else ""
        if name is None and not tied and lead & {"le", "la", "l'"}:
            name, sure = self._functions.body(token.word, token.start)
            why = f"« {self._reading.text[token.start : token.end]} » : {name}" if name else why
        several = self._functions.two(token.word, token.start) if before == "deux" else ()
        if several:
            name, why = several[0], f"« les deux {self._reading.text[token.start : token.end]} »"
        end = token.start + function.end() if function else token.end
        kind = "" if name is None or several else "PER" if role else "ORG"
        return Mention(begin, end, name, kind, governed, plural, woman, why, several[1:], sure, family)

    def _capitals(self, tokens: list[Token]) -> list[Mention]:
        """Return capitalised names where the list of actors is silent on a sentence."""
        text = self._reading.text
        found: list[Mention] = []
        i = 0
        while i < len(tokens):
            j = i
            while j < len(tokens) and _is_name(text, tokens[j]):
                j += 1
            if i == 0 and j > 1 and (tokens[0].word in LEADING or speaks(tokens[0].word)):
                i = 1
            alone = i == 0 and j == 1 and (len(tokens) < 2 or tokens[1].word not in VERBAL or tokens[0].word in LEADING)
            if j > i and not alone:
                title = self._functions.title(tokens[i].start) if j - i > 1 else None
                at = _at(tokens, title[0]) if title and title[0] >= tokens[0].start else i
                begin, governed = _governed(tokens, at, 0 if at != i else 6)
                name = text[tokens[i].start : tokens[j - 1].end]
                found.append(Mention(begin, tokens[j - 1].end, name, "", governed, why="nom propre"))
            i = max(j, i + 1)
        return found


def _unseen(reading: Reading, actors: Sequence[Suggestion], powers: Powers) -> list[Suggestion]:
    """Return the capitals and seats that may act and are none of `actors`."""
    ends = [a.end for a in actors]
    found = []
    for one in powers.find(reading.told):
        i = bisect_right(ends, one.start)
        if i == len(actors) or actors[i].start >= one.end:
            found.append(Suggestion(one.start, one.end, "ACTOR", "GPE", one.state))
    return found


def _at(tokens: list[Token], offset: int) -> int:
    return bisect_left(tokens, offset, key=lambda t: t.start)


def _is_name(text: str, token: Token) -> bool:
    if token.word in ROLES or token.word in ("premier", "première"):
        return False
    return text[token.start].isupper() and token.end - token.start > 1 and token.word[-1] != "'"


def _set_apart(tokens: list[Token], i: int, governed: str, power: bool) -> bool:
    """Tell whether the preposition before the name at token `i` governs another noun that stands between them.

    Nothing but a preposition ties a `power` to a noun: « d'une même voix Paris ».
    """
    k = i - 1
    while k >= 0 and tokens[k].word in _CIVIL:
        k -= 1
    if k < 0 or not tokens[k].word[0].isalpha() or tokens[k].word in (*PREPOSITIONS, *CONTRACTED, *DETERMINERS):
        return False
    if tokens[k].word in _ASIDE or (power and governed):
        return True
    return governed in _AROUND and tokens[k].word not in ROLES


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
        if word in CONTRACTED or (word in PREPOSITIONS and k == i - 1):
            return begin, word
        if word in PREPOSITIONS:
            if word in ("de", "d'"):
                continue  # « l'agence de presse X »
            break
        if word in DETERMINERS:
            return tokens[k].start, tokens[k - 1].word if k and tokens[k - 1].word in PREPOSITIONS else ""
        if not word[0].isalpha() or word in STOP or word in VERBAL:
            break
    return begin, ""
