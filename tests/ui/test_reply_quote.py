"""What is answered can be read while one writes, also in a low window and with large text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.painted import lines_of
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, insult, of, shared  # noqa: F401  fixtures
from ui.app import Preferences
from ui.models.card_data import CardData, CardSpan
from ui.theme.metrics import BUTTON_HEIGHT
from ui.views.reply_box import ReplyBox
from ui.views.reply_quote import MOST, ReplyQuote


@pytest.fixture
def roomy(desk: Desk) -> Iterator[Desk]:  # noqa: F811  the fixture
    """The desk in whatever size a test gives it; as it was afterwards."""
    yield desk
    desk.queue.reply.editor.clear()
    if not desk.queue.reply.isHidden():
        desk.queue.reply.leave()
    desk.queue.back()
    desk.preferences.change(text_size=100, language="en")


def _write(at: Desk, language: str, width: int, height: int, size: int) -> CardData:
    at.preferences.change(language=language, text_size=size)
    at.window.resize(width, height)
    at.settle()
    if not at.queue.right.isVisible():
        at.queue.into_detail()
    card = at.go_to(lambda one: insult(one) and not one.draft and not at.outbox(one.id))
    at.queue.run_action("decide.reply")
    at.wait(at.queue.reply.isVisible)
    at.settle()
    return card


def _read(at: Desk, card: CardData, lines: int = 2) -> bool:
    """Whether four lines of the comment, or all of it, stand over the editor: in the thread, or quoted."""
    detail, quote = at.queue.detail, at.queue.reply.quote
    if not quote.isHidden():
        return quote.lines >= lines and quote.accessibleName().startswith(card.author)
    bar = detail.area.verticalScrollBar()
    top = detail.thread_column.focus_top() - bar.value()
    seen = detail.area.viewport().height() - max(top, 0)
    wanted = min(
        detail.sight_wanted(), detail.thread_column.focus_bottom() - detail.thread_column.focus_top()
    )
    return seen >= wanted


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("width", "height", "size"), [(960, 600, 100), (1440, 900, 200), (960, 600, 200)])
def test_the_comment_is_read_while_one_writes(
    roomy: Desk, language: str, width: int, height: int, size: int
) -> None:
    card = _write(roomy, language, width, height, size)
    roomy.wait(lambda: _read(roomy, card))
    box = roomy.queue.reply
    assert box.editor.height() >= box.editor.fontMetrics().lineSpacing() * 2
    assert box.quote.isHidden() == ((height, size) != (600, 200))
    assert roomy.queue.detail.head.isVisible() == box.quote.isHidden()
    assert roomy.app.focusWidget() is box.editor


def test_a_higher_window_shows_the_thread_again(roomy: Desk) -> None:
    card = _write(roomy, "en", 960, 600, 200)
    box = roomy.queue.reply
    roomy.wait(lambda: not box.quote.isHidden())
    box.editor.setPlainText("A word from us.")
    roomy.window.resize(960, 1100)
    roomy.wait(box.quote.isHidden)
    roomy.wait(lambda: _read(roomy, card))
    assert box.text() == "A word from us."
    roomy.window.resize(960, 600)
    roomy.wait(lambda: not box.quote.isHidden())
    roomy.wait(lambda: _read(roomy, card))


def _stands_whole(box: ReplyBox) -> bool:
    """Whether nothing in the box lies over something else, and its buttons are whole."""
    shown = [one.geometry() for one in (box.quote, box.notices, box._writing) if not one.isHidden()]
    apart = not any(one.intersects(more) for one in shown for more in shown if one is not more)
    whole = box.send_button.height() >= box.look.px(BUTTON_HEIGHT)
    return apart and whole and all(box.rect().contains(one) for one in shown)


def test_what_stands_against_answering_does_not_push_the_comment_away(roomy: Desk) -> None:
    """The guard's words scroll before the comment goes out of sight."""
    card = roomy.go_to(lambda one: of("neutral")(one) and not one.draft and not roomy.outbox(one.id))
    roomy.console.categorise(card.id, "troll", "", roomy.actor).result(20)
    roomy.wait(lambda: (data := roomy.queue.armed()) is not None and data.card.category == "troll")
    for language, height in (("en", 900), ("fr", 900), ("en", 600), ("fr", 600)):
        roomy.window.resize(1440 if height == 900 else 960, height)
        roomy.preferences.change(language=language, text_size=200)
        roomy.settle()
        if not roomy.queue.right.isVisible():
            roomy.queue.into_detail()
        roomy.wait(lambda: (data := roomy.queue.armed()) is not None and data.card.id == card.id)
        roomy.queue.run_action("decide.reply")
        roomy.wait(roomy.queue.reply.guard.isVisible)
        roomy.settle()
        box = roomy.queue.reply
        roomy.wait(lambda: _read(roomy, card, 1))
        roomy.wait(lambda b=box: _stands_whole(b))
        box.leave()
        assert roomy.queue.detail.head.isVisible()


@pytest.fixture
def quote(qapp: QApplication, tmp_path: Path) -> Iterator[ReplyQuote]:
    preferences = Preferences(qapp, tmp_path / "settings.toml", "en")
    made = ReplyQuote(preferences.look)
    made.resize(400, 80)
    yield made
    made.deleteLater()


def _card(text: str, **more: object) -> CardData:
    return CardData(1, 1, "practice", "Nathan R.", text, 0, **more)  # type: ignore[arg-type]


def test_a_masked_comment_stays_masked(quote: ReplyQuote) -> None:
    quote.show_card(_card("you rotten clown", masked=True, spans=(CardSpan(4, 16, "insult"),)))
    painted = " ".join(one.text for one in lines_of(quote))
    assert "Nathan" in painted
    assert "clown" not in painted
    assert "clown" not in quote.accessibleName() + quote.toolTip()
    assert "•••" in quote.accessibleName()


def test_a_long_comment_ends_in_an_ellipsis_and_is_whole_on_hovering(quote: ReplyQuote) -> None:
    quote.show_card(_card("word " * 400))
    quote.give(10_000)
    assert quote.lines == MOST
    assert lines_of(quote)[-1].text.endswith("…")
    assert quote.accessibleName().count("word") == 400
    quote.give(0)
    assert quote.lines == 1


def test_neither_direction_reorders_the_other(quote: ReplyQuote) -> None:
    quote.show_card(_card("مرحبا بكم"))
    assert "Nathan" not in " ".join(one.text for one in lines_of(quote))
    assert quote.accessibleName().startswith("Nathan R.: ")
    assert quote.layoutDirection() == Qt.LayoutDirection.LeftToRight
