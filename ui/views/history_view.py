"""The page of what was done: newest first, what became of each, and U to take the chosen one back."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QTime
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.i18n.history_counted import history
from ui.i18n.mark import translate
from ui.i18n.words import action_noun
from ui.models import deed_words
from ui.models.history_words import history_cells, history_heads
from ui.views.lines_page import LinesPage
from ui.views.undoing import author_of
from ui.widgets.base import Pane, Text
from ui.widgets.buttons import ActionButton
from ui.widgets.filter_chip import FilterChip

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Future

    from console.runtime.app import Console
    from console.services.past import PastDecision
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look
    from ui.widgets.cells import Cell


class HistoryView(LinesPage):
    """Every decision, category, assignment, tag and note a line, a batch one that opens; whose and when in the head."""

    shares = (0.06, 0.1, 0.4, 0.16, 0.28)
    about = frozenset({"decisions", "outbox", "deeds"})

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        mask_all: Callable[[], bool] = lambda: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(console, bridge, actor, look, mask_all, parent)
        self._lines: dict[int, PastDecision] = {}
        self._open: dict[int, array[int]] = {}  # batch line -> the decisions shown under it
        self._asked = 0  # the batch that U was pressed for once
        self.whose = FilterChip(look, "user")
        self.days = FilterChip(look, "calendar-blank")
        self.chosen = Text(look, "body", wrap=True)
        self.aside = Text(look, "small", "text-muted", wrap=True)
        px = look.px
        foot = Pane(look, "surface", "t")
        inset = QVBoxLayout(foot)
        inset.setContentsMargins(px(16), px(6), px(16), px(6))
        inset.addWidget(self.chosen)
        inset.addWidget(self.aside)
        for chip in (self.whose, self.days):
            self.head.add(chip)
            chip.picked.connect(lambda _key: self.reload())
        self.table.entered.connect(lambda _row: self.undo())
        self.table.moved.connect(lambda _row: self._moved())
        self._join(
            foot,
            {
                "history.undo": self.undo,
                "history.comment": self.open_comment,
                "history.unfold": self.unfold,
                "history.fold": self.fold,
            },
        )

    # ------------------------------------------------------------------ words

    def _word(self) -> None:
        self.head.title.set_text(translate("History", "Decisions"))
        self.whose.set_name(translate("History", "Whose"))
        self.whose.set_choices(
            [("mine", translate("History", "Mine")), ("all", translate("History", "Everybody’s"))], "mine"
        )
        self.days.set_name(translate("History", "When"))
        self.days.set_choices(
            [("today", translate("History", "Today")), ("all", translate("History", "All"))], "today"
        )
        self.aside.setText(
            translate(
                "History",
                "Decisions, categories, assignments, tags and notes, in the order in which they were done. "
                "What was taken back stays in the log.",
            )
        )
        self.table.setAccessibleName(translate("History", "Decisions"))

    # ------------------------------------------------------------------ reading

    @property
    def everybody(self) -> bool:
        """Whether all people's decisions are shown."""
        return self.whose.key == "all"

    def _since(self) -> int:
        if self.days.key == "all":
            return 0
        today = QDateTime.fromSecsSinceEpoch(self._console.clock.now()).date()
        return int(QDateTime(today, QTime(0, 0)).toSecsSinceEpoch())

    def _read(self) -> Future[array[int]]:
        actor, since = None if self.everybody else self._actor.name, self._since()
        return self._console.background(lambda c: c.past.ids(actor, since))

    def _shown(self, ids: array[int]) -> None:
        self._open = {batch: inside for batch, inside in self._open.items() if batch in ids}
        shown = ids
        if self._open:
            shown = array("q")
            for one in ids:
                shown.append(one)
                shown.extend(self._open.get(one, ()))
        self._lines.clear()
        keep = self.table.current_id()
        self.table.show_ids(history_heads(self.everybody), shown, keep)
        self._say_chosen()
        if not ids:
            self._say_empty()

    def _say_empty(self) -> None:
        ways: list[tuple[ActionButton, Callable[[], object]]] = []
        if self.days.key != "all":
            every = ActionButton(self.look, "clock-counter-clockwise", translate("History", "Show all days"))
            ways.append((every, lambda: self.days.pick("all")))
        ways.append(self._to_queue())
        title = translate("History", "Nothing decided yet")
        line = translate("History", "What you decide stands here, with the way back.")
        self.empty.show_state("clock-counter-clockwise", title, line, ways)

    def _fetch(self, ids: Sequence[int]) -> Mapping[int, tuple[Cell, ...]]:
        found = self._console.past.lines(ids, self._actor)
        self._lines.update(found)
        inside = {one for rows in self._open.values() for one in rows}
        now = self._console.clock.now()
        return {
            number: history_cells(
                line,
                now,
                everybody=self.everybody,
                mask_all=self._mask_all(),
                inside=number in inside,
                open_=number in self._open,
            )
            for number, line in found.items()
        }

    def _tick(self) -> None:
        """The seconds of what has not left."""
        first, last = self.table.in_sight()
        shown = (self._lines.get(self.table.lines.id_at(row)) for row in range(first, last + 1))
        if any(line is not None and line.state == "leaving" for line in shown):
            self.table.lines.look_again(first, last)

    # ------------------------------------------------------------------ keys

    def _moved(self) -> None:
        if self.table.current_id() != self._asked:
            self._asked = 0
        self._say_chosen()

    def _say_chosen(self) -> None:
        """What stands in the chosen line, whole: in a narrow window its cells are cut."""
        lines, row = self.table.lines, self.table.current_row()
        cells = [str(lines.index(row, column).data() or "").strip() for column in range(lines.columnCount())]
        self.chosen.setText(" · ".join(cell for cell in cells[1:] if cell))
        self.chosen.setVisible(row >= 0)

    def _current(self) -> PastDecision | None:
        number = self.table.current_id()
        return self._lines.get(number) if number else None

    def undo(self) -> None:
        """U or Enter: take the chosen one back; a batch asks for a second press."""
        line = self._current()
        if line is None:
            return
        if line.batch and line.deed and line.way.open:
            self.undoing.undo(-line.id)
        elif line.batch and not line.deed:
            self._undo_batch(line)
        elif line.way.open:
            self.undoing.undo(line.id)
        else:
            what = translate("Undo", "{action} of {author}").format(
                action=action_noun(line.action), author=author_of(line)
            )
            words = translate("History", "{what}: {why}.").format(
                what=_capital(deed_words.named(line) if line.deed else what),
                why=_lower(self.table.lines.index(self.table.current_row(), self.table.lines.columnCount() - 1).data()),
            )  # fmt: skip
            self.spoke.emit(words)

    def _undo_batch(self, line: PastDecision) -> None:
        if not line.standing:
            return
        if self._asked != -line.id:
            self._asked = -line.id
            self.spoke.emit(history.undoing(line.standing))
            return
        self._asked = 0
        actor, batch = self._actor, line.batch
        self.spoke.emit(translate("History", "Taking the batch back…"))
        future = self._console.background(lambda c: c.bulk.undo_behind(batch, actor))
        self._bridge.watch(  # begun, then done: it works on a thread of its own
            future,
            self,
            lambda going: self._bridge.watch(going, self, lambda _done: self._batch_undone(line)),
        )

    def _batch_undone(self, line: PastDecision) -> None:
        again = self._console.past.lines([-line.id], self._actor).get(-line.id)
        left = 0 if again is None else again.standing
        self.spoke.emit(history.undone(line.standing - left))
        self.reload()

    def open_comment(self) -> None:
        """O: the comment in the queue; for a batch its newest."""
        line = self._current()
        if line is not None:
            self.opened.emit(int(line.comment.id))

    def unfold(self) -> None:
        """Right: the decisions of a batch under it."""
        number, row = self.table.current_id(), self.table.current_row()
        if number < 0 and number not in self._open:
            inside = self._console.past.of_batch(number)
            self._open[number] = inside
            self.table.lines.unfold(row, inside)
            self.table.lines.look_again(row, row)

    def fold(self) -> None:
        """Left: close the batch again, from its line or from one inside."""
        number = self.table.current_id()
        batch = next((one for one, rows in self._open.items() if one == number or number in rows), 0)
        if batch:
            row = self.table.lines.row_of(batch)
            self.table.go_to(row)
            self.table.lines.fold(row, len(self._open.pop(batch)))
            self.table.lines.look_again(row, row)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: object) -> str:
    words = str(text or "")
    return words[:1].lower() + words[1:]
