"""The room of pictures on a real console: fetched once, kept within a limit, dropped with the comment, broken off."""

from __future__ import annotations

from concurrent.futures import CancelledError

import pytest

from console.domain.comment import Comment, IncomingAuthor, IncomingComment
from console.domain.errors import EnvironmentFailure, Gone, NotFound, Unsupported
from console.domain.vocabulary import Role
from console.runtime.app import Console
from console.services.pictures import Pictures, offered
from console.services.roles import Actor
from console.store import Store, Tx
from tests.runtime.conftest import Opener, wait_for

LEAD = Actor("lea", Role.LEAD, "tester")


def working(opened: Opener) -> Console:
    """A console that has pulled the practice network."""
    console = opened()
    actor = console.actor()
    console.ensure_practice(actor)
    console.engine.start()
    wait_for(lambda: len(with_pictures(console.store)) >= 3)
    return console


def with_pictures(store: Store) -> list[Comment]:
    found = [store.read(lambda r, one=one: r.comments.get(one)) for one in range(1, 80)]
    return [one for one in found if one is not None and one.facts.get("media")]


def test_a_picture_is_fetched_once_and_dropped_with_its_comment(opened: Opener) -> None:
    console = working(opened)
    comment = with_pictures(console.store)[0]
    first = console.pictures.fetch(int(comment.id), 0).result(10)
    assert first.content.startswith(b"\x89PNG")
    assert console.pictures.size == len(first.content)
    assert console.pictures.fetch(int(comment.id), 0).result(0) is first, "from memory, at once"
    author = console.store.read(lambda r: r.comments.author(comment.author_id))
    assert author is not None
    gone = IncomingComment(
        comment.remote_id, "", IncomingAuthor(author.remote_id, author.handle), comment.posted_at, gone=True
    )

    def work(tx: Tx) -> None:
        tx.comments.upsert(comment.channel_id, "practice", [gone], tx.now)
        tx.changed("comments", (int(comment.id),))

    console.store.write(work).result()
    wait_for(lambda: console.pictures.size == 0)
    with pytest.raises(Gone):
        console.pictures.fetch(int(comment.id), 0).result(10)


def test_what_was_looked_at_longest_ago_goes_first(opened: Opener) -> None:
    console = working(opened)
    some = [int(one.id) for one in with_pictures(console.store)[:3]]
    whole = [len(console.pictures.fetch(one, 0).result(10).content) for one in some]
    room = Pictures(
        console.store, lambda: console.engine.connections, console.engine.submit, limit=sum(whole) - 1
    )
    kept = [room.fetch(one, 0).result(10) for one in some[:2]]
    assert room.fetch(some[0], 0).result(0) is kept[0]
    room.fetch(some[2], 0).result(10)
    assert room.size <= sum(whole) - 1
    assert room.fetch(some[0], 0).result(0) is kept[0], "looked at again: it stays"
    assert room.fetch(some[1], 0).result(10) is not kept[1]


def test_what_cannot_be_fetched_says_why(opened: Opener) -> None:
    console = opened()
    with pytest.raises(EnvironmentFailure):  # before the engine runs
        console.pictures.fetch(1, 0).result(0)
    console.engine.start(work=False)
    with pytest.raises(NotFound):
        console.pictures.fetch(4_000, 0).result(10)
    channel = console.add_channel("file", "old", LEAD)
    item = IncomingComment("1", "hello", IncomingAuthor("a", "a"), 1_700_000_000)
    stored = console.store.write(lambda tx: tx.comments.upsert(channel.id, "file", [item], tx.now)).result()
    with pytest.raises(Unsupported):
        console.pictures.fetch(int(stored.new_ids[0]), 0).result(10)
    assert not offered("file", "image")
    assert offered("practice", "image")
    assert not offered("practice", "video")


def test_a_request_that_is_not_wanted_any_more_is_broken_off(opened: Opener) -> None:
    console = working(opened)
    comment = int(with_pictures(console.store)[0].id)
    going = console.pictures.fetch(comment, 0)
    going.cancel()
    with pytest.raises(CancelledError):
        going.result(5)
    assert console.pictures.fetch(comment, 0).result(10).content
