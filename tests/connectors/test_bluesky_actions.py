"""Actions: repeats, races, limits, undoing, lost answers and what a read-back then says."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, TypeVar

import pytest

from console.connectors.bluesky import connect
from console.connectors.bluesky.connector import BlueskyConnector
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, ChannelId
from console.domain.decision import ActionRequest, ActionResult
from console.domain.errors import (
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    Transient,
    UnknownOutcome,
    Unsupported,
)
from console.domain.vocabulary import ActionKind as A
from tests.support.bluesky_server import FAN, ME, PASSWORD, POST, FakeBluesky, fake_bluesky, refuse
from tests.support.faultserver import Answer, TestClock

T = TypeVar("T")
PUT = "/xrpc/com.atproto.repo.putRecord"
DELETE = "/xrpc/com.atproto.repo.deleteRecord"
REPORT = "/xrpc/com.atproto.moderation.createReport"
BLOCK = "app.bsky.graph.block"
LIKE = "app.bsky.feed.like"
CLOCK = TestClock()


@pytest.fixture
def fake() -> Iterator[FakeBluesky]:
    with fake_bluesky() as running:
        yield running


@pytest.fixture
def thread(fake: FakeBluesky) -> tuple[str, str]:
    root = fake.post(ME, "root")
    return root, fake.post(FAN, "rude", parent=root)


def gate_of(root: str) -> str:
    return root.replace("feed.post", "feed.threadgate")


def request(fake: FakeBluesky, action: A, target: str, **more: Any) -> ActionRequest:
    record = fake.records.get(target, {"cid": "c", "value": {}})
    facts: dict[str, Any] = {"cid": record["cid"], **(record["value"].get("reply") or {})}
    values = {
        "author_remote_id": target.split("/")[2],
        "facts": facts,
        "key": f"{CLOCK.now_us():032x}",
        **more,
    }
    return ActionRequest(action=action, created_at_us=CLOCK.now_us(), target=target, **values)


def run(
    fake: FakeBluesky,
    use: Callable[[BlueskyConnector], Awaitable[T]],
    options: Mapping[str, Any] | None = None,
) -> T:
    channel = Channel(
        ChannelId(1), "bluesky", "b", server=fake.server.url, handle="brand.test", options=options or {}
    )

    async def go() -> T:
        connector = connect(channel, PASSWORD, MemorySessionStore(), CLOCK)
        try:
            return await use(connector)
        finally:
            await connector.close()

    return asyncio.run(go())


def perform(fake: FakeBluesky, wanted: ActionRequest) -> ActionResult:
    return run(fake, lambda c: c.perform(wanted))


def state(fake: FakeBluesky, wanted: ActionRequest) -> str:
    return run(fake, lambda c: c.reconcile(wanted)).state


def failing(fake: FakeBluesky, wanted: ActionRequest, kind: type[ConnectorError]) -> str:
    with pytest.raises(ConnectorError) as caught:
        perform(fake, wanted)
    assert type(caught.value) is kind
    return caught.value.code


def test_a_reply_and_its_repeats(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    root, target = thread
    wanted = request(fake, A.REPLY, target, text="Voilà https://a.example", language="fr")
    assert state(fake, wanted) == "not_done"
    first = perform(fake, wanted)
    assert not first.already
    assert state(fake, wanted) == "done"
    again = perform(fake, wanted)
    assert (again.remote_id, again.already) == (first.remote_id, True)
    (record,) = [r["value"] for r in fake.of(ME, POST) if "reply" in r["value"]]
    assert record["text"] == "Voilà https://a.example"
    assert record["langs"] == ["fr"]
    assert record["reply"]["root"]["uri"] == root
    assert record["reply"]["parent"] == {"uri": target, "cid": fake.records[target]["cid"]}
    assert record["facets"][0]["index"] == {"byteStart": 7, "byteEnd": 24}
    other = request(fake, A.REPLY, target, text="Voilà https://a.example")
    assert perform(fake, other).remote_id != first.remote_id  # another intent, another reply


@pytest.mark.parametrize("fault", [Answer(reset=True), Answer(status=500), Answer(body=b'{"uri": "at:')])
def test_a_lost_answer_never_makes_a_second_reply(
    fake: FakeBluesky, thread: tuple[str, str], fault: Answer
) -> None:
    wanted = request(fake, A.REPLY, thread[1], text="Sorry")
    real = fake.handle

    def carried_out_but_lost(seen: Any) -> Answer:
        answer = real(seen)
        if seen.path == PUT and len(fake.server.requests(PUT)) == 1:
            return fault
        return answer

    fake.server.handle = carried_out_but_lost
    assert failing(fake, wanted, UnknownOutcome)
    assert state(fake, wanted) == "done"
    assert perform(fake, wanted).already
    assert len([r for r in fake.of(ME, POST) if "reply" in r["value"]]) == 1


def test_a_key_that_is_taken_is_never_overwritten(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    wanted = request(fake, A.REPLY, thread[1], text="Sorry")
    uri = perform(fake, wanted).remote_id
    assert uri is not None
    fake.records[uri]["value"] = {**fake.records[uri]["value"], "text": "something else"}
    assert failing(fake, wanted, Invalid) == "bluesky_key_taken"
    assert fake.records[uri]["value"]["text"] == "something else"


@pytest.mark.parametrize(("text", "code"), [("x" * 301, "too_long"), ("  ", "empty_text")])
def test_bad_texts_do_not_leave(fake: FakeBluesky, thread: tuple[str, str], text: str, code: str) -> None:
    assert failing(fake, request(fake, A.REPLY, thread[1], text=text), Invalid) == code
    assert fake.server.seen == []


@pytest.mark.parametrize("action", [A.REPLY, A.HIDE, A.LIKE, A.REPORT])
def test_a_deleted_comment_is_gone(fake: FakeBluesky, thread: tuple[str, str], action: A) -> None:
    wanted = request(fake, action, thread[1], text="x")
    del fake.records[thread[1]]
    assert failing(fake, wanted, Gone) == "gone"
    assert not fake.server.requests(PUT)
    assert not fake.server.requests(REPORT)


def test_a_blocked_comment_is_not_gone(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    fake.blocked.add(FAN)
    wanted = request(fake, A.REPLY, thread[1], text="x")
    assert failing(fake, wanted, ForbiddenByPlatform) == "bluesky_blocked"


# ---------------------------------------------------------------------- hide


def test_hide_and_unhide_keep_the_rest_of_the_gate(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    root, target = thread
    found = {
        "post": root,
        "createdAt": "x",
        "allow": [{"$type": "t#mentionRule"}],
        "new": 1,
        "hiddenReplies": ["a"],
    }
    fake.put(gate_of(root), found)
    hide, unhide = request(fake, A.HIDE, target), request(fake, A.UNHIDE, target)
    assert state(fake, hide) == "not_done"
    assert not perform(fake, hide).already
    assert fake.records[gate_of(root)]["value"] == {**found, "hiddenReplies": ["a", target]}
    assert (state(fake, hide), state(fake, unhide)) == ("done", "not_done")
    assert perform(fake, hide).already
    assert not perform(fake, unhide).already
    assert fake.records[gate_of(root)]["value"] == found
    assert perform(fake, unhide).already


def test_a_new_gate_leaves_replying_open(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    root, target = thread
    assert perform(fake, request(fake, A.UNHIDE, target)).already
    assert gate_of(root) not in fake.records
    perform(fake, request(fake, A.HIDE, target))
    gate = fake.records[gate_of(root)]["value"]
    assert set(gate) == {"$type", "post", "createdAt", "hiddenReplies"}
    assert (gate["post"], gate["hiddenReplies"]) == (root, [target])


def test_two_moderators_hide_at_the_same_time(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    root, _ = thread
    targets = [fake.post(FAN, f"{n}", parent=root) for n in range(4)]

    async def use(connector: BlueskyConnector) -> None:
        await asyncio.gather(*(connector.perform(request(fake, A.HIDE, t)) for t in targets))

    run(fake, use)
    assert sorted(fake.records[gate_of(root)]["value"]["hiddenReplies"]) == sorted(targets)


def test_endless_races_end(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    fake.server.inject(PUT, *[refuse("InvalidSwap")] * 20)
    assert failing(fake, request(fake, A.HIDE, thread[1]), Transient) == "bluesky_swap"


def test_the_limit_of_hidden_replies(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    root, target = thread
    full = [fake.post(FAN, f"{n}", parent=root) for n in range(300)]
    fake.put(gate_of(root), {"post": root, "hiddenReplies": full})
    wanted = request(fake, A.HIDE, target)
    assert failing(fake, wanted, Invalid) == "bluesky_hidden_limit"
    fake.blocked.add("did:plc:nobody")
    for uri in full[10:12]:
        del fake.records[uri]
    perform(fake, wanted)
    hidden = fake.records[gate_of(root)]["value"]["hiddenReplies"]
    assert hidden == [*full[:10], *full[12:], target]


def test_only_own_threads_can_hide(fake: FakeBluesky) -> None:
    theirs = fake.post(FAN, "theirs")
    reply = fake.post(FAN, "reply", parent=theirs)
    wanted = request(fake, A.HIDE, reply)
    assert failing(fake, wanted, Unsupported) == "bluesky_hide_own_threads"
    assert failing(fake, request(fake, A.HIDE, theirs, facts={}), Unsupported)


# ---------------------------------------------------------------------- the rest


@pytest.mark.parametrize(
    ("do", "undo", "collection"), [(A.BLOCK, A.UNBLOCK, BLOCK), (A.LIKE, A.UNLIKE, LIKE)]
)
def test_block_and_like(fake: FakeBluesky, thread: tuple[str, str], do: A, undo: A, collection: str) -> None:
    wanted = request(fake, do, thread[1])
    assert state(fake, wanted) == "not_done"
    result = perform(fake, wanted)
    assert not result.already
    assert (state(fake, wanted), perform(fake, wanted).already) == ("done", True)
    # The view lags behind here: a second intent finds the record in the repository.
    if do is A.BLOCK:
        assert perform(fake, request(fake, do, thread[1])).already
    assert len(fake.of(ME, collection)) == 1
    back = request(fake, undo, thread[1], undo_of=asdict(result))
    assert state(fake, back) == "not_done"
    assert not perform(fake, back).already
    assert fake.of(ME, collection) == []
    assert (state(fake, back), perform(fake, back).already) == ("done", True)


def test_unblock_without_a_remembered_result(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    perform(fake, request(fake, A.BLOCK, thread[1]))
    perform(fake, request(fake, A.UNBLOCK, thread[1]))
    assert fake.of(ME, BLOCK) == []


def test_undoing_a_reply_deletes_it(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    done = perform(fake, request(fake, A.REPLY, thread[1], text="oops"))
    undo = request(fake, A.DELETE, thread[1], undo_of=asdict(done))
    assert state(fake, undo) == "not_done"
    assert not perform(fake, undo).already
    assert done.remote_id not in fake.records
    assert thread[1] in fake.records
    assert (state(fake, undo), perform(fake, undo).already) == ("done", True)


def test_only_own_posts_can_be_deleted(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    assert failing(fake, request(fake, A.DELETE, thread[1]), Unsupported) == "bluesky_delete_own_only"
    own = fake.post(ME, "ours", parent=thread[1])
    assert not perform(fake, request(fake, A.DELETE, own)).already
    stray = {"remote_id": f"at://{FAN}/{POST}/3kx"}
    assert failing(fake, request(fake, A.DELETE, own, undo_of=stray), Unsupported)
    assert failing(fake, request(fake, A.DELETE, own, undo_of={"remote_id": "77"}), Invalid) == "bad_target"


def test_reports_go_where_the_channel_says(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    wanted = request(fake, A.REPORT, thread[1], reason="spam")
    assert perform(fake, wanted).remote_id == "77"
    run(fake, lambda c: c.perform(wanted), {"labeler": "did:plc:mods"})
    plain, proxied = fake.server.requests(REPORT)
    assert "atproto-proxy" not in plain.headers
    assert proxied.headers["atproto-proxy"] == "did:plc:mods#atproto_labeler"
    assert proxied.json()["subject"]["cid"] == fake.records[thread[1]]["cid"]
    assert state(fake, wanted) == "cannot_tell"


@pytest.mark.parametrize("fault", [Answer(reset=True), Answer(status=502)])
def test_a_lost_report_is_for_a_person_to_judge(
    fake: FakeBluesky, thread: tuple[str, str], fault: Answer
) -> None:
    wanted = request(fake, A.REPORT, thread[1])
    fake.server.inject(REPORT, fault)
    failing(fake, wanted, UnknownOutcome)
    assert state(fake, wanted) == "cannot_tell"


def test_unknown_actions_and_targets(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    assert failing(fake, request(fake, A.SNOOZE, thread[1]), Unsupported)
    assert failing(fake, request(fake, A.LIKE, "https://bsky.app/x/y"), Invalid) == "bad_target"
    assert failing(fake, request(fake, A.BLOCK, thread[1], author_remote_id="joe"), Invalid) == "bad_target"


def test_an_outage_before_the_write_is_transient(fake: FakeBluesky, thread: tuple[str, str]) -> None:
    fake.server.inject("/xrpc/app.bsky.feed.getPosts", Answer(status=502, body={"error": "UpstreamFailure"}))
    failing(fake, request(fake, A.REPLY, thread[1], text="x"), Transient)
    assert not fake.server.requests(PUT)


def test_check_names_what_will_not_work(fake: FakeBluesky) -> None:
    info = run(fake, lambda c: c.check())
    assert (info.remote_id, info.handle, info.server, info.warnings) == (
        ME,
        "brand.test",
        fake.server.url,
        (),
    )
    fake.server.inject("/xrpc/app.bsky.actor.getProfiles", Answer(status=502))
    assert run(fake, lambda c: c.check()).warnings == ("bluesky_views_away",)


@pytest.mark.parametrize("action", [A.MUTE, A.UNMUTE])
def test_a_mute_is_sent_whatever_the_view_says_of_it(
    fake: FakeBluesky, thread: tuple[str, str], action: A
) -> None:
    """The view lags: an unmute right behind its mute finds nothing muted there, and left the account muted for good."""
    path = "/xrpc/app.bsky.graph." + ("muteActor" if action is A.MUTE else "unmuteActor")
    viewer = {"muted": action is A.MUTE}
    fake.server.inject(
        "/xrpc/app.bsky.actor.getProfiles", Answer(body={"profiles": [{"did": FAN, "viewer": viewer}]})
    )
    fake.server.inject(path, Answer(body=b""))
    result = perform(fake, request(fake, action, thread[1]))
    assert result.already
    assert [one.json() for one in fake.server.requests(path)] == [{"actor": FAN}]
