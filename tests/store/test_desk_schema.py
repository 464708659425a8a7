"""The fourth schema step: a workspace of version 3 keeps everything, and what is new over it is filled from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.domain.vocabulary import ActionKind
from console.store import QueueFilter, Tx
from console.store.sqlite import migrate
from console.store.sqlite.migrations import m0001_base, m0002_learning, m0003_policy_life
from tests.support.workspaces import START, add_channel, comment, open_store, raw, take_in

DECISION = """INSERT INTO decisions (id, comment_id, author_id, action, actor, os_user, role, created_at, category,
  severity, shown_revision, state, audit_sequence, text)
  VALUES (?, ?, ?, ?, 'ana', 'tester', 'moderator', ?, 'neutral', 0, 1, 'done', 0, ?)"""
KEPT = (
    "channels",
    "posts",
    "authors",
    "comments",
    "revisions",
    "notes",
    "decisions",
    "audit",
    "meta",
    "counters",
)


def counted(path: Path) -> dict[str, int]:
    """How many rows the tables of version 3 hold; ``meta`` gains one line with version 4."""
    with raw(path) as db:
        return {one: db.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in KEPT}


def old_workspace(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A file as version 3 left it: 300 comments, notes, a reply, drafts of two people, a claim; the ids."""
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "STEPS", (m0001_base, m0002_learning, m0003_policy_life))
        patch.setattr(migrate, "SCHEMA_VERSION", 3)
        store = open_store(path)
        channel = add_channel(store)
        ids: list[int] = []
        for part in range(3):
            items = [comment(one, f"opération numéro {one}") for one in range(part * 100, part * 100 + 100)]
            ids += take_in(store, channel, *items)
        assert store.close()
    with raw(path) as db:
        assert migrate.fingerprint(db) == migrate.EXPECTED[3]
        author = dict(db.execute("SELECT id, author_id FROM comments").fetchall())
        db.executemany(
            "INSERT INTO notes (comment_id, author_id, actor, text, created_at) VALUES (?, ?, 'ana', ?, ?)",
            [
                (ids[0], None, "appelé le fournisseur", START),
                (None, author[ids[1]], "known from a fair", START),
            ],
        )
        db.executemany(
            DECISION,
            [
                (1, ids[2], author[ids[2]], "reply", START, "Nous remboursons demain"),
                (2, ids[3], author[ids[3]], "keep", START + 1, None),
            ],
        )
        db.executemany(
            "INSERT INTO drafts (comment_id, actor, text, updated_at) VALUES (?, ?, ?, ?)",
            [(ids[4], "ana", "Bonjour, ", START), (ids[5], "bo", "Hello, \U0001f44b", START + 5)],
        )
        db.execute("INSERT INTO claims VALUES (?, 'bo', 'old session', ?)", (ids[6], START + 600))
    return ids


def test_a_workspace_of_version_three_is_backed_up_and_loses_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = old_workspace(path, monkeypatch)
    before = counted(path)
    store = open_store(path)
    assert store.migrated_from == 3
    assert store.close()
    after = counted(path)
    assert after == {**before, "meta": before["meta"] + 1}
    with raw(path) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == migrate.SCHEMA_VERSION
        assert migrate.fingerprint(db) == migrate.EXPECTED[migrate.SCHEMA_VERSION]
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        for table in ("notes_fts", "decisions_fts", "comments_fts"):  # external content: index and rows agree
            db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 0)")
    with raw(path.with_name(f"{path.name}.v3.bak")) as db:
        assert migrate.fingerprint(db) == migrate.EXPECTED[3]
        assert db.execute("SELECT count(*) FROM comments").fetchone()[0] == len(ids)
        assert db.execute("SELECT text FROM drafts ORDER BY updated_at").fetchall() == [
            ("Bonjour, ",),
            ("Hello, \U0001f44b",),
        ]


def test_everything_of_version_three_is_found_and_worked_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = old_workspace(path, monkeypatch)
    store = open_store(path)

    def found(text: str) -> dict[int, str]:
        asked = QueueFilter(states=(), text=text)
        return store.read(
            lambda r: {
                one: r.queues.search(asked).places.get(one, "text") for one in r.queues.search(asked).ids
            }
        )

    assert found("fournisseur") == {ids[0]: "note"}
    assert found("fair") == {ids[1]: "note"}
    assert found("remboursons") == {ids[2]: "reply"}
    assert found("operation 299") == {ids[-1]: "text"}
    # Parts of words are indexed behind the intake; what came before the index is no exception.
    assert store.read(lambda r: r.search.parts_left())
    assert found("pération") == {}
    while store.write(lambda tx: tx.search.index_parts()).result():
        pass
    assert set(found("pération")) == set(ids)
    assert [one.text for one in store.read(lambda r: r.shared.drafts_of(ids[4]))] == ["Bonjour, "]
    (other,) = store.read(lambda r: r.shared.drafts_by("bo"))
    assert (other.comment_id, other.text, other.at) == (ids[5], "Hello, \U0001f44b", START + 5)
    assert list(store.read(lambda r: r.queues.ids(QueueFilter(states=(), draft_by="ana")))) == [ids[4]]
    claim = store.read(lambda r: r.shared.claim_of(ids[6]))
    assert claim is not None
    assert (claim.holder, claim.writing) == ("bo", False)

    def lacking(window: int) -> int:
        return len(store.read(lambda r: r.likeness.lacking(0, window))[0])

    assert lacking(len(ids)) == 0  # nothing of them has been read yet
    with raw(path) as db:
        db.execute("UPDATE comments SET verdict_id = 1 WHERE id <= ?", (ids[9],))
    assert lacking(len(ids)) == 10

    def work(tx: Tx) -> None:
        tx.shared.keep_draft(ids[4], "bo", "Mine", tx.now)
        tx.shared.add_note("bo", "second fournisseur", tx.now, comment_id=ids[7], author_id=None)
        tx.decisions.set(1, state="undone")

    store.write(work).result()
    assert {one.by for one in store.read(lambda r: r.shared.drafts_of(ids[4]))} == {"ana", "bo"}
    assert set(found("fournisseur")) == {ids[0], ids[7]}
    (first, second) = store.read(lambda r: r.decisions.many([1, 2]))
    assert (first.action, first.text, second.text) == (ActionKind.REPLY, "Nous remboursons demain", None)
    take_in(store, 1, comment(0, "une autre phrase"))  # an edit takes the old parts out of the index
    assert ids[0] not in found("pération")
    assert store.close()
