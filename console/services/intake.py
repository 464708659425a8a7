"""Intake: comments from a pull or an import become rows, in one transaction a page, cursor included."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from console.domain.audit import AuditDraft
from console.services.company import need_kind
from console.services.keeping import taken_in_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from concurrent.futures import Future

    from console.domain.comment import Channel, IncomingComment, PullPage
    from console.services.roles import Actor
    from console.store import Store, Tx, Upserted

BATCH = 2000


@dataclass(slots=True)
class ImportReport:
    """The JSON of ``vigie import``; ``rejected`` keeps the first thousand with line and reason."""

    read: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected_count: int = 0
    rejected: list[Mapping[str, object]] = field(default_factory=list)


def store_page(tx: Tx, channel: Channel, page: PullPage) -> Upserted:
    """Store one page of a pull together with its cursor: a crash re-reads, never skips.

    Nothing of a channel that was disconnected meanwhile: it may be erased just now.
    """
    if tx.channel_erasure.removed(int(channel.id)):
        return _nothing()
    comments = _not_too_old(tx, int(channel.id), page.comments)
    result = tx.comments.upsert(channel.id, channel.kind, comments, tx.now, connected_at=channel.created_at)
    newest = max(
        (value for value in (channel.newest_at, result.newest_at) if value is not None), default=None
    )
    tx.channels.set(channel.id, cursor=page.cursor, newest_at=newest)
    if result.new_ids:
        tx.changed("comments_new", result.new_ids, channel=channel.id)
    if result.updated_ids:
        tx.changed("comments", result.updated_ids)
    return result


def _not_too_old(tx: Tx, channel_id: int, comments: Sequence[IncomingComment]) -> Sequence[IncomingComment]:
    """Without those that retention would erase at once, or has erased already; what has a row is still kept up to date."""
    since = taken_in_from(tx, tx.now)
    old = [one.remote_id for one in comments if one.posted_at < since]
    if not old:
        return comments
    known = tx.retention.known(channel_id, old)
    return [one for one in comments if one.posted_at >= since or one.remote_id in known]


def _nothing() -> Upserted:
    from console.store import Upserted

    return Upserted(0, 0, 0, (), (), None)


class Importer:
    """Feeds the rows of an export into a file channel, in batches, while the reader goes on."""

    def __init__(self, store: Store, channel: Channel) -> None:
        """NotAllowed ``company_kind`` where the company allows no imported files."""
        need_kind(channel.kind)
        self._store = store
        self._channel = channel
        self._waiting: Future[Upserted] | None = None
        self.report = ImportReport()
        self.new_ids: list[int] = []

    def run(self, items: Iterable[IncomingComment]) -> None:
        """Store all items; one batch is written while the next is read, so memory holds two batches."""
        batch: list[IncomingComment] = []
        for item in items:
            batch.append(item)
            if len(batch) == BATCH:
                self._send(batch)
                batch = []
        if batch:
            self._send(batch)
        self._settle()

    def reject(self, line: int, reason: str, params: Mapping[str, object]) -> None:
        """Count a refused line; the first thousand are kept with their reason."""
        self.report.read += 1
        self.report.rejected_count += 1
        if len(self.report.rejected) < 1000:
            self.report.rejected.append({"line": line, "reason": reason, "params": dict(params)})

    def finish(self, actor: Actor, file_hash: str) -> None:
        """Log the import; the entry holds counts and a hash, never the file's words."""
        report = self.report
        draft = AuditDraft(
            event="import_finished",
            actor=actor.name,
            role=actor.role.value,
            fields={
                "channel": self._channel.key,
                "counts": {
                    "read": report.read,
                    "new": report.new,
                    "updated": report.updated,
                    "unchanged": report.unchanged,
                    "rejected": report.rejected_count,
                },
                "digest": file_hash,
            },
        )
        self._store.write(lambda tx: tx.log(draft)).result()

    def _send(self, batch: list[IncomingComment]) -> None:
        self._settle()
        self.report.read += len(batch)

        def work(tx: Tx) -> Upserted:
            if tx.channel_erasure.removed(int(self._channel.id)):
                return _nothing()
            result = tx.comments.upsert(self._channel.id, self._channel.kind, batch, tx.now, imported=True)
            if result.new_ids:
                tx.changed("comments_new", (), len(result.new_ids), channel=self._channel.id)
            if result.updated_ids:
                tx.changed("comments", result.updated_ids)
            return result

        self._waiting = self._store.write(work, durable=False)

    def _settle(self) -> None:
        if self._waiting is None:
            return
        result = self._waiting.result()
        self._waiting = None
        self.report.new += result.new
        self.report.updated += result.updated
        self.report.unchanged += result.unchanged
