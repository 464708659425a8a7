"""Whether a decision can be taken back now, and how: said beforehand, and asked again when it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.connectors import registry
from console.domain.vocabulary import COMPENSATION, TIMED_ACTIONS, ActionKind, OutboxState

if TYPE_CHECKING:
    from console.domain.comment import Comment
    from console.domain.decision import Decision, OutboxRow
    from console.store import Reading

CANCELLABLE: Final = (OutboxState.QUEUED, OutboxState.WAITING_PERSON, OutboxState.FAILED)
CLOSED: Final = frozenset({"rejected", "expired", "refused", "cancelled"})
"""States of a decision that was never carried out and never will be."""
ERASED: Final = "erased:"
"""Stands, with a number, where the platform's id of an erased comment or author stood."""


def own_row(reading: Reading, decision: Decision) -> OutboxRow | None:
    """What a decision itself sends. Letting an automatic hide stand points at that hide's row and sends nothing."""
    row = None if decision.outbox_id is None else reading.outbox.get(decision.outbox_id)
    return row if row is not None and row.decision_id == decision.id else None


def shown_again(reading: Reading, decision: Decision) -> OutboxRow | None:
    """The row by which a standing keep shows again on the platform what the console hid; None where it sends nothing."""
    if decision.action is not ActionKind.KEEP or decision.undone_by is not None:
        return None
    answers = reading.decisions.params(decision.id).get("answers")
    hide = reading.decisions.get(answers) if isinstance(answers, int) else None
    undo = None if hide is None or hide.undone_by is None else reading.decisions.get(hide.undone_by)
    row = None if undo is None or undo.outbox_id is None else reading.outbox.get(undo.outbox_id)
    if row is None or row.action is not ActionKind.UNHIDE or row.state is OutboxState.CANCELLED:
        return None
    return row


def in_flight(shown: OutboxRow | None) -> str:
    """Why a keep cannot be taken back while the platform is being asked to show the comment again."""
    if shown is None:
        return ""
    if shown.state in (OutboxState.SENDING, OutboxState.UNKNOWN):
        return "undo_in_flight"
    unsure = shown.state is OutboxState.WAITING_PERSON and shown.error is not None
    return "undo_unconfirmed" if unsure else ""


def changed_nothing(reading: Reading, decision: Decision, row: OutboxRow) -> bool:
    """Whether the platform had it so before: what stood stays, and undoing the decision is a matter of the workspace.

    Never of a hide of the console's own: who takes that back wants the comment seen.
    """
    found = row.state is OutboxState.DONE and (row.result or {}).get("unchanged") is True
    return found and reading.automation.get(decision.id) is None


def no_way_back(decision: Decision, comment: Comment, row: OutboxRow | None) -> str:
    """The code of why a decision cannot be undone now; empty when it can."""
    if decision.undone_by is not None or decision.undoes is not None:
        return "undo_already"
    if comment.remote_id.startswith(ERASED):
        return "undo_gone"
    if decision.state in CLOSED:
        return "undo_closed"
    if row is None:
        return ""
    if row.state is OutboxState.WAITING_PERSON and row.error is not None:
        return "undo_unconfirmed"  # it may stand there already
    if row.state in CANCELLABLE:
        return ""
    if row.state in (OutboxState.SENDING, OutboxState.UNKNOWN):
        return "undo_in_flight"
    capability = registry.spec(comment.kind).capability(
        decision.action.value, dict(comment.facts), comment.ours
    )
    return "" if decision.action in COMPENSATION and capability.reversible else "undo_none"


@dataclass(frozen=True, slots=True)
class Way:
    """How a decision comes back. ``code``: cancel (it has not left), close (nothing reached the site), reopen (here
    alone), opposite (``action`` on the platform), by_hand (``action``, by a person on the site), or why there is none.

    ``until`` (UTC seconds): after that another way holds, or none.
    """

    code: str
    action: str = ""
    until: int | None = None

    @property
    def open(self) -> bool:
        """Whether it can be taken back now."""
        return not self.code.startswith("undo_")


def way_back(reading: Reading, decision: Decision, comment: Comment, row: OutboxRow | None) -> Way:
    """How ``decision`` can be taken back now; ``row`` is what it itself sends."""
    shown = shown_again(reading, decision)
    why = no_way_back(decision, comment, row) or in_flight(shown)
    if why:
        return Way(why)
    sent = shown if shown is not None else row
    done = ActionKind.UNHIDE if shown is not None else decision.action
    if sent is None:
        until = comment.snoozed_until if decision.action in TIMED_ACTIONS else None
        return Way("reopen", until=until)
    if sent.state is OutboxState.QUEUED:
        return Way("cancel", until=sent.not_before)
    if sent.state in CANCELLABLE:
        return Way("close")
    if sent is row and changed_nothing(reading, decision, sent):
        return Way("reopen")
    capability = registry.spec(comment.kind).capability(done.value, dict(comment.facts), comment.ours)
    return Way("by_hand" if capability.mode == "link" else "opposite", COMPENSATION[done].value)
