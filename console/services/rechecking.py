"""Looking again at what is kept: edits and deletions that no platform reports, before an action and in slow rounds.

A round goes through a channel's comments by id, a batch after each pull, so that it costs little at a time and goes on
where it stopped after a restart. What is gone is marked as gone; what was edited becomes a new revision and comes back.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from console.connectors import registry
from console.domain.comment import IncomingAuthor, IncomingComment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.domain.comment import Channel, Comment
    from console.domain.ports import Clock, Connectors
    from console.store import Store, Tx

_DAY = 86_400


class Rechecks:
    """Asks a channel's connector how comments stand now and stores what it says."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def before_acting(
        self, channel: Channel, comments: Sequence[Comment], connectors: Connectors
    ) -> bool:
        """Look at ``comments`` right before something is done about them; False where the platform is not asked.

        Raises what the connector raises: then nothing was stored.
        """
        how = registry.spec(channel.kind).recheck
        if how is None or not how.before_acting or not comments:
            return False
        connector = await connectors.get(channel)
        for start in range(0, len(comments), how.batch):
            part = comments[start : start + how.batch]
            found = await connector.recheck([one.remote_id for one in part])
            await self._keep(channel, part, found)
        return True

    async def part_of_round(self, channel: Channel, connectors: Connectors) -> int:
        """The next batch of the channel's round, if one is due or under way; how many comments were looked at.

        Raises what the connector raises: then the same batch comes next time.
        """
        how = registry.spec(channel.kind).recheck
        if how is None:
            return 0
        now = self._clock.now()
        if channel.rechecked_to == 0 and now - (channel.recheck_round_at or channel.created_at) < how.every:
            return 0
        since = now - how.days * _DAY if how.days else 0
        part = self._store.read(
            lambda r: r.comments.after(channel.id, channel.rechecked_to, since, how.batch)
        )
        if part:
            connector = await connectors.get(channel)
            found = await connector.recheck([one.remote_id for one in part])
            await self._keep(channel, part, found)
        ended = len(part) < how.batch
        reached = 0 if ended else int(part[-1].id)

        def work(tx: Tx) -> None:
            fields = {"rechecked_to": reached}
            if channel.rechecked_to == 0:
                fields["recheck_round_at"] = now
            tx.channels.set(channel.id, **fields)

        await asyncio.wrap_future(self._store.write(work, durable=False))
        return len(part)

    async def _keep(
        self, channel: Channel, asked: Sequence[Comment], found: Mapping[str, IncomingComment | None]
    ) -> None:
        items = []
        for one in asked:
            if one.remote_id not in found:
                continue  # the platform did not say: no guess
            items.append(found[one.remote_id] or gone(one))
        if not items:
            return

        def work(tx: Tx) -> None:
            if tx.channel_erasure.removed(int(channel.id)):
                return  # it may be erased just now: the answer would bring back what went
            result = tx.comments.upsert(
                channel.id, channel.kind, items, tx.now, connected_at=channel.created_at
            )
            if result.updated_ids:
                tx.changed("comments", result.updated_ids)

        await asyncio.wrap_future(self._store.write(work, durable=False))


def gone(comment: Comment) -> IncomingComment:
    """What the intake is told of a comment that its platform no longer has."""
    author = IncomingAuthor(comment.author_remote_id, comment.author_handle, comment.author_name)
    return IncomingComment(
        comment.remote_id, comment.text, author, comment.posted_at, ours=comment.ours, gone=True
    )
