"""Words in the language that is not shown, so that a command is found by the name a person learned it under."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QTranslator

from console import paths

_FRENCH: Final[list[tuple[QTranslator, bytes]]] = []
"""The catalogue and its bytes, which Qt does not copy."""


def other(context: str, source: str) -> str:
    """The French of ``source`` in an English window, the English (``source`` itself) in a French one.

    ``context`` is that of the catalogue. Empty where there is no translation.
    """
    if QLocale().language() == QLocale.Language.French:
        return source
    if not _FRENCH:
        catalogue = QTranslator()
        path = paths.resources() / "i18n" / "fr.qm"
        data = path.read_bytes() if path.is_file() else b""
        if data:
            catalogue.load(data)
        _FRENCH.append((catalogue, data))
    return _FRENCH[0][0].translate(context, source) or ""
