"""The status of many comments in one call, and which of them a refusal was about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.connectors.youtube.spec import CARRIES, status_of
from console.domain.decision import ActionResult
from console.domain.errors import (
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    UnknownOutcome,
)
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.connectors.youtube.account import Accounts
    from console.connectors.youtube.lookup import Lookup
    from console.connectors.youtube.session import Session
    from console.domain.decision import ActionRequest
    from console.domain.ports import Carried

#: Calls (50 units each) that are spent on finding what was refused: enough for one among fifty. Whoever is not settled
#: by then goes alone, so that a channel where everything is refused costs little more than without batches.
_CALLS: Final = 14
_REFUSED: Final = (Gone, ForbiddenByPlatform, Invalid)


class Statuses:
    """Sets the status of comments of one account."""

    def __init__(self, session: Session, lookup: Lookup, accounts: Accounts) -> None:
        self._session, self._lookup, self._accounts = session, lookup, accounts

    async def put(self, comments: Sequence[str], status: str, *, ban: bool) -> ActionResult:
        """One call for at most ``CARRIES`` comments. Repeating it leads to the same end. Raises ConnectorError."""
        assert 0 < len(comments) <= CARRIES
        params: dict[str, Any] = {"id": ",".join(comments), "moderationStatus": status}
        if ban:
            params["banAuthor"] = "true"
        await self._session.write("POST", "comments/setModerationStatus", params)
        return ActionResult(details={"moderation": status, **({"banned": True} if ban else {})})

    async def carry(self, requests: Sequence[ActionRequest]) -> Sequence[Carried]:
        """One call for ``requests``, which share a status; further ones only where it was refused.

        None: a comment of our own, which no status deletes, or one that was refused with others and whose own answer
        was not asked for. Raises ConnectorError for what the first call met that is about none of them.
        """
        status, ban = status_of(requests[0]), requests[0].action is ActionKind.BLOCK
        ours = frozenset[str]()
        if requests[0].action is ActionKind.DELETE:
            ours = (await self._accounts.get()).ours
        told: dict[str, Carried] = {}
        waiting = [[one.target for one in requests if one.author_remote_id not in ours]]
        looked = False
        for call in range(1 + _CALLS):
            if not waiting or not waiting[-1]:
                break
            part = waiting.pop()
            try:
                told |= dict.fromkeys(part, await self.put(part, status, ban=ban))
            except _REFUSED as error:
                if not looked:
                    # Mostly one was deleted meanwhile, and a unit or two tell which: no call needs to be spent on that.
                    looked = True
                    gone = await self._gone(part)
                    told |= {one: Gone() for one in gone}
                    if gone:
                        waiting.append([one for one in part if one not in gone])
                        continue
                if len(part) == 1:
                    told[part[0]] = error
                else:
                    middle = len(part) // 2
                    waiting += [part[middle:], part[:middle]]
            except ConnectorError:
                if call == 0:
                    raise
                # Whether a call that is refused leaves all of its comments alone is nowhere said.
                told |= {one: UnknownOutcome() for group in [part, *waiting] for one in group}
                break
        return [told.get(one.target) for one in requests]

    async def _gone(self, comments: Sequence[str]) -> set[str]:
        """Those that are no longer there, as far as the platform says."""
        try:
            return await self._lookup.absent(comments, (await self._accounts.get()).channel)
        except ConnectorError:
            return set()
