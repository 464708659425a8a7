"""Near-duplicates in the window: one card for many, the list of a group, one decision about all of it."""

from __future__ import annotations

import itertools
import uuid
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt

from console.domain.comment import Comment
from console.domain.decision import Decision
from console.domain.likeness import EXACT, LINK, REWORDED
from console.domain.vocabulary import ActionKind, CommentState
from console.services.narrowing import Narrowing
from console.services.recording import DecisionAsk
from console.store import AuditFilter, Reading, Tx
from tests.support.workspaces import comment
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, shared  # noqa: F401  fixtures
from ui.delegates.card_words import accessible_sentence, card_words

GIFT = "Congrats, you idiot lottery friends: {} is waiting for you -> {}.example"
FEW = "What an idiot, buying {} and then writing here about it to everybody"
MANY = 14
_things = (f"kettle model {number}" for number in itertools.count(2001))
"""A number of its own keeps each test's comments from joining another's."""


@dataclass(frozen=True, slots=True)
class Wave:
    """Comments of this test's own that are alike, oldest first, and the one that stands for them."""

    desk: Desk
    ids: tuple[int, ...]

    @property
    def head(self) -> int:
        """The comment of the card."""
        return next(one for one in self.desk.queue.feed.groups if one in self.ids)

    def now(self) -> list[Comment]:
        """As the workspace has them."""
        return self.desk.console.store.read(lambda r: r.comments.rows(self.ids))

    def states(self) -> list[CommentState]:
        """Their states."""
        return [one.state for one in self.now()]


def bring(desk: Desk, texts: list[str]) -> Wave:
    """Comments by at most twelve authors under one post, read and shown."""
    channel = desk.console.store.read(lambda r: r.channels.all())[0]
    key = uuid.uuid4().hex[:6]
    items = [
        comment(f"{key}-{at}", text, author=f"{key}-{at % 12}", posted_at=desk.clock.now() - 900_000)
        for at, text in enumerate(texts)
    ]

    def work(tx: Tx) -> tuple[int, ...]:
        ids = tx.comments.upsert(int(channel.id), channel.kind, items, tx.now).new_ids
        tx.changed("comments_new", ids)
        return ids

    made = Wave(desk, desk.console.store.write(work).result())
    desk.wait(lambda: all(one.verdict_id is not None for one in made.now()))
    desk.queue.feed.show_new()
    desk.queue.feed.reload()
    desk.wait(lambda: any(one in made.ids for one in desk.queue.feed.groups) and desk.armed())
    return made


def wave(desk: Desk) -> Wave:
    """Fourteen: nine the same, three with another link, two reworded."""
    thing = next(_things)
    texts = [GIFT.format(thing, "gifts")] * 9 + [GIFT.format(thing, "other-gifts")] * 3
    return bring(
        desk, texts + [GIFT.format(thing, "gifts").replace("waiting for", "waiting right there for")] * 2
    )


def few(desk: Desk) -> Wave:
    """Four of a kind."""
    return bring(desk, [FEW.format(next(_things))] * 4)


def go(desk: Desk, number: int) -> None:
    """Make a comment current and wait until it is painted."""
    desk.queue.list.make_current(number)
    desk.wait(lambda: desk.armed() and desk.queue.armed().card.id == number)  # type: ignore[union-attr]
    desk.queue.focus_list()


def test_one_card_stands_for_the_wave(desk: Desk) -> None:
    head, members = (made := wave(desk)).head, made.ids
    assert [one for one in desk.queue.model.ids() if one in members] == [head]
    folded = sum(one.total - 1 for one in desk.queue.feed.groups.values())
    assert desk.queue.list.header.count.text == str(desk.queue.model.rowCount() + folded)
    card = desk.queue.model.card_at(desk.queue.model.row_of(head))
    assert card is not None
    assert (card.alike, card.alike_authors, card.post_count) == (MANY, 12, 1)
    words = card_words(card, int(desk.clock.now()))
    assert (words.right, words.right_icon) == ("14 alike, 12 authors", "stack")
    assert "14 alike, 12 authors" in accessible_sentence(card, int(desk.clock.now()))


def test_the_detail_says_how_they_differ_and_lets_one_out(desk: Desk) -> None:
    made = wave(desk)
    head = made.head
    go(desk, head)
    section = desk.queue.groups.section
    desk.wait(lambda: section.isVisible() and section.info is not None)
    assert section.info is not None
    assert section.info.kinds == {EXACT: 9, LINK: 3, REWORDED: 2}
    least = section.info.texts[0]
    assert (least.kind, least.count) == (REWORDED, 2)
    section.out.emit(least.comment_id)
    desk.wait(
        lambda: (
            desk.queue.feed.groups.get(head) is not None and desk.queue.feed.groups[head].total == MANY - 1
        )
    )
    assert least.comment_id in desk.queue.model.ids()


def test_right_opens_the_group_and_escape_returns_to_the_same_place(desk: Desk) -> None:
    made = wave(desk)
    head = made.head
    go(desk, head)
    row, size = desk.queue.list.table.currentIndex().row(), desk.queue.model.rowCount()
    desk.press(Qt.Key.Key_Right)
    desk.wait(
        lambda: desk.queue.groups.inside and desk.queue.feed.ready and desk.queue.model.rowCount() == MANY
    )
    assert desk.queue.list.header.title.text == "14 alike"
    assert desk.queue.groups.back_link.isVisible()
    desk.wait(desk.armed)
    first = desk.current()
    desk.press(Qt.Key.Key_G)
    desk.wait(lambda: desk.queue.model.rowCount() == MANY - 1 and desk.armed() and desk.current() != first)
    kept = desk.console.store.read(lambda r: r.comments.get(first))
    assert kept is not None
    assert kept.state is CommentState.DONE
    assert made.states().count(CommentState.OPEN) == MANY - 1, "one by one in here"
    for way in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
        desk.press(way)
        desk.wait(lambda: not desk.queue.groups.inside and desk.queue.feed.ready and desk.armed())
        assert desk.queue.list.table.currentIndex().row() == row
        assert desk.queue.model.rowCount() == size
        assert not desk.queue.groups.back_link.isVisible()
        desk.press(Qt.Key.Key_Right)
        desk.wait(lambda: desk.queue.groups.inside and desk.queue.feed.ready and desk.armed())


def test_an_authors_comments_are_shown_whole_from_within_a_group(desk: Desk) -> None:
    """Nothing of the list that was left goes along: not its group, not its category, not what was marked in it."""
    made = few(desk)
    go(desk, made.head)
    author = desk.queue.detail_data.author  # type: ignore[union-attr]
    desk.press(Qt.Key.Key_Right)
    desk.wait(lambda: desk.queue.groups.inside and desk.queue.feed.ready and desk.armed())
    desk.press(Qt.Key.Key_X)
    desk.window.show_author(author.id, author.name)  # type: ignore[union-attr]
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount())
    assert (desk.queue.feed.group, desk.queue.feed.category) == (None, "")
    assert desk.queue.selection.count == 0
    assert not desk.window.rail.current()


def test_a_few_are_decided_at_once_each_by_its_own_decision(desk: Desk) -> None:
    made = few(desk)
    go(desk, made.head)
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: CommentState.OPEN not in made.states())
    each = [desk.console.store.read(partial(_decisions, one)) for one in made.ids]
    assert [[decision.action for decision in one] for one in each] == [[ActionKind.HIDE]] * 4
    assert len({one[0].audit_sequence for one in each}) == 4
    desk.wait(lambda: not desk.queue.list.toast.isHidden())
    desk.press(Qt.Key.Key_U)
    desk.wait(lambda: made.states() == [CommentState.OPEN] * 4)


def test_more_than_ten_are_shown_first(desk: Desk) -> None:
    made = wave(desk)
    go(desk, made.head)
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: desk.queue.covered and desk.queue.bulk.page.preview is not None)
    preview = desk.queue.bulk.page.preview
    assert preview is not None
    assert preview.asked == MANY
    assert made.states() == [CommentState.OPEN] * MANY
    desk.press(Qt.Key.Key_Escape)
    desk.wait(lambda: not desk.queue.covered and desk.armed())
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: desk.queue.covered)  # left once, and wanted after all
    desk.queue.uncover()


def test_the_way_back_from_a_group_names_the_saved_view(desk: Desk) -> None:
    head = few(desk).head
    view = desk.console.saved.save("Lottery", "inbox", Narrowing(), desk.actor)
    desk.queue.filters.views_changed.emit(view.key)
    desk.wait(lambda: desk.window.place() == view.key and desk.queue.feed.ready)
    go(desk, head)
    desk.press(Qt.Key.Key_Right)
    desk.wait(desk.queue.groups.back_link.isVisible)
    assert desk.queue.groups.back_link.accessibleName() == "Back to Lottery"
    desk.press(Qt.Key.Key_Escape)
    desk.queue.filters.remove(view)
    desk.wait(lambda: desk.window.place() == "inbox" and desk.queue.feed.ready)


def test_with_a_reason_even_a_few_are_shown_first(desk: Desk) -> None:
    made = few(desk)
    go(desk, made.head)
    desk.press(Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    desk.wait(lambda: desk.queue.covered and desk.queue.bulk.page.preview is not None)
    assert made.states() == [CommentState.OPEN] * 4
    desk.queue.uncover()


def test_a_press_meant_for_another_comment_touches_no_group(desk: Desk) -> None:
    made = few(desk)
    other = next(one for one in desk.queue.model.ids() if one not in desk.queue.feed.groups)
    go(desk, made.head)
    said: list[str] = []
    desk.queue.spoke.connect(said.append)
    desk.queue.decisions.choose("hide", other)
    assert said == ["The list has moved on. Nothing was done."]
    assert made.states() == [CommentState.OPEN] * 4


def test_a_reply_goes_to_the_one_shown_and_the_next_takes_its_place(desk: Desk) -> None:
    head = few(desk).head
    go(desk, head)
    row = desk.queue.list.table.currentIndex().row()
    said: list[str] = []
    desk.queue.spoke.connect(said.append)
    desk.press(Qt.Key.Key_R)
    desk.wait(lambda: not desk.queue.reply.isHidden())
    assert said[-1].endswith("alone: the 3 others stay")
    desk.console.decide(DecisionAsk(head, ActionKind.KEEP), desk.actor).result()
    desk.queue.decisions.decided.emit(head)
    desk.wait(desk.armed)
    assert desk.queue.list.table.currentIndex().row() == row
    after = desk.current()
    assert after != head
    assert desk.queue.feed.groups[after].total == 3


def test_without_folding_each_stands_by_itself(desk: Desk) -> None:
    wave(desk)
    size = desk.queue.model.rowCount()
    folded = sum(one.total - 1 for one in desk.queue.feed.groups.values())
    desk.preferences.change(group_alike=False)
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount() == size + folded)
    assert desk.queue.feed.groups == {}
    desk.preferences.change(group_alike=True)
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount() == size)


def test_what_is_marked_brings_all_it_stands_for(desk: Desk) -> None:
    many, some = wave(desk), few(desk)
    other = next(one for one in desk.queue.model.ids() if one not in desk.queue.feed.groups)
    found = desk.queue.groups.expand([other, some.head, many.head])
    assert found[0] == other
    assert sorted(found[1:]) == sorted([*many.ids, *some.ids])


def _decisions(comment_id: int, reading: Reading) -> list[Decision]:
    return reading.decisions.of_comment(comment_id)


def test_a_category_on_a_groups_card_is_given_to_all_of_it(desk: Desk) -> None:
    made = few(desk)
    go(desk, made.head)
    desk.press(Qt.Key.Key_C)
    desk.wait(lambda: desk.queue.bar.asking == "category" and desk.queue.bar.strip.armed)
    assert desk.queue.bar.strip.line.text() == "It is given to all 4 alike, each logged by itself."
    desk.press(Qt.Key.Key_P)
    desk.wait(lambda: {one.category for one in made.now()} == {"troll"})
    desk.wait(lambda: "Category given to 4 comments." in desk.strip())
    entries = desk.console.store.read(
        lambda r: [r.audit.find(AuditFilter(comment_id=one), 10) for one in made.ids]
    )
    assert all(sum('"categorised"' in row.entry for row in rows) == 1 for rows in entries)


def test_the_editor_says_that_the_others_stay(desk: Desk) -> None:
    made = few(desk)
    go(desk, made.head)
    author = desk.queue.armed().card.author  # type: ignore[union-attr]
    desk.press(Qt.Key.Key_R)
    box = desk.queue.reply
    desk.wait(box.isVisible)
    assert box.alone.isVisible()
    assert box.alone.text() == f"To {author} alone: the 3 others stay"
    assert box.editor.accessibleDescription() == box.alone.text()
    box.leave()
    other = next(one for one in desk.queue.model.ids() if one not in desk.queue.feed.groups)
    go(desk, other)
    desk.press(Qt.Key.Key_R)
    desk.wait(box.isVisible)
    assert not box.alone.isVisible()
