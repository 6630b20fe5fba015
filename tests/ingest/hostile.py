"""Files made to hurt whoever reads them (reliability.md, P13): made when asked for, small on the disk.

`FILES` maps a name to a function that makes its file or files in a folder. What they hold for the reader to leak or
fetch is `SECRET`; it must never come out.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.ingest.seeds import SPANS, TEXT, seeds

SECRET = "mot-de-passe-de-Tarsis"
HUGE = 500_000_000
Maker = Callable[[Path], None]
FILES: dict[str, Maker] = {}


def _made(name: str, data: bytes | str | Callable[[], bytes]) -> None:
    def make(folder: Path) -> None:
        said = data() if callable(data) else data
        (folder / name).write_bytes(said.encode() if isinstance(said, str) else said)

    FILES[name] = make


def make_all(folder: Path) -> int:
    """Make all of them, each in a folder of its own, and what they try to reach beside; return how many."""
    (folder / "secret.txt").write_text(SECRET)
    inside = folder / "fichiers"
    for name, make in FILES.items():
        place = inside / name.replace("/", "_").replace(".", "-")
        place.mkdir(parents=True)
        make(place)
    return len(FILES)


def _article(**said: Any) -> str:
    return json.dumps({"text": TEXT} | said) + "\n"


def _span(start: Any, end: Any, **said: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "label": "ACTOR", **said}


def _texts() -> None:
    _made("vide.txt", b"")
    _made("blancs.txt", b" \n\t\r\n\xc2\xa0")
    _made("bom.txt", b"\xef\xbb\xbf")
    _made("nul.txt", b"Crue \0 Belmare")
    _made("invalide.txt", b"Crue \xff\xfe\xc3( Belmare \x81")
    _made("demi-codet.txt", b"Crue \xed\xa0\x80 Belmare")
    _made("utf16-impair.txt", b"\xff\xfeC\0r\0u\0e")
    _made("utf32.txt", "Crue à Belmare".encode("utf-32"))
    _made("binaire.txt", bytes(range(256)) * 40)
    _made("elf", b"\x7fELF" + bytes(4000))
    _made("trop-long.txt", lambda: b"mot " * 17_000_000)
    _made("une-ligne.txt", lambda: b"m" * 1_000_000)
    _made("combinants.txt", "e" + "\u0301" * 200_000)
    _made("bidi.txt", "Le préfet \u202egnp.exe\u202c a parlé \u2066\u2067\u2068" * 100)
    _made("sans-suffixe", "Crue à Belmare.\n")
    for name in (
        "énorme.txt",
        "énorme.jsonl",
        "énorme.json",
        "énorme.csv",
        "énorme.html",
        "énorme.xmi",
        "énorme.eml",
        "énorme.conll",
        "énorme.rss",
        "énorme.pdf",
        "énorme.docx",
        "énorme.zip",
        "énorme.warc",
        "énorme.warc.gz",
    ):
        FILES[name] = _sparse(name)


_HEADS = {
    ".jsonl": b'{"text": "',
    ".json": b'[{"text": "',
    ".csv": b'text;id\n"',
    ".html": b"<html><body><article>",
    ".xmi": b'<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" a="',
    ".eml": b"Subject: x\n\n",
    ".conll": b"-DOCSTART- -X- O O\n\nmot _ _ ",
    ".rss": b'<rss version="2.0"><channel><title>',
    ".pdf": b"%PDF-1.4\n",
    ".docx": b"PK\x03\x04",
    ".zip": b"PK\x03\x04",
    ".gz": b"\x1f\x8b\x08\0\0\0\0\0\0\3",
    ".warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 499999000\r\n\r\n",
    ".txt": b"mot",
}


def _sparse(name: str) -> Maker:
    """One line of 500 MB, without a block on the disk: it begins as it should and goes on with null characters."""

    def make(folder: Path) -> None:
        with (folder / name).open("wb") as file:
            file.write(_HEADS[Path(name).suffix])
            file.truncate(HUGE)

    return make


def _json() -> None:
    deep = 100_000
    _made("profond.jsonl", b'{"text": ' + b"[" * deep + b"]" * deep + b"}")
    _made("profond-objets.jsonl", b'{"a":' * deep + b"1" + b"}" * deep)
    _made("profond.json", b"[" * deep + b"]" * deep)
    _made("profond-meta.jsonl", b'{"text": "Crue", "meta": ' + b'{"a":' * 500 + b"1" + b"}" * 500 + b"}")
    _made("nan.jsonl", '{"text": "Crue", "meta": {"x": NaN}}\n')
    _made("infini.jsonl", '{"text": "Crue", "meta": {"x": 1e999}}\n{"text": "Cru", "meta": {"x": -Infinity}}\n')
    _made("chiffres.jsonl", '{"text": "Crue", "meta": {"x": ' + "9" * 5000 + "}}\n")
    _made("jumeaux.jsonl", '{"text": "Crue", "text": "Autre"}\n')
    _made("surrogat.jsonl", '{"text": "Crue \\ud800 Belmare"}\n')
    _made("surrogat-étiquette.jsonl", _article(spans=[_span(0, 4, label="\ud800")]))
    _made("nul.jsonl", '{"text": "Crue \\u0000 Belmare"}\n')
    _made("coupé.jsonl", _article()[:40])
    _made("pas-un-objet.jsonl", '[1]\n"texte"\n3\nnull\n')
    _made(
        "textes.jsonl", '{"text": 3}\n{"text": null}\n{"text": ["a"]}\n{"text": ""}\n{"texte": "x"}\n{"text": " \\n"}\n'
    )
    bad = [(0, 10_000), (-1, 4), (4, 1), (2, 2), (0.0, 4.0), ("0", "4"), (True, 4), (None, 4), (0, 2**70), ([0], 4)]
    _made("bornes.jsonl", "".join(_article(spans=[_span(a, b)]) for a, b in bad))
    _made("paroles.jsonl", _article(spans=[_span(0, 4, text="Seine")]) + _article(spans=[_span(0, 4, label="")]))
    _made("spans.jsonl", _article(spans={}) + _article(spans=[3]) + _article(spans="x") + _article(meta=3))
    _made("bornes-spacy.jsonl", "".join(_article(entities=[[a, b, "A"]]) for a, b in bad))
    _made(
        "formes-spacy.jsonl",
        "".join(_article(entities=one) for one in ({}, [[1]], [3], [[0, 4, 5]], [[0, 4, "A", 1, 2]], "x")),
    )
    _made("bornes-doccano.jsonl", "".join(_article(label=[[a, b, "A"]]) for a, b in bad))
    _made(
        "bornes-prodigy.jsonl", "".join(_article(spans=[_span(a, b)], _input_hash=1, answer="accept") for a, b in bad)
    )
    _made("bornes-ls.json", json.dumps([_task(a, b) for a, b in bad if not isinstance(b, int) or b < 2**63]))
    _made(
        "formes-ls.json",
        json.dumps(
            [{"data": one, "annotations": [], "predictions": []} for one in ({}, 3, [], {"text": 3})]
            + [{"data": {"text": TEXT}, "annotations": one} for one in ({}, 3, [3], [{"result": 3}])]
        ),
    )
    _made("milliers.json", "[" + ",".join(["{}"] * 5_000) + "]")
    _made("mégas.jsonl", lambda: b'{"text": "' + b"m" * 70_000_000 + b'"}\n')
    _made("html.jsonl", _article(title="<script>alert(1)</script><img src=x onerror=alert(1)>", id="<b>1</b>"))
    _made(
        "formule.jsonl", json.dumps({"text": "=1+1 @SOMME(A1)", "title": '=HYPERLINK("http://x.invalid")', "id": "+1"})
    )
    _made(
        "identifiants.jsonl",
        "".join(
            json.dumps({"text": f"t{n}", "id": one}) + "\n"
            for n, one in enumerate(
                ("../../x", "a" * 100_000, "", " ", "CON", "a\nb", "\u202e", "a/b\\c", True, 1.5, {"a": 1}, -3)
            )
        ),
    )
    _made(
        "dates.jsonl",
        "".join(
            json.dumps({"text": f"d{n}", "date": one}) + "\n"
            for n, one in enumerate(
                (
                    "9999-99-99",
                    "0000-00-00",
                    "2025-02-30",
                    "x" * 10_000,
                    "2025\n\u2028\x1b[31m",
                    "2025",
                    "-1",
                    20250713,
                    ["2025"],
                    "",
                )
            )
        ),
    )


def _task(start: Any, end: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": "Crue", "labels": ["ACTOR"]}
    result = [{"id": "r", "from_name": "label", "to_name": "text", "type": "labels", "value": value}]
    return {
        "id": 1,
        "data": {"text": f"{TEXT}{start}{end}"},
        "annotations": [{"id": 1, "result": result}],
        "predictions": [],
    }


def _markup() -> None:
    laughs = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    stolen = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "../../secret.txt">]>'
    fetched = '<?xml version="1.0"?><!DOCTYPE l SYSTEM "http://127.0.0.1:9/x.dtd">'
    xmi = seeds()["xmi"][0]["a.xmi"].decode().split("?>", 1)[1]
    rss = seeds()["feed"][0]["a.rss"].decode().split("?>", 1)[1]
    for name, document, at in (("xmi", xmi, 'sofaString="'), ("rss", rss, "<title>")):
        _made(f"rires.{name}", f"{laughs}]>{document.replace(at, f'{at}&a9;', 1)}")
        _made(f"voleur.{name}", stolen + document.replace(at, f"{at}&x;", 1))
        _made(f"parti.{name}", fetched + document)
        _made(f"profond.{name}", document[: document.rindex("</")] + "<a>" * 50_000)
        _made(f"coupé.{name}", document[:-40])
        _made(
            f"attributs.{name}", document.replace("<", "<x " + " ".join(f'a{n}="1"' for n in range(20_000)) + "/><", 2)
        )
    for name, at, to in (
        ("hors", 'begin="10"', 'begin="100000"'),
        ("moins", 'begin="10"', 'begin="-1"'),
        ("texte", 'begin="10"', 'begin="x"'),
        ("inverse", 'end="17"', 'end="3"'),
        ("sans", "<cas:Sofa", "<cas:Autre"),
        ("boucle", 'sofa="1"', 'sofa="2"'),
    ):
        _made(f"xmi-{name}.xmi", xmi.replace(at, to, 1))
    web = seeds()["web"][0]["a.html"].decode()
    _made("profond.html", "<html><body>" + "<div>" * 60_000 + "Crue à Belmare")
    _made("tables.html", "<html><body>" + "<table><tr><td>" * 5_000 + "Crue")
    _made("attributs.html", "<html><body><p " + " ".join(f'a{n}="{n}"' for n in range(50_000)) + ">Crue à Belmare</p>")
    _made("script.html", web.replace("<h1>", "<h1><script>alert(1)</script><img src=x onerror=alert(1)>"))
    _made(
        "voleur.html",
        web.replace("<article>", '<article><iframe src="../../secret.txt"></iframe><object data="secret.txt">'),
    )
    _made(
        "entités.html", "<html><body><p>" + "&amp;" * 100_000 + "&#0;&#xD800;&#x110000;&#99999999999;</p></body></html>"
    )
    _made("jeu.html", web.replace("utf-8", "zip_codec"))
    _made("europresse-vide.html", "<html><body>" + '<article><span class="DocHeader"></span></article>' * 1000)
    euro = seeds()["europresse"][0]["a.html"].decode()
    _made("europresse-imbriqué.html", euro.replace("<article>", "<article>" * 3000))
    _made("europresse-date.html", euro.replace("mardi 15 juillet 2025", "mardi 99 juillet 99999" + "9" * 5000))
    facts = seeds()["factiva"][0]["a.html"].decode()
    _made(
        "factiva-imbriqué.html",
        facts.replace('<div class="article frArticle">', '<div class="article frArticle">' * 3000),
    )
    _made("factiva-vide.html", facts.replace("<tr>", "<!--").replace("</tr>", "-->"))


def _tables() -> None:
    _made("champ.csv", lambda: b"id;text\n1;" + b"m" * 200_000 + b"\n")
    _made("champ-géant.csv", lambda: b"id;text\n1;" + b"m" * 70_000_000 + b"\n")
    _made("guillemet.csv", 'id;text\n1;"Crue à Belmare\n' + "2;x\n" * 1000)
    _made("colonnes.csv", ";".join(f"c{n}" for n in range(3_000)) + "\n" + ";".join("x" * 3_000) + "\n")
    _made("jumelles.csv", "text;text;text\na;b;c\n")
    _made("inégal.csv", "id;text\n1\n1;2;3;4\n\n;;;\n")
    _made("formules.csv", "id;text;title\n1;\"=cmd|' /C calc'!A0\";@x\n2;+1+1;-1\n")
    _made("nul.csv", b"id;text\n1;a\0b\n")
    _made("vide.csv", "id;text\n")
    _made("tête.csv", "text")
    _made("nul.conll", b"-DOCSTART- -X- O O\n\nmot\0 _ _ O\n")
    _made("orphelin.conll", "-DOCSTART- -X- O O\n\nmot X _ I-ACTOR\nmot X _ B-\nmot X _ -\nmot X _ E-ACTOR\n\n")
    _made("colonnes.conll", "-DOCSTART- -X- O O\n\nmot\nmot X\nmot X Y Z B-ACTOR W\n\n")
    _made("lignes.conll", lambda: b"-DOCSTART- -X- O O\n\n" + b"mot X _ O\n" * 90_000)


def _standoff() -> None:
    lines = {
        "inverse": "T1\tA 4 0\tCrue",
        "hors": "T1\tA 0 9999\tCrue",
        "moins": "T1\tA -4 4\tCrue",
        "autre": "T1\tA 0 4\tFeux",
        "vide": "T1\tA 2 2\t",
        "lettres": "T1\tA a b\tCrue",
        "jumeaux": "T1\tA 0 4\tCrue\nT1\tA 0 4\tCrue",
        "géant": f"T1\tA 0 {'9' * 5000}\tCrue",
        "sans-mots": "T1\tA 0 4",
        "relation": "R1\tX Arg1:T8 Arg2:T9",
        "note": '#1\tAnnotatorNotes T1\t{"value": NaN}\nT1\tA 0 4\tCrue',
        "morceaux": "T1\tA 0 2;1 4;3 3\tCr ru ",
        "milliers": "\n".join(f"T{n}\tA 0 4\tCrue" for n in range(5_000)),
    }
    for name, line in lines.items():

        def make(folder: Path, name: str = name, line: str = line) -> None:
            (folder / f"{name}.txt").write_text(TEXT + name, "utf-8")
            (folder / f"{name}.ann").write_text(line + "\n", "utf-8")

        FILES[f"brat-{name}"] = make
    _made("seul.ann", "T1\tA 0 4\tCrue\n")


def _archives() -> None:
    def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            for name, data in members.items():
                archive.writestr(zipfile.ZipInfo(name), data, method)
        return out.getvalue()

    bomb = packed({"bombe.txt": b"0" * 40_000_000})
    _made("bombe.zip", bomb)
    _made("bombes.zip", packed({f"{n}.txt": b"mot " * 1_000_000 for n in range(8)}))
    _made("poupée.zip", packed({"b.zip": packed({"c.zip": bomb}), "a.txt": TEXT.encode()}))
    _made(
        "chemins.zip",
        packed(
            {
                "../../evil.txt": b"un texte",
                "/etc/evil.txt": b"deux textes",
                "C:\\evil.txt": b"trois textes",
                "CON.txt": b"quatre textes",
                "a/../../b.txt": b"cinq textes",
                "\u202e.txt": b"six",
            }
        ),
    )
    _made("foule.zip", packed({f"{n}.txt": b"x" for n in range(20_000)}))
    _made("jumeaux.zip", _twins)
    _made("lien.zip", _linked)
    _made("coupé.zip", bomb[: len(bomb) // 2])
    _made("crc.zip", packed({"a.txt": TEXT.encode()}, zipfile.ZIP_STORED).replace(b"Belmare", b"Belmore"))
    _made("chiffré.zip", _flagged(packed({"a.txt": TEXT.encode()}), 1))
    _made("menteur.zip", _lying(packed({"a.txt": b"mot " * 10_000})))
    docx = seeds()["docx"][0]["a.docx"]
    word = "word/document.xml"
    _made("bombe.docx", _with(docx, {word: lambda old: old.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 5_000_000)}))
    _made("rires.docx", _with(docx, {word: lambda old: _laughing(old)}))
    _made("profond.docx", _with(docx, {word: lambda old: old.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 50_000)}))
    _made("sans.docx", _with(docx, {word: lambda old: b""}))
    _made(
        "lié.docx",
        _with(
            docx,
            {
                "word/_rels/document.xml.rels": lambda old: old.replace(
                    b'Target="styles.xml"', b'Target="file:///etc/passwd" TargetMode="External"'
                )
            },
        ),
    )
    _made(
        "tout.zip",
        packed({name: data for files in ("docx", "pdf", "eml", "warc") for name, data in seeds()[files][0].items()}),
    )


def _twins() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for n in range(3):
            info = zipfile.ZipInfo("a.txt")
            archive.fp.seek(0, 2)  # type: ignore[union-attr]
            archive.NameToInfo.pop("a.txt", None)
            archive.writestr(info, f"texte {n}")
    return out.getvalue()


def _linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("lien.txt")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, "../../secret.txt")
    return out.getvalue()


def _flagged(data: bytes, bit: int) -> bytes:
    at = data.index(b"PK\x01\x02")
    return data[:6] + struct.pack("<H", bit) + data[8 : at + 8] + struct.pack("<H", bit) + data[at + 10 :]


def _lying(data: bytes) -> bytes:
    """Return an archive whose directory says that a member of 40,000 bytes has ten."""
    at = data.index(b"PK\x01\x02")
    return data[: at + 24] + struct.pack("<I", 10) + data[at + 28 :]


def _with(archive: bytes, changes: dict[str, Callable[[bytes], bytes]]) -> Callable[[], bytes]:
    def made() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, changes.get(name, bytes)(old.read(name)))
        return out.getvalue()

    return made


def _laughing(document: bytes) -> bytes:
    head = b'<!DOCTYPE l [<!ENTITY a0 "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)
    )
    at = document.index(b"?>") + 2
    return document[:at] + head + b"]>" + document[at:].replace(b"<w:t>", b"<w:t>&a9;", 1)


def _mails_and_others() -> None:
    mail = "From: x@exemple.invalid\nSubject: Crue\nMIME-Version: 1.0\n"
    for codec in ("zip_codec", "hex", "rot13", "unicode_escape", "idna", "x" * 5000, "utf-7", "mbcs"):
        _made(f"jeu-{codec[:20]}.eml", f"{mail}Content-Type: text/plain; charset={codec}\n\nLe préfet a parlé mardi.\n")
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    _made("poupée.eml", mail + parts + "Content-Type: text/plain\n\nCrue\n")
    _made("messages.eml", mail + "Content-Type: message/rfc822\n\n" * 3000 + "Crue à Belmare\n")
    _made("base64.eml", mail + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + "A" * 300_001)
    _made("tête.eml", "Subject: " + "x" * 300_000 + "\n\nCrue\n")
    _made("mots.eml", "Subject: " + "=?utf-8?b?" * 20_000 + "\n\nCrue à Belmare mardi.\n")
    _made("dates.eml", "Subject: x\nDate: " + "9" * 5000 + "\n\nCrue à Belmare mardi soir.\n")
    _made(
        "parties.eml",
        mail + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\nContent-Type: text/plain\n\nx\n" * 5_000,
    )
    pdf = seeds()["pdf"][0]["a.pdf"]
    _made("coupé.pdf", pdf[: len(pdf) // 2])
    _made("boucle.pdf", pdf.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"))
    _made("compte.pdf", pdf.replace(b"/Count 1", b"/Count 99999999"))
    _made("vide.pdf", b"%PDF-1.4\n%%EOF")
    _made("bombe.pdf", lambda: _pdf_bomb(pdf))
    _made("sans-texte.pdf", pdf.replace(b"/Contents 4 0 R", b""))
    warc = seeds()["warc"][0]["a.warc"]
    _made("coupé.warc", warc[:300])
    _made("longueur.warc", warc.replace(b"Content-Length: ", b"Content-Length: 9999"))
    _made("moins.warc", warc.replace(b"Content-Length: ", b"Content-Length: -"))
    _made(
        "bombe.warc.gz",
        lambda: gzip.compress(warc.replace(b"<article>", b"<article>" + b"m" * 60_000_000), 9, mtime=0),
    )
    _made("coupé.warc.gz", lambda: gzip.compress(warc, mtime=0)[:-20])
    _made("bombe.gz", lambda: gzip.compress(bytes(60_000_000), mtime=0))


def _pdf_bomb(pdf: bytes) -> bytes:
    packed = zlib.compress(b"(x) Tj " * 10_000_000, 9)
    start, end = pdf.index(b"stream\n") + 7, pdf.index(b"\nendstream")
    return pdf[:start] + packed + pdf[end:]


def _places() -> None:
    def link(folder: Path) -> None:
        (folder / "lien.txt").symlink_to(folder.parents[1] / "secret.txt")

    def circle(folder: Path) -> None:
        (folder / "dedans").mkdir()
        (folder / "dedans" / "encore").symlink_to(folder)
        (folder / "soi.txt").symlink_to(folder / "soi.txt")

    def names(folder: Path) -> None:
        for n, name in enumerate(
            (
                b"a\nb.txt",
                b"\xff\xfe.txt",
                b"<b>x.txt",
                b"n" * 240 + b".txt",
                b"\x1b[31m.txt",
                b" .txt",
                "\u202etxt.exe".encode(),
                b"=1+1.txt",
                b"-rf.txt",
                b"%s{where}.txt",
            )
        ):
            Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(f"Crue numéro {n}\n", "utf-8")

    FILES["lien"], FILES["cercle"], FILES["noms"] = link, circle, names
    if hasattr(os, "mkfifo"):
        FILES["tube"] = lambda folder: os.mkfifo(folder / "tube.txt")
        FILES["prise"] = _socket


def _socket(folder: Path) -> None:
    import socket

    here = Path.cwd()
    os.chdir(folder)  # a socket's path may have a hundred characters
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("prise.txt")
    finally:
        os.chdir(here)


for _group in (_texts, _json, _markup, _tables, _standoff, _archives, _mails_and_others, _places):
    _group()
assert len(SPANS) == 5
