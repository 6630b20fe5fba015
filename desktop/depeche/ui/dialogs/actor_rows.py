"""The rows of the registry: sorted and sought without lag, however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from depeche.core.actor import Actor
from depeche.core.scheme import Scheme
from depeche.core.shown import shown
from depeche.core.words import folded
from depeche.messages import tr

Index = QModelIndex | QPersistentModelIndex
Prepared = dict[str, tuple[Actor, tuple[str, ...]]]
"""Actors by key, each with its cells as they are sought and sorted."""
_NOWHERE = QModelIndex()


class ActorRows(QAbstractTableModel):
    """The actors that hold the words sought, in the order of one of the columns."""

    def __init__(self, scheme: Scheme, parent: QObject) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._heads = (tr("Nom"), tr("Genre"), tr("État"), tr("Autres noms"))
        self._all: Prepared = {}
        self._shown: list[Actor] = []
        self._sought = ""
        self._order = (0, Qt.SortOrder.AscendingOrder)

    @property
    def total(self) -> int:
        """How many actors there are, sought or not."""
        return len(self._all)

    def take(self, gone: Iterable[Actor], come: Iterable[Actor]) -> None:
        """Take actors away and put others there."""
        for actor in gone:
            self._all.pop(actor.key, None)
        self._all |= self.prepared(come)
        self._choose()

    def prepared(self, actors: Iterable[Actor]) -> Prepared:
        """Return actors as `show` takes them. Touches nothing here, so that another thread may do it."""
        columns = range(len(self._heads))
        return {actor.key: (actor, tuple(folded(self._cell(actor, at)) for at in columns)) for actor in actors}

    def show(self, prepared: Prepared) -> None:
        """Show these actors instead of those before."""
        self._all = prepared
        self._choose()

    def seek(self, words: str) -> None:
        """Show those that hold each of these words; case and accents don't count."""
        self._sought = folded(words)
        self._choose()

    def actor(self, row: int) -> Actor | None:
        """Return the actor in a row, None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, key: str) -> int:
        """Return the row of the actor with this key, -1 for none."""
        return next((row for row, actor in enumerate(self._shown) if actor.key == key), -1)

    def _choose(self) -> None:
        words = self._sought.split()
        self.beginResetModel()
        column, order = self._order
        found = [
            (cells[column], cells[0], actor.key, actor)
            for actor, cells in self._all.values()
            if all(any(word in cell for cell in cells) for word in words)
        ]
        found.sort(key=lambda row: row[:3], reverse=order is Qt.SortOrder.DescendingOrder)
        self._shown = [row[3] for row in found]
        self.endResetModel()

    def _kind(self, actor: Actor) -> str:
        if actor.label not in self._scheme:
            return actor.kind or ""
        return self._scheme.get(actor.label).kind_name(actor.kind)

    def _cell(self, actor: Actor, column: int) -> str:
        if column == 0:
            return actor.name
        return (self._kind(actor), actor.state or "", ", ".join(actor.aliases))[column - 1]

    # Qt's own

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        actor = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(self._cell(actor, index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(shown(self._cell(actor, index.column()), 1_000))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order)
        self._choose()
