"""Connecting a channel: the platform, the account, what it can do, what comes in; then it is added and pulled at once."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.connectors import registry
from console.domain.errors import ConnectorError, Transient, UsageError, VigieError
from console.services import channel_desk
from ui.errors import describe
from ui.models.channel_words import platform_title
from ui.theme.metrics import ONE_PANE_EM
from ui.views import channel_adding
from ui.views.channel_account import AccountForm
from ui.views.channel_browser import SignIn, waiting_notice
from ui.views.channel_platforms import PlatformList
from ui.views.channel_result import AccountResult
from ui.views.channel_scope import ChannelScope, scoped
from ui.views.channel_way import Way
from ui.widgets.base import Pane, Text
from ui.widgets.buttons import BarLink
from ui.widgets.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Future

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from console.domain.comment import Channel
    from console.domain.errors import KeyringUnavailable
    from console.domain.ports import AccountInfo, PlatformSpec
    from console.runtime.app import Console
    from console.services.channel_desk import NewChannel
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look

PLATFORM, ACCOUNT, RESULT, SCOPE = range(4)
_AT_FAULT = {
    "bad_server": "server",
    "server_not_https": "server",
    "bad_handle": "handle",
    "not_mastodon": "server",
}


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
        self._spec: PlatformSpec | None = None
        self._wanted: NewChannel | None = None
        self._named = False
        self._info: AccountInfo | None = None
        self._busy = False
        self.title = Text(look, "page", wrap=True)
        self.aside = Text(look, "body", "text-muted", wrap=True)
        self.back_link = BarLink(look, "caret-left", color="accent")
        self.platforms = PlatformList(actor, look)
        self.form = AccountForm(look)
        self.result = AccountResult(look)
        self.scope = ChannelScope(look)
        self.signing = SignIn(console, bridge, self)
        self.steps = Steps()
        self.way = Way(look, 4)
        self._build()
        self._connect()
        self.retranslate()
        self.start()

    def _build(self) -> None:
        px = self.look.px
        inner = Pane(self.look)
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(32), px(20), px(32), px(20))
        column.setSpacing(px(10))
        column.addWidget(self.back_link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addWidget(self.aside)
        column.addSpacing(px(4))
        column.addWidget(self.steps, 1)
        for page in (self.platforms, self.form, self.result, self.scope):
            self.steps.addWidget(page)
        area = self.area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.way)
        whole.addWidget(area, 1)

    def _connect(self) -> None:
        self.back_link.clicked.connect(lambda _checked=False: self.back())
        self.platforms.chosen.connect(self.choose)
        self.form.test_asked.connect(self.run_test)
        self.form.browser_asked.connect(self.run_sign_in)
        self.signing.opened.connect(self._page_open)
        self.signing.got.connect(self._signed_in)
        self.signing.failed.connect(self._not_signed_in)
        self.result.again.clicked.connect(lambda _checked=False: self._check_again())
        self.result.change.clicked.connect(lambda _checked=False: self._show_form())
        self.result.offer.wider_asked.connect(self._sign_in_wider)
        self.result.onward.clicked.connect(lambda _checked=False: self.go_on())
        self.scope.add.clicked.connect(lambda _checked=False: self.run_add())
        self.scope.change.clicked.connect(lambda _checked=False: self.back())

    # ------------------------------------------------------------------ steps

    def start(self) -> None:
        """The first step: which platform."""
        self._stop()
        self.form.forget()
        self.form.notice.hide()
        self.scope.forget()
        self._wanted = self._info = None
        self._show(PLATFORM)

    def focus_first(self) -> None:
        """Where a person begins."""
        self.platforms.focus_on(self._spec.kind if self._spec is not None else "")

    def choose(self, kind: str) -> None:
        """The second step for an account; practice and a file lead elsewhere."""
        if kind == "file":
            self.import_asked.emit()
        elif kind == "practice":
            actor = self._actor
            self._watch_add(self._console.background(lambda c: (c.ensure_practice(actor), None)))
        elif self._actor.may("channel"):
            self._spec = registry.spec(kind)
            self.form.show_platform(self._spec)
            self._show_form()

    def _show_form(self) -> None:
        self._stop()
        self._show(ACCOUNT)
        self.form.focus_first()

    def _show(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self._say_step()
        self.area.verticalScrollBar().setValue(0)

    def back(self) -> None:
        """One step back, from the first one to the channels; a sign-in that waits for the browser ends first."""
        step = self.steps.currentIndex()
        if self.signing.running:
            self._stop()
            self.form.notice.show_notice(
                "info", self.tr("The sign-in was stopped."), self.tr("No channel was added."), tone="accent"
            )
            self.form.notice.show()
            self.form.in_browser.setFocus(Qt.FocusReason.OtherFocusReason)
        elif step == PLATFORM:
            self.form.clear_secrets()
            self.left.emit()
        elif step == ACCOUNT:
            self.start()
            self.focus_first()
        elif step == RESULT:
            self._show_form()
        else:
            self._show(RESULT)
            self.result.onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        """Whatever is under way is not waited for any more."""
        self._asked += 1
        self.signing.stop()
        self._set_busy(False)

    # ------------------------------------------------------------------ signing in

    def run_test(self) -> None:
        """Sign in once on the engine with what was pasted, without storing anything."""
        if self._busy:
            return
        wanted = self.form.wanted(signing_in=False)
        if wanted is not None:
            self._check(wanted)

    def _check_again(self) -> None:
        if self._wanted is not None and not self._busy:
            self._check(self._wanted)

    def _check(self, wanted: NewChannel) -> None:
        self._wanted = wanted
        self._named = bool(self.form.name_field.text().strip())
        self.form.notice.hide()
        self._asked += 1
        asked, clock = self._asked, self._console.clock
        try:
            future = self._console.engine.submit(lambda: channel_desk.check_account(wanted, clock))
        except VigieError as error:
            self._not_tested(asked, error)
            return
        self._set_busy(True)
        self._bridge.watch(
            future, self, lambda info: self._tested(asked, info), lambda error: self._not_tested(asked, error)
        )

    def run_sign_in(self) -> None:
        """Lead through the platform's own page; the flow waits on the engine's loop, never in the window."""
        self._sign_in({})

    def _sign_in_wider(self) -> None:
        """Sign in once more, for what this account may have besides."""
        more = self.result.offer.options()
        if more and not self._busy:
            self._show_form()
            self._sign_in(more)

    def _sign_in(self, more: Mapping[str, Any]) -> None:
        if self._busy:
            return
        wanted = self.form.wanted(signing_in=True)
        if wanted is None:
            return
        wanted = dataclasses.replace(wanted, options={**wanted.options, **more})
        self.form.notice.hide()
        self._asked += 1
        given = {
            "server": wanted.server,
            **self.form.values(),
            **{one: str(value) for one, value in more.items()},
        }
        try:
            self.signing.start(wanted, given)
        except VigieError as error:
            self._not_signed_in(error)
            return
        self._set_busy(True)

    def _page_open(self, url: str, shown: bool) -> None:
        """The platform's page is in the browser, or a person has to bring it there."""
        waiting_notice(self.form.notice, url, shown, self.back).setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal_notice()

    def _reveal_notice(self) -> None:
        """Bring the notice into view, once the page has made room for it."""
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.form.notice))

    def _signed_in(self, wanted: NewChannel) -> None:
        self._set_busy(False)
        self._check(wanted)

    def _not_signed_in(self, error: Exception) -> None:
        self._not_tested(self._asked, error, by_browser=True)

    def _tested(self, asked: int, info: AccountInfo) -> None:
        if asked != self._asked or self._wanted is None or self._spec is None:
            return
        self._set_busy(False)
        self._info = info
        self.result.show_account(self._spec, self._wanted, info, self._console.clock.now())
        self._show(RESULT)
        self.result.onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_tested(self, asked: int, error: Exception, *, by_browser: bool = False) -> None:
        if asked != self._asked:
            return
        self._set_busy(False)
        if self.steps.currentIndex() != ACCOUNT:
            self._show(ACCOUNT)
        if isinstance(error, UsageError) and error.code.startswith("need_") and self.form.say_wrong(error):
            return
        text = describe(error, "check")
        notice = self.form.notice
        notice.show_notice("warning-circle", text.what, text.became, text.step, "danger")
        notice.set_buttons([])
        notice.show()
        code = error.code if isinstance(error, VigieError) else ""
        if isinstance(error, Transient):
            at = "server"  # nobody answers there
        else:
            pasted = isinstance(error, ConnectorError) and not by_browser
            at = next((n for n in ("secret", "refresh_token") if pasted and n in self.form.fields), "")
        self.form.focus_on(_AT_FAULT.get(code, at), by_browser=by_browser)
        self._reveal_notice()

    # ------------------------------------------------------------------ adding

    def go_on(self) -> None:
        """To what comes in, where there is something to choose; else the channel is added."""
        if self._spec is None or self._busy:
            return
        if self.result.offer.missing:
            self.result.offer.choice.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not scoped(self._spec):
            self.run_add()
            return
        self.scope.show_platform(self._spec)
        self._show(SCOPE)
        self.scope.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def run_add(self) -> None:
        """Store the channel, then its secret: a channel whose secret cannot be kept still works until the end."""
        wanted, info = self._wanted, self._info
        if wanted is None or info is None or self._busy:
            return
        chosen = self.scope.options() if self.steps.currentIndex() == SCOPE else {}
        if chosen and self.scope.unfinished:
            self.scope.watch.edit.setFocus()
            return
        self._set_busy(True)
        self._asked += 1
        actor, named = self._actor, self._named
        offered = self.result.offer
        kept = {one: value for one, value in wanted.options.items() if one != offered.option}
        made = dataclasses.replace(wanted, options={**kept, **offered.options(), **chosen})
        self._watch_add(
            self._console.background(lambda c: channel_adding.add(c, made, info, actor, named=named))
        )

    def _watch_add(self, future: Future[tuple[Channel, KeyringUnavailable | None]]) -> None:
        self._bridge.watch(future, self, self._stored, self._not_stored)

    def _stored(self, answer: tuple[Channel, KeyringUnavailable | None]) -> None:
        channel, error = answer
        self._spec = None
        self.start()
        self.added.emit(channel)
        if error is not None:
            self.unkept.emit(error)

    def _not_stored(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, UsageError) and error.code == "channel_taken":
            self._show_form()
            self.form.say_wrong(error)
            return
        text = describe(error)
        shown = {RESULT: self.result.remark, SCOPE: self.scope.notice}.get(
            self.steps.currentIndex(), self.form.notice
        )
        shown.show_notice("warning-circle", text.what, text.became, text.step, "danger")
        shown.show()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        reason = self.tr("The answer of the server is awaited.") if busy else ""
        self.form.set_busy(reason)
        for button in (self.result.again, self.result.onward, self.scope.add):
            button.set_inert(reason)
        if not busy and self.form.notice.buttons:
            self.form.notice.hide()
            self.form.notice.set_buttons([])

    # ------------------------------------------------------------------ words

    def _say_step(self) -> None:
        step, spec = self.steps.currentIndex(), self._spec
        platform = "" if spec is None else platform_title(spec)
        titles = (
            self.tr("Connect a channel"),
            self.tr("Your account: {platform}").format(platform=platform),
            self.tr("What this account can do from here"),
            self.tr("What comes in"),
        )
        lines = (
            self.tr("Nothing is posted while you connect."),
            self.tr("Nothing is stored before the sign-in was tested and you have added the channel."),
            self.tr("The sign-in was accepted just now. The queue shows only what works."),
            self.tr(
                "The first pull begins as soon as the channel is added. What is watched can be changed later."
            )
            if spec is not None and spec.watches
            else self.tr("The first pull begins as soon as the channel is added."),
        )
        self.title.setText(titles[step])
        self.aside.setText(lines[step])
        words = [
            self.tr("Platform"), self.tr("Sign in"), self.tr("What it can do"), self.tr("What comes in"),
        ]  # fmt: skip
        done = (platform if step > PLATFORM else "", self.tr("accepted") if step > ACCOUNT else "")
        chooses = spec is None or step == PLATFORM or scoped(spec)
        self.way.title.setText(titles[0])
        self.way.show_steps(words if chooses else words[:3], done, step)
        self.result.retranslate(last=not chooses)
        self.setAccessibleName(titles[step])

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.back_link.set_face("caret-left", self.tr("Back"))
        self.platforms.retranslate()
        self.form.retranslate()
        self.scope.retranslate()
        self._set_busy(self._busy)
        self._say_step()
        if self._spec is not None and self._wanted is not None and self._info is not None:
            self.result.show_account(self._spec, self._wanted, self._info, self._console.clock.now())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column of steps gives way where there is little room."""
        super().resizeEvent(event)
        self.way.setVisible(self.width() / self.look.metrics.em > ONE_PANE_EM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back()
            return
        super().keyPressEvent(event)

    def shut_down(self) -> None:
        """Wait for no browser any more."""
        self._stop()
