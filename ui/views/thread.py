"""The thread as one column: the post, earlier words, our own replies tinted, the comment being decided, answers.

Everything is painted; over each part lies a button without a face, for keys, clicks and screen readers.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.delegates.text_block import TextBlock
from ui.delegates.visible_text import FOLDED, make_visible
from ui.i18n.mark import translate
from ui.models.card_data import CardSpan
from ui.models.word_diff import WordDiff, word_diff
from ui.views.media_strip import MediaStrip
from ui.views.thread_paint import INDENT, STEP, Placed, ThreadPainter
from ui.views.thread_parts import PartHandle, VersionBar, compared
from ui.views.thread_words import diff_words, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from console.services.as_read import AsRead
    from ui.models.detail_data import DetailData, ThreadPart
    from ui.theme.look import Look

LONGEST, _GAP, _LINES = 6000, 10, 3
"""``LONGEST``: letters of one text laid out at once; the rest follows on demand."""
_WIDTHS = 4
"""Widths for which the parts are kept as they were laid out."""


class ThreadColumn(QWidget):
    """Lays out all parts for its width and paints them; asks for the height it needs.

    ``wanted`` carries a comment of the thread that a person opens, ``wants_more`` which side of it should be read on.
    """

    painted = Signal(int)
    wanted = Signal(int)
    wants_more = Signal(str)
    wants_post = Signal(str)
    left_upwards = Signal()
    focused = Signal(QRect)

    def __init__(
        self, look: Look, clock: Callable[[], float] = time.time, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._clock = clock
        self._data: DetailData | None = None
        self._whole = False
        self._as_read: AsRead | None = None
        self._step = -1  # of the comparison; -1: the text itself
        self._diff: WordDiff | None = None
        self._placed: list[Placed] = []
        self._handles: list[PartHandle] = []
        self._kept: list[PartHandle] = []  # the first of them are those shown
        # By width: Qt asks for the heights at two of them in turn, with room for a scroll bar and without.
        self._laid: dict[int, list[Placed]] = {}
        self._quiet = False
        self.media = MediaStrip(look, self)
        self.media.resized.connect(self._forget)
        self.versions = VersionBar(look, self)
        self.versions.toggled.connect(self.toggle_changes)
        self.versions.stepped.connect(self._compare_next)
        self.versions.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._forget)

    def set_quiet(self, quiet: bool) -> None:
        """Everything around the comment muted, as in zen."""
        self._quiet = quiet
        self.update()

    def _forget(self) -> None:
        self._laid.clear()
        self._say()
        self.updateGeometry()
        self.update()

    # ------------------------------------------------------------------ what is shown

    def show_detail(self, data: DetailData | None) -> None:
        """Show a comment's thread; the same comment read anew keeps what a person had chosen to see of it."""
        before = self._data
        same = data is not None and before is not None and before.card.id == data.card.id
        held = self._held()
        if not same or data is None or before is None or before.revision != data.revision or data.card.masked:
            self._whole, self._as_read, self._step, self._diff = False, None, -1, None
        self._data = data
        if self._step >= 0:
            self._compare(self._step)
        self._make_handles()
        self.media.show(data)
        self._forget()
        if same and held is not None:
            self._give_focus(held)

    @property
    def shortened(self) -> bool:
        """Whether the comment being decided is too long to be shown at once and was cut."""
        return self._data is not None and not self._whole and len(self._data.card.text) > LONGEST

    def show_whole(self) -> None:
        """Lay out the whole of a very long comment."""
        self._whole = True
        self._forget()

    @property
    def as_read(self) -> bool:
        """Whether the text is shown as the classifier read it."""
        return self._as_read is not None

    def show_as_read(self, read: AsRead | None) -> None:
        """Show the folded text in place of the comment's own, or (None) its own again."""
        self._as_read, self._step = read, -1
        self._forget()

    @property
    def comparing(self) -> bool:
        """Whether the changes between two versions are shown."""
        return self._step >= 0

    def toggle_changes(self) -> None:
        """Show what changed between the first version and the present one, or the text again."""
        if self._data is not None and self._data.revisions:
            self._compare(-1 if self.comparing else 0)
            self._forget()

    def _compare_next(self, step: int) -> None:
        if self._data is not None and self.comparing:
            self._compare((self._step + step) % len(self._data.revisions))
            self._forget()

    def _compare(self, step: int) -> None:
        assert self._data is not None
        self._step, self._as_read, self._diff = step, None, None
        if step >= 0:
            old, new, _ = compared(self._data.revisions, step, int(self._clock()))
            self._diff = word_diff(old.text[:LONGEST], new.text[:LONGEST])

    def notice(self) -> str:
        """What is shown in place of the comment's own text; empty when it is that."""
        if self._data is None:
            return ""
        if self._as_read is not None:
            return translate(
                "Thread", "As the classifier read it; dotted: what was folded. T for the text itself."
            )
        if self._step >= 0:
            return compared(self._data.revisions, self._step, int(self._clock()))[2]
        return ""

    # ------------------------------------------------------------------ keys and screen readers

    def parts(self) -> Sequence[ThreadPart]:
        """The parts shown, in order."""
        return self._data.parts if self._data is not None else ()

    def handles(self) -> Sequence[PartHandle]:
        """The button over each part, in order."""
        return self._handles

    def _make_handles(self) -> None:
        """A button over each part; those there are lie over other parts, and none keeps the focus for another."""
        parts = self.parts()
        for handle in self._handles:
            if handle.hasFocus():
                handle.hide()
        while len(self._kept) < len(parts):
            made = PartHandle(self.look, False, self)
            made.clicked.connect(lambda _checked=False, one=made: self._press(one.part))
            made.stepped.connect(self.step)
            self._kept.append(made)
        for handle in self._kept[len(parts) :]:
            handle.hide()
            handle.part = None
        self._handles = self._kept[: len(parts)]
        for handle, part in zip(self._handles, parts, strict=True):
            handle.part = part
            handle.set_opens(part.kind == "more" or bool(part.link) or (part.kind != "focus" and part.id > 0))
            handle.show()
        self._laid.clear()
        self.versions.raise_()

    def _press(self, part: ThreadPart | None) -> None:
        if part is None:
            return
        if part.kind == "more":
            self.wants_more.emit(part.side)
        elif part.kind == "post":
            self.wants_post.emit(part.link)
        elif part.kind != "focus" and part.id:
            self.wanted.emit(part.id)

    def step(self, by: int) -> bool:
        """Move the focus to the next part; from outside it begins at the comment being decided. False at an end."""
        now = next((number for number, one in enumerate(self._handles) if one.hasFocus()), None)
        if now is None:
            now = next((number for number, one in enumerate(self.parts()) if one.kind == "focus"), 0)
        after = now + by
        if not 0 <= after < len(self._handles):
            self.left_upwards.emit()
            return False
        self._handles[after].setFocus(Qt.FocusReason.OtherFocusReason)
        self.focused.emit(self._handles[after].geometry())
        return True

    def _held(self) -> tuple[str, int, str] | None:
        for handle, part in zip(self._handles, self.parts(), strict=False):
            if handle.hasFocus():
                return part.kind, part.id, part.side
        return None

    def _give_focus(self, held: tuple[str, int, str]) -> None:
        """The part that had the focus has it again; where it is gone, the comment being decided."""
        wanted = [
            one
            for one, part in zip(self._handles, self.parts(), strict=True)
            if (part.kind, part.id, part.side) == held
        ]
        other = [one for one, part in zip(self._handles, self.parts(), strict=True) if part.kind == "focus"]
        for handle in (wanted or other)[:1]:
            handle.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        if self._data is None:
            self.setAccessibleName("")
            return
        now = int(self._clock())
        shown = diff_words(self._diff) if self._diff is not None else ""
        if self._as_read is not None:
            shown = self._as_read.text
        lines = []
        for handle, part in zip(self._handles, self.parts(), strict=True):
            focus = part.kind == "focus"
            words = spoken(part, self._data, now, shown if focus else "", self.notice() if focus else "")
            handle.setAccessibleName(words)
            lines.append(words)
        self.setAccessibleName("\n".join(lines))
        self.versions.show_versions(self._data.revisions, self.comparing, now)
        self.media.say()

    # ------------------------------------------------------------------ layout

    def focus_top(self) -> int:
        """Where the comment being decided begins, in pixels; 0 before a layout."""
        return next((p.top for p in self._placed if p.part.kind == "focus"), 0)

    def focus_bottom(self) -> int:
        """Where the comment being decided ends, in pixels."""
        return next((p.top + p.height for p in self._placed if p.part.kind == "focus"), 0)

    def focus_least(self) -> int:
        """The height of a comment of four lines with its edge and the line that says who wrote it, in pixels."""
        metrics, px = self.look.metrics, self.look.px
        return px(11 + 20) + metrics.line_px("body") + 4 * metrics.line_px("read")

    def _block(self, part: ThreadPart, width: int) -> TextBlock:
        """A part's own words; for the comment being decided also its changes, or the words as read."""
        look = self.look
        assert self._data is not None
        focus = part.kind == "focus"
        card = self._data.card
        text = part.text if self._whole else part.text[: LONGEST if focus else 2000]
        spans: Sequence[CardSpan] = card.spans if focus else ()
        masked = focus and card.masked
        if focus and self._as_read is not None:
            text, masked = self._as_read.text, False
            spans = [CardSpan(start, end, FOLDED) for start, end in self._as_read.changed]
        elif focus and self._diff is not None:
            text, spans, masked = self._diff.text, self._diff.spans, False
        shown = make_visible(text, spans, masked=masked, one_line=part.kind == "post")
        role = "read" if focus else "body"
        lines = 0 if focus else _LINES  # the rest is read by opening it
        return TextBlock(
            shown, look.font(role), width, look.metrics.line_px(role), lines, look.font("caption")
        )

    def _small(self, words: str, width: int) -> TextBlock:
        look = self.look
        role = "small"
        return TextBlock(
            make_visible(words), look.font(role), width, look.metrics.line_px(role), 0, look.font("caption")
        )

    def _left(self, part: ThreadPart, width: int) -> int:
        """How far a part is set in: by whom it answers, but never so far that a narrow column has no room for words."""
        px = self.look.px
        step = min(px(STEP), max((width - px(300)) // 6, px(4)))
        if part.kind == "post":
            return px(INDENT)
        if part.kind == "focus":
            return min(part.depth, 2) * step // 2
        return px(INDENT) + part.depth * step

    def _place(self, part: ThreadPart, width: int, y: int, named: bool) -> Placed:
        px = self.look.px
        line = self.look.metrics.line_px("body")
        left = self._left(part, width)
        if part.kind == "more":
            return Placed(part, self._small("", 60), left, y, max(px(26), line), named)
        if part.kind == "ours":
            block = self._block(part, width - left - 2 * px(12))
            return Placed(part, block, left, y, px(6) + line + int(block.height) + px(8), named)
        if part.kind != "focus":
            block = self._block(part, width - left)
            return Placed(part, block, left, y, line + int(block.height), named)
        return self._place_focus(part, width, y, named)

    def _place_focus(self, part: ThreadPart, width: int, y: int, named: bool) -> Placed:
        assert self._data is not None
        px = self.look.px
        left = self._left(part, width)
        room = width - left - 2 * px(16)
        block = self._block(part, room)
        height = px(10) + self.look.metrics.line_px("body") + px(1) + int(block.height) + px(12)
        words = self.notice()
        notice = self._small(words, room) if words else None
        after = None
        if not words and self._data.read_as:
            read = translate("Thread", "reads as: {text}").format(text=self._data.read_as[:400])
            after = self._small(read, room)
        media = self.media.lay_out(room)
        height += int(notice.height) + px(4) if notice is not None else 0
        height += int(after.height) + px(6) if after is not None else 0
        media_at = height - px(4)
        height += media.height + px(8) if media is not None else 0
        foot = 0
        if self._data.revisions:
            foot = max(self.versions.heightForWidth(room), px(26))
            height += foot + px(4)
        return Placed(part, block, left, y, height, named, notice, after, media, foot, media_at)

    def _lay_out(self, width: int) -> int:
        found = self._laid.get(width)
        if found:
            self._placed = found
            return found[-1].top + found[-1].height
        self._placed = []
        if self._data is None or width < 60:
            return 0
        if len(self._laid) >= _WIDTHS:
            self._laid.clear()  # somebody is making the pane wider or narrower
        self._laid[width] = self._placed
        px = self.look.px
        y = 0
        heads: dict[int, str] = {}  # who was the last to write at each depth
        for number, part in enumerate(self._data.parts):
            framed = part.kind in ("focus", "ours")
            y += px(3) if number and framed else 0
            # Whom it answers is clear where that is the last one above who stands one step further out.
            named = bool(part.answers) and heads.get(part.depth - 1) != part.answers
            placed = self._place(part, width, y, named)
            self._placed.append(placed)
            y += placed.height + px(_GAP + (3 if framed else 0))
            if part.kind != "more":
                heads[part.depth] = part.author if part.kind != "post" else heads.get(0, "")
        return self._placed[-1].top + self._placed[-1].height if self._placed else 0

    def _arrange(self) -> None:
        """Put buttons and the bar of versions where the parts stand."""
        self._lay_out(self.width())
        px = self.look.px
        for handle, placed in zip(self._handles, self._placed, strict=False):
            framed = placed.part.kind in ("focus", "ours")
            more = 0 if framed else px(4)
            left = max(placed.left - more, 0)
            handle.setGeometry(left, placed.top - more, self.width() - left, placed.height + 2 * more)
        self.media.arrange(self._placed)
        focus = next((one for one in self._placed if one.foot), None)
        self.versions.setVisible(focus is not None)
        if focus is not None:
            left = focus.left + px(12)
            top = focus.top + focus.height - focus.foot - px(6)
            self.versions.setGeometry(left, top, self.width() - left - px(16), focus.foot)

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all parts at ``width``."""
        return self._lay_out(width)

    def sizeHint(self) -> QSize:
        """As laid out for the present width."""
        width = self.width() or self.look.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest window."""
        return QSize(self.look.px(160), self.look.px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width is a new layout."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts that are in sight."""
        if self._data is None:
            return
        self._arrange()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brush = ThreadPainter(self.look, self._data, self.width(), int(self._clock()), self._quiet)
        brush.rule(painter, next((one for one in self._placed if one.part.kind == "focus"), None))
        for placed in self._placed:
            if placed.top <= event.rect().bottom() and placed.top + placed.height >= event.rect().top():
                brush.paint(painter, placed)
        self.painted.emit(self._data.card.id)
