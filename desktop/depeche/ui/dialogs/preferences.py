"""What a person can choose for all projects, in one place. Every choice holds at once, but the language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
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
from depeche.ui.dialogs.buttons import Buttons
from depeche.ui.text.typography import LETTERS, NARROWEST, WIDEST

if TYPE_CHECKING:
    from depeche.ui.window import Window


class PreferencesDialog(QDialog):
    """Theme, language, how the article is set and what is shown of it, the sure score; and the way to the keys."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Préférences"))
        self._window = window
        settings = window.settings
        self.theme = self._choice("theme", ("system", "light", "dark"), settings.theme)
        self.language = self._choice("language", ("fr", "en"), settings.language)
        self.letters = self._choice("letters", LETTERS, settings.letters)
        self._later = QLabel(tr("La langue changera au prochain démarrage de Dépêche."))
        self._later.setTextFormat(Qt.TextFormat.PlainText)
        self._later.setWordWrap(True)
        self._later.setVisible(False)
        self.zoom = _share(60, 300, 10, settings.zoom)
        self.measure = QSpinBox(minimum=NARROWEST, maximum=WIDEST, singleStep=5, value=settings.measure)
        self.unseen, self.minimap = self._tick("unseen"), self._tick("minimap")
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
            (tr("Caractères"), self.letters),
            (tr("Signes par ligne, environ"), self.measure),
            ("", self.unseen),
            ("", self.minimap),
            (tr("Accepter les plus sûres, à partir de"), self.sure),
            (tr("Touches"), keys),
        ):
            _add(form, words, field)
        buttons = Buttons(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Fermer"))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.theme.currentIndexChanged.connect(lambda _: self._trigger(f"theme_{self.theme.currentData()}"))
        self.letters.currentIndexChanged.connect(lambda _: self._trigger(f"letters_{self.letters.currentData()}"))
        self.language.currentIndexChanged.connect(self._on_language)
        self.zoom.valueChanged.connect(lambda _: self._set_type())
        self.measure.valueChanged.connect(lambda _: self._set_type())
        self.sure.valueChanged.connect(lambda value: self._keep(replace(window.settings, accept_above=value / 100)))
        keys.clicked.connect(window.keys.open)

    def _choice(self, kind: str, values: Iterable[str], chosen: str) -> QComboBox:
        """Return a list of the entries that a menu has for a kind of choice, in its words."""
        field = QComboBox()
        for value in values:
            field.addItem(self._window.actions_by_name[f"{kind}_{value}"].text().replace("&", ""), value)
        field.setCurrentIndex(field.findData(chosen))
        return field

    def _tick(self, action: str) -> QCheckBox:
        """Return a box for what an entry of a menu turns on and off."""
        entry = self._window.actions_by_name[action]
        box = QCheckBox(entry.text().replace("&", ""))
        box.setChecked(entry.isChecked())
        box.clicked.connect(entry.trigger)
        return box

    def _trigger(self, action: str) -> None:
        """Do what the menu does, which ticks its entry as well."""
        self._window.actions_by_name[action].trigger()

    def _on_language(self) -> None:
        self._trigger(f"language_{self.language.currentData()}")
        self._later.setVisible(True)

    def _set_type(self) -> None:
        self._keep(replace(self._window.settings, zoom=self.zoom.value() / 100, measure=self.measure.value()))
        settings = self._window.settings
        self._window.article_panel.view.set_setting(settings.zoom, settings.measure, settings.letters)

    def _keep(self, settings: Settings) -> None:
        self._window.change_settings(settings)


def _share(least: int, most: int, step: int, share: float) -> QSpinBox:
    return QSpinBox(
        minimum=least, maximum=most, singleStep=step, value=round(100 * share), suffix=tr("{share} %", share="")
    )


def _add(form: QFormLayout, words: str, field: QWidget) -> None:
    if words:
        field.setAccessibleName(words)
    form.addRow(words, field)
