"""No view paints or says a masked word that was not revealed: pictures that differ in the word alone are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from console.domain.comment import IncomingAuthor, IncomingComment
from console.services.views import view_filter
from console.store import QueueFilter, Tx
from tests.ui.desk import Desk, turn
from tests.ui.queue_desk import _no_thread_left, desk, shared  # noqa: F401  fixtures
from ui.delegates.visible_text import MASK, make_visible, plain_name
from ui.models.card_data import CardSpan
from ui.models.masking import (
    COVERS,
    cover,
    hides,
    in_words,
    is_covered,
    listed_words,
    masked_now,
    shown,
    shown_of,
    softened,
)

ROOT = Path(__file__).resolve().parents[2]
FIRST, SECOND = "idiotzorglu", "idiotquixol"
"""Two words of one length that the reader takes for insults."""


def test_the_words_of_the_spans_go_and_the_rest_stays() -> None:
    """Whole words, with what is listed beside them, in three lengths."""
    text = "Sonia est une abrutiefinie, quel con, merci"
    start = text.index("abrut")
    covered = cover(text, [CardSpan(start, start + 5, "insult")])  # half the word was matched
    assert covered == f"Sonia est une {COVERS[2]}, quel {COVERS[0]}, merci"
    assert in_words(covered) == "Sonia est une •••, quel •••, merci"
    assert plain_name(covered) == "Sonia est une •••, quel •••, merci"


def test_without_spans_every_word_goes() -> None:
    """A verdict that names no words gives none away."""
    covered = cover("tu vas voir, demain")
    assert re.sub("[ ]", "", covered).strip("".join(COVERS)) == ""
    assert cover("") == ""


def test_listed_words_alone_in_lists_without_severity() -> None:
    """Accents and case do not matter."""
    assert "pede" in listed_words()
    assert softened("Quel PÉDÉ, bravo") == f"Quel {COVERS[0]}, bravo"
    assert softened("Bravo") == "Bravo"


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=5),
)
def test_nothing_of_a_stretch_is_left(text: str, pairs: list[tuple[int, int]]) -> None:
    """Whatever the spans are: what they touch is covered, blocks have three widths, nothing else is lost."""
    spans = [CardSpan(start, end, "insult") for start, end in pairs]
    covered = cover(text, spans)
    assert set(COVERS) >= {one for one in covered if "\ue000" <= one <= "\uf8ff"} - set(text)
    touched = [(max(a, 0), min(b, len(text))) for a, b in pairs if max(a, 0) < min(b, len(text))]
    for start, end in touched or [(0, len(text))]:
        for word in text[start:end].split():
            if len(word) > 3:
                inside = text.count(word) - sum(1 for _ in re.finditer(re.escape(word), covered))
                assert inside >= 1, "a word of a span is still there as often as before"
    visible = make_visible(covered)
    lengths = {mark.length for mark in visible.marks if mark.kind == MASK}
    assert len(lengths) <= 3


def test_a_foreign_text_cannot_pose_as_masked() -> None:
    """The private letters of the covers are ours."""
    assert not is_covered(shown(f"look {COVERS[1]}", masked=False))


def test_from_which_severity() -> None:
    """From 4 always; from 2 for harm alone where the person asked for it."""
    assert hides("spam", 4, everywhere=False)
    assert not hides("insult", 3, everywhere=False)
    assert hides("insult", 2, everywhere=True)
    assert not hides("spam", 3, everywhere=True)
    assert hides("a_policy_made_it", 2, everywhere=True)


# ---------------------------------------------------------------------- the window


def _thread(desk: Desk, name: str) -> int:
    """A thread of harsh comments by one author with an answer in the middle, on a channel of its own."""
    found = desk.console.store.read(lambda r: r.channels.find("file:masks"))
    channel = found[0] if found else desk.console.add_channel("file", "masks", desk.actor)
    author = IncomingAuthor("xm", "@xm", "Xavier")
    other = IncomingAuthor("ym", "@ym", "Yolande")
    now = desk.clock.now()
    items = [
        IncomingComment("m1", f"First of all {name} once", other, now - 500),
        IncomingComment(
            "m2", f"I know where you work, {name} there", author, now - 400, parent_remote_id="m1",
            facts={"media": [{"kind": "image", "alt": f"You, {name}"}]},
        ),
        IncomingComment("m3", f"Me too, {name} indeed", author, now - 300, parent_remote_id="m2"),
        IncomingComment("m4", f"Elsewhere {name} again", author, now - 200),
    ]  # fmt: skip
    made = desk.console.store.write(lambda tx: tx.comments.upsert(channel.id, "file", items, tx.now)).result(
        5
    )
    del made
    desk.console.store.write(lambda tx: tx.changed("comments_new")).result(5)

    def ready() -> int:
        rows = desk.console.store.read(
            lambda r: [one for one in r.comments.rows(r.queues.ids(_all())) if one.channel_id == channel.id]
        )
        read = [one for one in rows if name in one.text and one.verdict_id]
        return int(min(read, key=lambda one: one.remote_id != "m2").id) if len(read) == 4 else 0

    desk.wait(ready)
    desk.settle()
    return ready()


def test_what_was_not_read_yet_is_masked_by_the_list(desk: Desk) -> None:
    """At the first start, and while the classifier is away, nobody has said how harsh a comment is."""
    rows = desk.console.store.read(lambda r: r.comments.rows(r.queues.ids(_all())))
    read = next(one for one in rows if not one.ours and one.verdict_id is not None)
    fresh = replace(read, verdict_id=None, category="", severity=0, text="Quel connard, bravo")
    assert masked_now(fresh, False)
    assert shown_of(fresh, False) == f"Quel {COVERS[1]}, bravo"
    assert not masked_now(fresh, False, frozenset({int(fresh.id)}))
    assert not masked_now(replace(fresh, text="Bravo"), True)
    assert not masked_now(replace(fresh, verdict_id=1, category="insult", severity=3), False)


def _all() -> QueueFilter:
    return view_filter("inbox", "nobody", 0)


def _texts(window: QWidget) -> Iterator[str]:
    """Everything that widgets and models say, to eyes and to screen readers."""
    yield window.windowTitle()
    for widget in [window, *window.findChildren(QWidget), *QApplication.topLevelWidgets()]:
        yield from (
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.toolTip(),
            widget.statusTip(),
        )
        if isinstance(widget, (QLabel, QLineEdit)):
            yield widget.text()
        if isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        text = getattr(widget, "text", "")
        yield str(text() if callable(text) else text)
    roles = (
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )  # fmt: skip
    for model in window.findChildren(QAbstractItemModel):
        for row in range(min(model.rowCount(QModelIndex()), 300)):
            for role in roles:
                yield str(model.data(model.index(row, 0), int(role)) or "")


def _says(desk: Desk, word: str) -> list[str]:
    return [text for text in _texts(desk.window) if word in text]


def _rename(desk: Desk, before: str, after: str) -> None:
    """Another word in the same comments, behind the back of everybody: nothing else may differ."""

    def work(tx: object) -> None:
        database = tx._db  # type: ignore[attr-defined]
        database.execute("UPDATE comments SET text = replace(text, ?, ?)", (before, after))

    desk.console.store.write(work).result(5)
    desk.queue.model.refresh_all()
    desk.queue.detail.show_detail(None)
    desk.queue.opening.unpainted()
    desk.queue.reload(desk.current())
    desk.wait(desk.armed)


def _picture(desk: Desk) -> list[QImage]:
    """List, detail and author as painted; the head with its minutes is left out."""
    queue = desk.queue
    parts = (queue.list.table.viewport(), queue.detail.area, queue.author)
    return [part.grab().toImage() for part in parts]


def _settled(desk: Desk) -> list[QImage]:
    """The picture once it stays the same: the thread scrolls to the comment after it was laid out."""
    held = [_picture(desk)]

    def still() -> bool:
        turn(40)
        held.append(_picture(desk))
        return held[-1] == held[-2]

    desk.wait(still, 5)
    return held[-1]


def test_no_view_of_the_window_has_a_masked_word(desk: Desk) -> None:
    """List, detail, thread, author, palette, strip, toast: neither painted nor said, until V; then again not."""
    focus = _thread(desk, FIRST)
    desk.preferences.change(mask_all=True)
    desk.queue.look.set_mask_all(True)
    desk.go_to(lambda card: card.id == focus)
    desk.queue.model.refresh_all()
    desk.queue.reload(focus)
    desk.wait(
        lambda: desk.queue.detail_data is not None and desk.queue.detail_data.card.masked and desk.armed()
    )
    try:
        assert len(desk.queue.detail_data.parts) >= 3  # type: ignore[union-attr]

        # A neighbour's harmless words are to be read, as soon as the classifier has read it.
        def beside() -> str:
            return " | ".join(part.text for part in desk.queue.detail_data.parts if part.kind != "focus")  # type: ignore[union-attr]

        desk.wait(lambda: "First of all " in beside() and "Me too, " in beside())
        assert any("Elsewhere " in text for _, text in desk.queue.detail_data.author.latest)  # type: ignore[union-attr]
        assert not _says(desk, FIRST)
        desk.wait(lambda: desk.queue.detail_data is not None and desk.queue.detail_data.claim)
        desk.wait(desk.armed)
        first = _settled(desk)
        _rename(desk, FIRST, SECOND)
        assert _settled(desk) == first, "a word behind a mask changes the picture"
        QGuiApplication.clipboard().setText("")
        desk.queue.focus_list()
        desk.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert SECOND not in QGuiApplication.clipboard().text()
        desk.window.open_palette()
        assert not _says(desk, SECOND)
        desk.window.palette_box.hide()
        desk.queue.focus_list()
        desk.press(Qt.Key.Key_V)
        desk.wait(lambda: not desk.queue.detail_data.card.masked and desk.armed())  # type: ignore[union-attr]
        assert _settled(desk) != first
        assert _says(desk, SECOND), "revealed, it is said"
        desk.press(Qt.Key.Key_V)
        desk.wait(lambda: desk.queue.detail_data.card.masked and desk.armed())  # type: ignore[union-attr]
        desk.wait(lambda: not _says(desk, SECOND), 5)
        desk.queue.focus_list()
        desk.press(Qt.Key.Key_G, Qt.KeyboardModifier.NoModifier)
        desk.wait(lambda: desk.queue.model.row_of(focus) < 0 or desk.queue.bar.asking)
        desk.wait(lambda: not _says(desk, SECOND), 5)
    finally:
        desk.preferences.change(mask_all=False)


def test_raw_words_are_read_in_few_places() -> None:
    """A view that wants a comment's words asks ``masking``; where ``comment.text`` is used otherwise is listed here."""
    allowed = {
        "models/masking.py": "covers them",
        "models/card_adapter.py": "hands them to masking",
        "models/adapters.py": "hands them to masking; compares; quotes only what is not masked",
        "models/policy/replay.py": "shown softened",
        "views/audit_detail.py": "compares",
    }
    found = {
        path.relative_to(ROOT / "ui").as_posix()
        for path in (ROOT / "ui").rglob("*.py")
        if re.search(r"\bcomment\.text\b", path.read_text("utf-8"))
    }
    assert found <= set(allowed), sorted(found - set(allowed))


def test_a_neighbour_is_masked_when_its_verdict_comes(desk: Desk) -> None:
    """The thread was read before: what is found harsh beside the open comment loses its words without a step away."""
    word = "idiotmelbor"
    focus = _thread(desk, word)
    desk.queue.feed.reload()
    desk.go_to(lambda card: card.id == focus)
    data = desk.queue.detail_data
    assert data is not None
    before = next(part for part in data.parts if part.text.startswith("First of all"))
    assert word in before.text

    def worse(tx: Tx) -> None:
        tx.comments.set_flags(before.id, severity=5)
        tx.changed("verdicts", (before.id,))

    desk.console.store.write(worse).result(5)

    def text() -> str:
        parts = desk.queue.detail_data.parts if desk.queue.detail_data is not None else ()
        return next((part.text for part in parts if part.id == before.id), word)

    desk.wait(lambda: word not in text())
    assert text().startswith("First of all ")
    assert desk.current() == focus
