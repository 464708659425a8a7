"""The workspace behind the store port; today one engine, SQLite. Callers import from here, never from below.

Each name is loaded when it is first asked for: the window's first paint needs few of them (PEP 562).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.store.filters import AuditFilter, QueueFilter
    from console.store.sqlite.audit_log import EntryBuilder, PrivateValue
    from console.store.sqlite.automation import AutomaticHide, Breaker
    from console.store.sqlite.baseline import VERSION as SQLITE_VERSION
    from console.store.sqlite.baseline import raw_decided, raw_ingest, raw_query
    from console.store.sqlite.batches import Batch, BatchItem
    from console.store.sqlite.calibrations import Calibration
    from console.store.sqlite.channel_erasure import INDEXES, Pending
    from console.store.sqlite.copying import Copied, copy_workspace
    from console.store.sqlite.decisions import Review
    from console.store.sqlite.deeds import LINES as DEED_LINES
    from console.store.sqlite.deeds import Deed
    from console.store.sqlite.drafts import KeptDraft
    from console.store.sqlite.feedback import DecidedRow, FeedbackRow, Pair
    from console.store.sqlite.history import Bounds, History, PastRow, open_history
    from console.store.sqlite.intake import Upserted
    from console.store.sqlite.likeness import FOUNDER, MEMBER, OUT, Grouped, LikenessRow
    from console.store.sqlite.members import Member
    from console.store.sqlite.migrate import SCHEMA_VERSION, schema_of
    from console.store.sqlite.opinions import UNDECIDED, Opinion
    from console.store.sqlite.people import Person
    from console.store.sqlite.policies import PolicyStep, ShadowRow, StoredPolicy, WorkingDraft
    from console.store.sqlite.reclassifications import Reclassification
    from console.store.sqlite.replies import OwnReply, SavedRow, Statement
    from console.store.sqlite.retention import Cutoffs, Hold, Ripe
    from console.store.sqlite.saved_views import ViewRow
    from console.store.sqlite.search import Found
    from console.store.sqlite.shared import Claim, Lease, Note
    from console.store.sqlite.store import Ahead, Reading, Tx
    from console.store.sqlite.store import SqliteStore as Store
    from console.store.sqlite.tags import AuthorTag
    from console.store.sqlite.threads import Said, ThreadSize, ThreadWindow

_WHERE = {
    "AuditFilter": ("console.store.filters", "AuditFilter"),
    "QueueFilter": ("console.store.filters", "QueueFilter"),
    "EntryBuilder": ("console.store.sqlite.audit_log", "EntryBuilder"),
    "PrivateValue": ("console.store.sqlite.audit_log", "PrivateValue"),
    "AutomaticHide": ("console.store.sqlite.automation", "AutomaticHide"),
    "Breaker": ("console.store.sqlite.automation", "Breaker"),
    "SQLITE_VERSION": ("console.store.sqlite.baseline", "VERSION"),
    "raw_decided": ("console.store.sqlite.baseline", "raw_decided"),
    "raw_ingest": ("console.store.sqlite.baseline", "raw_ingest"),
    "raw_query": ("console.store.sqlite.baseline", "raw_query"),
    "Batch": ("console.store.sqlite.batches", "Batch"),
    "BatchItem": ("console.store.sqlite.batches", "BatchItem"),
    "Calibration": ("console.store.sqlite.calibrations", "Calibration"),
    "INDEXES": ("console.store.sqlite.channel_erasure", "INDEXES"),
    "Pending": ("console.store.sqlite.channel_erasure", "Pending"),
    "Review": ("console.store.sqlite.decisions", "Review"),
    "DEED_LINES": ("console.store.sqlite.deeds", "LINES"),
    "Deed": ("console.store.sqlite.deeds", "Deed"),
    "KeptDraft": ("console.store.sqlite.drafts", "KeptDraft"),
    "DecidedRow": ("console.store.sqlite.feedback", "DecidedRow"),
    "FeedbackRow": ("console.store.sqlite.feedback", "FeedbackRow"),
    "Pair": ("console.store.sqlite.feedback", "Pair"),
    "Bounds": ("console.store.sqlite.history", "Bounds"),
    "History": ("console.store.sqlite.history", "History"),
    "PastRow": ("console.store.sqlite.history", "PastRow"),
    "open_history": ("console.store.sqlite.history", "open_history"),
    "Upserted": ("console.store.sqlite.intake", "Upserted"),
    "FOUNDER": ("console.store.sqlite.likeness", "FOUNDER"),
    "MEMBER": ("console.store.sqlite.likeness", "MEMBER"),
    "OUT": ("console.store.sqlite.likeness", "OUT"),
    "Grouped": ("console.store.sqlite.likeness", "Grouped"),
    "LikenessRow": ("console.store.sqlite.likeness", "LikenessRow"),
    "Member": ("console.store.sqlite.members", "Member"),
    "UNDECIDED": ("console.store.sqlite.opinions", "UNDECIDED"),
    "Opinion": ("console.store.sqlite.opinions", "Opinion"),
    "Person": ("console.store.sqlite.people", "Person"),
    "PolicyStep": ("console.store.sqlite.policies", "PolicyStep"),
    "ShadowRow": ("console.store.sqlite.policies", "ShadowRow"),
    "StoredPolicy": ("console.store.sqlite.policies", "StoredPolicy"),
    "WorkingDraft": ("console.store.sqlite.policies", "WorkingDraft"),
    "Reclassification": ("console.store.sqlite.reclassifications", "Reclassification"),
    "OwnReply": ("console.store.sqlite.replies", "OwnReply"),
    "SavedRow": ("console.store.sqlite.replies", "SavedRow"),
    "Statement": ("console.store.sqlite.replies", "Statement"),
    "Cutoffs": ("console.store.sqlite.retention", "Cutoffs"),
    "Hold": ("console.store.sqlite.retention", "Hold"),
    "Ripe": ("console.store.sqlite.retention", "Ripe"),
    "ViewRow": ("console.store.sqlite.saved_views", "ViewRow"),
    "Found": ("console.store.sqlite.search", "Found"),
    "Claim": ("console.store.sqlite.shared", "Claim"),
    "Lease": ("console.store.sqlite.shared", "Lease"),
    "Note": ("console.store.sqlite.shared", "Note"),
    "Ahead": ("console.store.sqlite.store", "Ahead"),
    "Reading": ("console.store.sqlite.store", "Reading"),
    "Tx": ("console.store.sqlite.store", "Tx"),
    "Store": ("console.store.sqlite.store", "SqliteStore"),
    "AuthorTag": ("console.store.sqlite.tags", "AuthorTag"),
    "Said": ("console.store.sqlite.threads", "Said"),
    "ThreadSize": ("console.store.sqlite.threads", "ThreadSize"),
    "ThreadWindow": ("console.store.sqlite.threads", "ThreadWindow"),
    "SCHEMA_VERSION": ("console.store.sqlite.migrate", "SCHEMA_VERSION"),
    "schema_of": ("console.store.sqlite.migrate", "schema_of"),
    "Copied": ("console.store.sqlite.copying", "Copied"),
    "copy_workspace": ("console.store.sqlite.copying", "copy_workspace"),
}


def __getattr__(name: str) -> object:
    """Load the module behind a public name, once."""
    where = _WHERE.get(name)
    if where is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(where[0]), where[1])
    return found


__all__ = [
    "DEED_LINES",
    "FOUNDER",
    "INDEXES",
    "MEMBER",
    "OUT",
    "SCHEMA_VERSION",
    "SQLITE_VERSION",
    "UNDECIDED",
    "Ahead",
    "AuditFilter",
    "AuthorTag",
    "Batch",
    "BatchItem",
    "Bounds",
    "AutomaticHide",
    "Breaker",
    "Calibration",
    "Claim",
    "Copied",
    "Cutoffs",
    "DecidedRow",
    "Deed",
    "EntryBuilder",
    "FeedbackRow",
    "Found",
    "Grouped",
    "History",
    "Hold",
    "KeptDraft",
    "Lease",
    "LikenessRow",
    "Member",
    "Note",
    "Opinion",
    "OwnReply",
    "Pair",
    "PastRow",
    "Pending",
    "Person",
    "PolicyStep",
    "PrivateValue",
    "QueueFilter",
    "Reading",
    "Reclassification",
    "Review",
    "Ripe",
    "Said",
    "SavedRow",
    "Statement",
    "ShadowRow",
    "Store",
    "StoredPolicy",
    "ThreadSize",
    "ThreadWindow",
    "Tx",
    "Upserted",
    "ViewRow",
    "WorkingDraft",
    "copy_workspace",
    "open_history",
    "raw_decided",
    "raw_ingest",
    "raw_query",
    "schema_of",
]
