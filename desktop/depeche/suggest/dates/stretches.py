"""Stretches of time counted from somewhere: « il y a dix jours », « depuis trois ans », « ces derniers mois »."""

from __future__ import annotations

from depeche.suggest.dates.amounts import VAGUE, ages, amount, bound, matches, number
from depeche.suggest.dates.days import Read, days, year, year_of
from depeche.suggest.dates.moments import Aim, Amount, Bound, Origin, Period, Point, Range, Shift, Unit, Window
from depeche.suggest.dates.periods import named_month
from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import AIMS, UNITS
from depeche.suggest.dates.years import counts

_LATER: tuple[tuple[tuple[str, ...], int], ...] = (
    (("plus", "tard"), 1), (("plus", "tot"), -1), (("auparavant",), -1), (("avant",), -1), (("apres",), 1),
    (("jour", "pour", "jour", "apres"), 1), (("jour", "pour", "jour", "avant"), -1),
)  # fmt: skip
_GOES_ON = {
    "le", "la", "l", "les", "un", "une", "des", "du", "son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces",
    "celle", "celui", "ceux", "celles", "que", "qu", "avoir", "etre", "sur", "notre", "votre", "mon", "ma", "mes", "de",
    "d", "s", "qui", "lui", "elle", "eux", "elles", "moi", "toi", "cela", "ca", "quoi",
}  # fmt: skip
"""What makes « après » and « avant » a preposition, which stays outside, and no adverb."""


_TAKES = set(
    "prend prendre prendra prenait pris prit dure dura dure durait duree durer durera passe passer passera passait "
    "passent mis met mettra mettre attend attendu attendre attendait attendra patienter patiente faut fallut fallu "
    "faudra faudrait demande necessite requis purge purger vecu travaille".split()
)
"""What says of a stretch of time how long something took, so that « avant » and « après » behind it anchor nothing."""


def ago(t: Tokens, i: int) -> Read:
    """Read « il y a dix jours », « il y a plus de deux ans »."""
    if not matches(t, i, ("il", "y", "a")):
        return None
    j = i + 3
    if matches(t, j, ("de", "cela")):
        j += 2
    if t.key(j) in {"deja", "maintenant", "desormais", "exactement", "seulement", "tout", "bientot", "precisement"}:
        j += 2 if matches(t, j, ("tout", "juste")) else 1
    read = ages(t, j) or amount(t, j)
    if read is None or (t.key(read[1]) in {"de", "d"} and t.key(read[1] + 1) not in {"cela", "ca"}):
        return None
    return Shift(read[0], -1, Origin.NOW), read[1]


def measured(t: Tokens, i: int) -> Read:
    """Read a number of units that something anchors: « trois jours plus tard »; after « depuis », « en », « dans »."""
    lead = _lead(t, i)
    read = amount(t, i, bare_plural=lead == "depuis")
    if read is None:
        return None
    much, j = read
    apart = j + 1 if t.key(j) in {"seulement", "exactement", "environ", "juste"} else j
    for keys, sign in _LATER:
        if matches(t, apart, keys):
            after = apart + len(keys)
            if t.key(i - 1) in {"de", "'"}:
                return None  # « un homme de 52 ans après », « une peine de dix ans avant »
            if t.key(i - 1) in _TAKES or (t.key(i - 2) in _TAKES and t.key(i - 1) in {"encore", "pres", "environ"}):
                return None  # « l'enquête a pris deux ans avant d'aboutir »
            anchor = _anchor(t, after, much.unit) if keys[-1] in {"avant", "apres"} else None
            if anchor:
                return Shift(much, sign, Origin.TEXT, anchor[0]), anchor[1]
            if keys[-1] in {"avant", "apres"} and _continues(t, after):
                return Shift(much, sign, Origin.EVENT), j
            return Shift(much, sign, Origin.TEXT), after
    if much.unit is Unit.HOUR and (much.count < 24 or much.vague) and lead != "depuis":
        return None
    if lead == "depuis":
        return Window(much, -1), j
    if lead == "faisait":
        return Shift(much, -1, Origin.EVENT), j
    if t.key(j) in {"suivants", "suivantes", "precedents", "precedentes"} and t.key(i - 1) in {"les", "des", "aux"}:
        return Shift(much, 1, Origin.EVENT), j + 1  # « au cours des deux années suivantes »
    if _of_the_story(t, i, j):
        return Shift(much, 1, Origin.EVENT), j
    single = much.count == 1 and t.key(j - 1) in {"journee", "annee"}
    if lead == "en" and not single and much.unit is not Unit.CENTURY and (much.count * 2) % 1 == 0:
        return Window(much, -1, either=True), j
    if lead == "dans" and not single:
        return Shift(much, 1, Origin.NOW), j
    if lead in {"ici", "sous", "dans les"}:
        return Window(much, 1), j
    if lead == "voila":
        told = t.key(i - 1) in {"voila", "voici"} and t.key(j) not in {"que", "qu"}
        return (Shift(much, -1, Origin.NOW) if told else Window(much, -1)), j  # « voici dix ans, … »
    near = much.unit in {Unit.DAY, Unit.WEEK, Unit.MONTH} and number(t, i - 2) is None
    if t.key(i - 1) == "à" and near and _of_an_event(t, j):
        return Shift(much, -1, Origin.EVENT), j
    return None


_DAY_UNITS = {Unit.HOUR, Unit.DAY, Unit.WEEK}


def _anchor(t: Tokens, i: int, unit: Unit) -> Read:
    """Read the date right behind « avant » or « après », where it is fine enough to count such units from."""
    j = i + 1 if t.key(i) in {"le", "la"} else i
    read: Read = days(t, j) or named_month(t, j)
    plain = year(t, j)
    if read is None and plain and not counts(t, plain[1]):
        read = Point(year=plain[0]), plain[1]
    if read is None or not isinstance(read[0], Point):
        return None
    fine = read[0].day if unit in _DAY_UNITS else read[0].month or unit not in {Unit.MONTH, Unit.QUARTER, Unit.HALF}
    return read if fine else None


def _of_the_story(t: Tokens, i: int, j: int) -> bool:
    """Tell whether an amount is of what came before or after an event: « les deux années qui ont suivi la guerre »."""
    if t.key(i - 1) not in {"les", "des", "aux", "la", "l"} or t.key(j) != "qui":
        return False
    verb = t.key(j + 2) if t.key(j + 1) in {"ont", "a", "avaient", "avait", "auront"} else t.key(j + 1)
    return verb.startswith(("suiv", "preced"))


def _of_an_event(t: Tokens, i: int) -> bool:
    """Tell whether what follows an amount is an event it is counted to: « à deux jours du vote » (no « de prison »)."""
    return t.key(i) in {"du", "des"} or (t.key(i) == "de" and t.key(i + 1) in {"la", "l", "son", "sa", "leur", "cette"})


def _continues(t: Tokens, i: int) -> bool:
    key = t.key(i)
    return key in _GOES_ON or (t.capital(i) and key not in {"", "\n"}) or key.isdecimal()


def _lead(t: Tokens, i: int) -> str:
    """Return what anchors the amount at `i`: « depuis », « en », « dans », « ici », « voila »… or nothing."""
    j = i - 1
    while j >= 0 and t.key(j) in {"maintenant", "deja", "desormais", "seulement", "exactement"}:
        j -= 1
    key = t.key(j)
    if key in {"depuis", "en", "sous", "dans"}:
        return key
    if key == "les" and t.key(j - 1) == "dans":
        return "dans les"
    if key == "ici" or (key == "à" and t.key(j - 1) == "ici"):
        return "ici"
    if key == "faisait" and t.key(j - 1) in {"cela", "ca"}:
        return "faisait"
    if key in {"voila", "voici"} or (key == "fait" and t.key(j - 1) in {"cela", "ca"}):
        return "voila"
    return ""


def recent(t: Tokens, i: int) -> Read:
    """Read « ces trois dernières semaines », « dernières 24 heures », « deux prochaines années », « jours à venir »."""
    j = i
    shown = t.key(j) in {"ces", "cette"}
    if shown:
        j += 1
    count: float | None = None
    kind, j = bound(t, j)
    read = number(t, j)
    if read:
        count, j = read
        if count == 1:
            return None
    if t.key(j) == "toutes" or t.key(j) == "tous":
        j += 1
    sign = _sign(t.key(j))
    if sign:
        j += 1
        if count is None:
            read = number(t, j)
            if read and read[0] > 1:
                count, j = read
        elif t.key(j) in {"longues", "longs"}:
            j += 1
        unit = UNITS.get(t.key(j))
        if unit is None or not t.key(j).endswith("s"):
            return None
        return _window(count, unit, kind, sign), j + 1
    unit = UNITS.get(t.key(j))
    if unit is None or not t.key(j).endswith("s"):
        return None
    if matches(t, j + 1, ("à", "venir")) or matches(t, j + 1, ("qui", "viennent")):
        return _window(count, unit, kind, 1), j + 3
    sign = _sign(t.key(j + 1))
    if t.key(j + 1).startswith("passe") and t.key(j + 2) in _SPENT:
        return None  # « dix ans passés à la tête du parti »
    if sign and t.key(j + 1).endswith("s") and (t.key(j) != "mois" or t.key(j - 1) not in {"le", "du", "au"}):
        return _window(count, unit, kind, sign), j + 2
    if shown and t.key(j) == "jours":
        return None
    return None


_SPENT = {
    "à", "a", "au", "aux", "en", "dans", "chez", "sous", "comme", "derriere", "avec", "sans", "hors", "loin", "par",
}  # fmt: skip
"""What tells « passés » = spent from « passés » = past."""


def _sign(key: str) -> int:
    if not key.endswith("s"):
        return 0
    aim = AIMS.get(key)
    return -1 if aim is Aim.LAST else 1 if aim is Aim.NEXT else 0


def _window(count: float | None, unit: Unit, kind: Bound, sign: int) -> Window:
    if count is None:
        return Window(Amount(VAGUE, unit, Bound.ABOUT, vague=True), sign)
    return Window(Amount(count, unit, kind), sign)


def last_stretch(t: Tokens, i: int) -> Read:
    """Read « dernière décennie », « dernier mois » after « au cours de », « depuis »."""
    if t.key(i) not in {"dernier", "derniere", "prochain", "prochaine"}:
        return None
    unit = UNITS.get(t.key(i + 1))
    if unit is None or unit in {Unit.HOUR, Unit.DAY}:
        return None
    course = "cours" in {t.key(i - 2), t.key(i - 3)} or t.key(i - 2) in {"depuis", "durant", "pendant", "dans"}
    if not course or t.key(i + 2) in {"de", "du", "d"}:
        return None
    return Window(Amount(1, unit), -1 if t.key(i).startswith("dernier") else 1), i + 2


def months_of(t: Tokens, i: int) -> Read:
    """Read « six premiers mois de l'année », « trois derniers mois de 2024 »."""
    read = number(t, i)
    if read is None or not 1 < read[0] < 12 or t.key(read[1] + 1) != "mois":
        return None
    count, j = int(read[0]), read[1]
    if t.key(j) not in {"premiers", "derniers"} or t.key(j + 2) != "de":
        return None
    first, last = (1, count) if t.key(j) == "premiers" else (13 - count, 12)
    around, after = year_of(t, j + 2) or (None, 0)
    if around is None and matches(t, j + 3, ("l", "'", "annee")):
        around, after = Period(Unit.YEAR, 0), j + 6
    named = year(t, after if around == Period(Unit.YEAR, 0) else j + 3)
    if named:
        return Range(Point(year=named[0], month=first), Point(year=named[0], month=last)), named[1]
    if around is None:
        return None
    return Range(Point(month=first, within=around), Point(month=last, within=around)), after


def deictic(t: Tokens, i: int) -> Read:
    """Read « hier », « aujourd'hui », « après-demain », without the part of the day."""
    key = t.key(i)
    if key in {"avant", "apres"} and t.key(i + 1) == "-":
        if key == "avant" and t.key(i + 2) == "hier":
            return Period(Unit.DAY, -2), i + 3
        if key == "apres" and t.key(i + 2) == "demain":
            return Period(Unit.DAY, 2), i + 3
        if key == "avant" and t.key(i + 2) == "veille" and t.key(i + 3) not in {"de", "du", "d", "des"}:
            return Period(Unit.DAY, -2, Origin.TEXT), i + 3
        return None
    if key == "hier":
        return Period(Unit.DAY, -1), i + 1
    if key == "demain":
        return Period(Unit.DAY, 1), i + 1
    if key == "aujourd" and t.key(i + 1) == "'" and t.key(i + 2) == "hui":
        return Period(Unit.DAY, 0), i + 3
    return None


def _said_before(t: Tokens, i: int) -> bool:
    """Tell whether « de » behind « la veille » goes with the verb before: « avait menacé la veille d'attaquer »."""
    infinitive = t.key(i + 3) if t.key(i + 1) == "d" else t.key(i + 2)
    return infinitive.endswith(("er", "ir", "re")) and t.word(i - 2).endswith(("é", "ée", "és", "is", "it", "u", "ait"))


def anaphoric(t: Tokens, i: int) -> Read:
    """Read « veille », « lendemain », « même jour »: days counted from the date last named."""
    key = t.key(i)
    if key in {"veille", "lendemain", "surlendemain"}:
        if t.key(i - 1) not in {"la", "le"} or (t.key(i - 2) in {"à"} and t.key(i + 1) in {"de", "du", "d", "des"}):
            return None
        if t.key(i + 1) in {"de", "du", "d", "des"} and not _said_before(t, i):
            return None
        return Period(Unit.DAY, {"veille": -1, "lendemain": 1, "surlendemain": 2}[key], Origin.TEXT), i + 1
    if key == "meme":
        unit = UNITS.get(t.key(i + 1))
        if t.key(i - 1) not in {"le", "la", "du", "au"} or unit is None or unit in {Unit.HOUR, Unit.CENTURY}:
            return None
        if t.key(i + 1).endswith("s") and unit is not Unit.MONTH:
            return None
        return Period(unit, 0, Origin.TEXT), i + 2
    return None
