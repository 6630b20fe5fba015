"""Files that lie beside articles and hold none: settings of brat, type systems, cards, our own lists and receipts.

They are passed over without a word: what they belong to is read with them or doesn't need them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.ingest.markup import narrow
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.readers.brat import is_standoff
from depeche.ingest.source import Source
from depeche.messages import tr

_NAMES = frozenset("annotation.conf visual.conf tools.conf kb_shortcuts.conf SHA256SUMS".split())
_CARD = b"|".join(
    b"annotations_creators configs dataset_info language license multilinguality pretty_name size_categories "
    b"source_datasets tags task_categories task_ids".split()
)
"""With which of its fields a Hugging Face card may begin."""
_SIGNS = {
    ".xml": re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:\w+:)?typeSystemDescription\b|\s*<View>"),
    ".md": re.compile(rb"# Export receipt\n|---\r?\n(?:" + _CARD + rb")[:\s]"),
    ".tsv": re.compile(rb"(?:file\tid\ttitle\tdate\tsource\turl(?:\tlicence)?|brat\tlabel)\r?\n"),
    ".json": re.compile(rb'\{\s*"exports": \{'),
}


def _recognises(source: Source, head: bytes) -> bool:
    if source.suffix == ".ann":
        text = source.beside(source.name[:-4] + ".txt")
        return text is not None and is_standoff(source)
    if source.name in _NAMES:
        return b"\0" not in head
    if source.name == "README.md" and source.beside("RECEIPT.json") is not None:  # what we say of an export
        return True
    sign = _SIGNS.get(source.suffix)
    return sign is not None and sign.match(narrow(head)) is not None


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    return iter(())


READER = Reader("companion", lambda: tr("Fichier d’accompagnement, sans article"), _recognises, _read)
