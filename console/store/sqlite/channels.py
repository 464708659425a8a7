"""Channels, settings and members: the rows a workspace has few of."""

from __future__ import annotations

from collections.abc import Mapping
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
            "cursor", "last_pull_at", "next_pull_at", "newest_at", "options", "budget", "account",
            "rechecked_to", "recheck_round_at",
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

    def held(self, channel_id: int) -> int:
        """How many comments of a channel are stored."""
        row = self._db.execute("SELECT count(*) FROM comments WHERE channel_id = ?", (channel_id,)).fetchone()
        return int(row[0])

    def keyed(self, kind: str, name: str) -> Channel | None:
        """The channel of this kind and name, a removed one too: whoever adds it again brings that one back."""
        row = self._db.execute(
            f"SELECT {codec.CHANNEL_COLUMNS} FROM channels WHERE kind = ? AND name = ?", (kind, name)
        ).fetchone()
        return None if row is None else codec.channel(row)

    def find(self, name: str) -> list[Channel]:
        """Channels by ``kind:name``, or by the bare name."""
        return [one for one in self.all() if name in (one.key, one.name)]


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
