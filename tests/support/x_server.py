"""A small X: keeps posts, accounts, what is hidden and muted, and answers in the shapes of its API v2. All invented."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from typing import Any

from tests.support.faultserver import Answer, FaultServer, Seen, serving

CLIENT = "client-invented"
ME, FAN, TROLL = "1001", "2002", "3003"
#: The time of the first post of a test, UTC seconds; later ones follow by ten seconds each.
EPOCH = 1_795_000_000
_X_EPOCH_MS = 1_288_834_974_657
SCOPES = "tweet.read users.read tweet.write tweet.moderate.write mute.write offline.access"


def snowflake(seconds: int, serial: int = 0) -> str:
    """An id as X would give it out at that moment."""
    return str(((seconds * 1000 - _X_EPOCH_MS) << 22) + serial)


def at(seconds: int) -> str:
    """An instant as X writes it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def refuse(status: int, problem: str, detail: str = "", **more: Any) -> Answer:
    """A refusal in X's form."""
    kind = f"https://api.x.com/2/problems/{problem}" if problem else "about:blank"
    return Answer(status, {"type": kind, "title": "Refused", "detail": detail, "status": status, **more})


@dataclass
class FakeX:
    """State of the stand-in. Tests change it directly; ``server`` injects faults and shows the requests."""

    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    users: dict[str, dict[str, Any]] = field(default_factory=dict)
    media: dict[str, dict[str, Any]] = field(default_factory=dict)
    mentions: list[str] = field(default_factory=list)  # as they were indexed
    hidden: set[str] = field(default_factory=set)
    muted: set[str] = field(default_factory=set)
    access: str = "access-0"
    refresh: str = "refresh-0"
    renewals: int = 0
    page_size: int = 100
    repeat_pages: bool = False
    refuse_but_write: str = ""  # the status with which a reply is refused although it stands
    lose_reply: bool = False
    remaining: int = 100
    code: dict[str, str] = field(default_factory=dict)
    me_status: int = 200
    now: int = EPOCH
    server: FaultServer = field(init=False)
    _serial: int = 0

    def __post_init__(self) -> None:
        self.user(ME, "brand", name="The Brand")
        self.user(FAN, "fan", followers=1200)
        self.user(TROLL, "troll")

    def user(self, one: str, username: str, name: str = "", followers: int = 5, **more: Any) -> None:
        """An account."""
        self.users[one] = {
            "id": one, "username": username, "name": name or username.title(),
            "created_at": at(EPOCH - 10**7), "public_metrics": {"followers_count": followers}, **more,
        }  # fmt: skip

    def post(
        self,
        text: str,
        author: str = FAN,
        parent: str = "",
        quotes: str = "",
        *,
        listed: bool = True,
        when: int | None = None,
        **more: Any,
    ) -> str:
        """A post; ``listed`` puts what others write among our mentions."""
        self._serial += 1
        when = self.now + self._serial * 10 if when is None else when
        one = snowflake(when, self._serial)
        above = self.posts.get(parent, {})
        refs = [{"type": "replied_to", "id": parent}] if parent else []
        refs += [{"type": "quoted", "id": quotes}] if quotes else []
        self.posts[one] = {
            "id": one, "text": text, "author_id": author, "created_at": at(when), "lang": "en",
            "conversation_id": above.get("conversation_id", parent) or one, "edit_history_tweet_ids": [one],
            "public_metrics": {"like_count": 1, "reply_count": 0, "quote_count": 0, "retweet_count": 0},
            **({"referenced_tweets": refs} if refs else {}),
            **({"in_reply_to_user_id": above["author_id"]} if above else {}), **more,
        }  # fmt: skip
        if above:
            above["public_metrics"]["reply_count"] += 1
        if listed and author != ME:
            self.mentions.append(one)
        return one

    def edit(self, one: str, text: str) -> str:
        """A new version of a post; the old one is still given by its id."""
        self._serial += 1
        when = self.now + self._serial * 10
        new = snowflake(when, self._serial)
        chain = [*self.posts[one]["edit_history_tweet_ids"], new]
        changed = {"id": new, "text": text, "created_at": at(when)}
        self.posts[new] = {**self.posts[one], **changed}
        for version in chain:
            self.posts[version]["edit_history_tweet_ids"] = chain
        self.mentions.append(new)
        return new

    # ------------------------------------------------------------------ answers

    def handle(self, seen: Seen) -> Answer:
        """Answer one request."""
        if seen.path == "/2/oauth2/token":
            return self._token(seen)
        if seen.headers.get("authorization") != f"Bearer {self.access}":
            return refuse(401, "", "Unauthorized")
        answer = self._answer(seen)
        headers = {
            "x-rate-limit-limit": "300",
            "x-rate-limit-remaining": str(self.remaining),
            "x-rate-limit-reset": str(EPOCH + 50_900),
        }
        return Answer(
            answer.status, answer.body, headers, answer.cut, answer.drip, answer.delay, answer.reset
        )

    def _token(self, seen: Seen) -> Answer:
        form = {name: one[0] for name, one in seen.form().items()}
        if form.get("client_id") != CLIENT:
            return Answer(401, {"error": "invalid_client"})
        if form["grant_type"] == "refresh_token" and form["refresh_token"] != self.refresh:
            return Answer(400, {"error": "invalid_request", "error_description": "Value passed was invalid."})
        if form["grant_type"] == "authorization_code" and form["code"] != self.code.get("code"):
            return Answer(400, {"error": "invalid_grant"})
        self.code["verifier"] = form.get("code_verifier", "")
        self.renewals += 1
        self.access, self.refresh = f"access-{self.renewals}", f"refresh-{self.renewals}"
        return Answer(
            body={
                "token_type": "bearer", "expires_in": 7200, "scope": SCOPES,
                "access_token": self.access, "refresh_token": self.refresh,
            }
        )  # fmt: skip

    def _answer(self, seen: Seen) -> Answer:
        parts = seen.path.removeprefix("/2/").split("/")
        match [seen.method, *parts]:
            case ["GET", "users", "me"]:
                return Answer(body={"data": self.users[ME]}) if self.me_status == 200 else refuse(404, "x")
            case ["GET", "users", _, "mentions"]:
                return self._listing(seen, [one for one in self.mentions if one in self.posts])
            case ["GET", "users", _, "tweets"]:
                start = seen.query.get("start_time", [""])[0]
                own = [one for one in self.posts.values() if one["author_id"] == ME]
                own = [one for one in own if one["created_at"] >= start]
                return Answer(body=self._page(own[::-1]))
            case ["GET", "tweets", "search", "recent"]:
                query = seen.query["query"][0].removesuffix(" -is:retweet")
                word = query.strip('"').removeprefix("from:").casefold()
                hits = [
                    one
                    for one, post in self.posts.items()
                    if word in post["text"].casefold() or self.users[post["author_id"]]["username"] == word
                ]
                return self._listing(seen, hits)
            case ["GET", "tweets"]:
                ids = seen.query["ids"][0].split(",")
                page = self._page([self.posts[one] for one in ids if one in self.posts])
                del page["meta"]
                lost = [
                    {"resource_type": "tweet", "resource_id": one, "value": one, "parameter": "ids",
                     "title": "Not Found Error", "type": "https://api.x.com/2/problems/resource-not-found"}
                    for one in ids if one not in self.posts
                ]  # fmt: skip
                return Answer(body={**page, **({"errors": lost} if lost else {})})
            case ["POST", "tweets"]:
                return self._write(seen.json())
            case ["PUT", "tweets", one, "hidden"]:
                return self._hide(one, seen.json()["hidden"])
            case ["DELETE", "tweets", one]:
                if one not in self.posts:
                    return refuse(404, "resource-not-found")
                del self.posts[one]
                return Answer(body={"data": {"deleted": True}})
            case ["POST", "users", _, "muting"]:
                self.muted.add(seen.json()["target_user_id"])
                return Answer(body={"data": {"muting": True}})
            case ["DELETE", "users", _, "muting", one]:
                self.muted.discard(one)
                return Answer(body={"data": {"muting": False}})
        return refuse(404, "resource-not-found")

    def _write(self, body: dict[str, Any]) -> Answer:
        parent = body["reply"]["in_reply_to_tweet_id"]
        if parent not in self.posts:
            return refuse(400, "invalid-request", "the post you answer is gone")
        shown = escape(body["text"], quote=False)
        for post in self.posts.values():
            if post["author_id"] == ME and post["text"] == shown:
                return refuse(403, "", "You are not allowed to create a Tweet with duplicate content.")
        one = self.post(shown, ME, parent, when=EPOCH + 50_000 + self._serial)
        if self.refuse_but_write:
            return refuse(int(self.refuse_but_write), "invalid-request")
        if self.lose_reply:
            return Answer(reset=True)
        return Answer(201, {"data": {"id": one, "text": shown}})

    def _hide(self, one: str, wanted: bool) -> Answer:
        post = self.posts.get(one)
        if post is None:
            return refuse(404, "resource-not-found")
        root = self.posts.get(post["conversation_id"], {})
        if root.get("author_id") != ME:
            return refuse(403, "", "You are not permitted to perform this action.")
        (self.hidden.add if wanted else self.hidden.discard)(one)
        return Answer(body={"data": {"hidden": wanted}})

    def _listing(self, seen: Seen, ids: list[str]) -> Answer:
        """The newest first, after ``since_id``, from the place that a token names."""
        since = int(seen.query.get("since_id", ["0"])[0])
        token = seen.query.get("pagination_token", [""])[0]
        size = min(int(seen.query["max_results"][0]), self.page_size)
        known = sorted((one for one in set(ids) if int(one) > since), key=int, reverse=True)
        if token.startswith("dead"):
            return refuse(400, "invalid-request", "Invalid pagination_token")
        if token and not self.repeat_pages:
            known = [one for one in known if int(one) < int(token.removeprefix("t"))]
        page = known[:size]
        following = f"t{page[-1]}" if len(known) > size or (self.repeat_pages and page) else ""
        return Answer(body=self._page([self.posts[one] for one in page], following))

    def _page(self, posts: list[dict[str, Any]], following: str = "") -> dict[str, Any]:
        users = {one["author_id"]: self.users[one["author_id"]] for one in posts}
        keys = [key for one in posts for key in one.get("attachments", {}).get("media_keys", [])]
        along = {"users": list(users.values()), "media": [self.media[key] for key in keys]}
        meta: dict[str, Any] = {"result_count": len(posts)}
        if posts:
            ids = [one["id"] for one in posts]
            meta.update(newest_id=max(ids, key=int), oldest_id=min(ids, key=int))
            meta.update({"next_token": following} if following else {})
        return {"meta": meta, **({"data": posts, "includes": along} if posts else {})}


@contextmanager
def fake_x() -> Iterator[FakeX]:
    """A running stand-in for the length of a ``with`` block."""
    fake = FakeX()
    with serving(fake.handle) as server:
        fake.server = server
        yield fake
