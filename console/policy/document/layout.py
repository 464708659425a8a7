"""Where a change goes in a TOML text: the new line, element or table beside its neighbours, the piece to take out.

tomlkit writes the values, so that quoting and escapes are TOML's own. It does not choose the places: a table that
tomlkit adds lands under the heading of the next section, without the blank line that its neighbours have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import tomlkit

if TYPE_CHECKING:
    from console.policy.document.spans import Entry, Header, Spans, Value
    from console.policy.lines import Path

WIDTH: Final = 120
"""Columns that a line of an array may fill before a new line is begun."""

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_GAP: Final = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
ORDER: Final = (
    "hours", "category", "allow", "watch", "list", "rule", "ladder", "approval", "replies", "channel", "crisis",
    "retention", "permissions", "gate",
)  # fmt: skip
"""The sections of a policy in the order in which people expect them: a new one goes where it belongs."""

NAMED: Final = frozenset({"category", "list", "ladder", "channel"})
"""Sections that are tables of tables."""

_HEADING: Final = re.compile(r"[ \t]*#.*(?:---|===|###|\*\*\*)")


def quoted(text: str) -> str:
    """A string as TOML writes it, on one line, with double quotes."""
    return tomlkit.string(text).as_string()


def key_text(name: str) -> str:
    """A key as TOML writes it: bare where it may be."""
    return name if _BARE.fullmatch(name) else quoted(name)


def value_text(value: Any) -> str:
    """A value in TOML, on one line, in the style of the default policies. Raises TypeError for what TOML has not."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.2f}" if round(value, 2) == value else repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key_text(str(key))} = {value_text(item)}" for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, Sequence):
        return f"[{', '.join(value_text(item) for item in value)}]"
    raise TypeError(type(value).__name__)


def written_text(value: Any, newline: str, margin: int = 0) -> str:
    """``value_text``, with an array too long for a line on several."""
    text = value_text(value)
    if margin + len(text) <= WIDTH or not isinstance(value, (list, tuple)) or not value:
        return text
    rows, row = [], " "
    for item in value:
        piece = f" {value_text(item)},"
        if row.strip() and len(row) + len(piece) > WIDTH:
            rows.append(row)
            row = " "
        row += piece
    return newline.join(["[", *rows, row, "]"])


class Layout:
    """Edits of one text, each given back as the new text or as the pieces to cut; nothing is kept here."""

    def __init__(self, text: str, spans: Spans, newline: str) -> None:
        self.text, self.spans, self.newline = text, spans, newline

    def cut(self, start: int, end: int, text: str = "") -> str:
        """The text with ``text`` in place of what stands from ``start`` to ``end``."""
        return self.text[:start] + text + self.text[end:]

    def written(self, path: Path) -> bool:
        """Whether the text holds ``path`` by itself: a header or a value, not only longer paths."""
        return path in self.spans.tables or path in self.spans.values

    def with_key(self, path: Path, value: Any, order: Sequence[str]) -> str:
        """The text with a key that was not there, in the nearest table that is."""
        spans = self.spans
        for end in range(len(path) - 1, -1, -1):
            parent = path[:end]
            rest = [str(part) for part in path[end:]]
            inline = spans.values.get(parent) if end else None
            if inline is not None and inline.kind == "inline":
                return self._with_inline(inline, rest, value)
            header = spans.tables.get(parent)
            if header is None:
                continue
            if end or len(path) == 1 or any(entry.path[0] == path[0] for entry in header.entries):
                return self._with_line(header, rest, value, order)
        return self._with_table(path, value)

    def _with_table(self, path: Path, value: Any) -> str:
        """A new ``[table]`` for one key: above the tables that belong in it, else at the end of the file."""
        spans = self.spans
        top = str(path[0])
        within = [header for header in spans.headers if header.path[:1] == (top,)]
        if within and len(path) == 2:
            at = spans.line_start(min(header.start for header in within))
            block = f"[{key_text(top)}]{self.newline}{self.pair(key_text(str(path[1])), value)}{self.newline}"
            return self.cut(at, at, block)
        depth = min(2 if top in NAMED else 1, len(path) - 1)
        nested: Any = value
        for part in reversed(path[depth + 1 :]):
            nested = {str(part): nested}
        return self.with_new_table(path[:depth], {str(path[depth]): nested}, array=False)

    def pair(self, key: str, value: Any, width: int = 0) -> str:
        """One line ``key = value`` with its line end; ``key`` is written already."""
        name = f"{key:<{width}}"
        return f"{name} = {written_text(value, self.newline, len(name) + 3)}{self.newline}"

    def with_new_table(self, path: Path, values: Mapping[str, Any], *, array: bool) -> str:
        """A new table behind its relatives, else where a section of its name belongs."""
        head = ".".join(key_text(name) for name in names_of(path))
        pairs = [_shortened(key_text(key), value) for key, value in values.items()]
        width = max((len(key) for key, _ in pairs), default=0)
        block = (f"[[{head}]]" if array else f"[{head}]") + self.newline
        block += "".join(self.pair(key, value, width) for key, value in pairs)
        relatives = self.relatives(path)
        at = max((self.spans.body_end(header) for header in relatives), default=len(self.text))
        lead = "" if not self.text[:at] or self.text[:at].endswith(("\n", "\ufeff")) else self.newline
        if self.spaced(path, relatives) and self.text[:at].strip("\ufeff"):
            lead += self.newline
        return self.cut(at, at, lead + block)

    def _with_line(self, header: Header, rest: list[str], value: Any, order: Sequence[str]) -> str:
        """One more line under a header. Where nothing begins with the same name, depth becomes a table in braces."""
        spans = self.spans
        depth = len(header.path)
        beside = [entry for entry in header.entries if entry.path[depth] == rest[0]]
        if len(rest) > 1 and not beside:
            for part in reversed(rest[1:]):
                value = {part: value}
            rest = rest[:1]
        earlier = list(order[: order.index(rest[0])]) if rest[0] in order else []
        before = beside or [entry for entry in header.entries if entry.path[depth] in earlier]
        if not before and rest[0] not in order:
            before = header.entries
        key = ".".join(key_text(part) for part in rest)
        if before:
            model = before[-1]
            at = spans.line_end(model.value.end - 1)
            indent = self.text[spans.line_start(model.start) : model.start]
            key = f"{key:<{self._key_width(model)}}"
        else:
            at = spans.line_end(max(header.end - 1, 0)) if header.parts else header.end
            indent = ""
        lead = "" if at == 0 or self.text[:at].endswith(("\n", "\ufeff")) else self.newline
        text = written_text(value, self.newline, len(indent) + len(key) + 3)
        return self.cut(at, at, f"{lead}{indent}{key} = {text}{self.newline}")

    def _key_width(self, model: Entry) -> int:
        """How wide keys are written beside ``model``, so that the equals signs stay in one column."""
        sign = self.text.index("=", model.parts[-1].end)
        return max(sign - model.start - 1, 0)

    def _with_inline(self, inline: Value, rest: list[str], value: Any) -> str:
        key = ".".join(key_text(part) for part in rest)
        if not any(entry.path[len(inline.path)] == rest[0] for entry in inline.entries) and len(rest) > 1:
            for part in reversed(rest[1:]):
                value = {part: value}
            key = key_text(rest[0])
        pair = f"{key} = {value_text(value)}"
        if not inline.entries:
            return self.cut(inline.start, inline.end, f"{{ {pair} }}")
        at = inline.entries[-1].value.end
        return self.cut(at, at, f", {pair}")

    def with_element(self, array: Value, text: str) -> str:
        spans = self.spans
        if not array.items:
            close = array.end - 1
            first = spans.line_start(close)
            if self.text[first:close].strip() or first <= array.start:
                return self.cut(close, close, text) if "\n" in self._of(array) else self.cut(
                    array.start, array.end, f"[{text}]"
                )  # fmt: skip
            return self.cut(first, first, f"  {text},{self.newline}")
        last = array.items[-1]
        comma = self._comma(last.end)
        first = spans.line_start(last.start)
        indent = self.text[first : last.start]
        row_end = spans.line_end(last.end - 1)
        alone = not indent.strip() and first > array.start
        if alone and row_end < array.end and "," not in self._rest_of_line(comma or last.end):
            made = f"{indent}{text}{',' if comma else ''}{self.newline}"
            if comma:
                return self.cut(row_end, row_end, made)
            return self.text[: last.end] + "," + self.text[last.end : row_end] + made + self.text[row_end:]
        if first > array.start:  # several to a line: fill it, then begin another
            row = self.text[first : spans.line_end(first)].rstrip()
            lead = re.match(r"[ \t]*", row)
            margin = lead.group() if lead else ""
            gap = " " if len(row) + len(text) + 3 <= WIDTH else f"{self.newline}{margin}"
        else:
            gap = " "
        if comma:
            return self.cut(comma, comma, f"{gap}{text},")
        return self.cut(last.end, last.end, f",{gap}{text}")

    def _of(self, value: Value) -> str:
        return self.text[value.start : value.end]

    def _rest_of_line(self, at: int) -> str:
        return self.text[at : self.spans.line_end(at)].split("#")[0]

    def _comma(self, at: int) -> int | None:
        """The offset behind the comma that follows ``at``; None when an array ends there instead."""
        gap = _GAP.match(self.text, at)
        place = gap.end() if gap else at
        return place + 1 if self.text[place : place + 1] == "," else None

    def with_element_before(self, array: Value, index: int, text: str) -> str:
        """The text with an element in front of another one: on a line of its own where that one has its own."""
        item = array.items[index]
        row = self.spans.line_start(item.start)
        indent = self.text[row : item.start]
        if row > array.start and not indent.strip():
            return self.cut(row, row, f"{indent}{text},{self.newline}")
        return self.cut(item.start, item.start, f"{text}, ")

    def entry_cut(self, entry: Entry) -> tuple[int, int]:
        spans = self.spans
        holder = spans.values.get(self._holder(entry))
        if holder is None or holder.kind != "inline":
            return spans.line_start(entry.start), spans.line_end(entry.value.end - 1)
        index = holder.entries.index(entry)
        if index:
            return holder.entries[index - 1].value.end, entry.value.end
        if len(holder.entries) > 1:
            return entry.start, holder.entries[1].start
        return holder.start + 1, holder.end - 1

    def _holder(self, entry: Entry) -> Path:
        """The path of the table in braces that an entry is written in; the empty path when it has its own line."""
        for end in range(len(entry.path) - 1, 0, -1):
            value = self.spans.values.get(entry.path[:end])
            if value is not None:
                return entry.path[:end]
        return ()

    def element_cuts(self, array: Value, index: int) -> list[tuple[int, int]]:
        spans = self.spans
        item = array.items[index]
        comma = self._comma(item.end)
        end = comma or item.end
        start_row, end_row = spans.line_start(item.start), spans.line_end(end - 1)
        before = array.items[index - 1] if index else None
        alone = not self.text[start_row : item.start].strip() and not self._rest_of_line(end).strip()
        if len(array.items) == 1 and not (alone and start_row > array.start):
            return [(item.start, end)] if "#" in self._of(array) else [(array.start + 1, array.end - 1)]
        if alone and start_row > array.start and end_row <= array.end:
            cuts = [(start_row, end_row)]
            if comma is None and before is not None:
                last_comma = self._comma(before.end)
                cuts += [(last_comma - 1, last_comma)] if last_comma else []
            return cuts
        follows = array.items[index + 1] if index + 1 < len(array.items) else None
        if before is None or spans.line_start(before.end - 1) < start_row:
            if follows is not None and "\n" not in self.text[end : follows.start]:
                return [(item.start, follows.start)]
        if before is not None:
            back = self._comma(before.end) or before.end
            if comma is None and "#" not in self.text[before.end : item.start]:
                return [(before.end, item.end)]
            return [(back if "#" not in self.text[back : item.start] else item.start, end)]
        return [(item.start, end)]

    def table_cuts(self, path: Path) -> list[tuple[int, int]]:
        """Whole tables with the comment right above them and one blank line; and keys written as dotted lines."""
        spans = self.spans
        cuts: list[tuple[int, int]] = []
        for holder in spans.headers:
            if holder.parts and holder.path[: len(path)] == path:
                start, end = spans.line_start(holder.start), spans.body_end(holder)
                while start > 0:
                    above = spans.line_start(start - 1)
                    if above >= start or not spans.is_comment(above) or _HEADING.match(self.text, above):
                        break
                    start = above
                if cuts and not self.text[cuts[-1][1] : start].strip():
                    cuts[-1] = (cuts[-1][0], end)
                else:
                    cuts.append((start, end))
            else:
                cuts += [self.entry_cut(e) for e in holder.entries if e.path[: len(path)] == path]
        return [self._with_blank(start, end) for start, end in cuts]

    def _with_blank(self, start: int, end: int) -> tuple[int, int]:
        """A cut that leaves one blank line where the piece had one on both sides, none where it had one."""
        spans = self.spans
        above = spans.line_start(start - 1) if start else start
        if start and spans.is_blank(above) and self.text[spans.line_start(start) : start] == "":
            if spans.is_blank(end):
                return start, spans.line_end(end)
            return above, end
        return start, end

    def relatives(self, path: Path) -> list[Header]:
        """The tables that a new one stands behind: its sisters with all they hold, else its parent, else the section before."""
        headers = self.spans.headers
        for stem in (path, path[:-1]):
            found = [h for h in headers if stem and h.path[: len(stem)] == stem]
            if found:
                return found
        place = ORDER.index(str(path[0])) if path[0] in ORDER else 0
        for name in reversed(ORDER[:place]):
            found = [h for h in headers if h.path[:1] == (name,)]
            if found:
                return found
        return []

    def spaced(self, path: Path, relatives: Sequence[Header]) -> bool:
        """Whether tables of this kind have a blank line above them."""
        if any(isinstance(part, int) for part in path):
            sisters = [h for h in self.spans.headers if names_of(h.path) == names_of(path) and h.parts]
            if not sisters:
                return False
        else:
            sisters = [h for h in relatives if len(names_of(h.path)) == len(names_of(path))] or list(
                relatives
            )
        if not sisters:
            return True
        start = self.spans.line_start(sisters[-1].start)
        while start and self.spans.is_comment(self.spans.line_start(start - 1)):
            start = self.spans.line_start(start - 1)
        return start == 0 or self.spans.is_blank(self.spans.line_start(start - 1))


def names_of(path: Path) -> tuple[str, ...]:
    """The keys of a path without the numbers of elements."""
    return tuple(part for part in path if isinstance(part, str))


def _shortened(key: str, value: Any) -> tuple[str, Any]:
    """``when.any = [...]`` rather than a table in braces around one array."""
    while isinstance(value, Mapping) and len(value) == 1:
        inner, item = next(iter(value.items()))
        if not isinstance(item, (Mapping, list, tuple)):
            break
        key, value = f"{key}.{key_text(str(inner))}", item
    return key, value
