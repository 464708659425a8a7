"""Reading back whether an action took effect, after a crash or a lost answer. Nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.answers import as_text
from console.connectors.deleting import deleted_id
from console.connectors.mastodon.staff import told_as_staff
from console.connectors.mastodon.statuses import id_of, link_of
from console.domain.decision import ActionRequest, ActionResult, Reconciled
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from console.connectors.mastodon.actions import Actions
    from console.connectors.mastodon.session import Session


async def reconcile(actions: Actions, session: Session, request: ActionRequest) -> Reconciled:
    """done, not_done or cannot_tell. Raises ConnectorError when the server cannot be asked."""
    if told_as_staff(request):
        return _end_state(await actions.staff.holds(request, await actions.account(request)), staff=True)
    match request.action:
        case ActionKind.REPLY | ActionKind.WARN:
            view = await actions.written(request)
            if view is None:
                # Not there; and were it sent again within the hour, its key would give back the first one.
                return Reconciled("not_done")
            details = {"visibility": as_text(view.get("visibility"))}
            return Reconciled("done", ActionResult(id_of(view), link_of(view) or None, details=details))
        case ActionKind.DELETE:
            return _end_state(await session.status(deleted_id(request)) is None)
        case ActionKind.LIKE | ActionKind.UNLIKE:
            view = await session.status(request.target)
            liked = view is not None and view.get("favourited") is True
            return _end_state(liked is (request.action is ActionKind.LIKE))
        case ActionKind.BLOCK | ActionKind.UNBLOCK:
            standing = await session.relationship(await actions.account(request))
            return _end_state((standing.get("blocking") is True) is (request.action is ActionKind.BLOCK))
        case ActionKind.MUTE | ActionKind.UNMUTE:
            standing = await session.relationship(await actions.account(request))
            return _end_state((standing.get("muting") is True) is (request.action is ActionKind.MUTE))
        case _:
            # Nobody can read back the reports they made; sending one twice is a person's choice.
            return Reconciled("cannot_tell")


def _end_state(holds: bool, *, staff: bool = False) -> Reconciled:
    details = {"staff": True} if staff else {}  # its undo knows by that what to take back
    return Reconciled("done", ActionResult(details=details)) if holds else Reconciled("not_done")
