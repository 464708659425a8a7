"""Side requests: which channel is ours, titles of videos, authors' reach, comments by id. All of them in batches."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_count, as_id, as_map, as_text
from console.connectors.times import utc_seconds
from console.connectors.youtube.comments import Profile, Raw, items_of, thread_from
from console.connectors.youtube.names import channel_link, video_link
from console.domain.comment import IncomingPost
from console.domain.errors import (
    AuthMissingScope,
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    QuotaExhausted,
    RateLimited,
    Transient,
)

if TYPE_CHECKING:
    from console.connectors.youtube.session import Session
    from console.domain.ports import Clock

#: Ids in one request, as the platform allows.
BATCH: Final = 50
_DAY: Final = 86_400
#: Titles and authors kept; a side request that fails is left alone for this long (seconds).
_KEPT: Final = 20_000
_REST: Final = 600
#: Pages of held comments that are looked through for one that is missing elsewhere.
_HELD_PAGES: Final = 2
_TITLE: Final = 100


@dataclass(frozen=True, slots=True)
class Mine:
    """The channel that the sign-in is for; all empty when the account has none."""

    id: str = ""
    title: str = ""
    handle: str = ""


class Lookup:
    """What is known beside the comments themselves, kept for a day."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session, self._clock = session, clock
        self._mine: Mine | None = None
        self._titles: OrderedDict[str, tuple[int, IncomingPost]] = OrderedDict()
        self._profiles: OrderedDict[str, tuple[int, Profile]] = OrderedDict()
        self._resting: dict[str, int] = {}

    async def mine(self) -> Mine:
        """The channel chosen at consent. Raises ConnectorError; Invalid or Gone where this is not answered."""
        if self._mine is None:
            answer = await self._session.read("channels", {"part": "snippet", "mine": "true"})
            self._mine = next((_channel(one) for one in items_of(answer) if as_id(one.get("id"))), Mine())
        return self._mine

    async def by_handle(self, handle: str) -> str:
        """The channel id of ``@name``; empty when there is none."""
        answer = await self._session.read("channels", {"part": "id", "forHandle": handle})
        return next((as_id(one.get("id")) for one in items_of(answer) if as_id(one.get("id"))), "")

    async def titles(self, videos: Iterable[str]) -> dict[str, IncomingPost]:
        """The videos as posts, by id; those without an answer are left out. Costs nothing that matters to lose."""
        now = self._clock.now()
        wanted = [one for one in dict.fromkeys(videos) if one]
        missing = [one for one in wanted if one not in self._titles or self._titles[one][0] < now - _DAY]
        for part, answer in await self._batches("videos", missing, {"part": "snippet"}):
            found = {as_id(one.get("id")): one for one in answer}
            for video in part:
                self._titles[video] = (now, _post(video, found.get(video, {})))
        _shorten(self._titles)
        return {one: self._titles[one][1] for one in wanted if one in self._titles}

    async def profiles(self, channels: Iterable[str]) -> dict[str, Profile]:
        """Reach and age of authors' channels; those without an answer are left out."""
        now = self._clock.now()
        wanted = [one for one in dict.fromkeys(channels) if one]
        missing = [one for one in wanted if one not in self._profiles or self._profiles[one][0] < now - _DAY]
        params = {"part": "snippet,statistics", "maxResults": BATCH}
        for part, answer in await self._batches("channels", missing, params):
            found = {as_id(one.get("id")): one for one in answer}
            for channel in part:
                self._profiles[channel] = (now, _profile(found.get(channel, {})))
        _shorten(self._profiles)
        return {one: self._profiles[one][1] for one in wanted if one in self._profiles}

    def lacking(self) -> tuple[str, ...]:
        """The side requests that are not answered just now."""
        return tuple(sorted(name for name, until in self._resting.items() if until > self._clock.now()))

    async def _batches(
        self, name: str, ids: Sequence[str], params: dict[str, Any]
    ) -> list[tuple[Sequence[str], list[Raw]]]:
        """Answers by batches of ids. A side request that fails costs no comment: it rests, and is left out."""
        done: list[tuple[Sequence[str], list[Raw]]] = []
        if self._resting.get(name, 0) > self._clock.now():
            return done
        for start in range(0, len(ids), BATCH):
            part = ids[start : start + BATCH]
            try:
                answer = await self._session.read(name, {**params, "id": ",".join(part)})
                done.append((part, items_of(answer)))
            except QuotaExhausted:
                break  # what is left is for comments and decisions
            except (Gone, Invalid, ForbiddenByPlatform, RateLimited, Transient) as error:
                self._resting[name] = error.retry_at or self._clock.now() + _REST
                break
        else:
            self._resting.pop(name, None)
        return done

    # ------------------------------------------------------------------ comments by id

    async def comments(self, ids: Sequence[str]) -> tuple[dict[str, Raw], set[str]]:
        """Comments by id, and the ids that the platform says it has not; what it will not say is in neither."""
        found, absent = await self._by_id(ids)
        if absent:
            # Asked for these alone: a server that gives the same whatever it is asked gives itself away.
            more, again = await self._by_id(sorted(absent))
            found |= more
            absent &= again
        return found, absent

    async def _by_id(self, ids: Sequence[str]) -> tuple[dict[str, Raw], set[str]]:
        found: dict[str, Raw] = {}
        absent: set[str] = set()
        waiting = [list(ids[start : start + BATCH]) for start in range(0, len(ids), BATCH)]
        while waiting:
            part = waiting.pop()
            try:
                answer = await self._session.read(
                    "comments", {"part": "snippet", "id": ",".join(part), "textFormat": "plainText"}
                )
            except (Gone, ForbiddenByPlatform, Invalid) as error:
                # One that is gone may spoil the whole batch, so it is halved until it stands alone.
                if not error.params.get("platform_code"):
                    raise Transient("bad_answer", path=error.params.get("path", "")) from None
                if len(part) > 1:
                    middle = len(part) // 2
                    waiting += [part[:middle], part[middle:]]
                elif isinstance(error, Gone):
                    absent.update(part)
                continue
            given = {as_id(one.get("id")): one for one in items_of(answer)}
            found |= {name: one for name, one in given.items() if name in part}
            if given.keys() <= set(part):  # else the server does not look at what it was asked for
                absent |= set(part) - given.keys()
        return found, absent

    async def held(self, channel: str, wanted: set[str]) -> tuple[dict[str, Raw], bool]:
        """Those of ``wanted`` that wait for review; and whether all that wait were seen (else one may be missed)."""
        found: dict[str, Raw] = {}
        complete = True
        for status in ("heldForReview", "likelySpam"):
            token = ""
            for _ in range(_HELD_PAGES):
                if not wanted - found.keys():
                    return found, True
                try:
                    answer = await self._session.read(
                        "commentThreads", thread_params(channel, "", status, token)
                    )
                except (Gone, ForbiddenByPlatform, AuthMissingScope, Invalid):
                    break  # not ours to see: then nothing of it can be in our list either
                for item in items_of(answer):
                    whole = thread_from(item)
                    for raw in whole[1] if whole else []:
                        if as_id(raw.get("id")) in wanted:
                            found[as_id(raw.get("id"))] = raw
                token = as_text(answer.get("nextPageToken"))
                if not token:
                    break
            else:
                complete = False
        return found, complete

    async def absent(self, ids: Sequence[str], channel: str) -> set[str]:
        """Those that are gone for certain: neither given by id nor waiting for review."""
        _, absent = await self.comments(ids)
        if not absent:
            return absent
        waiting, complete = await self.held(channel, absent)
        return absent - waiting.keys() if complete else set()


def thread_params(channel: str, video: str, status: str, token: str) -> dict[str, Any]:
    """What a listing of threads is asked with; of ``video`` alone where one is given."""
    return {
        "part": "snippet,replies",
        **({"videoId": video} if video else {"allThreadsRelatedToChannelId": channel}),
        "moderationStatus": status,
        "order": "time",
        "maxResults": 100,
        "textFormat": "plainText",
        "pageToken": token,
    }


def side_trouble(error: ConnectorError) -> bool:
    """Whether a side request's failure may be passed over: it says nothing of the sign-in, the quota or the network."""
    return isinstance(error, (Gone, Invalid, ForbiddenByPlatform)) or error.code == "bad_answer"


def _channel(item: Raw) -> Mine:
    said = as_map(item.get("snippet"))
    return Mine(as_id(item.get("id")), as_text(said.get("title")), as_text(said.get("customUrl")))


def _post(video: str, item: Raw) -> IncomingPost:
    said = as_map(item.get("snippet"))
    title = " ".join(as_text(said.get("title")).split())
    title = title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + "…"
    return IncomingPost(video, title, video_link(video), utc_seconds(said.get("publishedAt")))


def channel_post(channel: str, title: str) -> IncomingPost:
    """The channel itself as a post, for comments that stand under no video."""
    return IncomingPost(channel, title, channel_link(channel))


def _profile(item: Raw) -> Profile:
    numbers = as_map(item.get("statistics"))
    followers = (
        None if numbers.get("hiddenSubscriberCount") is True else as_count(numbers.get("subscriberCount"))
    )
    return Profile(followers, utc_seconds(as_map(item.get("snippet")).get("publishedAt")))


def _shorten(kept: OrderedDict[str, Any]) -> None:
    while len(kept) > _KEPT:
        kept.popitem(last=False)
