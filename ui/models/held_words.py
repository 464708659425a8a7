"""What the head of the detail says of a comment's state: escalated, assigned, put off, watched, a second person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.domain.comment import is_private
from console.domain.vocabulary import CommentState
from ui.i18n.mark import translate
from ui.i18n.words import action_lower, state_word
from ui.models.watch_words import until_words, when_words

if TYPE_CHECKING:
    from console.services.desk import Detail


def head_states(detail: Detail, me: str, now: int) -> tuple[tuple[str, str], ...]:
    """(icon, words), the most pressing first; empty for open work that nobody holds."""
    comment = detail.comment
    found: list[tuple[str, str]] = []
    if is_private(comment.facts):
        found.append(("lock-simple", translate("Held", "Not public: only whom it calls may read it")))
    for review in detail.reviews:
        asked = next((one for one in detail.decisions if one.id == review.decision_id), None)
        words = translate("Held", "Second person asked by {name}: {action}").format(
            name=review.asked_by, action=action_lower(asked.action.value) if asked is not None else ""
        )
        found.append(("users", words))
    escalated = next(
        (
            one
            for one in reversed(detail.decisions)
            if one.action.value == "escalate" and one.undone_by is None
        ),
        None,
    )
    if comment.state is CommentState.WAITING and not detail.reviews and escalated is not None:
        found.append(
            ("arrow-fat-line-up", translate("Held", "Escalated by {name}").format(name=escalated.actor))
        )
    if comment.assignee:
        words = (
            translate("Held", "Assigned to you")
            if comment.assignee == me
            else translate("Held", "Assigned to {name}").format(name=comment.assignee)
        )
        found.append(("user-switch", words))
    if comment.state is CommentState.SNOOZED and detail.watch is not None and not detail.watch.over:
        found.append(("binoculars", until_words(detail.watch, now)))
    elif comment.state is CommentState.SNOOZED and comment.snoozed_until is not None:
        words = translate("Held", "Set aside until {time}").format(
            time=when_words(comment.snoozed_until, now)
        )
        found.append(("bell-z", words))
    if comment.state is CommentState.GONE:
        found.append(("minus-circle", state_word("gone")))
    elif comment.hidden:
        found.append(("eye-slash", state_word("hidden")))
    return tuple(found)
