"""What the detail beside the queue shows for one comment: thread, reasons, timeline, author, and what each key would do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.store import KeptDraft
    from ui.models.card_data import CardData


@dataclass(frozen=True, slots=True)
class ThreadPart:
    """One piece of the thread. ``kind`` is post, before, ours, focus, after or more (what is cut: ``count`` of them).

    ``depth`` 0 answers the post; ``answers`` names who is answered. ``side`` of a ``more`` is earlier, later or answers.
    """

    kind: str
    author: str
    text: str
    posted_at: int | None = None  # UTC epoch seconds
    by: str = ""  # who of the team wrote it, for ``ours``
    state: str = (
        ""  # that of the outbox, when ours has not left yet; gone or hidden, when readers do not see it
    )
    id: int = 0
    depth: int = 0
    answers: str = ""
    link: str = ""
    side: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Revision:
    """One text of a comment as a view may have it. ``at`` is when it was written or first seen so (UTC epoch seconds)."""

    number: int
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Medium:
    """What is attached: ``kind`` is image, video, audio or file; size in bytes and pixels where the site says."""

    kind: str
    size: int | None = None
    alt: str = ""
    width: int | None = None
    height: int | None = None
    number: int = 0  # its place in the comment's facts
    loads: bool = False  # it can be looked at here, on demand


@dataclass(frozen=True, slots=True)
class EffectLine:
    """What one action does here: its word, what it does, and whether it can be undone or why it cannot be done."""

    action: str
    icon: str
    word: str
    what: str
    back: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class WhyLine:
    """One line of the reasons: icon, its colour and weight, then strong, plain and muted words."""

    icon: str
    strong: str = ""
    plain: str = ""
    muted: str = ""
    color: str = "text-muted"
    fill: bool = False


@dataclass(frozen=True, slots=True)
class ActionFace:
    """What one action would do here. ``refusal`` non-empty: inert, with that reason; ``effect`` is said beforehand."""

    action: str
    effect: str = ""
    refusal: str = ""
    code: str = ""  # the refusal's code
    instead: tuple[str, ...] = ()
    clause: str = ""
    final: bool = False  # cannot be undone: asks for Enter too
    by_hand: bool = False  # a person does it on the site
    second: bool = False  # a second person must agree


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One rung. ``state`` is done, next, later or locked."""

    state: str
    word: str
    line: str


@dataclass(frozen=True, slots=True)
class AuthorData:
    """What is known of the author, within the retention time."""

    id: int
    name: str
    line: str
    comments: int = 0
    kept: int = 0
    strikes: int = 0
    ladder_title: str = ""
    ladder: tuple[LadderStep, ...] = ()
    latest: tuple[tuple[int, str], ...] = ()  # (posted at, text)
    notes: tuple[tuple[str, str, int], ...] = ()  # (text, who, when) about the author
    handle: str = ""
    facts: tuple[str, ...] = ()  # reach, age of the account, first seen: one line each
    strike_lines: tuple[str, ...] = ()
    latest_ids: tuple[int, ...] = ()  # the comments of ``latest``
    tags: tuple[str, ...] = ()


class Moment(NamedTuple):
    """One line of the timeline: UTC epoch seconds, words, and an icon where it was the console's own doing."""

    at: int
    words: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class DetailData:
    """Everything beside the card."""

    card: CardData
    channel: str
    revision: int = 0  # the comment's own revision, as the decision must carry it
    policy_id: str = ""
    permalink: str = ""
    parts: tuple[ThreadPart, ...] = ()
    likes: int | None = None
    replies: int | None = None
    claim: str = ""  # held by you, or by whom
    mine: bool = True  # False while someone else holds it
    why: tuple[WhyLine, ...] = ()
    timeline: tuple[Moment, ...] = ()
    faces: Mapping[str, ActionFace] = field(default_factory=dict)
    proposed: str = ""
    remaining: tuple[str, ...] = ()  # proposed besides what was done, and possible here
    hidden: bool = False
    automatic: str = ""  # as on the card: H then lets it stand, G shows it again
    blocked: bool = False
    read_as: str = ""
    author: AuthorData | None = None
    draft: str = ""  # what this person has begun to answer
    language: str = ""  # of the comment, as far as is known
    us: str = ""  # our name on that platform
    other_draft: KeptDraft | None = None  # what somebody else has begun to answer
    waiting_person: int = 0  # outbox row that asks: was it done on the site?
    waiting_action: str = ""
    review: int = 0  # a request that waits for a second person
    review_action: str = ""
    review_by: str = ""
    review_text: str = ""  # the words of a reply that waits
    newest_decision: int = 0  # the last one about it when it was read
    revisions: tuple[Revision, ...] = ()  # oldest first, the present one last; empty: never changed
    media: tuple[Medium, ...] = ()
    effects: tuple[EffectLine, ...] = ()  # the proposed action first
    states: tuple[tuple[str, str], ...] = ()  # (icon, words) of the head: escalated, put off, watched
    notes: tuple[tuple[str, str, int], ...] = ()  # (text, who, when) about this comment
    guard_title: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)  # as stored: what a reply is measured by

    @property
    def in_sight(self) -> frozenset[int]:
        """The comments whose words are shown: this one, the others of its thread, the author's latest."""
        latest = self.author.latest_ids if self.author is not None else ()
        return frozenset((self.card.id, *(part.id for part in self.parts if part.id), *latest))
