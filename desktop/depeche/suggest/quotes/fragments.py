"""Quoted words that stand in the reporter's sentence without a verb of speech of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from depeche.suggest.quotes.attribution import Attribution
from depeche.suggest.quotes.cues import Cue
from depeche.suggest.quotes.grammar import AUXILIARIES, BEING, PREPOSITIONS, SUBORDINATE
from depeche.suggest.quotes.mentions import Mention, Mentions
from depeche.suggest.quotes.pairing import Pair
from depeche.suggest.quotes.phrases import PAPERS
from depeche.suggest.quotes.reading import MASK, Reading, Token, tokenise
from depeche.suggest.quotes.verbs import Verb, Verbs

_ARTICLES = frozenset("un une le la l' les des d' de du".split())
_WORDS = re.compile(
    r"\b(?:appels?|promesses?|volonté|souhait|menaces?|accusations?|critiques?|propos|mots?|déclarations?|"
    r"engagements?|demandes?|refus|avertissements?|aveu|formule|phrase|slogan|cri)(?:\s[^\W\d_]+)?\s(?:de\s|d['’]|du\s|des\s)?"
    r"(?:la\s|l['’])?$",
    re.IGNORECASE,
)
_LINKED = re.compile(r",?\s(?:(?:à|de|sur|pour|contre|au|aux|du|des|:|une?|la|le)\s|d['’]|l['’]){0,2}\s?")
_BACK, _AHEAD = 14, 20
_VOICES = frozenset(("voix", "bouche", "intermédiaire", "entremise"))
_OF = frozenset(("de", "du", "des", "d'"))
_LINK = 12
_HEAD = 40
_SHORT = 240
_DEGREES = frozenset("très plus trop fort si tout toute".split())
_ADVERBS = frozenset("néanmoins aussi toutefois donc également encore toujours même pourtant plutôt".split())
_FELT = re.compile(
    r"(?:surpris|satisfait|déçu|choqué|attristé|consterné|ravi|désolé|honoré|ému|bouleversé|scandalisé|indigné|"
    r"convaincu|persuadé|déterminé|préoccupé|stupéfait|peiné|soulagé|révolté|inquiet|confiant|optimiste|pessimiste|"
    r"fier|prêt|sceptique|perplexe|réservé|abasourdi|outré|effaré|horrifié|enchanté|comblé|dégoûté|écœuré)e?s?|heureux|heureuses?|inquiètes?|"
    r"fières?|sereine?s?|furieux|furieuses?|anéantie?s?|meurtrie?s?|enthousiastes?",
)
"""What people say of themselves."""
_STANCE = ("say", "order", "judge", "ask", "promise", "express")
_BODY = re.compile(r"^(?:la|le|l['’]|une?|les)\s?(?:[^\W\d_]+\s){1,3}(?:de\s(?:la\s|l['’])?|du\s|des\s|d['’])$", re.I)


class Fragments:
    """Finds who speaks from the words beside a fragment, or from its first word."""

    def __init__(self, reading: Reading, mentions: Mentions, verbs: Verbs, cues: Mapping[str, tuple[Cue, ...]]) -> None:
        self._reading = reading
        self._mentions = mentions
        self._verbs = verbs
        self._cues = cues

    def gapped(self, found: Attribution, s: int, q: int) -> bool:
        """« X a dénoncé une « provocation », Y une « agression » »: the verb is not said twice."""
        tokens = self._reading.tokens(s)
        k = q - 1
        while k >= 0 and tokens[k].word in _ARTICLES:
            k -= 1
        m = self._ending(s, tokens, k)
        if m is None:
            return False
        first = _first(tokens, m)
        back = [t.word for t in tokens[max(0, first - 2) : first]]
        if not back or back[-1] not in (",", ";", "et") or not any(w.startswith(MASK) for w in back):
            return False
        verb = next((v for v in reversed(self._verbs.of(s)) if v.last < first), None)
        if verb is None:
            return False
        found.mark("verbe", verb.cue)
        found.propose([m], 0.88, f"« {tokens[verb.last].word} » sous-entendu")
        return True

    def beside(self, found: Attribution, pair: Pair, s: int, q: int) -> None:
        """« X “prend note” »: the fragment begins with a verb of speech whose subject stands right before it."""
        read = self._first_verb(pair) if q else None
        if read is None or read[0].form != "finite" or read[1].endswith(("rait", "raient")):
            return
        tokens = self._reading.tokens(s)
        apart = q > 1 and tokens[q - 1].word == ","
        m = self._ending(s, tokens, q - 2 if apart else q - 1)
        first = _first(tokens, m) if m is not None else 0
        titled = m is not None and "," in self._reading.told[m.start : m.end]
        if apart and not titled and (not first or tokens[first - 1].word != ","):
            return  # « la ministre, X, « regrette » », not « avec X, « regrette » »
        if m is not None and not (first and tokens[first - 1].word in SUBORDINATE):
            found.mark("verbe", read[0])
            found.propose([m], 0.8, f"sujet de « {read[1]} » dans la citation")

    def felt(self, found: Attribution, pair: Pair, s: int, q: int) -> None:
        """« X est « très surpris » », « X, « attristé », a proposé »: what somebody feels is said by nobody else."""
        if found.how or not q or pair.end - pair.start > _SHORT:
            return
        inner = tokenise(self._reading.text, pair.inner_start, min(pair.inner_end, pair.inner_start + _HEAD))
        while len(inner) > 1 and (inner[0].word in _DEGREES or inner[0].word.endswith("ment")):
            inner = inner[1:]
        if not inner or not _FELT.fullmatch(inner[0].word):
            return
        tokens = self._reading.tokens(s)
        k = q - 1
        while k and (tokens[k].word in _ADVERBS or tokens[k].word.endswith("ment")):
            k -= 1
        if tokens[k].word in BEING:
            subjects = self._clause(s, tokens, k)
            if subjects and subjects[0].name and not _names(subjects[0]):
                subjects = []
        else:
            ending = self._ending(s, tokens, k - 1 if tokens[k].word == "," else k)
            subjects = [ending] if ending is not None and _names(ending) else []
        if subjects and subjects[0].name:
            found.mark("verbe", None)
            found.propose(subjects, 0.75, "sentiment de qui parle")

    def led(self, found: Attribution, pair: Pair, s: int, q: int) -> None:
        """« X était prêt à “répondre” », « X a “regretté” »: a verb of speech, its subject earlier in the sentence."""
        if found.how or not q or (read := self._first_verb(pair)) is None:
            return
        tokens = self._reading.tokens(s)
        before = tokens[q - 1].word
        if read[0].form == "infinitive" and before in ("de", "d'", "à"):
            subjects = self._clause(s, tokens, q)
        elif before in AUXILIARIES and before not in BEING and self._is_participle(read):
            subjects = self._clause(s, tokens, q - 1)
        elif before == "qui" and q > 1 and tokens[q - 2].word in PAPERS and read[0].form == "finite":
            subjects = self._clause(s, tokens, q - 2)  # « X publie un communiqué qui « condamne … » »
        else:
            return
        if any(m.name for m in subjects):
            found.mark("verbe", read[0])
            found.propose(subjects, 0.75, f"sujet de « {read[1]} » dans la citation")

    def _is_participle(self, read: tuple[Cue, str]) -> bool:
        return read[0].form == "participle" or any(c.form == "participle" for c in self._cues.get(read[1], ()))

    def _first_verb(self, pair: Pair) -> tuple[Cue, str] | None:
        """Return the verb of speech the quoted words begin with, and its form in them."""
        if pair.end - pair.start > _SHORT:
            return None
        inner = tokenise(self._reading.text, pair.inner_start, min(pair.inner_end, pair.inner_start + _HEAD))
        if not inner:
            return None
        k = 1 if len(inner) > 1 and inner[0].word.endswith("ment") else 0
        verb = next((v for v in self._verbs.among(inner) if v.first == k), None)
        if verb is not None and not verb.pronoun and verb.agent is None:
            return verb.cue, inner[verb.last].word
        word = inner[k].word
        done = next(
            (c for c in self._cues.get(word, ()) if c.form == "participle" and c.kind in _STANCE and not c.tail), None
        )
        return (done, word) if done is not None else None

    def noun(self, found: Attribution, pair: Pair, s: int) -> None:
        """« l'appel de X à “rentrer” », « les propos de X sur “un tournant” »: a noun of speech and whose it is."""
        if found.how:
            return
        told = self._reading.told
        near = [m for m in self._mentions.of(s) if m.name and 0 <= pair.start - m.end <= _LINK]
        if not near or near[-1].governed not in _OF or not _LINKED.fullmatch(told[near[-1].end : pair.start]):
            return
        start = max(self._reading.sentences[s][0], near[-1].start - _HEAD)
        if _WORDS.search(told[start : near[-1].start]):
            found.mark("selon", None)
            found.propose(near[-1:], 0.8, f"paroles de {near[-1].name}")

    def voiced(self, found: Attribution, s: int, q: int) -> None:
        """« X a répondu par la voix de Y »: Y says it for X."""
        tokens = self._reading.tokens(s)
        for k in range(max(2, q - _BACK), min(q + _AHEAD, len(tokens) - 2)):
            if tokens[k].word not in _VOICES or tokens[k - 2].word != "par" or tokens[k + 1].word not in _OF:
                continue
            spoken = (m for m in self._mentions.of(s) if m.end > tokens[k + 1].end and m.name and m.kind == "PER")
            one = next(spoken, None)
            if one is not None and not any(t.word == "," for t in tokens[k : k + 8] if t.end <= one.start):
                found.propose([one], 0.96, f"« par la {tokens[k].word} de » {one.name}")
            return

    def body(self, s: int, verb: Verb) -> list[Mention]:
        """« La mission de l'ONU a relevé »: a noun without a name speaks for the body it belongs to."""
        start = self._reading.sentences[s][0]
        tokens = self._reading.tokens(s)
        named = [m for m in self._mentions.of(s) if m.end <= tokens[verb.first].start]
        if not named or named[0].kind not in ("ORG", "GPE") or not named[0].governed or not named[0].name:
            return []
        before = self._reading.told[start : named[0].start].lstrip()
        if not _BODY.match(f"{before}{'' if before.endswith(('’', chr(39))) else ' '}".replace("  ", " ")):
            return []
        near = not any(t.word == "," for t in tokens if named[0].end <= t.start < tokens[verb.first].start)
        return [named[0]] if near else []

    def _clause(self, s: int, tokens: list[Token], q: int) -> list[Mention]:
        """Return the nearest mention before token `q` that no preposition governs, none beyond a mark."""
        marks = (t.end for t in reversed(tokens[:q]) if t.word.startswith(MASK) or t.word in (";", ":"))
        floor = next(marks, 0)
        near = [m for m in self._mentions.of(s) if floor <= m.start and m.end <= tokens[q].start and not m.governed]
        return near[-1:]

    def _ending(self, s: int, tokens: list[Token], k: int) -> Mention | None:
        """Return the mention with a name that ends with token `k` and may be a subject."""
        if k < 0:
            return None
        m = next((m for m in self._mentions.of(s) if m.end == tokens[k].end), None)
        return m if m is not None and m.name and not m.governed else None


def _names(m: Mention) -> bool:
    return m.kind in ("PER", "ORG", "GRP", "GPE")


def _first(tokens: list[Token], m: Mention) -> int:
    first = next((i for i, t in enumerate(tokens) if t.start >= m.start), 0)
    while first and tokens[first - 1].word in _ARTICLES and tokens[first - 1].word not in PREPOSITIONS:
        first -= 1
    return first
