"""What people do beside decisions (a category, an assignment, a tag, a note): kept with what stood before.

Each has an audit entry of its own, and so has taking it back (``taking_back``); nothing is removed from the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.domain.audit import AuditDraft
from console.domain.vocabulary import CommentState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.services.roles import Actor
    from console.store import Tx

CATEGORY: Final = "category"
ASSIGN: Final = "assign"
TAG: Final = "tag"
UNTAG: Final = "untag"
NOTE: Final = "note"
KINDS: Final = (CATEGORY, ASSIGN, TAG, UNTAG, NOTE)
ASSIGNABLE: Final = frozenset({CommentState.OPEN, CommentState.WAITING, CommentState.SNOOZED})
MOST_TAGS: Final = 12
"""Tags that one author may have."""
ON_THE_WAY: Final = 0
"""The decision of a deed until that decision has its number."""


def keep(
    tx: Tx,
    kind: str,
    actor: Actor,
    sequence: int,
    author_id: int,
    comment_id: int | None = None,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    batch: str | None = None,
    decision_id: int | None = None,
) -> None:
    """Keep what was just done and logged as entry ``sequence``, in its transaction, so that it can be taken back."""
    tx.deeds.add(
        kind, actor=actor.name, role=actor.role.value, now=tx.now, sequence=sequence, author_id=int(author_id),
        comment_id=None if comment_id is None else int(comment_id), batch=batch, decision_id=decision_id,
        before=before, after=after,
    )  # fmt: skip
    tx.changed("deeds", () if comment_id is None else (int(comment_id),), actor=actor.name)


def log_of_author(tx: Tx, event: str, author_id: int, actor: Actor, params: Mapping[str, Any]) -> int:
    """Log something about an author; the number of the entry. Who it is enters as a commitment alone."""
    author = tx.comments.author(author_id)
    private = {} if author is None else {"author": author.key}
    fields = {"params": dict(params)} if params else {}
    return tx.log(
        AuditDraft(event, actor.name, actor.role.value, fields, private=private, author_id=int(author_id))
    )
