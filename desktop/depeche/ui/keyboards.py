"""What a key asks of the hand on the two keyboards our analysts have: French AZERTY and American QWERTY (PC, 105 keys).

The signs are those of the layouts `fr` and `us` of the X keyboard extension, which are Windows' as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType

from depeche.messages import tr


class Need(IntEnum):
    """What has to be held for a sign to come out, the easiest first."""

    NOTHING = 0
    SHIFT = 1
    ALTGR = 2
    NOWHERE = 3


@dataclass(frozen=True, slots=True)
class Keyboard:
    """One layout: the signs of its keys alone, with Shift and with AltGr. Letters count as alone."""

    name: str
    plain: str
    shifted: str
    altgr: str = ""

    def need(self, key: str) -> Need:
        """Return what a key as Qt writes it (« Ctrl+à », « Shift+Space », « F8 ») asks for beside its own modifiers."""
        sign = base(key)
        if len(sign) > 1 or sign.casefold() in self.plain:
            # Shift said aloud with a digit or a sign is another sign, and which one is each keyboard's own.
            return Need.SHIFT if len(sign) == 1 and not sign.isalpha() and "Shift+" in key else Need.NOTHING
        if sign in self.shifted:
            return Need.SHIFT
        return Need.ALTGR if sign in self.altgr else Need.NOWHERE


AZERTY = Keyboard(
    "AZERTY",
    "²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*<wxcvbn,;:!",
    "1234567890°+¨£%µ>?./§",
    "~#{[|`\\@]}€¤",
)
QWERTY = Keyboard(
    "QWERTY",
    "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    '~!@#$%^&*()_+{}|:"<>?',
)
KEYBOARDS: Mapping[str, Keyboard] = MappingProxyType({one.name: one for one in (AZERTY, QWERTY)})


def base(key: str) -> str:
    """Return a key without what is held with it: « à » of « Ctrl+à », « + » of « Ctrl++ »."""
    return "+" if key.endswith("+") else key.rpartition("+")[2]


def lacking(keys: Iterable[str]) -> list[str]:
    """Return, in words, on which keyboards none of an action's `keys` works by itself; nothing where it has none."""
    found = []
    wanted = list(keys)
    for keyboard in KEYBOARDS.values() if wanted else ():
        least = min(keyboard.need(key) for key in wanted)
        if least is Need.SHIFT:
            found.append(tr("Sur un clavier {keyboard}, il y faut Maj.", keyboard=keyboard.name))
        elif least is Need.ALTGR:
            found.append(tr("Sur un clavier {keyboard}, il y faut AltGr.", keyboard=keyboard.name))
        elif least is Need.NOWHERE:
            found.append(tr("Sur un clavier {keyboard}, cette touche n’existe pas.", keyboard=keyboard.name))
    return found
