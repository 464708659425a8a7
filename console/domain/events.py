"""Frozen change records: what a transaction changed, so that every view can decide whether it cares."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Changed:
    """One change record.

    ``what`` is one of: comments_new, comments, verdicts, proposals, decisions, outbox, channels, audit, settings,
    members, drafts, notes, claims, policy, lease, classifier (its child), reclassification (progress in ``extra``),
    feedback, calibrations. ``ids`` are comment ids where that makes sense, else empty; an empty tuple with ``count``
    means "many: look again". ``extra`` carries small details (a state, a code).
    """

    what: str
    ids: tuple[int, ...] = ()
    count: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict)
