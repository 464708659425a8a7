"""Errors of filters, saved views and assigning in words: what happened, what became of the work, what to do next."""

from __future__ import annotations

from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP

_UNCHANGED: Final = QT_TRANSLATE_NOOP("Messages", "Nothing was changed.")

VIEWS: Final[dict[str, tuple[str, str, str]]] = {
    "bad_filter": (
        QT_TRANSLATE_NOOP("Messages", "This filter makes no sense: {field}."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Clear the filter and choose again."),
    ),
    "view_not_found": (
        QT_TRANSLATE_NOOP("Messages", "This view is there no more."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Choose another view."),
    ),
    "bad_view_name": (
        QT_TRANSLATE_NOOP("Messages", "This cannot name a view."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Give 1 to {longest} characters."),
    ),
    "view_name_taken": (
        QT_TRANSLATE_NOOP("Messages", "There is a view called “{name}” already."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Choose another name."),
    ),
    "too_many_views": (
        QT_TRANSLATE_NOOP("Messages", "There are {most} views already."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Drop one first."),
    ),
    "assign_whom": (
        QT_TRANSLATE_NOOP("Messages", "Nothing can be assigned to “{name}”."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Choose a member or a role."),
    ),
    "assign_closed": (
        QT_TRANSLATE_NOOP("Messages", "This comment is decided."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Take the decision back first."),
    ),
}
