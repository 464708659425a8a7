"""Pulls, verdicts and proposals: cursors that never skip, channels that say their state, policies that replace each other."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from console import paths
from console.domain.comment import IncomingAuthor
from console.domain.errors import NotAllowed, UsageError
from console.domain.verdict import ClassifyItem, Verdict
from console.domain.vocabulary import NO_DUE, CommentState
from console.policy import load_policy
from console.services import pulling
from console.services.intake import Importer
from console.store import QueueFilter
from console.store.sqlite import decisions
from tests.support.bench import ANA, LEA, Bench, read_texts
from tests.support.workspaces import add_channel, comment, take_in


def test_a_pull_brings_everything_once(bench: Bench) -> None:
    for number in range(230):
        bench.write(f"hello {number}", f"h{number}")
    first = bench.pull()
    assert (first.new, first.pages, first.error) == (230, 3, None)
    second = bench.pull()
    assert (second.new, second.updated) == (0, 0)
    assert bench.channel.state == "ok"
    assert bench.channel.last_pull_at == bench.clock.now()
    assert bench.channel.next_pull_at == bench.clock.now() + 10


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("rate_limited", "limited"),
        ("server_error", "error"),
        ("truncated", "error"),
        ("cut_off", "error"),
        ("hang_up", "error"),
        ("empty", "error"),
    ],
)
def test_trouble_while_pulling_moves_no_cursor_and_loses_nothing(bench: Bench, kind: str, state: str) -> None:
    for number in range(150):
        bench.write(f"hello {number}", f"h{number}")
    bench.fault(kind, count=20, path="/comments", seconds=120)
    report = bench.pull()
    assert report.error is not None
    assert bench.channel.state == state
    assert bench.channel.state_code == report.error.code
    assert bench.channel.cursor is None
    assert (bench.channel.next_pull_at or 0) > bench.clock.now()
    bench.ask("DELETE", "/_practice/faults")
    bench.clock.turn(200)
    report = bench.pull()
    assert (report.error, report.new) == (None, 150)
    assert (bench.channel.state, bench.channel.state_code) == ("ok", None)


def test_trouble_on_the_second_page_keeps_the_first(bench: Bench) -> None:
    for number in range(150):
        bench.write(f"hello {number}", f"h{number}")
    bench.fault("slow", path="/comments", seconds=0)  # the first page comes
    bench.fault("server_error", path="/comments", count=9)
    report = bench.pull()
    assert report.error is not None
    assert bench.store.read(lambda r: len(r.queues.ids(QueueFilter()))) == 100
    assert bench.channel.cursor is not None
    bench.ask("DELETE", "/_practice/faults")
    report = bench.pull()
    assert (report.error, report.new) == (None, 50)


def test_a_reset_network_is_read_from_its_beginning(bench: Bench) -> None:
    one = bench.comment("hello")
    bench.network.reset()
    bench.write("hello again", "h2")
    report = bench.pull()
    assert report.error is None
    assert report.new == 1
    assert bench.state(one) is CommentState.OPEN


def test_failing_pulls_wait_longer_and_longer(bench: Bench) -> None:
    """Across tries of one process; the count starts again after a success."""
    import asyncio

    async def rounds() -> list[int]:
        bench._made = []
        puller = pulling.Puller(bench.store, bench, bench.clock, lambda tries: 2**tries)
        waits = []
        for _ in range(4):
            await puller.pull(bench.channel, 10)
            waits.append((bench.channel.next_pull_at or 0) - bench.clock.now())
        bench.ask("DELETE", "/_practice/faults")
        await puller.pull(bench.channel, 10)
        waits.append((bench.channel.next_pull_at or 0) - bench.clock.now())
        for one in bench._made:
            await one.close()
        return waits

    bench.fault("server_error", count=500, path="/comments")
    assert asyncio.run(rounds()) == [2, 4, 8, 16, 10]


def test_what_a_person_sets_while_a_pull_runs_counts_at_its_end(bench: Bench) -> None:
    import asyncio

    before = bench.channel
    options = {"interval": 400, "closely_until": bench.clock.now() + 3600}
    bench.store.write(lambda tx: tx.channels.set(before.id, options=options)).result()

    async def once() -> None:
        bench._made = []
        await pulling.Puller(bench.store, bench, bench.clock, lambda _tries: 1).pull(before, 400)
        for one in bench._made:
            await one.close()

    asyncio.run(once())
    assert (bench.channel.next_pull_at or 0) - bench.clock.now() == 100


# ---------------------------------------------------------------------- verdicts and proposals


def test_newest_first_and_each_once(bench: Bench) -> None:
    channel = add_channel(bench.store, "file", "export")
    numbers = take_in(bench.store, channel, *(comment(n) for n in range(600)), kind="file")
    asked: list[int] = []

    def classify(items: Sequence[ClassifyItem]) -> list[Verdict]:
        asked.extend(int(one.id) for one in items)
        return read_texts(items)

    told: list[int] = []
    assert bench.triage.run(classify, told.append) == 600
    assert asked == sorted(numbers, reverse=True)
    assert told == [256, 512, 600]
    assert bench.triage.run(classify) == 0


def test_a_text_edited_while_it_was_read_is_read_again(bench: Bench) -> None:
    one = bench.comment("hello")
    channel = bench.channel_id
    author = IncomingAuthor(one.author_remote_id, one.author_handle)
    edits = ["you idiot"]

    def classify(items: Sequence[ClassifyItem]) -> list[Verdict]:
        verdicts = read_texts(items)
        if edits:
            again = comment("x", edits.pop(), author=author)
            take_in(bench.store, channel, dataclasses.replace(again, remote_id=one.remote_id))
        return verdicts

    take_in(
        bench.store,
        channel,
        dataclasses.replace(comment("x", "hello 2", author=author), remote_id=one.remote_id),
    )
    assert bench.triage.run(classify) == 1
    fresh = bench.again(one)
    assert (fresh.text, fresh.category) == ("you idiot", "insult")


def test_another_policy_proposes_again_for_open_comments_only(bench: Bench, tmp_path: Path) -> None:
    open_one = bench.comment("you idiot")
    done_one = bench.comment("you idiot too")
    chosen = bench.comment("just hello")
    bench.decide(done_one, "keep")
    bench.moderation.categorise(chosen.id, "praise", "", ANA)
    before = bench.again(open_one)
    shipped = paths.resources() / "policies"
    import shutil

    shutil.copytree(shipped / "lists", tmp_path / "own" / "lists")
    text = (shipped / "default.en.toml").read_text(encoding="utf-8")
    insult = text.index("[category.insult]")
    text = text[:insult] + text[insult:].replace("severity     = 3", "severity     = 4", 1).replace(
        '"4h"', '"9h"', 1
    )
    own = tmp_path / "own" / "policy.toml"
    own.write_text(text, encoding="utf-8")
    loaded = load_policy(own)
    version = bench.lifecycle.submit(loaded.text, loaded.files, LEA)
    with pytest.raises(NotAllowed):
        bench.lifecycle.activate(version.id, ANA)
    bench.lifecycle.activate(version.id, LEA, "no backtest on the bench")
    assert bench.policies.active().id == version.id
    assert bench.lifecycle.settle() >= 2
    after = bench.again(open_one)
    assert after.severity == 4
    assert after.due_at == before.due_at  # due times only get earlier
    assert bench.again(done_one).severity == 3
    assert bench.again(chosen).category == "praise"
    bench.store.write(lambda tx: bench.triage.propose_again(tx, [open_one.id], later_due=True)).result()
    assert bench.again(open_one).due_at > before.due_at
    assert [one["event"] for one in bench.entries()].count("policy_activated") == 2
    with pytest.raises(UsageError, match="policy_invalid"):
        bench.lifecycle.submit("nonsense = 1\n", {}, LEA)
    assert bench.policies.active().id == version.id


def test_an_import_reports_counts_and_logs_a_digest(bench: Bench) -> None:
    channel_id = add_channel(bench.store, "file", "export")
    channel = bench.store.read(lambda r: r.channels.get(channel_id))
    assert channel is not None
    importer = Importer(bench.store, channel)
    importer.run(comment(number % 4100, f"text {number % 4100}") for number in range(4500))
    for line in range(1500):
        importer.reject(line, "bad", {"why": "x"})
    importer.finish(ANA, "f" * 64)
    report = importer.report
    assert (report.read, report.new, report.unchanged, report.rejected_count) == (6000, 4100, 400, 1500)
    assert len(report.rejected) == 1000
    entry = bench.entries()[-1]
    assert (entry["event"], entry["counts"]["new"], entry["digest"]) == ("import_finished", 4100, "f" * 64)
    kept = bench.store.read(lambda r: r.comments.by_remote(channel_id, "c1"))
    assert kept is not None
    assert kept.imported


def test_one_author_with_thousands_of_comments_costs_no_more_than_many(bench: Bench) -> None:
    """An export without author names puts everything under one author: no read may grow with what they wrote."""
    channel = add_channel(bench.store, "file", "export")
    seconds = []
    for who in (lambda n: f"a{n}", lambda n: "anonymous"):
        take_in(
            bench.store, channel, *(comment(f"{who(0)}{n}", author=who(n)) for n in range(6000)), kind="file"
        )
        started = time.perf_counter()
        bench.triage.run(read_texts)
        seconds.append(time.perf_counter() - started)
    assert seconds[1] < 4 * seconds[0], seconds


def test_no_due_time_is_a_due_time_that_sorts_last(bench: Bench) -> None:
    one = bench.comment("Merci")
    assert bench.again(one).due_at in range(1, NO_DUE + 1)


@pytest.mark.parametrize("few", [1000, 0])
def test_histories_of_many_are_the_histories_of_each(
    bench: Bench, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The batch read that triage makes says the same as the single one, for quiet and for busy authors."""
    monkeypatch.setattr(decisions, "FEW_OURS", few)
    ones = [bench.comment(f"you idiot {n}", handle=f"h{n % 3}") for n in range(6)]
    questions = [bench.comment("Do you deliver?", handle=f"q{n % 2}") for n in range(4)]
    bench.comment("hello", handle="quiet")
    for one in ones[:3]:
        bench.decide(one, "hide")
    for one in questions[:3]:
        bench.decide(one, "reply", f"Yes, {one.id}")
    bench.dispatch()
    bench.pull()
    everything = bench.store.read(lambda r: r.comments.rows(range(1, 100)))
    pairs = [(int(one.author_id), one.post_id) for one in everything]
    many = bench.store.read(lambda r: r.decisions.histories(pairs))
    assert many == {pair: bench.store.read(lambda r, p=pair: r.decisions.history(*p)) for pair in pairs}
    assert {
        pair[0]: one.replies_by_us_in_thread for pair, one in many.items() if one.replies_by_us_in_thread
    } == {
        int(questions[0].author_id): 2,
        int(questions[1].author_id): 1,
    }
    assert any(one.strikes for one in many.values())


def test_what_an_engine_took_a_language_for_is_no_fact_to_the_next_one(bench: Bench) -> None:
    channel = add_channel(bench.store, "file", "tongues")
    bench.store.write(lambda tx: tx.channels.set(channel, language="fr")).result()
    given, silent, lost = take_in(
        bench.store,
        channel,
        comment(1, "hola", language="es"),
        comment(2, "👍"),
        comment(3, "merci"),
        kind="file",
    )

    def asked() -> dict[int, tuple[str | None, str | None]]:
        rows = bench.store.read(lambda r: r.comments.rows([given, silent, lost]))
        return {int(one.id): (one.language, one.fallback_language) for one in bench.triage.items(rows)}

    assert asked() == {given: ("es", "fr"), silent: (None, "fr"), lost: (None, "fr")}
    told = {str(given): "es", str(silent): "und", str(lost): "en"}
    bench.triage.run(
        lambda items: [dataclasses.replace(read_texts([one])[0], language=told[one.id]) for one in items]
    )
    # Read again: what came with a comment and what was made of it can no longer be told apart, so both are hints.
    assert asked() == {given: (None, "es"), silent: (None, "fr"), lost: (None, "en")}
    # An edited text was never read, but its language is still the old text's.
    take_in(bench.store, channel, comment(3, "thank you so much"), kind="file")
    assert asked()[lost] == (None, "en")
