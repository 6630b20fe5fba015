"""The network of every model of ours, a spaCy pipeline of one `spancat_singlelabel`: made, loaded, asked.

Knows windows (a candidate with the words around it, as a `Doc` whose first entity is the candidate), no articles.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_model_from_path, registry
from thinc.api import Model, NumpyOps, Ragged, chain, get_current_ops, with_getitem

LEFT_OUT = ("tokenizer", "vocab")
"""What of a pipeline isn't stored: windows come tokenised, and words are known by their hash only."""

ATTRIBUTES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "TAG", "LEMMA", "DEP", "ENT_TYPE")
"""What the embedding reads of each word."""

PIPE = "spancat"
_ROWS = (4000, 200, 1500, 500, 300, 100, 1500, 50)
_WIDTH = 64
_BATCH = 256
_MIX = numpy.random.default_rng(0).integers(1, 2**63, len(ATTRIBUTES), dtype=numpy.uint64) | numpy.uint64(1)
"""Makes one number of a word's hashes, so that the same words are found quickly."""


def _suggester() -> Callable[..., Ragged]:
    """Return what tells spaCy which span of each window it is asked about: the first entity."""

    def suggest(docs: Sequence[Doc], *, ops: Any = None) -> Ragged:
        ops = ops or get_current_ops()
        rows = [(one.start, one.end) for doc in docs for one in doc.ents[:1]]
        return Ragged(ops.asarray2i(rows), ops.asarray1i([1] * len(docs)))

    return suggest


registry.misc("depeche.candidates.v1", func=_suggester)


def blank(labels: Sequence[str]) -> Language:
    """Return an untrained model that tells windows apart by these labels."""
    nlp = spacy.blank("xx")
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": _WIDTH,
        "attrs": list(ATTRIBUTES),
        "rows": list(_ROWS),
        "include_static_vectors": False,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": _WIDTH,
        "window_size": 2,
        "maxout_pieces": 3,
        "depth": 2,
    }
    model = {
        "@architectures": "spacy.SpanCategorizer.v1",
        "reducer": {"@layers": "spacy.mean_max_reducer.v1", "hidden_size": _WIDTH},
        "scorer": {"@layers": "Softmax.v2"},
        "tok2vec": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode},
    }
    config = {"suggester": {"@misc": "depeche.candidates.v1"}, "spans_key": "sc", "allow_overlap": True, "model": model}
    pipe: Any = nlp.add_pipe("spancat_singlelabel", name=PIPE, config=config)
    for label in labels:
        pipe.add_label(label)
    return nlp


def load(folder: Path) -> Language:
    """Return the shipped model of a folder. For a folder from outside see `models.folder`, which checks it first."""
    return load_model_from_path(folder, exclude=LEFT_OUT)


def labels_of(nlp: Language) -> tuple[str, ...]:
    """Return the labels that a model tells apart, in the order of the columns of `probabilities`."""
    pipe: Any = nlp.get_pipe(PIPE)
    return tuple(pipe.labels)


def begin_from(nlp: Language, base: Language) -> int:
    """Copy the weights of another model of ours wherever the shapes agree; returns how many arrays were copied.

    All layers but the last agree, whatever the labels: what words look like and what stands around them is known.
    """
    mine: Any = nlp.get_pipe(PIPE)
    theirs: Any = base.get_pipe(PIPE)
    copied = 0
    for ours, other in zip(mine.model.walk(), theirs.model.walk(), strict=True):
        for name in ours.param_names:
            if ours.has_param(name) and other.has_param(name):
                weights = other.get_param(name)
                if ours.get_param(name).shape == weights.shape:
                    ours.set_param(name, weights.copy())
                    copied += 1
    return copied


def on_numbers(nlp: Language) -> Any:
    """Return the same network (the same weights) for training: it reads windows as numbers instead of `Doc`s.

    Takes a list of `(rows, first, last)`: a window's tokens as `ATTRIBUTES`, where the candidate begins and ends.
    Numbers are multiplied by numpy's OpenBLAS, three times as fast as spaCy's own for tables of this size; a word that
    stands in several windows of a batch is embedded once.
    """
    pipe: Any = nlp.get_pipe(PIPE)
    reading, spans, reducer, scorer = pipe.model.layers
    tok2vec, listed = reading.layers[0].layers
    embed, encode = tok2vec.layers
    _extract, _ragged, embedded, mixed, _list = embed.layers
    network: Any = chain(_once(chain(embedded, mixed)), with_getitem(0, chain(encode, listed)), spans, reducer, scorer)
    fast = _Ops()
    for layer in network.walk():
        layer.ops = fast
    return network


class _Ops(NumpyOps):  # type: ignore[misc]
    """Multiplies tables by numpy."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        return numpy.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def _once(layer: Any) -> Any:
    """Return a layer that asks `layer` of each different word of a batch once."""

    def forward(model: Any, batch: Sequence[tuple[Any, int, int]], is_train: bool) -> Any:
        rows = numpy.concatenate([one for one, _, _ in batch])
        _, firsts, places = numpy.unique(rows @ _MIX, return_index=True, return_inverse=True)
        told, back = model.layers[0](rows[firsts], is_train)
        lengths = [len(one) for one, _, _ in batch]
        spans = Ragged(model.ops.asarray2i([one[1:] for one in batch]), model.ops.asarray1i([1] * len(batch)))

        def backprop(change: Any) -> list[Any]:
            summed = numpy.zeros_like(told)
            numpy.add.at(summed, places, model.ops.flatten(change[0]))
            back(summed)
            return []

        return (model.ops.unflatten(told[places], lengths), spans), backprop

    return Model("once", forward, layers=[layer])


def probabilities(nlp: Language, windows: Sequence[Doc]) -> numpy.ndarray[Any, Any]:
    """Return a row for each window: how likely the candidate is each of the labels, and none of them."""
    pipe: Any = nlp.get_pipe(PIPE)
    parts = [pipe.predict(windows[at : at + _BATCH])[1] for at in range(0, len(windows), _BATCH)]
    return numpy.concatenate(parts) if parts else numpy.zeros((0, len(pipe.labels) + 1))
