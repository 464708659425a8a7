"""Phrases of the team's pages that count something; beside ``counted``, for the same reason."""

from __future__ import annotations

from ui.i18n.mark import translate


class TeamCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``TeamCounted``, as lupdate files it."""
        return translate("TeamCounted", source, disambiguation, n)

    def lines(self, n: int) -> str:
        """Lines of a file."""
        return self.tr("%n line(s)", "", n)

    def by_hand(self, n: int) -> str:
        """Actions that wait for a person on the site."""
        return self.tr("%n to do on the site", "", n)

    def failed(self, n: int) -> str:
        """Actions that did not work."""
        return self.tr("%n failed", "", n)

    def channels(self, n: int) -> str:
        """A number of channels."""
        return self.tr("%n channel(s)", "", n)

    def members(self, n: int) -> str:
        """A number of members."""
        return self.tr("%n member(s)", "", n)


team_counted = TeamCounted()
