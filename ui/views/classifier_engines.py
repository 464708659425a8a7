"""The engine that reads, the list of engines with what can be done to each, and the second opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n.counted import counted
from ui.i18n.mark import translate
from ui.models.classifier_words import (
    away_words,
    engine_facts,
    engine_state,
    estimate,
    labels_words,
    languages_words,
    offer_words,
    size_words,
    state_of,
)
from ui.views.classifier_install import InstallPart
from ui.widgets.base import IconText, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.cells import Cell, CellTable
from ui.widgets.fields import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from console.classify.packoffer import Offers
    from console.services.roles import Actor
    from ui.installation import Installation
    from ui.models.classifier_data import EngineRow, Engines
    from ui.theme.look import Look

SHARES: Final = (26, 16, 18, 24, 30)


class EnginesPart(QWidget):
    """``use_asked``, ``remove_asked`` and ``second_asked`` carry a name ("" for no second opinion)."""

    use_asked = Signal(str)
    remove_asked = Signal(str)
    second_asked = Signal(str)
    card_asked = Signal()
    restart_asked = Signal()

    def __init__(
        self, look: Look, actor: Actor, installation: Installation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look, self._actor, self.installation = look, actor, installation
        self._engines: Engines | None = None
        self._offers: Offers | None = None
        px = look.px
        self.state = IconText(look, "robot", "", role="title", weight=600, icon_px=18, text_color="text")
        self.facts = Text(look, "body", "text-muted", wrap=True)
        self.away = Text(look, "body", "warning", wrap=True)
        self.restart = ActionButton(look, "arrow-clockwise")
        self.restart.hide()
        self.restarting = False
        self.table = CellTable(look, SHARES, yields=(4,))
        self.about = Text(look, "small", "text-muted", wrap=True)
        self.company = Text(look, "small", "text-muted", wrap=True)
        self.company.hide()
        self.use = ActionButton(look, "check")
        self.install = ActionButton(look, "download-simple")
        self.remove = ActionButton(look, "trash-simple")
        self.card = ActionButton(look, "file-text")
        self.ask = Notice(look, "accent")
        self.part = InstallPart(look, installation)
        self.second_label = Text(look, "body", "text", 600)
        self.second = Choice(look)
        self.second_line = Text(look, "small", "text-muted", wrap=True)
        buttons = FlowLayout(px(2))
        buttons.setContentsMargins(-px(RING_ROOM), px(2), 0, px(2))
        for button in (self.use, self.install, self.remove, self.card):
            buttons.addWidget(button)
            button.asked_why.connect(self._tell_why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        above: tuple[QWidget, ...] = (self.state, self.facts, self.away)
        for widget in above:
            column.addWidget(widget)
        column.addWidget(self.restart, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table)
        column.addWidget(self.about)
        column.addWidget(self.company)
        column.addLayout(buttons)
        column.addWidget(self.ask)
        column.addWidget(self.part)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.second_label)
        row.addWidget(self.second)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.second_line)
        self.ask.hide()
        self.away.hide()
        self.part.hide()
        self.table.moved.connect(lambda _row: self._say_buttons())
        self.table.entered.connect(lambda _row: self._default())
        self.use.clicked.connect(lambda _checked=False: self.ask_use())
        self.install.clicked.connect(lambda _checked=False: self._install())
        self.remove.clicked.connect(lambda _checked=False: self._ask_removal())
        self.restart.clicked.connect(lambda _checked=False: self._restart())
        self.restart.asked_why.connect(self._tell_why)
        self.card.clicked.connect(lambda _checked=False: self.card_asked.emit())
        self.second.activated.connect(lambda _index: self.second_asked.emit(self.second.key()))
        self.part.use_asked.connect(self.ask_use)
        self.part.left.connect(self.table.setFocus)
        self.retranslate()

    # ------------------------------------------------------------------ showing

    def show_engines(self, engines: Engines) -> None:
        """Show the classifier as it is now; the chosen row stays."""
        engines = engines.with_offers(self._offers)
        self._engines = engines
        status, reading = engines.status, engines.reading
        words, icon, color = state_of(status)
        name = f"{status.reads} {reading.version if reading else ''}".strip()
        self.state.set_text(f"{name} · {words}", icon, color, "fill" if color != "text-muted" else None)
        self.facts.setText(engine_facts(reading) if reading is not None else "")
        away = away_words(status)
        self.away.setText(away)
        self.away.setVisible(bool(away))
        self._say_restart()
        rows = []
        for one in engines.rows:
            state, glyph, tone = engine_state(one)
            rows.append(
                (
                    Cell(
                        one.title if not one.bundled else f"{one.title} ({one.name})",
                        weight=600 if one.reads else 400,
                    ),
                    Cell(
                        state, glyph, tone, "text" if tone != "text-muted" else "text-muted", filled=one.reads
                    ),
                    Cell(size_words(one), color="text-muted"),
                    Cell(one.licence, color="text-muted"),
                    Cell(languages_words(one.languages), color="text-muted"),
                )
            )
        kept = self.table.current_row()
        self.table.set_rows(self._heads(), rows)
        self.table.fit_height()
        if kept < 0 and rows:
            self.table.choose(next((i for i, one in enumerate(engines.rows) if one.reads), 0))
        self._say_second(engines)
        self._say_buttons()

    def show_offers(self, offers: Offers | None, words: str, color: str = "text-muted") -> None:
        """What the company has ready, and a line about its server."""
        self._offers = offers
        self.company.set_color(color)
        self.company.setText(words)
        self.company.setVisible(bool(words))
        if self._engines is not None:
            self.show_engines(self._engines)

    def _say_restart(self) -> None:
        """Offered where a process has stopped, and while it comes up again."""
        status = self._engines.status if self._engines is not None else None
        stopped = status is not None and (
            status.state == "away" or status.second_error not in (None, "", "engine_missing")
        )
        word = (
            translate("Classifier", "Restarting…") if self.restarting else translate("Classifier", "Restart")
        )
        self.restart.set_face("arrow-clockwise", word)
        self.restart.set_inert(
            self._lead() or (translate("Classifier", "It is coming up.") if self.restarting else "")
        )
        had = self.restart.hasFocus()
        self.restart.setVisible(stopped or self.restarting)
        if had and self.restart.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restart(self) -> None:
        self.restarting = True
        self._say_restart()
        self.restart_asked.emit()

    def restarted(self) -> None:
        """It came up, or did not: the state says which."""
        self.restarting = False
        self._say_restart()

    def chosen(self) -> EngineRow | None:
        """The engine of the current row."""
        place = self.table.current_row()
        rows = self._engines.rows if self._engines is not None else ()
        return rows[place] if 0 <= place < len(rows) else None

    def choose(self, name: str) -> None:
        """Make an engine's row the current one."""
        rows = self._engines.rows if self._engines is not None else ()
        for place, one in enumerate(rows):
            if one.name == name:
                self.table.choose(place)

    def _lead(self) -> str:
        return "" if self._actor.may("classifier") else translate("Classifier", "This needs a lead.")

    def _say_buttons(self) -> None:
        row, no = self.chosen(), self._lead()
        if row is None:
            return
        name = row.title
        self.use.set_face("check", translate("Classifier", "Use for reading…"))
        self.use.set_inert(
            no
            or (translate("Classifier", "It reads already.") if row.chosen and row.reads else "")
            or ("" if row.usable else translate("Classifier", "Install it first."))
        )
        again = translate("Classifier", "Install again…")
        self.install.set_face(
            "download-simple",
            again if row.usable and not row.bundled else translate("Classifier", "Install…"),
        )
        self.install.set_inert(
            no
            or (translate("Classifier", "It is part of Vigie.") if row.bundled else "")
            or (
                translate("Classifier", "Another installation is under way.")
                if self.installation.busy
                else ""
            )
        )
        here = row.usable or row.damaged
        self.remove.set_inert(
            no
            or (translate("Classifier", "It is part of Vigie.") if row.bundled else "")
            or (
                translate("Classifier", "It reads this workspace. Choose another one first.")
                if row.chosen
                else ""
            )
            or (
                translate("Classifier", "It gives the second opinion. Turn that off first.")
                if row.second
                else ""
            )
            or ("" if here else translate("Classifier", "It is not installed."))
        )
        parts = [f"{name} {row.version}".strip() + "."]
        parts.append(translate("Classifier", "Labels: {labels}.").format(labels=labels_words(row.labels)))
        if row.offer is not None:
            parts.append(offer_words(row))
        if row.source:
            parts.append(translate("Classifier", "Source: {source}.").format(source=row.source))
        if not row.bundled:
            parts.append(
                translate(
                    "Classifier",
                    "It knows no spam, praise or criticism: those are found by rules alone, and nothing is hidden by itself.",
                )
            )
        self.about.setText(" ".join(parts))

    def _say_second(self, engines: Engines) -> None:
        choices = [("", translate("Classifier", "off"))]
        choices += [(one.name, one.title) for one in engines.rows if one.usable and not one.reads]
        wanted = engines.status.second or ""
        row = engines.row(wanted)
        if row is not None and all(key != wanted for key, _ in choices):
            choices.append((wanted, row.title))
        self.second.set_choices(choices)
        self.second.set_key(wanted)
        no = self._lead()
        self.second.setEnabled(not no and len(choices) > 1)
        if no:
            line = no
        elif len(choices) == 1:
            line = translate("Classifier", "Install another engine to have a second opinion.")
        else:
            line = translate(
                "Classifier", "It reads beside, says in the detail where it disagrees, and decides nothing."
            )
        if engines.status.second_error:
            line = f"{translate('Classifier', 'The second engine does not answer.')} {line}"
        self.second_line.setText(line)
        self.second.setAccessibleDescription(line)

    # ------------------------------------------------------------------ asking

    def _tell_why(self, reason: str) -> None:
        self.ask.show_notice("hand-palm", reason, tone="warning")
        ok = ActionButton(self.look, "", translate("Classifier", "Understood"))
        self.ask.set_buttons([(ok, self._asked)])
        self.ask.show()
        ok.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked(self) -> None:
        self.ask.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_use(self, name: str = "") -> None:
        """Say what changing the engine means, and ask."""
        engines = self._engines
        if engines is None:
            return
        if name:
            self.choose(name)
        row = self.chosen()
        if row is None or self.use.reason:
            if self.use.reason:
                self._tell_why(self.use.reason)
            return
        comments = counted.comments(engines.comments)
        span = estimate(engines.comments, row)
        if engines.comments and span:
            line = translate(
                "Classifier", "Read again in the background: {comments}, about {span} at most."
            ).format(comments=comments, span=span)
        elif engines.comments:
            line = translate("Classifier", "Read again in the background: {comments}.").format(
                comments=comments
            )
        else:
            line = translate("Classifier", "There is nothing to read again yet.")
        line += " " + translate(
            "Classifier", "You can go on working. What was decided stays; earlier verdicts are kept beside."
        )
        aside = ""
        if row.speed and engines.comments:
            aside = (
                translate("Classifier", "Measured when it was installed; one thread.")
                if not row.reads
                else ""
            )
        self.ask.show_notice(
            "robot",
            translate("Classifier", "Let {name} read this workspace?").format(name=row.title),
            line,
            aside,
            "accent",
        )
        yes = ActionButton(
            self.look,
            "check",
            translate("Classifier", "Use {name}").format(name=row.title),
            kind=Kind.PRIMARY,
        )
        no = ActionButton(self.look, "", translate("Classifier", "Stay as it is"))
        self.ask.set_buttons([(no, self._asked), (yes, lambda: self._answer(self.use_asked, row.name))])
        self.ask.show()
        no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_removal(self) -> None:
        row = self.chosen()
        if row is None:
            return
        self.ask.show_notice(
            "trash-simple",
            translate("Classifier", "Remove {name} from this machine?").format(name=row.title),
            translate(
                "Classifier",
                "Its verdicts stay. Other workspaces that use it are then read by the embedded engine.",
            ),
            tone="danger",
        )
        yes = ActionButton(self.look, "trash-simple", translate("Classifier", "Remove the engine"))
        no = ActionButton(self.look, "", translate("Classifier", "Keep it"))
        self.ask.set_buttons([(no, self._asked), (yes, lambda: self._answer(self.remove_asked, row.name))])
        self.ask.show()
        no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, signal: object, name: str) -> None:
        self._asked()
        signal.emit(name)  # type: ignore[attr-defined]

    def _install(self) -> None:
        row = self.chosen()
        if row is not None:
            self.ask.hide()
            self.part.ask(row)
            self.part.retranslate()

    def _default(self) -> None:
        """Enter on a row: what it lacks next."""
        row = self.chosen()
        if row is None:
            return
        button = self.install if not row.usable else self.use
        self._tell_why(button.reason) if button.reason else button.click()

    # ------------------------------------------------------------------ words

    def _heads(self) -> tuple[str, ...]:
        return (
            translate("Classifier", "Engine"), translate("Classifier", "State"), translate("Classifier", "Size"),
            translate("Classifier", "Licence"), translate("Classifier", "Languages"),
        )  # fmt: skip

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.table.setAccessibleName(translate("Classifier", "Engines"))
        self.remove.set_face("trash-simple", translate("Classifier", "Remove…"))
        self.card.set_face("file-text", translate("Classifier", "Model card"))
        self.second_label.setText(translate("Classifier", "Second opinion"))
        self.second_label.setBuddy(self.second)
        self.second.setAccessibleName(translate("Classifier", "Second opinion"))
        self.ask.hide()
        self.part.retranslate()
        if self._engines is not None:
            self.show_engines(self._engines)
