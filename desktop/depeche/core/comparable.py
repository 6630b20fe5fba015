"""What a figure counts, as far as that can be told from the words around it: which figures may be set side by side.

Two figures are about the same thing when they count things of one family (soldiers, dead, euros), of nobody who is
told apart (North Korean soldiers, Russian soldiers), to whom the same happened (sent, killed or wounded, captured).
General French press language; the families are short on purpose: a noun that is in none is a family of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from depeche.core.words import folded

_FAMILIES = {
    "military": "soldat militaire combattant troupe troupier effectif homme fantassin recrue mercenaire legionnaire",
    "civilian": "civil enfant femme habitant journaliste passager ressortissant otage",
    "people": "personne gens victime individu citoyen participant manifestant vie",
    "shell": "obus munition",
    "missile": "missile roquette",
    "drone": "drone",
    "aircraft": "avion appareil chasseur helicoptere",
    "vehicle": "char blinde vehicule camion",
    "home": "maison logement habitation immeuble batiment",
}
_FATES = {
    "losses": "tue mort deces decede blesse peri perdu victime perte abattu succombe tuer blesser bilan morts",
    "captured": "capture prisonnier captif detenu arrete interpelle enleve emprisonne",
    "missing": "disparu",
    "displaced": "deplace refugie evacue fui expulse",
    "trained": "forme entraine formation",
}
"""What happens to people. Being sent, deployed or present is what is meant where none of these is said."""

_PEOPLE = ("military", "civilian", "people")
_DEAD = frozenset("tue tuer mort deces decede peri perdu succombe abattu".split())
_HURT = frozenset("blesse blesser".split())
_SIGNS = frozenset("km m cm mm kg g t l ha kmh % eur usd gbp rub jpy cny chf krw kpw uah km2 m2 m3".split())
LITTLE = frozenset(
    "avec dans pour sont ete etre avait avaient aurait auraient selon depuis cette leur leurs plus moins tout tous "
    "deux trois elle elles ils nous vous mais donc comme entre sous vers chez apres avant dont environ quelque pres "
    "quelques autres meme encore aussi alors ainsi notamment toujours faire fait dire etait etaient".split()
)
_NEAR = 80
"""Characters on either side of a figure in which it says what happened to what it counts."""

REACH = 120
"""Characters on either side of a place whose words say what it is about."""

_STOP = re.compile(r"[.;:!?\n«»“”\"()]")
_PART_BEFORE = re.compile(
    r"\b(?:dont|parmi lesquel\w+|y compris|soit)\s+(?:au moins |environ |plus de )?$", re.IGNORECASE
)
_PART_AFTER = re.compile(
    r"\s+(?:d['’])?(?:autres?|d['’]entre|parmi|supplémentaires?|de plus|nouveaux|nouvelles)\b", re.IGNORECASE
)
_AT = re.compile(
    r"\b(?:à|au|aux|en|dans (?:la|le|les))\s+(?:la |l['’])?((?:[A-ZÀ-Ý][\w’'-]+)(?:[ -][A-ZÀ-Ý][\w’'-]+)*)"
)
_NUMBER_OF = re.compile(r"\b(?:nombre|bilan|total)\s+(?:total\s+)?(?:de\s+|des\s+|d['’])([^\W\d_]+)", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIGURE = re.compile(r"\d|\b(?:milliers?|millions?|centaines?|vingtaines?|dizaines?|douzaines?)\b")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts. `family`: of things, or what happened to people; `who`: which people, of `_PEOPLE`.

    `about` are stems of the adjectives that tell them from others (« nord-coréens »), `where` of the place they are at;
    `measure` is the same for figures that can contradict each other within a family: dead and dead, not dead and
    wounded. `context` are the stems of the words around.
    """

    family: str
    measure: str
    who: str = ""
    about: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()


def counted(text: str, start: int, end: int, unit: str | None) -> Counted | None:
    """Return what the figure at these code points of a text counts; None where nothing tells, or it is only a part.

    `unit` is the noun that it counts, as written, or a sign (`EUR`, `%`, `km`). Parts (« dont 23 policiers », « trois
    autres ») can't be set beside a whole.
    """
    before, after = clause(text, start, end)
    if _PART_BEFORE.search(before) or _PART_AFTER.match(after):
        return None
    noun = stem_of(folded(unit).split(" ")[0]) if unit and folded(unit) else ""
    noun = noun or number_of(before)
    around = context(text, start, end)
    if noun in _SIGNS:
        return Counted(noun, noun, context=around)
    if noun and noun not in _stems(after)[:2] and noun in _stems(before):
        # « le nombre de soldats tués ou blessés est estimé à 4.000 »: what is counted stands before its figure
        at = max(n for n, match in enumerate(WORD.finditer(before)) if stem_of(folded(match.group())) == noun)
        after = " ".join([*WORD.findall(before)[at:], after])
    where = frozenset(stem_of(part)[:6] for match in _AT.finditer(after) for part in folded(match[1]).split(" "))
    who = next((name for name in _PEOPLE if noun in _words(name)), "")
    fates = _fates(noun, before, after) if who or not noun or noun in _all_fates() else {}
    if fates:
        family = max(fates, key=lambda name: fates[name][0])
        return Counted(family, _measure(family, fates[family][1]), who, _about(after, noun), where, around)
    if not noun:
        return None
    things = next((name for name in _FAMILIES if noun in _words(name)), noun)
    return Counted(things, things, who, _about(after, noun), where, around)


def context(text: str, start: int, end: int, reach: int = REACH) -> frozenset[str]:
    """Return the stems of the words that say something in the sentence around a stretch, as far as `reach`."""
    first = max((match.end() for match in _STOP.finditer(text, max(0, start - reach), start)), default=None)
    last = _STOP.search(text, end, end + reach)
    left = text[max(0, start - reach) if first is None else first : start]
    right = text[end : last.start() if last else end + reach]
    stems = {stem_of(word)[:6] for word in folded(f"{left} {right}").split(" ") if len(word) > 3 and word not in LITTLE}
    return frozenset(stem for stem in stems if not any(map(str.isdigit, stem)))


def number_of(before: str) -> str:
    """Return the stem of what is counted where it stands before its figure: « le nombre de morts »; else nothing."""
    named = _NUMBER_OF.search(before)
    return stem_of(folded(named[1])) if named else ""


def fate_of(word: str) -> bool:
    """Tell whether a word, as written, says what happened to people."""
    return any(stem_of(part) in _all_fates() for part in folded(word).split(" "))


def may_meet(one: Counted, other: Counted) -> bool:
    """Tell whether nothing that is said keeps two figures apart: family, people, adjectives, places."""
    if one.family != other.family:
        return False
    if one.who and other.who and one.who != other.who and "people" not in (one.who, other.who):
        return False
    return all(
        not mine or not theirs or mine & theirs
        for mine, theirs in ((one.about, other.about), (one.where, other.where))
    )  # fmt: skip


def meet(one: Counted, other: Counted) -> bool:
    """Tell whether two figures that may meet are about one thing, by the words they have around them.

    What happened to people, and people who are told from others, say that by themselves; things and people in general
    need words in common, and what measures anything (euros, per cent) needs more of them.
    """
    said = one.family in _FATES or (one.about & other.about) or one.family in ("military", "civilian")
    needed = 3 if one.family in _SIGNS else 0 if said else 2
    return len((one.context & other.context) - {one.family[:6]}) >= needed


def clause(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words before and after a figure, as far as they are about it: to the next stop, or the next figure."""
    left = text[max(0, start - _NEAR) : start]
    stops = [match.end() for pattern in (_STOP, _FIGURE) for match in pattern.finditer(left)]
    right = text[end : end + _NEAR]
    stop = min(
        (match.start() for pattern in (_STOP, _FIGURE) for match in [pattern.search(right)] if match), default=99
    )
    return left[max(stops, default=0) :], right[:stop]


def _fates(noun: str, before: str, after: str) -> dict[str, tuple[int, frozenset[str]]]:
    """Return what happened, each with how near it is said and in which words; the words behind count first."""
    behind = [stem_of(word) for word in folded(after).split(" ")[:12]]
    ahead = [stem_of(word) for word in folded(before).split(" ")[-3:]]
    found: dict[str, tuple[int, frozenset[str]]] = {}
    for name in _FATES:
        words = _words(name)
        said = {noun} & words | {word for word in behind if word in words}
        near = 3 if noun in words else 2 if said else 0
        if not said:
            said = {word for word in ahead if word in words}
            near = 1 if said else 0
        if said:
            found[name] = (near, frozenset(said))
    return found


def _measure(family: str, said: frozenset[str]) -> str:
    if family != "losses":
        return family
    dead, hurt = bool(said & _DEAD), bool(said & _HURT)
    return "losses" if dead == hurt else "dead" if dead else "wounded"


def _about(after: str, noun: str) -> frozenset[str]:
    """Return the stems of the adjectives that follow what is counted: « 600 soldats nord-coréens »."""
    found: list[str] = []
    words = WORD.findall(after)
    if words and noun and stem_of(folded(words[0]).split(" ")[0]) == noun:
        words = words[1:]
    elif noun:
        return frozenset()  # the figure's noun stands elsewhere
    for word in words[:2]:
        plain = folded(word)
        is_said = any(stem_of(part) in _all_fates() for part in plain.split(" "))
        if is_said or word.endswith(("é", "és", "ée", "ées")) or plain in LITTLE or len(plain) < 4:
            break
        if not word[0].islower() or plain.endswith(("ont", "ent", "ant")):
            break
        found += [stem_of(part)[:6] for part in plain.split(" ")]
    return frozenset(found)


def _stems(words: str) -> list[str]:
    return [stem_of(folded(word)) for word in WORD.findall(words)]


def stem_of(word: str) -> str:
    """Return a folded noun or participle without its plural and its feminine: « tuées », « tués » are « tue »."""
    if len(word) > 4 and word.endswith("aux"):
        return f"{word[:-3]}al"
    if len(word) > 3 and word[-1] in "sx" and not word.endswith(("us", "is", "ss")):
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("ee") else word


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset((_FAMILIES.get(name) or _FATES[name]).split())


@cache
def _all_fates() -> frozenset[str]:
    return frozenset(word for words in _FATES.values() for word in words.split())
