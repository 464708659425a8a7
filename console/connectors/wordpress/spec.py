"""What a WordPress site can do: capabilities, and how one comment narrows them. Light to import."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from console.connectors.text import character_measure
from console.domain.decision import Capability
from console.domain.ports import Need, PlatformSpec, Recheck

#: The longest comment in UTF-8 bytes (``wp_get_comment_fields_max_lengths``).
MAX_BYTES: Final = 65_525

_CAPABILITIES: Final = (
    Capability("reply", "api", reversible=True, note="effect.wordpress_reply"),
    Capability("warn", "api", reversible=True, note="effect.wordpress_reply"),
    Capability("hide", "api", reversible=True, note="effect.wordpress_hide"),
    Capability("unhide", "api", reversible=True, note="effect.wordpress_unhide"),
    Capability("delete", "api", reversible=True, note="effect.wordpress_delete"),
    Capability("report", "api", reversible=True, note="effect.wordpress_report"),
    Capability("block", "link", reversible=True, scope="author", note="effect.wordpress_block"),
    Capability("unblock", "link", reversible=True, scope="author", note="effect.wordpress_unblock"),
    Capability("mute", "none", note="why.wordpress_mute"),
    Capability("unmute", "none", note="why.wordpress_mute"),
    Capability("like", "none", note="why.wordpress_like"),
    Capability("unlike", "none", note="why.wordpress_like"),
)

_NOT_ON_OURSELVES: Final = frozenset({"report", "block", "unblock", "warn"})


def for_comment(capability: Capability, facts: dict[str, Any], ours: bool) -> Capability:
    """Narrow a capability to one comment, ``ours`` when the brand wrote it."""
    if ours and capability.mode != "none" and capability.action in _NOT_ON_OURSELVES:
        return replace(capability, mode="none", note="why.own_comment")
    return capability


SPEC: Final = PlatformSpec(
    kind="wordpress",
    title="WordPress",
    capabilities=_CAPABILITIES,
    measure=character_measure(MAX_BYTES),
    pull_interval=60,
    for_comment=for_comment,
    needs=(Need("server", "url"), Need("handle"), Need("secret", "secret")),
    options=("history_days",),
    recheck=Recheck(batch=100, every=6 * 3600, days=90),
    tested="real",
)
