"""The preview of a bulk decision: what goes and how, what stays and why, some to read first, one reason, one button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from console.domain.vocabulary import LOCAL_ACTIONS
from console.services.bulk import CONFIRMED, BulkPreview
from ui import actions
from ui.i18n import format as say
from ui.i18n.bulk_counted import bulk_counted
from ui.models import bulk_words as words
from ui.retiring import empty
from ui.views.bulk_parts import Figures, StayLine
from ui.views.bulk_samples import BulkSamples, SamplesPlace
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.fields import Choice
from ui.widgets.header import PaneHeader
from ui.widgets.result_table import ResultTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent

    from console.policy import Policy
    from ui.theme.look import Look
    from ui.widgets.reading_list import ReadItem

SIDE_BY_SIDE: Final = 900
"""Width from which the samples stand beside the preview, in pixels at 100 %."""
HINT_BESIDE: Final = 200
"""Width that the sentence beside the buttons has at least, in pixels at 100 %."""
TIMED: Final = ("snooze", "watch")


class BulkPage(Pane):
    """``go`` means do it (asked twice where it cannot be taken back), ``out`` carries a comment to leave out."""

    go = Signal()
    back = Signal()
    out = Signal(int)
    see = Signal(int)  # a row of ``preview.stays``
    reason_changed = Signal()
    time_changed = Signal(str)
    takes_keys = True

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "l", parent)
        self.preview: BulkPreview | None = None
        self._policy: Policy | None = None
        self._painted = False
        self._sure = False  # the first of two keys was pressed
        self.head = PaneHeader(look)
        self.still = IconText(look, role="body")
        self.head.add(self.still)
        self.title = Text(look, "page", weight=600, wrap=True)
        self.line = Text(look, "body", "text-muted", wrap=True)
        self.figures = Figures(look)
        self.kinds = Text(look, "body", wrap=True)
        self.remarks = Text(look, "body", "text-muted", wrap=True)
        self.goes_title = Text(look, "small", "text-muted", 600)
        self.goes = ResultTable(look, (3, 1.4, 3.2, 2.4, 1.2), (1, 4), chooses=False, yields=(4, 2))
        self.effects = Text(look, "small", "text-muted", wrap=True)
        self.stays_title = Text(look, "small", "text-muted", 600)
        self.stays = QWidget()
        self._stay_rows = QVBoxLayout(self.stays)
        self._stay_rows.setContentsMargins(0, 0, 0, 0)
        self._stay_rows.setSpacing(0)
        self.reason_label = Text(look, "small", "text-muted", 600)
        self.reason = QLineEdit()
        self.reason.setMaxLength(500)
        self.time_label = Text(look, "small", "text-muted", 600)
        self.time = Choice(look)
        self.samples = BulkSamples(look)
        self.go_button = ActionButton(look, kind=Kind.PRIMARY)
        self.back_button = ActionButton(look)
        self.hint = Text(look, "small", "text-muted", wrap=True)
        for text in (self.effects, self.kinds, self.remarks):
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._build()
        self._connect()
        look.changed.connect(self._refit)
        self._refit()
        self.retranslate()

    def _refit(self) -> None:
        """Another text size: what has a height of its own gets it anew."""
        self.goes.fit_height()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        px = self.look.px
        # What is decided stands above what scrolls.
        self.top = Pane(self.look)
        self._top = QVBoxLayout(self.top)
        self._top.setContentsMargins(px(24), px(20), px(24), px(6))
        self._top.addWidget(self.title)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(px(24), px(2), px(24), px(16))
        column.setSpacing(px(6))
        column.addWidget(self.line)
        column.addSpacing(px(8))
        column.addWidget(self.figures)
        column.addWidget(self.kinds)
        column.addWidget(self.remarks)
        column.addSpacing(px(10))
        for widget in (self.goes_title, self.goes, self.effects):
            column.addWidget(widget)
        column.addSpacing(px(10))
        column.addWidget(self.stays_title)
        column.addWidget(self.stays)
        column.addSpacing(px(10))
        for label, field in ((self.time_label, self.time), (self.reason_label, self.reason)):
            column.addWidget(label)
            column.addWidget(field)
        column.addStretch(1)
        inner = Pane(self.look)
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(form, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inner)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.top)
        left.addWidget(self.area, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(left, 1)
        self.placing = SamplesPlace(self.samples, self.area, middle, inside, left)
        bar = Pane(self.look, "window", "t")
        buttons = QHBoxLayout()
        buttons.setSpacing(px(2))
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight, bar)
        room = px(RING_ROOM)
        self._foot.setContentsMargins(px(24) - room, px(9) - room, px(16), px(9) - room)
        self._foot.setSpacing(px(2))
        self._foot.addLayout(buttons)
        self._foot.addWidget(self.hint, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(middle, 1)
        whole.addWidget(bar)

    def _connect(self) -> None:
        self.go_button.clicked.connect(self.press)
        self.go_button.asked_why.connect(lambda _why: self.reason.setFocus())
        self.back_button.clicked.connect(self.back)
        self.samples.out_button.clicked.connect(self.take_out)
        self.samples.next_button.clicked.connect(lambda: self.step(1))
        self.reason.editingFinished.connect(self.reason_changed)
        self.time.currentIndexChanged.connect(lambda _row: self.time_changed.emit(self.time.key()))
        for name, run in (
            ("bulk.next", lambda: self.step(1)),
            ("bulk.previous", lambda: self.step(-1)),
            ("bulk.out", self.take_out),
            ("bulk.go", self.press),
            ("bulk.back", self._leave),
        ):
            self.addAction(actions.make_action(name, self.look, self, run))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that are no key of this page are the reason: its first space would else press a button."""
        if event.text().isalpha() and not event.isAutoRepeat() and self.reason.isVisible():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reason.insert(event.text())
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.head.title.set_text(self.tr("One decision for many"))
        self.area.setAccessibleName(self.head.title.text)
        self.still.set_text(self.tr("Nothing has left yet"))
        self._say_line()
        self.stays_title.setText(self.tr("What stays as it is"))
        self.reason_label.setText(self.tr("Reason, the same for all"))
        self.reason.setPlaceholderText(self.tr("Kept with each decision, outside the log"))
        self.reason.setAccessibleName(self.reason_label.text())
        self.time_label.setText(self.tr("Until"))
        self.time.setAccessibleName(self.time_label.text())
        self.time.set_choices([(key, actions.word(f"later.{key}")) for key in ("hour", "morning", "monday")])
        self.samples.retranslate()
        self.back_button.set_face("x", actions.word("bulk.back"), actions.keycaps("bulk.back"))
        if self.preview is not None:
            self.show_preview(self.preview, self._policy)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # ------------------------------------------------------------------ showing

    def show_looking(self, action: str, done: int, total: int) -> None:
        """The preview is being made."""
        self.preview, self._painted, self._sure = None, False, False
        self.title.setText(self.tr("Looking at what would happen…"))
        self.line.setText(f"{say.number(done)} {bulk_counted.looked(total)}")
        for widget in (
            self.figures, self.kinds, self.remarks, self.goes_title, self.goes, self.effects, self.stays_title, self.stays,
            self.reason_label, self.reason, self.time_label, self.time,
        ):  # fmt: skip
            widget.hide()
        self.samples.forget()
        self.area.verticalScrollBar().setValue(0)
        self.go_button.set_face(words.icon(action), actions.word("bulk.go"), actions.keycaps("bulk.go"))
        self.go_button.set_inert(self.tr("Not looked at yet."))
        self.hint.setText("")

    def show_preview(self, preview: BulkPreview, policy: Policy | None) -> None:
        """Everything of a preview; the texts to read come with ``show_samples``."""
        self.preview, self._policy = preview, policy
        self._painted, self._sure = False, False
        self.title.setText(words.title(preview))
        here = preview.action in LOCAL_ACTIONS
        self.goes_title.setText(self.tr("What is decided") if here else self.tr("What goes"))
        self._say_line()
        kinds = words.categories(preview, policy)
        self.kinds.setText(kinds)
        self.kinds.setVisible(bool(kinds))
        self.figures.show_figures(words.figures(preview))
        self.figures.show()
        remarks = words.remarks(preview)
        self.remarks.setText(remarks)
        self.remarks.setVisible(bool(remarks))
        self.goes_title.setVisible(bool(preview.go))
        self.goes.setVisible(bool(preview.go))
        self.goes.set_rows(words.heads(), words.rows(preview))
        self.goes.setAccessibleName(self.goes_title.text())
        self.goes.fit_height()
        effects = words.effects(preview)
        self.effects.setText(effects)
        self.effects.setVisible(bool(effects))
        self._show_stays(preview)
        timed = preview.action.value in TIMED
        for widget in (self.time_label, self.time):
            widget.setVisible(timed)
        self.reason_label.show()
        self.reason.show()
        self._say_go()
        self.setAccessibleName(self.title.text())
        self.update()

    def _say_line(self) -> None:
        line = self.tr("One look, one decision, one reason. Each comment gets its own line in the log.")
        self.line.setText(f"{self.still.text}. {line}" if self.placing.under else line)

    def _show_stays(self, preview: BulkPreview) -> None:
        empty(self._stay_rows)
        for at, stay in enumerate(preview.stays):
            line = StayLine(self.look, words.stay_words(stay, self._policy), self.tr("See them"))
            line.asked.connect(lambda row=at: self.see.emit(row))
            self._stay_rows.addWidget(line)
        self.stays_title.setVisible(bool(preview.stays))
        self.stays.setVisible(bool(preview.stays))

    def _fit_hint(self) -> None:
        """The sentence beside the buttons, or under them where it would stand in a narrow column."""
        buttons = self.go_button.sizeHint().width() + self.back_button.sizeHint().width()
        beside = self.width() - buttons >= self.look.px(HINT_BESIDE)
        self._foot.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        indent = self.look.px(RING_ROOM)
        self.hint.setContentsMargins(self.look.px(10) if beside else indent, 0, 0, 0 if beside else indent)
        self.hint.setVisible(beside or bool(self.hint.text()))

    def _say_go(self) -> None:
        preview = self.preview
        if preview is None:
            return
        self._name_go(preview)
        self._fit_hint()

    def _name_go(self, preview: BulkPreview) -> None:
        icon = words.icon(preview.action.value)
        self.go_button.set_inert("" if preview.go else self.tr("Nothing would go."))
        if self._sure:
            final = self.tr("{action}, for good").format(action=words.go_words(preview))
            self.go_button.set_face(icon, final if preview.final else words.go_words(preview), ("⏎",))
            self.hint.set_color("danger" if preview.final else "warning")
            self.hint.setText(
                self.tr("This cannot be taken back. Enter does it, Esc goes back.")
                if preview.final
                else self.tr("Enter does it, Esc goes back.")
            )
            return
        self.go_button.set_face(icon, words.go_words(preview), actions.keycaps("bulk.go"))
        self.hint.set_color("text-muted")
        undo = self.tr("{key} takes the whole batch back, even after it was sent")
        if preview.by_hand:
            undo = self.tr("{key} takes back what was not done yet; the rest is undone on the site, by hand")
        self.hint.setText(
            undo.format(key=actions.keycap("look.undo")) if preview.go and not preview.final else ""
        )

    def show_samples(self, items: Sequence[ReadItem], heading: str = "") -> None:
        """Texts to read: the least alike of what goes, or (with a ``heading``) those that stay for one reason."""
        self.samples.show_items(items, heading)
        self.placing.fit()

    # ------------------------------------------------------------------ keys

    def step(self, by: int) -> None:
        """J and K walk through what is to be read."""
        if self.placing.meant():
            self.samples.go_to(self.samples.row() + by)
            self.samples.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_out(self) -> None:
        """X: the current text leaves the batch, once it is in sight."""
        item = self.samples.current()
        if item is None or not item.key or self.samples.staying or self.preview is None:
            return
        if self.placing.meant():
            self.out.emit(item.key)

    def press(self) -> None:
        """Ctrl+Enter or the button: it counts once the figures were painted, and twice where it must be sure."""
        preview = self.preview
        if preview is None or not self._painted or not preview.go:
            return
        if (preview.action in CONFIRMED or preview.final) and not self._sure:
            self._sure, self._painted = True, False
            self._say_go()
            self.go_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.update()
            return
        self.go.emit()

    def _leave(self) -> None:
        """Esc: one step back."""
        if self._sure:
            self._sure = False
            self._say_go()
            self.take_focus()
        else:
            self.back.emit()

    def take_focus(self) -> None:
        """Where J, K and X work; where the texts stand under the rest, that is read first."""
        texts = self.samples.list
        first = self.placing.under and not self.samples.staying and not self.samples.at_it
        to_read = self.samples.isVisibleTo(self) and not first
        (texts if to_read else self.area).setFocus(Qt.FocusReason.OtherFocusReason)
        if to_read:
            self.placing.reveal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """From now on a key counts: what it would do has been seen."""
        super().paintEvent(event)
        self._painted = self.preview is not None

    def minimumSizeHint(self) -> QSize:
        """Little: it takes the list's place too, and while it is not shown it must not push the list together."""
        return QSize(self.look.px(300), self.look.px(150))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The samples beside the preview, or under it: then what is decided takes the place of the page's name."""
        super().resizeEvent(event)
        px = self.look.px
        under = self.width() < px(SIDE_BY_SIDE)
        changes = under is not self.placing.under
        self.placing.put(under)
        self._fit_hint()
        if changes:
            self.head.setVisible(not under)
            self.top.set_edges("b" if under else "")
            self._top.setContentsMargins(px(24), px(9 if under else 20), px(24), px(6))
            if self.preview is not None:
                self._say_line()
            if not under and self.window().focusWidget() is self.area:
                self.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever was asked once is asked anew the next time."""
        super().hideEvent(event)
        self._sure = False
