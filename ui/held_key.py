"""A key held down acts once: a repeat that reaches us as a press of its own is told from a second press."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

_NAME: Final = "presses"


class Presses(QObject):
    """Sees the keys of one window before its widgets do.

    X11 tells of a held key as pairs of a release and a press with one time stamp. Qt 6 takes a pair for a repeat only
    if both halves lie in its queue when it looks, which is a race: what loses it is no ``isAutoRepeat`` any more. The
    equal time stamp is still there, and no finger is that fast.
    """

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.setObjectName(_NAME)
        self.again = False
        self._released = (0, 0)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember; nothing is held back here, for text fields repeat letters."""
        del watched
        kind = event.type()
        if isinstance(event, QKeyEvent) and event.timestamp():
            now = (event.key(), event.timestamp())
            if kind == QEvent.Type.KeyRelease:
                self._released = now
            elif kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
                self.again = now == self._released
        return False


def presses_of(widget: QWidget) -> Presses | None:
    """What sees the keys of the widget's window; made at its first key. None where there is no window yet."""
    handle: QWindow | None = widget.window().windowHandle()
    if handle is None:
        return None
    found = handle.findChild(Presses, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else Presses(handle)


class OnceAction(QAction):
    """An action that a held key triggers once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setAutoRepeat(False)

    def event(self, event: QEvent) -> bool:
        """Drop what is only the key still being down."""
        parent = self.parent()
        if event.type() == QEvent.Type.Shortcut and isinstance(parent, QWidget):
            presses = presses_of(parent)
            if presses is not None and presses.again:
                return True
        return super().event(event)
