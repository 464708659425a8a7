"""The classifier's desk: which engine reads, a second opinion beside it, and reading the whole workspace again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.classify.packs import EMBEDDED
from console.domain.audit import AuditDraft
from console.domain.errors import ClassifierAway, DomainError
from console.runtime.reader import EngineReader, Reader, installed_engine
from console.runtime.rereader import Pace, Rereader
from console.services.rereading import ENGINE_SETTING, SECOND, SWITCH, Rereading

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from concurrent.futures import Executor, Future

    from console.domain.events import Changed
    from console.services.roles import Actor
    from console.services.triage import Triage
    from console.store import Reading, Reclassification, Store, Tx

SECOND_SETTING: Final = "second_engine"


@dataclass(frozen=True, slots=True)
class Progress:
    """A run over the workspace as a page or a progress bar shows it.

    ``purpose`` is switch, second_opinion or calibration; ``state`` running, paused, cancelled or done. ``rate`` in
    comments per second over the last seconds, ``seconds_left`` an estimate: both None where nothing moved yet. Times
    are UTC seconds.
    """

    id: int
    engine: str
    engine_version: str
    purpose: str
    state: str
    done: int
    total: int
    failed: int
    started_at: int
    updated_at: int
    started_by: str
    rate: float | None = None
    seconds_left: int | None = None

    @property
    def under_way(self) -> bool:
        """Whether it is running or paused."""
        return self.state in ("running", "paused")


@dataclass(frozen=True, slots=True)
class ClassifierStatus:
    """What the console shows of the classifier.

    ``engine`` is the one that was chosen; ``reads`` the one that reads here, which is the embedded one where the
    chosen one is not installed. ``version`` is empty before the first text was read. ``state`` is starting, available,
    away or closed. ``last_error`` is a code. ``rate_per_second`` counts the child's own time.
    """

    engine: str
    reads: str
    version: str
    second: str | None
    second_version: str
    state: str
    last_error: str | None
    second_error: str | None
    rate_per_second: float
    reclassification: Progress | None


class ClassifierDesk:
    """``console.classifier``. Commands return Futures and never block; ``status`` reads, off the GUI thread."""

    def __init__(
        self,
        store: Store,
        reader: Reader | None,
        triage: Triage,
        rereading: Rereading,
        os_user: str,
        commands: Executor,
    ) -> None:
        self._store = store
        self._plain = reader is not None
        self._reader = reader if isinstance(reader, EngineReader) else None
        self._rereading = rereading
        self._commands = commands
        self._pace = Pace()
        self.background: Rereader | None = None
        """What the engine thread does for the desk; None with a reader whose engine cannot be changed."""
        if self._reader is not None:
            self.background = Rereader(
                store, self._reader, triage, rereading, os_user, self._pace, self.follow
            )
            self.follow()

    # ------------------------------------------------------------------ reads

    def status(self) -> ClassifierStatus:
        """How the classifier stands; off the GUI thread."""
        engine, second = self.chosen()
        run = self._store.read(_shown_run)
        reader = self._reader
        if run is not None:
            self._pace.note(run)
        name, version = reader.engine if reader is not None else ("", "")
        beside = None if reader is None else reader.second_engine
        return ClassifierStatus(
            engine=engine,
            reads=engine if reader is None else reader.active,
            version=version if not name or name == (engine if reader is None else reader.active) else "",
            second=second,
            second_version="" if beside is None else beside[1],
            state=reader.state.value if reader is not None else "available" if self._plain else "closed",
            last_error=None if reader is None else reader.last_error,
            second_error=None if reader is None else reader.second_error,
            rate_per_second=0.0 if reader is None else round(reader.rate, 1),
            reclassification=None if run is None else self.progress(run),
        )

    def chosen(self) -> tuple[str, str | None]:
        """The workspace's engine and second opinion."""
        return self._store.read(_chosen)

    def progress(self, run: Reclassification) -> Progress:
        """A run with its pace."""
        rate = self._pace.rate() if run.state == "running" else None
        left = None if not rate else round(max(0, run.total - run.done) / rate)
        return Progress(
            run.id, run.engine, run.engine_version, run.purpose, run.state, run.done, max(run.total, run.done),
            run.failed, run.started_at, run.updated_at, run.started_by, rate, left,
        )  # fmt: skip

    # ------------------------------------------------------------------ commands (never block; GUI thread welcome)

    def use(self, name: str, actor: Actor) -> Future[ClassifierStatus]:
        """Let another engine read from now on; what nobody has decided about is read again by it in the background.

        The Future may raise NotAllowed, UsageError ``pack_unknown`` or ``pack_not_installed``, or an EnvironmentFailure.
        """
        return self._commands.submit(self._choose, ENGINE_SETTING, name, actor)

    def second(self, name: str | None, actor: Actor) -> Future[ClassifierStatus]:
        """Ask a second engine too, or (None) no longer. Its verdicts stand beside and decide nothing. Raises like ``use``."""
        return self._commands.submit(self._choose, SECOND_SETTING, name, actor)

    def reclassify(self, actor: Actor, purpose: str = SWITCH) -> Future[Progress]:
        """Read the workspace again with the engine that reads now; whoever holds the lease does it.

        ``purpose`` is switch or second_opinion. The Future may raise NotAllowed, DomainError
        ``reclassification_unready`` where the engine has not come up yet, or an EnvironmentFailure.
        """

        def work() -> Progress:
            actor.need("classifier")
            known = self._running(purpose)
            if known is None:
                raise DomainError("reclassification_unready")
            return self.progress(self._rereading.begin(*known, purpose, actor))

        return self._commands.submit(work)

    def pause(self, actor: Actor) -> Future[Progress]:
        """Stop after the present batch, until ``resume``. DomainError ``reclassification_none``."""
        return self._commands.submit(self._move, "paused", actor)

    def resume(self, actor: Actor) -> Future[Progress]:
        """Go on where it stopped."""
        return self._commands.submit(self._move, "running", actor)

    def cancel(self, actor: Actor) -> Future[Progress]:
        """Call it off; what was read stays."""
        return self._commands.submit(self._move, "cancelled", actor)

    def _move(self, state: str, actor: Actor) -> Progress:
        actor.need("classifier")
        run = self._rereading.move(state, actor)
        self._pace.note(run)
        return self.progress(run)

    def _choose(self, setting: str, name: str | None, actor: Actor) -> ClassifierStatus:
        actor.need("classifier")
        if name is not None:
            self._ensure_installed(name)

        def work(tx: Tx) -> None:
            if tx.settings.get(setting, EMBEDDED if setting == ENGINE_SETTING else None) == name:
                return
            tx.settings.set(setting, name)
            if setting == SECOND_SETTING:
                self._rereading.forget(tx, SECOND)
            fields = {
                "engine": name or "none",
                "outcome": "active" if setting == ENGINE_SETTING else "beside",
            }
            tx.log(AuditDraft("engine_chosen", actor.name, actor.role.value, fields))
            tx.changed("settings", engine=name or "", setting=setting)

        self._store.write(work).result()
        self.follow()
        return self.status()

    def _ensure_installed(self, name: str) -> None:
        if self._reader is not None:
            self._reader.ensure_installed(name)
        else:
            installed_engine(name)

    def _running(self, purpose: str) -> tuple[str, str] | None:
        """Name and version of the engine that reads: here, or in the process that holds the lease."""
        reader = self._reader
        if reader is None:
            return None
        here = reader.second_engine if purpose == SECOND else reader.engine
        if here is not None and here[1]:
            return here
        engine, second = self.chosen()
        there = self._rereading.running(purpose)
        return there if there is not None and there[0] == (second if purpose == SECOND else engine) else None

    def restart(
        self, actor: Actor, submit: Callable[[Callable[[], Coroutine[None, None, None]]], Future[None]]
    ) -> None:
        """Start a stopped classifier process anew; blocks until it has come up. ``submit`` runs it on the engine's loop.

        Raises NotAllowed, ClassifierAway where it does not come up, and EnvironmentFailure ``engine_stopped``.
        """
        actor.need("classifier")
        if self._reader is None:
            raise ClassifierAway(why="none")
        submit(self._reader.restart).result()

    # ------------------------------------------------------------------ following the workspace's settings

    def on_changes(self, changes: Sequence[Changed]) -> None:
        """Hear of changes, on whatever thread: settings are followed, new comments wait for their second opinion."""
        if self.background is not None:
            self.background.on_changes(changes)

    def follow(self) -> None:
        """Let the engines that the workspace's settings name read from the next batch on."""
        if self._reader is not None:
            engine, second = self._store.read(_chosen)
            if (engine, second) != self._reader.wanted or self._reader.lacking:
                self._reader.choose(engine, second)

    # ------------------------------------------------------------------ for the command line

    async def start_run(self, actor: Actor, purpose: str = SWITCH) -> Progress:
        """Start the engine, then a run with it, or take up the one under way. Raises ClassifierAway and DomainError."""
        actor.need("classifier")
        if self.background is None:
            raise ClassifierAway(why="none")
        return self.progress(await self.background.start_run(actor, purpose))

    async def run_here(self, told: Callable[[Progress], object]) -> Progress | None:
        """Work at the run under way until it is paused or over; the caller holds the lease. Returns how it stands.

        Raises ClassifierAway when the child does not come back; the run then stays where it is.
        """
        if self.background is None:
            raise ClassifierAway(why="none")
        run = await self.background.run_here(lambda one: told(self.progress(one)))
        return None if run is None else self.progress(run)


def _chosen(reading: Reading) -> tuple[str, str | None]:
    engine = reading.settings.get(ENGINE_SETTING, EMBEDDED)
    second = reading.settings.get(SECOND_SETTING)
    return (engine if isinstance(engine, str) else EMBEDDED, second if isinstance(second, str) else None)


def _shown_run(reading: Reading) -> Reclassification | None:
    """The run under way, else the newest one."""
    held = reading.reclassifications.current()
    if held is None:
        recent = reading.reclassifications.recent(1)
        held = recent[0] if recent else None
    return held
