"""Which channel is read and who counts as ourselves, from what was given and what the sign-in says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.connectors.youtube.lookup import Mine, side_trouble
from console.connectors.youtube.names import DEFAULT_SERVER, channel_id
from console.domain.errors import ConnectorError, ForbiddenByPlatform, Invalid

if TYPE_CHECKING:
    from console.connectors.youtube.lookup import Lookup
    from console.domain.comment import Channel
    from console.domain.ports import Clock

#: Whose sign-in this is, where it was not answered, is asked again after this many seconds.
_REST: Final = 600


@dataclass(frozen=True, slots=True)
class Account:
    """``channel`` is read; ``ours`` are the ids under which we write; ``mine`` is empty where nobody says."""

    channel: str
    ours: frozenset[str]
    mine: Mine
    told: bool = True  # whether the platform said whose sign-in this is


class Accounts:
    """Finds the account once and keeps it."""

    def __init__(self, channel: Channel, server: str, lookup: Lookup, clock: Clock) -> None:
        self._given = channel_id(channel.handle) or channel_id(channel.remote_id)
        self._handle = channel.handle.strip()
        # Another server answers what it has; the name that stands in for a channel is then as good as any.
        self._spare = (
            (channel.handle or channel.remote_id or channel.name) if server != DEFAULT_SERVER else ""
        )
        self._lookup, self._clock = lookup, clock
        self._known: Account | None = None
        self._until = 0  # UTC seconds; asked again after it where the platform did not say who we are

    async def get(self) -> Account:
        """The account. Raises ForbiddenByPlatform ``youtube_no_channel``, Invalid ``bad_handle``, and what concerns the
        sign-in itself.
        """
        if self._known is not None and (self._known.told or self._clock.now() < self._until):
            return self._known
        mine, told = Mine(), True
        try:
            mine = await self._lookup.mine()
        except ConnectorError as error:
            if not side_trouble(error) and not (error.retry and self._given):
                raise
            told = False
        channel = self._given or await self._named(mine) or mine.id or self._spare
        if not channel:
            raise ForbiddenByPlatform("youtube_no_channel")
        self._known = Account(channel, frozenset({mine.id, channel} - {""}), mine, told and bool(mine.id))
        self._until = self._clock.now() + _REST
        return self._known

    async def _named(self, mine: Mine) -> str:
        """The channel of a handle that was given in place of an id."""
        if not self._handle.startswith("@") or self._handle.casefold() == mine.handle.casefold():
            return ""
        try:
            found = await self._lookup.by_handle(self._handle)
        except ConnectorError as error:
            if not side_trouble(error):
                raise
            return ""
        if not found and not self._spare:
            raise Invalid("bad_handle", handle=self._handle)  # and not silently another channel
        return found
