"""PDF: what its text layer says, page by page, and no file that keeps the program busy for ever."""

from __future__ import annotations

import io
import zlib

import pytest
from pypdf import PdfWriter

from depeche.core.article import DateOrigin
from depeche.errors import InputError
from depeche.ingest.readers.pdf import READER
from tests.growth import soon
from tests.ingest.given import found, only, refusal


def pdf(*pages: bytes, extra: tuple[bytes, ...] = (), resources: bytes = b"", info: bytes = b"") -> bytes:
    """A file with these content streams; further objects are numbered from 4 + 2 × pages."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count))
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), font]
    for n, content in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>%s>>>>"
            % (5 + 2 * n, resources)
        )
        packed = zlib.compress(content)
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed))
    objects += extra
    file = io.BytesIO()
    file.write(b"%PDF-1.4\n")
    places = []
    for n, one in enumerate(objects, 1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (n, one))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    file.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    file.write(b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, info, start))
    return file.getvalue()


def lines(*said: str) -> bytes:
    shown = b" T* ".join(b"(%s) Tj" % line.encode("cp1252") for line in said)
    return b"BT /F1 12 Tf 14 TL 50 700 Td " + shown + b" ET"


def test_text_by_pages_and_where_each_begins():
    data = pdf(lines("L’été à Nîmes", "une confé-", "rence"), b"", lines("Page trois"))
    (one,) = found(READER, data, "2024-05-06.pdf")
    article = one.record.article
    assert article.text == "L’été à Nîmes\nune confé-\nrence\n\nPage trois"
    assert article.meta == {"pages": [0, 30, 32], "page": "1-3"}
    assert article.text[32:] == "Page trois"
    assert article.title == "L’été à Nîmes"
    assert (article.date, article.date_origin) == ("2024-05-06", DateOrigin.INFERRED)
    assert "PDF" in one.note
    assert "coupés" in one.note


def test_properties_name_title_and_author_and_a_day_to_be_confirmed():
    about = b"/Info<</Title(La revue)/Author(Jeanne Morel)/CreationDate(D:20240506101112+02'00')>>"
    article = only(READER, pdf(lines("Un texte"), info=about), "x.pdf")
    assert (article.title, article.meta["author"]) == ("La revue", "Jeanne Morel")
    assert (article.date, article.date_origin) == ("2024-05-06", DateOrigin.INFERRED)


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(lines("Un secret"))))
    writer.encrypt(user_password=password, owner_password="o", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_encrypted_files_are_refused_unless_no_password_is_needed_to_read():
    assert "chiffré" in refusal(READER, encrypted("p"), "x.pdf")
    assert only(READER, encrypted(""), "x.pdf").text == "Un secret"


@pytest.mark.parametrize("content", [b"", b"q 100 0 0 100 0 0 cm /Im1 Do Q"])
def test_files_of_images_are_refused(content):
    assert "images" in refusal(READER, pdf(content), "x.pdf")


def test_unreadable_characters_are_counted():
    (one,) = found(READER, pdf(b"BT /F1 12 Tf 50 700 Td (un\\000deux) Tj ET"), "x.pdf")
    assert isinstance(one.record, InputError) or "\0" not in one.record.article.text


FORM = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>/Length %d>>stream\n%s\nendstream"


def forms(depth: int, first: int) -> tuple[bytes, ...]:
    """Each draws the next ten times."""
    draw = b"/X Do " * 10
    return tuple(FORM % (first + 1 + min(n + 1, depth - 1), len(draw), draw) for n in range(depth))


@pytest.mark.parametrize(
    "data",
    [
        pdf(b"/X Do", extra=forms(1, 5), resources=b"/XObject<</X 6 0 R>>"),
        pdf(b"/X Do", extra=forms(12, 5), resources=b"/XObject<</X 6 0 R>>"),
        pdf(b" " * 300_000_000),
        pdf(b"BT /F1 12 Tf " + b"(x) Tj " * 1_500_000 + b"ET"),
        pdf(b"[" * 100_000),
        pdf(b"<<" * 100_000),
        pdf(b"(" * 1_000_000),
        pdf(lines("x")).replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]"),
        pdf(lines("x")).replace(b"/Kids[4 0 R]/Count 1", b"/Kids[4 0 R]/Count 9999999"),
        pdf(lines("x")).replace(b"/Length ", b"/Length 5 0 R%"),
        pdf(lines("x")).replace(b"/Parent 2 0 R", b"/Parent 4 0 R"),
        pdf(*[lines("x")] * 501),
        b"%PDF-1.4\n" + b"1 0 obj\n" * 50_000,
        b"%PDF-1.4\nstartxref\n0\n%%EOF",
        b"%PDF-1.7",
    ],
    ids=range(15),
)
def test_hostile_files_end_soon_in_a_sentence_or_a_text(data):
    with soon():
        (one,) = found(READER, data, "x.pdf")
        assert isinstance(one.record, InputError) or len(one.record.article.text) < 4_000_000
