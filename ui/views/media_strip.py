"""What is attached to the open comment, as the thread shows it: the state of each tile, and a button over it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.views.media_tiles import MediaTiles, TileState
from ui.views.media_words import spoken_tile
from ui.views.thread_parts import PartHandle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.models.detail_data import DetailData, Medium
    from ui.theme.look import Look
    from ui.views.thread_paint import Placed


class MediaHandle(PartHandle):
    """Lies over one tile, reached by Tab too; Enter and Space do what its key does."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, True, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        """Space too belongs to the tile that has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_space(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space as Enter; held down it is one press."""
        if not _is_space(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


class MediaStrip(QObject):
    """Keeps the states while the same comment is read anew; another comment, or another text of it, begins afresh."""

    pressed = Signal(int)
    resized = Signal()
    seen = Signal(QRect)  # where a tile stands that should be in sight
    emptied = Signal()  # other attachments: what was on its way for these is not wanted

    def __init__(self, look: Look, column: QWidget) -> None:
        super().__init__(column)
        self._look, self._column = look, column
        self._key: object = None
        self.media: tuple[Medium, ...] = ()
        self.states: list[TileState] = []
        self.handles: list[MediaHandle] = []
        self._kept: list[MediaHandle] = []  # the first of them are those shown
        self._sought: int | None = None

    def show(self, data: DetailData | None) -> None:
        """What is attached to this comment; called after the parts of the thread have their buttons."""
        media = data.media if data is not None else ()
        key = (
            None
            if data is None
            else (data.card.id, data.revision, tuple((one.number, one.kind, one.size) for one in media))
        )
        self.media = media
        if key != self._key:
            self._key = key
            self._begin()
        for handle in self.handles:
            handle.raise_()

    def _begin(self) -> None:
        for old in self._kept:
            old.hide()  # and gives the focus away, which is not for another comment's picture
        self._sought = None
        self.states = [TileState() for _ in self.media]
        for number in range(len(self._kept), len(self.media)):
            made = MediaHandle(self._look, self._column)
            made.clicked.connect(lambda _checked=False, which=number: self.pressed.emit(which))
            self._kept.append(made)
        self.handles = self._kept[: len(self.media)]
        for handle in self.handles:
            handle.show()
        self.emptied.emit()

    def focused(self) -> int | None:
        """The tile that has the focus."""
        return next((number for number, one in enumerate(self.handles) if one.hasFocus()), None)

    def does(self, number: int) -> str:
        """What the key does with a tile now."""
        return self.states[number].key_does(self.media[number], self._look)

    def changed(self, seek: int | None = None) -> None:
        """A state was changed: it is said, and may need another height; ``seek``: a tile to bring into sight then."""
        self._sought = seek
        self.resized.emit()

    def say(self) -> None:
        """Each tile's name: kind, description, state."""
        for number, (handle, one) in enumerate(zip(self.handles, self.media, strict=True)):
            grey = self._look.grey_media
            handle.setAccessibleName(spoken_tile(one, self.does(number), grey, self.states[number].trouble))

    # ------------------------------------------------------------------ layout

    def lay_out(self, width: int) -> MediaTiles | None:
        """The tiles for this width; None where nothing is attached."""
        return MediaTiles(self.media, width, self._look, self.states) if self.media else None

    def arrange(self, placed: Sequence[Placed]) -> None:
        """Put the buttons where the tiles stand in the thread."""
        for one in placed:
            if one.media is not None:
                places = one.media.places(one.left + self._look.px(16), one.top + one.media_at)
                for handle, place in zip(self.handles, places, strict=True):
                    handle.setGeometry(place)
                if self._sought is not None:
                    found, self._sought = places[self._sought], None
                    QTimer.singleShot(0, self, partial(self.seen.emit, found))


def _is_space(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space and not event.modifiers()
