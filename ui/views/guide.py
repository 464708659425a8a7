"""Guidance: the welcome of a new workspace, the offer of a tour on the practice network, the help pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from console import managed
from ui.action_table import CONNECT
from ui.i18n.mark import translate
from ui.models.help_pages import PAGE_OF_ROOM
from ui.models.reply_words import error_words
from ui.retiring import retire

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.app import Preferences
    from ui.bridge import Bridge
    from ui.views.help_view import HelpView
    from ui.views.main_window import MainWindow
    from ui.views.tour import Tour
    from ui.views.welcome import WelcomePage

AFTER: Final = {"connect": CONNECT, "import": "app.import"}


@dataclass(frozen=True, slots=True)
class _Begin:
    """What a workspace looks like before anybody worked in it."""

    channels: int
    practice: bool
    members: int
    policy: str  # the language of the default policy in force, empty for another policy


class Guide(QObject):
    """Made with the window, begins after its first paint. ``act_as`` asks for another name at this window."""

    act_as = Signal(str)

    def __init__(
        self, window: MainWindow, console: Console, bridge: Bridge, actor: Actor, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window, self._console, self._bridge = window, console, bridge
        self._actor, self._preferences = actor, preferences
        self.welcome: WelcomePage | None = None
        self.tour: Tour | None = None
        self.offer: QWidget | None = None
        self.help: HelpView | None = None
        self._began = ""
        window.on_command("app.help", self.open_help)
        preferences.changed.connect(self._reword_offer)
        self._offered_in = ""
        window.on_command("app.tour", self.start_tour)

    def begin(self) -> None:
        """Look whether anything is to be said to a newcomer."""
        settings = self._preferences.settings
        way, self._preferences.next_way = self._preferences.next_way, ""
        if way in AFTER:
            self._window.run(AFTER[way])
        if not (settings.welcomed and settings.toured):
            self._bridge.watch(self._console.background(_look), self, self._seen)

    def _seen(self, found: _Begin) -> None:
        settings = self._preferences.settings
        alone = found.members <= 1 and self._actor.may("member")
        if not settings.welcomed and not found.channels and alone:
            self._show_welcome(found.policy)
        elif not settings.toured and found.practice:
            self._show_offer()

    # ------------------------------------------------------------------ welcome

    def _show_welcome(self, policy: str) -> None:
        from ui.views.welcome import WelcomePage

        language = self._preferences.language
        page = WelcomePage(self._window.look, language, self._actor.name, policy or language)
        page.language_chosen.connect(lambda chosen: self._preferences.change(language=chosen))
        page.began.connect(self._begin_with)
        self.welcome = page
        self._window.pages.addWidget(page)
        self._window.pages.setCurrentWidget(page)
        page.setFocus()

    def _begin_with(self, way: str) -> None:
        page = self.welcome
        if page is None:
            return
        self._began = way
        if way == "skip":
            self._close_welcome()
            return
        name, language, actor = page.name, page.policy, self._actor

        def settle(console: Console) -> str:
            present = actor
            if name != actor.name:
                console.team.rename(actor.name, name, actor)
                present = console.actor(name)
            if managed.current().policy is None:  # else a new workspace has the company's
                _use_policy(console, language, present)
            if way == "practice":
                console.ensure_practice(present)
            return present.name

        self._bridge.watch(self._console.background(settle), self, self._settled, self._not_settled)

    def _settled(self, name: str) -> None:
        way = self._began
        self._close_welcome()
        if name != self._actor.name:
            # Another window opens under the new name and begins by itself: what comes next is offered there.
            self._preferences.next_way = way
            self.act_as.emit(name)
            return
        if way == "practice":
            self._window.queue.feed.reload()
            self._show_offer()
        elif way in AFTER:
            self._window.run(AFTER[way])

    def _not_settled(self, error: Exception) -> None:
        if self.welcome is not None:
            self.welcome.refuse(" ".join(one for one in error_words(error) if one))

    def _close_welcome(self) -> None:
        page, self.welcome = self.welcome, None
        if page is None:
            return
        self._preferences.change(welcomed=True)
        self._window.pages.setCurrentWidget(self._window.queue)
        self._window.pages.removeWidget(page)
        retire(page)
        self._window.queue.focus_list()

    # ------------------------------------------------------------------ tour

    def _show_offer(self) -> None:
        """A quiet bar over the list: nothing waits for an answer, no key is taken."""
        if self.offer is not None or self.tour is not None:
            return
        from ui.widgets.buttons import ActionButton
        from ui.widgets.notice import Notice

        self._offered_in = self._preferences.language
        look = self._window.look
        offer = Notice(look, "accent")
        offer.show_notice(
            "lighthouse",
            translate("Tour", "First time here"),
            translate("Tour", "Seven notes, two minutes."),
        )
        start = ActionButton(look, "arrow-right", translate("Tour", "Take the tour"))
        later = ActionButton(look, "", translate("Tour", "Not now"))
        offer.set_buttons([(start, self.start_tour), (later, self._decline)])
        self.offer = offer
        self._window.queue.list.put_on_top(offer)

    def _reword_offer(self) -> None:
        if self.offer is not None and self._offered_in != self._preferences.language:
            self._drop_offer()
            self._show_offer()

    def _decline(self) -> None:
        self._preferences.change(toured=True, welcomed=True)
        self._drop_offer()
        self._window.queue.focus_list()
        self._window.status.say(translate("Tour", "The command palette has the tour later too."))

    def _drop_offer(self) -> None:
        if self.offer is not None:
            self.offer.hide()
            retire(self.offer)
            self.offer = None

    def start_tour(self) -> None:
        """The seven notes, from the first."""
        if self.tour is not None:
            return
        from ui.views.tour import Tour

        self._drop_offer()
        if self._window.pages.currentWidget() is not self._window.queue:
            self._window.show_place(self._window.queue.feed.view)
        self._window.queue.focus_list()
        self.tour = Tour(self._window)
        self.tour.ended.connect(self._toured)

    def _toured(self, _seen: bool) -> None:
        self.tour = None
        self._preferences.change(toured=True, welcomed=True)

    # ------------------------------------------------------------------ help

    def open_help(self, page: str = "") -> None:
        """The help, at the page of the room that is shown."""
        from ui.views.help_view import HelpView

        if self.help is None:
            self.help = HelpView(self._window.look, self._preferences.language, self._window)
            self.help.keys.clicked.connect(lambda _checked=False: self._to_keys())
            self._preferences.changed.connect(self._again)
        room = self._window.place()
        self.help.open_at(page or PAGE_OF_ROOM.get(room, PAGE_OF_ROOM["queue"]))
        self.help.show()
        self.help.raise_()
        self.help.activateWindow()

    def _to_keys(self) -> None:
        """From the help to the page of keys, which lies over the window."""
        if self.help is not None:
            self.help.accept()
        self._window.activateWindow()
        self._window.run("app.keys")

    def _again(self) -> None:
        """Another language or other keys: the pages say so at once."""
        if self.help is not None:
            self.help.retranslate(self._preferences.language)


def _look(console: Console) -> _Begin:
    """On a reader thread."""
    channels, members = console.store.read(lambda r: (r.channels.all(), r.members.present()))
    policy = console.policy().id
    language = next((one for one in ("en", "fr") if _default(one)[0] == policy), "")
    practice = any(one.kind == "practice" for one in channels)
    return _Begin(len(channels), practice, len(list(members)), language)


def _default(language: str) -> tuple[str, str, dict[str, bytes]]:
    """(id, text, files) of a default policy."""
    from console import paths
    from console.policy import load_policy

    loaded = load_policy(paths.resources() / "policies" / f"default.{language}.toml")
    assert loaded.policy is not None
    return loaded.policy.id, loaded.text, dict(loaded.files)


def _use_policy(console: Console, language: str, actor: Actor) -> None:
    """Put the default policy of ``language`` in force, where another one is; the usual way, with every check."""
    wanted, text, files = _default(language)
    if console.policy().id != wanted:
        version = console.lifecycle.submit(text, files, actor)
        console.lifecycle.activate(version.id, actor)
