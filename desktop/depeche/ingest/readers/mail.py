"""Mails (.eml): the words of the letter; what hangs on it is named and not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import EmailPolicy
from typing import Any

from depeche.core.article import Article, DateOrigin
from depeche.core.record import Record
from depeche.core.record_reader import first_line
from depeche.errors import InputError
from depeche.ingest import markup
from depeche.ingest.charset import declared_text
from depeche.ingest.flowed import unflowed
from depeche.ingest.library import library
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.sound import check, sound
from depeche.ingest.source import Source
from depeche.messages import tr

LIMIT = 40_000_000
"""Bytes of a mail, with what hangs on it."""
_HEADER = 4_000
"""Characters of a header: reading a longer one takes time with the square of its length."""
_NESTED = 50
"""How many parts may hold others: each line is held against the ends of all that are open."""
_LINES = 1_000_000
_FULLER = 2
"""How many times the words of its plain text a letter's HTML must have to be read instead."""
_NAMED = 5
"""How many attachments are named."""

_SUFFIXES = ".eml", ".mht", ".mhtml"
_FIELD = re.compile(rb"([!-9;-~]{1,80}):")
_FIELDS = frozenset(b"from to cc date subject sender reply-to content-type".split())
_SURE = frozenset(
    b"message-id mime-version received return-path delivered-to dkim-signature x-mailer user-agent".split()
)
_ENDS = re.compile(r"\r\n?")


class _Policy(EmailPolicy):
    """Headers cut to a length, and read as UTF-8 or CP1252 where a program wrote them without saying the encoding."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            data = value.encode("utf-8", "surrogateescape")
            try:
                value = data.decode("utf-8")
            except UnicodeDecodeError:
                value = data.decode("cp1252", "replace")
        return name, value[:_HEADER]


def has_headers(head: bytes, named_so: bool) -> bool:
    """Tell whether bytes begin with a mail's headers; in a file `named_so`, one that mails have is enough."""
    names: set[bytes] = set()
    for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n")[:300]:
        if line.startswith((b" ", b"\t")) and names:
            continue
        field = _FIELD.match(line)
        if field is None:
            if line.strip():
                return False
            break
        names.add(field[1].lower())
    known = names & (_FIELDS | _SURE)
    return len(known) >= (1 if named_so else 3) and (named_so or bool(names & _SURE))


def _recognises(source: Source, head: bytes) -> bool:
    return has_headers(head, source.suffix in _SUFFIXES)


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    yield letter(source.data(LIMIT), source.label, asked)


def parsed(data: bytes) -> Message:
    """Return a mail with its parts. Raises InputError where they are too many."""
    if len(re.findall(rb"(?i)boundary\s*=", data)) > _NESTED or data.count(b"\n") > _LINES:
        raise InputError(tr("le message a trop de parties"))
    with library(tr("ce n’est pas un message lisible")):
        return BytesParser(EmailMessage, policy=_Policy()).parsebytes(data)


def letter(data: bytes, name: str, asked: Asked) -> Found:
    """Return a mail's article. Raises InputError where it holds no text."""
    message = parsed(data)
    texts: list[str] = []
    notes: list[str] = []
    with library(tr("ce n’est pas un message lisible")):
        bodies, attached = _parts(message, asked, notes)
    for part in bodies:
        text, encoding = _text(part, asked)
        texts.append(text.strip("\n"))
        if encoding not in ("utf-8", ""):
            notes.append(tr("lu comme {encoding}", encoding=encoding))
    text = "\n\n".join(one for one in texts if one.strip())
    if not text:
        raise InputError(tr("le message ne contient pas de texte"))
    check(text)
    sent = _sent(message)
    article = Article(
        text=text,
        title=" ".join(header(message, "Subject").split()) or first_line(text),
        name=name,
        date=sent.date().isoformat() if sent else None,
        date_origin=DateOrigin.GIVEN if sent else DateOrigin.UNKNOWN,
        meta=_meta(message, sent),
    )
    if attached:
        named = ", ".join(attached[:_NAMED]) + ("…" if len(attached) > _NAMED else "")
        notes.append(tr("pièces jointes non lues : {names}", names=named))
    return Found(Record(article), note=", ".join(dict.fromkeys(notes)))


def _parts(message: Message, asked: Asked, notes: list[str]) -> tuple[list[Message], list[str]]:
    """Return the parts that are the letter, in order, and the names of what hangs on it; add to `notes` why these."""
    bodies: list[Message] = []
    attached: list[str] = []
    left: list[tuple[Message, bool]] = [(message, False)]
    while left:
        part, hangs = left.pop()
        kind, inner = part.get_content_type(), part.get_payload()
        if part.is_multipart() and kind.startswith("multipart/") and isinstance(inner, list):
            parts = [one for one in inner if isinstance(one, Message)]
            if kind == "multipart/alternative":
                best = _best(parts)
                if best is not None and (page := _page_for(best, parts, asked)) is not None:
                    best = page
                    notes.append(tr("lu dans sa version HTML, bien plus longue que celle en texte"))
                left += [(one, hangs) for one in parts if one is best]
            else:  # of related parts the first is the page, the others are its pictures
                left += [(one, hangs or (kind == "multipart/related" and n > 0)) for n, one in enumerate(parts)][::-1]
        elif kind in ("text/plain", "text/html") and not hangs and not _is_attached(part):
            bodies.append(part)
        else:
            attached.append(_name(part))
    return bodies, attached


def _best(parts: list[Message]) -> Message | None:
    """Return which form of the same letter is read: plain text if there is any, else HTML, else the last."""
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == wanted and bytes(part.get_payload(decode=True) or b"").strip():
                return part
    return next((part for part in reversed(parts) if part.is_multipart()), parts[-1] if parts else None)


def _page_for(plain: Message, parts: list[Message], asked: Asked) -> Message | None:
    """Return the form with HTML that holds far more words than the plain text does, which only points to it."""
    if plain.get_content_type() != "text/plain":
        return None
    words = len(_text(plain, asked)[0].split())
    for one in parts:
        inner = one.get_payload() if one.is_multipart() else [one]
        page = next((it for it in inner if isinstance(it, Message) and it.get_content_type() == "text/html"), None)
        try:
            if page is not None and len(_text(page, asked)[0].split()) > _FULLER * words:
                return one
        except InputError:  # what isn't read doesn't stand in for what is
            continue
    return None


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _name(part: Message) -> str:
    name = part.get_filename() or part.get_content_type()
    return "".join(char if char.isprintable() else "\ufffd" for char in str(name))[:60]


def _text(part: Message, asked: Asked) -> tuple[str, str]:
    """Return a part's text and its encoding; HTML becomes lines. Raises InputError for bytes that are no text."""
    with library(tr("ce n’est pas un message lisible")):
        data = bytes(part.get_payload(decode=True) or b"")
        charset, flowed, spaced = part.get_content_charset(), part.get_param("format"), part.get_param("delsp")
    if not data.strip():
        return "", ""
    text, encoding = declared_text(data, (charset,), asked.encoding)
    if part.get_content_type() == "text/html":
        return markup.plain(text), encoding
    text = _ENDS.sub("\n", text)
    if str(flowed).lower() == "flowed":
        text = unflowed(text, str(spaced).lower() == "yes")
    return text, encoding


def header(message: Message, name: str) -> str:
    """Return a header in words; empty where it is absent or can't be understood."""
    return sound(str(_said(message, name) or ""))


def _said(message: Message, name: str) -> Any:
    try:
        with library(""):
            return message[name]
    except InputError:
        return None


def _sent(message: Message) -> datetime | None:
    sent = getattr(_said(message, "Date"), "datetime", None)
    return sent if isinstance(sent, datetime) else None


def _meta(message: Message, sent: datetime | None) -> dict[str, str]:
    addresses = getattr(_said(message, "From"), "addresses", ())
    found = {
        "author": (addresses[0].display_name or addresses[0].addr_spec) if addresses else header(message, "From"),
        "time": sent.isoformat() if sent else "",
        "provider_id": header(message, "Message-ID").strip().strip("<>"),
    }
    return {name: sound(value) for name, value in found.items() if value}


READER = Reader("eml", lambda: tr("Courrier électronique"), _recognises, _read)
