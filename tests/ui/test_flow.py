"""Rows that wrap: what they remember of their widgets is what these want now."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ui.theme.look import Look
from ui.widgets.buttons import ActionButton
from ui.widgets.flow import FlowLayout


class _Counted(QLabel):
    asked = 0

    def sizeHint(self) -> QSize:
        self.asked += 1
        return super().sizeHint()


def test_the_rows_follow_every_change(qapp: QApplication, look: Look) -> None:
    top = QWidget()
    column, flow = QVBoxLayout(top), FlowLayout(4)
    column.addLayout(flow)
    column.addStretch(1)
    buttons = [ActionButton(look, "", "word") for _ in range(6)]
    for button in buttons:
        flow.addWidget(button)
    top.setFixedSize(buttons[0].sizeHint().width() * 3 + 40, 400)
    top.show()

    def rows() -> list[int]:
        QApplication.sendPostedEvents()  # the layout's own request
        tops = [button.y() for button in buttons if button.isVisibleTo(top)]
        return [tops.count(one) for one in sorted(set(tops))]

    assert rows() == [3, 3]
    buttons[0].set_face("", "a word that is longer than all the others of this row")
    assert rows() == [1, 3, 2]
    buttons[0].hide()
    assert rows() == [3, 2]
    buttons[0].set_face("", "word")
    buttons[0].show()
    assert rows() == [3, 3]
    buttons[0].setMinimumWidth(top.width() * 2)
    assert rows() == [1, 3, 2]
    buttons[0].setMinimumWidth(0)
    flow.removeWidget(buttons[5])
    buttons.pop().deleteLater()
    assert rows() == [3, 2]
    look.set_scale(200)
    try:
        assert rows()[0] < 3
    finally:
        look.set_scale(100)
    assert rows() == [3, 2]
    top.hide()


def test_a_widget_that_stays_as_it_is_is_asked_once(qapp: QApplication) -> None:
    flow, label = FlowLayout(), _Counted("one")
    top = QWidget()
    top.setLayout(flow)
    flow.addWidget(label)
    top.show()
    QApplication.sendPostedEvents()
    label.asked = 0
    flow.invalidate()
    assert len({flow.heightForWidth(200) for _ in range(20)}) == 1
    assert label.asked <= 3  # by the layout for both of its sizes, and by Qt
    top.hide()
