"""What nobody suggested, by two keys: a letter appears at each possible oversight in sight, and the letter labels it.

The hand stays on the doubt that it is on, unless the letter is typed with Shift. Letters are the same on all keyboards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from depeche.annotate.hand import Grip
from depeche.core.article import Article
from depeche.core.scheme import ValueType
from depeche.core.span import Span, overlap
from depeche.messages import tr
from depeche.ui import following, hints
from depeche.ui.text.badges import Badge

if TYPE_CHECKING:
    from depeche.ui.window import Window

Stretch = tuple[int, int]

LETTERS = "fjdkslghaeiruowvncmtpbxyzq"
"""Those that two hands reach best come first, on AZERTY and QWERTY alike."""
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
              Qt.Key.Key_CapsLock)  # fmt: skip
_OF_SHORTCUTS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Letters(QObject):
    """Shows letters in a window's article while a label is being given; one key ends it, whichever it is."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._view = window.article_panel.view
        self._label: str | None = None
        self._view.installEventFilter(self)
        self._view.verticalScrollBar().valueChanged.connect(lambda _: self.stop())
        self._view.laid_out.connect(self.stop)
        self._session.article_changed.connect(self.stop)
        self._session.changed.connect(lambda _: self.stop())
        self._session.focus_changed.connect(self.stop)
        self._session.relabelled.connect(self.stop)

    def start(self, label: str) -> None:
        """Show a letter at each possible oversight of that label in sight, the nearest to the hand first."""
        sheet = self._session.desk.sheet
        if sheet is not None and not sheet.assisted:
            self._session.said.emit(hints.nothing_left(sheet), False)
            return
        badges = self.offered(label)
        name = self._session.project.scheme.get(label).name
        if not badges:
            self._session.said.emit(tr("« {label} » : rien en vue qui ressemble à un oubli.", label=name), False)
            return
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._label = label
        self._view.badges.places = badges
        self._view.viewport().update()
        self._session.said.emit(
            tr(
                "« {label} » : tapez la lettre de ce qui manque ; avec Maj, il reste en main. Échap renonce.",
                label=name,
            ),
            False,
        )

    def stop(self) -> None:
        """Take the letters away."""
        if self._label is not None:
            self._label, self._view.badges.places = None, ()
            self._view.viewport().update()

    def offered(self, label: str) -> list[Badge]:
        """Return the letters that `start` shows for a label, each with what it would take."""
        article = self._session.desk.article
        if article is None:
            return []
        first, last = self._view.in_sight()
        line_end = article.text.find("\n", last)
        sight = (article.text.rfind("\n", 0, first) + 1, line_end if line_end >= 0 else len(article.text))
        seen = [place for place in self._places(label, sight) if first <= place[0] and place[1] <= last]
        held = self._session.focused or self._session.grip
        here = held.start if held else first
        # What the hand has gone past is what was seen to be missing.
        seen.sort(key=lambda place: here - place[0] if place[0] < here else 2 * (place[0] - here))
        chosen = list(zip(LETTERS, seen, strict=False))
        return [Badge(letter, *place, self._kind(article, place, label, sight)) for letter, place in chosen]

    def _places(self, label: str, sight: Stretch) -> list[Stretch]:
        """Return what a label would take of the stretches in some lines that look like mentions of its type."""
        session = self._session
        value = session.project.scheme.get(label).value
        found: dict[Stretch, None] = {}
        for start, end in self._window.strokes.unmarked_of(value, *sight):
            whole = following.reach(session.desk, Grip(start, end, loose=True), label)
            wide = Span(*whole, label)
            free = value is ValueType.SPEAKER or not any(overlap(wide, mark) for mark in session.marks)
            found[whole if free else (start, end)] = None
        return list(found)

    def _kind(self, article: Article, place: Stretch, label: str, sight: Stretch) -> str:
        """Return of which kind a name would be by what is in sight; "" for what is no name."""
        if self._session.project.scheme.get(label).value is not ValueType.NAME:
            return ""
        around = Article(article.text[slice(*sight)], date=article.date)
        guess = Span(place[0] - sight[0], place[1] - sight[0], label)
        return self._session.valuer(around, guess).kind or ""

    def _take(self, place: Stretch, label: str, *, keep: bool) -> None:
        session = self._session
        held, grip = session.focused, session.grip
        change = session.do(lambda: session.desk.mark(*place, label))
        if change is None:
            return
        if keep or (held is None and grip is None):
            session.follow(change, label)
        elif held is not None and session.focused is None:  # what was made took its place
            session.set_focus(following.after_renewal(held, session.marks, session.desk.pending))

    # --- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._label is None:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.stop()
        elif event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut: the key comes as one that was typed
            return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() not in _MODIFIERS:
                self._on_key(event)
            return True
        return False

    def _on_key(self, event: QKeyEvent) -> None:
        label, badges = self._label, self._view.badges.places
        self.stop()
        badge = None if event.modifiers() & _OF_SHORTCUTS else _named(badges, event.key())
        if badge is not None and label is not None:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._take((badge.start, badge.end), label, keep=shift)


def _named(badges: Sequence[Badge], key: int) -> Badge | None:
    letter = chr(key).lower() if Qt.Key.Key_A <= key <= Qt.Key.Key_Z else ""
    return next((badge for badge in badges if badge.letter == letter), None)
