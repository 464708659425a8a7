"""The strip that asks in place, by itself: keycaps and letters while its field has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.look import Look
from ui.views.strip_page import StripAsk, StripChoice, StripPage

LATER = StripAsk(
    "later", "clock", "Until when?", field="Other moment", typed="typed",
    choices=(StripChoice("hour", "clock", "An hour", ("H",), "H"), StripChoice("stay", "x", "Stay", ("Esc",)),
             StripChoice("day", "clock", "Tomorrow", ("T",), "T")),
)  # fmt: skip
OTHER = StripAsk("why", "tag", "Why?", choices=(StripChoice("yes", "check", "Yes", ("Y",), "Y"),))


def _shown(page: StripPage) -> list[bool]:
    return [button._show_caps for button in page.buttons]


def test_letters_are_no_keys_while_the_field_has_the_focus(qapp: QApplication, look: Look) -> None:
    top = QWidget()
    page = StripPage(look)
    QVBoxLayout(top).addWidget(page)
    page.show_ask(LATER)
    top.show()
    QApplication.sendEvent(page.field, QFocusEvent(QEvent.Type.FocusIn))
    assert _shown(page) == [False, True, False]
    QApplication.sendEvent(page.field, QFocusEvent(QEvent.Type.FocusOut))
    assert _shown(page) == [True, True, True]
    top.hide()


def test_another_question_while_the_field_gets_the_focus(
    qapp: QApplication, look: Look, qtbot: QtBot
) -> None:
    """The focused button of the first question goes, and the field takes its focus: the monkey found it."""
    top = QWidget()
    page = StripPage(look)
    QVBoxLayout(top).addWidget(page)
    page.show_ask(OTHER)
    top.show()
    top.activateWindow()
    page.take_focus()
    qtbot.waitUntil(page.buttons[0].hasFocus)
    page.show_ask(LATER)
    focused = page.field.hasFocus()
    assert _shown(page) == [not focused, True, not focused]
    page.field.setFocus()
    assert _shown(page) == [False, True, False]
    page.show_ask(OTHER)
    assert _shown(page) == [True]
    top.hide()
