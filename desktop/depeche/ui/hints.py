"""Which key does what at present, as words: for the sentences, tool tips and help that name one."""

from __future__ import annotations

from collections.abc import Mapping

from depeche.annotate.sheet import Sheet
from depeche.messages import tr
from depeche.store.stale import StaleChange
from depeche.ui.actions import key_words

_keys: dict[str, tuple[str, ...]] = {}
_words: dict[str, str] = {}


def take(keys: Mapping[str, tuple[str, ...]], words: Mapping[str, str]) -> None:
    """Name these keys from now on; each action also has words, for when it has no key. Both by the action's name.

    The keys belong to the person, not to a window: there is one set of them.
    """
    _keys.clear()
    _keys.update(keys)
    _words.clear()
    _words.update(words)


def key(name: str) -> str:
    """Return the first key of an action as it is read, « Maj+X »; where it has none, its words, for the menu."""
    if keys := _keys.get(name, ()):
        return key_words(keys[0])
    return tr("« {words} »", words=_words[name]) if name in _words else "—"


def keys(name: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of an action as Qt writes them, `otherwise` for an action that isn't known."""
    return _keys.get(name, otherwise)


def no_article(*, some: bool) -> str:
    """Return what to do where no article is open: there are `some` in the list, or none."""
    if some:
        return tr("Aucun article n’est ouvert : choisissez-en un dans la liste.")
    return tr("Ce projet n’a pas encore d’article. {key} en importe ; ou déposez des fichiers ici.", key=key("ingest"))


def nothing_left(sheet: Sheet | None) -> str:
    """Return what to do where no suggestion waits in an article any more, or none is ever shown."""
    if sheet is None:
        return tr("Aucun article n’est ouvert : {key} en importe, ou choisissez-en un dans la liste.",
                  key=key("ingest"))  # fmt: skip
    if not sheet.assisted:
        return tr("Article témoin : sans suggestions. Étiquetez ce que vous trouvez, puis {key}.", key=key("done"))
    return tr("Plus de suggestion dans cet article : {key} pour terminer et passer au suivant.", key=key("done"))


def nothing_chosen() -> str:
    """Return how to choose a mark, for one who hasn't."""
    return tr("Aucun passage n’est choisi : {key} va à la suggestion suivante.", key=key("next_doubt"))


def nothing_held() -> str:
    """Return how to take a suggestion in hand, for one who hasn't."""
    return tr("Choisissez d’abord une suggestion : {key} ou un clic.", key=key("next_doubt"))


def taken_back(title: str) -> str:
    """Return an act's title with how to take it back."""
    return tr("{title}. {key} l’annule.", title=title, key=key("undo"))


def refusal(error: Exception) -> str:
    """Return why an act wasn't done: what it raised says so, or another came first."""
    if isinstance(error, StaleChange):
        return tr("Déjà décidé entre-temps, par un autre acte : rien n’a été changé.")
    return str(error)


def finished_with(left: int) -> str:
    """Return what is said of an article that is done with so many suggestions waiting."""
    return tr("Terminé avec %n suggestion sans réponse.|Terminé avec %n suggestions sans réponse.", n=left)
