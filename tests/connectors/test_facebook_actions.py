"""What a Page does: each action with its way back, repeats, lost answers, replies created behind an error."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console.connectors.facebook import SPEC
from console.domain.decision import ActionRequest, ActionResult
from console.domain.errors import (
    AuthMissingScope,
    ConnectorError,
    Duplicate,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    RateLimited,
    Transient,
    UnknownOutcome,
    Unsupported,
)
from console.domain.vocabulary import ActionKind as A
from tests.support.facebook_server import PAGE, TOKEN, USER_TOKEN, FakeFacebook, fake_facebook
from tests.support.faultserver import Answer
from tests.support.graph_desk import FixedClock, request, run
from tests.support.graph_server import GONE, at, refuse

V = "/v26.0"


@pytest.fixture
def fake() -> Iterator[FakeFacebook]:
    with fake_facebook() as running:
        yield running


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def target(fake: FakeFacebook) -> str:
    return fake.comment(fake.post(), "rude")


def perform(
    fake: FakeFacebook, clock: FixedClock, wanted: ActionRequest, secret: str = TOKEN
) -> ActionResult:
    return run(
        "facebook", fake.server.url, lambda c: c.perform(wanted), secret=secret, clock=clock, handle=PAGE
    )


def state(fake: FakeFacebook, clock: FixedClock, wanted: ActionRequest) -> str:
    return run("facebook", fake.server.url, lambda c: c.reconcile(wanted), secret=TOKEN, clock=clock).state


def failing(
    fake: FakeFacebook, clock: FixedClock, wanted: ActionRequest, kind: type[ConnectorError]
) -> ConnectorError:
    with pytest.raises(ConnectorError) as caught:
        perform(fake, clock, wanted)
    assert type(caught.value) is kind
    return caught.value


@pytest.mark.parametrize(
    ("action", "back", "field", "on"),
    [(A.HIDE, A.UNHIDE, "is_hidden", True), (A.LIKE, A.UNLIKE, "user_likes", True)],
)
def test_there_and_back(
    fake: FakeFacebook, clock: FixedClock, target: str, action: A, back: A, field: str, on: bool
) -> None:
    there, again = request(clock, action, target), request(clock, back, target)
    assert [state(fake, clock, one) for one in (there, again)] == ["not_done", "done"]
    perform(fake, clock, there)
    perform(fake, clock, there)  # a repeat changes nothing
    assert fake.comments[target][field] is on
    assert [state(fake, clock, one) for one in (there, again)] == ["done", "not_done"]
    perform(fake, clock, again)
    assert fake.comments[target][field] is not on


def test_block_and_unblock(fake: FakeFacebook, clock: FixedClock, target: str) -> None:
    block, unblock = request(clock, A.BLOCK, target), request(clock, A.UNBLOCK, target)
    assert state(fake, clock, block) == "not_done"
    perform(fake, clock, block, USER_TOKEN)  # with the Page's own token, got with the person's
    assert fake.server.requests(f"{V}/{PAGE}/blocked")[-1].headers["authorization"] == f"Bearer {TOKEN}"
    assert fake.blocked == ["9001"]
    assert state(fake, clock, block) == "done"
    perform(fake, clock, unblock)
    assert fake.blocked == []
    assert state(fake, clock, unblock) == "done"
    nobody = request(clock, A.BLOCK, target, author="unknown:1_2")
    assert failing(fake, clock, nobody, Invalid).code == "meta_author_unknown"


def test_delete_once_and_twice(fake: FakeFacebook, clock: FixedClock, target: str) -> None:
    wanted = request(clock, A.DELETE, target)
    assert state(fake, clock, wanted) == "not_done"
    assert not perform(fake, clock, wanted).already
    assert target not in fake.comments
    again = perform(fake, clock, wanted)
    assert (again.already, again.code) == (True, "gone")
    assert state(fake, clock, wanted) == "done"


def test_what_is_called_gone_and_can_be_read_was_not_deleted(
    fake: FakeFacebook, clock: FixedClock, target: str
) -> None:
    """100/33 is said of what may not be done, too."""
    fake.server.inject(f"{V}/{target}", GONE)
    error = failing(fake, clock, request(clock, A.DELETE, target), ForbiddenByPlatform)
    assert error.params["platform_code"] == "100/33"
    assert target in fake.comments


def test_a_reply_and_taking_it_back(fake: FakeFacebook, clock: FixedClock, target: str) -> None:
    wanted = request(clock, A.REPLY, target, text="Voilà\nhttps://a.example ", post_remote_id=f"{PAGE}_1")
    assert state(fake, clock, wanted) == "not_done"
    result = perform(fake, clock, wanted)
    assert result.remote_id is not None
    assert fake.comments[result.remote_id]["message"] == "Voilà\nhttps://a.example"
    assert fake.comments[result.remote_id]["parent"] == {"id": target}
    assert result.permalink is not None
    assert result.permalink.startswith(f"https://www.facebook.com/{PAGE}_1?comment_id=")
    assert state(fake, clock, wanted) == "done"
    back = request(clock, A.DELETE, target, undo_of={"remote_id": result.remote_id})
    perform(fake, clock, back)
    assert result.remote_id not in fake.comments
    assert target in fake.comments
    assert state(fake, clock, wanted) == "not_done"


def test_a_reply_to_a_post_that_names_us(fake: FakeFacebook, clock: FixedClock) -> None:
    post = fake.post()  # somebody's: here only its address counts
    fake.server.inject(f"{V}/{post}/comments", Answer(200, {"id": f"{post}_77"}))
    wanted = request(clock, A.REPLY, post, text="Thank you", facts={"object": "post"})
    assert perform(fake, clock, wanted).permalink == f"https://www.facebook.com/{post}?comment_id=77"


@pytest.mark.parametrize(
    "answer", [refuse(20, 1772107), refuse(100, message="odd"), refuse(506)], ids=["20", "100", "506"]
)
def test_created_and_refused_all_the_same(
    fake: FakeFacebook, clock: FixedClock, target: str, answer: Answer
) -> None:
    fake.create_then_fail = answer
    wanted = request(clock, A.REPLY, target, text="Sorry")
    result = perform(fake, clock, wanted)
    own = [c["id"] for c in fake.comments.values() if c["from"]["id"] == PAGE]
    assert [result.remote_id] == own  # found, and written once


def test_refused_and_not_created(fake: FakeFacebook, clock: FixedClock, target: str) -> None:
    path = f"{V}/{target}/comments"
    for answer, kind in (
        (refuse(506), Duplicate),
        (refuse(100), Invalid),
        (refuse(368), ForbiddenByPlatform),
        (refuse(100, 33), Gone),
        (refuse(4), RateLimited),
        (refuse(200, message="x"), ForbiddenByPlatform),  # the token may do it, so it is this comment
    ):
        fake.server.inject(path, answer)
        failing(fake, clock, request(clock, A.REPLY, target, text="Sorry"), kind)
    fake.scopes.remove("pages_manage_engagement")
    fake.server.inject(path, refuse(200, message="x"))
    error = failing(fake, clock, request(clock, A.REPLY, target, text="Sorry"), AuthMissingScope)
    assert error.params["scope"] == "pages_manage_engagement"
    assert len(fake.comments) == 1


def test_an_error_that_nobody_can_look_behind_is_unknown(
    fake: FakeFacebook, clock: FixedClock, target: str
) -> None:
    path = f"{V}/{target}/comments"
    fake.server.inject(path, refuse(20, 1772107), refuse(2, status=500))
    failing(fake, clock, request(clock, A.REPLY, target, text="Sorry"), UnknownOutcome)


@pytest.mark.parametrize(
    "answer",
    [Answer(reset=True), refuse(2, status=500), refuse(1), Answer(500), Answer(200, {}), Answer(200, b"{")],
    ids=["reset", "2", "1", "500", "no id", "cut"],
)
def test_a_lost_answer_is_not_known_and_then_read_back(
    fake: FakeFacebook, clock: FixedClock, target: str, answer: Answer
) -> None:
    wanted = request(clock, A.REPLY, target, text="Sorry")
    path = f"{V}/{target}/comments"
    real = fake.handle

    def swallow(seen):  # type: ignore[no-untyped-def]
        given = real(seen)
        return answer if seen.method == "POST" and seen.path == path else given

    fake.server.handle = swallow
    failing(fake, clock, wanted, UnknownOutcome)
    assert len(fake.server.requests(path)) == 1  # not tried again
    assert state(fake, clock, wanted) == "done"


def test_the_same_words_of_before_or_of_others_are_not_this_reply(
    fake: FakeFacebook, clock: FixedClock, target: str
) -> None:
    post = fake.comments[target]["post"]
    fake.comment(post, "Sorry", parent=target, author=PAGE)  # long ago
    fake.comment(post, "Sorry", parent=target, author="9009", created_time=at(fake.now))
    wanted = request(clock, A.REPLY, target, text="Sorry")
    assert state(fake, clock, wanted) == "not_done"
    fake.nameless = True
    assert state(fake, clock, wanted) == "cannot_tell"


def test_behind_more_answers_than_are_looked_through_nobody_can_tell(
    fake: FakeFacebook, clock: FixedClock, target: str
) -> None:
    post = fake.comments[target]["post"]
    wanted = request(clock, A.REPLY, target, text="Sorry")
    fake.comment(post, "Sorry", parent=target, author=PAGE, created_time=at(fake.now))
    for n in range(49):
        fake.comment(post, f"c{n}", parent=target, created_time=at(fake.now + 1))
    assert state(fake, clock, wanted) == "done"
    fake.comment(post, "one more", parent=target, created_time=at(fake.now + 1))
    assert state(fake, clock, wanted) == "cannot_tell"  # never sent again for that


def test_our_words_by_nobody_behind_an_error_are_no_failure(
    fake: FakeFacebook, clock: FixedClock, target: str
) -> None:
    fake.comment(
        fake.comments[target]["post"], "Sorry", parent=target, author="9009", created_time=at(fake.now)
    )
    fake.nameless = True
    fake.server.inject(f"{V}/{target}/comments", refuse(20, 1772107))
    failing(fake, clock, request(clock, A.REPLY, target, text="Sorry"), UnknownOutcome)


def test_no_connection_is_no_unknown_outcome(fake: FakeFacebook, clock: FixedClock, target: str) -> None:
    wanted = request(clock, A.HIDE, target)
    with pytest.raises(Transient):
        run("facebook", "http://127.0.0.1:9", lambda c: c.perform(wanted), secret=TOKEN, clock=clock)


def test_what_is_refused_before_anything_is_sent(fake: FakeFacebook, clock: FixedClock, target: str) -> None:
    for text, code in ((" ", "empty_text"), ("x" * 8001, "too_long")):
        assert failing(fake, clock, request(clock, A.REPLY, target, text=text), Invalid).code == code
    for action in (A.REPORT, A.MUTE):
        failing(fake, clock, request(clock, action, target), Unsupported)
    for one in ("../me", "1/2", "", ".", "a?b"):
        assert failing(fake, clock, request(clock, A.HIDE, one), Invalid).code == "bad_target"
    assert [seen.path for seen in fake.server.seen if seen.method != "GET"] == []


def test_what_one_comment_allows() -> None:
    assert SPEC.capability("hide", {"can_hide": False}).note == "why.facebook_cannot_hide"
    assert SPEC.capability("hide", {"can_hide": True}).mode == "api"
    assert SPEC.capability("delete", {"can_remove": False}).mode == "none"
    assert SPEC.capability("reply", {"can_comment": False}).mode == "none"
    assert SPEC.capability("like", {"can_like": False}).mode == "none"
    assert SPEC.capability("hide", {}, ours=True).note == "why.own_comment"
    assert SPEC.capability("delete", {"can_remove": False}, ours=True).mode == "api"
    assert SPEC.capability("block", {"author_unknown": True}).mode == "link"
    assert SPEC.capability("hide", {"object": "post"}).mode == "link"
    assert SPEC.capability("report", {}).mode == "link"
    assert SPEC.capability("mute", {}).mode == "none"


def test_a_hide_that_is_not_allowed(fake: FakeFacebook, clock: FixedClock, target: str) -> None:
    fake.comments[target]["can_hide"] = False
    error = failing(fake, clock, request(clock, A.HIDE, target), ForbiddenByPlatform)
    assert error.params["platform_code"] == "200/1446036"
    fake.server.inject(f"{V}/{target}", Answer(200, {"success": False}))
    assert failing(fake, clock, request(clock, A.HIDE, target), ForbiddenByPlatform).code == "meta_refused"
