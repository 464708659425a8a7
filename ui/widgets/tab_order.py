"""Tab goes where the eye goes: the controls of a window in the order they are laid out, whenever they were made.

Qt's own chain follows the order of creation, so a page built when it is first looked at, or a row added
later, would come after everything else in the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QSplitter, QWidget

from ui.widgets.laid import laid

if TYPE_CHECKING:
    from collections.abc import Iterator


def step(root: QWidget, here: QWidget | None, forward: bool) -> bool:
    """Move the focus to the next (or previous) control of ``root``, round its ends. False when there is none.

    ``here`` may have just been hidden: then its nearest neighbour takes over, and nothing jumps to the other end.
    """
    order = list(_reading(root))
    stops = [at for at, (widget, seen) in enumerate(order) if seen and _stops_tab(widget)]
    if not stops:
        return False
    at, gone = _place(order, here)
    after, before = [one for one in stops if one > at], [one for one in stops if one < at]
    if forward:
        wanted = after[0] if after else (before[-1] if gone else stops[0])
    else:
        wanted = before[-1] if before else (after[0] if gone else stops[-1])
    widget = order[wanted][0]
    widget.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    if not gone:  # a person pressed Tab: what they reach is scrolled to
        _bring_into_view(widget)
    return True


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """The controls Tab stops at, as they are read: along the layouts, line by line where there is none."""
    return (widget for widget, seen in _reading(root) if seen and _stops_tab(widget))


def _stops_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return widget.isEnabled() and bool(policy & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _reading(root: QWidget) -> Iterator[tuple[QWidget, bool]]:
    """Everything inside, in the order it is read, and whether it is seen."""
    for child in _laid_out(root):
        if not child.isWindow():
            yield child, child.isVisible()
            yield from _reading(child)


def _place(order: list[tuple[QWidget, bool]], here: QWidget | None) -> tuple[int, bool]:
    """Where ``here`` (or what it is a part of) stands, and whether it is not seen any more; -1 for nowhere."""
    places = {id(widget): at for at, (widget, _) in enumerate(order)}
    while here is not None:
        at = places.get(id(here))
        if at is not None:
            return at, not order[at][1]
        here = here.parentWidget()
    return -1, False


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


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
    for one in laid(layout):
        if isinstance(one, QLayout):
            yield from _of_layout(one)
        else:
            yield one
