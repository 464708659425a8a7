"""What Bluesky can do: capabilities, and how one comment narrows them. Light to import."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from console.connectors.bluesky.names import DEFAULT_SERVER
from console.connectors.text import grapheme_measure
from console.domain.decision import Capability
from console.domain.ports import Need, PlatformSpec, Recheck

#: The longest post, in graphemes and in UTF-8 bytes (lexicon app.bsky.feed.post).
MAX_GRAPHEMES: Final = 300
MAX_BYTES: Final = 3000
#: Hidden replies that one thread can hold (lexicon app.bsky.feed.threadgate).
MAX_HIDDEN: Final = 300

# Costs are points of the hourly write budget of 5000: create 3, update 2, delete 1; calls outside the repository 1.
_CAPABILITIES: Final = (
    Capability("reply", "api", reversible=True, cost=3, note="effect.bluesky_reply"),
    Capability("warn", "api", reversible=True, cost=3, note="effect.bluesky_reply"),
    Capability("hide", "api", reversible=True, cost=2, scope="thread", note="effect.bluesky_hide"),
    Capability("unhide", "api", reversible=True, cost=2, scope="thread", note="effect.bluesky_unhide"),
    Capability("delete", "own_only", reversible=False, cost=1, note="effect.bluesky_delete"),
    Capability("report", "api", reversible=False, cost=1, note="effect.bluesky_report"),
    Capability("block", "api", reversible=True, cost=3, scope="author", note="effect.bluesky_block_public"),
    Capability("unblock", "api", reversible=True, cost=1, scope="author", note="effect.bluesky_unblock"),
    Capability("mute", "api", reversible=True, cost=1, scope="author", note="effect.bluesky_mute"),
    Capability("unmute", "api", reversible=True, cost=1, scope="author", note="effect.bluesky_unmute"),
    Capability("like", "api", reversible=True, cost=3, note="effect.bluesky_like"),
    Capability("unlike", "api", reversible=False, cost=1, note="effect.bluesky_unlike"),
)

_NOT_ON_OURSELVES: Final = frozenset(
    {"hide", "unhide", "report", "block", "unblock", "mute", "unmute", "warn"}
)


def for_comment(capability: Capability, facts: dict[str, Any], ours: bool) -> Capability:
    """Narrow a capability to one comment: ``facts`` as stored with it, ``ours`` when the brand wrote it."""
    action = capability.action
    if ours:
        if action in _NOT_ON_OURSELVES:
            return replace(capability, mode="none", note="why.own_comment")
        return replace(capability, mode="api") if action == "delete" else capability
    if action == "delete":
        return replace(capability, mode="none", note="why.bluesky_delete_own_only")
    if action in ("hide", "unhide") and facts.get("root_is_ours") is False:
        # A threadgate belongs to the account that started the thread.
        return replace(capability, mode="none", note="why.bluesky_hide_own_threads")
    if action in ("reply", "warn") and facts.get("reply_disabled") is True:
        return replace(capability, mode="none", note="why.bluesky_reply_disabled")
    return capability


SPEC: Final = PlatformSpec(
    kind="bluesky",
    title="Bluesky",
    capabilities=_CAPABILITIES,
    measure=grapheme_measure(MAX_GRAPHEMES),
    default_server=DEFAULT_SERVER,
    pull_interval=60,
    hourly_units=5000,  # points: 3 for a record made, 2 for one changed, 1 for one deleted
    for_comment=for_comment,
    needs=(
        Need("server", "url", required=False, default=DEFAULT_SERVER),
        Need("handle"),
        Need("secret", "secret"),
    ),
    options=("history_days", "sweep_days", "labeler", "web_url"),
    watches=("keyword", "hashtag", "account"),
    tested="real",
    recheck=Recheck(batch=25),  # getPosts takes 25 at once
    pictures=frozenset({"image", "video"}),
)
