"""Reading back whether an action took effect, after a crash or a lost answer. Nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.answers import as_id, as_text
from console.connectors.deleting import deleted_id
from console.connectors.wordpress.actions import Actions, wanted_status
from console.domain.decision import ActionRequest, ActionResult, Reconciled
from console.domain.errors import Gone
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from console.connectors.wordpress.lookup import Lookup
    from console.connectors.wordpress.session import Session


async def reconcile(session: Session, actions: Actions, lookup: Lookup, request: ActionRequest) -> Reconciled:
    """done, not_done or cannot_tell. Raises ConnectorError when the site cannot be asked."""
    match request.action:
        case ActionKind.REPLY | ActionKind.WARN:
            if not (await session.me()).id:
                return Reconciled("cannot_tell")  # a site that will not say who we are
            there = await actions.standing_reply(request)
            if there is None:
                return Reconciled("not_done")
            return Reconciled(
                "done", ActionResult(as_id(there.get("id")), as_text(there.get("link")) or None)
            )
        case ActionKind.HIDE | ActionKind.UNHIDE | ActionKind.REPORT:
            return _end_state(await lookup.status(request.target) == wanted_status(request), request)
        case ActionKind.DELETE:
            number = deleted_id(request)
            try:
                return _end_state(await lookup.status(number) == "trash", request)
            except Gone:
                return _end_state(True, request)
        case _:
            return Reconciled("cannot_tell")


def _end_state(holds: bool, request: ActionRequest) -> Reconciled:
    if not holds:
        return Reconciled("not_done")
    # What stood before the action is what the queue last knew: undoing leads back there.
    was = as_text(request.facts.get("status"))
    return Reconciled("done", ActionResult(request.target, details={"was": was} if was else {}))
