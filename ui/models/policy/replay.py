"""The replay of a draft over the past: started, followed, cancelled, recorded beside its version, kept until the text changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from console.domain.errors import NotAllowed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.comment import Comment
    from console.runtime.app import Console
    from console.runtime.backtester import BacktestRun
    from console.services.roles import Actor
    from console.store import Reading
    from ui.bridge import Bridge
    from ui.models.policy.draft import PolicyDraft

DAYS: Final = (30, 90, 365, 0)
"""What can be chosen; 0 is the whole past."""
_TICK_MS: Final = 100


@dataclass(frozen=True, slots=True)
class Result:
    """A report with what it belongs to. ``at`` is when it was recorded (UTC seconds), 0 for one made just now."""

    report: Mapping[str, Any]
    policy: str
    baseline: str
    at: int = 0
    by: str = ""
    seconds: float = 0.0


class PolicyReplay(QObject):
    """One per draft, shared by the tabs of the room: ``PolicyReplay.of``. Lives in the GUI thread.

    ``changed`` comes with every change of ``result``, ``running`` or ``error``; ``progressed`` with (done, total).
    """

    changed = Signal()
    progressed = Signal(int, int)
    recorded = Signal()

    @classmethod
    def of(cls, console: Console, bridge: Bridge, actor: Actor, draft: PolicyDraft) -> PolicyReplay:
        """The replay of this draft, made at the first question."""
        found = next((child for child in draft.children() if isinstance(child, cls)), None)
        return found if found is not None else cls(console, bridge, actor, draft)

    def __init__(self, console: Console, bridge: Bridge, actor: Actor, draft: PolicyDraft) -> None:
        super().__init__(draft)
        self._console, self._bridge, self._actor, self._draft = console, bridge, actor, draft
        self.result: Result | None = None
        self.error: Exception | None = None
        self.running = False
        self.done, self.total = 0, 0
        self.days: int | None = None
        self._run: BacktestRun | None = None
        self._recorded: set[str] = set()
        self._reading = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(lambda: self.progressed.emit(self.done, self.total))
        draft.version_changed.connect(self._version_changed)
        draft.checked.connect(self.changed)
        draft.active_changed.connect(self.changed)
        draft.changed.connect(lambda _origin: self.changed.emit())
        self._version_changed()

    # ------------------------------------------------------------------ how it stands

    @property
    def stale(self) -> bool:
        """Whether there is a result and the text, or the policy in force, says something else by now."""
        result, policy, active = self.result, self._draft.policy, self._draft.active
        if result is None:
            return False
        if policy is None or policy.id != result.policy:
            return True
        return active is not None and result.baseline not in ("", active.id)

    @property
    def asked_days(self) -> int:
        """How many days to replay; 0 for all. Unless chosen, what the draft's gate asks for, else 90."""
        if self.days is not None:
            return self.days
        policy = self._draft.policy
        window = int(policy.gate.get("backtest_window", 0)) if policy is not None else 0
        return -(-window // 86_400) or 90

    @property
    def why_not(self) -> str:
        """What stands against a replay now: ``running``, ``checking``, ``invalid``; empty when nothing does."""
        if self.running:
            return "running"
        if not self._draft.fresh:
            return "checking"
        return "" if self._draft.policy is not None else "invalid"

    # ------------------------------------------------------------------ running

    def start(self) -> bool:
        """Replay the draft as it stands; False when something stands against it."""
        if self.why_not:
            return False
        self.error = None
        self.done, self.total = 0, 0
        text, files = self._draft.text, self._draft.files

        def progress(done: int, total: int) -> None:
            self.done, self.total = done, total  # from another thread; the timer shows it

        run = self._console.backtests.start(text, files, days=self.asked_days or None, on_progress=progress)
        self._run, self.running = run, True
        self._bridge.watch(
            run.future,
            self,
            lambda report: self._finished(run, report),
            lambda error: self._failed(run, error),
        )
        self._timer.start()
        self.changed.emit()
        return True

    def cancel(self) -> None:
        """Stop; what was known before stays."""
        if self._run is not None and self.running:
            self._run.cancel()
            self._ended()

    def shut_down(self) -> None:
        """Stop for good."""
        self._timer.stop()
        if self._run is not None:
            self._run.cancel()

    def _ended(self) -> None:
        self._timer.stop()
        self.running = False
        self._run = None
        self.changed.emit()

    def _finished(self, run: BacktestRun, report: dict[str, Any]) -> None:
        if run is not self._run:
            return  # it was cancelled in the moment it ended
        self.result = Result(
            report,
            str(report["policy"]),
            str(report.get("baseline") or ""),
            seconds=float(report.get("seconds", 0.0)),
        )
        self._ended()
        self._record()

    def _failed(self, run: BacktestRun, error: Exception) -> None:
        if run is not self._run:
            return
        self.error = error
        self._ended()

    # ------------------------------------------------------------------ recorded with the version

    def _record(self) -> None:
        """Note the result beside the stored version that it belongs to, once, where the role may."""
        version, result, actor = self._draft.version, self.result, self._actor
        if version is None or result is None or result.at or version.id != result.policy:
            return
        key = f"{result.policy} {id(result)}"
        if key in self._recorded or not actor.may("decide"):
            return
        self._recorded.add(key)
        report = result.report
        future = self._console.background(lambda c: c.lifecycle.record_backtest(version.id, report, actor))
        self._bridge.watch(future, self, lambda _done: self.recorded.emit(), self._not_recorded)

    def _not_recorded(self, error: Exception) -> None:
        if isinstance(error, NotAllowed):
            return  # who only looks may look
        self.error = error
        self.changed.emit()

    def _version_changed(self) -> None:
        """Another version, or the same with another step: record what is in hand, or read what was recorded."""
        version = self._draft.version
        if version is None:
            self.changed.emit()
            return
        if self.result is not None and self.result.policy == version.id:
            self._record()
            self.changed.emit()
            return
        step = version.step("backtest")
        if step is None or not step.body or self._reading == f"{version.id} {step.id}":
            self.changed.emit()
            return
        self._reading = f"{version.id} {step.id}"
        body, held = (
            step.body,
            Result(step.body, version.id, str(step.body.get("baseline") or ""), step.created_at, step.actor),
        )
        future = self._console.background(lambda c: worded(c, body))
        self._bridge.watch(
            future, self, lambda report: self._read(held, report), lambda _error: self._read(held, dict(body))
        )

    def _read(self, held: Result, report: dict[str, Any]) -> None:
        self._reading = ""
        if self.running or (self.result is not None and not self.stale):
            return
        self.result = Result(
            report, held.policy, held.baseline, held.at, held.by, float(report.get("seconds", 0.0))
        )
        self.changed.emit()


def worded(console: Console, body: Mapping[str, Any]) -> dict[str, Any]:
    """A recorded report with the words of comments that are still here. Blocks: on a reader thread."""
    report = dict(body)
    for name in ("disagreements", "protected_items"):
        items = [dict(one) for one in body.get(name, ())]
        ids = [int(one["comment_id"]) for one in items]
        held = {int(one.id): one for one in console.store.read(partial(_rows, ids))}
        for one in items:
            comment = held.get(int(one["comment_id"]))
            if comment is not None:
                one["text"] = comment.text
                one["author"] = comment.author_name or comment.author_handle
        report[name] = items
    return report


def _rows(ids: list[int], reading: Reading) -> list[Comment]:
    return reading.comments.rows(ids)


__all__ = ["DAYS", "PolicyReplay", "Result", "worded"]
