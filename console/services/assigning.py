"""Assigning a comment to a member or to a role, by hand; logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.domain.errors import NotFound, UsageError
from console.domain.vocabulary import Role
from console.services.deeds import ASSIGN, ASSIGNABLE, keep
from console.services.entries import draft

if TYPE_CHECKING:
    from console.services.roles import Actor
    from console.store import Reading, Store, Tx

ROLES = (Role.MODERATOR, Role.REVIEWER, Role.SPOKESPERSON, Role.LEAD)


class Assigning:
    """Who a comment is for. It stays open: whoever works on it claims it as ever."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def whom(self, actor: Actor) -> tuple[str, ...]:
        """To whom the actor could assign: themselves, the other members who act, and the roles."""
        return self._store.read(lambda reading: whom(reading, actor))

    def assign(self, comment_id: int, who: str | None, actor: Actor) -> str | None:
        """Assign to a member or a role, or (None) to nobody; who had it before. Blocks for one transaction.

        Raises NotFound ``comment_not_found``, UsageError ``assign_whom`` (with ``known``) and ``assign_closed`` for a
        comment that is decided, and NotAllowed, logged.
        """

        def work(tx: Tx) -> str | None:
            actor.need("decide", tx)
            comment = tx.comments.get(comment_id)
            if comment is None:
                raise NotFound("comment_not_found", id=comment_id)
            if comment.state not in ASSIGNABLE:
                raise UsageError("assign_closed", id=comment_id, state=comment.state.word)
            before = comment.assignee
            target = None if who is None else _target(tx, who, actor)
            if target == before:
                return before
            tx.comments.set_flags(comment_id, assignee=target)
            sequence = tx.log(draft("assigned", actor, comment, member=target, former=before))
            keep(
                tx, ASSIGN, actor, sequence, comment.author_id, comment_id, before={"who": before}, after={"who": target}
            )  # fmt: skip
            tx.changed("comments", (comment_id,))
            return before

        return self._store.write(work).result()


def whom(reading: Reading, actor: Actor) -> tuple[str, ...]:
    """The actor first, then members by name who are no auditors, then the roles."""
    members = [
        name
        for name, role in reading.settings.members().items()
        if role is not Role.AUDITOR and name != actor.name
    ]
    return (actor.name, *sorted(members), *(role.value for role in ROLES))


def _target(tx: Tx, who: str, actor: Actor) -> str:
    name = " ".join(who.split())
    known = whom(tx, actor)
    if name not in known:
        raise UsageError("assign_whom", name=name[:80], known=", ".join(known))
    return name
