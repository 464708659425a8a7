"""A small stand-in for a PDS and its views, for what the real network cannot be made to do on demand.

It speaks the shapes of the AT Protocol with invented values and keeps records like a repository; what it answers in
detail is checked against the real services by tests/servers/test_bluesky_connector.py.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.support.faultserver import Answer, FaultServer, Seen, serving

ME = "did:plc:brand"
FAN = "did:plc:fan"
POST = "app.bsky.feed.post"
PASSWORD = "abcd-efgh-ijkl-mnop"
#: The time of the first post of a test, UTC seconds; later ones follow by a second each.
EPOCH = 1_795_000_000


def at(seconds: int) -> str:
    """An instant as the protocol writes it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def token(name: str, scope: str = "com.atproto.appPass") -> str:
    """Something that looks like a JWT."""
    body = base64.urlsafe_b64encode(json.dumps({"scope": scope, "jti": name}).encode()).decode().rstrip("=")
    return f"h.{body}.{name}"


def _sorted_at(view: dict[str, Any]) -> str:
    """Where a post stands in the order of a search."""
    return min(str(view["indexedAt"]), str(view["record"]["createdAt"]))


def refuse(name: str, message: str = "", status: int = 400) -> Answer:
    """A refusal in the protocol's form."""
    return Answer(status=status, body={"error": name, "message": message})


@dataclass
class FakeBluesky:
    """State of the stand-in. Tests change it directly; ``server`` injects faults and shows the requests."""

    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    notifications: list[dict[str, Any]] = field(default_factory=list)
    page_size: int = 100
    blocked: set[str] = field(default_factory=set)
    access: str = token("a1")
    refresh: str = token("r1")
    password: str = PASSWORD
    log_ins: int = 0
    refreshes: int = 0
    did_doc: dict[str, Any] | None = None
    repeat_pages: bool = False
    depth: int = 50
    server: FaultServer = field(init=False)
    children: dict[str, list[str]] = field(default_factory=dict)
    embeds: dict[str, dict[str, Any]] = field(default_factory=dict)  # what a view shows of an attachment
    indexed: dict[str, str] = field(
        default_factory=dict
    )  # when a post was indexed, where not when it was made
    unfound: set[str] = field(default_factory=set)  # posts that the search does not know yet
    search: str = "whole"  # or: plain (knows q and cursor alone), forgetful (refuses cursors), looping, none
    _serial: int = 0

    # ------------------------------------------------------------------ making things

    def post(
        self, did: str, text: str, *, parent: str | None = None, notify: str | None = None, **more: Any
    ) -> str:
        """Add a post; with ``parent`` a reply, with ``notify`` (a reason) also a notification. Returns its uri."""
        self._serial += 1
        uri = f"at://{did}/{POST}/3k{self._serial:011d}"
        record = {"$type": POST, "text": text, "createdAt": at(EPOCH + self._serial), **more}
        if parent is not None:
            above = self.records[parent]["value"]
            root = above.get("reply", {}).get("root") or {"uri": parent, "cid": self.records[parent]["cid"]}
            record["reply"] = {"root": root, "parent": {"uri": parent, "cid": self.records[parent]["cid"]}}
            self.children.setdefault(parent, []).append(uri)
        self.put(uri, record)
        if notify:
            self.notifications.insert(
                0,
                {
                    "uri": uri,
                    "cid": "x",
                    "reason": notify,
                    "indexedAt": record["createdAt"],
                    "record": record,
                },
            )
        return uri

    def put(self, uri: str, value: dict[str, Any]) -> str:
        """Store a record; returns its cid."""
        self._serial += 1
        cid = f"cid{self._serial}"
        self.records[uri] = {"uri": uri, "cid": cid, "value": value}
        return cid

    def of(self, did: str, collection: str) -> list[dict[str, Any]]:
        """Records of one collection, newest first."""
        prefix = f"at://{did}/{collection}/"
        return sorted(
            (r for u, r in self.records.items() if u.startswith(prefix)), key=lambda r: r["uri"], reverse=True
        )

    def expire(self) -> None:
        """The access token that is out there no longer holds."""
        self.access = token(f"a-unseen-{self.refreshes}")

    # ------------------------------------------------------------------ answering

    def handle(self, seen: Seen) -> Answer:
        """One request."""
        nsid = seen.path.removeprefix("/xrpc/")
        if nsid.startswith("com.atproto.server.") and nsid != "com.atproto.server.getSession":
            return self._session(nsid, seen)
        if seen.headers.get("authorization") != f"Bearer {self.access}":
            return refuse("ExpiredToken", "Token has expired")
        method = getattr(self, "_" + nsid.rpartition(".")[2], None)
        return method(seen) if method else refuse("MethodNotImplemented", status=501)

    def _session(self, nsid: str, seen: Seen) -> Answer:
        if nsid.endswith("createSession"):
            self.log_ins += 1
            if seen.json()["password"] != self.password:
                return refuse("AuthenticationRequired", "Invalid identifier or password", 401)
        else:
            if seen.headers.get("authorization") != f"Bearer {self.refresh}":
                return refuse("ExpiredToken", "Token has been revoked")
            self.refreshes += 1
        number = self.log_ins + self.refreshes
        self.access, self.refresh = token(f"a{number + 1}"), token(f"r{number + 1}")
        body = {
            "did": ME,
            "handle": "brand.test",
            "accessJwt": self.access,
            "refreshJwt": self.refresh,
            "active": True,
        }
        return Answer(body={**body, "didDoc": self.did_doc} if self.did_doc else body)

    def _getSession(self, seen: Seen) -> Answer:
        del seen
        return Answer(body={"did": ME, "handle": "brand.test", "active": True})

    def _listNotifications(self, seen: Seen) -> Answer:
        start = int(seen.query.get("cursor", ["0"])[0])
        end = start + self.page_size
        if self.repeat_pages:
            return Answer(body={"notifications": self.notifications[: self.page_size], "cursor": str(end)})
        body: dict[str, Any] = {"notifications": self.notifications[start:end]}
        if end < len(self.notifications):
            body["cursor"] = str(end)
        return Answer(body=body)

    def _view(self, uri: str) -> dict[str, Any] | None:
        record = self.records.get(uri)
        did = uri.split("/")[2]
        if record is None or did in self.blocked:
            return None
        replies = [
            r
            for r in self.records.values()
            if r["value"].get("reply", {}).get("parent", {}).get("uri") == uri
        ]
        shown = {"embed": self.embeds[uri]} if uri in self.embeds else {}
        indexed = self.indexed.get(uri, record["value"]["createdAt"])
        return {
            **shown, "uri": uri, "cid": record["cid"], "record": record["value"], "indexedAt": indexed,
            "author": {"did": did, "handle": did.removeprefix("did:plc:") + ".test"},
            "likeCount": 0, "replyCount": len(replies), "viewer": {},
        }  # fmt: skip

    def _searchPosts(self, seen: Seen) -> Answer:
        query = {name: values[0] for name, values in seen.query.items()}
        assert query["sort"] == "latest"
        assert int(query["limit"]) <= 100
        if self.search == "none":
            return refuse("MethodNotImplemented", "Method Not Implemented", 501)
        if self.search == "forgetful" and "cursor" in query:
            return Answer(status=403, body=b"Request forbidden by administrative rules.")
        rows = sorted(((_sorted_at(view), view) for view in self._hits(query)), key=lambda row: row[0])[::-1]
        if self.search != "plain":
            rows = [row for row in rows if query.get("since", "") <= row[0] < query.get("until", "9")]
        start = int(query.get("cursor", "0")) if self.search != "looping" else 0
        end = start + min(self.page_size, int(query["limit"]))
        body: dict[str, Any] = {"posts": [view for _, view in rows[start:end]]}
        if end < len(rows):
            body["cursor"] = str(end if self.search != "looping" else len(self.server.seen))
        return Answer(body=body)

    def _hits(self, query: dict[str, str]) -> Iterator[dict[str, Any]]:
        words = query["q"].strip('"').casefold()
        author = words.removeprefix("from:") if words.startswith("from:") else ""
        for uri in list(self.records):
            view = self._view(uri) if f"/{POST}/" in uri and uri not in self.unfound else None
            if view is None:
                continue
            names = {view["author"]["did"], view["author"]["handle"]}
            if author in names if author else words in view["record"]["text"].casefold():
                yield view

    def _getPosts(self, seen: Seen) -> Answer:
        assert len(seen.query["uris"]) <= 25
        return Answer(body={"posts": [v for v in map(self._view, seen.query["uris"]) if v]})

    def _getProfiles(self, seen: Seen) -> Answer:
        assert len(seen.query["actors"]) <= 25
        return Answer(body={"profiles": [
            {"did": did, "handle": "x.test", "followersCount": 7, "createdAt": at(EPOCH - 1000), "viewer": {}}
            for did in seen.query["actors"]
        ]})  # fmt: skip

    def _getPostThread(self, seen: Seen) -> Answer:
        uri = seen.query["uri"][0]
        if uri not in self.records:
            return refuse("NotFound", "Post not found")

        def node(uri: str, left: int) -> dict[str, Any]:
            view = self._view(uri)
            if view is None:
                return {"uri": uri, "notFound": True}
            answer: dict[str, Any] = {"post": view}
            if left:
                answer["replies"] = [node(child, left - 1) for child in self.children.get(uri, [])]
            return answer

        body: dict[str, Any] = {"thread": node(uri, min(self.depth, int(seen.query["depth"][0])))}
        gate = self.records.get(uri.replace(POST, "app.bsky.feed.threadgate"))
        if gate:
            body["threadgate"] = {"record": gate["value"]}
        return Answer(body=body)

    def _listRecords(self, seen: Seen) -> Answer:
        query = {name: values[0] for name, values in seen.query.items()}
        found = self.of(query["repo"], query["collection"])
        start = int(query.get("cursor", 0))
        end = start + int(query["limit"])
        return Answer(
            body={"records": found[start:end], **({"cursor": str(end)} if end < len(found) else {})}
        )

    def _getRecord(self, seen: Seen) -> Answer:
        uri = "at://" + "/".join(seen.query[name][0] for name in ("repo", "collection", "rkey"))
        found = self.records.get(uri)
        return Answer(body=found) if found else refuse("RecordNotFound", f"Could not locate record: {uri}")

    def _putRecord(self, seen: Seen) -> Answer:
        body = seen.json()
        uri = f"at://{body['repo']}/{body['collection']}/{body['rkey']}"
        there = self.records.get(uri)
        if there is not None and there["value"] == body["record"]:
            return Answer(body={"uri": uri, "cid": there["cid"]})
        if "swapRecord" in body and body["swapRecord"] != (there["cid"] if there else None):
            return refuse("InvalidSwap", "Record was at another cid")
        return Answer(
            body={"uri": uri, "cid": self.put(uri, body["record"]), "commit": {"cid": "c", "rev": "r"}}
        )

    def _deleteRecord(self, seen: Seen) -> Answer:
        body = seen.json()
        there = self.records.pop(f"at://{body['repo']}/{body['collection']}/{body['rkey']}", None)
        return Answer(body={"commit": {"cid": "c", "rev": "r"}} if there else {})

    def _createReport(self, seen: Seen) -> Answer:
        return Answer(body={"id": 77, **seen.json()})


@contextmanager
def fake_bluesky() -> Iterator[FakeBluesky]:
    """A running stand-in."""
    fake = FakeBluesky()
    with serving(fake.handle) as server:
        fake.server = server
        yield fake
