"""What a decision says of a text, and keeping what contradicts the verdict, in the decision's own transaction.

The rules (docs/FEEDBACK.md tells them to people):
- A category that a person chose on this revision is their word: abuse (the five categories) and spam are abusive,
  everything else is not.
- Otherwise hide, delete, report, block, mute and warn under an abuse or spam category confirm that category; under
  any other category they say nothing about abuse (a post may be off topic).
- Otherwise keep, reply, like and unhide say "no abuse", unless the policy itself proposed to keep it: following that
  proposal says nothing.
Snoozing, handing over, lifting a block or a mute say nothing. An undone decision never counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.classify.layer import FLAGS
from console.domain.vocabulary import ABUSE, ActionKind, Category, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.comment import Comment
    from console.domain.decision import Proposal
    from console.domain.verdict import Verdict
    from console.store import DecidedRow, Tx

AGAINST: Final = frozenset(
    {
        ActionKind.HIDE,
        ActionKind.DELETE,
        ActionKind.REPORT,
        ActionKind.BLOCK,
        ActionKind.MUTE,
        ActionKind.WARN,
    }
)
CLEAN: Final = frozenset({ActionKind.KEEP, ActionKind.REPLY, ActionKind.LIKE, ActionKind.UNHIDE})
FINAL: Final = tuple(sorted(one.value for one in AGAINST | CLEAN))


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of a text; ``category`` is "" where they only said that it is no abuse."""

    abusive: bool
    category: str


def said(action: str, category: str, person_category: str | None, proposed: bool) -> Said | None:
    """What a decision says, None where it says nothing about abuse.

    ``category`` is the comment's at that moment, ``person_category`` the same if a person chose it (``action`` may
    then be ""), ``proposed`` whether the policy's own proposal was to keep.
    """
    if person_category is not None:
        return Said(person_category in FLAGS, person_category)
    if action in AGAINST:
        return Said(True, category) if category in FLAGS else None
    if action in CLEAN:
        if category not in FLAGS:
            return Said(False, category)
        return None if proposed else Said(False, "")
    return None


def said_in(row: DecidedRow) -> Said | None:
    """What the last standing decision about a comment says."""
    return said(row.action, row.category, row.person_category, bool(row.params.get("keep_proposed")))


def contradiction(verdict: Verdict, told: Said) -> str | None:
    """false_alarm, missed or other_category; None where the person agrees with the verdict."""
    if verdict.failed:
        return None
    if verdict.flagged and not told.abusive:
        return "false_alarm"
    if told.abusive and not verdict.flagged:
        return "missed"
    if told.abusive and told.category not in verdict.categories:
        # No engine tells what is manifestly illegal: calling abuse that agrees with it.
        if told.category == Category.MANIFESTLY_ILLEGAL and any(one in ABUSE for one in verdict.categories):
            return None
        return "other_category"
    return None


def keep_proposed(proposal: Proposal) -> bool:
    """Whether the policy's own proposal is to leave the comment standing."""
    return ActionKind.KEEP.value in proposal.actions


def after_decision(
    tx: Tx, decision_id: int, comment: Comment, revision: int, action: str, params: Mapping[str, Any]
) -> None:
    """Keep a decision that contradicts the verdict. Call in its transaction, once it stands."""
    verdict = tx.comments.verdict(comment.id)
    if verdict is None or comment.ours or revision != comment.revision:
        return  # nothing was said, or about another text
    told = said(
        action,
        comment.category,
        comment.category if comment.category_by else None,
        bool(params.get("keep_proposed")),
    )
    _keep(tx, comment, verdict, told if action in FINAL else None, decision_id)


def after_category(tx: Tx, comment: Comment) -> None:
    """Keep a category that a person chose against the verdict. Call in its transaction, with the comment as it is now."""
    tx.feedback.supersede(comment.id)
    verdict = tx.comments.verdict(comment.id)
    if verdict is not None and comment.category_by and not comment.ours:
        _keep(tx, comment, verdict, said("", comment.category, comment.category, False), None)


def _keep(tx: Tx, comment: Comment, verdict: Verdict, told: Said | None, decision_id: int | None) -> None:
    kind = None if told is None else contradiction(verdict, told)
    if told is None or kind is None:
        return
    tx.feedback.keep(
        comment.id,
        comment.revision,
        verdict,
        decision_id=decision_id,
        category=told.category,
        abusive=told.abusive,
        kind=kind,
        practice=comment.kind == Kind.PRACTICE,
        now=tx.now,
    )
    tx.changed("feedback", (int(comment.id),))
