"""Near-duplicates on the command line: their shape in JSON and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.services.alike import difference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.services.alike_views import Group
    from console.store import Reading

LISTED: Final = 200
_WORDS: Final = {
    "en": {
        "line": "[{total} alike, authors: {authors}]",
        "head": "alike: {total}, authors: {authors}, posts: {posts} ({exact} exact, {link} with another link, {reworded} reworded)",
        "text": "  {count:>5} x  {similarity:.2f}  {text}",
    },
    "fr": {
        "line": "[{total} semblables, auteurs\u00a0: {authors}]",
        "head": "semblables\u00a0: {total}, auteurs\u00a0: {authors}, publications\u00a0: {posts} ({exact} identiques, {link} avec un autre lien, {reworded} reformulés)",
        "text": "  {count:>5} x  {similarity:.2f}  {text}",
    },
}


def short(group: Group | None) -> dict[str, Any] | None:
    """The group of a list's item, as that view counts it."""
    return (
        None
        if group is None
        else {"id": str(group.alike_id), "total": group.total, "authors": group.authors, "posts": group.posts}
    )


def whole(reading: Reading, comment_id: int) -> dict[str, Any] | None:
    """The group of one comment in every state: at most 200 of its comments, and its texts, least alike first."""
    group = reading.likeness.group_of(comment_id)
    ids = [] if group is None else reading.likeness.members(group)
    if group is None or len(ids) < 2:
        return None
    info = difference(reading, ids)
    return {
        "id": str(group),
        "total": info.total,
        "authors": info.authors,
        "posts": info.posts,
        **{kind: info.kinds[kind] for kind in ("exact", "link", "reworded")},
        "typical": str(info.typical),
        "texts": [
            {
                "comment_id": str(one.comment_id),
                "author": one.author,
                "text": one.text,
                "count": one.count,
                "kind": one.kind,
                "similarity": one.similarity,
            }
            for one in info.texts
        ],
        "comments": [
            {
                "id": str(one.id),
                "author": one.author_handle,
                "state": one.state.word,
                "category": one.category,
            }
            for one in reading.comments.rows(ids[:LISTED])
        ],
    }


def line(item: Mapping[str, Any], language: str) -> str:
    """What stands behind a list's line; empty for what stands alone."""
    found = item.get("alike")
    return "" if not found else "  " + _WORDS[language]["line"].format(**found)


def text(item: Mapping[str, Any], language: str) -> str:
    """A group under one comment; empty where there is none."""
    found = item.get("alike")
    if not found:
        return ""
    words = _WORDS[language]
    lines = ["", words["head"].format(**found)]
    lines += [
        words["text"].format(
            count=one["count"], similarity=one["similarity"], text=" ".join(one["text"].split())[:100]
        )
        for one in found["texts"]
    ]
    return "\n".join(["", *lines])
