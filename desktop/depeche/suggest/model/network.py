"""The model itself, a spaCy pipeline of one `spancat_singlelabel`: made, loaded, asked. Knows windows, no articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_model_from_path, registry
from thinc.api import Ragged, get_current_ops

from depeche.suggest.model.windows import ATTRIBUTES, CANDIDATE

LABELS = ("PER", "ORG", "LOC", "MISC")
LEFT_OUT = ("tokenizer", "vocab")
"""What of a pipeline isn't stored: windows come tokenised, and words are known by their hash only."""

_PIPE = "spancat"
_ROWS = (4000, 200, 1500, 500, 300, 100, 1500, 50)
_WIDTH = 64
_BATCH = 256


def _suggester() -> Callable[..., Ragged]:
    """Return what tells spaCy which span of each window it is asked about: the candidate."""

    def suggest(docs: Sequence[Doc], *, ops: Any = None) -> Ragged:
        ops = ops or get_current_ops()
        rows = [(one.start, one.end) for doc in docs for one in doc.ents if one.label_ == CANDIDATE]
        return Ragged(ops.asarray2i(rows), ops.asarray1i([1] * len(docs)))

    return suggest


registry.misc("depeche.candidates.v1", func=_suggester)


def blank() -> Language:
    """Return an untrained model."""
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
    pipe: Any = nlp.add_pipe("spancat_singlelabel", name=_PIPE, config=config)
    for label in LABELS:
        pipe.add_label(label)
    return nlp


def load(folder: Path) -> Language:
    """Return the model of a folder. It holds settings and numbers only: no code of the folder's is run."""
    return load_model_from_path(folder, exclude=LEFT_OUT)


def probabilities(nlp: Language, windows: Sequence[Doc]) -> numpy.ndarray[Any, Any]:
    """Return a row for each window: how likely the candidate is each of `LABELS`, and none of them."""
    pipe: Any = nlp.get_pipe(_PIPE)
    parts = [pipe.predict(windows[at : at + _BATCH])[1] for at in range(0, len(windows), _BATCH)]
    return numpy.concatenate(parts) if parts else numpy.zeros((0, len(LABELS) + 1))
