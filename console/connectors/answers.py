"""Reading a platform's JSON: tolerant of what is missing, strict about what a page cannot do without. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from console.domain.errors import Transient


def as_map(value: object) -> Mapping[str, Any]:
    """``value`` if it is an object, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def as_list(answer: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The objects of a list that an answer must have; its absence counts as a broken answer (Transient)."""
    value = answer.get(key)
    if not isinstance(value, list):
        raise Transient("bad_answer", missing=key)
    return [item for item in value if isinstance(item, Mapping)]


def as_items(value: object) -> list[Mapping[str, Any]]:
    """The objects of a list that an answer may have; none for anything else."""
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def as_text(value: object) -> str:
    """``value`` if it is text, else an empty one."""
    return value if isinstance(value, str) else ""


def as_id(value: object) -> str:
    """An identifier as text: platforms write the same one as a number here and as text there; empty when there is none.

    Never through a float or a fixed width: ids of several platforms exceed 2^53.
    """
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def as_yes(value: object) -> bool:
    """Whether an option is on, as a person writes it in either language."""
    return value in (True, 1, "1", "yes", "true", "oui")


def as_count(value: object) -> int | None:
    """``value`` if it is a number that counts something, else None; some platforms write it as text."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value[:18])
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
