"""The audit page on a real log: read, filter, verify, prove, annotate, export; loud when somebody has been at it."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from console.audit.verify import verify
from console.domain.audit import AuditRow
from console.domain.errors import NotAllowed
from console.domain.vocabulary import ActionKind, Role
from console.runtime.connections import memory_only
from console.services import audit_desk
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from tests.support.workspaces import comment, raw, take_in
from tests.ui.team_desk import DEADLINE, WORDS, TeamDesk
from ui.i18n.loader import PSEUDO, Languages
from ui.models.audit_line import AuditLine, line_of, lines_of
from ui.models.audit_model import AuditModel, Column
from ui.models.audit_steps import _verdict, short_hash
from ui.models.audit_words import EVENTS, OUTCOMES, Face, on_words, outcome_face, subtitle, what_face
from ui.theme.icon_names import GLYPHS
from ui.theme.look import Look
from ui.views.audit_head import Chain
from ui.views.audit_table import AuditTable
from ui.views.audit_view import AuditView

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[TeamDesk]:
    """A console with three comments and two decisions."""
    made = TeamDesk(tmp_path, qapp, memory_only())
    made.ids = made.seed()  # type: ignore[attr-defined]
    yield made
    made.close()


def _words(page: AuditView, column: Column) -> list[str]:
    return [page.model.words(page.model.line(row), column) for row in range(page.model.rowCount())]


def _go(desk: TeamDesk, page: AuditView, action: str) -> AuditLine:
    """Make the newest entry of an action current and wait until the panel shows it."""
    lines = (page.model.line(row) for row in range(page.model.rowCount()))
    line = next(one for one in lines if one.action == action)
    page.table.go_to(line.sequence)
    _shown(desk, page, line.sequence)
    return line


def _shown(desk: TeamDesk, page: AuditView, sequence: int) -> None:
    """Wait until the panel shows an entry."""

    def there() -> bool:
        detail = page.detail.detail
        return detail is not None and detail.row.sequence == sequence

    desk.wait(there)


def test_the_page_opens_verified_and_shows_the_newest(desk: TeamDesk) -> None:
    """State, anchor, count and limit sentence; the newest entry is chosen; the strip says it too."""
    page = desk.audit()
    assert page.chain.state == "ok"
    assert page.head.state.text.startswith("Verified up to")
    assert "4 entries" in page.head.state.text
    assert page.table.current_sequence() == page.model.newest == 4
    assert _words(page, Column.WHAT)[:2] == ["Keep", "Hide"]
    assert _words(page, Column.WHO)[:2] == ["Idris", "Kim"]
    assert page.limit.text == "Tampering is detected, not prevented. Keep an anchor elsewhere."
    assert page.count.text == "4 entries today"
    assert "Verified up to" in desk.strip()
    page.copy_anchor()
    head = desk.console.store.read(lambda r: r.audit.head())
    assert QGuiApplication.clipboard().text() == f"{head.sequence}:{head.hash}"
    found = desk.console.store.snapshot(
        lambda r: verify(r.audit.rows(), r.audit.head(), anchors=[QGuiApplication.clipboard().text()])
    )
    assert found.ok


def test_the_keys_of_the_page(desk: TeamDesk) -> None:
    """J and K move, Enter goes in, Esc comes back, F reaches the filters, N writes a note, Ctrl+C copies, V verifies."""
    page = desk.audit()
    page.table.setFocus()
    top = page.table.current_sequence()
    desk.press(Qt.Key.Key_J)
    assert page.table.current_sequence() == top - 1
    _shown(desk, page, top - 1)
    desk.press(Qt.Key.Key_Return)
    assert page.detail.body.hasFocus()
    desk.press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    desk.press(Qt.Key.Key_C, CONTROL)
    copied = json.loads(QGuiApplication.clipboard().text())
    assert copied["sequence"] == top - 1
    assert copied["entry"]["action"] == "hide"
    desk.press(Qt.Key.Key_F)
    assert page.chips["time"].hasFocus()
    page.table.setFocus()
    desk.press(Qt.Key.Key_N)
    assert page.detail.editor.field.hasFocus()
    page.detail.editor.field.setText("Right call.")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: any("Note by" in title for title in page.detail.steps.words()))
    assert "Right call." in page.detail.steps.accessibleName()
    entry = desk.console.store.read(lambda r: r.audit.row(r.audit.head().sequence))
    assert entry is not None
    assert "Right call" not in entry.entry
    page.table.setFocus()
    desk.press(Qt.Key.Key_K)
    at = page.chain.at
    desk.clock.turn(3600)
    desk.press(Qt.Key.Key_V)
    desk.wait(lambda: page.chain.state == "ok" and page.chain.at > at)


def test_one_entry_with_its_proof(desk: TeamDesk) -> None:
    """The words are those that were logged; the chain runs from first seen to what was decided; the hashes are there."""
    page = desk.audit()
    hidden = _go(desk, page, "hide")
    detail = page.detail
    assert detail.detail is not None
    assert detail.card.check.text == "text matches its hash"
    assert detail.card.words.accessibleName() == WORDS
    assert detail.steps.words()[0] == "First seen"
    assert "Hide, decided by Kim" in detail.steps.words()
    assert detail.head.title.text == f"Entry {hidden.sequence}"
    assert "by Kim, moderator" in detail.head.count.text
    spoken = detail.proof.findChildren(QWidget)
    assert any(short_hash(detail.detail.row.hash) in one.accessibleName() for one in spoken)


def test_changed_words_do_not_pass_for_the_logged_ones(desk: TeamDesk, tmp_path: Path) -> None:
    """A clear value that somebody changed in the file no longer fits its commitment: the panel says so, in red."""
    with raw(tmp_path / "lormel.vigie") as db:
        db.execute("UPDATE audit_private SET value = 'Sonia is lovely.' WHERE field = 'text'")
    page = desk.audit()
    _go(desk, page, "hide")
    assert page.detail.card.check.text == "text does not match its hash"


def test_an_erased_person(desk: TeamDesk, tmp_path: Path) -> None:
    """The words are gone, the entry and the chain still hold, and the page says both."""
    with raw(tmp_path / "lormel.vigie") as db:
        db.execute("DELETE FROM audit_private")
    page = desk.audit()
    assert page.chain.state == "ok"
    _go(desk, page, "hide")
    assert not page.detail.erased.isHidden()
    assert page.detail.erased.text == "Erased. The entry still verifies."
    assert page.detail.card.isHidden()
    assert "Hide, decided by Kim" in page.detail.steps.words()


def test_harsh_words_are_masked_until_asked_for(desk: TeamDesk) -> None:
    """From severity 4 the matched words are covered; leaving the entry covers them again."""
    page = desk.audit()
    channel = desk.console.store.read(lambda r: r.channels.all()[0].id)
    ids = take_in(desk.console.store, channel, comment(9, "I know where you live"))
    desk.console.store.write(lambda tx: tx.comments.set_flags(ids[0], category="threat", severity=5)).result()
    desk.console.decide(DecisionAsk(ids[0], ActionKind.HIDE), desk.console.actor("Kim")).result(DEADLINE)
    desk.wait(lambda: page.model.newest == 5)
    page.table.go_to(5)
    _shown(desk, page, 5)
    assert page.detail.card.words.accessibleName() == "masked"
    page.detail.card.reveal.click()
    assert page.detail.card.words.accessibleName() == "I know where you live"
    page.table.step(1)
    _shown(desk, page, 4)
    page.table.step(-1)
    _shown(desk, page, 5)
    assert page.detail.card.words.accessibleName() == "masked"


def test_filters(desk: TeamDesk) -> None:
    """Who, what, channel, category, time; an empty answer leads back; one comment alone."""
    page = desk.audit()
    desk.wait(lambda: page.chips["who"]._choices)
    page.chips["who"].pick("Kim")
    desk.wait(lambda: page.model.rowCount() == 1)
    assert _words(page, Column.WHAT) == ["Hide"]
    page.chips["what"].pick("action:keep")
    desk.wait(lambda: page.model.rowCount() == 0)
    desk.wait(lambda: not page.empty.isHidden())
    assert page.empty.title.text() == "No entry for these filters"
    page.empty.buttons[0].click()
    desk.wait(lambda: page.model.rowCount() == 4)
    page.chips["what"].pick("event:policy_activated")
    desk.wait(lambda: page.model.rowCount() == 1)
    page.chips["what"].clear()
    page.chips["channel"].pick("practice:demo")
    desk.wait(lambda: page.model.rowCount() == 2)
    page.clear_filters()
    desk.wait(lambda: page.model.rowCount() == 4)
    desk.pages.show_comment(desk.ids[1])  # type: ignore[attr-defined]
    desk.wait(lambda: _words(page, Column.WHAT) == ["Keep"])
    assert page.comment_chip.isVisible()
    page.comment_chip.clear()
    desk.wait(lambda: page.model.rowCount() == 4)


def test_from_the_queue_to_the_log(desk: TeamDesk) -> None:
    """Shift+F7 on a comment: the log, with its entries alone."""
    desk.window.show_place("inbox")
    desk.wait(lambda: desk.window.queue.detail_data is not None)
    shown = desk.window.queue.detail_data
    assert shown is not None
    desk.window.queue.actions_by_id["look.log"].trigger()
    page = desk.pages._audit
    assert page is not None
    desk.wait(page.comment_chip.isVisible)
    assert page.comment_chip.key == str(shown.card.id)


def test_a_chip_by_keyboard(desk: TeamDesk) -> None:
    """Enter opens the values, Delete takes the filter away."""
    page = desk.audit()
    desk.wait(lambda: page.chips["who"]._choices)
    chip = page.chips["who"]
    menu = chip.menu()
    words = [action.text() for action in menu.actions()]
    assert words == ["Idris", "Kim", desk.actor.name]
    next(action for action in menu.actions() if action.text() == "Idris").trigger()
    desk.wait(lambda: page.model.rowCount() == 1)
    assert chip.accessibleName() == "Who: Idris"
    chip.setFocus()
    desk.press(Qt.Key.Key_Delete)
    desk.wait(lambda: page.model.rowCount() == 4)


def test_a_day_without_entries_opens_on_the_whole_log(desk: TeamDesk) -> None:
    """After midnight the page is not empty."""
    desk.clock.turn(2 * 86_400)
    page = desk.audit()
    assert page.model.rowCount() == 4
    assert not page.chips["time"].active
    page.chips["time"].pick("7")
    desk.wait(lambda: page.chips["time"].word == "7 days" and page.model.rowCount() == 4)


def test_new_entries_come_in_above(desk: TeamDesk) -> None:
    """What is being read stays current; the chain is verified to its new end."""
    page = desk.audit()
    _go(desk, page, "hide")
    kept = page.table.current_sequence()
    desk.console.decide(DecisionAsk(desk.ids[2], ActionKind.KEEP), desk.console.actor("Kim")).result(DEADLINE)  # type: ignore[attr-defined]
    desk.wait(lambda: page.model.newest == 5 and page.chain.entries == 5)
    assert page.table.current_sequence() == kept
    assert page.chain.state == "ok"


@pytest.mark.parametrize(
    ("tampering", "kind"),
    [
        ("UPDATE audit SET entry = replace(entry, 'Kim', 'Max') WHERE sequence = 3", "an entry was edited"),
        ("DELETE FROM audit WHERE sequence = 3", "an entry was deleted"),
        ("DELETE FROM audit WHERE sequence = 4", "the end was cut off"),
    ],
)
def test_a_broken_log_is_loud_until_acknowledged(
    desk: TeamDesk, tmp_path: Path, tampering: str, kind: str
) -> None:
    """The head says where and what, and what to do; it stays, also after a restart of the page, until a reason is given."""
    with raw(tmp_path / "lormel.vigie") as db:
        for guard in ("audit_no_update", "audit_no_delete"):
            db.execute(f"DROP TRIGGER {guard}")
        db.execute(tampering)
    page = desk.audit()
    assert page.chain.state == "broken"
    assert page.head.alarm.isVisible()
    assert kind in page.head.alarm.title.text()
    assert "Export now" in page.head.alarm.line.text()
    assert kind in desk.strip()
    page.verify()
    desk.wait(lambda: page.chain.state == "broken")
    assert page.head.alarm.isVisible()
    asked: list[str] = []
    page.head.alarm.acknowledge.asked_why.connect(asked.append)
    page.head.alarm.acknowledge.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert asked == ["Say first why work goes on."]
    page.head.alarm.reason.setText("Restored from a copy; Claire knows.")
    page.head.alarm.reason.returnPressed.emit()
    desk.wait(lambda: not page.head.alarm.isVisible())
    assert "Claire knows" in page.head.state.text
    seen = desk.console.store.read(audit_desk.acknowledged)
    assert seen is not None
    assert seen.reason == "Restored from a copy; Claire knows."
    assert not any("Claire" in row.entry for row in desk.console.store.read(lambda r: list(r.audit.rows())))
    page.verify()
    desk.wait(lambda: page.chain.state == "broken" and page.chain.seen is not None)
    assert not page.head.alarm.isVisible()


@pytest.mark.parametrize(
    ("form", "check"), [("jsonl", '"sequence":1'), ("csv", "sequence,segment"), ("dsa", "[")]
)
def test_export_is_written_and_logged(desk: TeamDesk, tmp_path: Path, form: str, check: str) -> None:
    """The file appears whole, the export is an entry, the strip says what was written."""
    page = desk.audit()
    target = tmp_path / f"out.{form}"
    page.chips["time"].pick("all")
    desk.wait(lambda: page.model.rowCount() == 4)
    page.export_to(target, form)
    desk.wait(lambda: target.exists() and "out." in desk.strip())
    assert check in target.read_text(encoding="utf-8").replace(" ", "")
    assert not list(tmp_path.glob("*.part"))
    desk.wait(lambda: page.model.newest == 5)
    assert page.model.line(0).event == "export"
    if form == "jsonl":
        rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
        assert [row["sequence"] for row in rows] == [1, 2, 3, 4, 5]


def test_export_of_what_is_filtered(desk: TeamDesk, tmp_path: Path) -> None:
    """The filters leave one entry: one line, oldest first where there are several."""
    page = desk.audit()
    page.chips["who"].pick("Kim")
    desk.wait(lambda: page.model.rowCount() == 1)
    page.export_to(tmp_path / "kim.jsonl", "jsonl")
    desk.wait((tmp_path / "kim.jsonl").exists)
    assert len((tmp_path / "kim.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_export_where_nothing_can_be_written(desk: TeamDesk, tmp_path: Path) -> None:
    """The sentence names the file, the log is untouched, the button works again."""
    page = desk.audit()
    page.export_to(tmp_path / "none" / "out.csv", "csv")
    desk.wait(lambda: "out.csv could not be written" in desk.strip())
    assert page.head.export.reason == ""


def test_export_menu_offers_three_forms(desk: TeamDesk) -> None:
    """Each says what it is good for."""
    page = desk.audit()
    assert len(page.export_menu().actions()) == 3
    assert page.actions_by_id["audit.export"].shortcut().toString() == "Ctrl+E"


def test_undo_from_the_page(desk: TeamDesk) -> None:
    """A decision that still waits is taken back; a second time the button says why not."""
    page = desk.audit()
    _go(desk, page, "hide")
    assert page.detail.undo_button.isVisible()
    page.detail.undo_button.click()
    desk.wait(lambda: "Undone." in desk.strip())
    desk.wait(lambda: page.model.line(0).event == "undo")
    page.table.go_to(3)
    _shown(desk, page, 3)
    desk.wait(lambda: page.detail.undo_button.reason == "This decision was undone already.")


def test_the_language_changes_while_it_is_open(desk: TeamDesk) -> None:
    """Heads, chips, cells, panel."""
    page = desk.audit()
    desk.preferences.change(language="fr")
    desk.wait(lambda: page.head.title.text == "Journal d’audit")
    assert page.model.headerData(Column.WHO, Qt.Orientation.Horizontal) == "Qui"
    assert _words(page, Column.WHAT)[:2] == ["Garder", "Masquer"]
    assert page.chips["time"].word == "Aujourd’hui"
    assert page.head.state.text.startswith("Vérifié jusqu’à")
    assert "décidé par" in page.detail.steps.accessibleName()
    desk.preferences.change(language="en")


def test_small_windows_show_one_pane(desk: TeamDesk) -> None:
    """At 200 % text Enter opens the panel in place of the table, Esc comes back."""
    page = desk.audit()
    desk.preferences.change(text_size=200)
    desk.window.resize(1000, 700)
    desk.wait(page.detail.isHidden)
    page.table.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert page.left.isHidden()
    assert page.detail.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert not page.left.isHidden()
    assert page.table.hasFocus()
    desk.preferences.change(text_size=100)


@pytest.mark.parametrize("room", ["audit", "channels"])
def test_every_control_has_a_name(desk: TeamDesk, room: str) -> None:
    """Whatever takes the focus says what it is."""
    page = desk.audit() if room == "audit" else desk.channels()
    nameless = [
        type(one).__name__
        for one in page.findChildren(QWidget)
        if isinstance(one, (QAbstractButton, QLineEdit, QComboBox)) and not one.accessibleName()
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]  # fmt: skip
    assert nameless == []


def test_longer_words_fit(desk: TeamDesk) -> None:
    """With 40 % longer words no button of the pages is narrower than its word."""
    page, channels = desk.audit(), desk.channels()
    desk.preferences.languages.use(PSEUDO)
    desk.window.show_place("audit")
    desk.wait(lambda: "~" in page.head.title.text)
    buttons = [button for one in (page, channels) for button in one.findChildren(QAbstractButton)]

    def clipped() -> list[str]:
        shown = [one for one in buttons if one.isVisible() and one.minimumSizeHint().isValid()]
        return [one.accessibleName() for one in shown if one.width() < one.minimumSizeHint().width()]

    desk.wait(lambda: not clipped())
    desk.window.show_place("channels")
    desk.wait(lambda: not clipped())


def test_a_moderator_may_not_export(desk: TeamDesk, tmp_path: Path) -> None:
    """The service asks the role; auditors may read and export."""
    nobody = Actor("X", Role.AUDITOR, "x")
    assert audit_desk.export_log(desk.console.store, nobody, tmp_path / "a.jsonl", "jsonl") == 5
    with pytest.raises(NotAllowed):
        nobody.need("decide")


# ------------------------------------------------------------------ without a console


def test_a_million_entries_scroll(look: Look, languages: Languages, qtbot: QtBot) -> None:
    """Shown in a moment, each page read once, jumps to both ends; eight megabytes of numbers."""
    reads: list[int] = []

    def fetch(sequences: Sequence[int]) -> Mapping[int, AuditLine]:
        reads.append(len(sequences))
        return {
            one: AuditLine(one, at=1_790_000_000 + one, actor="Kim", event="decision", action="hide")
            for one in sequences
        }

    model = AuditModel(fetch, lambda: 1_790_000_000)
    table = AuditTable(look, model)
    qtbot.addWidget(table)
    table.resize(900, 700)
    table.show()
    ids = array("q", range(1_000_000, 0, -1))
    model.show_ids(ids, one_day=False)
    table.go_to_row(0)
    table.grab()
    assert max(reads) <= 200
    before = len(reads)
    for _ in range(50):
        table.step(1)
        table.grab()
    assert len(reads) - before <= 2
    table.go_to_row(999_999)
    table.grab()
    assert table.current_sequence() == 1
    model.add_newest(array("q", [1_000_001]))
    assert model.newest == 1_000_001
    assert table.current_sequence() == 1
    assert model.sequence_at(10**7) == 0


def test_words_for_every_event_and_outcome(languages: Languages) -> None:
    """Each has an icon that exists, a word in both languages and a column to stand in."""
    for language in ("en", "fr"):
        languages.use(language)
        for event, (icon, _) in EVENTS.items():
            line = AuditLine(
                1,
                event=event,
                action="hide",
                actor="Kim",
                role="lead",
                channel="bluesky:x",
                category="insult",
                comment=3,
                severity=3,
            )
            face = what_face(line)
            assert icon in GLYPHS
            assert face.icon in GLYPHS
            assert face.word
            assert subtitle(line)
            assert on_words(line)
        for outcome in OUTCOMES:
            shown = outcome_face(outcome)
            assert isinstance(shown, Face)
            assert shown.icon in GLYPHS


def test_a_damaged_entry_still_makes_a_row(languages: Languages) -> None:
    """Not JSON, not an object, wrong types: named, never a crash."""
    rows = [
        AuditRow(1, 1, "", "", "{"),
        AuditRow(2, 1, "", "", "[]"),
        AuditRow(3, 1, "", "", '{"at":"x","rules":5,"comment":true}'),
    ]
    lines = lines_of(rows)
    assert lines[1].damaged
    assert lines[2].damaged
    assert lines[3] == AuditLine(3)
    assert what_face(line_of(rows[0])).word == "Damaged entry"
    assert outcome_face("") is None
    assert outcome_face("never_heard") == Face("circle-dashed", "never heard")


def test_the_chain_says_what_it_is() -> None:
    """Loud only while nobody has seen it."""
    assert not Chain("ok").loud
    assert Chain("broken").loud


def test_a_label_below_its_threshold_is_not_what_the_comment_was_taken_for() -> None:
    entry = {"engine": "words", "engine_version": "1", "threshold": {"insult": 8600}}
    step = _verdict({**entry, "category": "question", "scores": {"insult": 3400}})
    assert step.title == "Verdict: question"
    assert step.line == "engine words 1, insult 0.34 below the threshold 0.86"
    step = _verdict({**entry, "category": "insult", "scores": {"insult": 9400}})
    assert (step.title, step.line) == ("Verdict: insult 0.94", "engine words 1, threshold 0.86")
