"""Boilerplate that a person takes for text, and back."""

from __future__ import annotations

from depeche.annotate import wording
from depeche.annotate.desk import Desk
from depeche.core.change import Change, Unmasked
from depeche.core.span import Span
from depeche.errors import UserError
from depeche.messages import tr


def turn(desk: Desk, start: int, end: int) -> Change:
    """Take a masked stretch of the article on the desk for text, or mask it again if it was; code points.

    Raises UserError where no article lies there.
    """
    article = desk.article
    if article is None:
        raise UserError(tr("Aucun article n’est ouvert."))
    stretch, old = (start, end), article.unmasked
    words = wording.words_of(article, Span(start, end, ""))
    if stretch in old:
        new = tuple(one for one in old if one != stretch)
        title = tr("Masqué de nouveau « {words} »", words=words)
    else:
        new = tuple(sorted((*old, stretch)))
        title = tr("Pris pour du texte « {words} »", words=words)
    return desk.act(title, (Unmasked(old),), (Unmasked(new),))
