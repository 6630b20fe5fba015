"""What is known about an article, as other programs' files carry it along: its name, title, date, source, address."""

from __future__ import annotations

from depeche.core.article import Article


def about(article: Article) -> dict[str, str]:
    """Return what is known of `id`, `title`, `date`, `source` and `url`, in this order; unknown ones are left out."""
    return {name: said for name, said in all_about(article).items() if said}


def all_about(article: Article) -> dict[str, str]:
    """Return `id`, `title`, `date`, `source` and `url`, in this order; empty where one isn't known."""
    return {
        "id": article.name,
        "title": article.title,
        "date": article.date or "",
        "source": article.source or "",
        "url": article.url or "",
    }
