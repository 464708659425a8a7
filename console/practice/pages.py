"""The practice network's web pages: what a permalink shows to a person, plainly labelled as simulated."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from console.practice.world import when

if TYPE_CHECKING:
    import sqlite3

_LABEL = "Practice network, simulated · Réseau d'exercice, simulé"
_NOTE = (
    "Nothing here is real: brand, people and comments are invented. · "
    "Rien n'est réel ici : marque, personnes et commentaires sont inventés."
)
_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem;color:#1c2430;background:#fff}
header{border:2px dashed #8a5a00;background:#fff6e0;padding:.5rem .75rem;margin-bottom:1rem}
article{border:1px solid #c8ced8;border-radius:6px;padding:.5rem .75rem;margin:.5rem 0;white-space:pre-wrap;
overflow-wrap:anywhere}
article.here{border-width:3px}article p{margin:.25rem 0}.by,.state{color:#4a5565;white-space:normal}
.state{font-weight:600}
@media(prefers-color-scheme:dark){body{color:#e6e9ef;background:#14181f}header{background:#3a2c08}
article{border-color:#465062}.by,.state{color:#aab4c4}a{color:#8ab8ff}}
"""


def home(posts: list[sqlite3.Row]) -> str:
    """The brand's page: its posts, newest first."""
    links = "".join(
        f'<li><a href="/p/{escape(post["id"])}">{escape(post["title"])}</a> <span class="by">'
        f"{when(post['created_at'])}</span></li>"
        for post in posts
    )
    return _page("Lormel", f"<h1>Lormel</h1><ul>{links}</ul>")


def post(row: sqlite3.Row, comments: list[sqlite3.Row]) -> str:
    """A post with all its comments, as its visitors see them: hidden ones are left out, deleted ones leave a gap."""
    shown = [_comment(comment) for comment in comments if not comment["hidden"]]
    return _page(row["title"], _post(row) + "".join(shown))


def comment(row: sqlite3.Row, post_row: sqlite3.Row, parent: sqlite3.Row | None) -> str:
    """One comment with its state, below the post and the comment that it answers."""
    above = _comment(parent) if parent is not None else ""
    return _page(f"@{row['handle']}", _post(post_row) + above + _comment(row, here=True))


def gone() -> str:
    """What a link to nothing shows."""
    return _page("Not found", "<p>There is nothing here (any more). · Il n'y a rien ici (ou plus rien).</p>")


def _post(row: sqlite3.Row) -> str:
    return (
        f'<p class="by"><a href="/">Lormel</a> · {when(row["created_at"])}</p>'
        f'<h1 lang="{escape(row["language"])}"><a href="/p/{escape(row["id"])}">{escape(row["title"])}</a></h1>'
        f'<p lang="{escape(row["language"])}">{escape(row["text"])}</p>'
    )


def _comment(row: sqlite3.Row, *, here: bool = False) -> str:
    states = [
        word
        for word, holds in (
            ("deleted · supprimé", row["deleted_at"] is not None),
            ("hidden · masqué", row["hidden"]),
            ("edited · modifié", row["edited_at"] is not None and row["deleted_at"] is None),
            ("reported · signalé", row["reported"]),
            ("author blocked · auteur bloqué", row["blocked"]),
            ("author muted · auteur en sourdine", row["muted"]),
            ("liked · aimé", row["liked"]),
        )
        if holds
    ]
    # <bdi> and dir=auto keep a right-to-left name or override character from rearranging the rest of the line.
    return (
        f'<article{" class=here" if here else ""} id="{escape(row["id"])}">'
        f'<p class="by"><bdi>{escape(row["name"])}</bdi> <bdi>@{escape(row["handle"])}</bdi> · '
        f'<a href="/p/{escape(row["post_id"])}/c/{escape(row["id"])}">{when(row["created_at"])}</a></p>'
        f'<p dir="auto">{escape(row["text"])}</p>'
        f'<p class="state">{escape(" · ".join(states) or "visible")}</p></article>'
    )


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)} · {escape(_LABEL)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>'
        f"<header><strong>{escape(_LABEL)}</strong><br>{escape(_NOTE)}</header>{body}</body></html>"
    )
