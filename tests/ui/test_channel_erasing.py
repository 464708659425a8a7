"""Removing a channel in the window: erasing is a check, counted before, done while one goes on working."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from console.audit.verify import verify
from console.domain.vocabulary import ActionKind
from console.runtime.connections import memory_only
from console.services.recording import DecisionAsk
from tests.support.workspaces import add_channel, comment, take_in
from tests.ui.team_desk import DEADLINE, TeamDesk
from ui.views.channels_view import ChannelsView


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[TeamDesk]:
    """A console whose loop runs, without standing tasks."""
    made = TeamDesk(tmp_path, qapp, memory_only())
    made.start_engine()
    yield made
    made.close()


def opened(desk: TeamDesk) -> tuple[ChannelsView, list[int], list[int]]:
    """The page on the first of two channels; the comments of both."""
    ids = desk.seed()
    other = add_channel(desk.console.store, "practice", "other")
    kept = take_in(desk.console.store, other, comment("k1", "Stay with us", author="a3"))
    page = desk.channels()
    desk.wait(lambda: page.page.channel is not None and page.page.channel.name == "demo")
    page.page.remove.click()
    return page, ids, kept


def read(desk: TeamDesk, number: int) -> str | None:
    """The text of a comment; None when it is gone."""
    found = desk.console.store.read(lambda r: r.comments.get(number))
    return None if found is None else found.text


def test_it_is_off_by_default_counted_before_and_the_safe_answer_comes_first(desk: TeamDesk) -> None:
    page, ids, kept = opened(desk)
    ask = page.page.ask
    assert not ask.erase.isChecked()
    assert ask.erase.accessibleName() == "Erase what was pulled from it, too"
    assert ask.buttons[0].hasFocus()
    assert ask.buttons[1].word == "Remove the channel"
    desk.press(Qt.Key.Key_Backtab)
    while not ask.erase.hasFocus():
        desk.press(Qt.Key.Key_Backtab)
    desk.press(Qt.Key.Key_Space)
    assert ask.buttons[1].word == "Remove and erase"
    assert ask.buttons[1].reason == "It is being counted."
    desk.wait(lambda: "3 comments with all their versions" in ask.line.text())
    assert "2 authors who wrote in no other channel" in ask.line.text()
    assert "Stays, without words or names:" in ask.aside.text()
    # One decided action has not left: it is said, and nothing goes before it is agreed to.
    assert ask.call_off.isVisible()
    assert ask.call_off.word == "Call off 1 action that was decided and not carried out"
    assert ask.buttons[1].reason.startswith("Decided actions would be lost")
    ask.buttons[1].click()
    assert page.table.cells.rowCount() == 2
    ask.call_off.click()
    assert ask.buttons[1].reason == ""
    ask.buttons[1].click()
    desk.wait(lambda: page.table.cells.rowCount() == 1)
    desk.wait(lambda: page.erasing.state.title.text() == "demo was erased")
    assert "3 comments" in page.erasing.state.line.text()
    assert page.erasing.meter.isHidden()
    assert "demo was erased" in desk.strip()
    assert read(desk, ids[2]) is None
    assert read(desk, kept[0]) == "Stay with us"
    (button,) = page.erasing.state.buttons
    button.click()
    desk.wait(page.erasing.isHidden)
    console = desk.console
    assert console.store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head(), thorough=True)).ok
    assert {"channel_erasing", "channel_erased"} <= set(
        console.store.read(lambda r: r.audit.distinct("event"))
    )


def test_what_is_counted_while_another_room_is_looked_at_is_there_on_the_way_back(desk: TeamDesk) -> None:
    page, _, _ = opened(desk)
    ask = page.page.ask
    ask.erase.click()
    desk.window.show_place("inbox")
    desk.wait(lambda: "3 comments with all their versions" in ask.line.text())
    desk.window.show_place("channels")
    assert ask.isVisible()
    assert ask.buttons[1].reason.startswith("Decided actions would be lost")


def in_sight(page: ChannelsView, widget: QWidget) -> bool:
    """Whether all of it is seen in the part of the page that scrolls."""
    view = page.page._area.viewport()
    return view.rect().contains(widget.rect().translated(widget.mapTo(view, QPoint(0, 0))))


def test_in_a_low_window_the_answers_stay_in_sight_as_the_question_grows(desk: TeamDesk) -> None:
    desk.window.resize(960, 600)
    page, _, _ = opened(desk)
    ask = page.page.ask
    desk.wait(lambda: in_sight(page, ask.buttons[0]))
    ask.erase.setFocus()
    ask.erase.click()
    desk.wait(ask.call_off.isVisible)
    desk.wait(lambda: all(in_sight(page, one) for one in (ask.title, ask.erase, *ask.buttons)))
    # At 200 % it is higher than what there is for it: what has the focus is what is seen.
    desk.preferences.change(text_size=200)
    ask.buttons[0].click()
    page.page.remove.click()
    desk.wait(lambda: in_sight(page, ask.buttons[0]))


def test_another_channel_is_shown_from_its_beginning(desk: TeamDesk) -> None:
    """The page was scrolled to what each action does; then the channel goes, and the next one stands there."""
    desk.window.resize(960, 600)
    page, _, _ = opened(desk)
    bar = page.page._area.verticalScrollBar()
    desk.wait(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.page.ask.buttons[1].click()
    desk.wait(lambda: page.page.channel is not None and page.page.channel.name == "other")
    desk.wait(lambda: in_sight(page, page.page.title))


def test_one_goes_on_deciding_while_it_runs(desk: TeamDesk) -> None:
    page, ids, kept = opened(desk)
    store = desk.console.store
    channel = int(page.page.channel.id)  # type: ignore[union-attr]
    lead = desk.console.actor(desk.console.os_user)
    desk.console.erasures.begin(channel, lead, call_off=1)
    desk.wait(lambda: page.erasing.state.title.text() == "Erasing demo")
    assert page.erasing.meter.isVisible()
    assert page.erasing.meter.accessibleName() == "Erasing demo"
    assert page.erasing.state.line.text() == "0 of 3 comments erased"
    assert "You can go on working" in page.erasing.state.aside.text()
    done = desk.console.decide(DecisionAsk(kept[0], ActionKind.KEEP), lead).result(DEADLINE)
    assert done.refusal is None
    assert desk.console.erasures.resume() == 1  # as the one who leads does at the next start
    desk.wait(lambda: page.erasing.state.title.text() == "demo was erased")
    assert store.read(lambda r: r.channels.held(channel)) == 3 - sum(read(desk, one) is None for one in ids)
    assert [read(desk, one) for one in ids if read(desk, one) is not None] == [
        "",
        "",
    ]  # decided: emptied rows


def test_keeping_it_erases_nothing_and_a_removed_channel_can_be_erased_later(desk: TeamDesk) -> None:
    page, ids, _ = opened(desk)
    ask = page.page.ask
    ask.erase.click()
    desk.wait(lambda: "3 comments" in ask.line.text())
    ask.buttons[0].click()
    assert not ask.isVisible()
    page.page.remove.click()
    assert not ask.erase.isChecked()
    ask.buttons[1].click()
    desk.wait(page.erasing.rest.isVisible)
    assert page.erasing.rest.line.text() == "demo"
    assert read(desk, ids[2]) == "When?"
    (later,) = page.erasing.rest.buttons
    assert later.word == "Erase demo…"
    later.click()
    again = page.erasing.ask
    desk.wait(lambda: "3 comments" in again.line.text())
    assert again.buttons[0].hasFocus()
    again.call_off.click()
    again.buttons[1].click()
    desk.wait(lambda: page.erasing.state.title.text() == "demo was erased")
    assert page.erasing.rest.isHidden()
    assert read(desk, ids[2]) is None


def test_only_a_lead_is_offered_to_erase(tmp_path: Path, qapp: QApplication) -> None:
    made = TeamDesk(tmp_path, qapp, memory_only(), name="Kim")
    try:
        made.seed()
        page = made.channels()
        made.wait(lambda: page.page.channel is not None)
        page.page.remove.click()  # a practice channel, which a moderator may remove
        assert page.page.ask.isVisible()
        assert not page.page.ask.erase.isVisible()
        page.page.ask.buttons[1].click()
        made.wait(lambda: page.table.cells.rowCount() == 0)
        assert page.erasing.isHidden()
    finally:
        made.close()


def test_the_focus_stays_while_it_is_read_anew_and_comes_back_from_the_question(desk: TeamDesk) -> None:
    """Each pull of a channel reads it anew: a button that has the focus is not made again."""
    page, _, _ = opened(desk)
    page.page.ask.buttons[0].click()
    assert page.page.remove.hasFocus()
    page.page.remove.click()
    page.page.ask.buttons[1].click()
    desk.wait(page.erasing.rest.isVisible)
    desk.wait(page.table.hasFocus)
    (later,) = page.erasing.rest.buttons
    later.setFocus()
    page.erasing.read()
    desk.wait(lambda: not page.erasing._reading)
    assert later.hasFocus()
    later.click()
    page.erasing.ask.buttons[0].click()
    assert later.hasFocus()


def test_what_was_counted_of_one_channel_is_not_shown_of_another(
    desk: TeamDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A count takes a while: by then another channel may be asked about."""
    page, _, _ = opened(desk)
    ask = page.page.ask
    held: list[tuple[Any, Any]] = []
    with monkeypatch.context() as patched:
        patched.setattr(
            desk.bridge, "watch", lambda future, _owner, done, _failed: held.append((future, done))
        )
        ask.erase.click()
    page.table.choose(1)
    desk.wait(lambda: page.page.channel is not None and page.page.channel.name == "other")
    page.page.remove.click()
    ask.erase.click()
    desk.wait(lambda: "1 comment " in ask.line.text())
    ((future, done),) = held
    done(future.result(DEADLINE))
    assert "1 comment " in ask.line.text()
    ask.buttons[1].click()
    desk.wait(lambda: page.table.cells.rowCount() == 1)
    assert page.page.channel is not None
    assert page.page.channel.name == "demo"
