"""The steps of the tutorial: what each asks for, by the keys as they are now, and how the desk tells it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from depeche.annotate.desk import Desk
from depeche.annotate.lesson import Lesson, same_value
from depeche.core.article import State
from depeche.core.span import Span
from depeche.core.suggestion import Outcome, Suggestion
from depeche.messages import tr
from depeche.ui import hints

SURE = 0.8
"""The score from which on the lesson's suggestions are right."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `words` are said of it; `done` tells by the desk whether it was; `place` is where, code points."""

    title: str
    words: str
    done: Callable[[], bool]
    place: tuple[int, int] | None = None


class Steps:
    """The steps of one lesson at one desk, in order."""

    def __init__(self, lesson: Lesson, desk: Desk) -> None:
        self._lesson = lesson
        self._desk = desk
        self._undone: str | None = None  # the act that was undone when it was asked for

    def every(self) -> list[Step]:
        """Return all steps; their words name the keys as they are now."""
        key = hints.key
        title, body = self._gold("Talvanie"), self._gold("Talvanie", 1)
        days, monday = self._gold("trois jours"), self._gold("lundi")
        quote, men = self._gold_of("QUOTE"), self._gold("25.000 à 30.000")
        missed, town = self._gold("Osmarie"), self._guess("Belmare")
        return [
            self._step(
                tr("Accepter"),
                tr("« Talvanie » est juste. {key} l’accepte et va au suivant ; {next} avance sans répondre.",
                   key=key("accept"), next=key("next_doubt")),
                lambda: self._is_placed(title), title,
            ),
            self._step(
                tr("Changer d’étiquette"),
                tr("« trois jours » mesure la trêve : c’est un chiffre, pas une date. {key} l’étiquette ainsi.",
                   key=key("label_FIGURE")),
                lambda: self._is_placed(days), days,
            ),
            self._step(
                tr("Déplacer une borne"),
                tr("« La Talvanie » : l’article reste dehors. {next} y va ; {key} avance le début d’un mot.",
                   next=key("next_doubt"), key=key("start_right")),
                lambda: self._is_placed(body), body,
            ),
            self._step(
                tr("Lire une date autrement"),
                tr("« lundi » est passé : « a signé ». {key} donne l’autre lecture ; un chiffre la choisit aussi.",
                   key=key("reading")),
                lambda: self._is_right(monday), monday,
            ),
            self._step(
                tr("Rejeter"),
                tr("« Belmare » est la ville où l’on signe : un lieu, pas un acteur. {key} la rejette.",
                   key=key("reject")),
                lambda: self._is_rejected(town), town,
            ),
            self._step(
                tr("Dire qui parle"),
                tr("La citation est de Mara Selk, pas d’Ilan Vorga. La liste « Sinon » les numérote : {key} "
                   "la choisit.",
                   key=key("choose_2")),
                lambda: self._is_right(quote), quote,
            ),
            self._step(
                tr("Écrire une valeur"),
                tr("« 25.000 à 30.000 » n’a pas de valeur. {key}, puis 25000 à 30000, puis Entrée : Dépêche lit ce qui "
                   "est écrit. Les noms en chemin sont justes : {accept}.", key=key("value"), accept=key("accept")),
                lambda: self._is_right(men), men,
            ),
            self._step(
                tr("Étiqueter ce qui manque"),
                tr("« Osmarie » n’est suggérée nulle part. {letters} met une lettre à chaque oubli possible en vue, "
                   "et la lettre l’étiquette ; avec Maj, on y va. Ou des mots : {left}, {right} ou la souris, puis "
                   "{key}. {kind} change son genre jusqu’à « État ou pouvoir ».", letters=key("label_ACTOR+letter"),
                   left=key("token_left"), right=key("token_right"), key=key("label_ACTOR"), kind=key("kind")),
                lambda: any(self._is_of_kind(one) for one in self._every("Osmarie")), missed,
            ),
            self._step(
                tr("Partout à la fois"),
                tr("La même chose ailleurs : {key} sur le passage montre tous les endroits, Entrée les étiquette.",
                   key=key("everywhere")),
                lambda: all(self._is_of_kind(one) for one in self._every("Osmarie")), missed,
            ),
            self._step(
                tr("Défaire"),
                tr("Tout s’annule, sans limite, même demain : {key} défait le dernier acte.", key=key("undo")),
                self._is_undone,
            ),
            self._step(
                tr("Rétablir"),
                tr("Et revient : {key} le refait.", key=key("redo")),
                self._is_redone,
            ),
            self._step(
                tr("Accepter les plus sûres"),
                tr("{key} compte les suggestions au-dessus d’un score ; Entrée les accepte toutes, en un seul acte.",
                   key=key("accept_above")),
                lambda: not any((one.score or 0) >= SURE for one in self._desk.pending),
            ),
            self._step(
                tr("Le reste"),
                tr("Ce qui est peu sûr se lit : Genève est-elle ici un pouvoir ? {accept} ou {reject}.",
                   accept=key("accept"), reject=key("reject")),
                lambda: not self._desk.pending,
            ),
            self._step(
                tr("Terminer"),
                tr("{key} termine l’article et ouvre le suivant. Ici, le résultat s’affiche.", key=key("done")),
                lambda: self._desk.state is State.DONE,
            ),
        ]  # fmt: skip

    def _step(self, title: str, words: str, done: Callable[[], bool], one: Span | Suggestion | None = None) -> Step:
        return Step(title, words, done, (one.start, one.end) if one else None)

    def mistakes(self) -> frozenset[tuple[int, int, str]]:
        """Return what stands on the desk and isn't in the gold, and what is right there and was rejected."""
        right = {(one.start, one.end, one.label) for one in self._lesson.gold}
        mine = {(one.start, one.end, one.label) for one in self._desk.spans}
        said = self._desk.verdicts.values()
        refused = (self._desk.suggestions[one.suggestion] for one in said if one.outcome is Outcome.REJECTED)
        lost = {(one.start, one.end, one.label) for one in refused} & right - mine
        return frozenset(mine - right | lost)

    def _is_undone(self) -> bool:
        self._undone = self._desk.redoable or self._undone
        return self._desk.redoable is not None

    def _is_redone(self) -> bool:
        if self._is_undone():
            return False
        return self._undone is not None and self._desk.undoable == self._undone

    # --- what the lesson has, and what the desk says of it

    def _every(self, words: str) -> list[Span]:
        text = self._lesson.article.text
        return [one for one in self._lesson.gold if text[one.start : one.end] == words]

    def _gold(self, words: str, nth: int = 0) -> Span:
        return self._every(words)[nth]

    def _gold_of(self, label: str) -> Span:
        return next(one for one in self._lesson.gold if one.label == label)

    def _guess(self, words: str) -> Suggestion:
        text = self._lesson.article.text
        return next(one for one in self._lesson.suggestions if text[one.start : one.end] == words)

    def _found(self, gold: Span) -> Span | None:
        place = (gold.start, gold.end, gold.label)
        return next((one for one in self._desk.spans if (one.start, one.end, one.label) == place), None)

    def _is_placed(self, gold: Span) -> bool:
        return self._found(gold) is not None

    def _is_of_kind(self, gold: Span) -> bool:
        one = self._found(gold)
        return one is not None and one.kind == gold.kind

    def _is_right(self, gold: Span) -> bool:
        one = self._found(gold)
        return one is not None and same_value(one.value, gold.value)

    def _is_rejected(self, guess: Suggestion) -> bool:
        place = (guess.start, guess.end, guess.label)
        said = self._desk.verdicts.values()
        refused = (self._desk.suggestions[one.suggestion] for one in said if one.outcome is Outcome.REJECTED)
        return any((one.start, one.end, one.label) == place for one in refused)
