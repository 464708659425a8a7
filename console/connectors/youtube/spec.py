"""What YouTube can do: capabilities, and how one comment narrows them. Light to import."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from console.connectors.text import character_measure
from console.connectors.youtube.names import DEFAULT_SERVER, valid_comment
from console.domain.decision import ActionRequest, Capability
from console.domain.ports import Need, PlatformSpec, Recheck, Together
from console.domain.vocabulary import ActionKind

#: The longest comment that the site takes, in characters.
MAX_TEXT: Final = 10_000
#: Units of the daily quota: what every project gets, a write, one page or batch read.
DAILY_UNITS: Final = 10_000
WRITE: Final = 50
READ: Final = 1
#: Comments in one change of status. The documentation names no limit; it names 50 for the ids of a list, and tools that
#: clean up channels have long sent 50 here too.
CARRIES: Final = 50

_CAPABILITIES: Final = (
    Capability("reply", "api", reversible=True, cost=WRITE, note="effect.youtube_reply"),
    Capability("warn", "api", reversible=True, cost=WRITE, note="effect.youtube_reply"),
    Capability(
        "hide",
        "api",
        reversible=True,
        cost=WRITE,
        carries=CARRIES,
        scope="comment",
        note="effect.youtube_hide",
    ),
    Capability(
        "unhide",
        "api",
        reversible=True,
        cost=WRITE,
        carries=CARRIES,
        scope="comment",
        note="effect.youtube_unhide",
    ),
    Capability("delete", "api", reversible=False, cost=WRITE, carries=CARRIES, note="effect.youtube_delete"),
    Capability("report", "link", reversible=False, note="effect.youtube_report"),
    Capability(
        "block",
        "api",
        reversible=False,
        cost=WRITE,
        carries=CARRIES,
        scope="author",
        note="effect.youtube_block",
    ),
    Capability("unblock", "link", reversible=False, scope="author", note="effect.youtube_unblock"),
    Capability("mute", "none", note="why.youtube_mute"),
    Capability("unmute", "none", note="why.youtube_mute"),
    Capability("like", "none", note="why.youtube_like"),
    Capability("unlike", "none", note="why.youtube_like"),
)

_NOT_ON_OURSELVES: Final = frozenset({"hide", "unhide", "report", "block", "unblock", "warn"})
_OWNER_ONLY: Final = frozenset({"hide", "unhide", "delete", "block", "unblock"})


def for_comment(capability: Capability, facts: dict[str, Any], ours: bool) -> Capability:
    """Narrow a capability to one comment: ``facts`` as stored with it, ``ours`` when the brand wrote it."""
    action = capability.action
    if capability.mode == "none":
        return capability
    if ours:
        if action in _NOT_ON_OURSELVES:
            return replace(capability, mode="none", note="why.own_comment")
        return replace(capability, note="effect.youtube_delete_own") if action == "delete" else capability
    if action in _OWNER_ONLY and facts.get("on_ours") is False:
        return replace(capability, mode="none", note="why.youtube_own_channel")
    if action == "unhide" and facts.get("moderation") == "rejected":
        return replace(capability, mode="none", note="why.youtube_rejected")
    if action in ("reply", "warn") and facts.get("can_reply") is False:
        return replace(capability, mode="none", note="why.youtube_reply_disabled")
    return capability


def status_of(request: ActionRequest) -> str:
    """The moderation status that carries ``request`` out; empty where it takes another call, or none does it."""
    if request.action is ActionKind.HIDE:
        return "heldForReview"
    if request.action is ActionKind.UNHIDE:
        return "" if request.facts.get("moderation") == "rejected" else "published"
    # Taking a reply back deletes it. A comment of ours is deleted too; only the sign-in says which those are.
    rejects = request.action is ActionKind.BLOCK or (
        request.action is ActionKind.DELETE and request.undo_of is None
    )
    return "rejected" if rejects else ""


def together(request: ActionRequest) -> str:
    """Requests of one word may share a call: it has one status, and bans all authors or none."""
    status = status_of(request) if valid_comment(request.target) else ""
    return f"{status} ban" if request.action is ActionKind.BLOCK and status else status


SPEC: Final = PlatformSpec(
    kind="youtube",
    title="YouTube",
    capabilities=_CAPABILITIES,
    measure=character_measure(MAX_TEXT),
    default_server=DEFAULT_SERVER,
    pull_interval=180,  # about 2,000 of the day's 10,000 units on a quiet channel
    for_comment=for_comment,
    pictures=frozenset({"image"}),
    needs=(
        Need("client_id"),
        Need("client_secret", "secret"),
        Need("refresh_token", "secret", required=False),
        Need("handle", required=False),
        Need("videos", required=False),
    ),
    sign_in="both",
    secret_parts=("client_id", "client_secret", "refresh_token"),
    # YouTube wants what is kept refreshed or erased within thirty days: all of it, every three.
    recheck=Recheck(batch=50, every=3 * 86_400, days=0),
    together=Together(CARRIES, together),
    options=("videos", "history_days", "sweep_days", "daily_units"),
)
