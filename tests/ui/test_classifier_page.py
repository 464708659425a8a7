"""The classifier's page among the settings, on a real console: engines, installing, reading again, what decisions teach."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console import paths
from console.classify.figures import Share
from console.classify.supervisor import Engine, Timing
from console.domain.errors import NotAllowed, UsageError
from console.domain.verdict import Span, Verdict
from console.domain.vocabulary import Role
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.runtime.reader import EngineReader
from console.services.packs import Packs
from console.services.roles import Actor
from tests.support.packs import archive
from tests.support.team import arrive, decide, engine, written
from tests.support.workspaces import comment, take_in
from ui.app import Preferences
from ui.bridge import Bridge
from ui.installation import Installation
from ui.models.adapters import detail_of
from ui.models.card_adapter import card_of
from ui.models.classifier_words import share_words
from ui.views.classifier_page import ClassifierPage
from ui.views.main_window import MainWindow
from ui.views.settings_view import SettingsView
from ui.views.team_pages import TeamPages
from ui.views.text_dialog import TextDialog

DEADLINE = 60.0
ROGUE = (sys.executable, str(Path(__file__).parents[1] / "classify" / "rogue.py"))
TIMING = Timing(start=20.0, request=10.0, single=2.0, first_pause=0.02, longest_pause=0.3, batch=8)
NAMES = {"embedded": "1", "detoxify:original": "7"}
ANA = Actor("ana", Role.MODERATOR, "tester")


def launch(name: str) -> Engine:
    """The embedded engine and one pack, played by a child that answers at once."""
    if name not in NAMES:
        raise UsageError("pack_not_installed", name=name)
    return Engine((*ROGUE, "--engine", name, "--version", NAMES[name]), TIMING)


class Page:
    """A console with its page, for one test."""

    def __init__(
        self, folder: Path, app: QApplication, name: str | None = None, language: str = "en"
    ) -> None:
        self.app, self.folder = app, folder
        self.console = Console.open(
            folder / "w.vigie", secrets=memory_only(), reader=EngineReader(launch=launch)
        )
        self.actor = self.console.actor(name)
        self.bridge = Bridge()
        self.preferences = Preferences(app, folder / "settings.toml", language)
        self.console.subscribe(self.bridge.publish)
        self.packs = Packs(folder / "packs")
        self.installation = Installation(self.console, self.bridge, self.packs)
        self.view: SettingsView | None = None

    def open(self) -> ClassifierPage:
        """The settings at this page, read."""
        look = self.preferences.look
        self.view = SettingsView(
            self.preferences,
            self.console,
            self.actor,
            None,
            lambda: ClassifierPage(self.console, self.bridge, self.actor, look, self.installation),
        )
        self.view.show()
        self.view.show_page("classifier")
        page = self.view.classifier
        assert page is not None
        self.wait(lambda: page.engines.table.cells.rowCount() and page.feedback._learned is not None)
        return page

    def fill(self, count: int) -> list[int]:
        """Comments to read."""
        channel = self.console.add_channel("file", "demo", self.console.actor(), state="ok")
        return take_in(
            self.console.store, channel.id, *(comment(number) for number in range(count)), kind="file"
        )

    def wait(self, condition: Callable[[], object], seconds: float = DEADLINE) -> None:
        """Run the event loop until the condition holds."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"waited {seconds} s in vain"
            QTest.qWait(10)

    def close(self) -> None:
        """Everything in order."""
        self.installation.shut_down()
        if self.view is not None:
            self.view.shut_down()
            self.view.close()
            self.view.deleteLater()
        self.bridge.close()
        assert self.console.close()
        QTest.qWait(0)
        for translator in self.preferences.languages._installed:
            self.app.removeTranslator(translator)
        QLocale.setDefault(QLocale.c())


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Page]:
    """A lead's."""
    made = Page(tmp_path, qapp)
    yield made
    made.close()


def cell(page: ClassifierPage, row: int, column: int) -> str:
    """The words of a cell in the list of engines."""
    return str(page.engines.table.cells.index(row, column).data())


def press(page: ClassifierPage, key: Qt.Key) -> None:
    """A key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or page, key)


def test_the_engine_in_use_and_the_list(desk: Page) -> None:
    """Name, version, state, size, licence and languages; what cannot be done says why; nothing is invented."""
    desk.fill(5)
    desk.console.background(lambda c: c.engine.start()).result(DEADLINE)
    page = desk.open()
    desk.wait(lambda: page.engines.state.text == "embedded 1 · reads this workspace")
    assert "MIT · French and English" in page.engines.facts.text()
    assert cell(page, 0, 0) == "Vigie (embedded)"
    assert cell(page, 0, 1) == "reads"
    assert cell(page, 1, 1) == "available"
    assert "to download" in cell(page, 1, 2)
    assert "Apache-2.0" in cell(page, 1, 3)
    assert page.engines.use.reason == "It reads already."
    page.engines.choose("detoxify:original")
    assert page.engines.use.reason == "Install it first."
    assert not page.engines.install.reason
    assert page.engines.remove.reason == "It is not installed."
    assert not page.engines.second.isEnabled()
    assert "Install another engine" in page.engines.second_line.text()


def test_installing_asks_first_and_shows_what_came_of_it(desk: Page) -> None:
    """Enter on a row, a file as source, licence and size, agreement by keyboard, then the engine is there; and removed."""
    desk.console.background(lambda c: c.engine.start()).result(DEADLINE)
    page = desk.open()
    page.engines.choose("detoxify:original")
    page.engines.table.setFocus()
    press(page, Qt.Key.Key_Return)
    part = page.engines.part
    assert part.form.isVisible()
    part.source.set_key("file")
    part.source.activated.emit(part.source.currentIndex())
    assert part.place.isVisible()
    part.place.setText(str(desk.folder / "absent.vigiepack"))
    QTest.keyClick(part.place, Qt.Key.Key_Return)
    desk.wait(lambda: desk.installation.state == "failed")
    assert "There is no file" in part.notice.title.text()
    part.notice.buttons[0].click()
    part.place.setText(str(archive(desk.folder / "tiny.vigiepack")))
    part.go.click()
    desk.wait(lambda: desk.installation.state == "asking")
    assert part.notice.title.text() == "Install Detoxify original?"
    assert "Licence: Apache-2.0. To download: nothing." in part.notice.line.text()
    assert part.notice.buttons[0].word == "Not now"
    desk.wait(lambda: QApplication.focusWidget() is part.notice.buttons[0])
    part.notice.buttons[1].click()
    desk.wait(lambda: desk.installation.state == "done")
    assert "is installed" in part.notice.title.text()
    desk.wait(lambda: cell(page, 1, 1) == "installed")
    part.notice.buttons[0].click()
    assert part.isHidden()
    page.engines.choose("detoxify:original")
    page.engines.remove.click()
    page.engines.ask.buttons[1].click()
    desk.wait(lambda: cell(page, 1, 1) == "available")
    assert not desk.packs.states()[1].usable


def test_an_installation_is_stopped_and_keeps_its_place(desk: Page) -> None:
    """Cancel ends it soon; what it said is readable, and the list is as before."""
    page = desk.open()
    plan = desk.packs.plan("detoxify:original", str(archive(desk.folder / "tiny.vigiepack")))

    def slow(_plan: object, told: object, cancelled: object, **_more: object) -> None:
        from console.classify.packinstall import Progress
        from console.classify.packs import Cancelled

        told(Progress("download", "x", 5_000_000, 20_000_000))  # type: ignore[operator]
        while not cancelled():  # type: ignore[operator]
            QTest.qSleep(10)
        raise Cancelled("pack_cancelled", name="detoxify:original")

    desk.packs.install = slow  # type: ignore[assignment,method-assign]
    desk.installation.name, desk.installation.plan = "detoxify:original", plan
    desk.installation._set("asking")
    desk.installation.start()
    part = page.engines.part
    desk.wait(lambda: "5 MB of 20 MB" in part.words.text())
    assert part.meter.value() == 250
    assert part.meter.accessibleDescription() == part.words.text()
    part.stop.click()
    desk.wait(lambda: desk.installation.state == "failed")
    assert part.notice.title.text() == "Stopped."
    assert "what was downloaded is kept" in part.notice.line.text()


def test_an_installation_goes_on_when_the_dialog_is_closed(desk: Page) -> None:
    """Closed in the middle, opened again: the progress is there, and then the engine."""
    page = desk.open()
    going = threading.Event()
    install = desk.packs.install

    def slow(plan: Any, told: Any, cancelled: Any, **more: Any) -> Any:
        going.wait(DEADLINE)
        return install(plan, told, cancelled, **more)

    desk.packs.install = slow  # type: ignore[method-assign]
    desk.installation.look("detoxify:original", str(archive(desk.folder / "tiny.vigiepack")))
    desk.wait(lambda: desk.installation.state == "asking")
    page.engines.part.notice.buttons[1].click()
    assert desk.view is not None
    desk.view.close()
    desk.view.deleteLater()
    QTest.qWait(50)
    page = desk.open()
    assert page.engines.part.running.isVisible()
    assert "detoxify:original" in page.engines.part.words.text()
    page.engines.choose("detoxify:multilingual")
    assert page.engines.install.reason == "Another installation is under way."
    going.set()
    desk.wait(lambda: cell(page, 1, 1) == "installed")
    desk.wait(page.engines.part.notice.isVisible)


def test_another_engine_reads_again_with_a_pause(desk: Page) -> None:
    """Asked first with what it means; progress, pause, resume; then the outcome; a second opinion is chosen."""
    desk.fill(400)
    desk.console.background(lambda c: c.engine.start()).result(DEADLINE)
    desk.wait(lambda: not desk.console.store.read(lambda r: r.comments.unread(1)))
    desk.packs.install(desk.packs.plan("detoxify:original", str(archive(desk.folder / "tiny.vigiepack"))))
    page = desk.open()
    page.engines.ask_use("detoxify:original")
    assert page.engines.ask.title.text() == "Let Detoxify original read this workspace?"
    assert "400 comments" in page.engines.ask.line.text()
    page.engines.ask.buttons[1].click()
    desk.wait(
        lambda: page.reread.pause.isVisible() and page.reread.words.text().startswith("detoxify:original")
    )
    page.reread.pause.click()
    desk.wait(lambda: "paused" in page.reread.words.text() or not page.reread.pause.isVisible())
    if page.reread.pause.isVisible():
        assert page.reread.pause.word == "Resume"
        page.reread.pause.click()
    desk.wait(lambda: page.reread.words.text().startswith("Read by detoxify:original 7"))
    assert page.engines.state.text.startswith("detoxify:original 7")
    assert page.reread.start.isVisible()
    desk.wait(lambda: page.engines.second.count() == 2)
    page.engines.second.set_key("embedded")
    page.engines.second.activated.emit(1)
    desk.wait(lambda: desk.console.classifier.chosen() == ("detoxify:original", "embedded"))
    assert page.engines.remove.reason


def test_a_moderator_looks_and_changes_nothing(tmp_path: Path, qapp: QApplication) -> None:
    """Every button that changes the engine says that it takes a lead."""
    made = Page(tmp_path, qapp, "Kim")
    try:
        page = made.open()
        page.engines.choose("detoxify:original")
        for button in (page.engines.use, page.engines.install, page.engines.remove, page.reread.start):
            assert button.reason == "This needs a lead."
        assert not page.engines.second.isEnabled()
        page.engines.table.setFocus()
        press(page, Qt.Key.Key_Return)
        assert page.engines.ask.title.text() == "This needs a lead."
    finally:
        made.close()


def test_without_decisions_there_is_guidance(desk: Page) -> None:
    """What to do to fill it, how many decisions are missing, and why adapting is not possible yet."""
    page = desk.open()
    assert "No decision to compare with yet" in page.feedback.summary.text()
    assert page.feedback.table.isHidden()
    assert "Missing: 200" in page.feedback.adapt.reason
    assert page.feedback.revert.isHidden()


def test_decisions_teach_and_it_is_taken_back(desk: Page) -> None:
    """Figures with intervals and n, too few under thirty, before and after, activate, one click back, history."""
    console = desk.console
    read = engine(1.5)
    texts = written(300)
    ids = arrive(
        console.store,
        console.triage,
        texts,
        lambda items: [replace(v, engine="embedded") for v in read(items)],
    )
    decide(console.moderation, ids, texts, ANA)
    page = desk.open()
    feedback = page.feedback
    assert feedback.summary.text().startswith("Decided comments: 300. Against the engine: ")
    shown = [str(feedback.table.cells.index(row, 1).data()) for row in range(feedback.table.cells.rowCount())]
    assert any("n = " in one and "%" in one for one in shown)
    assert any(one.startswith("too few (n = ") for one in shown)
    assert not feedback.adapt.reason
    feedback.adapt.click()
    assert feedback.adapt.reason == "Trying what your decisions teach"
    desk.wait(feedback.compared.isVisible, 180)
    assert feedback.result.title.text() == "An adaptation would help"
    assert feedback.compared.cells.rowCount() == 4
    assert [one.word for one in feedback.result.buttons] == ["Leave it", "Activate"]
    feedback.result.buttons[1].click()
    desk.wait(lambda: feedback.revert.isVisible() and not feedback.revert.reason)
    assert "layer 1, from 300 decisions" in feedback.layer.text
    assert feedback.history.cells.rowCount() == 1
    assert console.feedback.active() is not None
    feedback.revert.click()
    desk.wait(feedback.revert.isHidden)
    assert console.feedback.active() is None
    assert str(feedback.history.cells.index(0, 1).data()) == "taken off"


def test_french_while_open(desk: Page) -> None:
    """All words change at once; the tabs too."""
    page = desk.open()
    desk.preferences.change(language="fr")
    desk.wait(lambda: desk.view is not None and desk.view.tabs.tabText(1) == "Classifieur")
    assert cell(page, 1, 1) == "disponible"
    assert page.reread.start.word == "Tout relire"
    assert page.feedback.summary.text().startswith("Pas encore de décision")
    assert share_words(Share(27, 30)) == "90\u00a0% (74–97), n = 30"
    assert share_words(Share(1, 29)) == "trop peu (n = 29)"


def test_the_model_card_is_text(desk: Page) -> None:
    """As it lies beside the model."""
    page = desk.open()
    dialog = page.open_card()
    assert isinstance(dialog, TextDialog)
    card = (paths.resources() / "models" / "CARD.md").read_text(encoding="utf-8")
    assert dialog.text.toPlainText() == card.rstrip("\n") or dialog.text.toPlainText() == card
    dialog.close()


def test_nothing_is_clipped_at_twice_the_size(desk: Page) -> None:
    """At 200 % and with every part shown, no button is narrower than its word, and the dialog stays on the screen."""
    page = desk.open()
    desk.preferences.change(text_size=200)
    QTest.qWait(50)
    view = desk.view
    assert view is not None
    screen = view.screen().availableGeometry()
    assert screen.contains(view.frameGeometry())
    for button in (
        page.engines.use,
        page.engines.install,
        page.engines.card,
        page.reread.start,
        page.feedback.adapt,
    ):
        assert button.width() >= button.sizeHint().width(), button.word


def test_the_palette_opens_it(tmp_path: Path, qapp: QApplication) -> None:
    """Ctrl+K, Classifier: the settings at its page, once."""
    made = Page(tmp_path, qapp)
    window = MainWindow(made.console, made.bridge, made.actor, made.preferences)
    pages = TeamPages(window, made.console, made.bridge, made.actor, made.preferences, "0")
    try:
        window.show()
        words = {one.id: one.word for one in window.commands()}
        assert words["app.classifier"] == "Classifier"
        window.run("app.classifier")
        dialog = pages._dialogs["settings"]
        assert isinstance(dialog, SettingsView)
        assert dialog.tabs.currentIndex() == 1
        assert dialog.classifier is not None
        assert dialog.classifier.isVisible()
        window.run("app.classifier")
        assert pages._dialogs["settings"] is dialog
        dialog.close()
    finally:
        pages.keep_queued()
        pages.shut_down()
        window.close()
        made.close()
        window.deleteLater()


def test_the_detail_says_why_and_who_disagrees(desk: Page) -> None:
    """Label, words, target and engine in one line; a second engine that would not flag it is a warning."""
    (number,) = desk.fill(1)
    row = desk.console.cards([number])[0].comment
    verdict = Verdict(
        "embedded",
        "2026.12.1",
        "en",
        {"insult": 0.94},
        ("insult",),
        severity=3,
        flagged=True,
        spans=(Span(0, 7, "insult"),),
        target="person",
    )
    desk.console.triage.store([row], [verdict])
    other = replace(
        verdict, engine="detoxify:original", engine_version="7", flagged=False, categories=("neutral",)
    )
    desk.console.store.write(
        lambda tx: tx.opinions.keep_beside([(number, row.revision, other)], tx.now)
    ).result(DEADLINE)
    detail = desk.console.detail(number)
    assert detail is not None
    policy = desk.console.policy()
    now = desk.console.clock.now()
    card = card_of(desk.console.cards([number])[0], "ana", now)
    lines = detail_of(detail, card, policy, desk.actor, now).why
    assert (lines[0].strong, lines[0].plain) == ("Insult 94\u00a0%:", "“comment”; aimed at a person.")
    assert lines[0].muted == "embedded 2026.12.1"
    assert lines[1].color == "warning"
    assert lines[1].strong == "They disagree: this engine would not flag it."
    assert "Second opinion: detoxify:original 7" in lines[1].plain


def test_a_stopped_process_is_restarted_from_the_page(desk: Page) -> None:
    """Away with its reason and a button; pressed while it cannot come up it says so, afterwards it reads again."""
    desk.fill(5)
    first = desk.console.classifier._reader._first  # type: ignore[union-attr]
    command = first._command
    first._command = (sys.executable, "-c", "raise SystemExit(3)")
    first._timing = replace(TIMING, first_pause=60.0, longest_pause=60.0, patience=0.1)
    desk.console.background(lambda c: c.engine.start()).result(DEADLINE)
    page = desk.open()
    desk.wait(lambda: page.engines.state.text.endswith("away: no verdicts just now"))
    restart = page.engines.restart
    desk.wait(restart.isVisible)
    assert page.engines.away.text()
    restart.setFocus()
    press(page, Qt.Key.Key_Space)
    desk.wait(page.notice.isVisible)
    assert restart.isVisible()
    assert not restart.reason
    first._command = command
    press(page, Qt.Key.Key_Space)  # understood
    restart.setFocus()
    press(page, Qt.Key.Key_Space)
    desk.wait(lambda: page.engines.state.text == "embedded 1 · reads this workspace")
    desk.wait(restart.isHidden)


def test_restarting_is_a_leads(tmp_path: Path, qapp: QApplication) -> None:
    made = Page(tmp_path, qapp, "max")
    try:
        page = made.open()
        assert page.engines.restart.isHidden()
        assert page.engines.restart.reason == "This needs a lead."
        with pytest.raises(NotAllowed):
            made.console.classifier.restart(made.actor, made.console.engine.submit)
    finally:
        made.close()
