"""The report for the help desk in the window: made off its thread, shown whole, saved as the one file it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from console import paths, report
from ui.errors import shown_language
from ui.i18n.mark import translate
from ui.views.report_dialog import ReportDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from PySide6.QtWidgets import QWidget

    from console.runtime.app import Console
    from ui.bridge import Bridge
    from ui.theme.look import Look


def window_facts() -> list[report.Fact]:
    """What of a fault the screen may have to do with. In the window's thread."""
    screens = [
        f"{one.geometry().width()} x {one.geometry().height()} at {one.devicePixelRatio():g}"
        for one in QGuiApplication.screens()
    ]
    return [
        ("Qt", qVersion()),
        ("Platform", QGuiApplication.platformName()),
        ("Screens", "; ".join(screens)),
    ]


def make(
    version: str, language: str, more: list[report.Fact], console: Console | None, code: str = ""
) -> str:
    """The report's text; blocks for some reads. ``code`` says why there is no workspace, where there is none."""
    facts: list[report.Fact] | None = [("Opens", code)] if code else None
    names = [paths.os_user()]
    if console is not None:
        from console.services import help_desk

        facts = help_desk.workspace_facts(console.store)
        names = help_desk.names(console.store, console.os_user)
    return report.build(paths.log_folder(), version, language, more=more, workspace=facts, names=names)


class Reporting(QObject):
    """One report at a time. ``run`` starts work off the window's thread and hands back its Future."""

    def __init__(
        self,
        bridge: Bridge,
        look: Look,
        version: str,
        run: Callable[[Callable[[], object]], Future[object]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._look, self._version, self._run = bridge, look, version, run
        self.dialog: ReportDialog | None = None
        self._console: Console | None = None

    def open(self, console: Console | None, over: QWidget | None, code: str = "") -> None:
        """Make the report and show it over a window."""
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        self._console = console
        language, more, version = shown_language(), window_facts(), self._version
        self._bridge.watch(
            self._run(lambda: make(version, language, more, console, code)),
            self,
            lambda text: self._show(str(text), over),
        )

    def _show(self, text: str, over: QWidget | None) -> None:
        if self.dialog is not None:
            return
        dialog = self.dialog = ReportDialog(self._look, text, over)
        dialog.save.clicked.connect(lambda _checked=False: self._choose(dialog))
        dialog.destroyed.connect(lambda _object=None: self._forget(dialog))
        dialog.open()

    def _forget(self, dialog: ReportDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _choose(self, dialog: ReportDialog) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = translate("Report", "Save the report")
        name, _ = QFileDialog.getSaveFileName(dialog, title, str(Path(folder) / report.file_name()), "*.txt")
        if name:
            self.save(dialog, Path(name))

    def save(self, dialog: ReportDialog, target: Path) -> None:
        """Write what the dialog shows into ``target``; the dialog says where it lies, or why it does not."""
        text, console = dialog.shown, self._console

        def write() -> None:
            if console is not None:
                console.store.keep_off(target)  # under whatever name it lies there
            report.save(text, target)

        self._bridge.watch(
            self._run(write),
            dialog,
            lambda _none: dialog.say_saved(target),
            lambda error: dialog.say_failed(target, error),
        )
