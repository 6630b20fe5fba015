"""Names that nobody has, for people who have one: always the same for the same person, and no way back without the key.

They look like French names, since a model learns from how names look and stand: a first name that a woman or a man may
have, so that no agreement in the text becomes wrong, and a family name put together from syllables. Where the true one
begins with a vowel so does the other, for elisions before it stay right (« d’Ismène »).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection

from depeche.core.words import folded

_VOWELS = frozenset("aeiouy")
_GIVEN = {
    False: "Camille Charlie Claude Dominique Gwenn Jessy Lou Loïs Mahé Marley Morgan Noa Sacha Swann".split(),
    True: "Alex Alix Andréa Ange Ariel Eden Esmé Océan".split(),
}
_FIRST = {
    False: "Bar Ber Bou Bran Cal Cham Cor Dar Del Dor Fal Fer Gal Gar Gri Jar Jou Lam Lar Lou Mal Mar Mor Nar Par Per "
    "Pra Ral Rou Sal Ser Tal Tar Val Ver Vor".split(),
    True: "Al Am Ar Au Ed El Em Er Es Il Is Ol Or Os Ul Ur".split(),
}
_SECOND = "a ba be bo da de di do la le li lo ma mi mo na ni ra ri ro ta te ti va ve vi".split()
_THIRD = (
    "bert chon court dan din don gnac gnon lac lain land let lin mond nac net nier quet ran rel ret rin rol ron sard "
    "sel tel thel tin val vel vier"
).split()


class Surrogates:
    """Gives out names by a secret, each family name once; never one of the words (folded) in `taken`."""

    def __init__(self, secret: str, taken: Collection[str]) -> None:
        self._secret = secret.encode("utf-8")
        self._taken = set(taken)

    def given(self, whose: str, name: str, own: Collection[str]) -> str:
        """Return the first name of somebody; `name` is the true one, `own` (folded) are names it must not be."""
        names = [one for one in _GIVEN[_is_vowel(name)] if folded(one) not in own] or _GIVEN[False]
        return names[self._number("given", whose) % len(names)]

    def family(self, whose: str, name: str) -> str:
        """Return a family name, or one of an organisation or place, that nobody else gets. `name` is the true one."""
        firsts = _FIRST[_is_vowel(name)]
        for again in range(10_000):
            number, first = divmod(self._number(f"family {again}", whose), len(firsts))
            number, second = divmod(number, len(_SECOND))
            made = firsts[first] + _SECOND[second] + _THIRD[number % len(_THIRD)]
            if made.lower() not in self._taken:
                break
        else:  # more people than names that can be put together
            made = f"{made}-{len(self._taken)}"
        self._taken.add(made.lower())
        return made

    def code(self, what: str, name: str) -> str:
        """Return a code that stands for an identifier."""
        return f"{self._number(what, name) % 16**12:012x}"

    def _number(self, what: str, name: str) -> int:
        return int(hmac.new(self._secret, f"{what}\0{name}".encode(), hashlib.sha256).hexdigest()[:24], 16)


def _is_vowel(name: str) -> bool:
    return folded(name)[:1] in _VOWELS
