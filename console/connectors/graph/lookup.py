"""Objects by id, many at once where the platform lets us: one that is gone fails the whole question, so ask in halves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_map
from console.connectors.graph.parts import path_id
from console.connectors.graph.walking import REFUSALS
from console.domain.errors import AuthMissingScope, Gone

if TYPE_CHECKING:
    from console.connectors.graph.client import Graph

_AT_ONCE: Final = 25


@dataclass(frozen=True, slots=True)
class Found:
    """An object, and which of the sets of fields it has: those of a comment are the first."""

    view: Mapping[str, Any]
    shape: int


async def by_id(graph: Graph, ids: Sequence[str], shapes: Sequence[str]) -> dict[str, Found | None]:
    """What stands under these ids; None for what is gone, what nobody can tell of left out.

    ``shapes`` are sets of fields to ask for, the likeliest first: Graph refuses fields that an object has not.
    Raises ConnectorError where the platform cannot be asked at all.
    """
    result: dict[str, Found | None] = {}
    waiting = [list(ids[at : at + _AT_ONCE]) for at in range(0, len(ids), _AT_ONCE)]
    while waiting:
        part = waiting.pop()
        if len(part) == 1 or not graph.many_ids:
            for one in part:
                result.update(await _single(graph, one, shapes))
            continue
        try:
            answer = await graph.get("", ids=",".join(map(path_id, part)), fields=shapes[0])
        except REFUSALS as error:
            if isinstance(error, Gone):
                waiting += [part[: len(part) // 2], part[len(part) // 2 :]]
                continue
            # A post among comments, or a server that knows no lists of ids: one by one, and that only once.
            for one in part:
                result.update(await _single(graph, one, shapes))
            graph.many_ids = any((found := result.get(one)) is None or found.shape for one in part)
            continue
        for one in part:
            view = as_map(answer.get(one))
            if as_id(view.get("id")):
                result[one] = Found(view, 0)
    return result


async def _single(graph: Graph, one: str, shapes: Sequence[str]) -> dict[str, Found | None]:
    for shape, fields in enumerate(shapes):
        try:
            view = await graph.get(path_id(one), fields=fields)
        except AuthMissingScope:
            return {}
        except Gone as gone:
            # A bare 404 is a server that does not know the address; gone is what Graph itself calls gone.
            return {one: None} if gone.params.get("platform_code") else {}
        except REFUSALS:
            continue
        return {one: Found(view, shape)} if as_id(view.get("id")) else {}
    return {}
