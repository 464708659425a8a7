"""Reading back whether actions took effect, after a crash or a lost answer. Nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.deleting import deleted_id
from console.connectors.youtube.actions import Actions
from console.connectors.youtube.names import valid_comment
from console.domain.decision import ActionRequest, ActionResult, Reconciled
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.connectors.youtube.account import Accounts
    from console.connectors.youtube.lookup import Lookup


async def reconcile(
    actions: Actions, lookup: Lookup, accounts: Accounts, request: ActionRequest
) -> Reconciled:
    """done, not_done or cannot_tell. Raises ConnectorError when the platform cannot be asked.

    A change of status that cannot be seen counts as not done: sending it again leads to the same end.
    """
    match request.action:
        case ActionKind.REPLY | ActionKind.WARN:
            found, complete = await actions.own_reply(request)
            if found is not None:
                return Reconciled("done", found)
            return Reconciled("not_done" if complete else "cannot_tell")
        case ActionKind.HIDE | ActionKind.UNHIDE | ActionKind.DELETE | ActionKind.BLOCK:
            (only,) = await reconcile_statuses(lookup, accounts, [request])
            return only
        case _:
            return Reconciled("cannot_tell")


async def reconcile_statuses(
    lookup: Lookup, accounts: Accounts, requests: Sequence[ActionRequest]
) -> list[Reconciled]:
    """The same for changes of status of one kind: with the few reads that one of them costs."""
    match requests[0].action:
        case ActionKind.HIDE | ActionKind.UNHIDE as action:
            channel = (await accounts.get()).channel
            held, complete = await lookup.held(channel, {one.target for one in requests})
            if action is ActionKind.HIDE:
                return [_end_state(one.target in held) for one in requests]
            return [_end_state(complete and one.target not in held) for one in requests]
        case ActionKind.DELETE:
            names = [deleted_id(one) for one in requests]
            known = [one for one in names if valid_comment(one)]
            absent = await lookup.absent(known, (await accounts.get()).channel)
            return [
                _end_state(one in absent) if valid_comment(one) else Reconciled("cannot_tell")
                for one in names
            ]
        case _:
            # Nobody can read who is banned; banning twice is banning once.
            return [Reconciled("not_done")] * len(requests)


def _end_state(holds: bool) -> Reconciled:
    return Reconciled("done", ActionResult()) if holds else Reconciled("not_done")
