"""Reading what is there: posts, profiles and records in batches, with short memories for what hardly changes."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from console.connectors.answers import as_list, as_map, as_text
from console.connectors.bluesky.names import POST, THREADGATE, AtUri, epoch_ms, parse_uri
from console.connectors.bluesky.posts import View, post_of, valid_view
from console.connectors.together import together
from console.domain.errors import ForbiddenByPlatform, Gone, Invalid, Transient

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from console.connectors.bluesky.session import Session
    from console.domain.comment import IncomingPost
    from console.domain.ports import Clock

T = TypeVar("T")

#: Items per call of getPosts and getProfiles (lexicon).
BATCH: Final = 25
#: How long an author's followers and account age are believed, in seconds.
PROFILE_AGE: Final = 6 * 3600
_PROFILES: Final = 5000
_ROOTS: Final = 2000
_OWN_AGE: Final = 3600  # seconds
_OWN_PAGES: Final = 10


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a repository: its address, the cid to swap against, and what it holds."""

    uri: str
    cid: str
    value: View


class Lookup:
    """Reads of one account. Nothing here writes to the network."""

    def __init__(self, session: Session, clock: Clock, web: str) -> None:
        self._session = session
        self._clock = clock
        self.web = web
        self._profiles: OrderedDict[str, tuple[int, View | None]] = OrderedDict()
        self._roots: OrderedDict[str, IncomingPost] = OrderedDict()
        self._own: dict[str, IncomingPost | None] = {}  # newest first; None marks a reply of ours
        self._own_at = 0

    async def our_did(self) -> str:
        """The DID of the account itself."""
        return (await self._session.tokens()).did

    async def posts(self, uris: Iterable[str]) -> dict[str, View]:
        """The views of posts by uri. Absent are deleted ones, and those of accounts with a block between us."""
        wanted = list(dict.fromkeys(uris))

        async def batch(part: Sequence[str]) -> list[View]:
            answer = await self._session.query("app.bsky.feed.getPosts", [("uris", uri) for uri in part])
            found = as_list(answer, "posts")
            good = [view for view in found if valid_view(view)]
            if found and not good:
                raise Transient(
                    "bad_answer", missing="posts"
                )  # a format we cannot read must not look like silence
            return good

        views = await together([batch(part) for part in _batches(wanted)])
        return {str(view["uri"]): view for part in views for view in part}

    async def profiles(self, dids: Iterable[str]) -> dict[str, View]:
        """Detailed profiles by DID, at most ``PROFILE_AGE`` old; unknown accounts are absent."""
        now = self._clock.now()
        wanted = list(dict.fromkeys(dids))
        missing = [d for d in wanted if d not in self._profiles or now - self._profiles[d][0] > PROFILE_AGE]

        async def batch(part: Sequence[str]) -> list[View]:
            answer = await self._session.query(
                "app.bsky.actor.getProfiles", [("actors", did) for did in part]
            )
            return list(as_list(answer, "profiles"))

        for part in await together([batch(part) for part in _batches(missing)]):
            for profile in part:
                if did := as_text(profile.get("did")):
                    _remember(self._profiles, did, (now, profile), _PROFILES)
        for did in missing:
            # An account that is gone is not asked for again with each comment of a thread.
            if did not in self._profiles or now - self._profiles[did][0] > PROFILE_AGE:
                _remember(self._profiles, did, (now, None), _PROFILES + BATCH)
        found = ((did, self._profiles[did][1]) for did in wanted if did in self._profiles)
        return {did: profile for did, profile in found if profile is not None}

    async def profile(self, did: str) -> View | None:
        """One profile as it is at this moment, with what ``viewer`` says about us and them."""
        answer = await self._session.query("app.bsky.actor.getProfiles", [("actors", did)])
        return next((p for p in as_list(answer, "profiles") if p.get("did") == did), None)

    async def record(self, uri: AtUri) -> Record | None:
        """The record at ``uri`` in its repository (present, whoever blocks whom), or None when there is none."""
        params = {"repo": uri.did, "collection": uri.collection, "rkey": uri.rkey}
        try:
            answer = await self._session.query("com.atproto.repo.getRecord", params)
        except Gone:
            return None
        return Record(str(uri), as_text(answer.get("cid")), as_map(answer.get("value")))

    async def gone(self, uris: Sequence[str]) -> set[str]:
        """Which of these posts are really deleted: views hide blocked accounts, so the repository is asked."""
        parts = [part for part in map(parse_uri, dict.fromkeys(uris)) if part is not None]
        answers = await together([self._is_gone(part) for part in parts])
        return {str(part) for part, gone in zip(parts, answers, strict=True) if gone}

    async def _is_gone(self, uri: AtUri) -> bool:
        try:
            return await self.record(uri) is None
        except ForbiddenByPlatform:
            return True  # the whole account is taken down or switched off
        except Invalid:
            return False  # a server that cannot tell must not make a comment vanish

    async def own_roots(self, *, since_ms: int, limit: int) -> dict[str, IncomingPost]:
        """Our own posts that start threads, newest first, not older than ``since_ms`` (UTC ms), at most ``limit``.

        Read from the repository, so a post that the index has not seen yet is there too. Once read, only what is new
        is asked for; everything again each hour, because posts get deleted. Looks at 1,000 posts at most: an account
        may answer far more than it posts.
        """
        now = self._clock.now()
        if now - self._own_at > _OWN_AGE:
            self._own, self._own_at = {}, now
        new: dict[str, IncomingPost | None] = {}
        cursor = ""
        for _ in range(_OWN_PAGES):
            params: dict[str, Any] = {"repo": await self.our_did(), "collection": POST, "limit": 100}
            if cursor:
                params["cursor"] = cursor
            answer = await self._session.query("com.atproto.repo.listRecords", params)
            records = as_list(answer, "records")
            page = {as_text(r.get("uri")): as_map(r.get("value")) for r in records}
            for uri, value in page.items():
                if parse_uri(uri) and uri not in self._own:
                    new[uri] = None if "reply" in value else post_of(uri, value, None, self.web)
            following = as_text(answer.get("cursor"))
            oldest = min((epoch_ms(v.get("createdAt")) or 0 for v in page.values()), default=0)
            if page.keys() & self._own.keys() or oldest < since_ms or not following or following == cursor:
                break
            cursor = following
        self._own = {**new, **self._own}
        recent = (
            (u, p) for u, p in self._own.items() if p is not None and (p.posted_at or 0) * 1000 >= since_ms
        )
        return dict(islice(recent, limit))

    async def root_posts(self, uris: Iterable[str]) -> dict[str, IncomingPost]:
        """The posts under which comments stand, by uri; a deleted or blocked one is there with its address alone."""
        wanted = list(dict.fromkeys(uris))
        missing = [uri for uri in wanted if uri not in self._roots]
        for uri, view in (await self.posts(missing)).items():
            self.learn_root(view, uri)
        return {uri: self._roots.get(uri) or post_of(uri, {}, None, self.web) for uri in wanted}

    def learn_root(self, view: View, uri: str) -> IncomingPost:
        """Remember a root from a view that was read anyway."""
        post = post_of(uri, as_map(view.get("record")), epoch_ms(view.get("indexedAt")), self.web)
        _remember(self._roots, uri, post, _ROOTS)
        return post

    async def gate(self, root_uri: str) -> Record | None:
        """The threadgate of one of our own threads, or None when it has none."""
        parts = parse_uri(root_uri)
        if parts is None:
            return None
        return await self.record(AtUri(parts.did, THREADGATE, parts.rkey))

    async def hidden_in(self, root_uris: Iterable[str]) -> dict[str, frozenset[str]]:
        """What is hidden in each of these threads of ours, from our own repository."""
        wanted = list(dict.fromkeys(root_uris))
        gates = await together([self.gate(uri) for uri in wanted])
        return {
            uri: hidden_replies(gate.value if gate else {}) for uri, gate in zip(wanted, gates, strict=True)
        }


def hidden_replies(gate: View) -> frozenset[str]:
    """The hidden replies in a threadgate record."""
    found = gate.get("hiddenReplies")
    return frozenset(uri for uri in found if isinstance(uri, str)) if isinstance(found, list) else frozenset()


def _batches(items: Sequence[str]) -> list[Sequence[str]]:
    return [items[start : start + BATCH] for start in range(0, len(items), BATCH)]


def _remember(memory: OrderedDict[str, T], key: str, value: T, limit: int) -> None:
    memory[key] = value
    memory.move_to_end(key)
    while len(memory) > limit:
        memory.popitem(last=False)
