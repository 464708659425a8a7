"""What Mastodon can do: capabilities, how one comment narrows them, how long a reply may be. Light to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from console.connectors.text import linked_measure
from console.domain.comment import is_private
from console.domain.decision import Capability
from console.domain.ports import Need, PlatformSpec, Recheck, TextMeasure

#: The longest status where the instance does not say otherwise, in characters.
MAX_CHARACTERS: Final = 500
#: What an address counts, however long it is.
PER_LINK: Final = 23

# Costs are requests of the 300 that an account has in five minutes; each action looks before it acts.
_CAPABILITIES: Final = (
    Capability("reply", "api", reversible=True, cost=2, note="effect.mastodon_reply"),
    Capability("warn", "api", reversible=True, cost=2, note="effect.mastodon_reply"),
    Capability("hide", "none", note="why.mastodon_hide"),
    Capability("unhide", "none", note="why.mastodon_hide"),
    Capability("delete", "own_only", reversible=False, cost=2, note="effect.mastodon_delete"),
    Capability("report", "api", reversible=False, cost=2, note="effect.mastodon_report"),
    Capability("block", "api", reversible=True, cost=2, scope="author", note="effect.mastodon_block"),
    Capability("unblock", "api", reversible=True, cost=2, scope="author", note="effect.mastodon_unblock"),
    Capability("mute", "api", reversible=True, cost=2, scope="author", note="effect.mastodon_mute"),
    Capability("unmute", "api", reversible=True, cost=2, scope="author", note="effect.mastodon_unmute"),
    Capability("like", "api", reversible=True, cost=2, note="effect.mastodon_like"),
    Capability("unlike", "api", reversible=False, cost=2, note="effect.mastodon_unlike"),
)

#: What these mean where the channel acts as the staff of its instance.
_AS_STAFF: Final = {
    "mute": "effect.mastodon_limit",
    "unmute": "effect.mastodon_unlimit",
    "block": "effect.mastodon_suspend",
    "unblock": "effect.mastodon_unsuspend",
}
_NOT_ON_OURSELVES: Final = frozenset({"report", "block", "unblock", "mute", "unmute", "warn"})


def for_comment(capability: Capability, facts: dict[str, Any], ours: bool) -> Capability:
    """Narrow a capability to one comment: ``facts`` as stored with it, ``ours`` when the brand wrote it."""
    action = capability.action
    if capability.mode == "none":
        return capability
    if ours:
        if action in _NOT_ON_OURSELVES:
            return replace(capability, mode="none", note="why.own_comment")
        return replace(capability, mode="api") if action == "delete" else capability
    if action == "delete":
        return replace(capability, mode="none", note="why.mastodon_delete_own_only")
    if facts.get("staff") is True and action in _AS_STAFF:
        against = action in ("mute", "block")
        return replace(
            capability,
            scope="everybody" if against else capability.scope,
            cost=3 if against else capability.cost,  # a look at the reports besides
            note=_AS_STAFF[action],
        )
    if action in ("reply", "warn") and is_private(facts):
        return replace(capability, note="effect.mastodon_reply_private")
    return capability


def length(text: str, facts: Mapping[str, Any]) -> TextMeasure:
    """A reply as the comment's instance counts it, with the mention that is put before it."""
    given = facts.get("max_characters")
    good = isinstance(given, int) and not isinstance(given, bool) and given > 0
    return linked_measure(given if isinstance(given, int) and good else MAX_CHARACTERS, PER_LINK)(
        addressed(text, facts)
    )


def addressed(text: str, facts: Mapping[str, Any]) -> str:
    """``text`` as it is sent: with the mention without which the author would hear nothing of it put before it.

    ``facts["address"]`` names whom a reply calls, as the instance writes them; whoever the text calls itself is left
    out.
    """
    found = facts.get("address")
    names = [one for one in found if isinstance(one, str) and one] if isinstance(found, list) else []
    lower = f" {text.casefold()} "
    missing = [f"@{one}" for one in names if not _calls(lower, one.casefold())]
    return " ".join([*missing, text.strip()])


def _calls(text: str, name: str) -> bool:
    """Whether ``@name`` stands in ``text`` as a whole mention, with or without the host."""
    at = text.find(f"@{name}")
    while at >= 0:
        after = text[at + len(name) + 1 : at + len(name) + 3]
        ended = not (after[:1].isalnum() or after[:1] in "_@") and not (
            after[:1] in ".-" and after[1:].isalnum()
        )
        if ended and not (text[at - 1].isalnum() if at else False):
            return True
        at = text.find(f"@{name}", at + 1)
    return False


SPEC: Final = PlatformSpec(
    kind="mastodon",
    title="Mastodon",
    capabilities=_CAPABILITIES,
    measure=linked_measure(MAX_CHARACTERS, PER_LINK),
    pull_interval=60,
    hourly_units=3600,  # 300 requests in five minutes
    for_comment=for_comment,
    pictures=frozenset({"image", "video"}),
    needs=(Need("server", "url"), Need("secret", "secret")),
    sign_in="both",
    options=(
        "history_days",
        "sweep_days",
        "mute_hours",
        "forward_reports",
        "report_rules",
        "mention_all",
        "staff",
    ),
    watches=("keyword", "hashtag", "account"),
    tested="simulator",
    measure_for=length,
    streams=True,
    recheck=Recheck(batch=40),  # two requests of twenty ids, and one for each that they leave out
)
