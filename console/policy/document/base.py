"""What every part of a policy document stands on: the text, the included lists, checks of what is handed in, undo on error."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from console.policy.document.text import DocumentError, TomlText
from console.policy.durations import parse_duration, parse_range

if TYPE_CHECKING:
    from console.policy.lines import Path

MAX_TEXT: Final = 2_000
MAX_WORD: Final = 400

_Change = TypeVar("_Change", bound=Callable[..., Any])
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")


class DocumentBase:
    """A policy's TOML text (line ends and BOM as they are) and the bytes of the lists it includes.

    Raises DocumentError ``document.toml`` (``line``, ``detail``) for a text that is not TOML. A text that is TOML but
    no good policy can be edited: that is how it becomes one.
    """

    def __init__(self, text: str, files: Mapping[str, bytes] | None = None) -> None:
        self.toml = TomlText(text)
        self._files: dict[str, bytes] = dict(files or {})

    @property
    def text(self) -> str:
        """The TOML text as it stands."""
        return self.toml.text

    @property
    def files(self) -> dict[str, bytes]:
        """The included lists by the name that the policy gives them; a copy."""
        return dict(self._files)

    def lines_of(self, *path: str | int) -> tuple[int, int]:
        """First and last line of what is written at a key path; (0, 0) when nothing is."""
        return self.toml.lines_of(path)

    def place_of(self, line: int) -> Path:
        """The key path written at a line of the text (from 1), elements of arrays included; empty when none is."""
        spans = self.toml.spans
        found: Path = ()
        for header in spans.headers:
            if header.parts and spans.line_number(header.start) == line:
                return header.path
            for entry in header.entries:
                first, last = spans.line_number(entry.start), spans.line_number(entry.value.end - 1)
                if first <= line <= last:
                    found = entry.path
                    for item in entry.value.items:
                        if spans.line_number(item.start) <= line <= spans.line_number(item.end - 1):
                            return item.path if first != last else found
                    return found
        return found

    def table(self, *path: str | int) -> dict[str, Any]:
        """The table at ``path`` as plain data; empty when there is none or something else stands there."""
        found = self.toml.get(path)
        return found if isinstance(found, dict) else {}

    def array(self, *path: str | int) -> list[Any]:
        """The array at ``path`` as plain data; empty when there is none or something else stands there."""
        found = self.toml.get(path)
        return found if isinstance(found, list) else []

    def named(self, section: str) -> dict[str, dict[str, Any]]:
        """The tables of a section such as ``list`` by name, those of another shape left out."""
        return {name: table for name, table in self.table(section).items() if isinstance(table, dict)}

    def put(self, path: Path, value: Any, order: tuple[str, ...] = ()) -> None:
        """Write a value; an empty text, an empty list or None takes the key away."""
        if value is None or value in ("", [], ()):
            self.toml.remove(path)
        elif isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
            self.toml.set_texts(path, value, order)
        else:
            self.toml.set(path, value, order)


def atomic(change: _Change) -> _Change:
    """An operation that happens altogether or not at all; a text of an unforeseen shape becomes ``document.shape``."""

    @functools.wraps(change)
    def whole(self: DocumentBase, *args: Any, **kwargs: Any) -> Any:
        text, files = self.toml.text, dict(self._files)
        try:
            return change(self, *args, **kwargs)
        except Exception as wrong:
            self.toml, self._files = TomlText(text), files
            if isinstance(wrong, (KeyError, IndexError, TypeError, AttributeError)):
                raise DocumentError("document.shape", operation=change.__name__) from wrong
            raise

    return cast("_Change", whole)


# ---------------------------------------------------------------------- checks


def need_text(value: object, key: str, *, limit: int = MAX_TEXT, empty: bool = False) -> str:
    """A text without control characters, its ends trimmed."""
    if not isinstance(value, str):
        raise DocumentError("policy.type", key=key, expected="string", got=type(value).__name__)
    text = value.strip()
    if not text and not empty:
        raise DocumentError("policy.empty", key=key)
    if len(text) > limit:
        raise DocumentError("policy.long", key=key, limit=limit)
    if _CONTROL.search(text):
        raise DocumentError("document.control", key=key)
    return text


def need_choice(value: object, key: str, choices: Collection[str]) -> str:
    """One of ``choices``."""
    if not isinstance(value, str) or value not in choices:
        raise DocumentError("policy.choice", key=key, value=str(value)[:80])
    return value


def need_number(value: object, key: str, low: int, high: int) -> int:
    """A whole number in [low, high]."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise DocumentError("policy.range", key=key, low=low, high=high, got=str(value)[:40])
    return value


def need_share(value: object, key: str, low: float = 0.0, high: float = 1.0) -> float:
    """A number in [low, high]."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise DocumentError("policy.type", key=key, expected="number", got=type(value).__name__)
    if not low <= value <= high:
        raise DocumentError("policy.range", key=key, low=f"{low:g}", high=f"{high:g}", got=str(value)[:40])
    return float(value)


def need_duration(value: object, key: str, *, empty: bool = True) -> str:
    """A duration such as ``4h`` as it was written; empty where that is allowed."""
    text = need_text(value, key, limit=40, empty=empty)
    if text:
        try:
            parse_duration(text)
        except ValueError as wrong:
            raise DocumentError(f"policy.{wrong.args[0]}", key=key, value=text) from wrong
    return text


def need_range(value: object, key: str, *, crossing: bool) -> str:
    """A time range such as ``08:30-12:30``; only quiet hours may cross midnight."""
    text = need_text(value, key, limit=20)
    try:
        start, end = parse_range(text)
    except ValueError as wrong:
        raise DocumentError("policy.time.form", key=key, value=text) from wrong
    if end < start and not crossing:
        raise DocumentError("hours.crossing", key=key, value=text)
    return text


def need_known(name: object, known: Collection[str], code: str) -> str:
    """A name that the policy has."""
    if not isinstance(name, str) or name not in known:
        raise DocumentError(code, name=str(name)[:60], id=str(name)[:60])
    return name


def text_of(value: object) -> str:
    """A text as it is, empty for anything else."""
    return value if isinstance(value, str) else ""


def texts_of(value: object) -> tuple[str, ...]:
    """The texts of an array, or one text alone; whatever is no text is left out."""
    if isinstance(value, str):
        return (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def number_of(value: object, default: int) -> int:
    """A whole number as it is, else the default."""
    return value if isinstance(value, int) and not isinstance(value, bool) else default
