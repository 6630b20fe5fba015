"""Measures, currencies and large multiples as French writes them. Plain facts; knows no sentence."""

from __future__ import annotations

from enum import Enum, auto
from fractions import Fraction
from typing import NamedTuple

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


_FIXED = {"de", "par", "à", "CFA", "FCFA", "US", "sterling"}

# ISO 4217. « livre » alone is left out: a weight, a book or six currencies.
_MONEY = """
EUR: euro, €, eur
USD: dollar, dollar américain, dollar US, billet vert, $, us$, $us, usd
CAD: dollar canadien, $ca
AUD: dollar australien
HKD: dollar de Hong Kong, dollars de Hong Kong, dollar hongkongais
TWD: dollar taïwanais
GBP: livre sterling, livre britannique, £, gbp
TRY: livre turque
EGP: livre égyptienne
LBP: livre libanaise
SYP: livre syrienne
CHF: franc suisse, chf
XOF: franc CFA, FCFA, XOF
FRF: franc français, franc
RUB: rouble, rouble russe, ₽
UAH: hryvnia, hryvnia ukrainienne, ₴
CNY: yuan, renminbi
JPY: yen, ¥
KRW: won, won sud-coréen
KPW: won nord-coréen
INR: roupie, roupie indienne, ₹
PKR: roupie pakistanaise
ILS: shekel, ₪
IRR: rial, rial iranien
SAR: riyal, riyal saoudien
QAR: riyal qatari
AED: dirham émirati
MAD: dirham, dirham marocain
DZD: dinar algérien
TND: dinar tunisien
IQD: dinar irakien
KWD: dinar koweïtien
PLN: zloty
CZK: couronne tchèque
SEK: couronne suédoise
NOK: couronne norvégienne
DKK: couronne danoise
HUF: forint
RON: leu
RSD: dinar serbe
BRL: real, réal, réaux
ZAR: rand
NGN: naira
BIF: franc burundais
RWF: franc rwandais
CDF: franc congolais
GNF: franc guinéen
DJF: franc djiboutien
XPF: franc Pacifique
ISK: couronne islandaise
ARS: peso argentin
MXN: peso mexicain
CLP: peso chilien
COP: peso colombien
CUP: peso cubain
PHP: peso philippin
VES: bolivar
LYD: dinar libyen
JOD: dinar jordanien
BHD: dinar bahreïni
MRU: ouguiya
SDG: livre soudanaise
NZD: dollar néo-zélandais
SGD: dollar singapourien, dollar de Singapour, dollars de Singapour
TWD: dollar de Taïwan, dollars de Taïwan
IDR: roupie indonésienne
LKR: roupie sri-lankaise
BDT: taka
THB: baht
MYR: ringgit
VND: dong
KZT: tenge
GEL: lari
AZN: manat
AMD: dram
AFN: afghani
MMK: kyat
ETB: birr
KES: shilling kényan
GHS: cedi
BYN: rouble biélorusse
MDL: leu moldave
BGN: lev
"""
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
milles marins: mille marin, mille nautique
nœuds: nœud, noeud
années-lumière: année-lumière, années-lumière
ua: unité astronomique, unités astronomiques, ua
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
°C: degré Celsius, ° c, °c, degré
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
    "pour mille": Unit("‰", Family.PERCENT),
    "point de pourcentage": Unit("points de pourcentage", Family.PERCENT),
    "points de pourcentage": Unit("points de pourcentage", Family.PERCENT),
    "points de base": Unit("points de base", Family.PERCENT),
    "point de pib": Unit("points de PIB", Family.PERCENT),
    "points de pib": Unit("points de PIB", Family.PERCENT),
    "fois": Unit("fois", Family.TIMES),
}
_UNITS: Phrases[Unit] = Phrases(
    _table(_MONEY, Family.MONEY) | _table(_MEASURES, Family.MEASURE) | _table(_TIMES, Family.TIME) | _OTHERS
)
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
    found = _UNITS.at(tokens, index)
    if found is None or not tokens.follows(index):
        return None
    end, unit = found
    token, after = tokens[index], tokens[end]
    # « 5 l'… », « 3 M. », « 5G »: an initial or a name, not litres, metres or grams.
    letter = end == index + 1 and token.text in _LETTERS
    if letter and (not digits or (token.upper and token.text != "l") or after.text in {"'", "."}):
        return None
    if tokens.joined(end) and (after.kind in {Kind.WORD, Kind.NUMBER} or _goes_on(tokens, end)):
        return None
    return end, unit


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
