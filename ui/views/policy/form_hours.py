"""Opening hours, quiet hours, holidays and the time zone in the policy form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from ui.i18n.mark import translate
from ui.views.policy.form_parts import FormPage

if TYPE_CHECKING:
    from console.policy.document import PolicyDocument


class HoursPage(FormPage):
    """When we are there, and when nothing leaves."""

    section = "hours"

    def shape(self, document: PolicyDocument) -> object:
        """The page never changes its parts."""
        del document
        return "hours"

    def build(self, document: PolicyDocument) -> None:
        """Seven days, quiet hours, holidays, time zone."""
        del document
        self.head(
            translate("PolicyForm", "Hours"),
            translate("PolicyForm", "Deadlines that count in opening hours stand still outside them."),
        )
        self.part(
            translate("PolicyForm", "Open"),
            translate("PolicyForm", "Such as 08:30-12:30, 13:30-19:00. Empty: closed."),
        )
        for day in range(7):
            self._day(day)
        self.part(translate("PolicyForm", "Quiet"))
        self.line(
            "quiet", translate("PolicyForm", "No reply leaves"), lambda d: ", ".join(d.quiet()),
            lambda d, text: d.set_quiet(_ranges(text)), live=False, path=("hours", "quiet"),
            help_=translate("PolicyForm", "Such as 22:00-07:00. Hiding and reporting still go out."),
        )  # fmt: skip
        self.check(
            "holidays", translate("PolicyForm", "Closed on French public holidays"),
            lambda d: d.french_holidays(), lambda d, on: d.set_french_holidays(on), path=("hours", "holidays"),
        )  # fmt: skip
        self.line(
            "timezone", translate("PolicyForm", "Time zone"), lambda d: d.timezone or "UTC",
            lambda d, text: d.set_timezone(text), live=False, path=("timezone",),
            help_=translate("PolicyForm", "Such as Europe/Paris."),
        )  # fmt: skip

    def _day(self, day: int) -> None:
        name = QLocale().standaloneDayName(day + 1)

        def write(document: PolicyDocument, text: str) -> None:
            week = list(document.week())
            week[day] = tuple(_ranges(text))
            document.set_week(week)

        self.line(
            f"day.{day}", name[:1].upper() + name[1:], lambda d: ", ".join(d.week()[day]), write, live=False,
            path=("hours", "open"),
        )  # fmt: skip


def _ranges(text: str) -> list[str]:
    """Ranges apart by commas; typed dashes of any length count."""
    plain = text.replace("\u2013", "-").replace("\u2014", "-").replace("\u2212", "-")
    return ["-".join(part.split("-")).replace(" ", "") for part in plain.split(",") if part.strip()]
