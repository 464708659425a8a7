"""A small stand-in for a WordPress site, for what a real one cannot be made to do on demand.

It speaks the shapes of the REST API's comments with invented values and keeps state; what it answers in detail is
checked against the real thing by tests/servers/test_wordpress.py.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.support.faultserver import Answer, FaultServer, Seen, serving

USER, PASSWORD = "mod", "abcd efgh ijkl mnop qrst uvwx"
ME = 7
#: The time of the first comment of a test, UTC seconds; later ones follow by a second each. What we write is of now.
EPOCH = int(time.time()) - 100_000
COMMENTS = "/wp-json/wp/v2/comments"

_LISTS = {
    "all": ("approved", "hold"),
    "approve": ("approved",),
    "hold": ("hold",),
    "spam": ("spam",),
    "trash": ("trash",),
}
_UNDOING = {"unspam": "spam", "untrash": "trash"}


def refuse(code: str, status: int) -> Answer:
    """A refusal in WordPress's form."""
    return Answer(status=status, body={"code": code, "message": "No.", "data": {"status": status}})


@dataclass
class FakeWordPress:
    """State of the stand-in. Tests change it directly; ``server`` injects faults and shows the requests.

    ``before_list`` is called before each page of a list, so that the site changes while it is read; ``unreadable`` are
    comments that a site counts and does not show; ``ignore`` makes it answer whatever was asked for the same.
    """

    comments: dict[int, dict[str, Any]] = field(default_factory=dict)
    page_size: int = 100
    headers: bool = True
    link: str = '<{url}/wp-json/>; rel="https://api.w.org/"'
    root: str = "/wp-json"
    users: bool = True
    unreadable: set[int] = field(default_factory=set)
    ignore: bool = False
    before_list: Callable[[], None] = lambda: None
    server: FaultServer = field(init=False)
    serial: int = 0

    # ------------------------------------------------------------------ making things

    def comment(self, text: str, status: str = "approved", **more: Any) -> str:
        """Add a comment; its id."""
        self.serial += 1
        seconds = time.time() if more.pop("now", False) else EPOCH + self.serial
        at = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")
        self.comments[self.serial] = {
            "id": self.serial, "post": 3, "parent": 0, "author": 0, "author_name": "Joe",
            "author_email": "joe@mail.test", "author_url": "", "date": at, "date_gmt": at,
            "content": {"rendered": f"<p>{text}</p>\n", "raw": text}, "status": status, "type": "comment",
            "link": f"{self.server.url}/?p=3#comment-{self.serial}",
            "_embedded": {"up": [{"id": 3, "link": f"{self.server.url}/?p=3", "title": {"rendered": "Kettle"}}]},
            **more,
        }  # fmt: skip
        return str(self.serial)

    def set(self, number: str, status: str) -> None:
        """A moderator on the site moves a comment."""
        self.comments[int(number)]["status"] = status

    def status(self, number: str) -> str:
        """Where a comment stands."""
        return str(self.comments[int(number)]["status"])

    def shown(self) -> set[str]:
        """The ids of everything that is neither in the trash nor gone."""
        return {str(n) for n, one in self.comments.items() if one["status"] != "trash"}

    # ------------------------------------------------------------------ answering

    def handle(self, seen: Seen) -> Answer:
        """One request."""
        route = seen.query.get("rest_route", [""])[0]
        if not route and seen.path.startswith(self.root):
            route = seen.path.removeprefix(self.root)
        if seen.method == "HEAD" or seen.path == "/":
            return Answer(headers={"link": self.link.format(url=self.server.url)} if self.link else {})
        if route.rstrip("/") == "":
            known = seen.path.startswith(self.root)
            return Answer(body={"namespaces": ["wp/v2"]}) if known else Answer(status=404, body=b"<html>")
        word = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if seen.headers.get("authorization") != f"Basic {word}":
            return refuse("incorrect_password", 401)
        if route == "/wp/v2/users/me":
            me = {"id": ME, "username": USER, "name": "Mod", "capabilities": {"moderate_comments": True}}
            return Answer(body=me) if self.users else refuse("rest_user_cannot_view", 403)
        if route == "/wp/v2/comments":
            return self._list(seen) if seen.method == "GET" else self._reply(seen)
        number = int(route.rpartition("/")[2])
        one = self.comments.get(number)
        if one is None:
            return refuse("rest_comment_invalid_id", 404)
        if number in self.unreadable:
            return refuse("rest_cannot_read", 403)
        if seen.method == "DELETE":
            if one["status"] == "trash":
                return refuse("rest_already_trashed", 410)
            one["was"], one["status"] = one["status"], "trash"
        elif seen.method == "POST":
            wanted = seen.json()["status"]
            if wanted in _UNDOING:
                wanted = one.get("was", "approved")
            if wanted == one["status"]:
                return refuse("rest_comment_failed_edit", 500)
            one["was"], one["status"] = one["status"], wanted
        return Answer(body=one)

    def _list(self, seen: Seen) -> Answer:
        self.before_list()
        query = {name: values[0] for name, values in seen.query.items()}
        if int(query["per_page"]) > 100:
            return refuse("rest_invalid_param", 400)
        found = list(self.comments.values())
        if not self.ignore:
            found = [one for one in found if one["status"] in _LISTS[query["status"]]]
        for name in ("parent", "author"):
            if name in query:
                found = [one for one in found if str(one[name]) == query[name]]
        if "include" in query:
            found = [one for one in found if str(one["id"]) in query["include"].split(",")]
        found.sort(key=lambda one: -one["id"])
        start = 0 if self.ignore else int(query.get("offset", 0))
        page = found[start : start + min(self.page_size, int(query["per_page"]))]
        headers = {"X-WP-Total": str(len(found)), "X-WP-TotalPages": "1"} if self.headers else {}
        return Answer(body=[one for one in page if one["id"] not in self.unreadable], headers=headers)

    def _reply(self, seen: Seen) -> Answer:
        body = seen.json()
        for one in self.comments.values():
            if (one["author"], one["parent"], one["content"]["raw"]) == (ME, body["parent"], body["content"]):
                return refuse("comment_duplicate", 409)
        number = self.comment(
            body["content"], parent=body["parent"], post=body["post"], author=ME, author_name="Mod", now=True
        )
        return Answer(status=201, body=self.comments[int(number)])

    def replies(self) -> list[dict[str, Any]]:
        """What we wrote."""
        return [one for one in self.comments.values() if one["author"] == ME]


@contextmanager
def fake_wordpress() -> Iterator[FakeWordPress]:
    """A running stand-in."""
    fake = FakeWordPress()
    with serving(fake.handle) as server:
        fake.server = server
        yield fake
