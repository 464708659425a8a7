"""Phrases of replay, differences and shadow that count something; stars mark what is shown in bold."""

from __future__ import annotations

from ui.i18n.mark import translate


class ResultsCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``ResultsCounted``, as lupdate files it."""
        return translate("ResultsCounted", source, disambiguation, n)

    def over_days(self, n: int) -> str:
        """The beginning of the replay's sentence."""
        return self.tr("Over %n day(s)", "", n)

    def more_hidden(self, n: int) -> str:
        """Comments that the draft hides and the policy in force does not."""
        return self.tr("*%n more comment(s)* would be hidden", "", n)

    def no_longer(self, n: int) -> str:
        """Comments that the draft no longer hides."""
        return self.tr("*%n* would no longer be", "", n)

    def hidden(self, n: int) -> str:
        """Comments proposed for hiding, where there is nothing to compare with."""
        return self.tr("*%n comment(s)* would be hidden", "", n)

    def protected(self, n: int) -> str:
        """Protected comments that a rule would hide."""
        return self.tr("*%n protected comment(s)* would be proposed for hiding.", "", n)

    def comments(self, n: int) -> str:
        """Comments replayed."""
        return self.tr("%n comment(s)", "", n)

    def decisions(self, n: int) -> str:
        """Decisions of people."""
        return self.tr("%n decision(s)", "", n)

    def days(self, n: int) -> str:
        """Days of the past."""
        return self.tr("%n day(s)", "", n)

    def points(self, n: int) -> str:
        """Points on the ladder."""
        return self.tr("%n point(s)", "", n)

    def due(self, n: int) -> str:
        """Comments that fall due."""
        return self.tr("%n due", "", n)

    def missing(self, n: int) -> str:
        """Points of the gate that do not hold."""
        return self.tr("%n missing", "", n)

    def few_decisions(self, n: int) -> str:
        """Too little to judge the draft by."""
        return self.tr("Only %n of these comments was decided about: the figures say little yet.", "", n)

    def older_policy(self, n: int) -> str:
        """Decisions taken under another policy."""
        return self.tr("%n of your decisions was made under an earlier policy.", "", n)

    def unjudged(self, n: int) -> str:
        """Comments without a decision."""
        return self.tr("Nobody decided about %n comment: it has no label and counts for no agreement.", "", n)

    def hidden_fewer_replies(self, n: int) -> str:
        """Comments hidden in life, on which less happened afterwards."""
        return self.tr("%n comment was hidden then: what came after it might have been otherwise.", "", n)

    def other_engines(self, n: int) -> str:
        """Verdicts of another engine than most."""
        return self.tr("%n comment was read by another engine or version than most.", "", n)

    def unread(self, n: int) -> str:
        """Comments without a verdict."""
        return self.tr("%n comment has no verdict: rules on scores cannot see it.", "", n)

    def otherwise(self, n: int) -> str:
        """Comments that the shadow treats otherwise."""
        return self.tr("*%n* would be treated otherwise", "", n)

    def seen(self, n: int) -> str:
        """Comments that the shadow has seen."""
        return self.tr("Of %n comment(s) seen so far", "", n)

    def set_aside(self, n: int) -> str:
        """Comments compared with another active policy."""
        return self.tr("%n comment was proposed for under another active policy and is left out.", "", n)

    def differences(self, n: int) -> str:
        """Differences between the draft and the policy in force."""
        return self.tr("%n difference(s) from v{number} in force", "", n)


counted = ResultsCounted()
