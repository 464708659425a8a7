"""Writing a reply: spelling, preview, what is too long, drafts of two windows, fuzzy search, all on the real window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout

from console.connectors.shown import shown
from console.domain.decision import DecisionOutcome, Reason, Refusal
from console.domain.vocabulary import ActionKind, Role
from console.services.roles import Actor
from tests.support.painted import lines_of
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, of, shared  # noqa: F401  fixtures
from ui.models.card_data import CardData
from ui.models.reply_search import NONE, Searched, score
from ui.views.reply_editor import _moved

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
DOT = QTextCharFormat.UnderlineStyle.DotLine


QUESTION: Callable[[CardData], bool] = of("question")


def _write(desk: Desk) -> CardData:
    card = desk.go_to(lambda one: QUESTION(one) and not one.draft and not desk.outbox(one.id))
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_R)
    desk.wait(lambda: not desk.queue.reply.isHidden())
    desk.queue.reply.editor.setFocus()
    return card


def _put(desk: Desk, text: str) -> None:
    desk.queue.reply.editor.setPlainText(text)


def _done(desk: Desk, card: CardData) -> None:
    """Leave no draft behind for the next test."""
    desk.queue.reply.editor.clear()
    desk.queue.reply.leave()
    desk.wait(lambda: desk.console.store.read(lambda r: r.shared.draft(card.id)) is None)


def _formats(desk: Desk) -> list[QTextLayout.FormatRange]:
    return list(desk.queue.reply.editor.document().firstBlock().layout().formats())


# ---------------------------------------------------------------------- spelling


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_misspelt_word_is_dotted_named_and_mended_from_the_menu(desk: Desk) -> None:
    card = _write(desk)
    box, spelling = desk.queue.reply, desk.queue.replying.spelling
    spelling.choose("en")
    _put(desk, "😀 We recieve your parcel at https://xqzz.example and thank @jeannnot.")
    desk.wait(lambda: [one.word for one in spelling.found] == ["recieve"])
    dotted = [one for one in _formats(desk) if one.format.underlineStyle() == DOT]
    start, end = min(one.start for one in dotted), max(one.start + one.length for one in dotted)
    assert (start, end) == (6, 13)  # in Qt's units: the emoji counts two
    assert "recieve" in box.editor.accessibleDescription()
    assert "1 word to check" in box.spell_link.accessibleName()
    assert box.send_button.reason == ""  # it warns, it stops nothing
    desk.press(Qt.Key.Key_Return, ALT)
    desk.wait(lambda: spelling.menu is not None and spelling.menu.isVisible())
    menu = spelling.menu
    assert menu is not None
    named = [one.text() for one in menu.actions()]
    assert named[0] == "receive"
    assert "Add “recieve” to the dictionary" in named
    menu.actions()[0].trigger()
    menu.close()
    assert "We receive your parcel" in box.text()
    desk.wait(lambda: spelling.found == ())
    assert box.editor.accessibleDescription() == ""
    _done(desk, card)


def test_a_word_of_ones_own_is_marked_no_more_and_off_marks_nothing(desk: Desk) -> None:
    card = _write(desk)
    spelling = desk.queue.replying.spelling
    spelling.choose("en")
    _put(desk, "The zbrouille is on its way.")
    desk.wait(lambda: [one.word for one in spelling.found] == ["zbrouille"])
    spelling.add("zbrouille")
    desk.wait(lambda: spelling.found == ())
    assert desk.console.spelling.words() == ("zbrouille",)
    desk.console.spelling.remove("zbrouille")
    spelling.choose("fr")
    desk.wait(lambda: len(spelling.found) >= 2)
    spelling.choose("off")
    assert spelling.found == ()
    assert all(one.format.underlineStyle() != DOT for one in _formats(desk))
    assert desk.queue.reply.spell_link.word == "off"
    _done(desk, card)


def test_the_language_is_the_comments_until_a_person_chooses(desk: Desk) -> None:
    spelling = desk.queue.replying.spelling
    spelling._chosen = ""
    data = desk.queue.armed()
    assert data is not None
    card = _write(desk)
    shown_data = desk.queue.armed()
    assert shown_data is not None
    assert spelling.language == shown_data.language
    spelling.choose()
    assert spelling.language != shown_data.language
    _done(desk, card)
    spelling._chosen = ""


@pytest.mark.parametrize(
    ("spans", "change", "touched", "left"),
    [
        ([(0, 3), (8, 10)], (4, 4, 2), True, [(0, 3), (10, 12)]),  # typed between: what is behind moves
        ([(0, 3)], (3, 3, 1), True, []),  # a letter at its end makes another word
        ([(0, 3)], (3, 3, 1), False, [(0, 3)]),  # a filled field stays what it is
        ([(4, 8)], (5, 6, -1), False, []),  # changed inside
        ([(4, 8)], (0, 2, -2), True, [(2, 6)]),
    ],
)
def test_marks_move_with_what_is_typed(
    spans: list[tuple[int, int]], change: tuple[int, int, int], touched: bool, left: list[tuple[int, int]]
) -> None:
    assert _moved(spans, *change, touched=touched) == left


# ---------------------------------------------------------------------- preview and length


def test_the_preview_shows_it_as_it_will_stand(desk: Desk) -> None:
    card = _write(desk)
    box = desk.queue.reply
    assert box.preview.isHidden()
    desk.press(Qt.Key.Key_P, CONTROL)
    assert not box.preview.isHidden()
    desk.type("One line, https://lormel.example/a")
    assert box.preview.text.toPlainText() == box.text()
    assert box.preview.text.isReadOnly()
    assert "Nobody can press an address there." in box.preview.notes.text()
    assert card.author in box.preview.name.text
    desk.press(Qt.Key.Key_P, CONTROL)
    assert box.preview.isHidden()
    _done(desk, card)


def test_each_platform_shows_links_and_breaks_in_its_way() -> None:
    text = "😀 See https://lormel.example/a.\n@ana.example thanks"
    made = shown("bluesky", text)
    assert [made.text[start:end] for start, end in made.links] == ["https://lormel.example/a", "@ana.example"]
    assert made.notes == ("threaded", "links_whole", "mentions", "breaks")
    assert shown("practice", text).links == ()
    assert shown("practice", "plain").notes == ("threaded",)
    assert shown("file", text).notes == ("by_hand", "breaks")


def test_what_is_too_long_says_by_how_much_and_is_marked(desk: Desk) -> None:
    card = _write(desk)
    box = desk.queue.reply
    limit = 500
    _put(desk, "👍🏽" * (limit + 3))
    assert box.count.text == f"{limit + 3} / {limit} graphemes, 3 too many"
    assert box.send_button.reason == "Too long for this site."
    assert box.marks.over_from == 2 * limit  # two code points each, never cut in between
    _put(desk, "x" * limit)
    assert box.marks.over_from == -1
    assert box.send_button.reason == ""
    _done(desk, card)


# ---------------------------------------------------------------------- drafts


def test_typing_without_a_pause_is_kept_and_not_at_every_key(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = _write(desk)
    kept: list[str] = []
    keep = desk.console.keep_draft

    def counting(comment: int, text: str, actor: Actor, base: str | None = None) -> object:
        kept.append(text)
        return keep(comment, text, actor, base)

    monkeypatch.setattr(desk.console, "keep_draft", counting)
    keys = 0

    def type_on() -> bool:
        nonlocal keys
        keys += 1
        desk.type("a")  # never a pause as long as the timer
        return len(kept) >= 2

    desk.wait(type_on)
    assert keys >= 2 * len(kept)
    monkeypatch.undo()
    _done(desk, card)


def test_anothers_draft_is_told_and_taken_over_only_when_asked(desk: Desk) -> None:
    card = desk.go_to(lambda one: QUESTION(one) and not one.draft and not desk.outbox(one.id))
    other = Actor("Salomé", Role.MODERATOR, "tester")
    desk.console.keep_draft(card.id, "Bonjour, c’est Salomé.", other).result(10)
    desk.wait(lambda: (data := desk.queue.armed()) is not None and data.other_draft is not None)
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_R)
    box = desk.queue.reply
    desk.wait(lambda: not box.isHidden())
    assert box.text() == ""
    assert not box.other.isHidden()
    assert box.other.title.text().startswith("Salomé began a reply here at ")
    assert "c’est Salomé" in box.other.line.text()
    box.editor.setFocus()
    desk.type("Mine")
    take, _keep = box.other.buttons
    take.click()
    assert box.text() == "Bonjour, c’est Salomé."
    box.editor.undo()
    assert box.text() == "Mine"
    _done_keeping(desk, card.id, {"Salomé": "Bonjour, c’est Salomé."})
    desk.console.keep_draft(card.id, "", other).result(10)


def _done_keeping(desk: Desk, comment: int, drafts: dict[str, str]) -> None:
    desk.queue.reply.editor.clear()
    desk.queue.reply.leave()

    def there() -> dict[str, str]:
        return {one.by: one.text for one in desk.console.store.read(lambda r: r.shared.drafts_of(comment))}

    desk.wait(lambda: there() == drafts)


def test_ones_own_other_window_is_not_written_over(desk: Desk) -> None:
    card = _write(desk)
    box = desk.queue.reply
    desk.type("Here")
    desk.wait(lambda: desk.console.store.read(lambda r: r.shared.draft(card.id)) == "Here")
    desk.console.keep_draft(card.id, "There", desk.actor).result(10)
    desk.type(" and on")
    desk.wait(lambda: not box.other.isHidden())
    assert desk.console.store.read(lambda r: r.shared.draft(card.id)) == "There"
    assert box.text() == "Here and on"
    assert box.other.title.text().startswith("In another window of yours")
    box.other.buttons[1].click()  # mine, knowing the other
    desk.wait(lambda: desk.console.store.read(lambda r: r.shared.draft(card.id)) == "Here and on")
    _done(desk, card)


def test_my_drafts_are_a_view(desk: Desk) -> None:
    card = _write(desk)
    desk.type("Begun")
    desk.wait(lambda: desk.console.store.read(lambda r: r.shared.draft(card.id)) == "Begun")
    desk.queue.reply.leave()
    desk.window.show_place("drafts")
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.row_of(card.id) >= 0)
    assert desk.console.counts(desk.actor)["drafts"] >= 1
    desk.console.keep_draft(card.id, "", desk.actor).result(10)


# ---------------------------------------------------------------------- finding a saved reply


def test_a_saved_reply_is_found_by_title_category_name_text_and_with_a_slip() -> None:
    one = Searched(
        "Passer en privé", "complaint.private", "Bonjour {author}, écrivez-nous.", "Critique constructive"
    )
    ranked = [score(query, one) for query in ("prive", "critique", "complaint", "ecrivez", "pasesr", "psr")]
    assert ranked == sorted(ranked)
    assert NONE not in ranked
    assert score("prive ecrivez", one) == score("ecrivez", one)  # every word must be found
    assert score("remboursement", one) == NONE
    assert score("prive zzz", one) == NONE
    assert score("", one) == 0


def test_what_is_sent_and_not_taken_stays_a_draft(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+Enter right after the last letter, and the console refuses: the words stand, and Esc does not lose them."""
    card = _write(desk)
    asked: Future[DecisionOutcome] = Future()
    with monkeypatch.context() as patch:
        patch.setattr(desk.console, "decide", lambda _ask, _actor: asked)
        desk.type("We look into it")
        desk.press(Qt.Key.Key_Return, CONTROL)
        refusal = Refusal("protected", "", Reason("refuse.protected", {}), ())
        asked.set_result(DecisionOutcome(None, card.id, ActionKind.REPLY, "refused", refusal=refusal))
        desk.wait(lambda: "protected" in desk.strip())
    assert desk.queue.reply.text() == "We look into it"
    desk.press(Qt.Key.Key_Escape)
    assert desk.queue.reply.isHidden()
    desk.wait(lambda: desk.console.store.read(lambda r: r.shared.draft(card.id)) == "We look into it", 5)
    desk.console.keep_draft(card.id, "", desk.actor).result(10)


# ---------------------------------------------------------------------- room


def test_a_window_made_smaller_folds_the_templates_not_the_list(desk: Desk) -> None:
    """In French, where both need most; and in a list squeezed narrow the undo notice stays inside its edges."""
    desk.preferences.change(language="fr")
    card = _write(desk)
    box, cards = desk.queue.reply, desk.queue.list
    desk.wait(desk.queue.templates.isVisible)
    wide = cards.width()
    beside = box.minimumSizeHint().width()
    desk.window.resize(960, 600)
    desk.wait(lambda: not desk.queue.templates.isVisible())
    desk.wait(lambda: cards.width() > wide * 0.9)
    alone = box.minimumSizeHint().width()
    assert beside <= alone, "what could fold keeps the list small"
    assert box.editor.isVisible()
    toast = cards.toast
    toast.notify("eye-slash", "Masqué", "Annuler", desk.clock.now() + 20)
    try:
        for width in (400, 240, 160, 110):
            toast.resize(width, toast.height())
            assert [line.text for line in lines_of(toast) if line.place.left() < 0] == [], width
    finally:
        toast.dismiss()
    _done(desk, card)
