"""The queue's views by name: which comments belong to each, and how many there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from console.domain.errors import UsageError
from console.domain.vocabulary import CommentState
from console.store import QueueFilter, Reading

DUE_SOON_SECONDS: Final = 3600
TOXIC: Final = ("threat", "hate", "insult", "obscene")
WORK: Final = (CommentState.OPEN,)
ON_SITE: Final = (CommentState.OPEN, CommentState.PENDING, CommentState.WAITING, CommentState.DONE)

VIEWS: Final[dict[str, Callable[[str, int], QueueFilter]]] = {
    "inbox": lambda actor, now: QueueFilter(WORK),
    "due_soon": lambda actor, now: QueueFilter(WORK, due_before=now + DUE_SOON_SECONDS),
    "illegal": lambda actor, now: QueueFilter(WORK, categories=("manifestly_illegal",)),
    "toxic": lambda actor, now: QueueFilter(WORK, categories=TOXIC),
    "spam": lambda actor, now: QueueFilter(WORK, categories=("spam",)),
    "criticism": lambda actor, now: QueueFilter(WORK, categories=("constructive_criticism",)),
    "questions": lambda actor, now: QueueFilter(WORK, categories=("question",)),
    "praise": lambda actor, now: QueueFilter(WORK, categories=("praise",)),
    "mentions": lambda actor, now: QueueFilter(WORK, mentions_only=True),
    "mine": lambda actor, now: QueueFilter(
        (CommentState.OPEN, CommentState.WAITING, CommentState.SNOOZED), assignee=actor
    ),
    "review": lambda actor, now: QueueFilter((CommentState.WAITING,)),
    "automatic": lambda actor, now: QueueFilter(ON_SITE, automatic=True),
    "snoozed": lambda actor, now: QueueFilter((CommentState.SNOOZED,)),
    "sending": lambda actor, now: QueueFilter((CommentState.PENDING,)),
    "done": lambda actor, now: QueueFilter((CommentState.DONE, CommentState.GONE), order="newest"),
    "all": lambda actor, now: QueueFilter(
        tuple(one for one in CommentState if one is not CommentState.OURS), order="newest"
    ),
}


def view_filter(name: str, actor: str, now: int) -> QueueFilter:
    """The filter of a view; UsageError ``unknown_view`` names those that exist."""
    make = VIEWS.get(name)
    if make is None:
        raise UsageError("unknown_view", view=name, known=", ".join(VIEWS))
    return make(actor, now)


def view_counts(reading: Reading, actor: str, now: int) -> dict[str, int]:
    """How many comments each view holds: from the counters where there are any, else one index range."""
    counters = reading.queues.counts()
    by_state: dict[int, int] = {}
    for (state, _), number in counters.items():
        by_state[state] = by_state.get(state, 0) + number
    found: dict[str, int] = {}
    for name in VIEWS:
        wanted = view_filter(name, actor, now)
        if (
            wanted.due_before is not None
            or wanted.mentions_only
            or wanted.assignee is not None
            or wanted.automatic
        ):
            found[name] = reading.queues.count(wanted)
        elif wanted.categories:
            found[name] = sum(
                number
                for (state, category), number in counters.items()
                if state in wanted.states and category in wanted.categories
            )
        else:
            found[name] = sum(by_state.get(int(state), 0) for state in wanted.states)
    return found
