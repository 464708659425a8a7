"""The tests beside each rule: which hold and which do not, with the engine in use; a row leads to its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.errors import describe, paragraph
from ui.i18n.mark import translate
from ui.i18n.policy_counted import counted
from ui.views.policy.tabs import TabPage
from ui.widgets.base import IconText
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.cells import Cell, CellTable
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from console.policy import RuleTestResult
    from ui.models.policy.test_run import RuleTests
    from ui.theme.look import Look


class TestsTab(TabPage):
    """``line_asked`` carries the line (from 1) of the test chosen."""

    __test__ = False  # no test class, whatever its name says
    line_asked = Signal(int)

    def __init__(self, look: Look, tests: RuleTests, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._tests = tests
        self._rows: list[RuleTestResult] = []
        self.summary = IconText(look, "circle-dashed", role="title", color="text", weight=600)
        self.engine = IconText(look, role="small")
        self.again = ActionButton(look, "play", kind=Kind.NORMAL)
        self.table = CellTable(look, (0.1, 0.16, 0.44, 0.15, 0.15))
        self.empty = EmptyState(look)
        self._build()
        self.again.clicked.connect(lambda _checked=False: tests.start())
        self.table.entered.connect(self._enter)
        self.table.doubleClicked.connect(lambda index: self._enter(index.row()))
        tests.changed.connect(self._show)
        self.retranslate()
        self.setFocusProxy(self.table)

    def _build(self) -> None:
        px = self.look.px
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(8), px(12), px(4))
        head.setSpacing(px(10))
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(self.summary)
        words.addWidget(self.engine)
        head.addLayout(words, 1)
        head.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)

    def _enter(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.line_asked.emit(self._rows[row].line)

    def title(self) -> str:
        """The tab's word with its figures."""
        run = self._tests.run
        if run is None or not run.results:
            return translate("Policy", "Tests")
        held = len(run.results) - run.failed
        return translate("Policy", "Tests {held}/{all}").format(held=held, all=len(run.results))

    def _show(self) -> None:
        tests = self._tests
        run = tests.run
        some = run is not None and bool(run.results)
        self.table.setVisible(some)
        self.empty.setVisible(not some)
        if some:
            assert run is not None
            # What does not hold comes first: it is what a person came for.
            self._rows = sorted(run.results, key=lambda one: (one.ok, one.line))
            self.table.set_rows(self._heads(), [self._cells(one) for one in self._rows])
        else:
            self._rows = []
            self.empty.show_state(*self._nothing())
        icon, words, color = self._summary()
        self.summary.set_text(words, icon, color, "fill" if icon != "circle-dashed" else None)
        self.engine.set_text(
            translate("Policy", "Read by {engine}. Enter goes to the line.").format(engine=run.engine)
            if run is not None and run.engine and some
            else ""
        )
        self.again.set_inert(
            translate("Policy", "The text has errors: they come first.") if tests.state == "invalid" else ""
        )
        self.title_changed.emit(self.title())

    def _nothing(self) -> tuple[str, str, str]:
        state = self._tests.state
        if state == "invalid":
            return (
                "x-circle",
                translate("Policy", "The text has errors"),
                translate("Policy", "Mend them first: the tests then run by themselves."),
            )
        if state in ("running", "waiting"):
            return "circle-dashed", translate("Policy", "The tests run"), ""
        if state == "error":
            error = self._tests.error
            return (
                "robot",
                translate("Policy", "The tests could not run"),
                "" if error is None else paragraph(describe(error)),
            )
        return (
            "check-square",
            translate("Policy", "No test yet"),
            translate(
                "Policy", "Try a text, then keep it as a test of a rule: the policy is then held to it."
            ),
        )

    def _summary(self) -> tuple[str, str, str]:
        tests, run = self._tests, self._tests.run
        if tests.state == "invalid":
            return "x-circle", translate("Policy", "The text has errors"), "danger"
        if tests.state == "error" and tests.error is not None:
            return "warning-circle", describe(tests.error).what, "warning"
        if run is None or not tests.fresh or tests.state == "running":
            return "circle-dashed", translate("Policy", "The tests run"), "text-muted"
        if run.failed:
            return "x-circle", counted.tests_fail(run.failed), "danger"
        if not run.results:
            return "circle-dashed", translate("Policy", "No test yet"), "text-muted"
        return "check-circle", counted.tests_hold(len(run.results)), "ok"

    def _heads(self) -> tuple[str, ...]:
        return (
            translate("Policy", "Line"),
            translate("Policy", "Rule"),
            translate("Policy", "Text"),
            translate("Policy", "Expected"),
            translate("Policy", "Found"),
        )

    def _cells(self, one: RuleTestResult) -> tuple[Cell, ...]:
        icon, color = ("check-circle", "ok") if one.ok else ("x-circle", "danger")
        return (
            Cell(str(one.line), icon, color, filled=True),
            Cell(one.rule, weight=600),
            Cell(one.text.replace("\n", " ")),
            Cell(match_word(one.expect), color="text-muted"),
            Cell(
                match_word(one.got), color="text-muted" if one.ok else "danger", weight=400 if one.ok else 600
            ),
        )

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.again.set_face("play", translate("Policy", "Run the tests"))
        self.table.setAccessibleName(translate("Policy", "Tests of the rules"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def match_word(value: str) -> str:
    """``match`` and ``no_match`` in words."""
    return translate("Policy", "applies") if value == "match" else translate("Policy", "does not")
