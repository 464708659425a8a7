"""The escalation ladder: strike points, the rung they reach, and the earlier rungs still missing before a block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from console.domain.decision import AuthorHistory
    from console.policy.model import Ladder, Policy, Step

SCALE = 10_000


@dataclass(frozen=True, slots=True)
class LadderView:
    """Where an author stands. ``points`` counts confirmed strikes, ``with_this`` also the comment at hand, both
    x 10,000; ``missing`` are the actions still to be confirmed before a block."""

    points: int
    with_this: int
    step: Step | None
    missing: tuple[str, ...]
    demanded: tuple[str, ...]


def strike_points(ladder: Ladder, strikes: Iterable[tuple[str, int]], now: int) -> int:
    """Points x 10,000 of the strikes inside the window, weighed, halved once per whole ``half_every``."""
    total = 0
    for category, at in strikes:
        age = now - at
        if category not in ladder.counts or age < 0 or age >= ladder.window:
            continue
        halvings = age // ladder.half_every if ladder.half_every else 0
        total += (ladder.weights.get(category, 1) * SCALE) >> min(halvings, 60)
    return total


def step_at(ladder: Ladder, points: int) -> Step | None:
    """The highest step that ``points`` (x 10,000) reach."""
    reached = [step for step in ladder.steps if step.at * SCALE <= points]
    return reached[-1] if reached else None


def _skipped(ladder: Ladder, category: str, step: Step | None) -> Step | None:
    """The step reached, or the one that ``skip_to`` lets this category start at, whichever stands higher."""
    action = dict(ladder.skip_to).get(category)
    start = next((each for each in ladder.steps if each.action == action), None)
    if start is None or step is None:
        return start or step
    return start if start.at > step.at else step


def block_step(ladder: Ladder, points: int) -> Step | None:
    """The block step that applies: the highest reached by ``points``, else the first one; None without any."""
    blocks = [step for step in ladder.steps if step.action == "block"]
    reached = [step for step in blocks if step.at * SCALE <= points]
    return reached[-1] if reached else (blocks[0] if blocks else None)


def demanded_before_block(ladder: Ladder, category: str, block: Step) -> tuple[str, ...]:
    """The actions that must have been confirmed first. ``skip_to`` lets a category start higher up, never at the
    block; a block that requires ``warned_before`` demands the warning whatever was skipped."""
    before: list[str] = []
    for step in ladder.steps:
        if step.action == "block":
            break
        if step.action not in before:
            before.append(step.action)
    start = dict(ladder.skip_to).get(category)
    if start in before:
        before = before[before.index(start) :]
    if "warned_before" in block.requires and "warn" not in before:
        before.insert(0, "warn")
    return tuple(before)


def confirmed(history: AuthorHistory | None, now: int, window: int) -> frozenset[str]:
    """The actions that the platform confirmed against this author inside the window."""
    if history is None:
        return frozenset()
    return frozenset(action for action, at in history.actions_done if 0 <= now - at < window)


def ladder_view(policy: Policy, category: str, history: AuthorHistory | None, now: int) -> LadderView | None:
    """Where the author of a comment of ``category`` stands; None when the policy has no ladder."""
    ladder = policy.ladder
    if ladder is None:
        return None
    points = strike_points(ladder, history.strikes if history is not None else (), now)
    here = ladder.weights.get(category, 1) * SCALE if category in ladder.counts else 0
    step = _skipped(ladder, category, step_at(ladder, points + here)) if here else None
    block = block_step(ladder, points + here)
    demanded = demanded_before_block(ladder, category, block) if block is not None else ()
    done = confirmed(history, now, ladder.window)
    missing = tuple(action for action in demanded if action not in done)
    return LadderView(points, points + here, step, missing, demanded)
