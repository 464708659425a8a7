"""``vigie member``: the people of the team."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from console.cli import shapes
from console.cli.author_commands import author
from console.cli.session import Session, common
from console.domain.vocabulary import Role
from console.services.phrases import word

if TYPE_CHECKING:
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


COMMANDS = (member, author)
