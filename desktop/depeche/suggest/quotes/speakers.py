"""Who says the words between two marks, and how the text shows it. Knows no list of names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace

from depeche.suggest.quotes.according import According
from depeche.suggest.quotes.attribution import Attribution
from depeche.suggest.quotes.carried import Carried
from depeche.suggest.quotes.clauses import asks_between, closes, reported, told_by
from depeche.suggest.quotes.cues import Cue
from depeche.suggest.quotes.fragments import Fragments
from depeche.suggest.quotes.grammar import AUXILIARIES, CLITICS, clitic
from depeche.suggest.quotes.inner import Inner
from depeche.suggest.quotes.meaning import Subjects
from depeche.suggest.quotes.media import Listeners
from depeche.suggest.quotes.mentions import Mention, Mentions
from depeche.suggest.quotes.pairing import Pair
from depeche.suggest.quotes.pronouns import Memory, Pronouns
from depeche.suggest.quotes.reading import MASK, Reading, Token
from depeche.suggest.quotes.subjects import Syntax
from depeche.suggest.quotes.verbs import Verb, Verbs

_BETWEEN = (",", ".", "!", "?", "…", "-", "–", "—", ")")
_BESIDE = 2
"""How many words may stand between the agent of a passive and the words: « qualifié par X de « … »"""
_COMPLETED = ("de", "d'", "du", "des", "comme", ":", "à")
"""Words that tie quoted words to the participle before them."""
_MODAL = AUXILIARIES | frozenset(
    "tient veut souhaite tenait voulait préfère préférait tente tentait ose osait va allait doit devait peut pouvait "
    "aime aimait finit".split()
)


class Speakers:
    """Finds the speaker of one quote after another, in reading order: each may carry on the one before."""

    def __init__(self, reading: Reading, mentions: Mentions, cues: Mapping[str, tuple[Cue, ...]]) -> None:
        self._reading = reading
        self._mentions = mentions
        self._verbs = Verbs(reading, mentions, cues)
        self._syntax = Syntax(reading, mentions)
        self._memory = Memory()
        self._last = (-1, Attribution())
        self._pronouns = Pronouns(mentions, self._memory)
        self._according = According(reading, mentions, self._verbs, self._syntax, self._pronouns)
        self._fragments = Fragments(reading, mentions, self._verbs, cues)
        self._carried = Carried(reading, mentions, self._verbs, self._syntax, self._pronouns, self._memory)
        self._listeners = Listeners(reading, mentions)
        self._inner = Inner(reading, mentions, self._verbs, self._pronouns)

    def keep(self, pair: Pair, attribution: Attribution) -> None:
        """Remember who said a quote that is one, for those that follow."""
        self._memory.keep(pair, attribution)
        self._last = (pair.end, attribution)

    def of(self, pair: Pair) -> Attribution:
        """Return what the text shows of the words of `pair`."""
        s = self._reading.sentence_at(pair.start)
        tokens = self._reading.tokens(s)
        q = max(0, bisect_left(tokens, pair.start + 1, key=lambda t: t.start) - 1)
        found = Attribution()
        self._after(found, s, q)
        self._colon(found, s, q)
        self._listed(found, pair)
        if not found.how:
            self._fragments.beside(found, pair, s, q)
        if not found.how and not self._fragments.gapped(found, s, q):
            self._left(found, s, q)
        self._according.attribute(found, s, q)
        self._right(found, s, q)
        self._fragments.led(found, pair, s, q)
        self._fragments.felt(found, pair, s, q)
        self._inner.attribute(found, pair, s)
        if found.how:
            self._fragments.voiced(found, s, q)
        self._fragments.noun(found, pair, s)
        self._carried.attribute(found, pair, s, q)
        found.rank()
        return found

    def _listed(self, found: Attribution, pair: Pair) -> None:
        """« … », « … » et « … »: one in a list has the speaker of the one before."""
        end, before = self._last
        if found.how or not before.how or self._reading.told[end : pair.start].strip() not in (",", "et", "ou", ", et"):
            return
        found.mark(before.how, before.cue)
        found.nameless, found.together, found.relay = before.nameless, before.together, before.relay
        found.speakers += before.speakers

    def _after(self, found: Attribution, s: int, q: int) -> None:
        """« … », a déclaré X; « … », a-t-il dit; « … », a tenu à préciser X."""
        tokens, k = self._reading.tokens(s), q + 1
        while k < len(tokens) and tokens[k].word in _BETWEEN:
            k += 1
        if k >= len(tokens):
            return
        verbs = self._verbs.of(s)
        verb = next((v for v in verbs if v.first == k or (v.first == k + 1 and tokens[k].word == "comme")), None)
        auxiliary = k
        while auxiliary < len(tokens) - 1 and tokens[auxiliary].word in CLITICS:
            auxiliary += 1
        if verb is None and tokens[auxiliary].word in _MODAL:
            verb = next((v for v in verbs if v.cue.form == "infinitive" and k < v.first <= auxiliary + 6), None)
            if verb and any(t.word == "," or t.word.startswith(MASK) for t in tokens[k : verb.first]):
                return
        elif verb and verb.cue.form in ("gerund", "infinitive"):
            return
        if verb is None:
            self._ahead(found, s, k)
            return
        if verb.agent is not None:
            if tokens[q + 1].word == ",":
                self._thrown(found, s, k, verb)
            return
        if verb.cue.quote == "fragment" and not verb.pronoun and tokens[q + 1].word != ",":
            return
        at, word = tokens[verb.first].start, tokens[verb.last].word
        inverted = clitic(tokens[auxiliary + 1].word) if verb.first > k and auxiliary + 1 < len(tokens) else ""
        if inverted and not verb.pronoun:
            verb = replace(verb, pronoun=inverted)  # « tente-t-il de nuancer »
        if verb.pronoun:
            found.mark("incise", verb.cue)
            self._listeners.note(found, s, verb.last + 1)
            if verb.pronoun == "on":
                found.propose(self._syntax.from_whom(s, verb.last + 1), 0.8, f"« {word} » auprès de")
            self._pronouns.name(found, s, at, verb.pronoun, (0.0, 0.85), "")
            return
        meant = self._syntax.after(s, verb.last + 1)
        subjects = [] if isinstance(meant, str) else meant
        goes_on = tokens[verb.last + 1].word in ("que", "qu'") if verb.last + 1 < len(tokens) else False
        if goes_on or (not meant and any(m.name and not m.governed for m in self._before(s, tokens[q].start))):
            return  # « X, redoutant un « … », a demandé … »: the verb of the sentence, no incise
        found.nameless = self._syntax.is_nameless(s, verb.last + 1, subjects)
        if verb.cue.kind == "relay":
            found.mark("relais", verb.cue)
            self._according.pass_on(found, subjects, f"« {word} » après la citation")
            return
        if self._is_passed_on(s, q, subjects):
            found.relay = subjects[0].name
            return
        found.mark("incise", verb.cue)
        self._listeners.note(found, s, verb.last + 1)
        self._pronouns.stand_in(found, s, subjects)
        self._pronouns.name(found, s, at, meant, (0.95, 0.7), f"sujet de « {word} » après la citation")

    def _ahead(self, found: Attribution, s: int, k: int) -> None:
        """« … », X a dit aux députés: the subject stands before the verb, behind words that are a sentence."""
        tokens = self._reading.tokens(s)
        if tokens[k - 1].word != "," or not self._starts_sentence(tokens[k - 2].start):
            return
        subject = next((m for m in self._mentions.of(s) if m.start == tokens[k].start and not m.governed), None)
        if subject is None or not subject.name:
            return
        verb = next((v for v in self._verbs.of(s) if tokens[v.first - 1].end == subject.end), None)
        if verb is None or verb.cue.quote == "fragment" or verb.cue.form not in ("finite", "participle"):
            return
        follow = [t.word for t in tokens[verb.last + 1 :]]
        if follow[:1] in (["que"], ["qu'"]) or any(w == ":" or w.startswith(MASK) for w in follow):
            return
        found.mark("incise", verb.cue)
        found.propose([subject], 0.85, f"sujet de « {tokens[verb.last].word} » après la citation")

    def _is_passed_on(self, s: int, q: int, subjects: list[Mention]) -> bool:
        """« X s'est adressé à la foule : « … », a indiqué Y »: tell whether Y, a body, tells of X's words."""
        tokens = self._reading.tokens(s)
        if not q or tokens[q - 1].word != ":" or len(subjects) != 1 or subjects[0].kind != "ORG":
            return False
        before = self._before(s, tokens[q].start)
        return any(m.kind == "PER" and m.name and not m.governed for m in before)

    def _thrown(self, found: Attribution, s: int, k: int, verb: Verb) -> None:
        """Les mots « … », lancés par X, …"""
        if verb.first == k and verb.cue.kind in ("say", "write", "answer"):
            subjects = self._syntax.of(s, verb)
            if not isinstance(subjects, str) and subjects:
                found.mark("incise", verb.cue)
                found.propose(subjects, 0.88, f"« {self._reading.tokens(s)[verb.last].word} » par")

    def _before(self, s: int, at: int) -> list[Mention]:
        return [m for m in self._mentions.of(s) if m.end <= at]

    def _colon(self, found: Attribution, s: int, q: int) -> None:
        """X a déclaré : « … »; X : « … »."""
        if found.how:
            return
        tokens, k = self._reading.tokens(s), q - 1
        if k < 0 and s:
            s -= 1
            tokens = self._reading.tokens(s)
            k = len(tokens) - 1
        if k < 0 or tokens[k].word != ":":
            return
        verb = self._main([v for v in self._verbs.of(s) if v.last < k and v.cue.kind != "relay"], tokens)
        found.mark("deux-points", verb.cue if verb else None)
        if verb:
            self._listeners.note(found, s, verb.last + 1)
            why = f"sujet de « {tokens[verb.last].word} » avant les deux-points"
            subjects = self._syntax.of(s, verb) or self._fragments.body(s, verb)
            self._pronouns.name(found, s, tokens[verb.first].start, subjects, (0.93, 0.85), why)
            found.nameless = self._syntax.are_nobody(subjects)
        else:
            self._pronouns.name(found, s, tokens[k].start, self._syntax.topic(s, k), (0.6, 0.75), "sujet de la phrase")
        named = [m for m in self._mentions.of(s) if m.end <= tokens[k].start and m.name]
        free = [m for m in named if not m.governed]
        beside = (free[:1] if verb else free[-1:]) or named[-1:]
        score = 0.6 if not verb else 0.4 if free else 0.25
        found.propose(beside, score, "nommé avant les deux-points")

    @staticmethod
    def _main(verbs: list[Verb], tokens: list[Token]) -> Verb | None:
        """Return the last verb, or the one before where the last stands in a clause of its own (« qui avait dit »)."""
        if len(verbs) > 1 and verbs[-1].first and tokens[verbs[-1].first - 1].word == "qui":
            earlier = [v for v in verbs[:-1] if v.cue.kind in ("say", "answer", "write")]
            return earlier[-1] if earlier else verbs[-1]
        return verbs[-1] if verbs else None

    def _left(self, found: Attribution, s: int, q: int) -> None:
        """X a promis un soutien « … »; il a répondu que « … »."""
        if found.how in ("incise", "deux-points"):
            return
        tokens = self._reading.tokens(s)
        whole = self._starts_sentence(tokens[q].start)
        verbs = [v for v in self._verbs.of(s) if v.last < q]
        stated = q > 0 and tokens[q - 1].word in ("que", "qu'")
        verbs = [v for v in verbs if v.cue.quote != "incise" or stated or (whole and v.last == q - 1 and not v.pronoun)]
        verbs = [v for v in verbs if v.cue.kind != "relay"] or [v for v in verbs if v.agent is None]
        for verb in reversed(verbs[-4:]):
            if verb.pronoun and q - verb.last > 2 and closes(tokens, verb.first):
                continue  # the incise of the quote before
            if asks_between(tokens, verb, q) or (verb.cue.form == "infinitive" and told_by(tokens, verb, verbs)):
                continue
            if reported(tokens, verb, verbs) or self._is_aside(s, verb, verbs, q):
                continue
            subjects: Subjects = []
            if not verb.pronoun and verb.agent is None and closes(tokens, verb.first):
                subjects = self._syntax.after(s, verb.last + 1)  # « … », a dit X, qui « … »
            subjects = subjects or self._syntax.of(s, verb) or self._fragments.body(s, verb)
            if subjects == "on":
                found.nameless = True  # « on y trouve »: nobody in particular
                continue
            found.mark("verbe", verb.cue)
            self._pronouns.name(
                found, s, tokens[verb.first].start, subjects, (0.88, 0.8), f"sujet de « {tokens[verb.last].word} »"
            )
            if isinstance(subjects, str) or any(m.name or m.pronoun for m in subjects):
                return
            self._pronouns.stand_in(found, s, subjects)
            if subjects and not told_by(tokens, verb, verbs):
                found.nameless = self._syntax.are_nobody(subjects)
                return

    def _starts_sentence(self, at: int) -> bool:
        pair = self._reading.pair_at(at)
        inner = self._reading.text[pair.inner_start : pair.inner_start + 8].lstrip() if pair else ""
        return inner[:1].isupper()

    def _is_aside(self, s: int, verb: Verb, verbs: list[Verb], q: int) -> bool:
        """« X affirme que les mesures annoncées par Y coûtent « … »: what Y did is told in passing."""
        told = [v for v in verbs if v.agent is None and v.last < verb.first]
        if verb.agent is None or not told:
            return False
        tokens = self._reading.tokens(s)
        if tokens[told[-1].last + 1].word in ("que", "qu'") and tokens[q - 1].word not in _COMPLETED:
            return True
        agent = next((m for m in self._mentions.of(s) if m.end > verb.agent + 3), None)
        start = agent.end if agent else verb.agent
        return sum(1 for t in self._reading.tokens(s)[:q] if t.start >= start) > _BESIDE

    def _right(self, found: Attribution, s: int, q: int) -> None:
        """« … » … , a-t-il dénoncé; « … » …, a déclaré X: the cue ends the sentence."""
        if found.how:
            return
        tokens = self._reading.tokens(s)
        for verb in self._verbs.of(s):
            if verb.first <= q or verb.agent is not None or verb.cue.kind == "relay":
                continue
            if verb.cue.form in ("gerund", "infinitive"):
                continue
            subjects: Subjects = verb.pronoun or ""
            if [t.word for t in tokens[q + 2 : q + 4]] == ["c'", "est"]:
                subjects = self._syntax.of(s, verb)  # « … » : c'est ainsi que X a résumé
            if not subjects and tokens[verb.first - 1].word == "," and verb.cue.quote == "direct":
                subjects = self._syntax.after(s, verb.last + 1)
            if subjects:
                found.mark("incise", verb.cue)
                why = f"sujet de « {tokens[verb.last].word} » en fin de phrase"
                self._pronouns.name(found, s, tokens[verb.first].start, subjects, (0.75, 0.75), why)
                return
