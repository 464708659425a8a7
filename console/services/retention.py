"""Retention: what has been kept for its term is erased, in slices, with a state in the workspace that a crash leaves.

The terms are the company's where its file names some, else a lead's. A run looks the comments through by their numbers,
on a reader; what is ripe is asked again in the transaction that erases it, so that whatever happened meanwhile counts.
Erasing is that of channels: what a decision or the log names keeps an emptied row by nobody. At its end one entry of
the log says how many went; the indexes of words and the file are rewritten when something did.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from console.domain.audit import AuditDraft
from console.domain.errors import EnvironmentFailure, UsageError
from console.domain.keeping import Terms, read_terms
from console.domain.vocabulary import AUTOMATION, PROGRAM
from console.services.company import need_not_set
from console.services.erasing_channel import CHANNEL_COUNTS, add, drop
from console.services.keeping import DAY, TERMS, cutoffs, terms_of
from console.services.slices import MOST, Pace
from console.services.ways_back import ERASED
from console.store import INDEXES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from console.services.roles import Actor
    from console.store import Reading, Store, Tx

RUN: Final = "retention.run"
LAST: Final = "retention.last"
WAITING: Final = "retention.waiting"
"""Settings: the run under way, what the last one did, since when a run has waited for a quiet moment."""
STAGES: Final = ("comments", "authors", "rest", "words", "file")
WENT: Final = ("untouched", "decided")
WINDOW: Final = 5000
"""Numbers of comments that one look on a reader covers: a few hundredths of a second."""
QUIET: Final = 120
"""Seconds without a decision that make a moment quiet."""
PATIENCE: Final = DAY
"""Seconds after which a run no longer waits for a quiet moment: a desk that never rests is cleared too."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a run takes away, or took. ``counts``: untouched and decided comments, authors, and the rows of each kind
    (``CHANNEL_COUNTS``) once they went; in a look ahead also ``held``, ``pending`` and ``authors_kept``, old enough and
    kept nevertheless. ``stage`` is empty before the beginning and after the end. Times in UTC seconds.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    stage: str = ""
    began: int = 0
    ended: int = 0
    looked: int = 0
    total: int = 0
    done: bool = False
    rewritten: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """How things stand: the terms and whose they are (``company``, ``team`` or empty), runs, what has gone in all."""

    terms: Terms
    source: str
    last: Sweep | None
    running: Sweep | None
    gone: int
    holds: int


class Retention:
    """``console.retention``. Its methods block; ``sweep`` for minutes per million comments."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # ------------------------------------------------------------------ looking

    def kept(self) -> Kept:
        """How things stand, without a look at the comments: for everybody."""

        def read(reading: Reading) -> Kept:
            terms, source = terms_of(reading)
            last, running = reading.settings.get(LAST), reading.settings.get(RUN)
            return Kept(
                terms,
                source,
                None if last is None else _sweep(last),
                None if running is None else _sweep(running),
                reading.retention.counted(),
                len(reading.retention.holds()),
            )

        return self._store.read(read)

    def preview(self, terms: Terms | None = None) -> Sweep:
        """What a run would take away now, or one by other ``terms``. A second for each 300,000 comments."""
        counts: dict[str, int] = dict.fromkeys((*WENT, "authors", "held", "pending", "authors_kept"), 0)

        def read(reading: Reading) -> int:
            now = self._store.now()
            cut = cutoffs(terms or terms_of(reading)[0], now)
            newest, after = reading.retention.newest(), 0
            while after < newest and max(cut.untouched, cut.decided) >= 0:
                add(counts, reading.retention.look(after, after + 4 * WINDOW, cut, now, ERASED))
                after += 4 * WINDOW
            add(counts, reading.retention.look_authors(cut, ERASED))
            return newest

        total = self._store.snapshot(read)
        return Sweep(counts, looked=total, total=total)

    def counts(self) -> list[tuple[int, str, str, str, int]]:
        """What stays of everything that went: (day since 1970, channel, category, class, number)."""
        return self._store.read(lambda r: r.retention.counts())

    # ------------------------------------------------------------------ the team's terms

    def set_terms(self, values: Mapping[str, Any], actor: Actor) -> Terms:
        """Give the classes of ``values`` their terms in days, None to keep for ever; the others stay as they are.

        Raises UsageError ``terms_days``, ``terms_decided_shorter`` or ``terms_unknown_class`` with nothing changed; NotAllowed, also ``company_set`` where
        the company's file names terms.
        """

        def work(tx: Tx) -> Terms:
            actor.need("erase", tx)
            need_not_set("retention")
            before = terms_of(tx)[0].given()
            wanted = {name: days for name, days in {**before, **values}.items() if days is not None}
            terms, faults = read_terms(wanted)
            if faults:
                first = faults[0]
                code = f"terms_{first.code}"
                raise UsageError(code, name=first.name, **first.params)
            if terms.given() == before:
                return terms
            tx.settings.set(TERMS, terms.given())
            tx.log(AuditDraft("retention_set", actor.name, actor.role.value, {"params": dict(terms.given())}))
            tx.changed("retention")
            return terms

        return self._store.write(work).result()

    # ------------------------------------------------------------------ a run

    def begin(self, actor: Actor | None = None) -> Sweep:
        """Begin a run, asked for by a lead or (None) by the clock; where one is under way, how far it is.

        ``sweep`` does it, here or in the process that works on the workspace. NotAllowed; UsageError ``retention_off``.
        """

        def work(tx: Tx) -> Sweep:
            if actor is not None:
                actor.need("erase", tx)
            running = tx.settings.get(RUN)
            if running is not None:
                if actor is not None and not running["asked"]:
                    running = {**running, "asked": True}
                    tx.settings.set(RUN, running)
                return _sweep(running)
            if terms_of(tx)[0].off:
                raise UsageError("retention_off")
            state: dict[str, Any] = {
                "began": tx.now,
                "asked": actor is not None,
                "actor": PROGRAM if actor is None else actor.name,
                "role": AUTOMATION if actor is None else actor.role.value,
                "stage": STAGES[0],
                "after": 0,
                "upto": tx.retention.newest(),
                "channels": [],
                "counts": {},
            }
            tx.settings.set(RUN, state)
            tx.settings.set(WAITING, None)
            tx.changed("retention")
            return _sweep(state)

        return self._store.write(work).result()

    def sweep(
        self,
        *,
        stop: Callable[[], bool] = lambda: False,
        progress: Callable[[Sweep], object] = lambda _now: None,
    ) -> Sweep | None:
        """Go on with the run that was begun, here or by a process that ended; what went, None where none was begun.

        ``stop`` is asked between two slices: what is left is done by the next call. ``done`` only at the end.
        """
        found = self._store.read(lambda r: r.settings.get(RUN))
        if found is None:
            return None
        run = _Run(self._store, found, stop, progress)
        while not run.over:
            run.step()
        return run.now

    def tick(self, busy: bool, stop: Callable[[], bool]) -> None:
        """The engine's: begin a run when one is due and the moment is quiet, go on with one that was begun.

        ``busy``: the engine itself has its hands full. A lead's own run waits for nothing.
        """
        running = self._store.read(lambda r: r.settings.get(RUN))
        if running is None and not self._due():
            return
        if running is not None and running["asked"]:
            self.sweep(stop=stop)
            return
        if not self._may(busy):
            return
        if running is None:
            self.begin()
        self.sweep(stop=lambda: stop() or not self._may(busy=False))

    def _due(self) -> bool:
        def read(reading: Reading) -> bool:
            if terms_of(reading)[0].off:
                return False
            last = reading.settings.get(LAST)
            return last is None or not 0 <= self._store.now() - int(last["began"]) < DAY

        return self._store.read(read)

    def _may(self, busy: bool) -> bool:
        """Whether the moment is quiet, or a run has waited for one long enough; it is noted since when."""
        now = self._store.now()

        def read(reading: Reading) -> tuple[bool, int | None]:
            quiet = not busy and not reading.retention.stirring(now, QUIET)
            return quiet, reading.settings.get(WAITING)

        quiet, waiting = self._store.read(read)
        if quiet:
            return True
        if waiting is None:
            self._store.write(lambda tx: tx.settings.set(WAITING, now)).result()
            return False
        return now - int(waiting) >= PATIENCE


class _Run:
    """One run at work. Each step is one transaction at most and leaves the workspace as the next step needs it."""

    def __init__(
        self,
        store: Store,
        state: Mapping[str, Any],
        stop: Callable[[], bool],
        progress: Callable[[Sweep], object],
    ) -> None:
        self._store, self._stop, self._progress = store, stop, progress
        self._pace = Pace()
        self._after = int(state["after"])
        self._index, self._first = 0, True
        self.over = False
        self.now = _sweep(state)

    def step(self) -> None:
        """The next look, the next slice, or the end."""
        if self._stop():
            self.over = True
            return
        self._progress(self.now)
        if self.now.stage == "file":
            self._finish()
            return
        ids = self._ripe() if self.now.stage == "comments" else []
        if self.now.stage == "comments" and not ids and self._after < self.now.total:
            self.now = replace(self.now, looked=self._after)
            return
        with self._pace.slice():
            state = self._write(ids)
        if state is None:  # another process has ended it meanwhile
            self.over = True
            self.now = replace(self.now, done=True, stage="")
            return
        self.now = _sweep(state)
        self._pace.breathe()

    def _ripe(self) -> list[int]:
        """The next ripe comments, at most a slice of them; the place is behind what was looked at."""

        def read(reading: Reading) -> list[int]:
            cut = cutoffs(terms_of(reading)[0], self.now.began)
            upto = min(self._after + WINDOW, self.now.total)
            found = reading.retention.ripe(self._after, upto, cut, self._store.now(), ERASED)
            ids = [one.id for one in found[: self._pace.size]]
            self._after = ids[-1] if len(found) > self._pace.size else upto
            return ids

        return self._store.read(read)

    def _write(self, ids: list[int]) -> dict[str, Any] | None:
        tell = self._pace.telling()
        after = self._after

        def slice_(tx: Tx) -> dict[str, Any] | None:
            state: dict[str, Any] | None = tx.settings.get(RUN)
            if state is None:
                return None
            stage = state["stage"]
            if stage == "comments":
                self._comments(tx, state, ids)
                state["after"] = max(after, int(state["after"]))
                more = after < int(state["upto"])
            elif stage == "authors":
                more = self._authors(tx, state)
            elif stage == "rest":
                more = self._rest(tx, state)
            else:
                more = stage == "file" or self._words(tx)
            if not more:
                state["stage"] = STAGES[STAGES.index(stage) + 1]
                if stage == "rest":
                    self._log(tx, state)
            tx.settings.set(RUN, state)
            if tell or not more:
                tx.changed("retention")
                if stage in ("comments", "authors"):
                    for what in ("comments", "deeds", "drafts", "notes", "tags", "feedback"):
                        tx.changed(what, count=1)
            return state

        # What is lost with the power is done again: the state stands in the same transaction.
        return self._store.write(slice_, durable=False).result()

    # ------------------------------------------------------------------ slices

    def _comments(self, tx: Tx, state: dict[str, Any], ids: list[int]) -> None:
        cut = cutoffs(terms_of(tx)[0], int(state["began"]))
        ripe = tx.retention.still_ripe(ids, cut, tx.now, ERASED) if ids else []
        if not ripe:
            return
        tx.retention.count_in(ripe)
        tx.retention.part_answers([one.id for one in ripe], ERASED)
        counts = state["counts"]
        for channel in sorted({one.channel_id for one in ripe}):
            add(counts, drop(tx, channel, [one.id for one in ripe if one.channel_id == channel]))
        for name in WENT:
            add(counts, {name: sum(one.klass == name for one in ripe)})
        state["channels"] = sorted({*state["channels"], *(one.channel_id for one in ripe)})
        tx.retention.leave(tx.retention.bare([one.author_id for one in ripe]), tx.now)

    def _authors(self, tx: Tx, state: dict[str, Any]) -> bool:
        # By today's clock, not by that of the beginning: what was emptied since has just begun its term.
        cut = cutoffs(terms_of(tx)[0], int(state["began"]))
        ids = tx.retention.ripe_authors(cut, self._pace.size, ERASED) if cut.authors >= 0 else []
        add(state["counts"], tx.channel_erasure.drop_authors(ids, ERASED))
        return bool(ids)

    def _rest(self, tx: Tx, state: dict[str, Any]) -> bool:
        for channel in state["channels"]:
            batch = next(iter(tx.channel_erasure.spent_batches(channel, ERASED)), None)
            if batch is not None:
                tx.channel_erasure.drop_batch(batch, MOST)
                return True
        return False

    def _log(self, tx: Tx, state: dict[str, Any]) -> None:
        terms, source = terms_of(tx)
        counts = {name: int(state["counts"].get(name, 0)) for name in (*WENT, *CHANNEL_COUNTS)}
        fields = {
            "counts": counts,
            "params": dict(terms.given()),
            "outcome": source or "off",
            "reason": "asked" if state["asked"] else "daily",
        }
        tx.log(AuditDraft("retention_run", state["actor"], state["role"], fields))
        if not any(counts.values()):  # nothing to rewrite
            state["stage"] = "file"

    def _words(self, tx: Tx) -> bool:
        more = tx.channel_erasure.settle_step(INDEXES[self._index], first=self._first)
        self._first = not more
        self._index += not more
        return self._index < len(INDEXES)

    def _finish(self) -> None:
        rewritten = True
        if any(self.now.counts.values()):
            try:
                rewritten = self._store.compact().result()
            except EnvironmentFailure:  # busy or full: what went is gone from view, and the next run rewrites
                rewritten = False

        def end(tx: Tx) -> dict[str, Any] | None:
            state: dict[str, Any] | None = tx.settings.get(RUN)
            if state is None:
                return None
            last = {
                "began": state["began"],
                "ended": tx.now,
                "upto": state["upto"],
                "counts": state["counts"],
                "rewritten": rewritten,
            }
            tx.settings.set(RUN, None)
            tx.settings.set(WAITING, None)
            tx.settings.set(LAST, last)
            tx.changed("retention")
            return last

        last = self._store.write(end).result()
        self.now = replace(self.now, done=True, stage="") if last is None else _sweep(last)
        self.over = True


def _sweep(state: Mapping[str, Any]) -> Sweep:
    ended = int(state.get("ended", 0))
    counts = {name: int(number) for name, number in state["counts"].items()}
    for name in (*WENT, "authors"):
        counts.setdefault(name, 0)
    return Sweep(
        counts,
        str(state.get("stage", "")),
        int(state["began"]),
        ended,
        int(state.get("after", state["upto"])),
        int(state["upto"]),
        bool(ended),
        bool(state.get("rewritten", False)),
    )
