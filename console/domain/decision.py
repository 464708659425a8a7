"""Proposals, decisions, refusals and outbox rows: from what the policy proposes to what the platform answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from console.domain.vocabulary import NO_DUE, ActionKind, OutboxState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.comment import AuthorId, ChannelId, CommentId


@dataclass(frozen=True, slots=True)
class Reason:
    """A code with parameters; the edge (window or command line) turns it into a sentence."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Forbidden:
    """An action the policy refuses here, with the clause and what can be done instead."""

    action: str
    clause: str
    why: Reason
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the policy proposes for one comment revision. Pure function of its facts; says which were unknown."""

    policy_id: str
    revision: int
    category: str
    severity: int
    due_at: int = NO_DUE
    actions: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    unknown: tuple[str, ...] = ()
    protected: bool = False
    reply: str = ""  # "", expected or forbidden
    clause: str = ""
    ground: str = ""  # "", terms or illegal
    auto_hide: bool = False


@dataclass(frozen=True, slots=True)
class AuthorHistory:
    """What the ladder and the rules may know about an author at the moment of a proposal."""

    author_key: str
    account_created_at: int | None = None
    followers: int | None = None
    comments: int = 0
    strikes: tuple[tuple[str, int], ...] = ()  # (category, UTC seconds), unrevoked, newest last
    actions_done: tuple[tuple[str, int], ...] = ()  # (action, UTC seconds) that the platform confirmed
    replies_by_us_in_thread: int = 0
    replies_on_the_way: tuple[int, ...] = ()  # UTC seconds of replies that were decided and may still leave


@dataclass(frozen=True, slots=True)
class Capability:
    """What one platform lets us do: ``mode`` is api, link (assisted manual), none or own_only.

    ``scope`` is author where it is about the person, everybody where it silences them for all of a site: that is
    guarded like hiding. ``cost`` is in units of the platform's own budget, for up to ``carries`` comments that are
    decided together.
    """

    action: str
    mode: str
    reversible: bool = False
    cost: int = 0
    carries: int = 1
    scope: str = ""
    note: str = ""  # a message code, e.g. "effect.bluesky_hide"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as recorded. ``shown_revision`` and ``shown_policy_id`` are what was on the person's screen."""

    id: int
    comment_id: CommentId
    action: ActionKind
    actor: str
    role: str
    created_at: int
    category: str
    severity: int
    reason: str
    policy_id: str
    rules: tuple[str, ...]
    shown_revision: int
    state: str  # queued | done | waiting_person | waiting_review | refused | undone
    outbox_id: int | None
    audit_sequence: int
    undoes: int | None = None
    undone_by: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ActionRequest:
    """Everything a connector needs to perform or reconcile one action, frozen when the decision was made.

    ``key`` is a uuid4 hex and, with ``created_at_us`` (UTC microseconds of the intent), the only source of
    client-chosen ids: the same request always yields the same remote record, so that a repeat changes nothing.
    ``target`` is the remote id of the comment; for a compensation, ``undo_of`` is the result of the action it undoes.
    """

    key: str
    action: ActionKind
    created_at_us: int
    target: str
    author_remote_id: str
    text: str = ""
    reason: str = ""
    language: str | None = None
    post_remote_id: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    undo_of: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class ActionResult:
    """What the platform answered: ``remote_id`` of what was created, if anything, and details worth keeping."""

    remote_id: str | None = None
    permalink: str | None = None
    already: bool = False  # it was so already (hidden, blocked, gone): the end state holds
    code: str = "ok"
    details: Mapping[str, Any] = field(default_factory=dict)
    unchanged: bool = False  # already so before this request: it did nothing that an undo could take back


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The answer of a read-back after a crash: ``state`` is done, not_done or cannot_tell."""

    state: str
    result: ActionResult | None = None


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One intent on its way to a platform."""

    id: int
    key: str
    decision_id: int
    comment_id: CommentId
    author_id: AuthorId
    channel_id: ChannelId
    action: ActionKind
    state: OutboxState
    tries: int
    not_before: int
    created_at: int
    updated_at: int
    request: Mapping[str, Any]
    error: Mapping[str, Any] | None = None
    result: Mapping[str, Any] | None = None
    undoes: int | None = None  # outbox row that this one compensates


@dataclass(frozen=True, slots=True)
class Refusal:
    """A decision that may not stand: a result, not an exception, and logged as such."""

    code: str
    clause: str
    why: Reason
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionOutcome:
    """What ``decide`` and ``undo`` answer; the shape of their JSON.

    ``remaining`` are the actions that the policy proposes besides, and that the same person may take next.
    """

    decision_id: int | None
    comment_id: CommentId
    action: str
    state: str
    outbox_id: int | None = None
    not_before: int | None = None
    refusal: Refusal | None = None
    remaining: tuple[str, ...] = ()
