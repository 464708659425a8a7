"""What a Discourse forum can do: capabilities, and how one post narrows them. Light to import."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from console.connectors.text import character_measure
from console.domain.decision import Capability
from console.domain.ports import Need, PlatformSpec, Recheck

#: The longest post in characters (site setting ``max_post_length`` as installed).
MAX_CHARACTERS: Final = 32_000
#: Admin API requests per minute that a forum allows as installed.
PER_MINUTE: Final = 60

_CAPABILITIES: Final = (
    Capability("reply", "api", reversible=True, cost=1, note="effect.discourse_reply"),
    Capability("warn", "api", reversible=True, cost=1, note="effect.discourse_reply"),
    Capability("hide", "api", reversible=True, cost=1, note="effect.discourse_hide"),
    Capability("unhide", "api", reversible=True, cost=1, note="effect.discourse_unhide"),
    Capability("delete", "api", reversible=True, cost=1, note="effect.discourse_delete"),
    Capability("report", "api", reversible=False, cost=1, note="effect.discourse_report"),
    Capability("block", "api", reversible=True, cost=1, scope="author", note="effect.discourse_block"),
    Capability("unblock", "api", reversible=True, cost=1, scope="author", note="effect.discourse_unblock"),
    Capability("mute", "none", note="why.discourse_mute"),
    Capability("unmute", "none", note="why.discourse_mute"),
    Capability("like", "api", reversible=True, cost=1, note="effect.discourse_like"),
    Capability("unlike", "api", reversible=False, cost=1, note="effect.discourse_unlike"),
)

_NOT_ON_OURSELVES: Final = frozenset(
    {"hide", "unhide", "report", "block", "unblock", "like", "unlike", "warn"}
)
#: A post that waits for approval is not there yet: it can be let in or turned away.
_NOT_YET: Final = frozenset({"reply", "warn", "hide", "report", "like", "unlike"})


def for_comment(capability: Capability, facts: dict[str, Any], ours: bool) -> Capability:
    """Narrow a capability to one post: ``facts`` as stored with it, ``ours`` when the brand wrote it."""
    action = capability.action
    if capability.mode == "none":
        return capability
    if ours and action in _NOT_ON_OURSELVES:
        return replace(capability, mode="none", note="why.own_comment")
    if facts.get("queued") is True:
        if action in _NOT_YET:
            return replace(capability, mode="none", note="why.discourse_queued")
        if action == "unhide":
            return replace(capability, reversible=False, note="effect.discourse_approve")
        if action == "delete":
            return replace(capability, reversible=False, note="effect.discourse_reject")
    if action == "delete" and facts.get("post_number") == 1:
        return replace(capability, note="effect.discourse_delete_topic")
    return capability


SPEC: Final = PlatformSpec(
    kind="discourse",
    title="Discourse",
    capabilities=_CAPABILITIES,
    measure=character_measure(MAX_CHARACTERS),
    pull_interval=60,
    hourly_units=60 * PER_MINUTE,
    for_comment=for_comment,
    needs=(Need("server", "url"), Need("handle"), Need("secret", "secret")),
    options=("history_days", "silence_days", "requests_per_minute"),
    recheck=Recheck(batch=10, every=24 * 3600, days=30),
    tested="local",
)
