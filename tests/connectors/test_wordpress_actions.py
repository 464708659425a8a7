"""Actions on a WordPress site: lost answers, refusals, repeats, races with moderators there, what a read-back says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import pytest

from console.connectors import registry
from console.connectors.shown import shown
from console.connectors.wordpress import SPEC
from console.domain.decision import ActionRequest, ActionResult
from console.domain.errors import (
    AuthExpired,
    ConnectorError,
    Duplicate,
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
from console.domain.ports import Connector
from console.domain.vocabulary import COMPENSATION
from console.domain.vocabulary import ActionKind as A
from tests.servers.site_console import SiteConsole
from tests.support.faultserver import Answer, Seen
from tests.support.wordpress_server import COMMENTS, ME, PASSWORD, USER, FakeWordPress, fake_wordpress, refuse


@pytest.fixture
def fake() -> Iterator[FakeWordPress]:
    with fake_wordpress() as running:
        yield running


@pytest.fixture
def console(fake: FakeWordPress) -> SiteConsole:
    return SiteConsole("wordpress", fake.server.url, USER, PASSWORD)


def failing(console: SiteConsole, request: ActionRequest, kind: type[ConnectorError]) -> ConnectorError:
    with pytest.raises(ConnectorError) as caught:
        console.perform(request)
    assert type(caught.value) is kind, caught.value
    return caught.value


def swallow(fake: FakeWordPress, fault: Answer) -> None:
    """The next write takes effect, and this is what is heard of it."""
    real = fake.handle

    def handle(seen: Seen) -> Answer:
        answer = real(seen)
        if seen.method in ("POST", "DELETE"):
            fake.server.handle = real
            return fault
        return answer

    fake.server.handle = handle


LOST = [Answer(reset=True), Answer(status=500, body=b"<html>"), Answer(status=201, body=b'{"id": 1', cut=5)]


@pytest.mark.parametrize("fault", LOST, ids=["reset", "500", "cut"])
@pytest.mark.parametrize("action", [A.REPLY, A.HIDE, A.REPORT, A.DELETE])
def test_a_lost_answer_is_read_back(
    fake: FakeWordPress, console: SiteConsole, action: A, fault: Answer
) -> None:
    number = fake.comment("rude")
    wanted = console.request(action, number, text="Sorry", facts={"status": "approved"})
    swallow(fake, fault)
    failing(console, wanted, UnknownOutcome)
    done = console.reconcile(wanted)
    assert done.state == "done"
    assert done.result is not None
    assert console.perform(wanted).already
    assert len(fake.replies()) == (action is A.REPLY)
    back = A.DELETE if action is A.REPLY else A.UNHIDE
    console.perform(console.request(back, number, undo_of=asdict(done.result)))
    assert fake.status(number) == "approved"
    assert all(one["status"] == "trash" for one in fake.replies())


@pytest.mark.parametrize("status", [400, 403, 409])
def test_stored_and_refused_all_the_same(fake: FakeWordPress, console: SiteConsole, status: int) -> None:
    """A plugin that fails after the comment was stored: what stands on the site decides."""
    number = fake.comment("rude")
    swallow(fake, refuse("comment_duplicate" if status == 409 else "plugin_failed", status))
    result = console.perform(console.request(A.REPLY, number, text="Sorry"))
    assert result.remote_id == str(fake.replies()[0]["id"])
    assert len(fake.replies()) == 1


def test_refused_and_not_to_be_looked_up(fake: FakeWordPress, console: SiteConsole) -> None:
    number = fake.comment("rude")
    wanted = console.request(A.REPLY, number, text="Sorry")
    real = fake.handle

    def handle(seen: Seen) -> Answer:
        if seen.method == "POST":
            fake.server.handle = lambda _: Answer(status=503)
            return refuse("plugin_failed", 400)
        return real(seen)

    fake.server.handle = handle
    failing(console, wanted, UnknownOutcome)


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (refuse("rest_comment_closed", 403), ForbiddenByPlatform, "wordpress_closed"),
        (refuse("rest_cannot_create", 403), ForbiddenByPlatform, "wordpress_cannot_moderate"),
        (Answer(status=403, body=b"<html>blocked"), ForbiddenByPlatform, "wordpress_firewall"),
        (refuse("comment_flood", 400), RateLimited, "rate_limited"),
        (refuse("comment_duplicate", 409), Duplicate, "duplicate"),
        (refuse("comment_content_column_length", 400), Invalid, "invalid"),
        (refuse("rest_comment_content_invalid", 400), Invalid, "empty_text"),
        (refuse("rest_not_logged_in", 401), AuthExpired, "wordpress_not_signed_in"),
        (Answer(status=429, headers={"retry-after": "9"}), RateLimited, "rate_limited"),
    ],
)
def test_refusals(
    fake: FakeWordPress, console: SiteConsole, answer: Answer, kind: type[ConnectorError], code: str
) -> None:
    number = fake.comment("rude")
    real = fake.handle
    fake.server.handle = lambda seen: answer if seen.method == "POST" else real(seen)
    error = failing(console, console.request(A.REPLY, number, text="Sorry"), kind)
    assert error.code == code
    assert not {"Sorry", PASSWORD, "joe@mail.test"} & {str(one) for one in error.params.values()}
    if kind is RateLimited:
        assert error.retry_at is not None
        assert error.retry_at > console.clock.now()


def test_a_firewall_in_front_of_a_read(fake: FakeWordPress, console: SiteConsole) -> None:
    fake.server.inject(COMMENTS, Answer(status=403, body=b"<html>slow down"))
    with pytest.raises(Transient) as caught:
        console.pull()
    assert caught.value.code == "wordpress_firewall"


def test_a_moderator_was_faster(fake: FakeWordPress, console: SiteConsole) -> None:
    """The status that holds already cannot be set again: the site answers 500. It is read before, and after."""
    number = fake.comment("rude")
    wanted = console.request(A.HIDE, number)
    real = fake.handle

    def handle(seen: Seen) -> Answer:
        if seen.method == "POST":
            fake.set(number, "hold")
        return real(seen)

    fake.server.handle = handle
    failing(console, wanted, UnknownOutcome)
    assert console.reconcile(wanted).state == "done"
    fake.set(number, "trash")
    failing(console, wanted, Gone)
    assert console.perform(console.request(A.DELETE, number)).already


def test_undoing_leads_back_to_what_was_found(fake: FakeWordPress, console: SiteConsole) -> None:
    held = fake.comment("waits", "hold")
    hidden = console.perform(console.request(A.HIDE, held))
    assert hidden.already
    assert console.perform(console.request(A.UNHIDE, held, undo_of=asdict(hidden))).already
    assert fake.status(held) == "hold"  # undoing what changed nothing publishes nothing
    console.perform(console.request(A.UNHIDE, held))
    assert fake.status(held) == "approved"


@pytest.mark.parametrize(("text", "code"), [("  \n", "empty_text"), ("é" * 32_763, "too_long")])
def test_bad_texts_do_not_leave(fake: FakeWordPress, console: SiteConsole, text: str, code: str) -> None:
    wanted = console.request(A.REPLY, fake.comment("rude"), text=text)
    assert failing(console, wanted, Invalid).code == code
    assert fake.replies() == []


def test_an_older_reply_with_the_same_words_is_not_ours(fake: FakeWordPress, console: SiteConsole) -> None:
    number = fake.comment("rude")
    fake.comment("Sorry", parent=int(number), author=ME)
    wanted = console.request(A.REPLY, number, text="Sorry")
    assert console.reconcile(wanted).state == "not_done"
    failing(console, wanted, Duplicate)


@pytest.mark.parametrize("hours", [-5, 5])
def test_a_clock_that_is_wrong(fake: FakeWordPress, console: SiteConsole, hours: int) -> None:
    """The site's own clock, as its answers date themselves, says what is older than our intent."""
    console.clock.ahead = hours * 3600
    wanted = console.request(A.REPLY, fake.comment("rude"), text="Sorry")
    console.perform(wanted)
    assert console.reconcile(wanted).state == "done"
    assert console.perform(wanted).already


def test_without_knowing_who_we_are(fake: FakeWordPress, console: SiteConsole) -> None:
    fake.users = False
    wanted = console.request(A.REPLY, fake.comment("rude"), text="Sorry")
    assert console.reconcile(wanted).state == "cannot_tell"
    console.perform(wanted)
    assert len(fake.replies()) == 1


def test_what_is_left_to_a_person(fake: FakeWordPress, console: SiteConsole) -> None:
    number = fake.comment("rude")
    for action in (A.BLOCK, A.UNBLOCK):
        assert failing(console, console.request(action, number), Unsupported).code == "by_hand"
        assert console.reconcile(console.request(action, number)).state == "cannot_tell"
    failing(console, console.request(A.LIKE, number), Unsupported)
    assert failing(console, console.request(A.HIDE, "../users/1"), Invalid).code == "bad_target"


def test_what_must_be_given(fake: FakeWordPress, console: SiteConsole) -> None:
    with pytest.raises(SecretMissing):
        SiteConsole("wordpress", fake.server.url, USER, "").check()
    for server, handle, code in (
        ("", USER, "bad_server"),
        ("http://blog.example", USER, "server_not_https"),
        (fake.server.url, "", "bad_handle"),
        (fake.server.url, "a:b", "bad_handle"),
    ):
        with pytest.raises(UsageError) as caught:
            SiteConsole("wordpress", server, handle, PASSWORD).check()
        assert caught.value.code == code


def test_capabilities() -> None:
    assert registry.spec("wordpress") is SPEC
    offered = {one.action for one in SPEC.capabilities}
    for one in SPEC.capabilities:
        assert not one.reversible or COMPENSATION[A(one.action)] in offered
    assert SPEC.capability("like").mode == "none"
    assert SPEC.capability("block").mode == "link"
    assert SPEC.capability("report", {}, True).mode == "none"
    assert SPEC.capability("delete", {}, True).mode == "api"
    there = shown("wordpress", "voir https://a.example\nmerci")
    assert (there.links, there.notes) == (((5, 22),), ("threaded", "links_whole", "breaks"))


def test_undoing_a_reply_of_unknown_number_touches_nobody_elses_comment(
    fake: FakeWordPress, console: SiteConsole
) -> None:
    """A person may say that a reply stands whose answer was lost: its number is not known then."""
    number = fake.comment("rude")
    undo = console.request(A.DELETE, number, undo_of=asdict(ActionResult()))
    assert failing(console, undo, Invalid).code == "bad_target"
    with pytest.raises(Invalid):
        console.reconcile(undo)
    assert fake.status(number) == "approved"


def test_where_a_site_answers_is_looked_for_again_after_its_maintenance(
    fake: FakeWordPress, console: SiteConsole
) -> None:
    """During an update WordPress answers 503 everywhere: that says nothing of where its interface is."""
    fake.link, fake.root = '<{url}/index.php?rest_route=/>; rel="https://api.w.org/"', "/index.php"
    number = fake.comment("rude")

    async def work(connector: Connector) -> None:
        for path in ("/", "/wp-json/", "/index.php", "/wp-json/wp/v2/comments/" + number):
            fake.server.inject(path, Answer(status=503, body=b"<html>"))
        with pytest.raises(Transient):
            await connector.perform(console.request(A.HIDE, number))
        await connector.perform(console.request(A.HIDE, number))

    console.run(work)
    assert fake.status(number) == "hold"
