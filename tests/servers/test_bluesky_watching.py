"""Watch terms on the real network: its own search, whose fallback knows words and authors and pages by a cursor."""

from __future__ import annotations

import uuid

import pytest

from tests.servers.bluesky_console import Console
from tests.servers.network import BlueskyNetwork

pytestmark = [pytest.mark.servers, pytest.mark.timeout(240)]


def test_words_tags_and_accounts_are_found_in_the_network(bluesky: BlueskyNetwork) -> None:
    brand, fan, other = (bluesky.create_account(n) for n in ("brand", "fan", "other"))
    word = f"k{uuid.uuid4().hex[:12]}"
    post = bluesky.create_post(brand, f"our {word}")
    reply = bluesky.reply_as(other, post, f"this {word} leaks")
    hit = bluesky.create_post(other, f"my {word} is new")
    tag = bluesky.create_post(other, f"morning #{word[::-1]}")
    hers = bluesky.create_post(fan, "nothing of interest")
    answer = bluesky.reply_as(fan, hit, f"nice {word}")
    bluesky.create_post(other, "not looked for")
    bluesky.settle()
    watches = [
        {"kind": "keyword", "text": word},
        {"kind": "hashtag", "text": word[::-1]},
        {"kind": "account", "text": f"@{fan['handle']}"},
    ]
    console = Console.of(bluesky, brand, watches=watches)
    found = console.pull()
    assert {one: (found[one].relation, found[one].facts.get("watch")) for one in found} == {
        reply["uri"]: ("comment", None),
        hit["uri"]: ("mention", word),
        tag["uri"]: ("mention", f"#{word[::-1]}"),
        hers["uri"]: ("mention", f"@{fan['handle']}"),
        answer["uri"]: ("mention", word),
    }
    around = found[answer["uri"]].post
    assert around is not None
    assert around.remote_id == hit["uri"]
    gone = hit["uri"]
    bluesky.delete(other, gone)
    later = bluesky.create_post(other, f"one more {word}")
    bluesky.settle()
    assert later["uri"] in console.pull()
    checked = console.run(lambda c: c.recheck([gone, later["uri"]]))
    assert checked[gone] is None
    assert checked[later["uri"]] is not None


def test_more_hits_than_a_page(bluesky: BlueskyNetwork) -> None:
    brand, fan = bluesky.create_account("brand"), bluesky.create_account("fan")
    word = f"k{uuid.uuid4().hex[:12]}"
    console = Console.of(bluesky, brand, watches=[{"kind": "keyword", "text": word}])
    assert console.pull() == {}
    made = {bluesky.create_post(fan, f"{word} {number}")["uri"] for number in range(230)}
    bluesky.settle()
    assert set(console.pull()) == made
    assert not set(console.pull()) - made
