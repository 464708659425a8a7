"""A console with a handful of comments and decisions, its window and the team's pages, for tests of those pages."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.domain.vocabulary import ActionKind
from console.runtime.app import Console
from console.runtime.reader import Reader
from console.secrets import ChainedSecrets
from console.services.recording import DecisionAsk
from tests.support.workspaces import Clock, add_channel, comment, take_in
from ui.app import Preferences
from ui.bridge import Bridge
from ui.views.audit_view import AuditView
from ui.views.channels_view import ChannelsView
from ui.views.main_window import MainWindow
from ui.views.team_pages import TeamPages

DEADLINE = 20.0
WORDS = "Sonia on the phone is a total moron, fire her."


class TeamDesk:
    """``audit`` and ``channels`` show their page and hand it over; ``close`` ends everything in order."""

    def __init__(
        self,
        folder: Path,
        app: QApplication,
        secrets: ChainedSecrets,
        *,
        name: str | None = None,
        language: str = "en",
        reader: Reader | None = None,
    ) -> None:
        self.app = app
        self.clock = Clock()
        self.folder = folder
        self.console = Console.open(
            folder / "lormel.vigie", secrets=secrets, reader=reader, clock=self.clock, language="en"
        )
        self.actor = self.console.actor(name)
        self.bridge = Bridge()
        self.preferences = Preferences(app, folder / "settings.toml", language)
        self.window = MainWindow(self.console, self.bridge, self.actor, self.preferences, self.clock.now)
        self.pages = TeamPages(self.window, self.console, self.bridge, self.actor, self.preferences, "0.1.0")
        self.console.subscribe(self.bridge.publish)
        self._warm_up()
        self.window.show()
        self.window.activateWindow()

    def _warm_up(self) -> None:
        """Let every worker thread start now, so that no single test seems to leave one behind."""
        meet = threading.Barrier(2)
        for one in [self.console.background(lambda _console: meet.wait(DEADLINE)) for _ in range(2)]:
            one.result(DEADLINE)
        self.console.release(0, self.actor).result(DEADLINE)
        self.console._commands.submit(int).result(DEADLINE)

    def seed(self) -> list[int]:
        """A practice channel with three comments; the first was hidden, the second kept, by two people."""
        channel = add_channel(self.console.store, "practice", "demo")
        ids = take_in(
            self.console.store,
            channel,
            comment(1, WORDS),
            comment(2, "Thanks, it works."),
            comment(3, "When?"),
        )
        kim, idris = self.console.actor("Kim"), self.console.actor("Idris")
        self.clock.turn(60)
        self.console.decide(DecisionAsk(ids[0], ActionKind.HIDE, reason="insult"), kim).result(DEADLINE)
        self.clock.turn(60)
        self.console.decide(DecisionAsk(ids[1], ActionKind.KEEP), idris).result(DEADLINE)
        return ids

    def start_engine(self) -> None:
        """The loop alone, without its standing tasks."""
        self.console.background(lambda console: console.engine.start(work=False)).result(DEADLINE)

    def audit(self) -> AuditView:
        """The audit page, read and verified."""
        self.window.show_place("audit")
        page = self.window.room("audit")
        assert isinstance(page, AuditView)
        self.wait(lambda: page.chain.state in ("ok", "broken") and page.model.rowCount())
        self.wait(lambda: page.detail.detail is not None)
        return page

    def channels(self) -> ChannelsView:
        """The channels page, read."""
        self.window.show_place("channels")
        page = self.window.room("channels")
        assert isinstance(page, ChannelsView)
        count = len(self.console.store.read(lambda r: r.channels.all()))
        self.wait(lambda: page.table.cells.rowCount() == count)
        return page

    def wait(self, condition: Callable[[], object], seconds: float = DEADLINE) -> None:
        """Run the event loop until ``condition`` holds."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"waited {seconds} s in vain")
            QTest.qWait(5)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        target: QWidget = self.app.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)

    def strip(self) -> str:
        """All words of the status strip."""
        return " | ".join(self.window.status.strip.words())

    def close(self) -> None:
        """Close pages, window, bridge and console."""
        self.pages.keep_queued()
        self.pages.shut_down()
        self.window.status.say("")
        self.window.close()
        self.bridge.close()
        assert self.console.close()
        self.window.deleteLater()
        QTest.qWait(0)
        for translator in self.preferences.languages._installed:
            self.app.removeTranslator(translator)
        QLocale.setDefault(QLocale.c())
        QTest.qWait(0)
