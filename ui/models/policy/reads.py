"""What the policy room reads of a workspace, on a reader thread: versions, the gate of one, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.runtime.app import Console
    from console.services.gate import GateReport
    from console.services.roles import Actor
    from console.services.versions import PolicyVersion
    from console.store import WorkingDraft


@dataclass(frozen=True, slots=True)
class Opening:
    """What is read when the room opens."""

    working: WorkingDraft | None
    versions: tuple[PolicyVersion, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Versions and the gate of one of them; ``open_comments`` are those nobody has decided about."""

    versions: tuple[PolicyVersion, ...]
    gate: GateReport | None
    gate_of: str
    open_comments: int


def standing(console: Console, actor: Actor, version_id: str) -> Standing:
    """All versions, and the gate of one of them where it is still there. Blocks: on a reader thread only."""
    versions = tuple(console.lifecycle.versions())
    known = any(one.id == version_id for one in versions)
    gate = console.lifecycle.gate(version_id, actor) if known else None
    return Standing(versions, gate, version_id, console.counts(actor.name).get("inbox", 0))
