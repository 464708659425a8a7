"""Reading what people do: ladder, approval, reply guard; and, checked lightly, crisis, retention and gate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from console.domain.vocabulary import Role
from console.policy.errors import did_you_mean
from console.policy.model import Approval, CategoryDef, Ladder, ReplyGuard, SecondReviewer, Step
from console.policy.reader import Table, freeze

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

STEP_ACTIONS: Final = ("warn", "hide", "mute", "report", "block")
REQUIRES: Final = ("second_reviewer", "warned_before", "reason")
ROLES: Final = tuple(str(role) for role in Role)
DECIDING_ROLES: Final = tuple(role for role in ROLES if role != Role.AUDITOR)
WRITING_ROLES: Final = tuple(str(role) for role in (Role.MODERATOR, Role.REVIEWER, Role.SPOKESPERSON))
"""Whose replies a policy may hold back; a lead's never wait."""
CONTRADICTIONS: Final = ("warn", "refuse", "off")
LEVELS: Final = ("minor", "moderate", "major")
RETENTION: Final = ("comment_no_action", "comment_actioned", "block_record", "audit", "legal_hold")
GATE_COUNTS: Final = ("min_human_decisions", "max_protected_hidden")
GATE_SHARES: Final = ("min_rule_precision", "max_auto_volume_change")
CRISIS_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "signal": ("volume", "share", "drift"),
    "alerts": ("max_per_hour", "cooldown"),
    "threshold": ("p", "authors", "sustain", "or"),
    "or": ("channels", "category", "authors", "p"),
    "level": ("auto", "replies", "sla"),
}
GATE_KEYS: Final = ("backtest_window", "rule_tests", *GATE_COUNTS, *GATE_SHARES)

_DECAY: Final = re.compile(r"half_every=(.+)")
_BLOCK: Final = re.compile(r"block(?:\s*\+\s*(.+))?")
_REPLIES: Final = re.compile(r"thread_replies_by_us\s*>=\s*(\d{1,4})")


def read_ladder(
    name: str, table: Table, categories: Mapping[str, CategoryDef], templates: Collection[str] | None
) -> Ladder:
    """``[ladder.NAME]``: sanctions in order, never a block first."""
    counts = table.choices("counts", categories)
    for index, category in enumerate(table.data.get("counts", ()) if counts else ()):
        if isinstance(category, str) and category in categories and not categories[category].violation:
            table.errors.add((*table.path, "counts", index), "ladder.not_violation", category=category)
    weights: dict[str, int] = {}
    heavy = table.table("weights")
    if heavy is not None:
        for category in heavy:
            value = heavy.integer(category, 1, 1, 100)
            if category not in counts:
                heavy.errors.add(
                    (*heavy.path, category),
                    "ladder.weight_uncounted",
                    did_you_mean(category, counts),
                    category=category,
                )
            weights[category] = value or 1
        heavy.close()
    if not table.boolean("only_confirmed", True):
        table.error("only_confirmed", "ladder.unconfirmed")
    window = table.duration("window")
    if not window:
        table.error("window" if "window" in table else None, "policy.missing", key="window")
    steps = _steps(table, templates)
    ladder = Ladder(
        name=name, counts=counts, window=window or 0, weights=weights, half_every=_decay(table), steps=steps,
        skip_to=_skips(table, counts, steps),
    )  # fmt: skip
    table.close()
    return ladder


def _decay(table: Table) -> int | None:
    text = table.text("decay", "none")
    if text == "none":
        return None
    found = _DECAY.fullmatch(text)
    if found is None:
        table.error("decay", "ladder.decay", value=text[:40])
        return None
    half = Table({"decay": found.group(1)}, table.path, table.errors).duration("decay")
    if half == 0:
        table.error("decay", "ladder.decay", value=text[:40])
    return half or None


def _steps(table: Table, templates: Collection[str] | None) -> tuple[Step, ...]:
    steps: list[Step] = []
    for entry in table.tables("step"):
        action = entry.choice("action", STEP_ACTIONS, "")
        at = entry.integer("at", None, 1, 10_000)
        if at is None and "at" not in entry:
            entry.error(None, "policy.missing", key="at")
        template = entry.text("template", limit=80)
        if template and templates is not None and template not in templates:
            entry.errors.add(
                (*entry.path, "template"), "ladder.template", did_you_mean(template, templates), name=template
            )
        step = Step(at or 1, action, template, entry.duration("duration"), _requires(entry))
        if action == "block" and not any(earlier.action not in {"", "block"} for earlier in steps):
            entry.error("action", "ladder.block_first")
        if steps and step.at <= steps[-1].at:
            entry.error("at", "ladder.order", at=step.at, before=steps[-1].at)
        if action == "" and "action" not in entry:
            entry.error(None, "policy.missing", key="action")
        steps.append(step)
        entry.close()
    if not steps:
        table.error("step" if "step" in table else None, "ladder.no_steps")
    warned = [step.action for step in steps]
    for index, step in enumerate(steps):
        if "warned_before" in step.requires and "warn" not in warned[:index]:
            table.errors.add((*table.path, "step", index), "ladder.warn_missing", at=step.at)
    return tuple(step for step in steps if step.action)


def _requires(table: Table) -> tuple[str, ...]:
    found = []
    for index, word in enumerate(table.texts("requires")):
        base, _, role = word.partition(":")
        where = (*table.path, "requires", index)
        if base not in REQUIRES or (role and base != "second_reviewer"):
            table.errors.add(
                where, "policy.choice", did_you_mean(word, REQUIRES), key="requires", value=word[:60]
            )
        elif role and role not in DECIDING_ROLES:
            table.errors.add(
                where, "policy.choice", did_you_mean(role, DECIDING_ROLES), key="requires", value=word[:60]
            )
        else:
            found.append(word)
    return tuple(found)


def _skips(table: Table, counts: Collection[str], steps: tuple[Step, ...]) -> tuple[tuple[str, str], ...]:
    found = []
    for entry in table.tables("skip_to"):
        category = entry.choice("category", counts, "")
        if entry.data.get("action") == "block":
            entry.known.add("action")
            entry.error("action", "ladder.skip_to_block")
        else:
            action = entry.choice("action", {step.action for step in steps} - {"block"}, "")
            if category and action:
                found.append((category, action))
        entry.close()
    return tuple(sorted(found))


def read_approval(table: Table | None) -> Approval:
    """``[approval]``: what needs a second person, and who that may be."""
    if table is None:
        return Approval()
    default = SecondReviewer()
    second = default
    reviewer = table.table("second_reviewer")
    if reviewer is not None:
        if not reviewer.boolean("not_same_person", True):
            reviewer.error("not_same_person", "approval.same_person")
        second = SecondReviewer(
            from_role=reviewer.choice("from_role", DECIDING_ROLES, default.from_role),
            within=reviewer.duration("within") or default.within,
            otherwise=reviewer.choice("else", ("cancel", "escalate"), default.otherwise),
        )
        reviewer.close()
    crisis: Mapping[str, Any] = {}
    always: Mapping[str, Any] = {}
    replies = table.table("replies")
    if replies is not None:
        rule = replies.table("crisis")
        if rule is not None:
            crisis = {
                "approver_role": rule.choice("approver_role", DECIDING_ROLES, "spokesperson"),
                "level": rule.choice("level", LEVELS, "moderate"),
            }
            rule.close()
        rule = replies.table("always")
        if rule is not None:
            asked = rule.choices("roles", WRITING_ROLES) if "roles" in rule else WRITING_ROLES[:1]
            always = {
                "approver_role": rule.choice("approver_role", DECIDING_ROLES, "lead"),
                "roles": tuple(sorted(asked)),
            }
            rule.close()
        replies.close()
    activation: Mapping[str, Any] = {}
    signing = table.table("activation")
    if signing is not None:
        activation = {
            "second_signature": signing.boolean("second_signature"),
            "role": signing.choice("role", DECIDING_ROLES, "lead"),
        }
        signing.close()
    undo = table.duration("undo_window")
    if undo is not None and undo > 600:
        table.error("undo_window", "approval.undo_long")
    irreversible: tuple[str, ...] = ("block", "delete")
    if "irreversible" in table:
        irreversible = table.choices("irreversible", ("block", "delete", "report", "hide", "mute", "reply"))
    table.close()
    return Approval(
        tuple(sorted(irreversible)), second, crisis, always, 20 if undo is None else undo, activation
    )


def read_replies(table: Table | None, categories: Mapping[str, CategoryDef]) -> ReplyGuard:
    """``[replies]``: when nobody answers in public, and who may all the same."""
    if table is None:
        return ReplyGuard()
    named: list[str] = []
    on_watch, thread = False, None
    for index, text in enumerate(table.texts("forbid_when")):
        where = (*table.path, "forbid_when", index)
        kind, _, value = text.partition(":")
        limit = _REPLIES.fullmatch(text.strip())
        if kind == "category":
            if value not in categories:
                table.errors.add(
                    where, "policy.unknown_category", did_you_mean(value, categories), name=value[:60]
                )
            elif categories[value].reply == "expected":
                table.errors.add(where, "replies.contradicts", category=value)
            named.append(value)
        elif text.strip() == "author:on_watch":
            on_watch = True
        elif limit is not None:
            thread = int(limit.group(1))
        else:
            table.errors.add(
                where, "replies.condition",
                did_you_mean(text, ("category:troll", "author:on_watch", "thread_replies_by_us >= 2")), value=text[:80],
            )  # fmt: skip
    role, reason = "lead", True
    override = table.table("override")
    if override is not None:
        role = override.choice("role", DECIDING_ROLES, "lead")
        reason = override.boolean("reason_required", True)
        override.close()
    guard = ReplyGuard(
        categories=tuple(sorted(set(named))),
        on_watch=on_watch,
        thread_replies=thread,
        override_role=role,
        reason_required=reason,
        max_per_author_per_day=table.integer("max_public_exchanges_per_author_per_day", None, 0, 1000),
        offer_private_after=table.integer("offer_private_after", None, 0, 1000),
        contradictions=table.choice("contradictions", CONTRADICTIONS, "warn"),
    )
    table.close()
    return guard


def read_retention(table: Table | None) -> Mapping[str, Any]:
    """``[retention]``: seconds, ``block`` plus seconds, or ``manual``."""
    found: dict[str, Any] = {}
    if table is None:
        return found
    table.known.update(RETENTION)
    for key in RETENTION:
        if key not in table:
            continue
        if key == "legal_hold":
            found[key] = table.choice(key, ("manual",), "manual")
            continue
        text = table.text(key, limit=60)
        block = _BLOCK.fullmatch(text.strip()) if key == "block_record" else None
        if block is not None:
            extra = block.group(1)
            seconds = Table({key: extra}, table.path, table.errors).duration(key) if extra else 0
            found[key] = {"while_blocked": True, "seconds": seconds or 0}
        else:
            found[key] = {"seconds": table.duration(key) or 0}
    table.close()
    return found


def read_gate(table: Table | None) -> Mapping[str, Any]:
    """``[gate]``: what must hold before a policy goes live; shares are x 10,000."""
    found: dict[str, Any] = {}
    if table is None:
        return found
    table.known.update(GATE_KEYS)
    if "backtest_window" in table:
        found["backtest_window"] = table.duration("backtest_window") or 0
    for key in GATE_COUNTS:
        if key in table:
            found[key] = table.integer(key, 0, 0, 10**9)
    for key in GATE_SHARES:
        if key in table:
            found[key] = table.number(key, 0.0, 100.0 if key.startswith("max") else 1.0)
    if "rule_tests" in table:
        found["rule_tests"] = table.choice("rule_tests", ("all_pass", "none"), "all_pass")
    waive = table.table("waive")
    if waive is not None:
        found["waive"] = {
            "reason_required": waive.boolean("reason_required", True),
            "role": waive.choice("role", DECIDING_ROLES, "lead"),
        }
        waive.close()
    table.close()
    return found


def _close_crisis(table: Table, section: str) -> None:
    table.known.update(CRISIS_KEYS.get(section, LEVELS if section == "during" else CRISIS_KEYS["threshold"]))
    table.close()
    either = table.table("or") if section in LEVELS else None
    if either is not None:
        either.known.update(CRISIS_KEYS["or"])
        either.close()


def read_crisis(table: Table | None) -> Mapping[str, Any]:
    """``[crisis]``: the sections are checked for their names and levels; ``console.watch`` reads their content."""
    if table is None:
        return {}
    for key in ("signal", "alerts", "during", *LEVELS):
        sub = table.table(key)
        if sub is None:
            continue
        if key == "during":
            for level, change in table.named("during"):
                if level not in LEVELS:
                    change.errors.add(
                        change.path, "policy.choice", did_you_mean(level, LEVELS), key="during", value=level
                    )
                change.known.update(CRISIS_KEYS["level"])
                change.close()
        for name in ("sustain", "cooldown"):
            if name in sub:
                sub.duration(name)
        if key in LEVELS:
            sub.number("p")
            sub.integer("authors", None, 0, 10**9)
        _close_crisis(sub, key)
    table.close()
    return dict(freeze(table.data))
