"""The platform in trouble: each fault ends in the right state everywhere, and nothing is ever sent twice."""

from __future__ import annotations

import random
from typing import Any

import pytest

from console.domain.decision import ActionResult, DecisionOutcome, Reconciled
from console.domain.errors import (
    AuthExpired,
    EnvironmentFailure,
    ForbiddenByPlatform,
    Invalid,
    KeyringUnavailable,
    QuotaExhausted,
    SecretMissing,
    Transient,
    UnknownOutcome,
    VigieError,
    WorkspaceLocked,
)
from console.domain.vocabulary import CommentState, OutboxState
from console.services import answers, dispatch, outcomes
from tests.support.bench import ANA, Bench

DONE, QUEUED, UNKNOWN, FAILED = OutboxState.DONE, OutboxState.QUEUED, OutboxState.UNKNOWN, OutboxState.FAILED


def reply(bench: Bench, text: str = "Yes") -> tuple[Any, DecisionOutcome]:
    one = bench.comment("Do you deliver to Belgium?")
    return one, bench.decide(one, "reply", text)


@pytest.mark.parametrize("kind", ["server_error_after", "hang_up_after", "truncated", "cut_off"])
def test_a_lost_answer_is_read_back_and_not_sent_again(bench: Bench, kind: str) -> None:
    one, result = reply(bench)
    bench.fault(kind, path="/replies")
    bench.dispatch()
    assert bench.outbox(result) is DONE
    assert bench.state(one) is CommentState.DONE
    assert len(bench.log("reply")) == 1
    assert bench.row(result).tries == 1
    assert bench.outcomes(one)[-1] == ("dispatch", "reply", "done")


@pytest.mark.parametrize("kind", ["server_error", "hang_up"])
def test_what_never_arrived_is_sent_once_more(bench: Bench, kind: str) -> None:
    one, result = reply(bench)
    bench.fault(kind, path="/replies", method="POST")
    bench.dispatch()
    bench.clock.turn(600)
    bench.dispatch()
    assert bench.outbox(result) is DONE
    assert len(bench.log("reply")) == 1
    assert bench.state(one) is CommentState.DONE


def test_without_client_keys_a_lost_answer_is_still_found_by_its_text(bench: Bench) -> None:
    bench.ask("POST", "/_practice/settings", {"idempotent_replies": False})
    _, result = reply(bench, "Nous livrons partout.")
    bench.fault("hang_up_after", path="/replies")
    bench.dispatch()
    assert bench.outbox(result) is DONE
    assert len(bench.log("reply")) == 1


def test_rate_limited_waits_as_long_as_the_platform_says_and_says_so(bench: Bench) -> None:
    one, result = reply(bench)
    bench.fault("rate_limited", path="/replies", seconds=300)
    bench.dispatch()
    row = bench.row(result)
    assert (row.state, (row.error or {})["code"]) == (QUEUED, "rate_limited")
    assert row.not_before >= bench.clock.now() + 299
    assert bench.channel.state == "limited"
    assert bench.state(one) is CommentState.PENDING
    assert bench.run(lambda d: d.hurry()) == 0  # a person's hurry does not shorten the platform's own wait
    assert bench.dispatch() == 0
    bench.clock.turn(300)
    assert bench.dispatch() == 1
    assert bench.outbox(result) is DONE
    assert bench.channel.state == "ok"
    assert len(bench.log("reply")) == 1


def test_an_expired_token_is_renewed_without_anybody_noticing(bench: Bench) -> None:
    _, result = reply(bench)
    bench.fault("expired_token", path="/replies")
    bench.dispatch()
    assert bench.outbox(result) is DONE
    assert len(bench.log("reply")) == 1


def test_an_offline_network_keeps_everything_queued(bench: Bench) -> None:
    one, result = reply(bench)
    bench.network.stop()
    bench.clock.turn(21)
    url = "http://127.0.0.1:9"

    class Away:
        async def get(self, channel: Any) -> Any:
            from dataclasses import replace

            from console.connectors.practice import connect

            return connect(replace(channel, server=url), None, bench.sessions, bench.clock)

    with_network = bench.get
    bench.get = Away().get  # type: ignore[method-assign]
    bench.run(lambda d: d.run_due())
    bench.get = with_network  # type: ignore[method-assign]
    row = bench.row(result)
    assert (row.state, (row.error or {})["code"]) == (QUEUED, "offline")
    assert bench.channel.state == "error"
    assert bench.state(one) is CommentState.PENDING
    bench.network.start()
    bench.run(lambda d: d.hurry())
    assert bench.dispatch(wait=False) == 1
    assert bench.outbox(result) is DONE


def test_gone_on_the_platform(bench: Bench) -> None:
    one, result = reply(bench)
    bench.fault("gone", path="/replies")
    bench.dispatch()
    assert bench.outbox(result) is FAILED
    assert (bench.row(result).error or {})["code"] == "gone"
    assert bench.decision(result).state == "failed"
    assert bench.state(one) is CommentState.GONE
    assert bench.outcomes(one)[-1] == ("dispatch", "reply", "gone")


def test_a_retry_keeps_the_key(bench: Bench) -> None:
    one, result = reply(bench)
    key = bench.row(result).key
    perform(bench, lambda r: (_ for _ in ()).throw(ForbiddenByPlatform()))
    assert bench.outbox(result) is FAILED
    assert bench.outcomes(one)[-1] == ("dispatch", "reply", "refused_by_platform")
    assert bench.state(one) is CommentState.OPEN
    again = bench.moderation.retry(result.outbox_id or 0, ANA)
    assert (again.state, again.outbox_id) == ("queued", result.outbox_id)
    assert bench.state(one) is CommentState.PENDING
    bench.dispatch()
    assert bench.outbox(result) is DONE
    assert bench.row(result).key == key
    assert bench.decision(result).state == "done"
    with pytest.raises(VigieError) as caught:
        bench.moderation.retry(result.outbox_id or 0, ANA)
    assert caught.value.code == "not_failed"


def test_a_retry_brings_the_strike_back(bench: Bench) -> None:
    one = bench.comment("you idiot")
    result = bench.decide(one, "hide")
    perform(bench, lambda r: (_ for _ in ()).throw(ForbiddenByPlatform()))
    assert bench.strikes(one) == []
    bench.moderation.retry(result.outbox_id or 0, ANA)
    assert bench.strikes(one) == ["insult"]
    bench.dispatch()
    assert bench.again(one).hidden
    assert bench.strikes(one) == ["insult"]


def test_a_retry_asks_the_policy_again(bench: Bench) -> None:
    one = bench.comment("you idiot")
    result = bench.decide(one, "hide")
    perform(bench, lambda r: (_ for _ in ()).throw(ForbiddenByPlatform()))
    bench.moderation.categorise(int(one.id), "constructive_criticism", "a quotation", ANA)
    barred = bench.moderation.retry(result.outbox_id or 0, ANA)
    assert barred.refusal is not None
    assert (barred.state, barred.refusal.code) == ("refused", "refuse.protected")
    assert bench.outbox(result) is FAILED
    assert bench.outcomes(one)[-1] == ("refusal", "hide", "refused")
    bench.dispatch()
    assert bench.log() == []
    assert bench.strikes(one) == []


def test_a_failed_one_can_be_undone_instead(bench: Bench) -> None:
    one = bench.comment("you idiot")
    result = bench.decide(one, "hide")
    perform(bench, lambda r: (_ for _ in ()).throw(ForbiddenByPlatform()))
    assert bench.strikes(one) == []
    bench.undo(result)
    assert bench.outbox(result) is OutboxState.CANCELLED
    with pytest.raises(VigieError):
        bench.moderation.retry(result.outbox_id or 0, ANA)


# ---------------------------------------------------------------------- a connector that says what the test wants


class Scripted:
    """A connector whose answers are functions of the request; everything it was asked is kept."""

    def __init__(self, perform: Any, reconcile: Any = None) -> None:
        self._perform, self._reconcile = perform, reconcile
        self.asked: list[str] = []

    async def perform(self, request: Any) -> ActionResult:
        self.asked.append("perform")
        result = self._perform(request)
        assert isinstance(result, ActionResult)
        return result

    async def reconcile(self, request: Any) -> Reconciled:
        self.asked.append("reconcile")
        result = self._reconcile(request)
        assert isinstance(result, Reconciled)
        return result

    async def recheck(self, comments: Any) -> dict[str, None]:
        return {}  # the platform does not say: no guess

    async def close(self) -> None:
        return None


def perform(bench: Bench, answer: Any, reconcile: Any = None, *, wait: bool = True) -> Scripted:
    """Run the outbox against a scripted connector."""
    scripted = Scripted(answer, reconcile)

    async def get(channel: Any) -> Any:
        return scripted

    before = bench.get
    bench.get = get  # type: ignore[method-assign]
    try:
        bench.dispatch(wait=wait)
    finally:
        bench.get = before  # type: ignore[method-assign]
    return scripted


def throws(error: BaseException) -> Any:
    def answer(request: Any) -> Any:
        raise error

    return answer


@pytest.mark.parametrize(
    ("error", "state", "channel"),
    [
        (Transient(), QUEUED, "error"),
        (QuotaExhausted(retry_at=1_800_000_000), QUEUED, "limited"),
        (AuthExpired(), QUEUED, "auth"),
        (SecretMissing(channel="practice:demo"), QUEUED, "auth"),
        (KeyringUnavailable("keyring_locked"), QUEUED, "auth"),
        (EnvironmentFailure("practice_port"), QUEUED, "error"),
        (Invalid("text_too_long"), FAILED, "ok"),
        (ForbiddenByPlatform(), FAILED, "ok"),
    ],
)
def test_every_class_of_error_has_its_end(
    bench: Bench, error: VigieError, state: OutboxState, channel: str
) -> None:
    one, result = reply(bench)
    perform(bench, throws(error))
    assert bench.outbox(result) is state
    assert (bench.row(result).error or {})["code"] == error.code
    assert bench.channel.state == channel
    assert bench.state(one) is (CommentState.PENDING if state is QUEUED else CommentState.OPEN)
    assert bench.decision(result).state == ("queued" if state is QUEUED else "failed")
    # A sign-in that no longer holds is not kept: the next one is made from the secret as it is then.
    assert bench.forgotten == ([int(bench.channel_id)] if isinstance(error, AuthExpired) else [])


def test_a_secret_given_later_is_used_at_once_when_a_person_asks(bench: Bench) -> None:
    _, result = reply(bench)
    perform(bench, throws(SecretMissing(channel="practice:demo")))
    assert bench.dispatch() == 0
    assert bench.run(lambda d: d.hurry()) == 1
    assert bench.dispatch(wait=False) == 1
    assert bench.outbox(result) is DONE


def test_hurry_leaves_undo_windows_alone(bench: Bench) -> None:
    _, result = reply(bench)
    assert bench.run(lambda d: d.hurry()) == 0
    assert bench.dispatch(wait=False) == 0
    assert bench.outbox(result) is QUEUED


def test_one_channel_that_must_wait_does_not_burn_through_its_queue(bench: Bench) -> None:
    results = [bench.decide(bench.comment(f"you idiot {n}"), "hide") for n in range(3)]
    scripted = perform(bench, throws(AuthExpired()))
    assert scripted.asked == ["perform"]
    assert [bench.outbox(one) for one in results] == [QUEUED] * 3
    assert [bench.row(one).tries for one in results] == [1, 0, 0]


def test_cannot_tell_asks_a_person_and_is_never_resent(bench: Bench) -> None:
    one, result = reply(bench)
    perform(bench, throws(UnknownOutcome()), lambda r: Reconciled("cannot_tell"))
    assert bench.outbox(result) is OutboxState.WAITING_PERSON
    assert bench.state(one) is CommentState.WAITING
    assert bench.outcomes(one)[-1] == ("dispatch", "reply", "cannot_tell")
    for _ in range(3):
        assert bench.dispatch() == 0
    assert bench.log("reply") == []
    # It may stand there: an undo that only forgets it here would leave it there.
    undone = bench.undo(result)
    assert undone.refusal is not None
    assert undone.refusal.code == "undo_unconfirmed"
    done = bench.moderation.confirm(result.outbox_id or 0, True, ANA)
    assert done.state == "done"
    assert bench.outbox(result) is DONE
    assert bench.state(one) is CommentState.DONE


def test_cannot_tell_then_not_done_may_be_retried(bench: Bench) -> None:
    _, result = reply(bench)
    perform(bench, throws(UnknownOutcome()), lambda r: Reconciled("cannot_tell"))
    bench.moderation.confirm(result.outbox_id or 0, False, ANA)
    assert bench.outbox(result) is FAILED
    bench.moderation.retry(result.outbox_id or 0, ANA)
    bench.dispatch()
    assert bench.outbox(result) is DONE
    assert len(bench.log("reply")) == 1


@pytest.mark.parametrize("error", [UnknownOutcome(), ZeroDivisionError("a bug")])
def test_a_row_that_never_arrives_pauses_longer_and_longer_and_is_given_up(
    bench: Bench, error: BaseException
) -> None:
    one, result = reply(bench)
    waits = []
    for _ in range(40):
        scripted = perform(bench, throws(error), lambda r: Reconciled("not_done"), wait=False)
        assert scripted.asked.count("perform") <= 2
        row = bench.row(result)
        if row.state is FAILED:
            break
        waits.append(row.not_before - bench.clock.now())
        bench.clock.turn(max(1, row.not_before - bench.clock.now()))
    row = bench.row(result)
    assert (row.state, (row.error or {})["code"], row.tries) == (FAILED, "gave_up", outcomes.MAX_TRIES)
    assert bench.state(one) is CommentState.OPEN
    assert max(waits) >= 60


@pytest.mark.parametrize("error", [Transient(), AuthExpired(), SecretMissing(channel="x")])
def test_reading_back_waits_when_the_platform_is_away(bench: Bench, error: VigieError) -> None:
    _, result = reply(bench)
    scripted = Scripted(throws(UnknownOutcome()), throws(error))

    async def get(channel: Any) -> Any:
        return scripted

    before = bench.get
    bench.get = get  # type: ignore[method-assign]

    async def rounds(d: dispatch.Dispatcher) -> None:
        bench.clock.turn(21)
        for _ in range(50):  # a dispatcher looks every second
            await d.run_due()
        bench.clock.turn(30)
        await d.run_due()

    bench.run(rounds)
    bench.get = before  # type: ignore[method-assign]
    assert bench.outbox(result) is UNKNOWN
    assert 2 <= scripted.asked.count("reconcile") <= 4
    assert bench.dispatch() >= 1
    assert bench.outbox(result) is DONE
    assert len(bench.log("reply")) == 1


@pytest.mark.parametrize("error", [Invalid(), ForbiddenByPlatform(), ZeroDivisionError("a bug")])
def test_a_platform_that_will_not_say_is_asked_by_a_person(bench: Bench, error: BaseException) -> None:
    _, result = reply(bench)
    other = bench.decide(bench.comment("you idiot"), "hide")
    perform(
        bench, lambda r: ActionResult() if r.action == "hide" else throws(UnknownOutcome())(r), throws(error)
    )
    assert bench.outbox(result) is OutboxState.WAITING_PERSON
    assert bench.outbox(other) is DONE  # the others go on


def test_an_answer_that_cannot_be_written_down_is_read_back_in_the_next_round(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, result = reply(bench)
    bench.clock.turn(21)
    real = answers.settle_done
    left = [1]

    def full(*arguments: Any, **more: Any) -> None:
        if left[0]:
            left[0] -= 1
            raise WorkspaceLocked(path="x")
        real(*arguments, **more)

    monkeypatch.setattr(outcomes, "settle_done", full)

    async def rounds(d: dispatch.Dispatcher) -> None:
        with pytest.raises(WorkspaceLocked):
            await d.run_due()
        assert bench.outbox(result) is OutboxState.SENDING
        await d.run_due()

    bench.run(rounds)
    assert bench.outbox(result) is DONE
    assert len(bench.log("reply")) == 1


def test_interrupted_while_sending_is_read_back_by_the_next_process(bench: Bench) -> None:
    one, result = reply(bench)
    bench.clock.turn(21)
    bench.store.write(lambda tx: tx.outbox.claim_ready(tx.now, [int(bench.channel_id)])).result()
    assert bench.recover() == 1
    assert bench.outbox(result) is UNKNOWN
    bench.dispatch()
    assert bench.outbox(result) is DONE
    assert len(bench.log("reply")) == 1
    assert bench.state(one) is CommentState.DONE


def test_whoever_lost_the_lease_sends_nothing_more(bench: Bench) -> None:
    _, result = reply(bench)
    bench.clock.turn(21)
    bench.store.write(lambda tx: tx.shared.take_lease("other", "another session", 1, tx.now, 20)).result()
    assert bench.dispatch(wait=False) == 0
    bench.clock.turn(20)
    assert bench.dispatch(wait=False) == 1
    assert bench.outbox(result) is DONE


def test_a_row_settled_elsewhere_meanwhile_keeps_that_word(bench: Bench) -> None:
    _, result = reply(bench)

    def settled(request: Any) -> ActionResult:
        def work(tx: Any) -> None:
            tx.outbox.move(result.outbox_id, UNKNOWN, tx.now)
            tx.outbox.move(result.outbox_id, DONE, tx.now, result={"remote_id": "theirs"})

        bench.store.write(work).result()
        return ActionResult("mine")

    perform(bench, settled)
    assert (bench.row(result).result or {})["remote_id"] == "theirs"


def test_a_paused_channel_neither_sends_nor_reads_back(bench: Bench) -> None:
    _, result = reply(bench)
    bench.store.write(lambda tx: tx.channels.set(bench.channel_id, paused=True)).result()
    assert bench.dispatch() == 0
    assert bench.outbox(result) is QUEUED


# ---------------------------------------------------------------------- two hundred decisions in rough weather


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_is_sent_twice_or_lost_in_rough_weather(bench: Bench, seed: int) -> None:
    """Faults, crashes between send and answer, undos at random: in the end network and workspace agree."""
    draw = random.Random(seed)
    for number in range(40):
        bench.write(draw.choice(["you idiot", "Do you deliver?", "hello", "a casino"]), f"h{number}")
    bench.pull()
    comments = [
        one
        for one in bench.store.read(lambda r: r.comments.rows(range(1, 2000)))
        if one.author_handle.startswith("h") and not one.ours and one.author_handle[1:].isdigit()
    ]
    made: list[DecisionOutcome] = []
    texts: dict[int, str] = {}
    for number in range(70):
        one = draw.choice(comments)
        action = draw.choice(["reply", "reply", "reply", "hide", "unhide", "mute", "like"])
        text = f"answer {seed}-{number}" if action == "reply" else None
        result = bench.decide(one, action, text, at_once=draw.random() < 0.3)
        if result.state == "queued":
            made.append(result)
            if text:
                texts[result.decision_id or 0] = text
        for _ in range(draw.randrange(3)):
            kind = draw.choice(
                ["rate_limited", "server_error", "hang_up", "expired_token", "truncated", "cut_off",
                 "hang_up_after", "server_error_after"]
            )  # fmt: skip
            bench.fault(kind, seconds=1, path=draw.choice(["", "/replies", "/comments"]))
        if draw.random() < 0.4:
            bench.clock.turn(draw.randrange(25))
            bench.dispatch(wait=False)
        if draw.random() < 0.15:  # a process ends between claim and answer
            bench.clock.turn(21)
            bench.store.write(lambda tx: tx.outbox.claim_ready(tx.now, [int(bench.channel_id)])).result()
            bench.recover()
        if made and draw.random() < 0.15:
            bench.undo(draw.choice(made))
    bench.ask("DELETE", "/_practice/faults")
    for _ in range(60):
        bench.clock.turn(120)
        bench.dispatch(wait=False)
        counts = bench.store.read(lambda r: r.outbox.counts())
        if not counts.get("queued", 0) and not counts.get("unknown", 0):
            break
    counts = bench.store.read(lambda r: r.outbox.counts())
    assert set(counts) <= {"done", "cancelled", "failed"}, counts
    sent = [entry["text"] for entry in bench.log("reply")]
    assert len(sent) == len(set(sent))
    for result in made:
        state, text = bench.outbox(result), texts.get(result.decision_id or 0)
        if text is not None:
            assert (text in sent) == (state is DONE), (text, state)
        decision = bench.decision(result)
        assert decision.state in ("done", "failed", "undone")
    # What the workspace believes of the platform is what the platform says.
    told = bench.pull()
    assert told.error is None
    listed = {}
    for start in range(0, len(comments), 50):
        ids = ",".join(one.remote_id for one in comments[start : start + 50])
        listed.update({one["id"]: one for one in signed_in(bench, f"/api/v1/comments?ids={ids}")["comments"]})
    for one in comments:
        if bench.state(one) is not CommentState.GONE:
            assert bench.again(one).hidden == listed[one.remote_id]["hidden"]
    by_decision: dict[int, list[str]] = {}
    for entry in bench.entries():
        if "decision" in entry:
            by_decision.setdefault(int(entry["decision"]), []).append(entry["event"])
    for result in made:
        assert by_decision[result.decision_id or 0][0] == "decision"


def signed_in(bench: Bench, path: str) -> Any:
    """A read of the network's own API."""
    import http.client
    import json

    token = bench.ask("POST", "/api/v1/session", {"account": "lormel", "password": "practice"})[
        "access_token"
    ]
    connection = http.client.HTTPConnection(bench.network.url.removeprefix("http://"), timeout=10)
    try:
        connection.request("GET", path, headers={"authorization": f"Bearer {token}"})
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()
