"""The channels page: every account with its state, one of them in full, connecting another, importing a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from console.connectors import registry
from console.domain.errors import KeyringUnavailable, NotAllowed, VigieError
from console.services import channel_desk
from console.services.company import need_kind
from ui.errors import describe, paragraph
from ui.i18n import format as say
from ui.i18n.team_counted import team_counted
from ui.models.channel_words import moment_words, next_words, state_words
from ui.theme.icon_names import platform_icon
from ui.views.channel_add import ChannelAdd
from ui.views.channel_arrival import Arrival
from ui.views.channel_erasing import ChannelErasing
from ui.views.channel_import import ChannelImport
from ui.views.channel_page import ChannelPage, waiting_words
from ui.widgets.base import Pane
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.cells import Cell, CellTable
from ui.widgets.empty import EmptyState
from ui.widgets.header import PaneHeader
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from console.domain.comment import Channel
    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.channel_desk import ChannelRow
    from console.services.intake import ImportReport
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look

SHARES: Final = (30, 30, 17, 11, 17, 22)
TICK_MS: Final = 15_000


class ChannelsView(Pane):
    """``spoke`` is a sentence for the status strip, ``queue_asked`` leads to the comments that came in."""

    spoke = Signal(str)
    queue_asked = Signal()

    def __init__(
        self, console: Console, bridge: Bridge, actor: Actor, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "surface", "", parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._rows: list[ChannelRow] = []
        self._reading = False
        self._again = False
        self._wanted = 0  # the channel to be shown once the rows are there
        self.head = PaneHeader(look)
        self.add_button = ActionButton(look, "plus", kind=Kind.PRIMARY)
        self.notice = Notice(look)
        self.arrival = Arrival(console, bridge, look)
        self.table = CellTable(look, SHARES)
        self.page = ChannelPage(actor, look)
        self.erasing = ChannelErasing(console, bridge, actor, look, self.page)
        self.empty = EmptyState(look)
        self.add = ChannelAdd(console, bridge, actor, look)
        self.importing = ChannelImport(console, bridge, actor, look)
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._show_rows)
        self._tick.start()
        self.retranslate()
        self.read()
        self.setFocusProxy(self.table)

    def _build(self) -> None:
        px = self.look.px
        self.head.add(self.add_button)
        first = Pane(self.look)
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        holder = QWidget()
        inset = QVBoxLayout(holder)
        inset.setContentsMargins(0, 0, 0, px(6))
        inset.addWidget(self.notice)
        self._notice_holder = holder
        holder.hide()
        list_holder = QWidget()
        around = QVBoxLayout(list_holder)
        around.setContentsMargins(px(8), 0, px(8), px(8))
        around.addWidget(self.table)
        self._list_holder = list_holder
        parts: tuple[tuple[QWidget, int], ...] = (
            (self.head, 0),
            (self.erasing, 0),
            (list_holder, 0),
            (self.page, 1),
            (self.empty, 1),
        )
        for widget, stretch in parts:
            column.addWidget(widget, stretch)
        for page in (first, self.add, self.importing):
            self.stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.page.put_above(holder, self.arrival)
        self.page.hide()
        self.empty.hide()

    def _connect(self) -> None:
        self.add_button.clicked.connect(lambda _checked=False: self.start_add())
        self.table.moved.connect(self._show_page)
        self.page.pull_asked.connect(self._pull)
        self.page.pause_asked.connect(self._pause)
        self.page.remove_asked.connect(self._remove)
        self.erasing.spoke.connect(self.spoke)
        self.erasing.done.connect(self.show_list)
        self.page.interval_asked.connect(self._set_interval)
        self.page.watches_asked.connect(self._set_watches)
        self.page.option_asked.connect(self._set_option)
        self.page.import_asked.connect(lambda _channel: self.start_import())
        self.add.left.connect(self.show_list)
        self.add.added.connect(self._added)
        self.add.unkept.connect(self._unkept)
        self.add.import_asked.connect(self.start_import)
        self.importing.left.connect(self.show_list)
        self.arrival.shown.connect(lambda: self.page.reveal(self.arrival))
        self.arrival.queue_asked.connect(self._to_queue)
        self.importing.finished.connect(self._imported)
        self._bridge.changed.connect(self._on_changed)

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        """Read the rows off this thread; asked twice meanwhile, it reads once more."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        future = self._console.background(lambda c: c.store.read(channel_desk.rows))
        self._bridge.watch(future, self, self._rows_read, self._not_read)

    def _rows_read(self, rows: list[ChannelRow]) -> None:
        self._reading = False
        self._rows = rows
        self.arrival.look_at(rows)
        self._show_rows()
        if self._again:
            self._again = False
            self.read()

    def _not_read(self, error: Exception) -> None:
        self._reading = False
        if isinstance(error, VigieError):
            self.spoke.emit(paragraph(describe(error)))

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        heard = {change.what for change in changes}
        importing = any(one.first_import is not None for one in self._rows)
        if heard & {"channels", "outbox"} or (importing and "comments_new" in heard):
            self.read()

    def _show_rows(self) -> None:
        now = self._console.clock.now()
        rows = []
        for one in self._rows:
            channel = one.channel
            state = state_words(channel)
            rows.append(
                (
                    Cell(channel.name, platform_icon(channel.kind), weight=600),
                    Cell(
                        state.words,
                        state.icon,
                        state.color,
                        "text" if state.color != "text-muted" else "text-muted",
                        filled=state.filled,
                    ),
                    Cell(moment_words(channel.last_pull_at, now), color="text-muted"),
                    Cell(next_words(channel, now), color="text-muted"),
                    Cell(moment_words(channel.newest_at, now), color="text-muted"),
                    Cell(
                        waiting_words(one).removesuffix(".") or self.tr("nothing"),
                        color="text" if waiting_words(one) else "text-muted",
                    ),
                )
            )
        kept = self.table.current_row()
        self.table.set_rows(self._heads(), rows)
        self.table.fit_height(8)
        self.head.count.set_text(team_counted.channels(len(rows)) if rows else "")
        self._list_holder.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        wanted = next((i for i, one in enumerate(self._rows) if int(one.channel.id) == self._wanted), -1)
        self._wanted = 0
        if not rows:
            self.page.show_row(None, now)
            self._show_empty()
            return
        place = wanted if wanted >= 0 else min(max(kept, 0), len(rows) - 1)
        if not self.table.selectionModel().isRowSelected(place):
            self.table.selectRow(place)
        self._show_page(place)

    def _show_page(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self.page.show_row(self._rows[place], self._console.clock.now())

    def _show_empty(self) -> None:
        ways = (
            (
                ActionButton(self.look, "plugs-connected", self.tr("Connect a channel"), kind=Kind.PRIMARY),
                self.start_add,
            ),
            (ActionButton(self.look, "tray-arrow-down", self.tr("Import a file")), self.start_import),
            (ActionButton(self.look, "graduation-cap", self.tr("Practice network")), self._practice),
        )
        self.empty.show_state(
            "plugs",
            self.tr("No channel yet"),
            self.tr("Connect one, import a file, or try the practice network."),
            ways,
        )

    def _practice(self) -> None:
        actor = self._actor
        future = self._console.background(lambda c: c.ensure_practice(actor))
        self._bridge.watch(future, self, self._added)

    # ------------------------------------------------------------------ pages

    def show_list(self) -> None:
        """The list with one channel in full."""
        self.stack.setCurrentIndex(0)
        self.read()
        self.table.setFocus()

    def start_add(self) -> None:
        """Connecting a channel."""
        self._hide_notice()
        self.add.start()
        self.stack.setCurrentWidget(self.add)
        self.add.focus_first()

    def start_import(self) -> None:
        """Importing a file; a sentence where the company allows none."""
        self._hide_notice()
        try:
            need_kind("file")
        except NotAllowed as error:
            self.spoke.emit(paragraph(describe(error)))
            return
        self.stack.setCurrentWidget(self.importing)
        self.importing.choose_file()

    def _to_queue(self) -> None:
        self.arrival.end()
        self.queue_asked.emit()

    def _added(self, channel: Channel) -> None:
        self._wanted = int(channel.id)
        self.show_list()
        self.arrival.begin(channel, self.table)
        self.spoke.emit(self.tr("{name} was added. Its comments come in now.").format(name=channel.name))
        self._bridge.watch(
            self._console.background(lambda c: c.pull_soon(self._actor, int(channel.id))), self
        )

    def _unkept(self, error: KeyringUnavailable) -> None:
        text = describe(error)
        self.notice.show_notice("key", text.what, text.became, text.step, "warning")
        close = ActionButton(self.look, "check", self.tr("Understood"))
        self.notice.set_buttons([(close, self._hide_notice)])
        self._notice_holder.show()
        self.page.reveal(self._notice_holder)

    def _hide_notice(self) -> None:
        self._notice_holder.hide()

    def _imported(self, report: ImportReport) -> None:
        del report
        self.read()

    # ------------------------------------------------------------------ what it does

    def _pull(self, channel: Channel) -> None:
        number = int(channel.id)
        self._bridge.watch(self._console.background(lambda c: c.pull_soon(self._actor, number)), self)
        self.spoke.emit(self.tr("Asking {name} for new comments.").format(name=channel.name))

    def _pause(self, channel: Channel) -> None:
        event = "channel_resumed" if channel.paused else "channel_paused"
        try:
            future = self._console.set_channel(channel, self._actor, event, paused=not channel.paused)
        except VigieError as error:
            self.spoke.emit(paragraph(describe(error)))
            return
        self._bridge.watch(future, self, lambda _none: self.read())

    def _set_interval(self, channel: Channel, seconds: int) -> None:
        words = self.tr("{name} is pulled every {span}.")
        self._set_option(
            channel, "interval", seconds, words.format(name=channel.name, span=say.span(seconds))
        )

    def _set_watches(self, channel: Channel, terms: list[dict[str, str]]) -> None:
        self._set_option(channel, "watches", terms)

    def _set_option(self, channel: Channel, name: str, value: object, words: str = "") -> None:
        """One option of a channel; the others stay as they are by then. ``words`` are said once it is kept."""
        actor = self._actor

        def work(console: Console) -> None:
            now = console.store.read(lambda r: r.channels.get(channel.id)) or channel
            options = {**now.options, name: value}
            console.set_channel(now, actor, "channel_changed", options=options).result()

        self._bridge.watch(
            self._console.background(work), self, lambda _none: self._kept(words), self._not_kept
        )

    def _kept(self, words: str) -> None:
        self.read()
        if words:
            self.spoke.emit(words)

    def _not_kept(self, error: Exception) -> None:
        self.read()  # the page shows what holds
        if isinstance(error, VigieError):
            self.spoke.emit(paragraph(describe(error)))

    def _remove(self, channel: Channel) -> None:
        """Out of the list; the secret goes too, which may take a while where a keyring asks."""
        actor = self._actor

        def work(console: Console) -> None:
            console.set_channel(channel, actor, "channel_removed", removed=True, cursor=None).result()
            if registry.spec(channel.kind).needs_secret:
                console.secrets.sign_out(channel.key, console.workspace_id)

        self._bridge.watch(
            self._console.background(work),
            self,
            lambda _none: self._removed(channel),
            lambda e: self._not_removed(channel, e),
        )

    def _removed(self, channel: Channel) -> None:
        self.page.ask.hide()
        self.read()
        self.table.setFocus()
        self.spoke.emit(
            self.tr("{name} was removed. Its comments and the log stay.").format(name=channel.name)
        )

    def _not_removed(self, channel: Channel, error: Exception) -> None:
        self.read()
        if isinstance(error, KeyringUnavailable):
            words = self.tr(
                "{name} was removed, but the keyring did not answer: delete its password there yourself."
            )
            self.spoke.emit(words.format(name=channel.name))
        elif isinstance(error, VigieError):
            self.spoke.emit(paragraph(describe(error)))

    # ------------------------------------------------------------------ words

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Channel"), self.tr("State"), self.tr("Last pull"), self.tr("Next pull"), self.tr("Newest comment"), self.tr("Waiting"),
        )  # fmt: skip

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.head.title.set_text(self.tr("Channels"))
        self.add_button.set_face("plus", self.tr("Add a channel"))
        self.table.setAccessibleName(self.tr("Channels"))
        self.setAccessibleName(self.tr("Channels"))
        self.page.retranslate()
        self.arrival.retranslate()
        self._show_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def shut_down(self) -> None:
        """Stop an import that still runs."""
        self._tick.stop()
        self.add.shut_down()
        self.importing.shut_down()
