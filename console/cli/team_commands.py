"""People: members of the team, and authors of comments."""

from __future__ import annotations

from typing import Any

import click

from console.cli import shapes
from console.cli.session import Session, common
from console.domain.errors import NotFound
from console.domain.vocabulary import Role
from console.services.phrases import word
from console.store import Member

ROLES = click.Choice([one.value for one in Role])


@click.group()
@common
def member() -> None:
    """Who is on the team, in which role. Names are pseudonyms: they are what the log shows."""


@member.command("list")
@common
@click.pass_obj
def member_list(session: Session) -> None:
    """Members and roles. With only one listed, any other name acts as moderator."""
    console = session.console(must_exist=True)
    body = {"items": [_body(one) for one in console.team.list()]}
    session.show(
        body,
        lambda value: "\n".join(
            f"{one['name']:<24} {word('role', one['role'], session.language)}" for one in value["items"]
        ),
    )


@member.command("add")
@click.argument("name")
@click.option("--role", type=ROLES, default="moderator", show_default=True)
@common
@click.pass_obj
def member_add(session: Session, name: str, role: str) -> None:
    """Add a member; from the second one on, only members may act."""
    console = session.console(must_exist=True)
    _show(session, console.team.add(name, Role(role), session.actor()))


@member.command("role")
@click.argument("name")
@click.argument("role", type=ROLES)
@common
@click.pass_obj
def member_role(session: Session, name: str, role: str) -> None:
    """Change a member's role. The only lead stays one."""
    console = session.console(must_exist=True)
    _show(session, console.team.set_role(name, Role(role), session.actor()))


@member.command("rename")
@click.argument("name")
@click.argument("new")
@common
@click.pass_obj
def member_rename(session: Session, name: str, new: str) -> None:
    """Change a pseudonym: claims and drafts follow, the log keeps the old name, both stay one person."""
    console = session.console(must_exist=True)
    _show(session, console.team.rename(name, new, session.actor()))


@member.command("remove")
@click.argument("name")
@common
@click.pass_obj
def member_remove(session: Session, name: str) -> None:
    """Take a member off the list: what they hold is given back, what they did stays."""
    console = session.console(must_exist=True)
    freed = console.team.remove(name, session.actor())
    body = {"name": name, "removed": True, "released": [str(one) for one in freed]}
    words = {
        "en": "{name} is no longer a member; {count} claims given back.",
        "fr": "{name} ne fait plus partie de l’équipe\u00a0; {count} réservations rendues.",
    }[session.language]
    session.show(body, lambda value: words.format(name=value["name"], count=len(value["released"])))


def _body(one: Member) -> dict[str, Any]:
    return {"name": one.name, "role": one.role.value, "since": shapes.moment(one.added_at)}


def _show(session: Session, one: Member) -> None:
    session.show(
        {"name": one.name, "role": one.role.value},
        lambda value: f"{value['name']}: {word('role', value['role'], session.language)}",
    )


@click.group()
@common
def author() -> None:
    """People who write comments."""


@author.command("show")
@click.argument("author_id", metavar="KIND:ID")
@common
@click.pass_obj
def author_show(session: Session, author_id: str) -> None:
    """What is known of an author, with strikes and latest comments."""
    console = session.console(must_exist=True)
    kind, _, remote_id = author_id.partition(":")
    found = console.store.read(lambda r: r.comments.author_by_key(kind, remote_id))
    if found is None:
        raise NotFound("author_not_found", id=author_id)
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
        "latest": [{"id": str(one.id), "text": one.text, "state": one.state.word} for one in latest],
    }
    word = "manquements" if session.language == "fr" else "strikes"
    session.show(
        body,
        lambda value: "\n".join(
            [f"{value['name']} @{value['handle']}  {value['comments']}  {word}: {len(value['strikes'])}"]
            + [f"  {one['id']}  {one['text'][:80]}" for one in value["latest"]]
        ),
    )


COMMANDS = (member, author)
