"""Findings as a tree: a line for each kind with its count, below it a line for each finding."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from depeche.annotate.radar.finding import Finding, Kind, Mend, title_of
from depeche.core.scheme import Scheme
from depeche.messages import number, tr
from depeche.ui.words import value_words

SHOWN = 500
"""So many findings of a kind are listed; with the others gone, the next come up."""

_FINDING = Qt.ItemDataRole.UserRole
_KIND = Qt.ItemDataRole.UserRole + 1


class FindingTree(QTreeWidget):
    """Shows findings in their order; what was chosen stays chosen, or what comes after it is."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self._scheme = scheme
        self.findings: list[Finding] = []
        self.setAccessibleName(tr("Constats, le plus grave en haut"))
        self.setHeaderLabels([tr("Passage"), tr("Article"), tr("Constat"), tr("Correction")])
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        unit = self.fontMetrics().averageCharWidth()
        for column, width in enumerate((44, 9, 58)):
            self.setColumnWidth(column, unit * width)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)

    @property
    def chosen(self) -> Finding | None:
        """The finding of the line chosen, None on the line of a kind."""
        item = self.currentItem()
        return item.data(0, _FINDING) if item is not None else None

    @property
    def alike(self) -> list[Finding]:
        """All findings of the kind of the line chosen."""
        item = self.currentItem()
        kind = item.data(0, _KIND) if item is not None else None
        return [one for one in self.findings if one.kind == kind]

    def put(self, found: Sequence[Finding]) -> None:
        """Show these findings."""
        chosen, folded = self.chosen, self._folded()
        fallback = self._place()
        self.findings = list(found)
        self.setUpdatesEnabled(False)
        self.blockSignals(True)
        self.clear()
        for kind in dict.fromkeys(one.kind for one in found):
            self._add(kind, [one for one in found if one.kind is kind], folded=kind in folded)
        self.blockSignals(False)
        self._choose(chosen.name if chosen else "", fallback)
        self.setUpdatesEnabled(True)

    def _add(self, kind: Kind, alike: list[Finding], *, folded: bool) -> None:
        top = QTreeWidgetItem([f"{title_of(kind)} ({number(len(alike))})"])
        top.setData(0, _KIND, kind)
        font = self.font()
        font.setBold(True)
        top.setFont(0, font)
        self.addTopLevelItem(top)
        top.setFirstColumnSpanned(True)
        for one in alike[:SHOWN]:
            item = QTreeWidgetItem(
                top, [one.words, tr("n° {number}", number=one.number), one.sentence, fix_words(one, self._scheme)]
            )
            item.setData(0, _FINDING, one)
            item.setData(0, _KIND, kind)
            for column in (0, 2):
                item.setToolTip(column, item.text(column))
        if len(alike) > SHOWN:
            more = QTreeWidgetItem(top, [tr("… et %n autre|… et %n autres", n=len(alike) - SHOWN)])
            more.setData(0, _KIND, kind)
        top.setExpanded(not folded)

    def _folded(self) -> set[Kind]:
        tops = (self.topLevelItem(n) for n in range(self.topLevelItemCount()))
        return {Kind(top.data(0, _KIND)) for top in tops if top is not None and not top.isExpanded()}

    def _place(self) -> tuple[int, int]:
        item = self.currentItem()
        if item is None:
            return 0, 0
        top = item.parent()
        return (self.indexOfTopLevelItem(top), top.indexOfChild(item)) if top else (self.indexOfTopLevelItem(item), -1)

    def _choose(self, name: str, fallback: tuple[int, int]) -> None:
        tops = [top for n in range(self.topLevelItemCount()) if (top := self.topLevelItem(n)) is not None]
        for top in tops:
            for item in _below(top):
                one = item.data(0, _FINDING)
                if one is not None and one.name == name:
                    self.setCurrentItem(item)
                    return
        if tops:
            top = tops[min(max(fallback[0], 0), len(tops) - 1)]
            below = _below(top) if fallback[1] >= 0 else []
            self.setCurrentItem(below[min(fallback[1], len(below) - 1)] if below else top)


def _below(top: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [item for n in range(top.childCount()) if (item := top.child(n)) is not None]


def fix_words(finding: Finding, scheme: Scheme) -> str:
    """Say what mending a finding would do, in a word or two; « — » where only a person can tell."""
    if not finding.mends:
        return "—"
    if len(finding.mends) > 1:
        value = finding.mends[0].new
        words = value_words(value) if value is not None else tr("supprimer")
        return f"{words} ({tr('%n passage|%n passages', n=len(finding.mends))})"
    return _mend_words(finding.mends[0], scheme)


def _mend_words(mend: Mend, scheme: Scheme) -> str:
    old, new = mend.old, mend.new
    if new is None:
        return tr("supprimer")
    label = scheme.get(new.label)
    if old is None:
        return tr("étiqueter : {value}", value=value_words(new) or label.name)
    if old.label != new.label:
        return tr("étiquette : {label}", label=label.name)
    if old.kind != new.kind and old.value == new.value:
        return tr("genre : {kind}", kind=label.kind_name(new.kind) or "—")
    if old.value != new.value:
        return value_words(new) or tr("sans valeur")
    return tr("bornes")
