"""Which articles go out, and which of their marks. Knows records, no store; what it leaves out it counts by reason."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from depeche.core.agreement import score
from depeche.core.article import State
from depeche.core.dates import is_publication_date
from depeche.core.record import Mark, Record
from depeche.core.scheme import Scheme
from depeche.errors import UserError
from depeche.messages import tr

TRUE = ("accepted", "corrected", "added")
"""The statuses of what a person holds true."""


class Why(StrEnum):
    """Why an article, or a mark, was left out, in the words of the receipt."""

    STORY = "not of the story asked for"
    DATES = "published outside the dates asked for"
    UNDATED = "day of publication not known"
    DATED = "day of publication known"
    NOT_THEIRS = "not begun by the annotators asked for"
    ASSISTED = "annotated with suggestions in sight"
    BLIND = "annotated without suggestions"
    UNKNOWN_HELP = "not known whether suggestions were in sight"
    SINGLE = "finished by fewer than two annotators"
    DISAGREED = "the annotators agree less than asked"
    IN_ARTICLES = "in articles that were left out"
    LABEL = "of a label that was not asked for"
    NOT_SHARED = "not marked by all who finished the article"
    UNSEEN = "suggested in a blind control, which shows none"
    NOT_TRUE = "not held true: this is to train on"
    OTHERS = "of another annotator"
    SAME = "of another annotator, the same as one that is there"


def state_reason(state: State | None) -> str:
    """Return why an article of a state that wasn't asked for is left out."""
    return f"state {state or State.TODO}"


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes out; what isn't said leaves nothing out. Several conditions must all hold.

    `states`: of the reading that is furthest; None leaves it to the form (what is to train on: `done`). `annotators`
    (names): only their readings, spans and verdicts, and the articles one of them has begun. `labels`: only such spans;
    an article without any stays, as a negative. `since`, `until`: published then (`2025`, `2025-07`, `2025-07-13`;
    all of an article's month or year must lie within); with `undated` also those of unknown date, and without bounds
    only those. `articles` (keys) are those of the story that `story` names. `assisted`: only readings made
    with suggestions in sight (True) or as a blind control (False), and the articles that have one.

    `agreed`: only articles that two annotators at least have finished, and on which every two of them agree so far: F1
    of exact spans (same label, same borders; `core.agreement`), 0 to 1; two empty readings agree wholly. `shared`: of
    such articles only the spans that all of those have.
    """

    states: tuple[State, ...] | None = None
    annotators: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    undated: bool = False
    story: str = ""
    articles: frozenset[str] | None = None
    agreed: float | None = None
    shared: bool = False
    assisted: bool | None = None

    def flags(self) -> list[str]:
        """Return the choice as the command line says it."""
        said: list[str] = []
        for flag, words in (
            ("--states", ",".join(self.states or ())),
            ("--annotators", listed(self.annotators)),
            ("--labels", listed(self.labels)),
            ("--from", self.since),
            ("--to", self.until),
            ("--story", self.story),
            ("--agreed", "spans" if self.shared else "" if self.agreed is None else repr(self.agreed)),
        ):
            said += [flag, words] if words else []
        said += ["--undated"] if self.undated else []
        return said + ([] if self.assisted is None else ["--assisted" if self.assisted else "--blind"])


EVERYTHING = Choice()


def listed(names: Iterable[str]) -> str:
    """Return names as a command takes them: with commas between, one that has a comma itself in quotation marks."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(names)
    return line.getvalue()


def names_of(words: str) -> tuple[str, ...]:
    """Return the names that `listed` wrote, each once. Raises UserError where there is none."""
    found = (name.strip() for row in csv.reader(io.StringIO(words), skipinitialspace=True) for name in row)
    names = tuple(dict.fromkeys(filter(None, found)))
    if not names:
        raise UserError(tr("« {words} » ne nomme rien.", words=words), tr("Sans ce choix, tout part."))
    return names


def check(choice: Choice, scheme: Scheme, annotators: Collection[str]) -> None:
    """Raise UserError where a choice names what isn't there, with what is. `annotators` are the project's, by name."""
    for name in choice.annotators:
        if name not in annotators:
            raise UserError(
                tr("Aucun annotateur « {name} » dans ce projet.", name=name),
                tr("Connus : {known}.", known=", ".join(sorted(annotators))),
            )
    for label in choice.labels:
        if label not in scheme:
            known = ", ".join(one.label for one in scheme.labels)
            raise UserError(tr("Étiquette inconnue « {label} ».", label=label), tr("Connues : {known}.", known=known))
    for date in (choice.since, choice.until):
        if date and not is_publication_date(date):
            raise UserError(tr("« {date} » n’est pas une date.", date=date), tr("Écrivez 2025, 2025-07 ou 2025-07-13."))
    if choice.since and choice.until and bounds(choice.since)[0] > bounds(choice.until)[1]:
        raise UserError(
            tr("Aucune date n’est à la fois depuis {since} et jusqu’à {until}.", since=choice.since, until=choice.until)
        )
    if choice.agreed is not None and not 0 <= choice.agreed <= 1:
        raise UserError(tr("L’accord demandé doit être entre 0 et 1."))


def article_reason(choice: Choice, one: Record) -> str | None:
    """Return why an article is left out, None if it goes out. The record has the readings asked for only."""
    if choice.articles is not None and one.article.key not in choice.articles:
        return Why.STORY
    if why := _date_reason(choice, one.article.date):
        return why
    if choice.annotators and one.annotator is None:
        return Why.NOT_THEIRS
    if choice.states is not None and (one.state or State.TODO) not in choice.states:
        return state_reason(one.state)
    if choice.assisted is not None and one.assisted is not choice.assisted:
        return Why.UNKNOWN_HELP if one.assisted is None else Why.ASSISTED if one.assisted else Why.BLIND
    if choice.agreed is not None or choice.shared:
        done = finishers(one)
        if len(done) < 2:
            return Why.SINGLE
        if choice.agreed is not None and agreement(one, done) < choice.agreed:
            return Why.DISAGREED
    return None


def finishers(one: Record) -> list[str]:
    """Return who has finished an article, by name."""
    if one.states:
        return [name for name, state in one.states.items() if state is State.DONE]
    return [one.annotator] if one.annotator and one.state is State.DONE else []


def agreement(one: Record, names: Collection[str]) -> float:
    """Return how far the two of these annotators who agree least do: F1 of exact spans, 1 where neither has any."""
    spans = {name: [mark for mark in one.marks if mark.by == name and mark.status in TRUE] for name in names}
    found = (score(spans[a], spans[b]).all.f1 for a, b in combinations(names, 2))
    return min((1.0 if f1 is None else f1 for f1 in found), default=1.0)


def _mark_reasons(choice: Choice, one: Record) -> Iterator[tuple[Mark, Why | None]]:
    """Yield an article's marks, each with why it is left out, None if it goes out."""
    shared = _shared(one) if choice.shared else None
    for mark in one.marks:
        if choice.labels and mark.label not in choice.labels:
            yield mark, Why.LABEL
        elif shared is not None and (mark.status not in TRUE or (mark.start, mark.end, mark.label) not in shared):
            yield mark, Why.NOT_SHARED
        else:
            yield mark, None


def narrowed(choice: Choice, one: Record) -> tuple[Record, list[tuple[Mark, Why]]]:
    """Return a record with the marks that go out, and the others with their reasons."""
    kept: list[Mark] = []
    left: list[tuple[Mark, Why]] = []
    for mark, why in _mark_reasons(choice, one):
        if why is None:
            kept.append(mark)
        else:
            left.append((mark, why))
    return (replace(one, marks=tuple(kept)) if left else one), left


def _shared(one: Record) -> set[tuple[int, int, str]]:
    """Return what all who finished the article have marked."""
    done = finishers(one)
    spans = [
        {(mark.start, mark.end, mark.label) for mark in one.marks if mark.by == name and mark.status in TRUE}
        for name in done
    ]
    return set.intersection(*spans) if spans else set()


def _date_reason(choice: Choice, date: str | None) -> str | None:
    if not (choice.since or choice.until):
        return Why.DATED if choice.undated and date else None
    if not date:
        return None if choice.undated else Why.UNDATED
    first, last = bounds(date)
    if (choice.since and first < bounds(choice.since)[0]) or (choice.until and last > bounds(choice.until)[1]):
        return Why.DATES
    return None


def bounds(date: str) -> tuple[str, str]:
    """Return the first and last day of a publication date: an ISO day, month or year. The last may be a 31 June."""
    rest = len(date) - 4
    return date + "-01-01"[rest:], date + "-12-31"[rest:]
