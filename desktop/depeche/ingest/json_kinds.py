"""Which tool wrote a JSON file, told from its first records; a suffix only settles what these leave open."""

from __future__ import annotations

import codecs
from functools import lru_cache
from itertools import islice
from typing import Any

from depeche.core.record import STATUSES
from depeche.errors import InputError
from depeche.ingest.json_pieces import LINES, parse, pieces
from depeche.ingest.source import Source

OWN, SPACY, PRODIGY, DOCCANO, LABEL_STUDIO = "jsonl", "spacy-json", "prodigy", "doccano", "label-studio"
HUGGING_FACE = "huggingface"
"""Our own rows for `datasets`."""
OTHER = "json"
"""JSON whose records hold no text of an article."""
_LOOKED_AT = 8
"""Records after which a file of none but plain ones is ours."""
_PRODIGY = frozenset("answer _input_hash _task_hash _view_id _session_id _annotator_id".split())
_TASKS = ("annotations", "completions", "predictions")


def kind_of(source: Source, head: bytes) -> str | None:
    """Return the kind of JSON in a file, None if it isn't JSON, or not to the end. Raises nothing on any bytes."""
    begun = head.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n")
    if not begun.startswith((b"{", b"[")):
        return OWN if source.suffix in LINES or (source.suffix == ".json" and begun) else None
    return _told(_Key(source, head))


class _Key:
    """A file, alike where it has the same name and the same first bytes: each reader asks anew."""

    def __init__(self, source: Source, head: bytes) -> None:
        self.source = source
        self._said = source.where, head

    def __hash__(self) -> int:
        return hash(self._said)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._said == other._said


@lru_cache(maxsize=1)
def _told(key: _Key) -> str | None:
    source = key.source
    named = source.suffix in LINES or source.suffix == ".json"
    plain = whole = broken = False
    try:
        for _, piece in islice(pieces(source), _LOOKED_AT):
            try:
                if isinstance(piece, InputError):
                    raise piece
                value = parse(piece)
            except InputError:
                broken = True
                continue
            whole = whole or isinstance(value, dict)
            if kind := _kind(value):
                return kind
            plain = plain or (isinstance(value, dict) and isinstance(value.get("text"), str))
    except InputError:
        broken = True
    return OWN if named or plain else OTHER if whole and not broken else None


def _kind(value: Any) -> str | None:
    """Return the kind that one record shows, None for one that could be of several."""
    if isinstance(value, list):
        is_example = len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], dict)
        return SPACY if is_example and "entities" in value[1] else None
    if isinstance(value.get("data"), dict) and not isinstance(value.get("text"), str):
        return LABEL_STUDIO
    if any(_is_region(one) for said in value.values() if isinstance(said, list) for one in said[:1]):
        return LABEL_STUDIO
    if not isinstance(value.get("text", value.get("data")), str):
        return None
    spans = value.get("spans")
    if isinstance(spans, list) and isinstance(value.get("ner_tags"), list) and {"meta", "extra"} <= value.keys():
        return HUGGING_FACE
    if isinstance(spans, list) and (isinstance(value.get("state"), str) or _are_ours(value, spans)):
        return OWN
    if not _PRODIGY.isdisjoint(value) or _are_prodigy(spans, value.get("tokens")):
        return PRODIGY
    if isinstance(value.get("ents"), list) or (isinstance(spans, dict) and isinstance(value.get("tokens"), list)):
        return SPACY
    entities = value.get("entities")
    if "Comments" in value or any(_are_triples(value.get(name)) for name in ("label", "labels")):
        return DOCCANO
    if isinstance(entities, list):
        first = entities[0] if entities else {}
        offset = "relations" in value or (isinstance(first, dict) and "start_offset" in first)
        return DOCCANO if offset else SPACY
    return None


def _is_region(one: Any) -> bool:
    """Tell whether it is a region as Label Studio's JSON-MIN has them."""
    return isinstance(one, dict) and "start" in one and "end" in one and isinstance(one.get("labels"), list)


def _are_ours(value: dict[str, Any], spans: list[Any]) -> bool:
    judged = (one.get("status") for one in spans if isinstance(one, dict))
    return "date_origin" in value or any(isinstance(one, str) and one in STATUSES for one in judged)


def _are_prodigy(spans: Any, tokens: Any) -> bool:
    first = spans[0] if isinstance(spans, list) and spans else None
    token = tokens[0] if isinstance(tokens, list) and tokens else None
    by_token = isinstance(first, dict) and "token_start" in first
    return by_token or (isinstance(spans, list) and isinstance(token, dict) and {"text", "start", "end"} <= set(token))


def _are_triples(said: Any) -> bool:
    return isinstance(said, list) and all(isinstance(one, list) and len(one) == 3 for one in said)
