"""Where every key, value and table of a TOML text begins and ends, so that one of them can be changed alone.

``lines.py`` maps keys to lines for error messages; an editor needs offsets, the parts of dotted keys, the elements of
arrays and the extent of tables. The text has been accepted by tomllib, so finding them needs only strings, brackets
and comments. Line ends may be LF or CRLF and stay what they are.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from console.policy.lines import Path

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR: Final = re.compile(r"[^,\]}#\r\n]+")
_BLANK: Final = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)+")
_SPACES: Final = re.compile(r"[ \t]*")
_COMMENT_LINE: Final = re.compile(r"[ \t]*#")


@dataclass(slots=True)
class Part:
    """One part of a dotted key: its name and where it is written, quotes included."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class Value:
    """A value's span; ``kind`` is scalar, array (with ``items``) or inline (a table in braces, with ``entries``)."""

    path: Path
    start: int
    end: int = 0
    kind: str = "scalar"
    items: list[Value] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """``key = value``: in a table of its own lines, or inside braces."""

    path: Path
    parts: list[Part]
    value: Value

    @property
    def start(self) -> int:
        """Where the key begins."""
        return self.parts[0].start


@dataclass(slots=True)
class Header:
    """A table with the entries under its header; the top of the file is the header with the empty path."""

    path: Path
    parts: list[Part]
    start: int
    end: int
    entries: list[Entry] = field(default_factory=list)


class Spans:
    """The spans of a valid TOML text: ``headers`` in order of writing, ``values`` and ``tables`` by key path."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.headers: list[Header] = []
        self.values: dict[Path, Value] = {}
        self.entries: dict[Path, Entry] = {}
        self.tables: dict[Path, Header] = {}
        self._counts: dict[Path, int] = {}
        self._at = 1 if text.startswith("\ufeff") else 0
        self._document()

    # ------------------------------------------------------------------ lines

    def line_start(self, at: int) -> int:
        """The offset of the first character of the line that holds ``at``."""
        return max(self.text.rfind("\n", 0, at) + 1, 1 if self.text.startswith("\ufeff") else 0)

    def line_end(self, at: int) -> int:
        """The offset behind the line that holds ``at``, its line end included."""
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1

    def line_number(self, at: int) -> int:
        """The number of the line that holds ``at``, from 1."""
        return self.text.count("\n", 0, at) + 1

    def is_blank(self, start: int) -> bool:
        """Whether the line that starts here exists and holds nothing."""
        return start < len(self.text) and not self.text[start : self.line_end(start)].strip()

    def is_comment(self, start: int) -> bool:
        """Whether the line that starts here holds a comment and nothing else."""
        return bool(_COMMENT_LINE.match(self.text, start))

    def body_end(self, header: Header) -> int:
        """The offset behind a table's last line; a comment right under it belongs to it, one over a header does not."""
        if not header.entries and not header.parts:
            return header.end
        last = header.entries[-1].value.end if header.entries else header.end
        end = after = self.line_end(max(last - 1, 0))
        while after < len(self.text) and self.is_comment(after):
            after = self.line_end(after)
        return after if after >= len(self.text) or self.is_blank(after) else end

    # ------------------------------------------------------------------ scanning

    def _peek(self) -> str:
        return self.text[self._at : self._at + 1]

    def _blank(self) -> None:
        found = _BLANK.match(self.text, self._at)
        if found:
            self._at = found.end()

    def _spaces(self) -> None:
        found = _SPACES.match(self.text, self._at)
        self._at = found.end() if found else self._at

    def _string(self) -> str:
        start = self._at
        quote = self.text[start]
        mark = quote * 3 if self.text.startswith(quote * 3, start) else quote
        self._at += len(mark)
        while self._at < len(self.text) and not self.text.startswith(mark, self._at):
            self._at += 2 if quote == '"' and self.text[self._at] == "\\" else 1
        self._at += len(mark)
        while len(mark) == 3 and self._peek() == quote:  # up to two quotes may stand before the closing three
            self._at += 1
        return self.text[start : self._at]

    def _key(self) -> list[Part]:
        parts: list[Part] = []
        while True:
            self._spaces()
            start = self._at
            if self._peek() in {'"', "'"}:
                name = str(tomllib.loads("k = " + self._string())["k"])
            else:
                found = _BARE.match(self.text, self._at)
                if found is None:
                    raise ValueError(f"no key at offset {self._at}")
                name, self._at = found.group(), found.end()
            parts.append(Part(name, start, self._at))
            self._spaces()
            if self._peek() != ".":
                return parts
            self._at += 1

    def _resolve(self, parts: list[Part], base: Path = ()) -> Path:
        path = base
        for part in parts:
            path = (*path, part.name)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        return path

    def _pair(self, base: Path) -> Entry:
        parts = self._key()
        path = self._resolve(parts, base)
        self._at += 1  # the equals sign
        self._spaces()
        entry = Entry(path, parts, self._value(path))
        self.entries[path] = entry
        return entry

    def _value(self, path: Path) -> Value:
        found = Value(path, self._at)
        first = self._peek()
        if first in {'"', "'"}:
            self._string()
        elif first == "[":
            found.kind = "array"
            self._at += 1
            self._blank()
            while self._peek() not in {"]", ""}:
                found.items.append(self._value((*path, len(found.items))))
                self._separator()
            self._at += 1
        elif first == "{":
            found.kind = "inline"
            self._at += 1
            self._blank()
            while self._peek() not in {"}", ""}:
                found.entries.append(self._pair(path))
                self._separator()
            self._at += 1
        else:
            scalar = _SCALAR.match(self.text, self._at)
            self._at = self._at + len(scalar.group().rstrip(" \t")) if scalar else self._at + 1
        found.end = self._at
        self.values[path] = found
        return found

    def _separator(self) -> None:
        self._blank()
        if self._peek() == ",":
            self._at += 1
            self._blank()

    def _document(self) -> None:
        header = Header((), [], self._at, self._at)
        self.headers.append(header)
        self.tables[()] = header
        self._blank()
        while self._at < len(self.text):
            start = self._at
            if self.text.startswith("[[", start):
                self._at += 2
                parts = self._key()
                array = (*self._resolve(parts[:-1]), parts[-1].name)
                self._counts[array] = self._counts.get(array, 0) + 1
                header = Header((*array, self._counts[array] - 1), parts, start, self._at + 2)
            elif self._peek() == "[":
                self._at += 1
                parts = self._key()
                header = Header(self._resolve(parts), parts, start, self._at + 1)
            else:
                header.entries.append(self._pair(header.path))
                self._blank()
                continue
            self._at = header.end
            self.headers.append(header)
            self.tables[header.path] = header
            self._blank()
