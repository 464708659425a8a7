"""Who may do what: the role check that every use case asks, from the first day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from console.domain.errors import NotAllowed, UsageError
from console.domain.vocabulary import ROLE_RANK, Role
from console.store import Reading

MAX_NAME: Final = 80

# What a role needs at least; a lead may do everything.
NEEDED: Final[dict[str, Role]] = {
    "decide": Role.MODERATOR,
    "undo": Role.MODERATOR,
    "review": Role.REVIEWER,
    "import": Role.MODERATOR,
    "pull": Role.MODERATOR,
    "dispatch": Role.MODERATOR,
    "channel": Role.LEAD,
    "policy": Role.LEAD,
    "classifier": Role.LEAD,
    "member": Role.LEAD,
    "erase": Role.LEAD,
    "override": Role.LEAD,
    "audit": Role.AUDITOR,
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the name given (a pseudonym), the role found for it, and the operating system's user."""

    name: str
    role: Role
    os_user: str

    def may(self, what: str) -> bool:
        """Whether the role is high enough for ``what``."""
        return ROLE_RANK[self.role] >= ROLE_RANK[NEEDED[what]]

    def need(self, what: str) -> None:
        """Raise NotAllowed unless ``may``."""
        if not self.may(what):
            raise NotAllowed("refuse.role", role=self.role.value, needed=NEEDED[what].value, actor=self.name)


def actor(reading: Reading, name: str, os_user: str) -> Actor:
    """The actor behind a name.

    The creator of a workspace is its lead. Until further members are listed any other name acts as moderator; from
    then on an unknown name may do nothing. This is an order of work, not authentication: whoever owns the file owns
    the names in it.
    """
    if not name.strip() or len(name) > MAX_NAME or not name.isprintable():
        raise UsageError("bad_actor_name", longest=MAX_NAME)
    members = reading.settings.members()
    if name in members:
        return Actor(name, members[name], os_user)
    if len(members) <= 1:
        return Actor(name, Role.MODERATOR, os_user)
    raise NotAllowed("refuse.unknown_member", actor=name)
