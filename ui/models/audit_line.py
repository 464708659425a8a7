"""One row of the audit page as plain data, parsed from the stored entry; a damaged entry still makes a row."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from console.domain.audit import AuditRow

MACHINE = "console"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """What the table shows of one entry. Codes, never words; empty strings and 0 for what the entry does not say."""

    sequence: int
    at: int = 0  # UTC epoch seconds
    actor: str = ""
    role: str = ""
    event: str = ""
    action: str = ""
    channel: str = ""  # kind:name
    category: str = ""
    severity: int = 0
    rule: str = ""
    outcome: str = ""
    error: str = ""
    comment: int = 0
    count: int = 0
    form: str = ""  # of an export
    second: str = ""
    member: str = ""
    after: str = ""  # the category a person chose
    policy_number: int = 0
    undoes: bool = False
    damaged: bool = False

    @property
    def kind(self) -> str:
        """The platform kind of the channel, empty when there is none."""
        return self.channel.partition(":")[0]

    @property
    def by_machine(self) -> bool:
        """Whether the console itself wrote it."""
        return self.actor == MACHINE


def line_of(row: AuditRow) -> AuditLine:
    """The line of a stored row."""
    try:
        entry = json.loads(row.entry)
    except (ValueError, TypeError, RecursionError):
        entry = None
    if not isinstance(entry, dict):
        return AuditLine(row.sequence, damaged=True)
    return line_of_entry(row.sequence, entry)


def line_of_entry(sequence: int, entry: Mapping[str, Any]) -> AuditLine:
    """The line of a parsed entry."""

    def text(name: str) -> str:
        value = entry.get(name)
        return value if isinstance(value, str) else ""

    def whole(name: str) -> int:
        value = entry.get(name)
        return value if type(value) is int else 0

    rules = entry.get("rules")
    counts = entry.get("counts")
    params = entry.get("params")
    count = whole("count")
    if isinstance(counts, dict) and type(counts.get("new")) is int:
        count = counts["new"]
    rule = str(rules[0]) if isinstance(rules, list) and rules else ""
    return AuditLine(
        sequence,
        at=whole("at"),
        actor=text("actor"),
        role=text("role"),
        event=text("event"),
        action=text("action"),
        channel=text("channel"),
        category=text("category"),
        severity=whole("severity"),
        rule=rule or text("clause"),
        outcome=text("outcome"),
        error=text("error") or text("answer"),
        comment=whole("comment"),
        count=count,
        form=text("format"),
        second=text("second"),
        member=text("member"),
        after=str(params.get("after", "")) if isinstance(params, dict) else "",
        policy_number=whole("policy_number"),
        undoes=bool(whole("undoes")),
    )


def lines_of(rows: Iterable[AuditRow]) -> dict[int, AuditLine]:
    """Lines by sequence, as a page of an id window wants them."""
    return {row.sequence: line_of(row) for row in rows}
