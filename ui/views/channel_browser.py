"""The way to the platform's own sign-in page: asked for on the engine's thread, opened on the window's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from console.connectors.oauth import Words
from console.services import connecting
from ui import parking
from ui.i18n.mark import translate
from ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from console.runtime.app import Console
    from console.services.channel_desk import NewChannel
    from ui.bridge import Bridge
    from ui.widgets.notice import Notice


class SystemBrowser(QObject):
    """A ``Browser``: ``opened`` carries the address in the GUI thread, whichever thread asked."""

    opened = Signal(str, bool)
    _asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.show_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._asked.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def open(self, url: str) -> None:
        """Ask for the page; returns at once. Only addresses of the web are opened."""
        self._asked.emit(url)

    def _show(self, url: str) -> None:
        address = QUrl(url)
        shown = address.scheme() in ("https", "http") and bool(self.show_url(address))
        self.opened.emit(url, shown)


def page_words() -> Words:
    """What the browser says when it is over, in the language shown."""
    return Words(
        done=translate("Connect", "Signed in. You can close this page and return to Vigie."),
        failed=translate("Connect", "The sign-in was not completed. Return to Vigie to try again."),
    )


def waiting_notice(notice: Notice, url: str, shown: bool, stop: Callable[[], object]) -> ActionButton:
    """Say where to sign in, with the ways out; returns the button that the focus belongs to."""
    if shown:
        title = translate("Connect", "Sign in on the page in your browser")
        line = translate("Connect", "This page goes on by itself as soon as you are done there.")
    else:
        title = translate("Connect", "No browser could be opened")
        line = translate("Connect", "Copy the address and open it in a browser on this machine.")
    notice.show_notice("globe", title, line, tone="accent" if shown else "warning")
    copy = ActionButton(notice.look, "copy", translate("Connect", "Copy the address"))
    cancel = ActionButton(notice.look, "", translate("Connect", "Stop"), ("Esc",))
    notice.set_buttons([(copy, lambda: QGuiApplication.clipboard().setText(url)), (cancel, stop)])
    notice.show()
    return cancel if shown else copy


class SignIn(QObject):
    """A sign-in in the browser: its flow waits on the engine's loop, the window goes on.

    ``got`` carries the channel with its secret, ``failed`` the error, ``opened`` the address and whether a browser
    took it. ``stop`` ends it without a word.
    """

    got = Signal(object)
    failed = Signal(object)
    opened = Signal(str, bool)

    def __init__(self, console: Console, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console, self._bridge = console, bridge
        self.browser = SystemBrowser(self)
        self._future: Future[NewChannel] | None = None
        self._turn = 0  # the callbacks hold a number, not the Future: its answer has the secret, and would stay with them
        self.browser.opened.connect(self._opened)

    @property
    def running(self) -> bool:
        """Whether a person is on the platform's page, or on the way there."""
        return self._future is not None

    def start(self, wanted: NewChannel, given: Mapping[str, str]) -> None:
        """Begin. Raises EnvironmentFailure ``engine_stopped``."""
        browser, words, clock = self.browser, page_words(), self._console.clock
        future = self._console.engine.submit(
            lambda: connecting.signed_in(wanted, given, browser, words, clock)
        )
        self._future = future
        self._turn += 1
        over = partial(self._over, self._turn)
        parking.keep(future, browser)
        self._bridge.watch(future, self, over, over)

    def stop(self) -> None:
        """Wait for nobody any more: the listener on this machine closes."""
        future, self._future = self._future, None
        if future is not None:
            future.cancel()

    def _opened(self, url: str, shown: bool) -> None:
        if self.running:
            self.opened.emit(url, shown)

    def _over(self, turn: int, answer: NewChannel | Exception) -> None:
        if turn == self._turn and self.running:
            self._future = None
            (self.failed if isinstance(answer, Exception) else self.got).emit(answer)
