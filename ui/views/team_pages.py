"""The team's rooms in the window: audit log and channels in the rail, settings, about and quitting as dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, Qt, Signal

from console.services.views import home_of
from ui.action_table import CONNECT
from ui.i18n.mark import translate
from ui.views.audit_head import Chain, chain_words
from ui.views.audit_view import AuditView
from ui.views.guide import Guide
from ui.views.outside import Outside
from ui.views.quit_dialog import QuitGuard
from ui.views.update_desk import UpdateDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from console.runtime.app import Console
    from console.services.roles import Actor
    from console.store import Member
    from ui.app import Preferences
    from ui.bridge import Bridge
    from ui.installation import Installation
    from ui.reporting import Reporting
    from ui.views.channels_view import ChannelsView
    from ui.views.classifier_page import ClassifierPage
    from ui.views.data_page import DataPage
    from ui.views.lines_page import LinesPage
    from ui.views.main_window import MainWindow
    from ui.views.policy.room import PolicyRoom

_FIRST: Final = "inbox"
"""Where every window opens."""


class TeamPages(QObject):
    """Adds the rooms to ``window``; they are made when first shown. ``shut_down`` before the workspace is closed.

    ``act_as`` asks for another person at this window, by name.
    """

    act_as = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        preferences: Preferences,
        version: str,
    ) -> None:
        super().__init__(window)
        self._window, self._console, self._bridge = window, console, bridge
        self._actor, self._preferences, self._version = actor, preferences, version
        self._audit: AuditView | None = None
        self._channels: ChannelsView | None = None
        self._policy: PolicyRoom | None = None
        self._installation: Installation | None = None
        self.reporting: Reporting | None = None
        self._dialogs: dict[str, QDialog] = {}
        window.complete()  # its own commands first: those of a room come after them
        window.add_room("audit", self._make_audit)
        window.add_room("policy", self._make_policy)
        window.add_room("replies", self._make_replies)
        window.add_room("channels", self._make_channels)
        window.add_room("team", self._make_team)
        window.add_room("history", self._make_history, in_rail=False)
        window.add_room("outbox", self._make_outbox, in_rail=False)
        window.on_command("app.act_as", self.open_act_as)
        window.on_command("app.refresh", self._refresh)
        window.on_command("app.settings", self.open_settings)
        window.on_command("app.classifier", self.open_classifier)
        window.on_command("app.change_keys", lambda: self.open_settings_at("keys"))
        window.queue.wants_log.connect(self.show_comment)
        window.queue.wants_book.connect(lambda: window.show_place("replies"))
        window.on_command("app.about", self.open_about)
        window.on_command("app.report", self.open_report)
        window.on_command("app.import", self.open_import)
        window.on_command(CONNECT, self.open_connect, keyed=False)
        self._quit = QuitGuard(window, console, bridge, preferences.look, actor)
        window.may_close = self._quit.may_close
        settings = preferences.settings
        window.queue.author_put_away = settings.author_folded
        window.queue.fold_author(window.queue.author.folded)
        here = window.place()  # a person may have gone elsewhere already
        if here == _FIRST and settings.view != here and settings.view in window.rail.ids():
            window.show_place(settings.view)
        window.closed.connect(self._keep_layout)
        self.guide = Guide(window, console, bridge, actor, preferences)
        self.guide.act_as.connect(self.act_as)
        self._outside = Outside(window, console, bridge, actor, preferences, self)
        self.updates = UpdateDesk(window, console, bridge, preferences, version, self)

    # ------------------------------------------------------------------ rooms

    def _make_audit(self) -> QWidget:
        page = AuditView(self._console, self._bridge, self._actor, self._preferences.look)
        page.spoke.connect(self._window.status.say)
        page.state_changed.connect(self._tell_chain)
        page.statement_shown.connect(self._show_statement)
        self._audit = page
        return page

    def _make_replies(self) -> QWidget:
        from ui.views.saved_replies import SavedRepliesView

        page = SavedRepliesView(self._console, self._bridge, self._actor, self._preferences.look)
        page.spoke.connect(self._window.status.say)
        return page

    def _make_history(self) -> QWidget:
        from ui.views.history_view import HistoryView

        return self._join(
            HistoryView(self._console, self._bridge, self._actor, self._preferences.look, self._masks)
        )

    def _make_outbox(self) -> QWidget:
        from ui.views.outbox_view import OutboxView

        return self._join(
            OutboxView(self._console, self._bridge, self._actor, self._preferences.look, self._masks)
        )

    def _masks(self) -> bool:
        return self._preferences.settings.mask_all

    def _join(self, page: LinesPage) -> QWidget:
        """A page of decisions speaks in the strip and leads to the queue."""
        page.spoke.connect(self._window.status.say)
        page.opened.connect(self.open_comment)
        page.left.connect(lambda: self._window.run("app.queue"))
        return page

    def _make_channels(self) -> QWidget:
        from ui.views.channels_view import ChannelsView

        page = ChannelsView(self._console, self._bridge, self._actor, self._preferences.look)
        page.spoke.connect(self._window.status.say)
        page.queue_asked.connect(lambda: self._window.show_place(_FIRST))
        self._channels = page
        return page

    def _make_policy(self) -> QWidget:
        from ui.views.policy.room import PolicyRoom

        page = PolicyRoom(self._console, self._bridge, self._actor, self._preferences.look)
        page.spoke.connect(self._window.status.say)
        page.open_comment.connect(self.open_comment)
        # Who never chose gets the form: a lead need not have seen such a text before.
        page.left.show_mode(self._preferences.settings.policy_mode)
        page.left.mode.chosen.connect(lambda mode: self._preferences.change(policy_mode=mode))
        self._policy = page
        return page

    def _refresh(self) -> None:
        """F5: the replay in the policy room, a pull everywhere else."""
        if self._policy is not None and self._window.pages.currentWidget() is self._policy:
            self._policy.refresh_here()
        else:
            self._window.pull_now()

    def open_comment(self, comment_id: int) -> None:
        """The queue at one comment, in the view in which it is now."""
        future = self._console.background(lambda c: c.store.read(lambda r: home_of(r, comment_id)))
        self._bridge.watch(future, self, lambda home: self._open_comment(comment_id, home))

    def _open_comment(self, comment_id: int, home: str | None) -> None:
        if home is None:
            self._window.status.say(translate("Window", "This comment is no longer here."))
            return
        self._window.show_place(home)
        self._window.queue.feed.reload(comment_id)

    def _make_team(self) -> QWidget:
        from ui.views.team_members import TeamMembers

        page = TeamMembers(self._console, self._bridge, self._actor, self._preferences.look)
        page.spoke.connect(self._window.status.say)
        page.act_asked.connect(self.open_act_as)
        return page

    def open_act_as(self, *, always: bool = False) -> None:
        """Ask who sits here now; with one member listed the name is a setting (unless ``always``)."""
        future = self._console.background(lambda c: c.team.list())
        self._bridge.watch(future, self, lambda members: self._ask_who(members, always))

    def _ask_who(self, members: tuple[Member, ...], always: bool) -> None:
        from ui.views.who_acts import WhoActsDialog

        if len(members) <= 1 and not always:
            self.open_settings()
            return

        def make() -> QDialog:
            dialog = WhoActsDialog(self._preferences.look, members, self._actor.name, self._window)
            dialog.chosen.connect(self.act_as)
            return dialog

        self.open_dialog("act_as", make)

    def show_comment(self, comment_id: int) -> None:
        """The audit page with one comment's entries alone."""
        self._window.show_place("audit")
        if self._audit is not None:
            self._audit.show_comment(comment_id)

    def open_connect(self) -> None:
        """The channels page, choosing a platform to connect."""
        self._window.show_place("channels")
        if self._channels is not None:
            self._channels.start_add()

    def open_import(self) -> None:
        """The channels page, choosing a file to import."""
        self._window.show_place("channels")
        if self._channels is not None:
            self._channels.start_import()

    def _tell_chain(self, chain: Chain) -> None:
        icon, words, color = chain_words(chain)
        self._window.status.set_log(words, icon, color if color == "danger" else "text-muted")

    # ------------------------------------------------------------------ dialogs

    def open_settings(self) -> QDialog:
        """Settings, which take effect while the dialog is open."""
        from ui.views.settings_view import SettingsView

        def make() -> QDialog:
            made = SettingsView(
                self._preferences,
                self._console,
                self._actor,
                self._window,
                self._make_classifier,
                self._outside.make_page,
                data=self._make_data,
                updates=self.updates.make_page,
            )
            made.team_asked.connect(self._show_team)
            return made

        return self.open_dialog("settings", make)

    def open_settings_at(self, page: str) -> QDialog:
        """Settings, at one of their pages by name: classifier, wellbeing, data, keys."""
        from ui.views.settings_view import SettingsView

        dialog = self.open_settings()
        assert isinstance(dialog, SettingsView)
        dialog.show_page(page)
        return dialog

    def _show_team(self) -> None:
        """From the settings to the team's page; the settings go out of the way."""
        settings = self._dialogs.get("settings")
        if settings is not None:
            settings.accept()
        self._window.show_place("team")

    def open_classifier(self) -> QDialog:
        """Settings, at the classifier's page."""
        return self.open_settings_at("classifier")

    def _make_data(self) -> DataPage:
        from ui.views.data_page import DataPage

        return DataPage(self._console, self._bridge, self._actor, self._preferences.look)

    def _make_classifier(self) -> ClassifierPage:
        from ui.installation import Installation
        from ui.views.classifier_page import ClassifierPage

        if self._installation is None:  # it goes on when the dialog is closed
            self._installation = Installation(self._console, self._bridge, parent=self)
            self._installation.finished.connect(self._tell_installed)
        return ClassifierPage(
            self._console, self._bridge, self._actor, self._preferences.look, self._installation
        )

    def _tell_installed(self, name: str) -> None:
        self._window.status.say(translate("Classifier", "{name} is installed").format(name=name))

    def open_about(self) -> QDialog:
        """Versions and licences."""
        from ui.views.about_dialog import AboutDialog

        def make() -> QDialog:
            made = AboutDialog(self._preferences.look, self._version, self._console, self._window)
            made.texts.clicked.connect(lambda _checked=False: self.open_licences())
            made.report.clicked.connect(lambda _checked=False: self.open_report())
            return made

        return self.open_dialog("about", make)

    def open_licences(self) -> None:
        """Every licence text of every part."""
        from ui.models import licences
        from ui.views.text_dialog import TextDialog

        def show(text: str) -> None:
            title = translate("Licences", "Licences of the parts")
            look, window = self._preferences.look, self._window
            self.open_dialog("licences", lambda: TextDialog(look, title, "", text, parent=window))

        self._bridge.watch(self._console.background(lambda _c: licences.whole()), self, show)

    def open_report(self) -> None:
        """What the help desk would want to know."""
        from ui.reporting import Reporting

        if self.reporting is None:
            console = self._console
            self.reporting = Reporting(
                self._bridge,
                self._preferences.look,
                self._version,
                lambda work: console.background(lambda _c: work()),
                self,
            )
        self.reporting.open(console=self._console, over=self._window)

    def _show_statement(self, text: str) -> None:
        from ui.views.text_dialog import TextDialog

        TextDialog(
            self._preferences.look,
            translate("Audit", "Statement of reasons"),
            translate(
                "Audit",
                "As it would be handed in under the DSA: made from the log, without a word of the comment.",
            ),
            text,
            parent=self._window,
        ).open()

    def open_dialog(self, name: str, make: Callable[[], QDialog]) -> QDialog:
        """Show a dialog by its name; made anew when it was closed."""
        known = self._dialogs.get(name)
        if known is None:
            known = make()
            known.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            known.destroyed.connect(lambda _object=None, key=name: self._dialogs.pop(key, None))
            self._dialogs[name] = known
        known.show()
        known.raise_()
        known.activateWindow()
        return known

    # ------------------------------------------------------------------ the end

    def _keep_layout(self) -> None:
        geometry, splitter = self._window.layout_state()
        queue = self._window.queue
        self._preferences.change(
            geometry=_text(geometry),
            splitter=_text(splitter),
            view=queue.feed.view,
            author_folded=queue.author_put_away,
        )

    def leave(self) -> None:
        """The system asks for the end: the next close is no hiding in the tray."""
        self._outside.leave()

    def keep_queued(self) -> None:
        """The window closes without asking: what is queued waits for the next start."""
        self.leave()
        self._quit.keep()

    def shut_down(self) -> None:
        """Stop what runs on reader threads for a page."""
        self._outside.shut_down()
        self.updates.shut_down()
        settings = self._dialogs.get("settings")
        if settings is not None:
            settings.shut_down()  # type: ignore[attr-defined]
        if self._installation is not None:
            self._installation.shut_down()
        if self._audit is not None:
            self._audit.shut_down()
        if self._channels is not None:
            self._channels.shut_down()
        if self._policy is not None:
            self._policy.shut_down()


def _text(value: QByteArray) -> str:
    return bytes(value.toBase64().data()).decode("ascii")
