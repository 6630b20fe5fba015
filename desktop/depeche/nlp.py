"""The one place where spaCy's French tokenizer is made. Loading it takes half a second once a process.

The first time ever it takes two more: one of its patterns is compiled then, and kept (`patterns`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from depeche import paths, patterns

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_MANY = 20_000
"""Words that a vocabulary may hold, each 1.4 kB; a new one is made in thirty milliseconds."""
_MOST_MET = 10_000
"""Words that spaCy keeps cut (`Tokenizer.max_cache_size`)."""
_met: set[str] = set()


@cache
def french() -> Language:
    """Return the blank French pipeline; the first call is slow, so never on the window's thread."""
    end = patterns.keep(paths.patterns(), paths.cache() / "patterns")
    try:
        import spacy

        return spacy.blank("fr")
    finally:
        end()


def doc(text: str) -> Doc:
    """Return the text tokenised, however long it is.

    spaCy keeps every word it has met for as long as the vocabulary lives, which a new one takes the place of now and
    then: else a long export would take more memory with each article.
    """
    if len(french().vocab) > _MANY:
        french.cache_clear()
        _met.clear()
    tokenizer = french().tokenizer
    # Behind the first abbreviation of a text spaCy no longer keeps how a word is cut (`Tokenizer._save_cached`), and
    # cuts each anew wherever it stands, which takes four times as long: so each is shown to it once by itself.
    for word in set(text.split()).difference(_met):
        if len(_met) >= _MOST_MET:
            break
        tokenizer(word)
        _met.add(word)
    return tokenizer(text)  # `make_doc` would refuse a text of more than a million characters


def tokens(text: str) -> list[tuple[int, int]]:
    """Return the code point offsets of each token that isn't blank."""
    return [(token.idx, token.idx + len(token)) for token in doc(text) if not token.is_space]
