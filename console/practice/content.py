"""The written content of the practice network: reads the JSONL files into one ordered script of events."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from console.domain.errors import EnvironmentFailure
from console.practice.scenes import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens ``at`` seconds from the scenario's start (negative: before it).

    ``what`` is post, comment, edit or delete; ``key`` names the post or comment, ``data`` holds the rest.
    """

    at: float
    what: str
    key: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that will ever happen by itself: the accounts, and the events in the order of time."""

    accounts: tuple[dict[str, Any], ...]
    events: tuple[Event, ...]


def load_script(folder: Path) -> Script:
    """The script in ``folder`` (posts.jsonl, authors.jsonl, comments.jsonl).

    Raises EnvironmentFailure ``practice_content`` with file and line when a line cannot be used.
    """
    accounts = tuple(line for _, line in _lines(folder / "authors.jsonl"))
    handles = {account["key"] for account in accounts}
    events: list[Event] = []
    for _, line in _lines(folder / "posts.jsonl"):
        data = {name: line[name] for name in ("title", "text", "language")}
        events.append(Event(line["offset"] * 60.0, "post", line["key"], data))
    known = {event.key for event in events}
    for number, line in _lines(folder / "comments.jsonl"):
        needs = {line["post"], *([line["parent"]] if line["parent"] else [])}
        if line["key"] in known or not needs <= known or line["author"] not in handles:
            raise EnvironmentFailure("practice_content", file="comments.jsonl", line=number)
        known.add(line["key"])
        at = line["offset"] * 60.0
        data = {name: line[name] for name in ("post", "parent", "author", "text", "language")}
        if attached := line.get("media"):
            if not all(one.get("scene") in NAMES or one["kind"] != "image" for one in attached):
                raise EnvironmentFailure("practice_content", file="comments.jsonl", line=number)
            data["media"] = attached
        events.append(Event(at, "comment", line["key"], data))
        if edit := line.get("edit"):
            events.append(Event(at + edit["after"] * 60.0, "edit", line["key"], {"text": edit["text"]}))
        if after := line.get("deleted_after"):
            events.append(Event(at + after * 60.0, "delete", line["key"], {}))
    # A stable sort: at equal times the order of the files decides, so a parent stays before its reply.
    events.sort(key=lambda event: event.at)
    return Script(accounts, tuple(events))


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    number = 0
    try:
        with path.open(encoding="utf-8") as file:
            for number, raw in enumerate(file, 1):
                line = json.loads(raw)
                if not isinstance(line, dict):
                    raise ValueError("not an object")
                yield number, line
    except (OSError, ValueError, KeyError) as error:
        raise EnvironmentFailure(
            "practice_content", file=path.name, line=number, why=type(error).__name__
        ) from error
