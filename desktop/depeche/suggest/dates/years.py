"""Bare numbers that are years: « en 2024 », « 2014-2015 », « présidentielle 2022 »; not « 2000 soldats »."""

from __future__ import annotations

from depeche.suggest.dates.days import Read, year
from depeche.suggest.dates.moments import Point, Range
from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import COUNTED, NUMBERED

_SURE_LEADS = {"en", "depuis", "avant", "dès", "fin", "debut", "courant", "annee", "an", "horizon", "millesime"}
_FAIR_LEADS = {
    "de", "apres", "vers", "et", "ou", "pour", "sur", "que", "entre", "contre", "à", "exercice", "saison", "edition",
    "rentree", "budget", "election", "elections", "presidentielle", "presidentielles", "legislatives", "municipales",
    "rapport", "crise", "guerre", "accord", "accords", "traite", "coup", "recensement", "constitution", "d", "du",
    "des", "par", "jusque", "comme", "ni", "voire", "puis", "soit", "dont",
}  # fmt: skip


def counts(t: Tokens, i: int, *, only_known: bool = False) -> bool:
    """Tell whether the token after a number is something counted, so that the number is no year."""
    key = t.key(i)
    if key in COUNTED or key in {"%", "€", "$", "£", "°"}:
        return True
    if only_known:
        return False
    plural = len(key) > 3 and key[-1] in "sx" and t.word(i).islower()
    return plural and key not in {
        "mais", "dans", "sous", "vers", "apres", "alors", "puis", "sans", "hors", "lors", "depuis", "dès", "plus",
        "tres", "jamais", "toujours", "pas", "nous", "vous", "ils", "elles", "ces", "ses", "leurs", "chez", "deux",
        "trois", "plusieurs", "suivants", "certains", "certaines", "seuls", "seules", "quelques", "moins", "parmi",
        "ceux", "celles", "ailleurs", "aux", "les", "des", "pres", "outre", "notamment", "devenus", "devenues",
    }  # fmt: skip


def sure_year(t: Tokens, i: int) -> Read:
    """Read a year, or years joined, where nothing says that the number counts or names something."""
    read = year(t, i)
    if read is None:
        return None
    value, j = read
    before = t.key(i - 1)
    if t.touches(i - 1) and before in {"-", "/", ".", ",", ":", "+", "#", "_", "@", "€", "$"}:
        return None
    if t.touches(i) and t.key(j) in {"-", "/", "_"} and t.touches(j):
        joined = t.key(j + 1)
        if joined.isdecimal() and t.key(j) in {"-", "/"}:
            return _joined(t, value, j + 1)
        if t.key(j) != "-" or joined.isdecimal():
            return None
    if t.touches(i) and t.key(j)[:1].isalpha():
        return None
    if t.key(j) == "-" and year(t, j + 1) and not counts(t, j + 2):
        return _joined(t, value, j + 1)
    if before.isdecimal() or t.key(j).isdecimal() or counts(t, j, only_known=before in _SURE_LEADS):
        return None
    if before in NUMBERED or (t.key(i - 2) in NUMBERED and before in {"n", "°"}) or _measures(t, i):
        return None
    modern = 1900 <= value <= 2100
    if before in _SURE_LEADS and not _closes_name(t, i):
        return Point(year=value), j
    if before == "(" and t.key(j) in {")", ",", "-", "et", ":"}:
        return (Point(year=value), j) if value >= 1400 else None
    if before == "'" and t.key(i - 2) == "d":
        return (Point(year=value), j) if modern else None
    return None


def _joined(t: Tokens, first: int, i: int) -> Read:
    key = t.key(i)
    if len(key) == 4 and year(t, i):
        last = int(key)
    elif len(key) == 2:
        last = first // 100 * 100 + int(key)
    else:
        return None
    follows = t.touches(i) and t.touches(i + 1) and t.key(i + 1) in {"-", "/", "."} and t.key(i + 2).isdecimal()
    if not first < last <= first + 200 or follows:
        return (Point(year=first), i - 1) if key.isdecimal() and len(key) == 4 and not t.touches(i - 1) else None
    return Range(Point(year=first), Point(year=last)), i + 1


def _measures(t: Tokens, i: int) -> bool:
    """Tell whether « de » before the number at `i` leads to a measure (but « la loi de 2008 » has a year)."""
    return t.key(i - 1) == "de" and t.key(i - 2) in {"altitude", "page", "pages", "numero", "no", "poste", "rue", "vol"}


_VERBS = {
    "a", "sera", "est", "fut", "s", "n", "aura", "avait", "etait", "marque", "marquera", "restera", "devrait",
    "pourrait", "verra", "commence", "commencera", "promet",
}  # fmt: skip
"""What follows a year that begins a sentence."""

_PROGRAMMES = {
    "horizon", "vision", "agenda", "plan", "programme", "objectif", "objectifs", "strategie", "projet", "windows",
    "office", "boussole", "mission", "cap", "initiative", "feuille",
}  # fmt: skip
"""What a year is a part of the name of, when they begin with a capital."""

_NO_NAME = {"en", "de", "du", "d", "pour", "dès", "fin", "debut", "mi", "et", "à", "l", "'"}


def _closes_name(t: Tokens, i: int) -> bool:
    """Tell whether the year at `i` closes a name: « Agenda 2030 », « Horizon vert 2035 », « plan “Sahel 2035” »."""
    for j in range(i - 1, i - 4, -1):
        word = t.key(j)
        if not word.isalpha() or word in _NO_NAME:
            return word in _OPENING and j < i - 1 and t.capital(j + 1) and t.key(j - 1) in _NAMED
        if word in _PROGRAMMES:
            return t.capital(j) or (word in _NAMED and j < i - 1 and t.capital(j + 1))
    return False


_MAKERS = set(
    "peugeot renault citroën citroen bmw mazda lada saab rover falcon dassault fox fokker boeing airbus tupolev "
    "antonov iliouchine volvo fiat opel ford toyota nissan mercedes porsche skoda yamaha honda suzuki kawasaki ducati "
    "nokia seat kia hyundai volkswagen audi alfa jeep dacia moskvitch gaz zil kamaz scania iveco".split()
)
"""Makers and names whose models bear numbers that look like years: « Peugeot 2008 »."""
_HELD_YEARLY = set(
    "tour mondial euro giro vuelta coupe salon festival championnat grand open super classico sommet rapport jeux "
    "prix brexit noel beaujolais".split()
)
"""What comes again every year, so that a number behind it is the year."""


def _is_model(t: Tokens, i: int) -> bool:
    """Tell whether the number at `i` is a model's: « de Peugeot 2008 », « une Clairval 2008 », no « Paris 2024 »."""
    if not t.capital(i - 1):
        return False
    name = t.key(i - 1)
    one = t.key(i - 2) in {"un", "une"} and not (t.word(i - 1).isupper() and len(name) > 1)
    return name in _MAKERS or (one and name not in _HELD_YEARLY)


_NAMED = {"plan", "programme", "agenda", "strategie", "vision", "initiative"}
_OPENING = {"«", '"', "“"}
_NOT_BEFORE_YEARS = {
    "avec", "dans", "plus", "moins", "environ", "quelque", "pres", "presque", "jusqu", "chez", "sous", "sont", "leurs",
    "etaient", "avait", "avaient", "compte", "comptait", "deja", "encore", "tous", "toutes", "leur", "mille", "par",
    "seulement", "dollars", "euros", "tuant", "faisant", "blessant", "les", "des", "ces", "ses", "aux", "ont", "mes",
    "fait", "soit", "total", "quelques", "autres", "nos", "vos",
}  # fmt: skip
"""What stands before an amount, and not before a year."""


def likely_year(t: Tokens, i: int) -> Read:
    """Read a year after words that also stand before other numbers."""
    read = year(t, i)
    if read is None or t.touches(i - 1) or (t.touches(i) and t.key(i + 1)[:1].isalnum()):
        return None
    value, j = read
    before = t.key(i - 1)
    if t.capital(j) and t.touches(j) and t.key(j + 1).isdecimal():
        return None  # « 2014 UZ224 », a celestial body
    # « la révolution de 1789, », and « 1789 : » that begins a line
    closed = (before in {"de", "depuis", "des"} and not t.key(j)[:1].isalpha()) or (t.opens(i) and t.key(j) == ":")
    if not (1400 if closed else 1800) <= value <= 2100 or before.isdecimal() or t.key(j).isdecimal() or counts(t, j):
        return None
    if t.touches(i) and t.key(j) in {"-", "/"}:
        return None
    if before in NUMBERED or (t.key(i - 2) in NUMBERED and before != "de") or _measures(t, i):
        return None
    if before in _FAIR_LEADS:
        return Point(year=value), j
    named = len(before) > 2 or (len(before) == 2 and t.word(i - 1).isupper())  # « JO 2024 »
    if _is_model(t, i):
        return None
    noun = before.isalpha() and named and not _closes_name(t, i)
    if noun and before not in _NOT_BEFORE_YEARS and value >= 1900:
        return Point(year=value), j
    if t.opens(i) and (not t.key(j)[:1].isalpha() or t.key(j) in _VERBS):
        return Point(year=value), j
    listed = t.key(j) in {"et", "ou"} and year(t, i - 2)
    if before == "," and (listed or t.key(j) in {",", "\n", "", ".", ")"}):
        return Point(year=value), j
    return None
