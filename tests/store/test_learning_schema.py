"""The second schema step: a workspace of version 1 keeps its verdicts, and runs over the workspace keep their place."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from console.domain.errors import DomainError, NotFound
from console.domain.verdict import Verdict
from console.store import Reclassification, Store
from console.store.sqlite import migrate
from console.store.sqlite.migrations import m0001_base
from tests.support.workspaces import Clock, add_channel, comment, open_store, raw, take_in

OLD_VERDICT = """INSERT INTO verdicts (comment_id, revision, engine, engine_version, language, labels, categories,
  signals, severity, flagged, spans, auto_ok, thresholds, outside_training, failed, read_as, created_at)
  VALUES (1, 1, 'embedded', '1', 'fr', '{"insult":0.9}', '["insult"]', '[]', 3, 1, '[]', '[]', '{"insult":0.5}',
  0, 0, NULL, 5)"""


def test_a_workspace_of_version_one_is_backed_up_and_keeps_its_verdicts(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "STEPS", (m0001_base,))
        patch.setattr(migrate, "SCHEMA_VERSION", 1)
        store = open_store(path)
        take_in(store, add_channel(store), comment(1, "kept"))
        assert store.close()
    with raw(path) as db:
        assert migrate.fingerprint(db) == migrate.EXPECTED[1]
        db.execute(OLD_VERDICT)
        db.execute("UPDATE comments SET verdict_id = 1")
    store = open_store(path)
    assert store.migrated_from == 1
    held = store.read(lambda r: r.comments.verdict(1))
    assert held == Verdict(
        "embedded",
        "1",
        "fr",
        {"insult": 0.9},
        ("insult",),
        severity=3,
        flagged=True,
        thresholds={"insult": 0.5},
    )
    assert store.read(lambda r: r.reclassifications.current()) is None
    assert store.close()
    with raw(path) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == migrate.SCHEMA_VERSION
        assert migrate.fingerprint(db) == migrate.EXPECTED[migrate.SCHEMA_VERSION]
    with raw(path.with_name(f"{path.name}.v1.bak")) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == 1
        assert migrate.fingerprint(db) == migrate.EXPECTED[1]
        assert db.execute("SELECT engine FROM verdicts").fetchall() == [("embedded",)]


def test_sentiment_and_target_are_kept(store: Store, channel: int) -> None:
    one, two = take_in(store, channel, comment(1), comment(2))
    told = Verdict("embedded", "2", "fr", {"insult": 0.1}, sentiment="negative", target="brand")
    silent = Verdict("embedded", "2", "fr", {"insult": 0.1})
    rows = store.read(lambda r: r.comments.rows([one, two]))
    store.write(
        lambda tx: tx.comments.set_verdicts([(rows[0].id, 1, told), (rows[1].id, 1, silent)], tx.now)
    ).result()
    assert store.read(lambda r: r.comments.verdicts([one, two])) == {one: told, two: silent}
    assert store.read(lambda r: r.comments.verdict(one)) == told


def _start(store: Store, purpose: str = "switch", total: int = 10) -> int:
    return store.write(
        lambda tx: tx.reclassifications.create("embedded", "3", purpose, total, "ana", tx.now)
    ).result()


def test_a_run_keeps_its_place_over_a_restart(store: Store, path: Path, clock: Clock) -> None:
    run = _start(store)
    clock.turn(7)
    store.write(lambda tx: tx.reclassifications.progress(run, 40, 4, 1, tx.now)).result()
    store.write(lambda tx: tx.reclassifications.progress(run, 30, 1, 0, tx.now)).result()  # never back
    again = open_store(path, clock, session="two")
    try:
        held = again.read(lambda r: r.reclassifications.current())
    finally:
        assert again.close()
    assert held == Reclassification(
        run, "embedded", "3", "switch", "running", 40, 10, 5, 1, clock.at - 7, clock.at, "ana"
    )
    assert held.under_way


def test_pause_go_on_cancel(store: Store) -> None:
    run = _start(store, "second_opinion")

    def to(state: str) -> Reclassification:
        return store.write(lambda tx: tx.reclassifications.set_state(run, state, tx.now)).result()

    assert to("paused").state == "paused"
    assert to("paused").under_way
    with pytest.raises(DomainError) as caught:
        _start(store)
    assert caught.value.code == "reclassification_under_way"
    assert caught.value.params == {"id": run, "engine": "embedded", "state": "paused"}
    assert to("running").state == "running"
    assert not to("cancelled").under_way
    # The batch that was on its way when it was cancelled is counted, and its owner sees that it is over.
    late = store.write(lambda tx: tx.reclassifications.progress(run, 5, 2, 0, tx.now)).result()
    assert (late.state, late.done) == ("cancelled", 2)
    with pytest.raises(DomainError) as caught:
        to("running")
    assert caught.value.code == "reclassification_over"
    second = _start(store, "calibration")
    assert [one.id for one in store.read(lambda r: r.reclassifications.recent())] == [second, run]


def test_two_processes_cannot_both_start_one(store: Store, path: Path) -> None:
    other = open_store(path, session="two")
    met = threading.Barrier(2)
    refused: list[str] = []

    def start(one: Store) -> None:
        met.wait(10)
        try:
            _start(one)
        except DomainError as error:
            refused.append(error.code)

    threads = [threading.Thread(target=start, args=(one,)) for one in (store, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert other.close()
    assert refused == ["reclassification_under_way"]
    assert len(store.read(lambda r: r.reclassifications.recent())) == 1


def test_what_is_no_run_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="no run of this kind"):
        _start(store, "nothing")
    with pytest.raises(NotFound):
        store.write(lambda tx: tx.reclassifications.set_state(7, "paused", tx.now)).result()
    run = _start(store)
    with pytest.raises(ValueError, match="no state"):
        store.write(lambda tx: tx.reclassifications.set_state(run, "failed", tx.now)).result()
