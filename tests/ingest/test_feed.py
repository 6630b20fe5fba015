"""Feeds kept as files: an article an entry, and nothing is ever fetched."""

from __future__ import annotations

import socket

import pytest

from depeche.core.article import DateOrigin
from depeche.core.record import to_line
from depeche.errors import InputError
from depeche.ingest.readers.feed import READER
from tests.growth import soon
from tests.ingest.given import found, given, only, refusal

BODY = "<p>Le ministre&nbsp;: «&#8239;non&#8239;».</p><p>Un <b>second</b> paragraphe &amp; fin 👩‍👧</p>"
TEXT = "Le ministre\u00a0: «\u202fnon\u202f».\nUn second paragraphe & fin 👩\u200d👧"


def rss(*items: str, head: str = "", top: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    entries = "".join(f"<item>{item}</item>" for item in items)
    return f"{top}<rss version='2.0' {spaces}><channel><title>Le Fanal</title>{head}{entries}</channel></rss>".encode()


def test_an_entry_s_whole_content_goes_before_its_summary():
    item = (
        "<title>Vers l’hiver&#160;: l’attente &amp; la suite</title><link>https://fanal.example/1</link><guid>id-1</guid>"
        "<pubDate>Sun, 13 Jul 2025 23:30:00 +0200</pubDate><dc:creator>Jeanne Morel</dc:creator>"
        "<category>Monde</category>"
        f"<description>Le résumé</description><content:encoded><![CDATA[{BODY}]]></content:encoded>"
    )
    article = only(READER, rss(item, head="<language>fr</language>"), "x.rss")
    assert (article.text, article.title) == (TEXT, "Vers l’hiver\u00a0: l’attente & la suite")
    assert (article.date, article.date_origin) == ("2025-07-13", DateOrigin.GIVEN)
    assert (article.source, article.url) == ("Le Fanal", "https://fanal.example/1")
    assert article.meta == {
        "author": "Jeanne Morel",
        "section": "Monde",
        "language": "fr",
        "provider_id": "id-1",
        "time": "Sun, 13 Jul 2025 23:30:00 +0200",
    }


def test_atom_with_html_xhtml_and_plain_text():
    def entry(kind: str, content: str) -> str:
        day = "<updated>2025-07-13T01:00:00Z</updated>"
        return f"<entry><title>T</title>{day}<content type='{kind}'>{content}</content></entry>"

    escaped = BODY.replace("&", "&amp;").replace("<", "&lt;")
    xhtml = "<div xmlns='http://www.w3.org/1999/xhtml'><p>Un&#160;: deux</p><p>trois</p></div>"
    data = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Le Fanal</title>"
        f"{entry('html', escaped)}{entry('xhtml', xhtml)}{entry('text', 'si a &lt;b> c&#8239;!')}</feed>"
    ).encode()
    all_found = found(READER, data, "x.atom")
    assert [one.record.article.text for one in all_found] == [TEXT, "Un\u00a0: deux\ntrois", "si a <b> c\u202f!"]
    assert [one.place for one in all_found] == ["entrée 1", "entrée 2", "entrée 3"]


def test_rdf_and_other_encodings():
    data = (
        '<?xml version="1.0" encoding="iso-8859-1"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>Été</title></channel>'
        "<item><title>À Nîmes</title><description>L'été à Nîmes.</description></item></rdf:RDF>"
    )
    for encoding in ("iso-8859-1", "utf-16"):
        article = only(READER, data.replace("iso-8859-1", encoding).encode(encoding), "x.xml")
        assert (article.text, article.title, article.source) == ("L'été à Nîmes.", "À Nîmes", "Été")


def test_entries_without_text_are_refused_one_by_one():
    all_found = found(
        READER, rss("<title>Seul</title>", "<title>T</title><description>Un texte</description>"), "x.rss"
    )
    assert isinstance(all_found[0].record, InputError)
    assert all_found[1].record.article.text == "Un texte"


def test_a_feed_that_breaks_off_is_told_at_its_last_entry():
    data = rss(*["<title>T</title><description>Une phrase entière de plus.</description>"] * 2)
    assert [one.note for one in found(READER, data, "x.rss")] == ["", ""]
    one, two = found(READER, data[: data.rindex(b"de plus")], "x.rss")
    assert (one.note, "s’arrête dans cette entrée" in str(two.record)) == ("", True)
    one, two = found(READER, data[: data.rindex(b"</item>")], "x.rss")
    assert (one.note, "s’arrête avant sa fin" in two.note) == ("", True)


def test_nothing_is_fetched(monkeypatch):
    def refuse(*values: object) -> None:
        raise AssertionError(values)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    data = rss(
        "<title>T</title><description>Un &x; texte</description><link>http://127.0.0.1:1/</link>",
        top='<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/a.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    )
    assert "root:" not in only(READER, data, "x.rss").text
    assert found(READER, b"http://127.0.0.1:1/feed", "x.rss")
    assert found(READER, b"/etc/hostname", "x.rss")


def test_half_characters_and_null_characters_reach_no_article():
    bad = "<title>a&#xD800;b</title><description>%s</description><author>&#0;x</author>"
    for text in (
        "un&#xD800;deux",
        "un&#0;deux",
        "&lt;p>un&amp;#xD800;deux",
        "un \ud800".encode("utf-8", "replace").decode(),
    ):
        for one in found(READER, rss(bad % text), "x.rss"):
            record = one.record
            assert isinstance(record, InputError) or to_line(record).encode("utf-8").count(b"\\u0000") == 0


LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10 if n else 'ha'}'>" for n in range(10))


@pytest.mark.parametrize(
    "data",
    [
        rss("<title>T</title><description>&l9;</description>", top=f"<!DOCTYPE rss [{LAUGHS}]>"),
        rss("<title>T</title><description>" + "<b>" * 100_000 + "</description>"),
        rss("<title>T</title><description><![CDATA[" + "<b>" * 100_000 + "]]></description>"),
        rss("<title " + " ".join(f"a{n}='1'" for n in range(50_000)) + ">T</title><description>x</description>"),
        b"<rss><channel>" + b"<item>" * 100_001,
        b"<rss><channel>" + b"<item><description>x" * 3_000,
        b"<rss version='2.0'><channel><item><description>&lt;" + b"<![CDATA[" * 10_000,
    ],
)
def test_hostile_feeds_end_soon_in_articles_or_sentences(data):
    with soon():
        for one in found(READER, data, "x.rss"):
            assert isinstance(one.record, InputError) or len(one.record.article.text) < 400_000


def test_what_isn_t_a_feed():
    assert "aucune entrée" in refusal(READER, rss(), "x.rss")
    for data in (b"<html><rss>", b"<?xml version='1.0'?><feed><a/></feed>", b"Le flux <rss>", b"", b"<?xml", b"<!--"):
        assert not READER.recognises(given(data, "x.xml"), data)
    assert READER.recognises(given(rss(), "x.txt"), rss())
