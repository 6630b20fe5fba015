"""Quotes: words that an article gives as somebody's own, and who said them.

Comes in: an article and the actors found in it. Goes out: suggestions labelled QUOTE. Looks into no other source.
"""

from depeche.suggest.quotes.source import Quotes

__all__ = ["Quotes"]
