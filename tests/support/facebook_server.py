"""A small stand-in for a Facebook Page: posts, a stream of comments, what a Page may do to them. Values are invented."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.support.faultserver import Answer, Seen, serving
from tests.support.graph_server import EPOCH, GONE, GraphServer, at, fields_of, form, refuse

PAGE = "700100"
NAME = "Bakery & Co"
TOKEN = "PAGE-TOKEN"
USER_TOKEN = "USER-TOKEN"
SCOPES = ["pages_show_list", "pages_read_engagement", "pages_read_user_content", "pages_manage_engagement"]


@dataclass
class FakeFacebook(GraphServer):
    """The Page, its posts by id with their comments, and posts of others."""

    tokens: set[str] = field(default_factory=lambda: {TOKEN, USER_TOKEN})
    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    comments: dict[str, dict[str, Any]] = field(default_factory=dict)  # id -> view with "post"
    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    blocked: list[str] = field(default_factory=list)
    scopes: list[str] = field(default_factory=lambda: list(SCOPES))
    granular: list[dict[str, Any]] = field(default_factory=list)
    expires_at: int = 0
    counts: bool = True
    toplevel_only: bool = False
    extra_count: int = 0
    nameless: bool = False
    create_then_fail: Answer | None = None
    refused: set[str] = field(default_factory=set)  # edges that this token may not read

    # ------------------------------------------------------------------ making things

    def post(self, message: str = "Fresh bread", **more: Any) -> str:
        """A post of the Page. Returns its id."""
        one = f"{PAGE}_{self.number()}"
        self.posts[one] = {
            "id": one,
            "message": message,
            "created_time": at(EPOCH + self.serial),
            "permalink_url": f"https://www.facebook.com/{PAGE}/posts/{self.serial}",
            **more,
        }
        return one

    def comment(
        self, post: str, message: str, *, parent: str | None = None, author: str = "9001", **more: Any
    ) -> str:
        """A comment, or with ``parent`` a reply. Returns its id."""
        number = self.number()
        one = f"{post.rpartition('_')[2]}_{number}"
        self.comments[one] = {
            "id": one,
            "message": message,
            "created_time": at(EPOCH + number),
            "from": {"id": author, "name": NAME if author == PAGE else f"Fan {author}"},
            "is_hidden": False,
            "can_hide": author != PAGE,
            "can_remove": True,
            "can_comment": True,
            "can_like": True,
            "user_likes": False,
            "like_count": 0,
            "permalink_url": f"https://www.facebook.com/x?comment_id={number}",
            "post": post,
            **({"parent": {"id": parent}} if parent else {}),
            **more,
        }
        return one

    def mention(self, edge: str, message: str, author: str = "9002") -> str:
        """A post of somebody else, on a list of mentions. Returns its id."""
        one = f"{author}_{self.number()}"
        self.lists.setdefault(edge, []).insert(
            0,
            {
                "id": one,
                "message": message,
                "created_time": at(EPOCH + self.serial),
                "from": {"id": author, "name": f"Fan {author}"},
            },
        )
        return one

    def below(self, target: str, *, stream: bool = True) -> list[dict[str, Any]]:
        """What stands under a post or a comment, newest first."""
        if target in self.comments:
            rows = [c for c in self.comments.values() if c.get("parent", {}).get("id") == target]
        else:
            rows = [c for c in self.comments.values() if c["post"] == target]
            if not stream:
                rows = [c for c in rows if "parent" not in c]
        return sorted(rows, key=lambda c: (c["created_time"], int(c["id"].rpartition("_")[2])), reverse=True)

    # ------------------------------------------------------------------ answering

    def handle(self, seen: Seen) -> Answer:
        if seen.path.startswith("/cdn/"):
            assert "authorization" not in seen.headers, "a token went to where pictures are"
            return Answer(200, b"\x89PNG invented", {"content-type": "image/png"})
        return super().handle(seen)

    def answer(self, seen: Seen, parts: list[str]) -> Answer:
        if seen.method == "POST" and parts == ["debug_token"]:
            return self._debug(form(seen))
        if parts == ["me"]:
            owner = {"id": PAGE, "name": NAME} if self._is_page(seen) else {"id": "41", "name": "Ada"}
            return Answer(body=owner)
        if parts == ["me", "accounts"]:
            return self._accounts(seen)
        if not parts:
            return self._many(seen)
        if len(parts) == 2 and parts[0] == PAGE:
            return self._page_edge(seen, parts[1])
        if len(parts) == 2:
            return self._edge(seen, parts[0], parts[1])
        return self._single(seen, parts[0])

    def _is_page(self, seen: Seen) -> bool:
        return seen.headers["authorization"] == f"Bearer {TOKEN}"

    def _debug(self, given: dict[str, str]) -> Answer:
        assert given["method"] == "get"
        assert given["input_token"] in self.tokens
        body = {"type": "PAGE", "is_valid": True, "scopes": self.scopes, "expires_at": self.expires_at,
                "granular_scopes": self.granular}  # fmt: skip
        return Answer(body={"data": body})

    def _accounts(self, seen: Seen) -> Answer:
        if self._is_page(seen):
            return refuse(100, message="Tried accessing nonexisting field (accounts)")
        pages = [
            {"id": "700099", "name": "Another", "access_token": "X", "tasks": ["MODERATE"]},
            {"id": PAGE, "name": NAME, "access_token": TOKEN, "tasks": ["ANALYZE", "MODERATE"]},
        ]
        return self.paged(seen, pages)

    def _page_edge(self, seen: Seen, edge: str) -> Answer:
        if edge in self.refused:
            return refuse(10, status=403, message="(#10) requires pages_read_user_content")
        if edge == "published_posts":
            return self.paged(seen, [self._with_count(p) for p in reversed(self.posts.values())])
        if edge == "blocked":
            return self._blocked(seen)
        if edge in ("tagged", "visitor_posts", "ads_posts"):
            return self.paged(seen, self.lists.get(edge, []))
        return refuse(100, message="nonexisting field")

    def _with_count(self, post: dict[str, Any]) -> dict[str, Any]:
        if not self.counts:
            return post
        total = len(self.below(post["id"])) + self.extra_count
        return {**post, "comments": {"data": [], "summary": {"total_count": total}}}

    def _blocked(self, seen: Seen) -> Answer:
        if seen.method == "GET":
            user = seen.query.get("user", [""])[0]
            return Answer(body={"data": [{"id": one} for one in self.blocked if user in ("", one)]})
        user = form(seen)["user"] if seen.method == "POST" else seen.query["user"][0]
        if seen.method == "POST" and user not in self.blocked:
            self.blocked.append(user)
        if seen.method == "DELETE" and user in self.blocked:
            self.blocked.remove(user)
        return Answer(body={"success": True})

    def _edge(self, seen: Seen, target: str, edge: str) -> Answer:
        if target not in self.comments and target not in self.posts:
            return GONE
        if edge == "likes":
            self.comments[target]["user_likes"] = seen.method == "POST"
            return Answer(body={"success": True})
        if edge != "comments":
            return refuse(100, message="nonexisting field")
        if seen.method == "POST":
            return self._reply(target, form(seen)["message"])
        stream = seen.query.get("filter") == ["stream"] and not self.toplevel_only
        rows = self.below(target, stream=stream)
        since = int(seen.query.get("since", ["0"])[0])
        rows = [self._shown(row) for row in rows if row["created_time"] >= at(since)]
        more: dict[str, Any] = {}
        if self.counts and target in self.posts:
            more["summary"] = {"total_count": len(self.below(target)) + self.extra_count}
        return self.paged(seen, rows, **more)

    def _reply(self, target: str, message: str) -> Answer:
        twice = [c for c in self.below(target) if c["message"] == message and c["from"]["id"] == PAGE]
        if twice and self.create_then_fail is None:
            return refuse(506, message="Duplicate status message")
        one = self.comment(self.comments[target]["post"], message, parent=target, author=PAGE)
        self.comments[one]["created_time"] = at(self.now)
        return self.create_then_fail or Answer(body={"id": one})

    def _shown(self, row: dict[str, Any]) -> dict[str, Any]:
        shown = {name: value for name, value in row.items() if name != "post"}
        shown["comment_count"] = len(self.below(row["id"]))
        if self.nameless and row["from"]["id"] != PAGE:
            del shown["from"]
        return shown

    def _many(self, seen: Seen) -> Answer:
        wanted = seen.query["ids"][0].split(",")
        assert len(wanted) <= 50
        if any(one not in self.comments for one in wanted):
            return refuse(100, 33) if len(wanted) > 1 else self._single(seen, wanted[0])
        return Answer(body={one: self._shown(self.comments[one]) for one in wanted})

    def _single(self, seen: Seen, one: str) -> Answer:
        found = self.comments.get(one)
        listed = [row for rows in self.lists.values() for row in rows if row["id"] == one]
        if found is None:
            view = self.posts.get(one) or next(iter(listed), None)
            if view is None:
                return GONE
            if "can_hide" in fields_of(seen):
                return refuse(100, message="Tried accessing nonexisting field (can_hide) on node type (Post)")
            return Answer(body=view)
        if seen.method == "DELETE":
            for child in self.below(one):
                self.comments.pop(child["id"], None)
            del self.comments[one]
            return Answer(body={"success": True})
        if seen.method == "POST":
            if not found["can_hide"]:
                return refuse(200, 1446036, status=403, message="(#200) This comment can't be hidden")
            found["is_hidden"] = form(seen)["is_hidden"] == "true"
            return Answer(body={"success": True})
        return Answer(body=self._shown(found))


@contextmanager
def fake_facebook() -> Iterator[FakeFacebook]:
    """A running stand-in."""
    fake = FakeFacebook()
    with serving(fake.handle) as server:
        fake.server = server
        yield fake
