"""Fields painted from the look: what scrolling past them does not do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.app import Preferences
from ui.widgets.fields import Choice


def test_the_wheel_over_a_choice_changes_nothing(qapp: QApplication, tmp_path: Path) -> None:
    preferences = Preferences(qapp, tmp_path / "settings.toml", "en")
    choice = Choice(preferences.look, [("a", "One"), ("b", "Two"), ("c", "Three")])
    choice.show()
    choice.activateWindow()
    choice.setFocus()
    for delta in (-120, 120):
        choice.set_key("b")
        turn = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(choice, turn)
        assert choice.key() == "b"
        assert not turn.isAccepted()
    choice.close()


def test_the_same_choices_again_leave_an_open_list_as_it_is(qapp: QApplication, tmp_path: Path) -> None:
    """A page that is shown anew every few seconds must not take the list from under a person's arrow keys."""
    preferences = Preferences(qapp, tmp_path / "settings.toml", "en")
    choices = [("a", "One"), ("b", "Two"), ("c", "Three")]
    choice = Choice(preferences.look, choices)
    rows = choice.view()  # what the open list walks in
    rows.setCurrentIndex(choice.model().index(2, 0))
    choice.set_choices(choices)
    choice.set_key("a")
    assert rows.currentIndex().row() == 2
    choice.set_choices([*choices[:2], ("c", "Trois")])
    assert choice.itemText(2) == "Trois"
    assert choice.key() == "a"
