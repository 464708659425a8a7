"""The classifier among the settings: engines, second opinion, reading again, what decisions teach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console import managed, paths
from console.domain.errors import VigieError
from console.offer_words import left_out_sentence
from console.services.packs import shown_place
from ui.apart import apart
from ui.errors import describe, shown_language
from ui.i18n.mark import translate
from ui.models.classifier_data import Engines, Learned, read_engines, read_learned
from ui.views.classifier_engines import EnginesPart
from ui.views.classifier_feedback import FeedbackPart
from ui.views.classifier_reread import RereadPart
from ui.views.text_dialog import TextDialog
from ui.widgets.base import Rule, Text
from ui.widgets.buttons import ActionButton
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from console.classify.packoffer import Offers
    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.learning import LayerProposal, LayerRecord
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.installation import Installation
    from ui.theme.look import Look

TICK_MS: Final = 1_000
"""How often a run's pace is read again, and how long changes gather before the figures are counted again."""


class ClassifierPage(QWidget):
    """``resized`` tells the dialog around it that its height changed."""

    resized = Signal()

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        installation: Installation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._console, self._bridge, self._actor = console, bridge, actor
        self._installation = installation
        self._data: Engines | None = None
        self._reading = {"engines": False, "learned": False}
        self._again = {"engines": False, "learned": False}
        self._applied = (0, 0)
        self._closed = False
        self.notice = Notice(look, "danger")
        self.engines_title = Text(look, "small", "text-muted", 600)
        self.engines = EnginesPart(look, actor, installation)
        self.reread_title = Text(look, "small", "text-muted", 600)
        self.reread = RereadPart(look, actor)
        self.feedback_title = Text(look, "small", "text-muted", 600)
        self.feedback = FeedbackPart(look, actor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        parts: tuple[QWidget, ...] = (
            self.notice, self.engines_title, self.engines, Rule(look), self.reread_title, self.reread, Rule(look),
            self.feedback_title, self.feedback,
        )  # fmt: skip
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.notice.hide()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._ticked)
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(TICK_MS)
        self._count.timeout.connect(lambda: self._read("learned"))
        self._connect()
        self.retranslate()
        self.setFocusProxy(self.engines.table)
        self._read("engines")
        self._read("learned")
        self._ask_company()

    def _connect(self) -> None:
        desk = self._console.classifier
        actor = self._actor
        self.engines.use_asked.connect(lambda name: self._run(desk.use(name, actor)))
        self.engines.second_asked.connect(lambda name: self._run(desk.second(name or None, actor)))
        self.engines.remove_asked.connect(self._remove)
        self.engines.restart_asked.connect(self._restart)
        self.engines.card_asked.connect(self.open_card)
        self._installation.changed.connect(self._installing)
        # Bound methods: the installation outlives this page, and a lambda would outlive it too.
        self._installation.finished.connect(self._installed)
        moves: dict[str, Callable[[], Future[Any]]] = {
            "start": lambda: desk.reclassify(actor),
            "pause": lambda: desk.pause(actor),
            "resume": lambda: desk.resume(actor),
            "cancel": lambda: desk.cancel(actor),
        }
        self.reread.asked.connect(lambda move: self._run(moves[move]()))
        self.feedback.adapt_asked.connect(self._adapt)
        self.feedback.activate_asked.connect(self._activate)
        self.feedback.revert_asked.connect(self._revert)
        self._bridge.changed.connect(self._on_changed)

    # ------------------------------------------------------------------ reading

    def _read(self, what: str) -> None:
        """Read on a thread of its own; asked twice meanwhile, it reads once more."""
        if self._closed:
            return
        if self._reading[what]:
            self._again[what] = True
            return
        self._reading[what] = True
        packs = self._installation.packs
        if what == "engines":
            future: Future[Any] = self._console.background(lambda c: read_engines(c, packs))
        else:
            future = apart(self._console, read_learned)
        self._bridge.watch(
            future, self, lambda found: self._arrived(what, found), lambda error: self._not_read(what, error)
        )

    def _arrived(self, what: str, found: Engines | Learned) -> None:
        self._reading[what] = False
        now = self._console.clock.now()
        if isinstance(found, Engines):
            before = self._data.reading if self._data is not None else None
            self._data = found
            self.engines.show_engines(found)
            run = found.status.reclassification
            self.reread.show_run(run, now)
            moving = (run is not None and run.state == "running") or found.status.state in (
                "starting",
                "away",
            )
            self._tick.start() if moving else self._tick.stop()
            if (before.version if before else "") != self._version():
                self._read("learned")
        else:
            self.feedback.show_learned(found, self._version(), now)
        self.resized.emit()
        if self._again[what]:
            self._again[what] = False
            self._read(what)

    def _ask_company(self) -> None:
        """Once, when the page is opened; the list of engines waits for no server."""
        place = managed.current().packs
        if not place:
            return
        packs, shown = self._installation.packs, shown_place(place)
        words = translate("Classifier", "Asking your company’s server for engines: {source}")
        self.engines.show_offers(None, words.format(source=shown))
        future = apart(self._console, lambda _c: packs.offers())
        self._bridge.watch(future, self, self._offered, self._not_offered)

    def _offered(self, offers: Offers | None) -> None:
        if offers is None:
            return
        words = translate("Classifier", "Your company’s server for engines: {source}")
        if not offers.items:
            words = translate("Classifier", "Your company’s server for engines has none ready: {source}")
        lines = [words.format(source=offers.source)]
        lines += [left_out_sentence(one, shown_language()) for one in offers.left_out]
        self.engines.show_offers(offers, "\n".join(lines), "warning" if offers.left_out else "text-muted")
        self.resized.emit()

    def _not_offered(self, error: Exception) -> None:
        text = describe(error)
        words = translate("Classifier", "Your company’s server for engines cannot be used now.")
        self.engines.show_offers(None, f"{words} {text.what} {text.step}", "warning")
        self.resized.emit()

    def shut_down(self) -> None:
        """The workspace closes: read nothing more."""
        self._closed = True
        self._tick.stop()
        self._count.stop()

    def _version(self) -> str:
        reading = self._data.reading if self._data is not None else None
        return "" if reading is None else reading.version

    def _not_read(self, what: str, error: Exception) -> None:
        self._reading[what] = False
        self._tell(error)

    def _ticked(self) -> None:
        if self.isVisible():
            self._read("engines")

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        whats = {change.what for change in changes}
        if whats & {"classifier", "reclassification", "settings", "calibrations"}:
            self._read("engines")
        if whats & {"calibrations"}:
            self._read("learned")
        elif whats & {"decisions", "feedback", "verdicts"} and not self._count.isActive():
            self._count.start()

    # ------------------------------------------------------------------ doing

    def _run(self, future: Future[Any]) -> None:
        self.notice.hide()
        self._bridge.watch(future, self, lambda _done: self._read("engines"), self._refused)

    def _refused(self, error: Exception) -> None:
        self._tell(error)
        self._read("engines")

    def _restart(self) -> None:
        actor = self._actor
        self.notice.hide()
        future = self._console.background(lambda c: c.classifier.restart(actor, c.engine.submit))
        self._bridge.watch(future, self, lambda _done: self._restarted(), self._not_restarted)

    def _restarted(self) -> None:
        self.engines.restarted()
        self._read("engines")

    def _not_restarted(self, error: Exception) -> None:
        self.engines.restarted()
        self._refused(error)

    def _remove(self, name: str) -> None:
        packs = self._installation.packs
        self._run(self._console.background(lambda _c: packs.remove(name)))

    def _installing(self) -> None:
        if self._data is not None:
            self.engines._say_buttons()
        self.resized.emit()

    def _installed(self, _name: str) -> None:
        self._read("engines")

    def _adapt(self) -> None:
        actor = self._actor
        self.notice.hide()
        self.feedback.show_tried(None)
        self.feedback.show_busy(translate("Classifier", "Trying what your decisions teach"))
        future = apart(self._console, lambda c: c.feedback.propose(actor))
        self._bridge.watch(future, self, self._tried, self._not_done)

    def _tried(self, tried: LayerProposal) -> None:
        self.feedback.show_busy("")
        self.feedback.show_tried(tried)
        self._read("learned")
        self.resized.emit()

    def _activate(self, number: int) -> None:
        actor = self._actor
        self._apply(lambda c: c.feedback.activate(number, actor, self._note))

    def _revert(self) -> None:
        actor = self._actor
        self._apply(lambda c: c.feedback.revert(actor, None, self._note))

    def _apply(self, work: Callable[[Console], LayerRecord]) -> None:
        self.notice.hide()
        self.feedback.show_tried(None)
        self._applied = (0, 0)
        self._show_applied()
        self._watcher = QTimer(self)
        self._watcher.setInterval(200)
        self._watcher.timeout.connect(self._show_applied)
        self._watcher.start()
        self._bridge.watch(apart(self._console, work), self, self._applied_all, self._not_done)

    def _note(self, done: int, total: int) -> None:
        """Called on the working thread."""
        self._applied = (done, total)

    def _show_applied(self) -> None:
        words = translate("Classifier", "Bringing comments that nobody has decided about in line")
        self.feedback.show_busy(words, *self._applied)

    def _applied_all(self, _layer: LayerRecord) -> None:
        self._end()
        self._read("learned")
        self._read("engines")

    def _not_done(self, error: Exception) -> None:
        self._end()
        self._tell(error)
        self._read("learned")

    def _end(self) -> None:
        watcher = getattr(self, "_watcher", None)
        if watcher is not None:
            watcher.stop()
        self.feedback.show_busy("")

    def _tell(self, error: Exception) -> None:
        text = describe(error)
        self.notice.show_notice("warning-circle", text.what, text.became, text.step, "danger")
        shut = ActionButton(self.look, "", translate("Classifier", "Understood"))
        self.notice.set_buttons([(shut, self._understood)])
        self.notice.show()
        shut.setFocus()
        self.resized.emit()
        if not isinstance(error, (VigieError, OSError)):
            return  # told here; the exception hook hears of it too

    def _understood(self) -> None:
        self.notice.hide()
        self.engines.table.setFocus()

    def open_card(self) -> TextDialog | None:
        """The model card as text."""
        path = paths.resources() / "models" / "CARD.md"
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            self._tell(error)
            return None
        dialog = TextDialog(
            self.look,
            translate("Classifier", "Model card of the embedded engine"),
            translate("Classifier", "What it learned from, how well it reads, and what it gets wrong."),
            text,
            parent=self,
        )
        dialog.open()
        return dialog

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.engines_title.setText(translate("Classifier", "Engine"))
        self.reread_title.setText(translate("Classifier", "Reading the workspace again"))
        self.feedback_title.setText(translate("Classifier", "What your decisions say"))
        self.setAccessibleName(translate("Classifier", "Classifier"))
        for part in (self.engines, self.reread, self.feedback):
            part.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
