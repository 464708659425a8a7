"""Carrying actions out. Every write has a key or an end state of its own, so that a repeat changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_list, as_map, as_text
from console.connectors.bluesky import records
from console.connectors.bluesky.errors import SWAP
from console.connectors.bluesky.facets import clean_text, mentioned_handles
from console.connectors.bluesky.lookup import Lookup, Record
from console.connectors.bluesky.names import (
    BLOCK,
    LIKE,
    POST,
    THREADGATE,
    AtUri,
    is_did,
    parse_uri,
    permalink,
)
from console.connectors.bluesky.posts import View, root_of, strong_ref
from console.connectors.bluesky.spec import MAX_BYTES, MAX_GRAPHEMES, MAX_HIDDEN, SPEC
from console.connectors.deleting import deleted_id
from console.domain.decision import ActionRequest, ActionResult
from console.domain.errors import ForbiddenByPlatform, Gone, Invalid, Transient, Unsupported
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from console.connectors.bluesky.session import Session

#: How often a threadgate is read again when somebody else changed it in between.
_SWAPS: Final = 6


class Actions:
    """The actions of one account."""

    def __init__(self, session: Session, lookup: Lookup, *, labeler: str = "") -> None:
        self._session = session
        self._lookup = lookup
        self._labeler = labeler
        self._by_kind: dict[ActionKind, Callable[[ActionRequest], Awaitable[ActionResult]]] = {
            ActionKind.REPLY: self._reply,
            ActionKind.WARN: self._reply,
            ActionKind.HIDE: self._hide,
            ActionKind.UNHIDE: self._hide,
            ActionKind.DELETE: self._delete,
            ActionKind.REPORT: self._report,
            ActionKind.BLOCK: self._block,
            ActionKind.UNBLOCK: self._unblock,
            ActionKind.MUTE: self._mute,
            ActionKind.UNMUTE: self._mute,
            ActionKind.LIKE: self._like,
            ActionKind.UNLIKE: self._unlike,
        }

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry ``request`` out. Raises ConnectorError; Gone when the comment was deleted meanwhile."""
        action = self._by_kind.get(request.action)
        if action is None:
            raise Unsupported(action=str(request.action))
        return await action(request)

    # ------------------------------------------------------------------ reply, warn, delete

    async def _reply(self, request: ActionRequest) -> ActionResult:
        text = clean_text(request.text)
        check_text(text)
        own = records.own_uri(await self._lookup.our_did(), request)
        view = await self._target_or_done(request, own)
        if isinstance(view, ActionResult):
            return view
        parent = {"uri": request.target, "cid": str(view["cid"])}
        record = records.reply_record(request, text, root_of(view), parent, await self._resolve(text))
        try:
            answer = await self._put(own, record, swap=None)
        except Invalid as error:
            if error.code != SWAP:
                raise
            # Something stands at our key: either this very reply (mentions resolved otherwise), or a stranger.
            there = await self._lookup.record(own)
            if there is None or not records.same_reply(there.value, record):
                raise Invalid("bluesky_key_taken") from None
            return self._written(there, already=True)
        return self._written(
            Record(str(own), as_text(answer.get("cid")), record), already="commit" not in answer
        )

    async def _target_or_done(self, request: ActionRequest, own: AtUri) -> View | ActionResult:
        """The comment to act on, or the result when our own record for this request stands already."""
        there = await self._lookup.record(own)
        if there is not None and (
            own.collection != POST or there.value.get("text") == clean_text(request.text)
        ):
            return self._written(there, already=True)
        return await self._target(request)

    async def _target(self, request: ActionRequest) -> View:
        """The comment as it is now. Raises Gone, or ForbiddenByPlatform when a block hides it from us."""
        if parse_uri(request.target) is None:
            raise Invalid("bad_target")
        view = (await self._lookup.posts([request.target])).get(request.target)
        if view is not None:
            return view
        if await self._lookup.gone([request.target]):
            raise Gone()
        raise ForbiddenByPlatform("bluesky_blocked")

    async def _resolve(self, text: str) -> dict[str, str]:
        """The DIDs of the handles mentioned in ``text``; one that resolves to nobody stays plain text."""
        dids: dict[str, str] = {}
        for handle in mentioned_handles(text):
            try:
                answer = await self._session.query("com.atproto.identity.resolveHandle", {"handle": handle})
            except (Invalid, Gone, ForbiddenByPlatform):
                continue
            if did := as_text(answer.get("did")):
                dids[handle] = did
        return dids

    async def _delete(self, request: ActionRequest) -> ActionResult:
        uri = parse_uri(deleted_id(request))
        if uri is None:
            raise Invalid("bad_target")
        await self._must_be_ours(uri)
        return await self._remove([uri])

    # ------------------------------------------------------------------ hide, unhide

    async def _hide(self, request: ActionRequest) -> ActionResult:
        root = await self.own_root(request)
        hide = request.action is ActionKind.HIDE
        if hide and await self._lookup.gone([request.target]):
            raise Gone()
        gate_uri = AtUri(root.did, THREADGATE, root.rkey)
        for _ in range(_SWAPS):
            gate = await self._lookup.record(gate_uri)
            hidden = hidden_list(gate)
            if (request.target in hidden) is hide:
                return ActionResult(already=True, details={"threadgate": str(gate_uri)})
            if hide:
                wanted = [*await self._with_room(hidden), request.target]
            else:
                wanted = [uri for uri in hidden if uri != request.target]
            record = records.gate_record(request, str(root), gate.value if gate else None, wanted)
            try:
                answer = await self._put(gate_uri, record, swap=gate.cid if gate else None)
            except Invalid as error:
                if error.code != SWAP:
                    raise
                continue  # somebody else changed the gate between our read and our write: read it again
            return ActionResult(details={"threadgate": str(gate_uri), "cid": as_text(answer.get("cid"))})
        raise Transient("bluesky_swap", tries=_SWAPS)

    async def own_root(self, request: ActionRequest) -> AtUri:
        """The root of the comment's thread, which must be ours. Raises Unsupported, Gone."""
        ref = strong_ref(as_map(request.facts).get("root")) or root_of(await self._target(request))
        root = parse_uri(ref["uri"])
        if root is None or root.collection != POST or root.did != await self._lookup.our_did():
            raise Unsupported("bluesky_hide_own_threads")
        return root

    async def _with_room(self, hidden: list[str]) -> list[str]:
        """``hidden`` with room for one more: at the limit, entries of deleted replies make way."""
        if len(hidden) < MAX_HIDDEN:
            return hidden
        present = await self._lookup.posts(hidden)
        deleted = await self._lookup.gone([uri for uri in hidden if uri not in present])
        kept = [uri for uri in hidden if uri not in deleted]
        if len(kept) >= MAX_HIDDEN:
            raise Invalid("bluesky_hidden_limit", limit=MAX_HIDDEN)
        return kept

    # ------------------------------------------------------------------ report

    async def _report(self, request: ActionRequest) -> ActionResult:
        view = await self._target(request)
        headers = {"atproto-proxy": f"{self._labeler}#atproto_labeler"} if self._labeler else None
        body = records.report_body(request, str(view["cid"]))
        answer = await self._session.procedure("com.atproto.moderation.createReport", body, headers=headers)
        number = answer.get("id")
        return ActionResult(
            remote_id=str(number) if isinstance(number, int) else None,
            details={"reason_type": body["reasonType"].partition("#")[2], "labeler": self._labeler},
        )

    # ------------------------------------------------------------------ block, mute

    async def _block(self, request: ActionRequest) -> ActionResult:
        did = self._author(request)
        own = records.own_uri(await self._lookup.our_did(), request)
        there = await self._lookup.record(own)
        if there is not None:
            return self._written(there, already=True)
        if standing := await self.standing(BLOCK, did, "blocking"):
            return ActionResult(remote_id=str(standing[0]), already=True)
        answer = await self._put(own, records.block_record(request), swap=None)
        return self._written(Record(str(own), as_text(answer.get("cid")), {}), already=False)

    async def _unblock(self, request: ActionRequest) -> ActionResult:
        did = self._author(request)
        found = await self.standing(BLOCK, did, "blocking", self._undone(request, BLOCK))
        if not found:
            viewer = as_map(as_map(await self._lookup.profile(did)).get("viewer"))
            if viewer.get("blockingByList"):
                raise Unsupported("bluesky_blocked_by_list")
        return await self._remove(found)

    async def _mute(self, request: ActionRequest) -> ActionResult:
        did = self._author(request)
        muted = request.action is ActionKind.MUTE
        # The view lags behind, and sending it twice changes nothing: what it says is only told, not relied upon. It was
        # sent whatever it said, so an undo takes it back whatever it said.
        already = await self.muted(did) is muted
        nsid = "app.bsky.graph.muteActor" if muted else "app.bsky.graph.unmuteActor"
        await self._session.procedure(nsid, {"actor": did})
        return ActionResult(already=already, details={"sent": True})

    async def muted(self, did: str) -> bool:
        """Whether we mute this account (by ourselves, not by a list)."""
        viewer = as_map(as_map(await self._lookup.profile(did)).get("viewer"))
        return viewer.get("muted") is True and not viewer.get("mutedByList")

    @staticmethod
    def _author(request: ActionRequest) -> str:
        if not is_did(request.author_remote_id):
            raise Invalid("bad_target")
        return request.author_remote_id

    # ------------------------------------------------------------------ like

    async def _like(self, request: ActionRequest) -> ActionResult:
        own = records.own_uri(await self._lookup.our_did(), request)
        view = await self._target_or_done(request, own)
        if isinstance(view, ActionResult):
            return view
        liked = parse_uri(as_map(view.get("viewer")).get("like"))
        if liked is not None and await self._lookup.record(liked) is not None:
            return ActionResult(remote_id=str(liked), already=True)
        subject = {"uri": request.target, "cid": str(view["cid"])}
        answer = await self._put(own, records.like_record(request, subject), swap=None)
        return self._written(Record(str(own), as_text(answer.get("cid")), {}), already=False)

    async def _unlike(self, request: ActionRequest) -> ActionResult:
        return await self._remove(
            await self.standing(LIKE, request.target, "like", self._undone(request, LIKE))
        )

    # ------------------------------------------------------------------ records

    async def standing(
        self, collection: str, subject: str, viewer: str, undone: AtUri | None = None
    ) -> list[AtUri]:
        """Our own block or like records that stand for ``subject`` (a DID or a post's uri).

        The index may lag behind, both ways: what it names is checked in the repository, and where it names nothing
        the newest records of the repository are looked through.
        """
        if collection == BLOCK:
            view: View = await self._lookup.profile(subject) or {}
        else:
            view = (await self._lookup.posts([subject])).get(subject, {})
        named = parse_uri(as_map(view.get("viewer")).get(viewer))
        ours = await self._lookup.our_did()
        candidates = dict.fromkeys(uri for uri in (undone, named) if uri is not None and uri.did == ours)
        found = [uri for uri in candidates if await self._lookup.record(uri) is not None]
        if found:
            return found
        params = {"repo": ours, "collection": collection, "limit": 100}
        for record in as_list(await self._session.query("com.atproto.repo.listRecords", params), "records"):
            held = as_map(record.get("value")).get("subject")
            uri = parse_uri(record.get("uri"))
            if uri is not None and subject in (held, as_map(held).get("uri")):
                found.append(uri)
        return found

    @staticmethod
    def _undone(request: ActionRequest, collection: str) -> AtUri | None:
        uri = parse_uri(as_map(request.undo_of).get("remote_id"))
        return uri if uri is not None and uri.collection == collection else None

    async def _must_be_ours(self, uri: AtUri) -> None:
        if uri.did != await self._lookup.our_did():
            raise Unsupported("bluesky_delete_own_only")

    async def _put(self, uri: AtUri, record: dict[str, Any], *, swap: str | None) -> dict[str, Any]:
        """Write a record where ``swap`` (a cid, or None for "nothing") stands now, or nothing at all."""
        body = {
            "repo": uri.did,
            "collection": uri.collection,
            "rkey": uri.rkey,
            "record": record,
            "swapRecord": swap,
        }
        return await self._session.procedure("com.atproto.repo.putRecord", body)

    async def _remove(self, uris: list[AtUri]) -> ActionResult:
        """Delete records of ours; already done when none of them was there."""
        removed = 0
        for uri in uris:
            body = {"repo": uri.did, "collection": uri.collection, "rkey": uri.rkey}
            answer = await self._session.procedure("com.atproto.repo.deleteRecord", body)
            removed += "commit" in answer
        return ActionResult(already=removed == 0, details={"removed": [str(uri) for uri in uris]})

    def _written(self, record: Record, *, already: bool) -> ActionResult:
        link = permalink(record.uri, self._lookup.web) or None
        return ActionResult(record.uri, link, already=already, details={"cid": record.cid})


def hidden_list(gate: Record | None) -> list[str]:
    """The hidden replies of a threadgate in their order, each once."""
    found = gate.value.get("hiddenReplies") if gate else None
    return list(dict.fromkeys(u for u in found if isinstance(u, str))) if isinstance(found, list) else []


def check_text(text: str) -> None:
    """Raises Invalid (empty_text, too_long) for what the network would refuse."""
    if not text.strip():
        raise Invalid("empty_text")
    measure = SPEC.measure(text)
    if not measure.fits:
        raise Invalid("too_long", used=measure.used, limit=MAX_GRAPHEMES, unit=measure.unit)
    size = len(text.encode())
    if size > MAX_BYTES:
        raise Invalid("too_long", used=size, limit=MAX_BYTES, unit="bytes")
