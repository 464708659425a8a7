"""The head of the policy room: what is in force since when, and where in its life the text at the left stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.views.policy.steps import LifeStep, LifeSteps
from ui.widgets.header import PaneHeader, Segments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.models.policy.desk import PolicyDesk
    from ui.models.policy.draft import PolicyDraft
    from ui.models.policy.test_run import RuleTests
    from ui.theme.look import Look

POLICY, RESULTS = "policy", "results"


class PolicyHead(PaneHeader):
    """Title, active version, steps; with little room a choice between the policy and what comes of it."""

    def __init__(
        self,
        look: Look,
        draft: PolicyDraft,
        desk: PolicyDesk,
        tests: RuleTests,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._draft, self._desk, self._tests = draft, desk, tests
        self.steps = LifeSteps(look)
        self.panes = Segments(look, [(POLICY, ""), (RESULTS, "")])
        self.panes.set_current(POLICY)
        self.panes.hide()
        self.add(self.panes)
        self.add(self.steps)
        for signal in (
            draft.checked,
            draft.active_changed,
            draft.version_changed,
            desk.changed,
            tests.changed,
        ):
            signal.connect(self.refresh)
        draft.changed.connect(lambda _origin: self.refresh())
        self.retranslate()

    def set_narrow(self, narrow: bool) -> None:
        """One pane at a time: the choice takes the place of the words about the version in force."""
        self.panes.setVisible(narrow)
        self.count.setVisible(not narrow)

    def refresh(self) -> None:
        """Say it as it stands now."""
        active = self._draft.active_text
        words = ""
        if active.number:
            since = say.day(active.activated_at) if active.activated_at else ""
            words = (
                translate("Policy", "v{number} active since {day}").format(number=active.number, day=since)
                if since
                else translate("Policy", "v{number} active").format(number=active.number)
            )
        self.count.set_text(words)
        self.steps.set_steps(self._steps())

    def _steps(self) -> list[LifeStep]:
        draft, version = self._draft, self._draft.version
        done = {
            "draft": self._desk.stored,
            "check": draft.fresh and draft.policy is not None,
            "replay": False,
            "shadow": False,
            "active": False,
        }
        wrong = draft.fresh and draft.load is not None and draft.policy is None
        if version is not None:
            replay = version.step("backtest")
            done["replay"] = replay is not None and replay.ok
            done["shadow"] = version.shadow_since is not None
            done["active"] = version.state == "active"
        words = {
            "draft": translate("Policy", "Draft"),
            "check": translate("Policy", "Check"),
            "replay": translate("Policy", "Replay"),
            "shadow": translate("Policy", "Shadow"),
            "active": translate("Policy", "Active"),
        }
        spoken = {
            "done": translate("Policy", "done"),
            "here": translate("Policy", "here now"),
            "wrong": translate("Policy", "has errors"),
            "later": translate("Policy", "not yet"),
        }
        here = _present(done, version.state if version is not None else "")
        steps = []
        for key, word in words.items():
            state = "here" if key == here else "done" if done[key] else "later"
            if key == "check" and wrong:
                state = "wrong"
            steps.append(LifeStep(word, state, spoken[state]))
        return steps

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.title.set_text(translate("Policy", "Moderation policy"))
        self.panes.set_words(
            [(POLICY, translate("Policy", "Policy")), (RESULTS, translate("Policy", "Results"))]
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _present(done: dict[str, bool], state: str) -> str:
    """The step at which the text stands: the state of its version, else the furthest that was done in order."""
    if state in ("active", "shadow"):
        return state
    if not done["draft"]:
        return "draft"
    return "replay" if done["replay"] else "check"
