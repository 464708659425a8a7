"""Hold and watch: what is remembered when somebody decides to wait, what came since, and the moment it is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.domain.vocabulary import PROGRAM, CommentState, Role
from console.services.entries import draft
from console.services.roles import Actor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.comment import Comment
    from console.store import Reading, Tx

AT_ONCE: Final = 100
"""Comments reopened in one transaction: each watch counts its thread, and nobody else writes meanwhile."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A decision to hold and watch that is the last word about a comment. Times are UTC seconds.

    ``over``: its time has come and nobody has decided since. ``comments`` are those of others that came into the thread
    since; ``likes`` how many the thread gained (0 where the platform tells none, or where they became fewer).
    """

    decision_id: int
    by: str
    since: int
    until: int
    over: bool
    comments: int = 0
    likes: int = 0


def remembered(reading: Reading, comment: Comment) -> dict[str, Any]:
    """What the decision keeps, so that it can be said later what came since."""
    return {"likes": reading.comments.thread_totals(int(comment.id), 0)[1]}


def watches(reading: Reading, comments: Sequence[Comment]) -> dict[int, Watch]:
    """Comment id -> watch, for those of ``comments`` that are watched or wait to be looked at again."""
    standing = {
        int(one.id): one for one in comments if one.state in (CommentState.SNOOZED, CommentState.OPEN)
    }
    found = {}
    for comment_id, (decision, actor, at, params) in reading.decisions.watches(list(standing)).items():
        until = int(params.get("until") or at)
        comment = standing[comment_id]
        # Also before its time where the author changed the text: then it is looked at again at once.
        over = comment.state is CommentState.OPEN
        came, likes = reading.comments.thread_totals(comment_id, at)
        gained = max(likes - int(params.get("likes") or 0), 0)
        found[comment_id] = Watch(decision, actor, at, until, over, came, gained)
    return found


def wake(tx: Tx) -> tuple[int, ...]:
    """Reopen what was put off or watched until now, a hundred at most; the end of a watch is logged with what came since.

    Call it again while it gives any.
    """
    ids = tuple(tx.comments.wake_snoozed(tx.now, AT_ONCE))
    if not ids:
        return ()
    console = Actor(PROGRAM, Role.MODERATOR, PROGRAM)
    woken = tx.comments.rows(ids)
    ended = watches(tx, woken)
    tx.log(
        *(
            draft(
                "watch_over", console, comment, decision=one.decision_id, snoozed_until=one.until,
                member=one.by, counts={"comments": one.comments, "likes": one.likes},
            )
            for comment in woken
            if (one := ended.get(int(comment.id))) is not None
        )
    )  # fmt: skip
    return ids
