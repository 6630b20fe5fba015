"""Where else a mention may begin and end than it does: the whole of it, then its parts. For hands that move borders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.core.article import Article
from depeche.core.scheme import ValueType
from depeche.suggest.mention import LINK, names_in, whole

Stretch = tuple[int, int]

_SPACE = "[ \u00a0\u202f]"
_BEHIND = rf"(?:{_SPACE}|(?<=['’]))"
_OF = re.compile(rf"{_SPACE}{LINK}{_BEHIND}")
_JOINT = re.compile(
    rf"{_SPACE}(?:(?:{LINK}|au|aux|à|en|pour|et|entre|puis){_BEHIND}(?:l['’]|l[ae]s?{_SPACE})?|[-–]{_SPACE})"
)
_HEAD = re.compile(
    rf"(?<![\w-])[a-zà-öø-þ][\w-]*{_SPACE}(?:de{_SPACE}la{_SPACE}|de{_SPACE}l['’]|(?:de|du|des){_SPACE}|d['’])$"
)
_FURTHEST = 60


def alternatives(article: Article, start: int, end: int, value: ValueType, words: list[Stretch]) -> list[Stretch]:
    """Return other borders for a mention of that type, the likeliest first, each once; code points, untrimmed.

    First the longest mention that one of its `words` belongs to; for a name with what it is of (« Gilets jaunes de
    Tarsis »), and with what is of it (« mouvement des Gilets jaunes »); then its last part, all but that, the others.
    """
    mentions = sorted({whole(article, *place, value) for place in words}, key=lambda one: (one[0] - one[1], one))
    found = [one for one in mentions if one[0] <= start and end <= one[1]]
    if value is ValueType.NAME:
        found += _wider_names(article.text, start, end)
    found += [one for one in mentions if one[0] < start or end < one[1]]
    if value is not ValueType.SPEAKER:
        found += _parts(article.text, start, end)
    return [one for one in dict.fromkeys(found) if one != (start, end)]


def _wider_names(text: str, start: int, end: int) -> Iterator[Stretch]:
    if of := _OF.match(text, end):
        run = next(iter(names_in(text, of.end(), min(of.end() + _FURTHEST, _line_end(text, end)))), None)
        if run is not None and run[0] == of.end():
            yield start, run[1]
    if head := _HEAD.search(text, max(start - _FURTHEST, 0), start):
        yield head.start(), end


def _parts(text: str, start: int, end: int) -> list[Stretch]:
    joints = [(joint.start(), joint.end()) for joint in _JOINT.finditer(text, start, end)]
    joints = [(before, after) for before, after in joints if start < before and after < end]
    if not joints:
        return []
    last, others = joints[-1], joints[:-1]
    found = [(last[1], end), (start, last[0])]
    for before, after in reversed(others):
        found += [(after, end), (start, before)]
    return found


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return found if found >= 0 else len(text)
