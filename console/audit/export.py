"""The audit log on its way out: JSON Lines for machines and third parties, CSV for spreadsheets, statements of reasons.

Everything streams: memory does not grow with the log.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Protocol, TextIO

from console.audit.statements import COLUMNS as STATEMENT_COLUMNS
from console.audit.statements import statements
from console.domain.errors import UsageError
from console.domain.utc import utc

if TYPE_CHECKING:
    from console.domain.audit import AuditRow

FORMATS: Final = ("jsonl", "csv", "dsa", "dsa-csv")

#: The CSV columns: what identifies a row, then what people filter by, then all the rest as JSON.
CSV_COLUMNS: Final = (
    "sequence",
    "segment",
    "time",
    "event",
    "actor",
    "role",
    "second",
    "member",
    "os_user",
    "channel",
    "comment",
    "action",
    "outcome",
    "category",
    "severity",
    "reason",
    "rules",
    "policy",
    "hash",
    "previous",
    "details",
)
PRIVATE_COLUMNS: Final = ("author", "remote_id", "permalink", "text")

_FORMULA: Final = re.compile(r"[\s\x00]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


class ClearValue(Protocol):
    """A value behind a commitment, with its salt."""

    @property
    def salt(self) -> bytes: ...

    @property
    def value(self) -> str: ...


PrivateLookup = Callable[[int], Mapping[str, ClearValue]]


def export(
    rows: Iterable[AuditRow], private: PrivateLookup | None, format: str, out: TextIO, *, language: str = "en"
) -> int:
    """Write ``rows`` to ``out`` and return how many rows or statements were written.

    ``private`` (the clear values of one sequence) is given only when they are asked for; statements never hold them.
    ``out`` for CSV should be opened with ``newline=""``. ``language`` (en or fr) is that of the statements' sentences.

    Raises UsageError ``audit_unknown_format`` (format, formats).
    """
    if format == "jsonl":
        return _jsonl(rows, private, out)
    if format == "csv":
        return _csv(rows, private, out)
    if format == "dsa":
        return _dsa_json(rows, out, language)
    if format == "dsa-csv":
        return _dsa_csv(rows, out, language)
    raise UsageError("audit_unknown_format", format=format, formats=list(FORMATS))


def neutral(cell: Any) -> str:
    """A CSV cell that no spreadsheet takes for a formula. Numbers stay numbers; U+FFFD stands in for lone surrogates."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return str(cell)
    raw = str(cell)
    text = _SURROGATES.sub("\ufffd", raw).replace("\0", "\ufffd")
    return "'" + text if _FORMULA.match(raw) else text


def _entry(row: AuditRow) -> dict[str, Any] | None:
    try:
        found = json.loads(row.entry)
    except (ValueError, TypeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _dumps(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate cannot be written as UTF-8; its escape can.
    return json.dumps(value, separators=(",", ":")) if _SURROGATES.search(text) else text


def _jsonl(rows: Iterable[AuditRow], private: PrivateLookup | None, out: TextIO) -> int:
    count = 0
    for row in rows:
        line: dict[str, Any] = {
            "sequence": row.sequence,
            "segment": row.segment,
            "previous": row.previous,
            "hash": row.hash,
            "entry": _entry(row),
        }
        if line["entry"] is None:
            line["entry_text"] = str(
                row.entry
            )  # damaged: shown as it is, so that the damage can be looked at
        if private is not None:
            line["private"] = {
                name: {"salt": clear.salt.hex(), "value": clear.value}
                for name, clear in private(row.sequence).items()
            }
        out.write(_dumps(line) + "\n")
        count += 1
    return count


def _csv(rows: Iterable[AuditRow], private: PrivateLookup | None, out: TextIO) -> int:
    writer = csv.writer(out)
    writer.writerow(CSV_COLUMNS + (PRIVATE_COLUMNS if private is not None else ()))
    shown = frozenset(CSV_COLUMNS) | {"at", "offset"}
    count = 0
    for row in rows:
        entry = _entry(row)
        if entry is None:
            entry, rest = {}, str(row.entry)
        else:
            rest = _dumps({name: value for name, value in entry.items() if name not in shown})
        found: dict[str, Any] = {
            **entry,
            "sequence": row.sequence,
            "segment": row.segment,
            "previous": row.previous,
            "hash": row.hash,
            "time": _time(entry.get("at")),
            "details": rest,
        }
        cells = [neutral(_flat(found.get(name))) for name in CSV_COLUMNS]
        if private is not None:
            clear = private(row.sequence)
            cells += [neutral(clear[name].value) if name in clear else "" for name in PRIVATE_COLUMNS]
        writer.writerow(cells)
        count += 1
    return count


def _flat(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return " ".join(value)
    return _dumps(value) if isinstance(value, (list, dict)) else value


def _time(at: Any) -> str:
    try:
        return utc(at).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (TypeError, ValueError, OverflowError, OSError):
        return ""


def _statements(rows: Iterable[AuditRow], language: str) -> Iterator[dict[str, Any]]:
    entries = ((row.hash, entry) for row in rows if (entry := _entry(row)) is not None)
    return statements(entries, language=language)


def _dsa_json(rows: Iterable[AuditRow], out: TextIO, language: str) -> int:
    """The body that the database's endpoint for several statements takes; it accepts at most 100 at a time."""
    count = 0
    out.write('{"statements":[')
    for found in _statements(rows, language):
        out.write((",\n" if count else "\n") + _dumps(found))
        count += 1
    out.write("\n]}\n")
    return count


def _dsa_csv(rows: Iterable[AuditRow], out: TextIO, language: str) -> int:
    writer = csv.writer(out)
    writer.writerow(STATEMENT_COLUMNS)
    count = 0
    for found in _statements(rows, language):
        writer.writerow([neutral(_flat(found.get(name))) for name in STATEMENT_COLUMNS])
        count += 1
    return count
