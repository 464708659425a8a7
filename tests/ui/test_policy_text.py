"""The policy as text: colours, changed lines, nothing lost on the way in or out, marks that move along, faults that lead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.runtime.connections import memory_only
from tests.support.policy_room import FILES, POLICY, RoomDesk
from ui.i18n.loader import Languages
from ui.models.policy.changes import diff_lines, line_changes
from ui.models.policy.documents import new_document, raw_text, replace_text
from ui.theme.look import Look
from ui.views.policy.editor import LineMark, PolicyEditor
from ui.views.policy.highlighter import BASIC, LITERAL, PLAIN, tokens
from ui.views.policy.text import decode, encode

AWKWARD = 'a = "« oui\u00a0»\u202f! 😀"\n\n# fin \u2028 là\nb = 1\n'


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[RoomDesk]:
    """The policy room over a small policy."""
    made = RoomDesk(tmp_path, qapp, memory_only())
    yield made
    made.close()


@pytest.fixture
def editor(look: Look, languages: Languages) -> Iterator[PolicyEditor]:
    """An editor by itself."""
    made = PolicyEditor(look)
    made.use_document(new_document(look.fixed_font(), "one\ntwo\nthree\nfour", made))
    made.resize(400, 300)
    made.show()
    yield made
    made.deleteLater()


# ---------------------------------------------------------------------- colours


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("[[rule.test]] # one", [("[[rule.test]]", "table"), ("# one", "comment")]),
        ('[channel."x:y"]', [('[channel."x:y"]', "table")]),
        ('text = "a # b \\" c" # d', [('"a # b \\" c"', "string"), ("# d", "comment")]),
        ("at_least = 0.80", [("0.80", "number")]),
        ("until = 2027-01-31", [("2027-01-31", "number")]),
        ("a-2 = true", [("true", "truth")]),
        ('  ["08:30-12:30"], [1]', [('"08:30-12:30"', "string"), ("1", "number")]),
        ("key3 = 'it''s'", [("'it'", "string"), ("'s'", "string")]),
        ('R-1 = "open', [('"open', "string")]),
    ],
)
def test_tokens_of_a_line(line: str, wanted: list[tuple[str, str]]) -> None:
    spans, state = tokens(line, PLAIN)
    assert [(line[start:end], kind) for start, end, kind in spans] == wanted
    assert state == PLAIN


def test_strings_over_several_lines() -> None:
    spans, state = tokens('a = """one', PLAIN)
    assert state == BASIC
    assert spans == [(4, 10, "string")]
    assert tokens("# no comment", state) == ([(0, 12, "string")], BASIC)
    assert tokens('still \\""" in', state)[1] == BASIC
    spans, state = tokens('end""" # c', state)
    assert ([kind for *_, kind in spans], state) == (["string", "comment"], PLAIN)
    assert tokens("x = '''", PLAIN)[1] == LITERAL


# ---------------------------------------------------------------------- changed lines


def test_lines_added_changed_and_gone() -> None:
    found = line_changes("a\nb\nc\nd", "a\nB\nc\nnew\nd")
    assert (found.changed, found.added, found.removed, found.count) == ({1}, {3}, frozenset(), 2)
    gone = line_changes("a\nb\nc", "a\nc")
    assert (gone.removed, gone.count) == ({1}, 1)
    assert line_changes("a", "a").count == 0


def test_a_comparison_reads_like_one() -> None:
    old = "\n".join(f"line {n}" for n in range(40))
    new = old.replace("line 20", "line twenty").replace("line 35\n", "")
    rows = diff_lines(old, new)
    marks = "".join(row.mark or "." for row in rows)
    assert marks == ".  -+  .  -  ."
    assert [(row.mark, row.text) for row in rows if row.mark in "+-" and row.mark] == [
        ("-", "line 20"),
        ("+", "line twenty"),
        ("-", "line 35"),
    ]
    assert diff_lines(old, old) == ()


# ---------------------------------------------------------------------- in and out


def test_nothing_is_lost_in_a_document(look: Look) -> None:
    holder = QWidget()
    document = new_document(look.fixed_font(), AWKWARD, holder)
    assert raw_text(document) == AWKWARD
    replace_text(document, AWKWARD.replace("😀", "🙂"))
    assert raw_text(document) == AWKWARD.replace("😀", "🙂")
    document.undo()
    assert raw_text(document) == AWKWARD


def test_copying_keeps_no_break_spaces(editor: PolicyEditor) -> None:
    editor.document().setPlainText("« oui\u00a0»\nnon")
    editor.selectAll()
    editor.copy()
    assert QGuiApplication.clipboard().text() == "« oui\u00a0»\nnon"


def test_list_files_keep_their_line_ends() -> None:
    data = b"\xef\xbb\xbfone\r\ntwo\r\n"
    text = decode(data)
    assert text == "one\ntwo\n"
    assert encode(text + "three\n", data) == b"\xef\xbb\xbfone\r\ntwo\r\nthree\r\n"
    assert decode(b"\xff\xfe\x00") is None


# ---------------------------------------------------------------------- typing


def test_tab_indents_and_shift_tab_takes_it_back(editor: PolicyEditor) -> None:
    editor.go_to(2)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert raw_text(editor.document()) == "one\n  two\nthree\nfour"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert raw_text(editor.document()) == "one\n  \n  two\nthree\nfour"
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert raw_text(editor.document()).split("\n") == ["  one", "    ", "    two", "  three", "  four"]
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    assert raw_text(editor.document()).split("\n") == ["one", "  ", "  two", "three", "four"]


def test_ctrl_tab_leaves_the_text(desk: RoomDesk) -> None:
    room = desk.room()
    editor = room.text.editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    desk.wait(room.live.field.hasFocus)
    QTest.keyClick(room.live.field, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    desk.wait(editor.hasFocus)
    assert room.draft.text == POLICY


def test_marks_move_with_their_lines(editor: PolicyEditor) -> None:
    editor.set_results({2: LineMark("check-circle", "ok", "holds")})
    editor.set_faults({3: "wrong"})
    editor.go_to(1)
    editor.insertPlainText("zero\nhalf\n")
    assert (editor.words_at(4), editor.words_at(5)) == ("holds", "wrong")
    editor.document().undo()
    assert (editor.words_at(2), editor.words_at(3)) == ("holds", "wrong")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertPlainText("\nfive")
    assert (editor.words_at(2), editor.words_at(3)) == ("holds", "wrong")


# ---------------------------------------------------------------------- in the room


def test_a_fault_is_underlined_explained_and_leads_to_its_line(desk: RoomDesk) -> None:
    room = desk.room()
    desk.write(room, 'match = "word"', 'match = "wrod"')
    desk.wait(lambda: room.draft.fresh and room.draft.errors)
    problem = room.text.faults()[0]
    line = POLICY.split("\n").index('match = "word"') + 1
    assert (problem.line, problem.file) == (line, "")
    assert "wrod" in problem.words
    assert "word" in problem.hint
    assert "wrod" in room.text.editor.words_at(line - 1)
    assert room.text.problems.isVisible()
    underlined = room.text.editor.extraSelections()
    assert [one.cursor.blockNumber() for one in underlined] == [line - 1]
    room.text.editor.go_to(1)
    room.actions_by_id["policy.fault"].trigger()
    assert room.text.editor.textCursor().blockNumber() == line - 1
    room.text.editor.go_to(1)
    row = room.text.problems.rows[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert room.text.editor.textCursor().blockNumber() == line - 1
    desk.write(room, 'match = "wrod"', 'match = "word"')
    desk.settled(room)
    assert not room.text.problems.isVisible()
    assert room.text.editor.extraSelections() == []


def test_changed_lines_are_marked_against_the_text_in_force(desk: RoomDesk) -> None:
    room = desk.room()
    assert room.left.changes.text == "the text in force"
    desk.write(room, "severity = 3", "severity = 2")
    line = POLICY.split("\n").index("severity = 3")
    desk.wait(lambda: room.text.editor._changes.changed == {line})
    desk.wait(lambda: room.left.changes.text == "draft, 1 line changed")


def test_a_list_file_is_edited_beside_the_policy(desk: RoomDesk) -> None:
    room = desk.room()
    assert [room.text.files.itemData(i) for i in range(room.text.files.count())] == ["", "lists/house.txt"]
    room.text.files.setCurrentIndex(1)
    assert raw_text(room.text.editor.document()) == FILES["lists/house.txt"].decode()
    room.text.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(room.text.editor, "blatherskite")
    assert room.draft.files["lists/house.txt"] == b"# ours\npuddinghead\nblatherskite"
    assert room.draft.text == POLICY
    desk.settled(room)
    room.text.files.setCurrentIndex(0)
    assert raw_text(room.text.editor.document()) == POLICY
    desk.try_text(room, "what a blatherskite")
    outcome = room.trial.outcome
    assert outcome is not None
    assert outcome.tried is not None
    assert outcome.tried.draft is not None
    assert outcome.tried.draft.rules == ("R-1",)
    assert outcome.tried.active.rules == ()


def test_a_change_from_outside_can_be_undone_in_the_text(desk: RoomDesk) -> None:
    room = desk.room()
    desk.write(room, "severity = 3", "severity = 2")
    room.draft.set_text(room.draft.text.replace('name = "Small"', 'name = "Form"'), "form")
    assert 'name = "Form"' in raw_text(room.text.editor.document())
    room.text.editor.undo()
    assert 'name = "Small"' in room.draft.text
    assert "severity = 2" in room.draft.text
    room.text.editor.undo()
    assert room.draft.text == POLICY


def test_finding_in_the_text(desk: RoomDesk) -> None:
    room = desk.room()
    room.text.editor.setFocus()
    QTest.keyClick(room.text.editor, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert room.text.finder.isVisible()
    field = room.text.finder.field
    desk.wait(field.hasFocus)
    QTest.keyClicks(field, "rule")
    first = room.text.editor.textCursor()
    assert first.selectedText().lower() == "rule"
    assert room.text.finder.count.text == f"{POLICY.lower().count('rule')} found"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert room.text.editor.textCursor().position() > first.position()
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert room.text.editor.textCursor().position() == first.position()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not room.text.finder.isVisible()
    desk.wait(room.text.editor.hasFocus)


def test_two_hundred_kilobytes_are_taken_in_and_typed_into(desk: RoomDesk) -> None:
    room = desk.room()
    words = ", ".join(f'"blunderword{n:05d}"' for n in range(28))
    more = "".join(
        f'\n[list.extra{n}]\nmatch = "word"\nwords = [{words}]\n'.replace("blunder", f"b{n}")
        for n in range(400)
    )
    text = POLICY + more
    assert len(text) > 200_000
    room.draft.set_text(text, "file")
    desk.settled(room)
    assert room.draft.policy is not None
    room.text.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(room.text.editor, "# typed")
    assert room.draft.text == text + "# typed"
    desk.settled(room)
