"""What a person may not do, says which clause and what instead: ladder, protection, reply guard, second reviewer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.decision import Capability, Forbidden, Proposal, Reason, Refusal
from console.domain.vocabulary import LOCAL_ACTIONS
from console.policy.compiled import compiled
from console.policy.ladder import LadderView, block_step, ladder_view
from console.policy.said import Finding, short
from console.policy.sections_permissions import fills, forbid, is_reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from console.policy.facts import Facts
    from console.policy.model import CategoryDef, Policy

GUARDED: Final = frozenset({"hide", "delete", "block"})  # never against a protected comment
SPEAKING: Final = frozenset({"reply", "warn"})  # what quiet hours hold
INSTEAD: Final[dict[str, tuple[str, ...]]] = {
    "delete": ("hide", "report"),
    "hide": ("report", "mute"),
    "block": ("mute", "hide"),
    "mute": ("hide",),
    "report": ("hide",),
    "reply": ("keep", "escalate"),
    "warn": ("hide", "escalate"),
    "like": ("keep",),
}
DAY: Final = 86_400


@dataclass(frozen=True, slots=True)
class ReviewNeeded:
    """Nothing forbids it, but a second person must agree within ``within_s`` seconds, else ``otherwise`` happens."""

    from_role: str
    within_s: int
    clause: str
    why: Reason
    not_same_person: bool = True
    otherwise: str = "cancel"
    code: str = "review.needed"


def refuse(
    policy: Policy,
    action: str,
    facts: Facts,
    proposal: Proposal,
    *,
    role: str,
    actor: str,
    capability: Capability | None,
    now: int,
    reason: str = "",
) -> Refusal | ReviewNeeded | None:
    """Whether ``actor`` in ``role`` may take ``action`` now: None when nothing stands against it.

    ``capability`` is what the connector offers for this comment (None: not asked, or a local action). The
    category that counts is the proposal's, which is a person's where one was chosen. Pure: the caller logs and stores.
    """
    act = str(action).partition(":")[0]
    lacking = forbid(policy.permissions, role, act, actor)
    if lacking is not None:
        return lacking
    if act in LOCAL_ACTIONS:
        return None
    missing_here = _unsupported(act, facts, capability)
    if missing_here is not None:
        return missing_here
    known = policy.categories.get(proposal.category) or policy.categories["neutral"]
    stop = _protected(act, known, capability) or _guard(policy, act, known, facts, now)
    if stop is not None and stop.code.startswith("guard.") and _overrides(policy, role, reason):
        stop = None
    if stop is None and act == "block":
        stop = _ladder(policy, known, facts, now, reason)
    if stop is not None:
        return stop
    return _review(policy, act, role, known, facts, capability, now)


def _unsupported(act: str, facts: Facts, capability: Capability | None) -> Refusal | None:
    if capability is None or capability.mode in {"api", "link"}:
        return None
    instead = INSTEAD.get(act, ("keep",))
    channel = facts.channel_key
    if capability.mode == "own_only":
        if facts.ours:
            return None
        why = Reason("refuse.own_only", {"action": act, "channel": channel})
        return Refusal("refuse.own_only", f"channel.{channel}", why, instead)
    why = Reason("refuse.unsupported", {"action": act, "channel": channel})
    return Refusal("refuse.unsupported", f"channel.{channel}", why, instead)


def _protected(act: str, category: CategoryDef, capability: Capability | None = None) -> Refusal | None:
    # A mute that silences somebody for all of a site weighs as much as hiding.
    wide = capability is not None and capability.scope == "everybody"
    if not category.protected or not (act in GUARDED or wide):
        return None
    why = Reason("refuse.protected", {"category": category.name, "action": act})
    return Refusal("refuse.protected", f"category.{category.name}.protected", why, ("reply", "keep"))


def _guard(policy: Policy, act: str, category: CategoryDef, facts: Facts, now: int) -> Refusal | None:
    """The reply guard. A warning is a reply too, but to someone on the watch list it is what the ladder wants."""
    if act not in SPEAKING:
        return None
    guard = policy.replies
    if category.reply == "forbidden" or category.name in guard.categories:
        clause = (
            "replies.forbid_when" if category.name in guard.categories else f"category.{category.name}.reply"
        )
        return _stop(policy, "guard.troll", clause, {"category": category.name}, ("keep", "watch"))
    if act == "reply" and guard.on_watch and compiled(policy).engine.is_watched(facts.author_key, now):
        return _stop(
            policy, "guard.watch", "replies.forbid_when", {"author": facts.author_key}, ("keep", "escalate")
        )
    ours = facts.replies_by_us
    if guard.thread_replies is not None and ours is not None and ours >= guard.thread_replies:
        params = {"count": ours, "limit": guard.thread_replies, "scope": "thread"}
        return _stop(policy, "guard.cap", "replies.forbid_when", params, ("keep", "escalate"))
    limit = guard.max_per_author_per_day
    if limit is not None and facts.history is not None:
        clock = compiled(policy).engine.clock
        today = clock.local_day(now)
        replied = [at for name, at in facts.history.actions_done if name == "reply"]
        said = sum(  # what is still in the outbox counts: nobody gets round the day's limit by being quick
            1
            for at in (*replied, *facts.history.replies_on_the_way)
            if now - DAY - 7200 < at <= now and clock.local_day(at) == today
        )
        if said >= limit:
            params = {"count": said, "limit": limit, "scope": "author_day"}
            return _stop(
                policy,
                "guard.cap",
                "replies.max_public_exchanges_per_author_per_day",
                params,
                ("keep", "escalate"),
            )
    return None


def _stop(
    policy: Policy, code: str, clause: str, params: dict[str, object], instead: tuple[str, ...]
) -> Refusal:
    return Refusal(
        code, clause, Reason(code, {**params, "override_role": policy.replies.override_role}), instead
    )


def _overrides(policy: Policy, role: str, reason: str) -> bool:
    """``[permissions] override`` names the roles; without it the guard's own role does, or one above it."""
    guard = policy.replies
    named = policy.permissions.get("override")
    holds = role in named if named else fills(role, guard.override_role)
    return holds and (is_reason(reason) or not guard.reason_required)


def contradicts(
    policy: Policy, action: str, found: Iterable[Finding], *, role: str, reason: str = ""
) -> Refusal | None:
    """The reply guard where the policy refuses to say two things: the refusal that quotes what was said, or None.

    Whoever may override the guard does so with a reason, and so does a spokesperson: speaking is their task.
    """
    guard = policy.replies
    if guard.contradictions != "refuse" or str(action) not in SPEAKING:
        return None
    first = next((one for one in found if one.kind == "contradiction"), None)
    if first is None or _overrides(policy, role, reason):
        return None
    if fills(role, "spokesperson") and (is_reason(reason) or not guard.reason_required):
        return None
    said = first.said
    params: dict[str, object] = {
        "day": said.day.isoformat(), "quote": short(first.quote), "differs": first.differs, "ours": first.ours,
        "theirs": first.theirs, "source": said.source, "ref": said.ref,
    }  # fmt: skip
    instead = ("keep", "escalate", "ask:spokesperson")
    return _stop(policy, "guard.contradiction", "replies.contradictions", params, instead)


def _ladder(policy: Policy, category: CategoryDef, facts: Facts, now: int, reason: str) -> Refusal | None:
    """A block needs its earlier rungs, and what its own rung requires."""
    view = ladder_view(policy, category.name, facts.history, now)
    ladder = policy.ladder
    if view is None or ladder is None:
        return None
    clause = f"ladder.{ladder.name}"
    step = block_step(ladder, view.with_this)
    if step is None:
        return Refusal("refuse.block", clause, Reason("refuse.block_never", {}), _lesser(view))
    if view.missing:
        params = {"missing": view.missing, "demanded": view.demanded}
        return Refusal("refuse.block", clause, Reason("refuse.block", params), view.missing)
    if "reason" in step.requires and not is_reason(reason):
        return Refusal(
            "refuse.block", clause, Reason("refuse.block_reason", {"at": step.at}), ("hide", "mute")
        )
    return None


def _lesser(view: LadderView) -> tuple[str, ...]:
    return (view.step.action,) if view.step is not None else ("hide", "mute")


def _review(
    policy: Policy,
    act: str,
    by: str,
    category: CategoryDef,
    facts: Facts,
    capability: Capability | None,
    now: int,
) -> ReviewNeeded | None:
    """A second person for what the ladder says, for what this platform cannot undo, and for what a role says in public."""
    second = policy.approval.second_reviewer
    role, clause = "", ""
    always = policy.approval.replies_always
    if act in SPEAKING and by in always.get("roles", ()):
        role, clause = str(always["approver_role"]), "approval.replies.always"
    ladder = policy.ladder
    if act == "block" and ladder is not None:
        view = ladder_view(policy, category.name, facts.history, now)
        step = block_step(ladder, view.with_this) if view is not None else None
        for word in step.requires if step is not None else ():
            base, _, named = word.partition(":")
            if base == "second_reviewer":
                role, clause = named or second.from_role, f"ladder.{ladder.name}"
    reversible = capability is not None and capability.reversible
    if not role and not reversible and (act in policy.approval.irreversible or act == "hide"):
        if act != "hide" or capability is not None:
            role, clause = second.from_role, "approval.irreversible"
    if not role:
        return None
    why = Reason("review.needed", {"action": act, "role": role, "within": second.within})
    return ReviewNeeded(role, second.within, clause, why, second.not_same_person, second.otherwise)


def not_before(policy: Policy, action: str, now: int) -> int:
    """The first second at which ``action`` may leave: quiet hours hold what is said to people, nothing else."""
    if str(action).partition(":")[0] not in SPEAKING:
        return now
    return compiled(policy).engine.clock.quiet_until(now)


def forbidden_for(policy: Policy, category: CategoryDef, facts: Facts, now: int) -> tuple[Forbidden, ...]:
    """What the policy refuses for this comment whoever asks, so that the window can say so beforehand."""
    found: list[Refusal | None] = []
    acts: list[str] = []
    if category.protected:
        acts += sorted(GUARDED)
        found += [_protected(act, category) for act in sorted(GUARDED)]
    elif policy.ladder is not None:
        acts.append("block")
        found.append(_ladder(policy, category, facts, now, "given later"))
    acts.append("reply")
    found.append(_guard(policy, "reply", category, facts, now))
    return tuple(
        Forbidden(act, stop.clause, stop.why, stop.instead)
        for act, stop in zip(acts, found, strict=True)
        if stop is not None
    )
