"""What is known by its first bytes and isn't read: each is refused with what to do instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from depeche.errors import InputError
from depeche.ingest.json_kinds import OTHER
from depeche.ingest.json_kinds import kind_of as json_kind_of
from depeche.ingest.markup import first_element, narrow
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.ingest.zip_file import kind_of
from depeche.messages import tr

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAMS = b"MZ", b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"
_ARCHIVES = b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"!<arch>\n"
_PICTURES = (
    *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"8BPS", b"\0\0\1\0"),
    *(b"wOFF", b"wOF2", b"OTTO", b"\0\1\0\0\0"),
)
_SOUNDS = b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"\xff\xfb", b"\xff\xf3", b"FLV\1"
_ZLIB = b"\x78"
"""With which a DocBin begins: it is packed by zlib."""
_DATABASE = b"SQLite format 3\0"
_SYSTEM = "desktop.ini", "thumbs.db", ".ds_store"


def _is_picture(head: bytes) -> bool:
    return head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def _is_sound(head: bytes) -> bool:
    return (
        head.startswith(_SOUNDS) or (head[:4] == b"RIFF" and head[8:12] in (b"WAVE", b"AVI ")) or head[4:8] == b"ftyp"
    )


def _ole(source: Source, head: bytes) -> str:
    if source.suffix == ".msg" or "__substg1.0_".encode("utf-16-le") in head:
        return tr("c’est un message d’Outlook (.msg) : enregistrez-le en .eml ou en texte")
    if source.suffix in (".xls", ".xlt"):
        return tr("c’est un ancien classeur Excel (.xls) : enregistrez-le en .csv")
    if source.suffix in (".ppt", ".pps"):
        return tr("c’est une présentation, pas un article")
    return tr("c’est un ancien document Word (.doc) : enregistrez-le en .docx")


def _said(source: Source, head: bytes) -> str:
    """Return why a file isn't read, empty where nothing speaks against it."""
    if source.name.lower() in _SYSTEM:
        return tr("c’est un fichier du système, pas un article")
    if head.startswith(_OLE):
        return _ole(source, head)
    if head.startswith(b"{\\rtf"):
        return tr("c’est un document RTF : enregistrez-le en .docx")
    if head[257:262] == b"ustar" or head.startswith(_ARCHIVES) or head[:3] + head[4:10] == b"BZh1AY&SY":
        return tr("cette sorte d’archive n’est pas lue : décompressez-la, ou faites-en une archive zip")
    if b"\0" in head and (_is_picture(head) or _is_sound(head) or head.startswith(_PROGRAMS)):
        return tr("ce n’est pas du texte")
    if head.startswith(b"PAR1"):
        return tr(
            "c’est un fichier parquet : prenez-en le JSONL (le dossier « jsonl » à côté, dans un export de Dépêche)"
        )
    if source.suffix == ".spacy" and head.startswith(_ZLIB):
        return tr("c’est un DocBin de spaCy : prenez le même export en JSONL")
    if head.startswith(_DATABASE):
        return tr("c’est une base de données : un projet s’ouvre, il ne s’importe pas")
    return _OF_ZIPS[kind]() if (kind := kind_of(source, head)) in _OF_ZIPS else ""


_OF_ZIPS: dict[str, Callable[[], str]] = {
    "excel": lambda: tr("c’est un classeur : enregistrez-le en .csv"),
    "powerpoint": lambda: tr("c’est une présentation, pas un article"),
    "epub": lambda: tr("c’est un livre numérique, pas un article"),
}


def _recognises(source: Source, head: bytes) -> bool:
    return bool(_said(source, head))


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    raise InputError(_said(source, source.head()) or tr("ce n’est pas du texte"))
    yield


def _is_xml(source: Source, head: bytes) -> bool:
    is_marked = narrow(head).lstrip().startswith(b"<?xml") or source.suffix == ".xml"
    return is_marked and bool(first_element(head))


def _read_xml(source: Source, asked: Asked) -> Iterator[Found]:
    name = first_element(source.head())[:40]
    raise InputError(tr("c’est un fichier XML d’une sorte qui n’est pas lue (« {name} »)", name=name))
    yield


def _is_json(source: Source, head: bytes) -> bool:
    return json_kind_of(source, head) == OTHER


def _read_json(source: Source, asked: Asked) -> Iterator[Found]:
    raise InputError(tr("c’est du JSON d’une sorte qui n’est pas lue, sans champ « text »"))
    yield


JSON_READER = Reader(OTHER, lambda: tr("JSON qui n’est pas lu"), _is_json, _read_json)
"""Asked after all that read some kind of JSON."""

XML_READER = Reader("xml", lambda: tr("XML qui n’est pas lu"), _is_xml, _read_xml)
"""Asked after all that read some kind of XML: tags are no text."""

READER = Reader("unread", lambda: tr("Fichier qui n’est pas lu"), _recognises, _read)
