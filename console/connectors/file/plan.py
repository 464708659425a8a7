"""What an import will do, as data: the plan that a person sees before anything is read in, and a refused line."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.comment import IncomingComment
    from console.domain.decision import Reason

#: What a column can mean, in the order in which a plan lists them. Only ``text`` is needed.
FIELDS: Final = (
    "text",
    "id",
    "author",
    "author_id",
    "author_name",
    "date",
    "time",
    "parent",
    "post",
    "post_title",
    "post_link",
    "permalink",
    "language",
    "likes",
    "replies",
    "hidden",
)

MAX_TEXT: Final = 100_000  # characters of one field
MAX_NAME: Final = 2_000  # characters of an id, a handle, a link


@dataclass(frozen=True, slots=True)
class Rejected:
    """One line that was not imported: its physical number in the file (from 1) and why, as a code with parameters."""

    line: int
    reason: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """How one file will be read; made by ``inspect``, needed by ``read``.

    ``mapping`` says which column feeds which field, ``ignored`` names the columns nobody knows. ``encoding`` is a
    Python codec name and ``bom`` the bytes to skip before it; ``newline`` ends a physical line. ``header_line`` is the
    physical line of the header, 0 when there is none. ``fallback_time`` (UTC seconds, the file's own time of change)
    stands in where a line names no date. ``preview`` holds the first five lines as they would be imported.
    """

    path: str
    size: int
    format: str  # csv | jsonl
    encoding: str
    bom: int
    newline: str
    delimiter: str
    quote: str
    escape: str  # "" when quotes inside a field are doubled
    header_line: int
    columns: tuple[str, ...]
    mapping: Mapping[str, str]
    ignored: tuple[str, ...]
    day_first: bool
    fallback_time: int
    warnings: tuple[Reason, ...] = ()
    preview: tuple[IncomingComment | Rejected, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The plan as plain values for JSON."""
        return asdict(self)
