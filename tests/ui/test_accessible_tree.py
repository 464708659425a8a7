"""What a screen reader and a person without a mouse meet in every view: names, roles, states, the way of Tab; both languages."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.support.every_view import VIEWS, View, Walk, held_items
from tests.support.painted import seen, words_of
from ui.i18n.words import ACTIONS, CATEGORIES
from ui.widgets import tab_order

ROLE = QAccessible.Role
FITTING = {
    QAbstractButton: {ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.ButtonMenu, ROLE.PageTab, ROLE.Link},
    QLineEdit: {ROLE.EditableText},
    QTextEdit: {ROLE.EditableText, ROLE.StaticText},
    QPlainTextEdit: {ROLE.EditableText},
    QComboBox: {ROLE.ComboBox},
    QAbstractItemView: {ROLE.Table, ROLE.List, ROLE.Tree},
}


#: Asked once, in front of everything: the settings cannot be reached before it is answered.
ONCE = {"quit", "problem", "fault"}
#: Overlays that keep Tab to themselves until Esc, and their own tests for it.
OWN_TAB = {"filter", "cheat sheet", "palette"}


@pytest.fixture(autouse=True)
def _no_thread_left() -> None:
    """The module's one desk opens connections when it needs them: threads are counted once, when it closes."""


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Walk]:
    """One filled desk for the module."""
    before = set(threading.enumerate())
    made = Walk(tmp_path_factory.mktemp("walk"), qapp)
    yield made
    try:
        made.dress("en", text_size=100)
    finally:
        made.close()
    made.desk.wait(lambda: not [t.name for t in threading.enumerate() if t not in before and t.is_alive()])


def _says(widget: QWidget) -> tuple[str, QAccessible.Role]:
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name).strip(), face.role()


def _misnamed(top: QWidget) -> list[str]:
    """Controls that Tab or a click can reach and that have no name, or a role that does not fit."""
    found = []
    for widget in seen(top):
        policy = widget.focusPolicy()
        inner = isinstance(widget.parentWidget(), QComboBox | QAbstractItemView)
        if policy == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None or inner or widget is top:
            continue
        if not policy & Qt.FocusPolicy.TabFocus and not isinstance(widget, QAbstractButton):
            continue
        name, role = _says(widget)
        kind = f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        if not name:
            found.append(f"{kind}: no name")
        for cls, roles in FITTING.items():
            if isinstance(widget, cls) and role not in roles:
                found.append(f"{kind} {name!r}: {role.name}")
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            state = QAccessible.queryAccessibleInterface(widget).state()
            if bool(state.checked) != widget.isChecked():  # type: ignore[attr-defined]
                found.append(f"{kind} {name!r}: its state is not told")
    return sorted(set(found))


def _round(top: QWidget, back: bool) -> list[QWidget]:
    """The controls that Tab (or Shift+Tab) goes through until it comes round."""
    stops = list(tab_order.tab_stops(top))
    if not stops:
        return []
    start = stops[0]
    start.setFocus(Qt.FocusReason.TabFocusReason)
    went: list[QWidget] = []
    for _ in range(len(stops) * 3 + 5):
        here = QApplication.focusWidget()
        assert here is not None
        if here in went:
            break
        went.append(here)
        QTest.keyClick(here, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    return went


def _missed(walk: Walk, root: QWidget, back: bool) -> list[str]:
    """Controls that the way of Tab leaves out; a page that builds itself anew meanwhile is gone through again."""
    left: set[QWidget] = set()
    for _ in range(3):
        stops = set(tab_order.tab_stops(root))
        if any(isinstance(one, QTextEdit | QPlainTextEdit) for one in stops):
            return []  # in an editor Tab may write; Ctrl+Tab leaves it, which its own tests press
        left = stops.symmetric_difference(_round(root, back))
        if not left:
            break
        walk.still()
    return [str(one) for one in left]


def _rings(top: QWidget) -> list[QWidget]:
    return [one for one in seen(top) if one.hasFocus() and one.focusProxy() is None]


#: English words of the interface that a person would notice at once in a French window.
ENGLISH = re.compile(
    r"\b(the|and|with|this|that|your|you|from|not|what|which|hide|keep|reply|escalate|report|later|close|cancel|"
    r"settings|search|filter|comments?|author|nothing|yet|ago|open|new|today|yesterday|waiting|policy|until)\b"
)
#: Panes that show texts of people, of the policy or of the saved replies: those keep their language.
TEXTS = {
    "PolicyEditor", "QTextBrowser", "QPlainTextEdit", "Editor", "ThreadColumn", "CardTable", "TemplateList", "ReadingList",
    "LatestLine", "RowButton", "QLineEdit", "CellTable", "ResultTable", "LineTable", "RunText", "StepsColumn", "AuditTable",
    "Choice", "Toast", "CommentCard", "QWidget",
}  # fmt: skip


def _english(top: QWidget, english: set[str]) -> list[str]:
    """Lines of a French window that are English, or are what the English window said."""
    found = set()
    for line in words_of(top):
        own, outer = type(line.widget).__name__, type(line.widget.parentWidget()).__name__
        if {own, outer} & (TEXTS - {"QWidget"}) or (own == "QWidget" and outer in TEXTS):
            continue
        text = re.sub(r"\{\w+\}|«[^»]*»|“[^”]*”", "", " ".join(line.text.split()))
        if len(ENGLISH.findall(text.lower())) >= (1 if text in english else 2):
            found.add(f"{own} in {outer}: {text}")
    return sorted(found)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_names_roles_and_the_way_of_tab(walk: Walk, view: View) -> None:
    """Each control has a name and a fitting role; Tab goes through all of them and comes round, both ways; one ring."""
    walk.dress("en", text_size=100)
    walk.reset()
    top = view.open(walk)
    walk.still()
    assert held_items() == 0  # docs/adr/0012
    assert not (found := _misnamed(top)), found
    root = top.window()
    if not root.isActiveWindow():
        root.activateWindow()
        walk.desk.wait(root.isActiveWindow)
    assert len(_rings(root)) <= 1
    english = {" ".join(line.text.split()) for line in words_of(top)}
    if top is walk.window and view.name not in OWN_TAB and walk.pages.guide.tour is None:
        for back in (False, True):
            assert not (missed := _missed(walk, root, back)), missed
        walk.still()
    if top.isVisible() and view.name not in ONCE:
        walk.desk.preferences.change(language="fr")
        walk.still()
        try:
            assert not (left := _english(top, english)), left
        finally:
            walk.desk.preferences.change(language="en")


def test_cards_say_the_sentence(walk: Walk) -> None:
    """A row of the list answers with category, severity, clock, author, place, text and proposal."""
    walk.reset()
    table = walk.queue.list.table
    face = QAccessible.queryAccessibleInterface(table)
    cells = (one for at in range(12) if (one := face.child(at)) is not None and one.role() == ROLE.Cell)
    name = next(cells).text(QAccessible.Text.Name)
    card = walk.desk.card(0)
    assert card is not None
    assert "severity" in name
    assert " ".join(card.text.split())[:60] in name
    assert "Proposed: " in name
    assert card.author in name


def test_no_category_is_colour_alone() -> None:
    """Each category and action has a word beside its colour and its icon."""
    assert all(word.strip() for word in (*CATEGORIES.values(), *ACTIONS.values()))


def test_a_decision_is_announced_with_the_next(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done and what stands in front now, once the next comment is painted."""
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Announcement:
            heard.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr("ui.views.announcing.QAccessible.updateAccessibility", hear)
    walk.reset()
    walk.desk.go_to(lambda card: card.category == "question" and not card.alike)
    walk.queue.focus_list()
    before = walk.desk.current()
    walk.press(Qt.Key.Key_G)
    walk.desk.wait(lambda: heard)
    assert heard[0].startswith("Kept. Next: ")
    assert walk.desk.current() != before
    after = walk.desk.card(walk.queue.model.row_of(walk.desk.current()))
    assert after is not None
    assert " ".join(after.text.split())[:40] in heard[0]
    assert len(heard) == 1
