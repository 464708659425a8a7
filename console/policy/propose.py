"""From facts to a proposal: pure, deterministic, total. The strongest rule wins; protection and allow-lists beat it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from console.domain.decision import Proposal, Reason
from console.domain.vocabulary import NO_DUE
from console.policy.compiled import CompiledRule, View, compiled
from console.policy.conditions import leaves
from console.policy.enforce import forbidden_for
from console.policy.evaluate import Fact, Folds, Look
from console.policy.ladder import SCALE, LadderView, ladder_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.policy.facts import Facts
    from console.policy.model import CategoryDef, Policy

NEUTRAL: Final = "neutral"


class Match(NamedTuple):
    """A rule that matched, and the facts that fired."""

    rule: CompiledRule
    facts: tuple[Fact, ...]


class RulesRead(NamedTuple):
    """What the rules say of one comment before the ladder is asked: matches strongest first, and the one that counts.

    It depends on the author's strikes only where a rule reads them (``strikes_read``).
    """

    view: View
    matches: list[Match]
    category: CategoryDef
    winner: Match | None
    why: tuple[Reason, ...]
    unknown: tuple[str, ...]


def read_rules(policy: Policy, facts: Facts, now: int, folds: Folds | None = None) -> RulesRead:
    """Which rules match a comment at ``now`` (UTC seconds), its category, and the match whose proposal counts.

    ``folds`` is shared between calls about one text, which then is folded once.
    """
    ready = compiled(policy)
    view = ready.view(facts.channel_key)
    look = Look(ready.engine, facts, now, folds)
    matches = sorted(_matches(view, look), key=lambda match: match.rule.rank)
    category, winner, why = _assign(policy, view, facts, matches)
    return RulesRead(view, matches, category, winner, tuple(why), tuple(look.unknown))


def strikes_read(policy: Policy) -> tuple[Mapping[str, Any], ...]:
    """The conditions on an author's strikes in the rules of the policy: ``low``, ``high``, ``within`` and ``category``."""
    return tuple(
        leaf.params
        for rule in policy.rules
        for condition in (rule.when, *rule.unless)
        for leaf in leaves(condition)
        if leaf.kind == "strikes"
    )


def propose(policy: Policy, facts: Facts, now: int, read: RulesRead | None = None) -> Proposal:
    """What the policy says of one comment at ``now`` (UTC seconds).

    ``read`` is what ``read_rules`` said of the same comment, for a caller that applies the ladder to several histories.
    """
    view, matches, category, winner, why, lacking = read or read_rules(policy, facts, now)
    unknown = list(lacking)
    allowed = facts.author_key in policy.allow_authors
    if facts.verdict is None or facts.verdict.failed:
        unknown.append("verdict")
    reasons = _reasons(winner, matches, why)
    actions: tuple[str, ...]
    if allowed:
        actions = ("keep",)
        reasons.insert(0, Reason("allow.author", {"author": facts.author_key}))
    elif winner is not None:
        actions = winner.rule.rule.propose
        ladder = ladder_view(policy, category.name, facts.history, now) if category.violation else None
        if ladder is not None and ladder.step is not None:
            actions, reason = _climb(actions, ladder)
            reasons.append(reason)
        if facts.history is None and category.violation:
            unknown.append("strikes")
    else:
        actions = ("reply",) if category.reply == "expected" else ("keep",) if category.severity == 0 else ()
    forbidden = forbidden_for(policy, category, facts, now)
    refused = {item.action for item in forbidden}
    if refused.intersection(actions):  # never propose what would be refused
        actions = tuple(action for action in actions if action not in refused) or ("keep",)
    return Proposal(
        policy_id=policy.id,
        revision=facts.revision,
        category=category.name,
        severity=category.severity,
        due_at=due_at(policy, category.name, facts),
        actions=actions,
        rules=tuple(
            match.rule.rule.id for match in ([winner] if winner else []) + [m for m in matches if m != winner]
        ),
        reasons=tuple(reasons),
        forbidden=forbidden,
        unknown=tuple(dict.fromkeys(unknown)),
        protected=category.protected,
        reply=category.reply,
        clause=category.cited,
        ground=category.ground,
        auto_hide=winner is not None
        and not allowed
        and facts.person_category is None
        and _may_hide_alone(view, facts, winner),
    )


def _matches(view: View, look: Look) -> list[Match]:
    found: list[Match] = []
    for rule in view.rules:
        look.fired.clear()
        before = len(look.unknown)
        held = rule.when(look)
        if held is not True:
            if held is False:
                del look.unknown[before:]
            continue
        fired = tuple(look.fired)
        if any(exception(look) is True for exception in rule.unless):
            del look.unknown[before:]
            continue
        found.append(Match(rule, fired))
    return found


def _assign(
    policy: Policy, view: View, facts: Facts, matches: list[Match]
) -> tuple[CategoryDef, Match | None, list[Reason]]:
    """The comment's category, the match whose proposal counts, and why."""
    person = facts.person_category
    if person is not None and person in policy.categories:
        winner = next((match for match in matches if match.rule.rule.category == person), None)
        return policy.categories[person], winner, [Reason("category.by_person", {"category": person})]
    suggested = _suggested(policy, facts)
    shield = next((match for match in matches if match.rule.category.protected), None)
    if shield is not None:
        category, winner = shield.rule.category, shield
    elif suggested is not None and suggested.protected and suggested.name not in view.ruled:
        # Without a rule of its own, a protected category holds as soon as the verdict puts it first.
        category, winner = suggested, None
    elif matches:
        return matches[0].rule.category, matches[0], []
    else:
        return _default(policy, facts, suggested)
    beaten = tuple(match.rule.rule.id for match in matches if not match.rule.category.protected)
    reasons = [Reason("protected.beats", {"category": category.name, "rules": beaten})] if beaten else []
    if winner is None:
        reasons += _from_verdict(facts, category)
    return category, winner, reasons


def _suggested(policy: Policy, facts: Facts) -> CategoryDef | None:
    """The verdict's first category that the policy knows."""
    if facts.verdict is None or facts.verdict.failed:
        return None
    return next(
        (policy.categories[name] for name in facts.verdict.categories if name in policy.categories), None
    )


def _default(
    policy: Policy, facts: Facts, suggested: CategoryDef | None
) -> tuple[CategoryDef, None, list[Reason]]:
    neutral = policy.categories[NEUTRAL]
    if facts.verdict is None:
        return neutral, None, [Reason("verdict.missing")]
    if facts.verdict.failed:
        return neutral, None, [Reason("verdict.failed")]
    if suggested is None:
        return neutral, None, [Reason("category.none")]
    return suggested, None, _from_verdict(facts, suggested)


def _from_verdict(facts: Facts, category: CategoryDef) -> list[Reason]:
    params: dict[str, Any] = {"category": category.name}
    verdict = facts.verdict
    if verdict is not None:
        score = verdict.labels.get(category.name)
        if score is not None and 0.0 <= score <= 1.0:
            params["score"] = round(score * SCALE)
        reasons = [Reason("category.from_verdict", params)]
        if verdict.outside_training:
            reasons.append(Reason("verdict.outside_training"))
        return reasons
    return [Reason("category.from_verdict", params)]


def _reasons(winner: Match | None, matches: list[Match], why: tuple[Reason, ...]) -> list[Reason]:
    """What decided first, then every match with its facts, the winner's in front."""
    reasons = list(why)
    for match in ([winner] if winner is not None else []) + [match for match in matches if match != winner]:
        rule = match.rule.rule
        reasons.append(
            Reason(
                "rule.matched",
                {"rule": rule.id, "category": rule.category, "severity": match.rule.category.severity},
            )
        )
        reasons += [Reason(code, {"rule": rule.id, **params}) for code, params in match.facts]
    return reasons


def _climb(actions: tuple[str, ...], ladder: LadderView) -> tuple[tuple[str, ...], Reason]:
    """The rule's actions with the ladder's rung; a block only once nothing is missing before it."""
    step = ladder.step
    action = "" if step is None else step.action
    if action == "block" and ladder.missing:
        action = ladder.missing[0]
    params = {"action": action, "at": 0 if step is None else step.at, "points": ladder.with_this // SCALE}
    if action in actions or not action or "keep" in actions:
        return actions, Reason("ladder.step", params)
    return (*actions, action), Reason("ladder.step", params)


def _may_hide_alone(view: View, facts: Facts, winner: Match) -> bool:
    """Whether the console may hide this without a person: the rule says so, the channel agrees, the evidence is firm.

    Scores count only where the verdict's stricter threshold was reached, and never for texts unlike its training.
    Imported comments have nowhere to be hidden. The caller still applies the per-hour cap and the circuit breaker.
    """
    rule = winner.rule.rule
    if rule.auto != "hide" or "hide" not in rule.propose or not view.auto or facts.from_import or facts.ours:
        return False
    if any(code == "fact.list" for code, _ in winner.facts):
        return True
    verdict = facts.verdict
    labels = [params["label"] for code, params in winner.facts if code == "fact.score"]
    labels += [params["category"] for code, params in winner.facts if code == "fact.category"]
    if verdict is None or verdict.failed or verdict.outside_training or not labels:
        return False
    return all(label in verdict.auto_ok for label in labels)


def deadlines(policy: Policy, category: str, facts: Facts) -> dict[str, int]:
    """UTC seconds by which a first look, a decision and a reply are due, as far as the category promises them."""
    known = policy.categories.get(category)
    if known is None:
        return {}
    ready = compiled(policy)
    scale = ready.view(facts.channel_key).scale
    sla = known.sla
    found: dict[str, int] = {}
    for name, seconds in (("first_look", sla.first_look), ("decision", sla.decision), ("reply", sla.reply)):
        if seconds is not None:
            found[name] = ready.engine.clock.due(facts.starts_at, seconds * scale // 10_000, sla.clock)
    return found


def due_at(policy: Policy, category: str, facts: Facts) -> int:
    """The earliest deadline of a category, NO_DUE when it promises none: meeting it meets the others."""
    return min(deadlines(policy, category, facts).values(), default=NO_DUE)
