"""Installing an engine: where from, licence and size to agree to, progress that can be stopped, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console import managed
from console.services.packs import PUBLISHERS, shown_place
from ui.errors import describe
from ui.i18n.mark import translate
from ui.models.classifier_words import per_second, plan_lines, step_words
from ui.widgets.base import Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.fields import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.meter import Meter
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.installation import Installation
    from ui.models.classifier_data import EngineRow
    from ui.theme.look import Look

COMPANY, FILE, FOLDER, ADDRESS = "company", "file", "folder", "address"
_SCHEME: Final = "https://"
NAMED: Final = frozenset({FILE, FOLDER, ADDRESS})


class InstallPart(QWidget):
    """Hidden until ``ask`` or while an installation has something to say. ``use_asked`` carries the engine's name."""

    use_asked = Signal(str)
    left = Signal()

    def __init__(self, look: Look, installation: Installation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.installation = look, installation
        self._row: EngineRow | None = None
        self._shown = ""
        px = look.px
        self.title = Text(look, "title", "text", 600, wrap=True)
        self.source_label = Text(look, "body", "text", 600)
        self.source = Choice(look)
        self.place = QLineEdit()
        self.browse = ActionButton(look, "folder-open")
        self.go = ActionButton(look, "file-text", kind=Kind.PRIMARY)
        self.leave = ActionButton(look)
        self.form = QWidget()
        where = QHBoxLayout()
        where.setSpacing(px(6))
        for widget, stretch in ((self.source_label, 0), (self.source, 0), (self.place, 1), (self.browse, 0)):
            where.addWidget(widget, stretch)
        where.addStretch(1)
        buttons = FlowLayout(px(2))
        buttons.setContentsMargins(-px(RING_ROOM), 0, 0, 0)
        buttons.addWidget(self.go)
        buttons.addWidget(self.leave)
        inside = QVBoxLayout(self.form)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(6))
        inside.addWidget(self.title)
        inside.addLayout(where)
        inside.addLayout(buttons)
        self.notice = Notice(look)
        self.words = Text(look, "body", "text", wrap=True)
        self.meter = Meter(look)
        self.stop = ActionButton(look, "x")
        self.running = QWidget()
        below = QVBoxLayout(self.running)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(px(6))
        below.addWidget(self.words)
        below.addWidget(self.meter)
        below.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, px(4))
        for part in (self.form, self.notice, self.running):
            column.addWidget(part)
        self.source.activated.connect(lambda _index: self._say_place())
        self.browse.clicked.connect(lambda _checked=False: self._browse())
        self.place.returnPressed.connect(self._look)
        self.go.clicked.connect(lambda _checked=False: self._look())
        self.leave.clicked.connect(lambda _checked=False: self.close_form())
        self.stop.clicked.connect(lambda _checked=False: installation.cancel())
        installation.changed.connect(self.show_state)
        self.retranslate()

    def ask(self, row: EngineRow) -> None:
        """Ask where ``row`` is to come from, or what the company has ready; while another installation runs, show that."""
        self._row = row
        if row.offer is not None and not self.installation.busy:
            self.installation.forget()
            self._shown = "offer"
            self.installation.look(row.name, None)
            return
        self.ask_where()

    def ask_where(self) -> None:
        """The form: which source."""
        if not self.installation.busy:
            self.installation.forget()
            self._shown = "form"
        self.retranslate()
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Leave without installing."""
        self._shown = ""
        self.installation.forget()
        self.show_state()
        self.left.emit()

    def _source(self) -> str | None:
        kind = self.source.key()
        if kind in NAMED:
            return self.place.text().strip()
        return None if kind == COMPANY else PUBLISHERS

    def _look(self) -> None:
        if self._row is None:
            return
        source = self._source()
        if source == "":
            self.place.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.installation.look(self._row.name, source)

    def _browse(self) -> None:
        folder = self.source.key() == FOLDER
        dialog = QFileDialog(self, translate("Classifier", "Choose the engine’s file or folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile)
        if not folder:
            known = translate(
                "Classifier", "Engine packs and checkpoints (*.vigiepack *.ckpt);;All files (*)"
            )
            dialog.setNameFilters(known.split(";;"))
        dialog.fileSelected.connect(self.place.setText)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # ------------------------------------------------------------------ what is shown

    def show_state(self) -> None:
        """Form, question, progress or outcome, as the installation stands."""
        state = self.installation.state
        self.form.setVisible(self._shown == "form" and state in ("idle", "looking"))
        self.running.setVisible(state in ("looking", "running", "stopping"))
        self.notice.setVisible(state in ("asking", "done", "failed"))
        self.setVisible(bool(self._shown) or state != "idle")
        if state in ("looking", "running", "stopping"):
            self._say_progress(state)
        fresh = (state, self.installation.name)
        if state == "asking":
            self._ask_plan()
        elif state == "done":
            self._tell_done()
        elif state == "failed":
            self._tell_error()
        elif fresh == ("idle", ""):
            self._say_place()

    def _say_progress(self, state: str) -> None:
        step = self.installation.progress
        if state == "looking":
            words = translate("Classifier", "Looking what it would take")
        elif state == "stopping":
            words = translate("Classifier", "Stopping; what was downloaded is kept")
        else:
            words = step_words(step)
        words = f"{self.installation.name} · {words}"
        if words != self.words.text():
            self.words.setText(words)
        self.meter.setAccessibleName(words)
        self.meter.setVisible(state != "looking")
        self.meter.show_share(step.done if step else 0, step.total if step else 0, words)
        self.stop.setVisible(state != "looking")
        self.stop.set_inert(translate("Classifier", "It is stopping.") if state == "stopping" else "")

    def _ask_plan(self) -> None:
        plan = self.installation.plan
        if plan is None:
            return
        title = translate("Classifier", "Install {name}?").format(name=plan.pack.title)
        self.notice.show_notice("download-simple", title, *plan_lines(plan), tone="accent")
        no = ActionButton(self.look, "", translate("Classifier", "Not now"))
        yes = ActionButton(
            self.look,
            "download-simple",
            translate("Classifier", "Agree to the licence and install"),
            kind=Kind.PRIMARY,
        )
        buttons = [(no, self.close_form), (yes, self.installation.start)]
        if plan.source.offer is not None:
            other = ActionButton(self.look, "", translate("Classifier", "Another source…"))
            buttons.insert(1, (other, self.ask_where))
        self.notice.set_buttons(buttons)
        self.notice.show()
        no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_done(self) -> None:
        found = self.installation.manifest
        if found is None:
            return
        title = translate("Classifier", "{name} is installed").format(name=found.name)
        line = (
            per_second(found.speed) + " " + translate("Classifier", "on this machine.") if found.speed else ""
        )
        self.notice.show_notice("check-circle", title, line, found.note.replace("_", " "), tone="accent")
        use = ActionButton(self.look, "check", translate("Classifier", "Use it…"))
        shut = ActionButton(self.look, "", translate("Classifier", "Understood"))
        self.notice.set_buttons([(shut, self.close_form), (use, lambda: self._use(found.name))])
        self.notice.show()
        shut.setFocus(Qt.FocusReason.OtherFocusReason)

    def _use(self, name: str) -> None:
        self.close_form()
        self.use_asked.emit(name)

    def _tell_error(self) -> None:
        error = self.installation.error
        if error is None:
            return
        text = describe(error)
        self.notice.show_notice("warning-circle", text.what, text.became, text.step, "danger")
        again = ActionButton(
            self.look, "arrow-clockwise", translate("Classifier", "Another source, or again")
        )
        shut = ActionButton(self.look, "", translate("Classifier", "Understood"))
        self.notice.set_buttons([(again, self._again), (shut, self.close_form)])
        self.notice.show()
        again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _again(self) -> None:
        if self._row is None:
            self.close_form()
        else:
            self.ask_where()

    # ------------------------------------------------------------------ words

    def _say_place(self) -> None:
        kind = self.source.key()
        self.place.setVisible(kind in NAMED)
        self.browse.setVisible(kind in (FILE, FOLDER))
        name = self.source.currentText()
        self.place.setAccessibleName(name)
        self.place.setPlaceholderText(_SCHEME if kind == ADDRESS else "")

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.source_label.setText(translate("Classifier", "From"))
        self.source_label.setBuddy(self.source)
        self.source.setAccessibleName(translate("Classifier", "From"))
        place = managed.current().packs
        company = translate("Classifier", "your company’s server: {source}").format(source=shown_place(place))
        self.source.set_choices(
            [
                *([(COMPANY, company)] if place else []),
                (PUBLISHERS, translate("Classifier", "the publishers, over the network")),
                (FILE, translate("Classifier", "a file on this machine")),
                (FOLDER, translate("Classifier", "a folder on this machine")),
                (ADDRESS, translate("Classifier", "an address of your own")),
            ]
        )
        title = self._row.title if self._row is not None else ""
        self.title.setText(translate("Classifier", "Install {name}").format(name=title))
        self.browse.set_face("folder-open", translate("Classifier", "Choose…"))
        self.go.set_face("file-text", translate("Classifier", "Show licence and size"))
        self.leave.set_face("", translate("Classifier", "Not now"))
        self.stop.set_face("x", translate("Classifier", "Cancel"))
        self._say_place()
        self.show_state()
