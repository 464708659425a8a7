"""Watch terms: words, hashtags and accounts as queries of X's search over the last seven days. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from console.connectors.answers import as_map, as_text
from console.connectors.x.names import earlier, moment

_LONGEST: Final = 100
#: A search reaches back seven days and refuses older ids: a little less, in ms.
_REACH_MS: Final = (7 * 86_400 - 600) * 1000


@dataclass(frozen=True, slots=True)
class Term:
    """One term: ``kind`` is hashtag, keyword or account, ``text`` without its sign."""

    kind: str
    text: str

    @classmethod
    def of(cls, raw: Mapping[str, Any]) -> Term | None:
        """From an option of the channel; None for what X cannot search for."""
        kind, text = as_text(raw.get("kind")), " ".join(as_text(raw.get("text")).split())
        text = text.lstrip("#@") if kind in ("hashtag", "account") else text.replace('"', " ").strip()
        if kind in ("hashtag", "account") and any(not (sign.isalnum() or sign == "_") for sign in text):
            return None
        good = kind in ("hashtag", "keyword", "account") and 0 < len(text) <= _LONGEST
        return cls(kind, text) if good else None

    @property
    def key(self) -> str:
        """What a cursor calls it."""
        return f"{self.kind}:{self.text.casefold()}"

    @property
    def shown(self) -> str:
        """As a person writes it."""
        return {"hashtag": "#", "account": "@"}.get(self.kind, "") + self.text

    @property
    def query(self) -> str:
        """As X's search takes it; what is only repeated is nobody's words."""
        term = {"hashtag": f"#{self.text}", "account": f"from:{self.text}"}.get(self.kind, f'"{self.text}"')
        return f"{term} -is:retweet"


def terms_of(watches: object) -> tuple[Term, ...]:
    """The watch terms of a channel's options that X can search for, each once."""
    found: dict[str, Term] = {}
    for one in watches if isinstance(watches, list) else []:
        term = Term.of(as_map(one))
        if term is not None:
            found.setdefault(term.key, term)
    return tuple(found.values())


def since(mark: str, overlap: int, now: int) -> str:
    """From which id a search goes on: ``overlap`` seconds before ``mark``; empty for one that is too old to name."""
    start = earlier(mark, overlap) if mark else ""
    at = moment(start) if start else None
    return "" if at is not None and at < now * 1000 - _REACH_MS else start
