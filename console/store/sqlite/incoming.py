"""Make what a platform or a file delivered storable, where it holds what no column takes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from console.store.sqlite import codec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.comment import IncomingComment

LATEST: Final = 253_402_300_799  # the last second of the year 9999
_INTEGER: Final = 2**63


def bindable(batch: Sequence[IncomingComment]) -> list[IncomingComment]:
    """The batch with ids, addresses, names and numbers that SQLite can bind; texts stay as they are.

    A lone surrogate in an id becomes its escape (two such ids stay two), a number beyond 64 bits becomes unknown, and
    a time beyond the calendar its nearest end. Rare, so it is done only for a batch that SQLite refused.
    """
    return [_bindable(item) for item in batch]


def _bindable(item: IncomingComment) -> IncomingComment:
    author, post = item.author, item.post
    return replace(
        item,
        remote_id=_id(item.remote_id),
        author=replace(
            author,
            remote_id=_id(author.remote_id),
            created_at=_number(author.created_at),
            followers=_number(author.followers),
        ),
        post=None
        if post is None
        else replace(
            post,
            remote_id=_id(post.remote_id),
            permalink=_id(post.permalink),
            posted_at=_number(post.posted_at),
        ),
        parent_remote_id=None if item.parent_remote_id is None else _id(item.parent_remote_id),
        permalink=_id(item.permalink),
        language=None if item.language is None else codec.storable(item.language)[0],
        posted_at=min(max(item.posted_at, 0), LATEST),
        edited_at=_number(item.edited_at),
        likes=_number(item.likes),
        replies=_number(item.replies),
    )


def _id(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def _number(value: int | None) -> int | None:
    return value if value is None or -_INTEGER <= value < _INTEGER else None
