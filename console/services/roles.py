"""Who may do what: the role check that every use case asks, against today's members and the active policy.

An actor of an open workspace knows its ``House``: the members as they are now, the permissions of the active policy,
and the log in which every refusal is written, whoever asked for what. This is the one place where a refusal that
happens before any transaction is logged.
"""

from __future__ import annotations

import logging
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from console.domain.audit import AuditDraft
from console.domain.errors import DomainError, EnvironmentFailure, NotAllowed, UsageError
from console.domain.vocabulary import PROGRAM, ActionKind, Role
from console.policy import Permissions, forbid, may, person_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from console.domain.decision import Refusal
    from console.store import Reading, Store

MAX_NAME: Final = 80
NO_ROLE: Final = "none"
FORMER: Final = "members.former"
_ACTIONS: Final = frozenset(str(action) for action in ActionKind)
log = logging.getLogger(__name__)


class House:
    """What the actors of one open workspace answer to; ``read`` gives the permissions of the active policy."""

    def __init__(self, store: Store, read: Callable[[Reading], Permissions]) -> None:
        self.store = store
        self._read = read
        self._known: Permissions = {}

    def permissions(self, reading: Reading) -> Permissions:
        """The active policy's permissions as ``reading`` sees them; the usual ones where it cannot be read."""
        try:
            self._known = self._read(reading)
        except EnvironmentFailure:
            self._known = {}
        return self._known

    def known(self) -> Permissions:
        """The permissions that were read last: what a button may ask without a look into the database."""
        return self._known

    def note(
        self, name: str, role: str, error: DomainError, comment_id: int | None = None, **fields: Any
    ) -> None:
        """Log a refusal. Never waits: it may be called on any thread, also inside a transaction that ends with it."""
        body = {"outcome": "refused", "error": error.code, **fields}
        kept = {key: value for key, value in body.items() if value}
        entry = AuditDraft("refusal", name, role, kept, comment_id=comment_id)
        try:
            self.store.write(lambda tx: tx.log(entry)).add_done_callback(_not_logged)
        except EnvironmentFailure as closed:
            log.warning("a refusal was not logged: %s", closed.code)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the name given (a pseudonym), the role found for it, and the operating system's user.

    Without a ``house`` (the console itself, and tests) the role is the one given and nothing is logged.
    """

    name: str
    role: Role
    os_user: str
    house: House | None = field(default=None, repr=False, compare=False)

    def may(self, what: str) -> bool:
        """Whether the role has the permission for an action or a task, as far as known; asks no database."""
        return may(self._known(), self.role, what)

    def _known(self) -> Permissions:
        return {} if self.house is None else self.house.known()

    def today(self, reading: Reading) -> Actor:
        """The actor in the role held now: a window may be open for longer than a role. NotAllowed once removed."""
        if self.house is None:
            return self
        return actor(reading, self.name, self.os_user, self.house)

    def need(self, what: str, reading: Reading | None = None) -> None:
        """Raise NotAllowed unless today's role may do ``what``; the refusal is logged.

        Reads the workspace, with ``reading`` inside the caller's own transaction.
        """
        house = self.house
        if house is not None and reading is None:
            house.store.read(lambda found: self.need(what, found))
            return
        try:
            now = self if reading is None else self.today(reading)
            permissions = {} if house is None or reading is None else house.permissions(reading)
            refusal = forbid(permissions, now.role, what, self.name)
            if refusal is not None:
                raise not_allowed(refusal)
        except NotAllowed as error:
            self.refused(error, **_asked(what))
            raise

    def refused(self, error: DomainError, comment_id: int | None = None, **fields: Any) -> None:
        """Log that this actor was refused something; ``fields`` are fields of the audit entry."""
        if self.house is not None:
            clause = str(error.params.get("clause", ""))
            self.house.note(self.name, self.role.value, error, comment_id, **{"clause": clause, **fields})


def _not_logged(done: Future[int]) -> None:
    error = done.exception()
    if error is not None:
        log.warning("a refusal was not logged: %s", type(error).__name__)


def _asked(what: str) -> dict[str, Any]:
    return {"action": what} if what in _ACTIONS else {"asked": what}


def not_allowed(refusal: Refusal) -> NotAllowed:
    """A refusal as an error: what a use case raises that has no outcome to carry it."""
    params = dict(refusal.why.params)
    return NotAllowed(
        refusal.why.code,
        **params,
        needed=params.get("who", ()),
        clause=refusal.clause,
        instead=refusal.instead,
    )


def actor(reading: Reading, name: str, os_user: str, house: House | None = None) -> Actor:
    """The actor behind a name.

    The creator of a workspace is its lead. Until further members are listed any other name acts as moderator; from
    then on an unknown name may do nothing, and neither may ever the name of somebody who was removed, nor one that
    differs from a member's in letter case or spaces alone. This is an order of work, not authentication: whoever owns
    the file owns the names in it, and each entry names the operating system's user beside the pseudonym.
    """
    name = clean_name(name)
    members = reading.settings.members()
    if name in members:
        return Actor(name, members[name], os_user, house)
    alike = {person_key(one) for one in members} | {person_key(one) for one in reading.members.removed()}
    if len(members) <= 1 and person_key(name) not in alike:
        return Actor(name, Role.MODERATOR, os_user, house)
    raise NotAllowed("refuse.unknown_member", actor=name, clause="members", instead=("ask:lead",))


def channel_task(kind: str) -> str:
    """The task that adding or changing a channel of this kind takes: an account is more than a file of one's own."""
    return "import" if kind in ("file", "practice") else "channel"


def present_name(reading: Reading, name: str) -> str:
    """The name that a member goes by today who was once called ``name``; ``name`` itself where nobody was."""
    members = reading.settings.members()
    if name in members:
        return name
    former = reading.settings.get(FORMER, {})
    held: dict[str, list[str]] = former if isinstance(former, dict) else {}
    return next((new for new, old in held.items() if new in members and name in old), name)


def clean_name(name: str) -> str:
    """A member's name as it is kept: composed letters, single spaces.

    UsageError ``bad_actor_name``, and ``reserved_name`` for the one under which the program itself acts.
    """
    if not name.strip() or len(name) > MAX_NAME or not name.isprintable():
        raise UsageError("bad_actor_name", longest=MAX_NAME)
    if person_key(name) == PROGRAM:
        raise UsageError("reserved_name", name=PROGRAM)
    return " ".join(unicodedata.normalize("NFC", name).split())


def same_person(reading: Reading, one: str, other: str) -> bool:
    """Whether two names are one person's: written alike, or one was the other's before a change of pseudonym."""
    return bool(_names(reading, one) & _names(reading, other))


def _names(reading: Reading, name: str) -> set[str]:
    former = reading.settings.get(FORMER, {})
    held: dict[str, list[str]] = former if isinstance(former, dict) else {}
    found = {person_key(name)}
    for new, old in held.items():
        family = {person_key(new), *(person_key(str(each)) for each in old)}
        if family & found:
            found |= family
    return found
