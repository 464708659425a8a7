"""What was pulled from a channel goes whole, from the file too, and nothing of another channel goes with it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from console.domain.comment import PullPage
from console.domain.errors import DomainError, NotAllowed, NotFound
from console.domain.vocabulary import CommentState, OutboxState
from console.services import alike, slices
from console.services.erasing_channel import CHANNEL_COUNTS, ChannelErasure, ErasingChannel
from console.services.intake import store_page
from console.services.notes import Notes
from console.services.tags import Tags
from console.services.views import ANY
from console.store import LikenessRow, QueueFilter, Store, Tx
from tests.support.bench import ANA, BO, LEA, Bench
from tests.support.workspaces import add_channel, comment, open_store, raw, take_in

SECRETS = {
    "zebraquagga": "a comment",
    "pangolinpangolin": "its former text",
    "gusgusgus": "an author's handle",
    "Gustavson": "an author's name",
    "okapiokapi": "our reply",
    "murmeltier": "a reason",
    "tapirtapir": "a note",
    "axolotlaxolotl": "a tag",
    "numbatnumbat": "a begun reply",
    "wombatwombat": "a post's title",
    "quollquoll": "an address in the facts",
}
SHARED = "Congratulations, your free camera is waiting for you, claim your present today"


def everywhere(path: Path) -> set[str]:
    """Which of the words stand anywhere in the workspace's files."""
    files = b"".join(
        one.read_bytes().lower() for one in path.parent.glob(f"{path.name}*") if "practice" not in one.name
    )
    return {one for one in SECRETS if one.lower().encode() in files}


@pytest.fixture
def other(bench: Bench) -> int:
    """Another channel, with two comments of its own: one by somebody who writes in both."""
    channel = add_channel(bench.store, "practice", "other")
    author = bench.comment("zebraquagga first", "gusgusgus").author_remote_id
    take_in(
        bench.store,
        channel,
        comment("x1", SHARED, author=author),
        comment("x2", "somebody else", author="ann2"),
    )
    return int(channel)


def lived(bench: Bench) -> None:
    """Everything the desk keeps of comments of the bench's own channel; two authors write there alone."""
    one = bench.comment("you idiot zebraquagga", "only1")
    two = bench.comment("zebraquagga hello", "only2")
    copied = bench.comment(SHARED, "only2")
    bench.store.write(
        lambda tx: tx._db.execute(
            "UPDATE authors SET name = 'Gustavson' WHERE id IN (?, ?)",
            (int(one.author_id), int(two.author_id)),
        )
    ).result()
    page = comment(
        "e1",
        "pangolinpangolin",
        post="pp",
        author=one.author_remote_id,
        facts={"media": [{"type": "image", "url": "https://quollquoll.example/1.png"}]},
    )
    page = replace(page, post=replace(page.post, title="wombatwombat"))  # type: ignore[type-var]
    take_in(bench.store, bench.channel_id, page)
    take_in(bench.store, bench.channel_id, replace(page, text="zebraquagga edited"))
    bench.decide(one, "hide", reason="murmeltier said so")
    bench.decide(two, "reply", "Dear okapiokapi")
    bench.dispatch()
    bench.pull()  # our reply comes back as a comment of ours
    bench.moderation.categorise(int(copied.id), "insult", "murmeltier it is", ANA)
    Tags(bench.store).tag(int(one.author_id), "axolotlaxolotl", ANA)
    Notes(bench.store).add("tapirtapir", ANA, comment_id=int(one.id), author_id=None)
    Notes(bench.store).add("tapirtapir too", ANA, comment_id=None, author_id=int(two.author_id))
    bench.store.write(lambda tx: tx.shared.keep_draft(int(one.id), "ana", "numbatnumbat", tx.now)).result()

    def index(tx: Tx) -> None:
        while tx.search.index_parts():
            pass

    bench.store.write(index).result()


def counted(store: Store) -> bool:
    """Whether the counters say what stands in the table."""
    return bool(
        store.read(
            lambda r: r._db.execute(
                """SELECT (SELECT json_group_array(json_array(channel_id, state, category, n)) FROM
                     (SELECT * FROM counters WHERE n > 0 ORDER BY 1, 2, 3))
                   = (SELECT json_group_array(json_array(channel_id, state, category, n)) FROM
                     (SELECT channel_id, state, category, count(*) AS n FROM comments GROUP BY 1, 2, 3 ORDER BY 1, 2, 3))"""
            ).fetchone()[0]
        )
    )


def found(bench: Bench, text: str) -> set[int]:
    asked = QueueFilter(states=tuple(CommentState), text=text)
    return set(bench.store.read(lambda r: r.queues.ids(asked)))


def in_other(bench: Bench, channel: int) -> list[tuple[object, ...]]:
    """Everything of another channel that a person can see."""
    with raw(bench.path) as db:
        return [
            tuple(row)
            for query in (
                f"SELECT c.id, c.remote_id, c.text, c.author_id, c.post_id, c.state, c.category, c.verdict_id, c.proposal_id,"
                f" c.facts, c.permalink, a.handle, a.name, a.remote_id FROM comments c JOIN authors a ON a.id = c.author_id"
                f" WHERE channel_id = {channel} ORDER BY c.id",
                f"SELECT * FROM posts WHERE channel_id = {channel}",
                f"SELECT * FROM counters WHERE channel_id = {channel}",
                f"SELECT * FROM verdicts WHERE comment_id IN (SELECT id FROM comments WHERE channel_id = {channel})",
            )
            for row in db.execute(query)
        ]


def test_all_of_a_channel_goes_from_the_file_too_and_the_log_holds(bench: Bench, other: int) -> None:
    lived(bench)
    kept, entries = in_other(bench, other), bench.entries()
    channel = int(bench.channel_id)
    erasing = ErasingChannel(bench.store)
    seen = erasing.preview(channel, LEA)
    assert set(seen.counts) == set(CHANNEL_COUNTS)
    held = bench.store.read(lambda r: r.channels.held(channel))
    assert seen.counts["comments"] == seen.total == held
    assert [seen.counts[one] for one in ("notes", "drafts", "tags", "earlier_versions")] == [2, 1, 1, 1]
    assert seen.counts["authors"] == 3  # two strangers and ourselves; gusgusgus wrote elsewhere too
    assert seen.pending.whole == 0
    assert everywhere(bench.path) == set(SECRETS)

    began = erasing.begin(channel, LEA)
    assert (began.stage, began.total, began.done) == ("unsent", held, False)
    done = erasing.work(channel)
    assert done.done
    assert done.counts == seen.counts
    assert done.rewritten or bench.store.compact().result()
    assert everywhere(bench.path) <= {"gusgusgus"}  # the author who wrote in the other channel too
    assert in_other(bench, other) == kept
    assert counted(bench.store)
    assert found(bench, "zebraquagga") == set()
    assert len(found(bench, "camera")) == len(found(bench, "amera")) == 1

    assert bench.entries()[: len(entries)] == entries
    assert [one["event"] for one in bench.entries()[len(entries) :]] == [
        "channel_removed",
        "channel_erasing",
        "channel_erased",
    ]
    last = bench.entries()[-1]
    assert (last["actor"], last["channel"], last["counts"]) == ("lea", "practice:demo", dict(seen.counts))
    assert bench.holds()
    assert erasing.under_way() == []
    assert bench.store.read(lambda r: [one.key for one in r.channels.all()]) == ["practice:other"]
    left = erasing.preview(channel, LEA)
    assert sum(left.counts.values()) == 0
    assert (left.entries, left.decisions) == (seen.entries, seen.decisions)
    with raw(bench.path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        for name in ("comments_fts", "authors_fts", "notes_fts"):
            db.execute(f"INSERT INTO {name} ({name}) VALUES ('integrity-check')")


def test_what_the_log_names_is_never_given_to_another_comment(bench: Bench) -> None:
    """Numbers of erased comments stay unused, and the decisions of old can be read and not undone."""
    one = bench.comment("you idiot", "only1")
    bench.decide(one, "hide", reason="given")
    bench.dispatch()
    newest = bench.store.read(lambda r: r._db.execute("SELECT max(id) FROM comments").fetchone()[0])
    erasing = ErasingChannel(bench.store)
    erasing.begin(int(bench.channel_id), LEA)
    erasing.work(int(bench.channel_id))
    decision = bench.store.read(lambda r: r.decisions.of_comment(int(one.id)))[0]
    assert (decision.action.value, decision.text, decision.reason) == ("hide", None, "")
    refusal = bench.undo(decision.id).refusal
    assert refusal is not None
    assert refusal.code == "undo_gone"
    emptied = bench.again(one)
    assert (emptied.text, emptied.author_name, emptied.author_handle, emptied.state) == (
        "",
        "",
        "",
        CommentState.OURS,
    )
    refused = bench.decide(emptied, "keep").refusal
    assert refused is not None
    assert refused.code == "gone"
    everything = QueueFilter(states=ANY)
    assert int(one.id) not in bench.store.read(lambda r: r.queues.ids(everything))
    bench.store.write(lambda tx: tx.channels.add("practice", "demo", tx.now)).result()
    new = bench.comment("I am new here", "only3")
    assert int(new.id) > newest
    assert found(bench, "new here") == {int(new.id)}
    assert bench.store.read(lambda r: r.decisions.history(new.author_id)).comments == 1
    assert [one["event"] for one in bench.entries(new)] == []


def test_a_comment_pulled_again_after_an_erasure_comes_in_whole(bench: Bench) -> None:
    remote = bench.comment("zebraquagga again", "only1").remote_id
    erasing = ErasingChannel(bench.store)
    erasing.begin(int(bench.channel_id), LEA)
    erasing.work(int(bench.channel_id))
    bench.store.write(lambda tx: tx.channels.add("practice", "demo", tx.now)).result()
    assert bench.pull().error is None
    again = bench.store.read(lambda r: r.comments.by_remote(bench.channel_id, remote))
    assert again is not None
    assert again.text == "zebraquagga again"
    assert found(bench, "zebraquagga") == {int(again.id)}
    assert counted(bench.store)


# ------------------------------------------------------------------ interrupted


CHILD = """
import sys
from pathlib import Path
from console.services import alike, erasing_channel, slices
from tests.support.workspaces import open_store
slices.SLICE = slices.MOST = 20
store = open_store(Path(sys.argv[1]), session="child")
def told(now):
    print(now.stage, now.counts["comments"], flush=True)
erasing_channel.ErasingChannel(store).work(int(sys.argv[2]), progress=told)
"""


@pytest.fixture
def many(bench: Bench, other: int) -> int:
    """A channel with 600 comments of 150 authors, read and placed beside their like."""
    texts = ("zebraquagga number {n}", SHARED, "you idiot number {n}")
    for start in range(0, 600, 200):
        items = [
            comment(f"m{n}", texts[n % 3].format(n=n), author=f"m{n % 150}")
            for n in range(start, start + 200)
        ]
        take_in(bench.store, bench.channel_id, *items)
    from tests.support.bench import read_texts

    bench.triage.run(read_texts)
    return other


def test_a_killed_erasure_is_taken_up_where_it_was(bench: Bench, many: int) -> None:
    channel, kept = int(bench.channel_id), in_other(bench, many)
    erasing = ErasingChannel(bench.store)
    seen = erasing.preview(channel, LEA)
    erasing.begin(channel, LEA)
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(bench.path), str(channel)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    with child:
        for line in child.stdout:
            stage, number = line.split()
            if stage == "comments" and int(number) >= 100:
                child.kill()
                break
    (now,) = erasing.under_way()
    assert now.stage == "comments"
    assert 100 <= now.counts["comments"] < seen.counts["comments"]
    assert bench.store.read(lambda r: r.channels.held(channel)) == seen.counts["comments"] - now.counts[
        "comments"
    ] + (bench.store.read(lambda r: len(r.channel_erasure.next_comments(channel, "", 9999, "no such mark"))) -
         bench.store.read(lambda r: len(r.channel_erasure.next_comments(channel, "", 9999, "erased:"))))  # fmt: skip
    assert counted(bench.store)
    assert bench.holds()
    path = bench.path
    again = open_store(path, bench.clock, session="two")  # another process, later
    try:
        done = ErasingChannel(again).work(channel)
    finally:
        again.close()
    assert done.done
    assert done.counts == seen.counts
    assert in_other(bench, many) == kept
    assert counted(bench.store)
    bench.store.compact().result()
    assert "zebraquagga" not in everywhere(path)
    assert [one["event"] for one in bench.entries()].count("channel_erased") == 1


def test_an_error_in_a_slice_leaves_what_stood_before(
    bench: Bench, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    del many
    channel = int(bench.channel_id)
    erasing = ErasingChannel(bench.store)
    seen = erasing.preview(channel, LEA)
    erasing.begin(channel, LEA)
    monkeypatch.setattr(slices, "SLICE", 20)
    monkeypatch.setattr(slices, "MOST", 20)
    left, true = [3], alike.leave

    def sometimes(tx: Tx, held: LikenessRow) -> set[int]:
        left[0] -= 1
        if left[0] == 0:
            raise OSError("the disk")
        return true(tx, held)

    monkeypatch.setattr(alike, "leave", sometimes)
    with pytest.raises(OSError, match="the disk"):
        erasing.work(channel)
    assert counted(bench.store)
    assert erasing.work(channel).counts == seen.counts


def test_it_stops_when_asked_and_whoever_decides_comes_between(bench: Bench, many: int) -> None:
    del many
    channel = int(bench.channel_id)
    erasing = ErasingChannel(bench.store)
    erasing.begin(channel, LEA)
    seen: list[ChannelErasure] = []

    def told(now: ChannelErasure) -> None:
        seen.append(now)

    halted = erasing.work(channel, progress=told, stop=lambda: len(seen) >= 3)
    assert not halted.done
    assert [one.stage for one in erasing.under_way()] == [halted.stage]
    assert (
        erasing.begin(channel, LEA).stage == halted.stage
    )  # asked for again: it goes on, and says nothing new
    assert [one["event"] for one in bench.entries()].count("channel_erasing") == 1
    assert erasing.work(channel).done
    with pytest.raises(NotFound):
        erasing.work(channel)


# ------------------------------------------------------------------ what is on its way


def test_what_was_decided_and_not_sent_is_said_and_called_off_only_when_agreed(bench: Bench) -> None:
    hidden, asked, unsure = (
        bench.comment("you idiot", "only1"),
        bench.comment("buy at the casino", "only2"),
        bench.comment("you idiot too", "only3"),
    )
    channel = int(bench.channel_id)
    erasing = ErasingChannel(bench.store)
    hide = bench.decide(hidden, "hide")
    maybe = bench.decide(unsure, "hide", reason="insult")
    assert maybe.outbox_id is not None
    bench.store.write(
        lambda tx: (
            tx.outbox.move(maybe.outbox_id or 0, OutboxState.SENDING, tx.now),
            tx.outbox.move(maybe.outbox_id or 0, OutboxState.UNKNOWN, tx.now),
        )
    ).result()
    review = bench.decide(asked, "delete")
    pending = erasing.preview(channel, LEA).pending
    assert (pending.unsent, pending.unknown, pending.reviews) == (1, 1, 1)
    for agreed in (0, 2):
        with pytest.raises(DomainError) as refused:
            erasing.begin(channel, LEA, call_off=agreed)
        assert refused.value.code == "erase_channel_pending"
        assert refused.value.params["count"] == 3
    assert bench.again(hidden).text == "you idiot"
    assert bench.outbox(hide) is OutboxState.QUEUED
    assert bench.store.read(lambda r: r.channels.all())
    erasing.begin(channel, LEA, call_off=3)
    bench.clock.turn(60)
    assert bench.run(lambda d: d.run_channel(bench.channel)) == 0  # a sender that did not hear of it yet
    assert bench.log("hide") == []
    erasing.work(channel)
    told = {
        (one.get("decision"), one.get("outcome"), one.get("answer"))
        for one in bench.entries()
        if one["event"] == "dispatch"
    }
    assert (hide.decision_id, "cancelled", "channel_erased") in told
    assert (maybe.decision_id, "cannot_tell", "channel_erased") in told
    assert bench.decision(hide).state == "cancelled"
    assert bench.decision(maybe).state == "failed"
    assert bench.decision(review).state == "cancelled"
    assert bench.store.read(lambda r: r.decisions.reviews()) == []
    assert bench.store.read(lambda r: r.outbox.counts().keys()) <= {"cancelled"}


def test_nothing_begins_while_an_action_is_being_sent(bench: Bench) -> None:
    hide = bench.decide(bench.comment("you idiot", "only1"), "hide")
    bench.store.write(lambda tx: tx.outbox.move(hide.outbox_id or 0, OutboxState.SENDING, tx.now)).result()
    bench.store.write(lambda tx: tx.shared.take_lease("x", "one", 1, tx.now, 20)).result()
    erasing = ErasingChannel(bench.store)
    with pytest.raises(DomainError) as refused:
        erasing.begin(int(bench.channel_id), LEA, call_off=1)
    assert refused.value.code == "erase_channel_sending"
    bench.clock.turn(60)  # whoever sent it is gone: nobody knows what became of it, and that can be agreed to
    assert erasing.begin(int(bench.channel_id), LEA, call_off=1).pending.unknown == 1


def test_strikes_of_who_stays_stay_and_of_what_was_never_sent_go(bench: Bench, other: int) -> None:
    del other
    gus = bench.comment("you idiot, said gus", "gusgusgus")
    bench.decide(gus, "hide", reason="insult")
    bench.dispatch()
    later = bench.comment("idiot again", "gusgusgus")
    bench.decide(later, "hide", reason="insult")
    assert len(bench.strikes(gus)) == 2
    erasing = ErasingChannel(bench.store)
    erasing.begin(int(bench.channel_id), LEA, call_off=1)
    erasing.work(int(bench.channel_id))
    assert len(bench.strikes(gus)) == 1


# ------------------------------------------------------------------ who, and what goes on meanwhile


def test_it_is_for_leads(bench: Bench) -> None:
    erasing = ErasingChannel(bench.store)
    for who in (ANA, BO):
        with pytest.raises(NotAllowed):
            erasing.preview(int(bench.channel_id), who)
        with pytest.raises(NotAllowed):
            erasing.begin(int(bench.channel_id), who)
        assert erasing.disconnected(who) == []
    with pytest.raises(NotFound):
        erasing.preview(99, LEA)
    assert erasing.find("demo") == erasing.find("practice:demo") == [int(bench.channel_id)]


def test_a_page_that_arrives_late_and_a_decision_meanwhile_change_nothing(bench: Bench) -> None:
    one = bench.comment("you idiot", "only1")
    before = bench.channel
    erasing = ErasingChannel(bench.store)
    erasing.begin(int(bench.channel_id), LEA)
    page = PullPage((comment("late", "zebraquagga late"),), "next", more=False)
    bench.store.write(lambda tx: store_page(tx, before, page)).result()
    assert bench.store.read(lambda r: r.comments.by_remote(before.id, "clate")) is None
    refused = bench.decide(one, "hide", reason="given").refusal
    assert refused is not None
    assert refused.code == "gone"
    assert erasing.work(int(bench.channel_id)).done


def test_channels_that_were_disconnected_before_are_listed_until_they_are_erased(bench: Bench) -> None:
    bench.comment("zebraquagga", "only1")
    erasing = ErasingChannel(bench.store)
    assert erasing.disconnected(LEA) == []
    bench.store.write(lambda tx: tx.channels.set(bench.channel_id, removed=True)).result()
    assert erasing.disconnected(LEA) == [(int(bench.channel_id), "practice:demo")]
    assert erasing.find("demo") == [int(bench.channel_id)]
    erasing.begin(int(bench.channel_id), LEA)
    erasing.work(int(bench.channel_id))
    assert erasing.disconnected(LEA) == []
