"""Phrases of connecting and looking after a channel that count something; beside ``counted``, for the same reason."""

from __future__ import annotations

from ui.i18n.mark import translate


class ConnectCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``ConnectCounted``, as lupdate files it."""
        return translate("ConnectCounted", source, disambiguation, n)

    def days(self, n: int) -> str:
        """A length of time."""
        return self.tr("%n day(s)", "", n)

    def ends_in(self, n: int) -> str:
        """Days until a sign-in ends."""
        return self.tr("The sign-in ends in %n day(s)", "", n)

    def so_far(self, n: int) -> str:
        """Comments of a first import that still runs."""
        return self.tr("First import: %n comment(s) so far", "", n)

    def came_in(self, n: int) -> str:
        """Comments of a first import that is over; {name} is the channel's."""
        return self.tr("{name} is connected: %n comment(s) came in", "", n)


connect_counted = ConnectCounted()
