"""What the detail beside the queue shows for one comment: thread, reasons, timeline, author, and what each key would do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ui.models.card_data import CardData, CardSpan


@dataclass(frozen=True, slots=True)
class ThreadPart:
    """One piece of the thread. ``kind`` is post, before, ours, focus or after."""

    kind: str
    author: str
    text: str
    posted_at: int | None = None  # UTC epoch seconds
    by: str = ""  # who of the team wrote it, for ``ours``
    state: str = ""  # pending, when ours has not left yet
    id: int = 0


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
    notes: tuple[tuple[str, str, int], ...] = ()  # (text, who, when)


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
    original_spans: tuple[CardSpan, ...] = ()
    parts: tuple[ThreadPart, ...] = ()
    likes: int | None = None
    replies: int | None = None
    claim: str = ""  # held by you, or by whom
    mine: bool = True  # False while someone else holds it
    why: tuple[WhyLine, ...] = ()
    timeline: tuple[Moment, ...] = ()
    faces: Mapping[str, ActionFace] = field(default_factory=dict)
    proposed: str = ""
    hidden: bool = False
    automatic: str = ""  # as on the card: H then lets it stand, G shows it again
    blocked: bool = False
    read_as: str = ""
    author: AuthorData | None = None
    reply_unit: str = ""
    reply_limit: int = 0
    draft: str = ""
    waiting_person: int = 0  # outbox row that asks: was it done on the site?
    waiting_action: str = ""
    review: int = 0  # a request that waits for a second person
    review_action: str = ""
    review_by: str = ""
    guard_title: str = ""
    guard_line: str = ""
