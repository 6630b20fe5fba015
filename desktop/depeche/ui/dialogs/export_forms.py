"""The forms of export to choose from, by what they are for, each with a line that says what it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from depeche.export.form import Format
from depeche.export.forms import FORMS
from depeche.messages import tr

_FORMAT = Qt.ItemDataRole.UserRole


class FormList(QListWidget):
    """`chosen()`: another form is."""

    chosen = Signal()

    def __init__(self, first: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("Format"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        line = self.fontMetrics().height()
        self.setMinimumHeight(5 * line)
        self._rows: dict[Format, int] = {}
        self._heads: list[QListWidgetItem] = []
        for name, formats in _groups():
            head = QListWidgetItem(name)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            head.setSizeHint(QSize(0, round(1.5 * line)))
            head.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            self._heads.append(head)
            self.addItem(head)
            for format_ in formats:
                title, _, what = FORMS[format_].title().partition(" — ")
                item = QListWidgetItem(f"{title}\n{what}")
                item.setData(_FORMAT, format_)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {what}. {readers(format_)}")
                item.setToolTip(readers(format_))
                item.setSizeHint(QSize(0, round(2.4 * line)))
                self._rows[format_] = self.count()
                self.addItem(item)
        known = Format(first) if first in list(Format) else Format.JSONL
        self._ink()
        self.setCurrentRow(self._rows[known])
        self.currentRowChanged.connect(lambda _: self.chosen.emit())

    @property
    def format(self) -> Format:
        """The form that is chosen."""
        item = self.currentItem()
        return Format(item.data(_FORMAT)) if item is not None and item.data(_FORMAT) else Format.JSONL

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:  # fmt: skip
        to = super().moveCursor(action, modifiers)
        on_head = to.isValid() and not to.flags() & Qt.ItemFlag.ItemIsSelectable
        return to.siblingAtRow(to.row() + 1) if on_head or not to.isValid() else to

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_heads"):
            self._ink()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def _ink(self) -> None:
        """Write the names of groups as clearly as the rest: they can't be chosen, but they are to be read."""
        for head in self._heads:
            head.setForeground(self.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))

    def choose(self, format_: Format) -> None:
        """Choose a form."""
        self.setCurrentRow(self._rows[format_])


def readers(format_: Format) -> str:
    """Return who reads a form, as a sentence."""
    known = {
        Format.JSONL: tr("Dépêche le reprend sans rien perdre ; tout programme qui lit du JSON le comprend."),
        Format.SPACY: tr("Pour qui entraîne spaCy avec ses propres réglages."),
        Format.SPACY_PROJECT: tr(
            "« spacy train » et « spacy evaluate » y marchent tels quels ; « depeche model add » reprend le modèle."
        ),
        Format.SPACY_JSONL: tr("Pour des scripts qui lisent un texte et ses entités."),
        Format.PRODIGY: tr("Prodigy le charge par « db-in » ou comme source d’une recette."),
        Format.DOCCANO: tr("doccano le charge dans un projet « Sequence Labeling »."),
        Format.LABEL_STUDIO: tr("Label Studio l’importe ; le travail fait y est une annotation."),
        Format.BRAT: tr("brat l’ouvre tel quel ; bien des outils de recherche le lisent."),
        Format.CONLL: tr("Pour qui entraîne ou évalue avec Flair, seqeval ou un autre outil IOB2."),
        Format.HUGGINGFACE: tr("« datasets » le charge avec ses étiquettes ; prêt à publier avec sa fiche."),
        Format.XMI: tr("INCEpTION et les chaînes UIMA l’ouvrent, phrases et mots compris."),
        Format.CSV: tr("Pour Excel ou LibreOffice : aucune cellule n’est prise pour une formule."),
        Format.CSV_RAW: tr("Pour R ou pandas : les textes exactement comme ils sont."),
        Format.XLSX: tr("Excel l’ouvre d’un double-clic, avec une feuille par sorte de lignes."),
        Format.W3C: tr("Pour des éditeurs et archives d’annotations sur le Web, comme Recogito."),
        Format.IRAMUTEQ: tr("IRaMuTeQ en fait de la lexicométrie ; les passages n’y sont pas."),
    }
    return known[format_]


def _groups() -> list[tuple[str, list[Format]]]:
    return [
        (tr("Tout garder"), [Format.JSONL]),
        (
            tr("Entraîner et évaluer"),
            [Format.SPACY, Format.SPACY_PROJECT, Format.SPACY_JSONL, Format.CONLL, Format.HUGGINGFACE],
        ),
        (
            tr("Annoter ailleurs"),
            [Format.PRODIGY, Format.DOCCANO, Format.LABEL_STUDIO, Format.BRAT, Format.XMI, Format.W3C],
        ),
        (tr("Lire et compter"), [Format.XLSX, Format.CSV, Format.CSV_RAW, Format.IRAMUTEQ]),
    ]
