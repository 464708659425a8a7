"""U after a category, an assignment, a tag and a note, by key: what it names, what it takes back, and the page of it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from console.domain.comment import CommentId
from console.domain.decision import ActionResult
from console.domain.vocabulary import ActionKind, OutboxState
from console.services.answers import settle_done
from console.services.recording import DecisionAsk
from console.store import DEED_LINES, Tx
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, insult, of, shared  # noqa: F401  fixtures
from tests.ui.test_history import history, words
from ui.views.palette_source import PaletteSource

CONTROL = Qt.KeyboardModifier.ControlModifier


def stored(desk: Desk, comment: int):  # type: ignore[no-untyped-def]  # noqa: F811
    """The comment as it is stored now."""
    found = desk.console.store.read(lambda r: r.comments.get(comment))
    assert found is not None
    return found


def threat(desk: Desk) -> None:  # noqa: F811
    """C, then T."""
    desk.press(Qt.Key.Key_C)
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.press(Qt.Key.Key_T)


def coming(desk: Desk, words_: str) -> None:  # noqa: F811
    """Ctrl+Z names this next."""
    desk.wait(lambda: desk.queue.undoing.word() == words_)


def test_a_category_has_a_notice_and_u_takes_it_back(desk: Desk) -> None:  # noqa: F811
    card = desk.go_to(insult)
    threat(desk)
    desk.wait(lambda: stored(desk, card.id).category_by == desk.actor.name)
    given = stored(desk, card.id).category
    coming(desk, f"Undo: category {'Threat' if given == 'threat' else given}, {card.author}")
    toast = desk.queue.list.toast
    desk.wait(toast.isVisible)
    assert toast.accessibleName().startswith("Category: ")
    offered = {one.id: one.word for one in PaletteSource(desk.window).commands()}
    assert offered["look.undo"] == desk.queue.undoing.word()
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: stored(desk, card.id).category_by is None)
    assert stored(desk, card.id).category == "insult"
    desk.wait(lambda: "Undone: category " in desk.strip())
    desk.wait(toast.isHidden)


def test_the_notice_of_a_category_takes_back_that_category_alone(desk: Desk) -> None:  # noqa: F811
    card = desk.go_to(insult)
    threat(desk)
    desk.wait(desk.queue.list.toast.isVisible)
    other = desk.go_to(of("praise"))
    desk.console.decide(DecisionAsk(other.id, ActionKind.KEEP), desk.actor).result(5)
    desk.queue.list.toast.clicked.emit()
    desk.wait(lambda: stored(desk, card.id).category_by is None)
    decided = desk.console.store.read(lambda r: r.decisions.of_comment(other.id))
    assert decided[-1].undone_by is None


def test_a_category_of_what_another_holds_is_refused_in_words(desk: Desk) -> None:  # noqa: F811
    card = desk.go_to(insult)
    desk.console.store.write(
        lambda tx: tx.shared.claim(card.id, "bo", "", tx.now, 600, force=True)
    ).result()  # behind the window's back: it still believes that it holds it
    threat(desk)
    desk.wait(lambda: "Bo has it." in desk.strip())
    assert stored(desk, card.id).category_by is None
    desk.console.store.write(lambda tx: tx.shared.drop_claim(card.id)).result()  # one window for the module


def test_tag_note_and_assignment_come_back_in_the_order_they_were_given(desk: Desk) -> None:  # noqa: F811
    card = desk.go_to(insult)
    author = int(stored(desk, card.id).author_id)
    desk.queue.in_detail._tag("vip")
    coming(desk, f"Undo: tag VIP, {card.author}")
    desk.press(Qt.Key.Key_N)
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.type("called them")
    desk.press(Qt.Key.Key_Return)
    coming(desk, f"Undo: note, {card.author}")
    desk.console.assign(card.id, "lead", desk.actor).result(5)
    coming(desk, f"Undo: assignment to Role: lead, {card.author}")
    page = history(desk)
    ids = [number for number in desk.console.past.ids(desk.actor.name)][:3]
    assert all(number > DEED_LINES for number in ids)
    shown = [words(page, number) for number in ids]
    assert [line[1] for line in shown] == ["Assigned to Role: lead", "Note", "Tag: VIP"]
    assert [line[4] for line in shown] == [
        "Back to nobody",
        "Takes the note away, for everybody",
        "Takes the tag away",
    ]
    page.left.emit()
    desk.queue.focus_list()
    for expected in ("assignment", "note", "tag"):
        desk.press(Qt.Key.Key_Z, CONTROL)
        desk.wait(lambda expected=expected: f"Undone: {expected}" in desk.strip())  # type: ignore[misc]
    read = desk.console.store.read
    assert stored(desk, card.id).assignee is None
    assert read(lambda r: r.shared.notes(comment_id=card.id)) == []
    assert read(lambda r: r.tags.of_author(author)) == []


def test_the_history_takes_back_the_chosen_note_and_says_why_one_cannot(desk: Desk) -> None:  # noqa: F811
    card = desk.go_to(of("praise"))
    console = desk.console
    console.categorise(card.id, "question", "", desk.actor).result(5)
    console.add_note("zebrawort", desk.actor, comment_id=card.id, author_id=None).result(5)
    console.categorise(card.id, "spam", "", desk.actor).result(5)
    newest, note, older = list(console.past.ids(desk.actor.name))[:3]
    page = history(desk)
    desk.wait(lambda: page.table.lines.row_of(older) >= 0)
    assert words(page, older)[4] == "Changed since"
    page.table.go_to(page.table.lines.row_of(older))
    page.undo()
    desk.wait(lambda: "changed since" in desk.strip().lower())
    page.table.go_to(page.table.lines.row_of(note))
    page.undo()
    desk.wait(lambda: words(page, note)[3] == "undone")
    assert console.store.read(lambda r: r.shared.notes(comment_id=card.id)) == []
    page.table.go_to(page.table.lines.row_of(newest))
    page.undo()
    desk.wait(lambda: words(page, older)[4] == "Back to Praise")


def test_a_lead_erases_the_author_in_front_after_reading_what_goes(desk: Desk) -> None:  # noqa: F811
    card = desk.go_to(of("praise"))
    author = int(stored(desk, card.id).author_id)
    desk.console.add_note("known well", desk.actor, comment_id=None, author_id=author).result(5)
    desk.queue.actions_by_id["look.erase_author"].trigger()
    desk.wait(lambda: desk.queue.bar.asking == "erase" and desk.queue.bar.strip.armed)
    ask = desk.queue.bar.strip.ask
    assert ask is not None
    assert ask.title.endswith(" for good?")
    assert "comment" in ask.line
    assert "1 note" in ask.line
    assert "There is no way back." in ask.line
    desk.press(Qt.Key.Key_Escape)
    assert stored(desk, card.id).text
    desk.queue.actions_by_id["look.erase_author"].trigger()
    desk.wait(lambda: desk.queue.bar.asking == "erase" and desk.queue.bar.strip.armed)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: stored(desk, card.id).text == "")
    desk.wait(lambda: "Erased." in desk.strip())
    assert desk.console.store.read(lambda r: r.comments.author(author)).name == ""  # type: ignore[union-attr]


def test_what_had_changed_nothing_on_the_site_is_said_to_be_undone_here(desk: Desk) -> None:  # noqa: F811
    card = desk.go_to(insult)
    mute = desk.console.decide(DecisionAsk(card.id, ActionKind.MUTE), desk.actor).result(5)
    assert mute.decision_id is not None
    assert mute.outbox_id is not None

    def settle(tx: Tx) -> None:
        tx.outbox.move(mute.outbox_id or 0, OutboxState.SENDING, tx.now, tried=True)
        answer = ActionResult(already=True, unchanged=True)
        settle_done(tx, desk.actor, mute.outbox_id or 0, CommentId(card.id), mute.decision_id or 0, answer)

    desk.console.store.write(settle).result()
    coming(desk, f"Undo: a mute of {card.author}")
    page = history(desk)
    assert words(page, mute.decision_id)[4] == "Opens it again, here alone"
    page.left.emit()
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_Z, CONTROL)
    said = f"Undone here: a mute of {card.author} had changed nothing on the site"
    desk.wait(lambda: said in desk.strip())
