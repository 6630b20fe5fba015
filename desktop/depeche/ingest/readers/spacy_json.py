"""spaCy's JSON: `text` with `entities`, training pairs, and what `Doc.to_json()` gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from depeche.core.record import Record
from depeche.errors import InputError
from depeche.ingest.foreign import Made, each, entries_in, marks_of, text_in
from depeche.ingest.json_kinds import SPACY, kind_of
from depeche.ingest.particulars import described
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.messages import tr

_DERIVED = frozenset("text tokens sents ents spans entities meta".split())
"""What isn't said of the article: spaCy's own reading of the text, and the marks."""
_USUAL = ("sc", "")
"""Names of groups of spans that say nothing: spaCy's default."""


def _recognises(source: Source, head: bytes) -> bool:
    return kind_of(source, head) == SPACY


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    return each(source, asked, _made)


def _made(data: Any, name: str) -> Made:
    if isinstance(data, list):
        if len(data) != 2 or not isinstance(data[1], dict):
            raise InputError(tr("ce n’est pas une paire de texte et d’annotations"))
        data = {**data[1], "text": data[0]}
    text = text_in(data, "text")
    entries = [_entry(one) for one in entries_in(data, "entities")]
    entries += [_entry(one) for one in entries_in(data, "ents")]
    groups = data.get("spans") or {}
    if not isinstance(groups, dict):
        groups = {"": groups}
    seen = {(entry["start"], entry["end"], entry["label"]) for entry in entries if _is_plain(entry)}
    for group in groups:
        for entry in map(_entry, entries_in(groups, group)):
            if not _is_plain(entry) or (entry["start"], entry["end"], entry["label"]) not in seen:
                entries.append(entry if group in _USUAL else {**entry, "group": group})
    meta = data.get("meta")
    said = {key: value for key, value in data.items() if key not in _DERIVED or (key == "meta" and meta)}
    if isinstance(meta, dict):
        said = {**said, **meta}
        del said["meta"]
    article, note = described(text, said, name=name)
    return Made(Record(article, marks_of(entries, text)), (note,))


def _is_plain(entry: dict[str, Any]) -> bool:
    return all(isinstance(entry[name], str | int) for name in ("start", "end", "label"))


def _entry(one: Any) -> dict[str, Any]:
    if isinstance(one, list) and 3 <= len(one) <= 4:
        one = dict(zip(("start", "end", "label", "kb_id"), one, strict=False))
    if not isinstance(one, dict):
        raise InputError(tr("une entité n’est ni une liste [début, fin, étiquette] ni un objet"))
    entry = {"start": None, "end": None, "label": None} | one
    reference = entry.pop("kb_id", None)
    if reference and not entry.get("value"):
        entry["value"] = reference
    for name in ("id", "span_id"):
        if entry.get(name) in ("", None, 0):
            entry.pop(name, None)
    return entry


READER = Reader(SPACY, lambda: tr("JSON de spaCy"), _recognises, _read)
