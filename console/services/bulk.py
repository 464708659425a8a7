"""A decision about many comments, before it is made: exactly what would happen to each, by the code that decides."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from console.connectors import registry
from console.domain.decision import Capability, Reason, Refusal
from console.domain.errors import NotAllowed, UsageError
from console.domain.vocabulary import LOCAL_ACTIONS, STRIKE_ACTIONS, ActionKind, CommentState
from console.policy import Policy, ReviewNeeded, forbid, is_reason
from console.services.feedback import AGAINST, CLEAN
from console.services.likest import least_alike
from console.services.recording import DecisionAsk
from console.services.undo import Undo

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from console.domain.comment import Comment
    from console.services.roles import Actor
    from console.store import Ahead, Reading

PART: Final = 400
SAMPLES: Final = 8
EXAMPLES: Final = 5
HOUR: Final = 3600
COMPARED: Final = 5000
"""Beyond this many, the least alike are looked for among every n-th."""

BULK_ACTIONS: Final = tuple(
    one
    for one in ActionKind
    if one not in (ActionKind.REPLY, ActionKind.WARN, ActionKind.LIKE, ActionKind.UNLIKE)
)
"""What many comments may get at once. One text to many is spam, and so is one like."""
CONFIRMED: Final = frozenset({ActionKind.DELETE, ActionKind.REPORT, ActionKind.BLOCK})
"""What needs its number said back before it is done to many."""
_PASSING: Final = frozenset({ActionKind.SNOOZE, ActionKind.WATCH, ActionKind.ESCALATE})


@dataclass(frozen=True, slots=True)
class Stay:
    """Comments that stay as they are, for one reason. ``kind`` is policy, platform, held, decided or gone."""

    kind: str
    code: str
    clause: str
    why: Reason
    ids: array[int]

    @property
    def count(self) -> int:
        """How many."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Share:
    """What happens on one channel. ``mode`` is api, link (by hand) or local; ``note`` the platform's effect code.

    ``units`` is what it costs of the platform's own budget, ``seconds`` how long that budget makes it wait; None
    where the platform says nothing.
    """

    channel_id: int
    channel: str
    kind: str
    count: int
    mode: str
    reversible: bool
    note: str
    units: int = 0
    seconds: int | None = None
    carries: int = 1  # comments that ``units`` of one are enough for


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """What a bulk decision would do, in one reading of the workspace. Only ``ids`` will ever be touched by it.

    ``ids`` and ``revisions`` stand side by side: those that go, in the order asked for. ``review`` of them wait for a
    second person first, ``by_hand`` need a person on the site, ``final`` cannot be undone. ``reason_needed`` of those
    that stay would go if a reason were given.
    """

    action: ActionKind
    reason: str
    until: int | None
    category: str | None
    policy_id: str
    taken_at: int
    asked: int
    ids: array[int]
    revisions: array[int]
    which: array[int]  # per id: its row in ``ways``
    waits: array[int]  # per id: 1 where a second person is asked first
    struck: array[int]  # per id: the author who gets a strike, 0 where nobody does
    kinds: array[int]  # per id: its category's place in ``categories``
    categories: tuple[str, ...]
    ways: tuple[Share, ...]  # one comment's worth of each
    stays: tuple[Stay, ...]
    samples: tuple[tuple[int, float], ...]  # (comment, likeness to the others 0..1), least alike first
    reason_needed: int
    shares: tuple[Share, ...] = ()
    review: int = 0
    by_hand: int = 0
    final: int = 0
    strikes: int = 0
    authors: int = 0

    @property
    def go(self) -> int:
        """How many would be decided, those for a second person included."""
        return len(self.ids)

    @property
    def stay(self) -> int:
        """How many stay as they are."""
        return self.asked - self.go

    @property
    def seconds(self) -> int | None:
        """How long the slowest platform needs; None where none says."""
        return max((one.seconds for one in self.shares if one.seconds is not None), default=None)

    @property
    def units(self) -> int:
        """What it costs of the platforms' budgets."""
        return sum(one.units for one in self.shares)

    @property
    def by_category(self) -> tuple[tuple[str, int], ...]:
        """(category, how many of those that go), the most frequent first."""
        found = Counter(self.kinds)
        return tuple((self.categories[place], number) for place, number in found.most_common())

    def count(self, kind: str) -> int:
        """How many stay for one kind of reason."""
        return sum(one.count for one in self.stays if one.kind == kind)

    def without(self, comment: int) -> BulkPreview:
        """The same without one comment; every figure follows."""
        at = self.ids.index(comment)
        parts = [
            part[:at] + part[at + 1 :]
            for part in (self.ids, self.revisions, self.which, self.waits, self.struck, self.kinds)
        ]
        return _figured(
            replace(
                self,
                asked=self.asked - 1,
                samples=tuple(one for one in self.samples if one[0] != comment),
                ids=parts[0], revisions=parts[1], which=parts[2], waits=parts[3], struck=parts[4],
                kinds=parts[5],
            )
        )  # fmt: skip


@dataclass(slots=True)
class _Tally:
    """What is counted while the comments pass."""

    ids: array[int] = field(default_factory=lambda: array("q"))
    revisions: array[int] = field(default_factory=lambda: array("q"))
    which: array[int] = field(default_factory=lambda: array("q"))
    waits: array[int] = field(default_factory=lambda: array("q"))
    struck: array[int] = field(default_factory=lambda: array("q"))
    kinds: array[int] = field(default_factory=lambda: array("q"))
    categories: dict[str, int] = field(default_factory=dict)
    texts: list[tuple[int, str]] = field(default_factory=list)
    stays: dict[tuple[str, ...], Stay] = field(default_factory=dict)
    ways: dict[tuple[int, str, Capability], int] = field(default_factory=dict)
    reason_needed: int = 0


def checked(action: ActionKind, until: int | None = None, category: str | None = None) -> ActionKind:
    """UsageError ``bulk_words`` for what speaks to people, ``bulk_time`` where a time has no meaning."""
    if action not in BULK_ACTIONS:
        raise UsageError("bulk_words", action=action.value)
    if until is not None and action not in (ActionKind.SNOOZE, ActionKind.WATCH):
        raise UsageError("bulk_time", action=action.value)
    return action


def left_out(comment: Comment, action: ActionKind, decided: set[str]) -> Refusal | None:
    """What a bulk decision leaves alone although one about this comment might be made: ours, or decided by a person."""
    if comment.ours or comment.state is CommentState.OURS:
        return Refusal("ours", "", Reason("ours"))
    acts = {ActionKind(one) for one in decided}
    against = bool((action in AGAINST and acts & CLEAN) or (action in CLEAN and acts & AGAINST))
    if action in (ActionKind.UNHIDE, ActionKind.UNBLOCK, ActionKind.UNMUTE):
        against = action in acts  # taking back is what these are for
    if against or action in acts or (acts and action in _PASSING):
        done = sorted(one.value for one in acts)
        return Refusal("already_decided", "", Reason("already_decided", {"actions": done}))
    return None


class Foresight(Undo):
    """Previews. They read, and ask what ``decide`` asks; nothing is written, not even a refusal."""

    def look(
        self,
        reading: Reading,
        ids: Sequence[int],
        action: ActionKind,
        actor: Actor,
        *,
        reason: str = "",
        until: int | None = None,
        category: str | None = None,
        progress: Callable[[int, int], object] | None = None,
    ) -> BulkPreview:
        """Go through ``ids`` (each once) as they stand in ``reading``; call inside one snapshot."""
        now = self._clock.now()
        policy = self._policies.current(reading)
        if category is not None and category not in policy.categories:
            raise UsageError("unknown_category", category=category, known=", ".join(policy.categories))
        wanted = list(dict.fromkeys(int(one) for one in ids))
        lacking: Refusal | None
        try:
            actor = actor.today(reading)
            lacking = forbid(policy.permissions, actor.role.value, action.value, actor.name)
        except NotAllowed as error:
            lacking = Refusal(
                error.code, str(error.params["clause"]), Reason(error.code, {"actor": actor.name})
            )
        tally = _Tally()
        expected: dict[int, list[tuple[str, int]]] = {}
        for start in range(0, len(wanted), PART):
            part = wanted[start : start + PART]
            ahead = reading.ahead(part, now, expected)
            for one in part:
                ask = DecisionAsk(one, action, category=category, reason=reason, until=until)
                self._weigh_one(ahead, tally, ask, actor, policy, lacking)
            if progress is not None:
                progress(min(start + PART, len(wanted)), len(wanted))
        names = {int(one.id): one.name for one in reading.channels.all()}
        made = BulkPreview(
            action=action,
            reason=reason,
            until=until,
            category=category,
            policy_id=policy.id,
            taken_at=now,
            asked=len(wanted),
            ids=tally.ids,
            revisions=tally.revisions,
            which=tally.which,
            waits=tally.waits,
            struck=tally.struck,
            kinds=tally.kinds,
            categories=tuple(tally.categories),
            ways=tuple(_way(key, names.get(key[0], "")) for key in tally.ways),
            reason_needed=tally.reason_needed,
            stays=tuple(
                sorted(tally.stays.values(), key=lambda one: (-one.count, one.kind, one.code, one.clause))
            ),
            samples=least_alike(tally.texts[:: -(-len(tally.texts) // COMPARED) or 1], SAMPLES),
        )
        return _figured(made)

    def _weigh_one(
        self,
        ahead: Ahead,
        tally: _Tally,
        ask: DecisionAsk,
        actor: Actor,
        policy: Policy,
        lacking: Refusal | None,
    ) -> None:
        comment = ahead.comments.get(ask.comment_id)
        if comment is None:
            _stay(
                tally,
                ask,
                Refusal("comment_not_found", "", Reason("comment_not_found", {"id": ask.comment_id})),
            )
            return
        stop: Refusal | ReviewNeeded | None = lacking
        stop = stop or left_out(comment, ask.action, ahead.foreseen.decided.get(ask.comment_id, set()))
        capability = None
        if stop is None and ask.category is not None:
            stop = self._unsaid(comment, ask, policy)
            if stop is None and ask.category != comment.category:
                severity = policy.severity(ask.category)
                comment = replace(comment, category=ask.category, category_by=actor.name, severity=severity)
        if stop is None:
            _, capability, alone, stop = self._weigh(ahead, comment, ask, actor, policy)
            if (
                isinstance(stop, Refusal)
                and not is_reason(ask.reason)
                and self._only_reason(ahead, comment, ask, actor, policy)
            ):
                tally.reason_needed += 1
            if alone is not None and not isinstance(stop, Refusal):
                capability = Capability(ask.action.value, "api", reversible=True, note=capability.note)
        elif ask.category is not None and stop.code == "refuse.protected":
            tally.reason_needed += 1
        if isinstance(stop, Refusal):
            _stay(tally, ask, stop)
            return
        assert capability is not None
        tally.ids.append(ask.comment_id)
        tally.revisions.append(comment.revision)
        tally.texts.append((ask.comment_id, comment.text))
        tally.waits.append(isinstance(stop, ReviewNeeded))
        key = (int(comment.channel_id), comment.kind, capability)
        tally.which.append(tally.ways.setdefault(key, len(tally.ways)))
        tally.kinds.append(tally.categories.setdefault(comment.category, len(tally.categories)))
        known = policy.categories.get(comment.category)
        falls = (
            stop is None
            and ask.action in STRIKE_ACTIONS
            and known is not None
            and known.violation
            and ahead.foreseen.expect(int(comment.author_id), ask.comment_id, comment.category, ahead.now)
        )
        tally.struck.append(int(comment.author_id) if falls else 0)

    def _only_reason(
        self, ahead: Ahead, comment: Comment, ask: DecisionAsk, actor: Actor, policy: Policy
    ) -> bool:
        """Whether a reason is all that stands between this refusal and a decision."""
        if ask.action is not ActionKind.BLOCK:
            return False
        again = self._weigh(ahead, comment, replace(ask, reason="given later"), actor, policy)[3]
        return not isinstance(again, Refusal)


def _stay(tally: _Tally, ask: DecisionAsk, refusal: Refusal) -> None:
    kind = _kind(refusal)
    told = refusal.why
    if kind == "held":  # one line a person, not one an expiry
        told = Reason(told.code, {"holder": told.params.get("holder", "")})
    elif kind in ("decided", "gone"):
        told = Reason(told.code)
    key = (kind, refusal.code, refusal.clause, told.code, repr(sorted(told.params.items())))
    found = tally.stays.get(key)
    if found is None:
        found = tally.stays[key] = Stay(kind, refusal.code, refusal.clause, told, array("q"))
    found.ids.append(ask.comment_id)


def _kind(refusal: Refusal) -> str:
    if refusal.code == "claimed":
        return "held"
    if refusal.code in ("already_decided", "already_queued", "decided_meanwhile", "ours"):
        return "decided"
    if refusal.code in ("gone", "comment_not_found"):
        return "gone"
    return "platform" if refusal.code in ("refuse.unsupported", "refuse.own_only") else "policy"


def _way(key: tuple[int, str, Capability], name: str) -> Share:
    channel, kind, capability = key
    local = ActionKind(capability.action) in LOCAL_ACTIONS
    mode = "local" if local else capability.mode
    units = capability.cost if mode == "api" else 0
    return Share(
        channel,
        name,
        kind,
        1,
        mode,
        capability.reversible,
        capability.note,
        units,
        carries=capability.carries,
    )


def _figured(preview: BulkPreview) -> BulkPreview:
    """The figures of what goes, counted from its rows."""
    counts = Counter(preview.which)
    shares = [_many(preview.ways[at], number) for at, number in counts.items()]
    shares.sort(key=lambda one: (-one.count, one.channel_id, one.mode, one.note))
    struck = [one for one in preview.struck if one]
    return replace(
        preview,
        shares=tuple(shares),
        review=sum(preview.waits),
        by_hand=sum(one.count for one in shares if one.mode == "link"),
        final=sum(one.count for one in shares if not one.reversible),
        strikes=len(struck),
        authors=len(set(struck)),
    )


def _many(way: Share, number: int) -> Share:
    units = way.units * -(-number // way.carries)
    budget = 0 if way.mode != "api" else registry.spec(way.kind).hourly_units
    # A platform that counts by the hour takes one hour's worth at once and makes the rest wait.
    seconds = (-(-units // budget) - 1) * HOUR if budget and units else None
    return replace(way, count=number, units=units, seconds=seconds)
