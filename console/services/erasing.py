"""Erasing an author: a look at what goes and what stays, then everything of theirs emptied in one transaction, logged.

The audit log keeps its entries: they name the comment by its number and hold commitments, whose clear values go. The
file is then rewritten, so that nothing of it is left in free pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from console.domain.audit import AuditDraft
from console.domain.errors import DomainError, EnvironmentFailure, NotFound
from console.services.alike import leave
from console.services.ways_back import ERASED
from console.store import QueueFilter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.comment import Author
    from console.services.roles import Actor
    from console.store import Reading, Store, Tx

COUNTS: Final = (
    "comments", "earlier_versions", "verdicts", "notes", "drafts", "tags", "strikes", "words", "clear_values",
)  # fmt: skip
"""What an erasure counts, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What goes (``counts``) and what stays of an author: ``entries`` of the audit log, ``decisions`` without words.

    ``unfinished``: actions still on their way, which stand in the way. ``backups``: files beside the workspace that hold
    everything still. ``rewritten``: whether the file was rewritten after the erasure; where another process reads in it
    just then, it is not, until ``compact`` or the end of all processes.
    """

    author_id: int
    counts: Mapping[str, int] = field(default_factory=dict)
    entries: int = 0
    decisions: int = 0
    unfinished: int = 0
    backups: tuple[str, ...] = ()
    done: bool = False
    rewritten: bool = False


class Erasing:
    """For leads: the task ``erase``, which a policy cannot give away. Both methods block."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def preview(self, author_id: int, actor: Actor) -> Erasure:
        """What an erasure would take and leave. NotFound ``author_not_found``; DomainError ``erase_ours``; NotAllowed."""
        actor.need("erase")
        return self._store.snapshot(lambda reading: self._look(reading, author_id))

    def erase(self, author_id: int, actor: Actor) -> Erasure:
        """Erase an author for good.

        Raises like ``preview``, and DomainError ``erase_unfinished`` while an action about one of their comments is on
        its way: it is let go or taken back first; ``erase_held`` while they or a comment of theirs are held as evidence. Rewriting the file takes seconds per 100,000 comments.
        """

        def work(tx: Tx) -> Erasure:
            actor.need("erase", tx)
            found = self._look(tx, author_id)
            if found.unfinished:
                raise DomainError("erase_unfinished", count=found.unfinished)
            held = tx.retention.holds_on_author(author_id)
            if held:
                raise DomainError("erase_held", count=held)
            ids = forget_traces(tx, author_id)
            tx.erasure.empty(author_id, ids, ERASED)
            tx.search.settle()
            counts = {name: found.counts[name] for name in COUNTS}
            fields = {"counts": counts, "params": {"author": author_id}}
            tx.log(AuditDraft("author_erased", actor.name, actor.role.value, fields))
            for what in ("comments", "notes", "tags", "deeds", "drafts", "feedback"):
                tx.changed(what, ids, author=author_id)
            return found

        found = self._store.write(work).result()
        try:
            rewritten = self._store.compact().result()
        except (
            EnvironmentFailure
        ):  # busy or full: what was erased is gone from view, and the next one rewrites
            rewritten = False
        return Erasure(
            author_id,
            found.counts,
            found.entries,
            found.decisions,
            0,
            found.backups,
            done=True,
            rewritten=rewritten,
        )

    def _look(self, reading: Reading, author_id: int) -> Erasure:
        author: Author | None = reading.comments.author(author_id)
        if author is None:
            raise NotFound("author_not_found", id=author_id)
        if reading.erasure.is_ours(author_id):
            raise DomainError("erase_ours", id=author.key)
        ids = _comments(reading, author_id)
        path = self._store.path
        backups = sorted(one.name for one in path.parent.glob(f"{path.name}.*.bak"))
        return Erasure(
            author_id,
            reading.erasure.counts(author_id, ids),
            reading.erasure.entries(ids),
            reading.erasure.decisions(ids),
            reading.erasure.unfinished(ids),
            tuple(backups),
        )


def _comments(reading: Reading, author_id: int) -> tuple[int, ...]:
    return tuple(reading.queues.ids(QueueFilter(states=(), author_id=author_id)))


def forget_traces(tx: Tx, author_id: int) -> tuple[int, ...]:
    """Drop the parts of words, groups, tags, notes, begun replies and what was done about an author; their comments' ids.

    In the caller's transaction, before the texts themselves are erased: the indexes need them once more. Afterwards
    the caller erases the comments, and ``tx.search.settle`` rewrites what the words left in the file's pages. Whoever
    gives the desk another trace of a person drops it here.
    """
    ids = _comments(tx, author_id)
    for held in tx.likeness.rows(ids).values():
        leave(tx, held)
    tx.search.forget(ids)
    tx.shared.drop_drafts(ids)
    tx.shared.drop_notes(ids, author_id)
    tx.tags.drop(author_id)
    tx.deeds.drop(ids, author_id)
    return ids
