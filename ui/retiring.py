"""Widgets on their way out keep their Python side, and that of all they hold, until Qt has destroyed them.

PySide 6.11 frees a wrapper inside the destructor of its C++ object when nobody else refers to it, and reads it once more
afterwards where another wrapper stands at the same address. With one reference more it is freed here, between events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_DYING: Final[list[tuple[QObject, list[QObject]]]] = []


def retire(thing: QObject) -> None:
    """``thing.deleteLater()``, its wrappers kept until it is gone and ``bury`` was called."""
    _DYING.append((thing, thing.findChildren(QObject)))
    thing.deleteLater()


def empty(layout: QLayout, *kept: QWidget, leave: int = 0) -> None:
    """Take the items out of ``layout``, the last ``leave`` excepted; their widgets retire, ``kept`` stand by."""
    while layout.count() > leave:
        item = layout.takeAt(0)
        if item is None or isinstance(item, QLayout):
            continue
        widget = item.widget()
        shiboken6.delete(item)  # PySide hands it out without its ownership: nobody else would
        if widget is not None and widget not in kept:
            widget.hide()
            retire(widget)


def bury() -> None:
    """Let go of what Qt has destroyed. In the window's thread alone, between events."""
    gone = [one for one in _DYING if not shiboken6.isValid(one[0])]
    if gone:
        _DYING[:] = [one for one in _DYING if shiboken6.isValid(one[0])]
    del gone
