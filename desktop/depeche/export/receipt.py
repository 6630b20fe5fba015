"""What an export holds, what was left out of it and what it could not hold: an account that adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast

import depeche
from depeche.core.article import Article
from depeche.core.licence import licence_of
from depeche.core.record import Mark, Record, one_line
from depeche.errors import UserError
from depeche.export.choice import Why
from depeche.messages import number, tr


class Loss(StrEnum):
    """Why a span isn't in a file, in the words of the receipt."""

    CUTS_TOKEN = "its borders cut a token of spaCy's"
    BLANK_EDGE = "it begins or ends with a blank"
    OVERLAPS = 'doc.ents admits no overlap; it is in doc.spans["sc"]'
    CROWDED = "doc.ents admits no overlap"
    TAGS_CUT = "its borders are not those of tokens: it is in spans, not in ner_tags"
    TAGS_CROWDED = "ner_tags admits no overlap; it is in spans"
    RETIRED = "its label is out of use"
    UNLEARNED = "no token border of spaCy's fits: it is in the file, spaCy learns nothing of it"
    NESTS = "its label may hold others, and there is one layer"
    ONE_LAYER = "it overlaps a longer one, and there is one layer"
    REJECTED = "it was refused"
    BREAK_EDGE = "it begins or ends with a line end"
    BLANK = "it has nothing but blanks"
    ANOTHERS = "it is another annotator's"


STAYS = frozenset((Loss.OVERLAPS, Loss.TAGS_CUT, Loss.TAGS_CROWDED, Loss.UNLEARNED))
"""Of these a span is in the files all the same, only not everywhere in them."""

ELSEWHERE = STAYS | {Loss.ANOTHERS}
"""Not lost to the format: these are in the files, or were chosen away."""

SPAN = "span"
"""Counted among what has no place: spans, in a form that holds none."""

KEPT = 1000
"""Spans that a receipt names one by one; if more aren't in the files, all of them are in a file of theirs."""

SORTS = ("spans", "rejected", "suggested")
"""What marks are counted as: what a person holds true, what one refused, what nobody has judged."""


def sort_of(mark: Mark) -> str:
    """Return which of `SORTS` a mark is."""
    return mark.status if mark.status in SORTS else "spans"


@dataclass
class Receipt:
    """The account of one export. `marks` counts what is in the files by label and status; `lost` what is not;
    `lessened` how many values, kinds, speakers of spans that are there had no place.

    `seen` are all articles of the project, `seen_marks` the marks on them by sort; `left_out` counts the articles that
    were chosen away, by reason, and `left_marks` marks, by reason and sort; `lost_marks` those that the format can't
    hold, by sort. Each is counted where it happens and none is made of the others, so that `check` finds what lacks.
    With `side`, `parts` counts the articles of train, dev and test, and `written` has their keys. `assisted` counts the
    articles of which it is known whether they were annotated with suggestions (`true`, `false`), `negatives` the
    finished ones without spans, `strange` kinds that the scheme doesn't have (`ACTOR:XYZ`), `licences` by licence ("":
    unknown). `command` makes the export again; `changed` says what was changed in the texts. `left_behind` are files of
    an earlier export that somebody changed.

    `lost` has the first `KEPT` of what was lost, `lost_by` counts all by reason. The rest waits on the disk, unless
    `spills` is False; `close` takes it away.
    """

    format: str
    spills: bool = True
    command: str = ""
    articles: int = 0
    seen: int = 0
    seen_marks: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    left_marks: dict[str, Counter[str]] = field(default_factory=dict)
    states: Counter[str] = field(default_factory=Counter)
    assisted: Counter[str] = field(default_factory=Counter)
    negatives: int = 0
    strange: Counter[str] = field(default_factory=Counter)
    licences: Counter[str] = field(default_factory=Counter)
    marks: dict[str, Counter[str]] = field(default_factory=dict)
    side: Callable[[Article], str] | None = None
    parts: dict[str, int] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    split_by: str = ""
    lost: list[dict[str, Any]] = field(default_factory=list)
    lost_by: Counter[str] = field(default_factory=Counter)
    lost_marks: Counter[str] = field(default_factory=Counter)
    lessened: Counter[str] = field(default_factory=Counter)
    changed: list[str] = field(default_factory=list)
    left_behind: list[str] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=lambda: {"depeche": depeche.__version__})
    _rest: BinaryIO | None = None

    def see(self, marks: Iterable[Mark]) -> None:
        """Count an article of the project, and the marks on it."""
        self.seen += 1
        self.seen_marks.update(map(sort_of, marks))

    def leave_out(self, record: Record, why: str) -> None:
        """Count an article as chosen away, with the marks on it."""
        self.left_out[str(why)] += 1
        self.leave(record.marks, Why.IN_ARTICLES)

    def leave(self, marks: Iterable[Mark], why: str) -> None:
        """Count marks as chosen away."""
        counts = Counter(map(sort_of, marks))
        if counts:
            self.left_marks.setdefault(str(why), Counter()).update(counts)

    def count(self, record: Record) -> None:
        """Count an article and its marks as written."""
        self.articles += 1
        if self.side:
            side = self.side(record.article)
            self.parts[side] = self.parts.get(side, 0) + 1
            self.written.append(record.article.key)
        self.states[record.state.value if record.state else "todo"] += 1
        if record.assisted is not None:
            self.assisted["true" if record.assisted else "false"] += 1
        self.licences[licence_of(record.article) or ""] += 1
        for mark in record.marks:
            self.marks.setdefault(mark.label, Counter())[mark.status or ""] += 1

    def lose(self, record: Record, mark: Mark, why: Loss) -> None:
        """Note a span that isn't in the files, or not everywhere it should be."""
        if why not in ELSEWHERE:
            self.lost_marks[sort_of(mark)] += 1
        one = {
            "article": record.article.name,
            "start": mark.start,
            "end": mark.end,
            "label": mark.label,
            "text": record.article.text[mark.start : mark.end],
            "reason": why.value,
        }
        self.lost_by[why.value] += 1
        if len(self.lost) < KEPT:
            self.lost.append(one)
        elif self.spills:
            if self._rest is None:
                self._rest = cast(BinaryIO, TemporaryFile())  # noqa: SIM115  `close` does
                self._rest.writelines(map(_line, self.lost))
            self._rest.write(_line(one))

    def lose_all(self, record: Record) -> None:
        """Note that none of an article's marks is in the files, which hold no spans."""
        self.lost_marks.update(map(sort_of, record.marks))
        if record.marks:
            self.lessen(SPAN, len(record.marks))

    def lessen(self, what: str, n: int = 1) -> None:
        """Note that something of a span that is in the files has no place there: `value`, `kind`, `speakers`…"""
        self.lessened[what] += n

    @property
    def lost_name(self) -> str:
        """The name of the file that names all that was lost; "" where the receipt does."""
        return f"LOST-{self.format}.jsonl" if self.lost_by.total() > KEPT else ""

    def write_lost(self, file: BinaryIO) -> None:
        """Write all that was lost, a line of JSON each."""
        if self._rest is not None:
            self._rest.seek(0)
            copyfileobj(self._rest, file)

    def close(self) -> None:
        """Let go of what waits on the disk."""
        if self._rest is not None:
            with suppress(OSError):  # a full disk, of which writing has told
                self._rest.close()

    def account(self) -> dict[str, dict[str, Any]]:
        """Return what adds up: of articles, spans, rejected and pending suggestions how many the project has
        (`in_project`), how many are in the files (`written`), chosen away (`left_out`, by reason), lost to the format.
        """
        written = Counter[str]()
        for counts in self.marks.values():
            for status, n in counts.items():
                written[status if status in SORTS else "spans"] += n
        found = {"articles": _sum(self.seen, self.articles, dict(sorted(self.left_out.items())), 0)}
        for sort in SORTS:
            left = {why: counts[sort] for why, counts in sorted(self.left_marks.items()) if counts[sort]}
            found[sort] = _sum(self.seen_marks[sort], written[sort], left, self.lost_marks[sort])
        return found

    def check(self) -> None:
        """Raise UserError where the account doesn't add up: something was lost, or written twice, without a word."""
        for sort, row in self.account().items():
            told = row["written"] + sum(row["left_out"].values()) + row["lost"]
            if told != row["in_project"]:
                raise UserError(
                    tr(
                        "L’export ne tombe pas juste, rien n’a été écrit : {seen} {what} dans le projet, {told} dont "
                        "il rend compte.",
                        seen=number(row["in_project"]), what=_words(sort), told=number(told),
                    ),
                    tr("C’est une erreur de Dépêche : signalez-la, avec la forme d’export ({form}).", form=self.format),
                )  # fmt: skip

    def to_json(self, files: dict[str, Any]) -> dict[str, Any]:
        """Return the account as a JSON object, with the size and SHA-256 of each file."""
        some = {
            "split_by": self.split_by,
            "not_represented_file": self.lost_name,
            "strange_kinds": dict(sorted(self.strange.items())),
            "changed": self.changed,
            "left_behind": self.left_behind,
            "command": self.command,
        }
        return {
            "format": self.format,
            "account": self.account(),
            "articles": self.articles,
            "states": dict(sorted(self.states.items())),
            "negatives": self.negatives,
            "assisted": dict(sorted(self.assisted.items())),
            "licences": dict(sorted(self.licences.items())),
            "spans": {label: dict(sorted(self.marks[label].items())) for label in sorted(self.marks)},
            "split": self.parts,
            "left_out": dict(sorted(self.left_out.items())),
            "not_represented": self.lost,
            "not_represented_by": dict(sorted(self.lost_by.items())),
            "without": dict(sorted(self.lessened.items())),
            "files": files,
            "versions": dict(sorted(self.versions.items())),
        } | {name: said for name, said in some.items() if said}


def _sum(seen: int, written: int, left: dict[str, int], lost: int) -> dict[str, Any]:
    return {"in_project": seen, "written": written, "left_out": left, "lost": lost}


def _words(sort: str) -> str:
    known = {"articles": tr("articles"), "spans": tr("passages"), "rejected": tr("suggestions refusées")}
    return known.get(sort) or tr("suggestions en attente")


def _line(one: dict[str, Any]) -> bytes:
    return one_line(one).encode("utf-8") + b"\n"
