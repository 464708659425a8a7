"""Erasing what was pulled from a channel: a look first, then in slices, with a state in the workspace that a crash leaves.

The beginning is one transaction: the channel is disconnected, nothing of it leaves any more, and the log says who asked.
Then slices of a few hundredths of a second each, so that whoever decides meanwhile comes between two of them. When the
last row has gone the log says what went; after that the indexes of words and the file are rewritten.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from console.domain.audit import AuditDraft
from console.domain.errors import DomainError, EnvironmentFailure, NotFound
from console.domain.vocabulary import Role
from console.services import alike, calling_off
from console.services.being_erased import STATE, states
from console.services.claiming import ended
from console.services.roles import Actor, channel_task
from console.services.slices import MOST, Pace
from console.services.ways_back import ERASED
from console.store import FOUNDER, INDEXES, Pending

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from console.domain.comment import Channel
    from console.store import Reading, Store, Tx

CHANNEL_COUNTS: Final = (
    "comments", "authors", "posts", "earlier_versions", "verdicts", "notes", "drafts", "tags", "strikes", "words",
    "clear_values",
)  # fmt: skip
"""What an erasure counts, in the order in which it is told."""
STAGES: Final = ("unsent", "comments", "rest", "words", "file")
"""What is done one after the other: open actions are called off, comments, then what they leave behind, then the
indexes of words, then the file."""


@dataclass(frozen=True, slots=True)
class ChannelErasure:
    """What goes of a channel and what stays, or went: ``counts`` by ``CHANNEL_COUNTS``; ``entries`` of the audit log and
    ``decisions`` stay, without words and without names.

    ``pending`` are actions that were decided and are not settled. ``backups``: files beside the workspace that hold
    everything still. ``stage`` is empty before the beginning and one of ``STAGES`` while it is under way; ``total`` is how
    many comments there were at the beginning. ``rewritten``: whether the file was; where another process reads in it just
    then, it is not, until all have closed.
    """

    channel_id: int
    key: str
    counts: Mapping[str, int] = field(default_factory=dict)
    entries: int = 0
    decisions: int = 0
    pending: Pending = field(default_factory=Pending)
    backups: tuple[str, ...] = ()
    stage: str = ""
    total: int = 0
    done: bool = False
    rewritten: bool = False


class ErasingChannel:
    """For leads: the task ``erase``, which a policy cannot give away. Every method blocks."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # ------------------------------------------------------------------ looking

    def preview(self, channel_id: int, actor: Actor) -> ChannelErasure:
        """What an erasure would take and leave; where one is under way, how far it is. NotFound, NotAllowed.

        A second for each 500,000 comments.
        """
        actor.need("erase")
        return self._store.snapshot(lambda reading: self._look(reading, channel_id))

    def under_way(self) -> list[ChannelErasure]:
        """Erasures that are not at their end, whoever works on them or nobody."""

        def read(reading: Reading) -> list[ChannelErasure]:
            return [
                _held(int(number), state, backups=self._backups())
                for number, state in sorted(states(reading).items(), key=lambda one: int(one[0]))
            ]

        return self._store.read(read)

    def disconnected(self, actor: Actor) -> list[tuple[int, str]]:
        """(id, key) of channels that were disconnected and of which something is left, for who may erase it."""
        if not actor.may("erase"):
            return []
        return self._store.read(lambda r: r.channel_erasure.disconnected(ERASED))

    def find(self, name: str) -> list[int]:
        """The channels called ``kind:name`` or ``name``, disconnected ones too; a present one comes before those."""
        found = self._store.read(lambda r: r.channel_erasure.channel_ids(name))
        present = [number for number, removed in found if not removed]
        return present or [number for number, _ in found]

    # ------------------------------------------------------------------ beginning

    def begin(self, channel_id: int, actor: Actor, *, call_off: int = 0) -> ChannelErasure:
        """Disconnect the channel and begin to erase; ``work`` does it. Where it was begun, how far it is.

        ``call_off``: so many actions that are not settled the person has agreed to call off. Raises like ``preview``, and
        DomainError ``erase_channel_pending`` (unsent, unknown, reviews) where there are more, ``erase_channel_sending``
        (count) while one is on its way to the platform this moment, ``erase_channel_held`` (count) while something is held. The channel's secret is the caller's to delete.
        """

        def begin(tx: Tx) -> ChannelErasure:
            channel = _channel(tx, channel_id)
            actor.need("erase", tx)
            actor.need(channel_task(channel.kind), tx)
            others = states(tx)
            if str(channel_id) in others:
                return self._look(tx, channel_id)
            kept = tx.retention.holds_in_channel(channel_id)
            if kept:
                raise DomainError("erase_channel_held", count=kept, channel=channel.key)
            pending = _settled_by_nobody(tx, tx.channel_erasure.pending(channel_id))
            if pending.sending:
                raise DomainError("erase_channel_sending", count=pending.sending, channel=channel.key)
            if pending.whole > call_off:
                raise DomainError(
                    "erase_channel_pending", channel=channel.key, count=pending.whole, unsent=pending.unsent,
                    unknown=pending.unknown, reviews=pending.reviews,
                )  # fmt: skip
            total = tx.channel_erasure.held(channel_id, ERASED)
            tx.channel_erasure.hold_back(channel_id)
            if not tx.channel_erasure.removed(channel_id):
                label = {"channel": channel.key}
                tx.log(AuditDraft("channel_removed", actor.name, actor.role.value, label))
            tx.channels.set(channel_id, removed=True, cursor=None)
            state: dict[str, Any] = {
                "key": channel.key,
                "actor": actor.name,
                "role": actor.role.value,
                "stage": STAGES[0],
                "total": total,
                "counts": {},
            }
            tx.settings.set(STATE, {**others, str(channel_id): state})
            # A sender that is reading one of them back just now finds it settled; what is only queued is held back.
            calling_off.call_off(tx, actor, channel_id, MOST)
            fields = {"channel": channel.key, "counts": {"comments": total, "called_off": pending.whole}}
            tx.log(AuditDraft("channel_erasing", actor.name, actor.role.value, fields))
            tx.changed("channels")
            tx.changed("erasing")
            return _held(channel_id, state, pending=pending, backups=self._backups())

        return self._store.write(begin).result()

    # ------------------------------------------------------------------ working

    def work(
        self,
        channel_id: int,
        *,
        stop: Callable[[], bool] = lambda: False,
        progress: Callable[[ChannelErasure], object] = lambda _now: None,
    ) -> ChannelErasure:
        """Go on with what was begun, here or by a process that ended; returns what went.

        Blocks for minutes per million comments, so run it on a thread of its own. ``stop`` is asked between two slices:
        what is left is done by the next call. ``done`` only at the end. NotFound ``erasure_not_begun``.
        """
        run = _Run(self._store, channel_id, stop, progress)
        while not run.over:
            run.step()
        return replace(run.now, backups=self._backups())

    # ------------------------------------------------------------------ helpers

    def _look(self, reading: Reading, channel_id: int) -> ChannelErasure:
        channel = _channel(reading, channel_id)
        held = states(reading).get(str(channel_id))
        if held is not None:
            return _held(channel_id, held, backups=self._backups())
        part = reading.channel_erasure
        entries, decisions = part.kept(channel_id)
        counts = part.counts(channel_id, ERASED)
        return ChannelErasure(
            channel_id, channel.key, counts, entries, decisions, part.pending(channel_id), self._backups(),
            total=counts["comments"],
        )  # fmt: skip

    def _backups(self) -> tuple[str, ...]:
        path = self._store.path
        return tuple(sorted(one.name for one in path.parent.glob(f"{path.name}.*.bak")))


class _Run:
    """One erasure at work. Each step is one transaction and leaves the workspace as the next step needs it."""

    def __init__(
        self,
        store: Store,
        channel_id: int,
        stop: Callable[[], bool],
        progress: Callable[[ChannelErasure], object],
    ) -> None:
        self._store, self._id, self._stop, self._progress = store, channel_id, stop, progress
        self._pace = Pace()
        self._after = ""  # in the order of the platform's ids; from its start again after a crash
        self._index, self._first = 0, True
        self.over = False
        found = store.read(lambda r: states(r).get(str(channel_id)))
        if found is None:
            raise NotFound("erasure_not_begun", id=channel_id)
        self.now = _held(channel_id, found)

    def step(self) -> None:
        """The next slice, or the end."""
        if self._stop():
            self.over = True
            return
        self._progress(self.now)
        if self.now.stage == "file":
            self._finish()
            return
        with self._pace.slice():
            state = self._write()
        if state is None:  # another process has ended it meanwhile
            self.over = True
            self.now = replace(self.now, done=True, stage="")
            return
        self.now = _held(self._id, state)
        self._pace.breathe()

    def _write(self) -> dict[str, Any] | None:
        tell = self._pace.telling()

        def slice_(tx: Tx) -> dict[str, Any] | None:
            others = states(tx)
            state = others.get(str(self._id))
            if state is None:
                return None
            # The stage that the workspace names: another process at the same erasure may be further than this one.
            stage = state["stage"]
            if stage == "words":
                self._words(tx, state)
            elif stage != "file":
                self._rows(tx, state)
            tx.settings.set(STATE, {**others, str(self._id): state})
            if tell or state["stage"] != stage:
                tx.changed("erasing")
                if stage in ("unsent", "comments"):
                    for what in ("comments", "outbox", "deeds", "drafts", "notes", "tags"):
                        tx.changed(what, count=1)
            return state

        # What is lost with the power is done again: the state stands in the same transaction.
        return self._store.write(slice_, durable=False).result()

    # ------------------------------------------------------------------ slices

    def _rows(self, tx: Tx, state: dict[str, Any]) -> None:
        stage = state["stage"]
        if stage == "unsent":
            more = calling_off.call_off(tx, _asked_by(state), self._id, self._pace.size)
        elif stage == "comments":
            more = self._comments(tx, state)
        else:
            more = self._rest(tx, state)
        if more:
            return
        state["stage"] = STAGES[STAGES.index(stage) + 1]
        if stage == "rest":
            tx.channel_erasure.forget_channel(self._id)
            counts = {name: int(state["counts"].get(name, 0)) for name in CHANNEL_COUNTS}
            fields = {"channel": state["key"], "counts": counts}
            tx.log(AuditDraft("channel_erased", state["actor"], state["role"], fields))
            tx.changed("channels")
            tx.changed("feedback", count=1)

    def _comments(self, tx: Tx, state: dict[str, Any]) -> bool:
        part = tx.channel_erasure
        found = part.next_comments(self._id, self._after, self._pace.size, ERASED)
        if not found:
            return False
        ids = [number for number, _, _ in found]
        for row in part.open_rows_about(ids):  # somebody took something back after the beginning
            calling_off.call_off_row(tx, _asked_by(state), row)
        add(state["counts"], drop(tx, self._id, ids))
        add(state["counts"], part.drop_authors((author for _, _, author in found), ERASED))
        self._after = found[-1][1]
        return True

    def _rest(self, tx: Tx, state: dict[str, Any]) -> bool:
        part = tx.channel_erasure
        posts = part.drop_posts(self._id, self._pace.size)
        if posts:
            add(state["counts"], {"posts": posts})
            return True
        batch = next(iter(part.spent_batches(self._id, ERASED)), None)
        if batch is None:
            return False
        part.drop_batch(batch, MOST)
        return True

    def _words(self, tx: Tx, state: dict[str, Any]) -> None:
        more = tx.channel_erasure.settle_step(INDEXES[self._index], first=self._first)
        self._first = not more
        self._index += not more
        if self._index == len(INDEXES):
            state["stage"] = "file"

    def _finish(self) -> None:
        try:
            rewritten = self._store.compact().result()
        except (
            EnvironmentFailure
        ):  # busy or full: what was erased is gone from view, and the next one rewrites
            rewritten = False

        def end(tx: Tx) -> None:
            tx.settings.set(STATE, {key: value for key, value in states(tx).items() if key != str(self._id)})
            tx.changed("erasing")
            tx.changed("channels")

        self._store.write(end).result()
        self.now = replace(self.now, done=True, stage="", rewritten=rewritten)
        self.over = True


# ---------------------------------------------------------------------------------------------------- in a transaction


def _settled_by_nobody(tx: Tx, pending: Pending) -> Pending:
    """``pending`` with rows that a process left behind when it ended among the unknown ones: nobody sends them now."""
    lease = tx.shared.lease()
    if pending.sending and (lease is None or lease.expires_at <= tx.now or ended(lease.session)):
        return replace(pending, unknown=pending.unknown + pending.sending, sending=0)
    return pending


def _channel(reading: Reading, channel_id: int) -> Channel:
    found = reading.channels.get(channel_id)
    if found is None:
        raise NotFound("unknown_channel", name=str(channel_id))
    return found


def _asked_by(state: Mapping[str, Any]) -> Actor:
    return Actor(str(state["actor"]), Role(state["role"]), "")


def _held(
    channel_id: int, state: Mapping[str, Any], *, pending: Pending | None = None, backups: Sequence[str] = ()
) -> ChannelErasure:
    counts = {name: int(state["counts"].get(name, 0)) for name in CHANNEL_COUNTS}
    return ChannelErasure(
        channel_id, state["key"], counts, 0, 0, pending or Pending(), tuple(backups), state["stage"], state["total"]
    )  # fmt: skip


def drop(tx: Tx, channel_id: int, ids: Sequence[int]) -> dict[str, int]:
    """Take comments of one channel out with all that hangs on them, from the indexes too; how many rows of which kind."""
    held = sorted(tx.likeness.rows(ids).values(), key=lambda one: one.role == FOUNDER)
    for one in held:  # founders last: whoever would found the group next may be leaving it too
        alike.leave(tx, one)
    tx.search.forget(ids)
    return tx.channel_erasure.drop_comments(channel_id, ids, ERASED, tx.now)


def add(counts: dict[str, int], more: Mapping[str, int]) -> None:
    """Add the numbers of ``more`` to ``counts``."""
    for name, number in more.items():
        counts[name] = counts.get(name, 0) + number
