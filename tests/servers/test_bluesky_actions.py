"""Actions on the real network, judged by the network itself, and a process killed between sending and knowing."""

from __future__ import annotations

import asyncio
import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import httpx
import pytest

from console.domain.decision import ActionRequest
from console.domain.errors import Gone, Invalid, UnknownOutcome, Unsupported
from console.domain.vocabulary import ActionKind as A
from tests.servers.bluesky_console import Console
from tests.servers.network import BlueskyNetwork, Ref, Session, eventually, split_uri
from tests.support.faultserver import Answer, FaultServer, Seen, serving

pytestmark = [pytest.mark.servers, pytest.mark.timeout(240)]

BLOCK = "app.bsky.graph.block"
LIKE = "app.bsky.feed.like"
PUT = "/xrpc/com.atproto.repo.putRecord"


class Scene:
    """A brand, a stranger, a post and a rude reply, all indexed."""

    def __init__(self, network: BlueskyNetwork) -> None:
        self.network = network
        self.brand: Session = network.create_account("brand")
        self.fan: Session = network.create_account("fan")
        self.post: Ref = network.create_post(self.brand, "Our new kettle")
        self.reply: Ref = network.reply_as(self.fan, self.post, "rude words")
        network.settle()
        self.console = Console.of(network, self.brand)

    def request(self, action: A, **more: object) -> ActionRequest:
        return self.console.request(action, self.reply, self.post, **more)

    def gate(self) -> dict[str, object] | None:
        record = self.network.get_record(self.post["uri"].replace("feed.post", "feed.threadgate"))
        return record["value"] if record else None

    def answers(self) -> list[dict[str, object]]:
        return self.network.replies_of(self.brand["did"], self.reply["uri"])


@pytest.fixture
def scene(bluesky: BlueskyNetwork) -> Scene:
    return Scene(bluesky)


def test_a_reply_stands_exactly_once(scene: Scene) -> None:
    text = f"Désolés @{scene.fan['handle']}, voir https://aide.example/é 🙏"
    wanted = scene.request(A.REPLY, text=text, language="fr")
    assert scene.console.reconcile(wanted).state == "not_done"
    first = scene.console.perform(wanted)
    for _ in range(3):
        again = scene.console.perform(wanted)
        assert (again.remote_id, again.already) == (first.remote_id, True)
    (stored,) = scene.answers()
    record = stored["value"]
    assert isinstance(record, dict)
    assert (stored["uri"], record["text"], record["langs"]) == (first.remote_id, text, ["fr"])
    mention, link = record["facets"]
    assert mention["features"][0]["did"] == scene.fan["did"]
    raw = text.encode()
    assert raw[link["index"]["byteStart"] : link["index"]["byteEnd"]].decode() == "https://aide.example/é"
    done = scene.console.reconcile(wanted)
    assert done.state == "done"
    assert done.result is not None
    assert done.result.remote_id == first.remote_id
    scene.network.settle()
    thread = scene.network.get_thread(scene.fan, scene.post["uri"])
    assert [r["post"]["record"]["text"] for r in thread["replies"][0]["replies"]] == [text]
    undo = scene.request(A.DELETE, undo_of=asdict(first))
    assert not scene.console.perform(undo).already
    assert scene.console.perform(undo).already
    assert scene.answers() == []


def test_the_networks_own_limit_is_ours(scene: Scene) -> None:
    family = "👩‍👩‍👧‍👦"
    scene.console.perform(scene.request(A.REPLY, text=family * 100 + "x" * 200))
    with pytest.raises(Invalid) as caught:
        scene.console.perform(scene.request(A.REPLY, text=family * 100 + "x" * 201))
    assert caught.value.code == "too_long"
    assert len(scene.answers()) == 1


def test_hide_and_unhide(scene: Scene) -> None:
    hide, unhide = scene.request(A.HIDE), scene.request(A.UNHIDE)
    assert scene.console.reconcile(hide).state == "not_done"
    assert not scene.console.perform(hide).already
    assert scene.console.perform(hide).already
    gate = scene.gate()
    assert gate is not None
    assert gate["hiddenReplies"] == [scene.reply["uri"]]
    assert "allow" not in gate
    assert scene.console.reconcile(hide).state == "done"
    stranger = scene.network.create_account("reader")
    scene.network.settle()

    def shown() -> list[str]:
        return [item["uri"] for item in scene.network.get_thread_v2(stranger, scene.post["uri"])]

    assert eventually(lambda: scene.reply["uri"] not in shown(), "the reply out of sight")
    assert not scene.console.perform(unhide).already
    assert scene.console.reconcile(unhide).state == "done"
    scene.network.settle()
    assert eventually(lambda: scene.reply["uri"] in shown(), "the reply in sight again")


def test_hiding_keeps_who_may_reply(scene: Scene) -> None:
    repo, _, rkey = split_uri(scene.post["uri"])
    allow = [{"$type": "app.bsky.feed.threadgate#mentionRule"}]
    scene.network.create_record(
        scene.brand, "app.bsky.feed.threadgate", {"post": scene.post["uri"], "allow": allow}, rkey
    )
    scene.console.perform(scene.request(A.HIDE))
    gate = scene.gate()
    assert gate is not None
    assert (gate["allow"], gate["hiddenReplies"]) == (allow, [scene.reply["uri"]])
    assert repo == scene.brand["did"]


def test_two_consoles_hide_at_once(scene: Scene) -> None:
    """Compare-and-swap on the real PDS: no hide overwrites another."""
    replies = [scene.network.reply_as(scene.fan, scene.post, f"{n}") for n in range(6)]
    scene.network.settle()

    async def race() -> None:
        consoles = [scene.console.connector(), scene.console.connector()]
        requests = [scene.console.request(A.HIDE, reply, scene.post) for reply in replies]
        await asyncio.gather(*(consoles[n % 2].perform(r) for n, r in enumerate(requests)))
        for connector in consoles:
            await connector.close()

    asyncio.run(race())
    gate = scene.gate()
    assert gate is not None
    assert sorted(gate["hiddenReplies"]) == sorted(r["uri"] for r in replies)  # type: ignore[call-overload]


def test_only_our_threads_can_hide(scene: Scene) -> None:
    theirs = scene.network.create_post(scene.fan, "my own thread")
    reply = scene.network.reply_as(scene.fan, theirs, "x")
    with pytest.raises(Unsupported):
        scene.console.perform(scene.console.request(A.HIDE, reply, theirs))


@pytest.mark.parametrize("proxied", [False, True])
def test_a_report_reaches_the_moderators(scene: Scene, proxied: bool) -> None:
    if proxied:
        scene.console.options = {"labeler": scene.network.facts.ozone_did}
    wanted = scene.request(A.REPORT, reason="spam")
    result = scene.console.perform(wanted)
    assert result.remote_id is not None
    statuses = eventually(lambda: scene.network.mod_query_statuses(scene.reply["uri"]), "the report in Ozone")
    assert statuses[0]["subject"]["cid"] == scene.reply["cid"]
    assert statuses[0]["reviewState"].endswith("#reviewOpen")
    assert scene.console.reconcile(wanted).state == "cannot_tell"


def test_block_and_unblock(scene: Scene) -> None:
    wanted = scene.request(A.BLOCK)
    first = scene.console.perform(wanted)
    assert scene.console.perform(wanted).already
    assert scene.console.perform(scene.request(A.BLOCK)).already
    records = scene.network.list_records(scene.brand["did"], BLOCK)
    assert [(r["uri"], r["value"]["subject"]) for r in records] == [(first.remote_id, scene.fan["did"])]
    scene.network.settle()
    blocks = scene.network.query("app.bsky.graph.getBlocks", scene.brand)["blocks"]
    assert [b["did"] for b in blocks] == [scene.fan["did"]]
    undo = scene.request(A.UNBLOCK, undo_of=asdict(first))
    assert scene.console.reconcile(undo).state == "not_done"
    assert not scene.console.perform(undo).already
    assert scene.console.perform(undo).already
    assert scene.console.reconcile(undo).state == "done"
    assert scene.network.list_records(scene.brand["did"], BLOCK) == []


def test_mute_and_unmute(scene: Scene) -> None:
    mute, unmute = scene.request(A.MUTE), scene.request(A.UNMUTE)

    def mutes() -> list[str]:
        return [m["did"] for m in scene.network.query("app.bsky.graph.getMutes", scene.brand)["mutes"]]

    assert not scene.console.perform(mute).already
    assert eventually(lambda: mutes() == [scene.fan["did"]], "the mute")
    assert scene.console.reconcile(mute).state == "done"
    assert scene.console.perform(mute).already
    assert not scene.console.perform(unmute).already
    assert eventually(lambda: not mutes(), "the mute gone")
    assert scene.console.reconcile(unmute).state == "done"


def test_like_and_unlike(scene: Scene) -> None:
    wanted = scene.request(A.LIKE)
    first = scene.console.perform(wanted)
    assert scene.console.perform(wanted).already
    scene.network.settle()
    assert scene.network.wait_indexed(scene.fan, scene.reply["uri"])["likeCount"] == 1
    assert scene.console.perform(scene.request(A.LIKE)).remote_id == first.remote_id
    assert not scene.console.perform(scene.request(A.UNLIKE)).already
    assert scene.network.list_records(scene.brand["did"], LIKE) == []


@pytest.mark.parametrize("action", [A.REPLY, A.HIDE, A.LIKE, A.REPORT])
def test_a_comment_deleted_meanwhile(scene: Scene, action: A) -> None:
    wanted = scene.request(action, text="Sorry")
    scene.network.delete(scene.fan, scene.reply["uri"])
    scene.network.settle()
    with pytest.raises(Gone):
        scene.console.perform(wanted)
    assert scene.answers() == []
    assert scene.gate() is None


def test_only_our_own_posts_can_be_deleted(scene: Scene) -> None:
    with pytest.raises(Unsupported):
        scene.console.perform(scene.request(A.DELETE))
    assert scene.network.get_record(scene.reply["uri"]) is not None


# ---------------------------------------------------------------------- crashes


class Wire:
    """Stands between console and PDS; may swallow a write, before it arrives or after it took effect."""

    def __init__(self, network: BlueskyNetwork) -> None:
        self._pds = network.pds
        self._http = httpx.Client(timeout=30, trust_env=False)
        self.hold = ""  # "request": the write never arrives; "answer": it takes effect and nobody hears of it
        self.held = threading.Event()
        self.drop = False

    def handle(self, seen: Seen) -> Answer:
        writes = seen.path == PUT
        lost = Answer(reset=True) if self.drop else Answer(delay=60)
        if writes and self.hold == "request":
            self.held.set()
            return lost
        headers = {
            k: v for k, v in seen.headers.items() if k in ("authorization", "content-type", "atproto-proxy")
        }
        answer = self._http.request(
            seen.method, self._pds + seen.path, params=seen.query, content=seen.body, headers=headers
        )
        if writes and self.hold == "answer":
            self.held.set()
            return lost
        body = answer.json() if answer.content else {}
        body.pop("didDoc", None)  # it would lead round this wire
        return Answer(answer.status_code, body)

    def close(self) -> None:
        self._http.close()


@pytest.fixture
def wire(bluesky: BlueskyNetwork) -> Iterator[tuple[Wire, FaultServer]]:
    made = Wire(bluesky)
    with serving(made.handle) as server:
        yield made, server
    made.close()


CHILD = """
import asyncio, json, sys
from console.connectors.registry import MemorySessionStore, connect
from console.domain.comment import Channel, ChannelId
from console.services.requests import request_of
from console.runtime.clock import SystemClock

async def main(server, handle, secret, requests):
    channel = Channel(ChannelId(1), "bluesky", "t", server=server, handle=handle)
    connector = connect(channel, secret, MemorySessionStore(), SystemClock())
    for request in requests:
        await connector.perform(request_of(request))

asyncio.run(main(*json.load(sys.stdin)))
"""


def start_child(
    console: Console, server: str, requests: list[ActionRequest], log: Path
) -> subprocess.Popen[bytes]:
    """A process of its own that performs ``requests`` one after the other."""
    with log.open("wb") as out:
        child = subprocess.Popen([sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=out, stderr=out)
    stored = [{**asdict(r), "action": r.action.value} for r in requests]
    assert child.stdin is not None
    child.stdin.write(json.dumps([server, console.handle, console.secret, stored]).encode())
    child.stdin.close()
    return child


@pytest.mark.parametrize(("hold", "state"), [("answer", "done"), ("request", "not_done")])
def test_killed_between_sending_and_knowing(
    scene: Scene, wire: tuple[Wire, FaultServer], tmp_path: Path, hold: str, state: str
) -> None:
    made, server = wire
    made.hold = hold
    wanted = scene.request(A.REPLY, text="Sorry about that")
    child = start_child(scene.console, server.url, [wanted], tmp_path / "log")
    held = made.held.wait(30)
    child.kill()
    assert child.wait(10) == -9
    assert held, (tmp_path / "log").read_text()
    assert scene.console.reconcile(wanted).state == state
    scene.console.perform(wanted)
    assert len(scene.answers()) == 1


@pytest.mark.parametrize("hold", ["answer", "request"])
def test_a_connection_lost_in_the_middle(scene: Scene, wire: tuple[Wire, FaultServer], hold: str) -> None:
    made, server = wire
    made.hold, made.drop = hold, True
    through_wire = Console(server.url, scene.console.handle, scene.console.secret)
    # The block comes last: once it is indexed, the view keeps the comment from us and a like is refused.
    for action, text in ((A.REPLY, "Sorry"), (A.HIDE, ""), (A.LIKE, ""), (A.BLOCK, "")):
        wanted = scene.request(action, text=text)
        with pytest.raises(UnknownOutcome):
            through_wire.perform(wanted)
        assert scene.console.reconcile(wanted).state == ("done" if hold == "answer" else "not_done")
    scene.console.perform(scene.request(A.UNBLOCK))


def test_killed_at_random_moments(scene: Scene, tmp_path: Path) -> None:
    chance = random.Random()
    seed = chance.randrange(10**6)
    chance.seed(seed)
    wanted = [scene.request(A.REPLY, text=f"Answer {n}") for n in range(24)]
    for attempt in range(4):
        child = start_child(scene.console, scene.network.pds, wanted, tmp_path / f"log{attempt}")
        before = len(scene.answers())
        # Wait until it is at work (or through), then kill it anywhere in the next moments.
        eventually(
            lambda c=child, b=before: c.poll() is not None or len(scene.answers()) > b, "the child at work"
        )
        time.sleep(chance.random() / 5)
        child.kill()
        child.wait(10)
    for request in wanted:
        if scene.console.reconcile(request).state == "not_done":
            scene.console.perform(request)
    texts = sorted(str(a["value"]["text"]) for a in scene.answers())  # type: ignore[index]
    assert texts == sorted(r.text for r in wanted), f"seed {seed}"
