"""The register of statements: search, one in full, add one, take one out of force."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import format as say
from ui.models.reply_words import error_words, language_word
from ui.views.palette_find import folded
from ui.widgets.base import Pane, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.cells import Cell, CellTable
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Choice, SearchField
from ui.widgets.form import Field, give_form_room
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.runtime.app import Console
    from console.services.roles import Actor
    from console.store import Statement
    from ui.bridge import Bridge
    from ui.theme.look import Look

SHARES: Final = (10, 18, 44, 14, 14)


class StatementsTab(QWidget):
    """``spoke`` is a sentence for the status strip; ``counted`` carries how many stand."""

    spoke = Signal(str)
    counted = Signal(int)

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        clock: Callable[[], float] = time.time,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._console, self._bridge, self._actor, self._clock = console, bridge, actor, clock
        self._may = actor.may("statement")
        self._all: tuple[Statement, ...] = ()
        self._shown: list[Statement] = []
        self._current = 0
        self.search = SearchField(look)
        self.table = CellTable(look, SHARES)
        self.empty = EmptyState(look)
        self.words = Text(look, "read", wrap=True)
        self.line = Text(look, "small", "text-muted", wrap=True)
        self.retire = ActionButton(look, "archive")
        self.notice = Notice(look, "danger")
        self.new_title = Text(look, "title")
        self.text = QPlainTextEdit()
        self.text_field = Field(look, self.text)
        self.topic = QLineEdit()
        self.topic_field = Field(look, self.topic)
        self.place = QLineEdit()
        self.place_field = Field(look, self.place)
        self.day = QLineEdit()
        self.day_field = Field(look, self.day)
        self.language = Choice(look, (("fr", ""), ("en", "")))
        self.language_field = Field(look, self.language)
        self.add = ActionButton(look, "plus", kind=Kind.PRIMARY)
        self._build()
        self.search.textChanged.connect(self._show)
        self.table.moved.connect(self._moved)
        self.retire.clicked.connect(lambda _checked=False: self._retire())
        self.add.clicked.connect(lambda _checked=False: self._add())
        self.text.textChanged.connect(self._say_buttons)
        for button in (self.add, self.retire):
            button.asked_why.connect(self.spoke)
        self.retranslate()
        self.setFocusProxy(self.table)

    def _build(self) -> None:
        px = self.look.px
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(px(84))
        self.text.setMaximumHeight(px(130))
        left = QVBoxLayout()
        left.setContentsMargins(px(12), px(10), px(8), px(8))
        left.setSpacing(px(8))
        left.addWidget(self.search)
        left.addWidget(self.table, 1)
        left.addWidget(self.empty, 1)
        inner = Pane(self.look, "window", "l")
        form = QVBoxLayout(inner)
        form.setContentsMargins(px(16), px(12), px(16), px(16))
        form.setSpacing(px(10))
        buttons, pair = QHBoxLayout(), QHBoxLayout()
        buttons.setContentsMargins(-px(RING_ROOM), 0, 0, 0)
        buttons.addWidget(self.retire)
        buttons.addStretch(1)
        pair.addWidget(self.language_field, 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(self.day_field, 1, Qt.AlignmentFlag.AlignTop)
        form.addWidget(self.words)
        form.addWidget(self.line)
        form.addLayout(buttons)
        form.addWidget(self.notice)
        form.addWidget(self.new_title)
        for widget in (self.text_field, self.topic_field, self.place_field):
            form.addWidget(widget)
        form.addLayout(pair)
        below = Pane(self.look, "window", "t")  # beside the fields: it is reached without scrolling
        foot = QHBoxLayout(below)
        foot.setContentsMargins(px(16 - RING_ROOM), px(6), px(16), px(6))
        foot.addWidget(self.add)
        foot.addStretch(1)
        form.addStretch(1)
        area = self._area = QScrollArea()
        area.setProperty("ground", "window")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 5)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(area, 1)
        side.addWidget(below)
        whole.addLayout(side, 4)
        below.setVisible(self._may)
        self.notice.hide()
        for one in (self.new_title, self.text_field, self.topic_field, self.place_field, self.language_field):
            one.setVisible(self._may)
        self.day_field.setVisible(self._may)
        self.add.setVisible(self._may)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The form beside the register is never cut: the register gives way to it."""
        super().resizeEvent(event)
        give_form_room(self._area, self.width())

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        """Read the register off this thread."""
        future = self._console.background(lambda c: c.replies.statements(retired=True))
        self._bridge.watch(future, self, self._arrived)

    def _arrived(self, found: tuple[Statement, ...]) -> None:
        self._all = found
        self._show()
        self.counted.emit(len([one for one in found if one.retired_at is None]))

    def _show(self) -> None:
        wanted = folded(self.search.text()).split()
        self._shown = [
            one
            for one in self._all
            if all(word in folded(f"{one.topic} {one.text} {one.place}") for word in wanted)
        ]
        now = int(self._clock())
        heads = (
            self.tr("Said"), self.tr("Topic"), self.tr("Statement"), self.tr("Where"), self.tr("Approved by"),
        )  # fmt: skip
        rows = []
        for one in self._shown:
            color = "text" if one.retired_at is None else "text-muted"
            who = one.approved_by if one.retired_at is None else self.tr("out of force")
            rows.append(
                (
                    Cell(say.day(one.said_at, now), color=color),
                    Cell(one.topic, color=color, weight=600),
                    Cell(" ".join(one.text.split()), color=color),
                    Cell(one.place, color="text-muted"),
                    Cell(who, color="text-muted"),
                )
            )
        self.table.set_rows(heads, rows)
        self.setFocusProxy(self.table if rows else self.search)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if not rows:
            self._say_empty()
            self._moved(-1)
        else:
            places = [place for place, one in enumerate(self._shown) if one.id == self._current]
            self.table.choose(places[0] if places else 0)

    def _say_empty(self) -> None:
        if self._all:
            self.empty.show_state("magnifying-glass", self.tr("No statement holds these words."), "")
            return
        self.empty.show_state(
            "seal-check",
            self.tr("No statement yet"),
            self.tr(
                "What the brand has said and stands by: each reply is held against it while it is written. Leads and spokespersons add statements here, or keep a reply that was sent."
            ),
        )

    def _moved(self, row: int) -> None:
        one = self._shown[row] if 0 <= row < len(self._shown) else None
        self._current = 0 if one is None else one.id
        for widget in (self.words, self.line):
            widget.setVisible(one is not None)
        self.retire.setVisible(one is not None and one.retired_at is None)
        if one is None:
            return
        now = int(self._clock())
        self.words.setText(one.text)
        facts = [say.moment(one.said_at, now), language_word(one.language), one.place]
        facts.append(self.tr("approved by {name}").format(name=one.approved_by))
        if one.retired_at is not None:
            facts.append(
                self.tr("out of force since {day}, {name}").format(
                    day=say.day(one.retired_at, now), name=one.retired_by or ""
                )
            )
        self.line.setText(" · ".join(part for part in facts if part))
        self._say_buttons()

    # ------------------------------------------------------------------ changing

    def start_new(self) -> None:
        """Into the field of a new statement."""
        if self._may:
            self.text.setFocus()
        else:
            self.spoke.emit(self.tr("This needs a lead or a spokesperson."))

    def _add(self) -> None:
        typed = self.day.text().strip()
        day = QDate.fromString(typed, "yyyy-MM-dd")
        if typed and not day.isValid():
            self.day_field.set_wrong(self.tr("Write year, month and day: 2026-11-12."))
            return
        noon = int(QDateTime(day, QTime(12, 0)).toSecsSinceEpoch()) if typed else None
        said_at = None if typed and day == QDate.currentDate() else noon
        words, actor = self.text.toPlainText(), self._actor
        language, topic, place = self.language.key(), self.topic.text(), self.place.text()
        future = self._console.background(
            lambda c: c.replies.add_statement(
                words, actor, language=language, topic=topic, said_at=said_at, place=place
            )
        )
        self._bridge.watch(future, self, self._added, self._failed)

    def _added(self, one: Statement) -> None:
        self.notice.hide()
        self._current = one.id
        for field in (self.text, self.topic, self.place, self.day):
            field.clear()
        self.search.clear()
        self.spoke.emit(self.tr("Statement kept."))
        self.read()
        self.table.setFocus()

    def _retire(self) -> None:
        number, actor = self._current, self._actor
        future = self._console.background(lambda c: c.replies.retire_statement(number, actor))
        self._bridge.watch(future, self, lambda _one: self._retired(), self._failed)

    def _retired(self) -> None:
        self.notice.hide()
        self.spoke.emit(self.tr("Out of force. It stays in the register."))
        self.read()
        self.table.setFocus()

    def _failed(self, error: Exception) -> None:
        self.notice.show_notice("warning-circle", *error_words(error))
        self.notice.show()

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words in the language shown."""
        self.search.setPlaceholderText(self.tr("Search topic, text or place"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.table.setAccessibleName(self.tr("Statements"))
        self.retire.set_face("archive", self.tr("Take out of force"))
        self.new_title.setText(self.tr("A new statement"))
        self._area.setAccessibleName(self.new_title.text())
        self.text_field.set_words(self.tr("What we say, as it may be quoted"))
        self.topic_field.set_words(self.tr("Topic"), self.tr("Such as delivery, recall, hours."))
        self.place_field.set_words(
            self.tr("Where it was said"), self.tr("Such as press release, site, letter.")
        )
        self.day_field.set_words(self.tr("Day"), self.tr("Such as 2026-11-12; empty: today."))
        self.language_field.set_words(self.tr("Language"))
        self.language.set_choices([(one, language_word(one)) for one in ("fr", "en")])
        self.add.set_face("plus", self.tr("Add the statement"))
        self._say_buttons()
        self._show()

    def _say_buttons(self) -> None:
        needs = "" if self._may else self.tr("This needs a lead or a spokesperson.")
        self.retire.set_inert(needs)
        empty = "" if self.text.toPlainText().strip() else self.tr("Nothing written yet.")
        self.add.set_inert(needs or empty)

    @property
    def summary(self) -> str:
        """How many stand, in words."""
        return say.number(len([one for one in self._all if one.retired_at is None]))
