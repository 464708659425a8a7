"""What X can do: capabilities, and how one comment narrows them. Light to import."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from console.connectors.text import weighted_measure
from console.connectors.x.names import DEFAULT_SERVER
from console.domain.decision import Capability
from console.domain.ports import Need, PlatformSpec, Recheck

#: The longest post, in X's own weights.
MAX_TEXT: Final = 280
#: Posts that one request by id may name.
BATCH: Final = 100
#: Dollars that pulls may spend in a month where nobody says otherwise.
MONTHLY_CAP: Final = 10

_CAPABILITIES: Final = (
    Capability("reply", "api", reversible=True, note="effect.x_reply"),
    Capability("warn", "api", reversible=True, note="effect.x_reply"),
    Capability("hide", "api", reversible=True, scope="comment", note="effect.x_hide"),
    Capability("unhide", "api", reversible=True, scope="comment", note="effect.x_unhide"),
    Capability("delete", "own_only", reversible=False, note="effect.x_delete"),
    Capability("report", "link", reversible=False, note="effect.x_report"),
    Capability("block", "link", reversible=True, scope="author", note="effect.x_block"),
    Capability("unblock", "link", reversible=True, scope="author", note="effect.x_block"),
    Capability("mute", "api", reversible=True, scope="author", note="effect.x_mute"),
    Capability("unmute", "api", reversible=True, scope="author", note="effect.x_unmute"),
    Capability("like", "link", reversible=True, note="effect.x_like"),
    Capability("unlike", "link", reversible=True, note="effect.x_like"),
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
        return replace(capability, mode="none", note="why.x_delete_own_only")
    if action in ("hide", "unhide") and facts.get("on_ours") is False:
        return replace(capability, mode="none", note="why.x_hide_own_threads")
    if action in ("reply", "warn") and facts.get("can_reply") is not True:
        return replace(capability, mode="link", reversible=False, note="effect.x_reply_link")
    return capability


SPEC: Final = PlatformSpec(
    kind="x",
    title="X",
    capabilities=_CAPABILITIES,
    measure=weighted_measure(MAX_TEXT),
    default_server=DEFAULT_SERVER,
    pull_interval=300,
    for_comment=for_comment,
    needs=(
        Need("client_id"),
        Need("refresh_token", "secret", required=False),
        Need("monthly_cap", "number", required=False, default=str(MONTHLY_CAP)),
        Need("port", "number", required=False),
    ),
    sign_in="both",
    secret_parts=("client_id", "refresh_token"),
    options=("monthly_cap", "owned_app", "replies_call", "port"),
    watches=("keyword", "hashtag", "account"),
    # X wants what is kept to follow what is there within a day. Each look costs, so none before every action.
    recheck=Recheck(batch=BATCH, every=24 * 3600, before_acting=False),
)
