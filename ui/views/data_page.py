"""Data among the settings: what is kept for how long, what the next run would take away, whether the disk is encrypted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console import managed
from console.domain.errors import VigieError
from console.domain.keeping import CLASSES, LONGEST, Terms, read_terms
from ui.errors import describe
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.retention_counted import retention_counted
from ui.i18n.words import join_and
from ui.widgets.base import Rule, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.form import Field
from ui.widgets.form_controls import Number

if TYPE_CHECKING:
    from console.domain.events import Changed
    from console.encrypted import Found
    from console.runtime.app import Console
    from console.services.retention import Kept, Sweep
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look

_SOON_MS: Final = 250
_ORDER: Final = ("untouched", "decided", "authors")


class DataPage(QWidget):
    """A lead changes terms and runs; everybody reads. ``resized`` for another height.

    Nothing typed counts before it is kept with the button: what a run would take by it is counted first.
    """

    resized = Signal()

    def __init__(
        self, console: Console, bridge: Bridge, actor: Actor, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._console, self._bridge, self._actor = console, bridge, actor
        self._kept: Kept | None = None
        self._ahead: Sweep | None = None
        self._disk: Found | None = None
        self._asking = False
        self._wish = 0
        self.head = Text(look, "body", "text", 600)
        self.aside = Text(look, "small", "text-muted", wrap=True)
        self.days = {name: Number(look, 0, LONGEST) for name in CLASSES}
        self.fields = {name: Field(look, number) for name, number in self.days.items()}
        self.next = Text(look, "body", wrap=True)
        self.stays = Text(look, "small", "text-muted", wrap=True)
        self.fault = Text(look, "small", "danger", wrap=True)
        self.keep = ActionButton(look, "check", kind=Kind.PRIMARY)
        self.run = ActionButton(look, "trash-simple")
        self.stay = ActionButton(look, "x")
        self.last = Text(look, "body", wrap=True)
        self.holds = Text(look, "small", "text-muted", wrap=True)
        self.disk_head = Text(look, "body", "text", 600)
        self.disk = Text(look, "body", wrap=True)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._build()
        self._soon.timeout.connect(self._look_ahead)
        for number in self.days.values():
            number.valueChanged.connect(self._typed)
        self.keep.clicked.connect(lambda _checked=False: self._keep())
        self.run.clicked.connect(lambda _checked=False: self._run())
        self.stay.clicked.connect(lambda _checked=False: self._ask(on=False))
        bridge.changed.connect(self._on_changed)
        self.setFocusProxy(self.days["untouched"])
        self.retranslate()

    def _build(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.head)
        column.addWidget(self.aside)
        for name in CLASSES:
            column.addWidget(self.fields[name])
        column.addWidget(self.next)
        column.addWidget(self.stays)
        column.addWidget(self.fault)
        row = QHBoxLayout()
        row.setContentsMargins(-px(RING_ROOM), 0, 0, 0)
        for button in (self.keep, self.run, self.stay):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.last)
        column.addWidget(self.holds)
        column.addWidget(Rule(self.look))
        column.addWidget(self.disk_head)
        column.addWidget(self.disk)
        column.addStretch(1)
        for widget in (self.fault, self.stay, self.stays, self.holds):
            widget.hide()

    # ------------------------------------------------------------------ reading

    def showEvent(self, event: QShowEvent) -> None:
        """Shown again: what has changed meanwhile."""
        super().showEvent(event)
        self.reload()

    def reload(self) -> None:
        """Read how things stand, and what a run would take."""
        self._bridge.watch(
            self._console.background(lambda c: c.retention.kept()), self, self._take, self._refused
        )
        if self._disk is None:
            self._bridge.watch(self._console.background(_disk), self, self._take_disk, self._refused)

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        if self.isVisible() and any(one.what == "retention" for one in changes):
            self.reload()

    def _take(self, kept: Kept) -> None:
        before, self._kept = self._kept, kept
        if before is None or before.terms != kept.terms:
            for name, number in self.days.items():
                number.show_value(getattr(kept.terms, name) or 0)
        self._soon.start(0)
        self._say()

    def _take_disk(self, found: Found) -> None:
        self._disk = found
        self._say()

    def _typed(self) -> None:
        self._ask(on=False)
        self._ahead = None
        self._say()
        self._soon.start(_SOON_MS)

    def wanted(self) -> Terms:
        """The terms as the fields have them; what makes no sense is kept for ever."""
        return read_terms(self._values())[0]

    def _values(self) -> dict[str, int]:
        return {name: number.value() for name, number in self.days.items() if number.value()}

    def _look_ahead(self) -> None:
        self._wish += 1
        wish, wanted = self._wish, self.wanted()
        future = self._console.background(lambda c: c.retention.preview(wanted))
        self._bridge.watch(future, self, lambda found: self._take_ahead(wish, found), self._refused)

    def _take_ahead(self, wish: int, found: Sweep) -> None:
        if wish == self._wish:  # else something else was typed meanwhile
            self._ahead = found
            self._say()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, VigieError):
            told = describe(error)
            self.fault.setText(" ".join(one for one in (told.what, told.became, told.step) if one))
            self.fault.show()
            self.resized.emit()

    # ------------------------------------------------------------------ changing

    def _keep(self) -> None:
        values = {name: number.value() or None for name, number in self.days.items()}
        actor = self._actor
        self.fault.hide()
        self._bridge.watch(
            self._console.background(lambda c: c.retention.set_terms(values, actor)),
            self,
            lambda _terms: self.reload(),
            self._refused,
        )

    def _run(self) -> None:
        if not self._asking:
            self._ask(on=True)
            return
        self._ask(on=False)
        actor = self._actor
        self.fault.hide()
        future = self._console.background(lambda c: c.retention.begin(actor))
        self._bridge.watch(future, self, lambda _begun: self.reload(), self._refused)

    def _ask(self, *, on: bool) -> None:
        if on != self._asking:
            self._asking = on
            self._say()

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.head.setText(translate("DataPage", "What is kept for how long"))
        self.disk_head.setText(translate("DataPage", "The disk"))
        words = {
            "untouched": (
                translate("DataPage", "Untouched comments"),
                translate("DataPage", "Since they came or were last edited; open work not before its deadline is past as long."),
            ),
            "decided": (
                translate("DataPage", "Comments somebody dealt with"),
                translate("DataPage", "Since the last thing done about them."),
            ),
            "authors": (
                translate("DataPage", "Authors without comments"),
                translate("DataPage", "Since the last of theirs went; with tags, notes and strikes."),
            ),
        }  # fmt: skip
        for name, (label, help_) in words.items():
            self.fields[name].set_words(label, help_)
            self.days[name].setSuffix(" " + translate("DataPage", "days"))
            self.days[name].setSpecialValueText(translate("DataPage", "for ever"))
        self.keep.set_face("check", translate("DataPage", "Keep these terms"))
        self.stay.set_face("x", translate("Asks", "Stay"))
        self._say()

    def _say(self) -> None:
        """Everything that depends on what was read."""
        kept = self._kept
        company = kept is not None and kept.source == "company"
        lead = self._actor.may("erase")
        if company:
            aside = translate("DataPage", "Set by your company. Runs once a day at a quiet moment.")
        elif lead:
            aside = translate(
                "DataPage",
                "Then they are erased for good; how many of which day stays. Once a day at a quiet moment.",
            )
        else:
            aside = translate("DataPage", "A lead changes this. Runs once a day at a quiet moment.")
        self.aside.setText(aside)
        for number in self.days.values():
            number.setEnabled(lead and not company and kept is not None)
        changed = kept is not None and self._values() != kept.terms.given()
        faults = read_terms(self._values())[1]
        wrong = translate(
            "DataPage", "Not fewer days than untouched comments: somebody may have to answer for it."
        )
        self.fields["decided"].set_words(
            translate("DataPage", "Comments somebody dealt with"),
            translate("DataPage", "Since the last thing done about them."),
        )
        if faults:
            self.fields["decided"].set_wrong(wrong)
        self.keep.setVisible(lead and not company and changed)
        self.keep.setEnabled(not faults)
        running = None if kept is None else kept.running
        goes = self._parts(("untouched", "decided", "authors"))
        self.run.setVisible(lead and not changed and running is None and bool(goes))
        self.stay.setVisible(self._asking and not self.run.isHidden())
        self.run.set_face(
            "trash-simple",
            translate("DataPage", "Erase for good") if self._asking else translate("DataPage", "Erase now"),
        )
        self.next.setText(self._next_words(goes))
        stays = self._parts(("held", "pending", "authors_kept"))
        self.stays.setText(
            translate("DataPage", "Old enough and kept: {parts}.").format(parts=join_and(stays))
        )
        self.stays.setVisible(bool(stays))
        self._say_past(kept)
        self._say_disk()
        self.resized.emit()

    def _parts(self, names: tuple[str, ...]) -> list[str]:
        counts = {} if self._ahead is None else self._ahead.counts
        return [getattr(retention_counted, name)(counts[name]) for name in names if counts.get(name)]

    def _next_words(self, goes: list[str]) -> str:
        kept = self._kept
        if kept is not None and kept.running is not None:
            return retention_counted.looked(kept.running.counts["untouched"] + kept.running.counts["decided"])
        if self._ahead is None or kept is None:
            return translate("DataPage", "Counting…")
        if self._asking:
            return translate("DataPage", "Erase {parts}? There is no way back.").format(parts=join_and(goes))
        if self.wanted().off:
            return translate("DataPage", "Everything is kept.")
        if not goes:
            return translate("DataPage", "The next run would erase nothing.")
        return translate("DataPage", "The next run would erase {parts}.").format(parts=join_and(goes))

    def _say_past(self, kept: Kept | None) -> None:
        lines = []
        if kept is not None and kept.last is not None:
            went = [
                getattr(retention_counted, name)(kept.last.counts[name])
                for name in _ORDER
                if kept.last.counts.get(name)
            ]
            lines.append(
                translate("DataPage", "Last run: {when}, {parts}.").format(
                    when=say.moment(kept.last.ended, self._console.clock.now()),
                    parts=join_and(went) or translate("DataPage", "nothing"),
                )
            )
        if kept is not None and kept.gone:
            lines.append(retention_counted.gone(kept.gone))
        self.last.setText(" ".join(lines))
        self.last.setVisible(bool(lines))
        held = 0 if kept is None else kept.holds
        self.holds.setText(
            translate("DataPage", "Kept as evidence by hand: {n}. See “Keep as evidence” in the command palette.").format(
                n=say.number(held)
            )
        )  # fmt: skip
        self.holds.setVisible(held > 0)

    def _say_disk(self) -> None:
        if self._disk is None:
            self.disk.setText(translate("DataPage", "Asking the system…"))
            return
        words = {
            "yes": translate("DataPage", "The disk under this workspace is encrypted ({by})."),
            "no": translate("DataPage", "The disk under this workspace is not encrypted ({by})."),
            "unknown": translate("DataPage", "Nobody can tell whether the disk under this workspace is encrypted ({by})."),
        }[self._disk.answer.value]  # fmt: skip
        self.disk.setText(words.format(by=self._disk.by))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _disk(console: Console) -> Found:
    from console.encrypted import look

    return look(console.store.path, managed.current().encrypted_folders)
