"""What a person can choose for all projects, in one place. Every choice holds at once, but the language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from depeche.messages import tr
from depeche.settings import Settings

if TYPE_CHECKING:
    from depeche.ui.window import Window


class PreferencesDialog(QDialog):
    """Theme, language, size of the text, the score that is sure enough; and the way to the keys."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Préférences"))
        self._window = window
        settings = window.settings
        self.theme = _choice(
            [(tr("Comme le système"), "system"), (tr("Clair"), "light"), (tr("Sombre"), "dark")], settings.theme
        )
        self.language = _choice([("Français", "fr"), ("English", "en")], settings.language)
        self._later = QLabel(tr("La langue changera au prochain démarrage de Dépêche."))
        self._later.setTextFormat(Qt.TextFormat.PlainText)
        self._later.setWordWrap(True)
        self._later.setVisible(False)
        self.zoom = _share(60, 300, 10, settings.zoom)
        self.sure = _share(0, 100, 5, settings.accept_above)
        keys = QPushButton(tr("Changer les touches…"))
        keys.setAutoDefault(False)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for words, field in (
            (tr("Thème"), self.theme),
            (tr("Langue"), self.language),
            ("", self._later),
            (tr("Taille du texte"), self.zoom),
            (tr("Accepter les plus sûres, à partir de"), self.sure),
            (tr("Touches"), keys),
        ):
            _add(form, words, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Fermer"))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.theme.currentIndexChanged.connect(lambda _: self._trigger(f"theme_{self.theme.currentData()}"))
        self.language.currentIndexChanged.connect(self._on_language)
        self.zoom.valueChanged.connect(self._on_zoom)
        self.sure.valueChanged.connect(lambda value: self._keep(replace(window.settings, accept_above=value / 100)))
        keys.clicked.connect(window.keys.open)

    def _trigger(self, action: str) -> None:
        """Do what the menu does, which ticks its entry as well."""
        self._window.actions_by_name[action].trigger()

    def _on_language(self) -> None:
        self._trigger(f"language_{self.language.currentData()}")
        self._later.setVisible(True)

    def _on_zoom(self, share: int) -> None:
        self._keep(replace(self._window.settings, zoom=share / 100))
        self._window.article_panel.view.set_zoom(share / 100)

    def _keep(self, settings: Settings) -> None:
        self._window.change_settings(settings)


def _choice(choices: list[tuple[str, str]], chosen: str) -> QComboBox:
    field = QComboBox()
    for words, value in choices:
        field.addItem(words, value)
    field.setCurrentIndex(field.findData(chosen))
    return field


def _share(least: int, most: int, step: int, share: float) -> QSpinBox:
    return QSpinBox(minimum=least, maximum=most, singleStep=step, value=round(100 * share), suffix="\u202f%")


def _add(form: QFormLayout, words: str, field: QWidget) -> None:
    if words:
        field.setAccessibleName(words)
    form.addRow(words, field)
