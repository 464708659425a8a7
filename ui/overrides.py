"""An exception in what Qt calls of ours (an event, a size, a row of a model) is told at once, and Qt gets its own answer.

PySide (6.11) keeps such an exception until some later call from Python into Qt returns, and raises it there: in an
innocent place, from override to override, until a slot happens to end it. On Python 3.11 it also takes for granted
that there is an exception object; for an index out of range, a division by zero or a widget that is gone there is a
mere text yet, and the process dies.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import wraps
from types import FunctionType
from typing import Any, Final

from PySide6.QtCore import QObject

_MARK: Final = "_exceptions_are_told"
_THEIRS: Final = "PySide6."


def make_safe() -> None:
    """Cover every override of Qt's that Python classes have now and will have. Safe to call twice."""
    if _MARK in vars(QObject):
        return
    setattr(QObject, _MARK, True)
    for known in set(_below(QObject)):
        _cover(known)

    def covered(made: type[QObject], /, **given: Any) -> None:
        super(QObject, made).__init_subclass__(**given)
        _cover(made)

    QObject.__init_subclass__ = classmethod(covered)  # type: ignore[assignment]


def _below(kind: type) -> Iterator[type]:
    one: type
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _cover(kind: type) -> None:
    """Wrap what ``kind`` defines anew of a class of Qt's."""
    if kind.__module__.startswith(_THEIRS):
        return
    theirs = [vars(one) for one in kind.__mro__[1:] if one.__module__.startswith(_THEIRS)]
    for name, found in list(vars(kind).items()):
        if isinstance(found, FunctionType):
            usual = next((one[name] for one in theirs if name in one), None)
            if callable(usual) and not name.startswith("__"):
                setattr(kind, name, _told(found, usual))


def _told(run: Callable[..., Any], usual: Callable[..., Any]) -> Callable[..., Any]:
    """``run``; when it raises, the exception goes to ``sys.excepthook`` and the answer is that of Qt's own method."""

    @wraps(run)
    def call(*given: Any, **named: Any) -> Any:
        try:
            return run(*given, **named)
        except Exception as error:  # noqa: BLE001 - whatever it is, Qt must not get it
            sys.excepthook(type(error), error, error.__traceback__)
            return usual(*given, **named)

    return call
