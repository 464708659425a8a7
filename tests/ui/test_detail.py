"""The detail on a real console: a thread is walked by keys, versions compared, the text shown as read, authors tagged."""

from __future__ import annotations

import time
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost
from console.domain.verdict import Verdict
from tests.ui.desk import Desk, turn
from tests.ui.queue_desk import _no_thread_left, desk, shared  # noqa: F401  fixtures
from ui.i18n.loader import Languages
from ui.models import timeline
from ui.views.thread import ThreadColumn

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def came(
    number: str, text: str, who: str, at: int, parent: str | None = None, **more: object
) -> IncomingComment:
    """An invented comment of the practice channel."""
    author = IncomingAuthor(f"t{who}", who.lower(), who, int(time.time()) - 86_400 * 400, 1_240)
    post = IncomingPost("tpost", "The Nova 2 is here", "https://practice.example/p", at - 90_000)
    return IncomingComment(
        f"t{number}",
        text,
        author,
        at,
        post,
        parent,
        f"https://practice.example/{number}",
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def family(shared: Desk) -> dict[str, int]:
    """A thread of 62 with an edited comment, our reply, a disguised word and an image; ids by number."""
    now = int(time.time())
    items = [came("root", "Who has one?", "Lea", now - 9_000)]
    items += [came(f"s{n}", f"Answer {n}", f"W{n % 5}", now - 8_000 + n, "troot") for n in range(60)]
    items += [
        came("edit", "Great service, you crooks, pay me", "Nathan", now - 7_970, "troot"),
        came("us", "We look into it today.", "Lormel", now - 7_900, "tedit", ours=True),
        came("child", "Same here.", "Ines", now - 7_800, "tedit"),
        came(
            "leet", "such a cl0wn\u200bish thing", "Zed", now - 7_700, "troot",
            facts={"media": [{"kind": "image", "bytes": 214_000, "alt": "a broken bowl"}]},
        ),
    ]  # fmt: skip
    store = shared.console.store
    channel = store.read(lambda r: next(one for one in r.channels.all() if one.kind == "practice"))

    def take(*given: IncomingComment) -> None:
        store.write(lambda tx: tx.comments.upsert(channel.id, "practice", list(given), tx.now)).result()

    take(*items)
    take(came("edit", "Great service, pay me please", "Nathan", now - 7_970, "troot", edited_at=now - 3_600))
    take(came("edit", "Slow service, pay me please", "Nathan", now - 7_970, "troot", edited_at=now - 600))
    shared.settle()

    def find(number: str) -> int:
        found = store.read(lambda r: r.comments.by_remote(channel.id, f"t{number}"))
        assert found is not None
        return int(found.id)

    return {number: find(number) for number in ("root", "edit", "us", "child", "leet", "s29", "s30", "s31")}


def show(desk: Desk, comment: int) -> ThreadColumn:
    """Open a comment from the list."""
    if desk.queue.model.row_of(comment) < 0:
        desk.queue.feed.reload()
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.row_of(comment) >= 0)
    desk.queue.list.make_current(comment)
    desk.wait(lambda: desk.queue.armed() is not None and desk.queue.armed().card.id == comment)  # type: ignore[union-attr]
    return desk.queue.detail.thread_column


def test_the_thread_says_who_answers_whom(desk: Desk, family: dict[str, int]) -> None:
    """Post, parent, neighbours, our reply set in; what is cut is counted; each part has a sentence."""
    column = show(desk, family["edit"])
    kinds = [(part.kind, part.depth, part.side) for part in column.parts()]
    assert kinds[:3] == [("post", 0, ""), ("before", 0, ""), ("more", 1, "earlier")]
    assert ("ours", 2, "") in kinds
    assert kinds[-1] == ("more", 1, "later")
    said = [handle.accessibleName() for handle in column.handles()]
    assert "29 earlier: show" in said
    assert any(one.startswith("Us, answers Nathan") for one in said)
    assert any(one.startswith("To decide: Nathan, answers Lea") for one in said)
    assert all(said)


def test_more_is_read_on_and_the_focus_stays(desk: Desk, family: dict[str, int]) -> None:
    """Enter on “29 earlier” reads them off the GUI thread; the comment keeps its place on the screen."""
    column = show(desk, family["edit"])
    desk.press(Qt.Key.Key_Return)
    for _ in range(3):
        desk.press(Qt.Key.Key_Up)
    more = next(h for h, part in zip(column.handles(), column.parts(), strict=True) if part.side == "earlier")
    assert more.hasFocus()
    before = len(column.parts())
    top = column.focus_top() - desk.queue.detail.area.verticalScrollBar().value()
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: len(column.parts()) > before + 20)
    desk.wait(lambda: abs(column.focus_top() - desk.queue.detail.area.verticalScrollBar().value() - top) < 4)
    assert not any(part.side == "earlier" for part in column.parts())


@pytest.mark.parametrize("key", ["alt", "esc", "link"])
def test_another_comment_is_opened_and_left(desk: Desk, family: dict[str, int], key: str) -> None:
    """Down, Enter opens it, with the way back in the head; Alt+Left, Esc and the link come back."""
    column = show(desk, family["edit"])
    desk.press(Qt.Key.Key_Return)
    place = next(n for n, part in enumerate(column.parts()) if part.id == family["child"])
    focus = next(n for n, part in enumerate(column.parts()) if part.kind == "focus")
    for _ in range(place - focus):
        desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.armed() and desk.queue.armed().card.id == family["child"])  # type: ignore[union-attr]
    head = desk.queue.detail.head
    assert "Nathan" in head.back.word
    assert desk.current() == family["edit"], "the list stays where it was"
    if key == "alt":
        desk.press(Qt.Key.Key_Left, ALT)
    elif key == "esc":
        desk.press(Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(head.back, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.armed() and desk.queue.armed().card.id == family["edit"])  # type: ignore[union-attr]
    assert head.back.isHidden()


def test_a_visited_comment_is_decided_and_the_first_comes_back(desk: Desk, family: dict[str, int]) -> None:
    """G acts on the comment shown, not on the one of the list, and goes back to that."""
    column = show(desk, family["edit"])
    column.wanted.emit(family["s31"])
    desk.wait(lambda: desk.armed() and desk.queue.armed().card.id == family["s31"])  # type: ignore[union-attr]
    desk.press(Qt.Key.Key_G)
    desk.wait(lambda: desk.armed() and desk.queue.armed().card.id == family["edit"])  # type: ignore[union-attr]
    decided = desk.console.store.read(
        lambda r: [r.decisions.of_comment(family[one]) for one in ("s31", "edit")]
    )
    assert [len(one) for one in decided] == [1, 0]


def test_what_changed_is_shown_and_said(desk: Desk, family: dict[str, int]) -> None:
    """Shift+T: first to present, then pair by pair; a screen reader hears removed and added; the decision's version."""
    column = show(desk, family["edit"])
    assert not column.versions.isHidden()
    desk.press(Qt.Key.Key_T, SHIFT)
    focus = next(h for h, part in zip(column.handles(), column.parts(), strict=True) if part.kind == "focus")
    said = focus.accessibleName()
    assert "version 1" in said
    assert "version 3" in said
    assert "[removed: Great]" in said
    assert "[added: Slow]" in said
    assert "[removed: , you crooks]" in said
    QTest.mouseClick(column.versions.on, Qt.MouseButton.LeftButton)
    said = focus.accessibleName()
    assert "version 2" in said
    assert "Slow" not in said
    desk.press(Qt.Key.Key_T, SHIFT)
    assert not column.comparing
    assert desk.queue.armed().revision == 3  # type: ignore[union-attr]


def test_the_text_as_read(desk: Desk, family: dict[str, int]) -> None:
    """T: folded, what was folded marked, and back; an image is described and not loaded."""
    column = show(desk, family["leet"])
    assert "Image, 214 kB: a broken bowl" in column.accessibleName()
    desk.press(Qt.Key.Key_T)
    desk.wait(lambda: column.as_read)
    assert "such a clownish thing" in column.accessibleName()
    desk.press(Qt.Key.Key_T)
    assert not column.as_read


def test_masked_words_stay_masked(desk: Desk) -> None:
    """T says that V comes first; nothing of the text is told."""
    card = desk.go_to(lambda one: one.masked)
    desk.press(Qt.Key.Key_T)
    assert not desk.queue.detail.thread_column.as_read
    assert "V shows its words" in desk.strip()
    stored = desk.console.store.read(lambda r: r.comments.get(card.id))
    assert stored is not None
    assert stored.text not in desk.queue.detail.thread_column.accessibleName()
    assert "•••" in desk.queue.detail.thread_column.accessibleName()


def test_what_each_action_does(desk: Desk, family: dict[str, int]) -> None:
    """Folded to the proposed action; Q shows all, refused ones last with what is missing."""
    show(desk, family["edit"])
    data = desk.queue.detail_data
    assert data is not None
    section = desk.queue.detail.effects
    shown = section.rows.count()
    assert shown == (1 if data.proposed else 0)
    desk.press(Qt.Key.Key_Q)
    assert section.rows.count() == len(data.effects) > 6
    bar = desk.queue.detail.area.verticalScrollBar()
    desk.wait(lambda: bar.value() == min(section.y(), bar.maximum()) > 0)
    QApplication.sendEvent(
        desk.queue.detail, QResizeEvent(desk.queue.detail.size(), desk.queue.detail.size())
    )
    turn(20)  # as when the bar below grows: what the key brought into sight stays there
    assert bar.value() == min(section.y(), bar.maximum())
    block = next(line for line in data.effects if line.action == "block")
    assert block.refused
    assert block.back.startswith("Missing first:")
    desk.press(Qt.Key.Key_Q)
    assert section.rows.count() == shown


def test_tags_by_keys(desk: Desk, family: dict[str, int]) -> None:
    """Shift+I, a word, Enter; what is no tag stays with the reason; pressing a tag takes it away."""
    show(desk, family["edit"])
    tags = desk.queue.author.tags
    desk.press(Qt.Key.Key_I, SHIFT)
    desk.wait(tags.field.hasFocus)
    desk.type("<b>")
    desk.press(Qt.Key.Key_Return)
    desk.wait(tags.fault.isVisible)
    tags.field.clear()
    desk.type("VIP")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: [link.word for link in tags.links()] == ["VIP"])
    assert tags.field.isHidden()
    desk.wait(lambda: desk.queue.cards([family["edit"]])[family["edit"]].tags == ("vip",))
    tags.links()[0].setFocus()
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: not tags.links())
    desk.press(Qt.Key.Key_Escape)


def test_a_note_about_the_author(desk: Desk, family: dict[str, int]) -> None:
    """Shift+N: kept with the author, not with the comment."""
    show(desk, family["edit"])
    desk.press(Qt.Key.Key_N, SHIFT)
    desk.type("called twice")
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.press(Qt.Key.Key_Return)
    desk.wait(
        lambda: (
            desk.queue.detail_data is not None
            and desk.queue.detail_data.author is not None
            and [one[0] for one in desk.queue.detail_data.author.notes] == ["called twice"]
        )
    )
    assert not desk.console.store.read(lambda r: r.shared.notes(comment_id=family["edit"]))


def test_states_are_said_in_the_head(desk: Desk, family: dict[str, int]) -> None:
    """An escalated comment says by whom."""
    show(desk, family["child"])
    desk.press(Qt.Key.Key_E)
    desk.wait(lambda: bool(desk.console.store.read(lambda r: r.decisions.of_comment(family["child"]))))
    column = show(desk, family["edit"])
    column.wanted.emit(family["child"])
    desk.wait(
        lambda: desk.queue.detail_data is not None and desk.queue.detail_data.card.id == family["child"]
    )
    assert any(words.startswith("Escalated by") for _icon, words in desk.queue.detail_data.states)  # type: ignore[union-attr]
    assert "Escalated by" in desk.queue.detail.head.accessibleName()
    moments = [one.words for one in desk.queue.detail_data.timeline]  # type: ignore[union-attr]
    assert any(words.startswith("Escalate, by") for words in moments)
    assert "First seen by the console" in moments


def test_the_timeline_names_the_category_the_reasons_name(desk: Desk) -> None:
    """Where several fired, the comment's own leads in both, with the same figure."""
    verdict = Verdict(
        engine="embedded", engine_version="1", language="en", labels={"insult": 0.67, "threat": 0.6},
        categories=("insult", "threat"), signals=(), severity=4, flagged=True, spans=(), auto_ok=False,
        thresholds={"insult": 0.4, "threat": 0.43},
    )  # fmt: skip
    assert desk.queue.isVisible()  # English is in force
    detail = SimpleNamespace(
        comment=SimpleNamespace(category="threat"), past_proposals=(), past_verdicts=((1, 5, verdict),)
    )
    (moment,) = timeline._read(detail)  # type: ignore[arg-type]
    assert "threat 60\u00a0%" in moment.words
    assert "insult" not in moment.words


@pytest.mark.parametrize(
    ("entry", "french"),
    [
        (
            {"event": "assigned", "actor": "Kim", "member": "reviewer"},
            "Confié à\u00a0: relecteur, par Kim",
        ),
        ({"event": "assigned", "actor": "Kim", "member": None}, "Confié à personne, par Kim"),
        (
            {"event": "retry", "actor": "Kim", "action": "hide"},
            "Remis en file\u00a0: masquer, par Kim",
        ),
        (
            {"event": "dispatch", "actor": "console", "action": "hide", "outcome": "failed"},
            "Masquer\u00a0: échec",
        ),
        ({}, "Entrée abîmée"),
    ],
)
def test_each_line_of_the_timeline_is_in_the_language_shown(
    languages: Languages, entry: dict[str, object], french: str
) -> None:
    """What the log calls an event is no word for a person; what cannot be read says so."""
    languages.use("fr")
    assert timeline.entry_words(entry) == french
