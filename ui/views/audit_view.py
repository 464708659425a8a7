"""The audit page: state of the chain in the head, filters, a table of every entry, one entry with its proof beside it."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QEvent, QStandardPaths, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from console.domain.errors import VigieError
from console.services import audit_desk
from console.store import AuditFilter
from ui import actions
from ui.apart import apart
from ui.errors import describe, paragraph, shown_language
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.i18n.mark import translate
from ui.i18n.messages import sentence
from ui.i18n.words import action_word, category_word
from ui.models.audit_line import AuditLine, lines_of
from ui.models.audit_model import AuditModel
from ui.models.audit_words import event_word, form_word, outcome_face
from ui.retiring import retire
from ui.theme.metrics import ONE_PANE_EM
from ui.views.audit_detail import AuditDetail
from ui.views.audit_head import AuditHead, Chain
from ui.views.audit_table import AuditTable
from ui.views.audit_verifier import Verifier
from ui.widgets.base import IconText, Pane
from ui.widgets.buttons import ActionButton
from ui.widgets.empty import EmptyState
from ui.widgets.filter_chip import FilterChip
from ui.widgets.flow import FlowLayout
from ui.widgets.folding_row import FoldingRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.audit_desk import EntryDetail
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look

FRESH_MS: Final = 600
DAY: Final = 86_400
FORMS: Final = ("jsonl", "csv", "dsa")
_FILTERS: Final = (("time", "calendar-blank"), ("who", "user"), ("what", "eye-slash"), ("channel", "broadcast"),
                   ("category", "tag"), ("outcome", "arrow-u-up-left"))  # fmt: skip


class AuditView(Pane):
    """For leads and whoever may read the log. ``spoke`` is a sentence for the status strip, ``state_changed`` the chain's."""

    spoke = Signal(str)
    state_changed = Signal(object)
    statement_shown = Signal(str)

    def __init__(
        self, console: Console, bridge: Bridge, actor: Actor, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "surface", "", parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._now = console.clock.now
        self._comment = 0
        self._wanted = 0  # the entry whose detail was asked for last
        self._reading = 0  # the entry that is being read
        self._reading_again = False
        self._asked_ids = 0
        self._keep = 0
        self._shown_once = False
        self._opening = True
        self._known = -1
        self.verifier = Verifier(console, bridge, actor, self)
        self.model = AuditModel(self._fetch, self._now, self)
        self.table = AuditTable(look, self.model)
        self.detail = AuditDetail(look)
        self.head = AuditHead(look)
        self.empty = EmptyState(look)
        self.chips = {name: FilterChip(look, icon) for name, icon in _FILTERS}
        self.comment_chip = FilterChip(look, "chat-circle-text")
        self.count = IconText(look, "", "", role="small")
        self.order = IconText(look, "", "", role="small")
        self.limit = IconText(look, "info", "", role="small")
        self._build()
        self._connect()
        self._fresh = self._timer(FRESH_MS, self._look_again, single=True)
        self.retranslate()
        self.setFocusProxy(self.table)

    # ------------------------------------------------------------------ building

    def _timer(self, every: int, then: Callable[[], object], *, single: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every)
        timer.setSingleShot(single)
        timer.timeout.connect(then)
        return timer

    def _build(self) -> None:
        px = self.look.px
        self.bar = Pane(self.look, "surface", "b")
        flow = FlowLayout(px(6))
        flow.setContentsMargins(px(20), px(7), px(16), px(7))
        self.bar.setLayout(flow)
        for chip in (self.comment_chip, *self.chips.values()):
            flow.addWidget(chip)
        self.comment_chip.hide()
        foot = Pane(self.look, "surface", "t")
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(20), px(6), px(16), px(6))
        row.setSpacing(px(16))
        row.addWidget(FoldingRow((self.count, self.order), (self.limit,), px(16)))
        left = Pane(self.look)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self.head, 0), (self.bar, 0), (self.table, 1), (self.empty, 1), (foot, 0)):
            column.addWidget(widget, stretch)
        self.left = left
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self._placed = False  # once a person has moved the edge, it stays where they put it
        self.splitter.splitterMoved.connect(self._moved)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _connect(self) -> None:
        self.table.moved.connect(self._show_entry)
        self.table.entered.connect(lambda _sequence: self.enter())
        for chip in self.chips.values():
            chip.picked.connect(lambda _key: self.reload())
        self.comment_chip.picked.connect(lambda key: self.show_comment(int(key or 0)))
        self.head.export.clicked.connect(lambda _checked=False: self.open_export())
        self.head.copy_anchor.clicked.connect(lambda _checked=False: self.copy_anchor())
        self.head.verify.clicked.connect(lambda _checked=False: self.verify())
        self.head.acknowledged.connect(self.verifier.acknowledge)
        self.verifier.changed.connect(self._show_chain)
        self.verifier.spoke.connect(self.spoke)
        self.detail.left.connect(self.back)
        self.detail.only_comment.connect(self.show_comment)
        self.detail.note_written.connect(self._note)
        self.detail.undo_asked.connect(self._undo)
        self.detail.statement_asked.connect(self.statement_shown)
        self._bridge.changed.connect(self._on_changed)
        runs: dict[str, Callable[[], object]] = {
            "audit.next": lambda: self.table.step(1),
            "audit.previous": lambda: self.table.step(-1),
            "audit.enter": self.enter,
            "audit.note": self.detail.start_note,
            "audit.filter": lambda: self.chips["time"].setFocus(Qt.FocusReason.ShortcutFocusReason),
            "audit.verify": self.verify,
            "audit.export": self.open_export,
            "audit.copy": self.detail.copy_entry,
            "audit.back": self.back,
        }
        self.actions_by_id = {
            name: actions.make_action(name, self.look, self.left, run) for name, run in runs.items()
        }
        for name, action in self.actions_by_id.items():
            self.left.addAction(action)
            # Letters and Ctrl+C work in the panel too; Enter and Esc have their own meaning there.
            if name not in ("audit.enter", "audit.back"):
                self.detail.body.addAction(actions.make_action(name, self.look, self.detail.body, runs[name]))

    # ------------------------------------------------------------------ entries

    def _fetch(self, sequences: Sequence[int]) -> Mapping[int, AuditLine]:
        rows = self._console.store.read(lambda r: r.audit.by_sequences([int(one) for one in sequences]))
        return lines_of(rows)

    def filter(self) -> AuditFilter:
        """What the chips ask for."""
        since = None
        time = self.chips["time"].key
        if time == "today":
            since = _today_starts(self._now())
        elif time.isdigit():
            since = self._now() - int(time) * DAY
        what = self.chips["what"].key
        return AuditFilter(
            actor=self.chips["who"].key or None,
            event=what.removeprefix("event:") if what.startswith("event:") else None,
            action=what.removeprefix("action:") if what.startswith("action:") else None,
            channel=self.chips["channel"].key or None,
            category=self.chips["category"].key or None,
            outcome=self.chips["outcome"].key or None,
            comment_id=self._comment or None,
            since=since,
        )

    def reload(self, keep: int = 0) -> None:
        """Read the numbers of the entries asked for, off this thread; ``keep`` stays the current one if it is there."""
        self._keep = keep or self.table.current_sequence()
        self._asked_ids += 1
        asked, wanted = self._asked_ids, self.filter()
        future = self._console.background(
            lambda c: array("q", c.store.read(lambda r: r.audit.find_ids(wanted)))
        )
        self._bridge.watch(future, self, lambda ids: self._show_ids(asked, ids))

    def _show_ids(self, asked: int, ids: array[int]) -> None:
        if asked != self._asked_ids:
            return
        if self._opening and not len(ids) and self.chips["time"].key == "today":
            # Nothing yet today, as after midnight: the page opens on the whole log instead of on nothing.
            self.chips["time"].set_key("all")
            self.reload()
            return
        if self._opening:
            # The rows come first; what scans the whole log starts once they are there.
            self._read_choices()
            self.verify()
        self._opening = False
        inside: QWidget | None = self.focusWidget()
        had_focus = self.table.hasFocus() or (inside is not None and self.empty.isAncestorOf(inside))
        self.model.show_ids(ids, one_day=self.chips["time"].key == "today")
        self._known = self.model.newest
        self.table.arrange()
        some = bool(len(ids))
        self.table.setVisible(some)
        self.empty.setVisible(not some)
        if some:
            if not (self._keep and self.table.go_to(self._keep)):
                self.table.go_to_row(0)
            if had_focus:
                self.table.setFocus()
        else:
            self._show_empty()
            self._wanted = 0
            self.detail.show_detail(None)
            if had_focus and self.empty.buttons:
                self.empty.buttons[0].setFocus()
        self.detail.empty.line.setVisible(some)
        self._show_count()

    def _show_empty(self) -> None:
        narrowed = any(chip.active for chip in self.chips.values()) or self._comment
        if narrowed:
            clear = ActionButton(self.look, "x", self.tr("Show all entries"))
            self.empty.show_state(
                "magnifying-glass", self.tr("No entry for these filters"),
                self.tr("The log holds more: take a filter away, or show all of it."), [(clear, self.clear_filters)],
            )  # fmt: skip
        else:
            self.empty.show_state(
                "scroll", self.tr("The log is empty"), self.tr("Decisions appear here as they are made.")
            )

    def clear_filters(self) -> None:
        """Show everything."""
        for chip in self.chips.values():
            chip.set_key("")
        self.chips["time"].set_key("all")
        self.show_comment(0)

    def show_comment(self, comment_id: int) -> None:
        """Show one comment's entries alone; 0 shows all comments' again."""
        self._comment = comment_id
        self.comment_chip.set_choices(
            [(str(comment_id), self.tr("Comment {n}").format(n=say.number(comment_id)))] if comment_id else []
        )
        self.comment_chip.set_key(str(comment_id) if comment_id else "")
        self.comment_chip.setVisible(bool(comment_id))
        if comment_id:
            for chip in self.chips.values():
                chip.set_key("")
            self.chips["time"].set_key("all")
        self.reload()

    def _show_entry(self, sequence: int) -> None:
        """Read an entry for the panel. While one is being read, only the last one asked for follows."""
        self._wanted = sequence
        if not sequence:
            self.detail.show_detail(None)
        elif not self._reading:
            self._reading = sequence
            future = self._console.background(lambda c: audit_desk.entry_detail(c.store, sequence))
            self._bridge.watch(future, self, self._entry_read, self._entry_not_read)
        elif self._reading == sequence:
            self._reading_again = True

    def _entry_read(self, found: EntryDetail | None) -> None:
        sequence, again = self._reading, self._reading_again
        self._reading, self._reading_again = 0, False
        if sequence == self._wanted:
            self.detail.show_detail(found)
        if self._wanted and (again or sequence != self._wanted):
            self._show_entry(self._wanted)

    def _entry_not_read(self, error: Exception) -> None:
        self._reading, self._reading_again = 0, False
        if isinstance(error, VigieError):
            self.spoke.emit(paragraph(describe(error)))

    def _show_count(self) -> None:
        number = self.model.rowCount()
        words = counted.entries(number)
        if self.chips["time"].key == "today" and not self._comment:
            words = self.tr("{entries} today").format(entries=words)
        self.count.set_text(words)

    # ------------------------------------------------------------------ changes

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        whats = {change.what for change in changes}
        if "audit" in whats and not self._fresh.isActive():
            self._fresh.start()
        if "notes" in whats and self._wanted and self._shown_once:
            self._show_entry(self._wanted)

    def _look_again(self) -> None:
        """New entries come in above; what is being read stays where it is."""
        if not self._shown_once:
            return
        wanted, known = self.filter(), self._known
        future = self._console.background(
            lambda c: (
                array("q", [n for n in c.store.read(lambda r: r.audit.find_ids(wanted)) if n > known])
                if known > 0
                else array("q", c.store.read(lambda r: r.audit.find_ids(wanted)))
            )
        )
        asked = self._asked_ids
        self._bridge.watch(future, self, lambda fresh: self._add(asked, fresh))
        self.verifier.verify_tail()

    def _add(self, asked: int, fresh: array[int]) -> None:
        if asked != self._asked_ids or not len(fresh):
            return
        if not self.model.rowCount():
            self._show_ids(asked, fresh)
            return
        at_top = self.table.currentIndex().row() == 0 and self.table.verticalScrollBar().value() == 0
        self.model.add_newest(one for one in fresh if one > self.model.newest)
        self._known = max(self._known, self.model.newest)
        if at_top and not self.isVisible():
            self.table.go_to_row(0)
        if self._wanted:
            self._show_entry(self._wanted)  # its comment may have gone on
        self._show_count()

    # ------------------------------------------------------------------ verification

    def verify(self) -> None:
        """Check the whole chain on a reader thread; progress in the head."""
        self.verifier.verify()

    @property
    def chain(self) -> Chain:
        """What is known of the chain."""
        return self.verifier.chain

    def _show_chain(self, chain: Chain) -> None:
        self.head.show_chain(chain)
        self.state_changed.emit(chain)

    def copy_anchor(self) -> None:
        """Put ``number:hash`` of the last verified entry on the clipboard."""
        if self.chain.anchor:
            QGuiApplication.clipboard().setText(f"{self.chain.last}:{self.chain.anchor}")
            self.spoke.emit(
                self.tr("Anchor copied. Keep it outside this machine: paste it into a mail or a ticket.")
            )

    # ------------------------------------------------------------------ export, notes, undo

    def open_export(self) -> None:
        """Ask for the format under the button; what the filters leave is what is written."""
        menu = self.export_menu()
        menu.aboutToHide.connect(lambda one=menu: retire(one))
        menu.popup(self.head.export.mapToGlobal(self.head.export.rect().bottomLeft()))

    def export_menu(self) -> QMenu:
        """The formats."""
        menu = QMenu(self)
        for form in FORMS:
            word = {
                "jsonl": self.tr("JSON Lines, can be verified without Vigie"),
                "csv": self.tr("CSV, for spreadsheets"),
                "dsa": self.tr("Statements of reasons (DSA)"),
            }[form]
            entry = menu.addAction(word)
            entry.triggered.connect(lambda _checked=False, chosen=form: self._choose_target(chosen))
        return menu

    def _choose_target(self, form: str) -> None:
        suffix = {"jsonl": "jsonl", "csv": "csv", "dsa": "json"}[form]
        day = QDateTime.fromSecsSinceEpoch(self._now()).toString("yyyy-MM-dd")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / f"{self._console.store.path.stem}-audit-{day}.{suffix}")
        target, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the audit log"), proposed, f"*.{suffix}"
        )
        if target:
            self.export_to(Path(target), form)

    def export_to(self, target: Path, form: str) -> None:
        """Write what the filters leave into ``target``; logged as an entry."""
        wanted, actor, language = self.filter(), self._actor, shown_language()
        future = self._console.background(
            lambda c: audit_desk.export_log(c.store, actor, target, form, language=language, wanted=wanted)
        )
        self.head.export.set_inert(self.tr("The export is being written."))
        self._bridge.watch(
            future,
            self,
            lambda written: self._exported(target, form, written),
            lambda e: self._not_exported(target, e),
        )

    def _exported(self, target: Path, form: str, written: int) -> None:
        self.head.export.set_inert("")
        if form == "dsa":
            words = self.tr("{form}: {n} written to {file}").format(
                form=form_word(form), n=say.number(written), file=target.name
            )
        else:
            words = self.tr("{entries} written to {file}").format(
                entries=counted.entries(written), file=target.name
            )
        self.spoke.emit(words)

    def _not_exported(self, target: Path, error: Exception) -> None:
        self.head.export.set_inert("")
        if isinstance(error, OSError):
            why = error.strerror or type(error).__name__
            self.spoke.emit(
                self.tr(
                    "{file} could not be written ({why}). The log itself is untouched. Choose another folder."
                ).format(file=target.name, why=why)
            )
        elif isinstance(error, VigieError):
            self.spoke.emit(paragraph(describe(error)))

    def _note(self, comment_id: int, words: str) -> None:
        future = self._console.add_note(words, self._actor, comment_id=comment_id, author_id=None)
        self._bridge.watch(future, self, lambda _note: self.spoke.emit(self.tr("Note kept.")))

    def _undo(self, decision: int) -> None:
        future = self._console.undo(decision, self._actor)
        self._bridge.watch(future, self, self._undone)

    def _undone(self, outcome: object) -> None:
        refusal = getattr(outcome, "refusal", None)
        if refusal is not None:
            self.spoke.emit(sentence(refusal.why.code, refusal.why.params))
        else:
            self.spoke.emit(self.tr("Undone. The log keeps both entries."))

    # ------------------------------------------------------------------ moving about

    def enter(self) -> None:
        """Into the panel; where there is room for one pane only, in place of the table."""
        if self._one_pane():
            self.left.hide()
            self.detail.show()
        self.detail.take_focus()

    def back(self) -> None:
        """From the panel to the table; from the table nothing more to leave."""
        self.left.show()
        self.detail.setVisible(not self._one_pane())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _one_pane(self) -> bool:
        return self.width() / self.look.metrics.em < ONE_PANE_EM

    def _moved(self, place: int, handle: int) -> None:
        del place, handle
        self._placed = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One pane at a time where there is little room."""
        super().resizeEvent(event)
        if not self._placed:
            px = self.look.px
            panel = min(max(round(self.width() * 0.34), px(300)), px(424))
            self.splitter.setSizes([self.width() - panel, panel])
        one = self._one_pane()
        if not one:
            self.left.show()
            self.detail.show()
        elif self.left.isVisibleTo(self):
            self.detail.hide()

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words of the language shown."""
        names = {
            "time": self.tr("Time"), "who": self.tr("Who"), "what": self.tr("What"), "channel": self.tr("Channel"),
            "category": self.tr("Category"), "outcome": self.tr("Outcome"),
        }  # fmt: skip
        for name, chip in self.chips.items():
            chip.set_name(names[name])
        self.comment_chip.set_name(self.tr("Comment"))
        self.chips["time"].set_choices(
            [
                ("all", self.tr("All")),
                ("today", self.tr("Today")),
                ("7", self.tr("7 days")),
                ("30", self.tr("30 days")),
            ],
            "all",
        )
        self.order.set_text(self.tr("Newest first"))
        self.limit.set_text(sentence("audit.limit"))
        self.table.setAccessibleName(self.tr("Entries of the audit log"))
        self.setAccessibleName(self.tr("Audit log"))
        self.bar.setAccessibleName(self.tr("Filters"))
        self.head.retranslate()
        self.head.show_chain(self.chain)
        self.detail.retranslate()
        self.model.retranslate()
        for action in (*getattr(self, "actions_by_id", {}).values(), *self.detail.body.actions()):
            actions.retranslate(action)
        self._show_count()
        if self._shown_once:
            self._read_choices()
            if not self.model.rowCount():
                self._show_empty()

    def _read_choices(self) -> None:
        self._bridge.watch(
            apart(self._console, lambda c: audit_desk.choices(c.store)), self, self._fill_choices
        )

    def _fill_choices(self, found: Mapping[str, Sequence[str]]) -> None:
        self.chips["who"].set_choices(
            [(name, translate("Audit", "console") if name == "console" else name) for name in found["actor"]]
        )
        acts = [(f"action:{one}", action_word(one)) for one in found["action"]]
        events = [(f"event:{one}", event_word(one)) for one in found["event"]]
        self.chips["what"].set_choices(sorted(acts, key=_by_word) + sorted(events, key=_by_word))
        self.chips["channel"].set_choices([(key, key.partition(":")[2] or key) for key in found["channel"]])
        self.chips["category"].set_choices([(one, category_word(one)) for one in found["category"]])
        outcomes = [
            (one, face.word if (face := outcome_face(one)) is not None else one) for one in found["outcome"]
        ]
        self.chips["outcome"].set_choices(outcomes)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QEvent) -> None:
        """The first time: read, and verify in the background. Later: what came in meanwhile."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._shown_once:
            self._read_choices()
            return
        self._shown_once = True
        if not self.chips["time"].key:
            self.chips["time"].set_key("all" if self._comment else "today")
        self.reload()

    def shut_down(self) -> None:
        """Stop a verification that still runs; called before the workspace is closed."""
        self.verifier.shut_down()
        self._fresh.stop()


def _by_word(choice: tuple[str, str]) -> str:
    return choice[1].casefold()


def _today_starts(now: int) -> int:
    day = QDateTime.fromSecsSinceEpoch(now)
    day.setTime(QTime(0, 0))
    return day.toSecsSinceEpoch()
