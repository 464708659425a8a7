"""The Pages that a token reaches: how Facebook finds its Page, and Instagram the account that is linked to one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_items, as_text
from console.connectors.graph.client import next_page
from console.connectors.graph.parts import is_id
from console.connectors.graph.walking import REFUSALS

if TYPE_CHECKING:
    from console.connectors.graph.client import Graph

#: Pages of the list of Pages that are looked through.
_MAX_LISTS: Final = 10


async def reached(graph: Graph, fields: str) -> list[Mapping[str, Any]]:
    """The Pages of a person or system user, with these ``fields``; none for a Page's own token."""
    found: list[Mapping[str, Any]] = []
    following = ""
    for _ in range(_MAX_LISTS):
        try:
            answer = await graph.page("me/accounts", following, fields=fields, limit=100)
        except REFUSALS:
            break
        fresh = [one for one in as_items(answer.get("data")) if one not in found]
        found += fresh
        following, promised = next_page(answer)
        if not (fresh and following and promised):
            break
    return [one for one in found if is_id(as_id(one.get("id")))]


def take_token(graph: Graph, page: Mapping[str, Any]) -> bool:
    """Act with the Page's own token from now on; False where the list does not give it."""
    token = as_text(page.get("access_token"))
    if not (token and token.isascii() and token.isprintable()):
        return False
    graph.act_as(token)
    return True
