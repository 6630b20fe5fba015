"""Which reader gets which file: told from content, whatever its name says."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from depeche.errors import InputError
from depeche.ingest.kinds import READERS, recognise
from depeche.ingest.readers import gzipped
from depeche.ingest.source import Source, file_source
from tests.ingest.given import given, refusal
from tests.ingest.test_feed import rss
from tests.ingest.test_mail import HEADERS, box
from tests.ingest.test_mhtml import saved
from tests.ingest.test_office import docx, odt_file, packed, run
from tests.ingest.test_pdf import lines, pdf
from tests.ingest.test_warc import ONE, archive
from tests.ingest.test_web import BODY, page

SAMPLES = Path(__file__).resolve().parents[3] / "shared/data/format-samples"
TEXT = "Un texte, où l’on dit: non.\n\nIl finit là."
ATOM = "<?xml version='1.0'?>\n<!-- c --><feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>"
FILES = [
    ("text", TEXT.encode(), "a.txt"),
    ("text", TEXT.encode("utf-16"), "a.txt"),
    ("text", b"From Paris with love, he said.\n", "a.txt"),
    ("text", b"Date: hier\n\nUn texte", "a.txt"),
    ("text", b"PK est une abr\xe9viation", "a.txt"),
    ("text", b"%PD", "a.txt"),
    ("text", b"", "a.txt"),
    ("web", page(f"<p>{BODY}</p>"), "a.html"),
    ("web", page(f"<p>{BODY}</p>"), "a.xml"),
    ("web", b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C'><html/>", "a.xml"),
    ("docx", docx(run("x")), "a.bin"),
    ("odt", odt_file("<text:p>x</text:p>"), "a.zip"),
    ("unread", packed({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "a.docx"),
    ("unread", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "a.docx"),
    ("unread", b"{\\rtf1\\ansi}", "a.txt"),
    ("unread", b"\x89PNG\r\n\x1a\n" + bytes(20), "a.txt"),
    ("unread", b"\xff\xd8\xff\xe0" + bytes(20), "a.html"),
    ("unread", b"Rar!\x1a\x07\x01\x00", "a.zip"),
    ("unread", bytes(257) + b"ustar" + bytes(300), "a.tar"),
    ("eml", (HEADERS + "\r\n" + TEXT).encode(), "a.txt"),
    ("mbox", box("un", "deux"), "Inbox"),
    ("mhtml", saved(), "a.txt"),
    ("mhtml", saved().replace(b"Snapshot-Content-Location", b"X"), "a.txt"),
    ("eml", (HEADERS + "\r\n" + TEXT).encode(), "a.mht"),
    ("feed", rss("<title>T</title>"), "a.html"),
    ("feed", ATOM.encode(), "a.xml"),
    ("feed", ATOM.encode("utf-16"), "a.xml"),
    ("pdf", pdf(lines("x")), "a.txt"),
    ("pdf", b"\n\n" + pdf(lines("x")), "a"),
    ("warc", archive(ONE), "a.gz"),
    ("warc", archive(ONE, packed=False), "a.txt"),
    ("gzip", gzip.compress(TEXT.encode(), mtime=0), "a.txt.gz"),
    ("zip", packed({"a.txt": TEXT}), "a.docx"),
    ("xml", b"<?xml version='1.0'?><newsItem><p>x</p></newsItem>", "a.xml"),
    ("jsonl", b'{"text": "x"}\n', "a.jsonl"),
]


@pytest.mark.parametrize(("name", "data", "file"), FILES, ids=[f"{name}-{n}" for n, (name, _, _) in enumerate(FILES)])
def test_content_says_who_reads_a_file(name, data, file):
    assert recognise(given(data, file)).name == name


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("xml", "<TEI><p>x</p></TEI>"),
        ("factiva-xml", "<ppsarticle><article/></ppsarticle>"),
        ("xmi", "<xmi:XMI xmlns:xmi='http://www.omg.org/XMI' xmlns:cas='http:///uima/cas.ecore'/>"),
        ("companion", "<typeSystemDescription/>"),
    ],
)
def test_xml_in_utf_16_is_xml(name, content, encoding):
    declared = f"<?xml version='1.0' encoding='UTF-16'?>\n{content}"
    assert recognise(given(declared.encode(encoding), "a.xml")).name == name


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_recognising_raises_nothing_on_any_bytes(reader):
    for _, data, file in FILES:
        for part in (data, data[:3], data[3:], data[: len(data) // 2], data[::-1], data.replace(b"<", b"\0")):
            reader.recognises(given(part, file), part)


OURS = {
    "import/article.docx": "docx",
    "import/article.eml": "eml",
    "import/article.warc.gz": "warc",
    "import/encodings/article.mac-roman.txt": "text",
    "import/encodings/article.utf-16-le-sans-bom.txt": "text",
    "huggingface/spans.parquet": "unread",
    "tei/tei_inline.xml": "xml",
}
MINE = {"docx", "odt", "zip", "gzip", "pdf", "warc", "eml", "mbox", "mhtml", "feed", "web"}


@pytest.mark.skipif(not SAMPLES.exists(), reason="the shared samples are elsewhere")
def test_samples_of_the_real_programs_are_taken_by_none_but_their_own():
    for path in sorted(SAMPLES.rglob("*")):
        if path.is_file() and not path.name.startswith("README"):
            name, wanted = recognise(file_source(path)).name, OURS.get(path.relative_to(SAMPLES).as_posix())
            assert name == wanted or (wanted is None and name not in MINE), path


def test_a_file_packed_alone_is_read_as_it_was():
    (inner,) = gzipped.READER.members(given(gzip.compress(TEXT.encode(), mtime=0), "note.txt.gz"))
    assert isinstance(inner, Source)
    assert (inner.name, inner.label, inner.data().decode()) == ("note.txt", "note", TEXT)
    with inner.open() as file:
        assert (file.seek(0, 2), file.seek(3), file.read(5).decode()) == (len(TEXT.encode()), 3, "texte")


@pytest.mark.parametrize(
    "data",
    [gzip.compress(b"0" * 50_000_000, mtime=0), gzip.compress(TEXT.encode(), mtime=0)[:-20], b"\x1f\x8b\x08"],
    ids=["a bomb", "cut", "a head alone"],
)
def test_a_packed_bomb_or_a_damaged_file_ends_in_a_sentence(data):
    (inner,) = gzipped.READER.members(given(data, "a.txt.gz"))
    assert isinstance(inner, Source)
    with pytest.raises(InputError):
        inner.data(100_000_000)


def test_other_xml_is_refused():
    xml = next(reader for reader in READERS if reader.name == "xml")
    assert "newsItem".lower() in refusal(xml, b"<?xml version='1.0'?><newsItem/>", "a.xml")
