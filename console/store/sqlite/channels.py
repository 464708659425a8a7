"""Channels, policies, settings and members: the rows a workspace has few of."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from console.domain.comment import Channel, ChannelId
from console.domain.vocabulary import Role
from console.store.sqlite import codec
from console.store.sqlite.codec import Part


class Channels(Part):
    """The accounts that are read and answered from."""

    def add(self, kind: str, name: str, now: int, **fields: Any) -> ChannelId:
        """Add a channel, or bring a removed one of the same key back; returns its id."""
        row = self._db.execute(
            """INSERT INTO channels (kind, name, created_at) VALUES (?, ?, ?)
               ON CONFLICT (kind, name) DO UPDATE SET removed = 0, paused = 0, state = 'new' RETURNING id""",
            (kind, name, now),
        ).fetchone()
        channel_id = ChannelId(row[0])
        if fields:
            self.set(channel_id, **fields)
        return channel_id

    def set(self, channel_id: int, **fields: Any) -> None:
        """Set columns of a channel; mappings are stored as JSON."""
        allowed = {
            "server", "handle", "remote_id", "language", "state", "state_code", "state_params", "paused", "removed",
            "cursor", "last_pull_at", "next_pull_at", "newest_at", "options",
        }  # fmt: skip
        if not set(fields) <= allowed:
            raise ValueError(f"not columns of a channel: {sorted(set(fields) - allowed)}")
        columns = ", ".join(f"{name} = ?" for name in fields)
        values = [codec.dumps(dict(one)) if isinstance(one, Mapping) else one for one in fields.values()]
        self._db.execute(f"UPDATE channels SET {columns} WHERE id = ?", (*values, channel_id))

    def all(self) -> list[Channel]:
        """All channels that were not removed, oldest first."""
        return [
            codec.channel(row)
            for row in self._db.execute(
                f"SELECT {codec.CHANNEL_COLUMNS} FROM channels WHERE removed = 0 ORDER BY id"
            )
        ]

    def get(self, channel_id: int) -> Channel | None:
        """One channel by id, removed ones too (their comments still name them)."""
        row = self._db.execute(
            f"SELECT {codec.CHANNEL_COLUMNS} FROM channels WHERE id = ?", (channel_id,)
        ).fetchone()
        return None if row is None else codec.channel(row)

    def find(self, name: str) -> list[Channel]:
        """Channels by ``kind:name``, or by the bare name."""
        return [one for one in self.all() if name in (one.key, one.name)]


@dataclass(frozen=True, slots=True)
class StoredPolicy:
    """A policy as kept in the workspace: its text and where it stands in its life."""

    id: str
    name: str
    number: int
    source: str
    state: str  # draft | active | retired
    added_at: int
    activated_at: int | None
    activated_by: str | None
    files: Mapping[str, bytes]  # included lists by the name that the text uses


POLICY_COLUMNS = "id, name, number, source, state, added_at, activated_at, activated_by, files"


def _policy(row: tuple[Any, ...]) -> StoredPolicy:
    files = {name: base64.b64decode(data) for name, data in codec.loads(row[8]).items()}
    return StoredPolicy(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], files)


class Policies(Part):
    """Policy texts and their life cycle."""

    def add(self, policy_id: str, name: str, source: str, files: Mapping[str, bytes], now: int) -> int:
        """Keep a policy text; returns its number (1, 2, ...). The same id again changes nothing."""
        row = self._db.execute("SELECT number FROM policies WHERE id = ?", (policy_id,)).fetchone()
        if row is not None:
            return int(row[0])
        kept = {file: base64.b64encode(data).decode() for file, data in files.items()}
        number = int(self._db.execute("SELECT coalesce(max(number), 0) + 1 FROM policies").fetchone()[0])
        self._db.execute(
            "INSERT INTO policies (id, name, number, source, state, files, added_at) VALUES (?, ?, ?, ?, 'draft', ?, ?)",
            (policy_id, name, number, source, codec.dumps(kept), now),
        )
        return number

    def activate(self, policy_id: str, actor: str, now: int) -> None:
        """Make one policy the active one and retire the one before."""
        self._db.execute("UPDATE policies SET state = 'retired' WHERE state = 'active'")
        self._db.execute(
            "UPDATE policies SET state = 'active', activated_at = ?, activated_by = ? WHERE id = ?",
            (now, actor, policy_id),
        )

    def active(self) -> StoredPolicy | None:
        """The active policy."""
        return self._one("state = 'active'", ())

    def get(self, policy_id: str) -> StoredPolicy | None:
        """A policy by id."""
        return self._one("id = ?", (policy_id,))

    def all(self) -> list[StoredPolicy]:
        """All policies, newest first."""
        rows = self._db.execute(f"SELECT {POLICY_COLUMNS} FROM policies ORDER BY number DESC")
        return [_policy(row) for row in rows]

    def _one(self, where: str, values: tuple[object, ...]) -> StoredPolicy | None:
        row = self._db.execute(
            f"SELECT {POLICY_COLUMNS} FROM policies WHERE {where} ORDER BY number DESC LIMIT 1", values
        ).fetchone()
        return None if row is None else _policy(row)


class Settings(Part):
    """Workspace settings and facts about the workspace itself."""

    def get(self, key: str, default: Any = None) -> Any:
        """A setting, decoded from JSON."""
        row = self._db.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return default if row is None else codec.loads(row[0])

    def set(self, key: str, value: Any) -> None:
        """Store a setting as JSON."""
        self._db.execute(
            "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (key, codec.dumps(value))
        )

    def meta(self, key: str) -> str | None:
        """A fact about the workspace (id, created_at, author_key)."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set_meta(self, key: str, value: str) -> None:
        """Write a fact about the workspace."""
        self._db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))

    def members(self) -> dict[str, Role]:
        """Present members by name."""
        return {
            row[0]: Role(row[1])
            for row in self._db.execute(
                "SELECT name, role FROM members WHERE removed_at IS NULL ORDER BY name"
            )
        }

    def set_member(self, name: str, role: Role, now: int) -> None:
        """Add a member or change a role."""
        self._db.execute(
            """INSERT INTO members (name, role, added_at) VALUES (?, ?, ?)
               ON CONFLICT (name) DO UPDATE SET role = excluded.role, removed_at = NULL""",
            (name, role.value, now),
        )
