"""The policy room: head with the life cycle, text or form at the left with a live test, tabs at the right, moves at the foot."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from console.domain.events import Changed
from console.policy.document import DocumentError, PolicyDocument
from console.policy.phrases_document import say_document
from console.runtime.app import Console
from console.services.gate import GateNotMet
from console.services.roles import Actor
from console.services.versions import PolicyVersion
from ui import actions
from ui.bridge import Bridge
from ui.errors import describe
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.models.policy_changes import line_changes
from ui.models.policy_desk import PolicyDesk
from ui.models.policy_draft import PolicyDraft
from ui.models.policy_standing import done_words, file_words, unmet_words
from ui.models.policy_test_run import RuleTests
from ui.models.policy_trial import Trial
from ui.models.wording import language
from ui.theme.look import Look
from ui.views.policy_foot import PolicyFoot
from ui.views.policy_head import PolicyHead
from ui.views.policy_left import TEXT, PolicyLeft
from ui.views.policy_moves import PolicyMoves
from ui.views.policy_tabs import Tabs
from ui.views.policy_tests import TestsTab
from ui.views.policy_try import TryTab
from ui.views.policy_versions import VersionsTab
from ui.widgets.base import Pane
from ui.widgets.buttons import ActionButton
from ui.widgets.empty import EmptyState

_LATER_TABS: Final = (
    ("backtest", "ui.views.policy_backtest", "BacktestTab"),
    ("differences", "ui.views.policy_differences", "DifferencesTab"),
    ("shadow", "ui.views.policy_shadow", "ShadowTab"),
)
"""Tabs of their own modules, loaded when first shown."""


class PolicyRoom(Pane):
    """``open_comment`` asks the window for a comment, ``spoke`` is a sentence for the status strip."""

    open_comment = Signal(int)
    spoke = Signal(str)

    def __init__(
        self, console: Console, bridge: Bridge, actor: Actor, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "surface", "", parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self.draft = PolicyDraft(console, bridge, self)
        self.tests = RuleTests(console, bridge, self.draft, self)
        self.trial = Trial(console, bridge, self.draft, self)
        self.desk = PolicyDesk(console, bridge, actor, self.draft, self.tests, self)
        self.head = PolicyHead(look, self.draft, self.desk, self.tests)
        self.left = PolicyLeft(console, bridge, look, self.draft, self.trial)
        self.text, self.live = self.left.text, self.left.live
        self.tabs = Tabs(look)
        self.foot = PolicyFoot(look, self.draft, self.desk, self.tests)
        self.moves = PolicyMoves(console, bridge, look, self.draft, self.desk)
        self.waiting = EmptyState(look)
        self._build()
        self._add_tabs()
        self._connect()
        self.retranslate()
        self.setFocusProxy(self.left)
        self.whole.hide()
        self.desk.open()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.tabs)
        self.splitter.setStretchFactor(0, 5)
        self.splitter.setStretchFactor(1, 6)
        self._placed = False  # once a person has moved the edge, it stays where they put it
        self.splitter.splitterMoved.connect(self._moved)
        self.whole = QWidget()
        inside = QVBoxLayout(self.whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.splitter, 1)
        inside.addWidget(self.moves)
        inside.addWidget(self.foot)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self.waiting, 1)
        page.addWidget(self.whole, 1)

    def _add_tabs(self) -> None:
        words: dict[str, Callable[[], str]] = {
            "try": lambda: translate("Policy", "Try"),
            "tests": lambda: translate("Policy", "Tests"),
            "backtest": lambda: translate("Policy", "Replay"),
            "differences": lambda: translate("Policy", "Differences"),
            "shadow": lambda: translate("Policy", "Shadow"),
            "versions": lambda: translate("Policy", "Versions"),
        }
        self.tabs.add("try", words["try"], self._make_try)
        self.tabs.add("tests", words["tests"], self._make_tests)
        for key, module, name in _LATER_TABS:
            if _there(module):
                self.tabs.add(key, words[key], partial(self._make_later, module, name))
        self.tabs.add("versions", words["versions"], self._make_versions)
        self.tabs.show_page("tests")
        self.tabs.show_page("try")

    def _make_try(self) -> QWidget:
        page = TryTab(self.look, self.draft, self.trial)
        page.wants_text.connect(self.live_test)
        page.test_asked.connect(self.add_test)
        future = self._console.background(
            lambda c: [one.key for one in c.store.read(lambda r: r.channels.all())]
        )
        self._bridge.watch(future, page, page.set_channels)
        return page

    def _make_tests(self) -> QWidget:
        page = TestsTab(self.look, self.tests)
        page.line_asked.connect(self.left.show_line)
        return page

    def _make_versions(self) -> QWidget:
        page = VersionsTab(self._console, self._bridge, self.look, self.draft, self.desk)
        page.use_asked.connect(self.use_version)
        page.sign_asked.connect(lambda version: self.desk.sign(version, self._actor.name))
        page.activate_asked.connect(self._activate_again)
        return page

    def _make_later(self, module: str, name: str) -> QWidget:
        made: Any = getattr(importlib.import_module(module), name)
        page: Any = made(self._console, self._bridge, self._actor, self.look, self.draft)
        for signal, slot in (
            ("open_comment", self.open_comment),
            ("line_asked", self.left.show_line),
            ("spoke", self.spoke),
        ):
            if hasattr(page, signal):
                getattr(page, signal).connect(slot)
        assert isinstance(page, QWidget)
        return page

    def _connect(self) -> None:
        self.tests.finished.connect(lambda run: self.text.set_results(run.results))
        self.tests.changed.connect(self._tests_word)
        self.desk.opened.connect(self._opened)
        self.desk.failed.connect(self._failed)
        self.desk.overtaken.connect(self._overtaken)
        self.desk.done.connect(self._done)
        self.live.wants_details.connect(lambda: self.tabs.show_page("try"))
        self.foot.save_asked.connect(self.keep)
        self.foot.submit_asked.connect(self.submit)
        self.foot.activate_asked.connect(self.moves.ask_activation)
        self.foot.sign_asked.connect(self._ask_signature)
        self.foot.discard_asked.connect(self._ask_discard)
        self.foot.import_asked.connect(self.import_file)
        self.foot.export_asked.connect(self.desk.write_file)
        self.foot.spoke.connect(self.spoke)
        self.moves.left.connect(self.foot.activate.setFocus)
        self.moves.open_changed.connect(lambda asking: self.foot.setVisible(not asking))
        self._bridge.changed.connect(self._on_changed)
        runs: dict[str, Callable[[], object]] = {
            "policy.save": self.keep,
            "policy.live": self.live_test,
            "policy.fault": self.next_fault,
        }
        self.actions_by_id = {
            name: actions.make_action(name, self.look, self, run) for name, run in runs.items()
        }
        for action in self.actions_by_id.values():
            self.addAction(action)

    # ------------------------------------------------------------------ opening

    def _opened(self) -> None:
        self.waiting.hide()
        self.whole.show()
        self.text.forget_undo()
        self.text.editor.go_to(1)
        working = self.desk.working
        if working is not None:
            base = self.desk.by_id(working.based_on)
            moment = say.moment(working.updated_at, self._console.clock.now())
            words = translate("Policy", "Your draft of {moment}").format(moment=moment)
            line = ""
            if base is not None:
                line = translate("Policy", "Based on v{number}.").format(number=base.number)
                if base.state != "active":
                    line += " " + translate("Policy", "Another version is in force since.")
            self.left.tell("note-pencil", words, line, "accent")
        self.foot.refresh()
        self.head.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what others may have done."""
        super().showEvent(event)
        self.desk.reload()

    def _moved(self, _position: int, _index: int) -> None:
        self._placed = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Five parts of the width for the text, six for what comes of it."""
        super().resizeEvent(event)
        if not self._placed:
            left = self.width() * 5 // 11
            self.splitter.setSizes([left, self.width() - left])

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving keeps the draft."""
        super().hideEvent(event)
        self.left.flush()
        self.desk.keep()

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        for change in changes:
            if change.what == "calibrations" or (change.what == "settings" and "engine" in change.extra):
                self.trial.forget_verdicts()
                self.tests.forget_verdicts()
            elif change.what == "classifier" and change.extra.get("state") == "available":
                if self.tests.state == "error":
                    self.tests.start()
                if self.trial.outcome is not None and self.trial.outcome.tried is None:
                    self.trial.run()

    # ------------------------------------------------------------------ what the keys do

    def keep(self) -> None:
        """Ctrl+S: what is typed is kept now."""
        self.left.flush()
        self.desk.keep()
        self.foot.refresh()

    def submit(self) -> None:
        """The draft becomes a version."""
        self.left.flush()
        self.desk.submit()

    def live_test(self) -> None:
        """F4: type a text to try."""
        self.live.take_focus()

    def next_fault(self) -> None:
        """Shift+F8: to the next thing to mend."""
        self.left.show_mode(TEXT)
        self.text.next_problem()

    def refresh_here(self) -> None:
        """F5: replay the past; without a replay, run the tests."""
        if "backtest" not in self.tabs.order():
            self.tests.start()
            return
        self.tabs.show_page("backtest")
        page: Any = self.tabs.page("backtest")
        page.replay()

    # ------------------------------------------------------------------ moves

    def add_test(self, rule: str, text: str, applies: bool) -> None:
        """Write a test beside its rule, as the form would."""
        document = PolicyDocument(self.draft.text, self.draft.files)
        try:
            document.add_test(rule, text, applies)
        except DocumentError as error:
            self.left.tell("warning-circle", say_document(error, language()), "", "danger")
            return
        before = self.draft.text
        self.draft.set_text(document.text, "test")
        changes = line_changes(before, document.text)
        added = sorted(changes.added | changes.changed)
        if added:
            self.left.show_rule(rule, added[0] + 1)
        self.spoke.emit(translate("Policy", "The test stands beside {rule}.").format(rule=rule))

    def use_version(self, version: PolicyVersion) -> None:
        """An earlier text becomes the draft; the one before can be had back with Undo."""
        self.desk.use_version(version)
        self.left.show_mode(TEXT)
        self.spoke.emit(
            translate(
                "Policy", "The text of v{number} is your draft now. Undo brings the one before back."
            ).format(number=version.number)
        )

    def _activate_again(self, version: PolicyVersion) -> None:
        self.desk.use_version(version)
        self.moves.ask_activation_of(version)

    def _ask_signature(self) -> None:
        """Who signs reads first what changes."""
        self.tabs.show_page("differences" if "differences" in self.tabs.order() else "versions")
        self.moves.ask_signature()

    def import_file(self, path: Path) -> None:
        """A policy file becomes the draft."""
        self.desk.read_file(path)

    def _ask_discard(self) -> None:
        sure = ActionButton(self.look, "trash-simple", translate("Policy", "Discard it"))
        stay = ActionButton(self.look, "", translate("Policy", "Keep it"))
        self.left.tell(
            "arrow-u-up-left",
            translate("Policy", "Discard this draft?"),
            translate(
                "Policy", "The text in force comes back. Undo (Ctrl+Z) in the text still knows the draft."
            ),
            "warning",
            [(stay, self.left.understood), (sure, self._discard)],
        )

    def _discard(self) -> None:
        self.left.understood()
        self.desk.discard()

    # ------------------------------------------------------------------ telling

    def _overtaken(self, number: int) -> None:
        words = translate("Policy", "v{number} is in force now").format(number=number)
        line = translate("Policy", "Your draft stays: marked lines show where it differs.")
        self.left.tell("info", words, line, "accent")

    def _failed(self, error: Exception) -> None:
        text = describe(error)
        if not self.desk.ready:
            again = ActionButton(self.look, "arrow-clockwise", translate("Policy", "Try again"))
            self.waiting.show_state("warning-circle", text.what, text.step, [(again, self.desk.open)])
            return
        title, line = text.what, " ".join(part for part in (text.became, text.step) if part)
        if isinstance(error, GateNotMet):
            title, line = unmet_words(error.report)
        elif isinstance(error, OSError):
            title, line = file_words(error)
        self.left.tell("warning-circle", title, line, "danger")

    def _done(self, what: str, found: object) -> None:
        said = done_words(what, found)
        if said:
            self.spoke.emit(said)
        if what == "activate" and self.left.telling:
            self.left.understood()

    def _tests_word(self) -> None:
        page = self.tabs.page("tests")
        if isinstance(page, TestsTab):
            self.tabs.set_word("tests", page.title())

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.setAccessibleName(translate("Policy", "Moderation policy"))
        self.tabs.retranslate()
        self.waiting.show_state("scales", translate("Policy", "Reading the policy"), "")
        for action in self.actions_by_id.values():
            actions.retranslate(action)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def shut_down(self) -> None:
        """Keep what was typed last; read nothing more."""
        self.left.flush()
        self.desk.shut_down()
        self.draft.shut_down()
        self.tests.shut_down()
        self.trial.shut_down()
        for key in self.tabs.order():
            page: Any = self.tabs.page(key)
            if callable(getattr(page, "shut_down", None)):
                page.shut_down()


def _there(module: str) -> bool:
    return importlib.util.find_spec(module) is not None
