"""Audit rows and the facts kept beside the chain, as the store hands them to verification and export."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One stored row of the chain, exactly as stored (nothing parsed, so that verification sees every byte)."""

    sequence: int
    segment: int
    previous: str
    hash: str
    entry: str


@dataclass(frozen=True, slots=True)
class ChainHead:
    """What the workspace itself remembers of the chain's end, kept outside the ``audit`` table.

    ``sequence`` and ``hash`` are written in the same transaction as each entry, so a cut tail shows;
    ``referenced`` is the highest sequence that any decision or private row points to, a second witness.
    ``first_sequence`` and ``first_previous`` belong to the oldest unsealed segment (1 and 64 zeros at first).
    """

    sequence: int
    hash: str
    referenced: int = 0
    first_sequence: int = 1
    first_previous: str = "0" * 64
    guards: tuple[str, ...] = ()  # names of the triggers that stand


@dataclass(frozen=True, slots=True)
class AuditDraft:
    """An entry before it has a number: ``event`` and plain fields; ``private`` becomes salted commitments.

    ``private`` may hold remote_id, permalink, author and text; only their commitments enter the chain, clear values
    and salts go to the erasable ``audit_private``.
    """

    event: str
    actor: str
    role: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    private: Mapping[str, str] = field(default_factory=dict)
    comment_id: int | None = None
    author_id: int | None = None


@dataclass(frozen=True, slots=True)
class ChainFault:
    """The first broken place: ``kind`` is edited, deleted, inserted, reordered or truncated."""

    sequence: int
    kind: str
