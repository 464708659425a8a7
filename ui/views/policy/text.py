"""The draft as text: a small switcher for its files, the editor, find, and what is wrong, each at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.i18n.mark import translate
from ui.models.policy.changes import LineChanges, line_changes
from ui.models.policy.documents import new_document, raw_text, replace_text
from ui.retiring import retire
from ui.views.policy.editor import LineMark, PolicyEditor
from ui.views.policy.find import FindBar
from ui.views.policy.highlighter import TomlHighlighter
from ui.views.policy.problems import Problem, ProblemList, problem_of
from ui.widgets.base import Pane
from ui.widgets.fields import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.policy import RuleTestResult
    from console.runtime.app import Console
    from ui.bridge import Bridge
    from ui.models.policy.draft import PolicyDraft
    from ui.theme.look import Look

ORIGIN: Final = "text"
POLICY: Final = ""
"""The key of the policy itself among the files."""


class TextPane(Pane):
    """``draft`` is what it edits; ``set_results`` puts marks beside the tests."""

    line_changed = Signal(int)

    def __init__(
        self, console: Console, bridge: Bridge, look: Look, draft: PolicyDraft, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "code", "", parent)
        self._console, self._bridge, self._draft = console, bridge, draft
        self._current = POLICY
        self._writing = False
        self._asked = 0
        self._results: tuple[RuleTestResult, ...] = ()
        self.editor = PolicyEditor(look)
        self.finder = FindBar(look, self.editor)
        self.problems = ProblemList(look)
        self.files = Choice(look)
        self._documents: dict[str, QTextDocument] = {}
        self._documents[POLICY] = new_document(look.fixed_font(), draft.text, self)
        self._highlighter = TomlHighlighter(look, self._documents[POLICY])
        self.editor.use_document(self._documents[POLICY])
        self._build()
        self.editor.textChanged.connect(self._typed)
        self.editor.line_changed.connect(self.line_changed)
        self.editor.installEventFilter(self)
        self.finder.left.connect(self.editor.setFocus)
        self.problems.asked.connect(self.go_to)
        self.files.currentIndexChanged.connect(lambda _index: self.show_file(self.files.key()))
        draft.changed.connect(self._draft_changed)
        draft.checked.connect(self._checked)
        draft.active_changed.connect(self._compare)
        self.retranslate()
        self.setFocusProxy(self.editor)
        self._checked()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.finder)
        column.addWidget(self.editor, 1)
        column.addWidget(self.problems)

    # ------------------------------------------------------------------ text in and out

    def _typed(self) -> None:
        if self._writing:
            return
        text = raw_text(self.editor.document())
        if self._current == POLICY:
            self._draft.set_text(text, ORIGIN)
        else:
            files = self._draft.files
            files[self._current] = encode(text, files.get(self._current, b""))
            self._draft.set_files(files, ORIGIN)

    def _draft_changed(self, origin: str) -> None:
        if origin != ORIGIN:
            self._writing = True
            try:
                self._take_in()
            finally:
                self._writing = False
        self._fill_files()

    def _take_in(self) -> None:
        """Somebody else changed the draft: the documents follow, and the change can be undone here like any other."""
        replace_text(self._documents[POLICY], self._draft.text)
        files = self._draft.files
        for name in [one for one in self._documents if one != POLICY]:
            text = decode(files[name]) if name in files else None
            if text is None:
                if self._current == name:
                    self.show_file(POLICY)
                retire(self._documents.pop(name))
            else:
                replace_text(self._documents[name], text)

    def forget_undo(self) -> None:
        """Another text altogether: what was done before belongs to the one before."""
        for document in self._documents.values():
            document.clearUndoRedoStacks()

    # ------------------------------------------------------------------ files

    def show_file(self, name: str) -> None:
        """Edit the policy (empty name) or one of its list files."""
        if name == self._current:
            return
        document = self._documents.get(name)
        if document is None:
            text = decode(self._draft.files.get(name, b""))
            if text is None:
                self._fill_files()
                return
            document = self._documents[name] = new_document(self.look.fixed_font(), text, self)
        self._current = name
        self._writing = True
        self.editor.use_document(document)
        self._writing = False
        self.editor.setAccessibleName(self._name_of(name))
        self._fill_files()
        self._show_faults()
        self._show_results()
        self._compare()

    @property
    def current(self) -> str:
        """The file shown: empty for the policy."""
        return self._current

    def _name_of(self, name: str) -> str:
        return name or self._draft.file_name

    def _fill_files(self) -> None:
        files = self._draft.files
        names = [POLICY, *sorted(files)]
        self.files.set_choices([(name, self._name_of(name)) for name in names])
        self.files.blockSignals(True)
        self.files.set_key(self._current)
        self.files.blockSignals(False)

    # ------------------------------------------------------------------ places

    def go_to(self, file: str, line: int) -> None:
        """Put the cursor into a line (from 1) of the policy (empty) or of one of its files."""
        self.show_file(file if file in self._draft.files else POLICY)
        self.editor.go_to(line)

    def next_problem(self) -> None:
        """Lead to the next thing to mend."""
        self.problems.step()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Ctrl+F finds in this text while the cursor is in it."""
        if (
            watched is self.editor
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Find)
        ):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.finder.open()
                return True
        if watched is self.editor and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.finder.isVisible():
                self.finder.close_bar()
                return True
        return False

    # ------------------------------------------------------------------ what is known of the lines

    def _checked(self) -> None:
        self._fill_files()
        self._show_faults()
        self._compare()

    def _show_faults(self) -> None:
        name = self._draft.file_name
        problems = [problem_of(error, name) for error in self._draft.errors]
        problems += [problem_of(error, name, remark=True) for error in self._draft.remarks]
        self.problems.show_problems(problems)
        faults: dict[int, str] = {}
        for problem in problems:
            if problem.file == self._current and not problem.remark:
                before = faults.get(problem.line - 1)
                faults[problem.line - 1] = f"{before}\n{problem.text}" if before else problem.text
        self.editor.set_faults(faults)

    def faults(self) -> Sequence[Problem]:
        """What is wrong, as shown."""
        return self.problems.problems

    def set_results(self, results: Sequence[RuleTestResult]) -> None:
        """Show these results at the lines of their tests; they stay where they are until the next ones come."""
        self._results = tuple(results)
        self._show_results()

    def _show_results(self) -> None:
        marks: dict[int, LineMark] = {}
        if self._current == POLICY:
            for one in self._results:
                marks[one.line - 1] = result_mark(one)
        self.editor.set_results(marks)

    def _compare(self) -> None:
        """Mark what differs from the active text, worked out on another thread."""
        active = self._draft.active_text
        if self._current == POLICY:
            old, new = active.text, self._draft.text
        else:
            old = decode((active.files or {}).get(self._current, b"")) or ""
            new = decode(self._draft.files.get(self._current, b"")) or ""
        self._asked += 1
        asked = self._asked
        if not active.number or self._draft.closed:
            self.editor.set_changes(LineChanges())
            return
        future = self._console.background(lambda _console: line_changes(old, new))
        self._bridge.watch(future, self, lambda found: self._compared(asked, found))

    def _compared(self, asked: int, found: LineChanges) -> None:
        if asked == self._asked:
            self.editor.set_changes(found)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.files.setAccessibleName(translate("Policy", "Files of this policy"))
        self.editor.setAccessibleName(self._name_of(self._current))
        self.editor.setAccessibleDescription(
            translate("Policy", "Text of the policy. Tab indents, Ctrl+Tab leaves the text.")
        )
        self.finder.retranslate()
        self._show_faults()
        self._show_results()


def result_mark(result: RuleTestResult) -> LineMark:
    """The icon and words of one test."""
    if result.ok:
        return LineMark("check-circle", "ok", translate("Policy", "This test holds"))
    words = (
        translate("Policy", "This test does not hold: {rule} does not match")
        if result.expect == "match"
        else translate("Policy", "This test does not hold: {rule} matches")
    )
    return LineMark("x-circle", "danger", words.format(rule=result.rule))


def decode(data: bytes) -> str | None:
    """A list file as text with ``\\n``; None when it is not UTF-8."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None


def encode(text: str, before: bytes) -> bytes:
    """The text with the line ends and the mark that the file had before."""
    if b"\r\n" in before:
        text = text.replace("\n", "\r\n")
    lead = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    return lead + text.encode("utf-8", "surrogatepass")
