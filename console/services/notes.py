"""Internal notes on comments and authors: free words, kept outside the audit chain and erased with their author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.domain.errors import NotFound
from console.services.deeds import NOTE, keep, log_of_author
from console.services.entries import draft

if TYPE_CHECKING:
    from console.services.roles import Actor
    from console.store import Store, Tx


class Notes:
    """What the team tells itself."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, text: str, actor: Actor, *, comment_id: int | None, author_id: int | None) -> int:
        """Keep a note on a comment, or on an author; its number. Blocks for one transaction.

        Raises NotFound ``comment_not_found`` or ``author_not_found``, and NotAllowed, logged.
        """

        def work(tx: Tx) -> int:
            actor.need("decide", tx)
            comment = None if comment_id is None else tx.comments.get(comment_id)
            if comment_id is not None and comment is None:
                raise NotFound("comment_not_found", id=comment_id)
            whose = comment.author_id if comment is not None else author_id
            if comment is None and (author_id is None or tx.comments.author(author_id) is None):
                raise NotFound("author_not_found", id=author_id)
            assert whose is not None
            note = tx.shared.add_note(actor.name, text, tx.now, comment_id=comment_id, author_id=author_id)
            if comment is None:
                sequence = log_of_author(tx, "note", whose, actor, {})
            else:
                sequence = tx.log(draft("note", actor, comment))
            keep(tx, NOTE, actor, sequence, whose, comment_id, after={"note": note})
            tx.changed("notes", () if comment_id is None else (comment_id,))
            return note

        return self._store.write(work).result()
