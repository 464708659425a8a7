"""The team: adding, changing role or pseudonym, removing; and who could answer a request for a second person.

Names are local pseudonyms: they are what is shown and logged, with the operating system's user beside each entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.domain.audit import AuditDraft
from console.domain.errors import DomainError, NotAllowed, NotFound, UsageError
from console.domain.vocabulary import Role
from console.policy import Permissions, fills, may, person_key
from console.services.roles import FORMER, Actor, clean_name, same_person
from console.store import Member, Reading, Review, Store, Tx

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Answerers:
    """Who can answer a review. ``held`` says whether anybody has the very role that was asked for."""

    names: tuple[str, ...]
    held: bool


class Team:
    """The members of one workspace. Every change is a lead's, blocks for one transaction and is logged in it.

    Raises NotAllowed (logged), NotFound ``member_not_found``, UsageError ``bad_actor_name`` and ``member_exists``, and
    DomainError ``last_lead`` where the workspace would be left without a lead.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[Member, ...]:
        """Present members by name."""
        return tuple(self._store.read(lambda r: r.members.present()))

    def add(self, name: str, role: Role, actor: Actor) -> Member:
        """Add a member; a person removed before may come back under the same name."""
        name = clean_name(name)

        def work(tx: Tx) -> None:
            _free(tx, name, allow_removed=True)
            tx.settings.set_member(name, role, tx.now)
            _log(tx, "member_added", actor, name, role)

        return self._change(work, name, actor)

    def set_role(self, name: str, role: Role, actor: Actor) -> Member:
        """Change a role. The only lead stays one."""

        def work(tx: Tx) -> None:
            before = _present(tx, name)
            if role is not Role.LEAD:
                _keep_a_lead(tx, name)
            if before is not role:
                tx.settings.set_member(name, role, tx.now)
                _log(tx, "member_role", actor, name, role)

        return self._change(work, name, actor)

    def remove(self, name: str, actor: Actor) -> tuple[int, ...]:
        """Take a member off the list. The past keeps the name, claims are given back; the ids of those comments."""
        freed: list[int] = []

        def work(tx: Tx) -> None:
            role = _present(tx, name)
            _keep_a_lead(tx, name)
            tx.members.remove(name, tx.now)
            freed.extend(tx.members.free_claims(name))
            _log(tx, "member_removed", actor, name, role, count=len(freed))
            if freed:
                tx.changed("claims", tuple(freed))

        self._change(work, name, actor, gone=True)
        return tuple(freed)

    def rename(self, name: str, new: str, actor: Actor) -> Member:
        """Change a pseudonym. What is under way (claims, drafts) follows; entries and decisions keep the old name.

        The two names stay one person: nobody agrees to a request of their own under a new name.
        """
        new = clean_name(new)

        def work(tx: Tx) -> None:
            role = _present(tx, name)
            _free(tx, new, allow_removed=False, own=name)
            tx.members.rename(name, new, tx.now)
            former = tx.settings.get(FORMER, {})
            former[new] = [*former.pop(name, []), name]
            tx.settings.set(FORMER, former)
            _log(tx, "member_renamed", actor, new, role, former=name)
            tx.changed("claims")
            tx.changed("drafts")

        return self._change(work, new, actor)

    def _change(self, work: Callable[[Tx], None], name: str, actor: Actor, *, gone: bool = False) -> Member:
        def checked(tx: Tx) -> Member:
            actor.need("member", tx)
            work(tx)
            tx.changed("members")
            return Member(name, tx.settings.members().get(name, Role.AUDITOR), tx.now)

        try:
            return self._store.write(checked).result()
        except NotAllowed:
            raise  # logged where it arose
        except DomainError as error:
            actor.refused(error, asked="member", member=name[:80])
            raise


def answerers(reading: Reading, review: Review, permissions: Permissions) -> Answerers:
    """Who of the team could answer ``review``: by role and permission, and never the person who asked."""
    members = reading.settings.members()
    names = tuple(
        name
        for name, role in members.items()
        if fills(role, review.role)
        and may(permissions, role, "review")
        and not same_person(reading, name, review.asked_by)
    )
    return Answerers(names, any(role == review.role for role in members.values()))


def _present(tx: Tx, name: str) -> Role:
    role = tx.settings.members().get(name)
    if role is None:
        raise NotFound("member_not_found", name=name)
    return role


def _free(tx: Tx, name: str, *, allow_removed: bool, own: str = "") -> None:
    """Refuse a name that is somebody's already, or only differs from it in letter case or spaces."""
    taken = set(tx.settings.members()) | (set() if allow_removed else set(tx.members.removed()))
    other = next((one for one in sorted(taken - {own}) if person_key(one) == person_key(name)), None)
    if other is None and allow_removed:
        other = next(
            (
                one
                for one in sorted(tx.members.removed())
                if person_key(one) == person_key(name) and one != name
            ),
            None,
        )
    if other is not None or name == own:
        raise UsageError("member_exists", name=other or name)


def _keep_a_lead(tx: Tx, name: str) -> None:
    leads = [one for one, held in tx.settings.members().items() if held is Role.LEAD]
    if leads == [name]:
        raise DomainError("last_lead", name=name)


def _log(tx: Tx, event: str, actor: Actor, name: str, role: Role, **fields: object) -> None:
    body = {"member": name, "member_role": role.value, **{key: one for key, one in fields.items() if one}}
    tx.log(AuditDraft(event, actor.name, actor.role.value, body))
