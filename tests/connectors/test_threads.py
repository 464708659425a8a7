"""Threads: conversations, mentions and watched terms, replies in two steps, hide, delete, and what is read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from console.connectors.sessions import MemorySessionStore
from console.connectors.shown import shown
from console.connectors.threads import SPEC
from console.domain.comment import IncomingComment
from console.domain.decision import ActionRequest, ActionResult
from console.domain.errors import (
    AuthExpired,
    ConnectorError,
    Invalid,
    Transient,
    UnknownOutcome,
    Unsupported,
)
from console.domain.ports import Connector
from console.domain.vocabulary import ActionKind as A
from tests.support.faultserver import Answer
from tests.support.graph_desk import FixedClock, drain, request, run, warned
from tests.support.graph_server import EPOCH, GONE, at, refuse
from tests.support.threads_server import ME, NAME, TOKEN, FakeThreads, fake_threads

V = "/v1.0"


@pytest.fixture
def fake() -> Iterator[FakeThreads]:
    with fake_threads() as running:
        yield running


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


def ids(comments: list[IncomingComment]) -> list[str]:
    return [one.remote_id for one in comments]


@pytest.mark.parametrize("flat", [True, False])
def test_everything_arrives(fake: FakeThreads, clock: FixedClock, flat: bool) -> None:
    fake.flat = flat
    post = fake.post("Our new\nrye bread")
    fake.post("nothing below it")
    first = fake.reply(post, "Lovely")
    below = fake.reply(first, "and I", author="bob", media_type="IMAGE", alt_text="A loaf")
    ours = fake.reply(below, "Thanks", author=NAME)
    hidden = fake.reply(post, "bad")
    fake.replies[hidden]["hide_status"] = "HIDDEN"
    mention = fake.other("ask @bakery")

    async def use(connector: Connector) -> None:
        info = await connector.check()
        assert (info.remote_id, info.handle, info.name, info.warnings) == (ME, NAME, "The Bakery", ())
        assert info.expires_at == EPOCH + 900_000
        comments, cursor, pages = await drain(connector)
        found = {one.remote_id: one for one in comments}
        assert ids(comments) == [first, below, ours, hidden, mention]
        assert [found[one].parent_remote_id for one in (first, below, ours)] == [None, first, below]
        one = found[first]
        assert (one.author.handle, one.posted_at) == ("jane", EPOCH + 3)
        assert one.permalink == "https://www.threads.net/@jane/post/P3"
        assert one.post is not None
        assert (one.post.remote_id, one.post.title) == (post, "Our new rye bread")
        assert [i for i in found if found[i].ours] == [ours]
        assert [found[i].hidden for i in (first, hidden, mention)] == [False, True, None]
        assert found[below].facts["media"] == [{"kind": "image", "alt": "A loaf"}]
        assert (found[mention].relation, found[mention].post) == ("mention", None)
        assert [w["code"] for w in warned(pages)] == []
        late = fake.reply(below, "late")
        changed, cursor, _ = await drain(connector, cursor)
        assert late in ids(changed)
        quiet = list(fake.posts)[1]
        loud = fake.reply(quiet, "the first one here")
        changed, _, _ = await drain(connector, cursor)
        assert loud in ids(changed)

    run("threads", fake.server.url, use, secret=TOKEN, clock=clock)


@pytest.mark.parametrize("size", [3, 50])
def test_many_pages(fake: FakeThreads, clock: FixedClock, size: int) -> None:
    fake.page_size = size
    expected = []
    for _ in range(5):
        post = fake.post()
        expected += [fake.reply(post, f"r{n}") for n in range(55)]

    async def use(connector: Connector) -> None:
        comments, _, pages = await drain(connector)
        assert set(ids(comments)) == set(expected)
        assert warned(pages) == []

    run("threads", fake.server.url, use, secret=TOKEN, clock=clock)


def test_watched_terms_come_as_mentions(fake: FakeThreads, clock: FixedClock) -> None:
    fake.post()
    word, tag = fake.other("I like rye"), fake.other("a loaf #bread")
    fake.other("our own rye", author=NAME)
    watches = [{"kind": "keyword", "text": "rye"}, {"kind": "hashtag", "text": "#bread"}, {"kind": "account", "text": "x"}, {"kind": "keyword", "text": " "}, 7]  # fmt: skip

    async def use(connector: Connector) -> None:
        comments, _, _ = await drain(connector)
        assert {c.remote_id: c.facts["watch"] for c in comments} == {word: "rye", tag: "#bread"}
        assert {c.relation for c in comments} == {"mention"}
        assert SPEC.capability("hide", dict(comments[0].facts)).mode == "none"
        state = await connector.recheck([word])
        assert state[word] is not None
        assert state[word].facts["watch"] == "rye"  # type: ignore[union-attr]

    run("threads", fake.server.url, use, secret=TOKEN, clock=clock, options={"watches": watches})


def test_of_posts_older_than_the_history_only_what_comes_later(fake: FakeThreads, clock: FixedClock) -> None:
    old = fake.post()
    before = fake.reply(old, "long ago")
    posts = [fake.post() for _ in range(20)]
    for post in posts:
        fake.reply(post, "long ago too")
    clock.ahead = 40 * 86_400

    async def use(connector: Connector) -> None:
        comments, cursor, _ = await drain(connector)
        assert comments == []
        late = fake.reply(old, "still here", timestamp=at(clock.now()))
        found: set[str] = set()
        for _ in range(15):
            clock.ahead += 3700
            comments, cursor, _ = await drain(connector, cursor)
            found |= {*ids(comments)}
        assert found == {late}
        assert before not in found

    run("threads", fake.server.url, use, secret=TOKEN, clock=clock, options={"history_days": 30})


def test_many_terms_are_searched_in_turn(fake: FakeThreads, clock: FixedClock) -> None:
    watches = [{"kind": "keyword", "text": f"term{n}"} for n in range(10)]

    async def use(connector: Connector) -> None:
        _, cursor, _ = await drain(connector)
        assert len(fake.server.requests(f"{V}/keyword_search")) == 6
        await drain(connector, cursor)
        asked = [seen.query["q"][0] for seen in fake.server.requests(f"{V}/keyword_search")]
        assert set(asked) == {f"term{n}" for n in range(10)}

    run("threads", fake.server.url, use, secret=TOKEN, clock=clock, options={"watches": watches})


def test_a_token_that_ended_may_be_called_a_thing_that_is_gone(fake: FakeThreads, clock: FixedClock) -> None:
    fake.server.inject(f"{V}/me", GONE)
    with pytest.raises(AuthExpired):
        run("threads", fake.server.url, lambda c: c.check(), secret=TOKEN, clock=clock)


def test_side_pages_that_are_missing_lose_nothing(fake: FakeThreads, clock: FixedClock) -> None:
    post = fake.post()
    one = fake.reply(post, "a")
    real = fake.handle
    known = {f"{V}/me/threads", f"{V}/{post}/conversation"}
    fake.server.handle = lambda seen: real(seen) if seen.path in known else Answer(404)

    async def use(connector: Connector) -> None:
        assert "meta_account_unread" in (await connector.check()).warnings
        comments, _, _ = await drain(connector)
        assert ids(comments) == [one]

    run("threads", fake.server.url, use, secret=TOKEN, clock=clock, handle=NAME)


def test_what_the_token_lacks_and_its_renewal(fake: FakeThreads, clock: FixedClock) -> None:
    fake.scopes.remove("threads_manage_replies")
    fake.scopes.remove("threads_read_replies")
    sessions = MemorySessionStore()

    async def use(connector: Connector) -> Any:
        return await connector.check()

    def go() -> Any:
        return run("threads", fake.server.url, use, secret=TOKEN, clock=clock, sessions=sessions)

    info = go()
    assert info.lacking == {
        "hide": "threads_manage_replies",
        "unhide": "threads_manage_replies",
        "followers": "threads_profile_discovery",
    }
    assert info.warnings == ("threads_reading_scope",)
    clock.ahead += 90_000
    assert go().expires_at == clock.now() + 5_184_000
    assert (sessions.load() or {})["access"] == f"{TOKEN}-1"


# ---------------------------------------------------------------------- actions


@pytest.fixture
def target(fake: FakeThreads) -> str:
    return fake.reply(fake.post(), "rude")


def perform(fake: FakeThreads, clock: FixedClock, wanted: ActionRequest) -> ActionResult:
    return run("threads", fake.server.url, lambda c: c.perform(wanted), secret=TOKEN, clock=clock)


def state(fake: FakeThreads, clock: FixedClock, wanted: ActionRequest) -> str:
    return run("threads", fake.server.url, lambda c: c.reconcile(wanted), secret=TOKEN, clock=clock).state


def failing(fake: FakeThreads, clock: FixedClock, wanted: ActionRequest, kind: type[ConnectorError]) -> str:
    with pytest.raises(ConnectorError) as caught:
        perform(fake, clock, wanted)
    assert type(caught.value) is kind
    return caught.value.code


def test_a_reply_in_two_steps_and_taking_it_back(fake: FakeThreads, clock: FixedClock, target: str) -> None:
    wanted = request(clock, A.REPLY, target, "@jane", text="Voilà")
    assert state(fake, clock, wanted) == "not_done"
    result = perform(fake, clock, wanted)
    assert result.remote_id is not None
    assert fake.replies[result.remote_id]["replied_to"] == {"id": target}
    assert result.permalink == fake.replies[result.remote_id]["permalink"]
    assert state(fake, clock, wanted) == "done"
    perform(fake, clock, request(clock, A.DELETE, target, "@jane", undo_of={"remote_id": result.remote_id}))
    assert result.remote_id not in fake.replies
    assert state(fake, clock, wanted) == "not_done"


def test_words_that_are_not_ready_are_published_a_moment_later(
    fake: FakeThreads, clock: FixedClock, target: str
) -> None:
    fake.not_ready = 1
    perform(fake, clock, request(clock, A.REPLY, target, text="Voilà"))
    assert len([one for one in fake.replies.values() if one["username"] == NAME]) == 1
    fake.not_ready, fake.container_status = 1, "ERROR"
    wanted = request(clock, A.REPLY, target, text="Again")
    assert failing(fake, clock, wanted, Invalid) == "threads_reply_failed"


@pytest.mark.parametrize(
    ("step", "answer", "kind", "state_after"),
    [
        ("threads", Answer(reset=True), Transient, "not_done"),
        ("threads", refuse(2, status=500), Transient, "not_done"),
        ("threads_publish", Answer(reset=True), UnknownOutcome, "not_done"),
        ("threads_publish", refuse(2, status=500), UnknownOutcome, "not_done"),
        ("threads", refuse(100), Invalid, "not_done"),
    ],
)
def test_lost_answers(
    fake: FakeThreads,
    clock: FixedClock,
    target: str,
    step: str,
    answer: Answer,
    kind: type[ConnectorError],
    state_after: str,
) -> None:
    wanted = request(clock, A.REPLY, target, text="Sorry")
    fake.server.inject(f"{V}/me/{step}", answer)
    failing(fake, clock, wanted, kind)
    assert state(fake, clock, wanted) == state_after


@pytest.mark.parametrize("answer", [refuse(100), Answer(reset=True)], ids=["400", "lost"])
def test_published_behind_an_error(fake: FakeThreads, clock: FixedClock, target: str, answer: Answer) -> None:
    fake.publish_then_fail = answer
    wanted = request(clock, A.REPLY, target, text="Sorry")
    if answer.reset:
        failing(fake, clock, wanted, UnknownOutcome)
        assert state(fake, clock, wanted) == "done"
    else:
        assert perform(fake, clock, wanted).remote_id is not None
    assert len([one for one in fake.replies.values() if one["username"] == NAME]) == 1


def test_behind_more_replies_than_are_looked_through_nobody_can_tell(
    fake: FakeThreads, clock: FixedClock, target: str
) -> None:
    wanted = request(clock, A.REPLY, target, text="Sorry")
    fake.reply(target, "Sorry", author=NAME, timestamp=at(clock.now()))
    for n in range(49):
        fake.reply(target, f"r{n}", timestamp=at(clock.now() + 1))
    assert state(fake, clock, wanted) == "done"
    fake.reply(target, "one more", timestamp=at(clock.now() + 1))
    assert state(fake, clock, wanted) == "cannot_tell"  # never sent again for that


def test_our_words_by_nobody_are_not_told_from_ours(
    fake: FakeThreads, clock: FixedClock, target: str
) -> None:
    one = fake.reply(target, "Sorry", timestamp=at(clock.now()))
    wanted = request(clock, A.REPLY, target, text="Sorry")
    assert state(fake, clock, wanted) == "not_done"
    fake.replies[one].update(username="", is_reply_owned_by_me=None)
    assert state(fake, clock, wanted) == "cannot_tell"


def test_hide_and_show_direct_replies_only(fake: FakeThreads, clock: FixedClock, target: str) -> None:
    top: Mapping[str, Any] = {"top": True}
    hide, unhide = request(clock, A.HIDE, target, facts=top), request(clock, A.UNHIDE, target, facts=top)
    assert [state(fake, clock, one) for one in (hide, unhide)] == ["not_done", "done"]
    perform(fake, clock, hide)
    assert fake.replies[target]["hide_status"] == "HIDDEN"
    assert state(fake, clock, hide) == "done"
    perform(fake, clock, unhide)
    assert state(fake, clock, unhide) == "done"
    failing(fake, clock, request(clock, A.HIDE, fake.reply(target, "x"), facts={"top": False}), Unsupported)
    assert SPEC.capability("hide", {"top": False}).note == "why.threads_hide_top"


def test_only_our_own_can_be_deleted(fake: FakeThreads, clock: FixedClock, target: str) -> None:
    code = failing(fake, clock, request(clock, A.DELETE, target, "@jane"), Unsupported)
    assert code == "threads_delete_own"
    mine = fake.reply(target, "ours", author=NAME)
    wanted = request(clock, A.DELETE, mine, f"@{NAME}")
    perform(fake, clock, wanted)
    assert mine not in fake.replies
    assert perform(fake, clock, wanted).already
    assert SPEC.capability("delete", {}).mode == "none"
    assert SPEC.capability("delete", {}, ours=True).mode == "api"


def test_what_only_a_person_can_do(fake: FakeThreads, clock: FixedClock, target: str) -> None:
    for action in (A.BLOCK, A.REPORT, A.MUTE, A.LIKE):
        failing(fake, clock, request(clock, action, target), Unsupported)
        assert SPEC.capability(action.value, {}).mode == "link"
    assert failing(fake, clock, request(clock, A.REPLY, target, text="🍞" * 126), Invalid) == "too_long"


def test_how_a_reply_will_stand() -> None:
    text = " @jane see https://a.example\nbye "
    assert shown("facebook", text).links == ((10, 27),)
    assert shown("instagram", text).links == ((0, 5),)
    assert shown("threads", text).links == ((0, 5), (10, 27))
    assert shown("instagram", text).notes == ("threaded", "links_plain", "mentions", "breaks")
    assert shown("facebook", text).notes == ("threaded", "links_whole", "breaks")
