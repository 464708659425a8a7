"""A real WordPress: pulls with paging, every action and its way back, refusals, and a server that ends in between."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import httpx
import pytest

from console.domain.decision import ActionRequest
from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    RateLimited,
    Transient,
    UnknownOutcome,
    Unsupported,
)
from console.domain.vocabulary import ActionKind as A
from tests.servers.network import eventually
from tests.servers.site_console import SiteConsole
from tests.servers.wordpress_site import WordPressSite
from tests.support.faultserver import Answer, FaultServer, Seen, serving

pytestmark = [pytest.mark.servers, pytest.mark.timeout(240)]


def console_of(site: WordPressSite, user: str = "mod") -> SiteConsole:
    return SiteConsole("wordpress", site.url, user, site.accounts[user]["secret"])


@pytest.fixture
def console(wordpress: WordPressSite) -> Iterator[SiteConsole]:
    yield console_of(wordpress)
    for name in ("flood", "hold", "held", "no-trash"):
        wordpress.switch(name, False)


@pytest.fixture
def article(wordpress: WordPressSite) -> int:
    return wordpress.article("Our new <em>kettle</em> &amp; co")


def failing(console: SiteConsole, request: ActionRequest, kind: type[ConnectorError]) -> ConnectorError:
    with pytest.raises(ConnectorError) as caught:
        console.perform(request)
    assert type(caught.value) is kind, caught.value
    return caught.value


# ---------------------------------------------------------------------- account


def test_who_we_are(wordpress: WordPressSite, console: SiteConsole) -> None:
    info = console.check()
    assert (info.remote_id, info.handle, info.name) == (str(wordpress.accounts["mod"]["id"]), "mod", "Mod")
    assert (info.warnings, dict(info.lacking)) == ((), {})


def test_a_subscriber_may_not_moderate(wordpress: WordPressSite, article: int) -> None:
    fan = console_of(wordpress, "fan")
    info = fan.check()
    assert info.warnings == ("wordpress_cannot_moderate",)
    assert set(info.lacking) == {"hide", "unhide", "delete", "report"}
    with pytest.raises(AuthMissingScope) as caught:
        fan.pull()
    assert caught.value.params["status"] == 403
    assert caught.value.params["permission"] == "moderate_comments"
    number = wordpress.comment(article, "rude")
    assert failing(fan, fan.request(A.HIDE, number), AuthMissingScope).params["status"] == 403
    assert wordpress.read(number)["status"] == "approved"


def test_a_wrong_password(wordpress: WordPressSite, console: SiteConsole) -> None:
    wrong = replace(console, secret="abcd efgh ijkl mnop qrst uvwx")
    for ask in (wrong.check, wrong.pull):
        with pytest.raises(AuthExpired) as caught:
            ask()
        assert caught.value.code in ("bad_credentials", "wordpress_not_signed_in")  # as the version says it
        assert caught.value.params["status"] == 401
        assert "abcd" not in str(caught.value)


def test_a_password_without_its_spaces(console: SiteConsole) -> None:
    assert replace(console, secret=console.secret.replace(" ", "")).check().handle == "mod"


# ---------------------------------------------------------------------- pulls


def test_a_comment_as_it_stands_on_the_site(
    wordpress: WordPressSite, console: SiteConsole, article: int
) -> None:
    first = wordpress.comment(
        article,
        'It <a href="https://spam.example/x">leaks</a> &amp; drips.\n\nI <3 tea',
        author_url="https://nadia.example",
    )
    second = wordpress.comment(article, "Mine too", parent=first)
    ours = wordpress.comment(article, "We are looking into it", parent=first, user="mod")
    by_fan = wordpress.comment(article, "registered", user="fan")
    found = console.pull()
    one = found[str(first)]
    assert one.text == "It leaks & drips.\n\nI <3 tea"
    assert (one.author.handle, one.author.name, one.author.followers) == ("Nadia", "Nadia", None)
    assert one.post is not None
    assert (one.post.remote_id, one.post.title) == (str(article), "Our new kettle & co")
    assert one.post.permalink.startswith(wordpress.url)
    assert one.permalink.endswith(f"#comment-{first}")
    assert one.facts["links"] == ["https://spam.example/x", "https://nadia.example"]
    assert (one.parent_remote_id, one.relation, one.hidden, one.gone, one.ours) == (
        None,
        "comment",
        False,
        False,
        False,
    )
    assert abs(one.posted_at - console.clock.now()) < 120
    assert found[str(second)].parent_remote_id == str(first)
    assert found[str(second)].author.remote_id == one.author.remote_id  # one guest, one record
    assert found[str(ours)].ours
    site = wordpress.url.removeprefix("http://")
    assert found[str(by_fan)].author.remote_id == f"{site}#{wordpress.accounts['fan']['id']}"
    kept = repr(sorted(found.items()))
    assert "nadia@" not in kept
    assert "127.0.0.1'" not in kept.replace(wordpress.url, "")  # the address of a commenter


def test_guests_of_one_name_are_told_apart(
    wordpress: WordPressSite, console: SiteConsole, article: int
) -> None:
    numbers = [
        wordpress.comment(article, f"{n}", author_name="Sam", author_email=mail)
        for n, mail in enumerate(("a@mail.test", "b@mail.test", "A@mail.test"))
    ]
    found = console.pull()
    authors = [found[str(one)].author.remote_id for one in numbers]
    assert authors[0] == authors[2] != authors[1]
    # Another password: who is who stays the same as long as the key in the keyring does, and is another without it.
    admin = wordpress.accounts["admin"]["secret"]
    again = SiteConsole("wordpress", wordpress.url, "admin", admin, sessions=console.sessions).pull()
    assert [again[str(one)].author.remote_id for one in numbers] == authors
    alone = SiteConsole("wordpress", wordpress.url, "admin", admin).pull()
    assert not {alone[str(one)].author.remote_id for one in numbers} & set(authors)


def test_many_pages_of_every_list(wordpress: WordPressSite, console: SiteConsole, article: int) -> None:
    made = {
        status: {str(one) for one in wordpress.many(article, count, status)}
        for status, count in (("1", 230), ("0", 120), ("spam", 130), ("trash", 110))
    }
    found = console.pull()
    counts = wordpress.counts()
    shown = {one for one, comment in found.items() if not comment.gone}
    assert len(shown) == counts["1"] + counts["0"] + counts["spam"]
    assert {one for one in shown if found[one].hidden} >= made["0"] | made["spam"]
    assert not any(found[one].hidden for one in made["1"])
    assert all(not found[one].text for one in made["trash"] & found.keys())
    assert console.pages > 3
    assert console.warnings == []
    # Nothing new: the newest of each list and a part of the rest, in one page.
    console.pages = 0
    later = wordpress.many(article, 3)
    assert {str(one) for one in later} <= console.pull().keys()
    assert console.pages <= 4


def test_what_moderators_do_on_the_site_is_noticed(
    wordpress: WordPressSite, console: SiteConsole, article: int
) -> None:
    wordpress.many(article, 40)
    old = wordpress.many(article, 5)
    wordpress.many(article, 250)

    async def use(connector: object) -> None:
        await console.drain(connector)  # type: ignore[arg-type]
        for number, status in zip(old, ("hold", "spam", "trash"), strict=False):
            wordpress.set_status(number, status)
        wordpress.good("DELETE", f"/wp/v2/comments/{old[3]}", params={"force": "true"})
        wordpress.good("POST", f"/wp/v2/comments/{old[4]}", json={"content": "edited meanwhile"})
        seen = {}
        for _ in range(40):  # the slow turn through everything
            seen |= await console.drain(connector)  # type: ignore[arg-type]
            if len({str(one) for one in old} & seen.keys()) == 5:
                break
        held, spam, trashed, deleted, edited = (seen[str(one)] for one in old)
        assert (held.hidden, held.gone, held.facts["status"]) == (True, False, "hold")
        assert (spam.hidden, spam.facts["status"]) == (True, "spam")
        assert trashed.gone
        assert deleted.gone
        assert edited.text == "edited meanwhile"

    console.run(use)


def test_recheck(wordpress: WordPressSite, console: SiteConsole, article: int) -> None:
    here, held, trashed, deleted = wordpress.many(article, 4)
    wordpress.set_status(held, "hold")
    wordpress.set_status(trashed, "trash")
    wordpress.good("DELETE", f"/wp/v2/comments/{deleted}", params={"force": "true"})
    asked = [str(one) for one in (here, held, trashed, deleted, 99_999_999)] + ["nonsense"]
    found = console.run(lambda c: c.recheck(asked))
    assert set(found) == set(asked[:5])
    assert found[asked[3]] is None
    assert found[asked[4]] is None
    states = [found[one] for one in asked[:3]]
    assert [(one.hidden, one.gone) for one in states if one] == [(False, False), (True, False), (True, True)]


def test_history_is_bounded(wordpress: WordPressSite, console: SiteConsole, article: int) -> None:
    old, new = wordpress.many(article, 2)
    wordpress.good("POST", f"/wp/v2/comments/{old}", json={"date_gmt": "2020-01-01T00:00:00"})
    console.options = {"history_days": 30}
    found = console.pull()
    assert str(new) in found
    assert str(old) not in found


# ---------------------------------------------------------------------- actions


@pytest.mark.parametrize("before", ["approved", "hold", "spam"])
@pytest.mark.parametrize(
    ("action", "after"), [(A.HIDE, "hold"), (A.REPORT, "spam"), (A.DELETE, "trash"), (A.UNHIDE, "approved")]
)
def test_every_status_and_its_way_back(
    wordpress: WordPressSite, console: SiteConsole, article: int, action: A, after: str, before: str
) -> None:
    number = wordpress.comment(article, f"{action} {before}")
    if before != "approved":
        wordpress.set_status(number, before)
    wanted = console.request(action, number, facts={"status": before})
    assert console.reconcile(wanted).state == ("done" if before == after else "not_done")
    first = console.perform(wanted)
    assert first.already is (before == after)
    assert wordpress.read(number)["status"] == after
    assert console.reconcile(wanted).state == "done"
    assert console.perform(wanted).already  # a repeat changes nothing
    if action is A.UNHIDE:
        return
    undo = console.request(A.UNHIDE, number, undo_of=asdict(first))
    assert console.reconcile(undo).state == ("done" if before == after else "not_done")
    console.perform(undo)
    assert wordpress.read(number)["status"] == before
    assert console.reconcile(undo).state == "done"
    assert console.perform(undo).already


def test_a_threaded_reply_stands_once(wordpress: WordPressSite, console: SiteConsole, article: int) -> None:
    number = wordpress.comment(article, "Mine leaks")
    text = "Désolés <b>vraiment</b> & merci 🙏\n\nhttps://aide.example/?a=1&b=2"
    wanted = console.request(A.REPLY, number, text=text)
    assert console.reconcile(wanted).state == "not_done"
    first = console.perform(wanted)
    assert not first.already
    again = console.perform(wanted)
    assert (again.remote_id, again.already) == (first.remote_id, True)
    (stored,) = wordpress.answers(number)
    assert (str(stored["id"]), stored["parent"], stored["post"]) == (first.remote_id, number, article)
    assert first.permalink == stored["link"]
    assert stored["status"] == "approved"
    assert "&lt;b&gt;vraiment&lt;/b&gt; &amp; merci" in stored["content"]["rendered"]
    assert 'href="https://aide.example/?a=1&#038;b=2"' in stored["content"]["rendered"]
    pulled = console.pull()[str(first.remote_id)]
    assert (pulled.text, pulled.ours, pulled.parent_remote_id) == (text, True, str(number))
    done = console.reconcile(wanted)
    assert (done.state, done.result and done.result.remote_id) == ("done", first.remote_id)
    undo = console.request(A.DELETE, number, undo_of=asdict(first))
    assert not console.perform(undo).already
    assert console.perform(undo).already
    assert wordpress.answers(number) == []
    assert wordpress.read(number)["status"] == "approved"  # the comment itself stands


def test_the_same_words_again_are_no_second_reply(
    wordpress: WordPressSite, console: SiteConsole, article: int
) -> None:
    number = wordpress.comment(article, "Mine leaks")
    console.perform(console.request(A.REPLY, number, text="Sorry"))
    other = console.request(A.REPLY, number, text="Sorry")
    assert console.perform(other).already
    assert len(wordpress.answers(number)) == 1


def test_a_site_without_trash(wordpress: WordPressSite, console: SiteConsole, article: int) -> None:
    number = wordpress.comment(article, "rude")
    reply = console.perform(console.request(A.REPLY, number, text="Sorry"))
    wordpress.switch("no-trash", True)
    assert failing(console, console.request(A.DELETE, number), Unsupported).code == "wordpress_trash_off"
    assert wordpress.read(number)["status"] == "approved"
    console.perform(console.request(A.DELETE, number, undo_of=asdict(reply)))
    assert wordpress.answers(number) == []


@pytest.mark.parametrize("action", [A.REPLY, A.HIDE, A.UNHIDE, A.REPORT])
def test_a_comment_deleted_meanwhile(
    wordpress: WordPressSite, console: SiteConsole, article: int, action: A
) -> None:
    number = wordpress.comment(article, "rude")
    wordpress.good("DELETE", f"/wp/v2/comments/{number}", params={"force": "true"})
    assert failing(console, console.request(action, number, text="x"), Gone).params["status"] == 404
    assert console.perform(console.request(A.DELETE, number)).already


def test_a_closed_article(wordpress: WordPressSite, console: SiteConsole, article: int) -> None:
    number = wordpress.comment(article, "rude")
    wordpress.good("POST", f"/wp/v2/posts/{article}", json={"comment_status": "closed"})
    assert (
        failing(console, console.request(A.REPLY, number, text="x"), ForbiddenByPlatform).code
        == "wordpress_closed"
    )


def test_too_fast(wordpress: WordPressSite, article: int, console: SiteConsole) -> None:
    """WordPress's own check lets moderators through; a subscriber has to wait, and nothing is stored."""
    number = wordpress.comment(article, "hello", author_email="flood@mail.test")
    # An account that wrote nothing before: a comment of the fan from another test, under 15 s old, would count.
    hasty = console_of(wordpress, "hasty")
    wordpress.switch("flood", True)
    wordpress.comment(article, "one", user="hasty")
    answer = wordpress.call("POST", "/wp/v2/comments", "hasty", json={"post": article, "content": "two"})
    assert (answer.status_code, answer.json()["code"]) == (400, "comment_flood")

    async def post(connector: object) -> None:
        await connector._session.post("/comments", {"post": article, "content": "three"})  # type: ignore[attr-defined]

    with pytest.raises(RateLimited) as caught:
        hasty.run(post)
    assert caught.value.retry_at is not None
    assert caught.value.retry_at > hasty.clock.now()
    console.perform(console.request(A.REPLY, number, text="moderators need not wait"))
    console.perform(console.request(A.REPLY, number, text="not even twice"))


def test_a_block_is_made_by_hand(wordpress: WordPressSite, console: SiteConsole, article: int) -> None:
    number = wordpress.comment(article, "rude")
    assert failing(console, console.request(A.BLOCK, number), Unsupported).code == "by_hand"
    pages = console.pull()[str(number)].facts["pages"]
    assert pages["block"] == wordpress.url + "/wp-admin/options-discussion.php"


# ---------------------------------------------------------------------- crashes


def test_the_server_ends_between_storing_and_answering(
    wordpress: WordPressSite, console: SiteConsole, article: int
) -> None:
    number = wordpress.comment(article, "Mine leaks")
    wanted = console.request(A.REPLY, number, text="Sorry about that")
    wordpress.switch("hold", True)
    failed: list[BaseException] = []

    def send() -> None:
        try:
            console.perform(wanted)
        except ConnectorError as error:
            failed.append(error)

    sender = threading.Thread(target=send)
    sender.start()
    try:
        eventually(lambda: wordpress.is_switched("held"), "the reply stored")
        wordpress.stop_web()
        sender.join(30)
    finally:
        wordpress.switch("hold", False)
        wordpress.start_web()
        sender.join(60)
    assert [type(one) for one in failed] == [UnknownOutcome]
    done = console.reconcile(wanted)
    assert done.state == "done"
    assert done.result is not None
    (stored,) = wordpress.answers(number)
    assert done.result.remote_id == str(stored["id"])
    assert console.perform(wanted).already
    assert len(wordpress.answers(number)) == 1


def test_the_server_is_away(wordpress: WordPressSite, console: SiteConsole, article: int) -> None:
    number = wordpress.comment(article, "Mine leaks")
    wordpress.stop_web()
    try:
        failing(console, console.request(A.REPLY, number, text="Sorry"), Transient)
        with pytest.raises(Transient):
            console.pull()
    finally:
        wordpress.start_web()
    assert wordpress.answers(number) == []
    assert str(number) in console.pull()


class Wire:
    """Stands between console and site; swallows a write, before it arrives or after it took effect."""

    def __init__(self, site: WordPressSite) -> None:
        self._site = site
        self._http = httpx.Client(timeout=60, trust_env=False)
        self.hold = ""
        self.held = threading.Event()

    def handle(self, seen: Seen) -> Answer:
        writes = seen.method in ("POST", "DELETE")
        if writes and self.hold == "request":
            self.held.set()
            return Answer(delay=60)
        headers = {k: v for k, v in seen.headers.items() if k in ("authorization", "content-type")}
        answer = self._http.request(
            seen.method, self._site.url + seen.path, params=seen.query, content=seen.body, headers=headers
        )
        if writes and self.hold == "answer":
            self.held.set()
            return Answer(delay=60)
        kept = {k: v for k, v in answer.headers.items() if k.startswith("x-wp-total") or k == "link"}
        return Answer(answer.status_code, answer.content, kept)

    def close(self) -> None:
        self._http.close()


@pytest.fixture
def wire(wordpress: WordPressSite) -> Iterator[tuple[Wire, FaultServer]]:
    made = Wire(wordpress)
    with serving(made.handle) as server:
        yield made, server
    made.close()


CHILD = """
import asyncio, json, sys
from console.connectors.registry import MemorySessionStore, connect
from console.domain.comment import Channel, ChannelId
from console.services.requests import request_of
from console.runtime.clock import SystemClock

async def main(server, handle, secret, request):
    channel = Channel(ChannelId(1), "wordpress", "t", server=server, handle=handle)
    connector = connect(channel, secret, MemorySessionStore(), SystemClock())
    await connector.perform(request_of(request))

asyncio.run(main(*json.load(sys.stdin)))
"""


@pytest.mark.parametrize(("hold", "state"), [("answer", "done"), ("request", "not_done")])
@pytest.mark.parametrize("action", [A.REPLY, A.HIDE, A.DELETE])
def test_killed_between_sending_and_knowing(
    wordpress: WordPressSite,
    console: SiteConsole,
    article: int,
    wire: tuple[Wire, FaultServer],
    tmp_path: Path,
    action: A,
    hold: str,
    state: str,
) -> None:
    made, server = wire
    made.hold = hold
    number = wordpress.comment(article, "Mine leaks")
    wanted = console.request(action, number, text="Sorry about that", facts={"status": "approved"})
    log = tmp_path / "log"
    with log.open("wb") as out:
        child = subprocess.Popen([sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=out, stderr=out)
    stored = {**asdict(wanted), "action": wanted.action.value}
    assert child.stdin is not None
    child.stdin.write(json.dumps([server.url, console.handle, console.secret, stored]).encode())
    child.stdin.close()
    held = made.held.wait(30)
    child.kill()
    assert child.wait(10) == -9
    assert held, log.read_text()
    assert console.reconcile(wanted).state == state
    console.perform(wanted)
    assert console.reconcile(wanted).state == "done"
    if action is A.REPLY:
        assert len(wordpress.answers(number)) == 1


def test_without_addresses_of_its_own() -> None:
    """A site with plain permalinks has no /wp-json/: the Link header leads to index.php?rest_route=."""
    site = WordPressSite.start(plain=True)
    try:
        assert (
            httpx.get(f"{site.url}/wp-json/wp/v2/comments", trust_env=False)
            .headers["content-type"]
            .startswith("text/html")
        )
        number = site.comment(site.article(), "hello")
        console = console_of(site)
        assert str(number) in console.pull()
        console.perform(console.request(A.HIDE, number))
        assert site.read(number)["status"] == "hold"
    finally:
        site.stop()
