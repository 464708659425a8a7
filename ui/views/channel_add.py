"""Connecting a channel: choose the platform, type the account, test it, see what it can do, add it."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from console.connectors import registry
from console.domain.comment import Channel
from console.domain.errors import ConnectorError, KeyringUnavailable, VigieError
from console.domain.ports import AccountInfo
from console.runtime.app import Console
from console.services import channel_desk
from console.services.channel_desk import NewChannel
from console.services.roles import Actor
from ui.bridge import Bridge
from ui.errors import describe
from ui.models.channel_words import capability_heads, capability_rows, platform_title, warning_words
from ui.theme.icon_names import platform_icon
from ui.theme.look import Look
from ui.theme.metrics import ONE_PANE_EM
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import ActionButton, BarLink, Kind
from ui.widgets.cells import CellTable
from ui.widgets.fields import Choice
from ui.widgets.form import Field
from ui.widgets.notice import Notice

FORM_WIDTH: Final = 460
SHARES: Final = (20, 19, 22, 8, 44)


class ChannelAdd(Pane):
    """A page. ``added`` carries the stored channel, ``import_asked`` leads to the file page, ``left`` goes back.

    ``unkept`` carries the keyring's error when a channel was added but its secret could only be kept in memory.
    """

    added = Signal(object)
    unkept = Signal(object)
    import_asked = Signal()
    left = Signal()

    def __init__(
        self, console: Console, bridge: Bridge, actor: Actor, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "surface", "", parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._asked = 0
        self._wanted: NewChannel | None = None
        self._info: AccountInfo | None = None
        self._busy = False
        self.title = Text(look, "page", wrap=True)
        self.aside = Text(look, "body", "text-muted", wrap=True)
        self.back_link = BarLink(look, "caret-left", color="accent")
        self.bluesky = ActionButton(look, platform_icon("bluesky"))
        self.practice = ActionButton(look, platform_icon("practice"))
        self.file = ActionButton(look, platform_icon("file"))
        self.server = Field(look, QLineEdit())
        self.handle = Field(look, QLineEdit())
        self.secret = Field(look, QLineEdit())
        self.name = Field(look, QLineEdit())
        self.language = Field(look, Choice(look))
        self.test = ActionButton(look, "plugs-connected", kind=Kind.PRIMARY)
        self.notice = Notice(look)
        self.account = IconText(
            look, platform_icon("bluesky"), "", role="page", weight=600, icon_px=24, text_color="text"
        )
        self.account_line = Text(look, "body", "text-muted", wrap=True)
        self.remark = Notice(look)
        self.table = CellTable(look, SHARES, chooses=False)
        self.honest = IconText(look, "info", "", role="small")
        self.add = ActionButton(look, "check", kind=Kind.PRIMARY)
        self.again = ActionButton(look, "arrow-clockwise")
        self.change = ActionButton(look, "caret-left")
        self.steps = QStackedWidget()
        self._build()
        self._connect()
        self.retranslate()
        self.start()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        px = self.look.px
        self.secret_field.setEchoMode(QLineEdit.EchoMode.Password)
        for field, most in ((self.server, 300), (self.handle, 253), (self.secret, 300), (self.name, 60)):
            edit = field.field
            assert isinstance(edit, QLineEdit)
            edit.setMaxLength(most)
        inner = Pane(self.look)
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(32), px(20), px(32), px(20))
        column.setSpacing(px(10))
        column.addWidget(self.back_link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addWidget(self.aside)
        column.addSpacing(px(4))
        column.addWidget(self.steps, 1)
        self.steps.addWidget(self._platform_page())
        self.steps.addWidget(self._account_page())
        self.steps.addWidget(self._result_page())
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.way_pane = self._way()
        whole.addWidget(self.way_pane)
        whole.addWidget(area, 1)

    def _way(self) -> QWidget:
        """The column of steps at the left: done, here, to come."""
        px = self.look.px
        pane = Pane(self.look, "window", "r")
        pane.setFixedWidth(px(230))
        column = QVBoxLayout(pane)
        column.setContentsMargins(px(20), px(22), px(12), px(16))
        column.setSpacing(px(4))
        self.way_title = Text(self.look, "title")
        column.addWidget(self.way_title)
        column.addSpacing(px(10))
        self.way: list[tuple[IconText, Text]] = []
        for _ in range(3):
            head = IconText(self.look, "circle", "", role="body", icon_px=16, text_color="text")
            below = Text(self.look, "small", "text-muted", wrap=True)
            below.setContentsMargins(px(21), 0, 0, px(10))
            column.addWidget(head)
            column.addWidget(below)
            self.way.append((head, below))
        column.addStretch(1)
        return pane

    def _platform_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(2))
        self.platform_lines: list[Text] = []
        for button in (self.bluesky, self.practice, self.file):
            line = Text(self.look, "small", "text-muted", wrap=True)
            line.setContentsMargins(self.look.px(4), 0, 0, self.look.px(12))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(line)
            self.platform_lines.append(line)
        column.addStretch(1)
        return page

    def _account_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(12))
        for field in (self.handle, self.secret, self.server, self.name, self.language):
            field.setMaximumWidth(self.look.px(FORM_WIDTH))
            column.addWidget(field)
        column.addWidget(self.notice)
        self.notice.hide()
        self.notice.setMaximumWidth(self.look.px(FORM_WIDTH + 160))
        column.addWidget(self.test, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _result_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(8))
        for widget in (self.account, self.account_line, self.remark, self.table, self.honest):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addWidget(self.again)
        row.addStretch(1)
        row.addWidget(self.add)
        column.addLayout(row)
        column.addStretch(1)
        self.remark.hide()
        return page

    def _connect(self) -> None:
        self.back_link.clicked.connect(lambda _checked=False: self.back())
        self.bluesky.clicked.connect(lambda _checked=False: self.choose_bluesky())
        self.practice.clicked.connect(lambda _checked=False: self._add_practice())
        self.file.clicked.connect(lambda _checked=False: self.import_asked.emit())
        self.test.clicked.connect(lambda _checked=False: self.run_test())
        self.again.clicked.connect(lambda _checked=False: self.run_test())
        self.change.clicked.connect(lambda _checked=False: self.choose_bluesky())
        self.add.clicked.connect(lambda _checked=False: self.run_add())
        for field in (self.handle_field, self.secret_field, self.server_field, self.name_field):
            field.returnPressed.connect(self.run_test)

    @property
    def handle_field(self) -> QLineEdit:
        """The account's name on its platform."""
        return _edit(self.handle)

    @property
    def secret_field(self) -> QLineEdit:
        """The app password; emptied as soon as it is not needed any more."""
        return _edit(self.secret)

    @property
    def server_field(self) -> QLineEdit:
        """The server's address."""
        return _edit(self.server)

    @property
    def name_field(self) -> QLineEdit:
        """How the channel is called here."""
        return _edit(self.name)

    # ------------------------------------------------------------------ steps

    def start(self) -> None:
        """The first step: which platform."""
        self._asked += 1
        self._set_busy(False)
        self.secret_field.clear()
        self.notice.hide()
        self._wanted = None
        self.steps.setCurrentIndex(0)
        self._say_step()

    def choose_bluesky(self) -> None:
        """The second step: the account."""
        if not self._actor.may("channel"):
            return
        self._asked += 1
        self._set_busy(False)
        if not self.server_field.text():
            self.server_field.setText(registry.spec("bluesky").default_server)
        self.steps.setCurrentIndex(1)
        self._say_step()
        self.handle_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> None:
        """One step back, from the first one to the channels."""
        if self.steps.currentIndex() == 0:
            self.secret_field.clear()
            self.left.emit()
        elif self.steps.currentIndex() == 1:
            self.start()
            self.bluesky.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choose_bluesky()

    def typed(self) -> NewChannel | None:
        """What was typed, or None with the reason under the field."""
        handle = self.handle_field.text().strip().lstrip("@")
        secret = self.secret_field.text().strip()
        name = self.name_field.text().strip() or handle.partition(".")[0]
        server = self.server_field.text().strip()
        self._say_fields()
        if not handle:
            self.handle.set_wrong(self.tr("The handle is missing."))
            self.handle_field.setFocus()
            return None
        if not secret:
            self.secret.set_wrong(self.tr("The app password is missing."))
            self.secret_field.setFocus()
            return None
        if ":" in name or not name:
            self.name.set_wrong(self.tr("A name has letters, and no colon."))
            self.name_field.setFocus()
            return None
        language = self.language.field
        assert isinstance(language, Choice)
        return NewChannel("bluesky", name, server, handle, language.key() or None, secret)

    def run_test(self) -> None:
        """Sign in once on the engine, without storing anything."""
        wanted = self.typed()
        if wanted is None or self._busy:
            return
        self._wanted = wanted
        self.notice.hide()
        self._asked += 1
        asked = self._asked
        clock = self._console.clock
        try:
            future = self._console.engine.submit(lambda: channel_desk.check_account(wanted, clock))
        except VigieError as error:
            self._not_tested(asked, error)
            return
        self._set_busy(True)
        self._bridge.watch(
            future, self, lambda info: self._tested(asked, info), lambda error: self._not_tested(asked, error)
        )

    def _tested(self, asked: int, info: AccountInfo) -> None:
        if asked != self._asked or self._wanted is None:
            return
        self._set_busy(False)
        self._info = info
        self.steps.setCurrentIndex(2)
        self._say_step()
        self._say_account()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_tested(self, asked: int, error: Exception) -> None:
        if asked != self._asked:
            return
        self._set_busy(False)
        text = describe(error, "check")
        self.notice.show_notice("warning-circle", text.what, text.became, text.step, "danger")
        self.notice.show()
        self.steps.setCurrentIndex(1)
        self._say_step()
        fields = {
            "bad_server": self.server_field,
            "server_not_https": self.server_field,
            "bad_handle": self.handle_field,
        }
        code = error.code if isinstance(error, VigieError) else ""
        at = fields.get(code, self.secret_field if isinstance(error, ConnectorError) else self.test)
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def run_add(self) -> None:
        """Store the channel, then its secret: a channel whose secret cannot be kept still works until the end."""
        wanted, info = self._wanted, self._info
        if wanted is None or info is None or self._busy:
            return
        self._set_busy(True)
        self._asked += 1
        actor = self._actor

        def work(console: Console) -> tuple[Channel, KeyringUnavailable | None]:
            stored = console.add_channel(
                wanted.kind,
                wanted.name,
                actor,
                server=wanted.server,
                handle=info.handle or wanted.handle,
                remote_id=info.remote_id,
                language=wanted.language,
                state="new",
                next_pull_at=None,
            )
            try:
                console.secrets.set(stored.key, console.workspace_id, wanted.secret)
            except KeyringUnavailable as error:
                return stored, error
            return stored, None

        self._watch_add(self._console.background(work))

    def _watch_add(self, future: Future[tuple[Channel, KeyringUnavailable | None]]) -> None:
        self._bridge.watch(future, self, self._stored, self._not_stored)

    def _stored(self, answer: tuple[Channel, KeyringUnavailable | None]) -> None:
        channel, error = answer
        self._set_busy(False)
        for field in (self.secret_field, self.handle_field, self.name_field):
            field.clear()
        self._wanted = None
        self.start()
        self.added.emit(channel)
        if error is not None:
            self.unkept.emit(error)

    def _not_stored(self, error: Exception) -> None:
        self._set_busy(False)
        text = describe(error)
        shown = self.remark if self.steps.currentIndex() == 2 else self.notice
        shown.show_notice("warning-circle", text.what, text.became, text.step, "danger")
        shown.show()

    def _add_practice(self) -> None:
        actor = self._actor

        def work(console: Console) -> tuple[Channel, KeyringUnavailable | None]:
            return console.ensure_practice(actor), None

        self._watch_add(self._console.background(work))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        reason = self.tr("The answer of the server is awaited.") if busy else ""
        for button in (self.test, self.again, self.add):
            button.set_inert(reason)
        self.test.set_face(
            "plugs-connected",
            self.tr("Signing in…") if busy else self.tr("Test the sign-in"),
            () if busy else ("⏎",),
        )

    # ------------------------------------------------------------------ words

    def _say_step(self) -> None:
        step = self.steps.currentIndex()
        titles = (
            self.tr("Connect a channel"),
            self.tr("Your Bluesky account"),
            self.tr("What this account can do from here"),
        )
        lines = (
            self.tr("Nothing is posted while you connect."),
            self.tr(
                "Make an app password on the site: Settings, Privacy and security, App passwords. It can be taken back alone."
            ),
            self.tr("The sign-in was accepted just now. The queue shows only what works."),
        )
        self.title.setText(titles[step])
        self.aside.setText(lines[step])
        words = (self.tr("Platform"), self.tr("Sign in"), self.tr("What this account can do"))
        done = ("Bluesky" if step > 0 else "", self.tr("accepted") if step > 1 else "", "")
        self.way_title.setText(titles[0])
        for number, (head, below) in enumerate(self.way):
            if number < step:
                head.set_text(words[number], "check-circle", "ok", "fill")
            elif number == step:
                head.set_text(words[number], "radio-button", "accent", "fill")
            else:
                head.set_text(words[number], "circle", "text-muted")
            below.setText(done[number])
        self.setAccessibleName(titles[step])

    def _say_fields(self) -> None:
        self.handle.set_words(self.tr("Handle"), self.tr("For example brand.bsky.social"))
        self.secret.set_words(self.tr("App password"), self.tr("Kept in the system keyring, never in a file"))
        self.server.set_words(self.tr("Server"))
        self.name.set_words(
            self.tr("Name here"),
            self.tr("How your team calls this channel; empty takes the handle’s first word"),
        )
        self.language.set_words(
            self.tr("Language of short texts"), self.tr("Where a text is too short to tell")
        )

    def _say_account(self) -> None:
        info, wanted = self._info, self._wanted
        if info is None or wanted is None:
            return
        self.account.set_text(info.name or info.handle or wanted.handle)
        line = self.tr("@{handle}, on {server}").format(
            handle=info.handle or wanted.handle, server=info.server or wanted.server
        )
        self.account_line.setText(line)
        self.remark.setVisible(bool(info.warnings))
        if info.warnings:
            words = [warning_words(code) for code in info.warnings]
            self.remark.show_notice("warning", words[0], " ".join(words[1:]), tone="warning")
        spec = registry.spec(wanted.kind)
        self.table.set_rows(capability_heads(spec), capability_rows(spec))
        self.table.fit_height()
        self.table.setAccessibleName(self.title.text())

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.back_link.set_face("caret-left", self.tr("Back"))
        self.bluesky.set_face(platform_icon("bluesky"), "Bluesky")
        self.practice.set_face(platform_icon("practice"), platform_title(registry.spec("practice")))
        self.file.set_face(platform_icon("file"), self.tr("Import a file"))
        lead = "" if self._actor.may("channel") else self.tr("Connecting an account needs a lead.")
        self.bluesky.set_inert(lead)
        lines = (
            lead
            or self.tr(
                "Replies, mentions and quotes of your account; reply, hide, report, block and mute from here."
            ),
            self.tr("A simulated platform on this machine, with an invented brand. Nothing leaves."),
            self.tr("CSV or JSON Lines from another tool. You see the plan before anything is read in."),
        )
        for text, words in zip(self.platform_lines, lines, strict=True):
            text.setText(words)
        language = self.language.field
        assert isinstance(language, Choice)
        language.set_choices(
            [("", self.tr("Not set")), ("fr", self.tr("French")), ("en", self.tr("English"))]
        )
        self.change.set_face("caret-left", self.tr("Change the details"))
        self.again.set_face("arrow-clockwise", self.tr("Ask again"))
        self.add.set_face("check", self.tr("Add this channel"))
        self.honest.set_text(self.tr("From what is known of the platform; each comment may allow less."))
        self._set_busy(self._busy)
        self._say_fields()
        self._say_step()
        self._say_account()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column of steps gives way where there is little room."""
        super().resizeEvent(event)
        self.way_pane.setVisible(self.width() / self.look.metrics.em > ONE_PANE_EM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back()
            return
        super().keyPressEvent(event)


def _edit(field: Field) -> QLineEdit:
    assert isinstance(field.field, QLineEdit)
    return field.field
