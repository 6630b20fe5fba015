"""The form of one label in the editor of the scheme: everything there is to say of it, checked as it is typed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from depeche.annotate.scheme_words import value_name
from depeche.core.attribute import Attribute, AttributeType
from depeche.core.scheme import Kind, Label, ValueType
from depeche.core.scheme_diff import SOURCE_KINDS
from depeche.messages import language, tr
from depeche.ui.dialogs.mnemonics import with_mnemonics
from depeche.ui.dialogs.small_table import SmallTable
from depeche.ui.theme import Theme, contrast


class Sample(QWidget):
    """A span in a label's colour, as it looks in the light theme and in the dark one, with its contrast."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Aperçu dans les deux thèmes"))

    def set_colour(self, colour: str) -> None:
        """Show this colour (`#rrggbb`)."""
        self._colour = QColor(colour)
        self.setAccessibleDescription(", ".join(words for words, _ in self._shown()))
        self.setToolTip(tr("Contraste des lettres et du trait ; il en faut 4,5"))
        self.update()

    def _shown(self) -> list[tuple[str, Theme]]:
        """Return for each theme its words, with the least contrast of letters and line, and the theme."""
        found = []
        for words, ground in ((tr("clair"), Qt.GlobalColor.white), (tr("sombre"), Qt.GlobalColor.black)):
            theme = Theme(QPalette(QColor(ground)), {"x": self._colour.name()})
            ink = theme.ink("x")
            ratio = min(contrast(ink.text, ink.fill), contrast(ink.strong, theme.base))
            said = f"{ratio:.1f}" if language() == "en" else f"{ratio:.1f}".replace(".", ",")
            found.append((tr("{theme} : {ratio}", theme=words, ratio=said), theme))
        return found

    def sizeHint(self) -> QSize:
        unit = self.fontMetrics()
        return QSize(unit.averageCharWidth() * 36, unit.height() * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half, inset = self.width() // 2, self.fontMetrics().height() // 3
        for n, (words, theme) in enumerate(self._shown()):
            ink, box = theme.ink("x"), QRect(n * half, 0, half, self.height())
            painter.fillRect(box, theme.base)
            inner = box.adjusted(inset, inset, -inset, -inset)
            painter.setPen(ink.strong)
            painter.setBrush(ink.fill)
            painter.drawRoundedRect(inner, 3, 3)
            painter.setPen(ink.text)
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, words)


class LabelForm(QWidget):
    """`changed()`: something was typed or chosen. `label` and `kinds` are what it says now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label = Label("", "", "", "#5a6270")
        self._showing = False
        self.name, self.label_name, self.key, self.colour = (
            QLineEdit(),
            QLineEdit(),
            QLineEdit(maxLength=1),
            QLineEdit(),
        )
        self.key.setMaximumWidth(self.fontMetrics().averageCharWidth() * 8)
        self.colour.setMaximumWidth(self.fontMetrics().averageCharWidth() * 14)
        self._sample = Sample()
        self._legend = QLabel(tr("Contraste du texte dans les deux thèmes ; minimum 4,5"))
        self._legend.setTextFormat(Qt.TextFormat.PlainText)
        self._legend.setWordWrap(True)
        choose = QPushButton(tr("Choisir…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        self.nests = QCheckBox(tr("peut contenir d’autres passages ou en chevaucher"))
        self.value = QComboBox()
        for each in ValueType:
            self.value.addItem(value_name(each), each)
        self.kinds = SmallTable([tr("Nom technique"), tr("Nom affiché")], 5)
        types = {
            AttributeType.TEXT: tr("texte"),
            AttributeType.CHOICE: tr("choix"),
            AttributeType.FLAG: tr("oui ou non"),
        }
        self._types = list(types)
        self.attributes = SmallTable(
            [tr("Nom technique"), tr("Nom affiché"), tr("Type"), tr("Choix (a ; b)")],
            3,
            {2: list(types.values())},
        )
        self.guidance = QPlainTextEdit(tabChangesFocus=True)
        self.guidance.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        colour = QHBoxLayout()
        for widget in (self.colour, choose, self._sample):
            colour.addWidget(widget)
        colour.addStretch(1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields: list[tuple[str, QWidget | QHBoxLayout]] = [
            (tr("Nom affiché"), self.name),
            (tr("Nom technique"), self.label_name),
            (tr("Touche"), self.key),
            (tr("Couleur"), colour),
            ("", self._legend),
            (tr("Passages"), self.nests),
            (tr("Valeur"), self.value),
            (tr("Genres"), self.kinds),
            (tr("Attributs"), self.attributes),
            (tr("Consigne"), self.guidance),
        ]
        self.titles = with_mnemonics(words for words, _ in fields)
        for (words, field), title_words in zip(fields, self.titles, strict=True):
            title = QLabel(title_words)
            title.setBuddy(field if isinstance(field, QWidget) else self.colour)
            if words and isinstance(field, QWidget):
                field.setAccessibleName(words)
            form.addRow(title, field)
        self.colour.setAccessibleName(tr("Couleur"))
        self.nests.setAccessibleName(self.nests.text())
        for line in (self.name, self.label_name, self.key, self.colour):
            line.textChanged.connect(self._on_change)
        self.nests.toggled.connect(self._on_change)
        self.value.currentIndexChanged.connect(self._on_change)
        self.kinds.changed.connect(self._on_change)
        self.attributes.changed.connect(self._on_change)
        self.guidance.textChanged.connect(self._on_change)

    def show_label(self, label: Label, origins: tuple[str, ...]) -> None:
        """Show a label; `origins` are the names its kinds have in the project's scheme."""
        self._showing, self._label = True, label
        self.name.setText(label.name)
        self.label_name.setText(label.label)
        self.key.setText(label.key.upper())
        self.colour.setText(label.colour)
        self.nests.setChecked(label.nests)
        self.value.setCurrentIndex(list(ValueType).index(label.value))
        fixed = {n for n, kind in enumerate(label.kinds) if kind.kind in SOURCE_KINDS and origins[n]}
        self.kinds.set_rows([[kind.kind, kind.name] for kind in label.kinds], list(origins), fixed)
        self.attributes.set_rows(
            [
                [one.attribute, one.name, str(self._types.index(one.type)), " ; ".join(one.choices)]
                for one in label.attributes
            ],
            [one.attribute for one in label.attributes],
        )
        self.guidance.setPlainText(label.guidance)
        self._sample.set_colour(label.colour)
        self._showing = False

    @property
    def is_colour(self) -> bool:
        """Whether what is typed is a colour."""
        text = self.colour.text()
        return len(text) == 7 and text.startswith("#") and QColor.isValidColorName(text)

    def said(self) -> tuple[Label, tuple[str, ...]]:
        """Return the label as the form says it, and the names that its kinds had."""
        kinds = [(row, was) for row, was in self.kinds.rows() if row[0]]
        attributes = []
        for row, _ in self.attributes.rows():
            if row[0]:
                choices = tuple(dict.fromkeys(part.strip() for part in row[3].split(";") if part.strip()))
                kind = self._types[int(row[2] or 0)]
                attributes.append(Attribute(row[0], row[1] or row[0], kind, choices))
        label = replace(
            self._label,
            name=self.name.text().strip(),
            label=self.label_name.text().strip(),
            key=self.key.text().strip().lower(),
            colour=self.colour.text().lower() if self.is_colour else self._label.colour,
            nests=self.nests.isChecked(),
            value=ValueType(self.value.currentData()),
            kinds=tuple(Kind(row[0], row[1] or row[0]) for row, _ in kinds),
            attributes=tuple(attributes),
            guidance=self.guidance.toPlainText().strip(),
        )
        return label, tuple(was for _, was in kinds)

    def _choose(self) -> None:
        colour = QColorDialog.getColor(QColor(self.colour.text()), self, tr("Couleur de l’étiquette"))
        if colour.isValid():
            self.colour.setText(colour.name())

    def _on_change(self) -> None:
        if not self._showing:
            if self.is_colour:
                self._sample.set_colour(self.colour.text())
            self.changed.emit()
