"""`make reliability`, or `python -m tests.evaluate.reliability`: how often each source is right, label by label.

Writes `resources/reliability.tsv`, by which overlapping suggestions are ranked. Nothing that `make evaluate` tests on
is counted: the texts are half a of the sample corpus and, for actors, WiNER-fr without its last 200. Both were read
while the rules were made, so the figures flatter; what they settle is which of two sources to believe, and a project's
own verdicts outweigh them (`depeche.suggest.reliability`). What was trained on WiNER-fr is counted on the corpus alone.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from depeche import paths
from depeche.core.article import Article, DateOrigin
from depeche.core.scheme import parse_scheme
from depeche.core.suggestion import Suggestion
from depeche.suggest.pipeline import Pipeline, rules
from depeche.suggest.reliability import FILE, Cell, band, table
from tests.evaluate import foreign, own
from tests.evaluate.counting import Document, judged
from tests.evaluate.foreign import Set

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
TRAINED = frozenset(("names",))
"""Sources that learnt from the sets in `foreign.learning`."""


def cells(sets: list[Set], pipeline: Pipeline) -> dict[Cell, tuple[int, int]]:
    """Return by source, label, kind and band of score how many suggestions were right, and how many were judged."""
    right: Counter[Cell] = Counter()
    total: Counter[Cell] = Counter()
    for one in sets:
        learnt = TRAINED if one.name.startswith("winer") else frozenset()
        for document in one.documents:
            for suggestion, well in _judged(one, document, pipeline):
                if suggestion.source in learnt:
                    continue
                score = band(suggestion.score)
                cell = (suggestion.source, suggestion.label, suggestion.kind or "", score)
                right[cell] += well
                total[cell] += 1
    return {cell: (right[cell], n) for cell, n in total.items()}


def _judged(one: Set, document: Document, pipeline: Pipeline) -> list[tuple[Suggestion, bool]]:
    origin = DateOrigin.GIVEN if document.date else DateOrigin.UNKNOWN
    article = Article(document.text, date=document.date, date_origin=origin)
    answers = pipeline.answers(article)
    found = []
    for source in pipeline.sources:
        mine = [each for each in answers if each.source == source.name]
        found += [pair for label in one.labels for pair in judged(document, mine, label, one.neutral)]
    return found


def main() -> None:
    """Count and write the table."""
    corpus = Set("corpus, a", own.LABELS, own.documents(ROOT / "corpus" / "labels", "a"), own.SAME)
    sets = [corpus, *foreign.learning(DATA)]
    if len(sets) < 2:
        raise SystemExit(f"{DATA}: no winer_fr.jsonl")
    pipeline = Pipeline(rules(), parse_scheme(paths.default_scheme(), "").nests)
    found = cells(sets, pipeline)
    said = (
        "Made by `make reliability`: by source, label, kind and band of the source's score, how many suggestions had",
        f"the right borders, label and kind on {' and '.join(one.name for one in sets)}.",
        "Sources: " + ", ".join(f"{one.name} {one.version}" for one in pipeline.sources) + ".",
    )
    (ROOT / "resources" / FILE).write_text(table(found, said), encoding="utf-8", newline="\n")
    for source, label in sorted({cell[:2] for cell in found}):
        counts = [n for cell, n in found.items() if cell[:2] == (source, label)]
        well, total = (sum(column) for column in zip(*counts, strict=True))
        print(f"{source:10} {label:7} {well:6} / {total:6} = {well / total:.3f}")


if __name__ == "__main__":
    main()
