"""Who holds which comment: taken with an expiry, renewed, given back, taken over, and free once its holder is dead.

A claim is told to every window on the workspace by a change record: ``claims`` with the id, ``holder`` (empty: nobody),
and ``taken_from`` where a person took a running claim over.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console import processes

if TYPE_CHECKING:
    from concurrent.futures import Future

    from console.domain.ports import Clock
    from console.services.roles import Actor
    from console.store import Claim, Store, Tx

CLAIM_SECONDS: Final = 600


@dataclass(frozen=True, slots=True)
class Hold:
    """Who holds a comment now, and until when (UTC seconds)."""

    holder: str
    expires_at: int


def _machine() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    else:
        return os.uname().nodename  # as ``platform`` says it, which takes 1 ms to load


def session_name() -> str:
    """A name for this process's sessions, unique, from which others on this machine can tell whether it still runs."""
    return f"{os.urandom(16).hex()}.{os.getpid()}@{_machine()}"


def ended(session: str) -> bool:
    """Whether the process behind a session certainly no longer runs; False where that cannot be known from here."""
    number, at, node = session.partition(".")[2].partition("@")
    if not at or node != _machine() or not number.isdecimal():
        return False
    return not processes.lives(int(number))


class Claiming:
    """The claims of one process; every method returns at once."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def take(
        self, comment_id: int, actor: Actor, *, force: bool = False, lasting: bool = False
    ) -> Future[Hold]:
        """Hold a comment for ten minutes, or renew one's own hold; the Future says who holds it now.

        ``lasting``: it stands when this process ends, for a command line that claims for a person.
        Raises NotAllowed through the Future for a role that only reads.
        """

        def work(tx: Tx) -> Hold:
            actor.need("decide", tx)
            before = tx.shared.claim_of(comment_id)
            running = before is not None and before.expires_at > tx.now and not ended(before.session)
            others = before is not None and before.holder != actor.name and running
            if force or not others:
                session = "" if lasting else self._store.session
                tx.shared.claim(comment_id, actor.name, session, tx.now, CLAIM_SECONDS, force=True)
                taken_from = before.holder if others and before is not None else None
                tx.changed("claims", (comment_id,), holder=actor.name, taken_from=taken_from)
            now = tx.shared.claim_of(comment_id)
            return Hold("", 0) if now is None else Hold(now.holder, now.expires_at)

        return self._store.write(work, durable=False)

    def give_back(self, comment_id: int, actor: Actor, *, everywhere: bool = True) -> Future[None]:
        """Give a claim back; without ``everywhere`` only if it was taken in this window."""

        def work(tx: Tx) -> None:
            held = tx.shared.claim_of(comment_id)
            if held is None or held.holder != actor.name:
                return
            if everywhere or held.session == self._store.session:
                tx.shared.release(comment_id, actor.name)
                tx.changed("claims", (comment_id,), holder="")

        return self._store.write(work, durable=False)

    def writing(self, comment_id: int, actor: Actor, writing: bool) -> Future[None]:
        """Say that ``actor``, who holds the comment, is writing under it, or no longer is."""

        def work(tx: Tx) -> None:
            if tx.shared.set_writing(comment_id, actor.name, writing):
                tx.changed("claims", (comment_id,), holder=actor.name)

        return self._store.write(work, durable=False)

    def sweep(self) -> tuple[int, ...]:
        """Free what ran out and what killed processes of this machine held; the ids. Blocks for one transaction."""
        dead = self._due(self._store.read(lambda r: r.shared.claims()))
        if not dead:
            return ()

        def work(tx: Tx) -> tuple[int, ...]:
            freed = self._due(tx.shared.claims())
            for number in freed:
                tx.shared.drop_claim(number)
            if freed:
                tx.changed("claims", freed, holder="")
            return freed

        return self._store.write(work, durable=False).result()

    def _due(self, claims: list[Claim]) -> tuple[int, ...]:
        now = self._clock.now()
        gone = {one.session for one in claims if one.session != self._store.session and ended(one.session)}
        return tuple(one.comment_id for one in claims if one.expires_at <= now or one.session in gone)
