"""A held key decides once, also where X11's repeats lose their mark on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui import actions
from ui.held_key import OnceAction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.theme.look import Look


@pytest.fixture
def page(qapp: QApplication) -> Iterator[QWidget]:
    del qapp
    shown = QWidget()
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


def says(page: QWidget, kind: QEvent.Type, at: int, key: Qt.Key = Qt.Key.Key_G) -> None:
    """What the platform tells the window of a key, with its time stamp; never marked as a repeat."""
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "g")
    event.setTimestamp(at)
    QApplication.sendEvent(page.windowHandle(), event)


def presses(page: QWidget, action: QAction, at: int, key: Qt.Key = Qt.Key.Key_G) -> None:
    says(page, QEvent.Type.ShortcutOverride, at, key)
    QApplication.sendEvent(action, QShortcutEvent(QKeySequence(key), 0))


def test_the_repeats_of_a_held_key_are_no_second_press(page: QWidget, look: Look) -> None:
    done: list[int] = []
    keep = actions.make_action("decide.keep", look, page, lambda: done.append(1))
    assert isinstance(keep, OnceAction)
    presses(page, keep, 1000)
    for at in range(1660, 3000, 40):
        says(page, QEvent.Type.KeyRelease, at)
        presses(page, keep, at)
    assert done == [1]
    says(page, QEvent.Type.KeyRelease, 3010)
    presses(page, keep, 3040)  # a quick second press of a person is one
    assert done == [1, 1]


def test_another_key_in_the_same_moment_is_a_press(page: QWidget, look: Look) -> None:
    done: list[int] = []
    hide = actions.make_action("decide.hide", look, page, lambda: done.append(1))
    presses(page, hide, 1000, Qt.Key.Key_H)
    says(page, QEvent.Type.KeyRelease, 1100)
    presses(page, hide, 1100, Qt.Key.Key_H)
    assert done == [1, 1]


def test_moving_goes_on_while_its_key_is_held(page: QWidget, look: Look) -> None:
    step = actions.make_action("move.next", look, page)
    assert step.autoRepeat()
    assert not isinstance(step, OnceAction)
