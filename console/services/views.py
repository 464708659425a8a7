"""The queue's views by name: which comments belong to each, and how many there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from console.domain.errors import UsageError
from console.domain.vocabulary import CommentState, OutboxState
from console.store import QueueFilter, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.services.roles import Actor

DUE_SOON_SECONDS: Final = 3600
TOXIC: Final = ("threat", "hate", "insult", "obscene")
WORK: Final = (CommentState.OPEN,)
ON_SITE: Final = (CommentState.OPEN, CommentState.PENDING, CommentState.WAITING, CommentState.DONE)
ANY: Final = tuple(one for one in CommentState if one is not CommentState.OURS)
SAVED: Final = "saved:"
"""Before the number of a saved view, where it stands for the name of one."""
KEPT_WHOLE: Final = ("illegal", "mine", "drafts", "done", "all")
"""Views no opt-out narrows: what is done, what is assigned to a person, and what may be a crime."""

VIEWS: Final[dict[str, Callable[[tuple[str, ...], int], QueueFilter]]] = {
    "inbox": lambda names, now: QueueFilter(WORK),
    "due_soon": lambda names, now: QueueFilter(WORK, due_before=now + DUE_SOON_SECONDS),
    "illegal": lambda names, now: QueueFilter(WORK, categories=("manifestly_illegal",)),
    "toxic": lambda names, now: QueueFilter(WORK, categories=TOXIC),
    "spam": lambda names, now: QueueFilter(WORK, categories=("spam",)),
    "criticism": lambda names, now: QueueFilter(WORK, categories=("constructive_criticism",)),
    "questions": lambda names, now: QueueFilter(WORK, categories=("question",)),
    "praise": lambda names, now: QueueFilter(WORK, categories=("praise",)),
    "mentions": lambda names, now: QueueFilter(WORK, mentions_only=True),
    "mine": lambda names, now: QueueFilter(
        (CommentState.OPEN, CommentState.WAITING, CommentState.SNOOZED), assignee=names
    ),
    # What waits: for another person's word, or for somebody's hand on the site.
    "review": lambda names, now: QueueFilter((CommentState.WAITING,), by_hand=False),
    "by_hand": lambda names, now: QueueFilter((CommentState.WAITING,), by_hand=True),
    "drafts": lambda names, now: QueueFilter(ANY, draft_by=names[0], order="newest"),
    "automatic": lambda names, now: QueueFilter(ON_SITE, automatic=True),
    "snoozed": lambda names, now: QueueFilter((CommentState.SNOOZED,)),
    "sending": lambda names, now: QueueFilter((CommentState.PENDING,)),
    "done": lambda names, now: QueueFilter((CommentState.DONE, CommentState.GONE), order="newest"),
    "all": lambda names, now: QueueFilter(ANY, order="newest"),
}


_HOME: Final = {
    CommentState.OPEN: "inbox",
    CommentState.PENDING: "sending",
    CommentState.WAITING: "review",
    CommentState.SNOOZED: "snoozed",
}


def home_of(reading: Reading, comment_id: int) -> str | None:
    """The view in which a comment is found as it stands now; None when it is not here (any more)."""
    comment = reading.comments.get(comment_id)
    if comment is None:
        return None
    newest = reading.outbox.newest_of([comment_id]).get(comment_id)
    if newest is not None and newest.state is OutboxState.WAITING_PERSON:
        return "by_hand"
    return _HOME.get(comment.state, "done")


def names_of(who: str | Actor) -> tuple[str, ...]:
    """Under which names work is somebody's: their own, and the role to which comments are escalated."""
    return (who,) if isinstance(who, str) else (who.name, who.role.value)


def view_filter(name: str, who: str | Actor, now: int, without: tuple[str, ...] = ()) -> QueueFilter:
    """The filter of a view; UsageError ``unknown_view`` names those that exist.

    ``without`` are categories a person opted out of reading: they leave the views of work, but neither what is done,
    nor the view of just that category, opened on purpose.
    """
    make = VIEWS.get(name)
    if make is None:
        raise UsageError("unknown_view", view=name, known=", ".join(VIEWS))
    wanted = make(names_of(who), now)
    left_out = () if name in KEPT_WHOLE else tuple(one for one in without if one not in wanted.categories)
    return replace(wanted, without=left_out) if left_out else wanted


def view_counts(
    reading: Reading, who: str | Actor, now: int, without: tuple[str, ...] = ()
) -> dict[str, int]:
    """How many comments each view holds: from the counters where there are any, else one index range."""
    counters = reading.queues.counts()
    by_state: dict[int, int] = {}
    for (state, _), number in counters.items():
        by_state[state] = by_state.get(state, 0) + number
    found: dict[str, int] = {}
    for name in VIEWS:
        wanted = view_filter(name, who, now, without)
        if (
            wanted.due_before is not None
            or wanted.mentions_only
            or wanted.assignee is not None
            or wanted.automatic
            or wanted.draft_by
            or wanted.by_hand is not None
        ):
            found[name] = reading.queues.count(wanted)
        elif wanted.categories:
            found[name] = sum(
                number
                for (state, category), number in counters.items()
                if state in wanted.states and category in wanted.categories
            )
        elif wanted.without:
            found[name] = sum(
                number
                for (state, category), number in counters.items()
                if state in wanted.states and category not in wanted.without
            )
        else:
            found[name] = sum(by_state.get(int(state), 0) for state in wanted.states)
    return found
