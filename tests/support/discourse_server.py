"""A small stand-in for a Discourse forum with invented values: posts, review queue, flags, silence, limits by the minute."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from tests.support.faultserver import Answer, FaultServer, Seen, serving

USER, KEY = "brand", "k" * 64
ME, JOE = 1, 44
EPOCH = int(time.time()) - 100_000
LATEST = "/posts.json"
_NAMES = {ME: "brand", JOE: "joe", 45: "zoe"}


def stamp(seconds: int) -> str:
    """An instant as the forum writes it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def refuse(status: int, kind: str = "", **more: Any) -> Answer:
    """A refusal in Discourse's form."""
    return Answer(status=status, body={"errors": ["No."], **({"error_type": kind} if kind else {}), **more})


@dataclass
class FakeDiscourse:
    """State of the stand-in. Tests change it directly; ``server`` injects faults and shows the requests.

    ``windowed`` answers as older forums do: the post asked before is among the answers, and only fifty numbers are
    looked at. ``staff`` is what our user may do; ``secret_posts`` exist and are not public.
    """

    posts: dict[int, dict[str, Any]] = field(default_factory=dict)
    reviewables: dict[int, dict[str, Any]] = field(default_factory=dict)
    notifications: list[dict[str, Any]] = field(default_factory=list)
    silenced: dict[int, str] = field(default_factory=dict)
    private_topics: set[int] = field(default_factory=set)
    secret_posts: set[int] = field(default_factory=set)
    windowed: bool = False
    page_size: int = 50
    staff: bool = True
    session: bool = True
    approve_first: bool = False
    conflicts: int = 0
    server: FaultServer = field(init=False)
    serial: int = 0

    # ------------------------------------------------------------------ making things

    def post(
        self, raw: str, *, topic: int = 5, reply_to: int | None = None, user: int = JOE, **more: Any
    ) -> str:
        """Add a post; ``reply_to`` is the number of the post in its topic that it answers. Its id."""
        self.serial += 1
        number = 1 + sum(1 for one in self.posts.values() if one["topic_id"] == topic)
        self.posts[self.serial] = {
            "id": self.serial, "topic_id": topic, "topic_slug": "kettle", "topic_title": "Our kettle",
            "post_number": number, "reply_to_post_number": reply_to, "username": _NAMES[user], "name": "",
            "user_id": user, "created_at": stamp(EPOCH + self.serial), "updated_at": stamp(EPOCH + 900), "raw": raw,
            "cooked": f"<p>{raw}</p>", "version": 1, "hidden": False, "user_deleted": False, "deleted_at": None,
            "post_url": f"/t/kettle/{topic}/{number}", "reply_count": 0, "actions_summary": [{"id": 2, "count": 0}],
            **more,
        }  # fmt: skip
        return str(self.serial)

    def flag(self, post: str) -> int:
        """A visitor flags a post: it waits for review."""
        number = len(self.reviewables) + 71
        self.reviewables[number] = {
            "id": number, "type": "ReviewableFlaggedPost", "status": 0, "version": 0, "post_id": int(post),
            "topic_id": self.posts[int(post)]["topic_id"], "bundled_action_ids": [f"{number}-agree", f"{number}-no"],
        }  # fmt: skip
        return number

    def queue(self, raw: str, **payload: Any) -> str:
        """A new user's post waits for approval; the id that we give it."""
        number = len(self.reviewables) + 71
        self.reviewables[number] = {
            "id": number, "type": "ReviewableQueuedPost", "status": 0, "version": 0, "topic_id": 5,
            "created_at": stamp(EPOCH), "target_created_by_id": 45, "payload": {"raw": raw, **payload},
            "bundled_action_ids": [f"{number}-let", f"{number}-no"],
        }  # fmt: skip
        return f"review-{number}"

    def mention(self, post: str, kind: int = 1) -> None:
        """Our user is named in a post."""
        number = len(self.notifications) + 1
        self.notifications.insert(
            0, {"id": number, "notification_type": kind, "data": {"original_post_id": int(post)}}
        )

    def edit(self, post: str, raw: str) -> None:
        """The author changes a post."""
        one = self.posts[int(post)]
        one.update(raw=raw, cooked=f"<p>{raw}</p>", version=one["version"] + 1)

    def ours(self) -> list[dict[str, Any]]:
        """What we wrote and still stands."""
        return [one for one in self.posts.values() if one["user_id"] == ME and not one["deleted_at"]]

    # ------------------------------------------------------------------ answering

    def handle(self, seen: Seen) -> Answer:
        """One request."""
        if (seen.headers.get("api-key"), seen.headers.get("api-username")) != (KEY, USER):
            return refuse(403, "invalid_access")
        parts = urlsplit(seen.path).path.removesuffix(".json").strip("/").split("/")
        method = getattr(self, f"_{parts[0]}_" if parts[0] == "session" else f"_{parts[0]}", None)
        answer = method(seen, parts[1:]) if method else None
        return answer or refuse(404, "not_found")

    def _session_(self, seen: Seen, rest: list[str]) -> Answer:
        del seen, rest
        user = {"id": ME, "username": USER, "name": "Brand", "admin": self.staff, "moderator": False}
        return Answer(body={"current_user": user}) if self.session else refuse(403, "invalid_access")

    def _site(self, seen: Seen, rest: list[str]) -> Answer:
        del seen, rest
        kinds = {"like": 2, "off_topic": 3, "inappropriate": 4, "spam": 8, "illegal": 10}
        return Answer(body={"post_action_types": [{"id": n, "name_key": k} for k, n in kinds.items()]})

    def _t(self, seen: Seen, rest: list[str]) -> Answer:
        del seen
        return Answer(
            body={"archetype": "private_message" if int(rest[0]) in self.private_topics else "regular"}
        )

    def _notifications(self, seen: Seen, rest: list[str]) -> Answer:
        del seen, rest
        return Answer(body={"notifications": self.notifications[:60]})

    def _public(self) -> list[dict[str, Any]]:
        hidden = {*self.secret_posts}
        return [
            one
            for n, one in sorted(self.posts.items(), reverse=True)
            if not one["deleted_at"] and n not in hidden and one["topic_id"] not in self.private_topics
        ]

    def _posts(self, seen: Seen, rest: list[str]) -> Answer | None:
        if not rest:
            return self._create(seen) if seen.method == "POST" else self._latest(seen)
        if rest[0] == "by_number":
            topic, number = int(rest[1]), int(rest[2])
            found = [p for p in self.posts.values() if (p["topic_id"], p["post_number"]) == (topic, number)]
            return Answer(body=found[0]) if found else None
        one = self.posts.get(int(rest[0]))
        if one is None:
            return None
        if seen.method == "DELETE":
            one["deleted_at"] = stamp(EPOCH)
            return Answer()
        if rest[1:] == ["recover"]:
            one["deleted_at"] = None
        elif rest[1:] == ["unhide"]:
            one["hidden"] = False
            return Answer()
        elif rest[1:] == ["replies"]:
            after = int(seen.query["after"][0])
            below = [
                {k: v for k, v in p.items() if k != "raw"}
                for p in self.posts.values()
                if p["topic_id"] == one["topic_id"] and p["reply_to_post_number"] == one["post_number"]
                and p["post_number"] > after and not p["deleted_at"]
            ]  # fmt: skip
            return Answer(body=below[:20])
        return Answer(body=one)

    def _latest(self, seen: Seen) -> Answer:
        before = int(seen.query.get("before", ["0"])[0])
        found = self._public()
        if before and self.windowed:
            found = [one for one in found if before - 50 < one["id"] <= before]
        elif before:
            found = [one for one in found if one["id"] < before]
        return Answer(body={"latest_posts": found[: self.page_size]})

    def _create(self, seen: Seen) -> Answer:
        body = seen.json()
        if any(one["raw"] == body["raw"] for one in self.ours()):
            return refuse(422)
        if self.approve_first:
            return Answer(body={"action": "enqueued", "pending_post": {"id": 1}})
        number = self.post(
            body["raw"],
            topic=body["topic_id"],
            reply_to=body["reply_to_post_number"],
            user=ME,
            created_at=stamp(int(time.time())),
        )
        return Answer(body=self.posts[int(number)])

    def _post_actions(self, seen: Seen, rest: list[str]) -> Answer | None:
        number = int(rest[0]) if rest else int(seen.json()["id"])
        kind = int(seen.query["post_action_type_id"][0]) if rest else int(seen.json()["post_action_type_id"])
        post = self.posts[number]
        one = next((a for a in post["actions_summary"] if a["id"] == kind), None)
        if seen.method == "DELETE":
            if one is None or not one.get("acted"):
                return None
            one.update(acted=False, count=one["count"] - 1)
        else:
            if one is None:
                one = {"id": kind, "count": 0}
                post["actions_summary"].append(one)
            if one.get("acted"):
                return refuse(403, "invalid_access")
            one.update(acted=True, count=one["count"] + 1)
            if seen.json().get("take_action") and self.staff:
                post["hidden"] = True
        return Answer(body=post)

    def _admin(self, seen: Seen, rest: list[str]) -> Answer | None:
        if not self.staff:
            return refuse(403, "invalid_access")
        user = int(rest[1])
        if user not in _NAMES:
            return None
        if rest[2:] == ["silence"]:
            if user in self.silenced:
                return refuse(409)
            self.silenced[user] = seen.json()["silenced_till"]
        elif rest[2:] == ["unsilence"]:
            self.silenced.pop(user, None)
        return Answer(body={"id": user, "silenced_till": self.silenced.get(user)})

    def _review(self, seen: Seen, rest: list[str]) -> Answer | None:
        if not self.staff:
            return refuse(403, "invalid_access")
        side: dict[str, Any] = {
            "bundled_actions": [],
            "actions": [],
            "users": [{"id": 45, "username": "zoe"}],
        }
        for n in self.reviewables:
            for bundle, names in (
                ("agree", ["agree_and_hide", "agree_and_keep"]),
                ("no", ["reject_post", "disagree_and_restore"]),
                ("let", ["approve_post"]),
            ):
                ids = [f"{n}-{name}" for name in names]
                side["bundled_actions"].append({"id": f"{n}-{bundle}", "action_ids": ids})
                side["actions"] += [{"id": i, "server_action": m} for i, m in zip(ids, names, strict=True)]
        if not rest:
            found = [one for one in self.reviewables.values() if one["status"] == 0]
            if "topic_id" in seen.query:
                found = [one for one in found if str(one["topic_id"]) == seen.query["topic_id"][0]]
            start = int(seen.query.get("offset", ["0"])[0])
            meta = {"total_rows_reviewables": len(found)}
            return Answer(body={"reviewables": found[start : start + 10], "meta": meta, **side})
        one = self.reviewables.get(int(rest[0]))
        if one is None:
            return None
        if rest[1:2] != ["perform"]:
            return Answer(body={"reviewable": one, **side})
        if "version" not in seen.query:
            return refuse(422)
        if self.conflicts:
            self.conflicts -= 1
            one["version"] += 1
        if int(seen.query["version"][0]) != one["version"]:
            return refuse(409)
        if one["status"] != 0:
            return refuse(403, "invalid_access")
        one["version"] += 1
        match rest[2]:
            case "agree_and_hide":
                one["status"], self.posts[one["post_id"]]["hidden"] = 1, True
            case "disagree_and_restore":
                one["status"], self.posts[one["post_id"]]["hidden"] = 2, False
            case "approve_post":
                one["status"] = 1
                self.post(one["payload"]["raw"], user=45)
            case "reject_post":
                one["status"] = 2
            case _:
                return refuse(403, "invalid_access")
        return Answer(body={"reviewable_perform_result": {"success": True}})


@contextmanager
def fake_discourse() -> Iterator[FakeDiscourse]:
    """A running stand-in."""
    fake = FakeDiscourse()
    with serving(fake.handle) as server:
        fake.server = server
        yield fake
