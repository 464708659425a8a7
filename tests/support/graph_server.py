"""What the stand-ins for Meta's platforms share: errors, pages with cursors, tokens in the header, clocks. All invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlencode

from tests.support.faultserver import Answer, FaultServer, Seen

#: The time of the first post of a test, UTC seconds.
EPOCH = 1_795_000_000


def at(seconds: int) -> str:
    """An instant as Graph writes it: no colon in the zone."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")


def refuse(code: int, subcode: int = 0, *, status: int = 400, message: str = "Invented") -> Answer:
    """A refusal in Graph's form."""
    error = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "AbCdEf"}
    return Answer(status=status, body={"error": {**error, **({"error_subcode": subcode} if subcode else {})}})


GONE = refuse(100, 33)


def form(seen: Seen) -> dict[str, str]:
    """The form of a POST."""
    return {name: values[0] for name, values in parse_qs(seen.body.decode()).items()}


@dataclass
class GraphServer:
    """State that all have. Tests change it directly; ``server`` injects faults and shows the requests."""

    version: str = "v26.0"
    host: str = "graph.facebook.com"
    tokens: set[str] = field(default_factory=set)
    page_size: int = 100
    repeat_pages: bool = False
    usage: dict[str, str] = field(default_factory=dict)
    now: int = EPOCH + 50_000
    server: FaultServer = field(init=False)
    serial: int = 0

    def number(self) -> int:
        """The next number for whatever needs one."""
        self.serial += 1
        return self.serial

    def handle(self, seen: Seen) -> Answer:
        """One request: the token, the version, then the platform's own answer."""
        assert "access_token" not in seen.query, "a token stood in an address"
        if seen.headers.get("authorization", "").removeprefix("Bearer ") not in self.tokens:
            return refuse(190, 463, status=401, message="Session has expired")
        parts = seen.path.strip("/").split("/")
        if parts[0] != self.version:
            return self.unversioned(seen)
        answer = self.answer(seen, [one for one in parts[1:] if one])
        return Answer(answer.status, answer.body, {**self.usage, **answer.headers})

    def answer(self, seen: Seen, parts: list[str]) -> Answer:
        """The platform's own."""
        raise NotImplementedError

    def unversioned(self, seen: Seen) -> Answer:
        """Paths without a version, for tokens."""
        return refuse(2500, message=f"Unknown path components: {seen.path}")

    def paged(self, seen: Seen, rows: list[dict[str, Any]], **more: Any) -> Answer:
        """One page of a list, with a cursor and the next page's address on the real host."""
        size = min(int(seen.query.get("limit", ["25"])[0]), self.page_size)
        start = int(seen.query.get("after", ["c0"])[0].removeprefix("c"))
        if self.repeat_pages:
            start = 0
        part = rows[start : start + size]
        body: dict[str, Any] = {"data": part, **more}
        if part:
            body["paging"] = {"cursors": {"before": f"c{start}", "after": f"c{start + len(part)}"}}
        if start + size < len(rows) or (self.repeat_pages and part):
            query = {"access_token": "SECRET", "limit": size, "after": f"c{start + len(part)}"}
            body["paging"]["next"] = f"https://{self.host}{seen.path}?{urlencode(query)}"
        return Answer(body=body)


def fields_of(seen: Seen) -> set[str]:
    """The names asked for, nested ones by their first."""
    names, depth, word = set(), 0, ""
    for letter in seen.query.get("fields", [""])[0] + ",":
        if letter in "({":
            depth += 1
        elif letter in ")}":
            depth -= 1
        elif letter == "," and depth == 0:
            names.add(word.partition(".")[0])
            word = ""
            continue
        if depth == 0 and letter not in ")}":
            word += letter
    return names
