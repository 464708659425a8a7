"""What a Threads account can do: capabilities, and how one comment narrows them. Light to import."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from console.connectors.text import emoji_bytes_measure
from console.domain.decision import Capability
from console.domain.ports import Need, PlatformSpec, Recheck
from console.domain.vocabulary import FOLLOWERS

DEFAULT_SERVER: Final = "https://graph.threads.net"
VERSION: Final = "v1.0"
#: The longest post, in characters; an emoji counts its bytes.
MAX_CHARACTERS: Final = 500

READ: Final = ("threads_basic", "threads_read_replies")
#: Action -> permission.
NEEDS: Final = {
    "reply": "threads_content_publish",
    "warn": "threads_content_publish",
    "hide": "threads_manage_replies",
    "unhide": "threads_manage_replies",
    "delete": "threads_delete",
    FOLLOWERS: "threads_profile_discovery",
}

_BY_HAND: Final = "effect.threads_by_hand"
_CAPABILITIES: Final = (
    Capability("reply", "api", reversible=True, cost=2, note="effect.threads_reply"),
    Capability("warn", "api", reversible=True, cost=2, note="effect.threads_reply"),
    Capability("hide", "api", reversible=True, cost=1, scope="thread", note="effect.threads_hide"),
    Capability("unhide", "api", reversible=True, cost=1, scope="thread", note="effect.threads_unhide"),
    Capability("delete", "own_only", reversible=False, cost=1, note="effect.threads_delete"),
    Capability("report", "link", reversible=False, note=_BY_HAND),
    Capability("block", "link", reversible=True, scope="author", note=_BY_HAND),
    Capability("unblock", "link", reversible=True, scope="author", note=_BY_HAND),
    Capability("mute", "link", reversible=True, scope="author", note=_BY_HAND),
    Capability("unmute", "link", reversible=True, scope="author", note=_BY_HAND),
    Capability("like", "link", reversible=True, note=_BY_HAND),
    Capability("unlike", "link", reversible=False, note=_BY_HAND),
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
        return replace(capability, mode="none", note="why.threads_delete_own")
    if action in ("hide", "unhide") and facts.get("top") is False:
        return replace(capability, mode="none", note="why.threads_hide_top")
    return capability


SPEC: Final = PlatformSpec(
    kind="threads",
    title="Threads",
    capabilities=_CAPABILITIES,
    measure=emoji_bytes_measure(MAX_CHARACTERS),
    default_server=DEFAULT_SERVER,
    pull_interval=300,
    for_comment=for_comment,
    needs=(Need("secret", "secret"),),
    sign_in="paste",
    options=("posts", "history_days"),
    recheck=Recheck(batch=25, every=12 * 3600, days=30),
    watches=("keyword", "hashtag"),
    tested="local",
)
