"""Phrases of the policy form that count something; beside ``counted``, for the same reason."""

from __future__ import annotations

from ui.i18n.mark import translate


class FormCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``FormCounted``, as lupdate files it."""
        return translate("FormCounted", source, disambiguation, n)

    def words(self, n: int) -> str:
        """Words of a list."""
        return self.tr("%n word(s)", "", n)

    def rules_off(self, n: int) -> str:
        """Rules that do not apply on a channel."""
        return self.tr("%n rule(s) off", "", n)

    def errors(self, n: int) -> str:
        """Errors in a section."""
        return self.tr("%n error(s)", "", n)


form_counted = FormCounted()
