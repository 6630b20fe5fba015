"""The signs that the window needs for itself, so that a scheme that wants one hears of it before any window is open."""

from __future__ import annotations

from depeche.core.scheme import Scheme
from depeche.messages import tr

TAKEN = frozenset("BEFGHIJKLMNOPRSTUVWX0123456789ÀÇÈÉ&\"'(-_,;?")
"""What single keys of the window's table (`ui/actions.py`) give, in capitals; a test holds them together."""
_AZERTY = {"É": "2", "È": "7", "Ç": "9", "À": "0"}


def clashes(scheme: Scheme) -> list[str]:
    """Return a sentence for each label in use whose key does something else in the window, where it then has none."""
    return [
        tr("La touche {key} de « {name} » sert déjà dans la fenêtre{digit} : l’étiquette y sera sans touche. "
           "Choisissez-en une autre.", key=label.key.upper(), name=label.name,
           digit=tr(" (le {digit} d’un clavier français)", digit=_AZERTY[label.key.upper()])
           if label.key.upper() in _AZERTY else "")
        for label in scheme.active
        if label.key.upper() in TAKEN and label.key
    ]  # fmt: skip
