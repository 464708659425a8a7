"""Requests as the outbox keeps them, and which of them may leave together."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from console.domain.decision import ActionRequest
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.domain.decision import OutboxRow
    from console.domain.ports import Together


def request_of(stored: Mapping[str, Any]) -> ActionRequest:
    """The frozen request of an outbox row."""
    value = dict(stored)
    value["action"] = ActionKind(value["action"])
    return ActionRequest(**value)


def stored_request(request: ActionRequest) -> dict[str, Any]:
    """A request as JSON for the outbox."""
    value = asdict(request)
    value["action"] = request.action.value
    value["facts"] = dict(request.facts)
    return value


def groups(rows: Sequence[OutboxRow], together: Together | None) -> list[list[OutboxRow]]:
    """The rows of one channel in the parts that its platform takes in one request each; oldest first."""
    found: list[list[OutboxRow]] = []
    filling: dict[str, list[OutboxRow]] = {}
    for row in rows:
        key = "" if together is None else together.key(request_of(row.request))
        part = filling.get(key)
        if together is None or not key or part is None or len(part) >= together.limit:
            part = []
            found.append(part)
            filling[key] = part
        part.append(row)
    return found
