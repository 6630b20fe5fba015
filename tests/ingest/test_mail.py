"""Mails: the letter's own words, the day it was sent, and what hangs on it named."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from depeche.core.article import DateOrigin
from depeche.errors import InputError
from depeche.ingest.flowed import unflowed
from depeche.ingest.readers import mail, mbox
from tests.growth import soon
from tests.ingest.given import found, given, only, refusal

SHARED = Path(__file__).resolve().parents[3] / "shared"
TEXT = "Bonjour,\n\nLe traité de Tunis\u00a0: «\u202fun début\u202f», dit-il 👩\u200d👧.\n> cité\nÀ bientôt"
HEADERS = (
    "From: Jeanne Morel <jm@exemple.invalid>\r\nTo: a@exemple.invalid\r\nSubject: =?utf-8?q?L=E2=80=99accord_de?=\r\n"
    " =?utf-8?q?_Tunis?=\r\nDate: Sun, 13 Jul 2025 23:30:00 +0200\r\n"
    "Message-ID: <1@exemple.invalid>\r\nMIME-Version: 1.0\r\n"
)


def made(**parts: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "L’accord", "jm@exemple.invalid"
    if "plain" in parts:
        message.set_content(parts["plain"])
    if "html" in parts:
        add = message.add_alternative if "plain" in parts else message.set_content
        add(parts["html"], subtype="html")
    return message


def test_a_letter_with_its_day_author_and_title():
    data = (HEADERS + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + TEXT.replace("\n", "\r\n")).encode()
    article = only(mail.READER, data, "x.eml")
    assert (article.text, article.title) == (TEXT, "L’accord de Tunis")
    assert (article.date, article.date_origin) == ("2025-07-13", DateOrigin.GIVEN)
    assert article.meta == {
        "author": "Jeanne Morel",
        "time": "2025-07-13T23:30:00+02:00",
        "provider_id": "1@exemple.invalid",
    }


@pytest.mark.parametrize("encoding", ["7bit", "8bit", "quoted-printable", "base64"])
def test_transfer_encodings(encoding):
    message = EmailMessage()
    message.set_content(TEXT if encoding != "7bit" else "Rien que de l'ASCII", cte=encoding)
    message["From"] = "a@exemple.invalid"
    wanted = TEXT if encoding != "7bit" else "Rien que de l'ASCII"
    assert only(mail.READER, message.as_bytes(), "x.eml").text == wanted


@pytest.mark.parametrize(
    ("charset", "said"),
    [("cp1252", "iso-8859-1"), ("utf-8", "iso-8859-1"), ("cp1252", "utf-8"), ("cp1252", "inconnu"), ("utf-8", "")],
)
def test_wrong_charsets(charset, said):
    text = "L’été à Nîmes, où l’on s’est déjà réuni\u00a0: « oui »."
    data = f"From: a@b.invalid\r\nContent-Type: text/plain; charset={said}\r\n\r\n".encode() + text.encode(charset)
    assert only(mail.READER, data, "x.eml").text == text


def test_plain_text_is_preferred_and_html_read_where_there_is_none():
    assert only(mail.READER, made(plain=TEXT, html="<p>autre").as_bytes(), "x.eml").text == TEXT
    html = "<html><body><p>Un&nbsp;: «&#8239;deux&#8239;»</p><div>trois<br><br>quatre</div>"
    html = f"{html}<script>x</script></body></html>"
    wanted = "Un\u00a0: «\u202fdeux\u202f»\ntrois\n\nquatre"
    assert only(mail.READER, made(html=html).as_bytes(), "x.eml").text == wanted
    assert only(mail.READER, made(plain="\n", html=html).as_bytes(), "x.eml").text == wanted


@pytest.mark.parametrize("with_picture", [False, True])
def test_a_stub_that_points_to_the_html_doesn_t_stand_in_for_it(with_picture):
    message = made(plain="Voir la version HTML.", html=f"<p>{TEXT}</p><p>Le reste de l’article suit ici.</p>")
    if with_picture:
        message.get_payload()[1].add_related(b"GIF89a", maintype="image", subtype="gif", cid="<1>")
    (one,) = found(mail.READER, message.as_bytes(), "x.eml")
    assert one.record.article.text.endswith("Le reste de l’article suit ici.")
    assert "Voir la version" not in one.record.article.text
    assert "version HTML" in one.note


def test_attachments_are_named_and_not_read():
    message = made(plain=TEXT)
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="note é.pdf")
    message.add_attachment("un texte joint", filename="joint.txt")
    inner = made(plain="Un autre message")
    message.add_attachment(inner)
    (one,) = found(mail.READER, message.as_bytes(), "x.eml")
    assert one.record.article.text == TEXT
    assert "note é.pdf, joint.txt" in one.note
    assert "rfc822" in one.note


def test_text_between_pictures_is_all_read():
    message = EmailMessage()
    message["From"] = "a@b.invalid"
    message.make_mixed()
    for text in ("Avant", "Après"):
        part = EmailMessage()
        part.set_content(text)
        message.attach(part)
    assert only(mail.READER, message.as_bytes(), "x.eml").text == "Avant\n\nAprès"


def test_flowed_lines_are_put_together():
    sent = "Une ligne \nqui suit.\n>> Une citation \n>> longue\n> autre\n -- \n From ici\n-- \nSignature \nfin"
    assert unflowed(sent) == ("Une ligne qui suit.\n>> Une citation longue\n> autre\n-- \nFrom ici\n-- \nSignature fin")
    assert unflowed("am \nbigu", delete_space=True) == "ambigu"
    data = b"From: a@b.invalid\r\nContent-Type: text/plain; format=flowed\r\n\r\nUn \r\ndeux\r\n"
    assert only(mail.READER, data, "x.eml").text == "Un deux"


def test_headers_in_raw_bytes_and_broken_dates():
    for encoding in ("utf-8", "cp1252"):
        data = "From: Zoé <z@b.invalid>\r\nSubject: L’été à Nîmes\r\nDate: hier\r\n\r\nTexte".encode(encoding)
        article = only(mail.READER, data, "x.eml")
        assert (article.title, article.date, article.date_origin) == ("L’été à Nîmes", None, DateOrigin.UNKNOWN)
        assert article.meta["author"] == "Zoé"


def test_what_can_t_be_stored_is_replaced_in_headers():
    data = b"From: a\0b <a@b.invalid>\r\nSubject: =?utf-8?q?un=00deux=ED=A0=80?=\r\nMessage-ID: <x\0y>\r\n\r\nTexte"
    article = only(mail.READER, data, "x.eml")
    said = article.title + "".join(article.meta.values())
    assert "\0" not in said
    assert said.encode("utf-8")


def box(*texts: str) -> bytes:
    day = "From - Sun Jul 13 12:00:00 2025\r\n"
    return "".join(f"{day}{HEADERS}\r\n{text}\r\n\r\n" for text in texts).encode()


def test_a_folder_of_mails():
    data = box("Un\r\n>From là", "", "Trois\r\n\r\nFrom ici, rien")
    assert mbox.READER.recognises(given(data, "Courrier"), data)
    all_found = found(mbox.READER, data, "Courrier")
    assert [one.place for one in all_found] == ["message 1", "message 2", "message 3"]
    texts = [one.record if isinstance(one.record, InputError) else one.record.article.text for one in all_found]
    assert texts[0] == "Un\nFrom là"
    assert "pas de texte" in str(texts[1])
    assert texts[2] == "Trois\n\nFrom ici, rien"
    assert "aucun message" in refusal(mbox.READER, b"Un texte", "x.mbox")


@pytest.mark.parametrize(
    ("data", "name", "is_mail"),
    [
        ((HEADERS + "\r\nx").encode(), "x", True),
        (b"Subject: x\r\n\r\ny", "x.eml", True),
        (b"From: moi\nDate: hier\nSubject: rien\n\nUn texte.", "x.txt", False),
        (b"Titre: le monde\n\nUn texte.", "x.txt", False),
        (b"Pas de champ", "x.eml", False),
        (b"", "x.eml", False),
        (b"WARC/1.0\r\nContent-Type: x\r\n", "x", False),
    ],
)
def test_a_mail_is_known_by_its_headers(data, name, is_mail):
    assert mail.READER.recognises(given(data, name), data) is is_mail


def nested(depth: int) -> bytes:
    head = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(depth))
    return f"From: a@b.invalid\r\n{head}Content-Type: text/plain\r\n\r\ntexte".encode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (nested(5_000), "trop de parties"),
        (b"From: a@b.invalid\r\n\r\n" + b"\n" * 1_000_001, "trop de parties"),
        (b"From: a@b.invalid\r\n\r\n" + b"x" * 16_000_001, "dépasse 16"),
        (b"From: a@b.invalid\r\n\r\n  \r\n", "pas de texte"),
        (b"From: a@b.invalid\r\n\r\nun\0deux", "pas du texte"),
        (b"From: a@b.invalid\r\nContent-Type: text/html\r\n\r\n" + b"<div>" * 50_000 + b"x", "imbriquées"),
    ],
)
def test_hostile_mails_are_refused_in_a_sentence_and_soon(data, said):
    with soon():
        assert said in refusal(mail.READER, data, "x.eml")


@pytest.mark.parametrize(
    "value", ["(" * 100_000, '"' * 100_000, "=?" * 50_000, "a@" * 50_000, "<" * 100_000, ";" * 100_000]
)
@pytest.mark.parametrize("header", ["From", "Subject", "Date", "Content-Type", "Content-Disposition"])
def test_hostile_headers_cost_nothing(header, value):
    with soon():
        data = f"From: a@b.invalid\r\n{header}: {value}\r\n\r\nUn texte".encode()
        (one,) = found(mail.READER, data, "x.eml")
        assert isinstance(one.record, InputError) or one.record.article.text == "Un texte"


@pytest.mark.skipif(not SHARED.exists(), reason="the shared samples are elsewhere")
def test_the_sample_s_text_is_that_of_the_article():
    folder = SHARED / "data/format-samples/import"
    text = (folder / "encodings/article.utf-8.txt").read_bytes().decode()
    article = only(mail.READER, (folder / "article.eml").read_bytes(), "x.eml")
    lines = [line for line in text.split("\n") if line]
    assert [article.title, *(line for line in article.text.split("\n") if line)] == lines
