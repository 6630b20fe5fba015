"""Where a number is no figure: in names, dates, clock times, references, scores. Knows what stands around it."""

from __future__ import annotations

import unicodedata

from depeche.suggest.figures.addresses import addressed
from depeche.suggest.figures.grammar import Figure
from depeche.suggest.figures.names import named
from depeche.suggest.figures.nouns import is_stretch_of_calendar
from depeche.suggest.figures.numbers import NUMBER_WORDS
from depeche.suggest.figures.scores import played
from depeche.suggest.figures.tokens import Gap, Kind, Phrases, Tokens
from depeche.suggest.figures.units import Family
from depeche.suggest.figures.words import MONTHS, TAKES, WEEKDAYS, YEAR_CUES

_TOGETHER = frozenset("les des ces aux nos leurs vos tous toutes".split())
_SINCE = (
    "il y a, il y avait, y a, depuis, voici, voilà, cela fait, ça fait, cela faisait, ça faisait, d'ici, d'ici à, "
    "dans, en, sous"
)
_MEANWHILE = "dans les, sous les, depuis les, au cours des"
_BARELY = ("", " tout juste", " exactement", " maintenant", " déjà", " bientôt", " précisément")
_AGO = Phrases(
    {f"{since}{how}": True for since in _SINCE.split(", ") for how in _BARELY}
    | dict.fromkeys(_MEANWHILE.split(", "), True)
)
_LATER = (
    "plus tard, plus tôt, auparavant, après, avant, jour pour jour, à peine après, seulement après, exactement après"
)
_THEN = Phrases(dict.fromkeys(_LATER.split(", "), True))
_COUNTS = NUMBER_WORDS - {"un", "une"}
_TOTAL_REACH = 6
_ONE_OF = 3
_EARLY = 3  # digits of a year in the first thousand
_MOST_YEARS = 20
_LIST = 12  # no more tokens of a list are looked through
_CLOCK_BEFORE = frozenset("à vers dès avant après midi jusqu de".split())
_CLOCK_AFTER = frozenset("gmt utc locale locales précises pile tapantes".split())
_DAY_PARTS = Phrases(
    dict.fromkeys("du matin, du soir, de l'après-midi, heure de, heure locale, (heure".split(", "), True)
)


def refused(tokens: Tokens, figure: Figure, noun: str | None) -> bool:
    """Tell whether the number of `figure`, followed by `noun` if any, is something else than a figure."""
    bare = figure.unit is None and noun is None
    return (
        _glued(tokens, figure)
        or named(tokens, figure, noun)
        or addressed(tokens, figure)
        or _dated(tokens, figure, noun)
        or _clock(tokens, figure)
        or _anchored(tokens, figure)
        or _together(tokens, figure, bare)
        or (bare and (_listed(tokens, figure) or played(tokens, figure)))
        or _homograph(tokens, figure, bare)
    )


def _glued(tokens: Tokens, figure: Figure) -> bool:
    """« F-16 », « G7 », « 2e », « 4x4 », « 20:30 », « 2-1 », « trois-mâts »."""
    start, end = figure.start, figure.end
    before, after = tokens[start - 1], tokens[end]
    if tokens.joined(start) and (before.kind in {Kind.WORD, Kind.NUMBER} or before.text in {"»", "”"}):
        return True  # « … »1, a note
    tied = tokens.joined(start) and tokens.joined(start - 1) and before.text in {"-", "/", ":", "_", ".", ",", "+"}
    if tied and (tokens[start - 2].kind in {Kind.WORD, Kind.NUMBER} or before.text == "_"):
        return True
    if tokens.joined(end) and after.text == "'" and not figure.first.multiple and tokens[start - 1].text == "°":
        return True  # « 127° 30' »
    if _stopwatch(tokens, start, end):
        return True
    if tokens.joined(start) and before.text == "'" and tokens[start - 2].kind is Kind.NUMBER:
        return True  # « 1'44 »
    if after.text in {"e", "è", "er", "ère", "ème", "nd", "nde"} and figure.first.digits and after.kind is Kind.WORD:
        return True
    if tokens[end].gap is Gap.BLANK and unicodedata.category(tokens.text[after.start]) == "No":
        return True  # « 2 ½ heures »
    if not tokens.joined(end):
        return False
    if after.kind in {Kind.WORD, Kind.NUMBER} or after.text == "_":
        return True
    goes_on = tokens.joined(end + 1) and tokens[end + 1].kind in {Kind.WORD, Kind.NUMBER}
    if after.text == "'" and tokens.joined(end + 1) and tokens[end + 1].kind is Kind.NUMBER:
        return True  # « 1'44 »
    return after.text in {"-", "/", ":", "+"} and goes_on


_FACTORS = frozenset("x × * ^ ·".split())


def _stopwatch(tokens: Tokens, start: int, end: int) -> bool:
    """« 9"81 », « 3'32"89 », « 4 x 100 m », and « 5×10^6 »: neither factor is the amount."""
    for at, beside in ((start - 1, start - 2), (end, end + 1)):
        if tokens[at].text == '"' and tokens[beside].kind is Kind.NUMBER and tokens.joined(max(at, beside)):
            return tokens.joined(min(at, beside) + 1)
    if tokens[start - 1].text in _FACTORS and tokens[start - 2].kind is Kind.NUMBER and tokens.follows(start - 1):
        return True
    return (
        tokens[end].text in _FACTORS
        and tokens[end + 1].kind is not Kind.END
        and (tokens[end + 1].kind is Kind.NUMBER or tokens[end].text == "^")
    )


def _dated(tokens: Tokens, figure: Figure, noun: str | None) -> bool:
    """« en 2024 », « 12 juillet », « samedi 12 », « du 12 au 15 juillet », « 2014-2015 », « années 90 »."""
    if figure.unit is not None or figure.first.multiple or figure.last.multiple:
        return False
    core, token, before = figure.core, tokens[figure.core], tokens[figure.core - 1]
    if before.text in {"année", "années"} and tokens.follows(core):
        return True
    after = tokens[figure.end]
    if after.text in MONTHS and tokens.follows(figure.end) and 1 <= figure.last.number <= 31:
        return True
    if token.kind is not Kind.NUMBER:
        return False
    if before.text in WEEKDAYS or (before.text == "le" and noun is None):
        return True
    if before.text == "en" and noun is None and len(token.text) == len(str(figure.low)) == _EARLY:
        return True  # « en 833 »
    if 1 <= figure.first.number <= 31 and _day_of_list(tokens, figure.end):
        return True
    return _year(tokens, figure, noun)


def _day_of_list(tokens: Tokens, index: int) -> bool:
    """Tell whether the words behind a number lead over other numbers to a month (« 12, 13 et 14 juillet »)."""
    at = index
    while (
        tokens[at].text in {",", "et", "ou", "au", "à", "-"} and tokens[at + 1].kind is Kind.NUMBER and at - index < 12
    ):
        at += 2
        if tokens[at].text in MONTHS:
            return True
    return False


def _year(tokens: Tokens, figure: Figure, noun: str | None) -> bool:
    text, before = tokens[figure.core].text, tokens[figure.core - 1].text
    if len(text) != 4 or not text.isdigit() or not 1000 <= figure.first.number <= 2100:
        return False
    if before in YEAR_CUES and figure.start == figure.core:
        return True
    likely = 1800 <= figure.first.number <= 2100
    if noun is None:
        return likely
    return likely and before in {"de", "'"} and noun.endswith(("és", "ées"))


def _clock(tokens: Tokens, figure: Figure) -> bool:
    """« à 20 heures », « 14 h 30 », « 18h », « 15 heures GMT » (but « 48 heures », « à deux heures de route »)."""
    unit = figure.unit
    hour = tokens[figure.core - 1].text in {"h", "heures"} and tokens[figure.core - 2].kind is Kind.NUMBER
    if hour and figure.low < 60 and (unit is None or unit.code == "minutes"):
        return True  # the minutes of « 14 h 30 »
    if unit is None or unit.code != "heures" or figure.low > 24:
        return False
    after = tokens[figure.end]
    if after.kind is Kind.NUMBER and tokens[figure.end + 1].text in {"minute", "minutes"}:
        return False  # « 1 heure 56 minutes »
    if tokens[figure.end - 1].text == "h":
        return figure.low < 24 or after.kind is Kind.NUMBER
    if after.kind is Kind.NUMBER or after.text in _CLOCK_AFTER or _DAY_PARTS.at(tokens, figure.end) is not None:
        return True
    before = tokens[figure.start - 1].text if figure.start == figure.core else tokens[figure.core - 1].text
    if before in {"est", "était", "sera"} and tokens[figure.core - 2].text == "il":
        return True  # « il est 20 heures »
    hour = tokens[figure.end + 1].text in {"minuit", "midi"} or tokens[figure.end + 2].text in {"h", "heures"}
    if before == "entre" and after.text == "et" and hour:
        return True
    if before == "de":
        return figure.high is not None or after.text == "à"
    return before in _CLOCK_BEFORE and after.text != "de"


def _anchored(tokens: Tokens, figure: Figure) -> bool:
    """« il y a dix jours », « depuis trois ans », « trois jours plus tard », « les deux derniers mois »: dates."""
    if is_stretch_of_calendar(
        tokens, figure.last.end - (figure.unit is not None and figure.unit.family is Family.TIME)
    ):
        return True
    if figure.unit is None or figure.unit.family is not Family.TIME or figure.unit.code in {"minutes", "secondes"}:
        return False  # no calendar knows minutes: « sept minutes avant la fin » measures
    if tokens[figure.start - 1].text == "à" and figure.unit.code != "heures":
        after = tokens[figure.end + 1].text if tokens[figure.end].text == "de" else tokens[figure.end].text
        if after in {"du", "des", "l", "la", "son", "sa", "ses", "ce", "cette", "leur"}:
            return True  # « à deux jours du vote » (but « condamné à deux ans de prison »)
    if figure.first.fraction:
        return False  # « un quart d'heure plus tard »
    if tokens[figure.start - 1].text in TAKES:
        return False  # « l'enquête a pris deux ans avant d'aboutir »
    if tokens[figure.start - 1].text in {"de", "'"} and tokens[figure.end].text in {"après", "avant"}:
        return False  # « un homme de 52 ans après l'altercation »
    before = tokens.follows(figure.start) and _AGO.before(tokens, figure.start) is not None
    return before or (tokens.follows(figure.end) and _THEN.at(tokens, figure.end) is not None)


def _together(tokens: Tokens, figure: Figure, bare: bool) -> bool:
    """« les deux pays », « aux deux parties », « tous les trois »: who is meant, not how many."""
    before = tokens[figure.core - 1].text
    if before == "les" and tokens[figure.core - 2].text in {"tous", "toutes"} and figure.high is not None:
        return figure.low == 2 and figure.high > _MOST_YEARS  # « morts tous les deux à 97 ans »
    if figure.unit is not None or figure.first.multiple or figure.first.fraction or figure.start != figure.core:
        return False
    everyone = tokens[figure.core - 2].text in {"tous", "toutes"}
    small = figure.high is None and figure.low <= 10 and tokens[figure.core].kind is Kind.WORD
    if before in _TOGETHER and (figure.low == 2 or (small and (bare or everyone))):
        return True
    return small and before in {"tous", "toutes"}


def _listed(tokens: Tokens, figure: Figure) -> bool:
    """« 1. », « 2) », « [12] », telephone numbers, « sept sur dix », « cent » of « pour cent »."""
    core, end = figure.core, figure.end
    before, after = tokens[core - 1], tokens[end]
    if figure.start != core or figure.high is not None:
        return False
    digits = tokens[core].kind is Kind.NUMBER
    if digits and not tokens.follows(core) and after.text in {".", ")", "°", "-", "/"}:
        return True
    if digits and not tokens.follows(core) and not tokens.follows(end):
        return True
    plain = digits and tokens[core].text.isdigit() and not figure.first.multiple
    if before.text in {"[", "(", "#"} and after.text in {"]", ")"} and plain:
        return True  # « [12] » (but « CBS (3,1 millions) »)
    if digits and len(tokens[core].text) > 1 and tokens[core].text.isdigit() and tokens[core].text.startswith("0"):
        return True
    neighbours = (
        before.kind is Kind.NUMBER and tokens.follows(core),
        after.kind is Kind.NUMBER and tokens.follows(end),
    )
    if before.text == "sur":
        return out_of_total(tokens, figure) is None
    return (digits and any(neighbours)) or (before.text == "pour" and tokens[core].text in {"cent", "mille", "100"})


def out_of_total(tokens: Tokens, figure: Figure) -> int | None:
    """Return where the number stands that `figure` is the whole of: « 122 voix sur 240 », « un enfant sur cinq »."""
    core = figure.core
    if tokens[core - 1].text != "sur" or figure.start != core or not tokens.follows(core):
        return None
    links = 0
    for at in range(core - 2, core - 2 - _TOTAL_REACH, -1):
        token = tokens[at]
        if token.kind is Kind.NUMBER or token.text in _COUNTS:
            round_the_clock = token.text in {"24", "7", "sept"} and token.text == tokens[core].text
            return None if round_the_clock else at  # « 24 heures sur 24 »
        if token.text in {"un", "une"} and core - 1 - at - links <= _ONE_OF:
            return at
        links += token.text in {"'", "-", "d"}  # « un demandeur d'emploi sur dix », « un week-end sur deux »
        sign = {"'", "-", "("} if at == core - 2 else {"'", "-"}  # « 7 sièges (sur 120) »
        if (token.kind is not Kind.WORD and token.text not in sign) or not tokens.follows(at + 1):
            return None
    return None


def _homograph(tokens: Tokens, figure: Figure, bare: bool) -> bool:
    """« un véhicule neuf », « tolérance zéro », « 48° 51' N »."""
    word = tokens[figure.core].text
    if word == "deux" and tokens[figure.end].text in {"poids", "mesures"}:
        near = {tokens[at].text for at in range(figure.end - 5, figure.end + 5)}
        return {"poids", "mesures"} <= near  # « deux poids, deux mesures »
    if word in {"27", "28"} and bare and tokens[figure.core - 1].text in {"les", "des", "aux"}:
        return True  # « les 27 », the states of the Union
    alone = figure.first.end == figure.core + 1 and figure.high is None and bare and figure.start == figure.core
    if word in {"neuf", "zéro", "mil", "0"} and alone and not _numbered(tokens, figure):
        return True
    if figure.unit is not None and figure.unit.code in {"°", "°C"}:
        after = tokens[figure.end]
        return after.kind is Kind.NUMBER or after.text in {
            "'",
            "′",
            "de",
            "n",
            "s",
            "e",
            "o",
            "w",
            "nord",
            "sud",
            "est",
            "ouest",
        }
    return figure.low == 0 and bare


def _numbered(tokens: Tokens, figure: Figure) -> bool:
    after = tokens[figure.end]
    return after.text == "sur" and (
        tokens[figure.end + 1].text in NUMBER_WORDS or tokens[figure.end + 1].kind is Kind.NUMBER
    )
