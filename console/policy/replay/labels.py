"""What people's decisions say of one comment, as one word that a rule's proposal can agree with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.policy.model import Rule

ACTS: Final = frozenset({"hide", "delete", "report", "block", "mute", "warn"})
HIDES: Final = frozenset({"hide", "delete"})
LEAVES: Final = frozenset({"keep", "reply", "like", "unhide"})
ANSWERS: Final = frozenset({"reply", "like"})  # said beside a hidden comment they do not bring it back

ACT: Final = "act"
ESCALATE: Final = "escalate"
LEAVE: Final = "leave"


class PastDecision(NamedTuple):
    """A person's decision that stands: about the comment's present text, not undone, not an undo. ``at`` UTC seconds."""

    action: str
    at: int
    policy_id: str = ""


class Judgement(NamedTuple):
    """What people made of a comment: ``label`` is act, escalate or leave; ``action`` and ``at`` of who said so last."""

    label: str
    action: str
    at: int


def label_of(action: str) -> str | None:
    """act, escalate or leave; None for what says nothing (snooze, and lifting a block or a mute)."""
    word = base(action)
    if word in ACTS:
        return ACT
    if word in LEAVES:
        return LEAVE
    return ESCALATE if word == ESCALATE else None


def base(action: str) -> str:
    """``escalate:legal`` -> ``escalate``."""
    return action.partition(":")[0]


def judge(decisions: Sequence[PastDecision]) -> Judgement | None:
    """The last word about a comment, decisions oldest first; None where nobody said anything.

    After an act, handing over or answering in public does not take it back; keeping or showing it again does.
    """
    found: Judgement | None = None
    for one in decisions:
        label = label_of(one.action)
        if label is None:
            continue
        stays = label == ESCALATE or base(one.action) in ANSWERS
        if found is not None and found.label == ACT and stays:
            continue
        found = Judgement(label, one.action, one.at)
    return found


def rule_label(rule: Rule) -> str:
    """What a rule stands for: act if it proposes any act, else escalate, else leave."""
    words = {base(one) for one in rule.propose}
    if words & ACTS:
        return ACT
    return ESCALATE if ESCALATE in words else LEAVE


def agree(proposed: str, decided: str) -> bool:
    """Whether a proposal and a decision say the same; handing over agrees with acting, whichever side did it."""
    return proposed == decided or LEAVE not in (proposed, decided)
