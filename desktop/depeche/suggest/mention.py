"""The mention that a word belongs to, and the stretches that look like one: for hands that select no borders."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable

from depeche.core.article import Article
from depeche.core.scheme import ValueType
from depeche.suggest.source import Source

_AROUND = 300
"""Characters on either side in which a figure or a date is read."""
_LONGEST_QUOTE = 4_000
_LONGEST_NAME = 100
_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", '"': '"'}
_MARK = re.compile(r'[«»“”„‹›"\n]')
LINK = r"(?:de la|de l['’]|de|du|des|d['’]|al-|el-|ben|bin|van der|van|von|da|do|dos|di|le|la)"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'.&-]*\w|[A-ZÀ-ÖØ-Þ]\b"
_NAME = re.compile(rf"(?:{_CAPITAL})(?:[ \u00a0\u202f](?:{LINK}[ \u00a0\u202f]?)?(?:{_CAPITAL}))*")
_HEADED = re.compile(
    rf"[a-zà-öø-þ][\w-]*(?:[ \u00a0\u202f][a-zà-öø-þ-]+)?[ \u00a0\u202f]{LINK}[ \u00a0\u202f]?(?:{_CAPITAL})"
)
_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f ]*\d|\d")
_ELIDED = re.compile(r"(?:[LDJMTSNCldjmtsnc]|[Qq]u)['’](?=[A-ZÀ-ÖØ-Þ])")
_CONSONANT = re.compile(r"[b-df-gj-np-tv-xzç]")
_NUMBERED = re.compile(r"[ \u00a0\u202f]\d{1,2}(?=[,.;:!?)»”]|$)", re.M)
_SMALL = frozenset("de du des d la le les l et à au aux pour en sur".split())
_OPENS = re.compile(r"(?:^|[.!?…:»”\"]\s*|\n\s*|[-–—•]\s*|[«“„\"]\s*)$")
_COMMON = frozenset(
    """a à ainsi alors an après au aucun aucune aujourd aussi autant autre aux avant avec bien c car ce cela celle celui
    cependant certains ces cet cette ceux chaque comme comment contre d dans de début depuis dernier dernière des deux
    dès donc du elle elles en enfin ensuite entre environ est et eux fin hier ici il ils j jamais je jusqu l la le les
    leur leurs lors lorsque lui mais malgré même mi moins n ne ni non nos notre nous on or où oui outre par parmi
    pendant peu plus plusieurs pour pourquoi pourtant près puis qu quand quant que quel quelle quelque quelques qui quoi
    s sa sans sauf se selon ses seul seule si soit son sous sur surtout t tandis tant tel telle tous tout toute
    toutefois toutes très trois un une vers via voici voilà vos votre vous y m mm mme mmes mlle dr me""".split()
)
"""Words that open a sentence with a capital and name nobody."""

Stretch = tuple[int, int]


def whole(article: Article, start: int, end: int, value: ValueType) -> Stretch:
    """Return the mention of that type that the word at `start`, `end` belongs to; the word itself where none is seen.

    A name: the run of capitals with what links them; a figure or a date: what the rules read around it, also where
    they would not propose it; speech: from quotation mark to quotation mark.
    """
    text = article.text
    if value is ValueType.SPEAKER:
        found: Iterable[Stretch] = sorted(quotations(text), key=lambda one: one[0] - one[1])
    elif value in (ValueType.NUMBER, ValueType.DATE):
        found = _read(article, start, end, value)
    elif value is ValueType.NAME:
        found = [_spelled_out(text, *one) for one in names(text)]
        headed = _HEADED.match(text, start)
        if headed is not None:
            last = next((one for one in found if one[0] < headed.end() <= one[1]), (start, headed.end()))
            return start, last[1]
    else:
        found = ()
    return next(((a, b) for a, b in found if a <= start and end <= b), (start, end))


def candidates(article: Article, values: Collection[ValueType]) -> list[Stretch]:
    """Return the stretches of a text that look like a mention of one of these types, in reading order.

    Names and quotations, and numbers where figures or dates are asked for; a capital that only opens a sentence is
    none. Of two that overlap the one that begins first stays, of two that begin together the longer.
    """
    text = article.text
    found: list[Stretch] = []
    if ValueType.NAME in values:
        found += names(text)
    if ValueType.SPEAKER in values:
        found += quotations(text)
    if ValueType.NUMBER in values or ValueType.DATE in values:
        found += [match.span() for match in _NUMBER.finditer(text)]
    kept: list[Stretch] = []
    for one in sorted(set(found), key=lambda each: (each[0], -each[1])):
        inside = kept and one[0] < kept[-1][1]
        if not inside or text[kept[-1][0]] in _PAIRS:  # names and numbers inside of speech are mentions of their own
            kept.append(one)
    return kept


def mentions(article: Article, value: ValueType) -> list[Stretch]:
    """Return the stretches of a text that look like a mention of one type, in reading order; none of a bare text.

    For figures and dates that is what the rules read, and the numbers that they leave.
    """
    if value not in (ValueType.NUMBER, ValueType.DATE):
        return candidates(article, {value})
    read = sorted((one.start, one.end) for one in _rules(value).propose(article, ()))
    found = list(read)
    for match in _NUMBER.finditer(article.text):
        at = bisect_left(read, (match.end(),))
        if at == 0 or read[at - 1][1] <= match.start():
            found.append(match.span())
    return sorted(found)


def names_in(text: str, start: int, end: int) -> list[Stretch]:
    """Return the names in a part of a run of capitals, the rest of which is marked already."""
    found = []
    for match in _NAME.finditer(text, start, end):
        words = re.findall(r"[\w-]+", match.group())
        if not all(word.lower() in _COMMON for word in words):
            found.append(match.span())
    return found


def names(text: str) -> list[Stretch]:
    """Return the runs of capitalised words with what links them, without the word that only opens a sentence."""
    lower = set(re.findall(r"\b[a-zà-öø-þ][\w-]*", text))
    found = []
    for match in _NAME.finditer(text):
        start, end = match.span()
        if elided := _ELIDED.match(text, start, end):
            start = elided.end()
        while first := re.compile(r"[\w-]+['’.]?").match(text, start, end):
            word = first.group().rstrip("'’.").lower()
            opens = _OPENS.search(text[max(0, start - 8) : start]) is not None or start == 0
            alone = first.end() >= end
            if first.group()[-1] in "'’" and _CONSONANT.match(text, first.end()):
                break  # « M'bewe »: nothing is elided before a consonant
            if word in _COMMON or (opens and alone and word in lower):
                rest = re.compile(rf"[ \u00a0\u202f]*(?:{LINK}[ \u00a0\u202f]?)?").match(text, first.end(), end)
                start = rest.end() if rest else first.end()
                continue
            break
        if any(sign.isupper() for sign in text[start:end]):  # « L'accord » without its article is no name
            found.append((start, end))
    return found


def quotations(text: str) -> list[Stretch]:
    """Return the stretches from an opening quotation mark to its closing one, in the order in which they open.

    Straight marks pair up within a line. Takes time linear in the text, whatever stands open in it.
    """
    found: list[Stretch] = []
    opened: list[tuple[str, int]] = []
    awaited: Counter[str] = Counter()
    straight = -1
    for match in _MARK.finditer(text):
        sign, at = match.group(), match.start()
        if sign == "\n":
            straight = -1
        elif sign == '"':
            if straight >= 0:
                found.append((straight, at + 1))
            straight = -1 if straight >= 0 else at
        elif awaited[sign]:
            while opened:
                closing, start = opened.pop()
                awaited[closing] -= 1
                if closing == sign:
                    if at + 1 - start <= _LONGEST_QUOTE:
                        found.append((start, at + 1))
                    break
        elif sign in _PAIRS:
            opened.append((_PAIRS[sign], at))
            awaited[_PAIRS[sign]] += 1
    return sorted(found)


def _spelled_out(text: str, start: int, end: int) -> Stretch:
    """Return a name with the number that ends it (« Europe 1 »), or as far as an acronym beside it says that it goes.

    « l’Ufip (Union française des industries pétrolières) », « le Haut-Commissariat pour les réfugiés (HCR) »: the
    words begin with the letters of the acronym.
    """
    if number := _NUMBERED.match(text, end):
        return start, number.end()
    if text[start - 1 : start] == "(" and start:
        before = re.search(r"([^\W\d_]{2,10})[ \u00a0\u202f]\($", text[max(0, start - 14) : start])
        close = text.find(")", end, end + _LONGEST_NAME)
        if before and close > end and _initials(text[start:close]) == before[1].casefold():
            return start, close
        return start, end
    after = re.compile(rf"[^()\n]{{0,{_LONGEST_NAME}}}?[ \u00a0\u202f]\(([^\W\d_]{{2,10}})\)").match(text, end)
    if after and _initials(text[start : after.start(1) - 1]) == after[1].casefold():
        return start, len(text[: after.start(1) - 1].rstrip())
    return start, end


def _initials(words: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", words.casefold()) if word not in _SMALL)


def _read(article: Article, start: int, end: int, value: ValueType) -> list[Stretch]:
    """Return where rules see a figure or a date around a word, the longest first."""
    text = article.text
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    line_end = text.find("\n", end)
    last = min(end + _AROUND, line_end if line_end >= 0 else len(text))
    around = Article(text[first:last], date=article.date)
    places = [(one.start + first, one.end + first) for one in _rules(value).propose(around, ())]
    places += [match.span() for match in _NUMBER.finditer(text, first, last)]
    return sorted(places, key=lambda one: one[0] - one[1])


def _rules(value: ValueType) -> Source:
    from depeche.suggest.dates import Dates
    from depeche.suggest.figures import Figures

    return Dates() if value is ValueType.DATE else Figures()
