"""What one queue card shows, as plain data: codes and numbers, never sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.services.watching import Watch

NO_DUE = 2**40 - 1
"""``due_at`` of a comment without a deadline."""
SOON_SECONDS = 30 * 60
"""A clock turns to ``soon`` at the latest this long before the deadline, and in the last quarter of the time."""


@dataclass(frozen=True, slots=True)
class CardSpan:
    """Matched words ``[start, end)`` in code points of the text, with the category that matched."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class CardData:
    """One comment as a card. ``revision`` must change whenever the text, spans or masking do: layouts are kept by it."""

    id: int
    revision: int
    platform: str
    author: str
    text: str
    posted_at: int  # UTC epoch seconds
    post_title: str = ""
    post_count: int = 0  # over how many posts a group of alike texts is spread
    category: str = "neutral"
    severity: int = 0
    spans: tuple[CardSpan, ...] = ()
    due_at: int = NO_DUE
    clock_from: int = 0  # when the clock started (UTC epoch seconds)
    resumes_at: int | None = None  # outside opening hours: when the clock goes on
    proposal: tuple[str, ...] = ()
    reply: str = ""  # "", expected or forbidden
    answered: bool = False  # a reply was expected, and the site has ours already
    protected: bool = False
    state: str = "open"
    draft: bool = False
    masked: bool = False
    claimed_by: str = ""  # another person's name, never one's own
    alike: int = 0
    alike_authors: int = 0
    ours: bool = False
    watch: Watch | None = None  # held and watched, or just over
    tags: tuple[str, ...] = ()  # of the author: those that a card shows
    automatic: str = ""  # the rule by which the console hid it, while nobody has answered for that

    def clock(self, now: int) -> str:
        """The state of the clock at ``now``: none, ok, soon, late or paused."""
        if self.due_at >= NO_DUE or self.state in ("done", "gone", "ours"):
            return "none"
        if self.resumes_at is not None and self.resumes_at > now:
            return "paused"
        left = self.due_at - now
        if left < 0:
            return "late"
        quarter = (self.due_at - self.clock_from) // 4 if self.clock_from else SOON_SECONDS
        return "soon" if left <= max(min(quarter, 12 * 3600), SOON_SECONDS) else "ok"
