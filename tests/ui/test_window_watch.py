"""Hold and watch, and replies that wait for approval, by keys on the real window."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt

from console.domain.vocabulary import ActionKind, CommentState, Role
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from console.services.watching import Watch, wake
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, of, shared  # noqa: F401  fixtures
from ui.delegates.card_words import accessible_sentence, card_words
from ui.models.card_data import CardData
from ui.models.watch_words import since_words, until_words

PRAISE: Callable[[CardData], bool] = of("praise")
QUESTION: Callable[[CardData], bool] = of("question")


def _words(desk: Desk) -> str:
    data = desk.queue.armed()
    return "" if data is None else " ".join(f"{one.strong} {one.plain}" for one in data.why)


def test_w_holds_until_a_time_shown_in_snoozed_and_comes_back_to_be_looked_at(desk: Desk) -> None:
    card = desk.go_to(PRAISE)
    desk.press(Qt.Key.Key_W)
    assert desk.queue.bar.strip.title.text() == "Hold and watch until when?"
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: desk.current() != card.id)
    stored = desk.console.store.read(lambda r: r.comments.get(card.id))
    assert stored is not None
    assert stored.state is CommentState.SNOOZED
    assert 3500 <= (stored.snoozed_until or 0) - desk.clock.now() <= 3700
    decision = desk.console.store.read(lambda r: r.decisions.of_comment(card.id))[-1]
    assert (decision.action, decision.reason) == (ActionKind.WATCH, "")
    toast = desk.queue.list.toast
    assert toast.accessibleName().startswith("Watch until ")
    desk.window.show_place("snoozed")
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.row_of(card.id) >= 0)
    shown = desk.card(desk.queue.model.row_of(card.id))
    assert shown is not None
    words = card_words(shown, desk.clock.now())
    assert (words.right_icon, words.right[:12]) == ("binoculars", "Watch until ")
    desk.clock.offset += 3700
    try:
        desk.console.store.write(lambda tx: tx.changed("comments", wake(tx))).result(10)
        desk.window.show_place("inbox")
        desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.row_of(card.id) >= 0)

        def back_in_sight() -> CardData | None:
            found = desk.card(desk.queue.model.row_of(card.id))
            return found if found is not None and found.watch is not None and found.watch.over else None

        desk.wait(back_in_sight)
        back = back_in_sight()
        assert back is not None
        assert ("binoculars", "watched, look again") in card_words(back, desk.clock.now()).notes
        assert "Watched, look again." in accessible_sentence(back, desk.clock.now())
        desk.go_to(lambda one: one.id == card.id)
        desk.wait(lambda: "Watched, look again Nothing came in the thread since." in _words(desk))
        data = desk.queue.armed()
        assert data is not None
        said = [moment.words for moment in data.timeline]
        assert any(one.startswith("Watch over, to be looked at again.") for one in said)
        assert any(one.startswith("Watch until ") for one in said)
    finally:
        desk.clock.offset = 0


def test_shift_w_asks_why_then_when_and_undo_takes_it_back(desk: Desk) -> None:
    card = desk.go_to(PRAISE)
    desk.press(Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.type("a rumour")
    desk.press(Qt.Key.Key_Return)
    assert desk.queue.bar.strip.title.text() == "Hold and watch until when?"
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.press(Qt.Key.Key_M)
    desk.wait(lambda: desk.current() != card.id)
    decision = desk.console.store.read(lambda r: r.decisions.of_comment(card.id))[-1]
    assert (decision.action, decision.reason) == (ActionKind.WATCH, "a rumour")
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_U)

    def state() -> CommentState | None:
        found = desk.console.store.read(lambda r: r.comments.get(card.id))
        return None if found is None else found.state

    desk.wait(lambda: state() is CommentState.OPEN)


def test_the_words_say_the_day_and_what_came(desk: Desk) -> None:
    assert desk.preferences.language == "en"
    now = int(time.mktime((2026, 11, 22, 14, 0, 0, 0, 0, -1)))
    watch = Watch(1, "kim", now, now + 3600, False)
    assert until_words(watch, now) == "Watch until 15:00"
    assert until_words(Watch(1, "kim", now, now + 86_400, False), now) == "Watch until tomorrow 14:00"
    assert since_words(Watch(1, "kim", now, now, True, 3, 1)) == "In the thread since: 3 comments, 1 like."


# ---------------------------------------------------------------------- replies that wait for approval


def _asked(desk: Desk, name: str, text: str) -> CardData:
    """A comment whose reply by ``name`` waits for a second person."""
    card = desk.go_to(lambda one: QUESTION(one) and not one.draft and not desk.outbox(one.id))
    other = Actor(name, Role.MODERATOR, "tester")
    desk.console.store.write(lambda tx: tx.settings.set_member(name, Role.MODERATOR, tx.now)).result(10)
    policy = desk.console.policy()
    desk.console.release(card.id, desk.actor).result(10)
    moderation = desk.console.moderation
    always = {"approver_role": "lead", "roles": ("moderator",)}
    kept = policy.approval.replies_always
    object.__setattr__(policy.approval, "replies_always", always)  # as if the policy asked
    try:
        outcome = moderation.decide(DecisionAsk(card.id, ActionKind.REPLY, text=text), other)
    finally:
        object.__setattr__(policy.approval, "replies_always", kept)
    assert outcome.state == "waiting_review"
    desk.window.show_place("review")
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.row_of(card.id) >= 0)
    desk.go_to(lambda one: one.id == card.id)
    desk.wait(lambda: text in desk.queue.bar.strip.line.text())
    return card


def test_a_lead_reads_the_words_and_agrees(desk: Desk) -> None:
    card = _asked(desk, "Noor", "Yes, from Monday on.")
    assert desk.queue.bar.strip.title.text().startswith("Noor asks: Reply")
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.queue.bar.strip.answer("yes")
    desk.wait(lambda: bool(desk.outbox(card.id)))
    assert desk.outbox(card.id)[-1].request["text"] == "Yes, from Monday on."
    desk.console.undo(None, Actor("Noor", Role.MODERATOR, "tester")).result(20)


def test_a_lead_says_no_with_a_note_and_the_author_sees_it(desk: Desk) -> None:
    card = _asked(desk, "Noor", "Yes, from Tuesday on.")
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.queue.bar.strip.answer("no")
    assert desk.queue.bar.strip.title.text() == "Do not agree: a note for Noor?"
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.queue.bar.strip.field.setFocus()
    desk.type("Ask the shop first")
    desk.press(Qt.Key.Key_Return)

    def drafts() -> list[tuple[str, str]]:
        found = desk.console.store.read(lambda r: r.shared.drafts_of(card.id))
        return [(one.by, one.text) for one in found]

    desk.wait(lambda: drafts() == [("Noor", "Yes, from Tuesday on.")])
    (note,) = desk.console.store.read(lambda r: r.shared.notes(comment_id=card.id))
    assert note.text == "Ask the shop first"
    detail = desk.console.detail(card.id)
    assert detail is not None
    from ui.models.reply_words import review_words

    assert review_words(detail, "Noor") == (
        f"{desk.actor.name} did not agree to your reply",
        "“Ask the shop first”",
    )
    assert review_words(detail, "somebody") is None


def test_a_lead_writes_it_anew_and_it_is_the_leads_own(desk: Desk) -> None:
    card = _asked(desk, "Noor", "Yes, from Wednesday on.")
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.queue.bar.strip.answer("edit")
    box = desk.queue.reply
    desk.wait(lambda: not box.isHidden())
    assert box.text() == "Yes, from Wednesday on."
    assert not box.other.isHidden()  # Noor's words are still Noor's
    box.editor.setPlainText("Yes, from Thursday on.")
    box.editor.setFocus()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: bool(desk.outbox(card.id)))
    assert desk.outbox(card.id)[-1].request["text"] == "Yes, from Thursday on."
    decisions = desk.console.store.read(lambda r: r.decisions.of_comment(card.id))
    assert [(one.actor, one.state) for one in decisions] == [
        ("Noor", "rejected"),
        (desk.actor.name, "queued"),
    ]
    desk.console.undo(None, desk.actor).result(20)


def test_a_time_is_typed_where_no_letter_says_it(desk: Desk) -> None:
    """A digit goes to the field, letters type there; what is no time to come stays to be mended; Enter takes it."""
    card = desk.go_to(PRAISE)
    desk.press(Qt.Key.Key_S)
    strip = desk.queue.bar.strip
    desk.wait(lambda: strip.armed)
    desk.press(Qt.Key.Key_Return)  # on the first button: in an hour, as ever
    desk.wait(lambda: desk.current() != card.id)
    first = desk.console.store.read(lambda r: r.comments.get(card.id))
    assert first is not None
    assert 3500 <= (first.snoozed_until or 0) - desk.clock.now() <= 3700
    desk.wait(desk.armed)

    card = desk.go_to(PRAISE)
    desk.press(Qt.Key.Key_W)
    desk.wait(lambda: strip.armed)
    desk.type("2")
    assert desk.app.focusWidget() is strip.field
    desk.type("hh")
    assert desk.app.focusWidget() is strip.field
    assert strip.field.text() == "2hh"
    desk.press(Qt.Key.Key_Return)
    assert strip.title.text() == "“2hh” is no time to come: 15:00, 90m, 2h, 1d"
    assert strip.field.text() == "2hh"
    assert desk.app.focusWidget() is strip.field
    desk.wait(lambda: strip.armed)
    desk.press(Qt.Key.Key_Backspace)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.current() != card.id)
    stored = desk.console.store.read(lambda r: r.comments.get(card.id))
    assert stored is not None
    assert stored.state is CommentState.SNOOZED
    assert 7100 <= (stored.snoozed_until or 0) - desk.clock.now() <= 7300
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: desk.queue.model.row_of(card.id) >= 0)


def test_a_word_goes_to_the_field_and_nothing_of_it_to_the_comments(desk: Desk) -> None:
    """ "demain 9h": the d is no choice, so the m of it is no answer either, and the h hides nothing."""
    card = desk.go_to(PRAISE)
    desk.press(Qt.Key.Key_S)
    strip = desk.queue.bar.strip
    desk.wait(lambda: strip.armed)
    desk.type("d")
    desk.type("emain midi")
    assert desk.app.focusWidget() is strip.field
    assert strip.field.text() == "demain midi"
    desk.press(Qt.Key.Key_Return)
    assert strip.title.text() == "“demain midi” is no time to come: 15:00, 90m, 2h, 1d"
    assert desk.current() == card.id
    desk.wait(lambda: strip.armed)
    strip.field.setText("demain 9h")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.current() != card.id)
    stored = desk.console.store.read(lambda r: r.comments.get(card.id))
    assert stored is not None
    until = time.localtime(stored.snoozed_until or 0)
    assert (until.tm_hour, until.tm_min) == (9, 0)
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: desk.queue.model.row_of(card.id) >= 0)


def test_the_question_is_whole_in_the_smallest_window(desk: Desk) -> None:
    """960x600 at double size: every answer and the field stand above the foot of the window."""
    desk.preferences.change(text_size=200)
    desk.window.resize(960, 600)
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_Return)
    desk.wait(desk.armed)
    desk.press(Qt.Key.Key_S)
    strip = desk.queue.bar.strip
    desk.wait(lambda: strip.armed)
    foot = desk.window.status.strip.mapTo(desk.window, desk.window.status.strip.rect().topLeft()).y()

    def lowest() -> int:
        shown = [*strip.buttons, strip.field]
        return max(one.mapTo(desk.window, one.rect().bottomLeft()).y() for one in shown)

    desk.wait(lambda: lowest() < foot)
    desk.queue.decisions.stay()
