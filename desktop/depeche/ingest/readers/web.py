"""Web pages as a browser saves them: the article without menus, adverts and comments, its spaces as in the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from depeche.core.article import Article, DateOrigin
from depeche.core.dates import is_publication_date
from depeche.core.record import Record
from depeche.core.record_reader import first_line
from depeche.errors import InputError
from depeche.ingest import markup
from depeche.ingest.charset import declared_text
from depeche.ingest.inferred_date import infer_date
from depeche.ingest.left_out import left_out
from depeche.ingest.library import library
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.restored import restored
from depeche.ingest.source import Source
from depeche.messages import tr

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SUFFIXES = ".html", ".htm", ".xhtml"
_FIRST = "html", "head", "body"
_TAG = re.compile(rb"<(?:[a-z][a-z0-9]*|!doctype)\b", re.IGNORECASE)
_HTML = re.compile(rb"<html\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_PACKED = re.compile(
    rb"data:[\w.+-]{1,40}/[\w.+-]{1,60}(?:;[\w.+-]{1,40}(?:=[\w.+-]{1,40})?){0,3},[\w+/=%.!~*-]{200,}+"
)
"""Pictures and letters that a program saved inside of the page."""
_SIZE = 64_000_000
"""Bytes of a page with these."""
_LATEST = "2100-01-01"
"""No date is later. Without it the library would take the day of the import, and the same page give another article."""

_SHOWN = 60

_DAY = re.compile(r"\s*(\d{4}-\d\d(?:-\d\d)?)(?!\d)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?")
_IN_JSON = re.compile(r'"datePublished"\s*:\s*"([^"\\]{4,40})"')
_PUBLISHED = frozenset(
    "article:published_time og:published_time og:article:published_time datepublished date.published "
    "publication_date publish-date publishdate pubdate dc.date.issued dcterms.issued dc.issued "
    "citation_publication_date parsely-pub-date sailthru.date cxenseparse:recs:publishtime".split()
)


def _recognises(source: Source, head: bytes) -> bool:
    return markup.first_element(head) in _FIRST or (source.suffix in _SUFFIXES and bool(_TAG.search(head)))


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    yield page(source.data(_SIZE), source, asked)


def page(data: bytes, source: Source, asked: Asked, url: str | None = None, charset: str | None = None) -> Found:
    """Return the article of a page's bytes; `url` and `charset` as the server said. Raises InputError for no article.

    The date is given only where the page's own head says so; one that the library found elsewhere is inferred.
    """
    if len(data) > markup.LIMIT:
        data = _PACKED.sub(b"data:,", data)
        markup.check_size(len(data) // 2)  # before it is decoded: a letter may take two bytes, hardly more in French
    said = _CHARSET.search(data, 0, 4096)
    html, encoding = declared_text(data, (said[1].decode("ascii") if said else None, charset), asked.encoding)
    root = markup.parse(html)
    markup.check_siblings(root)
    flowing = markup.flow(root)
    declared = _declared(root)
    text, document, missing = _extracted(root, flowing)
    if not text:
        raise InputError(tr("aucun texte d’article n’a été trouvé dans la page"))
    day = _DAY.match(declared) if declared else None
    given = day[1] if day and is_publication_date(day[1]) else None
    date = given or document.get("date") or infer_date(source.name, text)
    date = date if date and is_publication_date(date) else None
    moment = _MOMENT.fullmatch(declared.strip()) if declared and given else None
    article = Article(
        text=text,
        title=_title(document.get("title"), root) or first_line(text),
        name=source.label,
        date=date,
        date_origin=DateOrigin.GIVEN if given else DateOrigin.INFERRED if date else DateOrigin.UNKNOWN,
        source=document.get("sitename"),
        url=_address(document.get("url")) or _address(url),
        meta=_meta(document, root, moment[0] if moment else None),
    )
    notes = list(_notes(encoding, missing, text, flowing))
    if _HTML.search(data, 0, 4096) and not markup.has_end(data):
        notes.append(markup.cut_short())
    return Found(Record(article), note=", ".join(notes))


def _extracted(root: HtmlElement, flowing: str) -> tuple[str, Mapping[str, Any], int]:
    """Return the article's text, what the library says about it, and how many lines aren't as in the page."""
    from trafilatura import bare_extraction

    _in_line(root)
    with library(tr("ce n’est pas une page web lisible")):
        found = bare_extraction(
            root,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LATEST},
        )
    if found is None or isinstance(found, dict) or found.body is None:
        return "", {}, 0
    about = {name: getattr(found, name) for name in ("title", "author", "url", "sitename", "date", "license")}
    text, missing = restored(re.split(r"[\n\r]+", markup.flow(found.body)), flowing)
    return text, about, missing


def _in_line(root: HtmlElement) -> None:
    """Let what stands inside of a sentence stay there: the library makes blocks of quotes and code within a line."""
    for element in root.iter("q", "code"):
        if element.tag == "q" or not any(True for _ in element.iterancestors("pre")):
            element.tag = "span"


def _declared(root: HtmlElement) -> str | None:
    """Return the date and perhaps time of publication that the page's metadata says, in its words."""
    for element in root.iter("meta"):
        named = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if named in _PUBLISHED and _DAY.match(element.get("content") or ""):
            return str(element.get("content"))
    for element in root.iter("script"):
        if "ld+json" in (element.get("type") or "").lower() and (found := _IN_JSON.search(element.text or "")):
            return found[1]
    for element in root.iter("time", "span", "div", "p"):
        if (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None:
            said = element.get("datetime") or element.get("content") or ""
            if _DAY.match(said):
                return str(said)
    return None


def _title(title: str | None, root: HtmlElement) -> str:
    """Return the title with the spaces that it has in the page."""
    if not title:
        return ""
    said = [element.get("content") or "" for element in root.iter("meta")]
    said += [markup.flow(element) for element in root.iter("h1", "h2", "title")]
    return restored([title], "\n".join(said))[0].replace("\n", " ")


def _meta(document: Mapping[str, Any], root: HtmlElement, moment: str | None) -> dict[str, str]:
    html = next(root.iter("html"), root)
    found = {
        "author": document.get("author"),
        "language": (html.get("lang") or html.get("xml:lang") or "").strip()[:35],
        "licence": document.get("license"),
        "time": moment,
    }
    return {name: value for name, value in found.items() if value}


def _address(url: str | None) -> str | None:
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _notes(encoding: str, missing: int, text: str, flowing: str) -> Iterator[str]:
    if encoding != "utf-8":
        yield tr("lu comme {encoding}", encoding=encoding)
    if missing:
        yield tr(
            "une ligne n’est pas telle quelle dans la page : ses espaces insécables ont pu se perdre"
            "|%n lignes ne sont pas telles quelles dans la page : leurs espaces insécables ont pu se perdre",
            missing,
        )
    if missed := left_out(text, flowing):
        yield tr(
            "un paragraphe au milieu de l’article n’a pas été pris : « {words} »"
            "|%n paragraphes au milieu de l’article n’ont pas été pris, dont « {words} »",
            len(missed),
            words=missed[0][:_SHOWN] + ("…" if len(missed[0]) > _SHOWN else ""),
        )
    if markup.SOFT_HYPHEN in flowing:
        yield tr("les points de césure invisibles de la page ont été laissés de côté")


READER = Reader("web", lambda: tr("Page web"), _recognises, _read)
