"""The practice network's routes: which method and path does what, from a parsed request to status and body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.practice import actions, pages, scenes, world
from console.practice.database import meta, set_meta
from console.practice.world import ApiError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

_LARGEST_PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class Call:
    """One request as a route sees it: inside a transaction, signed in where the route asks for it."""

    db: sqlite3.Connection
    now: int
    base_url: str
    query: Mapping[str, str]
    body: Mapping[str, Any]
    account_id: str = ""

    def text(self, name: str, *, optional: bool = False) -> str | None:
        """A string of the body; ApiError 400 when it is missing, no string, or no encodable text."""
        value = self.body.get(name)
        if value is None and optional:
            return None
        if not isinstance(value, str):
            raise ApiError(400, "invalid", f"{name} must be a string.")
        try:
            value.encode()
        except UnicodeEncodeError:
            raise ApiError(400, "invalid_text", f"{name} is no valid text.") from None
        return value

    def need(self, name: str) -> str:
        """A string of the body that must be there."""
        return self.text(name) or ""

    def number(self, name: str) -> float:
        """A number of the body."""
        value = self.body.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ApiError(400, "invalid", f"{name} must be a number.")
        return float(value)


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML answer."""

    html: str
    status: int = 200


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as the answer."""

    content: bytes
    mime: str = scenes.MIME


Answer = tuple[int, dict[str, Any]] | Page | Drawn


@dataclass(frozen=True, slots=True)
class Route:
    """``path`` is a pattern whose groups are handed to ``run``; ``writes`` opens a write transaction."""

    method: str
    path: re.Pattern[str]
    run: Callable[..., Answer]
    writes: bool
    signed_in: bool


# ------------------------------------------------------------------ reading


def _account(call: Call) -> Answer:
    return 200, world.account_json(world.find_account(call.db, call.account_id))


def _posts(call: Call) -> Answer:
    return 200, {"posts": [world.post_json(row, call.base_url) for row in world.posts(call.db)]}


def _comments(call: Call) -> Answer:
    if "ids" in call.query:
        ids = [part for part in call.query["ids"].split(",") if part]
        if not 0 < len(ids) <= _LARGEST_PAGE:
            raise ApiError(400, "invalid", f"ids must be 1 to {_LARGEST_PAGE} ids.")
        rows = world.comments_of(call.db, ids)
        return 200, {"comments": [world.comment_json(row, call.base_url) for row in rows]}
    raw = call.query.get("limit", "100")
    if not raw.isascii() or not raw.isdigit() or not 1 <= int(raw[:6]) <= _LARGEST_PAGE:
        raise ApiError(400, "invalid", f"limit must be 1 to {_LARGEST_PAGE}.")
    rows, cursor, more = world.changes(call.db, call.query.get("since") or None, int(raw))
    listed = [world.comment_json(row, call.base_url) for row in rows]
    return 200, {"comments": listed, "cursor": cursor, "more": more}


def _comment(call: Call, comment_id: str) -> Answer:
    return 200, world.comment_json(world.find_comment(call.db, comment_id), call.base_url)


def _thread(call: Call, comment_id: str) -> Answer:
    member = world.find_comment(call.db, comment_id, alive=False)
    rows = world.comments_by(call.db, "root_id", member["root_id"])
    post = world.post_json(world.find_post(call.db, member["post_id"]), call.base_url)
    return 200, {"post": post, "comments": [world.comment_json(row, call.base_url) for row in rows]}


def _replies(call: Call, comment_id: str) -> Answer:
    world.find_comment(call.db, comment_id, alive=False)
    rows = world.comments_by(call.db, "parent_id", comment_id)
    return 200, {"comments": [world.comment_json(row, call.base_url, show_client_key=True) for row in rows]}


def _one_account(call: Call, account_id: str) -> Answer:
    return 200, world.account_json(world.find_account(call.db, account_id))


# ------------------------------------------------------------------ acting


def _sign_in(call: Call) -> Answer:
    return 200, actions.sign_in(call.db, call.now, call.need("account"), call.need("password"))


def _refresh(call: Call) -> Answer:
    return 200, actions.refresh(call.db, call.now, call.need("refresh_token"))


def _reply(call: Call, comment_id: str) -> Answer:
    key = call.text("client_key", optional=True)
    remote_id, new = actions.reply(call.db, call.now, call.account_id, comment_id, call.need("text"), key)
    row = world.find_comment(call.db, remote_id, alive=False)
    return (201 if new else 200), world.comment_json(row, call.base_url, show_client_key=True)


def _toggle(act: Callable[[sqlite3.Connection, int, str, bool], bool], on: bool) -> Callable[..., Answer]:
    def run(call: Call, comment_id: str) -> Answer:
        changed = act(call.db, call.now, comment_id, on)
        row = world.find_comment(call.db, comment_id)
        return 200, {**world.comment_json(row, call.base_url), "changed": changed}

    return run


def _delete(call: Call, comment_id: str) -> Answer:
    actions.delete(call.db, call.now, comment_id)
    return 200, {"id": comment_id, "deleted": True}


def _report(call: Call, comment_id: str) -> Answer:
    report_id, new = actions.report(call.db, call.now, comment_id, call.need("reason"))
    return (201 if new else 200), {"id": report_id, "comment_id": comment_id, "changed": new}


def _restrict(column: str, on: bool) -> Callable[..., Answer]:
    def run(call: Call, account_id: str) -> Answer:
        changed = actions.restrict(call.db, call.now, account_id, column, on)
        return 200, {**world.account_json(world.find_account(call.db, account_id)), "changed": changed}

    return run


# ------------------------------------------------------------------ pages and drills


def _home(call: Call) -> Answer:
    return Page(pages.home(world.posts(call.db)))


def _post_page(call: Call, post_id: str) -> Answer:
    rows = world.comments_by(call.db, "post_id", post_id)
    return Page(pages.post(world.find_post(call.db, post_id), rows))


def _comment_page(call: Call, post_id: str, comment_id: str) -> Answer:
    row = world.find_comment(call.db, comment_id, alive=False)
    if row["post_id"] != post_id:
        raise ApiError(404, "not_found", "There is no such comment.")
    parent = world.find_comment(call.db, row["parent_id"], alive=False) if row["parent_id"] else None
    html = pages.comment(row, world.find_post(call.db, post_id), parent)
    return Page(html, 200 if row["deleted_at"] is None else 410)


def _picture(call: Call, comment_id: str, number: str) -> Answer:
    if not number.isdigit():
        raise ApiError(404, "not_found", "There is no such picture.")
    return Drawn(world.picture(call.db, comment_id, int(number)))


def _hello(call: Call) -> Answer:
    left = call.db.execute(
        "SELECT count(*), min(at) FROM scripted WHERE n > ?", (int(meta(call.db, "position")),)
    ).fetchone()
    passed = world.scenario_time(call.db, call.now)
    return 200, {
        "practice": True,
        "label": "Practice network, simulated",
        "network": meta(call.db, "network"),
        "generation": int(meta(call.db, "generation")),
        "speed": float(meta(call.db, "speed")),
        "idempotent_replies": meta(call.db, "idempotent") == "1",
        "minutes": round(passed / 60, 2),
        "comments": call.db.execute("SELECT count(*) FROM comment WHERE deleted_at IS NULL").fetchone()[0],
        "events_left": left[0],
        "next_event_in_minutes": None if left[1] is None else round((left[1] - passed) / 60, 2),
    }


def _settings(call: Call) -> Answer:
    unknown = set(call.body) - {"speed", "idempotent_replies"}
    if unknown:
        raise ApiError(400, "invalid", "Unknown: " + ", ".join(sorted(unknown)))
    if "speed" in call.body:
        speed = call.number("speed")
        if not 0 <= speed <= 10_000:
            raise ApiError(400, "invalid", "speed must be 0 to 10000.")
        world.reanchor(call.db, call.now, speed=speed)
    if "idempotent_replies" in call.body:
        set_meta(call.db, idempotent=int(bool(call.body["idempotent_replies"])))
    return _hello(call)


def _advance(call: Call) -> Answer:
    minutes = call.number("minutes")
    if not 0 <= minutes <= 100_000:
        raise ApiError(400, "invalid", "minutes must be 0 to 100000.")
    world.reanchor(call.db, call.now, skip=minutes * 60)
    return _hello(call)


def _stranger(call: Call) -> Answer:
    remote_id = actions.stranger(
        call.db,
        call.now,
        call.need("handle"),
        call.need("text"),
        call.text("post_id", optional=True),
        call.text("parent_id", optional=True),
    )
    return 201, world.comment_json(world.find_comment(call.db, remote_id), call.base_url)


def _log(call: Call) -> Answer:
    after = call.query.get("after", "0")
    if not after.isascii() or not after.isdigit():
        raise ApiError(400, "invalid", "after must be a number.")
    return 200, {"entries": actions.log_entries(call.db, int(after[:15]))}


def _routes() -> tuple[Route, ...]:
    part = r"([A-Za-z0-9_]{1,64})"
    table: list[tuple[str, str, Callable[..., Answer]]] = [
        ("POST", "/api/v1/session", _sign_in),
        ("POST", "/api/v1/session/refresh", _refresh),
        ("GET", "/api/v1/account", _account),
        ("GET", "/api/v1/posts", _posts),
        ("GET", "/api/v1/comments", _comments),
        ("GET", "/api/v1/comments/{}", _comment),
        ("DELETE", "/api/v1/comments/{}", _delete),
        ("GET", "/api/v1/comments/{}/replies", _replies),
        ("POST", "/api/v1/comments/{}/replies", _reply),
        ("POST", "/api/v1/comments/{}/hide", _toggle(actions.hide, True)),
        ("POST", "/api/v1/comments/{}/unhide", _toggle(actions.hide, False)),
        ("POST", "/api/v1/comments/{}/like", _toggle(actions.like, True)),
        ("POST", "/api/v1/comments/{}/unlike", _toggle(actions.like, False)),
        ("POST", "/api/v1/comments/{}/report", _report),
        ("GET", "/api/v1/threads/{}", _thread),
        ("GET", "/api/v1/accounts/{}", _one_account),
        ("POST", "/api/v1/accounts/{}/block", _restrict("blocked", True)),
        ("POST", "/api/v1/accounts/{}/unblock", _restrict("blocked", False)),
        ("POST", "/api/v1/accounts/{}/mute", _restrict("muted", True)),
        ("POST", "/api/v1/accounts/{}/unmute", _restrict("muted", False)),
        ("GET", "/", _home),
        ("GET", "/p/{}", _post_page),
        ("GET", "/p/{}/c/{}", _comment_page),
        ("GET", "/media/{}/{}", _picture),
        ("GET", "/_practice/hello", _hello),
        ("GET", "/_practice/log", _log),
        ("POST", "/_practice/settings", _settings),
        ("POST", "/_practice/advance", _advance),
        ("POST", "/_practice/comments", _stranger),
    ]
    return tuple(
        Route(
            method,
            re.compile(path.replace("{}", part)),
            run,
            writes=method != "GET",
            signed_in=path.startswith("/api/") and not path.startswith("/api/v1/session"),
        )
        for method, path, run in table
    )


ROUTES: Final = _routes()


def find_route(method: str, path: str) -> tuple[Route, tuple[str, ...]]:
    """The route for a request and the ids in its path; ApiError 404 or 405."""
    others = False
    for route in ROUTES:
        found = route.path.fullmatch(path)
        if found is None:
            continue
        if route.method == method:
            return route, found.groups()
        others = True
    if others:
        raise ApiError(405, "method_not_allowed", "This path does not take this method.")
    raise ApiError(404, "not_found", "There is no such path.")
