"""Whatever happened to comments, and when: each goes exactly when all of it is older than its term and nothing is open."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.domain.vocabulary import NO_DUE, UNFINISHED, CommentState
from console.services.keeping import DAY
from console.services.retention import Retention
from console.store import Tx
from tests.support.bench import LEA, Bench
from tests.support.workspaces import comment, take_in

AGO = st.none() | st.integers(0, 40)
FULL: dict[str, st.SearchStrategy[Any]] = {
    "posted": st.integers(0, 40),
    "seen": st.integers(0, 40),
    "edited": AGO,
    "decided": AGO,
    "noted": AGO,
    "drafted": AGO,
    "outbox": st.none()
    | st.tuples(st.integers(0, 40), st.sampled_from([*map(str, UNFINISHED), "done", "failed"])),
    "due": st.none() | st.integers(-5, 40),
    "state": st.sampled_from([int(one) for one in CommentState]),
    "held": st.sampled_from(["", "", "", "comment", "author"]),
    "review": st.sampled_from([False, False, True]),
    "claimed": st.sampled_from([False, False, True]),
    "muted": st.booleans(),
    "batch": st.sampled_from(["", "", "done", "running"]),
    "hidden": st.sampled_from(["", "", "open", "confirmed"]),
}
QUIET = {
    "posted": 40, "seen": 40, "edited": None, "decided": None, "noted": None, "drafted": None, "outbox": None, "due": None,
    "state": int(CommentState.OPEN), "held": "", "review": False, "claimed": False, "muted": False, "batch": "", "hidden": "",
}  # fmt: skip
# Old and at rest, but for one to three things: each of them alone must be enough to keep it.
LIVES = (
    st.sets(st.sampled_from(sorted(FULL)), min_size=1, max_size=3)
    .flatmap(lambda names: st.fixed_dictionaries({name: FULL[name] for name in sorted(names)}))
    .map(lambda changes: {**QUIET, **changes})
)


def insert(tx: Tx, table: str, **values: Any) -> None:
    marks = ", ".join("?" * len(values))
    tx._db.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))


def live(
    tx: Tx, one: int, author: int, life: dict[str, Any], channel: int
) -> tuple[list[int], list[int], bool]:
    """Write a life into the workspace: days since its own dates and since what people did, and whether something is open."""

    def ago(days: int) -> int:
        return tx.now - days * DAY - 1

    own = [life["posted"], life["seen"]]
    touched: list[int] = []
    open_ = life["state"] not in (CommentState.OPEN, CommentState.DONE, CommentState.GONE)
    if life["edited"] is not None:
        own.append(life["edited"])
    if life["due"] is not None and life["state"] == CommentState.OPEN:
        own.append(life["due"])
    tx._db.execute(
        "UPDATE comments SET posted_at = ?, first_seen_at = ?, edited_at = ?, state = ?, due_at = ? WHERE id = ?",
        (
            ago(life["posted"]),
            ago(life["seen"]),
            None if life["edited"] is None else ago(life["edited"]),
            life["state"],
            NO_DUE if life["due"] is None else ago(life["due"]),
            one,
        ),
    )
    if life["decided"] is not None:
        touched.append(life["decided"])
        insert(
            tx, "decisions", comment_id=one, author_id=author, action="mute" if life["muted"] else "keep", actor="ana",
            os_user="t", role="moderator", created_at=ago(life["decided"]), category="neutral", severity=0,
            shown_revision=1, state="done", audit_sequence=1,
        )  # fmt: skip
    if life["noted"] is not None:
        touched.append(life["noted"])
        insert(tx, "notes", comment_id=one, actor="ana", text="n", created_at=ago(life["noted"]))
    if life["drafted"] is not None:
        touched.append(life["drafted"])
        insert(tx, "drafts", comment_id=one, actor="ana", text="n", updated_at=ago(life["drafted"]))
    if life["outbox"] is not None:
        days, state = life["outbox"]
        touched.append(days)
        open_ |= state in UNFINISHED
        insert(
            tx, "outbox", key=f"k{one}", decision_id=1, comment_id=one, author_id=author, channel_id=channel, action="hide",
            state=state, not_before=ago(days), created_at=ago(days), updated_at=ago(days), request="{}",
        )  # fmt: skip
    if life["review"]:
        touched.append(40)
        open_ = True
        insert(
            tx, "reviews", decision_id=1, comment_id=one, asked_by="ana", role="lead", clause="", created_at=ago(40),
            expires_at=tx.now + DAY, state="waiting",
        )  # fmt: skip
    if life["hidden"]:
        touched.append(40)
        open_ |= life["hidden"] == "open"
        answer = None if life["hidden"] == "open" else "confirmed"
        insert(
            tx, "automatic_hides", decision_id=one, comment_id=one, rule="R", policy_id="p", created_at=ago(40), answer=answer
        )  # fmt: skip
    if life["batch"]:
        open_ |= life["batch"] == "running"
        insert(tx, "batch_items", batch=life["batch"], position=one, comment_id=one, revision=1)
    if life["claimed"]:
        open_ = True
        tx.shared.claim(one, "ana", "s", tx.now, 600)
    if life["muted"]:
        tx.comments.set_author_flags(author, muted=1)
        open_ |= life["decided"] is not None
    if life["held"]:
        alone = life["held"] == "comment"
        tx.retention.hold(one if alone else None, None if alone else author, "why", "ana", tx.now)
    return own, touched, open_


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(lives=st.lists(LIVES, min_size=10, max_size=30), untouched=st.integers(1, 20), more=st.integers(0, 15))
def test_never_anything_younger_than_its_term_nor_held_nor_pending(
    bench: Bench, lives: list[dict[str, Any]], untouched: int, more: int
) -> None:
    keeping, decided = Retention(bench.store), untouched + more
    keeping.set_terms({"untouched": None, "decided": None, "authors": 1}, LEA)
    keeping.set_terms({"untouched": untouched, "decided": decided}, LEA)
    bench.clock.turn(100 * DAY)
    channel, tag = int(bench.channel_id), bench.clock.now_us()

    def clear(tx: Tx) -> None:
        for name in ("running", "done"):
            tx._db.execute(
                "INSERT OR IGNORE INTO batches VALUES (?1, 'ana', 'lead', 'hide', '{}', ?1, 1, ?2, ?2)",
                (name, tx.now),
            )

    bench.store.write(clear).result()
    keeping.begin(LEA)
    keeping.sweep()  # what earlier examples left
    ids = take_in(
        bench.store,
        channel,
        *(comment(f"{tag}-{n}", f"life {n}", author=f"{tag}-{n}") for n in range(len(lives))),
    )

    def write(tx: Tx) -> set[int]:
        expected = set()
        for one, life in zip(sorted(ids), lives, strict=True):
            author = tx._db.execute("SELECT author_id FROM comments WHERE id = ?", (one,)).fetchone()[0]
            own, touched, open_ = live(tx, one, author, life, channel)
            youngest = min(*own, *touched, 99)
            if not open_ and not life["held"] and youngest >= (decided if touched else untouched):
                expected.add(one)
        return expected

    expected = bench.store.write(write).result()
    looked = keeping.preview().counts
    keeping.begin(LEA)
    done = keeping.sweep()
    assert done is not None
    left = bench.store.read(
        lambda r: r._db.execute(f"SELECT id FROM comments WHERE remote_id GLOB 'c{tag}-*'").fetchall()
    )
    assert set(ids) - {row[0] for row in left} == expected
    assert done.counts["untouched"] + done.counts["decided"] == len(expected)
    assert looked["untouched"] + looked["decided"] == len(expected)
