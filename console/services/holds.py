"""Legal holds: a comment, or everything of an author, is kept by hand until a lead lifts the hold; nobody erases it.

The reason is kept with the hold and goes with it; the log has who held what and when, and no word of the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.audit import AuditDraft
from console.domain.errors import NotFound, UsageError
from console.services.entries import draft

if TYPE_CHECKING:
    from console.services.roles import Actor
    from console.store import Hold, Store, Tx

LONGEST: Final = 500
"""Characters of a reason."""


class Holds:
    """Whoever decides may hold; a lead lifts. Every method blocks for one read or transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(
        self, actor: Actor, reason: str, *, comment_id: int | None = None, author_id: int | None = None
    ) -> None:
        """Hold a comment or an author; where that is held already the reason is replaced.

        Raises NotFound ``comment_not_found`` or ``author_not_found``, UsageError ``hold_reason`` (limit), NotAllowed.
        """
        words = " ".join(reason.split())

        def work(tx: Tx) -> None:
            actor.need("decide", tx)
            if not words or len(words) > LONGEST:
                raise UsageError("hold_reason", limit=LONGEST)
            entry = _entry(tx, "hold_set", actor, comment_id, author_id)
            tx.retention.hold(comment_id, author_id, words, actor.name, tx.now)
            tx.log(entry)
            _changed(tx, comment_id)

        self._store.write(work).result()

    def lift(self, actor: Actor, *, comment_id: int | None = None, author_id: int | None = None) -> None:
        """End a hold. NotFound ``hold_not_found``, NotAllowed."""

        def work(tx: Tx) -> None:
            actor.need("erase", tx)
            if not tx.retention.let_go(comment_id, author_id):
                raise NotFound("hold_not_found")
            tx.log(_entry(tx, "hold_lifted", actor, comment_id, author_id))
            _changed(tx, comment_id)

        self._store.write(work).result()

    def all(self, actor: Actor) -> list[Hold]:
        """Everything held, the newest first, for who may read the log."""
        actor.need("audit")
        return self._store.read(lambda r: r.retention.holds())

    def about(self, comment_id: int, author_id: int) -> list[Hold]:
        """The holds that keep a comment: on itself, and on its author."""
        return [
            one
            for one in self._store.read(lambda r: r.retention.holds())
            if one.comment_id == comment_id or one.author_id == author_id
        ]


def _entry(tx: Tx, event: str, actor: Actor, comment_id: int | None, author_id: int | None) -> AuditDraft:
    if comment_id is not None:
        comment = tx.comments.get(comment_id)
        if comment is None:
            raise NotFound("comment_not_found", id=comment_id)
        return draft(event, actor, comment)
    if author_id is None or tx.comments.author(author_id) is None:
        raise NotFound("author_not_found", id=author_id)
    return AuditDraft(event, actor.name, actor.role.value, {"params": {"author": author_id}})


def _changed(tx: Tx, comment_id: int | None) -> None:
    tx.changed("retention")
    if comment_id is not None:
        tx.changed("deeds", (comment_id,))
