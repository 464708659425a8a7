"""The policy room: from F8 to a policy in force, drafts that are never lost, who may do what, and every refusal with its reason."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from console.runtime.connections import memory_only
from console.store import AuditFilter
from tests.support.policy_room import FILES, POLICY, RoomDesk
from tests.support.workspaces import add_channel, comment, take_in
from ui.views.policy.room import PolicyRoom
from ui.views.policy.trial import TryTab


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


def test_who_never_chose_gets_the_form_and_a_choice_is_kept(tmp_path: Path, qapp: QApplication) -> None:
    made = RoomDesk(tmp_path, qapp, memory_only(), mode="")
    try:
        room = made.room()
        assert room.left.form is not None
        assert room.left.form.isVisible()
        text = next(one for one in room.left.mode.findChildren(QAbstractButton) if one.text() == "Text")
        text.click()
        assert not room.left.form.isVisible()
    finally:
        made.close()
    kept = tomllib.loads((tmp_path / "settings.toml").read_text(encoding="utf-8"))
    assert kept["window"]["policy_mode"] == "text"


# ---------------------------------------------------------------------- the way from F8 to a policy in force


def test_a_word_a_test_and_the_policy_is_in_force(desk: RoomDesk) -> None:
    channel = add_channel(desk.console.store, "practice", "demo")
    take_in(desk.console.store, channel, comment(1, "what a blatherskite"))
    QTest.keyClick(desk.window, Qt.Key.Key_F8)
    room = desk.room()
    assert desk.window.place() == "policy"
    assert room.head.count.text.startswith("v")
    assert states(room) == ["done", "done", "later", "later", "here"]
    assert "already" in room.foot.submit.reason
    number = room.draft.active_text.number

    room.text.files.setCurrentIndex(1)
    desk.write(room, "puddinghead", "puddinghead\nblatherskite")
    desk.settled(room)
    assert states(room)[0] == "here"
    desk.try_text(room, "what a blatherskite")
    assert room.live.other.text == f"v{number} would: keep"
    assert room.live.rules.text == "R-1"
    page = room.tabs.page("try")
    assert isinstance(page, TryTab)
    assert page.rule.key() == "R-1"
    assert page.expect.key() == "match"
    page.add.click()
    desk.settled(room)
    assert '= "what a blatherskite"' in room.draft.text
    assert room.tests.run is not None
    assert [one.ok for one in room.tests.run.results] == [True, True, True]
    assert "Submit" in room.foot.activate.reason

    submit(desk, room)
    version = room.draft.version
    assert version is not None
    assert version.state == "draft"
    assert version.step("test") is not None, "results of the tests go with the version"
    assert room.foot.activate.reason == ""
    room.foot.activate.click()
    ask = room.moves.activation
    assert ask.isVisible()
    desk.wait(lambda: any("house" in line.text for line in ask.lines if not line.isHidden()))
    assert "1 open comment" in ask.effect.text()
    assert not ask.reason.isVisible()
    ask.go.click()
    desk.wait(lambda: room.draft.active_text.number == version.number and not room.desk.busy)
    desk.wait(lambda: states(room)[-1] == "here")
    assert desk.console.policy().id == version.id
    assert desk.console.lifecycle.working(desk.actor) is None
    wanted = AuditFilter(event="policy_activated", actor=desk.actor.name)
    assert desk.console.store.read(lambda r: r.audit.find_ids(wanted))


def test_activation_says_which_rule_will_hide_by_itself(desk: RoomDesk) -> None:
    room = desk.room()
    desk.write(room, 'propose = ["hide"]', 'propose = ["hide"]\nauto = "hide"')
    desk.settled(room)
    submit(desk, room)
    room.foot.activate.click()
    ask = room.moves.activation
    assert ask.alone.isVisible()
    assert ask.alone.text() == "R-1 will hide by itself, from the next comments on, at most 20 an hour."


def test_what_is_typed_is_kept_and_comes_back(tmp_path: Path, qapp: QApplication) -> None:
    desk = RoomDesk(tmp_path, qapp, memory_only())
    room = desk.room()
    desk.write(room, "severity = 3", "severity = nonsense")
    assert room.foot.kept.text == "kept in a moment"
    desk.wait(lambda: room.desk.kept_at > 0)
    held = desk.console.lifecycle.working(desk.actor)
    assert held is not None
    assert "severity = nonsense" in held.text
    assert dict(held.files) == FILES
    desk.write(room, "nonsense", "4")  # not kept yet: the end of the window does it
    desk.close()

    again = RoomDesk(desk.folder, qapp, memory_only(), again=True)
    try:
        room = again.room()
        assert "severity = 4" in room.draft.text
        assert room.left.telling
        assert "draft" in room.left.notice.title.text()
        assert "Based on v" in room.left.notice.line.text()
        room.foot.discard.click()
        stay, sure = room.left.notice.buttons
        assert stay.hasFocus()
        sure.click()
        assert room.draft.text == POLICY
        again.wait(lambda: again.console.lifecycle.working(again.actor) is None)
        room.text.editor.undo()
        assert "severity = 4" in room.draft.text, "even a discarded draft can be had back"
    finally:
        again.close()


def test_leaving_the_room_and_ctrl_s_keep_at_once(desk: RoomDesk) -> None:
    room = desk.room()
    desk.write(room, "severity = 3", "severity = 2")
    QTest.keyClick(room.text.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not room.desk.unsaved
    desk.wait(lambda: (held := desk.console.lifecycle.working(desk.actor)) and "severity = 2" in held.text)
    desk.write(room, "severity = 2", "severity = 1")
    assert room.desk.unsaved
    desk.window.show_place("inbox")
    desk.wait(lambda: (held := desk.console.lifecycle.working(desk.actor)) and "severity = 1" in held.text)


def test_a_text_with_errors_goes_nowhere(desk: RoomDesk) -> None:
    room = desk.room()
    desk.write(room, "schema = 1", "schema = ")
    desk.wait(lambda: room.draft.fresh and room.draft.policy is None)
    assert states(room)[:2] == ["here", "wrong"]
    for button in (room.foot.submit, room.foot.shadow, room.foot.activate):
        assert button.reason == "1 thing to mend"
    spoken: list[str] = []
    room.spoke.connect(spoken.append)
    QTest.mouseClick(room.foot.activate, Qt.MouseButton.LeftButton)
    assert spoken == ["1 thing to mend"]
    assert not room.moves.activation.isVisible()


def test_a_failing_test_stands_at_its_line_and_against_activation(desk: RoomDesk) -> None:
    room = desk.room()
    desk.write(room, 'text = "you clown"', 'text = "you pearl"')
    desk.write(room, "severity = 3", "severity = 2")
    desk.settled(room)
    line = room.draft.text.split("\n").index('text = "you pearl"')
    run = room.tests.run
    assert run is not None
    assert run.failed == 1
    marked = next(one.line for one in run.results if not one.ok)
    assert abs(marked - 1 - line) <= 1
    assert "does not hold" in room.text.editor.words_at(marked - 1)
    room.tabs.show_page("tests")
    table = room.tabs.page("tests").table  # type: ignore[union-attr]
    assert table.cells.index(0, 2).data() == "you pearl", "what does not hold comes first"
    room.text.editor.go_to(1)
    table.selectRow(0)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert room.text.editor.textCursor().blockNumber() == marked - 1
    submit(desk, room)
    assert "the tests" in room.foot.activate.reason
    assert room.foot.missing.text.startswith("1 point missing")


def test_a_gate_that_is_not_met_is_waived_with_a_reason_only(tmp_path: Path, qapp: QApplication) -> None:
    gated = POLICY + '\n[gate]\nbacktest_window = "90d"\nmin_human_decisions = 5\n'
    desk = RoomDesk(tmp_path, qapp, memory_only(), policy=gated)
    try:
        room = desk.room()
        number = room.draft.active_text.number
        desk.write(room, "severity = 3", "severity = 2")
        desk.settled(room)
        submit(desk, room)
        room.foot.activate.click()
        ask = room.moves.activation
        assert not ask.reason.isVisible(), "a replay that is missing is made, not waived"
        assert "replayed" in ask.effect.text()
        ask.go.click()
        desk.wait(lambda: room.left.telling)
        assert "enough decisions by people" in room.left.notice.title.text()
        assert desk.console.policies.number == number
        desk.wait(
            lambda: room.desk.gate is not None and not room.desk.busy and room.foot.activate.reason == ""
        )
        desk.wait(lambda: room.foot.missing.text.startswith("1 point missing"))
        room.foot.activate.click()
        assert ask.reason.isVisible()
        assert ask.go.reason == "Say why first."
        QTest.mouseClick(ask.go, Qt.MouseButton.LeftButton)
        assert ask.isVisible()
        QTest.keyClicks(ask.reason, "a new workspace")
        QTest.keyClick(ask.reason, Qt.Key.Key_Return)
        desk.wait(lambda: room.draft.active_text.number == number + 1)
        step = desk.console.lifecycle.active().step("waive")
        assert step is not None
        assert step.reason == "a new workspace"
    finally:
        desk.close()
