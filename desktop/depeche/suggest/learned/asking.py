"""What a project's model is asked of an article: what the rules propose, and every stretch that looks like a name.

The rules' word is part of the question, as what is known before and in the window itself, so that the model learns
where they are right in this project's texts and by its guide. Where a project's borders often lie otherwise than the
rules' (« mardi 3 mai » in « ce mardi 3 mai »), those places are asked about too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from depeche import paths
from depeche.core.article import Article
from depeche.core.span import Span, overlap
from depeche.core.suggestion import Suggestion
from depeche.models.question import FRESH, NOTHING, Question, Shift, joined
from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.words import Words
from depeche.suggest.boilerplate import masked
from depeche.suggest.ground import Ground
from depeche.suggest.merge import Trust
from depeche.suggest.model.candidates import candidates
from depeche.suggest.model.windows import CANDIDATE, Windows

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_UNASKED = 0.12
"""How likely a stretch is a span of which no source says so, before anything is learned."""
_WRONG = 0.8
"""How much of a source's doubt is that there is no span at all; the rest, that it is one of another label."""
_PART = "\0"
_LONGEST = 12
FURTHEST, MOST_SHIFTS = 8, 40
"""Words by which a border may lie elsewhere, and in how many ways."""

Rules = Callable[[Article], Sequence[Suggestion]]
"""What the sources say of an article, before it is merged."""


class Asking:
    """Makes the questions about articles. `labels` are the flat labels of the scheme, `trust` the sources' reliability.

    Takes time linear in the text. `about` is for a source, which has what the others found; `ask` asks `rules` first.
    """

    def __init__(self, labels: Collection[str], trust: Trust, rules: Rules) -> None:
        self._labels = frozenset(labels)
        self._trust = trust
        self._rules = rules

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer(paths.resource("gazetteers"))

    def ask(self, article: Article, vocab: Vocab, shifts: Sequence[Shift] = ()) -> list[Question]:
        """Return the questions about an article, in reading order."""
        return self.about(article, self._rules(article), vocab, shifts)

    def about(
        self, article: Article, found: Sequence[Suggestion], vocab: Vocab, shifts: Sequence[Shift] = ()
    ) -> list[Question]:
        """Return the questions about an article in which the sources before found these, in reading order."""
        words = Words(article.text)
        flat = [one for one in found if one.label in self._labels]
        at: defaultdict[tuple[int, int], list[Suggestion]] = defaultdict(list)
        for one in flat:
            held = _held(words, one)
            # One that begins or ends within a word can't be seen by the model: it is left as it is.
            if len(held) and words.start[held.start] >= one.start and words.end[held.stop - 1] <= one.end:
                at[held.start, held.stop].append(one)
        windows = Windows(words, self._gazetteer, vocab)
        text = Ground(len(article.text))
        for stretch in masked(article):
            text.take(stretch)
        named = candidates(words, [True] * len(words), self._gazetteer)
        moved = dict(_shifted(words, at, shifts))
        places = dict.fromkeys([*at, *moved, *named])
        sought = sorted(flat, key=lambda one: one.start)
        starts = [one.start for one in sought]
        reach = max((one.end - one.start for one in sought), default=0)
        questions = []
        for first, last in sorted(places):
            said = at.get((first, last), [])
            start = said[0].start if said else words.start[first]
            end = said[0].end if said else words.end[last - 1]
            if last - first > _LONGEST or not text.is_free(_Place(start, end)):
                continue
            near = sought[bisect_left(starts, start - reach) : bisect_right(starts, end)]
            shift = None if said else moved.get((first, last))
            known = self._known(said) if said else _beside(start, end, near)
            # « Irlande » in « Irlande du Nord » is no witness against « Irlande » elsewhere.
            part = "" if said or known == CANDIDATE else _PART
            alike = part + words.surface(first, last) if words.capital[first] else None
            window = windows.around((first, last), known)
            about = shift.topic if shift else FRESH
            questions.append(Question(start, end, window, self._before(said), alike, known, about))
        return questions

    def _known(self, said: Sequence[Suggestion]) -> str:
        best = max(said, key=self._trust)
        return f"{joined(best.label, best.kind)}={best.source}{int(10 * self._trust(best))}"

    def _before(self, said: Sequence[Suggestion]) -> dict[str, float]:
        """Return how likely each label is by what sources say of a stretch: their reliability, shared out."""
        by_label: defaultdict[str, float] = defaultdict(float)
        for one in said:
            name = joined(one.label, one.kind)
            by_label[name] = max(by_label[name], self._trust(one))
        total = sum(by_label.values())
        if not by_label:
            return {NOTHING: 1 - _UNASKED}
        most = max(by_label.values())
        return {name: sure * most / total for name, sure in by_label.items()} | {NOTHING: (1 - most) * _WRONG}


class _Place:
    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end


def shifts(text: str, questions: Sequence[Question], gold: Sequence[Span]) -> list[Shift]:
    """Return how the borders of gold spans that no question is about lie to what sources proposed of their label.

    Once for each such span that begins and ends with a word, and only where one proposal alone meets it or holds it.
    """
    words = Words(text)
    begins, ends = ({place: n for n, place in enumerate(places)} for places in (words.start, words.end))
    asked = {(one.start, one.end) for one in questions}
    said = [one for one in questions if any(one.before.keys() - {NOTHING})]
    found = []
    for one in gold:
        if (one.start, one.end) in asked or one.start not in begins or one.end not in ends:
            continue
        near = [each for each in said if each.known.startswith(one.label) and overlap(each, one)]
        if len(near) == 1 and near[0].start in begins and near[0].end in ends:
            start, end = begins[one.start] - begins[near[0].start], ends[near[0].end] - ends[one.end]
            if all(-FURTHEST <= by <= FURTHEST for by in (start, end)):
                found.append(Shift(one.label, start, end))
    return found


def _shifted(
    words: Words, at: Mapping[tuple[int, int], Sequence[Suggestion]], shifts: Sequence[Shift]
) -> Iterator[tuple[tuple[int, int], Shift]]:
    """Yield where the project's borders may lie, as words, of what sources propose, and how; never across two lines."""
    for (first, last), said in at.items():
        labels = {one.label for one in said}
        for shift in shifts:
            place = first + shift.start, last - shift.end
            is_within = shift.label in labels and 0 <= place[0] < place[1] <= len(words)
            if is_within and "\n" not in words.link[place[0] + 1 : place[1]]:
                yield place, shift


def _held(words: Words, one: Suggestion) -> range:
    return range(bisect_right(words.end, one.start), bisect_left(words.start, one.end))


def _beside(start: int, end: int, near: Sequence[Suggestion]) -> str:
    """Say of a stretch that no source proposes how it lies to what they do propose."""
    place = _Place(start, end)
    for one in near:
        if overlap(one, place):
            inside = one.start <= start and end <= one.end
            return f"{'in' if inside else 'over'}={joined(one.label, one.kind)}"
    return CANDIDATE
