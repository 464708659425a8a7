"""An answer of ours that the site has already settles the reply that the policy expects."""

from __future__ import annotations

from console.services import desk
from console.store import Store
from tests.support.bench import Bench, read_texts
from tests.support.workspaces import comment


def _take_in(bench: Bench, *items: object) -> None:
    channel = int(bench.channel_id)
    bench.store.write(lambda tx: tx.comments.upsert(channel, "practice", items, tx.now)).result()  # type: ignore[arg-type]


def _card(store: Store, remote: str, channel: int) -> desk.Card:
    found = store.read(lambda r: r.comments.by_remote(channel, remote))
    assert found is not None
    (card,) = store.read(lambda r: desk.cards(r, [int(found.id)]))
    return card


def test_an_answer_written_on_the_site_settles_it_until_the_comment_is_edited(bench: Bench) -> None:
    now, channel = bench.clock.now(), int(bench.channel_id)
    asked = comment(1, "Does it run on induction?", posted_at=now - 600)
    _take_in(bench, asked, comment(2, "And does it whistle?", posted_at=now - 600))
    bench.triage.run(read_texts)
    assert not _card(bench.store, "c1", channel).answered
    assert _card(bench.store, "c1", channel).proposal is not None

    _take_in(bench, comment(3, "It does.", parent_remote_id="c1", ours=True, posted_at=now - 300))
    assert _card(bench.store, "c1", channel).answered
    assert not _card(bench.store, "c2", channel).answered
    found = bench.store.read(lambda r: r.comments.by_remote(channel, "c1"))
    assert found is not None
    policy = bench.policies.active()
    shown = bench.store.read(lambda r: desk.detail(r, policy, int(found.id), now))
    assert shown is not None
    assert shown.answered

    _take_in(
        bench, comment(1, "And on gas, does it?", posted_at=now - 600, edited_at=now - 60)
    )  # another question since
    bench.triage.run(read_texts)
    assert not _card(bench.store, "c1", channel).answered


def test_somebody_elses_answer_settles_nothing(bench: Bench) -> None:
    now, channel = bench.clock.now(), int(bench.channel_id)
    _take_in(bench, comment(1, "Does it run on induction?", posted_at=now - 600))
    bench.triage.run(read_texts)
    _take_in(bench, comment(4, "Mine does.", parent_remote_id="c1", posted_at=now - 300))
    assert not _card(bench.store, "c1", channel).answered
