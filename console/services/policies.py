"""The active policy: parsed once, activated with its audit entry, never swapped behind a decision's back."""

from __future__ import annotations

import threading
from pathlib import Path

from console.domain.errors import EnvironmentFailure, UsageError
from console.policy import Policy, load_policy
from console.services.entries import draft
from console.services.roles import Actor
from console.store import Store, Tx


class Policies:
    """Hands out the active policy; reads it again only when another one has been activated."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._policy: Policy | None = None
        self._number = 0

    def active(self) -> Policy:
        """The active policy of this workspace. EnvironmentFailure ``policy_missing`` if there is none."""
        stored = self._store.read(lambda r: r.policies.active())
        if stored is None:
            raise EnvironmentFailure("policy_missing")
        with self._lock:
            if self._policy is None or self._policy.id != stored.id:
                loaded = load_policy(stored.source, name=stored.name, files=stored.files)
                if loaded.policy is None:
                    raise EnvironmentFailure("policy_unreadable", name=stored.name, errors=len(loaded.errors))
                self._policy = loaded.policy
                self._number = stored.number
            return self._policy

    @property
    def number(self) -> int:
        """The active policy's number in this workspace (v1, v2, ...)."""
        self.active()
        return self._number

    def activate(self, source: Path, actor: Actor, *, only_first: bool = False) -> Policy:
        """Check a policy file and make it the active one (``only_first``: unless there is one). UsageError ``policy_invalid`` names the first faults."""
        actor.need("policy")
        loaded = load_policy(source)
        if loaded.policy is None:
            faults = [f"{one.file}:{one.line}: {one.code}" for one in loaded.errors[:5]]
            raise UsageError("policy_invalid", name=source.name, errors=faults)
        policy = loaded.policy

        def work(tx: Tx) -> None:
            if only_first and tx.policies.active() is not None:
                return  # another process that opened the new workspace at the same moment
            number = tx.policies.add(policy.id, policy.name, loaded.text, loaded.files, tx.now)
            tx.policies.activate(policy.id, actor.name, tx.now)
            tx.log(draft("policy_activated", actor, policy=policy.id, policy_number=number))
            tx.changed("policy", policy=policy.id)

        self._store.write(work).result()
        return policy

    def ensure(self, source: Path, actor: Actor) -> None:
        """Activate the policy of ``source`` in a workspace that has none yet."""
        if self._store.read(lambda r: r.policies.active()) is None:
            self.activate(source, actor, only_first=True)
