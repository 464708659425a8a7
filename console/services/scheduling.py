"""When a channel is pulled next: its interval, closer in a crisis, wider where its budget would not last. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

#: Part of a budget that pulls leave to decisions.
KEPT: Final = 0.1
#: How much closer a channel is pulled while it is watched closely.
CLOSER: Final = 4
#: No channel is pulled more often than this (seconds), nor less often than ``WIDEST`` for its budget's sake.
CLOSEST: Final = 20
WIDEST: Final = 6 * 3600


def wanted_interval(options: Mapping[str, Any], usual: int, now: int) -> int:
    """Seconds between two pulls as people want it: the channel's own, a quarter of it while watched closely.

    ``closely_until`` among the options (UTC seconds) is set by a person, or by a crisis.
    """
    chosen = options.get("interval")
    interval = chosen if isinstance(chosen, int) and not isinstance(chosen, bool) and chosen > 0 else usual
    until = options.get("closely_until")
    if isinstance(until, int) and until > now:
        interval = max(min(interval, max(interval // CLOSER, CLOSEST)), 1)
    return interval


def affordable_interval(
    wanted: int, before: Mapping[str, Any], after: Mapping[str, Any] | None, now: int
) -> int:
    """``wanted``, or so much more that what is left of the budget lasts until it is renewed.

    ``before`` and ``after`` are the channel's budget before and after the pull that just ended (``PullPage.budget``):
    their difference is what one pull costs. Where channels share a budget it holds what the others spent meanwhile too,
    so that it lasts for all of them. A budget without a limit, a renewal or a cost changes nothing.
    """
    if after is None or any(after.get(one) != before.get(one) for one in ("period", "project")):
        return wanted
    limit, used, resets_at = _whole(after, "limit"), _whole(after, "used"), _whole(after, "resets_at")
    earlier = _whole(before, "used")
    if limit is None or used is None or resets_at is None or earlier is None:
        return wanted
    cost, left, rest = used - earlier, int(limit * (1 - KEPT)) - used, resets_at - now
    if limit <= 0 or cost <= 0 or rest <= 0:
        return wanted
    lasting = rest if left < cost else -(-rest * cost // left)
    return max(wanted, min(lasting, WIDEST))


def _whole(budget: Mapping[str, Any], name: str) -> int | None:
    value = budget.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
