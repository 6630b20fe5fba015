"""What is known about an article, as other programs' files carry it along: its name, title, date, source, licence."""

from __future__ import annotations

from typing import Any

from depeche.core.article import Article
from depeche.core.licence import licence_of


def about(article: Article) -> dict[str, Any]:
    """Return what is known of an article, by name: that of `all_about`, and what is a plain value in its `meta`."""
    known = {name: said for name, said in all_about(article).items() if said}
    plain = {name: said for name, said in sorted(article.meta.items()) if isinstance(said, str | int | float)}
    return known | {name: said for name, said in plain.items() if name not in known and name != "text"}


def all_about(article: Article) -> dict[str, str]:
    """Return `id`, `title`, `date`, `source`, `url` and `licence`, in this order; empty where one isn't known."""
    return {
        "id": article.name,
        "title": article.title,
        "date": article.date or "",
        "source": article.source or "",
        "url": article.url or "",
        "licence": licence_of(article) or "",
    }


def is_whole(article: Article, *, with_meta: bool) -> bool:
    """Tell whether `all_about`, or `about` (`with_meta`), says all that an article's `meta` and `extra` hold."""
    told = about(article) if with_meta else all_about(article)
    return not any(told.get(name) != said for known in (article.meta, article.extra) for name, said in known.items())
