"""About: what runs here in which version, on which workspace, and under which licences."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.i18n.mark import translate
from ui.models import licences
from ui.models.audit_steps import Fact
from ui.views.audit_parts import FactRows
from ui.widgets.base import IconText, Text
from ui.widgets.buttons import ActionButton, Kind

if TYPE_CHECKING:
    from console.runtime.app import Console
    from ui.theme.look import Look


class AboutDialog(QDialog):
    """Versions at the top, licences below; all of it can be copied for a report."""

    def __init__(self, look: Look, version: str, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._version, self._console = version, console
        px = look.px
        self.title = IconText(
            look,
            "lighthouse",
            "",
            role="page",
            weight=600,
            icon_px=24,
            color="accent",
            icon_weight="fill",
            text_color="text",
        )
        self.line = Text(look, "body", "text-muted", wrap=True)
        self.facts = FactRows(look)
        self.licences = QPlainTextEdit()
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)  # columns
        self.licences.setFont(look.fixed_font())
        self.copy = ActionButton(look, "copy")
        self.texts = ActionButton(look, "scroll")
        self.report = ActionButton(look, "file-text")
        self.shut = ActionButton(look, "", kind=Kind.PRIMARY)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(10))
        for widget in (self.title, self.line, self.facts):
            column.addWidget(widget)
        column.addWidget(self.licences, 1)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.texts)
        row.addWidget(self.report)
        row.addStretch(1)
        row.addWidget(self.shut)
        column.addLayout(row)
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.shut.clicked.connect(lambda _checked=False: self.accept())
        self.licences.setMinimumHeight(px(80))
        look.changed.connect(self._fit)
        self._fit()
        self.retranslate()
        self.shut.setFocus()

    def _fit(self) -> None:
        """As drawn for the text size, as far as the screen goes."""
        room = self.screen().availableGeometry().size() * 0.94
        self.licences.setFont(self._look.fixed_font())
        self.resize(min(self._look.px(560), room.width()), min(self._look.px(560), room.height()))

    def _facts(self) -> tuple[Fact, ...]:
        return (
            Fact(translate("About", "Version"), self._version),
            Fact(translate("About", "Workspace"), str(self._console.store.path)),
            Fact(translate("About", "Python, Qt"), f"{platform.python_version()}, {qVersion()}"),
            Fact(translate("About", "System"), f"{platform.system()} {platform.release()}"),
        )

    def _licence_text(self) -> str:
        lines = [translate("About", "Vigie is free software under the MIT licence."), ""]
        lines += [licences.table(licences.parts()), ""]
        lines.append(translate("About", "Platform names and marks belong to their owners."))
        return "\n".join(lines)

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.setWindowTitle(translate("About", "About Vigie"))
        self.title.set_text("Vigie")
        self.line.setText(
            translate(
                "About",
                "A moderation console: comments come in, are read on this machine, decided by a person, carried out and logged.",
            )
        )
        self.facts.show_facts(self._facts())
        self.licences.setPlainText(self._licence_text())
        self.licences.setAccessibleName(translate("About", "Licences"))
        self.copy.set_face("copy", translate("Dialog", "Copy"))
        self.texts.set_face("scroll", translate("Licences", "Licence texts"))
        self.report.set_face("file-text", translate("Report", "Report for the help desk"))
        self.shut.set_face("", translate("Dialog", "Close"))

    def _copy(self) -> None:
        facts = "\n".join(f"{fact.name}: {fact.value}" for fact in self._facts())
        QGuiApplication.clipboard().setText(f"{facts}\n\n{self.licences.toPlainText()}")
        self.copy.set_face("check", translate("Dialog", "Copied"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
