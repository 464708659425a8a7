"""What the team's decisions say of the engine: figures with their intervals, adapting to them, and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.classify.fitting import NEEDED
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.words import category_word
from ui.models.classifier_words import (
    LAYER_STATES,
    comparison,
    layer_words,
    looked_up,
    macro_words,
    percent,
    share_words,
    tried_words,
)
from ui.theme.icon_names import category_color, category_icon
from ui.widgets.base import IconText, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.cells import Cell, CellTable
from ui.widgets.empty import Glyph
from ui.widgets.flow import FlowLayout
from ui.widgets.meter import Meter
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.services.learning import LayerProposal
    from console.services.roles import Actor
    from ui.models.classifier_data import Learned
    from ui.theme.look import Look

FIGURES: Final = (26, 30, 30)
HISTORY: Final = (8, 14, 14, 20, 22, 24)


class FeedbackPart(QWidget):
    """``adapt_asked`` and ``revert_asked`` ask; ``activate_asked`` carries the layer's number."""

    adapt_asked = Signal()
    activate_asked = Signal(int)
    revert_asked = Signal()

    def __init__(self, look: Look, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._actor = look, actor
        self._learned: Learned | None = None
        self._tried: LayerProposal | None = None
        self._version = ""
        self._now = 0
        self._busy = ""
        px = look.px
        self.empty_icon = Glyph(look, "scales", 18)
        self.summary = Text(look, "body", "text", wrap=True)
        self.table = CellTable(look, FIGURES, chooses=False)
        self.honest = Text(look, "small", "text-muted", wrap=True)
        self.layer = IconText(look, "seal-check", "", role="body", icon_px=16, text_color="text")
        self.adapt = ActionButton(look, "scales")
        self.revert = ActionButton(look, "arrow-u-up-left")
        self.why = Text(look, "small", "text-muted", wrap=True)
        self.busy = Text(look, "body", "text-muted", wrap=True)
        self.meter = Meter(look)
        self.result = Notice(look, "accent")
        self.compared = CellTable(look, FIGURES, chooses=False)
        self.history_title = Text(look, "small", "text-muted", 600)
        self.history = CellTable(look, HISTORY)
        buttons = FlowLayout(px(2))
        buttons.setContentsMargins(-px(RING_ROOM), px(2), 0, 0)
        buttons.addWidget(self.adapt)
        buttons.addWidget(self.revert)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        above: tuple[QWidget, ...] = (self.summary, self.table, self.honest, self.layer)
        for widget in above:
            column.addWidget(widget)
        column.addLayout(buttons)
        below: tuple[QWidget, ...] = (
            self.why, self.busy, self.meter, self.result, self.compared, self.history_title, self.history,
        )  # fmt: skip
        for widget in below:
            column.addWidget(widget)
        self.empty_icon.hide()
        for widget in (*above[1:], *below):
            widget.hide()
        for button in (self.adapt, self.revert):
            button.asked_why.connect(self._tell_why)
        self.adapt.clicked.connect(lambda _checked=False: self.adapt_asked.emit())
        self.revert.clicked.connect(lambda _checked=False: self.revert_asked.emit())
        self.history.entered.connect(self._again)
        self.retranslate()

    # ------------------------------------------------------------------ showing

    def show_learned(self, learned: Learned, version: str, now: int) -> None:
        """The figures as they are now, for the engine's ``version``; ``now`` in UTC seconds."""
        self._learned, self._version, self._now = learned, version, now
        self._show_figures(learned)
        active = learned.active
        self.layer.setVisible(active is not None)
        if active is not None:
            self.layer.set_text(
                layer_words(active, now), "seal-check", "ok" if active.applies else "text-muted", "fill"
            )
        self.revert.setVisible(active is not None)
        self._show_history(learned)
        self._say_buttons()

    def show_busy(self, words: str, done: int = 0, total: int = 0) -> None:
        """Something runs that takes a while; "" when it is over."""
        self._busy = words
        self.busy.setText(words)
        self.busy.setVisible(bool(words))
        self.meter.setVisible(bool(words) and total > 0)
        self.meter.show_share(done, total, words)
        self._say_buttons()

    def show_tried(self, tried: LayerProposal | None) -> None:
        """What came of trying to adapt, before and after; None hides it."""
        self._tried = tried
        self.result.setVisible(tried is not None)
        self.compared.setVisible(tried is not None)
        if tried is None:
            return
        title, line = tried_words(tried)
        aside = translate("Classifier", "Tried on decisions it had not seen ({n}, cross-validated).").format(
            n=say.number(tried.decisions)
        )
        self.result.show_notice("scales", title, line, aside, "accent" if tried.improves else "warning")
        away = ActionButton(self.look, "", translate("Classifier", "Leave it"))
        buttons: list[tuple[ActionButton, Callable[[], object]]] = [(away, self._leave)]
        if tried.improves and tried.id is not None:
            number = tried.id
            yes = ActionButton(self.look, "check", translate("Classifier", "Activate"), kind=Kind.PRIMARY)
            if not self._actor.may("classifier"):
                yes.set_inert(translate("Classifier", "This needs a lead."))
                yes.asked_why.connect(self._tell_why)
            buttons.append((yes, lambda: self.activate_asked.emit(number)))
        self.result.set_buttons(buttons)
        heads = (
            translate("Classifier", "Figure"), translate("Classifier", "Before"), translate("Classifier", "After"),
        )  # fmt: skip
        rows = [
            (Cell(name, weight=600), Cell(was, color="text-muted"), Cell(now))
            for name, was, now in comparison(tried.before, tried.after)
        ]
        self.compared.set_rows(heads, rows)
        self.compared.fit_height()
        self.compared.setAccessibleName(translate("Classifier", "Before and after"))
        self.result.show()
        self.compared.show()
        away.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.show_tried(None)
        self.adapt.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_figures(self, learned: Learned) -> None:
        report = learned.report
        some = report is not None and report.flagged.decisions > 0
        self.table.setVisible(some)
        self.honest.setVisible(some)
        if report is None or not some:
            self.summary.setText(
                translate(
                    "Classifier",
                    "No decision to compare with yet. Decide in the queue, or choose a category with C: each decision that contradicts a verdict is kept here. Nothing leaves this machine.",
                )
            )
            return
        n = report.flagged.decisions
        words = translate(
            "Classifier", "Decided comments: {n}. Against the engine: {contradicted} ({share})."
        ).format(
            contradicted=say.number(report.contradictions),
            n=say.number(n),
            share=percent(report.contradictions / n),
        )
        if report.practice:
            words += " " + translate("Classifier", "These are decisions on practice channels.")
        self.summary.setText(words)
        rows = [
            (
                Cell(translate("Classifier", "Flagged as a whole"), weight=600),
                *self._shares(share_words(report.flagged.precision), share_words(report.flagged.recall)),
            )
        ]
        rows += [
            (
                Cell(category_word(one.name), category_icon(one.name), category_color(one.name), filled=True),
                *self._shares(share_words(one.precision), share_words(one.recall)),
            )
            for one in report.categories
        ]
        heads = (
            translate("Classifier", "Category"), translate("Classifier", "Precision"), translate("Classifier", "Recall"),
        )  # fmt: skip
        self.table.set_rows(heads, rows)
        self.table.fit_height()
        self.table.setAccessibleName(translate("Classifier", "Precision and recall by category"))
        self.honest.setText(
            translate(
                "Classifier",
                "Precision: how much of what the engine called so, you called so. Recall: how much of what you called so, it had found. In brackets the 95 % interval; under 30 cases there is too little to say. Only what somebody decided about counts, and the engine’s opinion was in sight.",
            )
        )

    @staticmethod
    def _shares(precision: str, recall: str) -> tuple[Cell, Cell]:
        few = translate("Classifier", "too few (n = {n})").partition("(")[0]
        return (
            Cell(precision, color="text-muted" if precision.startswith(few) else "text"),
            Cell(recall, color="text-muted" if recall.startswith(few) else "text"),
        )

    def _show_history(self, learned: Learned) -> None:
        self.history.setVisible(bool(learned.layers))
        self.history_title.setVisible(bool(learned.layers))
        heads = (
            translate("Classifier", "Layer"), translate("Classifier", "State"), translate("Classifier", "Decisions"),
            translate("Classifier", "Macro-F1"), translate("Classifier", "By"), translate("Classifier", "When"),
        )  # fmt: skip
        rows = []
        for one in learned.layers:
            at, who = one.created_at, one.created_by
            if one.state == "reverted" and one.reverted_at is not None:
                at, who = one.reverted_at, one.reverted_by or who
            elif one.activated_at is not None:
                at, who = one.activated_at, one.activated_by or who
            state = looked_up(LAYER_STATES, one.state)
            if not one.applies:
                state += " · " + translate("Classifier", "other version")
            rows.append(
                (
                    Cell(say.number(one.id), color="text-muted"),
                    Cell(state, weight=600 if one.state == "active" else 400),
                    Cell(say.number(one.decisions), color="text-muted"),
                    Cell(f"{macro_words(one.before)} → {macro_words(one.after)}"),
                    Cell(who, color="text-muted"),
                    Cell(say.moment(at, self._now), color="text-muted"),
                )
            )
        self.history.set_rows(heads, rows)
        self.history.fit_height(6)
        self.history.setAccessibleName(self.history_title.text())

    def _say_buttons(self) -> None:
        learned = self._learned
        missing = learned.missing(self._version) if learned is not None else NEEDED
        words = ""
        if missing:
            words = translate(
                "Classifier",
                "It takes {needed} decided comments for this version of the engine. Missing: {missing}.",
            ).format(needed=say.number(NEEDED), missing=say.number(missing))
        self.why.setText(words)
        self.why.setVisible(bool(words))
        may = "" if self._actor.may("decide") else translate("Classifier", "Your role does not decide.")
        self.adapt.set_inert(may or self._busy or words)
        lead = "" if self._actor.may("classifier") else translate("Classifier", "This needs a lead.")
        self.revert.set_inert(lead or self._busy)

    def _tell_why(self, reason: str) -> None:
        self.why.setText(reason)
        self.why.show()

    def _again(self, place: int) -> None:
        """Enter on a layer that was proposed or taken off: put it on (again)."""
        layers = self._learned.layers if self._learned is not None else ()
        if not 0 <= place < len(layers) or layers[place].state == "active":
            return
        if not self._actor.may("classifier"):
            self._tell_why(translate("Classifier", "This needs a lead."))
        elif self._busy:
            self._tell_why(self._busy)
        else:
            self._ask_again(layers[place].id)

    def _ask_again(self, number: int) -> None:
        self.show_tried(None)
        title = translate("Classifier", "Put layer {id} on?").format(id=number)
        line = translate(
            "Classifier", "Comments that nobody has decided about get it at once. “Take it off” undoes that."
        )
        self.result.show_notice("scales", title, line, tone="accent")
        no = ActionButton(self.look, "", translate("Classifier", "Leave it"))
        yes = ActionButton(self.look, "check", translate("Classifier", "Activate"), kind=Kind.PRIMARY)
        self.result.set_buttons([(no, self._leave), (yes, lambda: self.activate_asked.emit(number))])
        self.result.show()
        no.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.adapt.set_face("scales", translate("Classifier", "Adapt to our decisions"))
        self.revert.set_face("arrow-u-up-left", translate("Classifier", "Take it off"))
        self.history_title.setText(translate("Classifier", "Layers so far (Enter puts one on again)"))
        if self._learned is not None:
            self.show_learned(self._learned, self._version, self._now)
        if self._tried is not None:
            self.show_tried(self._tried)
