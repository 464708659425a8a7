"""Items of Qt's own layouts keep no wrapper: a layout that joins another one with what it holds would leave some behind.

PySide makes a wrapper for each item of a layout that is added to another, and keeps it for as long as the layout lives. Qt
deletes the item as soon as its widget goes or moves; what is made at its address afterwards shares it with that wrapper,
and PySide 6.11 falls when it is destroyed (docs/adr/0012).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, Final

import shiboken6
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout

_MARK: Final = "_items_are_let_go"


def make_safe() -> None:
    """Cover what adds a layout to another one. Safe to call twice."""
    if _MARK in vars(QLayout):
        return
    setattr(QLayout, _MARK, True)
    for kind, name in ((QBoxLayout, "addLayout"), (QBoxLayout, "insertLayout"), (QGridLayout, "addLayout")):
        setattr(kind, name, _covered(getattr(kind, name)))


def _covered(add: Callable[..., None]) -> Callable[..., None]:
    @wraps(add)
    def added(self: QLayout, *given: Any, **named: Any) -> None:
        add(self, *given, **named)
        for one in (*given, *named.values()):
            if isinstance(one, QLayout):
                _let_go(one)

    return added


def _let_go(layout: QLayout) -> None:
    ours = isinstance(getattr(type(layout), "itemAt", None), FunctionType)  # made in Python: told of its end
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if isinstance(item, QLayout):
            _let_go(item)
        elif item is not None and not ours:
            shiboken6.invalidate(item)
