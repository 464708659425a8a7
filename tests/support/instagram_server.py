"""A small stand-in for Instagram's Graph API in both flavours: media, comments with replies, tags. Values are invented."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.support.faultserver import Answer, Seen, serving
from tests.support.graph_server import EPOCH, GONE, GraphServer, at, fields_of, form, refuse

ME = "178414000001"
NAME = "bakery"
TOKEN = "IG-TOKEN"
PAGE_TOKEN = "PAGE-TOKEN"
USER_TOKEN = "USER-TOKEN"
SCOPES = ["instagram_basic", "instagram_manage_comments", "pages_read_engagement", "pages_show_list"]


@dataclass
class FakeInstagram(GraphServer):
    """One account. ``facebook`` says which flavour it speaks."""

    host: str = "graph.instagram.com"
    tokens: set[str] = field(default_factory=lambda: {TOKEN, PAGE_TOKEN, USER_TOKEN})
    facebook: bool = False
    media: dict[str, dict[str, Any]] = field(default_factory=dict)
    comments: dict[str, dict[str, Any]] = field(default_factory=dict)  # id -> view with "media"
    tags: list[dict[str, Any]] = field(default_factory=list)
    liked: set[str] = field(default_factory=set)
    scopes: list[str] = field(default_factory=lambda: list(SCOPES))
    expand: int = 3  # replies that come inside a comment
    development_mode: bool = False
    create_then_fail: Answer | None = None
    refreshed: int = 0
    followers: dict[str, int] = field(default_factory=dict)  # of professional accounts, by name

    def post(self, caption: str = "Fresh bread", **more: Any) -> str:
        """One of our media. Returns its id."""
        one = f"1790000{self.number()}"
        self.media[one] = {
            "id": one,
            "caption": caption,
            "timestamp": at(EPOCH + self.serial),
            "permalink": f"https://www.instagram.com/p/M{self.serial}/",
            "media_type": "IMAGE",
            **more,
        }
        return one

    def comment(
        self, media: str, text: str, *, parent: str | None = None, author: str = "jane", **more: Any
    ) -> str:
        """A comment, or with ``parent`` a reply. Returns its id."""
        one = f"1787000{self.number()}"
        identity = ME if author == NAME else f"17{sum(author.encode())}"
        self.comments[one] = {
            "id": one,
            "text": text,
            "timestamp": at(EPOCH + self.serial),
            "username": author,
            "from": {"id": identity, "username": author},
            "hidden": False,
            "like_count": 1,
            "media": media,
            **({"parent_id": parent} if parent else {}),
            **more,
        }
        return one

    def tag(self, caption: str, author: str = "ann") -> str:
        """A post of somebody else that tags us. Returns its id."""
        one = f"1799000{self.number()}"
        self.tags.insert(
            0,
            {
                "id": one,
                "caption": caption,
                "timestamp": at(EPOCH + self.serial),
                "username": author,
                "permalink": f"https://www.instagram.com/p/T{self.serial}/",
                "media_type": "VIDEO",
            },
        )
        return one

    def unversioned(self, seen: Seen) -> Answer:
        if seen.path != "/refresh_access_token":
            return super().unversioned(seen)
        assert seen.query == {"grant_type": ["ig_refresh_token"]}
        self.refreshed += 1
        fresh = f"{TOKEN}-{self.refreshed}"
        self.tokens.add(fresh)
        granted = "instagram_business_basic,instagram_business_manage_comments"
        body = {
            "access_token": fresh,
            "token_type": "bearer",
            "expires_in": 5_184_000,
            "permissions": granted,
        }
        return Answer(body=body)

    def answer(self, seen: Seen, parts: list[str]) -> Answer:
        if parts == ["debug_token"] and self.facebook:
            return Answer(body={"data": {"scopes": self.scopes, "expires_at": 0, "is_valid": True}})
        if parts == ["me"]:
            return self._me(seen)
        if parts == ["me", "accounts"] and self.facebook:
            linked = {"id": ME, "username": NAME}
            pages: list[dict[str, Any]] = [
                {"id": "1", "name": "No account", "access_token": "X"},
                {"id": "2", "name": "Cafe", "access_token": "Y", "instagram_business_account": {"id": "9"}},
                {"id": "3", "name": "B", "access_token": PAGE_TOKEN, "instagram_business_account": linked},
            ]
            return self.paged(seen, pages)
        if parts == [ME] and "business_discovery" in fields_of(seen):
            return self._discovered(seen)
        if not parts:
            return refuse(100, message="ids are not known here")
        if len(parts) == 2 and parts[0] == ME:
            return self._own(seen, parts[1])
        if len(parts) == 2:
            return self._edge(seen, parts[0], parts[1])
        return self._single(seen, parts[0])

    def _discovered(self, seen: Seen) -> Answer:
        if not self.facebook:
            return refuse(100, message="Tried accessing nonexisting field (business_discovery)")
        if "instagram_manage_insights" not in self.scopes:
            return refuse(10, status=403, message="Application does not have permission for this action")
        asked = seen.query["fields"][0]
        name = asked.removeprefix("business_discovery.username(").partition(")")[0]
        assert asked == f"business_discovery.username({name}){{followers_count,username}}"
        if name not in self.followers:
            return refuse(110, 2207013, message="Invalid user id")
        found = {"followers_count": self.followers[name], "username": name, "id": "178414000777"}
        return Answer(body={"business_discovery": found, "id": ME})

    def _me(self, seen: Seen) -> Answer:
        if not self.facebook:
            assert "user_id" in fields_of(seen)
            return Answer(body={"user_id": ME, "id": "77", "username": NAME, "name": "The Bakery"})
        if seen.headers["authorization"] == f"Bearer {USER_TOKEN}":
            return refuse(100, message="Tried accessing nonexisting field (instagram_business_account)")
        linked = {"id": ME, "username": NAME}
        return Answer(body={"id": "3", "name": "B", "instagram_business_account": linked})

    def _own(self, seen: Seen, edge: str) -> Answer:
        if edge == "media":
            rows = []
            for one in reversed(self.media.values()):
                count = sum(c["media"] == one["id"] for c in self.comments.values())
                rows.append({**one, "comments_count": count})
            return self.paged(seen, rows)
        if edge == "tags":
            return self.paged(seen, self.tags)
        if edge == "likes" and self.facebook:
            liked = form(seen)["comment_id"] if seen.method == "POST" else seen.query["comment_id"][0]
            (self.liked.add if seen.method == "POST" else self.liked.discard)(liked)
            return Answer(body={"success": True})
        return refuse(100, message="nonexisting field")

    def _below(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return sorted(rows, key=lambda c: (c["timestamp"], c["id"]), reverse=True)

    def _edge(self, seen: Seen, target: str, edge: str) -> Answer:
        if edge == "comments" and target in self.media:
            assert int(seen.query["limit"][0]) <= 50
            if self.development_mode:
                return Answer(body={"data": []})
            rows = [c for c in self.comments.values() if c["media"] == target and "parent_id" not in c]
            return self.paged(seen, [self._with_replies(c) for c in self._below(rows)])
        if edge == "replies" and target in self.comments:
            if seen.method == "POST":
                return self._reply(seen, target)
            rows = [c for c in self.comments.values() if c.get("parent_id") == target]
            return self.paged(seen, [self._shown(c) for c in self._below(rows)])
        return GONE

    def _reply(self, seen: Seen, target: str) -> Answer:
        assert not seen.query, "a reply must not ask for fields"
        above = self.comments[target]
        if above["hidden"]:
            return refuse(100, message="Cannot reply to a hidden comment")
        top = above.get("parent_id", target)
        one = self.comment(above["media"], form(seen)["message"], parent=top, author=NAME)
        self.comments[one]["timestamp"] = at(self.now)
        return self.create_then_fail or Answer(body={"id": one})

    def _shown(self, row: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in row.items() if name != "media"}

    def _with_replies(self, row: dict[str, Any]) -> dict[str, Any]:
        replies = self._below([c for c in self.comments.values() if c.get("parent_id") == row["id"]])
        shown = self._shown(row)
        if replies:
            shown["replies"] = {"data": [self._shown(c) for c in replies[: self.expand]]}
            if len(replies) > self.expand:
                shown["replies"]["paging"] = {
                    "cursors": {"after": "x"},
                    "next": f"https://{self.host}/{row['id']}/replies?access_token=SECRET&after=x",
                }
        return shown

    def _single(self, seen: Seen, one: str) -> Answer:
        found = self.comments.get(one)
        if found is None:
            others = [*self.media.values(), *self.tags]
            view = next((each for each in others if each["id"] == one), None)
            if view is None:
                return GONE
            if "hidden" in fields_of(seen):
                return refuse(100, message="Tried accessing nonexisting field (hidden) on node type (Media)")
            return Answer(body=view)
        if seen.method == "DELETE":
            for other in [c["id"] for c in self.comments.values() if c.get("parent_id") == one]:
                del self.comments[other]
            del self.comments[one]
            return Answer(body={"success": True})
        if seen.method == "POST":
            found["hidden"] = form(seen)["hide"] == "true"
            return Answer(body={"success": True})
        return Answer(body=self._shown(found))


@contextmanager
def fake_instagram() -> Iterator[FakeInstagram]:
    """A running stand-in."""
    fake = FakeInstagram()
    with serving(fake.handle) as server:
        fake.server = server
        yield fake
