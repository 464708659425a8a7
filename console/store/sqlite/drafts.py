"""Drafts of replies: one for each person and comment, so that nobody's words are written over by another's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.store.sqlite import codec
from console.store.sqlite.codec import Part

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """What somebody has begun to answer. ``at`` is UTC seconds of the last change."""

    comment_id: int
    by: str
    text: str
    at: int


class Drafts(Part):
    """Operations on ``drafts``."""

    def draft(self, comment_id: int) -> str | None:
        """The words of the newest draft of a reply, whoever wrote it."""
        found = self.drafts_of(comment_id)
        return found[0].text if found else None

    def drafts_of(self, comment_id: int) -> list[KeptDraft]:
        """Everybody's drafts under one comment, newest first."""
        return [
            KeptDraft(*row)
            for row in self._db.execute(
                "SELECT comment_id, actor, text, updated_at FROM drafts WHERE comment_id = ?"
                " ORDER BY updated_at DESC, actor",
                (comment_id,),
            )
        ]

    def drafts_by(self, actor: str, limit: int = 500) -> list[KeptDraft]:
        """One person's drafts, newest first."""
        return [
            KeptDraft(*row)
            for row in self._db.execute(
                "SELECT comment_id, actor, text, updated_at FROM drafts WHERE actor = ?"
                " ORDER BY updated_at DESC, comment_id LIMIT ?",
                (actor, limit),
            )
        ]

    def with_draft(self, ids: Sequence[int]) -> set[int]:
        """Of ``ids``, those with a kept draft."""
        marks = ",".join(str(int(one)) for one in ids) or "NULL"
        return {
            row[0] for row in self._db.execute(f"SELECT comment_id FROM drafts WHERE comment_id IN ({marks})")
        }

    def keep_draft(
        self, comment_id: int, actor: str, text: str, now: int, base: str | None = None
    ) -> KeptDraft | None:
        """Keep a person's draft; an empty one is dropped.

        ``base`` is what the caller knows to stand there: where it is something else by now (another window of the same
        person), nothing is written and what stands there is returned. Without ``base`` it is written in any case.
        """
        kept = codec.storable(text)[0]
        if base is not None:
            stands = next((one for one in self.drafts_of(comment_id) if one.by == actor), None)
            if stands is not None and stands.text not in (codec.storable(base)[0], kept):
                return stands
        if kept:
            self._db.execute(
                "INSERT OR REPLACE INTO drafts (comment_id, actor, text, updated_at) VALUES (?, ?, ?, ?)",
                (comment_id, actor, kept, now),
            )
        else:
            self._db.execute("DELETE FROM drafts WHERE comment_id = ? AND actor = ?", (comment_id, actor))
        return None

    def drop_drafts(self, ids: Sequence[int]) -> None:
        """Drop everybody's drafts under these comments."""
        self._db.executemany("DELETE FROM drafts WHERE comment_id = ?", [(int(one),) for one in ids])
