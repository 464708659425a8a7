"""Phrases of zen and of the keys that count something; beside ``counted``, for the same reason."""

from __future__ import annotations

from ui.i18n.mark import translate


class KeyCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``KeyCounted``, as lupdate files it."""
        return translate("KeyCounted", source, disambiguation, n)

    def left(self, n: int) -> str:
        """How many comments of the list are still there, the one in front among them."""
        return self.tr("%n left", "", n)

    def refused(self, n: int) -> str:
        """Entries of the settings file that cannot stand."""
        return self.tr("%n key(s) of your settings file cannot stand: see Settings, Keys", "", n)


key_counted = KeyCounted()
