"""Quoted words without a sign of their own: whose they are by the sentences around them."""

from __future__ import annotations

import re

from depeche.suggest.quotes.attribution import Attribution
from depeche.suggest.quotes.mentions import Mentions
from depeche.suggest.quotes.pairing import Pair
from depeche.suggest.quotes.pronouns import Memory, Pronouns
from depeche.suggest.quotes.reading import MASK, Reading
from depeche.suggest.quotes.subjects import Syntax
from depeche.suggest.quotes.verbs import Verb, Verbs

_PARTICIPLE_REACH = 6
"""How many words before the mark a present participle (« trouvant le ») may stand."""
_SHORTEST = 6
_BLANK = re.compile(r"\s*")


class Carried:
    """Proposes the subject of the sentence before, who spoke last and those named nearby."""

    def __init__(
        self, reading: Reading, mentions: Mentions, verbs: Verbs, syntax: Syntax, pronouns: Pronouns, memory: Memory
    ) -> None:
        self._reading = reading
        self._mentions = mentions
        self._verbs = verbs
        self._syntax = syntax
        self._pronouns = pronouns
        self._memory = memory

    def attribute(self, found: Attribution, pair: Pair, s: int, q: int) -> None:
        """Propose who spoke before in the paragraph, then those named nearby, to choose from."""
        if not found.how:
            self._announced(found, pair, s)
            self._joined(found, s, q)
        if self._memory.speakers:
            score = 0.08  # one to choose from, at least
            if self._reading.same_paragraph(self._memory.end, pair.start):
                score = 0.3 if found.how else 0.55
            elif not found.how and s and self._opens(pair, s) and self._memory.end > self._reading.sentences[s - 1][0]:
                score = 0.45  # a paragraph of its own, right after the sentence of the quote before
            found.add(self._memory.speakers[0].name, score, "auteur de la citation précédente")
        for m in self._mentions.of(s):
            subject = not m.governed and m.end <= pair.start
            found.add(
                m.name or "", 0.25 if subject else 0.12, "sujet de la phrase" if subject else "nommé dans la phrase"
            )
        for back in (1, 2):
            for m in self._mentions.of(s - back) if s >= back else ():
                found.add(m.name or "", (0.04 if m.governed else 0.1) / back, "nommé juste avant")

    def _opens(self, pair: Pair, s: int) -> bool:
        blank = _BLANK.match(self._reading.told, self._reading.sentences[s][0], pair.start)
        return blank is not None and blank.end() == pair.start

    def _announced(self, found: Attribution, pair: Pair, s: int) -> None:
        """« X a évoqué le vote. « … » »: a sentence of nothing but quoted words after one that tells of speech."""
        if not s or not self._reading.is_quoted(s) or not self._opens(pair, s):
            return
        if (
            self._reading.holds_quote(s - 1)
            and max(self._memory.end, self._memory.nobody) > self._reading.sentences[s - 1][0]
        ):
            return
        tokens = self._reading.tokens(s - 1)
        if tokens[-1].word not in (".", "!", "…"):
            return  # a headline, a caption, a question
        verbs = [v for v in self._verbs.of(s - 1) if _tells(v)]
        if verbs:
            verb = verbs[0]
            subjects = self._syntax.of(s - 1, verb)
            if not isinstance(subjects, str):
                subjects = [m for m in subjects if m.kind or not m.name]
            why = f"sujet de « {tokens[verb.last].word} » dans la phrase d’avant"
            self._pronouns.name(found, s - 1, tokens[verb.first].start, subjects, (0.62, 0.6), why)
            return
        if not self._reading.same_paragraph(self._reading.sentences[s][0] - 1, pair.start):
            return
        people = [m for m in self._mentions.of(s - 1) if m.kind == "PER" and m.name]
        free = [m for m in self._mentions.of(s - 1) if not m.governed]
        if len({m.name for m in people}) == 1 and free and free[0] == people[0]:
            found.propose(people[:1], 0.56, "sujet de la phrase d’avant")

    def _joined(self, found: Attribution, s: int, q: int) -> None:
        """« X est sorti, trouvant le « … » »: a participle before the words, whose subject is that of the sentence."""
        tokens = self._reading.tokens(s)
        for k in range(q - 1, max(0, q - _PARTICIPLE_REACH), -1):
            word = tokens[k].word
            if word == "," or word.startswith(MASK):
                return
            if tokens[k - 1].word == "," and word.endswith("ant") and len(word) >= _SHORTEST:
                subjects = self._syntax.main(s, k) or []
                if not isinstance(subjects, str):
                    found.propose([m for m in subjects if m.kind == "PER"], 0.57, f"sujet de « {word} »")
                return


def _tells(verb: Verb) -> bool:
    return verb.agent is None and verb.cue.kind != "relay" and verb.cue.form in ("finite", "participle")
