"""The foot of the policy room: save, discard, submit, shadow, activate; each inert with its reason beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from ui import actions
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.policy_counted import counted
from ui.models.policy.standing import Reasons, reasons
from ui.widgets.base import IconText, Pane
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.folding_row import FoldingRow

if TYPE_CHECKING:
    from ui.models.policy.desk import PolicyDesk
    from ui.models.policy.draft import PolicyDraft
    from ui.models.policy.test_run import RuleTests
    from ui.theme.look import Look


class PolicyFoot(Pane):
    """Each move is a signal; ``spoke`` carries a reason for the strip."""

    save_asked = Signal()
    submit_asked = Signal()
    activate_asked = Signal()
    sign_asked = Signal()
    discard_asked = Signal()
    import_asked = Signal(Path)
    export_asked = Signal(Path)
    spoke = Signal(str)

    def __init__(
        self,
        look: Look,
        draft: PolicyDraft,
        desk: PolicyDesk,
        tests: RuleTests,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "window", "t", parent)
        self._draft, self._desk = draft, desk
        self.save = ActionButton(look, "check")
        self.discard = ActionButton(look, "arrow-u-up-left", kind=Kind.QUIET)
        self.more = ActionButton(look, "caret-up", kind=Kind.QUIET)
        self.submit = ActionButton(look, "archive")
        self.shadow = ActionButton(look, "moon")
        self.sign = ActionButton(look, "users")
        self.activate = ActionButton(look, "scales", kind=Kind.PRIMARY)
        self.kept = IconText(look, role="small")
        self.missing = IconText(look, role="small")
        self._menu = QMenu(self)
        self._build()
        self.save.clicked.connect(lambda _checked=False: self.save_asked.emit())
        self.discard.clicked.connect(lambda _checked=False: self.discard_asked.emit())
        self.more.clicked.connect(lambda _checked=False: self._open_menu())
        self.submit.clicked.connect(lambda _checked=False: self.submit_asked.emit())
        self.shadow.clicked.connect(lambda _checked=False: self._shadow())
        self.sign.clicked.connect(lambda _checked=False: self.sign_asked.emit())
        self.activate.clicked.connect(lambda _checked=False: self.activate_asked.emit())
        for button in (self.save, self.discard, self.submit, self.shadow, self.sign, self.activate):
            button.asked_why.connect(self.spoke)
        for signal in (
            draft.checked,
            draft.active_changed,
            draft.version_changed,
            desk.changed,
            desk.kept,
            tests.changed,
        ):
            signal.connect(self.refresh)
        draft.changed.connect(lambda _origin: self.refresh())
        self.retranslate()

    def _build(self) -> None:
        px = self.look.px
        row = FoldingRow(
            (self.save, self.discard, self.more, self.kept),
            (self.missing, self.submit, self.shadow, self.sign, self.activate),
            px(4),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(5), px(10), px(5))
        column.addWidget(row)

    # ------------------------------------------------------------------ moves

    def _shadow(self) -> None:
        version = self._draft.version
        if version is not None and version.state == "shadow":
            self._desk.stop_shadow()
        else:
            self._desk.start_shadow()

    def _open_menu(self) -> None:
        self._menu.clear()
        take = self._menu.addAction(
            self.look.icon("folder-open"), translate("Policy", "Take a file as draft…")
        )
        give = self._menu.addAction(
            self.look.icon("export"), translate("Policy", "Write the draft to a file…")
        )
        take.triggered.connect(lambda _checked=False: self._choose_import())
        give.triggered.connect(lambda _checked=False: self._choose_export())
        size = self._menu.sizeHint()
        self._menu.popup(self.more.mapToGlobal(self.more.rect().topLeft()) - _down(size.height()))

    def _choose_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            translate("Policy", "Take a file as draft"),
            _documents(),
            translate("Policy", "Policies (*.toml)"),
        )
        if name:
            self.import_asked.emit(Path(name))

    def _choose_export(self) -> None:
        start = str(Path(_documents()) / self._draft.file_name)
        name, _ = QFileDialog.getSaveFileName(
            self,
            translate("Policy", "Write the draft to a file"),
            start,
            translate("Policy", "Policies (*.toml)"),
        )
        if name:
            self.export_asked.emit(Path(name))

    # ------------------------------------------------------------------ how it stands

    def refresh(self) -> None:
        """Buttons, reasons and what is kept, as they stand now."""
        desk, draft = self._desk, self._draft
        why = reasons(draft, desk)
        self.submit.set_inert(why.submit)
        version = draft.version
        in_shadow = version is not None and version.state == "shadow"
        self.shadow.set_face(
            "moon", translate("Policy", "End shadow") if in_shadow else translate("Policy", "Start shadow")
        )
        self.shadow.set_inert(why.shadow)
        self.activate.set_inert(why.activate)
        self.sign.setVisible(why.signature)
        waiting = desk.unsaved or desk.kept_at > 0
        self.discard.set_inert(
            "" if waiting else translate("Policy", "There is no draft: this is the text in force.")
        )
        self.save.set_inert(
            "" if desk.unsaved else translate("Policy", "Nothing has changed since it was kept.")
        )
        self._say_kept()
        self._say_missing(why)

    def _say_kept(self) -> None:
        desk = self._desk
        if desk.unsaved:
            self.kept.set_text(translate("Policy", "kept in a moment"))
        elif desk.kept_at:
            words = translate("Policy", "kept at {time}").format(time=say.clock_time(desk.kept_at))
            self.kept.set_text(words)
        else:
            self.kept.set_text("")

    def _say_missing(self, why: Reasons) -> None:
        gate = self._desk.gate
        if self._desk.busy == "activate":
            self.missing.set_text(
                translate("Policy", "Activating: the past may be replayed first"), "", "text-muted"
            )
        elif why.missing and gate is not None:
            self.missing.set_text(
                translate("Policy", "{missing} of {all}").format(
                    missing=counted.missing_points(len(why.missing)), all=len(gate.points)
                ),
                "x-circle", "danger", "fill",
            )  # fmt: skip
        elif gate is not None and not why.activate:
            self.missing.set_text(
                translate("Policy", "Nothing stands against it"), "check-circle", "ok", "fill"
            )
        else:
            self.missing.set_text(why.activate, "", "text-muted")
        self.missing.setToolTip(why.activate)

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.save.set_face("check", translate("Policy", "Save"), actions.keycaps("policy.save"))
        self.discard.set_face("arrow-u-up-left", translate("Policy", "Discard draft"))
        self.more.set_face("caret-up", translate("Policy", "File"))
        self.submit.set_face("archive", translate("Policy", "Submit version"))
        self.sign.set_face("users", translate("Policy", "Second signature…"))
        self.activate.set_face("scales", translate("Policy", "Activate…"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _down(pixels: int) -> QPoint:

    return QPoint(0, pixels)
