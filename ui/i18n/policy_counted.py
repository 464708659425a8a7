"""Phrases of the policy room that count something; beside ``counted``, for the same reason."""

from __future__ import annotations

from ui.i18n.mark import translate


class PolicyCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``PolicyCounted``, as lupdate files it."""
        return translate("PolicyCounted", source, disambiguation, n)

    def faults(self, n: int) -> str:
        """What the check found wrong."""
        return self.tr("%n thing(s) to mend", "", n)

    def remarks(self, n: int) -> str:
        """What is allowed but perhaps not meant."""
        return self.tr("%n remark(s)", "", n)

    def changed_lines(self, n: int) -> str:
        """Lines that differ from the active text."""
        return self.tr("draft, %n line(s) changed", "", n)

    def missing_points(self, n: int) -> str:
        """What stands against activation."""
        return self.tr("%n point(s) missing", "", n)

    def tests_hold(self, n: int) -> str:
        """Rule tests that hold, when all do."""
        return self.tr("%n test(s), all hold", "", n)

    def tests_fail(self, n: int) -> str:
        """Rule tests that do not hold."""
        return self.tr("%n test(s) do not hold", "", n)

    def found(self, n: int) -> str:
        """Places where a text was found."""
        return self.tr("%n found", "", n)

    def open_comments(self, n: int) -> str:
        """Comments nobody has decided about."""
        return self.tr("%n open comment(s)", "", n)


counted = PolicyCounted()
