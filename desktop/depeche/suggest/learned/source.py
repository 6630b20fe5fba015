"""A project's own model as a source: what the rules propose passes by it, and it adds what they didn't see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from depeche.core.article import Article
from depeche.core.scheme import Scheme
from depeche.core.span import Span, reading_order
from depeche.core.suggestion import Suggestion
from depeche.errors import UserError
from depeche.messages import tr
from depeche.models.decision import Answers, Rule, Say, stays, topic
from depeche.models.question import Question, Shift, joined, parted
from depeche.suggest.learned.asking import FURTHEST, MOST_SHIFTS, Asking
from depeche.suggest.reliability import MODEL
from depeche.suggest.valuer import make_valuer

if TYPE_CHECKING:
    from spacy.language import Language


class Learned:
    """Weighs what was found and proposes by a network that learned from this project's finished articles.

    A flat span that the network finds likely stays as its source made it, with the network's kind; an unlikely one is
    left out; one that no source had is proposed with the value that its words say. Labels that nest
    aren't touched.
    """

    def __init__(self, name: str, version: str, nlp: Language, rule: Rule, asking: Asking, scheme: Scheme) -> None:
        from depeche.models.network import labels_of

        self.name = MODEL + name
        self.version = version
        self._nlp = nlp
        self._labels = labels_of(nlp)
        self._learned = {parted(one)[0] for one in self._labels}
        self._rule = rule
        self._asking = asking
        self._valued = make_valuer(scheme)
        self._lock = Lock()  # the window's jobs share one model, and a memory zone is one article's

    @property
    def learned(self) -> frozenset[str]:
        """The labels that it learned."""
        return frozenset(self._learned)

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return what the network finds and no source before it had, in reading order."""
        return [one for one in self.revise(article, found) if one.source == self.name]

    def revise(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return what stays of what was found, and what is new."""
        from depeche.models.network import probabilities

        with self._lock, self._nlp.memory_zone():  # the words of articles don't gather in memory
            questions = self._asking.about(article, found, self._nlp.vocab, self._rule.shifts)
            said = probabilities(self._nlp, [one.window for one in questions])
            answers = Answers(said, questions, self._labels, self._rule.sorts).chosen(self._rule)
            places = [(one.start, one.end) for one in questions]
        asked = dict(zip(places, questions, strict=True))
        likely = {
            (*places[one.place], parted(one.label)[0]): (parted(one.label)[1], one.sure)
            for one in answers
            if topic(questions[one.place]) in self._rule.says
        }
        kept: list[Suggestion] = []
        for one in found:
            place = (one.start, one.end, one.label)
            if place in likely:
                kind, sure = likely[place]
                kept.append(one if kind in (one.kind, None) else self._revalued(article, one, kind, sure))
            elif place[:2] not in asked or self._left(asked[place[:2]], one):
                kept.append(one)
        known = {(one.start, one.end, one.label) for one in kept}
        fresh = [
            self._revalued(article, Suggestion(start, end, label, kind), kind, sure)
            for (start, end, label), (kind, sure) in likely.items()
            if (start, end, label) not in known
        ]
        return reading_order([*kept, *fresh])

    def _left(self, question: Question, one: Suggestion) -> bool:
        """Tell whether a suggestion stays that the network, without a say or knowledge, didn't choose."""
        say = self._rule.says.get(topic(question))
        if say is None:
            return True
        return (
            one.label not in self._learned
            and stays(question, joined(one.label, one.kind), self._rule.sorts) >= say.least
        )

    def _revalued(self, article: Article, one: Suggestion, kind: str | None, sure: float) -> Suggestion:
        """Return a suggestion of this source in the place of another one, with this kind and what its words say."""
        read = self._valued(article, Span(one.start, one.end, one.label, kind, one.value, one.attrs))
        return replace(
            one,
            kind=kind,
            value=read.value,
            attrs=read.attrs,
            source=self.name,
            version=self.version,
            score=round(sure, 3),
            reason=tr("modèle du projet, {score}", score=f"{sure:.2f}".replace(".", ",")),
        )


def rule_of(said: object) -> Rule:
    """Return how a model's word is taken, as its `meta.json` has it. Raises UserError."""
    try:
        assert isinstance(said, dict)
        sorts = {str(one): {str(k): int(n) for k, n in counts.items()} for one, counts in said["sorts"].items()}
        says = {str(one): Say(float(say["weight"]), float(say["least"])) for one, say in said["says"].items()}
        assert all(0 <= share <= 1 for say in says.values() for share in say)
        assert all(0 <= n < 1e9 for counts in sorts.values() for n in counts.values())
        shifts = tuple(Shift(str(label), int(start), int(end)) for label, start, end in said.get("shifts", ()))
        assert len(shifts) <= MOST_SHIFTS
        assert all(abs(by) <= FURTHEST for one in shifts for by in one[1:])
    except (AssertionError, AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise UserError(tr("Ce modèle ne dit pas comment le prendre.")) from error
    return Rule(says, sorts, shifts)


def learned(name: str, folder: Path, version: str, asking: Asking, scheme: Scheme) -> Learned:
    """Return the model of a folder as a source. Raises UserError where the folder isn't a harmless model of ours."""
    from depeche.models import folder as folders

    meta = folders.check(folder)
    ours = meta.get("depeche")
    if not isinstance(ours, dict):
        raise UserError(tr("« {name} » n’est pas un modèle appris par Dépêche.", name=name))
    return Learned(name, version, folders.load(folder), rule_of(ours.get("rule")), asking, scheme)
