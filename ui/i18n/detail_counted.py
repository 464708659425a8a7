"""Phrases of the detail that count something; apart because lupdate sees plural forms only in calls of ``self.tr``."""

from __future__ import annotations

from ui.i18n.mark import translate


class DetailCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``DetailCounted``, as lupdate files it."""
        return translate("DetailCounted", source, disambiguation, n)

    def followers(self, n: int) -> str:
        """How far an author reaches."""
        return self.tr("%n follower(s)", "", n)

    def earlier(self, n: int) -> str:
        """Comments of the thread before those shown."""
        return self.tr("%n earlier: show", "", n)

    def later(self, n: int) -> str:
        """Comments of the thread after those shown."""
        return self.tr("%n later: show", "", n)

    def answers(self, n: int) -> str:
        """Answers to the comment that are not shown."""
        return self.tr("%n more answer(s): show", "", n)

    def steps(self, n: int) -> str:
        """Lines of a long timeline that are folded."""
        return self.tr("%n earlier step(s): show", "", n)

    def actions(self, n: int) -> str:
        """Lines of what each action does that are folded."""
        return self.tr("All %n actions", "", n)


detail_counted = DetailCounted()
