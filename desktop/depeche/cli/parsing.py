"""The words that argparse itself says, in the language of the rest: « utilisation », « options », what a call lacks.

argparse asks gettext for its words by the names `_` and `ngettext` of its own module, and ships no translations; so
these two names are given answers of ours, as gettext's manual has it for modules that install no catalogue.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from depeche.messages import tr

_OURS: dict[str, Callable[[], str]] = {
    "usage: ": lambda: tr("utilisation :") + " ",
    "positional arguments": lambda: tr("arguments "),
    "options": lambda: tr("options "),
    "subcommands": lambda: tr("commandes "),
    "show this help message and exit": lambda: tr("montrer cette aide et finir"),
    "%(prog)s: error: %(message)s\n": lambda: tr("%(prog)s : %(message)s") + "\n",
    "argument %(argument_name)s: %(message)s": lambda: tr("argument %(argument_name)s : %(message)s"),
    "unrecognized arguments: %s": lambda: tr("arguments inconnus : %s"),
    "the following arguments are required: %s": lambda: tr("il manque : %s"),
    "one of the arguments %s is required": lambda: tr("il faut l’un des arguments %s"),
    "not allowed with argument %s": lambda: tr("ne va pas avec l’argument %s"),
    "ignored explicit argument %r": lambda: tr("ne prend pas de valeur : %r"),
    "expected one argument": lambda: tr("il y faut une valeur"),
    "expected at most one argument": lambda: tr("il y faut une valeur au plus"),
    "expected at least one argument": lambda: tr("il y faut au moins une valeur"),
    "expected %s argument": lambda: tr("il y faut %s valeur"),
    "expected %s arguments": lambda: tr("il y faut %s valeurs"),
    "ambiguous option: %(option)s could match %(matches)s": lambda: tr("%(option)s peut vouloir dire %(matches)s"),
    "invalid %(type)s value: %(value)r": lambda: tr("valeur impossible : %(value)r"),
    "invalid choice: %(value)r (choose from %(choices)s)": lambda: tr(
        "choix impossible : %(value)r (au choix : %(choices)s)"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": lambda: tr(
        "commande inconnue : %(parser_name)r (au choix : %(choices)s)"
    ),
}
"""What argparse of Python 3.11 to 3.13 says to whoever calls a program; what it says to programmers stays English.

A heading ends in a blank, for argparse puts a colon there.
"""


def speak() -> None:
    """Let argparse speak the language in use from now on."""
    for name, words in (("_", _words), ("ngettext", _counted)):
        setattr(argparse, name, words)


def _words(english: str) -> str:
    ours = _OURS.get(english)
    return ours() if ours else english


def _counted(singular: str, plural: str, n: int) -> str:
    return _words(singular if n == 1 else plural)
