"""By what articles may be ordered, and which of them still wait."""

from __future__ import annotations

from enum import StrEnum

from depeche.core.article import State
from depeche.messages import tr

WAITING = (State.TODO, State.STARTED)
"""The states of a reading that is still to be done."""


class Order(StrEnum):
    """By what articles are ordered."""

    NUMBER = "number"
    DATE = "date"
    SOURCE = "source"
    LENGTH = "length"
    VALUE = "value"


def order_words(order: Order) -> str:
    """Return what an order is called."""
    return {
        Order.NUMBER: tr("Par numéro (ordre d’import)"),
        Order.DATE: tr("Par date, le plus récent d’abord"),
        Order.SOURCE: tr("Par source"),
        Order.LENGTH: tr("Par longueur, le plus court d’abord"),
        Order.VALUE: tr("Par valeur à la minute"),
    }[order]
