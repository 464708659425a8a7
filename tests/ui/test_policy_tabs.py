"""The tabs of the policy room and what leads into it and out: versions, shadow, trials, files, comments, F5."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from console.domain.verdict import Verdict
from console.policy import load_policy
from console.runtime.connections import memory_only
from console.services.trying import TrialFacts, try_text
from tests.support.policy_room import FILES, POLICY, RoomDesk
from tests.support.workspaces import add_channel, comment, take_in
from tests.ui.team_desk import DEADLINE
from ui.models.policy.files import from_disk, to_disk
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


# ---------------------------------------------------------------------- versions


def test_versions_are_compared_and_taken_up_again(desk: RoomDesk) -> None:
    room = desk.room()
    first = room.draft.active_text.number
    desk.write(room, "severity = 3", "severity = 2")
    desk.settled(room)
    submit(desk, room)
    room.tabs.show_page("versions")
    page = room.tabs.page("versions")
    assert isinstance(page, VersionsTab)
    desk.wait(lambda: "Insult" in page.means.text())
    assert "-  severity = 3" in page.diff.toPlainText().replace("- severity", "-  severity")
    assert "+ severity = 2" in page.diff.toPlainText()
    assert [one.number for one in page._shown[:2]] == [first + 1, first]
    page.table.selectRow(1)
    page.use.click()
    desk.settled(room)
    assert room.draft.text == POLICY
    assert room.draft.version is not None
    assert room.draft.version.number == first
    room.text.editor.undo()
    assert "severity = 2" in room.draft.text


def test_only_other_words_are_the_same_version(desk: RoomDesk) -> None:
    room = desk.room()
    desk.write(room, "# The one rule", "# The only rule")
    desk.settled(room)
    version = room.draft.version
    assert version is not None
    assert version.state == "active"
    assert not room.desk.stored
    submit(desk, room)
    assert "only rule" in desk.console.lifecycle.version(version.id).source
    assert "in force already" in room.foot.activate.reason


def test_shadow_starts_and_ends_from_the_foot(desk: RoomDesk) -> None:
    room = desk.room()
    desk.write(room, "severity = 3", "severity = 2")
    desk.settled(room)
    submit(desk, room)
    room.foot.shadow.click()
    desk.wait(lambda: room.draft.version is not None and room.draft.version.state == "shadow")
    desk.wait(lambda: room.foot.shadow.word == "End shadow")
    assert states(room)[3] == "here"
    room.foot.shadow.click()
    desk.wait(lambda: room.foot.shadow.word == "Start shadow")


# ---------------------------------------------------------------------- trying


def test_facts_of_the_author_change_what_is_proposed(desk: RoomDesk) -> None:
    room = desk.room()
    desk.write(
        room, '{ list = "house" }', '{ all = [{ list = "house" }, { author_age_days = { less_than = 30 } }] }'
    )
    desk.settled(room)
    desk.try_text(room, "puddinghead")
    page = room.tabs.page("try")
    assert isinstance(page, TryTab)
    assert any("age of the account" in row.text.lower() for row in page.unknown.rows if not row.isHidden())
    outcome = room.trial.outcome
    assert outcome is not None
    assert outcome.tried is not None
    assert outcome.tried.draft is not None
    assert outcome.tried.draft.rules == ()
    page.age.setText("3")
    desk.wait(
        lambda: (
            room.trial.outcome is not None
            and room.trial.outcome.tried is not None
            and room.trial.outcome.tried.draft is not None
            and room.trial.outcome.tried.draft.rules == ("R-1",)
        )
    )


def test_strikes_are_supposed_of_the_texts_own_category() -> None:
    ladder = (
        '\n[ladder.default]\ncounts = ["insult"]\nwindow = "180d"\n'
        '[[ladder.default.step]]\nat = 1\naction = "warn"\n[[ladder.default.step]]\nat = 2\naction = "hide"\n'
    )
    policy = load_policy(POLICY + ladder, files=FILES).policy
    assert policy is not None, load_policy(POLICY + ladder, files=FILES).errors
    verdict = Verdict("words", "1", "en", {"insult": 0.95}, flagged=True)
    none = try_text("x", verdict, TrialFacts(), policy, policy, 1_800_000_000).draft
    some = try_text("x", verdict, TrialFacts(strikes=1), policy, policy, 1_800_000_000).draft
    assert none is not None
    assert some is not None
    assert "strikes" in none.unknown
    assert "strikes" not in some.unknown
    assert [one.params["points"] for one in some.reasons if one.code == "ladder.step"] == [2]


# ---------------------------------------------------------------------- files outside


def test_a_file_becomes_the_draft_and_the_draft_a_file(desk: RoomDesk, tmp_path: Path) -> None:
    room = desk.room()
    target = tmp_path / "out" / "mine.toml"
    target.parent.mkdir()
    done: list[str] = []
    room.desk.done.connect(lambda what, _found: done.append(what))
    room.foot.export_asked.emit(target)
    desk.wait(lambda: "export" in done)
    assert target.read_text(encoding="utf-8") == POLICY
    assert (target.parent / "lists" / "house.txt").read_bytes() == FILES["lists/house.txt"]
    target.write_text(POLICY.replace("severity = 3", "severity = 1"), encoding="utf-8")
    room.import_file(target)
    desk.wait(lambda: "severity = 1" in room.draft.text)
    desk.settled(room)
    assert room.draft.files == FILES
    assert room.draft.file_name == "mine.toml"
    room.import_file(tmp_path / "missing.toml")
    desk.wait(lambda: room.left.telling)
    assert "severity = 1" in room.draft.text


def test_another_policys_list_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "house.txt").write_bytes(b"theirs\n")
    with pytest.raises(FileExistsError):
        to_disk(tmp_path / "mine.toml", POLICY, FILES)
    assert not (tmp_path / "mine.toml").exists()
    to_disk(tmp_path / "mine.toml", POLICY, {"../out.txt": b"x"})
    assert not (tmp_path.parent / "out.txt").exists()
    text, files = from_disk(tmp_path / "mine.toml")
    assert (text, files) == (POLICY, {"lists/house.txt": b"theirs\n"})


# ---------------------------------------------------------------------- in the window


def test_a_comment_is_shown_where_it_is(desk: RoomDesk) -> None:
    channel = add_channel(desk.console.store, "practice", "demo")
    ids = take_in(desk.console.store, channel, comment(1, "one"), comment(2, "two"), comment(3, "three"))
    room = desk.room()
    room.open_comment.emit(ids[2])
    desk.wait(lambda: desk.window.place() == "inbox" and desk.window.queue.list.current() == ids[2])


def test_the_strip_opens_the_room_and_f5_replays_here(desk: RoomDesk) -> None:
    desk.window.status.strip.activated.emit("policy")
    assert desk.window.place() == "policy"
    room = desk.room()
    desk.window.run("app.refresh")
    assert room.tabs.current() == "backtest"
    page = room.tabs.page("backtest")
    assert page is not None
    desk.wait(lambda: page.title() != "", DEADLINE)  # type: ignore[attr-defined]


def test_an_earlier_version_is_activated_again(desk: RoomDesk) -> None:
    room = desk.room()
    first = room.draft.active_text.number
    desk.write(room, "severity = 3", "severity = 2")
    desk.settled(room)
    submit(desk, room)
    room.foot.activate.click()
    room.moves.activation.go.click()
    desk.wait(lambda: room.draft.active_text.number == first + 1 and not room.desk.busy)
    room.tabs.show_page("versions")
    page = room.tabs.page("versions")
    assert isinstance(page, VersionsTab)
    desk.wait(lambda: [one.state for one in page._shown[:2]] == ["active", "retired"])
    assert not page.again.isVisible()
    page.table.selectRow(1)
    assert page.again.isVisible()
    page.again.click()
    desk.wait(room.moves.activation.isVisible)
    assert room.draft.text == POLICY
    room.moves.activation.go.click()
    desk.wait(lambda: room.draft.active_text.number == first and not room.desk.busy)
