"""Importing a file: the plan is shown before anything is read in, then progress, then every rejected line with its reason."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.connectors.file.inspect import inspect
from console.connectors.file.phrases import sentence as file_sentence
from console.connectors.file.plan import ImportPlan, Rejected
from console.domain.comment import IncomingComment
from console.domain.errors import UsageError
from console.services import channel_desk
from ui.apart import apart
from ui.errors import describe, shown_language
from ui.i18n import format as say
from ui.i18n.team_counted import team_counted
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import ActionButton, BarLink, Kind
from ui.widgets.cells import Cell, CellTable
from ui.widgets.fields import Choice
from ui.widgets.form import Field
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from console.runtime.app import Console
    from console.services.intake import ImportReport
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look

POLL_MS: Final = 200
ENCODINGS: Final = ("utf-8", "cp1252", "iso8859-15", "utf-16", "mac-roman")
CHOSEN: Final = ("text", "author", "date")
SHOWN_REJECTS: Final = 200
LANGUAGES: Final = ("", "fr", "en")


class ChannelImport(Pane):
    """A page. ``finished`` carries the ImportReport once a file was read in, ``left`` goes back to the channels."""

    finished = Signal(object)
    left = Signal()

    def __init__(
        self, console: Console, bridge: Bridge, actor: Actor, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "surface", "", parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._asked = 0
        self._path: Path | None = None
        self._plan: ImportPlan | None = None
        self._columns: tuple[str, ...] = ()
        self._chosen: dict[str, str] = {}  # field -> column, where a person knew better
        self._encoding: str | None = None
        self._problem: Exception | None = None
        self._report: ImportReport | None = None
        self._running = False
        self._stop = threading.Event()
        self.title = Text(look, "page", wrap=True)
        self.aside = Text(look, "body", "text-muted", wrap=True)
        self.back_link = BarLink(look, "caret-left", color="accent")
        self.other = ActionButton(look, "folder-open")
        self.problem = Notice(look, "danger")
        self.remarks = Notice(look)
        self.name = Field(look, QLineEdit())
        self.encoding = Field(look, Choice(look))
        self.columns = {name: Field(look, Choice(look)) for name in CHOSEN}
        self.ignored = Text(look, "small", "text-muted", wrap=True)
        self.preview_title = Text(look, "small", "text-muted", 600)
        self.preview = CellTable(look, (8, 20, 20, 60), chooses=False)
        self.go = ActionButton(look, "tray-arrow-down", kind=Kind.PRIMARY)
        self.progress = IconText(look, "hourglass-medium", "", role="title", text_color="text", weight=600)
        self.progress_line = Text(look, "body", "text-muted", wrap=True)
        self.stop_button = ActionButton(look, "x")
        self.result = Notice(look, "accent")
        self.rejects_title = Text(look, "small", "text-muted", 600)
        self.rejects = CellTable(look, (10, 60), chooses=False)
        self.done = ActionButton(look, "check", kind=Kind.PRIMARY)
        self.more = ActionButton(look, "folder-open")
        self.steps = QStackedWidget()
        self._build()
        self._connect()
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._show_progress)
        self.retranslate()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        px = self.look.px
        inner = Pane(self.look)
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(32), px(20), px(32), px(20))
        column.setSpacing(px(10))
        column.addWidget(self.back_link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addWidget(self.aside)
        column.addWidget(self.steps, 1)
        self.steps.addWidget(self._plan_page())
        self.steps.addWidget(self._progress_page())
        self.steps.addWidget(self._report_page())
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _plan_page(self) -> QWidget:
        page = QWidget()
        px = self.look.px
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.problem)
        self.plan_part = QWidget()
        inside = QVBoxLayout(self.plan_part)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(10))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        for place, field in enumerate(
            (self.columns["text"], self.columns["author"], self.columns["date"], self.encoding, self.name)
        ):
            grid.addWidget(field, place // 3, place % 3, Qt.AlignmentFlag.AlignTop)
        for place in range(3):
            grid.setColumnStretch(place, 1)
        inside.addLayout(grid)
        for widget in (self.ignored, self.remarks, self.preview_title, self.preview):
            inside.addWidget(widget)
        column.addWidget(self.plan_part)
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.go)
        column.addLayout(row)
        column.addStretch(1)
        for widget in (self.problem, self.remarks):
            widget.hide()
        return page

    def _progress_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(8))
        column.addWidget(self.progress)
        column.addWidget(self.progress_line)
        column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _report_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(8))
        for widget in (self.result, self.rejects_title, self.rejects):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.done)
        column.addLayout(row)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self.back_link.clicked.connect(lambda _checked=False: self.back())
        self.other.clicked.connect(lambda _checked=False: self.choose_file())
        self.more.clicked.connect(lambda _checked=False: self.choose_file())
        self.go.clicked.connect(lambda _checked=False: self.run())
        self.stop_button.clicked.connect(lambda _checked=False: self._stop.set())
        self.done.clicked.connect(lambda _checked=False: self.back())
        _choice(self.encoding).activated.connect(
            lambda _index: self._pick("encoding", _choice(self.encoding).key())
        )
        for name, field in self.columns.items():
            _choice(field).activated.connect(lambda _index, n=name, f=field: self._pick(n, _choice(f).key()))

    @property
    def name_field(self) -> QLineEdit:
        """The name of the file channel that the comments go into."""
        assert isinstance(self.name.field, QLineEdit)
        return self.name.field

    # ------------------------------------------------------------------ the plan

    def choose_file(self) -> None:
        """Ask for the file; cancelled without one shown yet, it goes back."""
        title = self.tr("Choose an export")
        known = self.tr("Exports (*.csv *.tsv *.txt *.jsonl *.ndjson *.json);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, title, "", known)
        if path:
            self.show_file(Path(path))
        elif self._path is None:
            self.left.emit()

    def show_file(self, path: Path) -> None:
        """Look at a file and show its plan."""
        self._path = path
        self._plan, self._problem, self._columns = None, None, ()
        self.name_field.setText(channel_desk.channel_name(path))
        self._chosen.clear()
        self._encoding = None
        self.steps.setCurrentIndex(0)
        self._inspect()

    def _pick(self, name: str, key: str) -> None:
        """The person says which column is which, or names the encoding, in place of what was detected."""
        if name == "encoding":
            self._encoding = key or None
        else:
            self._chosen[name] = key
        self._inspect()

    def _inspect(self) -> None:
        path, mapping, encoding = self._path, dict(self._chosen), self._encoding
        if path is None:
            return
        self._asked += 1
        asked = self._asked

        def look(console: Console) -> ImportPlan:
            console.store.keep_off(path)
            return inspect(path, mapping=mapping or None, encoding=encoding)

        future = self._console.background(look)
        self._bridge.watch(
            future,
            self,
            lambda plan: self._planned(asked, plan),
            lambda error: self._not_planned(asked, error),
        )

    def _planned(self, asked: int, plan: ImportPlan) -> None:
        if asked == self._asked:
            first = self._plan is None and self._problem is None
            self._plan, self._problem, self._columns = plan, None, plan.columns
            self._show_plan()
            if first:
                self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_planned(self, asked: int, error: Exception) -> None:
        if asked != self._asked:
            return
        self._plan, self._problem = None, error
        columns = error.params.get("columns") if isinstance(error, UsageError) else None
        if isinstance(columns, (list, tuple)):
            self._columns = tuple(str(one) for one in columns)
        self._show_plan()

    def _show_plan(self) -> None:
        plan, path, language = self._plan, self._path, shown_language()
        self._say_step()
        self.problem.setVisible(self._problem is not None)
        if self._problem is not None:
            text = describe(self._problem)
            step = text.step
            if isinstance(self._problem, UsageError) and self._problem.code == "import_no_text_column":
                step = self.tr("Say below which column holds the text, or choose another file.")
            self.problem.show_notice("warning-circle", text.what, text.became, step, "danger")
        self.plan_part.setVisible(plan is not None or bool(self._columns))
        self.preview.setVisible(plan is not None)
        self.preview_title.setVisible(plan is not None)
        self.go.set_inert("" if plan is not None else self.tr("There is no plan to follow yet."))
        self._fill_choices()
        self.remarks.hide()
        self.ignored.hide()
        if plan is None or path is None:
            return
        if plan.warnings:
            words = [file_sentence(one.code, one.params, language) for one in plan.warnings]
            self.remarks.show_notice(
                "warning", _capital(words[0]), "\n".join(_capital(one) for one in words[1:]), tone="warning"
            )
            self.remarks.show()
        if plan.ignored and not any(one.code == "unknown_columns" for one in plan.warnings):
            self.ignored.setText(
                self.tr("Columns that are not read: {columns}").format(columns=", ".join(plan.ignored))
            )
            self.ignored.show()
        self._show_preview(plan, language)

    def _fill_choices(self) -> None:
        plan = self._plan
        nothing = ("", self.tr("no column"))
        for name, field in self.columns.items():
            choice = _choice(field)
            choice.set_choices([nothing, *((column, column) for column in self._columns)])
            choice.set_key(plan.mapping.get(name, "") if plan is not None else choice.key())
        encodings = list(ENCODINGS)
        if plan is not None and plan.encoding not in encodings:
            encodings.insert(0, plan.encoding)
        choice = _choice(self.encoding)
        choice.set_choices([(one, one.upper()) for one in encodings])
        if plan is not None:
            choice.set_key(plan.encoding)

    def _show_preview(self, plan: ImportPlan, language: str) -> None:
        rows = []
        number = plan.header_line
        for item in plan.preview:
            if isinstance(item, Rejected):
                reason = _capital(file_sentence(item.reason, item.params, language))
                number = item.line
                rows.append((Cell(say.number(item.line), color="text-muted"), Cell(self.tr("not read"), color="text-muted"), Cell(""),
                             Cell(reason, "warning-circle", "danger", filled=True)))  # fmt: skip
            elif isinstance(item, IncomingComment):
                number += 1
                author = item.author.name or item.author.handle or self.tr("unknown")
                when = f"{say.day(item.posted_at)} {say.clock_time(item.posted_at)}"
                rows.append((Cell(say.number(number), color="text-muted"), Cell(author, weight=600),
                             Cell(when, color="text-muted"), Cell(" ".join(item.text.split()))))  # fmt: skip
        heads = (self.tr("Line"), self.tr("Author"), self.tr("Date"), self.tr("Text"))
        self.preview.set_rows(heads, rows)
        self.preview.fit_height()
        self.preview.setAccessibleName(self.tr("The first lines as they would be imported"))

    # ------------------------------------------------------------------ reading in

    def run(self) -> None:
        """Read the file into its channel, on a thread of the engine's; the window stays free."""
        plan = self._plan
        name = self.name_field.text().strip()
        if plan is None or self._running:
            return
        if not name or ":" in name:
            self.name.set_wrong(self.tr("A name has letters, and no colon."))
            self.name_field.setFocus()
            return
        self._say_fields()
        console, actor = self._console, self._actor
        self._report = None
        self._stop.clear()
        stop = self._stop.is_set

        def started(report: ImportReport) -> None:
            self._report = report

        def work() -> ImportReport:
            found = console.store.read(lambda r: r.channels.find(f"file:{name}"))
            channel = found[0] if found else console.add_channel("file", name, actor, state="ok")
            return channel_desk.run_import(console.store, channel, plan, actor, progress=started, stop=stop)

        future = apart(console, lambda _console: work())
        self._running = True
        self.steps.setCurrentIndex(1)
        self._say_step()
        self._poll.start()
        self._show_progress()
        self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bridge.watch(future, self, self._finished, self._not_finished)

    def _show_progress(self) -> None:
        read = self._report.read if self._report is not None else 0
        self.progress.set_text(self.tr("{lines} read").format(lines=team_counted.lines(read)))
        bad = self._report.rejected_count if self._report is not None else 0
        self.progress_line.setText(
            self.tr(
                "{n} of them rejected so far. You can go on working: comments appear in the queue as they come."
            ).format(n=say.number(bad))
        )

    def _finished(self, report: ImportReport) -> None:
        self._end()
        self._report = report
        self.steps.setCurrentIndex(2)
        self._show_report()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finished.emit(report)

    def _not_finished(self, error: Exception) -> None:
        self._end()
        self._problem = error
        self.steps.setCurrentIndex(0)
        text = describe(error)
        self._say_step()
        self.problem.show_notice("warning-circle", text.what, text.became, text.step, "danger")
        self.problem.show()

    def _end(self) -> None:
        self._running = False
        self._poll.stop()

    def _show_report(self) -> None:
        report, language = self._report, shown_language()
        self._say_step()
        if report is None:
            return
        head = self.tr("{lines} read, {new} new").format(
            lines=team_counted.lines(report.read), new=say.number(report.new)
        )
        line = self.tr("{updated} changed, {unchanged} known already, {rejected} rejected.").format(
            updated=say.number(report.updated),
            unchanged=say.number(report.unchanged),
            rejected=say.number(report.rejected_count),
        )
        stopped = (
            self.tr("Stopped: what was read before stays; import the file again to go on.")
            if self._stop.is_set()
            else ""
        )
        icon, tone = (
            ("warning", "warning") if report.rejected_count or stopped else ("check-circle", "accent")
        )
        self.result.show_notice(icon, head, line, stopped, tone)
        shown = report.rejected[:SHOWN_REJECTS]
        self.rejects.setVisible(bool(shown))
        self.rejects_title.setVisible(bool(shown))
        left = report.rejected_count - len(shown)
        words = self.tr("Rejected lines, with the reason")
        self.rejects_title.setText(
            words if left <= 0 else self.tr("{head}; {n} more").format(head=words, n=say.number(left))
        )
        rows = []
        for one in shown:
            params = one.get("params")
            reason = file_sentence(
                str(one.get("reason", "")), params if isinstance(params, dict) else {}, language
            )
            number = one.get("line")
            rows.append(
                (
                    Cell(say.number(number) if isinstance(number, int) else "", color="text-muted"),
                    Cell(_capital(reason)),
                )
            )
        self.rejects.set_rows((self.tr("Line"), self.tr("Reason")), rows)
        self.rejects.fit_height(12)
        self.rejects.setAccessibleName(words)

    # ------------------------------------------------------------------ words

    def _say_step(self) -> None:
        step = self.steps.currentIndex()
        file = self._path.name if self._path is not None else ""
        if step == 0:
            title = (
                self.tr("How {file} would be read").format(file=file)
                if self._plan
                else file or self.tr("Import a file")
            )
        elif step == 1:
            title = self.tr("Reading {file}").format(file=file)
        else:
            title = self.tr("{file} was read").format(file=file)
        self.title.setText(title)
        self.setAccessibleName(title)
        plan = self._plan
        if step == 0 and plan is not None:
            self.aside.setText(
                self.tr(
                    "{form}, {size}, {encoding}. Nothing has been read in yet. Importing a file twice adds nothing."
                ).format(form=plan.format.upper(), size=say.size(plan.size), encoding=plan.encoding.upper())
            )
        else:
            self.aside.setText("")
        self.aside.setVisible(bool(self.aside.text()))
        self.back_link.setVisible(step != 1)

    def _say_fields(self) -> None:
        self.name.set_words(self.tr("Channel"), self.tr("The name under which these comments stand"))
        self.encoding.set_words(self.tr("Encoding"), self.tr("Wrong accents in the preview? Try another"))
        self.columns["text"].set_words(self.tr("Column with the text"))
        self.columns["author"].set_words(self.tr("Column with the author"))
        self.columns["date"].set_words(self.tr("Column with the date"))

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.back_link.set_face("caret-left", self.tr("Channels"))
        self.other.set_face("folder-open", self.tr("Choose another file"))
        self.more.set_face("folder-open", self.tr("Import another file"))
        self.go.set_face("tray-arrow-down", self.tr("Import"))
        self.stop_button.set_face("x", self.tr("Stop"))
        self.done.set_face("check", self.tr("To the channels"))
        self.preview_title.setText(self.tr("The first lines as they would be imported"))
        self._say_fields()
        if self.steps.currentIndex() == 2:
            self._show_report()
        else:
            self._show_plan()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def back(self) -> None:
        """To the channels; not while a file is being read."""
        if not self._running:
            self._path, self._plan, self._problem, self._columns = None, None, None, ()
            self.steps.setCurrentIndex(0)
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, or stops a reading."""
        if event.key() == Qt.Key.Key_Escape:
            if self._running:
                self._stop.set()
            else:
                self.back()
            return
        super().keyPressEvent(event)

    def shut_down(self) -> None:
        """Stop a reading that still runs; called before the workspace is closed."""
        self._stop.set()
        self._poll.stop()


def _choice(field: Field) -> Choice:
    assert isinstance(field.field, Choice)
    return field.field


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
