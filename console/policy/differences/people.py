"""What changed in what people do: ladder, approval, replies, permissions, channels, crisis, retention and the gate."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, Final

from console.policy.differences.shape import Difference, added_removed, changed
from console.policy.model import Approval, ChannelOverride, Ladder, Policy, ReplyGuard, Step

# ------------------------------------------------------------------ what people do


def ladder_differences(old: Policy, new: Policy) -> Iterator[Difference]:
    """The ladder: what counts, its window and weights, its steps and skips."""
    one, other = old.ladder, new.ladder
    if one is None or other is None:
        one, other = one or Ladder(), other or Ladder()
        yield Difference("ladder.added" if old.ladder is None else "ladder.removed", {})
        if old.ladder is not None:
            return
    else:
        yield from changed("ladder.name", one.name, other.name)
    yield from added_removed("ladder.counts", one.counts, other.counts)
    if set(one.counts) == set(other.counts) and one.counts != other.counts:
        yield Difference("ladder.counts_order", {})
    yield from changed("ladder.window", one.window, other.window)
    for category in sorted({*one.weights, *other.weights}):
        if category in one.counts and category not in other.counts:
            continue  # it weighs nothing any more, which has been said
        yield from changed(
            "ladder.weight", one.weights.get(category), other.weights.get(category), category=category
        )
    yield from changed("ladder.half_every", one.half_every, other.half_every)
    yield from changed("ladder.only_confirmed", one.only_confirmed, other.only_confirmed)
    yield from _steps(one.steps, other.steps)
    yield from added_removed(
        "ladder.skip", [":".join(s) for s in one.skip_to], [":".join(s) for s in other.skip_to]
    )


def _steps(old: tuple[Step, ...], new: tuple[Step, ...]) -> Iterator[Difference]:
    before, after = {step.at: step for step in old}, {step.at: step for step in new}
    gone = [step for step in old if step.at not in after]
    for step in new:
        known = before.get(step.at)
        if known is None:
            known = next((each for each in gone if _same_step(each, step)), None)
            if known is None:
                yield Difference("ladder.step_added", _step(step))
                continue
            gone.remove(known)
            yield Difference("ladder.step_at", {"action": step.action, "old": known.at, "new": step.at})
            continue
        yield from changed("ladder.step_action", known.action, step.action, at=step.at)
        for key in ("duration", "template"):
            yield from changed(
                f"ladder.step_{key}", getattr(known, key), getattr(step, key), at=step.at, action=step.action
            )
        yield from changed(
            "ladder.step_requires", known.requires, step.requires, at=step.at, action=step.action
        )
    for step in gone:
        yield Difference("ladder.step_removed", _step(step))


def _same_step(one: Step, other: Step) -> bool:
    return (one.action, one.template, one.duration, one.requires) == (
        other.action,
        other.template,
        other.duration,
        other.requires,
    )


def _step(step: Step) -> dict[str, Any]:
    return {"at": step.at, "action": step.action, "duration": step.duration, "requires": step.requires}


def approval_differences(old: Policy, new: Policy) -> Iterator[Difference]:
    """Second reviewers, crisis approval, the undo window, signatures."""
    one, other = old.approval, new.approval
    yield from added_removed("approval.irreversible", one.irreversible, other.irreversible)
    yield from _second(one, other)
    for key in sorted({*one.replies_crisis, *other.replies_crisis}):
        yield from changed(
            f"approval.crisis_{key}" if key in {"level", "approver_role"} else "approval.crisis_other",
            one.replies_crisis.get(key), other.replies_crisis.get(key), key=key,
        )  # fmt: skip
    for key in sorted({*one.replies_always, *other.replies_always}):
        yield from changed(
            f"approval.always_{key}", one.replies_always.get(key), other.replies_always.get(key), key=key
        )
    yield from changed("approval.undo_window", one.undo_window, other.undo_window)
    for key in sorted({*one.activation, *other.activation}):
        yield from changed(
            f"approval.activation_{key}" if key in {"second_signature", "role"} else "approval.activation_other",
            one.activation.get(key), other.activation.get(key), key=key,
        )  # fmt: skip


def _second(old: Approval, new: Approval) -> Iterator[Difference]:
    one, other = old.second_reviewer, new.second_reviewer
    yield from changed("approval.second_role", one.from_role, other.from_role)
    yield from changed("approval.second_within", one.within, other.within)
    yield from changed("approval.second_otherwise", one.otherwise, other.otherwise)


def replies_differences(old: Policy, new: Policy) -> Iterator[Difference]:
    """The reply guard."""
    one, other = old.replies, new.replies
    yield from added_removed("replies.category", one.categories, other.categories)
    special = {
        "on_watch", "thread_replies", "override_role", "reason_required", "max_per_author_per_day",
        "offer_private_after", "contradictions",
    }  # fmt: skip
    for item in fields(ReplyGuard):
        if item.name == "categories" or not item.metadata.get("semantic", True):
            continue
        code = f"replies.{item.name}" if item.name in special else "replies.other"
        yield from changed(code, getattr(one, item.name), getattr(other, item.name), key=item.name)


def channels_differences(old: Policy, new: Policy) -> Iterator[Difference]:
    """What differs by channel."""
    for key in sorted({*old.channels, *new.channels}):
        before, after = old.channels.get(key), new.channels.get(key)
        if before is None:
            yield Difference("channel.added", {"channel": key})
        if after is None:
            yield Difference("channel.removed", {"channel": key})
            continue
        yield from _channel(before or ChannelOverride(key), after)


def _channel(old: ChannelOverride, new: ChannelOverride) -> Iterator[Difference]:
    who = {"channel": new.key}
    yield from changed("channel.auto", old.auto, new.auto, **who)
    for rule in new.rules_off:
        if rule not in old.rules_off:
            yield Difference("channel.rule_off", {**who, "rule": rule})
    for rule in old.rules_off:
        if rule not in new.rules_off:
            yield Difference("channel.rule_on", {**who, "rule": rule})
    if set(old.rules_off) == set(new.rules_off) and old.rules_off != new.rules_off:
        yield Difference("channel.order", who)
    for rule in sorted({*old.thresholds, *new.thresholds}):
        before, after = old.thresholds.get(rule, {}), new.thresholds.get(rule, {})
        for label in sorted({*before, *after}):
            yield from changed(
                "channel.threshold", before.get(label), after.get(label), **who, rule=rule, label=label
            )
    yield from changed("channel.sla_scale", old.sla_scale, new.sla_scale, **who)


# ------------------------------------------------------------------ tables of settings


def crisis_differences(old: Policy, new: Policy) -> Iterator[Difference]:
    """Settings of ``[crisis]``, each by its dotted key."""
    before, after = dict(_flat(old.crisis)), dict(_flat(new.crisis))
    for key in sorted({*before, *after}):
        yield from changed("crisis.set", before.get(key), after.get(key), key=key)


def _flat(value: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, item in value.items():
        if isinstance(item, Mapping):
            yield from _flat(item, f"{prefix}{key}.")
        else:
            # As text: 1 and true are equal to Python and are not to a policy.
            yield f"{prefix}{key}", item if isinstance(item, str) else json.dumps(item, ensure_ascii=False)


def retention_differences(old: Policy, new: Policy) -> Iterator[Difference]:
    """How long things are kept; seconds."""
    for key in sorted({*old.retention, *new.retention}):
        code = "retention.block_record" if key == "block_record" else "retention.kept"
        code = "retention.legal_hold" if key == "legal_hold" else code
        before, after = old.retention.get(key), new.retention.get(key)
        yield from changed(code, _seconds(before), _seconds(after), key=key)
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            one, other = bool(before.get("while_blocked")), bool(after.get("while_blocked"))
            yield from changed("retention.while_blocked", one, other, key=key)


def _seconds(value: Any) -> Any:
    return value.get("seconds") if isinstance(value, Mapping) else value


_GATE: Final = (
    "backtest_window", "min_human_decisions", "max_protected_hidden", "min_rule_precision", "max_auto_volume_change",
    "rule_tests",
)  # fmt: skip


def gate_differences(old: Policy, new: Policy) -> Iterator[Difference]:
    """What is asked before a policy goes live."""
    for key in sorted({*old.gate, *new.gate}):
        before, after = old.gate.get(key), new.gate.get(key)
        if key == "waive":
            before, after = before or {}, after or {}
            yield from changed("gate.waive_role", before.get("role"), after.get("role"))
            yield from changed(
                "gate.waive_reason", before.get("reason_required"), after.get("reason_required")
            )
        elif key in _GATE:
            yield from changed(f"gate.{key}", before, after)
        else:
            yield from changed("gate.other", before, after, key=key)


def permissions_differences(old: Policy, new: Policy) -> Iterator[Difference]:
    """Who may do what, by action or task."""
    before, after = getattr(old, "permissions", {}), getattr(new, "permissions", {})
    for key in sorted({*before, *after}):
        yield from changed("permission.changed", before.get(key), after.get(key), key=key)
