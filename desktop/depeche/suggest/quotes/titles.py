"""Whether words between marks are the title of a work: « a réalisé « La Vie est belle » ». Knows no speaker."""

from __future__ import annotations

import re

_MADE = (
    r"(?:édit|présent|réalis|chant|compos|tourn|interprét|sign|enregistr|projet|adapt|dessin|peint|sculpt)"
    r"(?:ée?s?|e|a|ait|er|ant)|sort(?:ie?s?|it|ait|ir|ant)?|(?:re)?(?:tradui|produi)(?:te?s?|re|sit|sait|sant)"
)
_WRITTEN = r"(?:(?:re)?publi|diffus)(?:ée?s?|e|a|ait|er|ant)|(?:co|co-|ré)?écri(?:te?s?|re|vit|vait|vant)"
_LATER = r"(?:\s(?:ensuite|également|aussi|alors|récemment|notamment|en\s\d{4}))?\s*$"
_MADE_WORK = re.compile(rf"(?<![\w’'-])(?:{_MADE}){_LATER}", re.IGNORECASE)
_WRITTEN_WORK = re.compile(rf"(?<![\w-])(?:{_WRITTEN}){_LATER}", re.IGNORECASE)
_CROWD = re.compile(
    r"\b(?:ont|avaient|foule|cortège|public|assistance|stade|tribunes?)\s(?:[^\W\d_]+\s){0,3}chant(?:é|e|ait|a)\s*$",
    re.IGNORECASE,
)
"""Those who chant slogans, no songs."""
_BEING = re.compile(r"(?<!\w)(?:est|sont|était|étaient|été|soit|lit|fut)\s(?:[^\W\d_]+ment\s)?$")
_NOUN = re.compile(
    r"(?<![\w-])(?:discours|rapports?|étude|essai|récit|recueil|mémoires|nouvelle|clip|manifeste|biographie|"
    r"autobiographie|thèse|thriller|saga|conférence|feuilleton|téléfilm|court-métrage|long-métrage|œuvre|best-seller)\s*$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:je|j['’]\w+|nous|vous|on)\b", re.IGNORECASE)
_OUT = re.compile(r"\s*(?:\(|en\s(?:\w+\s)?\d{4}|chez\s|aux\séditions\s)")
"""What follows a work that came out, and no message: « « X » en 2010 », « « X » (Ruritania Press) »."""
_SENT = re.compile(r"\s*(?:sur|dans|à|au|aux|en\slettres|en\sréponse)\s")
_LONGEST = 9


def is_title(before: str, inner: str, after: str, clause: bool) -> bool:
    """Tell whether `inner` is a title, by what the reporter says before and after the marks.

    `clause` tells whether it holds a verb: what is written with one is a message, unless it came out as works do.
    """
    if not inner[:1].isupper() or inner.endswith((".", "…")) or len(inner.split()) > _LONGEST:
        return False
    if (_MADE_WORK.search(before) and not _CROWD.search(before)) or _NOUN.search(before):
        return True
    written = _WRITTEN_WORK.search(before)
    if written is None or _BEING.search(before[: written.start()]):
        return False  # « une banderole sur laquelle est écrit « X » »
    if _OUT.match(after):
        return True
    return not clause and not _OWN.search(inner) and not inner.endswith("!") and not _SENT.match(after)
