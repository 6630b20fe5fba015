"""Keys from an unread article to a finished one, counted: a perfect annotator drives the real window.

Usage: `python -m tests.ui.keys [FOLDER] [--articles N]`, a folder of labelled JSONL; without, the sample corpus and, if
they are there, 40 articles of WiNER-fr on which the shipped model wasn't trained. `make keys` writes `exports/keys.md`.

Each key event counts as one: letters of a value, ways, the Return of a question, the F at the end. Nothing is done by
mouse. Three ways to work are counted: assisted, verdict by verdict; assisted, all that is likelier than the usual
share accepted at one stroke first, and what that did wrong mended; and blind, without suggestions and memory. What the
database holds at the end is compared with the labels.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from depeche import paths, settings
from depeche.annotate.everywhere import Hit
from depeche.annotate.hand import One
from depeche.annotate.sheet import read_sheet
from depeche.core.scheme import parse_scheme
from depeche.core.suggestion import Suggestion
from depeche.ingest.ingest import ingest
from depeche.store import articles
from depeche.store.project import Project
from depeche.suggest.suggest import suggest
from tests.evaluate.counting import Document
from tests.evaluate.foreign import sets
from tests.ui.hands import Hands, settle
from tests.ui.perfect import NEVER_MS, Perfect
from tests.ui.wanted import Neutral, Tally, Wanted

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
RESULT = Path(__file__).resolve().parents[2] / "exports" / "keys.md"
FOREIGN = 40
WAYS = ("one by one", "in bulk first", "blind")
ACTS = {
    "accept": "accept",
    "reject": "reject",
    "relabel": "another label",
    "borders": "borders",
    "kind": "kind",
    "value": "value of a name, figure or date",
    "speaker": "speaker of a quote",
    "missed": "what nobody suggested",
    "everywhere": "the same words in all articles",
    "bulk": "accept all likely ones",
    "move": "ways to another mark",
    "finish": "done, next article",
    "neutral": "suggestion that the set says nothing of",
}
GOAL = 1.3


@dataclass(frozen=True)
class Lesson:
    """One labelled article: its line for the import, what is wanted, and the document of its set if it is another's."""

    name: str
    line: dict[str, Any]
    wanted: tuple[Wanted, ...]
    document: Document | None = None


@dataclass(frozen=True)
class Course:
    """A set of labelled articles, and the labels that it marks."""

    name: str
    lessons: tuple[Lesson, ...]
    labels: frozenset[str]


@dataclass
class Outcome:
    """What one way to work came to: a tally for each article, by name, how many spans it holds, and what is wrong."""

    course: str
    way: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    spans: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def keys(self, name: str) -> int:
        """Return the keys an article took, but for those on suggestions of which the set says nothing."""
        tally = self.tallies[name]
        return tally.keys.total() - tally.keys["neutral"]

    @property
    def all(self) -> Tally:
        total = Tally()
        for tally in self.tallies.values():
            total.add(tally)
        return total

    @property
    def total(self) -> int:
        return sum(map(self.keys, self.tallies))

    @property
    def per_span(self) -> float:
        return self.total / max(sum(self.spans.values()), 1)


# --- the sets


def own(folder: Path) -> Course:
    """Return the labelled articles of a folder in Dépêche's own JSONL."""
    lessons = []
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                lessons.append(_own(json.loads(line)))
    return Course(folder.parent.name, tuple(lessons), frozenset(("ACTOR", "FIGURE", "DATE", "QUOTE")))


def _own(said: dict[str, Any]) -> Lesson:
    wanted = tuple(
        Wanted(one["start"], one["end"], one["label"], one.get("kind"), _value(one.get("value")))
        for one in said.get("spans", ())
    )
    bare = {name: value for name, value in said.items() if name not in ("spans", "state")}
    return Lesson(said["id"], bare, wanted)


def _value(said: Any) -> Any:
    return tuple(said) if isinstance(said, list) else said


def foreign(data: Path) -> Course | None:
    """Return every fifth of WiNER-fr's last 200 articles, None where the set isn't there. It marks names and dates."""
    found = next((one for one in sets(data) if one.name.startswith("winer")), None)
    if found is None:
        return None
    chosen = found.documents[:: len(found.documents) // FOREIGN][:FOREIGN]
    return Course("WiNER-fr", tuple(_foreign(document) for document in chosen), frozenset(found.labels))


def _foreign(document: Document) -> Lesson:
    wanted = tuple(
        Wanted(one.start, one.end, one.label, one.kind, None, False, one.starts, one.ends, one.kinds)
        for one in document.gold
    )
    title = document.text.split("\n", 1)[0]
    line = {"id": document.name, "title": title, "text": document.text, "date": document.date}
    return Lesson(document.name, line, wanted, document)


def neutral_of(lesson: Lesson, neutral: Any) -> Neutral:
    """Return what tells whether a mark is one that the lesson's set says neither yes nor no of."""
    document = lesson.document
    if document is None:
        return lambda one: False

    def told(one: One) -> bool:
        meets = any(
            one.start < other.end and other.start < one.end and (not other.labels or one.label in other.labels)
            for other in document.ignored
        )
        guess = Suggestion(one.start, one.end, one.label, kind=one.kind, source="", version="", score=None)
        return meets or bool(neutral(document, guess))

    return told


def _joined(lesson: Lesson, marks: Sequence[One] | None) -> tuple[Wanted, ...]:
    """Return the wanted spans, two that a suggestion rightly covers as one (« 2014-2015 »); without marks, all such."""
    found = list(lesson.wanted)
    for first, second in lesson.document.pairs if lesson.document else ():
        covered = marks is None or any(
            (one.start, one.end, one.label) == (first.start, second.end, first.label) for one in marks
        )
        if covered:
            both = {(first.start, first.end), (second.start, second.end)}
            found = [wanted for wanted in found if (wanted.start, wanted.end) not in both]
            found.append(Wanted(first.start, second.end, first.label, valued=False, starts=first.starts))
    return tuple(found)


# --- the work


def work(course: Course, way: str, neutral: Any = None) -> Outcome:
    """Work through a set in one way, in a project of its own, and compare what its database holds at the end."""
    from depeche.ui.app import make_application
    from depeche.ui.window import Window

    app = make_application()
    folder = Path(tempfile.mkdtemp(prefix="depeche-keys-"))
    project = _project(course, folder, blind=way == "blind")
    window = Window(project, settings.Settings())
    window.resize(1280, 900)
    window.show()
    window.activateWindow()
    settle(window)
    window.work.recall._pause.setInterval(NEVER_MS)
    window.learning.refitting.pause.setInterval(NEVER_MS)  # that takes as long as it takes
    if way == "blind":
        window.work.recall.stop()
    hands, outcome = Hands(window), Outcome(course.name, way)
    by_text = {lesson.line["text"]: lesson for lesson in course.lessons}
    wanted_of: dict[str, tuple[Lesson, tuple[Wanted, ...]]] = {}

    def is_meant(hit: Hit, label: str) -> bool:
        with project.read() as db:
            text = articles.get(db, hit.article).text
        return any(one.placed(hit.start, hit.end, label) for one in by_text[text].wanted)

    for _ in course.lessons:
        article = window.session.desk.article
        assert article is not None
        lesson = by_text[article.text]
        wanted = _joined(lesson, None if way == "blind" else window.session.marks)
        everywhere = is_meant if way == "blind" else None
        person = Perfect(hands, wanted, neutral_of(lesson, neutral), bulk=way == WAYS[1], everywhere=everywhere)
        person.finish()
        outcome.tallies[lesson.name], outcome.spans[lesson.name] = person.tally, len(wanted)
        wanted_of[article.key] = lesson, wanted
    window.close()
    app.processEvents()
    outcome.wrong = _differences(folder / "p", wanted_of, neutral)
    return outcome


def _project(course: Course, folder: Path, *, blind: bool) -> Project:
    lines = folder / "articles.jsonl"
    lines.write_text(
        "".join(json.dumps(lesson.line, ensure_ascii=False) + "\n" for lesson in course.lessons), encoding="utf-8"
    )
    project = Project.create(folder / "p", _scheme(course), "Claire")
    ingest(project, [lines])
    if not blind:
        suggest(project)
        return project
    with project.write() as db:
        for key in articles.not_suggested_by(db, "nobody"):
            articles.set_suggested_by(db, key, "nobody")
    return project


def _scheme(course: Course) -> str:
    """Return the usual scheme with the labels retired that the set doesn't mark: nothing is suggested of them."""
    text = paths.default_scheme()
    for label in parse_scheme(text, "make keys").labels:
        if label.label not in course.labels:
            text = text.replace(f'label = "{label.label}"\n', f'label = "{label.label}"\nretired = true\n')
    return text


def _differences(folder: Path, wanted_of: dict[str, tuple[Lesson, tuple[Wanted, ...]]], neutral: Any) -> list[str]:
    """Return what the project on the disk holds otherwise than the labels, a line each."""
    project = Project.open(folder, program="make keys")
    found = []
    try:
        for key, (lesson, wanted) in wanted_of.items():
            with project.read() as db:
                sheet = read_sheet(db, key, project.annotator)
            text, spans = sheet.article.text, list(sheet.spans)
            told = neutral_of(lesson, neutral)
            for one in wanted:
                met = next((span for span in spans if one.is_met(span)), None)
                if met is None:
                    found.append(f"{lesson.name}: without {one.label} « {text[one.start : one.end]} »")
                else:
                    spans.remove(met)
            found += [
                f"{lesson.name}: with {span.label} « {text[span.start : span.end]} »"
                for span in spans
                if not told(span)
            ]
    finally:
        project.close()
    return found


def counted(which: str, way: str, count: int) -> Outcome:
    """Do one of the works in a process of its own, with preferences of its own."""
    home = tempfile.mkdtemp(prefix="depeche-keys-home-")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = home
    if which == "winer":
        course = foreign(SHARED)
        neutral = next(one for one in sets(SHARED) if one.name.startswith("winer")).neutral
    else:
        course, neutral = own(Path(which)), None
    assert course is not None
    return work(Course(course.name, course.lessons[:count], course.labels), way, neutral)


# --- the report


def report(outcomes: Sequence[Outcome]) -> str:
    """Return the counts as Markdown."""
    head = ("set", "way", "articles", "spans", "keys", "keys a span", "median", "goal", "wrong at the end")
    lines = [_HEAD, *_table(head, [_summary(one) for one in outcomes])]
    for one in outcomes:
        if n := one.all.keys["neutral"]:
            with_them = (one.total + n) / max(sum(one.spans.values()), 1)
            words = f"{one.course}, {one.way}: {n} more keys for suggestions that the set says nothing of"
            lines += [f"{words}; with them {with_them:.2f} a span.", ""]
    lines += ["## What each act costs", "", "Keys / times = keys each.", ""]
    costs = [[words, *(_cost(one.all, act) for one in outcomes)] for act, words in ACTS.items()]
    shown = [row for row in costs if set(row[1:]) != {"–"}]
    lines += [*_table(("act", *(f"{one.course}, {one.way}" for one in outcomes)), shown), "## Article by article", ""]
    for course in dict.fromkeys(one.course for one in outcomes):
        ways = [one for one in outcomes if one.course == course]
        rows = [
            [name, ways[0].spans[name], *(f"{one.keys(name) / max(one.spans[name], 1):.2f}" for one in ways)]
            for name in ways[0].tallies
        ]
        lines += _table((course, "spans", *(f"{one.way}, keys a span" for one in ways)), rows)
    for one in outcomes:
        if one.wrong:
            lines += [f"Different at the end ({one.course}, {one.way}):", "", *(f"- {w}" for w in one.wrong[:40]), ""]
    return "\n".join(lines).rstrip() + "\n"


_HEAD = """# Keys

What a perfect annotator presses in the real window from an unread article to a finished one: made by `make keys`
(`tests/ui/keys.py`, `tests/ui/perfect.py`), the same on every machine. Every key event counts, the F at the end and
the letters of a typed value too; the mouse isn't used. What the database holds at the end is compared with the labels.

- **one by one**: each suggestion gets its own key;
- **in bulk first**: Shift+Space and Return accept what is at least 80 % likely, then the rest is done and what was
  accepted wrongly is mended. He knows what is wrong; who doesn't has to read what was accepted all the same, which
  takes eyes and no keys;
- **blind**: without suggestions and without memory, by the same keys.

WiNER-fr marks names and absolute dates only: figures and quotes are retired in that project's scheme, so that none is
suggested, and it has no values. Forty of its last 200 articles, on which nothing was trained, every fifth. What the
guide marks and it doesn't (groups, « jeudi », places) gets a key that is counted apart. The corpus has values, and is
the program's own; its `a` articles were read while the rules were made, so that WiNER-fr says more of other texts.
"""


def _summary(one: Outcome) -> list[object]:
    each = [one.keys(name) / max(one.spans[name], 1) for name in one.tallies]
    keys, spans = sum(map(one.keys, one.tallies)), sum(one.spans.values())
    met = "–" if one.way == "blind" else ("met" if one.per_span <= GOAL else "missed")
    return [
        one.course,
        one.way,
        len(each),
        spans,
        keys,
        f"{one.per_span:.2f}",
        f"{median(each or [0]):.2f}",
        met,
        len(one.wrong),
    ]


def _cost(tally: Tally, act: str) -> str:
    keys, times = tally.keys[act], tally.times[act]
    if not keys:
        return "–"
    return f"{keys} / {times} = {keys / times:.1f}" if times else f"{keys}"


def _table(head: Sequence[object], rows: Sequence[Sequence[object]]) -> list[str]:
    lines = ["| " + " | ".join(map(str, head)) + " |", "| --- " + "| ---: " * (len(head) - 1) + "|"]
    return [*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows), ""]


def main() -> None:
    """Count, print, and write the report where the usual sets were counted."""
    asked = ArgumentParser(description="Count keys.")
    asked.add_argument("folder", nargs="?", type=Path)
    asked.add_argument("--articles", type=int, default=1_000)
    asked.add_argument("--ways", nargs="*", default=list(WAYS))
    asked.add_argument("--set", choices=("corpus", "winer"))
    said = asked.parse_args()
    corpus = str(said.folder or paths.corpus() / "labels")
    which = [corpus] if said.folder or said.set == "corpus" else ["winer"] if said.set else [corpus, "winer"]
    if "winer" in which and foreign(SHARED) is None:
        which.remove("winer")
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        jobs = [pool.submit(counted, one, way, said.articles) for one in which for way in said.ways]
        outcomes = [job.result() for job in jobs]
    words = report(outcomes)
    print(words)
    if not said.folder and not said.set and said.articles >= 1_000:
        RESULT.write_text(words, encoding="utf-8")


if __name__ == "__main__":
    main()
    sys.exit(0)
