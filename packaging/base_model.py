"""Trains the shipped model of names again, from WiNER-fr to `resources/models/names`: `make base-model`.

Comes in: `winer_fr.jsonl` of the data beside the checkout. Trained on its first 700 articles ONLY: the last 200 are the
test half (`tests/evaluate/foreign.py`), from which, and from the other sets, texts are kept apart for private tests.
Goes out: the weights, and in `meta.json` how sure the model may be (Platt, "Probabilistic outputs for support vector
machines", 1999: fitted on thirds of the 700 that a model hadn't seen) and what it scores alone. The rules have no part
in it, but the lists of names do: with other `resources/gazetteers` the weights come out a little different.

The same data, program and seed give the same bytes (one core: `make base-model` sets that). About ten minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch
from spacy.vocab import Vocab
from thinc.api import Adam

from depeche import paths
from depeche.models.learned_from import FILE, packed
from depeche.models.network import LEFT_OUT, blank, probabilities
from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.stops import BEARERS
from depeche.suggest.actors.words import Words
from depeche.suggest.model.candidates import Stretch, candidates
from depeche.suggest.model.choice import chosen, pooled
from depeche.suggest.model.names import LABELS, calibrated, read
from depeche.suggest.model.windows import CANDIDATE, Windows, entity

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data" / "winer_fr.jsonl"
OUT = ROOT / "resources" / "models" / "names"

VERSION = "1"
TRAINED, TESTED = 700, 200
LEAST = 0.7
"""What is less likely than this isn't proposed: a wrong name costs a reader more than a missing one."""

_SEED = 1
_EPOCHS = 6
_BATCH = 64
_RATE = 0.002
_DROPOUT = 0.35
_SWAPPED, _MASKED = 0.4, 0.15
"""How many windows get another name of the same label, or one without letters, so that what is around them counts."""
_FOLDS = 3

_ARTICLE = re.compile(r"(?:l['’]|les? |la |du |des )")
_THINGS = frozenset(("EVENT", "PRODUCT"))
_LINKING = frozenset("de du des la l d les et a".split())
_MINISTERS = frozenset("ministre ministres secretaire".split())
_LEADING = frozenset("gouvernement administration saint".split())

Row = tuple[str, str, str, str, bool]
"""A token of a window: its text, tag, lemma and dep, and whether the candidate holds it."""


class Window(NamedTuple):
    """A candidate of an article: where it stands, its words, what the model sees, and its label (empty: none)."""

    stretch: Stretch
    surface: str
    doc: Doc
    label: str


def gold(line: dict[str, Any], words: Words, gazetteer: Gazetteer) -> tuple[dict[Stretch, str], set[int]]:
    """Return the names of an article as our guide has them, and the words of which it says neither yes nor no.

    WiNER marks more than we do: « ministre de la [Culture] », « gouvernement [Dupont] » say neither; what a street or a
    prize is called after is no person.
    """
    names: dict[Stretch, str] = {}
    unsure: set[int] = set()
    for span in line["spans"]:
        if span["label"] != "ACTOR":
            continue
        lead = _ARTICLE.match(span["text"])
        held = _held(words, span["start"], span["end"])
        first, last = held.start, held.stop
        if lead and last - first > 1:
            unsure.add(first)
            first += 1
        if first < last and words.end[last - 1] == span["end"] and (lead or words.start[first] == span["start"]):
            names[first, last] = span["sub"]
        else:
            unsure.update(held)
    for (first, last), kind in list(names.items()):
        before, at = words.at(first - 1), first - 1
        while at > first - 5 and (words.at(at) in _LINKING or gazetteer.adjective_at(words, at) is not None):
            at -= 1
        if kind == "PER" and before in BEARERS and words.joined(first):
            names[first, last] = ""
        elif (
            words.link[first] == "-" or before in _LEADING or (kind == "ORG" and words.at(at) in _MINISTERS and at >= 0)
        ):
            unsure.update(range(first, last))
            del names[first, last]
    for span in line["ignore"]:
        if span["sub"] in _THINGS:
            held = _held(words, span["start"], span["end"])
            names.setdefault((held.start, held.stop), "MISC")
    for span in line["nested"]:
        unsure.update(_held(words, span["start"], span["end"]))
    return names, unsure


def _held(words: Words, start: int, end: int) -> range:
    return range(bisect_right(words.end, start), bisect_left(words.start, end))


def windows(line: dict[str, Any], gazetteer: Gazetteer, vocab: Vocab) -> Iterator[Window]:
    """Yield what the model learns from an article: all its candidates, of which it doesn't know what rules say."""
    words = Words(line["text"])
    names, unsure = gold(line, words, gazetteer)
    open_ = [True] * len(words)
    for span in line["spans"]:
        if span["label"] != "ACTOR":
            for index in _held(words, span["start"], span["end"]):
                open_[index] = False
    seen = Windows(words, gazetteer, vocab)
    for one in dict.fromkeys([*candidates(words, open_, gazetteer), *names]):
        if one in names or unsure.isdisjoint(range(*one)):
            yield Window(one, words.surface(*one), seen.around(one), names.get(one, ""))


def train(lines: Sequence[dict[str, Any]], gazetteer: Gazetteer) -> Language:
    """Return a model trained on articles."""
    fix_random_seed(_SEED)
    chance = random.Random(_SEED)
    nlp = blank(LABELS)
    learned = [one for line in lines for one in windows(line, gazetteer, nlp.vocab)]
    by_label: dict[str, list[Window]] = defaultdict(list)
    for one in learned:
        by_label[one.label].append(one)

    def epoch() -> list[Example]:
        examples = []
        for one in learned:
            doc, draw = one.doc, chance.random()
            if one.label and draw < _SWAPPED:
                doc = _doc(nlp.vocab, _swapped(_rows(doc), _rows(chance.choice(by_label[one.label]).doc)))
            elif draw > 1 - _MASKED:
                doc = _doc(nlp.vocab, [_masked(row) for row in _rows(doc)])
            examples.append(_example(doc, one.label))
        chance.shuffle(examples)
        return examples

    nlp.initialize(lambda: epoch()[:50])
    optimizer = Adam(_RATE, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True)
    steps = _EPOCHS * len(learned) // _BATCH
    step = 0
    for _ in range(_EPOCHS):
        for batch in minibatch(epoch(), _BATCH):
            optimizer.learn_rate = _RATE * min(1.0, (step + 1) / 100) * max(0.05, 1 - step / steps)
            nlp.update(batch, sgd=optimizer, drop=_DROPOUT)
            step += 1
    with nlp.use_params(optimizer.averages):
        kept = nlp.to_bytes(exclude=LEFT_OUT)
    nlp.from_bytes(kept, exclude=LEFT_OUT)
    return nlp


def _rows(doc: Doc) -> list[Row]:
    return [(one.text, one.tag_, one.lemma_, one.dep_, one.ent_type_ == CANDIDATE) for one in doc]


def _doc(vocab: Vocab, rows: Sequence[Row]) -> Doc:
    texts, tags, lemmas, deps, held = zip(*rows, strict=True)
    return Doc(
        vocab,
        words=list(texts),
        tags=list(tags),
        lemmas=list(lemmas),
        deps=list(deps),
        heads=[0] * len(rows),
        ents=entity(held.index(True), sum(held), len(held)),
    )


def _swapped(rows: Sequence[Row], others: Sequence[Row]) -> list[Row]:
    first = next(index for index, row in enumerate(rows) if row[4])
    last = first + sum(row[4] for row in rows)
    return [*rows[:first], *(row for row in others if row[4]), *rows[last:]]


def _masked(row: Row) -> Row:
    text, _, lemma, _, held = row
    if not held:
        return row
    return ("Xxx" if text[0].isalpha() else text, "", lemma, "xxx", held)


def _example(doc: Doc, label: str) -> Example:
    reference = Doc(doc.vocab, words=[one.text for one in doc])
    entity = doc.ents[0]
    reference.spans["sc"] = [Span(reference, entity.start, entity.end, label=label)] if label else []
    return Example(doc, reference)


def believed(nlp: Language, line: dict[str, Any], gazetteer: Gazetteer) -> Iterator[tuple[float, bool]]:
    """Yield probability and whether it is right of each name that the program would believe, were all words open."""
    words = Words(line["text"])
    names, unsure = gold(line, words, gazetteer)
    for stretch, kind, sure in read(lambda: nlp, words, [True] * len(words), gazetteer):
        right = names.get(stretch) == kind
        if right or unsure.isdisjoint(range(*stretch)):
            yield sure, right


def fit(points: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """Return slope and offset of Platt's scaling, by Newton's method, with his targets for few points."""
    right = sum(ok for _, ok in points)
    high, low = (right + 1) / (right + 2), 1 / (len(points) - right + 2)
    sure = numpy.clip([one for one, _ in points], 1e-6, 1 - 1e-6)
    x = numpy.stack([numpy.log(sure / (1 - sure)), numpy.ones(len(points))], axis=1)
    target = numpy.where([ok for _, ok in points], high, low)
    weights = numpy.array([1.0, 0.0])
    for _ in range(100):
        p = 1 / (1 + numpy.exp(-x @ weights))
        slope = (x * (p * (1 - p))[:, None]).T @ x + 1e-6 * numpy.eye(2)
        weights -= numpy.linalg.solve(slope, x.T @ (p - target))
    return {"slope": round(float(weights[0]), 4), "offset": round(float(weights[1]), 4)}


def scores(nlp: Language, lines: Sequence[dict[str, Any]], gazetteer: Gazetteer) -> dict[str, dict[str, float]]:
    """Return exact precision, recall and F1 of the model alone by label, as WiNER marks names."""
    right, found, wanted = defaultdict[str, int](int), defaultdict[str, int](int), defaultdict[str, int](int)
    for line in lines:
        words = Words(line["text"])
        names, unsure = gold(line, words, gazetteer)
        for kind in names.values():
            wanted[kind] += bool(kind)
        stretches = candidates(words, [True] * len(words), gazetteer)
        seen = Windows(words, gazetteer, nlp.vocab)
        said = probabilities(nlp, [seen.around(one) for one in stretches])
        alike = pooled(said, [words.surface(*one) for one in stretches])
        for name in chosen(alike, stretches, len(LABELS), 0.5):
            stretch, label = stretches[name.place], LABELS[name.label]
            ok = names.get(stretch) == label
            if ok or unsure.isdisjoint(range(*stretch)):
                found[label] += 1
                right[label] += ok
    for counts in (right, found, wanted):
        counts["all"] = sum(counts[label] for label in LABELS)
    return {
        label: {
            "p": round(right[label] / max(1, found[label]), 3),
            "r": round(right[label] / max(1, wanted[label]), 3),
            "f": round(2 * right[label] / max(1, found[label] + wanted[label]), 3),
        }
        for label in (*LABELS, "all")
    }


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--only-list", action="store_true", help="only say which texts it learned from")
    arguments = parser.parse_args()
    if not arguments.data.is_file():
        sys.exit(f"{arguments.data} is missing: the French WiNER set, see resources/models/names/README.md")
    lines = [json.loads(line) for line in arguments.data.read_text(encoding="utf-8").splitlines()]
    learned, tested = lines[:TRAINED], lines[-TESTED:]
    if {line["id"] for line in learned} & {line["id"] for line in tested}:
        sys.exit("The test half is among the articles to train on.")
    arguments.out.parent.joinpath(FILE[-1]).write_bytes(packed(line["text"] for line in learned))
    if arguments.only_list:
        return
    gazetteer = Gazetteer(paths.resource("gazetteers"))
    points: list[tuple[float, bool]] = []
    for fold in range(_FOLDS):
        low, high = TRAINED * fold // _FOLDS, TRAINED * (fold + 1) // _FOLDS
        model = train([*learned[:low], *learned[high:]], gazetteer)
        points += [one for line in learned[low:high] for one in believed(model, line, gazetteer)]
        print(f"fold {fold + 1}: {len(points)} names so far", flush=True)
    fitted = fit(points)
    print(fitted)
    for least in (0.5, 0.6, 0.7, 0.8, 0.9):
        shown = [ok for sure, ok in points if calibrated(sure, fitted) >= least]
        print(f"at least {least}: {sum(shown)} right of {len(shown)}")
    nlp = train(learned, gazetteer)
    nlp.meta.update(
        name="depeche_names",
        version=VERSION,
        description="Names in French news, for what Dépêche's rules leave open.",
        author="Dépêche contributors",
        license="CC-BY-4.0",
        sources=[{"name": "WiNER-fr", "author": "Yoann Dupont", "license": "CC-BY-4.0 (texts: Wikinews, CC-BY-2.5)"}],
        least=LEAST,
        calibration=fitted,
    )
    nlp.meta["performance"] = scores(nlp, tested, gazetteer)
    print(json.dumps(nlp.meta["performance"], indent=1))
    nlp.to_disk(arguments.out, exclude=LEFT_OUT)


if __name__ == "__main__":
    main()
