"""Small things that every reader of Graph answers needs: safe ids, titles, authors that are not told, options. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from console.connectors.times import utc_seconds
from console.domain.comment import IncomingAuthor
from console.domain.errors import Invalid

#: Length of a post's title in the list, in characters.
TITLE: Final = 100
#: Attachments kept per comment.
MAX_MEDIA: Final = 8
#: What stands for an author whom the platform does not name.
UNKNOWN: Final = "Unknown"

_ID: Final = re.compile(r"[A-Za-z0-9_:.-]{1,200}")


def when(view: Mapping[str, Any]) -> int | None:
    """When something was written, in UTC seconds; epoch seconds as text count too. None where it is not told."""
    for name in ("created_time", "timestamp"):
        value = view.get(name)
        if isinstance(value, str) and value.isascii() and value.isdigit():
            value = int(value[:16])
        if (found := utc_seconds(value)) is not None:
            return found
    return None


def path_id(value: str) -> str:
    """``value`` if it may stand in a path. Raises Invalid ``bad_target``: an id must not lead anywhere else."""
    if not _ID.fullmatch(value) or not value.strip("."):
        raise Invalid("bad_target")
    return value


def is_id(value: object) -> bool:
    """Whether ``value`` may stand in a path."""
    return isinstance(value, str) and bool(_ID.fullmatch(value)) and bool(value.strip("."))


def title_of(text: str) -> str:
    """The first words of a post as one line."""
    line = " ".join(text.split())
    return line if len(line) <= TITLE else line[: TITLE - 1].rstrip() + "…"


def unknown_author(comment: str) -> IncomingAuthor:
    """The author of a comment that comes without one; nobody else's, so that strangers are not taken for one person."""
    return IncomingAuthor(f"unknown:{comment}", UNKNOWN)


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for what platforms change: spaces, line ends, Unicode form."""
    return _words(one) == _words(other)


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def number_option(options: Mapping[str, Any], name: str, default: int, low: int, high: int) -> int:
    """A whole number among a channel's options; text counts too, what is out of range counts as not given."""
    value = options.get(name)
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit():
        value = int(value.strip()[:9])
    good = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    return value if good and isinstance(value, int) else default


def wanted_name(handle: str) -> str:
    """A typed account (``@brand``, an address of its page, an id) as the bare name or id."""
    name = handle.strip().strip("\u200e\u200f\u202a\u202b\u202c")
    name = re.sub(r"(?i)^(https?://)?(www\.|m\.)?(facebook|instagram|threads)\.(com|net)/", "", name)
    return name.partition("?")[0].strip("/").lstrip("@").strip()
