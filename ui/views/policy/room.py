"""The policy room: head with the life cycle, text or form at the left with a live test, tabs at the right, moves at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from console.policy.document import DocumentError, PolicyDocument
from console.policy.document.phrases import say_document
from console.services.gate import GateNotMet
from ui import actions
from ui.errors import describe
from ui.i18n import format as say
from ui.i18n.format import language
from ui.i18n.mark import translate
from ui.models.policy.changes import line_changes
from ui.models.policy.desk import PolicyDesk
from ui.models.policy.draft import PolicyDraft
from ui.models.policy.standing import done_words, file_words, unmet_words
from ui.models.policy.test_run import RuleTests
from ui.models.policy.trial import Trial
from ui.views.policy.foot import PolicyFoot
from ui.views.policy.head import POLICY, RESULTS, PolicyHead
from ui.views.policy.left import TEXT, PolicyLeft
from ui.views.policy.moves import PolicyMoves
from ui.views.policy.right import PolicyRight
from ui.views.policy.rule_tests import TestsTab
from ui.widgets.base import Pane
from ui.widgets.buttons import ActionButton
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.roles import Actor
    from console.services.versions import PolicyVersion
    from ui.bridge import Bridge
    from ui.theme.look import Look

ONE_PANE: Final = 56.0
"""Width of the room in em under which text and results are shown one at a time."""


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
        self.tabs = PolicyRight(console, bridge, actor, look, self.draft, self.tests, self.trial, self.desk)
        self.foot = PolicyFoot(look, self.draft, self.desk, self.tests)
        self.moves = PolicyMoves(console, bridge, look, self.draft, self.desk)
        self.waiting = EmptyState(look)
        self._build()
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
        self._narrow = False
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

    def _connect(self) -> None:
        self.tests.finished.connect(lambda run: self.text.set_results(run.results))
        self.tests.changed.connect(self._tests_word)
        self.desk.opened.connect(self._opened)
        self.desk.failed.connect(self._failed)
        self.desk.overtaken.connect(self._overtaken)
        self.desk.done.connect(self._done)
        self.live.wants_details.connect(lambda: self._results("try"))
        self.tabs.open_comment.connect(self.open_comment)
        self.tabs.line_asked.connect(self.left.show_line)
        self.tabs.text_asked.connect(self.live_test)
        self.tabs.test_asked.connect(self.add_test)
        self.tabs.use_asked.connect(self.use_version)
        self.tabs.sign_asked.connect(lambda version: self.desk.sign(version, self._actor.name))
        self.tabs.activate_asked.connect(self._activate_again)
        self.head.panes.chosen.connect(self.show_pane)
        self.left.wanted.connect(lambda: self.show_pane(POLICY))
        self.look.changed.connect(self._fit)
        self.foot.save_asked.connect(self.keep)
        self.foot.submit_asked.connect(self.submit)
        self.foot.activate_asked.connect(self.moves.ask_activation)
        self.foot.sign_asked.connect(self._ask_signature)
        self.foot.discard_asked.connect(self._ask_discard)
        self.foot.import_asked.connect(self.import_file)
        self.foot.export_asked.connect(self.desk.write_file)
        self.foot.spoke.connect(self.spoke)
        self.moves.left.connect(self.foot.activate.setFocus)
        for ask in (self.moves.activation, self.moves.signature):
            ask.confirmed.connect(lambda _words: self.foot.activate.setFocus())
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
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < ONE_PANE * self.look.metrics.em
        if narrow != self._narrow:
            self._narrow = narrow
            self.head.set_narrow(narrow)
            self.show_pane(self.head.panes.current())
        if not self._placed:
            left = self.width() * 5 // 11
            self.splitter.setSizes([left, self.width() - left])

    def show_pane(self, pane: str) -> None:
        """The policy, or what comes of it; both where there is room."""
        self.head.panes.set_current(pane)
        self.left.setVisible(not self._narrow or pane == POLICY)
        self.tabs.setVisible(not self._narrow or pane == RESULTS)

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

    def _results(self, tab: str) -> None:
        self.show_pane(RESULTS)
        self.tabs.show_page(tab)

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
        self.show_pane(POLICY)
        self.live.take_focus()

    def next_fault(self) -> None:
        """Shift+F8: to the next thing to mend."""
        self.left.show_mode(TEXT)
        self.text.next_problem()

    def refresh_here(self) -> None:
        """F5: replay the past."""
        self.show_pane(RESULTS)
        self.tabs.replay()

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
        self._results("differences")
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
        self.tabs.shut_down()
