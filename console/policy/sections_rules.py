"""Reading detection: rules with their conditions and tests, and what differs by channel."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any, Final

from console.domain.vocabulary import ActionKind, Kind
from console.policy import reachability
from console.policy.conditions import (
    Names,
    excluded,
    is_channel_key,
    leaves,
    never,
    read_condition,
    read_conditions,
    with_thresholds,
)
from console.policy.errors import did_you_mean
from console.policy.model import (
    AutoLimits,
    CategoryDef,
    ChannelOverride,
    Condition,
    Rule,
    RuleTest,
    WordList,
)
from console.policy.ways import same_lists

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from console.policy.reader import Table

PROPOSABLE: Final = (
    "keep",
    "reply",
    "hide",
    "delete",
    "report",
    "mute",
    "snooze",
    "escalate",
    "warn",
    "like",
)
AGAINST: Final = frozenset({"hide", "delete", "report", "mute", "warn", "block"})
RULE_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,60}")
GIVEN: Final = (
    "labels", "categories", "signals", "relation", "channel", "author", "author_age_days", "followers", "strikes",
    "flagged", "thread_replies_by_us",
)  # fmt: skip


def read_rule(table: Table, names: Names, categories: Mapping[str, CategoryDef]) -> Rule | None:
    """One ``[[rule]]``; None when it is too broken to check further."""
    rule_id = table.text("id", required=True, limit=60)
    if rule_id and not RULE_ID.fullmatch(rule_id):
        table.error("id", "rule.id", id=rule_id)
    category = table.text("category", required=True)
    if category and category not in categories:
        table.errors.add(
            (*table.path, "category"),
            "policy.unknown_category",
            did_you_mean(category, categories),
            name=category[:60],
        )
    when = _when(table, names)
    unless: tuple[Condition, ...] | None = ()
    if "unless" in table:
        unless = read_conditions(table.take("unless"), (*table.path, "unless"), table.errors, names)
    propose = _propose(table)
    auto = _auto(table, propose)
    limits = _limits(table.table("auto_limits"), table)
    tests = tuple(_test(test) for test in table.tables("test"))
    note = table.text("note") or table.text("title")
    table.known.add("title")
    table.close()
    if when is None or unless is None or not rule_id:
        return None
    rule = Rule(rule_id, category, when, unless, propose, auto, limits, note, tests)
    _reachable(rule, table)
    known = categories.get(category)
    if known is not None:
        _agrees(rule, known, table)
    return rule


def _when(table: Table, names: Names) -> Condition | None:
    if "when" not in table:
        table.error(None, "policy.missing", key="when")
        return None
    raw = table.take("when")
    path = (*table.path, "when")
    if isinstance(raw, list):
        items = read_conditions(raw, path, table.errors, names)
        return None if items is None else Condition("all", items=items)
    return read_condition(raw, path, table.errors, names)


def _propose(table: Table) -> tuple[str, ...]:
    found: list[str] = []
    for index, word in enumerate(table.texts("propose")):
        action, _, target = word.partition(":")
        where = (*table.path, "propose", index)
        if action == "block":
            table.errors.add(where, "rule.block", key="propose")
        elif action not in PROPOSABLE or (target and action != "escalate"):
            table.errors.add(
                where, "policy.choice", did_you_mean(word, PROPOSABLE), key="propose", value=word[:60]
            )
        elif word in found:
            table.errors.add(where, "policy.twice", key="propose", value=word)
        else:
            found.append(word)
    if "propose" not in table:
        table.error(None, "policy.missing", key="propose")
    elif not found and not table.data["propose"]:
        table.error("propose", "policy.empty", key="propose")
    if "keep" in found and AGAINST.intersection(found):
        table.error("propose", "rule.keep_and_act", actions=tuple(sorted(AGAINST.intersection(found))))
    return tuple(found)


def _auto(table: Table, propose: tuple[str, ...]) -> str:
    value = table.data.get("auto")
    if isinstance(value, str) and value not in {"none", "hide"} and value in set(ActionKind):
        table.known.add("auto")
        table.error("auto", "rule.auto_irreversible", action=value)
        return "none"
    auto = table.choice("auto", ("none", "hide"), "none")
    if auto == "hide" and "hide" not in propose:
        table.error("auto", "rule.auto_not_proposed")
    return auto


def _limits(table: Table | None, rule: Table) -> AutoLimits:
    if table is None:
        return AutoLimits()
    if "auto" not in rule.data:  # with auto = "none" the limits wait beside the switch
        rule.error("auto_limits", "rule.limits_without_auto")
    defaults = AutoLimits()
    found = AutoLimits(
        per_hour=table.integer("per_hour", defaults.per_hour, 1, 10_000) or defaults.per_hour,
        stop_if_overturned_pct=table.integer(
            "stop_if_overturned_pct", defaults.stop_if_overturned_pct, 1, 100
        )
        or defaults.stop_if_overturned_pct,
    )
    table.close()
    return found


def _test(table: Table) -> RuleTest:
    text = table.text("text", required=True, limit=50_000)
    if "expect" not in table:
        table.error(None, "policy.missing", key="expect")
    expect = table.choice("expect", ("match", "no_match"), "match")
    language = table.text("language", limit=12) or None
    given: dict[str, Any] = {}
    sub = table.table("given")
    if sub is not None:
        given = _given(sub)
    table.close()
    return RuleTest(
        text,
        expect == "match",
        language,
        given,
        table.errors.lines.line(table.path) if table.errors.lines else 0,
    )


def _given(table: Table) -> dict[str, Any]:
    found: dict[str, Any] = {}
    labels = table.table("labels")
    if labels is not None:
        scores = {key: labels.number(key) for key in labels}
        found["labels"] = {key: score for key, score in scores.items() if score is not None}
    for key in ("categories", "signals"):
        if key in table:
            found[key] = table.texts(key)
    for key in ("author_age_days", "followers", "thread_replies_by_us"):
        if key in table:
            found[key] = table.integer(key, 0, 0, 2**40)
    for key in ("relation", "channel", "author"):
        if key in table:
            found[key] = table.text(key, limit=200)
    if "flagged" in table:
        found["flagged"] = table.boolean("flagged")
    if "strikes" in table:
        found["strikes"] = table.texts("strikes")
    table.known.update(GIVEN)
    table.close()
    return dict(sorted(found.items()))


def _reachable(rule: Rule, table: Table) -> None:
    """Report conditions that no comment can meet."""
    why = "never" if never(rule.when) else reachability.never_matches(rule)
    if why is None and rule.unless and excluded(rule.when, rule.unless):
        why = "unless_always"
    if why is not None:
        table.error("unless" if why == "unless_always" else "when", f"rule.{why}", id=rule.id)


def _agrees(rule: Rule, category: CategoryDef, table: Table) -> None:
    """Report what a rule proposes against its own category."""
    actions = {word.partition(":")[0] for word in rule.propose}
    if category.protected and actions & AGAINST:
        table.error(
            "propose",
            "rule.protected",
            id=rule.id,
            category=category.name,
            actions=tuple(sorted(actions & AGAINST)),
        )
    if category.reply == "forbidden" and "reply" in actions:
        table.error("propose", "rule.reply_forbidden", id=rule.id, category=category.name)
    if not category.violation and not category.protected and "warn" in actions:
        table.error("propose", "rule.warn_no_violation", id=rule.id, category=category.name)


def check_rules(rules: list[tuple[Rule, Table]], lists: Mapping[str, WordList]) -> None:
    """Report ids used twice and rules that say different things of exactly the same comments."""
    by_id: dict[str, Rule] = {}
    seen: dict[object, Rule] = {}
    names = same_lists(lists)
    for rule, table in rules:
        if rule.id in by_id:
            table.error("id", "rule.twice", id=rule.id)
        by_id.setdefault(rule.id, rule)
        other = seen.setdefault(reachability.shape(rule, names).key, rule)
        if other.id != rule.id:
            code = "rule.same" if _outcome(other) == _outcome(rule) else "rule.contradicts"
            table.error("when", code, id=rule.id, other=other.id)


def _outcome(rule: Rule) -> tuple[str, tuple[str, ...], str]:
    return rule.category, rule.propose, rule.auto


def check_reach(
    rules: list[tuple[Rule, Table]],
    categories: Mapping[str, CategoryDef],
    channels: Mapping[str, tuple[ChannelOverride, Table]],
    lists: Mapping[str, WordList],
) -> None:
    """Report rules that another one always overrules, and rules that turn on nothing but protected speech."""
    changes = [change for change, _ in channels.values()]
    adjusted = {name for change in changes for name in (*change.rules_off, *change.thresholds)}
    plain = [rule for rule, _ in rules]
    for weak, strong in reachability.overruled(plain, categories, adjusted, same_lists(lists)):
        one, other = plain[weak], plain[strong]
        if _outcome(one) != _outcome(other):
            rules[weak][1].error("when", "rule.overruled", id=one.id, other=other.id)
    for rule, table in rules:
        _spares(rule, rule.when, categories, table, "when")
        off = [change.key for change in changes if rule.id in change.rules_off]
        if off and not never(rule.when) and never_matches_outside(rule, off):
            table.error("when", "rule.off_everywhere", id=rule.id)
    by_id = {rule.id: rule for rule in plain}
    for change, table in channels.values():
        for rule_id, thresholds in change.thresholds.items():
            rule = by_id[rule_id]
            moved = dataclasses.replace(rule, when=with_thresholds(rule.when, thresholds))
            if reachability.never_matches(moved) == "never" and not never(rule.when):
                table.error("rule", "channel.never", id=rule_id)
            else:
                _spares(rule, moved.when, categories, table, "rule")


def never_matches_outside(rule: Rule, off: Collection[str]) -> bool:
    """Whether the rule asks for nothing but channels on which it is switched off."""
    elsewhere = Condition("not", items=(Condition("channel", {"any": tuple(off)}),))
    there = dataclasses.replace(rule, when=Condition("all", items=(rule.when, elsewhere)))
    return reachability.never_matches(there) == "never" and reachability.never_matches(rule) is None


def _spares(
    rule: Rule, when: Condition, categories: Mapping[str, CategoryDef], table: Table, key: str
) -> None:
    """Report a rule that acts on protected speech alone, or on every comment there is."""
    known = categories.get(rule.category)
    actions = {word.partition(":")[0] for word in rule.propose}
    if known is None or known.protected or not AGAINST & actions:
        return
    blamed = reachability.blames(when, categories)
    if blamed is not None:
        table.error(key, "rule.hides_protected", id=rule.id, category=blamed)
    elif reachability.always_matches(when) and not rule.unless:
        table.error(key, "rule.acts_on_all", id=rule.id, actions=tuple(sorted(AGAINST & actions)))


def read_channel(key: str, table: Table, rules: Mapping[str, Rule]) -> ChannelOverride:
    """One ``[channel."kind:name"]``."""
    if not is_channel_key(key):
        table.errors.add(
            table.path, "policy.channel_key", did_you_mean(key.split(":")[0], list(Kind)), key=key[:80]
        )
    off: tuple[str, ...] = ()
    switches = table.table("rules")
    if switches is not None:
        off = switches.choices("off", rules)
        switches.close()
    thresholds: dict[str, dict[str, int]] = {}
    for rule_id, change in table.named("rule"):
        rule = rules.get(rule_id)
        if rule is None:
            change.errors.add(
                change.path, "policy.unknown_rule", did_you_mean(rule_id, rules), id=rule_id[:60]
            )
            continue
        if rule_id in off:
            change.error(None, "channel.off_and_changed", id=rule_id)
        thresholds[rule_id] = _thresholds(change, rule)
    scale = 10_000
    sla = table.table("sla")
    if sla is not None:
        scale = sla.number("scale", 0.01, 10.0) or 10_000
        sla.close()
    auto = table.choice("auto", ("none", "hide"), "") or None
    table.close()
    return ChannelOverride(key, auto, off, thresholds, scale)


def _thresholds(table: Table, rule: Rule) -> dict[str, int]:
    found: dict[str, int] = {}
    scores = table.table("when_score")
    if scores is not None:
        used = {leaf.params["label"] for leaf in leaves(rule.when) if leaf.kind == "score"}
        for label in scores:
            value = scores.number(label)
            if label not in used:
                scores.errors.add(
                    (*scores.path, label),
                    "channel.no_such_score",
                    did_you_mean(label, used),
                    id=rule.id,
                    label=label[:60],
                )
            elif value is not None:
                found[label] = value
        scores.close()
    table.close()
    return found
