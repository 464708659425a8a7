"""A small stand-in for the Threads API: posts, conversations, mentions, search, replies in two steps. Values are invented."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.support.faultserver import Answer, Seen, serving
from tests.support.graph_server import EPOCH, GONE, GraphServer, at, form, refuse

ME = "260000001"
NAME = "bakery"
TOKEN = "THREADS-TOKEN"
SCOPES = [
    "threads_basic",
    "threads_content_publish",
    "threads_read_replies",
    "threads_manage_replies",
    "threads_delete",
]


@dataclass
class FakeThreads(GraphServer):
    """One account, its posts, replies and what others wrote elsewhere."""

    version: str = "v1.0"
    host: str = "graph.threads.net"
    tokens: set[str] = field(default_factory=lambda: {TOKEN})
    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    replies: dict[str, dict[str, Any]] = field(default_factory=dict)
    elsewhere: list[dict[str, Any]] = field(default_factory=list)
    containers: dict[str, dict[str, str]] = field(default_factory=dict)
    scopes: list[str] = field(default_factory=lambda: list(SCOPES))
    flat: bool = True
    not_ready: int = 0
    container_status: str = "FINISHED"
    publish_then_fail: Answer | None = None
    refreshed: int = 0
    followers: dict[str, int] = field(default_factory=dict)  # of the public profiles that may be looked up

    def _row(self, text: str, author: str, **more: Any) -> dict[str, Any]:
        one = f"1800{self.number()}"
        return {
            "id": one,
            "text": text,
            "timestamp": at(EPOCH + self.serial),
            "username": author,
            "permalink": f"https://www.threads.net/@{author}/post/P{self.serial}",
            "media_type": "TEXT_POST",
            **more,
        }

    def post(self, text: str = "Fresh bread") -> str:
        """A post of ours. Returns its id."""
        row = self._row(text, NAME)
        self.posts[row["id"]] = row
        return str(row["id"])

    def reply(self, above: str, text: str, author: str = "jane", **more: Any) -> str:
        """A reply to a post or a reply. Returns its id."""
        root = above if above in self.posts else self.replies[above]["root_post"]["id"]
        row = self._row(
            text,
            author,
            root_post={"id": root},
            replied_to={"id": above},
            is_reply_owned_by_me=author == NAME,
            hide_status="NOT_HUSHED",
            **more,
        )
        self.replies[row["id"]] = row
        return str(row["id"])

    def other(self, text: str, author: str = "ann") -> str:
        """A post of somebody else. Returns its id."""
        row = self._row(text, author)
        self.elsewhere.insert(0, row)
        return str(row["id"])

    def unversioned(self, seen: Seen) -> Answer:
        if seen.path != "/refresh_access_token":
            return super().unversioned(seen)
        assert seen.query == {"grant_type": ["th_refresh_token"]}
        self.refreshed += 1
        self.tokens.add(f"{TOKEN}-{self.refreshed}")
        return Answer(body={"access_token": f"{TOKEN}-{self.refreshed}", "expires_in": 5_184_000})

    def answer(self, seen: Seen, parts: list[str]) -> Answer:
        if parts == ["debug_token"]:
            assert form(seen)["method"] == "get"
            return Answer(body={"data": {"scopes": self.scopes, "expires_at": EPOCH + 900_000}})
        if parts == ["me"]:
            return Answer(body={"id": ME, "username": NAME, "name": "The Bakery"})
        if parts[:1] == ["me"]:
            return self._own(seen, parts[1])
        if parts == ["keyword_search"]:
            term = seen.query["q"][0]
            wanted = f"#{term}" if seen.query["search_mode"] == ["TAG"] else term
            return self.paged(seen, [one for one in self._since(seen) if wanted in one["text"]])
        if parts == ["profile_lookup"]:
            return self._looked_up(seen.query["username"][0])
        if len(parts) == 2:
            return self._edge(seen, parts[0], parts[1])
        return self._single(seen, parts[0]) if parts else refuse(100)

    def _looked_up(self, name: str) -> Answer:
        if "threads_profile_discovery" not in self.scopes:
            return refuse(10, status=403, message="Application does not have permission for this action")
        if name not in self.followers:
            return refuse(100, 4279058, message="The profile cannot be looked up")
        return Answer(body={"username": name, "follower_count": self.followers[name], "is_verified": False})

    def _since(self, seen: Seen) -> list[dict[str, Any]]:
        since = at(int(seen.query.get("since", ["0"])[0]))
        return [one for one in self.elsewhere if one["timestamp"] >= since]

    def _own(self, seen: Seen, edge: str) -> Answer:
        if edge == "mentions":
            return self.paged(seen, [one for one in self._since(seen) if f"@{NAME}" in one["text"]])
        if edge == "threads" and seen.method == "GET":
            return self.paged(seen, [self._shown(one) for one in reversed(self.posts.values())])
        given = form(seen)
        if edge == "threads":
            assert given["media_type"] == "TEXT"
            assert "auto_publish_text" not in given
            container = f"c{self.number()}"
            self.containers[container] = given
            return Answer(body={"id": container})
        assert edge == "threads_publish"
        if self.not_ready:
            self.not_ready -= 1
            return refuse(24, 4279009, message="Media Not Found")
        held = self.containers.pop(given["creation_id"])
        one = self.reply(held["reply_to_id"], held["text"], NAME)
        self.replies[one]["timestamp"] = at(self.now)
        return self.publish_then_fail or Answer(body={"id": one})

    def _shown(self, row: dict[str, Any]) -> dict[str, Any]:
        below = [one for one in self.replies.values() if one["replied_to"]["id"] == row["id"]]
        return {**row, "has_replies": bool(below)}

    def _edge(self, seen: Seen, target: str, edge: str) -> Answer:
        if target not in self.posts and target not in self.replies:
            return GONE
        if edge == "manage_reply":
            row = self.replies[target]
            if row["replied_to"] != row["root_post"]:
                return refuse(10, status=403, message="only top-level replies")
            row["hide_status"] = "HIDDEN" if form(seen)["hide"] == "true" else "UNHUSHED"
            return Answer(body={"success": True})
        assert seen.query["reverse"] == ["true"]
        if edge == "conversation" and self.flat:
            rows = [one for one in self.replies.values() if one["root_post"]["id"] == target]
        elif edge == "replies":
            rows = [one for one in self.replies.values() if one["replied_to"]["id"] == target]
        else:
            return refuse(100, message="nonexisting field")
        rows.sort(key=lambda one: (one["timestamp"], one["id"]), reverse=True)
        return self.paged(seen, [self._shown(one) for one in rows])

    def _single(self, seen: Seen, one: str) -> Answer:
        if one in self.containers:
            return Answer(body={"id": one, "status": self.container_status})
        if seen.method == "DELETE":
            if self.replies.pop(one, None) is None:
                return GONE
            return Answer(body={"success": True, "deleted_id": one})
        others = {row["id"]: row for row in self.elsewhere}
        found = self.posts.get(one) or self.replies.get(one) or others.get(one)
        return Answer(body=self._shown(found)) if found else GONE


@contextmanager
def fake_threads() -> Iterator[FakeThreads]:
    """A running stand-in."""
    fake = FakeThreads()
    with serving(fake.handle) as server:
        fake.server = server
        yield fake
