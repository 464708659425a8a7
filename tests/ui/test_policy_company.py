"""Where the company decides the policy, the room says so before anything is submitted or replayed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console import managed
from console.runtime.connections import memory_only
from tests.support.policy_room import RoomDesk
from ui.views.policy.versions import VersionsTab

SAYS = {
    "en": "Your company sets the policy here: no other is put in force.",
    "fr": "Votre entreprise fixe ici la politique\u00a0: aucune autre n’entre en vigueur.",
}


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[RoomDesk]:
    """The room of a lead, under a company that has locked the policy."""
    made = RoomDesk(tmp_path, qapp, memory_only())
    path = tmp_path / "company.toml"
    path.write_text('policy = "default.en"\nlocked = ["policy"]\n', encoding="utf-8")
    managed.use(path)
    yield made
    made.preferences.change(language="en")
    made.close()


def test_activating_is_refused_in_words_before_submitting(desk: RoomDesk) -> None:
    room = desk.room()
    desk.write(room, "severity = 3", "severity = 2")
    desk.settled(room)
    for language, words in SAYS.items():
        desk.preferences.change(language=language)
        desk.wait(lambda said=words: room.foot.activate.reason == said)
        assert room.foot.missing.text == words
    desk.preferences.change(language="en")
    desk.wait(lambda: room.foot.activate.reason == SAYS["en"])
    versions = len(desk.console.lifecycle.versions())
    spoken: list[str] = []
    room.foot.activate.asked_why.connect(spoken.append)
    room.foot.activate.setFocus()
    QTest.keyClick(room.foot.activate, Qt.Key.Key_Return)
    assert spoken == [SAYS["en"]]
    assert not room.moves.asking
    assert len(desk.console.lifecycle.versions()) == versions
    assert not room.foot.sign.isVisible()


def test_a_submitted_version_is_still_not_put_in_force(desk: RoomDesk) -> None:
    """A text may be kept and tried; nobody is asked to waive what stands against it."""
    room = desk.room()
    desk.write(room, "severity = 3", "severity = 2")
    desk.settled(room)
    room.foot.submit.click()
    desk.wait(lambda: room.desk.stored and room.desk.gate is not None and not room.desk.busy)
    assert room.foot.activate.reason == SAYS["en"]
    assert room.foot.missing.text == SAYS["en"]
    room.tabs.show_page("versions")
    page = room.tabs.page("versions")
    assert isinstance(page, VersionsTab)
    desk.wait(lambda: page.again.reason == SAYS["en"])
