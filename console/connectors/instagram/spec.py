"""What an Instagram account can do: capabilities, and how one comment narrows them. Light to import."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from console.connectors.text import character_measure
from console.domain.decision import Capability
from console.domain.ports import Need, PlatformSpec, Recheck
from console.domain.vocabulary import FOLLOWERS

VERSION: Final = "v26.0"
#: The two ways to sign in exclude each other: other hosts, other permissions, other abilities.
INSTAGRAM, FACEBOOK = "instagram", "facebook"
SERVERS: Final = {INSTAGRAM: "https://graph.instagram.com", FACEBOOK: "https://graph.facebook.com"}
#: The longest comment, in characters.
MAX_CHARACTERS: Final = 2200

_COMMENTS: Final = ("reply", "warn", "hide", "unhide", "delete")
#: Action -> permission, by the way of signing in.
NEEDS: Final = {
    INSTAGRAM: {
        **dict.fromkeys(_COMMENTS, "instagram_business_manage_comments"),
        "like": "instagram_manage_engagement",
        "unlike": "instagram_manage_engagement",
    },
    FACEBOOK: {
        **dict.fromkeys(_COMMENTS, "instagram_manage_comments"),
        "like": "instagram_manage_engagement",
        "unlike": "instagram_manage_engagement",
        FOLLOWERS: "instagram_manage_insights",
    },
}
#: What reading comments with their authors takes.
READ: Final = {
    INSTAGRAM: ("instagram_business_basic", "instagram_business_manage_comments"),
    FACEBOOK: ("instagram_basic", "instagram_manage_comments", "pages_read_engagement"),
}

_CAPABILITIES: Final = (
    Capability("reply", "api", reversible=True, cost=1, note="effect.instagram_reply"),
    Capability("warn", "api", reversible=True, cost=1, note="effect.instagram_reply"),
    Capability("hide", "api", reversible=True, cost=1, note="effect.instagram_hide"),
    Capability("unhide", "api", reversible=True, cost=1, note="effect.instagram_unhide"),
    Capability("delete", "api", reversible=False, cost=1, note="effect.instagram_delete"),
    Capability("report", "link", reversible=False, note="effect.instagram_report"),
    Capability("block", "link", reversible=True, scope="author", note="effect.instagram_block"),
    Capability("unblock", "link", reversible=True, scope="author", note="effect.instagram_unblock"),
    Capability("mute", "none", note="effect.instagram_mute"),
    Capability("unmute", "none", note="effect.instagram_mute"),
    Capability("like", "api", reversible=True, cost=1, note="effect.instagram_like"),
    Capability("unlike", "api", reversible=False, cost=1, note="effect.instagram_unlike"),
)

_NOT_ON_OURSELVES: Final = frozenset({"hide", "unhide", "report", "block", "unblock", "warn"})


def for_comment(capability: Capability, facts: dict[str, Any], ours: bool) -> Capability:
    """Narrow a capability to one comment: ``facts`` as stored with it, ``ours`` when the brand wrote it."""
    action = capability.action
    if capability.mode == "none":
        return capability
    if ours and action in _NOT_ON_OURSELVES:
        return replace(capability, mode="none", note="why.own_comment")
    if facts.get("object") == "post":
        # Somebody's own post in which we are tagged: nothing of it can be done by a program.
        return replace(capability, mode="link", note="effect.by_hand")
    if action in ("like", "unlike") and facts.get("login") == INSTAGRAM:
        return replace(capability, mode="none", note="why.instagram_like_login")
    return capability


SPEC: Final = PlatformSpec(
    kind="instagram",
    title="Instagram",
    capabilities=_CAPABILITIES,
    measure=character_measure(MAX_CHARACTERS),
    pull_interval=300,
    for_comment=for_comment,
    needs=(
        Need("login", "choice", default=INSTAGRAM, choices=(INSTAGRAM, FACEBOOK)),
        Need("handle", required=False),
        Need("secret", "secret"),
    ),
    sign_in="paste",
    options=("posts", "history_days"),
    recheck=Recheck(batch=10, every=24 * 3600, days=14),  # a quiet account has almost no budget
    tested="local",
)
