"""Intake: a batch twice changes nothing, edits keep the older text, odd characters come back as they were."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from console.domain.comment import IncomingAuthor, IncomingPost
from console.domain.verdict import Verdict
from console.domain.vocabulary import CommentState
from console.store import QueueFilter, Store
from tests.support.workspaces import START, Clock, comment, raw, take_in


def put(store: Store, channel: int, *items: Any) -> Any:
    return store.write(lambda tx: tx.comments.upsert(channel, "practice", items, tx.now)).result()


def verdict(**more: Any) -> Verdict:
    return Verdict("embedded", "1", "en", {"insult": 0.9}, **more)


def found(store: Store, text: str) -> list[int]:
    everything = QueueFilter(tuple(CommentState), text=text)
    return sorted(store.read(lambda r: r.queues.ids(everything)))


def test_the_same_batch_twice_adds_and_writes_nothing(store: Store, channel: int) -> None:
    batch = [comment(number) for number in range(50)]
    first = put(store, channel, *batch)
    assert (first.new, first.updated, first.unchanged, len(first.new_ids)) == (50, 0, 0, 50)
    with raw(store.path) as db:
        before = db.execute("SELECT * FROM comments").fetchall()
    second = put(store, channel, *batch)
    assert (second.new, second.updated, second.unchanged, second.new_ids) == (0, 0, 50, ())
    with raw(store.path) as db:
        assert db.execute("SELECT * FROM comments").fetchall() == before
        assert db.execute("SELECT count(*) FROM revisions").fetchone()[0] == 0


def test_a_comment_twice_in_one_batch_is_stored_once_and_the_later_counts(store: Store, channel: int) -> None:
    result = put(store, channel, comment(1, "early"), comment(1, "late"))
    assert (result.new, result.unchanged) == (1, 1)
    only = store.read(lambda r: r.comments.rows(list(result.new_ids)))
    assert [one.text for one in only] == ["late"]


def test_the_same_remote_id_on_another_channel_is_another_comment(store: Store, channel: int) -> None:
    other = store.write(lambda tx: tx.channels.add("practice", "second", tx.now)).result()
    assert take_in(store, channel, comment(1)) != take_in(store, other, comment(1))


def test_an_edit_keeps_the_older_text_and_asks_for_a_new_verdict(
    store: Store, channel: int, clock: Clock
) -> None:
    (one,) = take_in(store, channel, comment(1, "first words"))
    store.write(lambda tx: tx.comments.set_verdicts([(one, 1, verdict())], tx.now)).result()
    clock.turn(60)
    result = put(store, channel, comment(1, "second words"))
    assert (result.new, result.updated, result.updated_ids) == (0, 1, (one,))
    clock.turn(60)
    put(store, channel, comment(1, "third words", edited_at=START + 110))
    item = store.read(lambda r: r.comments.get(one))
    assert item is not None
    assert (item.text, item.revision, item.edited_at, item.verdict_id) == (
        "third words",
        3,
        START + 110,
        None,
    )
    older = store.read(lambda r: r.comments.revisions(one))
    assert older == [(1, "first words", START + 60), (2, "second words", START + 120)]
    assert store.read(lambda r: [item.id for item in r.comments.unread(10)]) == [one]


def test_a_verdict_for_an_older_text_is_kept_but_not_shown(store: Store, channel: int) -> None:
    (one,) = take_in(store, channel, comment(1, "first"))
    put(store, channel, comment(1, "second"))
    done = store.write(lambda tx: tx.comments.set_verdicts([(one, 1, verdict())], tx.now)).result()
    assert done == []
    assert store.read(lambda r: r.comments.verdict(one)) is None
    with raw(store.path) as db:
        assert db.execute("SELECT revision FROM verdicts").fetchall() == [(1,)]


def test_search_follows_an_edit(store: Store, channel: int) -> None:
    (one,) = take_in(store, channel, comment(1, "zebra crossing"))
    assert found(store, "zebra") == [one]
    put(store, channel, comment(1, "giraffe crossing"))
    assert found(store, "zebra") == []
    assert found(store, "giraffe") == [one]
    with raw(store.path) as db:  # what the index holds is what the table holds
        db.execute("INSERT INTO comments_fts (comments_fts, rank) VALUES ('integrity-check', 1)")


def test_a_decided_comment_that_is_edited_is_work_again(store: Store, channel: int) -> None:
    (one,) = take_in(store, channel, comment(1, "nice"))
    store.write(lambda tx: tx.comments.set_flags(one, state=int(CommentState.DONE))).result()
    put(store, channel, comment(1, "not nice at all"))
    item = store.read(lambda r: r.comments.get(one))
    assert item is not None
    assert item.state is CommentState.OPEN


def test_gone_and_back(store: Store, channel: int) -> None:
    (one,) = take_in(store, channel, comment(1, "here"))
    gone = dataclasses.replace(comment(1, ""), gone=True)
    assert put(store, channel, gone).updated == 1
    item = store.read(lambda r: r.comments.get(one))
    assert item is not None
    assert (item.state, item.text) == (CommentState.GONE, "here")
    assert put(store, channel, gone).updated == 0
    assert put(store, channel, comment(1, "here")).updated == 1
    item = store.read(lambda r: r.comments.get(one))
    assert item is not None
    assert item.state is CommentState.OPEN


def test_the_trace_of_what_is_gone_says_nothing_of_its_author(store: Store, channel: int) -> None:
    """One of our own posts deleted on the site made our account a stranger's, found by traffic on a real server."""
    us, renamed = IncomingAuthor("brand", "@brand", "Brand"), IncomingAuthor("brand", "@brand", "The Brand")
    put(store, channel, comment(1, "ours", author=us, ours=True), comment(2, "ours", author=us, ours=True))
    put(store, channel, dataclasses.replace(comment(1, "", author=us), gone=True))

    def author() -> tuple[int, str]:
        with raw(store.path) as db:
            return db.execute("SELECT ours, name FROM authors WHERE remote_id = 'brand'").fetchone()

    assert author() == (1, "Brand")
    gone = dataclasses.replace(comment(2, "", author=us), gone=True)
    put(store, channel, comment(3, "ours", author=renamed, ours=True), gone)
    assert author() == (1, "The Brand")
    put(store, channel, comment(4, "not ours any more", author=renamed))  # the platform's word for it
    assert author() == (0, "The Brand")


def test_what_was_gone_before_it_was_seen_leaves_nothing(store: Store, channel: int) -> None:
    result = put(store, channel, dataclasses.replace(comment(1, ""), gone=True))
    assert (result.new, result.updated, result.unchanged) == (0, 0, 1)
    assert store.read(lambda r: r.comments.by_remote(channel, "c1")) is None


def test_our_own_comments_are_context_never_work(store: Store, channel: int) -> None:
    result = put(store, channel, comment(1), comment(2, "our answer", ours=True, parent_remote_id="c1"))
    assert (result.new, len(result.new_ids)) == (2, 1)
    assert list(store.read(lambda r: r.queues.ids(QueueFilter()))) == list(result.new_ids)
    ours = store.read(lambda r: r.comments.by_remote(channel, "c2"))
    assert ours is not None
    assert ours.ours


def test_our_own_reply_is_gone_when_it_is_gone_there_and_ours_when_it_is_back(
    store: Store, channel: int
) -> None:
    """What nobody can read any more is no answer; restored on the site, it is ours again and no work."""
    put(store, channel, comment(1), comment(2, "our answer", ours=True, parent_remote_id="c1"))
    gone = dataclasses.replace(comment(2, "", ours=True), gone=True)
    assert put(store, channel, gone).updated == 1
    ours = store.read(lambda r: r.comments.by_remote(channel, "c2"))
    assert ours is not None
    assert (ours.state, ours.ours, ours.text) == (CommentState.GONE, True, "our answer")
    assert put(store, channel, gone).updated == 0
    assert put(store, channel, comment(2, "our answer", ours=True, parent_remote_id="c1")).updated == 1
    ours = store.read(lambda r: r.comments.by_remote(channel, "c2"))
    assert ours is not None
    assert (ours.state, ours.ours) == (CommentState.OURS, True)


def test_what_the_platform_learns_later_is_kept(store: Store, channel: int) -> None:
    (one,) = take_in(store, channel, comment(1, likes=1, facts={"cid": "a"}))
    put(store, channel, comment(1, likes=5, hidden=True, facts={"cid": "a"}))
    item = store.read(lambda r: r.comments.get(one))
    assert item is not None
    assert (item.likes, item.hidden, item.revision) == (5, True, 1)
    put(store, channel, comment(1, facts={"cid": "b"}))  # nothing else changed
    item = store.read(lambda r: r.comments.get(one))
    assert item is not None
    assert (item.likes, item.hidden, dict(item.facts)) == (5, True, {"cid": "b"})


def test_the_term_that_brought_a_comment_in_outlives_what_is_learned_later(
    store: Store, channel: int
) -> None:
    (one,) = take_in(store, channel, comment(1, facts={"watch": "#kettle", "like": True}))
    for later in (
        comment(1, facts={"cid": "b"}),  # looked at again
        comment(1, likes=3, facts={"cid": "b"}),  # found in its thread
        comment(1, "another text", likes=3, facts={"cid": "b"}),
    ):
        put(store, channel, later)
        item = store.read(lambda r: r.comments.get(one))
        assert item is not None
        assert dict(item.facts) == {"cid": "b", "watch": "#kettle"}
    put(store, channel, comment(1, "another text", likes=3, facts={"watch": "@joe"}))
    item = store.read(lambda r: r.comments.get(one))
    assert item is not None
    assert dict(item.facts) == {"watch": "@joe"}


def test_a_renamed_author_keeps_the_id_and_the_known_facts(store: Store, channel: int) -> None:
    before = IncomingAuthor("a1", "@old", "Old", created_at=1000, followers=7)
    (one,) = take_in(store, channel, comment(1, author=before))
    (two,) = take_in(store, channel, comment(2, author=IncomingAuthor("a1", "@new", "New")))
    a, b = store.read(lambda r: r.comments.rows([one, two]))
    assert a.author_id == b.author_id
    author = store.read(lambda r: r.comments.author(a.author_id))
    assert author is not None
    assert (author.handle, author.created_at, author.followers) == ("@new", 1000, 7)
    assert found(store, "new") == [one, two]
    assert found(store, "old") == []


# ---------------------------------------------------------------------- threads


def test_children_before_parents_find_them_later(store: Store, channel: int) -> None:
    (grandchild,) = take_in(store, channel, comment(3, parent_remote_id="c2"))
    (child,) = take_in(store, channel, comment(2, parent_remote_id="c1"))
    (top,) = take_in(store, channel, comment(1))
    parents = {
        one.id: one.parent_id for one in store.read(lambda r: r.comments.rows([top, child, grandchild]))
    }
    assert parents == {top: None, child: top, grandchild: child}
    for one in (top, child, grandchild):
        thread = store.read(lambda r, one=one: [item.id for item in r.comments.thread(one)])
        assert set(thread) == {top, child, grandchild}


def test_parents_and_children_in_any_order_within_a_batch(store: Store, channel: int) -> None:
    take_in(store, channel, comment(2, parent_remote_id="c1"), comment(1), comment(3, parent_remote_id="c2"))
    rows = {one.remote_id: one for one in store.read(lambda r: r.comments.rows([1, 2, 3]))}
    assert rows["c2"].parent_id == rows["c1"].id
    assert rows["c3"].parent_id == rows["c2"].id


def test_the_post_itself_is_no_missing_parent(store: Store, channel: int) -> None:
    post = IncomingPost("p9", "News")
    (one,) = take_in(store, channel, comment(1, post=post, parent_remote_id="p9"))
    item = store.read(lambda r: r.comments.get(one))
    assert item is not None
    assert (item.parent_remote_id, item.post_title) == (None, "News")


def test_a_circle_of_parents_ends(store: Store, channel: int) -> None:
    one, two = take_in(store, channel, comment(1, parent_remote_id="c2"), comment(2, parent_remote_id="c1"))
    (alone,) = take_in(store, channel, comment(3, parent_remote_id="c3"))
    for start in (one, two, alone):
        assert start in {item.id for item in store.read(lambda r, s=start: r.comments.thread(s))}


def test_a_long_thread_is_cut_around_the_comment(store: Store, channel: int) -> None:
    take_in(store, channel, comment(0))
    ids = take_in(
        store, channel, *(comment(n, parent_remote_id="c0", posted_at=START + n) for n in range(1, 901))
    )
    thread = store.read(lambda r: r.comments.thread(ids[450]))
    assert len(thread) == 200
    assert ids[450] in {one.id for one in thread}


# ---------------------------------------------------------------------- odd characters


LONE = "caf\udce9 \ud83d broken"
ODD = [
    "",
    " ",
    "\x00",
    "a\x00b\x00",
    LONE,
    "\udfff",
    "👩‍👩‍👧‍👦",
    "\u202eevil\u202c",
    "é" * 50_000,
    "\ufeffbom",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_any_text_comes_back_exactly(store: Store, channel: int, text: str) -> None:
    (one,) = take_in(store, channel, comment(1, text))
    item = store.read(lambda r: r.comments.get(one))
    assert item is not None
    assert item.text == text
    put(store, channel, comment(1, text))
    assert store.read(lambda r: r.comments.revisions(one)) == []
    put(store, channel, comment(1, text + " edited"))
    put(store, channel, comment(1, "plain"))
    assert [older for _, older, _ in store.read(lambda r: r.comments.revisions(one))] == [
        text,
        text + " edited",
    ]
    with raw(store.path) as db:
        db.execute("INSERT INTO comments_fts (comments_fts, rank) VALUES ('integrity-check', 1)")


def test_lone_surrogates_in_every_field_are_no_crash(store: Store, channel: int) -> None:
    author = IncomingAuthor(f"a{LONE}", f"@{LONE}", LONE)
    item = comment(
        LONE,
        LONE,
        author=author,
        post=IncomingPost(f"p{LONE}", LONE, f"https://x.example/{LONE}"),
        parent_remote_id=f"q{LONE}",
        permalink=f"https://x.example/{LONE}",
        language="f\udce9",
        facts={"cid": LONE},
    )
    (one,) = take_in(store, channel, item)
    assert put(store, channel, item).unchanged == 1
    kept = store.read(lambda r: r.comments.get(one))
    assert kept is not None
    assert kept.text == LONE
    assert dict(kept.facts) == {"cid": LONE}


def test_numbers_beyond_64_bits_are_no_crash(store: Store, channel: int) -> None:
    author = IncomingAuthor("a1", "@a", "A", created_at=10**30, followers=10**30)
    item = comment(1, author=author, posted_at=10**30, likes=10**30, replies=-(10**30), edited_at=10**30)
    (one,) = take_in(store, channel, item)
    assert put(store, channel, item).unchanged == 1
    assert store.read(lambda r: r.comments.get(one)) is not None


def test_what_looks_like_sql_is_text(store: Store, channel: int) -> None:
    text = "'; DROP TABLE comments; --"
    (one,) = take_in(store, channel, comment(text, text, author=text, post=text, parent_remote_id=text))
    item = store.read(lambda r: r.comments.get(one))
    assert item is not None
    assert (item.text, item.author_remote_id, item.post_title) == (text, text, f"Post {text}")
