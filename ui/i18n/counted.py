"""Every phrase that counts something: one place, because lupdate sees plural forms only in calls of ``self.tr``."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from ui.i18n.mark import translate


class Counted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``Counted``, as lupdate files it."""
        return translate("Counted", source, disambiguation, n)

    def alike(self, n: int) -> str:
        """How many near-duplicates."""
        return self.tr("%n alike", "", n)

    def authors(self, n: int) -> str:
        """How many authors."""
        return self.tr("%n author(s)", "", n)

    def on_posts(self, n: int) -> str:
        """Over how many posts a group is spread."""
        return self.tr("on %n post(s)", "", n)

    def new(self, n: int) -> str:
        """How many comments wait behind the bar."""
        return self.tr("%n new", "", n)

    def comments(self, n: int) -> str:
        """A number of comments."""
        return self.tr("%n comment(s)", "", n)

    def comments_word(self, n: int) -> str:
        """The word under a figure, without the figure."""
        return self.tr("%n comment(s)", "", n).replace(self._figure(n), "", 1).strip()

    def kept_word(self, n: int) -> str:
        """The word under a figure: kept."""
        return self.tr("%n kept", "", n).replace(self._figure(n), "", 1).strip()

    def strikes_word(self, n: int) -> str:
        """The word under a figure: strikes."""
        return self.tr("%n strike(s)", "", n).replace(self._figure(n), "", 1).strip()

    def strikes(self, n: int) -> str:
        """A number of strikes."""
        return self.tr("%n strike(s)", "", n)

    def likes(self, n: int) -> str:
        """Likes a comment has on the site."""
        return self.tr("%n like(s)", "", n)

    def replies(self, n: int) -> str:
        """Replies a comment has on the site."""
        return self.tr("%n reply(ies)", "", n)

    def channels_up_to_date(self, n: int) -> str:
        """Status strip: channels without trouble."""
        return self.tr("%n channel(s) up to date", "", n)

    def actions_to_send(self, n: int) -> str:
        """Status strip: the outbox."""
        return self.tr("%n action(s) to send", "", n)

    def decided_today(self, n: int) -> str:
        """Status strip: the team's decisions of the day."""
        return self.tr("%n decided today", "", n)

    def entries(self, n: int) -> str:
        """Audit entries."""
        return self.tr("%n entry(ies)", "", n)

    def fields_to_fill(self, n: int) -> str:
        """Reply editor: open fields of a template."""
        return self.tr("%n field(s) to fill", "", n)

    def actions_waiting(self, n: int) -> str:
        """Actions held back by a limit or by being offline."""
        return self.tr("%n action(s) wait", "", n)

    def waiting_for_person(self, n: int) -> str:
        """Actions by hand whose outcome a person has not said yet."""
        return self.tr("%n action(s) wait for your word", "", n)

    def failed_actions(self, n: int) -> str:
        """Actions the platform did not carry out."""
        return self.tr("%n action(s) failed", "", n)

    def selected(self, n: int) -> str:
        """Comments marked with X."""
        return self.tr("%n selected", "", n)

    def reading(self, n: int) -> str:
        """Shown when reading takes longer than 400 ms."""
        return self.tr("Reading %n comment(s)", "", n)

    def at_points(self, n: int) -> str:
        """The rung of a ladder: from how many strike points on."""
        return self.tr("at %n point(s)", "", n)

    def days(self, n: int) -> str:
        """A number of days."""
        return self.tr("%n day(s)", "", n)

    @staticmethod
    def _figure(n: int) -> str:
        return QLocale().toString(n) if n >= 1000 else str(n)


counted = Counted()
