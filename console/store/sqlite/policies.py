"""Policies: the texts of all versions, what was done to each, working drafts, and what a shadow would have proposed."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from console.store.sqlite import codec
from console.store.sqlite.codec import Part
from console.store.sqlite.opinions import UNDECIDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from console.domain.comment import CommentId
    from console.domain.decision import Proposal

CHUNK: Final = 400  # ids in one IN list
_UNDECIDED: Final = ", ".join(str(int(one)) for one in UNDECIDED)
# A decision in one of these states stands (as in the figures on verdicts).
_STANDING: Final = ("queued", "done", "waiting_person", "failed")


@dataclass(frozen=True, slots=True)
class StoredPolicy:
    """A policy as kept in the workspace: its text and where it stands in its life. Times are UTC seconds."""

    id: str
    name: str
    number: int
    source: str
    state: str  # draft | shadow | active | retired
    added_at: int
    activated_at: int | None
    activated_by: str | None
    files: Mapping[str, bytes]  # included lists by the name that the text uses
    added_by: str = ""
    shadow_since: int | None = None
    retired_at: int | None = None
    retired_by: str | None = None


@dataclass(frozen=True, slots=True)
class PolicyStep:
    """One thing that was done to a version.

    ``kind`` is check, test, backtest, shadow, sign, waive, activate or retire; ``body`` the report of a test run or a
    backtest, or small details. ``reason`` is what a person typed: it never enters the audit chain.
    """

    id: int
    policy_id: str
    kind: str
    ok: bool
    actor: str
    role: str
    created_at: int
    reason: str = ""
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WorkingDraft:
    """The unfinished text of one person; it may be wrong, so it has no id. ``based_on`` is the version it came from."""

    actor: str
    name: str
    based_on: str | None
    text: str
    files: Mapping[str, bytes]
    updated_at: int


@dataclass(frozen=True, slots=True)
class ShadowRow:
    """What the shadow and the active policy propose for one comment, and what people decided about that text since.

    ``decisions`` are (action, UTC seconds), oldest first; ``decided_category`` is the last one's, "" for none.
    """

    comment_id: int
    active_id: str
    category: str
    severity: int
    actions: tuple[str, ...]
    rules: tuple[str, ...]
    protected: bool
    auto_hide: bool
    active_category: str
    active_severity: int
    active_actions: tuple[str, ...]
    active_rules: tuple[str, ...]
    active_protected: bool
    active_auto_hide: bool
    created_at: int
    decisions: tuple[tuple[str, int], ...] = ()
    decided_category: str = ""


POLICY_COLUMNS = """id, name, number, source, state, added_at, activated_at, activated_by, files, added_by,
  shadow_since, retired_at, retired_by"""
STEP_COLUMNS = "id, policy_id, kind, ok, actor, role, created_at, reason, body"


def _files(text: str) -> dict[str, bytes]:
    return {name: base64.b64decode(data) for name, data in codec.loads(text).items()}


def _kept(files: Mapping[str, bytes]) -> str:
    return codec.dumps({file: base64.b64encode(data).decode() for file, data in files.items()})


def _policy(row: tuple[Any, ...]) -> StoredPolicy:
    values = [*row]
    values[8] = _files(row[8])
    return StoredPolicy(*values)


def _step(row: tuple[Any, ...]) -> PolicyStep:
    values = [*row]
    values[3], values[8] = bool(row[3]), codec.loads(row[8])
    return PolicyStep(*values)


class Policies(Part):
    """Policy texts and their life cycle."""

    def add(
        self, policy_id: str, name: str, source: str, files: Mapping[str, bytes], now: int, by: str = ""
    ) -> int:
        """Keep a policy text; returns its number (1, 2, ...). The same id again changes nothing."""
        row = self._db.execute("SELECT number FROM policies WHERE id = ?", (policy_id,)).fetchone()
        if row is not None:
            return int(row[0])
        number = int(self._db.execute("SELECT coalesce(max(number), 0) + 1 FROM policies").fetchone()[0])
        self._db.execute(
            "INSERT INTO policies (id, name, number, source, state, files, added_at, added_by)"
            " VALUES (?, ?, ?, ?, 'draft', ?, ?, ?)",
            (policy_id, codec.plain(name), number, source, _kept(files), now, by),
        )
        return number

    def replace_text(self, policy_id: str, name: str, source: str, files: Mapping[str, bytes]) -> None:
        """The same meaning in other words: names, comments, tests."""
        self._db.execute(
            "UPDATE policies SET name = ?, source = ?, files = ? WHERE id = ?",
            (codec.plain(name), source, _kept(files), policy_id),
        )

    def activate(self, policy_id: str, actor: str, now: int) -> None:
        """Make one policy the active one and retire the one before."""
        self._db.execute(
            "UPDATE policies SET state = 'retired', retired_at = ?, retired_by = ? WHERE state = 'active' AND id <> ?",
            (now, actor, policy_id),
        )
        self._db.execute(
            """UPDATE policies SET state = 'active', activated_at = ?, activated_by = ?,
                 retired_at = NULL, retired_by = NULL WHERE id = ?""",
            (now, actor, policy_id),
        )

    def retire(self, policy_id: str, actor: str, now: int) -> None:
        """Set a version aside; its text stays."""
        self._db.execute(
            "UPDATE policies SET state = 'retired', retired_at = ?, retired_by = ? WHERE id = ?",
            (now, actor, policy_id),
        )

    def start_shadow(self, policy_id: str, now: int) -> None:
        """Put a version into shadow; what an earlier shadow of it recorded goes."""
        self._db.execute("DELETE FROM shadow_proposals WHERE policy_id = ?", (policy_id,))
        self._db.execute(
            "UPDATE policies SET state = 'shadow', shadow_since = ? WHERE id = ?", (now, policy_id)
        )

    def end_shadow(self, policy_id: str) -> None:
        """Take a version out of shadow: back to where it was before. What it recorded and since when stays to be read."""
        self._db.execute(
            "UPDATE policies SET state = CASE WHEN retired_at IS NULL THEN 'draft' ELSE 'retired' END"
            " WHERE id = ? AND state = 'shadow'",
            (policy_id,),
        )

    def active(self) -> StoredPolicy | None:
        """The active policy."""
        return self._one("state = 'active'", ())

    def shadow(self) -> StoredPolicy | None:
        """The version in shadow."""
        return self._one("state = 'shadow'", ())

    def mark(self, state: str) -> tuple[str, str] | None:
        """(id, text) of the version in ``state`` (active or shadow): enough to see whether it is still the same."""
        row = self._db.execute(
            "SELECT id, source FROM policies WHERE state = ? ORDER BY number DESC LIMIT 1", (state,)
        ).fetchone()
        return None if row is None else (row[0], row[1])

    def get(self, policy_id: str) -> StoredPolicy | None:
        """A policy by id."""
        return self._one("id = ?", (policy_id,))

    def all(self) -> list[StoredPolicy]:
        """All policies, newest first."""
        rows = self._db.execute(f"SELECT {POLICY_COLUMNS} FROM policies ORDER BY number DESC")
        return [_policy(row) for row in rows]

    def find(self, *, number: int | None = None, prefix: str = "") -> list[str]:
        """Ids of the version with this number, or of those whose id begins with ``prefix`` (at most 5)."""
        if number is not None:
            rows = self._db.execute("SELECT id FROM policies WHERE number = ?", (number,))
        else:
            rows = self._db.execute(
                "SELECT id FROM policies WHERE substr(id, 1, ?) = ? ORDER BY number LIMIT 5",
                (len(prefix), prefix),
            )
        return [row[0] for row in rows]

    def _one(self, where: str, values: tuple[object, ...]) -> StoredPolicy | None:
        row = self._db.execute(
            f"SELECT {POLICY_COLUMNS} FROM policies WHERE {where} ORDER BY number DESC LIMIT 1", values
        ).fetchone()
        return None if row is None else _policy(row)

    # ------------------------------------------------------------------ steps

    def add_step(
        self,
        policy_id: str,
        kind: str,
        actor: str,
        role: str,
        now: int,
        *,
        ok: bool = True,
        reason: str = "",
        body: Mapping[str, Any] | None = None,
    ) -> int:
        """Note what was done to a version; returns the step's id."""
        cursor = self._db.execute(
            "INSERT INTO policy_steps (policy_id, kind, ok, actor, role, created_at, reason, body)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (policy_id, kind, int(ok), actor, role, now, codec.plain(reason), codec.dumps(dict(body or {}))),
        )
        return int(cursor.lastrowid or 0)

    def steps(self, policy_id: str) -> list[PolicyStep]:
        """What was done to a version, in order."""
        rows = self._db.execute(
            f"SELECT {STEP_COLUMNS} FROM policy_steps WHERE policy_id = ? ORDER BY id", (policy_id,)
        )
        return [_step(row) for row in rows]

    # ------------------------------------------------------------------ working drafts

    def keep_working(
        self, actor: str, name: str, based_on: str | None, text: str, files: Mapping[str, bytes], now: int
    ) -> None:
        """Keep the text somebody is working on: one for each person, the newest counts."""
        self._db.execute(
            """INSERT OR REPLACE INTO policy_drafts (actor, name, based_on, source, files, updated_at)
               VALUES (?, ?, ?, ?, ?, ?)""",
            (actor, codec.plain(name), based_on, codec.storable(text)[0], _kept(files), now),
        )

    def working(self, actor: str) -> WorkingDraft | None:
        """The text somebody is working on."""
        row = self._db.execute(
            "SELECT actor, name, based_on, source, files, updated_at FROM policy_drafts WHERE actor = ?",
            (actor,),
        ).fetchone()
        return None if row is None else WorkingDraft(row[0], row[1], row[2], row[3], _files(row[4]), row[5])

    def drop_working(self, actor: str) -> None:
        """Forget the text somebody was working on."""
        self._db.execute("DELETE FROM policy_drafts WHERE actor = ?", (actor,))

    # ------------------------------------------------------------------ what must be proposed for again

    def outdated(self, policy_id: str, ids: Sequence[int] | None = None) -> list[int]:
        """Undecided comments whose proposal is another policy's, by id (``ids``: of these only)."""
        joined = "JOIN proposals p ON p.id = c.proposal_id"
        return self._undecided("AND p.policy_id <> ?", (policy_id,), ids, joined)

    def unshadowed(self, policy_id: str, active_id: str, ids: Sequence[int] | None = None) -> list[int]:
        """Undecided comments with a proposal that the shadow did not see beside this active policy's yet, by id."""
        unseen = """AND c.proposal_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shadow_proposals s
                      WHERE s.policy_id = ? AND s.comment_id = c.id AND s.revision = c.revision AND s.active_id = ?)"""
        return self._undecided(unseen, (policy_id, active_id), ids)

    def undecided(self, ids: Sequence[int]) -> list[int]:
        """Of ``ids``, those that nobody has decided about."""
        return self._undecided("", (), ids)

    def span(self) -> tuple[int | None, int | None]:
        """The moment of the oldest comment as replays see it, and when the last one came in: UTC seconds, None if empty."""
        row: tuple[int | None, int | None] = self._db.execute(
            """SELECT min(CASE imported WHEN 1 THEN posted_at ELSE first_seen_at END), max(first_seen_at)
               FROM comments WHERE state <> 6"""
        ).fetchone()
        return row

    def _undecided(
        self, more: str, values: tuple[object, ...], ids: Sequence[int] | None, joined: str = ""
    ) -> list[int]:
        where = f"c.state IN ({_UNDECIDED}) {more}"
        if ids is None:
            sql = f"SELECT c.id FROM comments c {joined} WHERE {where} ORDER BY c.id"
            return [row[0] for row in self._db.execute(sql, values)]
        found: list[int] = []
        for start in range(0, len(ids), CHUNK):
            marks = ",".join(str(int(one)) for one in ids[start : start + CHUNK])
            # By row id: through an index on the state, each batch would walk everything that is undecided.
            sql = f"""SELECT c.id FROM comments c NOT INDEXED {joined}
                      WHERE c.id IN ({marks}) AND {where} ORDER BY c.id"""
            found += [row[0] for row in self._db.execute(sql, values)]
        return found

    # ------------------------------------------------------------------ the shadow

    def keep_shadow(self, items: Iterable[tuple[CommentId, Proposal, Proposal]], now: int) -> None:
        """Keep (comment, the shadow's proposal, the active one) of each; a later one takes an earlier one's place."""
        self._db.executemany(
            """INSERT OR REPLACE INTO shadow_proposals (policy_id, comment_id, revision, active_id, category,
                 severity, actions, rules, protected, auto_hide, active_category, active_severity, active_actions,
                 active_rules, active_protected, active_auto_hide, created_at)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                (shadow.policy_id, comment_id, shadow.revision, active.policy_id, *_side(shadow), *_side(active), now)
                for comment_id, shadow, active in items
            ],
        )  # fmt: skip

    def shadow_rows(self, policy_id: str, since: int, not_by: str) -> Iterator[ShadowRow]:
        """What a shadow recorded, by comment, each with people's standing decisions since ``since`` about that text.

        ``not_by`` is the name under which the program itself acts.
        """
        states = ",".join("?" * len(_STANDING))
        for row in self._db.execute(
            f"""SELECT s.comment_id, s.active_id, s.category, s.severity, s.actions, s.rules, s.protected, s.auto_hide,
                  s.active_category, s.active_severity, s.active_actions, s.active_rules, s.active_protected,
                  s.active_auto_hide, s.created_at,
                  (SELECT json_group_array(json_array(x.action, x.created_at, x.category)) FROM
                    (SELECT action, created_at, category FROM decisions INDEXED BY decisions_comment
                     WHERE comment_id = s.comment_id AND shown_revision = s.revision AND created_at >= ?
                       AND undoes IS NULL AND undone_by IS NULL AND actor <> ? AND state IN ({states})
                     ORDER BY id) x)
                FROM shadow_proposals s JOIN comments c ON c.id = s.comment_id
                WHERE s.policy_id = ? ORDER BY s.comment_id""",
            (since, not_by, *_STANDING, policy_id),
        ):
            said = codec.loads(row[15])
            yield ShadowRow(
                row[0], row[1], *_seen(row[2:8]), *_seen(row[8:14]), row[14],
                tuple((action, at) for action, at, _ in said), said[-1][2] if said else "",
            )  # fmt: skip


def _side(item: Proposal) -> tuple[Any, ...]:
    return (item.category, item.severity, codec.dumps(item.actions), codec.dumps(item.rules),
            int(item.protected), int(item.auto_hide))  # fmt: skip


def _seen(row: tuple[Any, ...]) -> tuple[str, int, tuple[str, ...], tuple[str, ...], bool, bool]:
    return row[0], row[1], tuple(codec.loads(row[2])), tuple(codec.loads(row[3])), bool(row[4]), bool(row[5])
