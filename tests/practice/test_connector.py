"""The practice connector against the real network: pulls, every action, every error, and what a crash leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from console.connectors.http import MAX_SLEEP
from console.connectors.practice import SPEC, PracticeConnector, connect
from console.connectors.registry import spec
from console.connectors.sessions import MemorySessionStore
from console.domain.comment import Channel, ChannelId, IncomingComment
from console.domain.errors import (
    AuthExpired,
    ConnectorError,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    RateLimited,
    Transient,
    UnknownOutcome,
    Unsupported,
    UsageError,
)
from console.domain.vocabulary import ActionKind
from console.practice import PracticeNetwork
from tests.practice.conftest import START, Client, TurnedClock, a_request, pull_all

Play = Callable[[Callable[[PracticeConnector], Any]], Any]


@pytest.fixture
def present(play: Play) -> list[IncomingComment]:
    """What a first pull brings."""
    found: list[IncomingComment] = play(pull_all)[0]
    return found


@pytest.fixture
def target(present: list[IncomingComment]) -> IncomingComment:
    return next(comment for comment in present if not comment.ours and comment.parent_remote_id is None)


# ------------------------------------------------------------------ pulling


def test_a_pull_is_complete_in_order_and_resumable(play: Play, client: Client, clock: TurnedClock) -> None:
    whole, cursor = play(pull_all)
    theirs, _ = client.everything()
    assert [comment.remote_id for comment in whole] == [item["id"] for item in theirs]
    assert [comment.text for comment in whole] == [item["text"] for item in theirs]
    first = play(lambda connector: connector.pull(None))
    assert first.more
    rest, end = play(lambda connector: pull_all(connector, first.cursor))
    assert [c.remote_id for c in (*first.comments, *rest)] == [c.remote_id for c in whole]
    assert end == cursor
    assert play(lambda connector: pull_all(connector, cursor)) == ([], cursor)


def test_a_comment_carries_what_the_console_needs(present: list[IncomingComment]) -> None:
    by_handle = {comment.author.handle: comment for comment in present}
    comment = by_handle["roger_la_colere"]
    assert comment.author.followers == 37
    assert comment.author.created_at is not None
    assert comment.author.created_at < comment.posted_at
    assert comment.post is not None
    assert comment.post.title
    assert comment.permalink.startswith("http://127.0.0.1:")
    assert comment.language == "fr"
    assert comment.hidden is False
    assert by_handle["lormel"].ours
    assert by_handle["abu_salma"].author.name == "أبو سلمى"
    assert {comment.language for comment in present} >= {"fr", "en", "es", "de", "he"}
    parents = {comment.remote_id for comment in present}
    assert all(comment.parent_remote_id in parents for comment in present if comment.parent_remote_id)
    assert "mul" not in {comment.language for comment in present}


def test_edits_and_deletions_arrive(play: Play, clock: TurnedClock, present: list[IncomingComment]) -> None:
    _, cursor = play(pull_all)
    clock.at += 4 * 3600
    changed, _ = play(lambda connector: pull_all(connector, cursor))
    before = {comment.remote_id: comment for comment in present}
    edited = [c for c in changed if c.remote_id in before and c.edited_at and not c.gone]
    gone = [c for c in changed if c.remote_id in before and c.gone]
    assert edited
    assert gone
    assert all(c.text != before[c.remote_id].text and c.edited_at > START for c in edited if c.edited_at)
    assert all(c.text == "" for c in gone)


def test_after_a_reset_the_pull_starts_again_and_says_so(play: Play, network: PracticeNetwork) -> None:
    whole, cursor = play(pull_all)
    network.reset()
    page = play(lambda connector: connector.pull(cursor))
    assert [warning["code"] for warning in page.warnings] == ["cursor_restarted"]
    assert page.comments[0].remote_id == whole[0].remote_id
    assert page.cursor != cursor


def test_recheck_tells_present_gone_and_unknown_apart(
    play: Play, client: Client, present: list[IncomingComment]
) -> None:
    kept, lost = present[0].remote_id, present[1].remote_id
    client.ask("DELETE", f"/api/v1/comments/{lost}")
    many = [comment.remote_id for comment in present[:150]]
    found = play(lambda connector: connector.recheck([*many, "pc_unknown"]))
    assert set(found) == set(many)
    assert found[kept] == replace(present[0], replies=found[kept].replies)
    assert found[lost] is None
    assert play(lambda connector: connector.recheck([])) == {}


# ------------------------------------------------------------------ acting


def test_check_names_the_account(play: Play, network: PracticeNetwork) -> None:
    info = play(lambda connector: connector.check())
    assert (info.handle, info.name, info.server) == ("lormel", "Lormel", network.url)


@pytest.mark.parametrize(
    ("action", "field", "wanted", "about"),
    [
        (ActionKind.HIDE, "hidden", True, "comments"),
        (ActionKind.UNHIDE, "hidden", False, "comments"),
        (ActionKind.LIKE, "liked", True, "comments"),
        (ActionKind.UNLIKE, "liked", False, "comments"),
        (ActionKind.REPORT, "reported", True, "comments"),
        (ActionKind.BLOCK, "blocked", True, "accounts"),
        (ActionKind.UNBLOCK, "blocked", False, "accounts"),
        (ActionKind.MUTE, "muted", True, "accounts"),
        (ActionKind.UNMUTE, "muted", False, "accounts"),
    ],
)
def test_each_action_takes_effect_once_and_is_reconciled(
    play: Play,
    client: Client,
    target: IncomingComment,
    action: ActionKind,
    field: str,
    wanted: bool,
    about: str,
) -> None:
    subject = target.remote_id if about == "comments" else target.author.remote_id
    if not wanted:  # something to take back
        word = {"hidden": "hide", "liked": "like", "blocked": "block", "muted": "mute"}[field]
        client.ask("POST", f"/api/v1/{about}/{subject}/{word}", {})
    request = a_request(action, target, reason="insult")

    async def scene(connector: PracticeConnector) -> list[Any]:
        before = await connector.reconcile(request)
        first, second = await connector.perform(request), await connector.perform(request)
        return [before.state, first.already, second.already, (await connector.reconcile(request)).state]

    assert play(scene) == ["not_done", False, True, "done"]
    assert client.ask("GET", f"/api/v1/{about}/{subject}").json[field] is wanted
    entry = next(entry for entry in client.log() if entry["action"] == str(action))
    assert entry["target"] == subject
    assert entry["reason"] == ("harassment" if action is ActionKind.REPORT else None)


def test_a_reply_and_its_undo(play: Play, client: Client, target: IncomingComment) -> None:
    request = a_request(ActionKind.REPLY, target, text="Bonjour, merci pour votre message 🙂")

    async def scene(connector: PracticeConnector) -> list[Any]:
        first, second = await connector.perform(request), await connector.perform(request)
        assert first.remote_id == second.remote_id
        assert second.already
        undo = a_request(ActionKind.DELETE, target, key="aa" * 16, undo_of={"remote_id": first.remote_id})
        before = (await connector.reconcile(undo)).state
        gone, again = await connector.perform(undo), await connector.perform(undo)
        with pytest.raises(Invalid):  # never the comment in place of a reply whose id nobody knows
            await connector.perform(replace(undo, undo_of={}))
        return [first, before, gone.already, again.already, (await connector.reconcile(undo)).state]

    first, *states = play(scene)
    assert states == ["not_done", False, True, "done"]
    assert first.permalink.endswith(first.remote_id)
    assert client.ask("GET", f"/api/v1/comments/{first.remote_id}").status == 410
    assert client.ask("GET", f"/api/v1/comments/{target.remote_id}").status == 200


def test_delete_warn_and_what_this_platform_does_not_know(
    play: Play, client: Client, target: IncomingComment
) -> None:
    async def scene(connector: PracticeConnector) -> None:
        warned = await connector.perform(a_request(ActionKind.WARN, target, text="Restons courtois."))
        assert warned.remote_id
        await connector.perform(a_request(ActionKind.DELETE, target))
        with pytest.raises(Gone):
            await connector.perform(a_request(ActionKind.HIDE, target))
        with pytest.raises(Gone):
            await connector.perform(a_request(ActionKind.REPLY, target, key="bb" * 16, text="too late"))
        for call in (connector.perform, connector.reconcile):
            with pytest.raises(Unsupported):
                await call(a_request(ActionKind.ESCALATE, target))

    play(scene)
    assert client.ask("GET", f"/api/v1/comments/{target.remote_id}").status == 410


def test_refusals_have_their_classes(
    play: Play, present: list[IncomingComment], target: IncomingComment
) -> None:
    ours = next(comment for comment in present if comment.ours)
    strange = replace(target, remote_id="../../_practice/reset?x=")

    async def scene(connector: PracticeConnector) -> None:
        for wanted, code, request in (
            (Invalid, "text_too_long", a_request(ActionKind.REPLY, target, text="x" * 501)),
            (Invalid, "empty_text", a_request(ActionKind.REPLY, target, text="  ")),
            (ForbiddenByPlatform, "forbidden", a_request(ActionKind.REPORT, ours)),
            (ForbiddenByPlatform, "forbidden", a_request(ActionKind.BLOCK, ours)),
            (Gone, "gone", a_request(ActionKind.HIDE, strange)),
        ):
            with pytest.raises(wanted) as caught:
                await connector.perform(request)
            assert caught.value.code == code

    play(scene)


def test_capabilities_are_honest() -> None:
    assert spec("practice") is SPEC
    assert SPEC.measure("👨‍👩‍👧‍👦" * 500).fits
    assert not SPEC.measure("x" * 501).fits
    assert SPEC.capability("hide").reversible
    for action in ("delete", "report"):
        assert not SPEC.capability(action).reversible
    assert SPEC.capability("block", {}, ours=True).mode == "none"
    assert SPEC.capability("delete", {}, ours=True).mode == "api"
    assert SPEC.capability("escalate").mode == "none"


# ------------------------------------------------------------------ what goes wrong


def _fails(
    play: Play, error: type[ConnectorError], scene: Callable[[PracticeConnector], Any]
) -> ConnectorError:
    with pytest.raises(error) as caught:
        play(scene)
    return caught.value


@pytest.mark.parametrize("fault", ["truncated", "cut_off", "hang_up", "hang_up_after", "server_error"])
def test_a_broken_answer_to_a_pull_is_transient_and_nothing_is_lost(
    play: Play, client: Client, fault: str
) -> None:
    page = play(lambda connector: connector.pull(None))
    client.fault(fault, path="/api/v1/comments")
    _fails(play, Transient, lambda connector: connector.pull(page.cursor))
    after, _ = play(lambda connector: pull_all(connector, page.cursor))
    assert len(page.comments) + len(after) == len(client.everything()[0])


@pytest.mark.parametrize("fault", ["truncated", "cut_off", "hang_up", "hang_up_after", "server_error_after"])
def test_a_broken_answer_to_a_reply_is_an_unknown_outcome(
    play: Play, client: Client, target: IncomingComment, fault: str
) -> None:
    client.fault(fault, path="/replies", method="POST")
    request = a_request(ActionKind.REPLY, target, text="Une seule fois")
    _fails(play, UnknownOutcome, lambda connector: connector.perform(request))
    answer = play(lambda connector: connector.reconcile(request))
    assert answer.state == ("not_done" if fault == "hang_up" else "done")


def test_429_says_until_when_and_holds_the_next_call_back(
    play: Play, client: Client, clock: TurnedClock, target: IncomingComment
) -> None:
    client.fault("rate_limited", seconds=90, path="/hide")

    async def scene(connector: PracticeConnector) -> None:
        with pytest.raises(RateLimited) as caught:
            await connector.perform(a_request(ActionKind.HIDE, target))
        assert caught.value.retry_at == clock.at + 90
        with pytest.raises(RateLimited):
            await connector.pull(None)
        clock.at += 90 + MAX_SLEEP
        assert not (await connector.perform(a_request(ActionKind.HIDE, target))).already

    play(scene)
    assert [entry["action"] for entry in client.log()] == ["hide"]


def test_an_expired_token_is_refreshed_unseen_even_under_a_write(
    play: Play, client: Client, clock: TurnedClock, sessions: MemorySessionStore, target: IncomingComment
) -> None:
    async def scene(connector: PracticeConnector) -> None:
        await connector.check()
        old = sessions.load()
        clock.at += 3600
        await connector.perform(a_request(ActionKind.REPLY, target, text="Encore là"))
        new = sessions.load()
        assert old is not None
        assert new is not None
        assert old["access_token"] != new["access_token"]
        # Several calls that meet an expired token at once share one refresh.
        clock.at += 3600
        await asyncio.gather(*(connector.recheck([target.remote_id]) for _ in range(6)))

    play(scene)
    assert [entry["action"] for entry in client.log()] == ["reply"]


def test_a_dead_refresh_token_falls_back_to_the_password(play: Play, client: Client) -> None:
    play(lambda connector: connector.check())
    client.fault("signed_out")
    assert play(lambda connector: connector.check()).handle == "lormel"


def test_a_token_that_is_refused_again_is_a_persons_matter(play: Play, client: Client) -> None:
    client.fault("expired_token", count=2, path="/account")
    _fails(play, AuthExpired, lambda connector: connector.check())


def test_a_wrong_password_and_a_wrong_server(network: PracticeNetwork, clock: TurnedClock) -> None:
    async def check(server: str, secret: str | None) -> None:
        connector = connect(
            Channel(ChannelId(1), "practice", "demo", server=server), secret, MemorySessionStore(), clock
        )
        try:
            await connector.check()
        finally:
            await connector.close()

    with pytest.raises(AuthExpired) as refused:
        asyncio.run(check(network.url, "guess"))
    assert refused.value.code == "bad_credentials"
    with pytest.raises(UsageError):
        asyncio.run(check("", None))
    network.stop()
    with pytest.raises(Transient) as offline:
        asyncio.run(check("http://127.0.0.1:9", None))
    assert offline.value.code == "offline"


def test_an_empty_answer_moves_nothing(play: Play, client: Client) -> None:
    page = play(lambda connector: connector.pull(None))
    client.fault("empty", path="/comments")
    empty = play(lambda connector: connector.pull(page.cursor))
    assert (empty.comments, empty.cursor) == ((), page.cursor)


# ------------------------------------------------------------------ a crash between send and confirm


def test_a_lost_confirmation_without_keys_is_found_and_nothing_is_sent_twice(
    play: Play, client: Client, target: IncomingComment, clock: TurnedClock
) -> None:
    client.settings(idempotent_replies=False)
    client.fault("hang_up_after", path="/replies", method="POST")
    request = a_request(
        ActionKind.REPLY, target, text="Nous vous appelons demain.", created_at_us=clock.now_us()
    )
    clock.at += 21
    assert play(lambda connector: connector.reconcile(request)).state == "not_done"
    _fails(play, UnknownOutcome, lambda connector: connector.perform(request))
    clock.at += 3
    answer = play(lambda connector: connector.reconcile(request))  # a new connector: the old process is dead
    assert answer.state == "done"
    replies = client.ask("GET", f"/api/v1/comments/{target.remote_id}/replies").json["comments"]
    assert [item["id"] for item in replies if item["text"] == request.text] == [answer.result.remote_id]
    assert [entry["action"] for entry in client.log()] == ["reply"]


def test_an_earlier_reply_with_the_same_words_is_not_taken_for_this_one(
    play: Play, client: Client, target: IncomingComment, clock: TurnedClock
) -> None:
    client.settings(idempotent_replies=False)
    client.ask("POST", f"/api/v1/comments/{target.remote_id}/replies", {"text": "Merci !"})
    clock.at += 600
    request = a_request(ActionKind.REPLY, target, text="Merci !", created_at_us=clock.now_us())
    assert play(lambda connector: connector.reconcile(request)).state == "not_done"


def test_a_reply_that_was_deleted_meanwhile_cannot_be_told(
    play: Play, client: Client, target: IncomingComment, clock: TurnedClock
) -> None:
    client.settings(idempotent_replies=False)
    request = a_request(ActionKind.REPLY, target, text="Merci !", created_at_us=clock.now_us())
    sent = play(lambda connector: connector.perform(request))
    client.ask("DELETE", f"/api/v1/comments/{sent.remote_id}")
    assert play(lambda connector: connector.reconcile(request)).state == "cannot_tell"


def test_with_keys_another_requests_reply_is_never_ours(
    play: Play, client: Client, target: IncomingComment, clock: TurnedClock
) -> None:
    path = f"/api/v1/comments/{target.remote_id}/replies"
    client.ask("POST", path, {"text": "Merci !", "client_key": "another"})
    request = a_request(ActionKind.REPLY, target, text="Merci !", created_at_us=clock.now_us())
    assert play(lambda connector: connector.reconcile(request)).state == "not_done"
    unknown = a_request(ActionKind.REPLY, replace(target, remote_id="pc_never"), text="x")
    assert play(lambda connector: connector.reconcile(unknown)).state == "not_done"
