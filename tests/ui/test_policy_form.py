"""The policy as a form: by keyboard alone, over the same text as the editor, with errors where they belong."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.policy import load_policy
from console.policy.document import PolicyDocument
from console.runtime.app import Console
from console.runtime.connections import memory_only
from tests.support.policy_room import RoomDesk
from ui.bridge import Bridge
from ui.i18n.loader import Languages
from ui.models.policy.draft import PolicyDraft
from ui.theme.look import Look
from ui.views.policy.form import PAGES, PolicyForm
from ui.views.policy.form_page import PLACE
from ui.views.policy.form_words import condition_words
from ui.widgets.buttons import ActionButton
from ui.widgets.form_controls import Check, Line, Lines, Number
from ui.widgets.form_rows import RowButton

POLICIES = Path(__file__).resolve().parents[2] / "resources" / "policies"
LISTS = {f"lists/{path.name}": path.read_bytes() for path in (POLICIES / "lists").glob("*.txt")}
TEXT = (POLICIES / "default.en.toml").read_text(encoding="utf-8")
WAIT = 10_000


class Hand:
    """A person at the form, with a keyboard and nothing else."""

    def __init__(self, form: PolicyForm, draft: PolicyDraft, qtbot: QtBot) -> None:
        self.form, self.draft, self.qtbot = form, draft, qtbot

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT)

    def place(self) -> str:
        """The name of the control that has the focus; empty outside the page."""
        at: QWidget | None = QApplication.focusWidget()
        while at is not None:
            if at.property(PLACE):
                return str(at.property(PLACE))
            at = at.parentWidget()
        return ""

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)

    def type(self, text: str) -> None:
        for character in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            if character == "\n":
                QTest.keyClick(focus, Qt.Key.Key_Return)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    none = Qt.KeyboardModifier.NoModifier
                    QApplication.sendEvent(focus, QKeyEvent(kind, 0, none, character))

    def tab_to(self, place: str) -> None:
        """Tab until a control has the focus."""
        for _ in range(120):
            if self.place() == place:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{place} is not reached by Tab")

    def section(self, key: str) -> None:
        """Go to a section by the list at the left."""
        items = self.form.sections.items
        items[self.form.section].setFocus()
        keys = list(items)
        step = keys.index(key) - keys.index(self.form.section)
        for _ in range(abs(step)):
            self.key(Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up)
        self.wait(lambda: self.form.section == key and self.form.page is not None)

    def page_ready(self, section: str, item: str) -> None:
        self.wait(lambda: (self.form.section, self.form.item) == (section, item))

    def control(self, place: str) -> QWidget:
        assert self.form.page is not None
        found = self.form.page.control(place)
        assert found is not None, place
        return found

    def checked(self) -> None:
        """Wait until the check of the text as it stands is done."""
        self.wait(lambda: self.draft.fresh and self.draft.load is not None)

    def document(self) -> PolicyDocument:
        return PolicyDocument(self.draft.text, self.draft.files)


@pytest.fixture
def hand(
    qapp: QApplication, qtbot: QtBot, look: Look, languages: Languages, tmp_path: Path
) -> Iterator[Hand]:
    """The form over the English default policy, checked, in a window of its own."""
    console = Console.open(tmp_path / "w.vigie", secrets=memory_only())
    bridge = Bridge()
    draft = PolicyDraft(console, bridge)
    draft.set_all(TEXT, LISTS, "file")
    form = PolicyForm(look, draft)
    form.resize(760, 800)
    form.show()
    form.activateWindow()
    QTest.qWaitForWindowActive(form)
    made = Hand(form, draft, qtbot)
    try:
        made.checked()
        yield made
    finally:
        draft.shut_down()
        form.close()
        form.deleteLater()
        bridge.close()
        console.close()


def added(before: str, after: str) -> list[str]:
    return [line[2:] for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[:2] == "+ "]


def removed(before: str, after: str) -> list[str]:
    return [line[2:] for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[:2] == "- "]


# ---------------------------------------------------------------------- the way of a lead


def test_a_list_a_rule_and_tests_by_keyboard_alone(hand: Hand) -> None:
    """What the issue asks for: somebody who has never seen TOML adds words, ties them to a rule and tests it."""
    hand.section("lists")
    hand.tab_to("add")
    hand.type("Faux avis\n")
    hand.page_ready("lists", "faux_avis")
    hand.wait(lambda: hand.place() == "words")
    help_ = hand.form.page.bound["words"].around.help  # type: ignore[union-attr]
    hand.wait(
        lambda: help_.text() == "Add a first word: an empty list finds nothing."
    )  # unfinished, no alarm
    assert help_.palette().color(QPalette.ColorRole.WindowText) == hand.form.look.color("text-muted")
    hand.type("avis acheté\nfaux client")
    hand.tab_to("tie")
    hand.tab_to("tie.add")
    hand.key(Qt.Key.Key_Space)
    hand.page_ready("rules", "R-FAUX-AVIS-01")
    hand.wait(lambda: hand.place() == "note")
    hand.type("Bought reviews")
    hand.tab_to("test")
    hand.type("encore un avis acheté\n")
    hand.wait(lambda: len(hand.document().rules()[-1].tests) == 1)
    hand.wait(lambda: hand.place() == "test")
    hand.type("un avis de ma cliente")
    hand.tab_to("test.expect")
    hand.key(Qt.Key.Key_Down)
    hand.tab_to("test.add")
    hand.key(Qt.Key.Key_Return)
    hand.wait(lambda: len(hand.document().rules()[-1].tests) == 2)
    hand.form.flush()
    rule = hand.document().rules()[-1]
    assert (rule.id, rule.note, rule.category) == ("R-FAUX-AVIS-01", "Bought reviews", "insult")
    assert [(test.text, test.expect) for test in rule.tests] == [
        ("encore un avis acheté", True),
        ("un avis de ma cliente", False),
    ]
    load = load_policy(hand.draft.text, files=hand.draft.files)
    assert load.ok, load.errors
    assert removed(TEXT, hand.draft.text) == []
    assert "[list.faux_avis]" in added(TEXT, hand.draft.text)
    hand.key(Qt.Key.Key_Escape)
    hand.page_ready("rules", "")
    hand.wait(lambda: hand.place() == "row.R-FAUX-AVIS-01")


def test_words_of_an_included_file_are_written_there(hand: Hand) -> None:
    hand.form.open("lists", "slurs")
    words = hand.control("words")
    assert isinstance(words, Lines)
    words.setFocus()
    hand.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hand.type("\nmot neuf")
    hand.key(Qt.Key.Key_Tab)
    hand.wait(lambda: hand.draft.files["lists/slurs.txt"].endswith(b"\nmot neuf\n"))
    assert hand.draft.text == TEXT
    assert hand.draft.files["lists/slurs.txt"].startswith(LISTS["lists/slurs.txt"].rstrip(b"\n"))


def test_one_field_changes_one_line(hand: Hand) -> None:
    hand.form.open("rules", "R-THR-01")
    number = hand.control("when.0.at")
    assert isinstance(number, Number)
    number.setFocus()
    number.selectAll()
    hand.type("75")
    hand.key(Qt.Key.Key_Return)
    hand.wait(lambda: hand.draft.text != TEXT)
    lines = added(TEXT, hand.draft.text)
    assert len(lines) == 1
    assert '{ score = "threat", at_least = 0.75 }' in lines[0]


def test_every_field_of_every_page_writes_a_policy_that_reads(hand: Hand) -> None:
    """Each check, number and choice is turned once; the text stays TOML and only says something else there."""
    turned = 0
    for section, item in (
        ("lists", "bait"), ("rules", "R-INS-01"), ("categories", "insult"), ("allow", ""), ("ladder", ""),
        ("approval", ""), ("hours", ""), ("channels", ""),
    ):  # fmt: skip
        hand.form.open(section, item)
        assert hand.form.page is not None
        for place in list(hand.form.page.bound):
            bound = hand.form.page.bound.get(place)
            if bound is None:
                continue
            control = bound.control
            if isinstance(control, Check):
                control.click()
            elif isinstance(control, Number) and control.isEnabled():
                control.setValue(control.value() + 1)
            elif isinstance(control, QComboBox) and control.count() > 1 and bound.path:
                control.setCurrentIndex((control.currentIndex() + 1) % control.count())
                control.activated.emit(control.currentIndex())
            else:
                continue
            turned += 1
            refused = any(other.wrong for other in hand.form.page.bound.values())
            same = hand.draft.text == TEXT and not refused
            assert not same, f"{section}: {place} writes nothing"
            assert hand.document().toml.data
            assert hand.form.undo() or refused
            assert (hand.draft.text, hand.draft.files) == (TEXT, LISTS)
            hand.wait(lambda: not hand.form._later.isActive())
    assert turned > 60


def test_what_the_form_writes_is_checked_and_tested_in_the_room(qapp: QApplication, tmp_path: Path) -> None:
    """From a name for a list to a policy whose tests have run: what is left is the activation."""
    desk = RoomDesk(tmp_path, qapp, memory_only())
    try:
        room = desk.room()
        held = len(room.draft.policy.rules) if room.draft.policy is not None else 0
        room.left.show_mode("form")
        form = room.left.form
        assert isinstance(form, PolicyForm)
        form.open("lists")
        assert form.page is not None
        line, add = form.page.control("add"), form.page.control("add.add")
        assert isinstance(line, Line)
        assert isinstance(add, ActionButton)
        line.setText("Rivals")
        add.click()
        words = form.page.control("words")
        assert isinstance(words, Lines)
        words.setPlainText("acme\nglobex")
        form.flush()
        tie = form.page.control("tie.add")
        assert isinstance(tie, ActionButton)
        tie.click()
        assert form.item == "R-RIVALS-01"
        test, add = form.page.control("test"), form.page.control("test.add")
        assert isinstance(test, Line)
        assert isinstance(add, ActionButton)
        test.setText("acme does it better")
        add.click()
        desk.settled(room)
        assert room.draft.policy is not None
        assert len(room.draft.policy.rules) == held + 1
        assert room.tests.run is not None
        results = [one for one in room.tests.run.results if one.rule == "R-RIVALS-01"]
        assert [(one.text, one.ok) for one in results] == [("acme does it better", True)]
    finally:
        desk.close()


# ---------------------------------------------------------------------- errors


def labels(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_errors_stand_under_the_field_they_belong_to(hand: Hand) -> None:
    text = TEXT.replace('{ score = "threat", at_least = 0.90 }', '{ score = "threatt", at_least = 0.90 }')
    text = text.replace('propose  = ["hide", "escalate:lead"]', 'propose  = ["hide", "block"]', 1)
    hand.draft.set_text(
        text.replace('sla          = { decision = "2h"', 'sla          = { decision = "2m"', 1), "text"
    )
    hand.checked()
    hand.form.open("rules", "R-ILL-01")
    assert hand.form.page is not None
    bound = hand.form.page.bound["when.0"]
    assert bound.around is not None
    row = text[: text.index('"threatt"')].count("\n") + 1
    assert bound.around.help.text() == (
        f"policy.toml:{row}: “threatt” is not allowed for “score”, did you mean “threat”?"
    )
    assert hand.form.page.bound["when.1"].faults == ()
    rows = hand.form.sections.items
    assert "2 error" in rows["rules"].toolTip()
    assert "error" in rows["categories"].toolTip()
    hand.form.open("categories", "threat")
    assert "a bare m is ambiguous" in labels(hand.form.page)
    what = hand.form.page
    hand.form.open("rules", "R-THR-01")
    assert hand.form.page is not what
    assert hand.form.page.bound["propose"].faults != ()
    hand.form.open("rules")
    faulty = [row for row, _ in hand.form.page.rows if row.toolTip()]
    assert [row.title.split()[0] for row in faulty] == ["R-ILL-01", "R-THR-01"]


def test_a_refused_value_is_said_and_not_written(hand: Hand) -> None:
    hand.form.open("categories", "insult")
    line = hand.control("sla.decision")
    assert isinstance(line, Line)
    line.setFocus()
    line.selectAll()
    hand.type("5m\n")
    assert hand.form.page is not None
    bound = hand.form.page.bound["sla.decision"]
    hand.wait(lambda: bound.wrong != "")
    assert bound.around is not None
    assert "ambiguous" in bound.around.help.text()
    assert hand.draft.text == TEXT
    assert line.text() == "5m"
    line.selectAll()
    hand.type("5h\n")
    hand.wait(lambda: 'decision = "5h"' in hand.draft.text)
    assert bound.wrong == ""


def test_a_text_that_is_no_toml_leads_to_its_line(hand: Hand) -> None:
    asked: list[int] = []
    hand.form.wants_text.connect(asked.append)
    hand.form.open("rules", "R-THR-01")
    before = hand.form.page
    hand.draft.set_text(TEXT.replace("[list.slurs]", "[list.slurs"), "text")
    broken = hand.form._broken
    assert broken.isVisible()
    line = TEXT[: TEXT.index("[list.slurs]")].count("\n") + 1
    assert f"Line {line}" in broken.line.text()
    broken.buttons[0].click()
    assert asked == [line]
    hand.draft.set_text(TEXT, "text")
    assert not broken.isVisible()
    assert hand.form.page is before
    assert hand.form.item == "R-THR-01"


# ---------------------------------------------------------------------- the same text elsewhere


def test_a_change_in_the_text_is_shown_and_the_focus_stays(hand: Hand) -> None:
    hand.form.open("rules", "R-THR-01")
    note = hand.control("note")
    note.setFocus()
    assert isinstance(note, Line)
    note.setCursorPosition(4)
    hand.draft.set_text(TEXT.replace("Probable threat", "Likely threat"), "text")
    assert note.text().startswith("Likely threat")
    assert (hand.place(), note.cursorPosition()) == ("note", 4)
    grown = TEXT.replace(
        'unless   = [{ signal = "quotation" }]\npropose  = ["hide", "escalate:lead"]',
        'propose  = ["hide", "escalate:lead"]',
    )
    hand.draft.set_text(grown, "text")
    hand.wait(lambda: hand.form.page is not None and hand.form.page.control("unless.0.remove") is None)
    assert hand.place() == "note"
    assert hand.form.item == "R-THR-01"


def test_what_is_gone_elsewhere_leads_back_to_the_list(hand: Hand) -> None:
    hand.form.open("rules", "R-PRA-01")
    document = hand.document()
    document.remove_rule("R-PRA-01")
    hand.draft.set_text(document.text, "text")
    assert (hand.form.section, hand.form.item) == ("rules", "")


def test_what_is_typed_reaches_the_text_when_it_is_kept(hand: Hand) -> None:
    """Saving, going elsewhere or hiding the form loses nothing."""
    hand.form.open("rules", "R-THR-01")
    note = hand.control("note")
    note.setFocus()
    assert isinstance(note, Line)
    note.end(False)
    hand.type("!")
    hand.form.flush()
    assert "looks soon!" in hand.draft.text
    hand.type("?")
    hand.form.hide()
    assert "looks soon!?" in hand.draft.text


def test_a_form_out_of_sight_catches_up_when_it_is_shown(hand: Hand) -> None:
    hand.form.open("rules", "R-OBS-01")
    hand.form.hide()
    hand.draft.set_text(TEXT.replace("Obscene talk", "Crude talk"), "text")
    hand.checked()
    hand.form.flush()
    assert "Crude talk" in hand.draft.text
    hand.form.show()
    note = hand.control("note")
    assert isinstance(note, Line)
    assert note.text() == "Crude talk"
    hand.form.hide()
    hand.draft.set_text("a = = 1", "text")
    hand.form.open("lists")
    hand.form.show()
    assert hand.form._broken.isVisible()


# ---------------------------------------------------------------------- undo


def test_undo_takes_back_the_last_change_of_the_form(hand: Hand) -> None:
    hand.form.open("rules", "R-THR-01")
    check = hand.control("propose.report")
    check.setFocus()
    hand.key(Qt.Key.Key_Space)
    hand.wait(lambda: '"report"]' in hand.draft.text.split("R-THR-01")[1][:400])
    hand.wait(hand.form.undo_link.isVisible)
    one = hand.draft.text
    hand.control("propose.warn").setFocus()
    hand.key(Qt.Key.Key_Space)
    hand.wait(lambda: hand.draft.text != one)
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hand.draft.text == one
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hand.draft.text == TEXT
    hand.wait(lambda: not hand.form.undo_link.isVisible())
    control = hand.control("propose.report")
    assert isinstance(control, Check)
    assert not control.isChecked()
    assert not hand.form.undo()


def test_undo_in_a_field_is_the_fields_own_first(hand: Hand) -> None:
    hand.form.open("rules", "R-THR-01")
    note = hand.control("note")
    assert isinstance(note, Line)
    note.setFocus()
    note.end(False)
    hand.type("xy")
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not note.text().endswith("xy")
    hand.form.flush()
    assert hand.draft.text == TEXT


def test_undo_after_a_number(hand: Hand) -> None:
    hand.form.open("rules", "R-OBS-01")
    number = hand.control("when.0.at")
    number.setFocus()
    hand.key(Qt.Key.Key_Up)
    hand.wait(lambda: hand.draft.text != TEXT)
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hand.draft.text == TEXT


def test_in_the_window_undo_is_the_forms_while_it_has_the_focus(qapp: QApplication, tmp_path: Path) -> None:
    """Ctrl+Z also undoes decisions; with the focus in the form it never gets there."""
    desk = RoomDesk(tmp_path, qapp, memory_only())
    try:
        room = desk.room()
        before = room.draft.text
        undone: list[str] = []
        desk.window.on_command("app.undo", lambda: undone.append("decision"))
        room.left.show_mode("form")
        form = room.left.form
        assert isinstance(form, PolicyForm)
        form.open("rules", "R-1")
        assert form.page is not None
        check = form.page.control("propose.report")
        assert check is not None
        check.setFocus()
        QTest.keyClick(check, Qt.Key.Key_Space)
        assert room.draft.text != before
        QTest.keyClick(check, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert room.draft.text == before
        assert undone == []
        desk.settled(room)
    finally:
        desk.close()


def test_a_change_elsewhere_ends_the_forms_undo(hand: Hand) -> None:
    hand.form.open("categories", "insult")
    hand.control("violation").setFocus()
    hand.key(Qt.Key.Key_Space)
    hand.wait(lambda: hand.draft.text != TEXT)
    hand.draft.set_text(hand.draft.text + "\n# by hand\n", "text")
    kept = hand.draft.text
    assert not hand.form.undo()
    assert hand.draft.text == kept


# ---------------------------------------------------------------------- shape and words


def test_every_control_has_an_accessible_name(hand: Hand) -> None:
    for section, item in (
        *((key, "") for key in PAGES), ("lists", "bait"), ("rules", "R-TRL-01"), ("categories", "insult"),
    ):  # fmt: skip
        hand.form.open(section, item)
        assert hand.form.page is not None
        for widget in hand.form.page.findChildren(QWidget):
            if widget.property(PLACE) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName(), (section, item, widget.property(PLACE))


def test_nested_conditions_are_told_in_words(hand: Hand) -> None:
    hand.form.open("rules", "R-TRL-01")
    assert hand.form.page is not None
    shown = labels(hand.form.page)
    assert "(fishing for a reply and age of the account in days < 30)" in shown
    assert "changed in the text" in shown


def test_condition_words_in_french(languages: Languages) -> None:
    languages.use("fr")
    assert QLocale().language() == QLocale.Language.French
    words = condition_words({"not": {"score": "insult", "at_least": 0.8}})
    assert words == "pas\u00a0: Insulte ≥ 80\u00a0%"


def test_a_narrow_form_keeps_its_sections_in_a_choice(hand: Hand) -> None:
    assert hand.form._side.isVisible()
    hand.form.resize(420, 600)
    hand.wait(hand.form.chooser.isVisible)
    assert not hand.form._side.isVisible()
    hand.form.chooser.set_key("hours")
    hand.form.chooser.activated.emit(hand.form.chooser.currentIndex())
    assert hand.form.section == "hours"


def test_nothing_is_wider_than_the_page_at_double_size(hand: Hand, look: Look, languages: Languages) -> None:
    """At 200 % in French, no page needs more width than a small window's pane gives."""
    languages.use("fr")
    look.set_scale(200)
    try:
        hand.form.resize(660, 700)
        for section, item in (
            *((key, "") for key in PAGES), ("lists", "bait"), ("rules", "R-INS-01"), ("categories", "insult"),
        ):  # fmt: skip
            hand.form.open(section, item)
            page = hand.form.page
            assert page is not None
            inside = page.widget()
            assert inside is not None
            assert inside.minimumSizeHint().width() <= page.viewport().width(), (section, item)
    finally:
        look.set_scale(100)


def test_empty_sections_say_what_to_do(hand: Hand) -> None:
    hand.draft.set_all('schema = 1\nname = "New"\n[category.insult]\nseverity = 3\n', {}, "file")
    for section, words in (
        ("lists", "Give the first one a name"),
        ("rules", "Begin with a word list"),
        ("ladder", "There are no steps"),
        ("channels", "No exception"),
    ):
        hand.form.open(section)
        assert hand.form.page is not None
        assert words in labels(hand.form.page)
    hand.form.open("ladder")
    start = hand.control("start")
    start.setFocus()
    hand.key(Qt.Key.Key_Return)
    hand.wait(lambda: "[ladder.default]" in hand.draft.text)


def test_rows_are_walked_with_the_arrows(hand: Hand) -> None:
    hand.form.open("lists")
    assert hand.form.page is not None
    first = hand.form.page.rows[0][0]
    assert isinstance(first, RowButton)
    first.setFocus()
    hand.key(Qt.Key.Key_Down)
    assert hand.place() == "row.insults_en"
    hand.key(Qt.Key.Key_Return)
    hand.page_ready("lists", "insults_en")
