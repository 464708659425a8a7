"""Quitting: asked only while something would leave, with three ways on; nothing is lost on any of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from console.domain.vocabulary import OutboxState
from console.runtime.connections import memory_only
from tests.ui.team_desk import TeamDesk
from ui.views.quit_dialog import QuitDialog
from ui.views.text_dialog import TextDialog


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[TeamDesk]:
    """A console that holds the lease, with one hide waiting for its undo window."""
    made = TeamDesk(tmp_path, qapp, memory_only())
    made.seed()
    made.clock.turn(-60)  # back into the undo window of the hide
    made.console.engine.leading = True  # as after the standing tasks took the lease; they would send it
    yield made
    made.close()


def _dialog(desk: TeamDesk) -> QuitDialog:
    assert not desk.window.close()
    dialog = desk.pages._quit.dialog
    assert dialog is not None
    assert desk.window.isVisible()
    dialog.activateWindow()
    desk.wait(dialog.isActiveWindow)
    return dialog


def test_staying(desk: TeamDesk) -> None:
    """Esc: the window is there, the action still waits; asked again the next time."""
    dialog = _dialog(desk)
    assert dialog.title.text() == "1 action to send"
    assert dialog.send.hasFocus()
    desk.press(Qt.Key.Key_Escape)
    desk.wait(lambda: desk.pages._quit.dialog is None)
    assert desk.window.isVisible()
    assert desk.pages._quit.waiting()[0] == 1
    _dialog(desk)


def test_keeping(desk: TeamDesk) -> None:
    """The window goes, the action waits in the workspace for the next start."""
    dialog = _dialog(desk)
    dialog.keep.click()
    desk.wait(lambda: not desk.window.isVisible())
    rows = desk.console.store.read(lambda r: r.outbox.in_states(OutboxState.QUEUED))
    assert len(rows) == 1


def test_sending_first(desk: TeamDesk) -> None:
    """The rest of the undo window is given up; it closes by itself once everything has left."""
    dialog = _dialog(desk)
    row = desk.console.store.read(lambda r: r.outbox.in_states(OutboxState.QUEUED))[0]
    assert row.not_before > desk.clock.now()
    dialog.send.click()
    desk.wait(lambda: dialog.send.reason == "It is being sent.")
    row = desk.console.store.read(lambda r: r.outbox.in_states(OutboxState.QUEUED))[0]
    assert row.not_before == desk.clock.now()
    desk.console.store.write(
        lambda tx: (tx.outbox.move(row.id, OutboxState.SENDING, tx.now), tx.changed("outbox"))
    ).result()
    desk.clock.turn(30)
    desk.wait(lambda: "answer of the site" in dialog.line.text())
    desk.console.store.write(
        lambda tx: (tx.outbox.move(row.id, OutboxState.DONE, tx.now), tx.changed("outbox"))
    ).result()
    desk.wait(lambda: not desk.window.isVisible())


def test_a_site_that_does_not_answer(desk: TeamDesk) -> None:
    """After a while the choice comes back, with what is the matter."""
    dialog = _dialog(desk)
    dialog.send.click()
    desk.wait(lambda: dialog.send.reason == "It is being sent.")
    desk.clock.turn(120)
    desk.wait(lambda: dialog.send.reason == "")
    assert "does not answer" in dialog.line.text()
    assert desk.window.isVisible()
    dialog.choose("stay")


def test_another_process_sends(desk: TeamDesk) -> None:
    """Without the lease there is nothing to ask: whoever holds it will send."""
    desk.console.engine.leading = False
    desk.window.close()
    desk.wait(lambda: not desk.window.isVisible())


def test_nothing_waits(tmp_path: Path, qapp: QApplication) -> None:
    """It simply closes."""
    made = TeamDesk(tmp_path, qapp, memory_only())
    try:
        made.console.engine.leading = True
        assert made.window.close()
    finally:
        made.close()


def test_settings_about_and_statement_open_once(desk: TeamDesk) -> None:
    """A second command brings the same dialog forward; closed ones are made anew; about can be copied."""
    first = desk.pages.open_settings()
    assert desk.pages.open_settings() is first
    first.close()
    desk.wait(lambda: "settings" not in desk.pages._dialogs)
    about = desk.pages.open_about()
    assert isinstance(about, QDialog)
    text = about.licences.toPlainText()  # type: ignore[attr-defined]
    assert "LGPL" in text
    about.copy.click()  # type: ignore[attr-defined]
    assert "lormel.vigie" in QApplication.clipboard().text()
    about.close()
    desk.pages._show_statement("{}")
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, TextDialog) and one.isVisible()]
    assert [one.text.toPlainText() for one in shown] == ["{}"]
    shown[0].close()


def test_the_layout_is_kept(desk: TeamDesk, tmp_path: Path) -> None:
    """Size and splitter of this window are those of the next one."""
    desk.window.resize(1111, 777)
    desk.pages.keep_queued()
    desk.window.close()
    kept = desk.preferences.settings
    assert kept.geometry
    assert kept.splitter
    assert "geometry" in (tmp_path / "settings.toml").read_text(encoding="utf-8")
