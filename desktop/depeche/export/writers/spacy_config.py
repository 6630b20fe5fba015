"""The settings of a pipeline to train elsewhere: spaCy's `config.cfg`, complete, small enough for a CPU. No project.

Flat labels are learned by `ner`. Labels that may overlap, as quotes do, are long: `span_finder` learns where one begins
and ends, `spancat` which of these stretches is one. Each has an embedding of its own: with a shared one, the span
finder's loss, which grows with the text, drowned the recognizer's (on 27 articles F1 0.12 after 280 steps, apart 0.68
after 200). All that is named here, `models.folder` lets back in.
"""

from __future__ import annotations

from typing import Any

SPANS = "sc"
_WIDTH = 96
_LONGEST = 150
"""Tokens of a span at most: what `spancat` is asked about grows with its square."""
_THRESHOLD = 0.6
"""Above the 0.5 at which everything stands before training, when every stretch of a text would be asked about."""

EMBEDDING: dict[str, Any] = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": _WIDTH,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 1000, 2500, 2500],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": _WIDTH,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}


def config(flat: bool, nested: bool) -> str:
    """Return the settings as text, for flat labels, for such as overlap, or for both; spaCy fills in the rest."""
    from spacy.util import load_model_from_config
    from thinc.api import Config

    components = ({"ner": _NER} if flat else {}) | ({"span_finder": _FINDER, "spancat": _SPANCAT} if nested else {})
    wanted = {
        "paths": {"train": "train.spacy", "dev": "dev.spacy"},
        "system": {"seed": 1, "gpu_allocator": None},
        "nlp": {"lang": "fr", "pipeline": list(components), "batch_size": 64},
        "components": components,
        "corpora": {name: {"@readers": "spacy.Corpus.v1", "path": f"${{paths.{name}}}"} for name in ("train", "dev")},
        "training": _TRAINING
        | {
            "annotating_components": ["span_finder"] if nested else [],
            "score_weights": _weights(flat, nested),
        },
    }
    text: str = load_model_from_config(Config(wanted), auto_fill=True).config.to_str()
    return text + "\n"


def _weights(flat: bool, nested: bool) -> dict[str, float]:
    share = 1.0 if flat != nested else 0.5
    spans = {f"spans_{SPANS}_f": share, f"spans_{SPANS}_p": 0.0, f"spans_{SPANS}_r": 0.0}
    ents = {"ents_f": share, "ents_p": 0.0, "ents_r": 0.0}
    return (ents if flat else {}) | (spans if nested else {})


_NER: dict[str, Any] = {
    "factory": "ner",
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": EMBEDDING,
    },
}
_FINDER: dict[str, Any] = {
    "factory": "span_finder",
    "spans_key": SPANS,
    "threshold": _THRESHOLD,
    "max_length": _LONGEST,
    "model": {
        "@architectures": "spacy.SpanFinder.v1",
        "scorer": {"@layers": "spacy.LinearLogistic.v1", "nO": 2},
        "tok2vec": EMBEDDING,
    },
}
_SPANCAT: dict[str, Any] = {
    "factory": "spancat",
    "spans_key": SPANS,
    "threshold": 0.5,
    "suggester": {"@misc": "spacy.preset_spans_suggester.v1", "spans_key": SPANS},
    "model": {
        "@architectures": "spacy.SpanCategorizer.v1",
        "reducer": {"@layers": "spacy.mean_max_reducer.v1", "hidden_size": _WIDTH},
        "scorer": {"@layers": "spacy.LinearLogistic.v1"},
        "tok2vec": EMBEDDING,
    },
}
_TRAINING: dict[str, Any] = {
    "train_corpus": "corpora.train",
    "dev_corpus": "corpora.dev",
    "dropout": 0.1,
    "max_steps": 4000,
    "patience": 1000,
    "eval_frequency": 40,
    "batcher": {"@batchers": "spacy.batch_by_words.v1", "size": 800},
    "optimizer": {"@optimizers": "Adam.v1", "learn_rate": 0.002},
}
