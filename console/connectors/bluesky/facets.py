"""Links and mentions in a reply, as facets: byte ranges of the UTF-8 text, as the protocol wants them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from console.connectors.text import LINK

if TYPE_CHECKING:
    from collections.abc import Mapping

_MENTION: Final = re.compile(
    r"(?i)(?<![\w@/.])@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)"
)
_OPENING: Final = {")": "(", "]": "["}
_TRAILING: Final = ".,;:!?…'\"»”"


def clean_text(text: str) -> str:
    """``text`` as it can be sent: lone surrogates, which UTF-8 cannot hold, become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def mentioned_handles(text: str) -> list[str]:
    """The handles written as ``@name.example``, in lower case, each once, in order; not inside links."""
    links = [m.span() for m in LINK.finditer(text)]
    found = (m for m in _MENTION.finditer(text) if not _inside(m.start(), links))
    return list(dict.fromkeys(m.group(1).lower() for m in found))


def facets(text: str, dids: Mapping[str, str]) -> list[dict[str, Any]]:
    """The facets of ``text`` in order; ``dids`` maps mentioned handles to DIDs, others stay plain text."""
    found: list[tuple[int, int, dict[str, Any]]] = []
    links: list[tuple[int, int]] = []
    for match in LINK.finditer(text):
        url = _trim(match.group())
        links.append(match.span())
        if len(url) > len("https://"):
            feature = {"$type": "app.bsky.richtext.facet#link", "uri": url}
            found.append((match.start(), match.start() + len(url), feature))
    for match in _MENTION.finditer(text):
        did = dids.get(match.group(1).lower())
        if did is not None and not _inside(match.start(), links):
            found.append((*match.span(), {"$type": "app.bsky.richtext.facet#mention", "did": did}))
    found.sort(key=lambda item: item[0])
    return [
        {
            "index": {"byteStart": len(text[:start].encode()), "byteEnd": len(text[:end].encode())},
            "features": [feature],
        }
        for start, end, feature in found
    ]


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _trim(url: str) -> str:
    """The URL without the punctuation of the sentence round it; a closing bracket stays if it was opened inside."""
    while url:
        last = url[-1]
        if last in _TRAILING or (last in _OPENING and url.count(last) > url.count(_OPENING[last])):
            url = url[:-1]
        else:
            break
    return url
