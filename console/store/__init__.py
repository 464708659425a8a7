"""The workspace behind the store port; today one engine, SQLite. Callers import from here, never from below."""

from __future__ import annotations

from console.store.filters import AuditFilter, QueueFilter
from console.store.sqlite.audit_log import EntryBuilder, PrivateValue
from console.store.sqlite.automation import AutomaticHide, Breaker
from console.store.sqlite.baseline import VERSION as SQLITE_VERSION
from console.store.sqlite.baseline import raw_ingest, raw_query
from console.store.sqlite.calibrations import Calibration
from console.store.sqlite.decisions import Review
from console.store.sqlite.feedback import DecidedRow, FeedbackRow, Pair
from console.store.sqlite.history import Bounds, History, PastRow, open_history
from console.store.sqlite.intake import Upserted
from console.store.sqlite.members import Member
from console.store.sqlite.opinions import UNDECIDED, Opinion
from console.store.sqlite.policies import PolicyStep, ShadowRow, StoredPolicy, WorkingDraft
from console.store.sqlite.reclassifications import Reclassification
from console.store.sqlite.replies import OwnReply, SavedRow, Statement
from console.store.sqlite.shared import Lease, Note
from console.store.sqlite.store import Reading, Tx
from console.store.sqlite.store import SqliteStore as Store

__all__ = [
    "SQLITE_VERSION",
    "UNDECIDED",
    "AuditFilter",
    "Bounds",
    "AutomaticHide",
    "Breaker",
    "Calibration",
    "DecidedRow",
    "EntryBuilder",
    "FeedbackRow",
    "History",
    "Lease",
    "Member",
    "Note",
    "Opinion",
    "OwnReply",
    "Pair",
    "PastRow",
    "PolicyStep",
    "PrivateValue",
    "QueueFilter",
    "Reading",
    "Reclassification",
    "Review",
    "SavedRow",
    "Statement",
    "ShadowRow",
    "Store",
    "StoredPolicy",
    "Tx",
    "Upserted",
    "WorkingDraft",
    "open_history",
    "raw_ingest",
    "raw_query",
]
