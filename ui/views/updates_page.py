"""Updates among the settings: whether to look, look now, what is new, save the package and the command that installs it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.errors import describe, paragraph, shown_language
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.retiring import empty
from ui.widgets.base import Rule, Text
from ui.widgets.buttons import RING_ROOM, ActionButton
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field
from ui.widgets.form_controls import Check
from ui.widgets.meter import Meter

if TYPE_CHECKING:
    from console.services.updates import Found
    from ui.theme.look import Look
    from ui.updating import Updating


class UpdatesPage(QWidget):
    """Each choice takes effect at once. ``resized`` for another height, ``news_asked`` for what changed in this version."""

    resized = Signal()
    news_asked = Signal()

    def __init__(self, look: Look, updating: Updating, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._updating = look, updating
        self.cannot = Text(look, "body", "text-muted", wrap=True)
        self.daily = Check(look)
        self.server = QLineEdit()
        self.server_field = Field(look, self.server)
        self.check = ActionButton(look, "arrows-clockwise")
        self.news = ActionButton(look, "newspaper")
        self.last = Text(look, "body", "text-muted", wrap=True)
        self.head = Text(look, "title", wrap=True)
        self.lines = QVBoxLayout()
        self.aside = Text(look, "small", "text-muted", wrap=True)
        self.save = ActionButton(look, "download-simple")
        self.stop = ActionButton(look, "x")
        self.meter = Meter(look)
        self.saved = Text(look, "body", wrap=True)
        self.command = QLineEdit()
        self.copy = ActionButton(look, "copy")
        self.wrong = Text(look, "body", "danger", wrap=True)
        self._shown: tuple[object, ...] = ()
        self._build()
        self._connect()
        self.retranslate()
        updating.refresh()

    def _build(self) -> None:
        px = self.look.px
        self.command.setReadOnly(True)
        self.command.setFont(self.look.fixed_font())
        for text in (self.saved, self.wrong, self.last):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row, more = FlowLayout(px(6)), FlowLayout(px(6))
        for flow in (row, more):
            flow.setContentsMargins(-px(RING_ROOM), 0, 0, 0)
        row.addWidget(self.check)
        row.addWidget(self.news)
        more.addWidget(self.save)
        more.addWidget(self.stop)
        beside = QHBoxLayout()
        beside.addWidget(self.command, 1)
        beside.addWidget(self.copy)
        self.lines.setSpacing(px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.cannot)
        column.addWidget(self.daily)
        column.addWidget(self.server_field)
        column.addLayout(row)
        column.addWidget(self.last)
        self.rule = Rule(self.look)
        column.addWidget(self.rule)
        column.addWidget(self.head)
        column.addLayout(self.lines)
        column.addWidget(self.aside)
        column.addLayout(more)
        column.addWidget(self.meter)
        column.addWidget(self.saved)
        column.addLayout(beside)
        column.addWidget(self.wrong)
        column.addStretch(1)

    def _connect(self) -> None:
        updating = self._updating
        self.daily.toggled.connect(lambda on: updating.switch(on, None))
        self.server.editingFinished.connect(self._set_server)
        self.check.clicked.connect(lambda _checked=False: updating.look())
        self.news.clicked.connect(lambda _checked=False: self.news_asked.emit())
        self.save.clicked.connect(lambda _checked=False: self._choose())
        self.stop.clicked.connect(lambda _checked=False: updating.cancel())
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        updating.changed.connect(self.take_over)
        self.look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.command.setFont(self.look.fixed_font())

    # ------------------------------------------------------------------ what a person does

    def _set_server(self) -> None:
        stand = self._updating.stand
        if stand is not None and self.server.text().strip().rstrip("/") != stand.state.server:
            self._updating.switch(stand.state.on, self.server.text().strip())

    def _choose(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        title = translate("Updates", "Save the package in")
        chosen = QFileDialog.getExistingDirectory(self, title, folder)
        if chosen:
            self._updating.download(Path(chosen))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command.text())
        self.copy.set_face("check", translate("Dialog", "Copied"))

    # ------------------------------------------------------------------ what is shown

    def take_over(self) -> None:
        """Something was found, changed or came further: show it."""
        updating, stand = self._updating, self._updating.stand
        company = stand is not None and stand.trust.consent == "company"
        able = stand is not None and bool(stand.trust.keys)
        here = bool(stand and stand.trust.server)
        if stand is not None:
            self.daily.show_checked(bool(stand.trust.consent))
            if not self.server.hasFocus():
                self.server.setText(stand.state.server)
        self.cannot.setText("" if stand is None or able else self._cannot_words())
        self.cannot.setVisible(bool(self.cannot.text()))
        self.daily.setVisible(able)
        self.daily.setEnabled(able and here and not company)
        self.server_field.setVisible(able and stand is not None and stand.trust.server_by in ("", "person"))
        self.check.setVisible(able and here and updating.state in ("idle", "looking"))
        self.check.setEnabled(updating.state == "idle")
        # What the company set cannot be pressed: the focus goes to what can.
        first = self.daily if able and here and not company else self.check if able and here else self.news
        self.setFocusProxy(first)
        self._say_words()
        self._show_found(updating.newer)
        self._show_download()
        error = updating.error
        self.wrong.setText("" if error is None else self._error_words(error))
        self.wrong.setVisible(error is not None)
        shown = (able, here, company, updating.state, updating.newer, updating.saved, self.wrong.text())
        if shown != self._shown:
            fresh, self._shown = updating.saved is not None and updating.saved not in self._shown, shown
            QTimer.singleShot(0, self, self.resized.emit)  # once the layout knows what is in it now
            if fresh and self.isVisible():
                self.copy.setFocus()  # what had the focus is gone

    @staticmethod
    def _cannot_words() -> str:
        return translate(
            "Updates",
            "This copy of Vigie holds no key to check a list of versions with, so it cannot look for updates. Your IT department can set one, or a package that was made with a key brings it.",
        )

    @staticmethod
    def _error_words(error: Exception) -> str:
        return paragraph(describe(error, "updates"))

    def _say_words(self) -> None:
        stand, updating = self._updating.stand, self._updating
        server = "" if stand is None else stand.trust.server
        example = translate("Updates", "No server is known yet. Write its address below.")
        if server:
            example = translate(
                "Updates",
                "It asks {server} for one file and tells nothing about you or your work. Nothing is downloaded or installed without you.",
            ).format(server=server)
        if stand is not None and stand.trust.consent == "company":
            example = f"{example} " + translate("Updates", "Your company has set this.")
        self.daily.set_words(translate("Updates", "Look for a new version once a day"), example)
        if updating.state == "looking":
            words = translate("Updates", "Looking…")
        elif stand is None:
            words = ""
        elif stand.state.checked_at:
            when = say.moment(stand.state.checked_at, int(time.time()))
            words = translate("Updates", "Last looked: {when}.").format(when=when)
            if stand.found is not None and stand.found.offer is None and not stand.found.old:
                words = (
                    translate("Updates", "{version} is the newest version.").format(
                        version=updating.updates.version
                    )
                    + f" {words}"
                )
        else:
            words = translate("Updates", "Nobody has looked so far.") if stand.trust.keys else ""
        self.last.setText(words)
        self.last.setVisible(bool(words))

    def _show_found(self, found: Found | None) -> None:
        empty(self.lines)
        offer = None if found is None else found.offer
        for widget in (self.rule, self.head, self.aside):
            widget.setVisible(offer is not None)
        if found is None or offer is None:
            return
        release = offer.release
        words = translate("Updates", "Vigie {version} is there; you have {present}.")
        self.head.setText(words.format(version=release.version, present=self._updating.updates.version))
        for note in release.notes[shown_language()] or release.notes["en"]:
            line = Text(self.look, "body", wrap=True)
            line.setText(f"•  {note}")
            self.lines.addWidget(line)
        asides = []
        if offer.beyond:
            asides.append(
                translate(
                    "Updates",
                    "{beyond} comes after it, and opens workspaces only once {version} has opened them.",
                ).format(beyond=offer.beyond, version=release.version)
            )
        if found.reforms:
            asides.append(
                translate(
                    "Updates",
                    "It brings workspaces to another form when it opens them, with a backup beside them. Earlier versions then no longer open them: whoever shares a file with you needs it too.",
                )
            )
        if self._updating.updates.form.kind == "checkout":
            asides.append(
                translate(
                    "Updates",
                    "This copy runs from its source, which no package replaces: update it where it came from.",
                )
            )
        elif found.file is None:
            asides.append(translate("Updates", "The list has no package for this machine."))
        self.aside.setText(" ".join(asides))
        self.aside.setVisible(bool(asides))

    def _show_download(self) -> None:
        updating = self._updating
        found, saved = updating.newer, updating.saved
        file = None if found is None else found.file
        busy = updating.state in ("downloading", "stopping")
        self.save.setVisible(file is not None and updating.state == "idle" and saved is None)
        if file is not None:
            self.save.set_face(
                "download-simple",
                translate("Updates", "Save the package ({size})").format(size=say.size(file.size)),
            )
        self.stop.setVisible(busy)
        self.stop.setEnabled(updating.state == "downloading")
        self.meter.setVisible(busy)
        words = ""
        if busy:
            done, whole = updating.progress
            words = translate("Updates", "{done} of {whole}").format(
                done=say.size(done), whole=say.size(whole or (file.size if file else 0))
            )
            self.meter.show_share(done, whole, words)
        elif saved is not None:
            words = translate(
                "Updates",
                "Saved and checked: {file}. Nothing was installed. To install it, close Vigie and run this in a terminal:",
            ).format(file=saved.path)
            self.command.setText(saved.command)
            self.command.setCursorPosition(0)
        self.saved.setText(words)
        self.saved.setVisible(bool(words))
        for widget in (self.command, self.copy):
            widget.setVisible(saved is not None)

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.server_field.set_words(
            translate("Updates", "Server"),
            translate(
                "Updates",
                "Where the list of versions lies, such as {address}; whoever gave you Vigie knows it.",
            ).format(address="https://updates.example.org/vigie"),
        )
        self.check.set_face("arrows-clockwise", translate("Updates", "Look now"))
        self.news.set_face("newspaper", translate("Updates", "What changed in this version"))
        self.stop.set_face("x", translate("Updates", "Stop"))
        self.copy.set_face("copy", translate("Dialog", "Copy"))
        self.command.setAccessibleName(translate("Updates", "Command that installs it"))
        self.meter.setAccessibleName(translate("Updates", "Download"))
        self.setAccessibleName(translate("Updates", "Updates"))
        self.take_over()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
