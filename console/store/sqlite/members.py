"""The team beside its roles: who was removed, a change of pseudonym, and what a member still holds."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.vocabulary import Role
from console.store.sqlite.codec import Part


@dataclass(frozen=True, slots=True)
class Member:
    """A present member; ``added_at`` in UTC seconds."""

    name: str
    role: Role
    added_at: int


class Members(Part):
    """Rows of the members' table are never deleted: the log and the decisions go on naming them."""

    def present(self) -> list[Member]:
        """Present members by name."""
        return [
            Member(row[0], Role(row[1]), row[2])
            for row in self._db.execute(
                "SELECT name, role, added_at FROM members WHERE removed_at IS NULL ORDER BY name"
            )
        ]

    def removed(self) -> frozenset[str]:
        """Names that were members once, or were somebody's name before a change of pseudonym."""
        return frozenset(
            row[0] for row in self._db.execute("SELECT name FROM members WHERE removed_at IS NOT NULL")
        )

    def remove(self, name: str, now: int) -> None:
        """Take a member off the list; what they did stays."""
        self._db.execute("UPDATE members SET removed_at = ? WHERE name = ?", (now, name))
        # What was theirs to do is nobody's again, so that somebody sees it; their own views go with them.
        self._db.execute("UPDATE comments SET assignee = NULL WHERE assignee = ?", (name,))
        self._db.execute("DELETE FROM saved_views WHERE owner = ?", (name,))

    def rename(self, name: str, new: str, now: int) -> None:
        """Hand over place and role, claims and drafts to a new pseudonym. The past keeps the old one."""
        self._db.execute(
            """INSERT INTO members (name, role, added_at)
               SELECT ?, role, added_at FROM members WHERE name = ?""",
            (new, name),
        )
        self._db.execute("UPDATE comments SET assignee = ? WHERE assignee = ?", (new, name))
        self._db.execute("UPDATE saved_views SET owner = ? WHERE owner = ?", (new, name))
        self.remove(name, now)
        self._db.execute("UPDATE claims SET holder = ? WHERE holder = ?", (new, name))
        self._db.execute("UPDATE OR REPLACE drafts SET actor = ? WHERE actor = ?", (new, name))
        self._db.execute("UPDATE OR REPLACE policy_drafts SET actor = ? WHERE actor = ?", (new, name))

    def free_claims(self, name: str) -> tuple[int, ...]:
        """Give back everything ``name`` holds; the ids of the comments."""
        ids = tuple(
            row[0] for row in self._db.execute("SELECT comment_id FROM claims WHERE holder = ?", (name,))
        )
        self._db.execute("DELETE FROM claims WHERE holder = ?", (name,))
        return ids
