"""Actions on YouTube: each with its way back, what cannot come back, lost answers, and looking again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict, replace
from functools import partial
from typing import Any, TypeVar

import pytest

from console.connectors.sessions import MemorySessionStore
from console.connectors.shown import shown
from console.connectors.youtube import SPEC, actions, connect
from console.connectors.youtube.connector import YoutubeConnector
from console.domain.comment import Channel, ChannelId
from console.domain.decision import ActionRequest, Reconciled
from console.domain.errors import (
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    QuotaExhausted,
    RateLimited,
    Transient,
    UnknownOutcome,
    Unsupported,
)
from console.domain.vocabulary import LOCAL_ACTIONS
from console.domain.vocabulary import ActionKind as A
from tests.support.desk import FixedClock, using
from tests.support.faultserver import Answer, Seen
from tests.support.youtube_server import EPOCH, FAN, ME, TROLL, VIDEO, FakeYoutube, fake_youtube, refuse

T = TypeVar("T")
COMMENTS = "/youtube/v3/comments"
STATUS = "/youtube/v3/comments/setModerationStatus"


CLOCK = FixedClock(EPOCH + 40_000)  # where the fake writes its own replies


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeYoutube]:
    monkeypatch.setattr(actions, "READ_BACK", (0.0, 0.01))
    with fake_youtube() as running:
        yield running


def request(action: A, target: str, **more: Any) -> ActionRequest:
    values = {"author_remote_id": TROLL, "facts": {"video": VIDEO}, "key": f"{CLOCK.now_us():032x}", **more}
    return ActionRequest(action=action, created_at_us=CLOCK.now_us(), target=target, **values)


def run(fake: FakeYoutube, use: Callable[[YoutubeConnector], Awaitable[T]], **options: Any) -> T:
    channel = Channel(ChannelId(1), "youtube", "y", server=fake.server.url, handle=ME, options=options)
    return using(lambda: connect(channel, fake.access, MemorySessionStore(), CLOCK), use)


def refused(fake: FakeYoutube, kind: type[ConnectorError], wanted: ActionRequest) -> ConnectorError:
    with pytest.raises(ConnectorError) as caught:
        run(fake, lambda connector: connector.perform(wanted))
    assert type(caught.value) is kind
    return caught.value


def reconciled(fake: FakeYoutube, wanted: ActionRequest) -> Reconciled:
    return run(fake, lambda connector: connector.reconcile(wanted))


def test_a_reply_goes_to_the_thread_and_undo_deletes_it(fake: FakeYoutube) -> None:
    top = fake.comment("It leaks")
    other = fake.comment("Mine too", parent=top, author=TROLL)

    async def use(connector: YoutubeConnector) -> None:
        done = await connector.perform(request(A.REPLY, other, text="Sorry, write to us"))
        assert done.remote_id is not None
        assert fake.comments[done.remote_id]["parentId"] == top  # replies to replies do not exist there
        assert done.permalink == f"https://www.youtube.com/watch?v={VIDEO}&lc={done.remote_id}"
        undo = request(A.DELETE, other, undo_of=asdict(done))
        await connector.perform(undo)
        assert done.remote_id not in fake.comments
        assert fake.status(other) == "published"
        again = await connector.perform(undo)
        assert again.already

    run(fake, use)
    assert [seen.method for seen in fake.server.requests(COMMENTS)].count("DELETE") == 2


@pytest.mark.parametrize(
    ("action", "status"),
    [(A.HIDE, "heldForReview"), (A.DELETE, "rejected"), (A.UNHIDE, "published"), (A.BLOCK, "rejected")],
)
def test_status(fake: FakeYoutube, action: A, status: str) -> None:
    rude = fake.comment("rude", author=TROLL)
    wanted = request(action, rude)

    async def use(connector: YoutubeConnector) -> None:
        for _ in range(2):  # a repeat leads to the same end
            done = await connector.perform(wanted)
            assert done.details["moderation"] == status

    run(fake, use)
    assert fake.status(rude) == status
    assert fake.banned == ({TROLL} if action is A.BLOCK else set())


def test_hide_and_its_undo(fake: FakeYoutube) -> None:
    rude = fake.comment("rude", author=TROLL)

    async def use(connector: YoutubeConnector) -> None:
        hidden = await connector.perform(request(A.HIDE, rude))
        assert fake.status(rude) == "heldForReview"
        await connector.perform(request(A.UNHIDE, rude, undo_of=asdict(hidden)))
        assert fake.status(rude) == "published"

    run(fake, use)


def test_what_no_call_can_do(fake: FakeYoutube) -> None:
    rude = fake.comment("rude", author=TROLL)
    for action in (A.REPORT, A.UNBLOCK):
        assert refused(fake, Unsupported, request(action, rude)).code == "by_hand"
    for action in (A.LIKE, A.UNLIKE, A.MUTE, A.UNMUTE):
        refused(fake, Unsupported, request(action, rude))
    held = request(A.UNHIDE, rude, facts={"moderation": "rejected"})
    assert refused(fake, Unsupported, held).code == "youtube_rejected"
    assert refused(fake, Invalid, request(A.HIDE, "a,b")).code == "bad_target"
    assert refused(fake, Invalid, request(A.REPLY, rude, text=" ")).code == "empty_text"
    assert refused(fake, Invalid, request(A.REPLY, rude, text="x" * 10_001)).code == "too_long"
    assert fake.server.seen == []


def test_what_is_gone(fake: FakeYoutube) -> None:
    rude = fake.comment("rude", author=TROLL)
    mine = fake.comment("ours", author=ME)
    del fake.comments[rude], fake.comments[mine]
    for action in (A.HIDE, A.UNHIDE, A.DELETE, A.BLOCK):
        refused(fake, Gone, request(action, rude))
    refused(fake, Gone, request(A.REPLY, rude, text="hello"))
    done = run(fake, lambda c: c.perform(request(A.DELETE, mine, author_remote_id=ME)))
    assert (done.already, done.code) == (True, "gone")


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (refuse(403, "forbidden"), ForbiddenByPlatform, "forbidden"),
        (refuse(400, "processingFailure"), Invalid, "invalid"),
        (refuse(403, "quotaExceeded"), QuotaExhausted, "quota_exhausted"),
        (refuse(403, "rateLimitExceeded"), RateLimited, "rate_limited"),
        (Answer(429, None, {"retry-after": "5"}), RateLimited, "rate_limited"),
        (Answer(500), UnknownOutcome, "server_error"),
        (Answer(reset=True), UnknownOutcome, "connection_lost"),
    ],
)
def test_refusals_of_a_status(
    fake: FakeYoutube, answer: Answer, kind: type[ConnectorError], code: str
) -> None:
    rude = fake.comment("rude", author=TROLL)
    fake.server.inject(STATUS, answer)
    error = refused(fake, kind, request(A.HIDE, rude))
    assert error.code == code
    assert "rude" not in repr(error.params)


def test_a_reply_that_was_created_and_answered_with_a_refusal(fake: FakeYoutube) -> None:
    top = fake.comment("It leaks")
    real = fake.handle

    def handle(seen: Seen) -> Answer:
        answer = real(seen)
        return refuse(400, "processingFailure") if seen.method == "POST" else answer

    fake.server.handle = handle
    done = run(fake, lambda c: c.perform(request(A.REPLY, top, text="Sorry")))
    assert done.already
    assert fake.replies(top) == [done.remote_id]


def test_a_refusal_that_created_nothing_stays_one(fake: FakeYoutube) -> None:
    top = fake.comment("It leaks")
    fake.comment("Sorry", author=ME, parent=top, when=EPOCH - 900)  # the same words, long before
    fake.server.inject(COMMENTS, refuse(400, "processingFailure"))
    assert (
        refused(fake, Invalid, request(A.REPLY, top, text="Sorry")).params["platform_code"]
        == "processingFailure"
    )
    fake.server.inject(COMMENTS, refuse(403, "commentsDisabled"))
    assert (
        refused(fake, ForbiddenByPlatform, request(A.REPLY, top, text="Sorry")).code
        == "youtube_comments_disabled"
    )
    fake.server.inject(COMMENTS, refuse(400, "parentCommentIsPrivate"))
    assert refused(fake, Invalid, request(A.REPLY, top, text="Sorry")).code == "youtube_private_parent"
    fake.server.inject(COMMENTS, refuse(400, "processingFailure"), refuse(400, "x"), refuse(400, "x"))
    refused(fake, UnknownOutcome, request(A.REPLY, top, text="Sorry"))  # refused, and nobody can look
    assert len(fake.replies(top)) == 1


@pytest.mark.parametrize(
    "answer", [Answer(reset=True), Answer(500), Answer(body={"id": "x" * 90}, cut=20), Answer(body={})]
)
def test_a_reply_whose_answer_is_lost_is_read_back(fake: FakeYoutube, answer: Answer) -> None:
    top = fake.comment("It leaks")
    wanted = request(A.REPLY, top, text="Sorry\nfor that")
    real = fake.handle

    def handle(seen: Seen) -> Answer:
        given = real(seen)
        return answer if seen.method == "POST" else given

    fake.server.handle = handle
    refused(fake, UnknownOutcome, wanted)
    assert len(fake.replies(top)) == 1
    found = reconciled(fake, wanted)
    assert found.state == "done"
    assert found.result is not None
    assert found.result.remote_id == fake.replies(top)[0]
    assert reconciled(fake, request(A.REPLY, top, text="Something else")).state == "not_done"
    later = replace(wanted, created_at_us=wanted.created_at_us + 400_000_000)
    assert reconciled(fake, later).state == "not_done"  # that one was before


def test_a_reply_lost_before_it_left_is_no_reply(fake: FakeYoutube) -> None:
    top = fake.comment("It leaks")
    fake.server.inject("/youtube/v3/channels", Answer(reset=True))
    with pytest.raises(Transient):
        asyncio.run(_closed_port(top))
    assert reconciled(fake, request(A.REPLY, top, text="Sorry")).state == "not_done"


async def _closed_port(top: str) -> None:
    channel = Channel(ChannelId(1), "youtube", "y", server="http://127.0.0.1:9", handle=ME)
    connector = connect(channel, "word", MemorySessionStore(), CLOCK)
    try:
        await connector.perform(request(A.REPLY, top, text="Sorry"))
    finally:
        await connector.close()


def test_reading_back_a_status(fake: FakeYoutube) -> None:
    rude = fake.comment("rude", author=TROLL)
    own = fake.comment("ours", author=ME)
    states = {
        action: reconciled(fake, request(action, rude)).state
        for action in (A.HIDE, A.UNHIDE, A.DELETE, A.BLOCK)
    }
    assert states == {A.HIDE: "not_done", A.UNHIDE: "done", A.DELETE: "not_done", A.BLOCK: "not_done"}
    fake.comments[rude]["moderationStatus"] = "heldForReview"
    assert reconciled(fake, request(A.HIDE, rude)).state == "done"
    assert reconciled(fake, request(A.UNHIDE, rude)).state == "not_done"
    fake.comments[rude]["moderationStatus"] = "rejected"
    assert reconciled(fake, request(A.DELETE, rude)).state == "done"
    undo = request(A.DELETE, rude, undo_of={"remote_id": own})
    assert reconciled(fake, undo).state == "not_done"
    del fake.comments[own]
    assert reconciled(fake, undo).state == "done"
    assert reconciled(fake, request(A.LIKE, rude)).state == "cannot_tell"


def test_decisions_may_use_what_reads_must_leave(fake: FakeYoutube) -> None:
    rude = fake.comment("rude", author=TROLL)

    async def use(connector: YoutubeConnector) -> None:
        await connector.perform(request(A.HIDE, rude))
        await connector.perform(request(A.UNHIDE, rude))
        with pytest.raises(QuotaExhausted) as caught:
            await connector.perform(request(A.HIDE, rude))
        assert caught.value.retry_at is not None
        assert len(fake.server.requests(STATUS)) == 2

    run(fake, use, daily_units=140)


def test_looking_again(fake: FakeYoutube) -> None:
    kept, edited, gone, away = (fake.comment(word, author=TROLL) for word in ("a", "b", "c", "d"))
    held = fake.comment("e", author=TROLL, status="heldForReview")
    reply = fake.comment("f", parent=kept)
    fake.edit(edited, "b2", EPOCH + 500)
    del fake.comments[gone]
    fake.comments[away]["moderationStatus"] = "rejected"
    every = [kept, edited, gone, away, held, reply]
    found = run(fake, lambda c: c.recheck([*every, "not,an id"]))
    assert set(found) == set(every)
    assert (found[gone], found[away]) == (None, None)
    one = found[edited]
    assert one is not None
    assert (one.text, one.edited_at, one.hidden) == ("b2", EPOCH + 500, None)
    assert one.author.followers == 1234
    assert one.post is not None
    answered = found[reply]
    assert answered is not None
    assert answered.parent_remote_id == kept


def test_looking_again_when_held_ones_are_not_given_by_id(fake: FakeYoutube) -> None:
    held = fake.comment("e", author=TROLL, status="heldForReview")
    gone = fake.comment("g", author=TROLL)
    del fake.comments[gone]
    fake.server.inject(COMMENTS, *[Answer(body={"items": []})] * 4)
    found = run(fake, lambda c: c.recheck([held, gone]))
    assert found[gone] is None
    one = found[held]
    assert one is not None
    assert one.hidden is True


def test_one_that_is_gone_does_not_spoil_the_batch(fake: FakeYoutube) -> None:
    every = [fake.comment(str(number)) for number in range(9)]
    gone = every[4]
    del fake.comments[gone]
    real = fake.handle

    def handle(seen: Seen) -> Answer:
        if seen.path == COMMENTS and gone in seen.query["id"][0]:
            return refuse(404, "commentNotFound")
        return real(seen)

    fake.server.handle = handle
    found = run(fake, lambda c: c.recheck(every))
    assert {name for name, one in found.items() if one is None} == {gone}
    assert len(found) == 9


def test_more_than_one_batch(fake: FakeYoutube) -> None:
    every = [fake.comment(str(number)) for number in range(120)]
    assert set(run(fake, lambda c: c.recheck(every))) == set(every)
    assert len(fake.server.requests(COMMENTS)) == 3


def test_a_picture_is_asked_for_when_somebody_looks(fake: FakeYoutube) -> None:
    image = b"\x89PNG\r\n\x1a\n" + b"0" * 20
    with_one = fake.comment("look", imageUrl=f"{fake.server.url}/picture")
    fake.server.inject("/picture", Answer(200, image, {"content-type": "image/png"}))
    picture = run(fake, lambda c: c.picture(with_one, 0))
    assert (picture.content, picture.mime) == (image, "image/png")
    for name in (fake.comment("none"), "Ugx99999999"):
        with pytest.raises((Gone, Invalid)):
            run(fake, partial(YoutubeConnector.picture, comment=name, number=0))


def test_capabilities_by_comment() -> None:
    def mode(action: str, facts: dict[str, Any], *, ours: bool = False) -> str:
        return SPEC.capability(action, facts, ours).mode

    theirs = {"on_ours": True}
    assert {a: mode(a, theirs) for a in ("reply", "hide", "unhide", "delete", "block", "report", "unblock", "like")} == {
        "reply": "api", "hide": "api", "unhide": "api", "delete": "api", "block": "api", "report": "link",
        "unblock": "link", "like": "none",
    }  # fmt: skip
    assert mode("hide", {"on_ours": False}) == "none"
    assert mode("reply", {"on_ours": False}) == "api"
    assert mode("reply", {"can_reply": False}) == "none"
    assert mode("unhide", {"moderation": "rejected"}) == "none"
    assert mode("hide", {}, ours=True) == "none"
    assert SPEC.capability("delete", {}, True).note == "effect.youtube_delete_own"
    assert not SPEC.capability("block").reversible
    assert not SPEC.capability("delete").reversible
    assert {one.action for one in SPEC.capabilities} == {str(one) for one in A if one not in LOCAL_ACTIONS}
    assert SPEC.measure("é" * 10_001).fits is False


def test_how_a_reply_will_stand() -> None:
    words = "Hi @joe.doe, see https://brand.example/@help\nor mail a@b.example"
    seen = shown("youtube", words)
    assert [seen.text[a:b] for a, b in seen.links] == ["@joe.doe", "https://brand.example/@help"]
    assert seen.notes == ("threaded", "links_whole", "mentions", "breaks")


def test_nobody_else_counts_as_us(fake: FakeYoutube) -> None:
    theirs = fake.comment("theirs", author=FAN)
    run(fake, lambda c: c.perform(request(A.DELETE, theirs, author_remote_id=FAN)))
    assert fake.status(theirs) == "rejected"
    own = fake.comment("ours", author=ME)
    run(fake, lambda c: c.perform(request(A.DELETE, own, author_remote_id=ME)))
    assert own not in fake.comments
