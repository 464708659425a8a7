"""What lies in a layout is found without wrappers of its items, which bring PySide down; nothing else asks for them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tests.support.every_view import held_items
from ui.theme.look import Look
from ui.widgets import tab_order
from ui.widgets.flow import FlowLayout
from ui.widgets.header import PaneHeader
from ui.widgets.laid import laid

ROOT = Path(__file__).resolve().parents[2]

#: Rows come and go; what is made at their addresses afterwards is destroyed by Qt.
COME_AND_GO = """
import sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from ui.widgets.laid import laid

def destroyed(widget):
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

app = QApplication([])
top = QWidget()
column = QVBoxLayout(top)
for _ in range(100):
    row = QWidget(top)
    inner = QVBoxLayout(row)
    for _ in range(20):
        inner.addWidget(QWidget())
    column.addWidget(row)
    assert laid(column) == [row]
    assert len(laid(inner)) == 20
    for one in laid(inner):
        destroyed(one)
    assert laid(inner) == []
    destroyed(row)
    holder = QWidget()
    for _ in range(40):
        QHBoxLayout(QWidget(holder))
        QTimer(holder)
    destroyed(holder)
    del row, inner, one, holder
print("stands")
"""


def test_widgets_and_layouts_in_their_order(qapp: QApplication) -> None:
    top = QWidget()
    column = QVBoxLayout(top)
    first, second, third, apart = QLabel("1"), QLabel("2"), QLabel("3"), QLabel("apart", top)
    column.addWidget(second)
    column.addStretch(1)
    row = QHBoxLayout()
    row.addWidget(third)
    column.addLayout(row)
    column.insertWidget(0, first)
    assert laid(column) == [first, second, row]
    assert laid(row) == [third]
    assert apart not in laid(column)


def test_grids_flows_and_a_layout_of_nothing(qapp: QApplication) -> None:
    assert laid(QVBoxLayout()) == []
    top = QWidget()
    grid = QGridLayout(top)
    flow = FlowLayout()
    one, two, three = QLabel("1"), QLabel("2"), QLabel("3")
    grid.addWidget(two, 0, 1)
    grid.addWidget(one, 0, 0)
    grid.addLayout(flow, 1, 0)
    flow.addWidget(three)
    assert laid(grid) == [two, one, flow]
    assert laid(flow) == [three]


def test_tab_and_a_narrow_header_leave_no_wrappers_of_items(qapp: QApplication, look: Look) -> None:
    top = QWidget()
    column = QVBoxLayout(top)
    header = PaneHeader(look)
    header.add(QLineEdit())
    column.addWidget(header)
    column.addStretch(1)
    column.addWidget(QLineEdit())
    top.show()
    before = held_items()
    assert len(list(tab_order.tab_stops(top))) == 2
    header.fit_links()
    assert held_items() == before
    top.hide()


def test_layouts_that_join_another_leave_no_wrappers_of_items(qapp: QApplication) -> None:
    before = held_items()
    top = QWidget()
    column, row, grid, inner = QVBoxLayout(top), QHBoxLayout(), QGridLayout(), QHBoxLayout()
    inner.addWidget(QLabel("1"))
    row.addWidget(QLabel("2"))
    row.addStretch(1)
    row.addLayout(inner)
    grid.addWidget(QLabel("3"), 0, 0)
    column.addLayout(row, 1)
    column.insertLayout(0, grid)
    grid.addLayout(QHBoxLayout(), 1, 0)
    assert held_items() == before
    assert laid(column) == [grid, row]
    assert [label.text() for label in laid(inner) if isinstance(label, QLabel)] == ["1"]


def test_a_flow_is_told_of_the_end_of_its_items(qapp: QApplication) -> None:
    before = held_items()
    top = QWidget()
    column, flow = QVBoxLayout(top), FlowLayout()
    labels = [QLabel(str(number)) for number in range(4)]
    for label in labels:
        flow.addWidget(label)
    column.addLayout(flow)
    top.show()
    kept = [flow.itemAt(at) for at in range(4)]
    labels[0].deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    flow.removeWidget(labels[1])
    column.addWidget(labels[2])  # moves there
    assert laid(flow) == [labels[3]]
    assert [shiboken6.isValid(item) for item in kept] == [False, False, False, True]
    assert held_items() == before
    top.hide()


def test_rows_that_come_and_go_bring_nothing_down() -> None:
    """With ``itemAt`` in place of ``laid`` this process is killed within a few rounds."""
    done = subprocess.run(
        [sys.executable, "-c", COME_AND_GO],
        cwd=ROOT, capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "stands"), done.stderr[-2000:]


def test_nothing_asks_a_layout_of_qt_for_its_items() -> None:
    asked = re.compile(r"\.(itemAt|itemAtPosition|spacerItem)\(")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        if path.name != "layout_items.py"  # which lets go of them again
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        # The flow hands out what it keeps itself.
        if asked.search(line) and "self._flow.itemAt" not in line and "[self.itemAt(" not in line
    ]
    assert not found
