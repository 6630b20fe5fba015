"""Whom a noun phrase without a name means: a body it belongs to, a state, a person named before. Knows no verb."""

from __future__ import annotations

from dataclasses import replace

from depeche.suggest.quotes.grammar import BEFORE_NOUN
from depeche.suggest.quotes.mentions import Mention, Mentions
from depeche.suggest.quotes.phrases import BEARERS, PAPERS, Phrase, is_official, is_person
from depeche.suggest.quotes.reading import Reading, Token

Subjects = list[Mention] | str
"""Those who act, first the nearest; or the pronoun that stands for them."""

_OF = frozenset(("de", "du", "des", "d'"))
_LINK = 5
"""How many words may stand between a noun and the name it is tied to (« directeur général adjoint de la … »)."""
_ADJECTIVES = 4
_PAPER_BACK = 4
"""How many sentences back the author of a paper is sought."""
_SOME = frozenset(
    "groupe groupes dizaine dizaines centaine centaines millier milliers poignée majorité partie nombre foule "
    "vingtaine trentaine quarantaine cinquantaine quinzaine douzaine collectif".split()
)
"""Nouns of how many, whose words are those of the group they count."""


class Meaning:
    """Reads noun phrases of one article."""

    def __init__(self, reading: Reading, mentions: Mentions) -> None:
        self._reading = reading
        self._mentions = mentions

    def of(self, sentence: int, phrase: Phrase, stop: int) -> list[Mention]:
        """Return whom `phrase` means, looking at its complements up to offset `stop`.

        A list with a nameless mention is somebody or something the text does not name.
        """
        tokens = self._reading.tokens(sentence)
        start, end = tokens[phrase.start].start, tokens[phrase.head].end
        tied = self.tied(sentence, phrase.head, stop)
        if tied is not None and tied.kind == "GRP" and phrase.word in _SOME:
            return [replace(tied, governed="", start=start)]  # « un groupe de Ruritans »
        if tied is not None and (tied.kind or phrase.word not in BEARERS):
            official = is_official(phrase.word) and tied.kind != "PER"
            return [tied] if official or phrase.word in PAPERS else [_nobody(start, end, phrase)]
        if (
            phrase.definite
            and not phrase.plural
            and phrase.word in PAPERS
            and (author := self._author(sentence, start))
        ):
            return [author]
        if phrase.definite and not phrase.plural:
            name = self._mentions.body(phrase.word, start)
            if name:
                return [Mention(start, end, name, "ORG", why=f"« {phrase.word} » : {name}")]
            if phrase.word in ("direction", "rédaction") and (body := self._nearby(sentence, start)):
                return [body]
            known = is_person(phrase.word) and not self._mentions.met(phrase.word, start)
            if known and not self._completed(tokens, phrase):
                return [Mention(start, end, None, "", pronoun="elle" if phrase.feminine else "il")]
        if not phrase.plural and (state := self.state(sentence, phrase.head)):
            return [state]
        return [_nobody(start, end, phrase)]

    def _author(self, sentence: int, at: int) -> Mention | None:
        """Return whose the paper is that was named last: « Une note de X … La note précise »."""
        for s in range(sentence, max(-1, sentence - _PAPER_BACK), -1):
            tokens = self._reading.tokens(s)
            for i in range(len(tokens) - 1, 0, -1):
                if tokens[i].end > at or tokens[i].word not in PAPERS:
                    continue
                tied = self.tied(s, i, tokens[-1].end)
                if tied is not None and tied.kind:
                    return replace(tied, governed="", start=at, why=f"« {tokens[i].word} » de {tied.name}")
        return None

    def _nearby(self, sentence: int, at: int) -> Mention | None:
        """Return the body named last before offset `at`, in this sentence or the one before: « la direction »."""
        near = [m for s in (sentence - 1, sentence) if s >= 0 for m in self._mentions.of(s) if m.end <= at and m.name]
        bodies = [m for m in near if m.kind == "ORG"]
        return replace(bodies[-1], governed="", start=at, why="corps nommé juste avant") if bodies else None

    def tied(self, sentence: int, head: int, stop: int) -> Mention | None:
        """Return the name that a preposition ties to the noun at token `head`: « un responsable de la mairie de X »."""
        tokens = self._reading.tokens(sentence)
        end = tokens[head].end
        near = (m for m in self._mentions.of(sentence) if end <= m.start < stop and m.name)
        tied = next(near, None)
        if tied is None or tied.governed not in _OF:
            return None
        between = [t.word for t in tokens[head + 1 :] if t.end <= tied.start]
        return tied if len(between) <= _LINK and all(w[0].isalpha() for w in between) else None

    def state(self, sentence: int, head: int) -> Mention | None:
        """Return the state whose official the noun at token `head` is by an adjective (« un diplomate russe »)."""
        tokens = self._reading.tokens(sentence)
        if not is_official(tokens[head].word):
            return None
        after = tokens[head + 1 : head + 1 + _ADJECTIVES]
        stop = next((i for i, t in enumerate(after) if not t.word[0].isalpha() or t.word in BEFORE_NOUN), len(after))
        name = self._mentions.nation(after[:stop])
        if name is None:
            return None
        why = f"« {tokens[head].word} » de {name}"
        return Mention(tokens[head].start, tokens[head].end, name, "GPE", why=why)

    @staticmethod
    def _completed(tokens: list[Token], phrase: Phrase) -> bool:
        """« le père de la victime », « le maire de la ville »: somebody in particular, not « le champion du monde »."""
        follow = [t.word for t in tokens[phrase.head + 1 : phrase.head + 3]]
        named = bool(follow) and follow[0] in _OF and not follow[-1][0].isdigit()  # « l'homme de 24 ans »
        return named and phrase.word not in BEARERS


def _nobody(start: int, end: int, phrase: Phrase) -> Mention:
    return Mention(start, end, None, "", plural=phrase.plural, feminine=phrase.feminine)
