"""What the reply editor is told and tells: the comment answered, a text's length, where a text comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from ui.i18n.mark import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from console.store import KeptDraft

UNITS: Final = {
    "graphemes": QT_TRANSLATE_NOOP("Units", "graphemes"),
    "characters": QT_TRANSLATE_NOOP("Units", "characters"),
    "weighted": QT_TRANSLATE_NOOP("Units", "weighted characters"),
    "bytes": QT_TRANSLATE_NOOP("Units", "bytes"),
}


class Measured(Protocol):
    """A text's length in a platform's unit; ``limit`` 0 means none."""

    @property
    def used(self) -> int:
        """Units used."""
        ...

    @property
    def limit(self) -> int:
        """Units allowed, 0 for no limit."""
        ...

    @property
    def unit(self) -> str:
        """Code of the unit."""
        ...


@dataclass(frozen=True, slots=True)
class Written:
    """What a reply was written from and why it may leave: saved reply, its language, warning or answer, a reason."""

    template: str = ""
    language: str = ""
    purpose: str = "reply"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReplyTo:
    """What is being answered: comment, platform, the kept draft and what stands against answering."""

    comment_id: int
    platform: str
    draft: str = ""
    guard_title: str = ""
    guard_line: str = ""
    needs_approval: bool = False
    language: str = ""  # of the comment
    author: str = ""
    us: str = ""  # our name there
    other_draft: KeptDraft | None = None  # what somebody else has begun to answer
    alone: str = ""  # of a comment that stands for many: that the others get nothing


def keeps_half(template: str, text: str) -> bool:
    """Whether at least half the words of a saved reply still stand in ``text``: then it was written from it."""
    words = set(template.casefold().split())
    return bool(words) and 2 * len(words & set(text.casefold().split())) >= len(words)
