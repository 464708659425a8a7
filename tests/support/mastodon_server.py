"""A small Mastodon: keeps accounts, statuses, notifications and relationships, and answers in the server's shapes.

Every value is invented. What a real instance would be asked for is checked against a simulator by
tests/servers/test_mastodon_simulator.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from typing import Any

from tests.support.faultserver import Answer, FaultServer, Seen, serving

TOKEN = "tok-brand-1"
ME = "100"
#: The time of the first status of a test, UTC seconds; later ones follow by a second each.
EPOCH = 1_795_000_000
SCOPES = (
    "read:accounts read:notifications read:statuses read:search read:blocks read:mutes write:statuses"
    " write:favourites write:blocks write:mutes write:reports"
)


def at(seconds: int) -> str:
    """An instant as the server writes it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def html(text: str) -> str:
    """A plain text as the server renders it: mentions without their host, addresses cut for display."""
    words = []
    for word in escape(text, quote=False).split(" "):
        if word.startswith("@"):
            name = word[1:].partition("@")[0]
            words.append(
                f'<span class="h-card"><a href="https://h.example/@{name}">@<span>{name}</span></a></span>'
            )
        else:
            words.append(word)
    return f"<p>{' '.join(words)}</p>"


def refuse(status: int, message: str) -> Answer:
    """A refusal in the server's form."""
    return Answer(status=status, body={"error": message})


@dataclass
class FakeMastodon:
    """State of the stand-in. Tests change it directly; ``server`` injects faults and shows the requests."""

    accounts: dict[str, dict[str, Any]] = field(default_factory=dict)
    statuses: dict[str, dict[str, Any]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    notifications: list[dict[str, Any]] = field(default_factory=list)  # oldest first
    relations: dict[str, dict[str, Any]] = field(default_factory=dict)
    reports: list[dict[str, Any]] = field(default_factory=list)
    role: int | None = None  # our permissions as staff; None: the server tells no role
    limits: dict[str, dict[str, bool]] = field(default_factory=dict)  # account -> silenced, suspended
    filed: list[dict[str, Any]] = field(default_factory=list)  # reports as staff see them
    strikes: list[dict[str, Any]] = field(default_factory=list)
    above_us: set[str] = field(default_factory=set)  # staff of a higher role
    kept: dict[str, str] = field(default_factory=dict)  # idempotency key -> status
    token: str = TOKEN
    scopes: str = SCOPES
    longest: int = 500
    page_size: int = 80
    repeat_pages: bool = False
    batches: bool = True
    refuse_but_write: bool = False
    remaining: int = 250
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    apps: list[dict[str, str]] = field(default_factory=list)
    pkce: bool = True
    invisible: set[str] = field(default_factory=set)  # statuses that /context leaves out
    server: FaultServer = field(init=False)
    _serial: int = 0

    def __post_init__(self) -> None:
        self.account(ME, "brand", display_name="The Brand")

    # ------------------------------------------------------------------ making things

    def account(self, one: str, acct: str, **more: Any) -> str:
        """Add an account; returns its id."""
        host = acct.partition("@")[2] or "home.example"
        name = acct.partition("@")[0]
        self.accounts[one] = {
            "id": one, "username": name, "acct": acct, "display_name": name.title(), "locked": False, "bot": False,
            "created_at": at(EPOCH - 1000), "url": f"https://{host}/@{name}", "uri": f"https://{host}/users/{name}",
            "followers_count": 7, "following_count": 1, "statuses_count": 3, "emojis": [], "fields": [], **more,
        }  # fmt: skip
        return one

    def snowflake(self, seconds: int) -> str:
        """A status id that holds its time, as the server gives them out."""
        self._serial += 1
        return str((seconds * 1000 << 16) + self._serial)

    def post(
        self, account: str, text: str, *, parent: str | None = None, notify: str | None = None, **more: Any
    ) -> str:
        """Add a status; with ``parent`` a reply, with ``notify`` (a type) also a notification. Returns its id."""
        self._serial += 1
        seconds = more.pop("seconds", EPOCH + self._serial)
        one = self.snowflake(seconds)
        above = self.statuses.get(parent or "")
        host = self.accounts[account]["url"].split("/")[2]
        self.statuses[one] = {
            "id": one, "created_at": at(seconds), "in_reply_to_id": parent,
            "in_reply_to_account_id": above["account"]["id"] if above else None, "sensitive": False,
            "spoiler_text": "", "visibility": "public", "language": "en",
            "uri": f"https://{host}/statuses/{one}", "url": f"https://{host}/@x/{one}", "replies_count": 0,
            "reblogs_count": 0, "favourites_count": 0, "edited_at": None, "favourited": False, "content": html(text),
            "reblog": None, "account": self.accounts[account], "media_attachments": [], "mentions": [], "tags": [],
            "emojis": [], "card": None, "poll": None, **more,
        }  # fmt: skip
        self.sources[one] = text
        if above is not None and self.statuses[one]["visibility"] in ("public", "unlisted"):
            above["replies_count"] += 1
        if notify:
            self.notify(notify, one)
        return one

    def notify(self, kind: str, status: str) -> str:
        """Add a notification about a status; returns its id."""
        self._serial += 1
        view = self.statuses[status]
        one = {
            "id": str(self._serial + 5000), "type": kind, "created_at": view["created_at"],
            "account": view["account"], "status": view,
        }  # fmt: skip
        self.notifications.append(one)
        return str(one["id"])

    def edit(self, one: str, text: str) -> None:
        """A status gets another text."""
        self._serial += 1
        self.statuses[one] |= {"content": html(text), "edited_at": at(EPOCH + self._serial)}

    def delete(self, one: str) -> None:
        """A status goes, and what was notified of it."""
        view = self.statuses.pop(one)
        parent = self.statuses.get(view["in_reply_to_id"] or "")
        if parent is not None:
            parent["replies_count"] -= 1
        self.notifications = [item for item in self.notifications if item["status"] is not view]

    def handle_page(self) -> Answer:
        """The newest notifications as one request gets them, to put before a fault."""
        return Answer(body=self.notifications[-self.page_size :][::-1])

    def relation(self, account: str) -> dict[str, Any]:
        """How the brand stands to an account."""
        return self.relations.setdefault(
            account, {"id": account, "blocking": False, "muting": False, "muting_expires_at": None}
        )

    # ------------------------------------------------------------------ answering

    def handle(self, seen: Seen) -> Answer:
        """One request."""
        answer = self._route(seen)
        if answer.status < 500:
            self.remaining = max(self.remaining - 1, 1)
            answer.headers.update({
                "x-ratelimit-limit": "300", "x-ratelimit-remaining": str(self.remaining),
                "x-ratelimit-reset": at(4_000_000_000),
            })  # fmt: skip
        return answer

    def _route(self, seen: Seen) -> Answer:
        open_answer = self._without_token(seen)
        if open_answer is not None:
            return open_answer
        if seen.headers.get("authorization") != f"Bearer {self.token}":
            return refuse(401, "The access token is invalid")
        parts = seen.path.strip("/").split("/")[2:]
        match (seen.method, *parts):
            case ("GET", "accounts", "verify_credentials"):
                role = {"role": {"id": "3", "name": "Staff", "permissions": str(self.role)}}
                return Answer(body={**self.accounts[ME], **(role if self.role is not None else {})})
            case (_, "admin", *rest):
                return self._admin(seen, rest)
            case ("GET", "apps", "verify_credentials"):
                return Answer(body={"name": "Vigie", "scopes": self.scopes.split()})
            case ("GET", "accounts", "relationships"):
                return Answer(body=[self.relation(one) for one in seen.query.get("id[]", [])])
            case ("GET", "accounts", "lookup"):
                acct = seen.query["acct"][0]
                found = [one for one in self.accounts.values() if one["acct"] == acct]
                return Answer(body=found[0]) if found else refuse(404, "Record not found")
            case ("GET", "accounts", one, "statuses"):
                return self._page([v for v in self.statuses.values() if v["account"]["id"] == one], seen, 20)
            case ("GET", "notifications"):
                kinds = seen.query.get("types[]", [])
                return self._page([n for n in self.notifications if n["type"] in kinds], seen, self.page_size)
            case ("GET", "timelines", "tag", tag):
                return self._page([v for v in self.statuses.values() if f"#{tag}" in v["content"]], seen, 40)
            case ("GET", "search"):
                words = seen.query["q"][0]
                hits = [v for v in self.statuses.values() if words in v["content"]]
                return Answer(body={"accounts": [], "statuses": self._page(hits, seen, 40).body})
            case ("POST", "reports"):
                return self._report(seen)
            case ("POST", "accounts", one, verb):
                return self._stand(one, verb, seen)
            case (_, "statuses", *rest):
                return self._statuses(seen, rest)
        return refuse(404, "Not Found")

    def _without_token(self, seen: Seen) -> Answer | None:
        match seen.path:
            case "/.well-known/oauth-authorization-server":
                methods = {"code_challenge_methods_supported": ["S256"]}
                return Answer(body=methods) if self.pkce else refuse(404, "Not Found")
            case "/api/v2/instance":
                settings = {"statuses": {"max_characters": self.longest, "characters_reserved_per_url": 23}}
                return Answer(body={"version": "4.6.0", "configuration": settings})
            case "/api/v1/apps":
                given = {name: values[0] for name, values in seen.form().items()}
                self.apps.append(given)
                return Answer(body={"id": "1", "client_id": "cid", "client_secret": "cs", **given})
            case "/oauth/token":
                return self._token(seen)
        return None

    def _token(self, seen: Seen) -> Answer:
        import base64
        import hashlib

        given = {name: values[0] for name, values in seen.form().items()}
        asked = self.codes.pop(given.get("code", ""), None)
        if asked is None or given["redirect_uri"] != asked["redirect_uri"] or given["client_secret"] != "cs":
            return refuse(400, "invalid_grant")
        if "code_challenge" in asked:
            digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
            if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
                return refuse(400, "invalid_grant")
        return Answer(body={"access_token": self.token, "token_type": "Bearer", "scope": given["scope"]})

    def _page(self, items: list[dict[str, Any]], seen: Seen, longest: int) -> Answer:
        """A page, newest first: after ``min_id`` the ones right above it, else the newest below ``max_id``."""
        limit = min(int(seen.query.get("limit", ["20"])[0]), longest)
        ordered = sorted(items, key=lambda one: int(one["id"]))
        if self.repeat_pages:
            return Answer(body=ordered[-limit:][::-1])
        if top := seen.query.get("max_id"):
            ordered = [one for one in ordered if int(one["id"]) < int(top[0])]
        if low := seen.query.get("min_id"):
            return Answer(body=[one for one in ordered if int(one["id"]) > int(low[0])][:limit][::-1])
        return Answer(body=ordered[-limit:][::-1])

    def _report(self, seen: Seen) -> Answer:
        body = seen.json()
        if body["category"] == "violation" and not body.get("rule_ids"):
            return refuse(422, "Validation failed")
        self.reports.append(body)
        return Answer(
            body={"id": str(len(self.reports)), "category": body["category"], "forwarded": body["forward"]}
        )

    def file(self, status: str, category: str = "spam") -> str:
        """Somebody reports a status; returns the report's id, as staff see it."""
        view = self.statuses[status]
        one = {
            "id": str(len(self.filed) + 900), "action_taken": False, "category": category, "comment": "look at this",
            "target_account": {"id": view["account"]["id"]}, "statuses": [view],
        }  # fmt: skip
        self.filed.append(one)
        return str(one["id"])

    def _admin(self, seen: Seen, rest: list[str]) -> Answer:
        """What staff may ask: the scope first, then the role, then whether the account stands above us."""
        scope = f"admin:{'read' if seen.method == 'GET' else 'write'}:{rest[0]}"
        if scope not in self.scopes.split():
            return refuse(403, "This action is outside the authorized scopes")
        if not (self.role or 0) & 0x401:
            return refuse(403, "This action is not allowed")
        match (seen.method, *rest):
            case ("GET", "reports"):
                about = seen.query["target_account_id"][0]
                return Answer(
                    body=[
                        one
                        for one in self.filed
                        if not one["action_taken"] and one["target_account"]["id"] == about
                    ]
                )
            case ("GET", "accounts", one) if one in self.accounts:
                return Answer(body=self._limited(one))
            case ("POST", "accounts", one, verb) if one in self.accounts:
                if one in self.above_us:
                    return refuse(403, "This action is not allowed")
                return self._moderate(one, verb, seen)
        return refuse(404, "Record not found")

    def _limited(self, one: str) -> dict[str, Any]:
        kept = self.limits.setdefault(one, {"silenced": False, "suspended": False})
        return {"id": one, "username": self.accounts[one]["username"], **kept, "account": self.accounts[one]}

    def _moderate(self, one: str, verb: str, seen: Seen) -> Answer:
        kept = self._limited(one) and self.limits[one]
        if verb in ("unsilence", "unsuspend"):
            kept["silenced" if verb == "unsilence" else "suspended"] = False
            return Answer(body=self._limited(one))
        if verb != "action":
            return refuse(404, "Not Found")
        body = seen.json()
        kept[{"silence": "silenced", "suspend": "suspended"}[body["type"]]] = True
        self.strikes.append(body)
        for report in self.filed:  # all that are open about the account
            if report["target_account"]["id"] == one:
                report["action_taken"] = True
        return Answer(body={})

    def _stand(self, one: str, verb: str, seen: Seen) -> Answer:
        if one not in self.accounts:
            return refuse(404, "Record not found")
        relation = self.relation(one)
        if verb in ("block", "unblock"):
            relation["blocking"] = verb == "block"
        elif verb in ("mute", "unmute"):
            relation["muting"] = verb == "mute"
            seconds = (seen.json() or {}).get("duration") if verb == "mute" else 0
            relation["muting_expires_at"] = at(EPOCH + seconds) if seconds else None
        else:
            return refuse(404, "Not Found")
        return Answer(body=relation)

    def _statuses(self, seen: Seen, rest: list[str]) -> Answer:
        match (seen.method, *rest):
            case ("GET",):
                if not self.batches:
                    return refuse(404, "Not Found")
                return Answer(
                    body=[self.statuses[i] for i in seen.query.get("id[]", []) if i in self.statuses]
                )
            case ("POST",):
                return self._write(seen)
        view = self.statuses.get(rest[0])
        if view is None:
            return refuse(404, "Record not found")
        match (seen.method, *rest[1:]):
            case ("GET",):
                return Answer(body=view)
            case ("DELETE",):
                if view["account"]["id"] != ME:
                    return refuse(404, "Record not found")
                self.delete(rest[0])
                return Answer(body=view)
            case ("GET", "context"):
                return Answer(body=self._context(rest[0]))
            case ("GET", "source"):
                return Answer(body={"id": rest[0], "text": self.sources[rest[0]], "spoiler_text": ""})
            case ("POST", "favourite" | "unfavourite" as verb):
                view["favourited"] = verb == "favourite"
                return Answer(body=view)
        return refuse(404, "Not Found")

    def _context(self, one: str) -> dict[str, Any]:
        above: list[dict[str, Any]] = []
        parent = self.statuses[one]["in_reply_to_id"]
        while parent and parent in self.statuses:
            above.insert(0, self.statuses[parent])
            parent = self.statuses[parent]["in_reply_to_id"]
        below: list[dict[str, Any]] = []
        level = [one]
        while level:
            found = [v for v in self.statuses.values() if v["in_reply_to_id"] in level]
            below += found
            level = [v["id"] for v in found]
        return {"ancestors": above, "descendants": [v for v in below if v["id"] not in self.invisible]}

    def _write(self, seen: Seen) -> Answer:
        body = seen.json()
        key = seen.headers.get("idempotency-key", "")
        if key in self.kept:
            return Answer(body=self.statuses[self.kept[key]])
        if len(body["status"]) > self.longest:
            return refuse(422, "Validation failed: Text character limit exceeded")
        if body["in_reply_to_id"] not in self.statuses:
            return refuse(404, "Record not found")
        more = {name: body[name] for name in ("visibility", "language", "spoiler_text") if name in body}
        one = self.post(ME, body["status"], parent=body["in_reply_to_id"], **more)
        self.kept[key] = one
        if self.refuse_but_write:
            return refuse(422, "Validation failed")
        return Answer(body=self.statuses[one])


@contextmanager
def fake_mastodon() -> Iterator[FakeMastodon]:
    """A running stand-in."""
    fake = FakeMastodon()
    with serving(fake.handle) as server:
        fake.server = server
        yield fake
