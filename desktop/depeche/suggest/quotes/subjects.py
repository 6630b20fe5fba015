"""Who is the subject of a cue verb: before it, after it, or behind « par ». Knows sentences, not quotes."""

from __future__ import annotations

import re

from depeche.suggest.quotes.grammar import CLITICS, IMPERSONAL, PHRASE, PRONOUNS, SUBORDINATE, THIRD, clitic
from depeche.suggest.quotes.meaning import Meaning, Subjects
from depeche.suggest.quotes.mentions import Mention, Mentions
from depeche.suggest.quotes.phrases import clause, first_phrase, is_official, is_person, noun_from, phrase_at
from depeche.suggest.quotes.reading import MASK, Reading, Token
from depeche.suggest.quotes.verbs import Verb

_JOINING = ("et", ",", ", et", "et le", "et la", "ainsi que")
_JOINED = ("et", ",", ", et")
_PLURAL = ("ont", "avaient", "auraient", "sont", "aient", "étaient")
_MOST = 4
_INDEFINITE = frozenset("un une des plusieurs certains certaines les quelques deux trois".split())
_BRACKETS = re.compile(r"\([^()]{0,40}\)")
_NEXT = 6
"""How many characters after a comma a subject may begin."""
_FROM = ("auprès", "à", "au", "chez", "du", "aux")


class Syntax:
    """Finds subjects by the order of words, without a parse."""

    def __init__(self, reading: Reading, mentions: Mentions) -> None:
        self._reading = reading
        self._mentions = mentions
        self._meaning = Meaning(reading, mentions)

    def of(self, sentence: int, verb: Verb) -> Subjects:
        """Return the subject of a verb that stands before it, inside its group, or behind « par »."""
        if verb.pronoun:
            return verb.pronoun
        if verb.agent is not None:
            return self._agents(sentence, verb.agent)
        return self._before(sentence, verb)

    def after(self, sentence: int, k: int) -> Subjects:
        """Return the subjects that follow the verb of an incise which ends before token `k`."""
        tokens = self._reading.tokens(sentence)
        if k >= len(tokens):
            return []
        closed = (t.start for t in tokens[k:] if t.word.startswith(MASK) or t.word in (":", ";"))
        end = next(closed, tokens[-1].end)
        candidates = [m for m in self._mentions.of(sentence) if tokens[k].start <= m.start < end]
        noun = noun_from(tokens, k, end)
        for i, m in enumerate(candidates):
            if m.governed:
                continue
            if noun is not None and m.start > noun:
                # « a dit le patron de presse, X »: a common noun is the subject, unless a name is set beside it.
                beside = self._gap(noun, m.start).endswith(",") and m.start - noun < 90
                if beside and m.name and m.kind in ("PER", ""):
                    return [m]
                break
            if m.name is None:
                return self._tied(sentence, m, candidates[i + 1 :])
            return [m, *self._joined(m, candidates[i + 1 :])]
        if noun is None:
            # « a lancé à l'issue du vote X »: the preposition governs a noun that stands between
            people = [m for m in candidates if m.kind == "PER" and m.governed == "du"]
            return [m for m in people if not self._follows(tokens, m)][:1]
        i = next(i for i, t in enumerate(tokens) if t.start == noun)
        phrase = phrase_at(tokens, i, len(tokens))
        found = self._meaning.of(sentence, phrase, end) if phrase else []
        somebody = any(m.name or m.pronoun for m in found) or (phrase and is_person(phrase.word))
        return found if somebody else []  # « a demandé des mesures »: the object

    @staticmethod
    def _follows(tokens: list[Token], m: Mention) -> bool:
        """Tell whether a mention stands right after the preposition that governs it."""
        k = next((i for i, t in enumerate(tokens) if t.start >= m.start), 0)
        return m.governed in (tokens[k].word, tokens[k - 1].word if k else "")

    def are_nobody(self, subjects: Subjects) -> bool:
        """Tell whether all of `subjects` are somebody without a name: « un porte-parole », « des voisins »."""
        if isinstance(subjects, str):
            return False
        words = (self._reading.told[m.start : m.end].split()[0].lower() for m in subjects if not m.name)
        return bool(subjects) and not any(m.name for m in subjects) and all(w in _INDEFINITE for w in words)

    def is_nameless(self, sentence: int, k: int, subjects: list[Mention]) -> bool:
        """Tell whether the verb before token `k` has somebody for its subject whom the text does not name."""
        if any(m.name for m in subjects):
            return False
        tokens = self._reading.tokens(sentence)
        return k < len(tokens) and tokens[k].word in _INDEFINITE

    def from_whom(self, sentence: int, k: int) -> list[Mention]:
        """Return the body from which « on » has it: « apprend-on auprès de X », « indique-t-on au ministère »."""
        tokens = self._reading.tokens(sentence)
        if k >= len(tokens) or tokens[k].word not in _FROM:
            return []
        closed = (t.start for t in tokens[k:] if t.word in (",", ".", ";", ":") or t.word.startswith(MASK))
        end = next(closed, tokens[-1].end)
        near = [m for m in self._mentions.of(sentence) if m.name and tokens[k].start <= m.start < end]
        return [m for m in near if m.kind in ("ORG", "GRP", "GPE", "PER")][:1]

    def _gap(self, start: int, end: int) -> str:
        return self._reading.told[start:end].strip()

    def _tied(self, sentence: int, m: Mention, rest: list[Mention]) -> list[Mention]:
        """« le porte-parole du Kremlin »: who has no name of his own speaks for what he is tied to."""
        tied = next((c for c in rest if c.name), None)
        for person in (c for c in rest if c.name and c.kind == "PER"):
            function, comma, name = self._reading.told[m.end : person.end].rpartition(",")
            if comma and "," not in function and all(w[0].isupper() for w in name.split()[:1]):
                return [person]  # « le secrétaire général de l'ONU, X »
        if tied is not None and not tied.governed and self._gap(m.end, tied.start).endswith(","):
            return [tied]  # « le chef du gouvernement, le conservateur X »
        head = next((i for i, t in enumerate(self._reading.tokens(sentence)) if t.end >= m.end), 0)
        if not self._is_official(m):
            return [m]
        link = self._meaning.tied(sentence, head, tied.end) if tied is not None else None
        if link is not None and link.kind != "PER":
            return [link]
        state = None if m.plural or (link and link.kind == "PER") else self._meaning.state(sentence, head)
        return [state] if state else [m]

    def _is_official(self, m: Mention) -> bool:
        """Tell whether a mention without a name is one whose words are those of whom he is tied to."""
        return any(is_official(w) for w in re.split(r"[\s'’]", self._reading.told[m.start : m.end].lower()))

    def _joined(self, first: Mention, rest: list[Mention]) -> list[Mention]:
        found: list[Mention] = []
        end = first.end
        for m in rest:
            between = self._gap(end, m.start)
            if not m.name or between not in _JOINING:
                break
            found.append(m)
            end = m.end
            if between != ",":
                return found
        return []

    def _agents(self, sentence: int, at: int) -> list[Mention]:
        rest = [m for m in self._mentions.of(sentence) if m.end > at + 3]
        if not rest or rest[0].governed != "par":
            return []
        return [rest[0], *self._joined(rest[0], rest[1:])]

    def _before(self, sentence: int, verb: Verb) -> Subjects:
        tokens = self._reading.tokens(sentence)
        k = verb.first
        before = tokens[k - 1].word if k else ""
        if before in PRONOUNS:
            return before
        candidates = [m for m in self._mentions.of(sentence) if m.end <= tokens[k].start]
        pair = f"{tokens[k - 2].word} {before}" if k > 1 else ""
        if before in ("celui-ci", "celle-ci") or pair in ("ce dernier", "cette dernière"):
            return self._latter(sentence, candidates)
        if verb.cue.form == "infinitive":
            # « l'occasion pour X de dénoncer »
            given = next((m for m in reversed(candidates[-3:]) if m.governed == "pour"), None)
            if candidates and candidates[-1].kind == "PER" and candidates[-1].governed in ("à", "au"):
                given = candidates[-1]  # « a permis à X de dénoncer »
            return [given] if before in ("de", "d'") and given else self.main(sentence, k) or []
        last = k - 2 if before in CLITICS else k - 1
        beside = verb.cue.form == "gerund" and last >= 0 and candidates and tokens[last].end == candidates[-1].end
        if beside and candidates[-1].name and not candidates[-1].governed:
            return candidates[-1:]  # « X le qualifiant de « … » »
        if verb.cue.form == "gerund" or before in (",", "et", "puis", "ou"):
            # « X a reçu Y, soulignant », « X a promis …, et prédit »: the subject of the clause before.
            main = self.main(sentence, k)
            if isinstance(main, str) or (main and (verb.cue.form == "gerund" or before != ",")):
                return main
            if verb.cue.form == "gerund":
                return self._ahead(sentence, verb.last + 1)
        if before == "qui":
            return self._antecedent(sentence, k - 1, candidates, verb.cue.plural or tokens[k].word in _PLURAL)
        plural = verb.cue.plural or tokens[k].word in _PLURAL
        if before == ",":
            apart = self._outside(tokens, k - 1, candidates)
            candidates = apart if not plural or len(apart) != 1 else candidates[: candidates.index(apart[0]) + 1]
        found = self._nearest(sentence, candidates, plural, before == ",")
        start = clause(tokens, k)
        if before == "," and not any(m.name for m in found):
            k = clause(tokens, k - 1) - 1  # « le champion du monde, âgé de 24 ans, a dit »
            start = clause(tokens, k) if k > 0 and tokens[k].word == "," else k
        inside = [m for m in found if m.start >= tokens[max(0, start)].start]
        if start >= k or any(m.name or m.role or m.pronoun for m in inside):
            return found
        phrase = first_phrase(tokens, start, k)
        return self._meaning.of(sentence, phrase, tokens[k].start) if phrase else found

    def _antecedent(self, sentence: int, k: int, candidates: list[Mention], plural: bool) -> list[Mention]:
        """Return whom the « qui » at token `k` stands for: who stands right before it, brackets apart."""
        tokens = self._reading.tokens(sentence)
        candidates = [m for m in candidates if m.governed != "("]
        if not candidates:
            return []
        m = candidates[-1]
        if m.governed in ("de", "du", "des", "d'") and len(candidates) > 1 and m.start - candidates[-2].end < 6:
            m = candidates[-2]  # « l'ambassadeur de Russie, qui »
        owners = [o for o in candidates if o.name and not o.governed and self._gap(o.end, o.end + 2)[:1] == ","]
        if m.governed in ("de", "du", "des", "d'") and owners and tokens[k - 1].word == ",":
            m = owners[-1]  # « X, président de Y et de Z, qui »
        after = [t for t in tokens[:k] if t.start >= candidates[-1].end]
        gap = [t.word for t in after]
        if all(self._reading.text[t.start].isupper() or t.word in ("de", "d'", "à", "en", "du") for t in after):
            gap = []  # « la Commission européenne de Bruxelles qui »
        if gap[:1] == ["("] and ")" in gap:
            gap = gap[gap.index(")") + 1 :]
        apposed = gap[:1] == [","] and gap[-1:] == [","]
        if not gap or gap == [","] or apposed:
            other = candidates[-2] if plural and len(candidates) > 1 and m is candidates[-1] else None
            beside = _BRACKETS.sub("", self._reading.told[other.end : m.start]).strip() if other else ""
            return [other, m] if other and other.name and m.name and beside in _JOINED else [m]
        return [Mention(tokens[k - 1].start, tokens[k - 1].end, None, "")]  # « la pétition qui attaque l'État »

    def _ahead(self, sentence: int, k: int) -> Subjects:
        """« Rappelant que …, X a dénoncé »: return the subject that follows the next comma after token `k`."""
        tokens = self._reading.tokens(sentence)
        for i in range(k, len(tokens) - 1):
            if tokens[i].word != "," or not any(MASK in t.word for t in tokens[k:i]):
                continue
            if tokens[i + 1].word in THIRD:
                return tokens[i + 1].word
            near = (m for m in self._mentions.of(sentence) if m.start >= tokens[i].end)
            m = next(near, None)
            if m is not None and m.name and not m.governed and m.start - tokens[i].end < _NEXT:
                return [m]
        return []

    def topic(self, sentence: int, k: int) -> Subjects:
        """Return the subject of a sentence whose verb before token `k` is none of speech: « X en tire ceci : »"""
        main = self.main(sentence, k)
        if main is not None:
            return main if isinstance(main, str) else []
        tokens = self._reading.tokens(sentence)
        for start in (0, *(i + 1 for i in range(k - 1) if tokens[i].word == ",")):
            if tokens[start].word in PHRASE and (phrase := phrase_at(tokens, start, k)):
                return self._meaning.of(sentence, phrase, tokens[k].start)
        return []

    def _latter(self, sentence: int, candidates: list[Mention]) -> list[Mention]:
        """Return whom « ce dernier » stands for: the person named last, in this sentence or the one before."""
        before = self._mentions.of(sentence - 1) if sentence else []
        for named in ([m for m in candidates if m.name], [m for m in before if m.name]):
            if named:
                people = [m for m in named if m.kind == "PER"]
                return (people or named)[-1:]
        return []

    def _nearest(self, sentence: int, candidates: list[Mention], plural: bool, set_apart: bool) -> list[Mention]:
        """Return the last candidate that no preposition governs, with those joined to it before a plural verb."""
        for i in range(len(candidates) - 1, -1, -1):
            m = candidates[i]
            if m.governed:
                continue
            beside = i > 0 and candidates[i - 1].name and self._gap(candidates[i - 1].end, m.start) == ","
            if beside and (m.name is None or set_apart):
                continue  # « X, le directeur de Y »: said of the name before
            if m.name is None and self._is_official(m):
                return self._tied(sentence, m, candidates[i + 1 :])
            joined = [m]
            while plural and m.name and i and len(joined) < _MOST:
                i -= 1
                other = candidates[i]
                if other.governed or not other.name or self._gap(other.end, joined[0].start) not in _JOINED:
                    break
                joined.insert(0, other)
            return joined
        return []

    def _outside(self, tokens: list[Token], comma: int, candidates: list[Mention]) -> list[Mention]:
        """Return the candidates that stand outside of what the comma before the verb closes (« X, qui …, a dit »)."""
        for k in range(comma - 1, max(0, comma - 40), -1):
            if tokens[k].word == "," and tokens[k + 1].word in SUBORDINATE:
                if any(m.end <= tokens[k].start for m in candidates):
                    candidates = [m for m in candidates if m.end <= tokens[k].start]
                break
        opened = [m for m in candidates if m.name and not m.governed and self._gap(m.end, m.end + 2)[:1] in (",", "(")]
        last = opened[-1:]
        if len(opened) > 1 and last[0].end == tokens[comma].start:
            # « X, l'un des avocats défendant Y, a dit »: Y is no name set apart, for no comma stands before it.
            before = self._gap(max(0, last[0].start - 3), last[0].start)
            last = last if before.endswith((",", "(", "et")) else opened[-2:-1]
        return last or candidates

    def main(self, sentence: int, k: int) -> Subjects | None:
        """Return the subject of the sentence: its first mention without a preposition, or the pronoun before it."""
        tokens = self._reading.tokens(sentence)
        end = tokens[k].start
        first = next((m for m in self._mentions.of(sentence) if not m.governed and m.end <= end), None)
        for i, t in enumerate(tokens[:k]):
            if first is not None and t.start >= first.start:
                break
            if clitic(t.word) in THIRD:
                return clitic(t.word)
            impersonal = t.word == "il" and any(w.word in IMPERSONAL for w in tokens[i + 1 : i + 4])
            if t.word in THIRD and i + 1 < len(tokens) and tokens[i + 1].word[0].isalpha() and not impersonal:
                return t.word
        return [first] if first else None
