"""Stored versions of the policy as everybody reads them, and the frame in which each change of one is made and logged."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from console.domain.errors import DomainError, EnvironmentFailure, NotFound, UsageError
from console.policy import Policy, forbid
from console.services import gate as gates
from console.services.entries import draft
from console.services.gate import GateNotMet, GateReport
from console.services.policies import Policies, invalid
from console.services.roles import Actor, not_allowed, same_person
from console.store import PolicyStep, Reading, Store, StoredPolicy, Tx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from console.domain.audit import AuditDraft
    from console.domain.ports import Clock

T = TypeVar("T")

_NUMBER: Final = re.compile(r"[vV]?(\d{1,9})")
_PREFIX: Final = re.compile(r"(?:sha256:)?([0-9a-fA-F]{4,64})")


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """One version with everything that was done to it. Times are UTC seconds.

    ``shadow_since`` is when its last shadow began; whether it is in shadow now says ``state``.
    """

    id: str
    name: str
    number: int
    state: str  # draft | shadow | active | retired
    source: str
    files: Mapping[str, bytes]
    added_at: int
    added_by: str
    activated_at: int | None
    activated_by: str | None
    shadow_since: int | None
    retired_at: int | None
    steps: tuple[PolicyStep, ...] = ()

    def step(self, kind: str) -> PolicyStep | None:
        """The last step of a kind."""
        return gates.newest(self.steps, kind)


class Versions:
    """Reads of versions; the changes are in the classes built on it. All methods block."""

    def __init__(self, store: Store, policies: Policies, clock: Clock) -> None:
        self._store = store
        self._policies = policies
        self._clock = clock

    def versions(self) -> list[PolicyVersion]:
        """All versions, newest first."""
        return self._store.snapshot(lambda r: [version_of(r, one) for one in r.policies.all()])

    def version(self, ref: str) -> PolicyVersion:
        """One version by ``v12``, ``12``, its id or the beginning of it (four digits or more).

        NotFound ``policy_not_found``; UsageError ``policy_ambiguous`` where several ids begin so.
        """
        return self._store.snapshot(lambda r: find(r, ref))

    def active(self) -> PolicyVersion:
        """The active version. NotFound ``policy_not_found`` in a workspace without one."""

        def look(reading: Reading) -> PolicyVersion:
            held = reading.policies.active()
            if held is None:
                raise NotFound("policy_not_found", ref="active")
            return version_of(reading, held)

        return self._store.snapshot(look)

    def policy(self, version: PolicyVersion) -> Policy:
        """A version as a typed policy. UsageError ``policy_invalid`` where this program refuses the stored text."""
        loaded = self._policies.read(_stored(version))
        if loaded.policy is None:
            raise invalid(loaded, f"v{version.number}")
        return loaded.policy

    def gate(self, policy_id: str, actor: Actor | None = None) -> GateReport:
        """What stands between a version and going live; with ``actor``, for them."""
        now = self._clock.now()
        return self._store.snapshot(lambda r: self._gate(r, find(r, policy_id), actor, now))

    def _gate(self, reading: Reading, held: PolicyVersion, actor: Actor | None, now: int) -> GateReport:
        new = self._policies.read(_stored(held)).policy
        mark = reading.policies.mark("active")
        oldest, latest = reading.policies.span()
        return gates.judge(
            gates.Demands() if new is None else gates.demands(self._in_force(reading), new),
            held.steps,
            sound=new is not None,
            active_id=None if mark is None else mark[0],
            now=now,
            oldest=oldest,
            latest=latest,
            actor=None if actor is None else actor.name,
            same=lambda one, other: same_person(reading, one, other),
        )

    def _in_force(self, reading: Reading) -> Policy | None:
        """The active policy; None where there is none, or none that this program can read: a lead must get out of that."""
        try:
            return self._policies.current(reading)
        except EnvironmentFailure:
            return None

    # ------------------------------------------------------------------ changes

    @staticmethod
    def _step(tx: Tx, policy_id: str, kind: str, actor: Actor, **more: Any) -> None:
        tx.policies.add_step(policy_id, kind, actor.name, actor.role.value, tx.now, **more)

    def _warm(self, ref: str) -> None:
        """Read the policies that a transaction is about to ask for before it begins: the writer is everybody's."""
        self._policies.warm()
        with contextlib.suppress(NotFound, UsageError):
            self._policies.read(_stored(self.version(ref)))

    def _do(self, actor: Actor, action: str, ref: str, task: str | None, work: Callable[[Tx, Actor], T]) -> T:
        """Run ``work`` as one transaction, with the actor in today's role, if that may do ``task``.

        A refusal takes back what was written and is logged in the same transaction.
        """

        def attempt(tx: Tx) -> tuple[T | None, DomainError | None]:
            mark = tx.mark()
            try:
                now = actor.today(tx)
                if task is not None:
                    policy = self._in_force(tx)
                    refusal = forbid({} if policy is None else policy.permissions, now.role, task, now.name)
                    if refusal is not None:
                        raise not_allowed(refusal)
                return work(tx, now), None
            except NotFound:
                raise  # a wrong name is nobody's attempt at anything
            except DomainError as error:
                tx.back_to(mark)
                tx.log(_refusal(tx, actor, action, ref, error))
                return None, error

        self._warm(ref)
        done, refused = self._store.write(attempt).result()
        if refused is not None:
            raise refused
        return done  # type: ignore[return-value]  # only a refusal leaves it empty


def find(reading: Reading, ref: str) -> PolicyVersion:
    """The version that ``ref`` names (see ``Versions.version``)."""
    number, prefix = _NUMBER.fullmatch(ref.strip()), _PREFIX.fullmatch(ref.strip())
    ids: list[str] = []
    if number is not None:
        ids = reading.policies.find(number=int(number.group(1)))
    if not ids and prefix is not None:
        ids = reading.policies.find(prefix="sha256:" + prefix.group(1).lower())
    if len(ids) > 1:
        raise UsageError("policy_ambiguous", ref=ref[:80])
    held = reading.policies.get(ids[0]) if ids else None
    if held is None:
        raise NotFound("policy_not_found", ref=ref[:80])
    return version_of(reading, held)


def version_of(reading: Reading, held: StoredPolicy) -> PolicyVersion:
    """A stored policy with its steps."""
    return PolicyVersion(
        held.id, held.name, held.number, held.state, held.source, held.files, held.added_at, held.added_by,
        held.activated_at, held.activated_by, held.shadow_since, held.retired_at, tuple(reading.policies.steps(held.id)),
    )  # fmt: skip


def _stored(held: PolicyVersion) -> StoredPolicy:
    return StoredPolicy(
        held.id, held.name, held.number, held.source, held.state, held.added_at, held.activated_at,
        held.activated_by, held.files, held.added_by, held.shadow_since, held.retired_at,
    )  # fmt: skip


def _refusal(tx: Tx, actor: Actor, action: str, ref: str, error: DomainError) -> AuditDraft:
    try:
        held: PolicyVersion | None = find(tx, ref)
    except (NotFound, UsageError):
        held = None
    return draft(
        "refusal",
        actor,
        action=f"policy_{action}",
        outcome="refused",
        error=error.code,
        clause=str(error.params.get("clause", "")) or None,
        policy=None if held is None else held.id,
        policy_number=None if held is None else held.number,
        reasons=sorted({one.code for one in error.report.unmet}) if isinstance(error, GateNotMet) else None,
    )
