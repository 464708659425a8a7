"""``vigie author``: what is known of who writes comments, and what the team calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from console.cli import shapes
from console.cli.erase_sentences import erase_text
from console.cli.session import Session, common
from console.domain.errors import NotFound
from console.services.tags import tag_word

if TYPE_CHECKING:
    from console.domain.comment import Author
    from console.runtime.app import Console


@click.group()
@common
def author() -> None:
    """People who write comments."""


@author.command("show")
@click.argument("author_id", metavar="KIND:ID")
@common
@click.pass_obj
def author_show(session: Session, author_id: str) -> None:
    """What is known of an author, with strikes, tags and latest comments."""
    console = session.console(must_exist=True)
    found = _find(console, author_id)
    history = console.store.read(lambda r: r.decisions.history(found.id))
    latest = console.store.read(lambda r: r.comments.by_author(found.id, 20))
    body = {
        "id": found.key,
        "handle": found.handle,
        "name": found.name,
        "created_at": shapes.moment(found.created_at),
        "followers": found.followers,
        "blocked": found.blocked,
        "muted": found.muted,
        "comments": history.comments,
        "strikes": [{"category": category, "at": shapes.moment(at)} for category, at in history.strikes],
        "actions": [{"action": action, "at": shapes.moment(at)} for action, at in history.actions_done],
        "tags": _tags(console, found),
        "latest": [{"id": str(one.id), "text": one.text, "state": one.state.word} for one in latest],
    }
    strikes = "manquements" if session.language == "fr" else "strikes"
    session.show(
        body,
        lambda value: "\n".join(
            [f"{value['name']} @{value['handle']}  {value['comments']}  {strikes}: {len(value['strikes'])}"]
            + ([_tag_line(value["tags"], session.language)] if value["tags"] else [])
            + [f"  {one['id']}  {one['text'][:80]}" for one in value["latest"]]
        ),
    )


@author.command("tag")
@click.argument("author_id", metavar="KIND:ID")
@click.argument("tag")
@common
@click.pass_obj
def author_tag(session: Session, author_id: str, tag: str) -> None:
    """Tag an author: vip, journalist, customer, ambassador, employee, troll_watch, or a word of your own.

    A tag of the list is logged by its code; your own words stay outside the log.
    """
    _change(session, author_id, tag, add=True)


@author.command("untag")
@click.argument("author_id", metavar="KIND:ID")
@click.argument("tag")
@common
@click.pass_obj
def author_untag(session: Session, author_id: str, tag: str) -> None:
    """Take a tag away. Exits 1 where the author does not have it."""
    _change(session, author_id, tag, add=False)


@author.command("erase")
@click.argument("author_id", metavar="KIND:ID")
@click.option("--yes", is_flag=True, help="Erase for good; without it only what would go and stay is shown.")
@common
@click.pass_obj
def author_erase(session: Session, author_id: str, yes: bool) -> None:
    """Erase an author: names, comments, notes, drafts, tags, words about them. A lead's to do; there is no way back.

    The audit log keeps its entries, which name nobody, and still verifies. Exits 1 where actions are still on their way.
    """
    console = session.console(must_exist=True)
    found = _find(console, author_id)
    actor = session.actor()
    number = int(found.id)
    told = console.erasing.erase(number, actor) if yes else console.erasing.preview(number, actor)
    body = {
        "id": found.key,
        "erased": told.done,
        "goes": dict(told.counts),
        "stays": {"audit_entries": told.entries, "decisions": told.decisions},
        "unfinished": told.unfinished,
        "backups": list(told.backups),
        "rewritten": told.rewritten,
    }
    if told.unfinished and not told.done:
        session.exit_code = 1
    session.show(body, lambda _value: erase_text(told, found.key, session.language))


def _change(session: Session, author_id: str, tag: str, *, add: bool) -> None:
    console = session.console(must_exist=True)
    found = _find(console, author_id)
    who = session.actor()
    change = console.tags.tag if add else console.tags.untag
    changed = change(int(found.id), tag, who)
    session.show(
        {"id": found.key, "changed": changed, "tags": _tags(console, found)},
        lambda value: _tag_line(value["tags"], session.language),
    )
    if not add and not changed:
        session.exit_code = 1


def _find(console: Console, author_id: str) -> Author:
    kind, _, remote_id = author_id.partition(":")
    found = console.store.read(lambda r: r.comments.author_by_key(kind, remote_id))
    if found is None:
        raise NotFound("author_not_found", id=author_id)
    return found


def _tags(console: Console, found: Author) -> list[dict[str, Any]]:
    return [
        {"tag": one.tag, "by": one.added_by, "at": shapes.moment(one.added_at)}
        for one in console.tags.of(int(found.id))
    ]


def _tag_line(tags: list[dict[str, Any]], language: str) -> str:
    head = "étiquettes\u00a0: " if language == "fr" else "tags: "
    return head + (", ".join(tag_word(one["tag"], language) for one in tags) or "-")
