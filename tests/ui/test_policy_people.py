"""Several people at one policy: who may do what, second signatures, versions that others put in force meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitter, QStackedWidget, QWidget

from console.runtime.connections import memory_only
from tests.support.policy_room import FILES, POLICY, SIGNED, RoomDesk
from tests.ui.team_desk import DEADLINE
from ui.views.policy.room import PolicyRoom
from ui.views.policy.trial import TryTab
from ui.views.policy.versions import VersionsTab


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[RoomDesk]:
    """The room as the workspace's lead sees it."""
    made = RoomDesk(tmp_path, qapp, memory_only())
    yield made
    made.close()


def states(room: PolicyRoom) -> list[str]:
    """The states of the life cycle's steps."""
    return [one.state for one in room.head.steps.steps]


def submit(desk: RoomDesk, room: PolicyRoom) -> None:
    """Press Submit and wait for the version and its gate."""
    assert room.foot.submit.reason == ""
    room.foot.submit.click()
    desk.wait(lambda: room.desk.stored and room.desk.gate is not None and not room.desk.busy)


# ---------------------------------------------------------------------- who may do what


def test_others_read_and_try_and_save_no_version(tmp_path: Path, qapp: QApplication) -> None:
    desk = RoomDesk(tmp_path, qapp, memory_only(), name="Kim")
    try:
        room = desk.room()
        desk.try_text(room, "you clown")
        assert room.live.rules.text == "R-1"
        desk.write(room, "severity = 3", "severity = 2")
        desk.settled(room)
        for button in (room.foot.submit, room.foot.shadow, room.foot.activate):
            assert "A lead" in button.reason
        desk.wait(lambda: desk.console.lifecycle.working(desk.actor) is not None)
    finally:
        desk.close()


def test_a_second_person_signs_before_it_goes_live(tmp_path: Path, qapp: QApplication) -> None:
    desk = RoomDesk(tmp_path, qapp, memory_only(), policy=SIGNED)
    try:
        room = desk.room()
        assert not room.foot.sign.isVisible()
        desk.write(room, "severity = 3", "severity = 2")
        desk.settled(room)
        submit(desk, room)
        assert "signature" in room.foot.activate.reason
        assert room.foot.sign.isVisible()
        room.foot.sign.click()
        ask = room.moves.signature
        desk.wait(ask.isVisible)
        assert [ask.who.itemData(i) for i in range(ask.who.count())] == ["Idris"]
        ask.go.click()
        desk.wait(lambda: room.foot.activate.reason == "")
        signed = room.draft.version
        assert signed is not None
        step = signed.step("sign")
        assert step is not None
        assert step.actor == "Idris"
    finally:
        desk.close()


def test_what_another_lead_submitted_is_signed_under_ones_own_name(desk: RoomDesk) -> None:
    """Only the new version asks for a second signature, not the one in force."""
    room = desk.room()
    idris = desk.console.actor("Idris")
    made = desk.console.background(lambda c: c.lifecycle.submit(SIGNED, FILES, idris)).result(DEADLINE)
    room.tabs.show_page("versions")
    page = room.tabs.page("versions")
    assert isinstance(page, VersionsTab)
    desk.wait(lambda: made.id in [one.id for one in room.desk.versions])
    page.table.selectRow([one.id for one in room.desk.versions].index(made.id))
    desk.wait(page.sign.isVisible)
    assert page.sign.reason == ""
    page.sign.click()
    desk.wait(lambda: (step := room.desk.by_id(made.id).step("sign")) and step.actor == desk.actor.name)  # type: ignore[union-attr]
    desk.wait(lambda: "signed it already" in page.sign.reason)


# ---------------------------------------------------------------------- beside others


def activated_elsewhere(desk: RoomDesk, text: str) -> None:
    """Another lead, on another machine, puts another text in force."""
    idris = desk.console.actor("Idris")
    life = desk.console.lifecycle
    version = life.submit(text, FILES, idris)
    life.activate(version.id, idris)


def test_who_changed_nothing_follows_the_version_in_force(desk: RoomDesk) -> None:
    room = desk.room()
    fresh = POLICY.replace("severity = 3", "severity = 2")
    desk.console.background(lambda _c: activated_elsewhere(desk, fresh)).result(DEADLINE)
    desk.wait(lambda: room.draft.text == fresh)
    desk.settled(room)
    assert room.left.changes.text == "the text in force"
    assert not room.left.telling
    assert desk.console.lifecycle.working(desk.actor) is None


def test_a_draft_stays_when_another_version_goes_into_force(desk: RoomDesk) -> None:
    room = desk.room()
    desk.write(room, 'name = "Small"', 'name = "Mine"')
    desk.settled(room)
    fresh = POLICY.replace("severity = 3", "severity = 2")
    desk.console.background(lambda _c: activated_elsewhere(desk, fresh)).result(DEADLINE)
    desk.wait(lambda: room.left.telling)
    assert "in force now" in room.left.notice.title.text()
    assert 'name = "Mine"' in room.draft.text
    assert "severity = 3" in room.draft.text


def test_every_control_has_a_name(desk: RoomDesk) -> None:
    room = desk.room()
    desk.try_text(room, "you clown")
    for key in ("try", "tests", "versions"):
        room.tabs.show_page(key)
    nameless = [
        type(one).__name__
        for one in room.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(room)
        and not one.accessibleName()
        and not isinstance(one, (QScrollArea, QSplitter, QStackedWidget))
    ]
    assert nameless == []


# ---------------------------------------------------------------------- the window around it


def test_little_room_shows_one_pane_at_a_time(desk: RoomDesk) -> None:
    room = desk.room()
    assert room.left.isVisible()
    assert room.tabs.isVisible()
    desk.preferences.change(text_size=200)
    desk.wait(lambda: not room.tabs.isVisible())
    assert room.head.panes.isVisible()
    desk.try_text(room, "you clown")
    room.live.more.click()
    assert room.tabs.isVisible()
    assert not room.left.isVisible()
    room.actions_by_id["policy.live"].trigger()
    assert room.left.isVisible()
    assert not room.tabs.isVisible()
    desk.preferences.change(text_size=100)
    desk.wait(lambda: room.left.isVisible() and room.tabs.isVisible())


def test_the_rooms_keys_stand_in_the_palette(desk: RoomDesk) -> None:
    assert "policy.live" not in [one.id for one in desk.window.commands()]
    room = desk.room()
    assert "policy.live" in [one.id for one in desk.window.commands()]
    desk.window.run("policy.live")
    desk.wait(room.live.field.hasFocus)


def test_a_test_added_from_the_form_leaves_the_person_in_it(desk: RoomDesk) -> None:
    room = desk.room()
    room.left.show_mode("form")
    desk.try_text(room, "you clown")
    page = room.tabs.page("try")
    assert isinstance(page, TryTab)
    page.add.click()
    desk.settled(room)
    assert room.draft.text.count("you clown") == 2
    assert room.left.form is not None
    assert room.left.form.isVisible()
    room.left.show_mode("text")
    room.text.editor.undo()
    assert room.draft.text == POLICY
