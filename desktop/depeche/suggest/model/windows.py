"""A candidate with the words around it as a spaCy `Doc`: what the model sees. Knows no article beyond that window.

Beside its letters each word carries, in attributes that spaCy's embedding reads: in `tag` the lists of words that hold
it, in `lemma` what the whole text says about it, in `dep` its first letters. The candidate is the window's one entity.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.stops import BEARERS, opens_sentence
from depeche.suggest.actors.words import Words
from depeche.suggest.model.candidates import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

CANDIDATE = "CANDIDATE"
"""The entity of a window (`models.network` is loaded only with spaCy, so it can't be asked)."""

_AROUND = 4
"""Words on either side: what the model's two layers reach (`models/network.py`)."""


class Windows:
    """The windows of one text."""

    def __init__(self, words: Words, gazetteer: Gazetteer, vocab: Vocab) -> None:
        self._words = words
        self._g = gazetteer
        self._vocab = vocab
        self._counts = Counter(words.raw)
        self._listed: dict[int, str] = {}
        cues = gazetteer.head_words
        self._lists = (
            ("f", gazetteer.functions),
            ("c", gazetteer.civilities),
            ("g", gazetteer.first_names),
            ("s", gazetteer.family_names),
            ("a", cues["announcing"]),
            ("n", cues["noun"] | cues["capital"] | cues["press"]),
            ("v", gazetteer.power["form"]),
            ("b", BEARERS),
        )

    def around(self, candidate: Stretch, known: str = CANDIDATE) -> Doc:
        """Return the window of a candidate. `known` says in a word what is known of it, as its entity's label."""
        from spacy.tokens import Doc

        first, last = candidate
        words = self._words
        rows: list[tuple[str, str, str, str, bool]] = []
        for index in range(max(0, first - _AROUND), min(len(words), last + _AROUND)):
            if words.link[index] != " ":
                rows.append((words.link[index], "", "", "", first < index < last))
            rows.append(
                (words.raw[index], self._list(index), self._said(index), words.fold[index][:3], first <= index < last)
            )
        texts, tags, lemmas, begins, held = zip(*rows, strict=True)
        return Doc(
            self._vocab,
            words=list(texts),
            tags=list(tags),
            lemmas=list(lemmas),
            deps=[one or "-" for one in begins],
            heads=[0] * len(rows),
            ents=entity(held.index(True), sum(held), len(held), known),
        )

    def _list(self, index: int) -> str:
        """Return the letters of the lists that hold a word, and the class of the name that begins there."""
        known = self._listed.get(index)
        if known is None:
            words, word = self._words, self._words.fold[index]
            known = "".join(letter for letter, table in self._lists if word in table)
            if words.capital[index]:
                entry = self._g.name_at(words, index)
                known += f"={entry[1].group}" if entry is not None else ""
            known += "d" if self._g.adjective_at(words, index) is not None else ""
            self._listed[index] = known
        return known

    def _said(self, index: int) -> str:
        """Return what the text says of a capital: it opens a sentence, stands in lower case elsewhere, how often."""
        words, raw = self._words, self._words.raw[index]
        if not words.capital[index]:
            return ""
        opens = "o" if words.opens[index] else ""
        stop = "s" if opens_sentence(raw, words.fold[index]) else ""
        lower = "l" if raw.lower() in self._counts else ""
        return f"C{opens}{stop}{lower}{min(3, self._counts[raw])}"


def entity(first: int, length: int, tokens: int, known: str = CANDIDATE) -> list[str]:
    """Return the tags of a window whose one entity has `length` tokens from `first` on."""
    inside = [f"I-{known}"] * (length - 1)
    return ["O"] * first + [f"B-{known}"] + inside + ["O"] * (tokens - first - length)
