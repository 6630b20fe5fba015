"""How somebody types a value in as few keys as the window reads as it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from depeche.core.memory import form_of
from depeche.ui.values import typed_form
from tests.ui.hands import Hands


def type_value(hands: Hands, value: str, *, last: bool) -> int:
    """Type a value in short, or begin it and take it from the list; return the keys. `last`: then to the next doubt."""
    place = QApplication.focusWidget()
    assert isinstance(place, QLineEdit)
    read = hands.window.values.read
    short = [words for words in _shorter(value) if form_of(typed_form(read(words).value)) == form_of(value)]
    typed = min([*short, value], key=len)
    names = place.completer()
    assert names is not None
    for n in range(1, len(typed) - 1) if value in hands.window.values.known_names() else ():
        names.setCompletionPrefix(value[:n])
        if names.currentCompletion() == value:
            hands.type(value[:n])
            for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
                QTest.keyClick(names.popup(), key)
            QApplication.processEvents()
            return n + 2
    hands.type(typed)
    as_meant = typed_form(read(typed).value) == value
    hands.press("Shift+Return" if not as_meant else "Tab" if last else "Return")
    return len(typed) + 1


def _shorter(value: str) -> Iterator[str]:
    """Yield what somebody might type for a value: parts of a name, a day with its month."""
    names = value.split(" ; ")
    yield from value.split()
    if len(names) > 1:
        yield from ("; ".join(short) for short in product(*(name.split() for name in names)))
    parts = value.split("-")
    if len(parts) == 3 and all(part.isdigit() for part in parts):
        year, month, day = (int(part) for part in parts)
        yield f"{day}/{month}"
        yield f"{day}/{month}/{year}"
