"""The pages of decisions and of the outbox, by key: what they say, taking back from them, sending again."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.domain.vocabulary import ActionKind, OutboxState
from console.services.recording import DecisionAsk
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, insult, of, shared  # noqa: F401  fixtures
from ui.settings_file import load
from ui.views.history_view import HistoryView
from ui.views.outbox_view import OutboxView
from ui.views.palette_source import PaletteSource
from ui.views.team_pages import TeamPages

CONTROL = Qt.KeyboardModifier.ControlModifier


def pages(desk: Desk) -> TeamPages:  # noqa: F811
    """The team's pages, added once to the module's window."""
    if not desk.window.knows("app.history"):
        desk.team_pages = TeamPages(  # type: ignore[attr-defined]
            desk.window, desk.console, desk.bridge, desk.actor, desk.preferences, "0"
        )
        desk.window.may_close = None
    made: TeamPages = desk.team_pages  # type: ignore[attr-defined]
    return made


def history(desk: Desk) -> HistoryView:  # noqa: F811
    """The page of decisions, opened by its key."""
    pages(desk)
    desk.queue.focus_list()
    QTest.keyClick(desk.app.focusWidget() or desk.window, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
    page = desk.window.room("history")
    assert isinstance(page, HistoryView)
    desk.wait(lambda: not page._reading and page.isVisible())
    return page


def outbox(desk: Desk) -> OutboxView:  # noqa: F811
    """The outbox, opened from the strip."""
    pages(desk)
    desk.window.status.strip.activated.emit("outbox")
    page = desk.window.room("outbox")
    assert isinstance(page, OutboxView)
    desk.wait(lambda: not page._reading and page.isVisible())
    return page


def words(page: HistoryView | OutboxView, number: int) -> list[str]:
    """The words of the line with this id."""
    lines = page.table.lines
    row = lines.row_of(number)
    return [str(lines.index(row, column).data()) for column in range(lines.columnCount())]


def decide(desk: Desk, action: str, comment: int, batch: str | None = None) -> int:  # noqa: F811
    """Decide behind the window's back."""
    done = desk.console.decide(DecisionAsk(comment, ActionKind(action), batch=batch), desk.actor).result(5)
    assert done.decision_id is not None
    return done.decision_id


def test_ctrl_z_names_what_it_undoes_and_goes_further_back(desk: Desk) -> None:  # noqa: F811
    first = desk.go_to(insult)
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: desk.queue.model.row_of(first.id) < 0 and desk.armed())
    desk.wait(lambda: desk.queue.undoing.word() == f"Undo: a hide of {first.author}")
    assert desk.queue.actions_by_id["look.undo"].toolTip() == f"Undo: a hide of {first.author}"
    offered = {one.id: one.word for one in PaletteSource(desk.window).commands()}
    assert offered["app.undo"] == f"Undo: a hide of {first.author}"
    second = desk.go_to(of("praise"))
    desk.press(Qt.Key.Key_G)
    desk.wait(lambda: desk.queue.undoing.word() == f"Undo: a kept comment of {second.author}")
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.wait(lambda: f"Undone: a kept comment of {second.author}" in desk.strip())
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.row_of(second.id) >= 0)
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.wait(lambda: f"Undone: a hide of {first.author}" in desk.strip())
    desk.wait(lambda: desk.queue.model.row_of(first.id) >= 0)
    assert desk.outbox(first.id)[-1].state is OutboxState.CANCELLED


def test_a_second_key_at_once_undoes_the_decision_of_the_first(desk: Desk) -> None:  # noqa: F811
    """G then U without a pause: it is the keep that comes back, not what was decided before it."""
    older = desk.go_to(of("praise"))
    desk.press(Qt.Key.Key_G)
    desk.wait(lambda: desk.queue.model.row_of(older.id) < 0 and desk.armed())
    newer = desk.go_to(of("question"))
    desk.press(Qt.Key.Key_G)
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: f"Undone: a kept comment of {newer.author}" in desk.strip())
    decided = desk.console.store.read(lambda r: r.decisions.of_comment(older.id))
    assert [one.undone_by for one in decided][-1] is None


def test_the_history_takes_back_the_chosen_one_and_opens_its_comment(desk: Desk) -> None:  # noqa: F811
    one, two = desk.go_to(insult), desk.go_to(of("neutral"))
    hide, keep = decide(desk, "hide", one.id), decide(desk, "keep", two.id)
    page = history(desk)
    assert page.table.lines.row_of(keep) < page.table.lines.row_of(hide)
    assert page.head.title.text == "Decisions"
    assert words(page, keep)[1] == "Kept"
    assert two.author in words(page, keep)[2]
    assert words(page, keep)[4] == "Opens it again, here alone"
    hidden = words(page, hide)
    assert hidden[1] == "Hidden"
    assert hidden[3].startswith("leaves in ")
    assert hidden[4].startswith("Takes it back before it leaves, until ")
    desk.wait(page.table.hasFocus)
    page.table.go_to(page.table.lines.row_of(keep))
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: f"Undone: a hide of {one.author}" in desk.strip())
    desk.wait(lambda: words(page, hide)[3] == "undone")
    assert words(page, hide)[4] == f"Undone by {desk.actor.name}"
    desk.press(Qt.Key.Key_U)
    assert "undone by" in desk.strip()
    assert desk.console.store.read(lambda r: r.outbox.of_comment(one.id))[-1].state is OutboxState.CANCELLED
    desk.press(Qt.Key.Key_O)
    desk.wait(lambda: desk.window.pages.currentWidget() is desk.queue and desk.current() == one.id)


def test_masked_words_stay_masked_in_the_history(desk: Desk) -> None:  # noqa: F811
    card = desk.go_to(lambda one: one.severity >= 4 and one.state == "open")
    kept = decide(desk, "keep", card.id)
    page = history(desk)
    whole = desk.console.store.read(lambda r: r.comments.get(card.id))
    assert whole is not None
    assert whole.text[:12] not in words(page, kept)[2]
    desk.console.undo(kept, desk.actor).result(5)


def test_a_batch_is_a_line_that_opens_and_comes_back_whole(desk: Desk) -> None:  # noqa: F811
    chosen = [desk.card(row) for row in range(3)]
    ids = [card.id for card in chosen if card is not None]
    made = [decide(desk, "snooze", comment, batch="b-1") for comment in ids]
    page = history(desk)
    assert words(page, -made[-1])[1] == "Put off: 3 comments together"
    count = page.table.lines.rowCount()
    desk.wait(page.table.hasFocus)
    page.table.go_to(page.table.lines.row_of(-made[-1]))
    desk.press(Qt.Key.Key_Right)
    assert page.table.lines.rowCount() == count + 3
    assert [words(page, one)[1].strip() for one in made] == ["Put off"] * 3
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_Left)
    assert page.table.lines.rowCount() == count
    desk.press(Qt.Key.Key_U)
    assert "U once more takes 3 decisions back together." in desk.strip()
    for number in made:  # one by one, as the page offers inside the batch
        desk.console.undo(number, desk.actor).result(5)
    desk.wait(lambda: words(page, -made[-1])[3] == "undone")


def test_filters_mine_everybodys_today_all(desk: Desk) -> None:  # noqa: F811
    decide(desk, "keep", desk.go_to(of("neutral")).id)
    page = history(desk)
    desk.wait(lambda: page.table.lines.rowCount() > 0)
    mine = page.table.lines.rowCount()
    page.whose.pick("all")
    desk.wait(lambda: page.table.lines.columnCount() == 6)
    assert page.table.lines.rowCount() >= mine
    assert str(page.table.lines.index(0, 1).data())
    page.days.pick("all")
    page.whose.pick("mine")
    desk.wait(lambda: page.table.lines.columnCount() == 5)
    page.days.pick("today")


def test_the_outbox_says_what_waits_and_takes_it_back(desk: Desk) -> None:  # noqa: F811
    card = desk.go_to(insult)
    number = decide(desk, "hide", card.id)
    page = outbox(desk)
    row = desk.outbox(card.id)[-1]
    desk.wait(lambda: page.table.lines.row_of(row.id) >= 0)
    page.table.go_to(page.table.lines.row_of(row.id))
    line = page.current()
    assert line is not None
    assert line.decision_id == number
    assert words(page, row.id)[0] == "Hidden"
    assert words(page, row.id)[4].startswith("leaves in ")
    assert [name for name, button in page.buttons.items() if button.isVisible()] == [
        "history.undo",
        "history.comment",
    ]
    desk.wait(page.table.hasFocus)
    desk.press(Qt.Key.Key_R)
    assert "Send again: not for this one." in desk.strip()
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: page.table.lines.row_of(row.id) < 0)
    assert page.empty.isVisible() == (page.table.lines.rowCount() == 0)


def test_a_failed_one_is_sent_again_from_the_outbox(desk: Desk) -> None:  # noqa: F811
    card = desk.go_to(insult)
    number = decide(desk, "hide", card.id)
    row = desk.outbox(card.id)[-1]

    def fail(tx: object) -> None:
        from console.store import Tx

        assert isinstance(tx, Tx)
        tx.outbox.move(row.id, OutboxState.SENDING, tx.now)
        tx.outbox.move(row.id, OutboxState.FAILED, tx.now, error={"code": "forbidden", "params": {}})
        tx.decisions.set(number, state="failed")
        tx.changed("outbox", (card.id,))

    desk.console.store.write(fail).result(5)
    page = outbox(desk)
    desk.wait(lambda: page.table.lines.row_of(row.id) >= 0)
    page.table.go_to(page.table.lines.row_of(row.id))
    assert words(page, row.id)[3] == "failed"
    assert page.why.text() == "The site refuses this to our account."
    desk.wait(page.table.hasFocus)
    desk.press(Qt.Key.Key_R)
    desk.wait(lambda: desk.outbox(card.id)[-1].state in (OutboxState.DONE, OutboxState.SENDING))
    desk.wait(lambda: page.table.lines.row_of(row.id) < 0)


def test_the_strip_leads_to_both(desk: Desk) -> None:  # noqa: F811
    pages(desk)
    desk.window.status.strip.activated.emit("today")
    assert isinstance(desk.window.pages.currentWidget(), HistoryView)
    desk.press(Qt.Key.Key_Escape)
    desk.wait(lambda: desk.window.pages.currentWidget() is desk.queue)


def test_the_window_comes_back_as_it_was_left(desk: Desk) -> None:  # noqa: F811
    """View and folded author stay for the next start; zen does not."""
    made = pages(desk)
    desk.window.show_place("praise")
    desk.wait(lambda: desk.queue.feed.ready)
    desk.queue.toggle_author()
    folded = desk.queue.author.folded
    desk.window.resize(1400, 880)
    assert desk.queue.author.folded == folded  # another size is no reason to open it
    made._keep_layout()
    kept = desk.preferences.settings
    assert (kept.view, kept.author_folded) == ("praise", folded)
    desk.queue.toggle_author()
    assert load(desk.console.store.path.parent / "settings.toml").view == "praise"


def test_automation_that_stopped_leads_to_what_can_be_done(desk: Desk) -> None:  # noqa: F811
    pages(desk)
    status = desk.window.status
    facts = status._facts
    assert facts is not None
    status._facts = replace(facts, stopped=("R-INS-01",))
    try:
        menu = desk.window.automation_menu()
        words = [action.text() for action in menu.actions() if action.text()]
        assert words == ["Let R-INS-01 hide by itself again", "See what the console hid", "Policy"]
        menu.actions()[2].trigger()
        menu.deleteLater()
    finally:
        status._facts = facts
    desk.wait(lambda: desk.queue.feed.view == "automatic")


def test_no_view_of_the_rail_is_current_on_a_page_beside_it(desk: Desk) -> None:  # noqa: F811
    """History and outbox have no line in the rail; back in the queue its view is marked again, also in a rail made anew."""
    rail = desk.window.rail
    assert rail.current() == "inbox"
    history(desk)
    assert rail.current() == ""
    desk.window.fill_rail()
    assert rail.current() == ""
    desk.press(Qt.Key.Key_Escape)
    desk.wait(lambda: rail.current() == "inbox")
    outbox(desk)
    assert rail.current() == ""
    rail.button("praise").click()
    desk.wait(lambda: rail.current() == "praise" and desk.queue.feed.view == "praise")
    desk.window.show_place("inbox")
    assert rail.current() == "inbox"
