"""The company's word where work is done: which platforms may be connected, what a person may not change, whose policy."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from console import managed, paths
from console.domain.errors import EnvironmentFailure, NotAllowed
from console.domain.vocabulary import PROGRAM, Role
from console.services.entries import draft
from console.services.policies import invalid
from console.services.roles import Actor

if TYPE_CHECKING:
    from pathlib import Path

    from console.domain.errors import UsageError
    from console.services.policies import Policies
    from console.store import Store, Tx

log = logging.getLogger(__name__)


def need_kind(kind: str) -> None:
    """NotAllowed ``company_kind`` (platform, known, file) where the company allows no channel of this kind."""
    company = managed.current()
    if not company.allows(kind):
        known = ", ".join(company.connectors or ()) or "-"
        raise NotAllowed("company_kind", platform=kind, known=known, file=str(company.path))


def need_unlocked(key: str) -> None:
    """NotAllowed ``company_locked`` (setting, file) where the company set ``key`` and locked it."""
    company = managed.current()
    if company.locks(key):
        raise NotAllowed("company_locked", setting=key, file=str(company.path))


def need_not_set(key: str) -> None:
    """NotAllowed ``company_set`` (setting, file) where the company's file says ``key``: nobody else has a say in it."""
    company = managed.current()
    if key in company.given:
        raise NotAllowed("company_set", setting=key, file=str(company.path))


def need_encrypted(path: Path) -> None:
    """EnvironmentFailure ``disk_plain`` or ``disk_unknown`` (path, by, file) where the company wants the disk under ``path``
    encrypted and it is not, or nobody can tell. Asks the system: not on a thread that must not wait.
    """
    company = managed.current()
    if company.encryption != "required":
        return
    from console.encrypted import Answer, look

    found = look(path, company.encrypted_folders)
    told = {"path": str(path), "by": found.by, "file": str(company.path)}
    if found.answer is Answer.NO:
        raise EnvironmentFailure("disk_plain", **told)
    if found.answer is Answer.UNKNOWN:
        raise EnvironmentFailure("disk_unknown", **told)


def exempt(path: Path) -> bool:
    """Whether ``path`` is the practice workspace, in which nobody real is."""
    return path.absolute() == paths.practice_workspace().absolute()


def need_only_practice(store: Store) -> None:
    """As ``need_encrypted`` for an exempt workspace in which there is a channel of a real platform after all."""
    if any(one.kind not in managed.ALWAYS for one in store.read(lambda r: r.channels.all())):
        need_encrypted(store.path)


def adopt(store: Store, policies: Policies, os_user: str) -> UsageError | None:
    """Put the company's locked policy in force, where another one is; the error where its file is no policy.

    It passes the check of every policy, and no gate: the company answers for it, and nobody here could waive anything.
    What is in force stays so where the file is wrong. One transaction, with its audit entry; blocks.
    """
    company = managed.current()
    if company.policy is None or not company.locks("policy") or _is_in_force(store, company.policy):
        return None
    from console.policy import load_policy
    from console.services.shadow import Settling

    try:
        loaded = load_policy(company.policy)
    except OSError as error:
        log.warning("the company's policy cannot be read: %s", type(error).__name__)
        return None
    if loaded.policy is None:
        log.warning("the company's policy is not in force: %d faults", len(loaded.errors))
        return invalid(loaded, company.policy.name)
    policy = loaded.policy
    actor = Actor(PROGRAM, Role.LEAD, os_user)

    def work(tx: Tx) -> None:
        before = tx.policies.active()
        if before is not None and before.id == policy.id:
            # The same meaning in other words, or another process was faster.
            tx.policies.replace_text(policy.id, policy.name, loaded.text, loaded.files)
            return
        shadow = tx.policies.shadow()
        who = (actor.name, actor.role.value, tx.now)
        number = tx.policies.add(policy.id, policy.name, loaded.text, loaded.files, tx.now, actor.name)
        tx.policies.add_step(policy.id, "check", *who)
        if shadow is not None and shadow.id == policy.id:
            tx.policies.end_shadow(policy.id)
        tx.policies.activate(policy.id, actor.name, tx.now)
        tx.policies.add_step(policy.id, "activate", *who)
        known = None if before is None else before.id
        tx.log(
            draft(
                "policy_activated",
                actor,
                policy=policy.id,
                policy_number=number,
                before=known,
                outcome="company",
            )
        )
        if before is not None:
            tx.policies.add_step(before.id, "retire", *who)
            tx.log(
                draft(
                    "policy_retired", actor, policy=before.id, policy_number=before.number, outcome="replaced"
                )
            )
        Settling.begin(tx)
        tx.changed("policy", policy=policy.id)

    store.write(work).result()
    return None


def _is_in_force(store: Store, source: Path) -> bool:
    """Whether the file's text, and the lists it includes, are those of the active version: no parsing at each start."""
    active = store.read(lambda r: r.policies.active())
    if active is None:
        return False
    try:
        same = source.read_bytes().decode("utf-8-sig") == active.source
        return same and all(
            (source.parent / name).read_bytes() == held for name, held in active.files.items()
        )
    except (OSError, UnicodeDecodeError):
        return False
