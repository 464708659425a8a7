"""F6 and Shift+F6: the parts of the window in turn, as they are read, each entered where one works in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

from ui.widgets import tab_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.views.main_window import MainWindow


class Pane(NamedTuple):
    """A part of the window and how it is entered."""

    whole: QWidget
    enter: Callable[[], object]


def step(window: MainWindow, by: int) -> None:
    """Go ``by`` panes on; from outside all of them to the first (or last)."""
    panes = [pane for pane in _panes(window) if pane.whole.isVisible()]
    if not panes:
        return
    focused = window.focusWidget()
    inside = [
        at for at, pane in enumerate(panes) if pane.whole is focused or pane.whole.isAncestorOf(focused)
    ]
    # The innermost: the author panel lies inside the page that holds the thread.
    here = inside[-1] if inside else (-1 if by > 0 else 0)
    panes[(here + by) % len(panes)].enter()


def _panes(window: MainWindow) -> list[Pane]:
    queue = window.queue
    if window.pages.currentWidget() is queue:
        found = [Pane(queue.list, queue.focus_list)]
        if queue.covered:
            found.append(_by_tab(queue.right))
        else:
            found.append(Pane(queue.detail, lambda: _focus(queue.detail.area)))
            found.append(_by_tab(queue.author))
            found.append(Pane(queue.reply, lambda: _focus(queue.reply.editor)))
            found.append(Pane(queue.bar, lambda: enter_bar(window)))
    else:
        page = window.pages.currentWidget()
        found = [_by_tab(page)] if page is not None else []
    found.append(Pane(window.rail, lambda: _focus(_rail(window))))
    found.append(Pane(window.top, lambda: _focus(window.top.search)))
    found.append(_by_tab(window.status.strip))
    return [pane for pane in found if any(tab_order.tab_stops(pane.whole))]


def _rail(window: MainWindow) -> QWidget:
    return window.rail.button(window.rail.current()) if window.rail.current() else window.rail


def enter_bar(window: MainWindow) -> None:
    """The proposed button, or the question that stands in place of the buttons."""
    bar = window.queue.bar
    if bar.asking:
        bar.strip.take_focus()
    else:
        bar.focus_first()


def _by_tab(whole: QWidget) -> Pane:
    def enter() -> None:
        first = next(iter(tab_order.tab_stops(whole)), None)
        _focus(first if first is not None else whole)

    return Pane(whole, enter)


def _focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
