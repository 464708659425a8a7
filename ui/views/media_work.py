"""Seeing what is attached: fetched when a person asks, decoded off the window's thread, covered until they reveal it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ui.apart import apart
from ui.i18n.mark import translate
from ui.models.masking import hides
from ui.views.media_words import state_words, trouble_words

if TYPE_CHECKING:
    from concurrent.futures import Future

    from console.domain.ports import Picture
    from console.runtime.app import Console
    from ui.bridge import Bridge
    from ui.models.detail_data import DetailData
    from ui.models.pictures import Shown
    from ui.views.queue_view import QueueView

STAYS_MS: Final = 300
"""How long a comment must stay open before its pictures come by themselves: nobody who walks on loads them."""


class MediaWork(QObject):
    """Lives beside the queue view. What is shown is kept for the open comment alone; bytes are kept by the console."""

    def __init__(self, view: QueueView, console: Console, bridge: Bridge) -> None:
        super().__init__(view)
        self._view, self._console, self._bridge = view, console, bridge
        self._strip = view.detail.thread_column.media
        self._going: dict[
            int, Future[Picture]
        ] = {}  # by tile; no callback holds one, or its bytes would stay
        self._asked = False  # a person did, not the setting: they hear how it ended
        self._turn = 0  # what comes back from an earlier comment finds another number here
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(STAYS_MS)
        self._wait.timeout.connect(self._by_itself)
        self._strip.pressed.connect(self._pressed)
        self._strip.seen.connect(view.detail.thread_column.focused)
        self._strip.emptied.connect(self._forget)
        view.opening.left.connect(self._forget)
        view.opening.first_painted.connect(self._consider)
        view.look.changed.connect(self._consider)

    # ------------------------------------------------------------------ what a person does

    def press(self) -> None:
        """Shift+V: load; then show, one after the other; then cover again. With the focus on a tile, that one."""
        data, strip = self._view.armed(), self._strip
        if data is None:
            return
        here = strip.focused()
        does = [strip.does(number) for number in range(len(strip.media))]
        loadable = [number for number, one in enumerate(does) if one != "site"]
        if not loadable:
            self._view.spoke.emit(
                translate(
                    "Media", "What is attached cannot be shown here. {key} opens it on the site."
                ).format(key=_open_key())
                if strip.media
                else translate("Media", "No picture is attached to this comment.")
            )
        elif here is not None:
            self._toggle(data, here)
        elif wanted := [number for number in loadable if does[number] in ("load", "failed")]:
            self._load(data, wanted)
        elif covered := [number for number in loadable if does[number] in ("show", "colours")]:
            self._toggle(data, covered[0])
        else:
            for number in loadable:
                self._toggle(data, number)

    def _pressed(self, number: int) -> None:
        data = self._view.armed()
        if data is not None:
            self._toggle(data, number)

    def _toggle(self, data: DetailData, number: int) -> None:
        """What the tile says its key does."""
        strip, does = self._strip, self._strip.does(number)
        state = strip.states[number]
        if does == "site":
            self._view.looking.open_site()
        elif does in ("load", "failed"):
            self._load(data, [number])
        elif does != "loading":
            if does == "away":
                state.shown = None
            else:
                state.revealed = not state.revealed
            strip.changed(number)
            self._view.spoke.emit(state_words(strip.does(number)))

    # ------------------------------------------------------------------ by itself

    def _consider(self) -> None:
        """A comment was painted for the first time, or a setting changed."""
        if self._view.look.load_media and self._strip.media:
            self._wait.start()

    def _by_itself(self) -> None:
        """The setting says so; never for what is harsh, covered, or read by nobody yet."""
        data, look = self._view.armed(), self._view.look
        if data is None or not look.load_media or data.card.masked or not data.card.category:
            return
        if hides(data.card.category, data.card.severity, everywhere=True):
            return
        wanted = [number for number in range(len(self._strip.media)) if self._strip.does(number) == "load"]
        if wanted:
            self._load(data, wanted, asked=False)

    # ------------------------------------------------------------------ fetching

    def _load(self, data: DetailData, wanted: list[int], asked: bool = True) -> None:
        self._asked = asked
        comment = data.card.id
        for number in wanted:
            state = self._strip.states[number]
            state.loading, state.trouble, state.revealed = True, ("", ""), False
            place = self._strip.media[number].number
            # The room may have to be built first: not here, where a key was pressed.
            going = self._console.background(partial(_fetch, comment, place))
            turn = self._turn
            self._bridge.watch(
                going, self, partial(self._on_its_way, turn, number), partial(self._failed, turn, number)
            )
        self._strip.changed()

    def _on_its_way(self, turn: int, number: int, future: Future[Picture]) -> None:
        if turn != self._turn:
            future.cancel()
            return
        self._going[number] = future
        self._bridge.watch(
            future, self, partial(self._came, turn, number), partial(self._failed, turn, number)
        )

    def _came(self, turn: int, number: int, picture: Picture) -> None:
        if turn == self._turn:
            self._going.pop(number, None)
            # Not on a reader thread: a large one takes a second, and the next comment would wait behind two of them.
            decoding = apart(self._console, lambda _console: _decoded(picture.content))
            self._bridge.watch(
                decoding, self, partial(self._show, turn, number), partial(self._failed, turn, number)
            )

    def _show(self, turn: int, number: int, shown: Shown) -> None:
        if turn == self._turn:
            state = self._strip.states[number]
            state.loading, state.shown = False, shown
            self._strip.changed(number if self._asked else None)
            self._tell(state_words(self._strip.does(number)))

    def _failed(self, turn: int, number: int, error: Exception) -> None:
        if turn == self._turn:
            self._going.pop(number, None)
            state = self._strip.states[number]
            state.loading, state.trouble = False, trouble_words(error)
            self._strip.changed(number if self._asked else None)
            self._tell(" ".join(part for part in state.trouble if part))

    def _tell(self, words: str) -> None:
        """For who pressed a key: the last one of all that was asked for says how it ended."""
        if self._asked and not any(one.loading for one in self._strip.states):
            self._view.spoke.emit(words)

    def _forget(self) -> None:
        """The comment is left: what is on its way is broken off, what was shown is covered and let go."""
        self._turn += 1
        self._wait.stop()
        for future in self._going.values():
            future.cancel()
        self._going.clear()
        for state in self._strip.states:
            state.loading, state.shown, state.revealed, state.trouble = False, None, False, ("", "")


def _fetch(comment: int, place: int, console: Console) -> Future[Picture]:
    return console.pictures.fetch(comment, place)


def _open_key() -> str:
    from ui import actions

    return actions.keycap("look.open")


def _decoded(content: bytes) -> Shown:
    """On a worker thread."""
    from ui.models.pictures import decode

    return decode(content)
