"""The policy as typed, frozen data: what the file says, after validation, and nothing that was computed from it.

Scores and thresholds are integers x 10,000, durations seconds, times of day minutes, so that the canonical form
holds no floats. Fields marked ``semantic=False`` do not enter the policy id.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from console.domain.vocabulary import ABUSE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

NOT_SEMANTIC = {"semantic": False}


@dataclass(frozen=True, slots=True)
class Label:
    """A name shown to people, in one language or in both."""

    en: str
    fr: str

    def text(self, language: str) -> str:
        """The label in ``language`` (English unless French is asked for)."""
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours by weekday (0 is Monday) as minute ranges; ``quiet`` ranges hold what is sent to people."""

    timezone: str = "UTC"
    open: tuple[tuple[tuple[int, int], ...], ...] = ((),) * 7
    quiet: tuple[tuple[int, int], ...] = ()
    calendars: tuple[str, ...] = ()
    closed: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Sla:
    """Seconds allowed for a first look, a decision and a reply; None where there is none. ``clock``: always, hours."""

    first_look: int | None = None
    decision: int | None = None
    reply: int | None = None
    clock: str = "always"


@dataclass(frozen=True, slots=True)
class CategoryDef:
    """What one category means to this brand."""

    name: str
    label: Label
    severity: int
    ground: str = ""
    clause: str = ""
    legal_basis: str = ""
    dsa_category: str = ""
    sla: Sla = Sla()
    violation: bool = False
    protected: bool = False
    reply: str = ""

    @property
    def cited(self) -> str:
        """The clause, else the legal basis: what a refusal or a statement of reasons names."""
        return self.clause or self.legal_basis


@dataclass(frozen=True, slots=True)
class Watched:
    """An author to look at twice, until the end of a local day (None: until removed)."""

    author: str
    until: date | None = None
    reason: str = field(default="", metadata=NOT_SEMANTIC)


@dataclass(frozen=True, slots=True)
class WordList:
    """Words to look for. ``match``: word, phrase, prefix or regex; ``fold`` names the disguises to undo first."""

    name: str
    match: str
    fold: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """One node of a rule's condition: ``kind`` and its settled parameters (``all``, ``any``, ``not`` have items)."""

    kind: str
    params: Mapping[str, Any] = field(default_factory=dict)
    items: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class AutoLimits:
    """The circuit breaker of automatic hiding: at most ``per_hour``, off above this share of overturned decisions."""

    per_hour: int = 20
    stop_if_overturned_pct: int = 15


@dataclass(frozen=True, slots=True)
class RuleTest:
    """A text and whether the rule must match it; ``given`` replaces facts that a text alone does not have."""

    text: str
    expect: bool
    language: str | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """When these conditions hold, this category and these actions are proposed."""

    id: str
    category: str
    when: Condition
    unless: tuple[Condition, ...] = ()
    propose: tuple[str, ...] = ()
    auto: str = "none"
    auto_limits: AutoLimits = AutoLimits()
    note: str = field(default="", metadata=NOT_SEMANTIC)
    tests: tuple[RuleTest, ...] = field(default=(), metadata=NOT_SEMANTIC)


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: from ``at`` strike points on, ``action``; ``duration`` in seconds, None for no end."""

    at: int
    action: str
    template: str = ""
    duration: int | None = None
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """How sanctions grow with confirmed strikes inside ``window`` seconds."""

    name: str = "default"
    counts: tuple[str, ...] = ()
    window: int = 0
    weights: Mapping[str, int] = field(default_factory=dict)
    half_every: int | None = None
    only_confirmed: bool = True
    steps: tuple[Step, ...] = ()
    skip_to: tuple[tuple[str, str], ...] = ()  # (category, action)


@dataclass(frozen=True, slots=True)
class SecondReviewer:
    """Who must agree to what cannot be undone, within how many seconds, and what happens otherwise."""

    from_role: str = "reviewer"
    not_same_person: bool = True
    within: int = 86_400
    otherwise: str = "cancel"


@dataclass(frozen=True, slots=True)
class Approval:
    """Actions that a second person must agree to where the platform cannot undo them, and whose replies always ask.

    ``replies_always`` is empty, or has ``roles`` (whose replies and warnings) and ``approver_role``.
    """

    irreversible: tuple[str, ...] = ("block", "delete")
    second_reviewer: SecondReviewer = SecondReviewer()
    replies_crisis: Mapping[str, Any] = field(default_factory=dict)
    replies_always: Mapping[str, Any] = field(default_factory=dict)
    undo_window: int = 20
    activation: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReplyGuard:
    """When we do not answer in public; ``override_role`` may, with a reason."""

    categories: tuple[str, ...] = ()
    on_watch: bool = False
    thread_replies: int | None = None
    override_role: str = "lead"
    reason_required: bool = True
    max_per_author_per_day: int | None = None
    offer_private_after: int | None = None
    contradictions: str = "warn"  # warn | refuse | off: a reply that says something else than was said before


@dataclass(frozen=True, slots=True)
class ChannelOverride:
    """What differs on one channel (``kind:name`` or ``kind:*``). ``sla_scale`` is x 10,000."""

    key: str
    auto: str | None = None
    rules_off: tuple[str, ...] = ()
    thresholds: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # rule id -> label -> x 10,000
    sla_scale: int = 10_000


@dataclass(frozen=True, eq=False)
class Policy:
    """A whole validated policy. ``id`` is the hash of its semantics; ``cache`` holds what was compiled from it."""

    id: str
    name: str = field(metadata=NOT_SEMANTIC)
    schema: int = 1
    author: str = field(default="", metadata=NOT_SEMANTIC)
    effective: str = ""
    changelog: str = field(default="", metadata=NOT_SEMANTIC)
    languages: tuple[str, ...] = ("en", "fr")
    hours: Hours = Hours()
    categories: Mapping[str, CategoryDef] = field(default_factory=dict)
    allow_authors: frozenset[str] = frozenset()
    allow_domains: tuple[str, ...] = ()
    allow_phrases: tuple[str, ...] = ()
    watch: Mapping[str, Watched] = field(default_factory=dict)
    lists: Mapping[str, WordList] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    ladder: Ladder | None = None
    approval: Approval = Approval()
    replies: ReplyGuard = ReplyGuard()
    channels: Mapping[str, ChannelOverride] = field(default_factory=dict)
    crisis: Mapping[str, Any] = field(default_factory=dict)
    retention: Mapping[str, Any] = field(default_factory=dict)
    gate: Mapping[str, Any] = field(default_factory=dict)
    permissions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # action or task -> roles
    cache: dict[str, Any] = field(default_factory=dict, repr=False, metadata=NOT_SEMANTIC)

    def severity(self, category: str) -> int:
        """The severity 0..5 of a category; 0 for one this policy does not know."""
        known = self.categories.get(category)
        return known.severity if known is not None else 0

    def rule(self, rule_id: str) -> Rule | None:
        """The rule with this id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    @property
    def abuse(self) -> frozenset[str]:
        """Built-in abuse categories and the policy's own violations."""
        return ABUSE | {name for name, known in self.categories.items() if known.violation}
