"""One change at a time to a TOML text that people wrote: what is not touched keeps its bytes.

Every change is made twice, to the text and to the data that tomllib read from it; when the text no longer says what
the data says, the change is refused and nothing is kept.
"""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from console.domain.errors import VigieError
from console.policy.document.layout import Layout, key_text, value_text, written_text
from console.policy.document.spans import Spans

if TYPE_CHECKING:
    from console.policy.lines import Path


class DocumentError(VigieError):
    """A change to a policy's text that cannot be made; the text is as it was. ``phrases_document`` has the words."""

    exit_code = 1
    default_code = "document.layout"


class TomlText:
    """A TOML text and what it says. Raises DocumentError ``document.toml`` for a text that is not TOML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.data: dict[str, Any] = _parsed(text)
        self._spans: Spans | None = None
        self.newline = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"

    @property
    def spans(self) -> Spans:
        """Where everything stands; worked out when it is first asked for after a change."""
        if self._spans is None:
            self._spans = Spans(self.text)
        return self._spans

    @property
    def layout(self) -> Layout:
        """Where changes go in the text as it stands."""
        return Layout(self.text, self.spans, self.newline)

    # ------------------------------------------------------------------ reading

    def get(self, path: Path, default: Any = None) -> Any:
        """What stands at ``path``; ``default`` when nothing does."""
        at: Any = self.data
        for part in path:
            try:
                at = at[part]
            except (KeyError, IndexError, TypeError):
                return default
        return at

    def lines_of(self, path: Path) -> tuple[int, int]:
        """First and last line of what is written at ``path``, from 1; (0, 0) when nothing is."""
        spans = self.spans
        starts: list[int] = []
        ends: list[int] = []
        for known, entry in spans.entries.items():
            if known[: len(path)] == path:
                starts.append(entry.start)
                ends.append(entry.value.end)
        value = spans.values.get(path)
        if value is not None:
            starts.append(value.start)
            ends.append(value.end)
        for known, header in spans.tables.items():
            if path and known[: len(path)] == path:
                starts.append(header.start)
                ends.append(header.end)
        if not starts:
            return 0, 0
        return spans.line_number(min(starts)), spans.line_number(max(max(ends) - 1, 0))

    def source(self, path: Path) -> str:
        """The text of the value at ``path`` as it is written; empty when it is not one value."""
        value = self.spans.values.get(path)
        return "" if value is None else self.text[value.start : value.end]

    # ------------------------------------------------------------------ keys

    def set(self, path: Path, value: Any, order: Sequence[str] = ()) -> None:
        """Make ``path`` say ``value``; equal values leave the text alone.

        A new key goes behind the last of those that ``order`` names before it, else at the end of its table.
        """
        present = self.get(path, self)
        value = _plain(value)
        if present is not self and type(present) is type(value) and present == value:
            return
        data = copy.deepcopy(self.data)
        _put(data, path, value)
        known = self.spans.values.get(path)
        if known is not None:
            text = written_text(value, self.newline, known.start - self.spans.line_start(known.start))
            self._commit(self.layout.cut(known.start, known.end, text), data)
        elif isinstance(present, dict) and isinstance(value, dict):  # a table with lines of its own
            for key in [key for key in present if key not in value]:
                self.remove((*path, key))
            for key, item in value.items():
                self.set((*path, key), item)
        elif present is not self:
            raise DocumentError("document.layout", key=_dotted(path))
        else:
            self._commit(self.layout.with_key(path, value, order), data)

    def set_texts(self, path: Path, wanted: Sequence[str], order: Sequence[str] = ()) -> None:
        """Make the array at ``path`` hold these strings, changing as few elements as possible."""
        present = self.get(path)
        value = self.spans.values.get(path)
        if value is None or value.kind != "array" or not isinstance(present, list):
            self.set(path, list(wanted), order)
            return
        names = set(wanted)
        stays = [isinstance(item, str) and item in names for item in present]
        gone = [index for index, stay in enumerate(stays) if not stay]
        kept = [item for item, stay in zip(present, stays, strict=True) if stay]
        if kept != list(wanted[: len(kept)]):
            self.set(path, list(wanted), order)
            return
        # Many changes to one array need not read the whole text again.
        part = TomlText(f"v = {self.source(path)}")
        for index in reversed(gone):
            part.remove(("v", index))
        for item in wanted[len(kept) :]:
            part.append(("v",), item)
        data = copy.deepcopy(self.data)
        _put(data, path, list(wanted))
        self._commit(self.layout.cut(value.start, value.end, part.text.removeprefix("v = ")), data)

    def remove(self, path: Path) -> None:
        """Take out a key, an element of an array, or a table with all that is in it; nothing there is no fault."""
        if self.get(path, self) is self:
            return
        data = copy.deepcopy(self.data)
        _drop(data, path)
        spans = self.spans
        entry = spans.entries.get(path)
        if entry is not None:
            cuts = [self.layout.entry_cut(entry)]
        elif path in spans.values:
            cuts = self.layout.element_cuts(spans.values[path[:-1]], int(path[-1]))
        else:
            cuts = self.layout.table_cuts(path)
        text = self.text
        for start, end in sorted(cuts, reverse=True):
            text = text[:start] + text[end:]
        for end in range(len(path) - 1, 0, -1):  # a table that only its parts made goes with the last of them
            parent = path[:end]
            if self.layout.written(parent) or not _is_empty(data, parent):
                break
            _drop(data, parent)
        self._commit(text, data)

    def rename(self, path: Path, name: str) -> None:
        """Give a key another name wherever it is written as the last part of a table's path or of a key."""
        if self.get((*path[:-1], name), self) is not self:
            raise DocumentError("document.exists", name=name[:60])
        data = copy.deepcopy(self.data)
        parent: Any = data
        for part in path[:-1]:
            parent = parent[part]
        renamed = {(name if key == path[-1] else key): value for key, value in parent.items()}
        parent.clear()
        parent.update(renamed)
        cuts: set[tuple[int, int]] = set()
        for holder in (*self.spans.headers, *self.spans.entries.values()):
            index = len(path)
            if holder.path[:index] != path or not holder.parts:
                continue
            back = len([part for part in holder.path[index:] if isinstance(part, str)])
            at = len(holder.parts) - 1 - back
            if at >= 0:
                cuts.add((holder.parts[at].start, holder.parts[at].end))
        text = self.text
        for start, end in sorted(cuts, reverse=True):
            text = text[:start] + key_text(name) + text[end:]
        self._commit(text, data)

    # ------------------------------------------------------------------ arrays and tables

    def append(self, path: Path, value: Any) -> None:
        """Add an element to the array at ``path``, written in place or as tables of their own."""
        array = self.spans.values.get(path)
        if array is None and isinstance(value, Mapping) and isinstance(self.get(path), list):
            self.add_table(path, value, array=True)
            return
        if array is None or array.kind != "array":
            raise DocumentError("document.layout", key=_dotted(path))
        data = copy.deepcopy(self.data)
        _find(data, path).append(_plain(value))
        self._commit(self.layout.with_element(array, value_text(value)), data)

    def insert(self, path: Path, index: int, value: Any) -> None:
        """Add an element in front of the element ``index`` of an array written in place; past the end, at the end."""
        array = self.spans.values.get(path)
        if array is None or array.kind != "array" or index >= len(array.items):
            self.append(path, value)
            return
        data = copy.deepcopy(self.data)
        _find(data, path).insert(index, _plain(value))
        self._commit(self.layout.with_element_before(array, index, value_text(value)), data)

    def add_table(self, path: Path, values: Mapping[str, Any], *, array: bool = False) -> None:
        """Write a new table, or with ``array`` a new element of an array of tables, behind its relatives."""
        data = copy.deepcopy(self.data)
        if array:
            inside = self.get(path)
            if inside is not None and (path in self.spans.values or not isinstance(inside, list)):
                self.append(path, dict(values))
                return
            _put(data, path, [*(inside or []), _plain(values)])
        else:
            if self.get(path, self) is not self:
                raise DocumentError("document.exists", name=str(path[-1])[:60])
            _put(data, path, _plain(values))
        self._commit(self.layout.with_new_table(path, values, array=array), data)

    # ------------------------------------------------------------------ inner

    def _commit(self, text: str, data: dict[str, Any]) -> None:
        try:
            said = _parsed(text)
        except DocumentError as wrong:
            raise DocumentError("document.layout", key="") from wrong
        if said != data:
            raise DocumentError("document.layout", key="")
        self.text, self.data, self._spans = text, said, None


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as wrong:
        found = re.search(r"\s*\(at (?:line (\d+), column \d+|end of document)\)", str(wrong))
        line = int(found.group(1)) if found and found.group(1) else text.count("\n") + 1
        detail = str(wrong)[: found.start()] if found else str(wrong)
        raise DocumentError("document.toml", line=line, detail=detail) from wrong
    except (RecursionError, ValueError) as wrong:
        raise DocumentError("document.toml", line=1, detail=type(wrong).__name__) from wrong


def _dotted(path: Path) -> str:
    return ".".join(str(part) for part in path)


def _plain(value: Any) -> Any:
    """A copy as tomllib would give it."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _find(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _put(data: dict[str, Any], path: Path, value: Any) -> None:
    at: Any = data
    for part in path[:-1]:
        if isinstance(at, dict) and part not in at:
            at[part] = {}
        at = at[part]
    at[path[-1]] = _plain(value)


def _drop(data: Any, path: Path) -> None:
    parent = _find(data, path[:-1])
    del parent[path[-1]]


def _is_empty(data: Any, path: Path) -> bool:
    return _find(data, path) in ({}, [])
