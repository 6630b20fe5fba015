"""Word and LibreOffice documents: all that is read on the page, in its order, and nothing that isn't."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from depeche.core.article import DateOrigin
from depeche.ingest.readers import odt, unread, word
from tests.ingest.given import found, given, only, refusal

SHARED = Path(__file__).resolve().parents[3] / "shared"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def docx(*paragraphs: str, **properties: object) -> bytes:
    """A document whose paragraphs are the given content of `w:p`."""
    document = Document()
    document.core_properties.comments = ""
    for content in paragraphs:
        document.element.body.insert(-1, parse_xml(f"<w:p {W} {MC}>{content}</w:p>"))
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    return saved(document)


def saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def with_members(data: bytes, changed: Mapping[str, str | bytes]) -> bytes:
    """The archive with members added, or in place of others of that name."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    return packed({**members, **changed})


def packed(members: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in members.items():
            new.writestr(name, content)
    return file.getvalue()


def test_text_as_it_is_with_spaces_hyphens_tabs_and_line_breaks():
    data = docx(
        run("À Tunis\u00a0: «\u202fnon\u202f»") + "<w:r><w:tab/></w:r>" + run("e\u0301 👩\u200d👧"),
        run("porte") + "<w:r><w:noBreakHyphen/><w:t>parole</w:t><w:softHyphen/><w:br/><w:t>suite</w:t></w:r>",
        "",
        run("fin"),
    )
    text = "À Tunis\u00a0: «\u202fnon\u202f»\te\u0301 👩\u200d👧\nporte\u2011parole\nsuite\n\nfin"
    assert only(word.READER, data, "x.docx").text == text


def test_tables_links_and_changes_and_boxes_in_order():
    box = f"<w:txbxContent><w:p>{run('encadré')}</w:p></w:txbxContent>"
    document = Document(
        io.BytesIO(
            docx(
                run("Avant ")
                + f'<w:hyperlink w:anchor="a">{run("le lien")}</w:hyperlink>'
                + f'<w:ins w:author="A" w:id="1">{run(" ajouté")}</w:ins>'
                + '<w:del w:author="A" w:id="2"><w:r><w:delText>retiré</w:delText></w:r></w:del>'
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>masqué</w:t></w:r>"
                + f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
                + f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
                + run(" puis")
            )
        )
    )
    table = document.add_table(2, 2)
    for n, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"case {n}" if n != 2 else ""
    document.add_paragraph("Après")
    document.sections[0].header.paragraphs[0].text = "EN-TÊTE"
    (one,) = found(word.READER, saved(document), "x.docx")
    assert one.record.article.text == "Avant le lien ajouté puis\nencadré\ncase 0\ncase 1\ncase 3\nAprès"
    assert "modifications" in one.note
    assert "masqué" in one.note


def test_notes_go_to_the_end_in_the_order_in_which_they_are_called():
    note = "<w:r><w:footnoteReference w:id='%d'/></w:r>"
    data = docx(run("Un") + note % 3 + run(" deux") + note % 2)
    notes = "".join(f"<w:footnote w:id='{n}'><w:p>{run(f'note {n}')}</w:p></w:footnote>" for n in (-1, 2, 3))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    members["word/footnotes.xml"] = f"<w:footnotes {W}>{notes}</w:footnotes>".encode()
    members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", f'<Relationship Id="rN" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode()
    )
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{NOTES}"/></Types>'.encode()
    )
    (one,) = found(word.READER, packed(members), "x.docx")
    assert one.record.article.text == "Un deux\n\nnote 3\nnote 2"
    assert "2 notes" in one.note


def test_properties_give_title_and_author_and_a_date_only_to_be_confirmed():
    said = {"title": "L’accord", "author": "Jeanne Morel", "created": datetime(2024, 3, 5, 10)}
    article = only(word.READER, docx(run("Le texte."), **said), "x.docx")
    assert (article.title, article.meta) == ("L’accord", {"author": "Jeanne Morel"})
    assert (article.date, article.date_origin) == ("2024-03-05", DateOrigin.INFERRED)
    document = Document()
    document.add_paragraph("Sans rien")
    article = only(word.READER, saved(document), "x.docx")
    assert (article.title, article.meta, article.date) == ("Sans rien", {}, None)


def odt_file(body: str, meta: str = "") -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "meta", "draw")
    )
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {spaces} {dc}><office:meta>{meta}</office:meta></office:document-meta>",
        }
    )


def test_libreoffice_documents():
    body = (
        "<text:tracked-changes><text:deletion><text:p>retiré</text:p></text:deletion></text:tracked-changes>"
        "<text:h>Titre\u00a0: un</text:h>"
        "<text:p>Deux<text:s text:c='2'/>trois<text:tab/>«\u202f<text:span>oui</text:span>"
        "\u202f»<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>La note</text:p>"
        "</text:note-body></text:note>, a-t-il\n   dit<text:line-break/>ensuite.</text:p><text:p/>"
        "<table:table><table:table-row><table:table-cell><text:p>case</text:p></table:table-cell><table:table-cell>"
        "<text:p/></table:table-cell></table:table-row></table:table><text:p>Fin<draw:frame><draw:text-box><text:p>boîte"
        "</text:p></draw:text-box></draw:frame>.</text:p>"
    )
    data = odt_file(body, "<dc:title>Le titre</dc:title><meta:creation-date>2024-05-06T10:00:00</meta:creation-date>")
    (one,) = found(odt.READER, data, "x.odt")
    article = one.record.article
    assert article.text == (
        "Titre\u00a0: un\nDeux  trois\t«\u202foui\u202f», a-t-il dit\nensuite.\n\ncase\nFin.\nboîte\n\nLa note"
    )
    assert (article.title, article.date, article.date_origin) == ("Le titre", "2024-05-06", DateOrigin.INFERRED)
    assert "notes" in one.note


BOMB = f'<!DOCTYPE a [<!ENTITY b "{"x" * 1000}"><!ENTITY c "{"&b;" * 1000}"><!ENTITY d "{"&c;" * 1000}">]>'


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"word/document.xml": "<w:document"}, "abîmé"),
        ({"word/document.xml": "0" * 40_000_000}, "fois sa taille"),
        ({"word/media/x.png": b"0" * 250_000_000}, "dépasse"),
        ({"word/document.xml": f"<w:document {W}><w:body>{'<w:sdt>' * 100_000}"}, "abîmé"),
        ({"_rels/.rels": "<a/>"}, "abîmé"),
        ({"word/document.xml": f"<w:document {W}><w:body/></w:document>"}, "pas de texte"),
    ],
)
def test_hostile_documents_are_refused(changed, said):
    assert said in refusal(word.READER, with_members(docx(run("texte")), changed), "x.docx")


def test_entities_expand_to_nothing():
    bomb = f"{BOMB}<w:document {W}><w:body><w:p>{run('avant &d; après')}</w:p></w:body></w:document>"
    data = with_members(docx(run("texte")), {"word/document.xml": bomb})
    (one,) = found(word.READER, data, "x.docx")
    assert "xxx" not in str(one.record)
    bomb = f"{BOMB}<text:p xmlns:text='urn:x'>&d;</text:p>"
    assert "xxx" not in str(found(odt.READER, with_members(odt_file(""), {"content.xml": bomb}), "x.odt")[0].record)


def test_what_isn_t_read_says_what_to_do():
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert ".docx" in refusal(unread.READER, old, "x.doc")
    assert ".eml" in refusal(unread.READER, old, "x.msg")
    assert ".csv" in refusal(unread.READER, old, "x.xls")
    assert ".docx" in refusal(unread.READER, b"{\\rtf1\\ansi texte}", "x.rtf")
    assert ".csv" in refusal(unread.READER, packed({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "x.xlsx")
    assert "livre" in refusal(unread.READER, packed({"mimetype": "application/epub+zip"}), "x.epub")
    assert "système" in refusal(unread.READER, b"[.ShellClassInfo]", "desktop.ini")
    for data in (b"MZ, le texte", b"ID3 est un texte", b"BZh", b"", b"II*"):
        assert not unread.READER.recognises(given(data, "x.txt"), data)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared samples are elsewhere")
def test_the_sample_s_text_is_that_of_the_article():
    folder = SHARED / "data/format-samples/import"
    text = (folder / "encodings/article.utf-8.txt").read_bytes().decode()
    article = only(word.READER, (folder / "article.docx").read_bytes(), "article.docx")
    assert article.text.split("\n") == [line for line in text.split("\n") if line]
