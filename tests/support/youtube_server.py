"""A small stand-in for YouTube's Data API and Google's sign-in: invented values, real paths, parameters and reasons.

It keeps threads, replies and their moderation, and refuses parameters that the API's discovery document (revision
20261104) does not know for a method, so that a misspelt one fails a test.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from tests.support.faultserver import Answer, FaultServer, Seen, serving

ME = "UCbrand0000000000000000a"
FAN = "UCfan000000000000000000b"
TROLL = "UCtroll0000000000000000c"
VIDEO = "vid00000001"
#: The time of the first comment of a test, UTC seconds; later ones follow by a second each.
EPOCH = 1_795_000_000
SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl"
CLIENT = "client-1.apps.example"
CLIENT_SECRET = "not-so-secret"
STATUSES = ("heldForReview", "likelySpam", "published", "rejected")

#: (method, path) -> allowed parameters; required ones end with an exclamation mark. By hand from the discovery document.
ALLOWED = {
    ("GET", "commentThreads"): (
        "part! allThreadsRelatedToChannelId channelId id maxResults moderationStatus order pageToken searchTerms "
        "textFormat videoId"
    ),
    ("GET", "comments"): "part! id maxResults pageToken parentId textFormat",
    ("POST", "comments"): "part!",
    ("DELETE", "comments"): "id!",
    ("POST", "comments/setModerationStatus"): "id! moderationStatus! banAuthor",
    ("GET", "channels"): "part! categoryId forHandle forUsername hl id managedByMe maxResults mine pageToken",
    ("GET", "videos"): "part! chart hl id locale maxHeight maxResults maxWidth myRating pageToken regionCode",
}
#: Parameters with a closed list of values, and the largest ``maxResults`` of each collection.
VALUES = {
    "moderationStatus": {*STATUSES},
    "order": {"time", "relevance"},
    "textFormat": {"html", "plainText"},
    "mine": {"true", "false"},
    "banAuthor": {"true", "false"},
}
MOST = {"commentThreads": 100, "comments": 100, "channels": 50, "videos": 50}


def at(seconds: float) -> str:
    """An instant as the API writes it: with milliseconds only where there are some."""
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + (
        f".{moment.microsecond // 1000:03d}Z" if seconds % 1 else "Z"
    )


def refuse(status: int, reason: str, message: str = "no") -> Answer:
    """A refusal in the API's form."""
    one = {"domain": "youtube.comment", "reason": reason, "message": message}
    return Answer(status, {"error": {"code": status, "message": message, "errors": [one]}})


@dataclass
class FakeYoutube:
    """State of the stand-in. Tests change it directly; ``server`` injects faults and shows the requests."""

    comments: dict[str, dict[str, Any]] = field(default_factory=dict)  # id -> snippet with moderationStatus
    titles: dict[str, str] = field(default_factory=lambda: {VIDEO: "Our new kettle"})
    channels: dict[str, dict[str, Any]] = field(default_factory=dict)
    banned: set[str] = field(default_factory=set)
    page_size: int = 100
    sample: int = 5
    owner: bool = True
    strict: bool = False  # to others than the owner, naming a status at all is refused
    html: bool = False
    repeat_pages: bool = False
    miscount: int = 0  # added to every thread's count of replies
    access: str = "access-1"
    refresh: str = "refresh-1"
    refreshes: int = 0
    challenge: str = ""
    scope: str = SCOPE
    stuck: set[str] = field(
        default_factory=set
    )  # a change of status is refused for these, and for all with them
    quota: int = 10_000
    units: int = 0  # spent of it
    now: int = EPOCH + 40_000
    server: FaultServer = field(init=False)
    _serial: int = 0

    # ------------------------------------------------------------------ making things

    def comment(
        self,
        text: str,
        *,
        author: str = FAN,
        parent: str = "",
        video: str = VIDEO,
        status: str = "published",
        when: float | None = None,
        **more: Any,
    ) -> str:
        """Add a comment, or with ``parent`` a reply; returns its id."""
        self._serial += 1
        name = f"{parent}.r{self._serial:06d}" if parent else f"Ugx{self._serial:08d}"
        when = EPOCH + self._serial if when is None else when
        self.comments[name] = {
            "channelId": ME,
            **({"videoId": video} if video else {}),
            **({"parentId": parent} if parent else {}),
            "textOriginal": text,
            "authorDisplayName": {ME: "@brand", FAN: "@fan"}.get(author, "@someone"),
            "authorChannelId": {"value": author},
            "likeCount": 0,
            "publishedAt": at(when),
            "updatedAt": at(when),
            "moderationStatus": status,
            "_at": when,
            **more,
        }
        return name

    def edit(self, name: str, text: str, when: float) -> None:
        """The author writes something else."""
        self.comments[name] |= {"textOriginal": text, "updatedAt": at(when)}

    def expire(self) -> None:
        """The access token that is out there no longer holds."""
        self.access = f"access-unseen-{self.refreshes}"

    def status(self, name: str) -> str:
        """How a comment stands."""
        return str(self.comments[name]["moderationStatus"])

    # ------------------------------------------------------------------ answering

    def handle(self, seen: Seen) -> Answer:
        """One request."""
        if seen.path == "/token":
            return self._token(seen)
        name = seen.path.removeprefix("/youtube/v3/")
        wrong = self._check(seen, name)
        if wrong is not None:
            return wrong
        if seen.headers.get("authorization") != f"Bearer {self.access}":
            return refuse(401, "authError", "Invalid Credentials")
        cost = 1 if seen.method == "GET" else 50
        if self.units + cost > self.quota:
            return refuse(403, "quotaExceeded")
        self.units += cost
        method = getattr(self, f"_{seen.method.lower()}_{name.replace('/', '_')}")
        query = {key: values[0] for key, values in seen.query.items()}
        answer: Answer = method(query, seen)
        return answer

    @staticmethod
    def _check(seen: Seen, name: str) -> Answer | None:
        known = ALLOWED.get((seen.method, name))
        if known is None:
            return refuse(404, "notFound")
        words = known.split()
        missing = [one for one in words if one.endswith("!") and one[:-1] not in seen.query]
        unknown = set(seen.query) - {one.rstrip("!") for one in words}
        wrong = [
            key
            for key, values in seen.query.items()
            if len(values) > 1 or values[0] not in VALUES.get(key, values)
        ]
        most = int(seen.query.get("maxResults", ["1"])[0])
        if (
            missing
            or unknown
            or wrong
            or not 1 <= most <= MOST.get(name, 0) + ("maxResults" not in seen.query)
        ):
            return refuse(400, "badRequest", f"{missing} {sorted(unknown)} {wrong} {most}")
        return None

    def _token(self, seen: Seen) -> Answer:
        form = {key: values[0] for key, values in seen.form().items()}
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT, CLIENT_SECRET):
            return Answer(401, {"error": "invalid_client"})
        body: dict[str, Any] = {"expires_in": 3599, "scope": self.scope, "token_type": "Bearer"}
        if form["grant_type"] == "refresh_token":
            if form.get("refresh_token") != self.refresh:
                return Answer(400, {"error": "invalid_grant", "error_description": "Token has been revoked."})
        else:
            digest = hashlib.sha256(form["code_verifier"].encode()).digest()
            if (
                base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != self.challenge
                or form["code"] != "code-1"
            ):
                return Answer(400, {"error": "invalid_grant"})
            body |= {"refresh_token": self.refresh, "refresh_token_expires_in": 604_799}
        self.refreshes += 1
        self.access = f"access-{self.refreshes + 1}"
        return Answer(body={**body, "access_token": self.access})

    def consent(self, asked: dict[str, str]) -> str:
        """What the consent page does when a person says yes: the address it sends the browser to."""
        self.challenge = asked["code_challenge"]
        return f"{asked['redirect_uri']}?{urlencode({'code': 'code-1', 'state': asked['state'], 'scope': SCOPE})}"

    def _comment(self, name: str, *, told: bool = True) -> dict[str, Any]:
        raw = self.comments[name]
        text = str(raw["textOriginal"])
        shown = text.replace("&", "&amp;").replace("'", "&#39;").replace("\n", "<br>") if self.html else text
        said = {key: value for key, value in raw.items() if not key.startswith("_")}
        said |= {"textDisplay": shown}
        if self.html:
            del said["textOriginal"]
        if not (told and self.owner):
            del said["moderationStatus"]
        return {"kind": "youtube#comment", "etag": "e", "id": name, "snippet": said}

    def replies(self, thread: str) -> list[str]:
        """The replies of a thread that are not rejected, oldest first."""
        mine = [n for n, c in self.comments.items() if c.get("parentId") == thread]
        return sorted(
            (n for n in mine if self.status(n) != "rejected"), key=lambda n: self.comments[n]["_at"]
        )

    def _thread(self, name: str) -> dict[str, Any]:
        raw = self.comments[name]
        replies = self.replies(name)
        body: dict[str, Any] = {
            "kind": "youtube#commentThread", "etag": "e", "id": name,
            "snippet": {
                "channelId": ME, "canReply": True, "isPublic": True,
                "totalReplyCount": len(replies) + self.miscount,
                "topLevelComment": self._comment(name),
                **({"videoId": raw["videoId"]} if "videoId" in raw else {}),
            },
        }  # fmt: skip
        if replies and self.sample:
            body["replies"] = {"comments": [self._comment(one) for one in replies[-self.sample :]]}
        return body

    def _paged(self, names: list[str], query: dict[str, str], kind: str, make: Any) -> Answer:
        token = query.get("pageToken", "0")
        if not token.isdigit():
            return refuse(400, "invalidPageToken")
        start = int(token)
        end = start + min(int(query.get("maxResults", 20)), self.page_size)
        body = {"kind": kind, "pageInfo": {"totalResults": len(names), "resultsPerPage": self.page_size}}
        if self.repeat_pages:
            return Answer(
                body={**body, "items": [make(n) for n in names[: self.page_size]], "nextPageToken": str(end)}
            )
        more = {"nextPageToken": str(end)} if end < len(names) else {}
        return Answer(body={**body, **more, "items": [make(one) for one in names[start:end]]})

    def _get_commentThreads(self, query: dict[str, str], seen: Seen) -> Answer:
        del seen
        status = query.get("moderationStatus", "published")
        if not self.owner and (status != "published" or (self.strict and "moderationStatus" in query)):
            return refuse(403, "forbidden")
        video = query.get("videoId")
        if video is not None and video not in self.titles:
            return refuse(404, "videoNotFound")
        tops = [
            n for n, c in self.comments.items() if "parentId" not in c and video in (None, c.get("videoId"))
        ]
        wanted = [n for n in tops if status in {self.status(n), *map(self.status, self.replies(n))}]
        if status == "published":
            wanted = [n for n in tops if self.status(n) == "published"]
        wanted.sort(key=lambda n: (self.comments[n]["_at"], n), reverse=True)
        return self._paged(wanted, query, "youtube#commentThreadListResponse", self._thread)

    def _get_comments(self, query: dict[str, str], seen: Seen) -> Answer:
        del seen
        kind = "youtube#commentListResponse"
        if "parentId" in query:
            if query["parentId"] not in self.comments:
                return refuse(404, "commentNotFound")
            return self._paged(self.replies(query["parentId"]), query, kind, self._comment)
        ids = query["id"].split(",")
        assert len(ids) <= 50
        there = [one for one in ids if one in self.comments and self.status(one) != "rejected"]
        return Answer(body={"kind": kind, "items": [self._comment(one, told=False) for one in there]})

    def _post_comments(self, query: dict[str, str], seen: Seen) -> Answer:
        del query
        said = seen.json()["snippet"]
        if said["parentId"] not in self.comments or "." in said["parentId"]:
            return refuse(404, "parentCommentNotFound")
        top = self.comments[said["parentId"]]
        name = self.comment(
            said["textOriginal"],
            author=ME,
            parent=said["parentId"],
            video=top.get("videoId", ""),
            when=self.now,
        )
        return Answer(body=self._comment(name, told=False))

    def _delete_comments(self, query: dict[str, str], seen: Seen) -> Answer:
        del seen
        one = self.comments.get(query["id"])
        if one is None:
            return refuse(404, "commentNotFound")
        if one["authorChannelId"]["value"] != ME:
            return refuse(403, "forbidden")
        del self.comments[query["id"]]
        return Answer(204)

    def _post_comments_setModerationStatus(self, query: dict[str, str], seen: Seen) -> Answer:
        del seen
        ids, status = query["id"].split(","), query["moderationStatus"]
        assert len(set(ids)) == len(ids) <= 50
        if status == "likelySpam":
            return refuse(400, "operationNotSupported")
        if query.get("banAuthor") == "true" and status != "rejected":
            return refuse(400, "banWithoutReject")
        if not self.owner or any(one not in self.comments for one in ids):
            return refuse(403, "forbidden")
        if self.stuck.intersection(ids):
            return refuse(400, "processingFailure")
        for one in ids:
            if self.status(one) == "rejected" and status != "rejected":
                return refuse(400, "processingFailure")
            self.comments[one]["moderationStatus"] = status
            if query.get("banAuthor") == "true":
                self.banned.add(self.comments[one]["authorChannelId"]["value"])
        return Answer(204)

    def _get_channels(self, query: dict[str, str], seen: Seen) -> Answer:
        del seen
        if query.get("mine") == "true":
            ids = [ME]
        elif "forHandle" in query:
            ids = {"@brand": [ME], "@second": ["UCsecond"]}.get(query["forHandle"], [])
        else:
            ids = query["id"].split(",")
        assert len(ids) <= 50
        items = []
        for one in ids:
            snippet = {"title": "Brand" if one == ME else "Somebody", "customUrl": "@brand" if one == ME else "@x",
                       "publishedAt": at(EPOCH - 86_400)}  # fmt: skip
            numbers = {
                "subscriberCount": "1234",
                "hiddenSubscriberCount": False,
                **self.channels.get(one, {}),
            }
            items.append({"kind": "youtube#channel", "id": one, "snippet": snippet, "statistics": numbers})
        return Answer(body={"kind": "youtube#channelListResponse", "items": items})

    def _get_videos(self, query: dict[str, str], seen: Seen) -> Answer:
        del seen
        ids = query["id"].split(",")
        assert len(ids) <= 50
        items = [
            {
                "kind": "youtube#video",
                "id": one,
                "snippet": {"title": self.titles[one], "publishedAt": at(EPOCH - 50)},
            }
            for one in ids
            if one in self.titles
        ]
        return Answer(body={"kind": "youtube#videoListResponse", "items": items})


@contextmanager
def fake_youtube() -> Iterator[FakeYoutube]:
    """A running stand-in."""
    fake = FakeYoutube()
    with serving(fake.handle) as server:
        fake.server = server
        yield fake
