"""Typed reading of one TOML table: every wrong type, range or unknown key becomes an error with its line."""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from console.policy.durations import parse_duration
from console.policy.errors import Errors, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from console.policy.lines import Path

SCALE: Final = 10_000
_MISSING: Final = object()


def kind_of(value: object) -> str:
    """The TOML word for a value's type, as error messages name it."""
    for types, word in (
        (bool, "boolean"),
        (str, "string"),
        (int, "integer"),
        (float, "number"),
        (list, "array"),
        (dict, "table"),
    ):
        if isinstance(value, types):
            return word
    return "date"


class Table:
    """One table under reading. Each accessor returns a usable value even when it had to record an error."""

    def __init__(self, data: Mapping[str, Any], path: Path, errors: Errors) -> None:
        self.data = data
        self.path = path
        self.errors = errors
        self.known: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self.data

    def __iter__(self) -> Iterator[str]:
        return iter(list(self.data))

    def error(self, key: str | None, code: str, /, **params: Any) -> None:
        """Record a fault at ``key``, or at the table itself."""
        self.errors.add(self.path if key is None else (*self.path, key), code, **params)

    def take(self, key: str) -> Any:
        """The raw value and a note that the key is known; ``_MISSING`` when absent."""
        self.known.add(key)
        return self.data.get(key, _MISSING)

    def _typed(self, key: str, types: type | tuple[type, ...], expected: str) -> Any:
        value = self.take(key)
        if value is _MISSING:
            return None
        boolean = types is bool
        if not isinstance(value, types) or (isinstance(value, bool) and not boolean):
            self.error(key, "policy.type", key=key, expected=expected, got=kind_of(value))
            return None
        return value

    def text(self, key: str, default: str = "", *, required: bool = False, limit: int = 2000) -> str:
        """A string of at most ``limit`` characters."""
        value = self._typed(key, str, "string")
        if value is None:
            if required and key not in self.data:
                self.error(None, "policy.missing", key=key)
            return default
        if len(value) > limit:
            self.error(key, "policy.long", key=key, limit=limit)
        if required and not value.strip():
            self.error(key, "policy.empty", key=key)
        return str(value)

    def choice(self, key: str, choices: Collection[str], default: str) -> str:
        """One of ``choices``."""
        value = self._typed(key, str, "string")
        if value is None:
            return default
        if value not in choices:
            self.errors.add(
                (*self.path, key), "policy.choice", did_you_mean(value, choices), key=key, value=value[:80]
            )
            return default
        return str(value)

    def boolean(self, key: str, default: bool = False) -> bool:
        """True or false."""
        value = self._typed(key, bool, "boolean")
        return default if value is None else bool(value)

    def integer(self, key: str, default: int | None, low: int, high: int) -> int | None:
        """A whole number in [low, high]."""
        value = self._typed(key, int, "integer")
        if value is None:
            return default
        if not low <= value <= high:
            self.error(key, "policy.range", key=key, low=low, high=high, got=str(value)[:40])
            return default
        found: int = value
        return found

    def number(self, key: str, low: float = 0.0, high: float = 1.0) -> int | None:
        """A number in [low, high], returned x 10,000."""
        value = self._typed(key, (int, float), "number")
        if value is None:
            return None
        if not (low <= value <= high and math.isfinite(value)):
            self.error(key, "policy.range", key=key, low=f"{low:g}", high=f"{high:g}", got=str(value)[:40])
            return None
        scaled: int = round(value * SCALE)
        return scaled

    def duration(self, key: str) -> int | None:
        """A duration in seconds."""
        value = self._typed(key, str, "duration")
        if value is None:
            return None
        try:
            return parse_duration(value)
        except ValueError as wrong:
            self.error(key, f"policy.{wrong.args[0]}", key=key, value=value[:40])
            return None

    def texts(self, key: str, *, limit: int = 50_000) -> tuple[str, ...]:
        """An array of non-empty strings; a faulty element is reported on its own line and left out."""
        value = self._typed(key, list, "array")
        if value is None:
            return ()
        found: list[str] = []
        for index, item in enumerate(value[:limit]):
            if not isinstance(item, str):
                self.errors.add(
                    (*self.path, key, index), "policy.type", key=key, expected="string", got=kind_of(item)
                )
            elif not item.strip():
                self.errors.add((*self.path, key, index), "policy.empty", key=key)
            else:
                found.append(item)
        if len(value) > limit:
            self.error(key, "policy.long", key=key, limit=limit)
        return tuple(found)

    def choices(self, key: str, choices: Collection[str]) -> tuple[str, ...]:
        """An array of strings, each one of ``choices``, none twice."""
        value = self._typed(key, list, "array")
        found: list[str] = []
        for index, item in enumerate(value or ()):
            where = (*self.path, key, index)
            if not isinstance(item, str):
                self.errors.add(where, "policy.type", key=key, expected="string", got=kind_of(item))
            elif item not in choices:
                self.errors.add(where, "policy.choice", did_you_mean(item, choices), key=key, value=item[:80])
            elif item in found:
                self.errors.add(where, "policy.twice", key=key, value=item)
            else:
                found.append(item)
        return tuple(found)

    def day(self, key: str) -> date | None:
        """A TOML date (the time of a date-time is dropped), or a string YYYY-MM-DD."""
        value = self.take(key)
        if value is _MISSING:
            return None
        day = as_day(value)
        if day is None:
            self.error(key, "policy.type", key=key, expected="date", got=kind_of(value))
        return day

    def table(self, key: str) -> Table | None:
        """A sub-table, None when absent or of another type."""
        value = self._typed(key, dict, "table")
        return None if value is None else Table(value, (*self.path, key), self.errors)

    def tables(self, key: str) -> list[Table]:
        """An array of tables; elements of another type are reported and left out."""
        value = self._typed(key, list, "array")
        found: list[Table] = []
        for index, item in enumerate(value or ()):
            where: Path = (*self.path, key, index)
            if isinstance(item, dict):
                found.append(Table(item, where, self.errors))
            else:
                self.errors.add(where, "policy.type", key=key, expected="table", got=kind_of(item))
        return found

    def named(self, key: str) -> list[tuple[str, Table]]:
        """The sub-tables of a table of tables, by name, in the order of the text."""
        holder = self.table(key)
        if holder is None:
            return []
        found = []
        for name in holder:
            sub = holder.table(name)
            if sub is not None:
                found.append((name, sub))
        return found

    def close(self) -> None:
        """Report every key that nobody asked for."""
        for key in self.data:
            if key not in self.known:
                self.errors.add(
                    (*self.path, key), "policy.unknown_key", did_you_mean(key, self.known - set(self.data)),
                    key=key, where=dotted(self.path),
                )  # fmt: skip


def as_day(value: object) -> date | None:
    """A date from a TOML date, date-time or ISO string; None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return None


def dotted(path: Path) -> str:
    """A path as people read it: ``rule[0].when``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else (f".{part}" if text else part)
    return text or "policy"


def freeze(value: Any) -> Any:
    """A raw TOML value as canonical data: lists to tuples, dates to text, floats to their shortest text."""
    if isinstance(value, dict):
        return {str(key): freeze(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(freeze(item) for item in value)
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return repr(value)
    return value.isoformat()
