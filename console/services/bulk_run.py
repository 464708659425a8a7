"""Bulk decisions: stored whole before the first one is made, then worked off in short transactions, and undone as one.

Every comment gets its own decision, outbox row and audit entry by the code that decides about one. What became of it
is written in the same transaction, so a killed process leaves a batch that goes on where it stood: each comment is
decided once. A batch belongs to the session that works on it; whoever takes it over is asked for nothing else.
"""

from __future__ import annotations

import threading
import time
import uuid
from array import array
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from console.domain.decision import DecisionOutcome
from console.domain.errors import DomainError, EnvironmentFailure, UsageError, VigieError
from console.domain.events import Changed
from console.domain.vocabulary import ActionKind
from console.policy import facts_of
from console.policy.propose import propose
from console.services.bulk import CONFIRMED, BulkPreview, Foresight, checked, left_out
from console.services.bulk_look import BulkLook, left_open
from console.services.bulk_worker import BREATH_SECONDS, BulkProgress, BulkRun, fitting
from console.services.entries import draft
from console.services.recording import DecisionAsk, reason_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from console.domain.ports import Clock
    from console.services.policies import Policies
    from console.services.roles import Actor
    from console.store import Ahead, Batch, BatchItem, Reading, Store, Tx

AT_ONCE: Final = 10
"""So many may be decided without a preview."""
_MANY: Final = 500  # ids that a change record may carry


class Bulk(BulkLook):
    """Bulk decisions. Every method blocks: never on the GUI thread."""

    def __init__(self, store: Store, policies: Policies, clock: Clock) -> None:
        super().__init__(store, clock)
        self._policies = policies
        self.closing = threading.Event()
        self._hand = Foresight(store, policies, clock)

    # ------------------------------------------------------------------ before

    def preview(
        self,
        ids: Iterable[int],
        action: ActionKind | str,
        actor: Actor,
        *,
        reason: str = "",
        until: int | None = None,
        category: str | None = None,
        progress: Callable[[int, int], object] | None = None,
    ) -> BulkPreview:
        """What the decision would do to each, read in one snapshot; nothing is written.

        ``progress`` hears (looked at, all). UsageError ``bulk_words``, ``bulk_time``, ``unknown_category``, and
        ``watch_past`` for a time that has gone by; EnvironmentFailure ``workspace_closed`` where it is closed meanwhile.
        """
        kind = checked(ActionKind(action), until, category)
        if kind is ActionKind.WATCH and until is not None and until <= self._clock.now():
            raise UsageError("watch_past", until=until)
        self._policies.warm()

        def hear(looked_at: int, of: int) -> None:
            if self.closing.is_set():  # whoever closes does not wait for a million to be looked at
                raise EnvironmentFailure("workspace_closed", path=str(self._store.path))
            if progress is not None:
                progress(looked_at, of)

        return self._store.snapshot(
            lambda r: self._hand.look(
                r, list(ids), kind, actor, reason=reason, until=until, category=category, progress=hear
            )
        )

    # ------------------------------------------------------------------ doing

    def begin(
        self,
        preview: BulkPreview,
        actor: Actor,
        *,
        reason: str | None = None,
        session: str = "",
        confirmed: int | None = None,
    ) -> BulkRun:
        """Store the batch and its first audit entry; ``work`` of what comes back does it.

        Only ``preview.ids`` are touched, each in the revision that was previewed. ``confirmed`` is the number said
        back: UsageError ``bulk_confirm`` where the action asks for it and it is another one. ``bulk_nothing`` where
        nothing would go. ``reason`` stands instead of the one that was previewed; every decision is asked with it.
        NotAllowed, logged, for a role that may not decide so.
        """
        self._store.read(lambda r: actor.need(preview.action.value, r))
        if not preview.go:
            raise UsageError("bulk_nothing", asked=preview.asked)
        if preview.action in CONFIRMED and confirmed != preview.go:
            raise UsageError("bulk_confirm", count=preview.go, action=preview.action.value)
        batch, session = uuid.uuid4().hex[:12], session or uuid.uuid4().hex
        told = preview.reason if reason is None else reason
        request = {"reason": told, "until": preview.until, "category": preview.category, "session": session}
        counts = {
            "asked": preview.asked,
            "go": preview.go,
            "review": preview.review,
            "by_hand": preview.by_hand,
        }
        counts |= {
            f"stay_{one}": preview.count(one) for one in ("policy", "platform", "held", "decided", "gone")
        }

        def work(tx: Tx) -> None:
            actor.need("decide", tx)
            tx.batches.add(
                batch,
                actor=actor.name,
                role=actor.role.value,
                action=preview.action.value,
                request=request,
                items=list(zip(preview.ids, preview.revisions, strict=True)),
                now=tx.now,
            )
            tx.log(
                draft(
                    "bulk_started", actor, batch=batch, action=preview.action.value, count=preview.go,
                    counts=counts, policy=preview.policy_id, reason=reason_code(told),
                )
            )  # fmt: skip
            tx.changed("batches", batch=batch, state="running")

        self._store.write(work).result()
        return BulkRun(self, batch, actor, session)

    def take_up(self, batch: str, actor: Actor, *, session: str = "") -> BulkRun:
        """Go on with a batch that was paused or interrupted; whoever worked on it before stops.

        NotFound ``batch_not_found``; DomainError ``batch_ended``.
        """
        session = session or uuid.uuid4().hex

        def work(tx: Tx) -> None:
            actor.need("decide", tx)
            held = self._held(tx, batch)
            if held.state not in ("running", "paused"):
                raise DomainError("batch_ended", batch=batch, state=held.state)
            tx.batches.set(batch, tx.now, state="running", request={**held.request, "session": session})
            left = left_open(tx.batches.counts(batch))
            tx.log(draft("bulk_resumed", actor, batch=batch, action=held.action, count=left))
            tx.changed("batches", batch=batch, state="running")

        self._store.write(work).result()
        return BulkRun(self, batch, actor, session)

    def stop(self, batch: str, actor: Actor) -> BulkProgress:
        """End a batch where it stands, whoever works on it: what was decided stays, what is left is left."""

        def work(tx: Tx) -> None:
            actor.need("decide", tx)
            held = self._held(tx, batch)
            if held.state not in ("running", "paused"):
                raise DomainError("batch_ended", batch=batch, state=held.state)
            self._end(tx, held, actor, "stopped")

        self._store.write(work).result()
        return self.progress(batch)

    def set_aside(self, batch: str, actor: Actor) -> BulkProgress:
        """Make whoever works on it leave it, to be taken up later. DomainError ``batch_ended``."""

        def work(tx: Tx) -> None:
            actor.need("decide", tx)
            held = self._held(tx, batch)
            if held.state not in ("running", "paused"):
                raise DomainError("batch_ended", batch=batch, state=held.state)
            tx.batches.set(batch, tx.now, state="paused", request={**held.request, "session": ""})
            tx.changed("batches", batch=batch, state="paused")

        self._store.write(work).result()
        return self.progress(batch)

    def decide_few(
        self,
        ids: Sequence[int],
        action: ActionKind | str,
        actor: Actor,
        *,
        reason: str = "",
        until: int | None = None,
    ) -> BulkProgress:
        """Decide about at most ten at once, in one transaction and one batch, so that one undo takes all back.

        What may not be decided is left out, and told under ``refused``. UsageError ``bulk_many``, ``bulk_confirm``;
        NotAllowed, logged, for a role that may not decide so.
        """
        kind = checked(ActionKind(action), until)
        self._store.read(lambda r: actor.need(kind.value, r))
        if len(set(ids)) > AT_ONCE:
            raise UsageError("bulk_many", count=len(set(ids)), most=AT_ONCE)
        if kind in CONFIRMED:
            raise UsageError("bulk_confirm", count=len(set(ids)), action=kind.value)
        found = self.preview(ids, kind, actor, reason=reason, until=until)
        stays = {one.code: one.count for one in found.stays}
        if not found.go:
            return BulkProgress(
                "", actor.name, kind.value, "done", found.asked, 0, 0, 0, 0, found.taken_at, stays
            )
        run = self.begin(found, actor)
        run.work()
        done = run.progress
        refused = {code: done.refused.get(code, 0) + stays.get(code, 0) for code in {*done.refused, *stays}}
        return BulkProgress(
            done.batch, done.actor, done.action, done.state, found.asked, done.done, done.review, 0, done.left,
            done.created_at, refused,
        )  # fmt: skip

    # ------------------------------------------------------------------ one chunk

    def _chunk(self, batch: str, session: str, actor: Actor, size: int) -> tuple[bool, float, int]:
        """Work off up to ``size`` comments in one transaction: (whether more are left, seconds held, how many)."""
        self._policies.warm()
        self._store.read(lambda r: self._read_before(r, batch, size))

        def work(tx: Tx) -> tuple[bool, float, int]:
            begin = time.perf_counter()
            held = self._held(tx, batch)
            if held.state != "running" or held.request.get("session") != session:
                return False, 0.0, 0  # stopped, or taken up elsewhere
            items = tx.batches.items(batch, ("open",), size)
            if items:
                self._decide_all(tx, held, items, actor)
            more = len(items) == size
            if more:
                tx.batches.set(batch, tx.now)
            else:
                self._end(tx, held, actor, "done")
            _merge(tx, batch)
            return more, time.perf_counter() - begin, len(items)

        return self._store.write(work).result()

    def _read_before(self, reading: Reading, batch: str, size: int) -> None:
        """Have the policy read the next texts once before the writer is held: it remembers how they are folded."""
        policy = self._policies.current(reading)
        items = reading.batches.items(batch, ("open",), size)
        for one in reading.comments.rows([item.comment_id for item in items]):
            propose(policy, facts_of(one, None, None), self._clock.now())

    def _decide_all(self, tx: Tx, batch: Batch, items: Sequence[BatchItem], actor: Actor) -> None:
        policy = self._policies.current(tx)
        ahead = tx.prepared([one.comment_id for one in items])
        action, request = ActionKind(batch.action), batch.request
        results: list[tuple[int, str, str, int | None]] = []
        for item in items:
            ask = DecisionAsk(
                item.comment_id,
                action,
                category=request.get("category"),
                reason=str(request.get("reason") or ""),
                until=request.get("until"),
                shown_revision=item.revision,
                batch=batch.id,
            )
            try:
                with ahead.apart():
                    results.append((item.position, *_result(self._one(ahead, ask, actor, policy))))
            except VigieError as error:
                results.append((item.position, "refused", error.code, None))
        tx.batches.settle(batch.id, results)

    def _one(self, ahead: Ahead, ask: DecisionAsk, actor: Actor, policy: Any) -> DecisionOutcome:
        comment = ahead.comments.get(ask.comment_id)
        if comment is not None and comment.revision == ask.shown_revision:
            stop = left_out(comment, ask.action, ahead.foreseen.decided.get(ask.comment_id, set()))
            if stop is not None:  # somebody was quicker
                return DecisionOutcome(None, comment.id, ask.action.value, "refused", refusal=stop)
        return self._hand._decide(ahead, ask, actor, policy)

    def _end(self, tx: Tx, batch: Batch, actor: Actor, state: str) -> None:
        tx.batches.set(batch.id, tx.now, state=state)
        counts = tx.batches.counts(batch.id)
        told = {"done": 0, "review": 0, "refused": 0, "open": 0}
        for (kind, _), number in counts.items():
            told[kind] = told.get(kind, 0) + number
        event = "bulk_done" if state == "done" else "bulk_stopped"
        tx.log(draft(event, actor, batch=batch.id, action=batch.action, count=told["done"], counts=told))
        tx.changed("batches", batch=batch.id, state=state)

    def _mark(self, batch: str, session: str, state: str) -> bool:
        """Set running or paused; False where the batch is no longer this session's."""

        def work(tx: Tx) -> bool:
            held = self._held(tx, batch)
            if held.state not in ("running", "paused") or held.request.get("session") != session:
                return False
            tx.batches.set(batch, tx.now, state=state)
            tx.changed("batches", batch=batch, state=state)
            return True

        return self._store.write(work).result()

    def _stop(self, batch: str, session: str, actor: Actor) -> None:
        def work(tx: Tx) -> None:
            held = self._held(tx, batch)
            if held.state in ("running", "paused") and held.request.get("session") == session:
                self._end(tx, held, actor, "stopped")

        self._store.write(work).result()

    # ------------------------------------------------------------------ taking back

    def undo(
        self, batch: str, actor: Actor, progress: Callable[[int, int], object] | None = None
    ) -> BulkProgress:
        """Take the whole batch back, the last decision first: what is queued is cancelled, what was sent compensated.

        What cannot be taken back is told under ``kept``, and is tried again by the next call. A batch that still runs
        is stopped first; one that the program's end cuts short goes on with the next call. ``progress`` hears (looked
        at, all). NotAllowed, NotFound ``batch_not_found``.
        """
        self._store.read(lambda r: actor.need("undo", r))
        self._policies.warm()
        held = self._store.read(lambda r: self._held(r, batch))
        if held.state in ("running", "paused"):
            try:
                self.stop(batch, actor)
            except DomainError as error:
                if error.code != "batch_ended":  # it came to its end meanwhile
                    raise
        items = self._store.read(lambda r: r.batches.items(batch, ("done", "review", "kept")))[::-1]
        if not items and held.state == "undone":
            return self.progress(batch)
        size, at = 25, 0
        while at < len(items):
            if self.closing.is_set():  # the program ends: what is left of it is for the next undo
                return self.progress(batch)
            part = items[at : at + size]
            seconds = self._store.write(
                partial(self._take_back, batch=batch, items=part, actor=actor)
            ).result()
            at += len(part)
            size = fitting(size, seconds)
            if progress is not None:
                progress(at, len(items))
            time.sleep(BREATH_SECONDS)

        def end(tx: Tx) -> None:
            counts = tx.batches.counts(batch)
            told = {"undone": 0, "kept": 0}
            for (state, _), number in counts.items():
                if state in told:
                    told[state] += number
            tx.batches.set(batch, tx.now, state="undone")
            tx.log(
                draft(
                    "bulk_undone", actor, batch=batch, action=held.action, count=told["undone"], counts=told
                )
            )
            tx.changed("batches", batch=batch, state="undone")

        self._store.write(end).result()
        return self.progress(batch)

    def _take_back(self, tx: Tx, batch: str, items: Sequence[BatchItem], actor: Actor) -> float:
        begin = time.perf_counter()
        actor.need("undo", tx)
        ahead = tx.prepared([one.comment_id for one in items])
        results: list[tuple[int, str, str, int | None]] = []
        for item in items:
            try:
                with ahead.apart():
                    outcome = self._hand._undo(ahead, item.decision_id, actor)
                refusal = outcome.refusal
                kept = refusal is not None and refusal.code != "undo_already"
                code = refusal.code if refusal is not None and kept else ""
                results.append((item.position, "kept" if kept else "undone", code, None))
            except VigieError as error:
                results.append((item.position, "kept", error.code, None))
        tx.batches.settle(batch, results)
        tx.batches.set(batch, tx.now)
        _merge(tx, batch)
        return time.perf_counter() - begin


def _result(outcome: DecisionOutcome) -> tuple[str, str, int | None]:
    if outcome.refusal is not None:
        return "refused", outcome.refusal.code, None
    return ("review" if outcome.state == "waiting_review" else "done"), "", outcome.decision_id


def _merge(tx: Tx, batch: str) -> None:
    """One change record for each kind of thing instead of five for each comment."""
    ids: dict[str, array[int]] = {}
    counts: dict[str, int] = {}
    kept: list[Changed] = []
    for one in tx.changes:
        if one.what == "batches":
            kept.append(one)
            continue
        ids.setdefault(one.what, array("q")).extend(one.ids)
        counts[one.what] = counts.get(one.what, 0) + one.count
    merged = [
        Changed(what, tuple(dict.fromkeys(held)), counts[what], {"batch": batch})
        for what, held in ids.items()
    ]
    for one in merged:
        fewer = one.ids[:_MANY]
        kept.append(Changed(one.what, fewer, len(fewer) if one.ids else one.count, one.extra))
    if not any(one.what == "batches" for one in kept):
        kept.append(Changed("batches", (), 1, {"batch": batch, "state": "running"}))
    tx.changes[:] = kept
