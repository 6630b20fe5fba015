"""« selon X », « d'après X », « aux yeux de X », « cité par X »: attributions without a verb, and relays."""

from __future__ import annotations

from depeche.suggest.quotes.attribution import Attribution
from depeche.suggest.quotes.bodies import media
from depeche.suggest.quotes.grammar import ACCORDING, STRESSED, THIRD
from depeche.suggest.quotes.mentions import Mention, Mentions
from depeche.suggest.quotes.pronouns import Pronouns
from depeche.suggest.quotes.reading import MASK, Reading, Token
from depeche.suggest.quotes.subjects import Syntax
from depeche.suggest.quotes.verbs import Verbs

_PASSED = ("cité", "citée", "cités", "citées", "rapporté", "rapportés", "rapportée", "rapportées")
_SIGNS = frozenset(("d'", "yeux", "ses", "leurs", "pour", *ACCORDING, *_PASSED))
_HELD = frozenset("consulté cité relayé rapporté obtenu vu lu transmi recueilli".split())
"""What a medium does with the words of others (« selon un document consulté par X »), without plural endings."""


class According:
    """Finds to whom a sentence gives its quoted words without a verb of its own."""

    def __init__(self, reading: Reading, mentions: Mentions, verbs: Verbs, syntax: Syntax, pronouns: Pronouns) -> None:
        self._reading = reading
        self._mentions = mentions
        self._verbs = verbs
        self._syntax = syntax
        self._pronouns = pronouns
        self._found: dict[int, list[int]] = {}

    def attribute(self, found: Attribution, s: int, q: int) -> None:
        """Selon X, d'après X, aux yeux de X, pour X; cité par X; …, a rapporté X."""
        tokens = self._reading.tokens(s)
        hits = [k for k in self._signs(s, tokens) if self._introduces(found, s, tokens, k, q)]
        if not hits:
            self._relayed(found, s, tokens)
            return
        k = min(hits, key=lambda i: (tokens[i].word in _PASSED, abs(i - q)))
        after = tokens[k + 1].word if k + 1 < len(tokens) else ""
        closed = (t.start for t in tokens[k + 1 :] if t.word in (",", ":", ";", "(") or t.word.startswith(MASK))
        stop = next(closed, tokens[-1].end)
        if tokens[k].word == "pour":
            stop = min(stop, tokens[min(k + 8, len(tokens) - 1)].end)
        mentions = self._mentions.of(s)
        near = [m for m in mentions if tokens[k].start <= m.start < stop + 2]
        if after == "ce" and k + 2 < len(tokens) and tokens[k + 2].word in ("que", "qu'") and not found.how:
            verb = next((v for v in self._verbs.of(s) if k < v.first <= k + 4), None)
            told = (self._syntax.of(s, verb) or self._syntax.after(s, verb.last + 1)) if verb else []
            if verb and told:  # « selon ce qu'a confié X », « d'après ce que dit X »
                found.mark("selon", None)
                self._pronouns.name(
                    found, s, tokens[verb.first].start, told, (0.88, 0.8), f"« {tokens[k].word} ce que »"
                )
                return
        if after == "yeux":
            if not found.how:
                found.mark("selon", None)
                found.speakers += self._pronouns.owner(s, tokens[k].start, 0.8)
            return
        if after in STRESSED and not near:
            if not found.how:
                found.mark("selon", None)
                self._pronouns.name(found, s, tokens[k].start, STRESSED[after], (0.0, 0.8), "")
            return
        passed = tokens[k].word in _PASSED
        named, score = next((m for m in near if m.name), None), 0.86
        if after == "ce":  # « selon ce qu'a confié à Y X »
            named = next((m for m in near if m.name and m.kind == "PER"), named)
        if named is None:
            named = self._beside(mentions, stop)
        elif named is not near[0] or named.start > tokens[min(k + 3, len(tokens) - 1)].start:
            score = 0.5  # « selon un responsable du ministère »
        if named is None:
            if not passed:
                if found.how == "verbe" and not found.speakers:
                    found.how, found.cue = "", None  # « justifier … « délibéré », selon la déclaration »
                found.mark("selon", None)
            return
        held = any(t.word.rstrip("es") in _HELD for t in tokens[k:] if t.end <= named.start)
        if named.governed == "par" and held and not passed:
            found.mark("selon", None)
            found.relay = named.name  # « selon un document consulté par X »
            found.propose([named], 0.25, "a transmis les propos")
            return
        if found.how == "verbe" and named.name in media() and self._stands_in(found, s, tokens):
            found.relay = named.name  # « selon X, ses avocats jugent le texte « faux » »
            found.propose([named], 0.35 if not found.speakers else 0.25, "a transmis les propos")
            return
        shown = found.how in ("incise", "verbe") or (found.how == "deux-points" and found.cue is not None)
        if passed or (found.speakers and shown):
            found.mark("relais", None)
            found.relay = named.name
            found.propose([named], 0.35, "a transmis les propos")
            return
        if found.how == "verbe":
            found.nameless = False  # « les deux parties disent … », selon X
        found.mark("selon", None)
        word = {"d'": "d’après", "yeux": "aux yeux de"}.get(tokens[k].word, tokens[k].word)
        found.propose([named], score, f"« {word} » {named.name}")

    def _stands_in(self, found: Attribution, s: int, tokens: list[Token]) -> bool:
        """Tell whether a pronoun is the subject of the verb that introduces the words: « selon X, ils jugent »."""
        verbs = (v for v in self._verbs.of(s) if v.cue is found.cue)
        return any(v.pronoun or (v.first and tokens[v.first - 1].word in THIRD) for v in verbs)

    def _signs(self, s: int, tokens: list[Token]) -> list[int]:
        """Return the tokens of a sentence that may introduce a speaker, found once for all its quotes."""
        if s not in self._found:
            self._found[s] = [k for k, t in enumerate(tokens) if t.word in _SIGNS]
        return self._found[s]

    def _introduces(self, found: Attribution, s: int, tokens: list[Token], k: int, q: int) -> bool:
        word = tokens[k].word
        after = tokens[k + 1].word if k + 1 < len(tokens) else ""
        if word == "d'":
            return after == "après"
        if word in ("ses", "leurs"):
            return after == "yeux" and k > 0 and tokens[k - 1].word == "à"
        if word == "yeux":
            return k > 0 and tokens[k - 1].word == "aux" and after in ("de", "du", "d'", "des")
        if word == "pour":
            if after in STRESSED:
                return k + 2 < len(tokens) and tokens[k + 2].word == ","
            opens = k == 0 or (k < 5 and tokens[k - 1].word == ",") or (k - q in (1, 2) and not found.how)
            comma = k == 0 and any(t.word == "," for t in tokens[2:8])
            return opens and self._actor_at(s, tokens[k].end, comma)
        return word in ACCORDING or (word in _PASSED and after == "par")

    def _actor_at(self, s: int, at: int, state: bool) -> bool:
        kinds = ("PER", "ORG", "GRP", "GPE") if state else ("PER", "ORG", "GRP")
        return any(m.end - at > 0 and m.start - at <= 4 and m.kind in kinds for m in self._mentions.of(s))

    def _beside(self, mentions: list[Mention], stop: int) -> Mention | None:
        """« selon la fédération des banques, X, »: return the name that is set beside the noun."""
        told = self._reading.told
        near = (m for m in mentions if stop < m.start <= stop + 2 and m.name and not m.governed)
        return next((m for m in near if told[m.end : m.end + 1] in (",", ".", ";", "")), None)

    def _relayed(self, found: Attribution, s: int, tokens: list[Token]) -> None:
        """Note who passed the words on in an incise of its own: « …, a rapporté l'agence Tass »."""
        for verb in self._verbs.of(s):
            if verb.cue.kind == "relay" and not verb.pronoun and verb.first and tokens[verb.first - 1].word == ",":
                subjects = self._syntax.after(s, verb.last + 1)
                self.pass_on(found, [] if isinstance(subjects, str) else subjects, "a rapporté les propos")
                if found.relay:
                    return

    @staticmethod
    def pass_on(found: Attribution, subjects: list[Mention], why: str) -> None:
        """Note the first of `subjects` that has a name as the relay, and as a speaker if there is no other."""
        named = [m for m in subjects if m.name][:1]
        if named:
            found.relay = named[0].name
            found.propose(named, 0.35, why)
