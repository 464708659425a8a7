"""What an account has spent where the platform sends no headers: units a day, dollars a month. Counted here.

Where the project is known for which a platform counts, the number stands in a ledger that all of its channels, and all
processes on the workspace, share. Otherwise the count travels in the channel's cursor, so that it survives the program;
what was spent since the last page of a pull lives in this process and is folded in with the next one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from console.domain.errors import QuotaExhausted

if TYPE_CHECKING:
    from console.domain.ports import Clock, Ledger


@dataclass(frozen=True, slots=True)
class Period:
    """One day or month of a budget: its name, and the UTC second at which the next one begins."""

    name: str
    ends_at: int


def pacific_day(now: int) -> Period:
    """The day of Google's quotas, which begins at midnight in California."""
    local = datetime.fromtimestamp(now, ZoneInfo("America/Los_Angeles"))
    # From noon to noon over the night of a clock change, then back to midnight: that day has 23 or 25 hours.
    following = (
        local.replace(hour=12, minute=0, second=0, microsecond=0, fold=0) + timedelta(days=1)
    ).replace(hour=0)
    return Period(local.strftime("%Y-%m-%d"), int(following.timestamp()))


def utc_day(now: int) -> Period:
    """A day by UTC."""
    local = datetime.fromtimestamp(now, UTC)
    following = local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return Period(local.strftime("%Y-%m-%d"), int(following.timestamp()))


def utc_month(now: int) -> Period:
    """A month by UTC."""
    local = datetime.fromtimestamp(now, UTC)
    following = (local.replace(day=1) + timedelta(days=32)).replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )
    return Period(local.strftime("%Y-%m"), int(following.timestamp()))


class OwnLedger:
    """One meter's own count, in this process."""

    def __init__(self) -> None:
        self._period, self._used = "", 0

    def used(self, project: str, period: str) -> int:
        """Units spent in ``period``."""
        del project
        return self._used if period == self._period else 0

    def add(self, project: str, period: str, units: int) -> None:
        """Count ``units`` more."""
        self._period, self._used = period, self.used(project, period) + units

    def raise_to(self, project: str, period: str, units: int) -> None:
        """At least ``units`` are spent."""
        self._period, self._used = period, max(self.used(project, period), units)

    def take_over(self, project: str, period: str, channel: str, units: int) -> None:
        """The count was carried on elsewhere: the higher one is the later one."""
        del channel
        self.raise_to(project, period, units)


def project_of(kind: str, server: str, name: str) -> str:
    """The key of a project in a ledger, from what names it (a client id, a token); empty where nothing does.

    What names it may be a secret and is not in the key.
    """
    digest = hashlib.sha256(f"{server}#{name}".encode()).hexdigest()
    return f"{kind}.{digest[:16]}" if name else ""


class Meter:
    """Counts what is spent in a period against a limit, in whole units (a unit may be a ten-thousandth of a dollar).

    ``reserve`` is what reads leave untouched (in units), so that a decision still gets through when pulls have eaten
    the budget. A limit of 0 means that nothing is limited; the count is kept all the same.
    """

    def __init__(
        self, clock: Clock, limit: int, period: Callable[[int], Period], unit: str, *, reserve: int = 0
    ) -> None:
        self.limit, self.unit = limit, unit
        self._clock, self._period, self._reserve = clock, period, reserve
        self._ledger: Ledger = OwnLedger()
        self._project = self._channel = ""
        self._passing = False

    def share(self, ledger: Ledger, project: str, channel: str, *, passing: bool = False) -> None:
        """From now on what ``project`` spent counts, kept in ``ledger``; what was counted so far is ``take``n again.

        ``passing``: the key is made of a token, and the same project has another key when it is signed in anew.
        """
        if project:
            self._ledger, self._project, self._channel = ledger, project, channel
            self._passing = passing

    @property
    def used(self) -> int:
        """Units spent in the present period."""
        return self._ledger.used(self._project, self._present().name)

    def check(self, units: int, *, write: bool) -> None:
        """Raises QuotaExhausted (``retry_at`` the end of the period) when ``units`` more would pass the limit."""
        left = self.limit - self.used - (0 if write else self._reserve)
        if self.limit and units > left:
            raise QuotaExhausted(retry_at=self._present().ends_at, limit=self.limit, unit=self.unit)

    def spend(self, units: int) -> None:
        """Count what a request cost; also one that failed, as platforms do."""
        self._ledger.add(self._project, self._present().name, units)

    def exhausted(self) -> int:
        """The platform itself says that the budget is spent; UTC seconds of its renewal."""
        present = self._present()
        self._ledger.raise_to(self._project, present.name, self.limit)
        return present.ends_at

    def take(self, stored: Mapping[str, Any] | None) -> None:
        """Go on where the stored count stood, if it is of the present period.

        A project's own number stands in its ledger: only what a channel counted before it was shared is taken there.
        """
        name = self._present().name
        if stored is None or stored.get("period") != name:
            return
        used, counted_for = stored.get("used"), stored.get("project")
        if not isinstance(used, int) or isinstance(used, bool):
            return
        if not self._project or not counted_for:
            self._ledger.take_over(self._project, name, self._channel, used)
        elif counted_for != self._project and self._passing:
            self._ledger.raise_to(self._project, name, used)

    def dump(self) -> dict[str, Any]:
        """The stored form, and what a channel's page shows; ``project`` where it counts for one."""
        present = self._present()
        shared = {"project": self._project} if self._project else {}
        return {"unit": self.unit, "period": present.name, "used": self.used, "limit": self.limit,
                "resets_at": present.ends_at, **shared}  # fmt: skip

    def _present(self) -> Period:
        return self._period(self._clock.now())
