"""How a reply will stand in the thread on its platform: what becomes of links, mentions and line breaks there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from console.connectors.text import LINK

#: A handle as YouTube makes one of it: three to thirty letters, digits and . _ - ·, not inside an address.
_CALLED: Final = re.compile(r"(?<![\w@/.])@[\w.\-·]{2,29}\w")

#: A user name on X: up to fifteen letters, digits and _, not inside an address.
_CALLED_ON_X: Final = re.compile(r"(?<![\w@/.])@\w{1,15}\b", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shown:
    """A reply as the platform shows it.

    ``links`` are ``[start, end)`` in code points of ``text`` that readers can press: addresses and mentions. ``notes``
    are codes of what the platform does with it: ``threaded`` (it stands under the comment, no mention is put before it),
    ``called`` (a mention of the author is put before it), ``links_whole`` (addresses stand and count as written),
    ``links_23`` (each address counts 23 characters), ``links_plain`` (nobody can press an address there), ``mentions``
    (a mention calls that account, if it exists), ``breaks`` (line breaks are kept), ``by_hand`` (a person writes it on
    the site, which may put a mention before it).
    """

    text: str
    links: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()


def shown(kind: str, text: str) -> Shown:
    """``text`` as it will stand on a platform of this kind."""
    has_link, has_break = LINK.search(text) is not None, "\n" in text.strip()
    breaks = ("breaks",) if has_break else ()
    if kind == "bluesky":
        from console.connectors.bluesky.facets import clean_text, facets, mentioned_handles

        words = clean_text(text)
        called = mentioned_handles(words)
        found = []
        for one in facets(words, dict.fromkeys(called, "did:plc:any")):
            raw, index = words.encode(), one["index"]
            start = len(raw[: index["byteStart"]].decode())
            found.append((start, start + len(raw[index["byteStart"] : index["byteEnd"]].decode())))
        notes = ("threaded", *(("links_whole",) if has_link else ()), *(("mentions",) if called else ()))
        return Shown(words, tuple(found), (*notes, *breaks))
    if kind == "mastodon":
        links = tuple(match.span() for match in LINK.finditer(text.strip()))
        return Shown(text.strip(), links, ("called", *(("links_23",) if links else ()), *breaks))
    if kind == "practice":
        return Shown(text, (), ("threaded", *(("links_plain",) if has_link else ()), *breaks))
    if kind in ("wordpress", "discourse"):
        links = tuple(match.span() for match in LINK.finditer(text.strip()))
        return Shown(text.strip(), links, ("threaded", *(("links_whole",) if links else ()), *breaks))
    if kind == "youtube":
        pressed = [match.span() for match in LINK.finditer(text)]
        handles = [match.span() for match in _CALLED.finditer(text)]
        does = (*(("links_whole",) if pressed else ()), *(("mentions",) if handles else ()))
        return Shown(text, tuple(sorted(pressed + handles)), ("threaded", *does, *breaks))
    if kind == "x":
        pressed = [match.span() for match in LINK.finditer(text)]
        handles = [match.span() for match in _CALLED_ON_X.finditer(text)]
        does = (*(("links_23",) if pressed else ()), *(("mentions",) if handles else ()))
        return Shown(text, tuple(sorted(pressed + handles)), ("threaded", *does, *breaks))
    if kind in ("facebook", "instagram", "threads"):
        return _on_meta(kind, text.strip(), breaks)
    return Shown(text, tuple(match.span() for match in LINK.finditer(text)), ("by_hand", *breaks))


def _on_meta(kind: str, text: str, breaks: tuple[str, ...]) -> Shown:
    """Instagram's comments make no address a link; a name after ``@`` calls nobody in a Page's comment from a program."""
    links = [match.span() for match in LINK.finditer(text)]
    called = [] if kind == "facebook" else [match.span() for match in _CALLED.finditer(text)]
    written = ("links_plain" if kind == "instagram" else "links_whole",) if links else ()
    pressed = called if kind == "instagram" else sorted(links + called)
    return Shown(text, tuple(pressed), ("threaded", *written, *(("mentions",) if called else ()), *breaks))
