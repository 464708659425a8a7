"""Pictures in the real window: fetched from the practice network by a key, covered first, and covered again when left."""

from __future__ import annotations

import json
import threading
import urllib.request
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from console.domain.comment import CommentId, IncomingAuthor, IncomingComment
from console.store import Tx
from tests.ui.desk import Desk, turn
from tests.ui.queue_desk import _no_thread_left, desk, shared  # noqa: F401  fixtures
from ui import parking
from ui.models import pictures
from ui.models.card_data import CardData
from ui.settings_file import Settings
from ui.views.media_strip import MediaStrip
from ui.views.media_work import STAYS_MS

SHIFT = Qt.KeyboardModifier.ShiftModifier
KETTLE, CAKE = "j'adore la couleur sauge", "des briques vomies"
TWO, HARSH = "Compared four kettles", "grand remplacement"


@pytest.fixture
def shown(desk: Desk) -> Iterator[Desk]:
    """The desk with everything about pictures as at the beginning, before and after."""
    plain = Settings()
    usual = {name: getattr(plain, name) for name in ("blur_media", "grey_media", "load_media", "mask_all")}
    desk.preferences.change(**usual)
    desk.queue.show_view("all")
    desk.wait(lambda: desk.queue.feed.ready and desk.armed())
    yield desk
    ask(desk, "DELETE", "/_practice/faults")
    desk.preferences.change(**usual)


def ask(desk: Desk, method: str, path: str, body: object = None) -> None:
    """Tell the practice network something."""
    practice = desk.console.engine.connections._practice
    assert practice is not None
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(practice.url + path, data=data, method=method)
    with urllib.request.urlopen(request, timeout=5) as answer:
        assert answer.status < 300


def open_one(desk: Desk, words: str) -> MediaStrip:
    """Open the comment with these words; what is attached to it."""
    desk.go_to(lambda card: words in full(desk, card))
    return desk.queue.detail.thread_column.media


def full(desk: Desk, card: CardData) -> str:
    """A card's own words, masked or not."""
    comment = desk.console.store.read(lambda r: r.comments.get(CommentId(card.id)))
    return comment.text if comment is not None else ""


def pixels(desk: Desk, number: int = 0) -> QImage:
    """A tile as it is painted, without its line of words."""
    column = desk.queue.detail.thread_column
    desk.wait(lambda: column.height() >= column.heightForWidth(column.width()))
    column.grab()  # whatever changed is laid out when it is painted
    place = column.media.handles[number].geometry()
    place.setHeight(min(place.width() * 9 // 16, place.height() - 40))
    return column.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def colourful(image: QImage) -> int:
    """The most colour in it, 0 to 255."""
    return max(
        image.pixelColor(x, y).hsvSaturation()
        for x in range(4, image.width() - 4, 7)
        for y in range(4, 60, 7)
    )


def load(desk: Desk, strip: MediaStrip) -> None:
    """Press the key; wait until all that was asked for is there."""
    desk.press(Qt.Key.Key_V, SHIFT)
    desk.wait(lambda: all(one.shown is not None for one in strip.states))


def test_nothing_is_loaded_unasked_and_the_key_loads_it_blurred(shown: Desk) -> None:
    strip = open_one(shown, KETTLE)
    turn(STAYS_MS + 100)
    assert strip.states[0].shown is None
    before = pixels(shown)
    assert "not loaded; Shift+V loads it" in strip.handles[0].accessibleName()
    load(shown, strip)
    name = strip.handles[0].accessibleName()
    assert name.startswith("Image, 3 kB, Une bouilloire vert sauge")
    assert "blurred and without colour; Shift+V shows it" in name
    covered = pixels(shown)
    assert covered != before
    assert colourful(covered) < 30
    assert "The picture is blurred. Shift+V shows it" in shown.strip()
    assert covered.height() > before.height(), "what is not there takes little room"


def test_the_key_shows_it_and_covers_it_again(shown: Desk) -> None:
    strip = open_one(shown, KETTLE)
    load(shown, strip)
    covered = pixels(shown)
    shown.press(Qt.Key.Key_V, SHIFT)
    open_ = pixels(shown)
    assert open_ != covered
    assert colourful(open_) > 30
    assert "shown; Shift+V covers it again" in strip.handles[0].accessibleName()
    assert "for this comment alone" in shown.strip()
    shown.press(Qt.Key.Key_V, SHIFT)
    assert pixels(shown) == covered
    QTest.mouseClick(
        strip.handles[0], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 20)
    )
    assert strip.states[0].revealed


def test_the_next_comment_comes_covered_and_so_does_this_one_again(shown: Desk) -> None:
    strip = open_one(shown, KETTLE)
    load(shown, strip)
    shown.press(Qt.Key.Key_V, SHIFT)
    assert strip.states[0].revealed
    open_one(shown, CAKE)
    assert [one.shown for one in strip.states] == [None]
    load(shown, strip)
    assert strip.does(0) == "show"
    open_one(shown, KETTLE)
    assert strip.does(0) == "load"
    ask(shown, "POST", "/_practice/faults", {"kind": "gone", "path": "/media/", "count": 9})
    load(shown, strip)  # from memory: the network is not asked a second time
    assert strip.does(0) == "show"
    assert 0 < shown.console.pictures.size < 32 * 1024 * 1024


def test_nothing_that_was_asked_keeps_the_bytes_that_came(shown: Desk) -> None:
    strip = open_one(shown, KETTLE)
    load(shown, strip)
    shown.wait(lambda: parking.let_go() == 0)


def test_no_read_waits_behind_pictures_that_take_long(shown: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, begun = threading.Event(), threading.Semaphore(0)

    def slow(content: bytes) -> pictures.Shown:
        begun.release()
        assert go_on.wait(20)
        return decode(content)

    decode = pictures.decode
    monkeypatch.setattr(pictures, "decode", slow)
    strip = open_one(shown, TWO)
    shown.press(Qt.Key.Key_V, SHIFT)
    try:
        for _ in strip.states:
            shown.wait(lambda: begun.acquire(blocking=False))
        read = shown.console.background(lambda console: console.policies.number)
        shown.wait(read.done)
    finally:
        go_on.set()
    shown.wait(lambda: all(one.shown is not None for one in strip.states))


def test_the_settings_take_effect_at_once(shown: Desk) -> None:
    strip = open_one(shown, KETTLE)
    load(shown, strip)
    covered = pixels(shown)
    shown.preferences.change(blur_media=False)
    grey = pixels(shown)
    assert grey != covered
    assert colourful(grey) < 30
    assert strip.does(0) == "colours"
    shown.preferences.change(grey_media=False)
    plain = pixels(shown)
    assert colourful(plain) > 30
    assert strip.does(0) == "away"
    shown.press(Qt.Key.Key_V, SHIFT)
    assert strip.does(0) == "load"
    shown.preferences.change(blur_media=True, grey_media=True)
    load(shown, strip)
    assert pixels(shown) == covered


def test_two_pictures_one_after_the_other(shown: Desk) -> None:
    strip = open_one(shown, TWO)
    assert len(strip.states) == 2
    load(shown, strip)
    for wanted in ([True, False], [True, True], [False, False]):
        shown.press(Qt.Key.Key_V, SHIFT)
        assert [one.revealed for one in strip.states] == wanted
    strip.handles[1].setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        shown.press(key)
        assert [one.revealed for one in strip.states] == [False, key == Qt.Key.Key_Return]
    strip.handles[1].setFocus()
    shown.press(Qt.Key.Key_V, SHIFT)
    assert [one.revealed for one in strip.states] == [False, True]


def test_by_itself_only_what_is_not_harsh(shown: Desk) -> None:
    shown.preferences.change(load_media=True)
    strip = open_one(shown, CAKE)
    shown.wait(lambda: strip.states[0].shown is not None)
    assert strip.does(0) == "show", "covered like any other"
    open_one(shown, HARSH)
    assert len(strip.states) == 1
    turn(STAYS_MS + 200)
    assert strip.does(0) == "load"
    load(shown, strip)
    assert strip.does(0) == "show"
    strip = open_one(shown, KETTLE)
    shown.wait(lambda: strip.states[0].shown is not None)


def test_what_does_not_come_says_why_in_the_tile(shown: Desk) -> None:
    strip = open_one(shown, "Passé devant ce matin")
    for kind, words in (
        ("gone", "This picture is no longer on the site"),
        ("server_error", "The picture did not come whole. Shift+V tries again"),
        ("hang_up", "The picture did not come whole. Shift+V tries again"),
    ):
        ask(shown, "POST", "/_practice/faults", {"kind": kind, "path": "/media/"})
        before = pixels(shown)
        shown.press(Qt.Key.Key_V, SHIFT)
        shown.wait(lambda: not strip.states[0].loading)
        assert words in strip.handles[0].accessibleName()
        assert words.split(".")[0] in shown.strip()
        assert strip.does(0) == "failed"
        assert kind == "hang_up" or pixels(shown) != before
    load(shown, strip)


def test_a_comment_that_goes_takes_its_picture_along(shown: Desk) -> None:
    strip = open_one(shown, "avec la prise d'un autre modèle")
    load(shown, strip)
    card = shown.queue.armed()
    assert card is not None
    kept = shown.console.pictures.size
    store = shown.console.store
    comment = store.read(lambda r: r.comments.get(CommentId(card.card.id)))
    assert comment is not None
    author = store.read(lambda r: r.comments.author(comment.author_id))
    assert author is not None
    gone = gone_of(comment.remote_id, author.remote_id, comment.posted_at)

    def work(tx: Tx) -> None:
        tx.comments.upsert(comment.channel_id, "practice", [gone], tx.now)
        tx.changed("comments", (int(comment.id),))

    store.write(work).result()
    shown.wait(lambda: not strip.states)
    assert not strip.handles
    assert shown.console.pictures.size < kept


def gone_of(remote_id: str, author: str, at: int) -> IncomingComment:
    """A tombstone as a pull brings it."""
    return IncomingComment(remote_id, "", IncomingAuthor(author, "x"), at, gone=True)


def test_without_a_picture_the_key_says_so(shown: Desk) -> None:
    open_one(shown, "couvercle s'ouvre en versant")
    shown.press(Qt.Key.Key_V, SHIFT)
    assert "No picture is attached" in shown.strip()


def test_what_a_key_brought_is_in_sight(shown: Desk) -> None:
    shown.window.resize(960, 600)
    strip = open_one(shown, TWO)
    shown.wait(lambda: not shown.queue.detail.area.isHidden())
    load(shown, strip)
    area = shown.queue.detail.area
    for number in range(2):
        shown.press(Qt.Key.Key_V, SHIFT)

        def inside(which: int = number) -> bool:
            handle = strip.handles[which]
            top = handle.mapTo(area.viewport(), QPoint(0, 0)).y()
            return 0 <= top < area.viewport().height() - 40

        shown.wait(inside)
