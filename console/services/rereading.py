"""Reading a workspace again with another engine: batch by batch, resumable, and never over an earlier verdict.

What nobody has decided about gets the new verdict and a new proposal; what was decided keeps the verdict it was decided
with and gets the new one beside it. One batch is one transaction with its progress, so a killed process loses at most
the batch that it had not stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.classify.layer import own_version
from console.domain.audit import AuditDraft
from console.domain.errors import DomainError
from console.services.layers import align
from console.store import UNDECIDED, Reading, Reclassification, Store, Tx

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.domain.comment import Comment
    from console.domain.verdict import Verdict
    from console.services.roles import Actor
    from console.services.triage import Triage

BATCH: Final = 64
"""Comments in one transaction: a decision that comes meanwhile waits for one batch at most."""
ENGINE_SETTING: Final = "engine"
"""The workspace's setting with the engine that was chosen; none is the embedded one."""
SWITCH: Final = "switch"
SECOND: Final = "second_opinion"
# Facts about the workspace: what it was read with (or called off), and what reads it where the lease is.
_BASIS: Final = {SWITCH: "classifier_basis", SECOND: "second_basis"}
_OFF: Final = " off"
_RUNNING: Final = {SWITCH: "classifier_running", SECOND: "second_running"}


@dataclass(frozen=True, slots=True)
class Batch:
    """What is read next. ``known`` are comments that this version of the engine has read before: not read again."""

    run: Reclassification
    comments: tuple[Comment, ...]
    unread: tuple[Comment, ...]
    known: Mapping[int, Verdict]
    upto: int


class Rereading:
    """The use case. All methods block; none is for the GUI thread."""

    def __init__(self, store: Store, triage: Triage) -> None:
        self._store = store
        self._triage = triage

    # ------------------------------------------------------------------ runs

    def needed(self, engine: str, version: str, purpose: str = SWITCH) -> bool:
        """Whether something undecided lacks this engine's and version's verdict, and nobody called off giving it.

        Stops looking at the first one found. Comments that nobody has read yet need nothing: they are new.
        """
        known = self._store.read(lambda r: r.settings.meta(_BASIS[purpose]))
        if known == f"{engine} {version}{_OFF}":
            return False
        if purpose == SECOND:
            return self._store.read(lambda r: r.opinions.lacks(engine, version))
        return self._store.read(lambda r: r.opinions.differs(engine, version))

    @staticmethod
    def forget(tx: Tx, purpose: str) -> None:
        """Forget that somebody called a run for ``purpose`` off."""
        tx.settings.set_meta(_BASIS[purpose], "")

    def note_running(self, purpose: str, engine: str, version: str) -> None:
        """Write down which engine reads for this workspace, so that every process can start a run with it."""
        key, value = _RUNNING[purpose], f"{engine} {version}"
        if self._store.read(lambda r: r.settings.meta(key)) != value:
            self._store.write(lambda tx: tx.settings.set_meta(key, value)).result()

    def running(self, purpose: str) -> tuple[str, str] | None:
        """Name and version of the engine that read for this workspace last."""
        value = self._store.read(lambda r: r.settings.meta(_RUNNING[purpose])) or ""
        name, space, version = value.partition(" ")
        return (name, version) if space else None

    def current(self) -> Reclassification | None:
        """The run under way, running or paused."""
        return self._store.read(lambda r: r.reclassifications.current())

    def begin(self, engine: str, version: str, purpose: str, actor: Actor) -> Reclassification:
        """Start a run, or return the one that is under way for the same engine, version and purpose.

        A run for another engine is cancelled: its verdicts stay beside. Raises DomainError
        ``reclassification_under_way`` when another process started one at the same moment.
        """
        undecided = purpose == SECOND
        total = self._store.read(lambda r: r.opinions.count(undecided=undecided))

        def work(tx: Tx) -> Reclassification:
            held = tx.reclassifications.current()
            if held is not None:
                same = (held.engine, held.engine_version, held.purpose) == (engine, version, purpose)
                if same:
                    return held
                self._move(tx, held, "cancelled", actor, basis=False)
            self.forget(tx, purpose)
            number = tx.reclassifications.create(engine, version, purpose, total, actor.name, tx.now)
            made = tx.reclassifications.get(number)
            assert made is not None
            self._note(tx, made, actor, "started")
            return made

        return self._store.write(work).result()

    def abandon(self, run: Reclassification, actor: Actor) -> None:
        """End a run whose engine no longer reads; that is nobody's wish, so it may be started again."""

        def work(tx: Tx) -> None:
            held = tx.reclassifications.get(run.id)
            if held is not None and held.under_way:
                self._move(tx, held, "cancelled", actor, basis=False)

        self._store.write(work).result()

    def move(self, state: str, actor: Actor) -> Reclassification:
        """Pause, go on with (``running``) or cancel the run under way. DomainError ``reclassification_none``."""

        def work(tx: Tx) -> Reclassification:
            held = tx.reclassifications.current()
            if held is None:
                raise DomainError("reclassification_none")
            return self._move(tx, held, state, actor)

        return self._store.write(work).result()

    def _move(
        self, tx: Tx, run: Reclassification, state: str, actor: Actor, *, basis: bool = True
    ) -> Reclassification:
        if run.state == state:
            return run
        moved = tx.reclassifications.set_state(run.id, state, tx.now)
        if basis and state in ("done", "cancelled"):
            # A run that a person called off is not started again by itself.
            self._remember(tx, moved)
        self._note(tx, moved, actor, state)
        return moved

    @staticmethod
    def _remember(tx: Tx, run: Reclassification) -> None:
        key = _BASIS.get(run.purpose)
        if key is not None:
            off = _OFF if run.state == "cancelled" else ""
            tx.settings.set_meta(key, f"{run.engine} {run.engine_version}{off}")

    @staticmethod
    def _note(tx: Tx, run: Reclassification, actor: Actor, outcome: str) -> None:
        fields = {
            "engine": run.engine,
            "engine_version": run.engine_version,
            "reason": run.purpose,
            "outcome": outcome,
            "counts": {"total": run.total, "done": run.done, "failed": run.failed},
        }
        tx.log(AuditDraft("reclassification", actor.name, actor.role.value, fields))
        told(tx, run)

    # ------------------------------------------------------------------ one batch

    def next_batch(self, run: Reclassification, limit: int = BATCH) -> Batch:
        """The next comments after the cursor; an empty batch says that the run has come to its end."""

        def find(r: Reading) -> Batch:
            ids = r.opinions.ids_after(run.after_id, limit, undecided=run.purpose == SECOND)
            known = r.opinions.known(ids, run.engine, run.engine_version)
            comments = tuple(r.comments.rows(ids))
            unread = tuple(one for one in comments if int(one.id) not in known)
            return Batch(
                run,
                comments,
                unread,
                {number: held[2] for number, held in known.items()},
                ids[-1] if ids else run.after_id,
            )

        return self._store.snapshot(find)

    def finish(self, run: Reclassification, actor: Actor) -> Reclassification:
        """Note that everything was read; a run that somebody cancelled meanwhile stays cancelled."""

        def work(tx: Tx) -> Reclassification:
            held = tx.reclassifications.get(run.id)
            assert held is not None
            return self._move(tx, held, "done", actor) if held.under_way else held

        return self._store.write(work).result()

    def store(self, batch: Batch, verdicts: Sequence[Verdict]) -> Reclassification:
        """Store what was read (``verdicts`` of ``batch.unread``) with proposals and progress; returns the run as it is now.

        The caller has made sure that the verdicts are of the run's engine and version.
        """
        run = batch.run
        read = {int(one.id): verdict for one, verdict in zip(batch.unread, verdicts, strict=True)}
        seen = {int(one.id): one.revision for one in batch.comments}
        failed = sum(1 for one in read.values() if one.failed)

        def work(tx: Tx) -> Reclassification:
            now = {
                int(one.id): one
                for one in tx.comments.rows(list(seen))
                # What was erased while it was read is away, or emptied and with our own.
                if one.revision == seen[int(one.id)] and not one.ours
            }
            fresh = [(number, verdict) for number, verdict in read.items() if number in now]
            current = [
                number
                for number in now
                if run.purpose == SWITCH
                and now[number].state in UNDECIDED
                and now[number].verdict_id is not None
            ]
            shown = [
                (now[number].id, now[number].revision, verdict)
                for number, verdict in fresh
                if number in current and not verdict.failed
            ]
            made = {int(number) for number, _, _ in shown}
            tx.opinions.keep_beside(
                [(number, seen[number], verdict) for number, verdict in fresh if number not in made], tx.now
            )
            done = tx.comments.set_verdicts(shown, tx.now)
            again = [number for number in current if number in batch.known]
            done += self._shown_again(tx, run.engine, run.engine_version, again)
            if done:
                align(tx, done)  # the workspace's calibration layer, if this engine has one
                self._propose(tx, [now[number] for number in done])
            if fresh:
                tx.changed("verdicts", tuple(number for number, _ in fresh))
            moved = tx.reclassifications.progress(run.id, batch.upto, len(batch.comments), failed, tx.now)
            told(tx, moved)
            return moved

        return self._store.write(work, durable=False).result()

    def catch_up(self, ids: Sequence[int], engine: str, version: str) -> int:
        """Show comments that became work again as their neighbours are shown; returns how many changed.

        While they counted as decided, a run gave them this engine's verdict beside their own, or a calibration layer
        was put on or taken off. Reads nothing anew: what has no verdict of this engine stays as it is.
        """

        def reopened(reading: Reading) -> dict[int, Comment]:
            return {
                int(one.id): one
                for one in reading.comments.rows(ids)
                if one.state in UNDECIDED and one.verdict_id is not None
            }

        def work(tx: Tx) -> int:
            comments = reopened(tx)
            done = set(self._shown_again(tx, engine, version, list(comments)))
            done |= set(align(tx, list(comments)))
            if done:
                self._propose(tx, [comments[number] for number in sorted(done)])
                tx.changed("verdicts", tuple(sorted(done)))
            return len(done)

        if not self._store.read(reopened):
            return 0
        return self._store.write(work, durable=False).result()

    def _propose(self, tx: Tx, comments: Sequence[Comment]) -> None:
        ids = [int(one.id) for one in comments]
        self._triage.put(tx, comments, tx.comments.verdicts(ids))
        tx.changed("proposals", tuple(ids))

    @staticmethod
    def _shown_again(tx: Tx, engine: str, version: str, ids: Sequence[int]) -> list[int]:
        """Make verdicts current that this engine gave earlier, where another's took their place since."""
        active = tx.comments.verdicts(ids)
        back = []
        for number, (verdict_id, revision, verdict) in tx.opinions.known(ids, engine, version).items():
            held = active.get(number)
            # A verdict that the calibration layer made of this engine's is this engine's too.
            own = held is not None and (held.engine, own_version(held.engine_version)) == (engine, version)
            if held is None or held.failed or not own:
                back.append((number, revision, verdict_id, verdict))
        return tx.calibrations.back(back)


def told(tx: Tx, run: Reclassification) -> None:
    """Let every window know how far the run came."""
    tx.changed(
        "reclassification",
        count=run.done,
        id=run.id,
        state=run.state,
        engine=run.engine,
        purpose=run.purpose,
        done=run.done,
        total=run.total,
    )
