"""Measures, rates and large multiples as French writes them. Plain facts; knows no sentence."""

from __future__ import annotations

import re
from enum import Enum, auto
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from depeche.suggest.figures.currencies import MONEY
from depeche.suggest.figures.tokens import Gap, Kind, Phrases, Tokens


class Family(Enum):
    """What a unit measures, as far as the grammar must know."""

    MONEY = auto()
    PERCENT = auto()
    MEASURE = auto()
    TIME = auto()
    TIMES = auto()


class Unit(NamedTuple):
    """A unit as a figure carries it: `code` is an ISO 4217 code, an SI symbol, `%`, or a French noun in the plural."""

    code: str
    family: Family


def _table(lines: str, family: Family) -> dict[str, Unit]:
    """Read lines « code: form, form »; a form in brackets may take a plural s on each of its words."""
    table: dict[str, Unit] = {}
    for line in lines.strip().splitlines():
        code, _, forms = line.strip().partition(": ")
        for form in forms.split(", "):
            table[form] = Unit(code, family)
            if len(form) > 2 and "'" not in form:
                table[" ".join(w if w.endswith(("s", "x")) or w in _FIXED else w + "s" for w in form.split())] = Unit(
                    code, family
                )
    return table


_FIXED = {"de", "par", "à", "CFA", "FCFA", "US", "sterling", "Fahrenheit"}

_MEASURES = """
km: kilomètre, km, kms
km²: kilomètre carré, km², km2
m: mètre, m
m²: mètre carré, m², m2
m³: mètre cube, m³, m3
cm: centimètre, cm
mm: millimètre, mm
nm: nanomètre, nm
km/h: kilomètre par heure, kilomètre-heure, kilomètres-heure, kilomètre à l'heure, km/h, kilomètre/heure
km/h: kilomètres à l'heure
m/s: mètre par seconde, mètres par seconde, m/s
km/s: kilomètre par seconde, kilomètres par seconde, km/s
cm²: centimètre carré, cm², cm2
mm²: millimètre carré, mm², mm2
cm³: centimètre cube, cm³, cm3
µm: micromètre, µm
km/h: kilomètres heure
hPa: hectopascal, hpa
mSv: millisievert, msv
mSv/h: millisievert par heure, millisieverts par heure, msv/h
µSv/h: microsievert par heure, microsieverts par heure, µsv/h
Bq: becquerel, bq
Hz: hertz, hz
V: volt
kV: kilovolt, kv
Mbit/s: mbit/s
Gbit/s: gbit/s
mL: millilitre, ml
cL: centilitre, cl
milles marins: mille marin, mille nautique
nœuds: nœud, noeud
années-lumière: année-lumière, années-lumière
ua: unité astronomique, unités astronomiques, ua
miles: mile
GeV: gigaélectronvolt, gev
pieds: pied
pouces: pouce
ha: hectare, ha
t: tonne, t
kt: kilotonne
Mt: mégatonne
kg: kilogramme, kilo, kg
g: gramme, g
mg: milligramme, mg
µg/m³: microgramme par mètre cube, µg/m³, µg/m3
L: litre, l
hL: hectolitre, hl
barils: baril
°C: degré Celsius, ° c, °c, ° celsius, celsius, degré
°F: degré Fahrenheit, ° f, °f, fahrenheit
K: kelvin
acres: acre
gallons: gallon
onces: once
µg: microgramme
°: °
W: watt
kW: kilowatt, kw
MW: mégawatt, mw
GW: gigawatt, gw
kWh: kilowattheure, kwh
MWh: mégawattheure, mwh
GWh: gigawattheure, gwh
TWh: térawattheure, twh
Mo: mégaoctet, mo
Go: gigaoctet, go
To: téraoctet, to
kHz: kilohertz, khz
MHz: mégahertz, mhz
GHz: gigahertz, ghz
"""
_TIMES = """
ans: an, ans
années: année
mois: mois
semaines: semaine
jours: jour
journées: journée
nuits: nuit
heures: heure, h
minutes: minute, min
secondes: seconde
trimestres: trimestre
siècles: siècle
décennies: décennie
week-ends: week-end, week-ends
"""
_OTHERS = {
    "%": Unit("%", Family.PERCENT),
    "pour cent": Unit("%", Family.PERCENT),
    "pourcent": Unit("%", Family.PERCENT),
    "pour 100": Unit("%", Family.PERCENT),
    "‰": Unit("‰", Family.PERCENT),
    "pourcents": Unit("%", Family.PERCENT),
    "pour-cent": Unit("%", Family.PERCENT),
    "pour mille": Unit("‰", Family.PERCENT),
    "point de pourcentage": Unit("points de pourcentage", Family.PERCENT),
    "points de pourcentage": Unit("points de pourcentage", Family.PERCENT),
    "points de base": Unit("points de base", Family.PERCENT),
    "point de pib": Unit("points de PIB", Family.PERCENT),
    "points de pib": Unit("points de PIB", Family.PERCENT),
    "fois": Unit("fois", Family.TIMES),
    "milles": Unit("milles", Family.MEASURE),
}


@cache
def _units() -> Phrases[Unit]:
    """Return all units by name; hundreds of them, made when the first text comes and not when the program starts."""
    money, measures = _table(MONEY, Family.MONEY), _table(_MEASURES, Family.MEASURE)
    return Phrases(money | measures | _table(_TIMES, Family.TIME) | _OTHERS)


_POINTS = Unit("points", Family.PERCENT)
_POINT_VERBS = (
    "gagn", "perd", "recul", "progress", "grimp", "cèd", "céd", "chut", "baiss", "augment", "bond", "plong", "devanc",
)  # fmt: skip
_POINT_REACH = 5
_DIFFERENCES = frozenset("écart hausse baisse recul avance retard perte gain bond chute repli progression".split())
_SIGNS = {"€": "EUR", "$": "USD", "us$": "USD", "£": "GBP", "¥": "JPY", "EUR": "EUR", "USD": "USD"}
_BEFORE: Phrases[Unit] = Phrases({form: Unit(code, Family.MONEY) for form, code in _SIGNS.items()})
# Signs of a single letter are words or initials unless they are small and follow digits.
_LETTERS = frozenset("m t g l h".split())
_PER_WHAT = (
    "seconde, minute, heure, jour, nuit, semaine, mois, trimestre, an, année, habitant, personne, tête, baril, tonne, "
    "kilo, litre, mètre carré, mètre cube, kilomètre carré"
).split(", ")
_PER: Phrases[str] = Phrases(
    {f"{start}{noun}": f"par {noun}" for start in ("par ", "/") for noun in _PER_WHAT}
    | {"/h": "par heure", "/j": "par jour", "de l'heure": "par heure", "l'an": "par an"}
)
_LARGE = {
    "mille": 3, "millier": 3, "milliers": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9,
    "md": 9, "mds": 9, "mrd": 9, "mrds": 9, "billion": 12, "billions": 12,
}  # fmt: skip
_SHORT = {"k": 3, "m": 6}


def unit_at(tokens: Tokens, index: int, digits: bool) -> tuple[int, Unit] | None:
    """Return the position after the unit that begins at `index`, and the unit. `digits`: it follows digits."""
    found = _units().at(tokens, index) or _coined(tokens, index, digits)
    if found is None or not tokens.follows(index):
        return None
    end, unit = found
    token, after = tokens[index], tokens[end]
    # « 5 l'… », « 3 M. », « 5G »: an initial or a name, not litres, metres or grams.
    letter = end == index + 1 and token.text in _LETTERS
    if letter and (not digits or (token.upper and token.text != "l") or after.text == "'"):
        return None
    if token.text == "milles" and after.kind is Kind.WORD and after.text.endswith(("s", "x")) and after.text != "des":
        return None  # « 12 milles hommes », written wrongly
    if tokens.joined(end) and (after.kind in {Kind.WORD, Kind.NUMBER} or _goes_on(tokens, end)):
        return None
    return end, unit


_CODES = frozenset(re.findall(r"^[A-Z]{3}(?=:)", MONEY, re.MULTILINE))
_CENTS = Unit("cents", Family.MONEY)


def _coined(tokens: Tokens, index: int, digits: bool) -> tuple[int, Unit] | None:
    """Return what a code in capitals says (« 500 DKK »), or « cents » behind digits (« 34 cents le baril »)."""
    code = tokens.text[tokens[index].start : tokens[index].end]
    if code in _CODES:
        return index + 1, Unit(code, Family.MONEY)
    return (index + 1, _CENTS) if digits and code in {"cent", "cents"} else None


def points_at(tokens: Tokens, start: int, index: int) -> tuple[int, Unit] | None:
    """Return the position after « points » at `index`, and the unit, where the number at `start` is a difference of
    shares or of an index (« 1,7 point », « perd 3 points »), not so many topics (« un plan en 12 points »)."""
    if tokens[index].text not in {"point", "points"} or not tokens.follows(index):
        return None
    if tokens[index + 1].text in {"de", "d"}:
        what = tokens[index + (3 if tokens[index + 1].text == "d" else 2)]
        return (index + 1, _POINTS) if what.text in _DIFFERENCES else None
    if "," in tokens[start].text:
        return index + 1, _POINTS
    for at in range(start - 1, start - 1 - _POINT_REACH, -1):
        word = tokens[at]
        if word.text in _DIFFERENCES or word.text.startswith(_POINT_VERBS):
            return index + 1, _POINTS
        if word.kind is not Kind.WORD and word.text != "'":
            return None
    return None


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Tell whether a hyphen ties the word before `index` to another (« tonnes-équivalent », « mois-là »)."""
    return tokens[index].text == "-" and tokens.joined(index + 1) and tokens[index + 1].kind is Kind.WORD


def currency_before(tokens: Tokens, index: int) -> tuple[int, Unit] | None:
    """Return the position of the currency sign right before the number at `index`, and the currency (« €5 »)."""
    found = _BEFORE.before(tokens, index)
    if found is None or tokens[index].gap is Gap.LINE or tokens[found[0] - 1].kind is Kind.NUMBER:
        return None
    return found


def multiple_at(tokens: Tokens, index: int) -> tuple[int, Fraction] | None:
    """Return the position after the multiple at `index`, and its value: « millions », « Md », « M » before « € »."""
    token = tokens[index]
    if not tokens.follows(index):
        return None
    power = _LARGE.get(token.text)
    if power is None and token.text in _SHORT and tokens[index + 1].text in {"€", "$", "£", "¥"}:
        power = _SHORT[token.text]
    if power is None or (tokens[index + 1].text in {"marin", "marins", "nautiques", "nautique"}):
        return None
    return index + 1, Fraction(10**power)


def rate_at(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """Return the position after « par jour », « /h », « de l'heure » at `index`, and its plain form."""
    found = _PER.at(tokens, index)
    if found is None or not tokens.follows(index) or tokens[found[0]].text in {"dernier", "prochain", "passé"}:
        return None  # « 2 % l'an prochain »
    return found
