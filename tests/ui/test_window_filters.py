"""The filter panel, chips, saved views, search hits and assigning, by keys on a real window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, shared  # noqa: F401  fixtures
from ui.delegates.card_words import card_words
from ui.views.queue_filter import Filters
from ui.widgets.buttons import ActionButton

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def filters(desk: Desk) -> Filters:
    """The filter of an inbox without one, near-duplicates each by itself."""
    desk.queue.feed.fold(False)
    desk.queue.filters.clear()
    desk.queue.filters.panel.close_panel()
    desk.wait(lambda: desk.queue.feed.ready)
    return desk.queue.filters


def open_panel(desk: Desk) -> None:
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_F)
    desk.wait(lambda: desk.queue.filters.panel.isVisible() and bool(desk.queue.filters.found.categories))


def find(desk: Desk, typed: str) -> None:
    for letter in typed:
        QTest.keyClicks(desk.queue.filters.panel.field, letter)


def key(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def categories(desk: Desk) -> set[str]:
    cards = [desk.queue.model.card_at(row) for row in range(min(desk.queue.model.rowCount(), 50))]
    return {card.category for card in cards if card is not None}


def test_a_category_is_chosen_by_typing_and_shown_as_a_chip(desk: Desk, filters: Filters) -> None:
    everything = desk.queue.model.rowCount()
    open_panel(desk)
    find(desk, "insu")
    row = filters.panel.list.row()
    assert row is not None
    assert (row.facet, row.value) == ("categories", "insult")
    key(filters.panel.field, Qt.Key.Key_Space)
    desk.wait(lambda: desk.queue.feed.ready and 0 < desk.queue.model.rowCount() < everything)
    assert filters.panel.isVisible()  # a second value may follow
    assert row.count == desk.queue.model.rowCount()
    assert categories(desk) == {"insult"}
    key(filters.panel.field, Qt.Key.Key_Return)  # Enter closes; what Space chose stays chosen
    assert not filters.panel.isVisible()
    assert desk.app.focusWidget() is desk.queue.list.table
    chip = filters.bar.chips["categories"]
    assert chip.isVisible()
    assert chip.text() == "Insult"
    chip.setFocus()
    key(chip, Qt.Key.Key_Delete)
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount() == everything)
    assert not filters.bar.isVisible()


def test_letters_in_the_panel_never_decide(desk: Desk, filters: Filters) -> None:
    count = desk.queue.model.rowCount()
    open_panel(desk)
    find(desk, "ghkxsd")
    key(filters.panel.field, Qt.Key.Key_Escape)
    assert desk.queue.model.rowCount() == count
    assert not desk.queue.bar.asking


def test_a_date_is_typed(desk: Desk, filters: Filters) -> None:
    open_panel(desk)
    find(desk, "2001-01-01")
    rows = filters.panel.list.found
    assert [row.facet for row in rows] == ["since", "until"]
    filters.panel.list.step(1)
    key(filters.panel.field, Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.feed.ready and not desk.queue.list.showing_list)
    empty = desk.queue.list.empty
    assert empty.title.text() == "Nothing with this filter"
    assert "Before" in empty.buttons[0].word  # it says which condition to leave out, and what that would show
    empty.buttons[0].click()
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.list.showing_list)
    assert desk.queue.feed.by.facets == ()


def test_orders_by_reach_and_time(desk: Desk, filters: Filters) -> None:
    first = desk.queue.model.id_at(0)
    desk.queue.feed.set_order("oldest")
    desk.wait(lambda: desk.queue.feed.ready)
    times = [card.posted_at for row in range(20) if (card := desk.queue.model.card_at(row)) is not None]
    assert times == sorted(times)
    desk.queue.feed.set_order("reach")
    desk.wait(lambda: desk.queue.feed.ready)
    assert desk.queue.list.order_link.word == "Most followed first"
    desk.queue.feed.set_order("severity")
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.id_at(0) == first)


def test_a_filter_is_kept_renamed_walked_to_and_dropped(desk: Desk, filters: Filters) -> None:
    open_panel(desk)
    find(desk, "question")
    key(filters.panel.field, Qt.Key.Key_Space)
    desk.wait(lambda: desk.queue.feed.ready and categories(desk) == {"question"})
    key(filters.panel.field, Qt.Key.Key_S, CONTROL)
    assert filters.bar.naming
    QTest.keyClicks(filters.bar.name, "My questions")
    key(filters.bar.name, Qt.Key.Key_Return)
    saved = desk.window.saved
    assert saved is not None
    desk.wait(lambda: len(saved.views) == 1)
    (view,) = saved.views
    desk.wait(lambda: desk.window.place() == view and desk.queue.feed.ready)
    button = desk.window.rail.button(view)
    assert button.item.word == "My questions"
    assert not filters.bar.save_link.isVisible()  # it is kept already
    desk.wait(lambda: button.item.count == desk.queue.model.rowCount() > 0)
    desk.press(Qt.Key.Key_PageUp, CONTROL)
    assert desk.window.place() == "done"
    desk.press(Qt.Key.Key_PageDown, CONTROL)
    desk.wait(lambda: desk.window.place() == view and desk.queue.feed.ready)
    assert categories(desk) == {"question"}
    menu = saved.menu(view)
    assert menu is not None
    assert [action.text() for action in menu.actions() if action.text()] == ["Rename", "Drop this view"]
    menu.actions()[0].trigger()
    desk.wait(lambda: filters.bar.naming)
    filters.bar.name.setText("Ask us")
    key(filters.bar.name, Qt.Key.Key_Return)
    desk.wait(lambda: saved.views[view].name == "Ask us")
    assert desk.window.rail.button(view).item.word == "Ask us"
    filters.rename(saved.views[view])
    key(filters.bar.name, Qt.Key.Key_Escape)
    desk.queue.feed.set_order("oldest")
    desk.wait(lambda: desk.queue.feed.ready and filters.bar.save_link.isVisible())
    filters.bar.save_link.click()
    QTest.keyClicks(filters.bar.name, "Oldest questions")
    key(filters.bar.name, Qt.Key.Key_Return)
    desk.wait(lambda: len(saved.views) == 2)
    assert sorted(one.name for one in saved.views.values()) == ["Ask us", "Oldest questions"]
    filters.remove(next(one for one in saved.views.values() if one.key != view))
    desk.wait(lambda: list(saved.views) == [view] and desk.window.place() == "inbox")
    desk.window.show_place(view)
    desk.wait(lambda: desk.queue.feed.ready)
    filters.remove(saved.views[view])
    desk.wait(lambda: not saved.views and view not in desk.window.rail.ids())
    assert desk.window.place() == "inbox"


def test_a_search_says_where_it_found_what_is_not_in_the_text(desk: Desk, filters: Filters) -> None:
    comment = desk.queue.list.current()
    desk.console.add_note("zebrawort", desk.actor, comment_id=comment, author_id=None).result(10)
    desk.press(Qt.Key.Key_F, CONTROL)
    desk.type("zebra")
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount() == 1)
    assert desk.queue.list.current() == comment
    desk.wait(lambda: "found in a note" in filters.bar.note.text())


def test_opted_out_categories_leave_the_views_of_work(desk: Desk, filters: Filters) -> None:
    everything = desk.queue.model.rowCount()
    desk.queue.feed.set_without(("insult",))
    desk.wait(lambda: desk.queue.feed.ready and 0 < desk.queue.model.rowCount() < everything)
    assert "insult" not in categories(desk)
    desk.queue.feed.set_without(())
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount() == everything)


def test_a_assigns_by_letter_and_mine_shows_it(desk: Desk, filters: Filters) -> None:
    desk.queue.focus_list()
    desk.wait(desk.armed)
    comment = desk.current()
    desk.press(Qt.Key.Key_A)
    desk.wait(lambda: desk.queue.bar.asking == "assign")
    strip = desk.queue.bar.strip
    assert strip.ask is not None
    lead = next(one for one in strip.ask.choices if one.id == "to:lead")
    desk.wait(lambda: strip.armed)
    strip.answer(lead.id)
    desk.wait(lambda: desk.console.store.read(lambda r: r.comments.get(comment)).assignee == "lead")  # type: ignore[union-attr]
    desk.window.show_place("mine")
    desk.wait(lambda: desk.queue.feed.ready and comment in desk.queue.model.ids())
    desk.console.assign(comment, None, desk.actor).result(10)


def test_the_illegal_lane_counts_minutes(desk: Desk) -> None:
    card = desk.card(0)
    assert card is not None
    illegal = replace(
        card, category="manifestly_illegal", due_at=10_000 + 100 * 60, state="open", resumes_at=None
    )
    assert card_words(illegal, 10_000).clock == "100\u00a0min"
    other = replace(illegal, category="insult")
    assert card_words(other, 10_000).clock == "1\u00a0h\u00a040"


def test_a_filter_typed_in_the_search_is_a_chip(desk: Desk, filters: Filters) -> None:
    """It narrows with the words beside it, is named without them in the title, and its chip takes it back."""
    everything = desk.queue.model.rowCount()
    card = desk.card(0)
    assert card is not None
    word = card.author.split()[0].lower()
    field = desk.window.top.search
    field.setFocus()
    QTest.keyClicks(field, f"auteur:{word}")
    desk.wait(lambda: desk.queue.feed.ready and 0 < desk.queue.model.rowCount() < everything)
    shown = {desk.card(row).author for row in range(desk.queue.model.rowCount())}  # type: ignore[union-attr]
    assert all(word in one.lower() for one in shown)
    assert desk.queue.list.header.title.text.startswith("Inbox")
    chip = filters.bar.chips[f"typed auteur:{word}"]
    assert chip.text() == f"Author: {word}"
    chip.setFocus()
    key(chip, Qt.Key.Key_Delete)
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount() == everything)
    assert field.text() == ""
    QTest.keyClicks(field, "is:nonsense")
    desk.wait(lambda: desk.queue.feed.text == "is:nonsense" and desk.queue.feed.ready)
    assert not filters.bar.chips
    field.clear()
    desk.queue.search("")
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount() == everything)


def test_a_search_in_one_view_offers_all_comments(desk: Desk, filters: Filters) -> None:
    """What was found in one view is not all there is; among all comments nothing wider is offered."""
    desk.queue.show_view("questions")
    desk.wait(lambda: desk.queue.feed.ready)
    assert not filters.bar.wide_link.isVisible()
    QTest.keyClicks(desk.window.top.search, "nova")
    desk.wait(lambda: desk.queue.feed.ready and filters.bar.wide_link.isVisible())
    in_view = desk.queue.model.rowCount()
    filters.bar.wide_link.setFocus()
    key(filters.bar.wide_link, Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount() > in_view > 0)
    assert desk.queue.feed.text == "nova"
    assert not filters.bar.wide_link.isVisible()
    assert desk.app.focusWidget() is desk.queue.list.table


def test_an_empty_search_says_where_it_looked(desk: Desk) -> None:
    """In a view, and then among all comments: no view's name where none was asked."""
    empty = desk.queue.list.empty
    desk.window.top.search.setText("xyzzyquux")
    desk.window._search("xyzzyquux")
    desk.wait(lambda: desk.queue.feed.ready and empty.isVisible())
    assert empty.line.text() == "Searched texts, authors, notes and replies of this view."
    desk.queue.feed.everywhere()
    desk.wait(lambda: desk.queue.feed.ready and "of all comments" in empty.line.text())

    def offered() -> list[str]:
        return [one.text() for one in empty.findChildren(ActionButton) if one.isVisible()]

    desk.wait(lambda: offered() == ["Leave the search"])
    desk.queue.feed.leave_search()
    desk.window.top.search.clear()
    desk.queue.show_view("inbox")
    desk.wait(lambda: desk.queue.feed.ready and desk.armed())
