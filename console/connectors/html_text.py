"""A comment's HTML as the plain text that a person reads: paragraphs, line breaks, whole links, pictures by their words.

Platforms send HTML for display (Mastodon, YouTube, WordPress, Discourse). It is never shown as HTML here, so nothing
in it can act; the classifier needs the same words that the moderator sees.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset(
    {"p", "div", "blockquote", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "tr"}
)
_SILENT: Final = frozenset({"script", "style", "head", "title", "template"})
#: Classes of what a server adds for readers of other programs; it is not the author's text.
_ADDED: Final = frozenset({"quote-inline"})
_VOID: Final = frozenset(
    {"br", "img", "hr", "input", "meta", "link", "wbr", "source", "area", "base", "col", "embed"}
)
_SPACES: Final = re.compile(r"[ \t\r\f\v]+")
_BREAKS: Final = re.compile(r"\n{3,}")


def entities(text: str) -> str:
    """Text in which only entities are encoded (``&amp;``), decoded once."""
    return unescape(text)


def plain(html: str) -> str:
    """``html`` as plain text. Links stand with the address that is written in them; unclosed tags do no harm."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


def links(html: str) -> tuple[str, ...]:
    """The web addresses that links in ``html`` lead to, each once: what is written in a link may be another one."""
    reader = _Links()
    reader.feed(html)
    reader.close()
    return tuple(dict.fromkeys(reader.found))


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        target = (dict(attrs).get("href") or "").strip() if tag == "a" else ""
        if target.lower().startswith(("http://", "https://")):
            self.found.append(target)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._silent: list[str] = []  # open elements whose text is left out, the outermost first
        self._in_pre = 0  # depth: line breaks stand as written there

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            if tag not in _VOID:
                self._silent.append(tag)
            return
        given = dict(attrs)
        added = tag not in _VOID and _ADDED & set((given.get("class") or "").split())
        if tag in _SILENT or added:
            self._silent.append(tag)
        elif tag == "br":
            self._parts.append("\n")
        elif tag == "img":
            self._parts.append(given.get("alt") or given.get("title") or "")
        elif tag in _BLOCKS:
            self._break(1 if tag in ("li", "tr", "div") else 2)
            self._in_pre += tag == "pre"
            if tag == "li":
                self._parts.append("- ")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag in self._silent:
                while self._silent.pop() != tag:
                    pass
            return
        if tag in _BLOCKS:
            self._break(1 if tag in ("li", "tr", "div") else 2)
            self._in_pre -= tag == "pre" and self._in_pre > 0

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._parts.append(_SPACES.sub(" ", data if self._in_pre else data.replace("\n", " ")))

    def _break(self, lines: int) -> None:
        if self._parts:
            self._parts.append("\n" * lines)

    def text(self) -> str:
        joined = "".join(self._parts)
        lines = (line.strip(" ") for line in joined.split("\n"))
        return _BREAKS.sub("\n\n", "\n".join(lines)).strip()
