"""The attributes of a mark, as its label declares them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from depeche.core.attribute import AttributeType
from depeche.core.scheme import Label
from depeche.messages import tr
from depeche.ui.dialogs.buttons import Buttons


class AttributesDialog(QDialog):
    """`decided(dict)`: what is said of the declared attributes, None for what isn't."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, words: str, label: Label, attrs: Mapping[str, Any]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Attributs de « {words} »", words=words))
        self._fields: dict[str, QWidget] = {}
        form = QFormLayout()
        for one in label.attributes:
            said = attrs.get(one.attribute)
            if one.type is AttributeType.FLAG:
                box = QCheckBox(tr("oui"))
                box.setChecked(said is True)
                field: QWidget = box
            elif one.type is AttributeType.CHOICE:
                field = QComboBox()
                known = [*one.choices, *([said] if isinstance(said, str) and said not in one.choices else [])]
                field.addItems(["—", *known])
                field.setCurrentIndex(known.index(said) + 1 if said in known else 0)
            else:
                field = QLineEdit(str(said) if said is not None else "")
            field.setAccessibleName(one.name)
            form.addRow(one.name, field)
            self._fields[one.attribute] = field
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Enregistrer"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        buttons.accepted.connect(self._decide)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def _decide(self) -> None:
        said: dict[str, Any] = {}
        for name, field in self._fields.items():
            if isinstance(field, QCheckBox):
                said[name] = True if field.isChecked() else None
            elif isinstance(field, QComboBox):
                said[name] = field.currentText() if field.currentIndex() > 0 else None
            elif isinstance(field, QLineEdit):
                said[name] = " ".join(field.text().split()) or None
        self.accept()
        self.decided.emit(said)
