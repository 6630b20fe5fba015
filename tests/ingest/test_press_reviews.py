"""Press reviews from Europresse and Factiva: every article as it was printed, with all that is said of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.core.article import Article, DateOrigin
from depeche.errors import InputError
from depeche.ingest.html_tree import paragraphs, tree
from depeche.ingest.ingest import ingest
from depeche.ingest.kinds import recognise
from depeche.ingest.reader import AS_IT_IS, Asked, Found
from depeche.ingest.source import file_source
from depeche.ingest.text_file import LIMIT
from depeche.ingest.written_date import find_date
from tests.fixtures import make_project
from tests.ingest import press_samples as made


def found(folder: Path, content: str | bytes, asked: Asked = AS_IT_IS, name: str = "revue.HTML") -> list[Found]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    source = file_source(path)
    reader = recognise(source)
    assert reader.read is not None
    assert reader.name.startswith(("europresse", "factiva"))
    return list(reader.read(source, asked))


def articles(folder: Path, content: str | bytes, asked: Asked = AS_IT_IS) -> list[Article]:
    got = [one.record for one in found(folder, content, asked)]
    assert not [one for one in got if isinstance(one, InputError)]
    return [one.article for one in got if not isinstance(one, InputError)]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.html", made.europresse(made.article()), "europresse"),
        ("a.txt", made.europresse(made.article_rdp()), "europresse"),
        ("a.htm", made.europresse_old(), "europresse"),
        ("a.html", made.europresse(made.article()).encode("utf-16"), "europresse"),
        ("a.html", made.europresse("<!-- " + "x" * 200_000 + " Europresse -->", made.article()), "europresse"),
        ("a.html", made.factiva(made.coded()), "factiva"),
        ("a.html", made.factiva(made.plain()), "factiva"),
        ("a.html", made.factiva("<script>" + "x" * 200_000 + "</script>", made.plain()), "factiva"),
        ("a.xml", made.factiva_xml(), "factiva-xml"),
        ("a.html", "<html><body><article class='x'><p>Europresse, une page.</p></article></body></html>", "web"),
        ("a.html", "<html><head><title>Factiva</title></head><body><div class='article'>x</div></body></html>", "web"),
        ("a.txt", "La classe « DocPublicationName » d’Europresse et <article> : un texte sur le HTML.", "text"),
    ],
)
def test_a_press_review_is_told_from_other_files(tmp_path, name, content, kind):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert recognise(file_source(path)).name == kind


def test_todays_europresse_is_read_whole(tmp_path):
    first, second = articles(tmp_path, made.europresse(made.article(1), made.article(2, title="Autre")))
    assert first.text == second.text == made.TEXT
    assert (first.title, second.title) == ("La trêve tient", "Autre")
    assert (first.date, first.date_origin) == ("2023-03-14", DateOrigin.GIVEN)
    assert first.source == "La Gazette du lac"
    assert first.name == "news·20230315·GL·0000001"
    assert first.meta == {
        "section": "Monde",
        "page": "12",
        "author": "Aline Roche",
        "kicker": "DIPLOMATIE",
        "licence": "© 2023 Gazette du lac. Tous droits réservés.",
        "provider": "Europresse",
        "provider_id": first.name,
        "source_code": "GL",
    }


def test_the_newer_europresse_has_subtitle_issue_and_address(tmp_path):
    (one,) = articles(tmp_path, made.europresse(made.article_rdp()))
    assert one.text == made.TEXT
    assert one.title == "Après la trêve, le silence"
    assert (one.date, one.source, one.url) == ("2022-12-22", "Le Courrier (site web)", "https://courrier.example/a/1")
    assert one.meta["subtitle"] == "Les deux camps s’observent"
    assert one.meta["kicker"] == "Analyse"
    assert one.meta["author"] == "Jean Bel et Lou Vial"
    assert (one.meta["issue"], one.meta["words"], one.meta["page"]) == ("no. 43018", "1387", "8,9")
    assert one.meta["licence"] == "© 2022 Le Courrier. All rights reserved."
    assert one.name == "news·20221222·LC·00001"


def test_the_old_europresse_is_read_although_its_page_misstates_the_charset(tmp_path):
    for content in (made.europresse_old().encode("utf-8"), made.europresse_old().encode("cp1252")):
        first, second = articles(tmp_path, content)
        assert first.text == "Première phrase, trêves et «\u00a0mots\u00a0». Suite en gras.\n\nSecond paragraphe."
        assert (first.title, first.date, first.source) == ("La trêve tient", "2012-10-04", "La Gazette du lac")
        assert first.name == "news·20121004·GL·1856190"
        assert first.meta["author"] == "Aline Roche"
        assert first.meta["kicker"] == "Un sommet sous tension"
        assert (first.meta["section"], first.meta["page"], first.meta["issue"]) == ("Éditorial", "03", "no. 5968")
        assert first.meta["licence"] == "© 2012 Gazette du lac. Tous droits réservés."
        assert second.text == "Le texte commence ici, sans nom.\n\nIl finit là."
        assert (second.title, second.date) == ("Sans auteur", "2012-10-03")
        assert "author" not in second.meta


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Un.<p></p><b>Gras</b> fin.<br>{number}", "Un.\n\nGras fin."),
        ("Un.<p></p>Il finit. Numéro de document : {number}", "Un.\n\nIl finit."),
        ("Un.<p></p>Il finit.<br>Número de documento: {number}<p>{number}", "Un.\n\nIl finit."),
        ("Un.<table><tr><td>Nantes</td><td>3</td></tr></table>La suite.<p>{number}", "Un.\n\nNantes 3\n\nLa suite."),
        ("Un.<p></p>Deux.<br>© 2008 Le Lac. Tous droits réservés.<p>{number}", "Un.\n\nDeux."),
        ("Un.<p></p>© 2008 Le Lac.<br>Tous droits réservés.<p>{number}", "Un."),
        ("Un.<p></p>Deux.<table><tr><td>Ce certificat est émis à X</td></tr></table>Y", "Un.\n\nDeux."),
    ],
)
def test_the_old_europresse_ends_at_its_number_and_no_sooner(tmp_path, body, text):
    number = "<span id='PubliC_lblNodoc'>news·20080303·LM·1</span>"
    (one,) = articles(
        tmp_path,
        "<html><body><span class=DocPublicationName>La Gazette</span><br><span class=DocHeader>lundi 3 mars 2008</span>"
        f"<br><span class=TitreArticleVisu>T</span><br><p></p>{body.format(number=number)}</body></html>",
    )
    assert one.text == text
    assert one.name in ("news·20080303·LM·1", "revue-1")


@pytest.mark.parametrize(
    "page",
    [
        made.europresse(made.article(1), made.article(2)),
        made.europresse_old(),
        made.factiva(made.coded(), made.coded()),
    ],
    ids=["europresse", "europresse-old", "factiva"],
)
def test_a_file_that_breaks_off_says_so_at_its_last_article(tmp_path, page):
    assert not [one.note for one in found(tmp_path, page) if "s’arrête" in one.note]
    at = page.rindex("</p>" if "</p>" in page else "fin")
    cut = found(tmp_path, page[:at])
    assert "s’arrête avant" not in cut[0].note
    assert isinstance(cut[-1].record, InputError) or "s’arrête avant" in cut[-1].note


def test_one_document_saved_from_the_portal_is_read_as_well(tmp_path):
    page = made.europresse(made.article_rdp())
    for tag in ("article", "header", "section", "footer"):
        page = page.replace(f"<{tag}>", "<div>").replace(f"</{tag}>", "</div>")
    (one,) = articles(tmp_path, page)
    assert (one.text, one.title, one.date) == (made.TEXT, "Après la trêve, le silence", "2022-12-22")
    assert (one.meta["subtitle"], one.meta["author"]) == ("Les deux camps s’observent", "Jean Bel et Lou Vial")
    assert one.name == "news·20221222·LC·00001"


@pytest.mark.parametrize(
    ("line", "date", "meta"),
    [
        ("Politique, mardi 14 mars 2006, p. 12", "2006-03-14", {"section": "Politique", "page": "12"}),
        ("mardi 14 mars 2006, Politique, p. MDE6", "2006-03-14", {"section": "Politique", "page": "MDE6"}),
        (
            "samedi 1er août 2020 - 20:05:03 UTC +02:00 - 650 mots",
            "2020-08-01",
            {"time": "20:05:03 UTC +02:00", "words": "650"},
        ),
        ("Front Page, Friday, June 13, 2024, p. A1", "2024-06-13", {"section": "Front Page", "page": "A1"}),
        ("Février 2019, p. 8", "2019-02", {"page": "8"}),
        ("Monde, mardi 31 février 2006", "2023-03-15", {}),
    ],
)
def test_the_line_of_the_header_is_read_in_any_order(tmp_path, line, date, meta):
    (one,) = articles(tmp_path, made.europresse(made.article(line=line)))
    assert one.date == date
    assert one.meta.items() >= meta.items()
    assert one.date_origin is (DateOrigin.GIVEN if meta else DateOrigin.INFERRED)


def test_notes_and_captions_stay_out_of_the_text_and_are_kept(tmp_path):
    aside = "<div><p><b>Illustration(s) : </b></p> <p></p> <div><p>Un col.</p></div></div> <div><b>Note(s) : </b></div>"
    (one,) = articles(tmp_path, made.europresse(made.article(aside=aside, body=made.BODY + "<aside>Encadré</aside>")))
    assert one.text == made.TEXT
    assert one.meta["notes"].split("\n") == ["Encadré", "Illustration(s) :", "Un col."]


def test_what_stands_beside_the_text_is_kept_as_a_note(tmp_path):
    body = made.BODY + "</div><p>Hors du cadre.</p></div></div><p>Plus loin.</p>"
    (one,) = articles(tmp_path, made.europresse(made.article(body=body)))
    assert one.text == made.TEXT
    assert one.meta["notes"] == "Hors du cadre.\nPlus loin."


def test_escaped_markup_is_read_as_markup_and_a_less_than_as_itself(tmp_path):
    body = "&lt;p&gt;Un &lt;b&gt;mot&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Deux.&lt;/p&gt;"
    first, second = articles(
        tmp_path, made.europresse(made.article(body=body), made.article(2, body="<p>a &lt; b &lt;p&gt;</p>"))
    )
    assert first.text == "Un mot.\n\nDeux."
    assert second.text == "a < b <p>"


def test_an_article_that_cant_be_read_is_refused_by_its_number_and_the_counts_add_up(tmp_path):
    bad = [
        made.article(2, body=""),
        made.article(3, body="<p>un\0deux</p>"),
        made.article(4, body="<div>" * 1500 + "x"),
    ]
    page = made.europresse(made.article(1), *bad, made.article(5, body="<p>Cinq.</p>"), made.article(6))
    path = tmp_path / "revue.html"
    path.write_text(page, encoding="utf-8")
    with make_project(tmp_path / "p", {}) as project:
        done = ingest(project, [path])
    assert (done.read, done.new, done.known, len(done.refused)) == (6, 2, 1, 3)
    assert [n for n in (2, 3, 4) if f"article {n} : " in done.refused[n - 2].replace("\u202f", " ")] == [2, 3, 4]


def test_two_texts_under_one_number_are_both_kept(tmp_path):
    path = tmp_path / "revue.html"
    path.write_text(made.europresse(made.article(1), made.article(1, body="<p>Version revue.</p>")), encoding="utf-8")
    with make_project(tmp_path / "p", {}) as project:
        assert ingest(project, [path]).new == 2


def test_articles_are_cut_alike_wherever_the_pieces_read_end(tmp_path, monkeypatch):
    page = made.europresse(*(made.article(n, body=f"<p>Article n° {n}, é.</p>") for n in range(7)))
    whole = articles(tmp_path, page)
    assert len(whole) == 7
    for size in (7, 64, 1000):
        monkeypatch.setattr("depeche.ingest.press_review._PIECE", size)
        assert articles(tmp_path, page) == whole
        assert [one.text for one in articles(tmp_path, page.encode("utf-16"))] == [one.text for one in whole]


def test_an_article_beyond_the_limit_is_refused_and_the_next_one_read(tmp_path):
    page = made.europresse(
        made.article(1), made.article(2, body="<p>" + "mot " * (LIMIT // 4) + "</p>"), made.article(3)
    )
    _first, second, third = found(tmp_path, page)
    assert isinstance(second.record, InputError)
    assert (second.place, third.place) == ("article 2", "article 3")
    assert not isinstance(third.record, InputError)
    assert third.record.article.text == made.TEXT


def test_a_guessed_encoding_is_told_once_and_a_confirmed_one_is_honoured(tmp_path):
    page = made.factiva(made.plain(), made.plain("GAZLAC0020111229e7ct0003t")).encode("cp1252")
    assert [one.note for one in found(tmp_path, page)] == ["lu comme cp1252", ""]
    assert {one.text for one in articles(tmp_path, page, Asked(encoding="cp1252"))} == {"Un mots coupé.\n\nDeux."}
    with pytest.raises(InputError, match="utf-8"):
        found(tmp_path, page, Asked(encoding="utf-8"))
    with pytest.raises(InputError, match="n’est pas connu"):
        found(tmp_path, page, Asked(encoding="klingon"))


def test_broken_characters_are_repaired_only_when_asked(tmp_path):
    broken = made.europresse(made.article(title="Traité rompu")).encode("utf-8").decode("cp1252", "replace")
    if "\ufffd" in broken:  # what cp1252 has no character for; Latin-1 has one for all
        broken = made.europresse(made.article(title="Traité rompu")).encode("utf-8").decode("latin-1")
    (as_is,) = found(tmp_path, broken)
    assert "abîmés" in as_is.note
    (mended,) = found(tmp_path, broken, Asked(repair=True))
    assert not isinstance(mended.record, InputError)
    assert mended.record.article.text == made.TEXT
    assert mended.record.article.title == "Traité rompu"


def test_factivas_coded_display_is_read_whole(tmp_path):
    first, second = articles(
        tmp_path, made.factiva(made.coded(), made.coded("GAZLAC0020111229e7ct0004u", day="2018 年 9 月 14 日 17:04"))
    )
    assert (
        first.text == "Le chapeau parle d’une trêves longue.\n\nLe corps\u00a0: «\u00a0Fabrique et fils\u00a0».\n\nFin."
    )
    assert (first.title, first.source, first.date) == ("La trêve tient", "La Gazette du lac", "2011-12-29")
    assert first.name == "GAZLAC0020111229e7ct0001r"
    assert (
        first.meta.items()
        >= {
            "section": "Monde",
            "author": "Aline Roche",
            "words": "295 mots",
            "time": "15:32",
            "source_code": "GAZLAC",
            "page": "26",
            "language": "fr",
            "licence": "(c) Gazette du lac.",
            "subjects": "gpol : Politique | gcat : Nouvelles",
            "provider_id": first.name,
        }.items()
    )
    assert second.date == "2018-09-14"


def test_factivas_plain_display_is_read_whole(tmp_path):
    (one,) = articles(tmp_path, made.factiva(made.plain()))
    assert one.text == "Un mots coupé.\n\nDeux."
    assert (one.title, one.source, one.date) == ("La trêve tient", "La Gazette du lac", "2018-01-09")
    assert one.name == "GAZLAC0020111229e7ct0002s"
    assert one.meta == {
        "section": "Monde",
        "author": "Aline Roche",
        "credit": "Envoyée spéciale à Genève",
        "words": "1 295 mots",
        "time": "08:15",
        "source_code": "GAZLAC",
        "edition": "Édition du soir",
        "page": "12",
        "language_name": "Französisch",
        "language": "fr",
        "licence": "Copyright 2018 Gazette du lac.",
        "notes": "Photo\u00a0: une vallée.",
        "publisher": "Presses du lac",
        "provider": "Factiva",
        "provider_id": "GAZLAC0020111229e7ct0002s",
    }


def test_what_ends_a_paragraph_before_its_time_is_no_loss(tmp_path):
    kept = (
        '<p class="articleParagraph frarticleParagraph">Avant.</p><p class="articleParagraph frarticleParagraph">'
        '<pre class="articlePre" >\n \nIntertitre \n </pre>\r\n</p><p>Entre deux.</p>'
        '<p class="articleParagraph frarticleParagraph">Après<table><tr><td>12</td><td>%</td></tr></table> et fin.</p>'
    )
    page = made.factiva(made.plain()).replace(
        '<p class="articleParagraph frarticleParagraph">Deux.</p>',
        kept + '<p class="articleParagraph frarticleParagraph"><pre>Dernier</pre></p>',
    )
    (one,) = articles(tmp_path, page)
    assert one.text.split("\n\n") == [
        "Un mots coupé.", "Avant.", "Intertitre", "Entre deux.", "Après", "12 %", "et fin.", "Dernier"
    ]  # fmt: skip
    assert one.meta["notes"] == "Photo\u00a0: une vallée."


def test_a_headline_without_text_is_refused_by_its_number(tmp_path):
    first, second = found(tmp_path, made.factiva(made.coded(body=False), made.coded()))
    assert isinstance(first.record, InputError)
    assert (first.place, second.place) == ("article 1", "article 2")


def test_factivas_xml_is_read_and_what_is_missing_told(tmp_path):
    first, second = found(tmp_path, made.factiva_xml(), name="a.xml")
    assert isinstance(second.record, InputError)
    assert not isinstance(first.record, InputError)
    one = first.record.article
    assert one.text == "Le chapeau.\n\nLe corps de la trêves\u00a0: 25\u202f000.\n\nFin."
    assert (one.title, one.date, one.source) == ("TRÊVE - elle tient", "2012-01-09", "La Gazette du lac")
    assert one.meta.items() >= {"language": "fr", "page": "85", "regions": "fra : France", "time": "01:35:58Z"}.items()


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml.replace("?>", '?><!DOCTYPE a [<!ENTITY b "xx"><!ENTITY c "&b;&b;">]>', 1).replace(
            "Fin.", "&c;"
        ),
        lambda xml: xml.replace("?>", '?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>', 1).replace(
            "Fin.", "&b;"
        ),
        lambda xml: xml[:-200],
        lambda xml: xml.replace("Le chapeau.", "x" * (LIMIT + 1)),
        lambda xml: xml.replace("<leadParagraph>", "<a>" * 5000, 1),
    ],
)
def test_hostile_xml_ends_in_a_sentence(tmp_path, change: Callable[[str], str]):
    try:
        got = found(tmp_path, change(made.factiva_xml()), name="a.xml")
    except InputError:
        return
    assert isinstance(got[0].record, InputError)


@pytest.mark.parametrize(
    "body",
    [
        "<p " + " ".join(f"a{n}=''" for n in range(60_000)) + ">x</p>",
        "<b><i>" * 20_000 + "x",
        "<p>" * 100_000 + "x",
        "</p>" * 100_000 + "x",
        "&" * 300_000,
        "<a b='" * 50_000,
        "<!--" * 50_000,
        "&#0;&#xD800;&#x110000;&#1;x",
    ],
)
def test_hostile_markup_ends_soon_in_an_article_or_a_refusal(tmp_path, body):
    first, *others = found(tmp_path, made.europresse(made.article(1, body=body), made.article(2)))
    assert isinstance(first.record, InputError) or first.record.article.text.encode("utf-8")
    assert len(others) <= 1


def test_every_article_stands_in_the_file_word_by_word(tmp_path):
    page = made.europresse(made.article(), made.article_rdp())
    shown = " ".join(" ".join(paragraphs(tree(page))).replace("\n", " ").split(" "))
    for one in articles(tmp_path, page):
        for paragraph in one.text.split("\n\n"):
            assert paragraph.replace("\n", " ") in shown


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("le 1er janvier 2020", "2020-01-01"),
        ("9 Januar 1993", "1993-01-09"),
        ("12 de marzo de 2019", "2019-03-12"),
        ("22 DÉCEMBRE 2022", "2022-12-22"),
        ("9 января 1993", "1993-01-09"),
        ("Sept. 3, 2021", "2021-09-03"),
        ("2023-07-04T10:00", "2023-07-04"),
        ("de juin 2021 au 3 mai 2022", "2022-05-03"),
        ("le 31 juin 2020", None),
        ("numéro 12 de 2020", None),
        ("", None),
    ],
)
def test_written_dates(said, iso):
    got = find_date(said)
    assert (got[0] if got else None) == iso


def test_preformatted_lines_and_lists_keep_their_lines():
    root = tree("<div><pre>Un\r\n  deux\n\ntrois </pre><ul><li>a</li><li>b<br><br>c</li></ul><p>&nbsp;</p>\n d </div>")
    assert paragraphs(root) == ["Un\n  deux\n\ntrois", "a", "b\n\nc", "d"]


def test_what_is_said_of_an_article_is_plain_words(tmp_path):
    for one in articles(tmp_path, made.europresse(made.article(), made.article_rdp())):
        assert all(isinstance(value, str) and value for value in one.meta.values())
        assert dataclasses.replace(one).title.isprintable()
