"""The green light: each point of the gate with how it stands, and what is missing in words."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.services.gate import GateReport, demands, judge
from console.store import PolicyStep
from ui.i18n.mark import translate
from ui.models.policy.gate_words import GateRow, gate_rows
from ui.models.policy.replay import PolicyReplay
from ui.retiring import empty
from ui.widgets.base import IconText, Pane, Text

if TYPE_CHECKING:
    from concurrent.futures import Future

    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.models.policy.draft import PolicyDraft
    from ui.theme.look import Look

_FACES = {
    True: ("check-circle", "ok", "fill"),
    False: ("x-circle", "danger", "fill"),
    None: ("circle-dashed", "text-muted", None),
}


class GatePanel(QWidget):
    """Reads the gate of the draft's version; of a text that is no version yet, what a replay alone can tell."""

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        draft: PolicyDraft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._console, self._bridge, self._actor, self._draft = console, bridge, actor, draft
        self._replay = PolicyReplay.of(console, bridge, actor, draft)
        self.rows: list[GateRow] = []
        self.report: GateReport | None = None
        self._stored = False
        self._asked = 0
        px = look.px
        self.title = Text(look, "small", "text-muted", 600)
        self._box = Pane(look, "surface", "trbl")
        self._grid = QGridLayout(self._box)
        self._grid.setContentsMargins(px(10), px(8), px(10), px(8))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(0, 1)
        self.missing = Text(look, "small", "text-muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for widget in (self.title, self._box, self.missing):
            column.addWidget(widget)
        column.addStretch(1)
        for signal in (draft.checked, draft.version_changed, draft.active_changed, self._replay.recorded):
            signal.connect(self.refresh)
        self._replay.changed.connect(self._replayed)
        self._of = self._mark()
        self.retranslate()
        self.refresh()

    def _mark(self) -> tuple[object, ...]:
        return id(self._replay.result), self._replay.stale

    def _replayed(self) -> None:
        if self._mark() != self._of:
            self._of = self._mark()
            self.refresh()

    def refresh(self) -> None:
        """Ask again how it stands; the newest answer counts."""
        self._asked += 1
        asked, version, draft = self._asked, self._draft.version, self._draft
        if not draft.fresh or draft.policy is None:
            self._show(None, stored=False)
            return
        if version is not None and version.id == draft.policy.id:
            actor, wanted = self._actor, version.id
            future: Future[GateReport] = self._console.background(lambda c: c.lifecycle.gate(wanted, actor))
            self._bridge.watch(
                future,
                self,
                lambda found: self._landed(asked, found),
                lambda _error: self._landed(asked, None),
            )
            return
        self._show(self._of_text(), stored=False)

    def _landed(self, asked: int, found: GateReport | None) -> None:
        if asked == self._asked:
            self._show(found, stored=True)

    def _of_text(self) -> GateReport | None:
        """The gate of a text that nobody has submitted: its check holds, its replay is in hand or missing."""
        policy, active, now = self._draft.policy, self._draft.active, self._console.clock.now()
        if policy is None:
            return None
        steps = [PolicyStep(1, policy.id, "check", True, self._actor.name, self._actor.role.value, now)]
        result = self._replay.result
        if result is not None and result.policy == policy.id:
            body = dict(result.report)
            steps.append(
                PolicyStep(
                    2, policy.id, "backtest", True, self._actor.name, self._actor.role.value, now, body=body
                )
            )
        return judge(
            demands(active, policy), steps, sound=True, active_id=None if active is None else active.id,
            now=now, oldest=None, same=operator.eq,
        )  # fmt: skip

    def _show(self, report: GateReport | None, *, stored: bool) -> None:
        self.report, self._stored = report, stored
        self.rows = [] if report is None else gate_rows(report.points, stored=stored)
        empty(self._grid)
        for place, row in enumerate(self.rows):
            icon, color, weight = _FACES[row.ok]
            head = IconText(self.look, icon, row.word, color=color, icon_weight=weight, text_color="text")
            spoken = {True: translate("PolicyResults", "holds"), False: translate("PolicyResults", "does not hold"),
                      None: translate("PolicyResults", "not known yet")}[row.ok]  # fmt: skip
            head.setAccessibleName(f"{row.word}: {row.value}, {spoken}")
            head.setToolTip(row.missing or f"{row.word}: {spoken}")
            bad = row.ok is False
            value = Text(
                self.look, "small", "danger" if bad else "text-muted", 600 if bad else 400, wrap=False
            )
            value.setText(row.value)
            value.setToolTip(row.missing)
            self._grid.addWidget(head, place, 0)
            self._grid.addWidget(value, place, 1)
        self._box.setVisible(bool(self.rows))
        self.missing.setText(self._missing_words())
        self.missing.setVisible(bool(self.missing.text()))

    def _missing_words(self) -> str:
        if self.report is None:
            if self._draft.fresh and self._draft.policy is None:
                return translate("PolicyResults", "The text has errors: they come first.")
            return translate("PolicyResults", "The check is still running.")
        said = list(dict.fromkeys(row.missing for row in self.rows if row.missing and row.ok is not True))
        if not said:
            return translate("PolicyResults", "Nothing stands against it.")
        if not self._stored:
            said.append(
                translate("PolicyResults", "This text is no version yet: submit it to note its replay.")
            )
        return "\n".join(said)

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.title.setText(translate("PolicyResults", "Green light"))
        self._box.setAccessibleName(self.title.text())
        self._show(self.report, stored=self._stored)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
