"""Reading back whether an action took effect, after a crash or a lost answer. Nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.answers import as_id, as_text
from console.connectors.deleting import deleted_id
from console.connectors.discourse.actions import Actions, acted, user_of
from console.connectors.discourse.lookup import Lookup, is_pending
from console.connectors.discourse.posts import LIKE, QUEUED, deleted
from console.domain.decision import ActionRequest, ActionResult, Reconciled
from console.domain.errors import Gone
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from console.connectors.discourse.session import Session


async def reconcile(session: Session, actions: Actions, lookup: Lookup, request: ActionRequest) -> Reconciled:
    """done, not_done or cannot_tell. Raises ConnectorError when the forum cannot be asked."""
    if request.target.startswith(QUEUED) and request.undo_of is None:
        return await _of_queued(lookup, request)
    match request.action:
        case ActionKind.REPLY | ActionKind.WARN:
            there = await actions.standing_reply(request)
            if there is None:
                # What a moderator writes never waits for approval; another's may, where its author does not see it.
                staff = (await session.me()).staff
                return Reconciled("not_done" if staff else "cannot_tell")
            path = as_text(there.get("post_url"))
            link = session.base_url + path if path.startswith("/") else None
            return Reconciled("done", ActionResult(as_id(there.get("id")), link))
        case ActionKind.HIDE:
            return _end_state((await lookup.post(request.target)).get("hidden") is True, request)
        case ActionKind.UNHIDE:
            post = await lookup.post(request.target)
            return _end_state(post.get("hidden") is not True and not deleted(post), request)
        case ActionKind.DELETE:
            number = deleted_id(request)
            try:
                return _end_state(deleted(await lookup.post(number)), request)
            except Gone:
                return _end_state(True, request)
        case ActionKind.LIKE | ActionKind.UNLIKE:
            liked = acted(await lookup.post(request.target), LIKE)
            return _end_state(liked is (request.action is ActionKind.LIKE), request)
        case ActionKind.BLOCK | ActionKind.UNBLOCK:
            silenced = await lookup.silenced(user_of(request))
            return _end_state(silenced is (request.action is ActionKind.BLOCK), request)
        case _:
            # A flag may have been taken off again by a moderator: its absence proves nothing.
            return Reconciled("cannot_tell")


async def _of_queued(lookup: Lookup, request: ActionRequest) -> Reconciled:
    try:
        item, _ = await lookup.review_item(request.target)
    except Gone:
        return Reconciled("cannot_tell")
    if is_pending(item):
        return Reconciled("not_done")
    wanted = (1, "approved") if request.action is ActionKind.UNHIDE else (2, "rejected")
    return _end_state(True, request) if item.get("status") in wanted else Reconciled("cannot_tell")


def _end_state(holds: bool, request: ActionRequest) -> Reconciled:
    return Reconciled("done", ActionResult(request.target)) if holds else Reconciled("not_done")
