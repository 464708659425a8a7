"""Policies as everybody reads them: the active one and the one in shadow, parsed once and read again when they change."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Final

from console.domain.errors import EnvironmentFailure, UsageError
from console.services.entries import draft

if TYPE_CHECKING:
    from pathlib import Path

    from console.policy import Policy, PolicyLoad
    from console.services.roles import Actor
    from console.store import Reading, Store, StoredPolicy, Tx

KEPT: Final = 8
"""Parsed policies that are kept: the active one, the shadow and a few that are looked at."""


class Policies:
    """Hands out parsed policies. What a transaction must agree with is asked for with its own ``Tx``."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._parsed: dict[str, tuple[str, PolicyLoad]] = {}  # id -> (text, what became of it), newest last
        self._numbers: dict[str, int] = {}

    def active(self) -> Policy:
        """The active policy of this workspace. EnvironmentFailure ``policy_missing`` if there is none."""
        return self._store.read(self.current)

    def current(self, reading: Reading) -> Policy:
        """The active policy as ``reading`` sees it: in a transaction the one that its proposals must follow."""
        found = self._in_state(reading, "active")
        if found is None:
            raise EnvironmentFailure("policy_missing")
        return found

    def shadow(self, reading: Reading) -> Policy | None:
        """The policy in shadow as ``reading`` sees it."""
        return self._in_state(reading, "shadow")

    def warm(self) -> None:
        """Read the active policy and the shadow where they are new, before a transaction does: the writer is everybody's.

        Raises nothing: what cannot be read is told by whoever asks for it.
        """
        with contextlib.suppress(EnvironmentFailure):
            self._store.read(self.current)
            self._store.read(self.shadow)

    @property
    def number(self) -> int:
        """The active policy's number in this workspace (v1, v2, ...)."""
        return self._numbers[self.active().id]

    def read(self, stored: StoredPolicy) -> PolicyLoad:
        """A stored version parsed; its errors where this program is stricter than the one that stored it."""
        with self._lock:
            held = self._parsed.get(stored.id)
        if held is None or held[0] != stored.source:
            # A twentieth of a second that the first paint does not need.
            from console.policy import load_policy

            # Outside the lock: a transaction that only looks up the active policy must not wait for this.
            loaded = load_policy(stored.source, name=stored.name, files=stored.files, admitted=True)
            held = (stored.source, loaded)
        with self._lock:
            self._parsed.pop(stored.id, None)
            self._parsed[stored.id] = held
            self._numbers[stored.id] = stored.number
            while len(self._parsed) > KEPT:
                del self._parsed[next(iter(self._parsed))]
            return held[1]

    def _in_state(self, reading: Reading, state: str) -> Policy | None:
        mark = reading.policies.mark(state)
        if mark is None:
            return None
        with self._lock:
            held = self._parsed.get(mark[0])
        if held is None or held[0] != mark[1]:
            stored = reading.policies.get(mark[0])
            assert stored is not None
            loaded = self.read(stored)
            name, faults = stored.name, len(loaded.errors)
        else:
            loaded, name, faults = held[1], mark[0], 0
        if loaded.policy is None:
            raise EnvironmentFailure("policy_unreadable", name=name, errors=faults)
        return loaded.policy

    def ensure(self, source: Path, actor: Actor) -> None:
        """Give a workspace that has no policy yet the one of ``source``. UsageError ``policy_invalid``.

        The first policy meets no gate: there is nothing that it could be compared with.
        """
        if self._store.read(lambda r: r.policies.mark("active")) is not None:
            return
        from console.policy import load_policy

        actor.need("policy")
        loaded = load_policy(source)
        if loaded.policy is None:
            raise invalid(loaded, source.name)
        policy = loaded.policy

        def work(tx: Tx) -> None:
            if tx.policies.mark("active") is not None:
                return  # another process that opened the new workspace at the same moment
            number = tx.policies.add(policy.id, policy.name, loaded.text, loaded.files, tx.now, actor.name)
            who = (actor.name, actor.role.value, tx.now)
            tx.policies.add_step(policy.id, "check", *who)
            tx.policies.activate(policy.id, actor.name, tx.now)
            tx.policies.add_step(policy.id, "activate", *who)
            tx.log(draft("policy_activated", actor, policy=policy.id, policy_number=number))
            tx.changed("policy", policy=policy.id)

        self._store.write(work).result()


def invalid(loaded: PolicyLoad, name: str) -> UsageError:
    """The error for a text that is no policy: its first faults as ``file:line: code``, and how many there are."""
    faults = [f"{one.file}:{one.line}: {one.code}" for one in loaded.errors[:5]]
    return UsageError("policy_invalid", name=name, errors=faults, count=len(loaded.errors))
