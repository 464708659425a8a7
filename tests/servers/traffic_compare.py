"""What both platforms' traffic compares in the same way: the queue as it is kept, replies by their words, the log."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from console.audit.statements import TOOK_EFFECT
from console.domain.decision import OutboxRow
from console.domain.vocabulary import LOCAL_ACTIONS, ActionKind, CommentState, OutboxState
from console.services.audit_desk import verify_log
from console.store import Store
from tests.support.workspaces import entry

#: Rows that never left, or left and were refused: nothing of them may stand on the server.
_NOT_DONE = (OutboxState.FAILED, OutboxState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Kept:
    """One comment as the queue keeps it."""

    number: int
    text: str
    state: CommentState
    hidden: bool
    ours: bool
    parent: str | None
    author: str
    blocked: bool = False
    muted: bool = False


def squeezed(text: str) -> str:
    """Words alone, a space between them."""
    return " ".join(text.split())


def read_kept(path: Path) -> dict[str, Kept]:
    """Everything that the workspace keeps of its one channel, by remote id."""
    query = """SELECT c.remote_id, c.id, c.text, c.state, c.hidden, a.ours, c.parent_remote_id, a.remote_id,
               a.blocked, a.muted
               FROM comments c JOIN authors a ON a.id = c.author_id"""
    with closing(sqlite3.connect(path)) as db:
        return {
            row[0]: Kept(
                row[1], row[2], CommentState(row[3]), bool(row[4]), bool(row[5]), row[6], row[7], bool(row[8]),
                bool(row[9]),
            )
            for row in db.execute(query)
        }  # fmt: skip


def read_rows(path: Path) -> list[OutboxRow]:
    """The whole outbox, oldest first."""
    store = Store(path, session="look", clock=_Still(), build_entry=entry)
    try:
        return sorted(store.read(lambda r: r.outbox.newest(1_000_000)), key=lambda row: row.id)
    finally:
        store.close()


def count_done(path: Path) -> int:
    """How many actions are done; 0 while there is no workspace yet."""
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("SELECT count(*) FROM outbox WHERE state = 'done'").fetchone()[0])


def result_id(row: OutboxRow) -> str:
    """What a row made there; empty where it made nothing."""
    return str((row.result or {}).get("remote_id") or "")


def done_texts(rows: Sequence[OutboxRow], said: Mapping[str, int]) -> list[str]:
    """Replies that were sent other than once each; ``said`` counts what was ever written there, by its words."""
    wrong = []
    known: dict[str, OutboxRow] = {}
    for row in rows:
        if row.action in (ActionKind.REPLY, ActionKind.WARN):
            known[squeezed(str(row.request["text"]))] = row
    for text, row in known.items():
        number = said.get(text, 0)
        expected = 1 if row.state is OutboxState.DONE else 0
        if number != expected and row.state is not OutboxState.WAITING_PERSON:
            wrong.append(
                f"reply of row {row.id} ({row.state}, {row.error}) was sent {number} times: {text!r}"
            )
    wrong += [f"a reply that nobody decided was sent {number} times: {text!r}" for text, number in said.items()
              if text not in known]  # fmt: skip
    return wrong


def audit(path: Path) -> tuple[int, list[str]]:
    """How many entries the log has, and what is wrong with it: the chain, and intents without their entries."""
    store = Store(path, session="look", clock=_Still(), build_entry=entry)
    try:
        result = verify_log(store, lambda: 0).verification
    finally:
        store.close()
    wrong = [] if result.ok else [f"the audit log does not hold: {result.first_bad}"]
    with closing(sqlite3.connect(path)) as db:
        told: dict[int, list[tuple[str, str | None]]] = {}
        events: Counter[int] = Counter()
        for text, event, outcome in db.execute("SELECT entry, event, outcome FROM audit"):
            one = json.loads(text)
            if event == "dispatch":
                told.setdefault(int(one["outbox"]), []).append((event, outcome))
            elif "decision" in one:
                events[int(one["decision"])] += 1
        for number, state, decision, tries in db.execute("SELECT id, state, decision_id, tries FROM outbox"):
            if not events[decision]:
                wrong.append(f"row {number} was decided by no entry of the log (decision {decision})")
            ended = state in ("done", "failed")
            if ended and number not in told:
                wrong.append(f"row {number} is {state} and the log does not say so")
            if ended and state == "done" and told.get(number, [("", "")])[-1][1] not in TOOK_EFFECT:
                wrong.append(f"row {number} is done and the log says last {told[number][-1]}")
            if state in ("sending", "unknown", "queued"):
                wrong.append(f"row {number} is still {state} after {tries} tries")
        local = {one.value for one in LOCAL_ACTIONS}
        for number, action, outbox, state in db.execute("SELECT id, action, outbox_id, state FROM decisions"):
            if not events[number]:
                wrong.append(f"decision {number} stands in no entry of the log")
            if outbox is None and state in ("queued", "waiting_person") and action not in local:
                wrong.append(f"decision {number} ({action}, {state}) has no row in the outbox")
    return result.entries, wrong


class _Still:
    """A clock for looking: nothing is written under it."""

    def now(self) -> int:
        """No time."""
        return 0

    def now_us(self) -> int:
        """No time."""
        return 0
