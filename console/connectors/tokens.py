"""An account's rotating tokens: one refresh at a time, kept safe before they are first used, shared between processes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from console.domain.errors import AuthExpired, ConnectorError, EnvironmentFailure

if TYPE_CHECKING:
    from console.connectors.sessions import SessionStore
    from console.domain.ports import Clock

log = logging.getLogger(__name__)

#: A token this close to its end (seconds) is renewed first: it would die on the way.
_EARLY: Final = 60
#: How often it is looked whether tokens that still hold should be renewed ahead of time, in seconds.
_LOOK: Final = 3600


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a sign-in gave. ``expires_at`` is UTC seconds, None for tokens without an end; ``issuer`` says where from.

    ``issuer`` is server and account they were made for: tokens of another account are never used. ``issued_at`` is when
    they were made, or first seen here where nobody says (UTC seconds).
    """

    issuer: str
    access: str
    refresh: str = ""
    expires_at: int | None = None
    scope: str = ""
    issued_at: int | None = None

    def dump(self) -> dict[str, Any]:
        """The stored form."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def parse(cls, raw: Mapping[str, Any] | None) -> Tokens | None:
        """From the stored form; None when it is not a complete session."""
        if raw is None:
            return None
        issuer, access, refresh, scope = (raw.get(one) for one in ("issuer", "access", "refresh", "scope"))
        expires, issued = raw.get("expires_at"), raw.get("issued_at")
        if not (isinstance(issuer, str) and isinstance(access, str) and access):
            return None
        return cls(
            issuer,
            access,
            refresh if isinstance(refresh, str) else "",
            expires if isinstance(expires, int) and not isinstance(expires, bool) else None,
            scope if isinstance(scope, str) else "",
            issued if isinstance(issued, int) and not isinstance(issued, bool) else None,
        )


Renew = Callable[[Tokens], Awaitable[Tokens]]
Due = Callable[[Tokens, int], bool]


class TokenKeeper:
    """Hands out the present tokens of one account.

    ``first`` are those of the secret a person gave; ``renew`` asks the platform for new ones with the old (raises
    AuthExpired when the refresh token is dead). Several callers share one refresh. What another process has stored
    meanwhile counts before our own: a rotated refresh token is dead, and using it may end the whole sign-in.

    ``due`` says of tokens that still hold, at a UTC second, whether to renew them now: for platforms where a sign-in
    that was missed is lost. Such a renewal may fail; the tokens that are held go on, and it is tried again in an hour.
    """

    def __init__(
        self,
        first: Tokens | None,
        sessions: SessionStore,
        clock: Clock,
        renew: Renew | None,
        *,
        due: Due | None = None,
    ) -> None:
        self._first, self._sessions, self._clock, self._renew = first, sessions, clock, renew
        self._due = due
        self._looked_at: int | None = None
        self._held: Tokens | None = None
        self._lock = asyncio.Lock()

    @property
    def expires_at(self) -> int | None:
        """UTC seconds at which the present tokens end, as far as known."""
        return None if self._held is None else self._held.expires_at

    async def tokens(self) -> Tokens:
        """Tokens that should work now; renewed shortly before their end. Raises AuthExpired and what ``renew`` does."""
        held = self._held
        if held is None or self._ending(held):
            held = await self._fresh(None if held is None else held.access)
        if self._due is None or (self._looked_at is not None and self._clock.now() - self._looked_at < _LOOK):
            return held
        return await self._ahead(self._due)

    async def after_refusal(self, access: str) -> Tokens:
        """Others than those that the platform has just refused. Raises AuthExpired where there are none."""
        return await self._fresh(access)

    def _ending(self, tokens: Tokens) -> bool:
        return tokens.expires_at is not None and tokens.expires_at - _EARLY <= self._clock.now()

    async def _fresh(self, stale: str | None) -> Tokens:
        async with self._lock:
            if self._held is not None and self._held.access != stale and not self._ending(self._held):
                return self._held  # somebody renewed them while we waited
            issuer = self._first.issuer if self._first is not None else None
            # The keyring may block: never on the loop.
            stored = Tokens.parse(await asyncio.to_thread(self._load))
            if stored is not None and issuer is not None and stored.issuer != issuer:
                stored = None
            for known in (stored, self._first):
                if known is not None and known.access != stale and known.access and not self._ending(known):
                    self._held = known
                    return known
            # A sign-in that a person has just done again must not fail for the dead one that is still kept.
            bases = {one.refresh: one for one in (self._first, self._held, stored) if one and one.refresh}
            fresh = await self._renewed(list(reversed(bases.values())))
            await asyncio.to_thread(self._save, fresh)
            self._held = fresh
            return fresh

    async def _renewed(self, bases: Sequence[Tokens]) -> Tokens:
        """New tokens by the first of ``bases`` that the platform takes. Raises AuthExpired when it takes none."""
        if self._renew is None:
            raise AuthExpired()
        refused: AuthExpired | None = None
        for base in bases:
            try:
                fresh = await self._renew(base)
            except AuthExpired as error:
                refused = error
                continue
            return replace(fresh, refresh=fresh.refresh or base.refresh)  # not every platform rotates it
        raise refused or AuthExpired()

    async def _ahead(self, due: Due) -> Tokens:
        """Renew tokens that still hold, if it is time."""
        async with self._lock:
            held, now = self._held, self._clock.now()
            assert held is not None
            if self._looked_at is not None and now - self._looked_at < _LOOK:
                return held  # somebody looked while we waited
            self._looked_at = now
            stored = Tokens.parse(await asyncio.to_thread(self._load))
            if (
                stored is not None
                and stored.issuer == held.issuer
                and (stored.issued_at or 0) > (held.issued_at or 0)
                and not self._ending(stored)
            ):
                held = self._held = stored  # another process renewed them
            if held.issued_at is None:
                held = self._held = replace(held, issued_at=now)
                await asyncio.to_thread(self._save, held)
            if self._renew is None or not due(held, now):
                return held
            try:
                fresh = await self._renew(held)
            except ConnectorError as error:
                log.warning("tokens not renewed ahead of time: %s", error.code)
                return held
            fresh = replace(fresh, refresh=fresh.refresh or held.refresh)
            await asyncio.to_thread(self._save, fresh)
            self._held = fresh
            return fresh

    def _load(self) -> Mapping[str, Any] | None:
        try:
            return self._sessions.load()
        except EnvironmentFailure as error:
            log.warning("session not read: %s", error.code)
            return None

    def _save(self, tokens: Tokens) -> None:
        try:
            self._sessions.save(tokens.dump())
        except EnvironmentFailure as error:
            # They work for as long as this process lives; the next one must sign in again.
            log.warning("session not saved: %s", error.code)
