"""A button that waits for a key: pressed once, it takes the next key for itself, whatever that does elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from depeche.messages import tr
from depeche.ui.keymap import pressed


class KeyField(QPushButton):
    """`pressed_key(key)`: the key, as Qt writes it. `recording(bool)`: it began or ceased to wait. Escape gives up."""

    pressed_key = Signal(str)
    recording = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_recording = False
        self.clicked.connect(self.start)
        self._name()

    def start(self) -> None:
        """Wait for a key."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._set(True)

    def stop(self) -> None:
        """Wait no longer."""
        self._set(False)

    def _set(self, recording: bool) -> None:
        if recording != self.is_recording:
            self.is_recording = recording
            self._name()
            self.recording.emit(recording)

    def _name(self) -> None:
        self.setText(tr("Appuyez sur une touche…") if self.is_recording else tr("Ajouter une touche…"))

    def event(self, event: QEvent) -> bool:
        # Before shortcuts, menus and Tab have their turn.
        if self.is_recording and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._on_key(event)
                return True
            return True
        return super().event(event)

    def _on_key(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():  # the Return that began it, held a little long
            return
        key = pressed(event.keyCombination())
        if key == "Esc":
            self.stop()
        elif key:
            self.stop()
            self.pressed_key.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.stop()
        super().focusOutEvent(event)
