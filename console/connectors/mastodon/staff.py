"""What the staff of an instance do from here, for everybody on it: limit, suspend, and both ways back; and who may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_items, as_map
from console.connectors.mastodon.names import segment
from console.connectors.mastodon.statuses import id_of
from console.domain.decision import ActionResult
from console.domain.errors import AuthMissingScope, ForbiddenByPlatform, Gone, Invalid, Unsupported
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.connectors.mastodon.session import Session
    from console.domain.decision import ActionRequest

#: Beside what every account asks for: asked for only where a person wants to act as staff.
STAFF_SCOPES: Final = (
    "admin:read:accounts",
    "admin:write:accounts",
    "admin:read:reports",
)
#: Bits of a role's permissions: an administrator may do all; limits and suspensions ask for "Manage Users".
_ADMINISTRATOR: Final = 0x1
_MANAGE_USERS: Final = 0x400
#: How that permission of a role is called on the instance's own pages.
ROLE: Final = "Manage Users"
#: Action to (what is asked of the instance, what its account says then, and whether it says so).
DEEDS: Final[Mapping[ActionKind, tuple[str, str, bool]]] = {
    ActionKind.MUTE: ("silence", "silenced", True),
    ActionKind.UNMUTE: ("unsilence", "silenced", False),
    ActionKind.BLOCK: ("suspend", "suspended", True),
    ActionKind.UNBLOCK: ("unsuspend", "suspended", False),
}


def told_as_staff(request: ActionRequest) -> bool:
    """Whether a moderator was told that this acts for everybody on the instance; its undo takes back what was done."""
    if request.action not in DEEDS:
        return False
    # What a person looked up on the site is kept without details: then the comment says what was told.
    if request.undo_of is not None and request.undo_of.get("code") != "by_hand":
        return as_map(request.undo_of.get("details")).get("staff") is True
    return request.facts.get("staff") is True


def role_lacks(account: Mapping[str, Any]) -> str | None:
    """What our role on the instance lacks to limit accounts, "" for nothing; None where the instance tells no role."""
    told = as_map(account.get("role")).get("permissions")
    try:
        bits = int(told) if isinstance(told, (str, int)) and not isinstance(told, bool) else None
    except ValueError:
        bits = None
    if bits is None:
        return None
    return "" if bits & (_ADMINISTRATOR | _MANAGE_USERS) else ROLE


def token_lacks(given: frozenset[str] | None) -> str:
    """The first of the staff's scopes for accounts that a token does not have; "" for none, or where nobody tells."""
    if given is None:
        return ""
    for scope in STAFF_SCOPES[:2]:
        group = ":".join(scope.split(":")[:2])
        if scope not in given and group not in given and "admin" not in given:
            return scope
    return ""


class Staff:
    """One account's deeds as staff. ``on``: the channel wants them."""

    def __init__(self, session: Session, *, on: bool) -> None:
        self._session = session
        self.on = on

    async def perform(self, request: ActionRequest, account: str) -> ActionResult:
        """Limit or suspend ``account``, or take that back. Raises ConnectorError.

        The instance settles every open report about an account that is limited or suspended. One that holds this very
        comment is named, so that the comment stands in the strike, which its author may appeal against.
        """
        if not self.on and request.undo_of is None:
            raise Unsupported("mastodon_staff_off", action=str(request.action))
        verb, name, wanted = DEEDS[request.action]
        if await self.holds(request, account):
            return ActionResult(already=True, details={"staff": True})
        path = f"/api/v1/admin/accounts/{segment(account)}"
        if wanted:
            fields: dict[str, Any] = {"type": verb}
            if report := await self._report_of(request.target, account):
                fields["report_id"] = report
            await self._may(self._session.write("POST", f"{path}/action", fields))
        else:
            await self._may(self._session.write("POST", f"{path}/{verb}"))
        return ActionResult(details={"staff": True, name: wanted})

    async def _report_of(self, comment: str, account: str) -> str:
        """The number of an open report about ``comment``; empty where there is none, or we may not see them."""
        try:
            found = await self._session.many(
                "/api/v1/admin/reports", {"target_account_id": account, "limit": 100}
            )
        except (AuthMissingScope, ForbiddenByPlatform, Gone, Invalid):
            return ""
        for one in found:
            if one.get("action_taken") is not True and comment in map(id_of, as_items(one.get("statuses"))):
                return as_id(one.get("id"))
        return ""

    async def holds(self, request: ActionRequest, account: str) -> bool:
        """Whether what ``request`` wants is so already."""
        _verb, name, wanted = DEEDS[request.action]
        found = await self._may(self._session.one(f"/api/v1/admin/accounts/{segment(account)}"))
        return (found.get(name) is True) is wanted

    @staticmethod
    async def _may(call: Any) -> Mapping[str, Any]:
        """What the instance answers to its staff; what it refuses to this role or token is no matter of the channel."""
        try:
            answer: Mapping[str, Any] = await call
        except (AuthMissingScope, ForbiddenByPlatform):
            raise ForbiddenByPlatform("mastodon_staff_refused") from None
        return answer
