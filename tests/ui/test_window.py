"""The window on a real console and the practice network: read, decide, undo, reply, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from console.domain.vocabulary import CommentState, OutboxState
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, insult, of, shared  # noqa: F401  fixtures
from ui.i18n.loader import PSEUDO
from ui.widgets.buttons import ActionButton, BarLink, Kind
from ui.widgets.rail import RailButton

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_first_card_is_read_and_armed(desk: Desk) -> None:
    """The most severe comment is current, shown and worded; the strip says what is known."""
    data = desk.queue.armed()
    assert data is not None
    assert data.card.id == desk.current() == desk.queue.model.id_at(0)
    assert data.card.severity == max(card.severity for card in map(desk.card, range(40)) if card)
    assert data.why
    assert data.timeline
    assert data.author is not None
    assert "up to date" in desk.strip()
    assert "Policy v1" in desk.strip()


def test_j_and_k_move_and_the_detail_follows(desk: Desk) -> None:
    """J next, K previous; what was flicked past is not held for anybody."""
    first = desk.current()
    for _ in range(3):
        desk.press(Qt.Key.Key_J)
    assert desk.current() == desk.queue.model.id_at(3)
    desk.wait(desk.armed)
    assert desk.queue.detail_data is not None
    assert desk.queue.detail_data.card.id == desk.current()
    for _ in range(3):
        desk.press(Qt.Key.Key_K)
    assert desk.current() == first


def test_hide_leaves_with_an_undo_notice_and_u_takes_it_back(desk: Desk) -> None:
    """H: the comment leaves the list, the notice counts down, the next one is armed; U brings it back."""
    card = desk.go_to(insult)
    row = desk.queue.model.row_of(card.id)
    count = desk.queue.model.rowCount()
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0)
    assert desk.queue.model.rowCount() == count - 1
    assert desk.queue.model.row_of(desk.current()) == row
    toast = desk.queue.list.toast
    assert toast.isVisible()
    assert toast.accessibleName().startswith("Hidden: “")
    assert 15 <= toast.left() <= 20
    assert desk.outbox(card.id)[-1].state is OutboxState.QUEUED
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: desk.queue.model.row_of(card.id) >= 0 and desk.current() == card.id)
    assert desk.outbox(card.id)[-1].state is OutboxState.CANCELLED
    assert not toast.isVisible()
    assert "Undone: a hide of" in desk.strip()


def test_a_held_key_decides_once(desk: Desk) -> None:
    """The next comment is decided only once it has been read and painted."""
    desk.go_to(insult)
    before = desk.queue.model.rowCount()
    desk.press(Qt.Key.Key_H)
    desk.press(Qt.Key.Key_H)
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: desk.queue.model.rowCount() < before and desk.armed())
    assert desk.queue.model.rowCount() == before - 1
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: desk.queue.model.rowCount() == before)


def test_an_unpainted_comment_is_not_decided(desk: Desk) -> None:
    """A key that was already on its way does nothing, and the strip says so."""
    desk.go_to(insult)
    before = desk.queue.model.rowCount()
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_G)
    assert "was not shown yet" in desk.strip()
    desk.wait(desk.armed)
    assert desk.queue.model.rowCount() == before


def test_the_network_hides_it(desk: Desk) -> None:
    """Once the undo time is over the practice network carries it out, and the window says that it did."""
    card = desk.go_to(lambda one: insult(one) and not desk.outbox(one.id))
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: bool(desk.outbox(card.id)))
    desk.clock.offset += 30
    try:
        desk.console.store.write(lambda tx: tx.changed("outbox", (card.id,))).result(5)
        desk.wait(lambda: desk.outbox(card.id)[-1].state is OutboxState.DONE)
        desk.wait(lambda: "Hidden on the practice network" in desk.queue.list.toast.accessibleName())
    finally:
        desk.clock.offset -= 30
    stored = desk.console.store.read(lambda r: r.comments.get(card.id))
    assert stored is not None
    assert stored.hidden
    assert stored.state is CommentState.DONE


def test_report_takes_two_keys(desk: Desk) -> None:
    """P says what it does and that it is final; Esc stays; only Enter after the strip was seen goes on."""
    card = desk.go_to(lambda one: insult(one) and not desk.outbox(one.id))
    desk.press(Qt.Key.Key_P)
    assert desk.queue.bar.asking == "confirm:report"
    strip = desk.queue.bar.strip
    assert "cannot be undone" in strip.title.text()
    desk.press(Qt.Key.Key_Escape)
    assert desk.queue.bar.asking == ""
    assert desk.outbox(card.id) == []
    desk.press(Qt.Key.Key_P)
    desk.press(Qt.Key.Key_Return)
    assert desk.outbox(card.id) == [] or strip.armed
    desk.wait(lambda: strip.armed)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0)
    assert [row.action.value for row in desk.outbox(card.id)] == ["report"]


def test_block_is_no_first_step(desk: Desk) -> None:
    """B is answered in place: what is missing, what can be done instead; nothing modal, nothing sent."""
    card = desk.go_to(lambda one: insult(one) and not desk.outbox(one.id))
    button = desk.queue.bar.buttons.by_action["block"]
    assert button.reason.startswith("Block is not a first step.")
    desk.press(Qt.Key.Key_B)
    assert desk.queue.bar.asking == "refused:block"
    words = [made.word for made in desk.queue.bar.strip.buttons]
    assert words[-2:] == ["Ask a lead", "Stay"]
    desk.press(Qt.Key.Key_Escape)
    assert desk.outbox(card.id) == []
    assert desk.queue.armed() is not None


def test_criticism_is_protected(desk: Desk) -> None:
    """H on constructive criticism is refused with the way out."""
    desk.go_to(of("constructive_criticism"))
    desk.press(Qt.Key.Key_H)
    assert desk.queue.bar.asking == "refused:hide"
    assert "protected" in desk.queue.bar.strip.title.text()
    assert desk.queue.bar.strip.buttons[0].word == "Reply"


def test_category_by_key(desk: Desk) -> None:
    """C then a letter; the letters belong to the choice while it is open."""
    card = desk.go_to(of("neutral"))
    desk.press(Qt.Key.Key_C)
    assert desk.queue.bar.asking == "category"
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.press(Qt.Key.Key_B)
    desk.wait(lambda: desk.queue.detail_data is not None and desk.queue.detail_data.card.category == "praise")
    assert desk.current() == card.id
    assert desk.outbox(card.id) == []
    desk.press(Qt.Key.Key_C)
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.press(Qt.Key.Key_Escape)
    assert desk.queue.actions_by_id["decide.hide"].isEnabled()


def test_later_by_key(desk: Desk) -> None:
    """S then H puts it off for an hour; the snoozed view holds it."""
    card = desk.go_to(of("question"))
    desk.press(Qt.Key.Key_S)
    desk.wait(lambda: desk.queue.bar.asking == "later" and desk.queue.bar.strip.armed)
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0)
    stored = desk.console.store.read(lambda r: r.comments.get(card.id))
    assert stored is not None
    assert stored.state is CommentState.SNOOZED
    assert 3500 <= (stored.snoozed_until or 0) - desk.clock.now() <= 3700
    desk.window.show_place("snoozed")
    desk.wait(lambda: desk.queue.model.row_of(card.id) >= 0)


def test_reply_counts_keeps_its_draft_and_sends(desk: Desk) -> None:
    """R opens the editor; the count is the platform's; Esc keeps the draft; Ctrl+Enter sends."""
    card = desk.go_to(lambda one: of("question")(one) and not one.draft)
    desk.press(Qt.Key.Key_R)
    box = desk.queue.reply
    assert box.isVisible()
    assert isinstance(desk.app.focusWidget(), QPlainTextEdit)
    assert box.send_button.reason == "Nothing written yet."
    desk.type("Bonjour {case}")
    assert box.count.text.startswith("14 / ")
    assert box.send_button.reason == "An open field is left."
    desk.press(Qt.Key.Key_Return, CONTROL)
    assert desk.outbox(card.id) == []
    desk.press(Qt.Key.Key_Escape)
    assert box.isHidden()
    desk.wait(lambda: desk.console.store.read(lambda r: r.shared.draft(card.id)) == "Bonjour {case}")
    desk.wait(
        lambda: desk.queue.detail_data is not None and bool(desk.queue.detail_data.draft) and desk.armed()
    )
    desk.press(Qt.Key.Key_R)
    assert box.text() == "Bonjour {case}"
    desk.press(Qt.Key.Key_Tab)
    desk.type("!")
    assert box.text() == "Bonjour !"
    assert box.send_button.reason == ""
    desk.press(Qt.Key.Key_Return, CONTROL)
    desk.wait(lambda: bool(desk.outbox(card.id)))
    assert desk.outbox(card.id)[0].request["text"] == "Bonjour !"
    desk.wait(box.isHidden)
    assert desk.console.store.read(lambda r: r.shared.draft(card.id)) is None
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: desk.outbox(card.id)[-1].state is OutboxState.CANCELLED)


def test_letters_type_in_the_reply(desk: Desk) -> None:
    """G, H and B are letters there, not decisions."""
    card = desk.go_to(of("question"))
    before = desk.outbox(card.id)
    desk.press(Qt.Key.Key_R)
    desk.queue.reply.editor.clear()
    desk.type("gHb sp")
    assert desk.queue.reply.text() == "gHb sp"
    assert desk.outbox(card.id) == before
    desk.queue.reply.editor.clear()


def test_too_long_a_reply_waits(desk: Desk) -> None:
    """Send stays visible and inert, with the reason beside it."""
    desk.go_to(of("question"))
    desk.press(Qt.Key.Key_R)
    box = desk.queue.reply
    box.editor.setPlainText("é" * 501)
    assert box.send_button.reason == "Too long for this site."
    assert box.count.text.startswith("501 / 500")
    box.editor.clear()


def test_reveal_is_for_one_comment(desk: Desk) -> None:
    """Masked words are shown by V and masked again once the comment is left."""
    card = desk.go_to(lambda one: one.masked)
    desk.press(Qt.Key.Key_V)
    desk.wait(lambda: desk.queue.detail_data is not None and not desk.queue.detail_data.card.masked)
    desk.press(Qt.Key.Key_J)
    desk.wait(desk.armed)
    fresh = desk.card(desk.queue.model.row_of(card.id))
    assert fresh is not None
    assert fresh.masked


def test_open_and_copy(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """O opens the comment's page, Ctrl+C copies its words, Ctrl+Shift+C its address."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()) or True)
    card = desk.go_to(of("question"))
    data = desk.queue.armed()
    assert data is not None
    desk.press(Qt.Key.Key_O)
    assert opened == [data.permalink]
    desk.press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == card.text
    desk.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text() == data.permalink


def test_note_for_the_team(desk: Desk) -> None:
    """N, a line, Enter: kept and shown beside the comment."""
    card = desk.go_to(of("praise"))
    desk.press(Qt.Key.Key_N)
    assert isinstance(desk.app.focusWidget(), QLineEdit)
    desk.type("knows the shop")
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: bool(desk.console.store.read(lambda r: r.shared.notes(comment_id=card.id))))
    desk.wait(
        lambda: (
            desk.queue.detail_data is not None
            and [note[0] for note in desk.queue.detail_data.notes] == ["knows the shop"]
        )
    )


def test_search_and_its_empty_state(desk: Desk) -> None:
    """Ctrl+F, words, Enter; nothing found says so and offers the way back."""
    desk.press(Qt.Key.Key_F, CONTROL)
    assert desk.app.focusWidget() is desk.window.top.search
    desk.type("zzzqqqxx")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: not desk.queue.list.showing_list)
    assert "zzzqqqxx" in desk.queue.list.empty.title.text()
    desk.queue.list.empty.buttons[0].click()
    desk.wait(lambda: desk.queue.list.showing_list and desk.queue.model.rowCount() > 100)


def test_arrivals_wait_behind_a_bar(desk: Desk) -> None:
    """What comes while a person reads does not move the list; Home lets it in."""
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_J)
    desk.wait(desk.armed)
    current, count = desk.current(), desk.queue.model.rowCount()
    gone = desk.queue.model.id_at(0)
    desk.queue.list.silently(lambda: desk.queue.model.take(gone))
    desk.queue.feed.look_again()
    desk.wait(lambda: desk.queue.list.new_bar.count == 1)
    assert desk.queue.list.new_bar.accessibleName() == "1 new"
    assert (desk.current(), desk.queue.model.rowCount()) == (current, count - 1)
    desk.press(Qt.Key.Key_Home)
    desk.wait(lambda: desk.queue.model.rowCount() == count)
    assert desk.queue.list.new_bar.count == 0


def test_palette_finds_in_both_languages(desk: Desk) -> None:
    """Ctrl+K, a few letters without accents, Enter; what cannot be done says why."""
    desk.go_to(insult)
    desk.press(Qt.Key.Key_K, CONTROL)
    palette = desk.window.palette_box
    assert palette.isVisible()
    desk.type("dens")
    assert palette.rows.found[0].id == "app.density"
    desk.press(Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert desk.preferences.settings.density == "compact"
    desk.preferences.change(density="normal", language="fr")
    desk.press(Qt.Key.Key_K, CONTROL)
    desk.type("echeance")
    assert palette.rows.found[0].id == "view.due_soon"
    palette.field.setText("hide")
    assert palette.rows.found[0].id == "decide.hide"
    palette.field.setText("bloquer")
    assert palette.rows.found[0].refusal
    desk.press(Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_keys_page_shows_what_works(desk: Desk) -> None:
    """F1 opens and closes it; it fits into the window."""
    desk.press(Qt.Key.Key_F1)
    sheet = desk.window.cheat_sheet
    assert sheet.isVisible()
    assert desk.window.rect().contains(sheet.geometry())
    desk.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_language_and_theme_while_open(desk: Desk) -> None:
    """Words, plural forms and the open comment change at once, and so do the colours."""
    desk.go_to(insult)
    desk.preferences.change(language="fr", theme="dark")
    desk.wait(lambda: "à jour" in desk.strip())
    assert desk.window.rail.button("inbox").text() == "Tout à traiter"
    assert desk.queue.bar.buttons.by_action["hide"].word == "Masquer"
    desk.wait(lambda: any("Règle" in line.plain for line in desk.queue.detail_data.why))  # type: ignore[union-attr]
    picture = desk.window.grab().toImage()
    assert picture.pixelColor(3, 300).name().upper() == desk.window.look.hex("window")


def test_proposed_action_is_shown_beforehand(desk: Desk) -> None:
    """The proposal is filled, never pressed by itself."""
    desk.go_to(insult)
    filled = [name for name, made in desk.queue.bar.buttons.by_action.items() if made.kind is Kind.PRIMARY]
    assert filled == ["hide"]


def test_panes_in_turn(desk: Desk) -> None:
    """F6 walks list, detail, actions, rail, search, status strip; Shift+F6 the same way back."""
    seen: list[QWidget | None] = [desk.queue.list.table]
    while len(seen) < 2 or seen[-1] is not desk.queue.list.table:
        assert len(seen) < 10
        desk.press(Qt.Key.Key_F6)
        seen.append(desk.app.focusWidget())
    assert seen[1] is desk.queue.detail.area
    assert isinstance(seen[-5], ActionButton)
    assert isinstance(seen[-4], RailButton)
    assert seen[-3] is desk.window.top.search
    assert isinstance(seen[-2], BarLink)
    for expected in reversed(seen[:-1]):
        desk.press(Qt.Key.Key_F6, SHIFT)
        assert desk.app.focusWidget() is expected


def test_zen_and_back(desk: Desk) -> None:
    """Z leaves the comment, its thread and the actions; Esc brings the rest back."""
    desk.press(Qt.Key.Key_Z)
    assert not desk.queue.list.isVisible()
    assert not desk.window.rail.isVisible()
    assert desk.queue.bar.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert desk.queue.list.isVisible()
    assert desk.window.rail.isVisible()


def test_narrow_windows_fold(desk: Desk) -> None:
    """Author, then rail, then one pane at a time."""
    desk.window.resize(1300, 800)
    assert desk.queue.author.folded
    desk.window.resize(1050, 700)
    assert desk.window.rail.folded
    desk.preferences.change(text_size=200)
    assert not desk.queue.right.isVisible()
    desk.press(Qt.Key.Key_Return)
    assert desk.queue.right.isVisible()
    assert not desk.queue.list.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert desk.queue.list.isVisible()
    desk.queue.replying.start()
    assert desk.queue.reply.isVisible(), "an editor out of sight would be a dead key"
    desk.queue.reply.leave()
    desk.queue.back()
    assert desk.queue.list.isVisible()
    desk.wait(desk.armed)
    desk.queue.decisions.choose("report")
    assert desk.queue.bar.asking
    assert desk.queue.bar.strip.isVisible(), "nobody confirms a strip that they do not see"
    desk.queue.decisions.stay()


def test_every_control_has_a_name(desk: Desk) -> None:
    """No interactive widget without an accessible name; none under 24 px high."""
    desk.go_to(insult)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in desk.window.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox)
        and widget.isVisible()
        and not (widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else ""))
    ]
    assert nameless == []
    assert desk.queue.list.table.accessibleName()
    low = [
        w.accessibleName()
        for w in desk.window.findChildren(QAbstractButton)
        if w.isVisible() and w.height() < 24
    ]
    assert low == []


@pytest.mark.parametrize("size", [100, 200])
def test_no_button_is_clipped(desk: Desk, size: int) -> None:
    """With words 40 % longer, at 100 and 200 %, every decision button is as wide as its words."""
    desk.go_to(insult)
    desk.preferences.change(text_size=size)
    desk.preferences.languages.use(PSEUDO)
    try:
        desk.wait(lambda: desk.queue.bar.buttons.by_action["hide"].word.endswith("›"))
        if size == 200:
            desk.press(Qt.Key.Key_Return)
        desk.wait(desk.queue.bar.isVisible)
        desk.app.sendPostedEvents()
        for button in desk.queue.bar.buttons.by_action.values():
            assert button.width() >= button.sizeHint().width(), button.word
            assert button.geometry().right() <= desk.queue.bar.width(), button.word
    finally:
        desk.preferences.languages.use("en")
        desk.preferences.change(text_size=100)


def test_one_ring_at_a_time(desk: Desk) -> None:
    """Exactly one widget has the focus, and it is the one keys go to."""
    desk.go_to(insult)
    desk.queue.focus_list()
    focused = [w for w in desk.window.findChildren(QWidget) if w.hasFocus() and w.focusProxy() is None]
    assert focused == [desk.queue.list.table]
