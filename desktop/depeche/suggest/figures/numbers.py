"""Numbers read from French digits and words, and written as the value of a figure. Knows no text around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

_UNITS = "un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_TENS = "vingt vingts trente quarante cinquante soixante septante huitante octante nonante"
NUMBER_WORDS = frozenset(f"{_UNITS} {_TENS} cent cents mille mil zéro".split())
LARGE_WORDS = frozenset("million millions milliard milliards".split())
LONGEST = 32
"""How many tokens a number in words may run to, hyphens and « et » included."""

_MOST_DIGITS = 24  # beyond, a run of digits is a serial number, and slow to reckon with
_DECIMALS = 12
_BLANKS = re.compile(r"[\s'’]")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_ATOM = r"-?\d+(?:\.\d+)?(?: %)?|\d+/\d+"
_VALUE = re.compile(rf"~?(?:{_ATOM})|(?:{_ATOM})?\.\.(?:{_ATOM})|(?:{_ATOM})\.\.")


def read_digits(text: str) -> Fraction | None:
    """Return the number that digits with French separators stand for, None where they are no number.

    A dot or an apostrophe before groups of three digits sets off thousands (« 25.000 »), as the French-speaking press
    writes; any other single dot or comma is decimal (« 2.5 », « 2,5 »). Two kinds of sign with the last once are both.
    """
    digits = _BLANKS.sub("", text)
    if len(digits) > _MOST_DIGITS:
        return None
    if digits.isascii() and digits.isdigit():
        return Fraction(digits)
    whole, comma, rest = digits.partition(",")
    groups = whole.split(".")
    grouped = len(groups) > 1 and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    if grouped and not groups[0].startswith("0"):
        whole = "".join(groups)
    elif len(groups) == 2 and not comma:
        return _decimal(whole)
    elif len(groups) > 1:
        return None
    if rest.count(",") and all(len(group) == 3 for group in rest.split(",")) and len(whole) <= 3:
        return _decimal(whole + rest.replace(",", ""))
    if rest == "000" and len(whole) <= 3 and whole != "0":
        # « 10,000 » is a thousands group in the English way: nobody writes three decimals that say nothing.
        return _decimal(whole + rest)
    return _decimal(f"{whole}.{rest}" if comma else whole)


def _decimal(text: str) -> Fraction | None:
    return Fraction(text) if _PLAIN.fullmatch(text) else None


def read_words(words: Sequence[str]) -> Fraction | None:
    """Return the number that French number words, in lower case and without hyphens, stand for; None if they do not."""
    # Here and not above: the words are Rust's, and a project without a number word need not load them.
    from text_to_num import text2num

    try:
        return Fraction(int(text2num(" ".join(words), "fr")))
    except ValueError:
        return None


def show(number: Fraction, share: bool = False) -> str:
    """Write a number as in a value: decimal point, no separators, no exponent; a `share` as « 1/3 »."""
    if share:
        return f"{number.numerator}/{number.denominator}"
    if number.denominator == 1:
        return str(number.numerator)
    sign, scaled = "-" if number < 0 else "", round(abs(number) * 10**_DECIMALS)
    whole, rest = divmod(scaled, 10**_DECIMALS)
    return f"{sign}{whole}.{rest:0{_DECIMALS}d}".rstrip("0").rstrip(".")


def is_figure_value(value: object) -> bool:
    """Tell whether `value` is written as the guide wants it: `11000`, `25000..30000`, `..25000`, `2000..`, `~600`,
    `1/3`, `50 %`."""
    return isinstance(value, str) and _VALUE.fullmatch(value) is not None


def rewrite(value: str) -> str:
    """Return a figure value with its numbers in plain form: a dot before groups of three set off thousands."""
    return _DIGITS.sub(lambda match: show(read_digits(match.group()) or Fraction(match.group())), value)
