"""From a QueueFilter to SQL: the conditions, and the one index each question walks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import CommentState
from console.store.sqlite.automation import UNANSWERED

if TYPE_CHECKING:
    from console.store.filters import QueueFilter

BAND: Final = 1 << 40
"""Width of one severity in ``qkey``: severity 5 begins at 0, severity 0 at five times this."""
_BY_ID: Final = "-"
"""Rows come by id from a sub-query: no index of comments is named."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """A WHERE text with its values, and the source to read ``comments c`` from."""

    where: str
    values: tuple[object, ...]
    source: str


def conditions(wanted: QueueFilter, within: str | None = None, *, by_id: bool = False) -> Conditions:
    """What ``wanted`` means in SQL, words left out. ``within`` is a JSON list of ids that holds all candidates;
    ``by_id`` names no index, for a join that comes with the id.

    The planner errs by 20 to 2,000 times here, so the index is named: the most selective condition names it, and the
    others are asked of the rows it gives.
    """
    made = _Maker(wanted)
    if by_id:
        made.name(_BY_ID)
    made.say(within)
    source = "comments c NOT INDEXED" if made.index == _BY_ID else f"comments c INDEXED BY {made.index}"
    return Conditions(" AND ".join(made.where), tuple(made.values), source)


class _Maker:
    """Collects conditions; ``index`` is None until one has named it."""

    def __init__(self, wanted: QueueFilter) -> None:
        self.wanted = wanted
        self.where: list[str] = []
        self.values: list[object] = []
        self.index: str | None = None

    def add(self, where: str, *values: object) -> None:
        self.where.append(where)
        self.values += values

    def name(self, index: str) -> None:
        if self.index is None:
            self.index = index

    def one_of(self, column: str, values: tuple[object, ...]) -> None:
        if len(values) == 1:
            self.add(f"{column} = ?", values[0])
        else:
            self.add(f"{column} IN ({','.join('?' * len(values))})", *values)

    def say(self, within: str | None) -> None:
        wanted = self.wanted
        self._states()
        if within is not None:
            self.add("c.id IN (SELECT value FROM json_each(?))", within)
            self.name(_BY_ID)
        if wanted.automatic:  # a handful of rows: from their own index to the comments by id
            self.add(f"c.id IN ({UNANSWERED})")
            self.name(_BY_ID)
        if wanted.by_hand is not None:
            among = "IN" if wanted.by_hand else "NOT IN"
            self.add(
                f"c.id {among} (SELECT comment_id FROM outbox INDEXED BY outbox_ready WHERE state = 'waiting_person')"
            )
        if wanted.batch is not None:
            self.add(
                "c.id IN (SELECT comment_id FROM decisions INDEXED BY decisions_batch WHERE batch = ?)",
                wanted.batch,
            )
            self.name(_BY_ID)
        if wanted.draft_by:
            self.add(
                "c.id IN (SELECT comment_id FROM drafts INDEXED BY drafts_actor WHERE actor = ?)",
                wanted.draft_by,
            )
            self.name(_BY_ID)
        if wanted.group is not None:
            self.add("c.alike_id = ?", wanted.group)
            self.name("comments_alike")
        if wanted.author_id is not None:
            self.add("c.author_id = ?", wanted.author_id)
            self.name("comments_author")
        if wanted.authors:
            self.add("c.author_id IN (SELECT value FROM json_each(?))", json.dumps(wanted.authors))
            self.name("comments_author")
        if wanted.post_id is not None:
            self.add("c.post_id = ?", wanted.post_id)
            self.name("comments_post")
        self._assignee()
        if wanted.tags:
            marks = ",".join("?" * len(wanted.tags))
            self.add(
                "c.author_id IN (SELECT author_id FROM author_tags INDEXED BY author_tags_tag"
                f" WHERE tag IN ({marks}))",
                *wanted.tags,
            )
            self.name("comments_author")
        self._ranges()
        if self._asks_more():
            self.name("comments_queue")
        if wanted.categories:
            self.one_of("c.category", wanted.categories)
            self.name("comments_queue_category")
        if wanted.channel_id is not None:
            self.add("c.channel_id = ?", wanted.channel_id)
            self.name("comments_queue_channel")
        if wanted.channels:
            self.one_of("c.channel_id", wanted.channels)
        self._rest()
        self.name("comments_queue")

    def _asks_more(self) -> bool:
        """Whether a condition is asked that only the queue's widest index can answer without looking rows up."""
        wanted = self.wanted
        return bool(
            wanted.languages
            or wanted.without
            or wanted.since is not None
            or wanted.until is not None
            or wanted.assignee is not None
            or wanted.followers_min is not None
            or wanted.order != "severity"
            or wanted.channels
        )

    def _states(self) -> None:
        states = self.wanted.states or tuple(CommentState)
        if len(states) == 1:
            # Word for word, because a partial index is used only where its own predicate stands.
            self.add(f"c.state = {int(states[0])}")
        else:
            self.add(f"c.state IN ({','.join(str(int(one)) for one in states)})")

    def _assignee(self) -> None:
        given = self.wanted.assignee
        if given is None:
            return
        names = (given,) if isinstance(given, str) else given
        named = tuple(one for one in names if one)
        if len(named) == len(names):
            self.one_of("c.assignee", named)
            self.name("comments_assignee")
        elif named:
            marks = ",".join("?" * len(named))
            self.add(f"(c.assignee IS NULL OR c.assignee IN ({marks}))", *named)
        else:
            self.add("c.assignee IS NULL")

    def _ranges(self) -> None:
        wanted = self.wanted
        if wanted.mentions_only:
            self.add("c.relation <> 'comment'")
            self.name("comments_mentions")
        if wanted.due_before is not None:
            self.add("c.due_at <= ? AND c.due_at < 1099511627775", wanted.due_before)
            if wanted.states == (CommentState.OPEN,):
                self.name("comments_due")
        if wanted.severity_max is not None:
            self.add("c.qkey >= ?", (5 - wanted.severity_max) * BAND)
        if wanted.severity_min is not None:
            self.add("c.qkey < ?", (6 - wanted.severity_min) * BAND)
        if wanted.since is not None:
            self.add("c.posted_at >= ?", wanted.since)
        if wanted.until is not None:
            self.add("c.posted_at < ?", wanted.until)

    def _rest(self) -> None:
        wanted = self.wanted
        if wanted.without:
            self.add(f"c.category NOT IN ({','.join('?' * len(wanted.without))})", *wanted.without)
        if wanted.flagged_only:
            self.add("c.flagged = 1")
        if wanted.languages:
            self.one_of("c.language", wanted.languages)
        if wanted.followers_min is not None:
            self.add(
                "c.author_id IN (SELECT id FROM authors INDEXED BY authors_followers"
                " WHERE followers IS NOT NULL AND followers >= ?)",
                wanted.followers_min,
            )
