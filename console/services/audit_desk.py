"""What the audit page asks for: verification that can be stopped, one entry with its proof, exports, acknowledged faults."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from console.audit.entry import proves
from console.audit.export import export
from console.audit.verify import Verification, verify
from console.domain.audit import AuditRow, ChainFault
from console.files import whole
from console.services.entries import draft
from console.store import AuditFilter, Note, PrivateValue, Reading, Store, Tx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future
    from pathlib import Path
    from typing import TextIO

    from console.domain.comment import Comment
    from console.domain.decision import Proposal
    from console.domain.verdict import Verdict
    from console.services.roles import Actor

CHAIN_LIMIT: Final = 300
"""Entries of one comment that are shown at most."""
FILTERABLE: Final = ("actor", "event", "action", "channel", "category", "outcome")
log = logging.getLogger(__name__)
_ACKNOWLEDGED: Final = "audit.acknowledged"


@dataclass(frozen=True, slots=True)
class LogState:
    """What a verification found, with the time when it ended (UTC seconds)."""

    verification: Verification
    checked_at: int


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A fault that a person has seen, and why the log goes on being used."""

    fault: ChainFault
    actor: str
    at: int
    reason: str


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """One entry with what belongs to it, read in one snapshot.

    ``proofs`` says for each clear value whether it is the one the entry committed to; ``erased`` that the entry
    committed to values which are no longer kept anywhere. ``comment`` is None when it is gone or was erased.
    """

    row: AuditRow
    entry: Mapping[str, Any]
    private: Mapping[str, PrivateValue]
    proofs: Mapping[str, bool]
    erased: bool
    comment: Comment | None
    verdict: Verdict | None
    proposal: Proposal | None
    chain: tuple[AuditRow, ...]
    notes: tuple[Note, ...]


def parsed(row: AuditRow) -> Mapping[str, Any]:
    """The entry of a row as an object; empty when somebody damaged it."""
    try:
        found = json.loads(row.entry)
    except (ValueError, TypeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def verify_log(
    store: Store,
    now: Callable[[], int],
    *,
    progress: Callable[[int], None] | None = None,
    stop: Callable[[], bool] | None = None,
    after: Verification | None = None,
) -> LogState:
    """Verify the whole chain, or with ``after`` (an earlier sound result) only what was appended since.

    Blocks for about four seconds per million entries: call it on a reader thread. ``progress`` gets the number of
    entries read; ``stop`` is asked every 10,000 and ends the pass with an incomplete result.
    """

    def work(reading: Reading) -> Verification:
        head = reading.audit.head()
        if after is None or not after.ok or after.checked_until < head.first_sequence:
            return verify(reading.audit.rows(), head, progress=progress, stop=stop)
        tail = replace(head, first_sequence=after.checked_until + 1, first_previous=after.head)
        found = verify(reading.audit.rows(after.checked_until + 1), tail, progress=progress, stop=stop)
        return replace(found, entries=found.entries + after.entries)

    return LogState(store.snapshot(work), now())


def entry_detail(store: Store, sequence: int) -> EntryDetail | None:
    """Everything about one entry; None when there is none with this number."""

    def work(reading: Reading) -> EntryDetail | None:
        row = reading.audit.row(sequence)
        if row is None:
            return None
        entry = parsed(row)
        number = entry.get("comment")
        comment_id = number if type(number) is int else None
        private = reading.audit.private(sequence)
        comment = None if comment_id is None else reading.comments.get(comment_id)
        chain: tuple[AuditRow, ...] = (row,)
        notes: tuple[Note, ...] = ()
        if comment_id is not None:
            chain = tuple(reversed(reading.audit.find(AuditFilter(comment_id=comment_id), CHAIN_LIMIT)))
            notes = tuple(reading.shared.notes(comment_id=comment_id))
        return EntryDetail(
            row=row,
            entry=entry,
            private=private,
            proofs=proves(entry, [(one.field, one.salt, one.value) for one in private.values()]),
            erased=bool(entry.get("commitments")) and not private,
            comment=comment,
            verdict=None if comment is None else reading.comments.verdict(comment.id),
            proposal=None if comment is None else reading.comments.proposal(comment.id),
            chain=chain,
            notes=notes,
        )

    return store.snapshot(work)


def choices(store: Store) -> dict[str, list[str]]:
    """For each column that can be filtered by, the values that occur."""
    return store.snapshot(lambda r: {column: r.audit.distinct(column) for column in FILTERABLE})


def export_log(
    store: Store,
    actor: Actor,
    target: Path,
    form: str,
    *,
    language: str = "en",
    wanted: AuditFilter | None = None,
    private: bool = False,
) -> int:
    """Write the log (or what ``wanted`` leaves of it) to ``target``, whole or not at all; as ``write_log`` does.

    Raises OSError too; EBUSY where ``target`` is a workspace.
    """
    actor.need("export")
    store.keep_off(target)
    with whole(target) as out:
        return write_log(store, actor, out, form, language=language, wanted=wanted, private=private)


def write_log(
    store: Store,
    actor: Actor,
    out: TextIO,
    form: str,
    *,
    language: str = "en",
    wanted: AuditFilter | None = None,
    private: bool = False,
) -> int:
    """Write the log (or what ``wanted`` leaves of it) to ``out``; the export itself is an entry, written first.

    ``private`` adds the clear values behind the commitments, where not erased and not about direct messages. Returns
    how many entries or statements were written. Raises NotAllowed and UsageError ``audit_unknown_format``.
    """
    actor.need("export")
    limited = wanted is not None and wanted != AuditFilter()
    number = store.read(
        lambda r: len(r.audit.find_ids(wanted)) if limited and wanted else r.audit.head().sequence
    )
    store.write(
        lambda tx: tx.log(draft("export", actor, format=form, count=number, with_private=private))
    ).result()

    def work(reading: Reading) -> int:
        rows = reversed(reading.audit.find(wanted, None)) if limited and wanted else reading.audit.rows()
        return export(rows, reading.audit.exportable if private else None, form, out, language=language)

    return store.snapshot(work)


def acknowledge(store: Store, actor: Actor, fault: ChainFault, reason: str) -> Future[Acknowledged]:
    """Note that ``actor`` has seen a broken place and why work goes on. The words stay outside the chain.

    The entry about it is written apart: behind a cut end the guards may let nothing be appended any more, and the
    acknowledgement must be kept nevertheless.
    """
    actor.need("audit")

    def work(tx: Tx) -> Acknowledged:
        seen = Acknowledged(fault, actor.name, tx.now, reason.strip())
        kept = {"sequence": fault.sequence, "kind": fault.kind, "actor": seen.actor, "at": seen.at}
        tx.settings.set(_ACKNOWLEDGED, {**kept, "reason": seen.reason})
        return seen

    entry = draft("fault_acknowledged", actor, first=fault.sequence, error=fault.kind, reason="given")
    future = store.write(work)
    store.write(lambda tx: tx.log(entry)).add_done_callback(_not_logged)
    return future


def _not_logged(done: Future[int]) -> None:
    error = done.exception()
    if error is not None:
        log.warning("the acknowledgement of a broken place was not logged: %s", type(error).__name__)


def acknowledged(reading: Reading) -> Acknowledged | None:
    """The fault that was acknowledged last."""
    found = reading.settings.get(_ACKNOWLEDGED)
    if not isinstance(found, dict):
        return None
    try:
        fault = ChainFault(int(found["sequence"]), str(found["kind"]))
        return Acknowledged(fault, str(found["actor"]), int(found["at"]), str(found["reason"]))
    except (KeyError, TypeError, ValueError):
        return None
