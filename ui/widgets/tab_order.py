"""Tab goes where the eye goes: the controls of a window in the order they are laid out, whenever they were made.

Qt's own chain follows the order of creation, so a page built when it is first looked at, or a row added
later, would come after everything else in the window.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QSplitter, QWidget


def step(root: QWidget, here: QWidget | None, forward: bool) -> bool:
    """Move the focus to the next (or previous) control of ``root``, round its ends. False when there is none."""
    stops = list(tab_stops(root))
    if not stops:
        return False
    at = _index(stops, here)
    wanted = (
        stops[(at + (1 if forward else -1)) % len(stops)] if at is not None else stops[0 if forward else -1]
    )
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    wanted.setFocus(reason)
    _bring_into_view(wanted)
    return True


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """The controls Tab stops at, as they are read: along the layouts, line by line where there is none."""
    for child in _laid_out(root):
        if child.isWindow() or not child.isVisible():
            continue
        if child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
            yield child
        yield from tab_stops(child)


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _index(stops: list[QWidget], here: QWidget | None) -> int | None:
    """Where the focus is among the stops: the control itself, or the stop it is a part of."""
    while here is not None:
        if here in stops:
            return stops.index(here)
        here = here.parentWidget()
    return None


def _laid_out(widget: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    if isinstance(widget, QAbstractScrollArea):
        inner = widget.widget() if isinstance(widget, QScrollArea) else None
        return [widget.viewport() if inner is None else inner]
    if isinstance(widget, QSplitter):
        found = [pane for at in range(widget.count()) if (pane := widget.widget(at)) is not None]
    elif (layout := widget.layout()) is not None:
        found = list(_of_layout(layout))
    known = set(map(id, found))
    rest = [child for child in widget.children() if isinstance(child, QWidget) and id(child) not in known]
    return found + sorted(rest, key=lambda child: (child.y(), child.x()))


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _of_layout(inner)
