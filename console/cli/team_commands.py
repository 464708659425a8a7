"""People: members of the team, and authors of comments."""

from __future__ import annotations

import click

from console.cli import shapes
from console.cli.session import Session, common
from console.domain.audit import AuditDraft
from console.domain.errors import DomainError, NotFound, UsageError
from console.domain.vocabulary import Role
from console.services.roles import MAX_NAME
from console.store import Tx


@click.group()
@common
def member() -> None:
    """Who is on the team, in which role."""


@member.command("list")
@common
@click.pass_obj
def member_list(session: Session) -> None:
    """Members and roles. With only one listed, any other name acts as moderator."""
    found = session.console(must_exist=True).store.read(lambda r: r.settings.members())
    body = {"items": [{"name": name, "role": role.value} for name, role in found.items()]}
    session.show(body, lambda value: "\n".join(f"{one['name']:<24} {one['role']}" for one in value["items"]))


def _set(session: Session, name: str, role: str, event: str) -> None:
    console = session.console(must_exist=True)
    actor = session.actor()
    actor.need("member")

    if not name.strip() or len(name) > MAX_NAME or not name.isprintable():
        raise UsageError("bad_actor_name", longest=MAX_NAME)

    def work(tx: Tx) -> None:
        members = tx.settings.members()
        if event == "member_role" and name not in members:
            raise NotFound("member_not_found", name=name)
        leads = [one for one, held in members.items() if held is Role.LEAD]
        if leads == [name] and role != Role.LEAD.value:
            raise DomainError("last_lead", name=name)
        tx.settings.set_member(name, Role(role), tx.now)
        tx.log(AuditDraft(event, actor.name, actor.role.value, {"member": name, "member_role": role}))
        tx.changed("members")

    console.store.write(work).result()
    session.show({"name": name, "role": role}, lambda value: f"{value['name']}: {value['role']}")


@member.command("add")
@click.argument("name")
@click.option(
    "--role", type=click.Choice([one.value for one in Role]), default="moderator", show_default=True
)
@common
@click.pass_obj
def member_add(session: Session, name: str, role: str) -> None:
    """Add a member; from the second one on, only members may act."""
    _set(session, name, role, "member_added")


@member.command("role")
@click.argument("name")
@click.argument("role", type=click.Choice([one.value for one in Role]))
@common
@click.pass_obj
def member_role(session: Session, name: str, role: str) -> None:
    """Change a member's role."""
    _set(session, name, role, "member_role")


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
