"""All actions with their keys, to be changed: a key is pressed, and what it serves already is said at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from depeche.core.words import folded
from depeche.messages import tr
from depeche.ui import keyboards, keymap
from depeche.ui.actions import Action, key_words
from depeche.ui.dialogs.key_field import KeyField

if TYPE_CHECKING:
    from depeche.ui.keys import Keys

_NAME = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BindingsDialog(QDialog):
    """Return on an action waits for its new key. Every change holds at once."""

    def __init__(self, parent: QWidget, keys: Keys) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Changer les touches"))
        self._keys = keys
        self._by_name = {one.name: one for one in keys.table}
        self._heads: dict[str, QTreeWidgetItem] = {}
        self._items: list[QTreeWidgetItem] = []
        self._asked: str = ""
        """The key that was pressed though it serves something else, until the person has decided."""
        self.search = QLineEdit(placeholderText=tr("Chercher une action ou une touche"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Chercher une action ou une touche"))
        self.search.textChanged.connect(self._filter)
        self.tree = self._make_tree()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Touches de l’action"))
        self.list.setMaximumHeight(self.fontMetrics().lineSpacing() * 5)
        self.field = KeyField()
        self.field.pressed_key.connect(self._on_pressed)
        self.field.recording.connect(lambda _: self._tell())
        self.remove, self.usual = QPushButton(tr("Enlever la touche")), QPushButton(tr("Remettre par défaut"))
        self.remove.clicked.connect(self._remove)
        self.usual.clicked.connect(self._put_back)
        self.title, self.said = QLabel(), QLabel()
        for label in (self.title, self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.said.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.take = QPushButton(tr("Prendre cette touche"))
        self.leave = QPushButton(tr("La laisser"))
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self._leave)
        self.all_usual, close = QPushButton(tr("Tout remettre par défaut")), QPushButton(tr("Fermer"))
        self.all_usual.clicked.connect(self._put_all_back)
        close.clicked.connect(self.close)
        self._arrange(close)
        self.tree.currentItemChanged.connect(lambda *_: self._show())
        self.list.currentRowChanged.connect(lambda _: self._tell())
        for view in (self.tree, self.search, self.list):
            view.installEventFilter(self)
        self._fill()
        self.tree.setCurrentItem(self._items[0])
        self.search.setFocus()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(tr("Actions"))
        tree.setHeaderLabels([tr("Action"), tr("Touches")])
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(False)
        tree.itemDoubleClicked.connect(lambda *_: self._record())
        return tree

    def _arrange(self, close: QPushButton) -> None:
        side = QVBoxLayout()
        question = QHBoxLayout()
        question.addWidget(self.take)
        question.addWidget(self.leave)
        question.addStretch(1)
        for widget in (self.title, self.list, self.field, self.remove, self.usual):
            side.addWidget(widget)
        side.addWidget(self.said)
        side.addLayout(question)
        side.addStretch(1)
        side.addWidget(self.all_usual)
        middle = QHBoxLayout()
        middle.addWidget(self.tree, 3)
        middle.addLayout(side, 2)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addLayout(middle, 1)
        layout.addLayout(bottom)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 130, unit * 78)

    # --- what is shown

    def _fill(self) -> None:
        groups = self._heads
        for one in self._keys.table:
            title = (one.choice or one.menu).replace("&", "")
            if one.name.startswith(keymap.LABEL):
                title = tr("Étiquettes")
            if title not in groups:
                groups[title] = QTreeWidgetItem(self.tree, [title])
                groups[title].setFirstColumnSpanned(True)
                groups[title].setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item = QTreeWidgetItem(groups[title], [one.words, ""])
            item.setData(0, _NAME, one.name)
            self._items.append(item)
        self.tree.expandAll()
        self._refresh()

    def _refresh(self) -> None:
        now = self._keys.now
        own = keymap.changed(self._keys.table, now)
        for item in self._items:
            name = item.data(0, _NAME)
            item.setText(1, "   ".join(map(key_words, now[name])))
            font = item.font(1)
            font.setBold(name in own)
            item.setFont(1, font)
            tips = keyboards.lacking(now[name])
            item.setToolTip(1, "\n".join([*([tr("changée par vous")] if name in own else []), *tips]))
        self.all_usual.setEnabled(bool(own))
        self._show()

    def _filter(self, words: str) -> None:
        wanted, sign = folded(words), words.strip().casefold()
        for item in self._items:
            keys = item.text(1).casefold()
            known = (bool(wanted) and wanted in folded(f"{item.text(0)} {keys}")) or sign in keys
            item.setHidden(not known)
        for head in self._heads.values():
            head.setHidden(all(item.isHidden() for item in self._items if item.parent() is head))
        shown = [item for item in self._items if not item.isHidden()]
        if shown and self.tree.currentItem() not in shown:
            self.tree.setCurrentItem(shown[0])

    @property
    def action(self) -> Action | None:
        """The action chosen; none where a heading is."""
        item = self.tree.currentItem()
        return self._by_name.get(item.data(0, _NAME)) if item is not None else None

    def _show(self) -> None:
        self._asked = ""
        self.field.stop()
        one = self.action
        self.title.setText(one.words if one else "")
        self.list.clear()
        if one is not None:
            self.list.addItems([key_words(key) for key in self._keys.now[one.name]])
            self.list.setCurrentRow(0)
        self._tell()

    def _tell(self) -> None:
        one = self.action
        keys = self._keys.now[one.name] if one else ()
        for widget in (self.list, self.field):
            widget.setEnabled(one is not None)
        self.remove.setEnabled(one is not None and self.list.currentRow() >= 0)
        self.usual.setEnabled(one is not None and one.name in keymap.changed(self._keys.table, self._keys.now))
        for button in (self.take, self.leave):
            button.setVisible(bool(self._asked))
        if one is None:
            self.said.setText("")
        elif self._asked:
            self.said.setText(self._clash(one))
        elif self.field.is_recording:
            self.said.setText(tr("Appuyez sur la nouvelle touche. Échap\u202f: n’en pas changer."))
        else:
            where = [tr("Vaut dans toute la fenêtre.") if one.anywhere else tr("Vaut dans l’article et la liste.")]
            if one.keys and not keys:
                usual = ", ".join(map(key_words, one.keys))
                where = [
                    tr("⚠ Plus aucune touche\u202f: «\u202fRemettre par défaut\u202f» lui rend {keys}.", keys=usual)
                ]
            self.said.setText("\n".join(where + keyboards.lacking(keys)))

    def _clash(self, one: Action) -> str:
        has = keymap.holder(self._keys.table, self._keys.now, self._asked, one.name)
        assert has is not None
        words = tr("{key} sert déjà à «\u202f{words}\u202f», dans toute la fenêtre.") if has.anywhere else tr(
            "{key} sert déjà à «\u202f{words}\u202f», dans l’article et la liste."
        )  # fmt: skip
        said = [words.format(key=key_words(self._asked), words=has.words)]
        if len(self._keys.now[has.name]) == 1:
            said.append(tr("Cette action n’aurait plus de touche, seulement son entrée de menu."))
        return "\n".join([" ".join(said), *keyboards.lacking((*self._keys.now[one.name], self._asked))])

    # --- what a person does

    def _record(self) -> None:
        if self.action is not None:
            self.field.start()

    def _on_pressed(self, key: str) -> None:
        one = self.action
        if one is None or key in self._keys.now[one.name]:
            self._tell()
            return
        menu = _menu_of(self._keys.table, key)
        if menu:
            self.said.setText(tr("{key} ouvre le menu «\u202f{menu}\u202f».", key=key_words(key), menu=menu))
        elif keymap.holder(self._keys.table, self._keys.now, key, one.name):
            self._asked = key
            self._tell()
            self.take.setFocus()
        else:
            self._change(keymap.with_key(self._keys.now, one.name, key))

    def _take(self) -> None:
        if self.action is not None:
            self._change(keymap.with_key(self._keys.now, self.action.name, self._asked))

    def _leave(self) -> None:
        self._asked = ""
        self._tell()
        self.tree.setFocus()

    def _remove(self) -> None:
        one, row = self.action, self.list.currentRow()
        if one is not None and row >= 0:
            self._change(keymap.without_key(self._keys.now, one.name, self._keys.now[one.name][row]))

    def _put_back(self) -> None:
        if self.action is not None:
            self._change(keymap.usual(self._keys.table, self._keys.now, self.action.name))

    def _put_all_back(self) -> None:
        self._change(keymap.settle(self._keys.table, {}).keys)

    def _change(self, keys: keymap.Keys) -> None:
        self._keys.change(keys)
        self._refresh()
        self.tree.setFocus()

    def reject(self) -> None:
        """Escape leaves a question first, then the dialog."""
        if self._asked:
            self._leave()
        else:
            super().reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER and watched in (self.tree, self.search):
                self._record()
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Down:
                self.tree.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if watched is self.list and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._remove()
                return True
        return super().eventFilter(watched, event)


def _menu_of(table: list[Action], key: str) -> str:
    """Return the menu that Alt and this letter opens, "" for none."""
    for one in table:
        at = one.menu.find("&")
        if at >= 0 and key == f"Alt+{one.menu[at + 1].upper()}":
            return one.menu.replace("&", "")
    return ""
