"""What a token may do and when it ends, as far as the platform says so. A side question: it never stops a pull."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_items, as_map, as_text
from console.domain.errors import AuthExpired, ConnectorError, RateLimited

if TYPE_CHECKING:
    from console.connectors.graph.client import Graph

#: Times of a token's end in ``debug_token``; 0 means never.
_ENDS: Final = ("expires_at", "data_access_expires_at")


class Permissions:
    """Asks once per sign-in."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._facts: Mapping[str, Any] | None = None
        self.known = False

    async def scopes(self, target: str = "") -> Collection[str] | None:
        """The permissions that were granted, not those asked for; None where nobody says. Raises AuthExpired.

        ``target`` is the Page that they are needed for: a person may grant some for other Pages only.
        """
        facts = await self._read()
        found = facts.get("scopes")
        if not isinstance(found, list):
            return None
        names = {str(one) for one in found}
        for one in as_items(facts.get("granular_scopes")):
            scope, targets = as_text(one.get("scope")), one.get("target_ids")
            if target and isinstance(targets, list) and targets and target not in map(str, targets):
                names.discard(scope)
            else:
                names.add(scope)
        return names - {""}

    async def ends_at(self) -> int | None:
        """UTC seconds at which the token, or its access to people's data, ends; None where it does not."""
        facts = await self._read()
        ends = [facts[one] for one in _ENDS if type(facts.get(one)) is int and facts[one] > 0]
        return min(ends, default=None)

    async def _read(self) -> Mapping[str, Any]:
        if self._facts is not None:
            return self._facts
        facts: Mapping[str, Any] = {}
        try:
            facts = await self._graph.token_facts()
        except (AuthExpired, RateLimited):
            raise
        except ConnectorError:
            facts = await self._granted()
        self.known = bool(facts)
        self._facts = facts
        return facts

    async def _granted(self) -> Mapping[str, Any]:
        """The list of a person's own permissions, where the token itself cannot be looked into."""
        try:
            answer = await self._graph.get("me/permissions")
        except (AuthExpired, RateLimited):
            raise
        except ConnectorError:
            return {}
        rows = [as_map(one) for one in as_items(answer.get("data"))]
        held = [
            as_text(one.get("permission")) for one in rows if as_text(one.get("status")) in ("", "granted")
        ]
        return {"scopes": [one for one in held if one]} if any(held) else {}
