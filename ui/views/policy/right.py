"""The right of the policy room: what comes of the text, one tab for each way of looking at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.i18n.mark import translate
from ui.views.policy.rule_tests import TestsTab
from ui.views.policy.tabs import Tabs
from ui.views.policy.trial import TryTab
from ui.views.policy.versions import VersionsTab

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.models.policy.desk import PolicyDesk
    from ui.models.policy.draft import PolicyDraft
    from ui.models.policy.test_run import RuleTests
    from ui.models.policy.trial import Trial
    from ui.theme.look import Look


class PolicyRight(Tabs):
    """The tabs' wishes as signals of one object; the heavier tabs are loaded when they are first shown.

    ``test_asked`` carries rule, text and whether the rule must apply; ``line_asked`` a line of the text (from 1).
    """

    open_comment = Signal(int)
    line_asked = Signal(int)
    text_asked = Signal()
    test_asked = Signal(str, str, bool)
    use_asked = Signal(object)
    sign_asked = Signal(object)
    activate_asked = Signal(object)

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        draft: PolicyDraft,
        tests: RuleTests,
        trial: Trial,
        desk: PolicyDesk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._draft, self._tests, self._trial, self._desk = draft, tests, trial, desk
        self.add("try", lambda: translate("Policy", "Try"), self._make_try)
        self.add("tests", lambda: translate("Policy", "Tests"), self._make_tests)
        self.add("backtest", lambda: translate("Policy", "Replay"), self._make_backtest)
        self.add("differences", lambda: translate("Policy", "Differences"), self._make_differences)
        self.add("shadow", lambda: translate("Policy", "Shadow"), self._make_shadow)
        self.add("versions", lambda: translate("Policy", "Versions"), self._make_versions)
        self.show_page("tests")
        self.show_page("try")

    def _make_try(self) -> QWidget:
        page = TryTab(self.look, self._draft, self._trial)
        page.wants_text.connect(self.text_asked)
        page.test_asked.connect(self.test_asked)
        future = self._console.background(
            lambda c: [one.key for one in c.store.read(lambda r: r.channels.all())]
        )
        self._bridge.watch(future, page, page.set_channels)
        return page

    def _make_tests(self) -> QWidget:
        page = TestsTab(self.look, self._tests)
        page.line_asked.connect(self.line_asked)
        return page

    def _make_backtest(self) -> QWidget:
        from ui.views.policy.backtest import BacktestTab

        page = BacktestTab(self._console, self._bridge, self._actor, self.look, self._draft)
        page.open_comment.connect(self.open_comment)
        return page

    def _make_differences(self) -> QWidget:
        from ui.views.policy.differences import DifferencesTab

        page = DifferencesTab(self._console, self._bridge, self._actor, self.look, self._draft)
        page.line_asked.connect(self.line_asked)
        return page

    def _make_shadow(self) -> QWidget:
        from ui.views.policy.shadow import ShadowTab

        page = ShadowTab(self._console, self._bridge, self._actor, self.look, self._draft)
        page.open_comment.connect(self.open_comment)
        return page

    def _make_versions(self) -> QWidget:
        page = VersionsTab(self._console, self._bridge, self.look, self._draft, self._desk)
        page.use_asked.connect(self.use_asked)
        page.sign_asked.connect(self.sign_asked)
        page.activate_asked.connect(self.activate_asked)
        return page

    def replay(self) -> None:
        """F5: replay the past with the draft."""
        self.show_page("backtest")
        page = self.page("backtest")
        from ui.views.policy.backtest import BacktestTab

        assert isinstance(page, BacktestTab)
        page.replay()

    def shut_down(self) -> None:
        """Let each tab stop what it does on other threads."""
        for key in self.order():
            stop = getattr(self.page(key), "shut_down", None)
            if callable(stop):
                stop()
