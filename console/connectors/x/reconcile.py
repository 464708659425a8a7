"""Reading back whether an action took effect, after a crash or a lost answer. Nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.x.actions import Actions, deleted_id
from console.domain.decision import ActionRequest, ActionResult, Reconciled
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from console.connectors.x.lookup import Lookup


async def reconcile(actions: Actions, lookup: Lookup, request: ActionRequest) -> Reconciled:
    """done, not_done or cannot_tell. Raises ConnectorError when X cannot be asked."""
    match request.action:
        case ActionKind.REPLY | ActionKind.WARN:
            found, complete = await actions.own_reply(request)
            if found is not None:
                return Reconciled("done", found)
            return Reconciled("not_done" if complete else "cannot_tell")
        case ActionKind.DELETE:
            one = deleted_id(request)
            answer, gone = await lookup.posts([one], (await lookup.account()).id)
            if one in gone:
                return Reconciled("done", ActionResult(already=True))
            return Reconciled("not_done" if answer.posts else "cannot_tell")
        case ActionKind.HIDE | ActionKind.UNHIDE | ActionKind.MUTE | ActionKind.UNMUTE:
            # X says of no reply whether it is hidden, and a list of who is muted costs a read for each: these are
            # end states, and sending one again leads to the same end.
            return Reconciled("not_done")
        case _:
            return Reconciled("cannot_tell")
