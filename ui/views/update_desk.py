"""Joins versions to the window: the page among the settings, a calm notice of a newer one, what is new after an upgrade."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ui.i18n.mark import translate
from ui.retiring import retire

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from console.news import News
    from console.runtime.app import Console
    from ui.app import Preferences
    from ui.bridge import Bridge
    from ui.updating import Updating
    from ui.views.main_window import MainWindow
    from ui.views.team_pages import TeamPages
    from ui.views.updates_page import UpdatesPage

log = logging.getLogger(__name__)
FIRST_MS: Final = 20_000
"""After the window is up: a start has better to do."""


class UpdateDesk(QObject):
    """One per window; ``begin`` once it is painted."""

    def __init__(
        self,
        window: MainWindow,
        console: Console,
        bridge: Bridge,
        preferences: Preferences,
        version: str,
        pages: TeamPages,
    ) -> None:
        super().__init__(window)
        self._window, self._console, self._bridge = window, console, bridge
        self._preferences, self._version = preferences, version
        self._pages = pages
        self._updating: Updating | None = None
        self.notice: QWidget | None = None
        self._closed = False
        self._told = ""
        self._told_in = ""
        preferences.changed.connect(self._reword)
        window.on_command("app.updates", self.show_page)

    @property
    def updating(self) -> Updating:
        """What looks and downloads, made when it is first needed."""
        if self._updating is None:
            from console.services.updates import Updates
            from ui.updating import Updating

            updates = Updates(version=self._version)
            self._updating = Updating(self._bridge, updates, self._console.store.path, self)
            self._updating.announced.connect(self.tell)
        return self._updating

    def begin(self) -> None:
        """Say what is new after an upgrade, once; look for versions from now on, where somebody agreed."""
        self._tell_news()
        QTimer.singleShot(FIRST_MS, self, self._load)

    def _load(self) -> None:
        """What looks is loaded off the window's thread: a tenth of a second."""
        self._bridge.watch(self._console.background(_import), self, lambda _none: self._go())

    def _go(self) -> None:
        if not self._closed:
            self.updating.begin()

    def make_page(self) -> UpdatesPage:
        """The page among the settings."""
        from ui.views.updates_page import UpdatesPage

        page = UpdatesPage(self._preferences.look, self.updating)
        page.news_asked.connect(self.open_news)
        return page

    def show_page(self) -> None:
        """The settings, at the page of updates."""
        self._pages.open_settings_at("updates")

    def shut_down(self) -> None:
        """The window closes."""
        self._closed = True
        if self._updating is not None:
            self._updating.shut_down()

    # ------------------------------------------------------------------ a newer version

    def tell(self, version: str) -> None:
        """A quiet bar over the list: nothing waits for an answer, no key is taken."""
        from ui.widgets.buttons import ActionButton
        from ui.widgets.notice import Notice

        self._drop()
        self._told, self._told_in = version, self._preferences.language
        look = self._window.look
        notice = Notice(look, "accent")
        notice.show_notice(
            "download-simple",
            translate("Updates", "Vigie {version} is there").format(version=version),
            translate("Updates", "Nothing is installed by itself."),
        )
        what = ActionButton(look, "arrow-right", translate("Updates", "What is new"))
        later = ActionButton(look, "", translate("Tour", "Not now"))
        notice.set_buttons([(what, self._look_at), (later, self._put_off)])
        self.notice = notice
        self._window.queue.list.put_on_top(notice)

    def _reword(self) -> None:
        if self.notice is not None and self._told_in != self._preferences.language:
            self.tell(self._told)

    def _look_at(self) -> None:
        self._put_off()
        self.show_page()

    def _put_off(self) -> None:
        """It stays in the settings; this version is not announced again."""
        self.updating.put_off(self._told)
        self._drop()
        self._window.queue.focus_list()

    def _drop(self) -> None:
        if self.notice is not None:
            self.notice.hide()
            retire(self.notice)
            self.notice = None

    # ------------------------------------------------------------------ what is new here

    def _tell_news(self) -> None:
        """Once after an upgrade; a first installation has nothing to compare with."""
        from console.news import is_later

        seen = self._preferences.settings.seen_version
        if seen == self._version:
            return
        if not seen:
            self._preferences.change(seen_version=self._version)
        elif is_later(self._version, seen):
            # Kept before it is shown: whatever happens to this window, nobody is told twice.
            self._preferences.change(seen_version=self._version)
            self.open_news(seen)

    def open_news(self, since: str = "") -> None:
        """What changed in this version, or in all since another."""
        from ui.views.news_sheet import NewsSheet

        version = self._version

        def read(_console: Console) -> tuple[News, ...]:
            from console import news

            return (
                news.since(since, version)
                if since
                else tuple(one for one in news.load() if one.version == version)
            )

        def show(found: tuple[News, ...]) -> None:
            if found:
                look, window = self._preferences.look, self._window
                self._pages.open_dialog("news", lambda: NewsSheet(look, version, found, window))

        self._bridge.watch(self._console.background(read), self, show, self._no_news)

    def _no_news(self, error: Exception) -> None:
        log.warning("news not read: %s", type(error).__name__)


def _import(_console: Console) -> None:
    import ui.updating  # noqa: F401
