"""Actions on a Discourse forum: by the review queue and without it, ways back, lost answers, races, refusals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest

from console.connectors import registry
from console.connectors.discourse import SPEC
from console.connectors.shown import shown
from console.domain.decision import ActionRequest
from console.domain.errors import (
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    RateLimited,
    SecretMissing,
    Transient,
    UnknownOutcome,
    Unsupported,
    UsageError,
)
from console.domain.vocabulary import COMPENSATION
from console.domain.vocabulary import ActionKind as A
from tests.servers.site_console import SiteConsole
from tests.support.discourse_server import (
    EPOCH,
    JOE,
    KEY,
    ME,
    USER,
    FakeDiscourse,
    fake_discourse,
    refuse,
    stamp,
)
from tests.support.faultserver import Answer, Seen


@pytest.fixture
def fake() -> Iterator[FakeDiscourse]:
    with fake_discourse() as running:
        yield running


@pytest.fixture
def console(fake: FakeDiscourse) -> SiteConsole:
    options = {"requests_per_minute": 100_000, "silence_days": 7}
    return SiteConsole("discourse", fake.server.url, USER, KEY, options=options)


def request(console: SiteConsole, action: A, target: str, **more: Any) -> ActionRequest:
    values = {"facts": {"user_id": str(JOE)}, "author_remote_id": f"forum#{JOE}", **more}
    return console.request(action, target, **values)


def failing(console: SiteConsole, wanted: ActionRequest, kind: type[ConnectorError]) -> ConnectorError:
    with pytest.raises(ConnectorError) as caught:
        console.perform(wanted)
    assert type(caught.value) is kind, caught.value
    return caught.value


def swallow(fake: FakeDiscourse, fault: Answer) -> None:
    """The next write takes effect, and this is what is heard of it."""
    real = fake.handle

    def handle(seen: Seen) -> Answer:
        answer = real(seen)
        if seen.method != "GET":
            fake.server.handle = real
            return fault
        return answer

    fake.server.handle = handle


def holds(fake: FakeDiscourse, post: str, action: A) -> bool:
    one = fake.posts[int(post)]
    return {
        A.HIDE: one["hidden"],
        A.DELETE: bool(one["deleted_at"]),
        A.LIKE: one["actions_summary"][0].get("acted") is True,
        A.BLOCK: JOE in fake.silenced,
        A.REPLY: bool(fake.ours()),
    }[action]


BACK = {A.HIDE: A.UNHIDE, A.DELETE: A.UNHIDE, A.LIKE: A.UNLIKE, A.BLOCK: A.UNBLOCK, A.REPLY: A.DELETE}
LOST = [Answer(reset=True), Answer(status=500, body=b"<html>"), None]


@pytest.mark.parametrize("fault", LOST, ids=["reset", "500", "heard"])
@pytest.mark.parametrize("action", list(BACK))
def test_every_action_and_its_way_back(
    fake: FakeDiscourse, console: SiteConsole, action: A, fault: Answer | None
) -> None:
    number = fake.post("rude")
    wanted = request(console, action, number, text="Sorry to hear that", reason="insult")
    assert console.reconcile(wanted).state == "not_done"
    if fault is not None:
        swallow(fake, fault)
        failing(console, wanted, UnknownOutcome)
        result = console.reconcile(wanted).result
        assert result is not None
    else:
        result = console.perform(wanted)
        assert not result.already
    assert holds(fake, number, action)
    assert console.reconcile(wanted).state == "done"
    assert console.perform(wanted).already
    undo = request(console, BACK[action], number, undo_of=asdict(result))
    assert console.reconcile(undo).state == "not_done"
    console.perform(undo)
    assert not holds(fake, number, action)
    assert console.reconcile(undo).state == "done"
    assert console.perform(undo).already


def test_hiding_a_flagged_post_settles_its_review(fake: FakeDiscourse, console: SiteConsole) -> None:
    number = fake.post("rude")
    item = fake.reviewables[fake.flag(number)]
    fake.conflicts = 2  # another moderator looks at it at the same time
    result = console.perform(request(console, A.HIDE, number))
    assert (item["status"], fake.posts[int(number)]["hidden"]) == (1, True)
    assert result.details["by"] == "review"
    assert fake.server.requests("/post_actions.json") == []
    console.perform(request(console, A.UNHIDE, number, undo_of=asdict(result)))
    assert not fake.posts[int(number)]["hidden"]


def test_showing_a_flagged_post_settles_its_review(fake: FakeDiscourse, console: SiteConsole) -> None:
    number = fake.post("fine", hidden=True)
    item = fake.reviewables[fake.flag(number)]
    console.perform(request(console, A.UNHIDE, number))
    assert (item["status"], fake.posts[int(number)]["hidden"]) == (2, False)


def test_a_review_that_keeps_changing_waits(fake: FakeDiscourse, console: SiteConsole) -> None:
    number = fake.post("rude")
    fake.flag(number)
    fake.conflicts = 99
    assert failing(console, request(console, A.HIDE, number), Transient).code == "discourse_conflict"


def test_hidden_by_others_stays_hidden_when_ours_is_undone(fake: FakeDiscourse, console: SiteConsole) -> None:
    number = fake.post("rude", hidden=True)
    result = console.perform(request(console, A.HIDE, number))
    assert result.already
    assert console.perform(request(console, A.UNHIDE, number, undo_of=asdict(result))).already
    assert fake.posts[int(number)]["hidden"]


@pytest.mark.parametrize(("action", "status"), [(A.UNHIDE, 1), (A.DELETE, 2)])
def test_a_post_that_waits_for_approval(
    fake: FakeDiscourse, console: SiteConsole, action: A, status: int
) -> None:
    waiting = fake.queue("first words")
    wanted = request(console, action, waiting)
    assert console.reconcile(wanted).state == "not_done"
    fake.conflicts = 1
    console.perform(wanted)
    assert fake.reviewables[int(waiting.removeprefix("review-"))]["status"] == status
    assert len(fake.posts) == (1 if status == 1 else 0)
    assert console.reconcile(wanted).state == "done"
    failing(console, wanted, Gone)
    other = A.DELETE if action is A.UNHIDE else A.UNHIDE
    assert console.reconcile(request(console, other, waiting)).state == "cannot_tell"
    assert (
        failing(console, request(console, A.REPLY, waiting, text="x"), Unsupported).code == "discourse_queued"
    )


@pytest.mark.parametrize(
    ("reason", "kind"), [("spam", 8), ("manifestly_illegal", 10), ("insult", 4), ("", 4)]
)
def test_a_report(fake: FakeDiscourse, console: SiteConsole, reason: str, kind: int) -> None:
    number = fake.post("rude")
    wanted = request(console, A.REPORT, number, reason=reason)
    assert console.perform(wanted).details["flag"] == kind
    assert console.perform(wanted).already
    assert not fake.posts[int(number)]["hidden"]
    assert console.reconcile(wanted).state == "cannot_tell"
    fake.server.inject("/site.json", refuse(403))
    assert console.perform(wanted).already  # the usual numbers


def test_a_block_ends(fake: FakeDiscourse, console: SiteConsole) -> None:
    number = fake.post("rude")
    before = console.clock.now()
    console.perform(request(console, A.BLOCK, number, reason="insult"))
    meant = range(before, console.clock.now() + 1)  # the second may change under way
    assert fake.silenced[JOE] in [stamp(one + 7 * 86_400).replace(".000", "") for one in meant]
    wanted = request(console, A.BLOCK, number, facts={}, author_remote_id="forum#~gone")
    assert failing(console, wanted, Invalid).code == "bad_target"


def test_a_reply_in_its_place(fake: FakeDiscourse, console: SiteConsole) -> None:
    fake.post("top")
    number = fake.post("Mine leaks")
    result = console.perform(request(console, A.REPLY, number, text="Sorry\r\nabout that"))
    (ours,) = fake.ours()
    assert (ours["topic_id"], ours["reply_to_post_number"], ours["raw"]) == (5, 2, "Sorry\nabout that")
    assert result.permalink == f"{fake.server.url}/t/kettle/5/3"


def test_a_reply_among_many(fake: FakeDiscourse, console: SiteConsole) -> None:
    """What is not among the newest of the forum is found among the answers to the post."""
    number = fake.post("Mine leaks")
    wanted = request(console, A.REPLY, number, text="Sorry")
    for n in range(30):
        fake.post(f"me too {n}", reply_to=1)
    console.perform(wanted)
    for n in range(60):
        fake.post(f"elsewhere {n}", topic=9)
    assert console.reconcile(wanted).state == "done"
    assert console.perform(wanted).already
    assert len(fake.ours()) == 1


@pytest.mark.parametrize("status", [422, 403])
def test_stored_and_refused_all_the_same(fake: FakeDiscourse, console: SiteConsole, status: int) -> None:
    number = fake.post("Mine leaks")
    swallow(fake, refuse(status))
    result = console.perform(request(console, A.REPLY, number, text="Sorry"))
    assert result.remote_id == str(fake.ours()[0]["id"])


def test_our_reply_waits_for_a_moderator(fake: FakeDiscourse, console: SiteConsole) -> None:
    fake.approve_first = True
    result = console.perform(request(console, A.REPLY, fake.post("Mine leaks"), text="Sorry"))
    assert (result.remote_id, result.details) == (None, {"queued": True})


def test_a_lost_answer_where_replies_may_wait_is_for_a_person_to_look_at(
    fake: FakeDiscourse, console: SiteConsole
) -> None:
    """A reply that waits for approval stands nowhere where its author could see it: sent again, it would wait twice."""
    fake.approve_first, fake.staff = True, False  # what moderators write never waits
    wanted = request(console, A.REPLY, fake.post("Mine leaks"), text="Sorry")
    swallow(fake, Answer(reset=True))
    failing(console, wanted, UnknownOutcome)
    assert console.reconcile(wanted).state == "cannot_tell"


def test_undoing_a_reply_of_unknown_number_touches_nobody_elses_post(
    fake: FakeDiscourse, console: SiteConsole
) -> None:
    fake.approve_first = True
    number = fake.post("Mine leaks")
    waits = console.perform(request(console, A.REPLY, number, text="Sorry"))
    undo = request(console, A.DELETE, number, undo_of=asdict(waits))
    assert failing(console, undo, Invalid).code == "bad_target"
    with pytest.raises(Invalid):
        console.reconcile(undo)
    assert console.perform(request(console, A.DELETE, number)).already is False  # it still stood


def test_an_older_reply_with_the_same_words_is_not_ours(fake: FakeDiscourse, console: SiteConsole) -> None:
    number = fake.post("rude")
    fake.post("Sorry", reply_to=1, user=ME)
    wanted = request(console, A.REPLY, number, text="Sorry")
    assert console.reconcile(wanted).state == "not_done"
    assert failing(console, wanted, Invalid).code == "discourse_refused"


@pytest.mark.parametrize("action", [A.REPLY, A.HIDE, A.REPORT, A.LIKE])
def test_a_post_deleted_meanwhile(fake: FakeDiscourse, console: SiteConsole, action: A) -> None:
    number, erased = fake.post("rude", deleted_at=stamp(EPOCH)), fake.post("x")
    del fake.posts[int(erased)]
    failing(console, request(console, action, number, text="x"), Gone)
    failing(console, request(console, action, erased, text="x"), Gone)
    assert console.perform(request(console, A.DELETE, number)).already
    assert console.perform(request(console, A.DELETE, erased)).already


def test_without_being_a_moderator(fake: FakeDiscourse, console: SiteConsole) -> None:
    fake.staff = False
    number = fake.post("rude")
    assert (
        failing(console, request(console, A.HIDE, number), ForbiddenByPlatform).code == "discourse_not_staff"
    )
    failing(console, request(console, A.BLOCK, number), ForbiddenByPlatform)
    fake.session = False  # who we are is not said: the forum takes it for a flag like any other
    assert (
        failing(console, request(console, A.HIDE, number), ForbiddenByPlatform).code == "discourse_not_hidden"
    )


def test_asked_to_wait(fake: FakeDiscourse, console: SiteConsole) -> None:
    number = fake.post("rude")
    real = fake.handle
    limited = refuse(429, "rate_limit", extras={"wait_seconds": 30})
    fake.server.handle = lambda seen: limited if seen.method == "POST" else real(seen)
    error = failing(console, request(console, A.LIKE, number), RateLimited)
    assert error.retry_at == pytest.approx(console.clock.now() + 30, abs=2)
    assert not {KEY} & {str(one) for one in error.params.values()}


def test_bad_texts_and_targets(fake: FakeDiscourse, console: SiteConsole) -> None:
    number = fake.post("rude")
    for text, code in ((" ", "empty_text"), ("x" * 32_001, "too_long")):
        assert failing(console, request(console, A.REPLY, number, text=text), Invalid).code == code
    assert failing(console, request(console, A.HIDE, "../site"), Invalid).code == "bad_target"
    failing(console, request(console, A.MUTE, number), Unsupported)


def test_what_must_be_given(fake: FakeDiscourse) -> None:
    with pytest.raises(SecretMissing):
        SiteConsole("discourse", fake.server.url, USER, "").check()
    for server, handle, code in (
        ("", USER, "bad_server"),
        ("http://forum.example", USER, "server_not_https"),
        (fake.server.url, "a/b", "bad_handle"),
    ):
        with pytest.raises(UsageError) as caught:
            SiteConsole("discourse", server, handle, KEY).check()
        assert caught.value.code == code


def test_capabilities() -> None:
    assert registry.spec("discourse") is SPEC
    offered = {one.action for one in SPEC.capabilities if one.mode != "none"}
    for one in SPEC.capabilities:
        assert not one.reversible or COMPENSATION[A(one.action)] in offered
    assert SPEC.capability("reply", {"queued": True}).mode == "none"
    assert SPEC.capability("delete", {"queued": True}).note == "effect.discourse_reject"
    assert SPEC.capability("delete", {"post_number": 1}).note == "effect.discourse_delete_topic"
    assert SPEC.capability("hide", {}, True).mode == "none"
    assert shown("discourse", "voir https://a.example").links == ((5, 22),)
