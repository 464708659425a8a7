"""The company's keys about data: how long it is kept, and on which disks a workspace may lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from console.domain.keeping import read_terms
from console.managed import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ENCRYPTION: Final = ("required", "off")


def _retention(value: Any) -> tuple[Any, tuple[Refused, ...]]:
    if not isinstance(value, dict) or not value:
        raise Refused("not_terms")
    terms, faults = read_terms(value)
    wrong = tuple(Refused(one.code, key=f"retention.{one.name}", **one.params) for one in faults)
    return (None if terms.off else terms), wrong


def _encryption(value: Any) -> tuple[Any, tuple[Refused, ...]]:
    if value in ENCRYPTION:
        return value, ()
    # Somebody meant to ask for something: a slip of the pen must not open what they wanted closed.
    return "required", (Refused("taken_as_required", value=str(value), known=", ".join(ENCRYPTION)),)


def _folders(value: Any) -> tuple[Any, tuple[Refused, ...]]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Refused("not_list")
    paths = [Path(one.strip()) for one in value]
    # The root stands for every disk there is: that is "off", and is said so.
    wrong = tuple(
        Refused("not_a_folder", value=str(one)) for one in paths if not one.is_absolute() or one == one.parent
    )
    return tuple(one for one in paths if one.is_absolute() and one != one.parent), wrong


READ: Final[Mapping[str, Callable[[Any], tuple[Any, tuple[Refused, ...]]]]] = {
    "retention": _retention,
    "encryption": _encryption,
    "encrypted_folders": _folders,
}
