"""Web archives: each page that was fetched is an article; all else is counted."""

from __future__ import annotations

import gc
import gzip
import io
import warnings

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from depeche.errors import InputError
from depeche.ingest.readers import warc
from tests.ingest.given import found, given, refusal
from tests.ingest.test_web import BODY, SEEN, page


def archive(*records: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    """Responses, each by its address, status, type and body; with the record of how it was fetched."""
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the writer leaves it to the garbage to close its own files
        _write(file, records, packed)
        gc.collect()
    return file.getvalue()


def _write(file: io.BytesIO, records: tuple[tuple[str, str, str, bytes], ...], packed: bool) -> None:
    writer = WARCWriter(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "test"}))
    for url, status, kind, body in records:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))


ONE = ("https://fanal.example/1", "200 OK", "text/html; charset=utf-8", page(f"<p>{BODY}</p>"))
FRENCH = "<html><body><p>L’été à Nîmes s’achève, et l’on s’y prépare déjà pour l’hiver.</p></body></html>".encode(
    "cp1252"
)
PAGES = (
    ONE,
    ("https://fanal.example/a.png", "200 OK", "image/png", b"\x89PNG"),
    ("https://fanal.example/2", "404 Not Found", "text/html", page("<p>rien</p>")),
    ("https://fanal.example/3", "200 OK", "text/html; charset=windows-1252", FRENCH),
)


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_articles_and_the_rest_is_counted(packed):
    data = archive(*PAGES, packed=packed)
    assert warc.READER.recognises(given(data, "x"), data)
    one, two = found(warc.READER, data, "x.warc.gz")
    assert one.record.article.text == SEEN
    assert (one.record.article.url, one.record.article.name, one.place) == (ONE[0], "x-2", "enregistrement 2")
    assert two.record.article.text.startswith("L’été à Nîmes")
    assert "3 autres enregistrements" in two.note


def test_a_resource_is_a_page_as_well():
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    for kind, body in (("text/html; charset=utf-8", ONE[3]), ("image/png", b"\x89PNG")):
        payload = io.BytesIO(body)
        writer.write_record(
            writer.create_warc_record(ONE[0], "resource", payload=payload, warc_content_type=kind, length=len(body))
        )
    (one,) = found(warc.READER, file.getvalue(), "x.warc")
    assert (one.record.article.text, one.record.article.url) == (SEEN, ONE[0])
    assert "un autre enregistrement" in one.note


def test_a_file_packed_as_a_whole_is_read_too():
    data = gzip.compress(archive(ONE, packed=False))
    assert warc.READER.recognises(given(data, "x"), data)
    assert found(warc.READER, data, "x.warc.gz")[0].record.article.text == SEEN


def test_damaged_and_empty_archives_end_in_a_sentence(capsys):
    whole = archive(*PAGES, packed=False)
    cut = whole[: whole.index(b"en d\xc3\xa9cider")]
    for data in (cut, archive(*PAGES)[:900], whole.replace(b"Content-Length: ", b"Content-Length: 9")):
        assert isinstance(found(warc.READER, data, "x.warc")[0].record, InputError)
    assert "aucune page" in refusal(warc.READER, archive(), "x.warc")
    found(warc.READER, whole.replace(b"Content-Length: ", b"Content-Length: 1\r\nX: "), "x.warc")
    assert capsys.readouterr() == ("", "")


def test_bombs():
    bomb = ("https://b.example/", "200 OK", "text/html", b"<html>" + b"0" * 50_000_000)
    one, two = found(warc.READER, archive(bomb, ONE), "x.warc.gz")
    assert "dépasse" in str(one.record)
    assert two.record.article.text == SEEN
    huge = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 99999999999\r\n\r\n" + b"x" * 1000
    assert "trop grosse" in str(found(warc.READER, huge, "x.warc")[0].record)
    packed = b"WARC/1.0\r\nWARC-Type: response\r\nX: " + b"x" * 1000
    assert found(warc.READER, gzip.compress(packed), "x.warc.gz")
