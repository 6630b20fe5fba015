"""Web pages: the article alone, every character as the page has it, and what is hostile refused in a sentence."""

from __future__ import annotations

import pytest

from depeche.core.article import DateOrigin
from depeche.ingest import markup
from depeche.ingest.left_out import left_out
from depeche.ingest.reader import Asked
from depeche.ingest.readers.web import READER
from depeche.ingest.restored import restored
from tests.growth import soon
from tests.ingest.given import found, given, only, refusal

BODY = (
    "Le porte-parole <b>Arnaud <i>Vasseur</i></b>&nbsp;a répondu&#8239;: «&nbsp;Nous n’irons pas&#x202f;», lundi. "
    "Selon lui, 25&#8239;000&nbsp;réfugiés <a href='/carte'>attendent</a> à la frontière, et la conférence de Tunis "
    "doit en décider 👩‍👩‍👧 avant l’hiver."
)
SEEN = (
    "Le porte-parole Arnaud Vasseur\u00a0a répondu\u202f: «\u00a0Nous n’irons pas\u202f», lundi. "
    "Selon lui, 25\u202f000\u00a0réfugiés attendent à la frontière, et la conférence de Tunis "
    "doit en décider 👩\u200d👩\u200d👧 avant l’hiver."
)


def page(body: str, head: str = "", lang: str = "fr") -> bytes:
    menu = "<nav><ul><li>Accueil<li>Monde<li>Vers l’hiver</ul></nav>"
    comments = "<div id='comments'><p>Un lecteur n’est pas d’accord du tout avec cet article.</p></div>"
    return (
        f"<!DOCTYPE html>\n<html lang={lang}><head><meta charset=utf-8><title>Vers l’hiver&nbsp;: l’attente | Le Fanal"
        f"</title>{head}</head><body>{menu}<article>{body}</article>{comments}<footer>© Le Fanal</footer></body></html>"
    ).encode()


def test_text_is_the_page_s_own_to_the_last_no_break_space():
    data = page(
        f"<h1>Vers l’hiver&nbsp;: l’attente</h1><p>{BODY}</p><h2>Vers&nbsp;l’hiver</h2><p>&nbsp;</p><p>{BODY}</p>"
    )
    article = only(READER, data, "attente.html")
    assert article.text == f"Vers l’hiver\u00a0: l’attente\n{SEEN}\nVers\u00a0l’hiver\n{SEEN}"
    assert article.title == "Vers l’hiver\u00a0: l’attente"
    assert found(READER, data, "attente.html")[0].note == ""


def test_declarations_in_a_doctype_are_no_text():
    data = page(f"<p>{BODY}</p>").replace(
        b"<!DOCTYPE html>", b"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>\n] >"
    )
    article = only(READER, data, "x.html")
    assert article.text == SEEN
    assert article.title.startswith("Vers l’hiver")


def test_lists_tables_line_breaks_quotes_and_preformatted_text_are_lines():
    data = page(
        f"<p>{BODY}</p><ul><li>un&nbsp;point</li><li>deux points<ul><li>trois</li></ul></li></ul>"
        f"<p>Avant<br>après {BODY}</p><table><tr><td>Tunis</td><td>3&#8239;%</td></tr></table>"
        f"<blockquote><p>{BODY}</p></blockquote><pre>un\n  deux</pre>"
    )
    assert only(READER, data, "x.html").text.split("\n") == [
        *[SEEN, "un\u00a0point", "deux points", "trois", "Avant", f"après {SEEN}", "Tunis", "3\u202f%", SEEN],
        *["un", "deux"],
    ]


def test_quotes_and_code_within_a_sentence_stay_there():
    data = page(
        f"<p>{BODY}</p><p>Il a dit&nbsp;: <q>oui, c’est <b>certain</b></q>, avant de partir vers la frontière.</p>"
        f"<p>La commande <code>ls</code> a tout montré, selon <q>Le Fanal</q>.</p><p>{BODY}</p>"
    )
    (one,) = found(READER, data, "x.html")
    assert one.record.article.text.split("\n") == [
        *[SEEN, "Il a dit\u00a0: oui, c’est certain, avant de partir vers la frontière."],
        *["La commande ls a tout montré, selon Le Fanal.", SEEN],
    ]


OTHER = "Une autre phrase assez longue, qui parle de la conférence de Tunis et de rien d’autre."


@pytest.mark.parametrize("missing", ["<div class=newsletter><p>{}</p></div>", "<div class=teaser><p>{}</p></div>"])
def test_what_is_left_out_between_two_paragraphs_is_told(missing):
    data = page(f"<p>{BODY}</p>{missing.format(OTHER)}<p>{BODY[::-1].translate({60: 32, 62: 32, 38: 32})}</p>")
    (one,) = found(READER, data, "x.html")
    assert OTHER not in one.record.article.text
    assert "un paragraphe au milieu de l’article n’a pas été pris : « Une autre phrase" in one.note


def test_what_is_left_out():
    long = [f"Le paragraphe numéro {word} est assez long pour compter ici." for word in ("un", "deux", "trois", "q")]
    first, second, third, fourth = long
    flowing = "\n".join([first, "x" * 50, first, "Menu", second, "Bouton", third, third, fourth, "x" * 60])
    assert left_out("\n".join([first, third, fourth]), flowing) == [second, third]
    assert left_out("\n".join([first, second, third, third, fourth]), flowing) == []
    assert left_out(first, f"{first}\n{second}\n{first}\n{third}") == []
    assert left_out(f"{first}\nFin de l’article.", f"{first}\n{first}\n{second}\nFin de l’article.") == [second]
    assert left_out(f"{second}\n{first}\nFin de l’article.", f"{second}\n{first}\n{first}\nFin de l’article.") == [
        first
    ]
    assert left_out("", flowing) == []


def test_pictures_saved_inside_the_page_don_t_count():
    picture = "<img src='data:image/png;base64," + "iVBORw0KGgo" * 1_000_000 + "'>"
    (one,) = found(READER, page(f"<p>{BODY}</p>{picture}<p>{BODY} Fin.</p>"), "x.html")
    assert one.record.article.text == f"{SEEN}\n{SEEN} Fin."


def test_a_page_that_breaks_off_is_told():
    data = page(f"<p>{BODY}</p><p>{OTHER}</p>")
    assert "s’arrête" not in found(READER, data, "x.html")[0].note
    assert "s’arrête" in found(READER, data[: data.index(b"Tunis et de rien")], "x.html")[0].note


def test_soft_hyphens_are_layout_and_left_out_with_a_word():
    (one,) = found(READER, page(f"<p>{BODY.replace('réfugiés', 'ré&shy;fu&shy;giés')}</p>"), "x.html")
    assert one.record.article.text == SEEN
    assert "césure" in one.note


def test_what_a_page_says_of_itself():
    head = (
        '<meta property="article:published_time" content="2025-07-13T23:30:00+02:00"><meta name=author content='
        '"Jeanne Morel"><meta property="og:site_name" content="Le Fanal"><link rel=canonical href="https://fanal.example/a">'
    )
    licence = '<p><a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></p>'
    article = only(READER, page(f"<p>{BODY}</p><p>{BODY}</p>{licence}", head), "x.html")
    assert (article.date, article.date_origin) == ("2025-07-13", DateOrigin.GIVEN)
    assert (article.source, article.url) == ("Le Fanal", "https://fanal.example/a")
    said = {"author": "Jeanne Morel", "language": "fr", "time": "2025-07-13T23:30:00+02:00", "licence": "CC BY 4.0"}
    assert article.meta == said


@pytest.mark.parametrize(
    ("head", "body", "name", "date", "origin"),
    [
        ('<script type="application/ld+json">{"datePublished": "2024-02-03"}</script>', "", "x", "2024-02-03", "given"),
        ("", '<time itemprop="datePublished" datetime="2024-02-03">3 février</time>', "x", "2024-02-03", "given"),
        ("", "", "2024-02-03_x", "2024-02-03", "inferred"),
        ("", "", "x", None, "unknown"),
        ('<meta property="article:published_time" content="2024-19-03">', "", "x", None, "unknown"),
    ],
)
def test_a_date_is_given_only_where_metadata_says_so(head, body, name, date, origin):
    article = only(READER, page(f"{body}<p>{BODY}</p>", head), f"{name}.html")
    assert (article.date, article.date_origin) == (date, origin)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso8859-1", "iso8859-15", "mac-roman"])
def test_encodings(encoding):
    html = f"<html><head><meta charset='{encoding}'></head><body><article><p>L’été à Nîmes, où l’on fête ça.</p>"
    html = f"{html}<p>À l’été, les écoles ferment à Nîmes.</p></article></body></html>"
    said = html.replace("’", "'") if encoding.startswith("iso") else html
    article = only(READER, said.encode(encoding), "x.html")
    assert "à Nîmes, où l" in article.text


def test_an_older_encoding_s_name_left_in_a_utf8_page_isn_t_believed_and_a_person_is():
    data = page(f"<p>{BODY}</p>").replace(b"charset=utf-8", b"charset=iso-8859-1")
    assert only(READER, data, "x.html").text == SEEN
    wrong = only(READER, page("<p>Un été entier à Nîmes et à Arles.</p>"), "x.html", Asked(encoding="cp1252")).text
    assert "Ã©" in wrong


def test_a_line_that_isn_t_in_the_page_is_kept_and_counted():
    text, missing = restored(["Rien de tel ici.", "Un deux trois"], "\nUn\u00a0deux\u202ftrois\n")
    assert (text, missing) == ("Rien de tel ici.\nUn\u00a0deux\u202ftrois", 1)


def test_a_line_with_something_in_between_is_found_in_pieces():
    text, missing = restored(
        ["Les députés ont voté : oui à tout ce projet"],
        "\nLes députés ont\u00a0voté (publicité) :\u202foui à tout ce projet",
    )
    assert (text, missing) == ("Les députés ont\u00a0voté :\u202foui à tout ce projet", 0)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (b"<html>" + b"<div>" * 100_000 + b"texte" + b"</div>" * 100_000, "imbriquées"),
        (b"<html><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">texte", "attributs"),
        (b"<html><p " + b" ".join(b'a%d=">"' % n for n in range(100_000)) + b">texte", "attributs"),
        (b"<html><body><p></p></body></html>", "aucun texte"),
        (b"<html>", ""),
        (b"<html>" + b"x" * (markup.LIMIT + 1), "dépasse"),
        (b"<html><p>un\0deux</p>", "pas du texte"),
        (b"<html>" + b"<i></i>" * 60_000, "trop de balises"),
        (b"<html><p>" + b"<b>un</b> deux " * 20_000, "à la suite"),
    ],
)
def test_hostile_pages_are_refused_in_a_sentence_and_soon(html, said):
    with soon():
        assert said in refusal(READER, html, "x.html")


def test_entities_aren_t_expanded_and_nothing_is_fetched():
    bomb = "<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>"
    data = (bomb + page(f"<p>{BODY}</p><p>&b; &c; et la suite de la phrase ici.</p>").decode()).encode()
    text = only(READER, data, "x.html").text
    assert SEEN in text
    assert "haha" not in text
    assert "root:" not in text


def test_the_same_page_gives_the_same_article():
    data = page(f"<p>{BODY}</p>" * 3)
    assert only(READER, data, "x.html") == only(READER, data, "x.html")


@pytest.mark.parametrize(
    ("data", "name", "is_web"),
    [
        (page("x"), "x.txt", True),
        (b"\xef\xbb\xbf  <!-- saved -->\n<HTML>", "x", True),
        ("<html><p>é".encode("utf-16"), "x", True),
        (b"<p>fragment", "x.htm", True),
        (b"<p>fragment", "x.txt", False),
        (b"Il a dit <html> tout court", "x.txt", False),
        (b"sans rien", "x.html", False),
        (b"", "x.html", False),
        (b'<?xml version="1.0"?><rss version="2.0">', "x.xml", False),
    ],
)
def test_a_page_is_known_by_its_beginning(data, name, is_web):
    assert READER.recognises(given(data, name), data) is is_web
