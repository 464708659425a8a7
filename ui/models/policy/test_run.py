"""Running the rule tests of a draft with the engine in use, off the window's thread, after every valid change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.domain.errors import VigieError
from console.domain.verdict import ClassifyItem, Verdict
from console.policy import Policy, RuleTestResult, run_tests
from console.services.trying import calibrated

if TYPE_CHECKING:
    from console.runtime.app import Console
    from ui.bridge import Bridge
    from ui.models.policy.draft import PolicyDraft

CALM_MS: Final = 400
"""After a valid change, so long nothing else may come before the tests run."""
KEPT: Final = 5_000
"""Verdicts remembered: a test whose text has not changed is not read again."""

Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class TestRun:
    """The results for one policy id, with the engine that read."""

    policy_id: str
    results: tuple[RuleTestResult, ...]
    engine: str

    @property
    def failed(self) -> int:
        """Tests that do not hold."""
        return sum(not one.ok for one in self.results)


class RuleTests(QObject):
    """``changed`` after every run and whenever ``state`` is another one: waiting, running, done, error, invalid."""

    changed = Signal()
    finished = Signal(object)

    def __init__(
        self, console: Console, bridge: Bridge, draft: PolicyDraft, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._draft = console, bridge, draft
        self.state = "waiting"
        self.run: TestRun | None = None
        self.error: Exception | None = None
        self._verdicts: dict[Key, Verdict] = {}
        self._running = False
        self._again = False
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CALM_MS)
        self._timer.timeout.connect(self.start)
        draft.checked.connect(self._checked)
        draft.changed.connect(lambda _origin: self._timer.stop())

    @property
    def fresh(self) -> bool:
        """Whether the newest results belong to the draft as it stands."""
        policy = self._draft.policy
        if self.run is None or policy is None or self.run.policy_id != policy.id:
            return False
        return not self._tests_moved(policy)

    def _checked(self) -> None:
        policy = self._draft.policy
        if policy is None:
            self._timer.stop()
            self._set("invalid")
        elif not self.fresh:
            self._timer.start()
        else:
            self._set("done")

    def _tests_moved(self, policy: Policy) -> bool:
        """Tests and their lines do not enter the id: compare them too."""
        assert self.run is not None
        have = [(one.rule, one.text, one.expect, one.line) for one in self.run.results]
        want = [
            (rule.id, test.text, "match" if test.expect else "no_match", test.line)
            for rule in policy.rules
            for test in rule.tests
        ]
        return have != want

    def forget_verdicts(self) -> None:
        """Another engine reads now: everything is read again."""
        self._verdicts.clear()
        if self._draft.policy is not None:
            self._timer.start()

    @Slot()
    def start(self) -> None:
        """Run the tests of the draft now; while they run, once more after."""
        self._timer.stop()
        policy = self._draft.policy
        if self._closed or policy is None:
            return
        if self._running:
            self._again = True
            return
        self._running, self._again = True, False
        self._set("running")
        wanted = {
            (test.text, test.language): None
            for rule in policy.rules
            for test in rule.tests
            if "labels" not in test.given and (test.text, test.language) not in self._verdicts
        }
        keys = list(wanted)
        if not keys:
            self._judge(policy)
            return
        items = [ClassifyItem(f"test-{n}", text, language) for n, (text, language) in enumerate(keys)]
        try:
            reading = self._console.engine.read(items)
        except VigieError as error:
            self._failed(error)
            return
        self._bridge.watch(reading, self, lambda found: self._read(policy, keys, found), self._failed)

    def _read(self, policy: Policy, keys: list[Key], found: list[Verdict]) -> None:
        if len(self._verdicts) + len(keys) > KEPT:
            self._verdicts.clear()
        self._verdicts.update(zip(keys, found, strict=True))
        missing = any(
            (test.text, test.language) not in self._verdicts
            for rule in policy.rules
            for test in rule.tests
            if "labels" not in test.given
        )
        if missing:  # what was remembered has just been dropped: read all of this policy's texts
            self._running = False
            self.start()
            return
        self._judge(policy)

    def _judge(self, policy: Policy) -> None:
        known = dict(self._verdicts)

        def work(console: Console) -> tuple[RuleTestResult, ...]:
            # Read as comments are: with the workspace's calibration layer on top, if there is one.
            read = console.store.read(lambda r: calibrated(r, list(known.values())))
            layered = dict(zip(known, read, strict=True))
            return run_tests(policy, lambda text, language: layered[text, language])

        future = self._console.background(work)
        self._bridge.watch(future, self, lambda results: self._landed(policy, results), self._failed)

    def _landed(self, policy: Policy, results: tuple[RuleTestResult, ...]) -> None:
        self._running = False
        engine = next(iter(self._verdicts.values()), None)
        name = "" if engine is None else f"{engine.engine} {engine.engine_version}".strip()
        self.run = TestRun(policy.id, results, name)
        self.error = None
        self._set("done")
        self.finished.emit(self.run)
        if self._again:
            self.start()

    def _failed(self, error: Exception) -> None:
        self._running, self._again = False, False
        self.error = error
        self._set("error")

    def _set(self, state: str) -> None:
        self.state = state
        self.changed.emit()

    def shut_down(self) -> None:
        """Run nothing more."""
        self._closed = True
        self._timer.stop()
