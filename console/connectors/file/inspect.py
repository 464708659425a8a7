"""A file's plan of import from a bounded look at it: format, encoding, columns, dates, and five lines as a preview."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from console.connectors.file import dates
from console.connectors.file.columns import detect as detect_columns
from console.connectors.file.columns import fold, known, override, unused
from console.connectors.file.encoding import check_name, sample
from console.connectors.file.encoding import detect as detect_encoding
from console.connectors.file.lines import is_wide
from console.connectors.file.plan import ImportPlan
from console.connectors.file.reader import read
from console.connectors.file.records import dialect
from console.domain.decision import Reason
from console.domain.errors import UsageError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

PREVIEW: Final = 5
_DELIMITERS: Final = (",", ";", "\t", "|")
_ROWS: Final = 400  # records looked at for the shape of a file
_PREAMBLE: Final = 10  # lines a report may carry before its header
_DEPTH: Final = 5  # levels of nested JSON objects that are offered as columns
_MAX_COLUMNS: Final = 400


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the sample says about a file's form."""

    columns: tuple[str, ...]
    rows: list[dict[str, str]]  # column -> value, from all over the file
    delimiter: str = ""
    quote: str = '"'
    escape: str = ""
    header_line: int = 0
    has_header: bool = True


def inspect(
    path: str | os.PathLike[str],
    format: str | None = None,
    *,
    mapping: Mapping[str, str] | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    day_first: bool | None = None,
) -> ImportPlan:
    """The plan for importing ``path``. At most about half a megabyte of the file is read, whatever its size.

    ``format`` (csv or jsonl), ``encoding``, ``delimiter`` and ``day_first`` override what is detected; ``mapping``
    says which column feeds which field, e.g. ``{"text": "Body", "author": ""}`` (an empty name leaves a field out).

    Raises UsageError: import_unreadable, import_empty, import_spreadsheet, import_compressed, import_not_text,
    import_json_document, import_unknown_format, import_unknown_encoding, import_unknown_field,
    import_unknown_column, import_no_text_column (columns).
    """
    file = Path(path)
    try:
        status = file.stat()
        pieces = sample(file, status.st_size)
    except OSError as error:
        raise UsageError("import_unreadable", path=str(path), why=error.strerror or str(error)) from error
    _refuse_binary(pieces[0])
    codec, bom = detect_encoding(pieces)
    if encoding is not None and codec != (codec := check_name(encoding)):
        bom = bom if is_wide(codec) else 0
    if not is_wide(codec) and b"\0" * 16 in pieces[0][:4096]:
        raise UsageError("import_not_text")
    texts = [_text(piece, codec, bom if number == 0 else 0) for number, piece in enumerate(pieces)]
    if not texts[0].strip("\ufeff \t\r\n"):
        raise UsageError("import_empty")
    newline = "\n" if "\n" in texts[0] or "\r" not in texts[0] else "\r"
    whole = status.st_size <= len(pieces[0])
    lines = [_lines(text, newline, head=number == 0, whole=whole) for number, text in enumerate(texts)]
    chosen = _format(format, lines[0])
    if chosen == "jsonl":
        shape = _json_shape(lines)
    else:
        shape = _csv_shape(lines, delimiter)
    fields = override(_detect(shape), shape.columns, mapping or {})
    if "text" not in fields:
        raise UsageError("import_no_text_column", columns=list(shape.columns))
    ignored = unused(shape.columns, fields)
    day, warnings = _dates(shape.rows, fields, day_first)
    if not shape.has_header:
        warnings.append(Reason("no_header"))
    if not {"author", "author_id", "author_name"} & set(fields):
        warnings.append(Reason("no_author_column"))
    if ignored:
        warnings.append(Reason("unknown_columns", {"columns": list(ignored)}))
    plan = ImportPlan(
        path=str(path),
        size=status.st_size,
        format=chosen,
        encoding=codec,
        bom=bom,
        newline=newline,
        delimiter=shape.delimiter,
        quote=shape.quote,
        escape=shape.escape,
        header_line=shape.header_line,
        columns=shape.columns,
        mapping=fields,
        ignored=ignored,
        day_first=day,
        fallback_time=int(status.st_mtime),
        warnings=tuple(warnings),
    )
    return replace(plan, preview=tuple(islice(read(file, plan), PREVIEW)))


def _refuse_binary(head: bytes) -> None:
    if not head:
        raise UsageError("import_empty")
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf")):
        raise UsageError("import_spreadsheet")
    if head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")):
        raise UsageError("import_compressed")
    if head.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"SQLite format 3", b"\x7fELF")):
        raise UsageError("import_not_text")


def _text(piece: bytes, codec: str, skip: int) -> str:
    return piece[skip:].decode(codec, "replace")


def _lines(text: str, newline: str, *, head: bool, whole: bool) -> list[str]:
    """Whole lines, newline kept; the cut ends of a piece are dropped."""
    lines = text.split(newline)
    last = lines.pop()
    kept = [line + newline for line in lines]
    if whole and last:
        kept.append(last)
    elif head and not kept:
        kept.append(last)  # one line longer than the sample
    return kept if head else kept[1:]


def _format(asked: str | None, lines: list[str]) -> str:
    if asked is not None:
        if asked not in ("csv", "jsonl"):
            raise UsageError("import_unknown_format", format=asked)
        if asked == "csv":
            return asked
    filled = [line.strip() for line in lines[:200] if line.strip()][:20]
    starts = sum(line.startswith("{") for line in filled)
    if starts * 2 >= len(filled) and not (starts and _one_document(filled)):
        return "jsonl"
    if filled[0].startswith(("[", "{")) and _looks_like_json(filled):
        bare = [line.strip("[], ") for line in filled]
        if any(line.startswith("{") and _loads(line) is not None for line in bare):
            return "jsonl"  # an array with one object per line
        raise UsageError("import_json_document")
    return asked or "csv"


def _one_document(lines: list[str]) -> bool:
    """``{`` alone on the first line, with more after it: an indented document, not JSON Lines."""
    return lines[0] == "{" and len(lines) > 1


def _looks_like_json(lines: list[str]) -> bool:
    return lines[0] in ("[", "{") or lines[0].startswith(("[{", '{"', "[ {", '{ "'))


def _loads(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


# ---- JSON Lines


def _json_shape(lines: list[list[str]]) -> _Shape:
    columns: dict[str, None] = {}
    rows: list[dict[str, str]] = []
    for piece in lines:
        for line in piece[:_ROWS]:
            bare = line.strip().removeprefix("[").removesuffix("]").removesuffix(",")
            value = _loads(bare) if bare else None
            if isinstance(value, dict):
                flat: dict[str, str] = {}
                _flatten(value, "", flat, _DEPTH)
                rows.append(flat)
                if len(columns) < _MAX_COLUMNS:
                    columns.update(dict.fromkeys(flat))
    return _Shape(columns=tuple(columns), rows=rows)


def _flatten(value: Mapping[str, Any], prefix: str, into: dict[str, str], depth: int) -> None:
    for key, item in value.items():
        if isinstance(item, dict) and depth > 1:
            _flatten(item, f"{prefix}{key}.", into, depth - 1)
        elif not isinstance(item, (dict, list)):
            into[f"{prefix}{key}"] = "" if item is None else str(item)[:200]


# ---- CSV


def _csv_shape(lines: list[list[str]], asked: str | None) -> _Shape:
    head = lines[0]
    skip = 0
    if head[0].lower().startswith("sep=") and len(head[0].strip()) == 5:
        asked = asked or head[0].strip()[4]  # a line for spreadsheets, not a record
        skip = 1
    body = head[skip:]
    quote = "'" if body and body[0].startswith("'") and body[0].count("'") > 3 and '"' not in body[0] else '"'
    # Quotes inside cells are doubled, or else a backslash stands before them: whichever explains more of the rows.
    escapes = ("", "\\") if any("\\" + quote in line for line in body[:_ROWS]) else ("",)
    best: tuple[tuple[float, ...], str, str, list[tuple[int, list[str]]]] | None = None
    for mark in (asked,) if asked else _DELIMITERS:
        for escape in escapes:
            rows = _rows(body, dialect(mark, quote, escape))
            score = _score(rows)
            if rows and (best is None or score > best[0]):
                best = (score, mark, escape, rows)
    if best is None:
        raise UsageError("import_empty")
    _, mark, escape, rows = best
    at, has_header = _header(rows)
    end, names = rows[at]
    if has_header:
        columns = _names(names)
        data = rows[at + 1 :]
    else:
        width = max(len(row) for _, row in rows[:20])
        columns = tuple(f"column {number}" for number in range(1, width + 1))
        data = rows
    found = [dict(zip(columns, row, strict=True)) for _, row in data if len(row) == len(columns)]
    for piece in lines[1:]:  # single lines from further on, where they have the right shape
        for line in piece[:_ROWS]:
            for _, row in _rows([line], dialect(mark, quote, escape)):
                if len(row) == len(columns):
                    found.append(dict(zip(columns, row, strict=True)))
    return _Shape(columns, found, mark, quote, escape, end + skip if has_header else skip, has_header)


def _rows(lines: list[str], settings: Mapping[str, Any]) -> list[tuple[int, list[str]]]:
    """``(last line, cells)`` of the first records; a damaged one is passed over."""
    rows: list[tuple[int, list[str]]] = []
    begin = 0
    while begin < len(lines) and len(rows) < _ROWS:
        reader = csv.reader(lines[begin:], **settings)
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    rows.append((begin + reader.line_num, cells))
                if len(rows) >= _ROWS:
                    break
            break
        except csv.Error:
            last = rows[-1][0] if rows else 0
            begin = max(begin, last) + 1
    return rows


def _score(rows: list[tuple[int, list[str]]]) -> tuple[float, ...]:
    """How well a delimiter explains the rows: names it uncovers, share of even width, width, number of good rows."""
    if not rows:
        return ()
    at, _ = _header(rows)
    width = len(rows[at][1])
    good = sum(len(cells) == width for _, cells in rows[at:])
    share = good / (len(rows) - at)
    return sum(known(cell) for cell in rows[at][1]), share if width > 1 else share / 2, width, good


def _header(rows: list[tuple[int, list[str]]]) -> tuple[int, bool]:
    """Index of the header, and whether there is one at all."""
    counts = [sum(known(cell) for cell in cells) for _, cells in rows[:_PREAMBLE]]
    first = rows[0][1]
    best = max(range(len(counts)), key=lambda index: (counts[index], -index))
    if counts[best] >= 2 and counts[best] > counts[0] and len(rows[best][1]) > len(first):
        return best, True  # a report with lines of its own before the header
    if counts[0]:
        return 0, True
    return 0, not any(_is_data(cell) for cell in first)


def _is_data(cell: str) -> bool:
    """Whether a cell is a value rather than a name: a number, a date, a link, a sentence, nothing."""
    text = cell.strip()
    return (
        not text
        or len(text) > 60
        or text[0] in "@#"
        or text.startswith(("http://", "https://"))
        or text[-1] in ".!?…"
        or len(text.split()) > 6
        or text.replace(".", "").replace("-", "").isdigit()
        or dates.parse(text) is not None
    )


def _names(cells: Iterable[str]) -> tuple[str, ...]:
    """Column names, told apart where the file does not."""
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = cell.strip().lstrip("\ufeff") or f"column {number}"
        base, again = name, 2
        while name in names:
            name = f"{base} ({again})"
            again += 1
        names.append(name)
    return tuple(names)


# ---- what the columns hold


def _detect(shape: _Shape) -> dict[str, str]:
    if shape.has_header:
        return detect_columns(shape.columns)
    # Without names: the longest column with words in it is the text, the first one of dates is the date.
    fields: dict[str, str] = {}
    lengths = {
        column: sum(len(row[column]) for row in shape.rows if " " in row[column].strip())
        for column in shape.columns
    }
    longest = max(lengths, key=lambda column: lengths[column], default="")
    if longest and lengths[longest]:
        fields["text"] = longest
    for column in shape.columns:
        values = [row[column] for row in shape.rows if row[column]]
        if column != longest and values and sum(dates.parse(v) is not None for v in values) * 2 > len(values):
            fields["date"] = column
            break
    return fields


def _dates(
    rows: list[dict[str, str]], fields: Mapping[str, str], asked: bool | None
) -> tuple[bool, list[Reason]]:
    """Whether the day comes before the month, and what there is to say about the times."""
    column = fields.get("date")
    if column is None:
        return asked is not False, [Reason("no_date_column")]
    values = [value for row in rows if (value := row.get(column, ""))]
    warnings = []
    month = dates.month_first(values)
    if (
        asked is None
        and month is None
        and any(dates.parse(v) != dates.parse(v, day_first=False) for v in values)
    ):
        warnings.append(Reason("ambiguous_dates", {"column": column}))
    naive = (v for v in values[:50] if dates.parse(v) is not None and not dates.has_zone(v))
    if next(naive, None) is not None and not fold(column).endswith((" gmt", " utc")):
        warnings.append(Reason("naive_times", {"column": column}))
    return (not month if asked is None else asked), warnings
