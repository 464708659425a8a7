"""The pages of keys: recorded by pressing, swapped, reset; every keycap in the window follows at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk, turn
from tests.ui.queue_desk import _no_thread_left, insult, shared  # noqa: F401  fixtures
from tests.ui.queue_desk import desk as plain_desk  # noqa: F401  fixture
from ui import actions
from ui.action_table import ROWS
from ui.keymap import Keymap
from ui.views.cheat_sheet import sections
from ui.views.key_settings import KeySettings
from ui.widgets.buttons import Keycap

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(plain_desk: Desk) -> Iterator[Desk]:  # noqa: F811
    """The desk with the usual keys, before and after."""
    plain_desk.preferences.change_keys(Keymap())
    yield plain_desk
    plain_desk.preferences.change_keys(Keymap())
    turn(1)


@pytest.fixture
def page(desk: Desk) -> Iterator[KeySettings]:
    """The page in a window of its own, with the focus in its list."""
    made = KeySettings(desk.preferences)
    made.resize(720, 700)
    made.show()
    made.activateWindow()
    desk.wait(made.isActiveWindow)
    made.list.setFocus()
    yield made
    made.close()
    made.deleteLater()
    desk.window.activateWindow()
    turn(1)


def _at(page: KeySettings, action: str) -> None:
    page.list.go_to(action)
    assert page.list.current() == action


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_every_action_is_listed(page: KeySettings) -> None:
    """By context; a screen reader hears word and keys."""
    listed = [line.id for line in page.list.lines() if line.id]
    assert sorted(listed) == sorted(row.id for row in ROWS)
    heads = [line.word for line in page.list.lines() if not line.id]
    assert "Decide" in heads
    assert "Everywhere" in heads
    report = next(line for line in page.list.lines() if line.id == "decide.report")
    assert report.spoken() == "Report. P ⏎"


def test_a_key_is_recorded_and_follows_everywhere(desk: Desk, page: KeySettings) -> None:
    """Enter, L: Keep has L, on its button, in the palette, in F1; L decides and G does not."""
    _at(page, "decide.keep")
    _press(Qt.Key.Key_Return)
    assert page.recorder.isVisible()
    _press(Qt.Key.Key_L)
    assert not page.recorder.isVisible()
    assert actions.keys("decide.keep") == ("L",)
    assert page.said.text() == "“Keep” has L."
    turn(20)
    assert desk.queue.bar.buttons.by_action["keep"].accessibleDescription().startswith("L")
    assert {one.id: one.caps for one in desk.window.commands()}["decide.keep"] == ("L",)
    page.close()
    desk.window.activateWindow()
    desk.queue.focus_list()
    card = desk.go_to(insult)
    desk.press(Qt.Key.Key_G)
    turn(50)
    assert desk.queue.model.row_of(card.id) >= 0
    desk.press(Qt.Key.Key_L)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0)
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: desk.queue.model.row_of(card.id) >= 0)


def test_digits_and_altgr_are_refused_in_place(page: KeySettings) -> None:
    """The recorder says why and goes on listening; Esc leaves the key as it was."""
    _at(page, "decide.keep")
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_1)
    assert "Digits" in page.said.text()
    altgr = (int(Qt.Key.Key_AltGr), Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page.recorder, QKeyEvent(QEvent.Type.KeyPress, *altgr))
    _press(Qt.Key.Key_E)
    assert "AltGr" in page.said.text()
    QApplication.sendEvent(page.recorder, QKeyEvent(QEvent.Type.KeyRelease, *altgr))
    _press(Qt.Key.Key_F10)
    assert "F10" in page.said.text()
    _press(Qt.Key.Key_Tab)
    assert page.recorder.hasFocus()
    _press(Qt.Key.Key_Escape)
    assert actions.keys("decide.keep") == ("G",)
    assert page.list.hasFocus()


def test_a_taken_key_is_offered_as_a_swap(page: KeySettings) -> None:
    """H for Keep: it says whose it is and what is left; Enter swaps, Tab and Enter leave it."""
    _at(page, "decide.keep")
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_H)
    assert "“Hide”" in page.said.text()
    assert "After the swap “Hide” has G." in page.said.text()
    assert page.swap.hasFocus()
    page.stop.click()
    assert actions.keys("decide.keep") == ("G",)
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_H)
    _press(Qt.Key.Key_Escape)  # as the keycap beside it says: the question alone goes, not the page
    assert page.isVisible()
    assert page.list.hasFocus()
    assert not page.said.text()
    assert actions.keys("decide.keep") == ("G",)
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_H)
    _press(Qt.Key.Key_Return)
    assert (actions.keys("decide.keep"), actions.keys("decide.hide")) == (("H",), ("G",))
    page.usual.click()
    assert (actions.keys("decide.keep"), actions.keys("decide.hide")) == (("G",), ("H",))


def test_several_keys_none_and_all_back(page: KeySettings) -> None:
    """One more, then none by Delete, then all as at the beginning."""
    _at(page, "look.zen")
    page.more.click()
    _press(Qt.Key.Key_F4)
    assert actions.keys("look.zen") == ("Z", "F4")
    page.list.setFocus()
    _press(Qt.Key.Key_Delete)
    assert actions.keys("look.zen") == ()
    assert "Ctrl+K" in page.said.text()
    page.all.click()
    assert actions.keys("look.zen") == ("Z",)


def test_enter_and_esc_keep_their_meaning(page: KeySettings) -> None:
    """Their lines say so and cannot be changed."""
    _at(page, "move.back")
    assert page.change.reason
    _press(Qt.Key.Key_Return)
    assert not page.recorder.isVisible()
    _press(Qt.Key.Key_Delete)
    assert actions.keys("move.back") == ("Esc",)


def test_the_filter_finds_words_keys_and_the_other_language(page: KeySettings) -> None:
    """A word of either language, a context, or a key."""
    page.filter.setText("masqu")
    assert "decide.hide" in [line.id for line in page.list.lines()]
    page.filter.setText("h")
    assert {"decide.hide", "category.hate", "later.hour"} == {
        line.id for line in page.list.lines() if line.id
    }
    page.filter.setText("zzzz")
    assert page.list.lines() == []
    assert page.change.reason
    page.filter.clear()


def test_letters_off_as_a_whole(desk: Desk, page: KeySettings) -> None:
    """G does nothing, Ctrl+G keeps, a strip's letters neither; the palette still finds all."""
    page.letters.set_key("off")
    page.letters.activated.emit(page.letters.currentIndex())
    assert not desk.preferences.keys.letters
    page.close()
    desk.window.activateWindow()
    desk.queue.focus_list()
    card = desk.go_to(insult)
    for key in (Qt.Key.Key_G, Qt.Key.Key_J, Qt.Key.Key_U, Qt.Key.Key_R, Qt.Key.Key_Question):
        desk.press(key)
    assert desk.current() == card.id
    assert desk.queue.reply.isHidden()
    assert not desk.window.cheat_sheet.isVisible()
    desk.press(Qt.Key.Key_S, CONTROL)
    desk.wait(lambda: desk.queue.bar.asking == "later" and desk.queue.bar.strip.armed)
    desk.press(Qt.Key.Key_H)
    assert desk.queue.bar.asking == "later"
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_G, CONTROL)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0 and desk.armed())
    desk.press(Qt.Key.Key_U, CONTROL)
    desk.wait(lambda: desk.queue.model.row_of(card.id) >= 0)


def test_refused_entries_are_said(desk: Desk) -> None:
    """What the settings file says and cannot stand."""
    from ui.keymap import Refusal

    desk.preferences.refused_keys = (Refusal("digit", "decide.hide", "1"),)
    page = KeySettings(desk.preferences)
    assert "Hide: Digits" in page.faults.text()
    page.deleteLater()
    desk.preferences.refused_keys = ()


# ---------------------------------------------------------------------- the page of F1


def _caps(desk: Desk) -> set[str]:
    return {cap._text for cap in desk.window.cheat_sheet.findChildren(Keycap) if cap.isVisible()}


@pytest.mark.parametrize(("width", "size"), [(1440, 100), (960, 100), (1440, 200), (960, 200)])
def test_the_page_of_keys_fits(desk: Desk, width: int, size: int) -> None:
    """In the smallest window and at 200 %: inside, nothing cut sideways, scrolled to its end by key."""
    desk.window.resize(width, 600 if width == 960 else 900)
    desk.preferences.change(text_size=size)
    desk.press(Qt.Key.Key_F1)
    sheet = desk.window.cheat_sheet
    try:
        assert sheet.isVisible()
        assert desk.window.rect().contains(sheet.geometry())
        page = sheet.area.widget()
        assert page is not None
        turn(20)
        assert page.minimumSizeHint().width() <= sheet.area.viewport().width()
        desk.press(Qt.Key.Key_End)
        bar = sheet.area.verticalScrollBar()
        assert bar.value() == bar.maximum()
        desk.press(Qt.Key.Key_Home)
        assert bar.value() == 0
        card = desk.current()
        desk.press(Qt.Key.Key_J)
        desk.press(Qt.Key.Key_G)
        assert desk.current() == card, "keys do not go through to what lies below"
    finally:
        desk.press(Qt.Key.Key_Escape)
        desk.preferences.change(text_size=100)
    assert not sheet.isVisible()
    assert desk.app.focusWidget() is desk.queue.list.table


def test_here_and_now(desk: Desk) -> None:
    """Decisions are lit on an open comment, their refused ones not; in a field no single letter is."""
    desk.go_to(insult)
    desk.press(Qt.Key.Key_F1)
    here = desk.window.cheat_sheet._here
    assert {"decide.keep", "decide.hide", "app.palette", "move.next"} <= here
    assert "decide.block" not in here, "a block is no first step"
    assert "category.insult" not in here
    desk.press(Qt.Key.Key_F1)
    assert not desk.window.cheat_sheet.isVisible()
    desk.press(Qt.Key.Key_F, CONTROL)
    desk.press(Qt.Key.Key_F1)
    here = desk.window.cheat_sheet._here
    assert "decide.keep" not in here
    assert "app.palette" in here
    desk.press(Qt.Key.Key_Escape)
    desk.queue.focus_list()


def test_the_page_has_every_action_with_a_key(desk: Desk) -> None:
    """Of the contexts that exist in this window."""
    desk.press(Qt.Key.Key_F1)
    shown = {one for _, ids in sections(desk.window.cheat_sheet._contexts) for one in ids}
    contexts = desk.window.cheat_sheet._contexts
    assert {"move", "everywhere", "decide", "look", "category", "later", "reply"} <= set(contexts)
    assert shown == {row.id for row in ROWS if row.keys and row.context in contexts}
    desk.press(Qt.Key.Key_Escape)


def test_change_keys_by_key(desk: Desk) -> None:
    """F1, Tab, Enter asks for the settings' page."""
    asked: list[str] = []
    desk.window.on_command("app.change_keys", lambda: asked.append("keys"))
    desk.press(Qt.Key.Key_F1)
    desk.press(Qt.Key.Key_Tab)
    assert desk.window.cheat_sheet.change.hasFocus()
    desk.press(Qt.Key.Key_Return)
    assert asked == ["keys"]
    assert not desk.window.cheat_sheet.isVisible()


def test_changed_keys_show_on_an_open_page(desk: Desk) -> None:
    """Another key while F1 is open: its keycap follows."""
    desk.press(Qt.Key.Key_F1)
    assert "Del" not in _caps(desk)
    desk.preferences.change_keys(Keymap().give("decide.keep", ("Del",)))
    desk.wait(lambda: "Del" in _caps(desk))
    desk.press(Qt.Key.Key_Escape)
