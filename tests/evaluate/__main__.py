"""`make evaluate`, or `python -m tests.evaluate [--errors FILE] [FOLDER …]`: scores today's suggestions.

Writes `exports/evaluation.md` from the sample corpus and the sets in `../shared/data`; rows of sets that are not
there stay as they are. Folders (or files) of gold in Dépêche's JSONL given by argument are only printed. `--errors`
writes what went wrong on these and on the first half of the corpus, one JSON object a line.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from depeche import paths
from depeche.core.article import Article, DateOrigin
from depeche.core.scheme import parse_scheme
from depeche.core.suggestion import Suggestion
from depeche.suggest.merge import merge
from depeche.suggest.pipeline import Pipeline, rules
from depeche.suggest.reliability import measured
from tests.evaluate import foreign, own, phrases, sources, table
from tests.evaluate.counting import Error, Score, count
from tests.evaluate.foreign import Set
from tests.evaluate.sources import Voice

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "exports" / "evaluation.md"
DATA = ROOT.parent / "shared" / "data"


class Clock:
    """Today's suggestions for a text, and how long they took."""

    def __init__(self) -> None:
        self._nests = parse_scheme(paths.default_scheme(), "").nests
        self._pipeline = Pipeline(rules(), self._nests)
        self.seconds = 0.0
        self.characters = 0

    def propose(self, text: str, date: str | None) -> Sequence[Suggestion]:
        """Return the suggestions for one text published on `date`."""
        return self.ask(text, date)[1]

    def ask(self, text: str, date: str | None) -> tuple[list[Suggestion], list[Suggestion]]:
        """Return what all sources say of one text published on `date`, and what is shown of it."""
        article = Article(text, date=date, date_origin=DateOrigin.GIVEN if date else DateOrigin.UNKNOWN)
        begin = time.perf_counter()
        answers = self._pipeline.answers(article)
        found = merge(answers, self._nests, measured().of)
        self.seconds += time.perf_counter() - begin
        self.characters += len(text)
        return answers, found

    def tell(self) -> str:
        """Say how long it took since it was last asked."""
        said = f"{self.seconds:.1f} s, {self.characters / max(self.seconds, 1e-9):,.0f} characters a second"
        self.seconds, self.characters = 0.0, 0
        return said


def score(one: Set, clock: Clock) -> tuple[Score, dict[tuple[str, str], Voice]]:
    """Return the score of today's suggestions on a set, and what each source has in it."""
    found, voices = Score(), dict[tuple[str, str], Voice]()
    for document in one.documents:
        answers, proposed = clock.ask(document.text, document.date)
        count(found, document, proposed, one.labels, one.same, one.neutral)
        sources.hear(voices, document, answers, proposed, one.labels, one.neutral)
    return found, voices


def main() -> None:
    """Score all there is, print it, write the report."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--errors", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    clock = Clock()
    corpus = ROOT / "corpus" / "labels"
    ours = [
        Set(name, own.LABELS, own.documents(corpus, begins), own.SAME)
        for name, begins in (("corpus", ""), ("corpus, a", "a"), ("corpus, b", "b"))
    ]
    given = [Set(str(path), own.LABELS, own.documents(path), own.SAME) for path in arguments.folders]
    labelled: table.Rows = {}
    heard: table.Rows = {}
    errors: list[tuple[Set, Error]] = []
    for one in (*ours, *foreign.sets(DATA), *given):
        found, voices = score(one, clock)
        rows, voiced = table.rows(one.name, found), table.source_rows(one.name, voices)
        print(f"\n{one.name}: {len(one.documents)} texts, {clock.tell()}")
        print(table.markdown(table.COLUMNS, rows) + table.markdown(table.SOURCES, voiced), end="")
        if one not in given:
            labelled |= rows
            heard |= voiced
        if one in given or one.name == "corpus, a":
            errors += [(one, error) for error in found.errors]
    suites: table.Rows = {}
    for name, suite in phrases.suites(DATA):
        rows = table.phrase_rows(name, phrases.recall(suite, clock.propose, name))
        print(f"\n{name}: {len(suite)} phrases, {clock.tell()}\n{table.markdown(table.PHRASES, rows)}", end="")
        suites |= rows
    if arguments.errors:
        arguments.errors.write_text("".join(_line(one, error) for one, error in errors), encoding="utf-8")
    _report({table.COLUMNS: labelled, table.SOURCES: heard, table.PHRASES: suites})


def _report(tables: dict[tuple[str, ...], table.Rows]) -> None:
    """Write the report, its tables by their columns, and print what changed against the committed one."""
    old = table.read(_committed())
    if not DATA.is_dir():
        for columns, found in tables.items():
            found |= {key: row for key, row in old.items() if tuple(row) == columns and key not in found}
    now = {key: row for found in tables.values() for key, row in found.items()}
    changed = list(table.changes(old, now))
    print("\nAgainst the committed table:", "nothing changed." if not changed else "")
    print("".join(f"  {one}\n" for one in changed), end="")
    REPORT.write_text(_text(tables), encoding="utf-8", newline="\n")


def _committed() -> str:
    git = ["git", "show", f"HEAD:{REPORT.relative_to(ROOT).as_posix()}"]
    try:
        shown = subprocess.run(git, cwd=ROOT, capture_output=True, encoding="utf-8")
    except OSError:  # no git here
        return REPORT.read_text(encoding="utf-8") if REPORT.is_file() else ""
    return shown.stdout if shown.returncode == 0 else ""


def _text(tables: dict[tuple[str, ...], table.Rows]) -> str:
    labelled, heard, suites = (table.markdown(*one) for one in tables.items())
    python = ".".join(platform.python_version_tuple()[:2])
    with_what = ", ".join((f"Python {python}", *(f"{name} {version(name)}" for name in ("spacy", "text2num"))))
    return f"""# What the suggestions are worth

Made by `make evaluate` (`python -m tests.evaluate`) with Dépêche {version("depeche")}, {with_what}.
Speed depends on the machine and is only printed.

P, R and F1 are exact: same label, same start and end; « overlap » asks for one shared character. The other columns are
shares of the exactly found spans: right values (for a quote: exactly its speakers, none where nobody is named), kinds,
units, the right speaker first, and among the first three (of quotes whose gold names one). A set is scored only
on the labels that it marks; how its guideline differs from ours is told in `tests/evaluate/foreign.py` and
`phrases.py`, what it is and under which licence in the data's own README. `corpus, b` is the half of the sample corpus
that is kept apart while rules are made on the other.

Figures of others to hold these against. French TimeBank: HeidelTime .860 exact, .910 overlapping, .736 values.
WiNER-fr, exact span and type over all names: mBERT .811, Flair .762 (PER .898, LOC .745, ORG .618), spaCy md LOC .750,
ORG .580. On WiNER-fr the tests aren't the same: here only names that our guide marks are asked for (of its places,
states and territories), and the rules' authors have read its first 700 articles. What the shipped model scores alone on
all of its names stands in `resources/models/names/README.md`.

{labelled}
## Source by source

What each source proposes as far as a set says whether it is right (borders, label and kind), how much of that is left
after merging, and how many of the right ones no other source had at the same place.

{heard}
## Other projects' test phrases

Recall only, as they are short phrases; « exact » is left out where the phrases are whole strings. « Or other reading »
takes the value that one key would set as right (these suites look forward, news looks back). « False » counts texts in
which the suite expects nothing and something was found.

{suites}"""


def _line(one: Set, error: Error) -> str:
    text = next(document.text for document in one.documents if document.name == error.name)
    span = error.gold or error.suggestion
    assert span is not None
    gold, mine = error.gold, error.suggestion
    said = {
        "set": one.name,
        "id": error.name,
        "what": error.what,
        "label": error.label,
        "start": span.start,
        "end": span.end,
        "text": text[span.start : span.end],
        "around": text[max(0, span.start - 60) : span.end + 60],
        "gold": gold and (gold.kind, gold.values, gold.unit),
        "suggestion": mine and (mine.kind, mine.value, mine.attrs.get("unit"), mine.source, mine.reason),
        "speakers": [each["name"] for each in mine.attrs.get("speakers", ())] if mine else [],
    }
    return json.dumps(said, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
