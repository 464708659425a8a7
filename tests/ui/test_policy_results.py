"""What comes of a draft: the replay with its figures and comments to read, the green light, differences, the shadow."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from console.domain.vocabulary import ActionKind
from console.runtime.connections import memory_only
from console.services.gate import GatePoint
from console.services.recording import DecisionAsk
from console.store import Tx
from tests.support.policy_room import POLICY, RoomDesk
from tests.support.word_reader import WordReader
from tests.support.workspaces import START, add_channel, comment, take_in
from ui.delegates.interval_bar import IntervalCell
from ui.i18n.loader import Languages
from ui.models.policy import result_words as words
from ui.models.policy.gate_words import gate_rows
from ui.theme.look import Look
from ui.views.policy.backtest import BacktestTab
from ui.views.policy.differences import DifferencesTab
from ui.views.policy.room import PolicyRoom
from ui.views.policy.shadow import ShadowTab
from ui.widgets.cells import CellRole
from ui.widgets.hour_bars import HourBars
from ui.widgets.reading_list import ItemRole, Piece, ReadingList, ReadItem

GATE = POLICY + "\n[gate]\nmin_rule_precision = 0.80\nmin_human_decisions = 20\nmax_protected_hidden = 0\n"
DAY = 86_400


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[RoomDesk]:
    """The room over forty insults and forty other comments that people decided about."""
    made = RoomDesk(tmp_path, qapp, memory_only(), policy=GATE)
    fill(made)
    yield made
    made.close()


def fill(desk: RoomDesk) -> None:
    """Forty insults, four of them kept by a person; forty others, all kept; over twenty days."""
    store = desk.console.store
    channel = add_channel(store, "file", "export")
    items = [
        comment(
            n,
            f"you idiot, number {n}" if n < 40 else f"your kettle whistles, case {n}",
            posted_at=START - n % 20 * DAY - 60,
        )
        for n in range(80)
    ]

    def work(tx: Tx) -> list[int]:
        return list(tx.comments.upsert(channel, "file", items, tx.now, imported=True).new_ids)

    ids = store.write(work).result()
    read(desk)
    for place, one in enumerate(ids):
        action = ActionKind.HIDE if 4 <= place < 40 else ActionKind.KEEP
        desk.console.moderation.decide(DecisionAsk(one, action), desk.actor)


def read(desk: RoomDesk) -> None:
    """Every new comment gets its verdict and its proposals."""
    desk.console.triage.run(lambda items: asyncio.run(WordReader().read(items)))


def replayed(desk: RoomDesk, room: PolicyRoom) -> BacktestTab:
    """Press F5 and wait for the result."""
    room.refresh_here()
    page = room.tabs.page("backtest")
    assert isinstance(page, BacktestTab)
    desk.wait(lambda: page.model.result is not None and not page.model.running)
    assert page.model.error is None
    return page


def under_way(page: BacktestTab) -> bool:
    """Whether a replay runs."""
    return page.model.running


def cell(page: BacktestTab, column: int) -> Any:
    """A cell of the first rule."""
    return page.table.cells.index(0, column).data(CellRole)


# ---------------------------------------------------------------------- replay


def test_a_replay_says_what_the_draft_would_have_done(desk: RoomDesk) -> None:
    room = desk.room()
    page = room.tabs.page("backtest")
    room.tabs.show_page("backtest")
    page = room.tabs.page("backtest")
    assert isinstance(page, BacktestTab)
    assert page.empty.isVisible()
    assert "Press F5" in page.empty.line.text()

    room.text.files.setCurrentIndex(1)
    desk.write(room, "puddinghead", "puddinghead\nkettle")
    desk.settled(room)
    page = replayed(desk, room)
    assert not page.empty.isVisible()
    assert page.sentence.text.startswith(
        "Over 20 days, 40 more comments would be hidden, 0 would no longer be."
    )
    assert [cell(page, column).text for column in (0, 1, 2)] == ["R-1", "80", "+\u00a040"]
    share = cell(page, 3)
    assert isinstance(share, IntervalCell)
    assert (share.text, share.mark, share.tone) == ("45\u00a0%", 0.8, "danger")
    assert share.low < share.value < share.high
    assert "80 comments, 80 decisions." in page.note.text()
    assert "Mark: share asked for, 80\u00a0%." in page.note.text()

    items = page.list.entries.items
    assert len(items) == 20
    assert {item.text.partition(",")[0] for item in items} <= {"you idiot", "your kettle whistles"}
    kettle = next(item for item in items if "kettle" in item.text)
    assert [piece.text for piece in kettle.right][:2] == ["you: kept", "rule: hide"]

    opened: list[int] = []
    page.open_comment.connect(opened.append)
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    current = page.list.current()
    assert current is not None
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert opened == [current.key]
    assert desk.console.cards([current.key])


def test_the_green_light_tells_what_is_missing(desk: RoomDesk) -> None:
    room = desk.room()
    room.text.files.setCurrentIndex(1)
    desk.write(room, "puddinghead", "puddinghead\nkettle")
    desk.settled(room)
    room.tabs.show_page("backtest")
    page = room.tabs.page("backtest")
    assert isinstance(page, BacktestTab)
    rows = {row.word: row for row in page.gate.rows}
    assert rows["Check"].ok is True
    assert rows["Replay"].ok is False
    assert "Replay the draft over" in page.gate.missing.text()

    page = replayed(desk, room)
    rows = {row.word: row for row in page.gate.rows}
    assert rows["Replay"].ok is True
    assert rows["Decisions"].ok is True
    assert rows["R-1"].ok is False
    assert rows["R-1"].value == "45\u00a0%, min 80\u00a0%"
    assert "R-1 agrees too rarely with you" in page.gate.missing.text()
    assert "no version yet" in page.gate.missing.text()

    room.foot.submit.click()
    desk.wait(lambda: room.desk.stored and not room.desk.busy)
    version = room.draft.version
    assert version is not None
    # What was replayed before it became a version is noted with it.
    desk.wait(lambda: desk.console.lifecycle.version(version.id).step("backtest") is not None)
    desk.wait(lambda: page.gate.report is not None and "no version yet" not in page.gate.missing.text())
    desk.wait(lambda: {row.word: row.ok for row in page.gate.rows}.get("Tests") is True)


def test_a_changed_text_makes_the_result_stale_until_it_is_back(desk: RoomDesk) -> None:
    room = desk.room()
    page = replayed(desk, room)
    assert page.sentence.text.startswith("Over 20 days, the policy in force: 80 comments, 80 decisions")
    assert not page.stale.isVisible()
    desk.write(room, "at_least = 0.90", "at_least = 0.95")
    desk.settled(room)
    desk.wait(page.stale.isVisible)
    assert "has changed since" in page.stale.text
    assert page.sentence.isVisible()
    desk.write(room, "at_least = 0.95", "at_least = 0.90")
    desk.settled(room)
    desk.wait(lambda: not page.stale.isVisible())


def test_a_wrong_text_is_not_replayed_and_says_why(desk: RoomDesk) -> None:
    room = desk.room()
    room.tabs.show_page("backtest")
    page = room.tabs.page("backtest")
    assert isinstance(page, BacktestTab)
    desk.write(room, "severity = 3", "severity = 9")
    desk.wait(lambda: room.draft.fresh and room.draft.policy is None)
    assert "errors" in page.run.reason
    page.replay()
    assert not page.model.running
    assert "errors" in page.when.text
    assert "errors" in page.gate.missing.text()


def test_a_running_replay_shows_how_far_it_is_and_stops_at_escape(desk: RoomDesk) -> None:
    room = desk.room()
    room.tabs.show_page("backtest")
    page = room.tabs.page("backtest")
    assert isinstance(page, BacktestTab)
    page.replay()
    assert under_way(page)
    assert page.stop.isVisible()
    assert page.meter.isVisible()
    page.model.progressed.emit(30, 120)
    assert page.busy.text() == "30 of 120 comments"
    assert page.meter.accessibleDescription() == "30 of 120 comments"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not under_way(page)
    assert page.model.result is None
    assert page.empty.isVisible()
    assert not page.stop.isVisible()
    replayed(desk, room)


def test_a_recorded_replay_is_there_when_the_room_opens_again(tmp_path: Path, qapp: QApplication) -> None:
    first = RoomDesk(tmp_path, qapp, memory_only(), policy=GATE)
    fill(first)
    room = first.room()
    page = replayed(first, room)
    active = room.draft.active
    assert active is not None
    first.wait(lambda: first.console.lifecycle.version(active.id).step("backtest") is not None)
    kept = first.console.lifecycle.version(active.id).step("backtest")
    assert kept is not None
    # Words of commenters are not kept in the record; they are read again from the comments.
    assert "idiot" not in str(kept.body)
    told = page.sentence.text
    first.close()

    again = RoomDesk(tmp_path, qapp, memory_only(), policy=GATE, again=True)
    try:
        room = again.room()
        room.tabs.show_page("backtest")
        opened = room.tabs.page("backtest")
        assert isinstance(opened, BacktestTab)
        again.wait(lambda: opened.model.result is not None)
        assert opened.sentence.text == told
        assert again.actor.name in opened.when.text
        assert any("idiot" in item.text for item in opened.list.entries.items)
    finally:
        again.close()


# ---------------------------------------------------------------------- differences


def test_differences_in_words_with_their_lines_and_effect(desk: RoomDesk) -> None:
    room = desk.room()
    room.tabs.show_page("differences")
    page = room.tabs.page("differences")
    assert isinstance(page, DifferencesTab)
    desk.wait(lambda: page.compared is not None)
    assert page.empty.isVisible()
    assert page.empty.title.text() == "No difference"
    assert page.title() == "Differences"

    desk.write(room, "at_least = 0.90", "at_least = 0.95")
    desk.settled(room)
    desk.wait(lambda: page.title() == "Differences 1")
    heading, one = page.list.entries.items
    assert (heading.text, heading.heading) == ("Rules", True)
    assert one.text == "R-1: insult must now be 95\u00a0% certain, before 90\u00a0%"
    line = room.draft.text.split("[[rule]]")[0].count("\n") + 1
    assert one.tail == f"line {line}"
    asked: list[int] = []
    page.line_asked.connect(asked.append)
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.list.current() == one
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert asked == [line]
    assert "A replay tells" in page.effect.text()

    replayed(desk, room)
    assert "would no longer be hidden." in page.effect.text()
    assert not page.run.isVisibleTo(page)


# ---------------------------------------------------------------------- shadow


def test_a_shadow_is_started_compared_and_ended(desk: RoomDesk) -> None:
    room = desk.room()
    room.tabs.show_page("shadow")
    page = room.tabs.page("shadow")
    assert isinstance(page, ShadowTab)
    desk.wait(lambda: page.found is not None)
    assert page.empty.isVisible()
    assert page.button.reason == "This version is in force already."

    room.text.files.setCurrentIndex(1)
    desk.write(room, "puddinghead", "puddinghead\nteapot")
    desk.settled(room)
    desk.wait(lambda: page.button.reason == "Submit the draft as a version first.")
    room.foot.submit.click()
    desk.wait(lambda: room.desk.stored and not room.desk.busy)
    desk.wait(lambda: page.button.reason == "")
    page.button.click()
    desk.wait(lambda: page.state.text.startswith("v"))
    assert page.button.word == "End shadow"
    assert page.empty.title.text() == "Nothing to compare yet"

    store = desk.console.store
    channel = add_channel(store, "file", "later")
    take_in(store, channel, comment(900, "what a teapot"), comment(901, "bravo"), kind="file")
    read(desk)
    desk.wait(lambda: page.found is not None and page.found.report.get("compared") == 2)
    assert page.sentence.text.startswith(
        "Of 2 comments seen so far, 1 would be treated otherwise: 1 more comment would be hidden"
    )
    (item,) = page.list.entries.items
    assert item.text == "what a teapot"
    assert "shadow: Insult 3/5, hide" in [piece.text for piece in item.right]
    assert "Too few decisions" in page.agreement.text()
    page.button.click()
    desk.wait(lambda: page.state.text.endswith("was in shadow"))


def test_who_may_not_change_policies_only_reads_the_shadow(tmp_path: Path, qapp: QApplication) -> None:
    desk = RoomDesk(tmp_path, qapp, memory_only(), name="Kim")
    try:
        room = desk.room()
        room.tabs.show_page("shadow")
        page = room.tabs.page("shadow")
        assert isinstance(page, ShadowTab)
        desk.wait(lambda: page.found is not None)
        assert "A lead starts and ends a shadow" in page.button.reason
        page.button.asked_why.emit(page.button.reason)
        assert "A lead starts" in page.line.text()
    finally:
        desk.close()


# ---------------------------------------------------------------------- words and pieces


def test_gate_points_in_words(languages: Languages) -> None:
    points = (
        GatePoint("check", True),
        GatePoint("rule_tests", False, {"passed": 39, "failed": 2}, True),
        GatePoint("backtest", False, {"why": "old"}, 90),
        GatePoint("min_human_decisions", False, 212, 300),
        GatePoint("max_protected_hidden", False, 2, 0),
        GatePoint("min_rule_precision", False, {"judged": 90, "agreed": 70, "share": 0.78}, 0.8, "R-INS-02"),
        GatePoint("min_rule_precision", True, {"judged": 90, "agreed": 88, "share": 0.98}, 0.8, "R-SPM-01"),
        GatePoint("min_rule_precision", None, {"judged": 9, "agreed": 9, "share": None}, 0.8, "R-HAT-01"),
        GatePoint("max_auto_volume_change", None, None, 0.5),
        GatePoint("second_signature", False, [], "reviewer", waivable=False),
    )
    for language in ("en", "fr"):
        languages.use(language)
        rows = gate_rows(points)
        assert [row.ok for row in rows] == [True, False, False, False, False, None, False, False, True, None]
        assert all(row.word and row.value for row in rows)
        assert all(row.missing for row in rows if row.ok is False)
    languages.use("en")
    said = {row.word: row.value for row in gate_rows(points)}
    assert said["Tests"] == "39/41"
    assert said["Decisions"] == "212, min 300"
    assert said["Protected hit"] == "2, max 0"
    assert said["R-INS-02"] == "78\u00a0%, min 80\u00a0%"


def test_a_replay_that_ran_is_not_asked_for_again(languages: Languages) -> None:
    languages.use("en")
    undecided = GatePoint("min_rule_precision", None, None, 0.8)
    before = gate_rows((GatePoint("backtest", False, {"why": "missing"}, 90), undecided))[-1]
    after = gate_rows((GatePoint("backtest", True, None, 90), undecided))[-1]
    assert before.missing == "A replay tells."
    assert after.missing == "Nobody has decided yet on a comment the rules touch."
    assert after.ok is None


REPORT: dict[str, Any] = {
    "policy": "sha256:b", "baseline": "sha256:a", "days": 90, "comments": 11_482, "decisions": 9_000, "more_hidden": 47,
    "no_longer_hidden": 0, "protected_hit": 2,
    "rules": [
        {"rule": "R-A", "hits": 0, "change": 0, "judged": 0, "agreement": None, "protected": 0, "automatic_per_day": 0.0, "won": 0},
        {"rule": "R-B", "hits": 17, "change": 0, "judged": 17, "agreement": None, "protected": 0, "automatic_per_day": 0.0, "won": 17},
        {"rule": "R-C", "hits": 214, "change": 47, "judged": 200, "agreement": {"value": 0.78, "low": 0.72, "high": 0.83},
         "protected": 2, "automatic_per_day": 2.4, "won": 200},
    ],
    "sla": {"hours": [0] * 9 + [30] + [1] * 14, "peak": {"hour": 9, "due": 30}, "busiest": None},
    "ladder": {"as_lived": {"1:warn": 3, "2:hide": 1}, "counterfactual": {"1:warn": 5, "2:hide": 1}},
    "warnings": ["few_decisions", "unread", "empty"], "warning_counts": {"few_decisions": 1, "unread": 12},
}  # fmt: skip


def test_a_report_in_both_languages(languages: Languages) -> None:
    sentence = "".join(run.text for run in words.replay_sentence(REPORT))
    assert sentence == (
        "Over 90 days, 47 more comments would be hidden, 0 would no longer be. "
        "2 protected comments would be proposed for hiding."
    )
    danger = [run.text for run in words.replay_sentence(REPORT) if run.color == "danger"]
    assert danger == ["2 protected comments"]
    assert [one["rule"] for one in words.shown_rules(REPORT)] == ["R-B", "R-C"]
    assert words.telling_rule(REPORT, 0.8) == "R-C"
    assert words.footnote(REPORT, 0.8).endswith("Without a hit: R\u2011A.")
    assert words.warnings(REPORT) == [
        "Only 1 of these comments was decided about: the figures say little yet.",
        "12 comments have no verdict: rules on scores cannot see them.",
    ]
    assert words.load_sentence(REPORT) == "Most falls due between 09:00 and 10:00: 30 of 44."
    few = words.rule_cells(REPORT["rules"][1], 0.8)[3]
    assert few.text == "too few, n\u00a0=\u00a017"
    assert [row[0].text for row in words.ladder_rows(REPORT)] == ["1 point: warn", "2 points: hide"]
    languages.use("fr")
    sentence = "".join(run.text for run in words.replay_sentence(REPORT))
    assert sentence == (
        "Sur 90 jours, 47 commentaires de plus seraient masqués, 0 ne le serait plus. "
        "2 commentaires protégés seraient proposés au masquage."
    )
    assert words.rule_cells(REPORT["rules"][2], 0.8)[5].text == "2,4"


def test_a_reading_list_passes_over_headings_and_wraps(qapp: QApplication, look: Look) -> None:
    long = "a text that nobody would want to read in one line because it goes on and on and on " * 3
    items = [
        ReadItem("Rules", heading=True),
        ReadItem(long, 7, "eye-slash", left=(Piece("Ana"),), right=(Piece("you: kept"), Piece("rule: hide"))),
        ReadItem("short", 8, tail="line 3"),
        ReadItem("nowhere to go", 0),
    ]
    view = ReadingList(look)
    view.show_whole()
    view.resize(420, 400)
    view.show()
    view.show_items(items)
    tall = view.height()
    assert view.sizeHintForIndex(view.entries.index(1, 0)).height() > 3 * look.metrics.line_px("body")
    view.resize(900, tall)
    assert view.height() < tall
    opened: list[int] = []
    view.opened.connect(opened.append)
    view.setCurrentIndex(view.entries.index(1, 0))
    for key in (
        Qt.Key.Key_Up,
        Qt.Key.Key_Return,
        Qt.Key.Key_Down,
        Qt.Key.Key_Return,
        Qt.Key.Key_Down,
        Qt.Key.Key_Return,
    ):
        QTest.keyClick(view, key)
    assert opened == [7, 8]
    assert view.entries.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "short. line 3"
    assert view.entries.index(2, 0).data(ItemRole).key == 8
    view.close()


def test_bars_say_their_words(qapp: QApplication, look: Look) -> None:
    bars = HourBars(look)
    bars.show_hours(REPORT["sla"]["hours"], words.load_sentence(REPORT))
    bars.resize(bars.sizeHint())
    assert bars.accessibleName().startswith("Most falls due between 09:00")
    picture = bars.grab().toImage()
    accent = look.color("accent")
    assert any(picture.pixelColor(x, bars.height() // 2) == accent for x in range(bars.width()))


def test_nothing_is_clipped_at_twice_the_text_size(desk: RoomDesk) -> None:
    room = desk.room()
    page = replayed(desk, room)
    desk.preferences.look.set_scale(200)
    desk.wait(lambda: page.run.height() >= page.run.sizeHint().height())
    texts: list[QWidget] = [page.note, page.load_words, page.limits, page.sentence]
    area = page.findChild(QScrollArea)
    assert area is not None
    desk.wait(
        lambda: all(one.height() >= one.heightForWidth(one.width()) for one in texts if one.isVisible())
    )
    desk.preferences.look.set_scale(100)
