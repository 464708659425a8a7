"""Pulls from the real network: replies, mentions, quotes, nested and hasty replies, deletions, hidden ones."""

from __future__ import annotations

import pytest

from console.connectors.bluesky.connector import BlueskyConnector
from console.domain.vocabulary import ActionKind
from tests.servers.bluesky_console import Console
from tests.servers.network import BlueskyNetwork, eventually

pytestmark = [pytest.mark.servers, pytest.mark.timeout(240)]


def test_a_stranger_replies_mentions_and_quotes(bluesky: BlueskyNetwork) -> None:
    brand, fan = bluesky.create_account("brand"), bluesky.create_account("fan")
    post = bluesky.create_post(brand, "Our new kettle", langs=["en"])
    reply = bluesky.reply_as(fan, post, "Elle fuit 😡", langs=["fr"])
    nested = bluesky.reply_as(fan, reply, "et encore", root=post)
    mention = bluesky.mention_as(fan, brand, "salut")
    quote = bluesky.quote_as(fan, post, "regardez")
    own = bluesky.reply_as(brand, reply, "Désolés", root=post)
    bluesky.settle()
    console = Console.of(bluesky, brand)
    found = console.pull()
    assert {c["uri"] for c in (reply, nested, mention, quote, own)} == set(found)
    comment = found[reply["uri"]]
    assert (comment.text, comment.language, comment.relation) == ("Elle fuit 😡", "fr", "comment")
    assert (comment.author.remote_id, comment.author.handle) == (fan["did"], fan["handle"])
    assert comment.author.followers == 0
    assert comment.facts["cid"] == reply["cid"]
    assert comment.facts["root"] == post
    assert comment.facts["root_is_ours"] is True
    assert comment.post is not None
    assert (comment.post.remote_id, comment.post.title) == (post["uri"], "Our new kettle")
    assert comment.replies == 2
    assert found[nested["uri"]].parent_remote_id == reply["uri"]
    assert [c.remote_id for c in found.values() if c.ours] == [own["uri"]]
    assert (found[mention["uri"]].relation, found[mention["uri"]].post) == ("mention", None)
    assert found[quote["uri"]].relation == "quote"
    # A fresh process reads the overlap again, but nothing that it did not deliver before.
    assert set(console.pull()) <= set(found)


def test_a_running_console_is_not_told_twice(bluesky: BlueskyNetwork) -> None:
    brand, fan = bluesky.create_account("brand"), bluesky.create_account("fan")
    post = bluesky.create_post(brand, "root")
    written = {bluesky.reply_as(fan, post, f"{n}")["uri"] for n in range(3)}
    written.add(bluesky.mention_as(fan, brand)["uri"])
    bluesky.settle()
    console = Console.of(bluesky, brand)

    async def use(connector: BlueskyConnector) -> None:
        first = await connector.pull(None)
        assert {c.remote_id for c in first.comments} == written
        assert (await connector.pull(first.cursor)).comments == ()

    console.run(use)


def test_replies_within_milliseconds_are_not_missed(bluesky: BlueskyNetwork) -> None:
    """Replies indexed before their root never get a notification; the sweep finds them all the same."""
    brand, fan = bluesky.create_account("brand"), bluesky.create_account("fan")
    written = set()
    for n in range(12):
        post = bluesky.create_post(brand, f"post {n}")
        written.add(bluesky.reply_as(fan, post, f"first! {n}", hasty=True)["uri"])
    bluesky.settle()
    assert set(Console.of(bluesky, brand).pull()) == written


def test_the_reply_to_an_old_reply_is_found_by_a_later_pull(bluesky: BlueskyNetwork) -> None:
    brand, fan, other = (bluesky.create_account(n) for n in ("brand", "fan", "other"))
    post = bluesky.create_post(brand, "root")
    chain = [bluesky.reply_as(fan, post, "level 1")]
    for level in range(2, 9):  # deeper than the index notifies the author of the root
        chain.append(bluesky.reply_as(other, chain[-1], f"level {level}", root=post))
    bluesky.settle()
    console = Console.of(bluesky, brand)
    assert set(console.pull()) == {c["uri"] for c in chain}
    late = bluesky.reply_as(fan, chain[-1], "level 9", root=post)
    bluesky.settle()
    assert late["uri"] in console.pull()


def test_a_backdated_reply_is_found(bluesky: BlueskyNetwork) -> None:
    brand, fan = bluesky.create_account("brand"), bluesky.create_account("fan")
    post = bluesky.create_post(brand, "root")
    bluesky.reply_as(fan, post, "now")
    bluesky.settle()
    console = Console.of(bluesky, brand)
    console.pull()
    old = bluesky.reply_as(fan, post, "from 1999", createdAt="1999-12-31T00:00:00.000Z")
    bluesky.settle()
    found = console.pull()
    comment = found[old["uri"]]
    assert comment.post is not None
    assert comment.post.posted_at is not None
    assert comment.posted_at >= comment.post.posted_at
    assert "claimed_at" in comment.facts


def test_a_muted_and_a_blocked_stranger(bluesky: BlueskyNetwork) -> None:
    """The index keeps their notifications back: a muted one is still found, a blocked one is not called deleted."""
    brand, muted, blocked = (bluesky.create_account(n) for n in ("brand", "muted", "blocked"))
    post = bluesky.create_post(brand, "root")
    console = Console.of(bluesky, brand)
    before = bluesky.reply_as(blocked, post, "before the block")
    bluesky.settle()
    assert before["uri"] in console.pull()
    bluesky.procedure("app.bsky.graph.muteActor", brand, actor=muted["did"])
    console.perform(console.request(ActionKind.BLOCK, before, post))
    whisper = bluesky.reply_as(muted, post, "can you hear me")
    bluesky.settle()
    found = console.pull()
    assert whisper["uri"] in found
    assert before["uri"] not in found
    assert console.run(lambda c: c.recheck([before["uri"]])) == {}


def test_deleted_and_hidden_replies(bluesky: BlueskyNetwork) -> None:
    brand, fan = bluesky.create_account("brand"), bluesky.create_account("fan")
    post = bluesky.create_post(brand, "root")
    stays, goes = bluesky.reply_as(fan, post, "rude"), bluesky.reply_as(fan, post, "regretted")
    bluesky.settle()
    console = Console.of(bluesky, brand)

    async def use(connector: BlueskyConnector) -> None:
        pull = connector.pull
        page = await pull(None)
        assert {c.remote_id for c in page.comments} == {stays["uri"], goes["uri"]}
        await connector.perform(console.request(ActionKind.HIDE, stays, post))
        bluesky.delete(fan, goes["uri"])
        bluesky.settle()
        page = await pull(page.cursor)
        found = {c.remote_id: c for c in page.comments}
        assert found[stays["uri"]].hidden is True
        assert found[goes["uri"]].gone is True

    console.run(use)
    checked = console.run(lambda c: c.recheck([stays["uri"], goes["uri"]]))
    assert checked[goes["uri"]] is None
    present = checked[stays["uri"]]
    assert present is not None
    assert present.hidden is True


def test_a_poll_sees_a_new_reply_soon(bluesky: BlueskyNetwork) -> None:
    """Nobody calls settle in real life: polling alone brings the reply."""
    brand, fan = bluesky.create_account("brand"), bluesky.create_account("fan")
    post = bluesky.create_post(brand, "root")
    console = Console.of(bluesky, brand)
    console.pull()
    reply = bluesky.reply_as(fan, post, "hello?")
    assert eventually(lambda: reply["uri"] in console.pull(), "the reply in a pull", seconds=15)
