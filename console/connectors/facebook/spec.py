"""What a Facebook Page can do: capabilities, and how one comment narrows them. Light to import."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from console.connectors.text import character_measure
from console.domain.decision import Capability
from console.domain.ports import Need, PlatformSpec, Recheck

DEFAULT_SERVER: Final = "https://graph.facebook.com"
VERSION: Final = "v26.0"
#: The longest comment, in characters.
MAX_CHARACTERS: Final = 8000

ENGAGE: Final = "pages_manage_engagement"
#: Reading comments with the names of those who wrote them.
READ: Final = ("pages_read_engagement", "pages_read_user_content")
#: Action -> permission; the Page's task MODERATE besides.
NEEDS: Final = {
    one: ENGAGE for one in ("reply", "warn", "hide", "unhide", "delete", "like", "unlike", "block", "unblock")
}

_CAPABILITIES: Final = (
    Capability("reply", "api", reversible=True, cost=1, note="effect.facebook_reply"),
    Capability("warn", "api", reversible=True, cost=1, note="effect.facebook_reply"),
    Capability("hide", "api", reversible=True, cost=1, note="effect.facebook_hide"),
    Capability("unhide", "api", reversible=True, cost=1, note="effect.facebook_unhide"),
    Capability("delete", "api", reversible=False, cost=1, note="effect.facebook_delete"),
    Capability("report", "link", reversible=False, note="effect.facebook_report"),
    Capability("block", "api", reversible=True, cost=1, scope="author", note="effect.facebook_block"),
    Capability("unblock", "api", reversible=True, cost=1, scope="author", note="effect.facebook_unblock"),
    Capability("mute", "none", note="effect.facebook_mute"),
    Capability("unmute", "none", note="effect.facebook_mute"),
    Capability("like", "api", reversible=True, cost=1, note="effect.facebook_like"),
    Capability("unlike", "api", reversible=False, cost=1, note="effect.facebook_unlike"),
)

_NOT_ON_OURSELVES: Final = frozenset({"hide", "unhide", "report", "block", "unblock", "warn"})
#: Action -> the fact with which Facebook says that this comment does not allow it.
_ALLOWED_BY: Final = {
    "hide": "can_hide",
    "unhide": "can_hide",
    "delete": "can_remove",
    "reply": "can_comment",
    "warn": "can_comment",
    "like": "can_like",
}
_REFUSED: Final = {
    "can_hide": "why.facebook_cannot_hide",
    "can_remove": "why.facebook_cannot_delete",
    "can_comment": "why.facebook_cannot_reply",
    "can_like": "why.facebook_cannot_like",
}
_BY_HAND_ON_POSTS: Final = frozenset({"hide", "unhide", "delete"})


def for_comment(capability: Capability, facts: dict[str, Any], ours: bool) -> Capability:
    """Narrow a capability to one comment: ``facts`` as stored with it, ``ours`` when the Page wrote it."""
    action = capability.action
    if capability.mode == "none":
        return capability
    if ours and action in _NOT_ON_OURSELVES:
        return replace(capability, mode="none", note="why.own_comment")
    if facts.get("object") == "post" and action in _BY_HAND_ON_POSTS:
        # Somebody's own post that names the Page: only its author, or the Page on the site, can take it away.
        return replace(capability, mode="link", reversible=False, note="effect.by_hand")
    fact = _ALLOWED_BY.get(action)
    if fact is not None and facts.get(fact) is False and not (ours and action == "delete"):
        return replace(capability, mode="none", note=_REFUSED[fact])
    if action in ("block", "unblock") and facts.get("author_unknown") is True:
        return replace(capability, mode="link", note="why.meta_author_unknown")
    return capability


SPEC: Final = PlatformSpec(
    kind="facebook",
    title="Facebook",
    capabilities=_CAPABILITIES,
    measure=character_measure(MAX_CHARACTERS),
    default_server=DEFAULT_SERVER,
    pull_interval=180,
    for_comment=for_comment,
    needs=(Need("handle", required=False), Need("secret", "secret")),
    sign_in="paste",
    options=("posts", "history_days"),
    recheck=Recheck(batch=25, every=6 * 3600, days=30),
    pictures=frozenset({"image", "video"}),
    tested="local",
)
