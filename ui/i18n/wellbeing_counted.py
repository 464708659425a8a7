"""Phrases of wellbeing, notifications and tray that count something; beside ``counted``, for the same reason."""

from __future__ import annotations

from ui.i18n.mark import translate


class WellbeingCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``WellbeingCounted``, as lupdate files it."""
        return translate("WellbeingCounted", source, disambiguation, n)

    def read_today(self, n: int) -> str:
        """Title of the card at the limit."""
        return self.tr("You have read %n harsh text(s) today", "", n)

    def left_out(self, n: int) -> str:
        """Beside the count of a list: what is not in it, by the person's own choice."""
        return self.tr("+%n you opted out of", "", n)

    def team_read(self, n: int) -> str:
        """What leads see."""
        return self.tr("The team read %n harsh text(s) today.", "", n)

    def waiting(self, n: int) -> str:
        """Of another view."""
        return self.tr("%n waiting", "", n)

    def illegal(self, n: int) -> str:
        """Head of a notification."""
        return self.tr("%n comment(s), manifestly illegal", "", n)

    def reviews(self, n: int) -> str:
        """Head of a notification."""
        return self.tr("%n decision(s) ask for a second person", "", n)

    def sign_ins(self, n: int) -> str:
        """Head of a notification."""
        return self.tr("%n channel(s) want a new sign-in", "", n)

    def incidents(self, n: int) -> str:
        """Head of a notification."""
        return self.tr("%n incident(s) proposed or declared", "", n)

    def urgent(self, n: int) -> str:
        """Tooltip of the tray icon."""
        return self.tr("%n manifestly illegal or late", "", n)


wellbeing_counted = WellbeingCounted()
