"""Files given to readers, from bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

from depeche.core.article import Article
from depeche.errors import InputError
from depeche.ingest.reader import AS_IT_IS, Asked, Found, Reader
from depeche.ingest.source import Source


def given(data: bytes, name: str) -> Source:
    """Return bytes as a file of that name."""
    return Source(name, name.rsplit(".", 1)[0], name, lambda: io.BytesIO(data))


def found(reader: Reader, data: bytes, name: str, asked: Asked = AS_IT_IS) -> list[Found]:
    """Return all that a reader finds in bytes; the refusal of the whole is one of them."""
    assert reader.read is not None
    return list(refusing(lambda: reader.read(given(data, name), asked)))  # type: ignore[misc]


def refusing(read: Callable[[], Iterator[Found]]) -> Iterator[Found]:
    try:
        yield from read()
    except InputError as error:
        yield Found(error)


def only(reader: Reader, data: bytes, name: str, asked: Asked = AS_IT_IS) -> Article:
    """Return the one article in bytes."""
    (one,) = found(reader, data, name, asked)
    assert not isinstance(one.record, InputError), str(one.record)
    return one.record.article


def refusal(reader: Reader, data: bytes, name: str) -> str:
    """Return the sentence with which bytes are refused as a whole."""
    (one,) = found(reader, data, name)
    assert isinstance(one.record, InputError), one.record
    sentence = str(one.record)
    assert sentence == sentence.strip()
    assert not sentence.endswith(".")
    return sentence
