"""The trained model as a source of actors: asked only about capitalised words that nothing else has explained."""

from __future__ import annotations

import json
import math
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from depeche.core.article import Article
from depeche.core.span import reading_order
from depeche.core.suggestion import Suggestion
from depeche.messages import tr
from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.words import Words
from depeche.suggest.model.acting import Acting
from depeche.suggest.model.candidates import Stretch, candidates
from depeche.suggest.model.refused import Refused
from depeche.suggest.model.windows import Windows

if TYPE_CHECKING:
    from spacy.language import Language

LABEL = "ACTOR"
LABELS = ("PER", "ORG", "LOC", "MISC")
KINDS = LABELS[:2]
"""The model's first labels; the others, places and things, aren't proposed."""

_EDGE = 1e-6
_HOLDING = frozenset(("ACTOR", "DATE", "FIGURE"))

Canonical = Callable[[str, Sequence[Suggestion]], tuple[str, str] | None]
"""The value and kind that words have among the suggestions of an article: `Actors.canonical`."""


class Names:
    """Proposes persons and organisations by a trained model where the sources before it found nothing.

    `folder` is the model (`resources/models/names`), `gazetteers` the lists of names. spaCy and the weights are loaded
    when the first article is read, in about a second. The score is the model's probability as it held for all names of
    articles that it hadn't seen; below `least` (in the model's `meta.json`) nothing is proposed. `propose` takes time
    linear in the text and never raises.
    """

    name = "names"

    def __init__(self, folder: Path, gazetteers: Path, canonical: Canonical) -> None:
        """Read what the model says of itself; raises `OSError` where it is missing, `ValueError` where it is none."""
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        for part in ("config.cfg", "spancat/cfg", "spancat/model"):
            (folder / part).stat()  # weights are read with the first article: too late to do without them
        self.version = str(meta["version"])
        self._fitted: dict[str, float] = meta["calibration"]
        self._least = float(meta["least"])
        self._folder = folder
        self._gazetteers = gazetteers
        self._canonical = canonical

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer(self._gazetteers)

    @cached_property
    def _nlp(self) -> Language:
        from depeche.models.network import load

        return load(self._folder)

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return the names that the model is sure of among the words that `found` leaves open, in reading order."""
        words = Words(article.text)
        proposed: list[Suggestion] = []
        for (first, last), kind, sure in read(lambda: self._nlp, words, free(words, found), self._gazetteer):
            score = round(calibrated(sure, self._fitted), 3)
            if score < self._least:
                continue
            proposed.append(
                Suggestion(
                    words.start[first],
                    words.end[last - 1],
                    LABEL,
                    kind,
                    unicodedata.normalize("NFC", " ".join(words.surface(first, last).split())),
                    source=self.name,
                    version=self.version,
                    score=score,
                    reason=tr("modèle, {score}", score=f"{score:.2f}".replace(".", ",")),
                )
            )
        return reading_order(self._named(proposed, found))

    def _named(self, proposed: Sequence[Suggestion], found: Sequence[Suggestion]) -> Iterator[Suggestion]:
        """Yield what is proposed, persons with the fullest name that the article gives."""
        by_word: defaultdict[str, list[Suggestion]] = defaultdict(list)
        for one in (*found, *proposed):
            if one.kind == "PER":
                folds = Words(str(one.value)).fold
                for word in {*folds[:1], *folds[-1:]}:
                    by_word[word].append(one)
        full: dict[str, str] = {}
        for one in proposed:
            if one.kind == "PER":
                surface = str(one.value)
                if surface not in full:
                    known = self._canonical(surface, by_word[Words(surface).fold[-1]])
                    full[surface] = known[0] if known and known[1] == "PER" else surface
                one = replace(one, value=full[surface])
            yield one


def read(
    model: Callable[[], Language], words: Words, open_: Sequence[bool], gazetteer: Gazetteer
) -> list[tuple[Stretch, str, float]]:
    """Return the names among the open words of a text: where, of which kind, and how sure the model is.

    Only what the text shows acting, or what says that it is an organisation, is asked about; without such words
    `model` isn't called.
    """
    refused = Refused(words, gazetteer)
    stretches = [one for one in candidates(words, open_, gazetteer) if one not in refused]
    acting = Acting(words, gazetteer, stretches)
    stretches = [one for one in stretches if one in acting or acting.is_body(one)]
    if not stretches:
        return []
    from depeche.models.network import probabilities
    from depeche.suggest.model.choice import chosen, pooled

    nlp = model()
    with nlp.memory_zone():  # spaCy forgets the words afterwards: memory doesn't grow with the articles
        windows = Windows(words, gazetteer, nlp.vocab)
        said = probabilities(nlp, [windows.around(one) for one in stretches])
    alike = pooled(said, [words.surface(*one) for one in stretches])
    names = [(stretches[one.place], KINDS[one.label], one.sure) for one in chosen(alike, stretches, len(KINDS), 0.5)]
    return [
        (place, kind, sure)
        for place, kind, sure in names
        if kind != "PER" or (place in acting and not refused.as_person(place))
    ]


def free(words: Words, found: Sequence[Suggestion]) -> list[bool]:
    """Tell of each word whether no actor, date or figure was found on it."""
    open_ = [True] * len(words)
    for one in found:
        if one.label in _HOLDING:
            index = bisect_right(words.end, one.start)
            while index < len(words) and words.start[index] < one.end:
                open_[index] = False
                index += 1
    return open_


def calibrated(sure: float, fitted: Mapping[str, float]) -> float:
    """Return how often a name as sure as this was right where it was measured (Platt scaling: `slope`, `offset`)."""
    sure = min(max(sure, _EDGE), 1 - _EDGE)
    return 1 / (1 + math.exp(-(fitted["slope"] * math.log(sure / (1 - sure)) + fitted["offset"])))
