"""One or more good files of each kind, small, as the programs write them: what mutations begin with."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from email.message import EmailMessage
from typing import Any

TEXT = "Crue à Belmare\n\nLe préfet Ombreval a compté 25\u202f000 sinistrés 😀 mardi 12 juillet : « Nous tenons. »\n"
_WORDS = {
    "Belmare": "ACTOR",
    "Ombreval": "ACTOR",
    "25\u202f000": "FIGURE",
    "mardi 12 juillet": "DATE",
    "« Nous tenons. »": "QUOTE",
}
SPANS = [(TEXT.index(words), TEXT.index(words) + len(words), label) for words, label in _WORDS.items()]
Files = dict[str, bytes]
"""What lies in a folder, by name; the first is the one that is read."""


def seeds() -> dict[str, list[Files]]:
    """Return good files by the name of what they are; a reader's own name where it is one."""
    return {
        "jsonl": [_lines("a.jsonl", *(_own(n) for n in range(3)))],
        "huggingface": [_lines("a.jsonl", _hugging_face())],
        "spacy-json": [
            _lines("a.jsonl", {"text": TEXT, "entities": [list(one) for one in SPANS]}),
            {"a.json": _json([{"text": TEXT, "entities": [list(one) for one in SPANS]}] * 2)},
        ],
        "prodigy": [_lines("a.jsonl", _prodigy())],
        "doccano": [
            _lines("a.jsonl", {"id": 1, "text": TEXT, "label": [list(one) for one in SPANS], "Comments": []}),
            _lines("a.jsonl", {"id": 1, "text": TEXT, "entities": _doccano(), "relations": []}),
        ],
        "label-studio": [{"a.json": _json([_label_studio()] * 2)}],
        "brat": [{"a.txt": TEXT.encode(), "a.ann": _ann()}],
        "conll": [{"a.conll": _conll()}],
        "xmi": [{"a.xmi": _xmi(), "TypeSystem.xml": _TYPES.encode()}],
        "table": [
            {
                "a.csv": ("id;titre;texte;date\r\n" + f'1;"Un ; titre";"{TEXT}";12/07/2025\r\n' * 3).encode(
                    "cp1252", "replace"
                )
            },
            {"a.tsv": b"title\ttext\nA\tUn texte\nB\tUn autre texte\n"},
        ],
        "europresse": [{"a.html": _EUROPRESSE.encode()}, {"a.html": _EUROPRESSE_OLD.encode("latin-1")}],
        "factiva": [{"a.html": _FACTIVA.encode()}],
        "factiva-xml": [{"a.xml": _FACTIVA_XML.encode()}],
        "web": [{"a.html": _WEB.encode()}],
        "docx": [{"a.docx": _docx()}],
        "odt": [{"a.odt": _odt()}],
        "eml": [{"a.eml": _eml()}],
        "mhtml": [{"a.mhtml": _mhtml()}],
        "mbox": [{"a.mbox": (b"From zoe@exemple.invalid Sun Jul 13 10:00:00 2025\n" + _eml() + b"\n") * 2}],
        "feed": [{"a.rss": _RSS.encode()}, {"a.xml": _ATOM.encode()}],
        "pdf": [{"a.pdf": _pdf()}],
        "warc": [{"a.warc": _warc()}, {"a.warc.gz": gzip.compress(_warc(), mtime=0)}],
        "zip": [{"a.zip": _zip({"un.txt": TEXT.encode(), "b/deux.jsonl": _lines("x", _own(1))["x"]})}],
        "unread": [
            {"a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)},
            {"a.rtf": b"{\\rtf1 Crue}"},
            {"a.jpg": b"\xff\xd8\xff\xe0" + bytes(99)},
        ],
        "companion": [{"annotation.conf": b"[entities]\nACTOR\n"}, {"TypeSystem.xml": _TYPES.encode()}],
        "text": [
            {"a.txt": TEXT.encode()},
            {"a.txt": TEXT.encode("utf-16")},
            {"a.txt": b"L'\xe9t\xe9 \xe0 No\xebl \x80"},
        ],
    }


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _lines(name: str, *data: Any) -> Files:
    return {name: b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in data)}


def _own(n: int) -> dict[str, Any]:
    spans = [{"start": s, "end": e, "label": name, "text": TEXT[s:e], "status": "added"} for s, e, name in SPANS]
    return {
        "id": f"a{n}",
        "text": TEXT + str(n),
        "title": "Crue",
        "date": "2025-07-13",
        "meta": {"page": n},
        "spans": spans,
        "state": "done",
    }


def _hugging_face() -> dict[str, Any]:
    spans = [
        {"start": start, "end": end, "label": label, "kind": None, "value": ["x"], "text": TEXT[start:end],
         "status": "added", "annotator": "Zoé", "attributes": '{"power": "x"}'}
        for start, end, label in SPANS
    ]  # fmt: skip
    return {"id": "a", "text": TEXT, "title": None, "licence": "CC0", "spans": spans, "tokens": ["Crue"],
            "ner_tags": ["O"], "meta": '{"licence": "CC0"}', "extra": None}  # fmt: skip


def _prodigy() -> dict[str, Any]:
    spans = [{"start": s, "end": e, "label": label, "token_start": 0, "token_end": 0} for s, e, label in SPANS]
    tokens = [{"text": TEXT, "start": 0, "end": len(TEXT), "id": 0, "ws": False}]
    return {
        "text": TEXT,
        "tokens": tokens,
        "spans": spans,
        "meta": {"id": "a"},
        "answer": "accept",
        "_input_hash": 1,
        "_task_hash": 2,
        "_view_id": "spans_manual",
    }


def _doccano() -> list[dict[str, Any]]:
    return [{"id": n, "label": name, "start_offset": s, "end_offset": e} for n, (s, e, name) in enumerate(SPANS)]


def _label_studio() -> dict[str, Any]:
    result = [
        {
            "id": f"r{s}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": s, "end": e, "text": TEXT[s:e], "labels": [name]},
        }
        for s, e, name in SPANS
    ]
    work = {"id": 1, "completed_by": 1, "result": result, "was_cancelled": False, "ground_truth": False}
    guess = {"model_version": "v", "score": 0.5, "result": result[:1]}
    return {"id": 1, "data": {"text": TEXT}, "annotations": [work], "predictions": [guess]}


def _ann() -> bytes:
    lines = [f"T{n}\t{label} {s} {e}\t{TEXT[s:e]}" for n, (s, e, label) in enumerate(SPANS, 1)]
    lines += [
        "R1\tDit Arg1:T2 Arg2:T5",
        "A1\tVerifie T1",
        "N1\tReference T1 Wikidata:Q1\tBelmare",
        "#1\tAnnotatorNotes T1\tnote",
    ]
    return ("\n".join(lines) + "\n").encode()


def _conll() -> bytes:
    rows = [
        "-DOCSTART- -X- O O",
        "",
        "Crue NOUN _ O",
        "à ADP _ O",
        "Belmare PROPN _ B-ACTOR",
        "",
        "Le DET _ O",
        "préfet NOUN _ O",
        "Jean PROPN _ B-ACTOR",
        "Ombreval PROPN _ I-ACTOR",
        "",
    ]
    return ("\n".join(rows) + "\n").encode()


_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription>
<name>de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity</name><description/>
<supertypeName>uima.tcas.Annotation</supertypeName><features><featureDescription><name>value</name><description/>
<rangeTypeName>uima.cas.String</rangeTypeName></featureDescription></features></typeDescription></types>
</typeSystemDescription>
"""


def _xmi() -> bytes:
    def units(at: int) -> int:
        return len(TEXT[:at].encode("utf-16-le")) // 2

    named = "".join(
        f'<ner:NamedEntity xmi:id="{n}" sofa="1" begin="{units(s)}" end="{units(e)}" value="{label}"/>'
        for n, (s, e, label) in enumerate(SPANS, 2)
    )
    text = TEXT.replace("\n", "&#10;")
    return (
        '<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" '
        'xmlns:cas="http:///uima/cas.ecore" '
        'xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmi:version="2.0">'
        f'<cas:NULL xmi:id="0"/>{named}<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" '
        f'sofaString="{text}"/><cas:View sofa="1" members="2 3 4 5 6"/></xmi:XMI>'
    ).encode()


_EUROPRESSE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Europresse</title></head><body>
<article><header><div class="rdp__DocPublicationName">
<span class="DocPublicationName">Le Courrier de Tarsis, no. 12</span></div>
<span class="DocHeader">Politique, mardi 15 juillet 2025, p. 12</span>
<div class="titreArticle">
<p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">La <mark>crue</mark> gagne Belmare</p></div>
<p class="sm-margin-bottomNews">Zoé Ombreval</p></header>
<section><div class="docOcurrContainer">
<p>Le préfet a parlé\u00a0: «\u00a0Nous <mark>tenons</mark>.\u00a0»</p>
<p>Il reste 600 soldats.</p></div></section>
<footer><small>© 2025 Le Courrier de Tarsis</small></footer>
<div class="publiC-lblNodoc">news·20250715·CT·001</div></article>
<article>
<span class="DocPublicationName">L'Écho</span><span class="DocHeader">lundi 14 juillet 2025</span>
<p class="titreArticleVisu">Autre titre</p><div class="DocText clearfix"><p>Un autre texte.</p></div>
<span id="PubliC_lblNodoc">news·20250714·EC·002</span></article></body></html>"""
_EUROPRESSE_OLD = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
</head><body>
<table><tr><td><span class="DocPublicationName">Le Courrier</span>
<span class="DocHeader">Monde, mardi 14 mars 2006, p. 12</span>
<span class="TitreArticleVisu">L'\xe9t\xe9 \xe0 Tarsis</span><p></p>Un premier alin\xe9a.<p></p>
Un second alin\xe9a.<p></p>
<span id="PubliC_lblNodoc">news\xb720060314\xb7LC\xb71</span></td></tr></table></body></html>"""
_FACTIVA = """<html><head><meta charset="utf-8"><title>Factiva</title></head><body>
<div class="article frArticle"><table><tr><td><b>HD</b></td><td>La crue gagne Belmare</td></tr>
<tr><td><b>BY</b></td><td>Zoé Ombreval</td></tr><tr><td><b>WC</b></td><td>295 mots</td></tr>
<tr><td><b>PD</b></td><td>29 décembre 2011</td></tr><tr><td><b>SN</b></td><td>Le Courrier de Tarsis</td></tr>
<tr><td><b>LA</b></td><td>Français</td></tr><tr><td><b>CY</b></td><td>Copyright 2011</td></tr>
<tr><td><b>LP</b></td><td>
<p class="articleParagraph frarticleParagraph">Le préfet a parlé.</p></td></tr>
<tr><td><b>TD</b></td><td>
<p class="articleParagraph frarticleParagraph">Il reste 600 soldats.</p></td></tr>
<tr><td><b>AN</b></td><td>Document TESTFR0020111229e7ct0001r</td></tr></table></div></body></html>"""
_WEB = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>La crue gagne Belmare</title>'
    '<meta property="article:published_time" content="2025-07-13T10:00:00+02:00"></head><body><nav>Menu</nav><article>'
    "<h1>La crue gagne Belmare</h1>"
    + "<p>Le préfet Ombreval a dit\u00a0: «\u00a0Nous tenons encore la vallée\u00a0» mardi devant "
    "25\u202f000 sinistrés rassemblés.</p>" * 5 + "</article><script>alert(1)</script></body></html>"
)
_FACTIVA_XML = """<?xml version="1.0" encoding="UTF-8"?><ppsArticleResponse><ppsarticle><article>
<accessionNo>TESTFR0020111229e7ct0001r</accessionNo><sourceName>Le Courrier de Tarsis</sourceName>
<baseLanguage>fr</baseLanguage>
<publicationDate><date>2011-12-29</date></publicationDate>
<headline><paragraph>La crue gagne Belmare</paragraph></headline>
<byline>Zoé Ombreval</byline><leadParagraph>
<paragraph>Le préfet a parlé&#160;: «&#160;Nous <hlt>tenons</hlt>.&#160;»</paragraph>
</leadParagraph><tailParagraphs><paragraph>Il reste 600 soldats.</paragraph></tailParagraphs></article>
</ppsarticle>
</ppsArticleResponse>"""
_RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Le Courrier</title>
<link>https://exemple.invalid/</link><item><title>La crue</title><link>https://exemple.invalid/1</link><guid>1</guid>
<pubDate>Sun, 13 Jul 2025 10:00:00 +0200</pubDate>
<description>&lt;p&gt;Le préfet a parlé mardi.&lt;/p&gt;</description></item>
<item><title>Autre</title><description><![CDATA[<p>Un autre <b>texte</b>.</p>]]></description></item></channel></rss>"""
_ATOM = """<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Le Courrier</title>
<id>urn:x</id><updated>2025-07-13T10:00:00Z</updated><entry><title>La crue</title><id>urn:1</id>
<updated>2025-07-13T10:00:00Z</updated>
<content type="html">&lt;p&gt;Le préfet a parlé.&lt;/p&gt;</content></entry></feed>"""


def _docx() -> bytes:
    from docx import Document

    document = Document()
    document.core_properties.title = "La crue"
    document.add_heading("La crue gagne Belmare", 1)
    document.add_paragraph("Le préfet a parlé\u00a0: «\u00a0Nous tenons.\u00a0»")
    document.add_table(1, 2).rows[0].cells[0].text = "600"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _odt() -> bytes:
    office = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    words = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {office} {words} office:version="1.3">'
        '<office:body><office:text><text:h text:outline-level="1">La crue gagne Belmare</text:h>'
        "<text:p>Le préfet a<text:s/>parlé\u00a0: «\u00a0Nous <text:span>tenons</text:span>.\u00a0»</text:p>"
        "</office:text></office:body></office:document-content>"
    )
    return _zip(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": body.encode()}, zipfile.ZIP_STORED
    )


def _mhtml() -> bytes:
    message = EmailMessage()
    message["From"], message["Snapshot-Content-Location"] = "<Saved by Blink>", "https://exemple.invalid/crue"
    message.set_content(_WEB, subtype="html", cte="quoted-printable")
    message.add_related(b"GIF89a", maintype="image", subtype="gif", cid="<1>")
    return message.as_bytes()


def _eml() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Zoé <zoe@exemple.invalid>", "claire@exemple.invalid"
    message["Subject"], message["Date"] = "La crue gagne Belmare 😀", "Sun, 13 Jul 2025 10:00:00 +0200"
    message.set_content("Le préfet a parlé.\nIl reste 25\u202f000 soldats.\n")
    message.add_alternative("<html><body><p>Le préfet a parlé.</p></body></html>", subtype="html")
    message.add_attachment(b"\0\1", maintype="application", subtype="octet-stream", filename="x.bin")
    return bytes(message)


def _pdf() -> bytes:
    words = b"BT /F1 12 Tf 72 720 Td (La crue gagne Belmare) Tj 0 -20 Td (Le pr\\351fet a parl\\351 mardi.) Tj ET"
    packed = zlib.compress(words)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for n, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, one)
    at = len(out)
    out += b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % at)


def _warc() -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _WEB.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "WARC-Target-URI: https://exemple.invalid/1\r\nWARC-Date: 2025-07-13T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def _zip(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()
