"""The Connector port over one account's client, walk and actions: what the platforms of Meta share of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from console.connectors.graph.parts import is_id, number_option
from console.connectors.graph.puller import GraphPuller

if TYPE_CHECKING:
    from console.connectors.graph.acting import Acting
    from console.connectors.graph.client import Graph
    from console.connectors.graph.followers import Followers
    from console.connectors.graph.source import Source
    from console.domain.comment import Channel, IncomingComment, PullPage
    from console.domain.decision import ActionRequest, ActionResult, Reconciled
    from console.domain.ports import PlatformSpec

_DAY: Final = 86_400
_POSTS: Final = 200


class GraphConnector:
    """One account; used from one event loop. A platform's own class adds ``check``.

    ``notes`` is a list of codes that the look at the account fills; each is told once, with a page of a pull.
    """

    spec: ClassVar[PlatformSpec]

    def __init__(
        self,
        graph: Graph,
        source: Source,
        actions: Acting,
        channel: Channel,
        notes: list[str],
        followers: Followers | None = None,
    ) -> None:
        self._graph, self._source, self._actions = graph, source, actions
        self._notes = notes
        days = number_option(channel.options, "history_days", 0, 1, 36_500)
        self._puller = GraphPuller(
            source,
            graph.clock,
            graph.budget,
            posts=number_option(channel.options, "posts", _POSTS, 1, 500),
            since=graph.clock.now() - days * _DAY if days else 0,
            warnings=self._once,
            followers=followers,
        )

    def _once(self) -> list[Mapping[str, Any]]:
        told = [{"code": one} for one in dict.fromkeys(self._notes)]
        self._notes.clear()
        return list(told)

    async def pull(self, cursor: str | None) -> PullPage:
        """At most 200 comments, oldest first; see ``graph.puller``."""
        return await self._puller.pull(cursor)

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry one action out; all but replies have an end state, so that repeating them changes nothing."""
        return await self._actions.perform(request)

    async def reconcile(self, request: ActionRequest) -> Reconciled:
        """Whether ``request`` took effect, read from the platform."""
        return await self._actions.reconcile(request)

    async def recheck(self, comments: Sequence[str]) -> dict[str, IncomingComment | None]:
        """The present state by id; None where the comment is deleted."""
        await self._source.begin()
        return await self._source.by_id([one for one in dict.fromkeys(comments) if is_id(one)])

    async def close(self) -> None:
        """Release connections."""
        await self._graph.close()
