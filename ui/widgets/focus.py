"""Where the keyboard is: whether somebody types into a field, and whether a page may take the focus back."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def is_field(widget: object) -> bool:
    """Whether letters go into ``widget``."""
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox) and widget.isEditable()


def one_of(page: QWidget, shown: QWidget, away: QWidget) -> None:
    """Show one of two widgets of ``page`` in the place of the other; who had the keyboard there keeps it."""
    here: QWidget | None = page.window().focusWidget()
    held = here is not None and (here is away or away.isAncestorOf(here))
    shown.show()
    page.setFocusProxy(shown)
    if held:
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
    away.hide()


def may_take(page: QWidget) -> bool:
    """Whether ``page`` may take the focus by itself: nobody types, and nobody walks in another part of the window."""
    here: QWidget | None = page.window().focusWidget()
    if here is None or not here.isVisible():
        return True
    return page.isAncestorOf(here) and not is_field(here)


def held_in(window: QWidget | None) -> Sequence[QWidget]:
    """Who has the keyboard in ``window``, and after it what it lies in, as far as that can have the keyboard too."""
    here: QWidget | None = window.focusWidget() if window is not None else None
    found: list[QWidget] = []
    while here is not None and here is not window:
        if not found or here.focusPolicy() != Qt.FocusPolicy.NoFocus:
            found.append(here)
        here = here.parentWidget()
    return found


def give_back(held: Sequence[QWidget], reason: Qt.FocusReason = Qt.FocusReason.PopupFocusReason) -> None:
    """The keyboard to the first of ``held`` that is still there and seen: a row may be gone, its list is not."""
    for one in held:
        if shiboken6.isValid(one) and one.isVisible():
            one.setFocus(reason)
            return
