"""Pages saved in one file: read as the page, not as the mail in whose form they are."""

from __future__ import annotations

import quopri

from depeche.core.article import DateOrigin
from depeche.ingest.readers import mhtml
from tests.ingest.given import found, given, only, refusal
from tests.ingest.test_web import BODY, SEEN, page

URL = "https://lefanal.example/monde/attente"


def saved(body: str = f"<p>{BODY}</p>", head: str = "", kind: str = "text/html") -> bytes:
    """Return a page as Chrome saves it, with a picture and a frame."""
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: " + URL.encode() + b"\r\n"
        b"Subject: =?utf-8?Q?Vers=20l=E2=80=99hiver?=\r\nDate: Mon, 14 Jul 2025 10:02:11 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"\r\n'
        b"\r\n\r\n------MultipartBoundary--x----\r\nContent-Type: " + kind.encode() + b"\r\nContent-ID: <f@mhtml.blink>"
        b"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: " + URL.encode() + b"\r\n\r\n"
        + quopri.encodestring(page(body, head)) + b"\r\n------MultipartBoundary--x----\r\nContent-Type: image/gif\r\n"
        b"Content-Transfer-Encoding: base64\r\nContent-Location: https://lefanal.example/x.gif\r\n\r\nR0lGODlh\r\n"
        b"------MultipartBoundary--x----\r\nContent-Type: text/html\r\nContent-Location: cid:frame\r\n\r\n"
        b"<html><body>Annonce</body></html>\r\n------MultipartBoundary--x------\r\n"
    )  # fmt: skip


def test_it_is_the_article_of_the_page():
    article = only(mhtml.READER, saved(), "attente.mhtml")
    assert article.text == SEEN
    assert article.title.startswith("Vers l’hiver\u00a0: l’attente")
    assert article.url == URL
    assert "author" not in article.meta


def test_the_day_of_saving_isn_t_that_of_the_article():
    assert only(mhtml.READER, saved(), "attente.mhtml").date is None
    head = "<meta property='article:published_time' content='2025-07-02T08:00:00+02:00'>"
    article = only(mhtml.READER, saved(head=head), "attente.mhtml")
    assert (article.date, article.date_origin) == ("2025-07-02", DateOrigin.GIVEN)


def test_a_page_alone_in_the_encoding_of_its_header():
    data = page(f"<p>{BODY}</p>").replace(b"<meta charset=utf-8>", b"").replace("👩‍👩‍👧".encode(), b"")
    text = data.decode().replace("l’attente", "l\u2019été").encode("cp1252", "xmlcharrefreplace")
    head = (
        b"MIME-Version: 1.0\r\nContent-Location: http://a.example/\r\nContent-Type: text/html; charset=windows-1252\r\n"
    )
    article = only(mhtml.READER, head + b"\r\n" + text, "a.mht")
    assert "Nous n’irons pas\u202f»" in article.text
    assert article.title.startswith("Vers l’hiver\u00a0: l’été")
    assert article.url == "http://a.example/"


def test_what_has_no_page_is_refused_and_a_cut_one_ends_in_a_sentence_or_an_article():
    assert "pas de page web" in refusal(
        mhtml.READER, saved(kind="text/css").rpartition(b"------Mu")[0][:900], "a.mhtml"
    )
    data = saved()
    for end in range(0, len(data), 97):
        assert len(found(mhtml.READER, data[:end], "a.mhtml")) == 1
        mhtml.READER.recognises(given(data[:end], "a.mhtml"), data[:end])
