"""What an export hands to a form: the records that were chosen, in order, and the account of those that weren't."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import replace
from types import TracebackType

from depeche.core.article import Article, State
from depeche.core.progress import Progress, Report
from depeche.core.record import Mark, Record
from depeche.export.choice import EVERYTHING, TRUE, Choice, Why, article_reason, check, narrowed
from depeche.export.form import Files, Format, Parting, Parts, Plan
from depeche.export.forms import FORMS
from depeche.export.lessening import BLIND
from depeche.export.own_card import own_card
from depeche.export.pseudonyms import Pseudonyms, Whom
from depeche.export.receipt import Loss, Receipt
from depeche.export.records import Found, every_article, found, reading_to_train_on
from depeche.export.split import PARTS
from depeche.messages import tr
from depeche.store import articles, find, finished, spans
from depeche.store.project import Project

_OFTEN = 20


class Outgoing:
    """One export of a project in a format, wherever it is written to. Use it in a `with` block.

    `first` is the first record that went out, once it has.
    """

    def __init__(
        self,
        project: Project,
        format_: Format,
        report: Report,
        *,
        choice: Choice,
        parting: Parting | None,
        pseudonyms: Whom | None,
        spills: bool = True,
    ) -> None:
        self.form = FORMS[format_]
        self.first: Record | None = None
        self._project = project
        self._report = report
        with project.read() as db:
            check(choice, project.scheme, find.annotator_names(db))
            self._own = spans.annotator_name(db, project.annotator)
            self._total = articles.count(db)
        self.receipt = Receipt(format_.value, spills, again(format_, choice, pseudonyms))
        to_train = self.form.gold and choice.states is None
        self._choice = replace(choice, states=(State.DONE,)) if to_train else choice
        parts = self._parts(parting) if self.form.sided and parting else None
        self.plan = Plan(project.scheme, parts, own_card(project.folder) if format_ is Format.HUGGINGFACE else "")
        if self.form.sided:
            self.receipt.side, self.receipt.parts = self.plan.side, dict.fromkeys(PARTS, 0)
        self._pseudonyms = self._made_up(pseudonyms) if pseudonyms else None

    def __enter__(self) -> Outgoing:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.receipt.close()

    def write(self, shelf: Files) -> None:
        """Have the form write all records, and the receipt say how they were split. Raises UserError if some lack."""
        self.form.write(self.records(), shelf, self.receipt, self.plan)
        self.receipt.check()
        if self.form.sided and not self.receipt.split_by:
            self.receipt.split_by = self.plan.split_by(self.receipt.written)
        if not self.form.tells_help and (blind := self.receipt.assisted["false"]):
            self.receipt.lessen(BLIND, blind)
        if self._pseudonyms:
            self.receipt.changed += self._pseudonyms.account()

    def records(self) -> Iterator[Record]:
        """Yield the records that go out, as they go out; what doesn't is counted."""
        for one in self._watched(tr("écriture"), self._choice):
            record, others = self._chosen(one)
            if record is None:
                continue
            if record.state is State.DONE and not any(mark.status in TRUE for mark in record.marks):
                self.receipt.negatives += 1
            if self._pseudonyms:
                record, others = self._pseudonyms.replaced(record, others, _whole(one).marks)
            for mark in others:
                self.receipt.lose(record, mark, Loss.ANOTHERS)
            self._count_strange(record)
            self.first = self.first or record
            yield record

    def _count_strange(self, record: Record) -> None:
        scheme = self.plan.scheme
        for mark in record.marks:
            if not scheme.has_kind(mark.label, mark.kind):
                self.receipt.strange[f"{mark.label}:{mark.kind}"] += 1

    def _chosen(self, one: Found) -> tuple[Record | None, tuple[Mark, ...]]:
        """Return the record that goes out, if it does, and what of others has no place in it; count all else."""
        record, receipt = one.record, self.receipt
        receipt.see((*record.marks, *one.others, *one.unseen))
        if why := article_reason(self._choice, record):
            receipt.leave_out(record, why)
            receipt.leave((*one.others, *one.unseen), Why.IN_ARTICLES)
            return None, ()
        receipt.leave(one.others, Why.OTHERS)
        receipt.leave(one.unseen, Why.UNSEEN)
        record, left = narrowed(self._choice, record)
        self._leave(left)
        if not self.form.gold:
            return record, ()
        record, left = reading_to_train_on(record, self._own)
        self._leave(left)
        return record, tuple(mark for mark, why in left if why is Why.OTHERS)

    def _leave(self, left: list[tuple[Mark, Why]]) -> None:
        for mark, why in left:
            self.receipt.leave((mark,), why)

    def _watched(self, what: str, choice: Choice = EVERYTHING) -> Iterator[Found]:
        for n, one in enumerate(found(self._project, choice.annotators, choice.assisted)):
            if n % _OFTEN == 0:
                self._report(Progress(n, self._total, what))
            yield one
        self._report(Progress(self._total, self._total, what))

    def _parts(self, parting: Parting) -> Parts:
        """Return the sides: of finished articles as trainings see them, and of all others beside them if they go out.

        What else is chosen plays no part, so that an article is on the same side in every export.
        """
        with self._project.read() as db:
            done = set(finished.keys(db))
        parts = parting(one for one in self._articles() if one.key in done)
        if self._choice.states is not None and set(self._choice.states) <= {State.DONE}:
            return parts
        return parting(self._articles(), parts.sides)

    def _articles(self) -> Iterator[Article]:
        for n, one in enumerate(every_article(self._project)):
            if n % _OFTEN == 0:
                self._report(Progress(n, self._total, tr("partage en train, dev et test")))
            yield one

    def _made_up(self, whom: Whom) -> Pseudonyms:
        made = Pseudonyms(self._project, whom)
        for one in self._watched(tr("recherche des noms")):
            made.learn(_whole(one))
        return made


def _whole(one: Found) -> Record:
    """Return a record with everybody's marks on the article: who is named doesn't hang on what of it goes out."""
    marks = (*one.record.marks, *one.others, *one.unseen)
    return replace(one.record, marks=tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, repr(mark)))))


def again(format_: Format, choice: Choice, pseudonyms: Whom | None) -> str:
    """Return the command that makes an export again. To other names a story, called after an article, isn't named."""
    choice = replace(choice, story="STORY") if pseudonyms and choice.story else choice
    words = ["depeche", "export", "PROJECT", "FOLDER", "--format", format_.value, *choice.flags()]
    return shlex.join(words + (["--pseudonyms", pseudonyms.value] if pseudonyms else []))
