"""The language of the window: what Qt itself says on its own buttons and to screen readers, and how it writes dates."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from depeche import messages

_NAME = "words of Qt"


def set_words_of_qt(app: QApplication) -> None:
    """Let Qt speak the program's language, instead of the one that it was told before."""
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    language = messages.language()
    QLocale.setDefault(QLocale(language))
    words = QTranslator(app)
    words.setObjectName(_NAME)
    if words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
