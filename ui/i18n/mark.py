"""Asking for a translation outside a widget: ``translate`` at once, ``QT_TRANSLATE_NOOP`` for strings kept in tables.

lupdate knows both by name and needs literals, so the context is written out at each call.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Return ``source`` unchanged; lupdate files the string under ``context``."""
    del context
    return source


def translate(context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
    """Translate ``source``; with ``n`` >= 0 in its plural form, ``%n`` replaced by the number grouped by locale."""
    if n < 0:
        return QCoreApplication.translate(context, source, disambiguation)
    shown = QCoreApplication.translate(context, source, disambiguation, n)
    if n < 1000:
        return shown
    return shown.replace(str(n), QLocale().toString(n), 1)
