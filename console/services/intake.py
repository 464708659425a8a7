"""Intake: comments from a pull or an import become rows, in one transaction a page, cursor included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field

from console.domain.audit import AuditDraft
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
    """Store one page of a pull together with its cursor: a crash re-reads, never skips."""
    result = tx.comments.upsert(
        channel.id, channel.kind, page.comments, tx.now, connected_at=channel.created_at
    )
    newest = max(
        (value for value in (channel.newest_at, result.newest_at) if value is not None), default=None
    )
    tx.channels.set(channel.id, cursor=page.cursor, newest_at=newest)
    if result.new_ids:
        tx.changed("comments_new", result.new_ids, channel=channel.id)
    if result.updated_ids:
        tx.changed("comments", result.updated_ids)
    return result


class Importer:
    """Feeds the rows of an export into a file channel, in batches, while the reader goes on."""

    def __init__(self, store: Store, channel: Channel) -> None:
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
