"""What is known of an article beside its text, whatever the fields are called elsewhere: « Titre », « headline »."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from depeche.core.article import Article, DateOrigin
from depeche.core.dates import is_publication_date
from depeche.core.record_reader import first_line
from depeche.messages import tr

ROLES = ("text", "title", "date", "source", "url", "author", "id")
_SAID = {
    "text": (
        "text texte contenu content body article corps fulltext texteintegral articletext textedelarticle "
        "corpsdelarticle corpsdutexte contenudelarticle textecomplet"
    ),
    "title": "title titre headline intitule titredelarticle titrearticle",
    "date": (
        "date datepublication datedepublication publicationdate pubdate publishedat published dateparution "
        "datedeparution datedelarticle datedediffusion parution publiele jour"
    ),
    "source": (
        "source journal media publication newspaper sourcename publisher editeur titrejournal titredujournal "
        "nomdujournal nomdumedia nomdelasource titredelapublication"
    ),
    "url": "url lien link adresse permalink uri adresseweb liendelarticle lienverslarticle",
    "author": "author auteur auteurs authors auteure autrice byline signature journaliste nomdelauteur",
    "id": "id identifiant identifier uid guid idexterne externalid articleid docid documentid",
}
_ROLE = {name: role for role, names in _SAID.items() for name in names.split()}
_RANK = {name: rank for names in _SAID.values() for rank, name in enumerate(names.split())}
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}[:hH]")
_FRENCH_DAY = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T ,à]+\d{1,2}[:hH].*)?", re.DOTALL)


def role_of(name: str) -> str | None:
    """Return which part a field of this name plays (one of `ROLES`), None where its name doesn't say."""
    return _ROLE.get(_folded(name))


def roles(names: list[str]) -> dict[str, str]:
    """Return for each part the field that plays it: of several the one whose name is the plainest."""
    found: dict[str, str] = {}
    for name in names:
        role = role_of(name)
        if role is not None and (role not in found or _RANK[_folded(name)] < _RANK[_folded(found[role])]):
            found[role] = name
    return found


def day(said: str) -> str | None:
    """Return a date as ISO writes it: from ISO's forms, with a time or without, or the French 13/07/2025; else None."""
    said = said.strip()
    if moment := _MOMENT.match(said):
        said = moment.group(1)
    elif french := _FRENCH_DAY.fullmatch(said):
        said = f"{french.group(4)}-{int(french.group(3)):02}-{int(french.group(1)):02}"
    return said if is_publication_date(said) else None


def described(
    text: str, said: Mapping[str, Any], *, name: str = "", which: Mapping[str, str] | None = None
) -> tuple[Article, str]:
    """Return the article of a text with what is `said` of it, and a half sentence on what couldn't be read, or "".

    `which` names the field for each part; left out, their names tell. What plays no part, or can't, is kept in `meta`
    under its own name. `name` is the article's where no field gives an identifier; a number is none, for every tool
    counts from 1.
    """
    if which is None:
        which = roles([key for key, value in said.items() if isinstance(value, str) and value.strip()])
    taken: dict[str, str] = {}
    note = ""
    for role in ("title", "source", "url", "author", "id"):
        value = said.get(which.get(role, ""))
        if isinstance(value, str) and value.strip():
            taken[role] = value.strip()
    when = said.get(which.get("date", ""))
    date = None
    if isinstance(when, str | int) and not isinstance(when, bool) and str(when).strip():
        date = day(str(when))
        if date is None:
            note = tr("date « {date} » non comprise, gardée telle quelle", date=str(when).strip()[:40])
    used = {which[role] for role in taken if role in which} | ({which["date"]} if date else set())
    meta = {key: value for key, value in said.items() if key not in used and value not in (None, "", [], {})}
    if date and str(when).strip() != date and _MOMENT.match(str(when).strip()):
        meta.setdefault("time", str(when).strip())
    if "author" in taken:
        meta["author"] = taken["author"]
    article = Article(
        text=text,
        title=taken.get("title", first_line(text)),
        name=taken.get("id", name),
        date=date,
        date_origin=DateOrigin.GIVEN if date else DateOrigin.UNKNOWN,
        source=taken.get("source"),
        url=taken.get("url"),
        meta=meta,
    )
    return article, note


def untitled(article: Article) -> Article:
    """Return the article without a title that was only its first line."""
    return replace(article, title="") if article.title == first_line(article.text) else article


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in plain if char.isalnum() and char.isascii())
