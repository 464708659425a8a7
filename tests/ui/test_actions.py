"""The table of actions: every row complete, no key given away twice, none that a French keyboard cannot type."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import actions
from ui.action_table import ACTIVE_TOGETHER, ROWS, Row
from ui.i18n.loader import Languages
from ui.theme.look import Look


def test_no_key_answers_twice() -> None:
    """In any set of contexts that are active together, one key means one thing."""
    assert actions.conflicts() == []


def test_the_conflict_check_itself() -> None:
    """Two rows with one key are found."""
    twice = (*ROWS, Row("decide.hold", "decide", "check", "Hold", ("H",)))
    assert [c.key for c in actions.conflicts(twice)] == ["H"]


def test_every_action_is_complete() -> None:
    """An id, a known context, a word, and a key or the reason why there is none."""
    contexts = frozenset().union(*ACTIVE_TOGETHER)
    assert len({row.id for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert row.context in contexts, row.id
        assert row.word, row.id
        assert bool(row.keys) != bool(row.no_key), row.id


def test_keys_can_be_typed_on_azerty() -> None:
    """No digit, no bracket, nothing behind Shift or AltGr, no Ctrl+Alt, no F10."""
    for row in ROWS:
        for key in row.keys:
            assert not re.search(r"[0-9\[\]{}\\@#^~.]", re.sub(r"F\d+", "", key)), row.id
            assert "Ctrl+Alt" not in key, row.id
            assert "F10" not in key, row.id


def test_decisions_do_not_repeat(look: Look, qtbot: QtBot) -> None:
    """Holding a key decides once."""
    parent = QWidget()
    qtbot.addWidget(parent)
    for row in ROWS:
        made = actions.make_action(row.id, look, parent)
        if row.context in ("decide", "category", "later"):
            assert not made.autoRepeat(), row.id
        assert made.text(), row.id
        assert made.toolTip(), row.id


def test_final_actions_take_two_keys() -> None:
    """Report, block and delete; the number of keys belongs to the action."""
    assert {row.id for row in ROWS if row.two_keys} == {"decide.report", "decide.block", "decide.delete"}
    assert actions.keycaps("decide.report") == ("P", "⏎")


def test_keycaps_speak_the_language(languages: Languages) -> None:
    """Home is Début; letters are the same in both languages."""
    assert actions.keycaps("move.new") == ("Home",)
    languages.use("fr")
    assert actions.keycaps("move.new") == ("Début",)
    assert actions.keycaps("decide.hide") == ("H",)
    assert actions.key_words("Ctrl++") == ("Ctrl", "+")
    assert actions.word("decide.hide") == "Masquer"


def test_letters_type_in_a_field(qtbot: QtBot, look: Look) -> None:
    """A single letter decides in the list and types in a text field."""
    page = QWidget()
    field, rest = QLineEdit(), QWidget()
    rest.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(rest)
    seen: list[str] = []
    page.addAction(actions.make_action("decide.hide", look, page, lambda: seen.append("hide")))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_H)
    assert (field.text(), seen) == ("h", [])
    rest.setFocus()
    qtbot.keyClick(rest, Qt.Key.Key_H)
    assert seen == ["hide"]


def test_unknown_action_is_named() -> None:
    """A slip in an id is an error, not a silent nothing."""
    with pytest.raises(actions.UnknownAction, match=r"decide\.kick"):
        actions.word("decide.kick")
