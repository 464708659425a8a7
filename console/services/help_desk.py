"""What a report for the help desk says of a workspace: states and counts, and the names that it must never hold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from console.connectors import registry
from console.domain.errors import VigieError
from console.domain.vocabulary import CommentState

if TYPE_CHECKING:
    from console.report import Fact
    from console.store import Reading, Store


def workspace_facts(store: Store) -> list[Fact]:
    """Counts and codes. Blocks for some reads; what cannot be read stands there as its code."""
    try:
        return store.read(_facts)
    except VigieError as error:
        return [("Unreadable", error.code)]


def _facts(reading: Reading) -> list[Fact]:
    comments: Counter[str] = Counter()
    for (state, _category), count in reading.queues.counts().items():
        comments[CommentState(state).word] += count
    active = reading.policies.mark("active")
    found = [
        ("Comments", _counted(comments)),
        ("Outbox", _counted(reading.outbox.counts())),
        ("Policy", "-" if active is None else active[0]),
        ("Members", str(len(list(reading.members.present())))),
        ("Log entries", str(reading.audit.head().sequence)),
    ]
    for one in reading.channels.all():
        stands = "paused" if one.paused else one.state
        found.append((f"Channel {one.id}, {one.kind}", f"{stands} {one.state_code or ''}".strip()))
    return found


def _counted(counts: Counter[str] | dict[str, int]) -> str:
    return ", ".join(f"{state} {count}" for state, count in sorted(counts.items())) or "0"


def names(store: Store, os_user: str) -> list[str]:
    """Names of people and accounts that the workspace knows; words of the program itself are none."""
    try:
        channels, members = store.read(lambda r: (r.channels.all(), r.members.present()))
    except VigieError:
        return [os_user]
    found = {os_user, *(one.name for one in members)}
    for one in channels:
        found |= {
            one.name,
            one.handle,
            one.handle.lstrip("@"),
            one.remote_id,
            str(one.account.get("name") or ""),
        }
    return sorted(found - {*registry.kinds(), "console", "root", ""})
