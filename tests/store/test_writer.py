"""The writer and the readers: one function is one transaction, a full disk leaves nothing, the end is clean."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.domain.errors import DiskFull, EnvironmentFailure, WorkspaceLocked
from console.domain.events import Changed
from console.store import Store, Tx
from console.store.sqlite import connection
from console.store.sqlite.writer import Writer
from tests.support.workspaces import Clock, add_channel, comment, open_store, raw, take_in


def test_a_failing_function_leaves_nothing_and_the_next_one_works(store: Store, channel: int) -> None:
    def work(tx: Tx) -> None:
        tx.comments.upsert(channel, "practice", [comment(1)], tx.now)
        tx.changed("comments_new", (1,))
        raise KeyError("in the middle")

    heard: list[tuple[Changed, ...]] = []
    store.listen(heard.append)
    with pytest.raises(KeyError):
        store.write(work).result()
    assert store.read(lambda r: r.comments.get(1)) is None
    assert heard == []
    assert len(take_in(store, channel, comment(2))) == 1


def test_changes_are_told_after_the_commit_only(store: Store) -> None:
    seen: list[tuple[int, tuple[Changed, ...]]] = []

    def listener(changes: tuple[Changed, ...]) -> None:
        with raw(store.path) as db:
            seen.append((db.execute("SELECT count(*) FROM settings").fetchone()[0], changes))

    store.listen(listener)

    def work(tx: Tx) -> None:
        tx.settings.set("a", 1)
        tx.changed("settings", key="a")

    store.write(work).result()
    deadline = time.monotonic() + 5
    while not seen and time.monotonic() < deadline:
        time.sleep(0.01)
    assert seen == [(1, (Changed("settings", extra={"key": "a"}),))]


def test_work_is_done_in_the_order_it_was_asked_for(store: Store) -> None:
    done: list[int] = []
    futures = [store.write(lambda tx, n=n: done.append(n), durable=n % 2 == 0) for n in range(200)]
    for future in futures:
        future.result()
    assert done == list(range(200))


def test_durable_commits_are_full_and_the_others_normal(path: Path) -> None:
    assert open_store(path).close()
    writer = Writer(path)
    try:

        def level(db: sqlite3.Connection) -> int:
            return int(db.execute("PRAGMA synchronous").fetchone()[0])

        assert [writer.submit(level, durable=one).result() for one in (True, False, True, True, False)] == [
            2,
            1,
            2,
            2,
            1,
        ]
        assert writer.submit(lambda db: db.execute("PRAGMA foreign_keys").fetchone()[0]).result() == 1
        assert writer.submit(lambda db: db.execute("PRAGMA recursive_triggers").fetchone()[0]).result() == 1
    finally:
        assert writer.close()


def test_after_close_nothing_is_taken_and_what_was_queued_is_done(path: Path) -> None:
    store = open_store(path)
    queued = [store.write(lambda tx, n=n: tx.settings.set(f"k{n}", n)) for n in range(50)]
    assert store.close()
    assert store.close()  # twice is harmless
    assert all(one.done() and one.exception() is None for one in queued)
    with pytest.raises(EnvironmentFailure) as caught:
        store.write(lambda tx: None)
    assert caught.value.code == "workspace_closed"
    with pytest.raises(EnvironmentFailure):
        store.read(lambda r: r.channels.all())
    with raw(path) as db:
        assert db.execute("SELECT count(*) FROM settings").fetchone()[0] == 50


def test_closing_checkpoints_the_log(path: Path) -> None:
    store = open_store(path)
    take_in(store, add_channel(store), *(comment(number) for number in range(2000)))
    wal = path.with_name(path.name + "-wal")
    assert wal.stat().st_size > 0
    assert store.close()
    assert not wal.exists() or wal.stat().st_size == 0


def test_closing_while_another_process_reads_is_no_error(path: Path) -> None:
    store = open_store(path)
    take_in(store, add_channel(store), comment(1))
    with raw(path) as db:
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM comments").fetchone()
        take_in(store, 1, comment(2))
        assert store.close()
        assert db.execute("SELECT count(*) FROM comments").fetchone()[0] == 1
        db.execute("COMMIT")
        assert db.execute("SELECT count(*) FROM comments").fetchone()[0] == 2


def test_a_reader_cannot_write(store: Store, channel: int) -> None:
    with pytest.raises((sqlite3.OperationalError, EnvironmentFailure)):
        store.read(lambda r: r.channels.set(channel, state="error"))


def test_a_snapshot_sees_one_state(store: Store, channel: int) -> None:
    def look(reading: object) -> tuple[int, int]:
        before = len(reading.comments.unread(100))  # type: ignore[attr-defined]
        thread = threading.Thread(target=take_in, args=(store, channel, comment(1)))
        thread.start()
        thread.join(20)
        return before, len(reading.comments.unread(100))  # type: ignore[attr-defined]

    assert store.snapshot(look) == (0, 0)
    assert len(store.read(lambda r: r.comments.unread(100))) == 1


def test_every_thread_reads_on_its_own_connection_and_gives_it_back(store: Store, channel: int) -> None:
    take_in(store, channel, *(comment(number) for number in range(50)))
    counts: list[int] = []

    def look() -> None:
        for _ in range(20):
            counts.append(len(store.read(lambda r: r.comments.unread(100))))
        store.close_reader()

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert counts == [50] * 160
    assert len(store._readers) == 1  # this thread's own


def test_a_busy_file_is_said_to_be_locked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_MS", 100)
    store = open_store(path)
    try:
        with raw(path) as db:
            db.execute("BEGIN IMMEDIATE")
            with pytest.raises(WorkspaceLocked):
                store.write(lambda tx: tx.settings.set("a", 1)).result()
            db.execute("ROLLBACK")
        store.write(lambda tx: tx.settings.set("a", 1)).result()
    finally:
        assert store.close()


# ---------------------------------------------------------------------- a full disk


@contextmanager
def page_limit(store: Store, pages: int) -> Iterator[None]:
    """SQLite itself refuses to grow the file: the same error code as a full disk."""
    writer = store._writer
    writer.submit(lambda db: db.execute(f"PRAGMA max_page_count = {pages}").fetchone()).result()
    try:
        yield
    finally:
        writer.submit(lambda db: db.execute("PRAGMA max_page_count = 4294967294").fetchone()).result()


def test_a_full_disk_is_named_and_leaves_nothing_half_written(store: Store, channel: int) -> None:
    take_in(store, channel, *(comment(number) for number in range(100)))
    with raw(store.path) as db:
        before = list(db.iterdump())
    with page_limit(store, 1):  # never below what is used
        with pytest.raises(DiskFull):
            take_in(store, channel, *(comment(number, "x" * 3000) for number in range(200, 900)))
        with raw(store.path) as db:
            assert list(db.iterdump()) == before
            assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert len(take_in(store, channel, *(comment(n, "x" * 3000) for n in range(200, 900)))) == 700


@pytest.mark.skipif(
    not hasattr(Path, "is_mount") or not Path("/proc/mounts").exists(), reason="tmpfs is Linux"
)
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """A file system of one megabyte, where this machine lets us make one; else a file that may not grow."""
    import resource
    import subprocess
    import sys

    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from tests.support.workspaces import open_store, add_channel, take_in, comment\n"
        "from console.domain.errors import DiskFull, EnvironmentFailure\n"
        "s = open_store(Path(sys.argv[1])); c = add_channel(s); take_in(s, c, comment(1))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))\n"
        "try:\n"
        "    take_in(s, c, *(comment(n, 'x' * 3000) for n in range(2, 2000)))\n"
        "except (DiskFull, EnvironmentFailure) as error:\n"
        "    print(error.code)\n"
        "assert [one.id for one in s.read(lambda r: r.comments.unread(9))] == [1]\n"
        "assert s.close()\n"
    )
    path = tmp_path / "w.vigie"
    ran = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() in ("disk_full", "workspace_unreachable")
    assert resource.RLIMIT_FSIZE >= 0
    with raw(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("SELECT count(*) FROM comments").fetchone()[0] == 1


# ---------------------------------------------------------------------- change records between processes


def test_changes_reach_another_process_and_never_come_back(store: Store, channel: int) -> None:
    other = open_store(store.path, Clock(), session="two")
    try:
        assert other.foreign_changes() == ()

        def work(tx: Tx) -> None:
            tx.settings.set("a", 1)
            tx.changed("comments", (1, 2), state="done")
            tx.changed("comments_new", tuple(range(900)))

        store.write(work).result()
        assert other.foreign_changes() == (
            Changed("comments", (1, 2), 2, {"state": "done"}),
            Changed("comments_new", (), 900),
        )
        assert other.foreign_changes() == ()
        assert store.foreign_changes() == ()
    finally:
        assert other.close()


def test_change_records_do_not_pile_up_and_a_gap_says_look_again(store: Store) -> None:
    from console.store.sqlite import shared

    other = open_store(store.path, Clock(), session="two")
    try:
        other.foreign_changes()

        def work(tx: Tx) -> None:
            for number in range(shared.KEPT_CHANGES + 500):
                tx.changed("claims", (number,))
            tx.changed("outbox", (3,))

        store.write(work).result()
        with raw(store.path) as db:
            assert db.execute("SELECT count(*) FROM changes").fetchone()[0] <= shared.KEPT_CHANGES + 1
        whats = {(one.what, one.ids) for one in other.foreign_changes()}
        # The oldest records are gone, so whoever missed them must look at everything again.
        assert {("comments", ()), ("channels", ()), ("outbox", ()), ("outbox", (3,))} <= whats
    finally:
        assert other.close()
