"""Reading back whether an action took effect, after a crash or a lost answer. Nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.bluesky import records
from console.connectors.bluesky.actions import Actions, hidden_list
from console.connectors.bluesky.names import BLOCK, LIKE, THREADGATE, AtUri, parse_uri, permalink
from console.connectors.deleting import deleted_id
from console.domain.decision import ActionRequest, ActionResult, Reconciled
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from console.connectors.bluesky.lookup import Lookup


async def reconcile(actions: Actions, lookup: Lookup, request: ActionRequest) -> Reconciled:
    """done, not_done or cannot_tell. Raises ConnectorError when the network cannot be asked."""
    if request.action in records.COLLECTION:
        # The record's address follows from the request: if it stands there, the request took effect.
        record = await lookup.record(records.own_uri(await lookup.our_did(), request))
        if record is not None:
            link = permalink(record.uri, lookup.web) or None
            return Reconciled("done", ActionResult(record.uri, link, details={"cid": record.cid}))
    author = request.author_remote_id
    match request.action:
        case ActionKind.REPLY | ActionKind.WARN:
            return Reconciled("not_done")
        case ActionKind.BLOCK:
            return _end_state(bool(await actions.standing(BLOCK, author, "blocking")))
        case ActionKind.UNBLOCK:
            return _end_state(not await actions.standing(BLOCK, author, "blocking"))
        case ActionKind.LIKE:
            return _end_state(bool(await actions.standing(LIKE, request.target, "like")))
        case ActionKind.UNLIKE:
            return _end_state(not await actions.standing(LIKE, request.target, "like"))
        case ActionKind.MUTE | ActionKind.UNMUTE:
            return _end_state(await actions.muted(author) is (request.action is ActionKind.MUTE))
        case ActionKind.HIDE | ActionKind.UNHIDE:
            root = await actions.own_root(request)
            gate = await lookup.record(AtUri(root.did, THREADGATE, root.rkey))
            return _end_state((request.target in hidden_list(gate)) is (request.action is ActionKind.HIDE))
        case ActionKind.DELETE:
            uri = parse_uri(deleted_id(request))
            return Reconciled("cannot_tell") if uri is None else _end_state(await lookup.record(uri) is None)
        case _:
            # Reports leave no trace that the reporter could read; sending one twice is a person's choice.
            return Reconciled("cannot_tell")


def _end_state(holds: bool) -> Reconciled:
    return Reconciled("done", ActionResult()) if holds else Reconciled("not_done")
