"""Views of the queue from the command line: queue views, save-view, drop-view, assign."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import Any

import click

from console.cli.filter_options import NOBODY, filtered, narrowing
from console.cli.queue_commands import queue
from console.cli.session import ID, Session, common
from console.domain.errors import NotFound
from console.services.saved_views import find
from console.services.views import VIEWS


@queue.command("views")
@common
@click.pass_obj
def queue_views(session: Session) -> None:
    """All views with the number of comments in each: the built-in ones, the team's, your own."""
    console = session.console(must_exist=True)
    actor = session.actor()
    counts = console.counts(actor) | console.saved.counts(actor, console.clock.now())
    items: list[dict[str, Any]] = [
        {"id": view, "name": view, "kind": "built_in", "count": counts.get(view, 0), "filter": {}}
        for view in VIEWS
    ]
    for one in console.saved.list(actor):
        kind = "team" if one.team else "own"
        body = {"view": one.view, **one.by.as_dict()}
        items.append(
            {"id": one.key, "name": one.name, "kind": kind, "count": counts[one.key], "filter": body}
        )
    session.show(
        {"items": items},
        lambda value: "\n".join(
            f"{one['count']:>8}  {one['id']:<12} {one['name'] if one['name'] != one['id'] else ''}".rstrip()
            for one in value["items"]
        ),
    )


@queue.command("save-view")
@click.argument("name")
@click.option("--view", default="inbox", show_default=True, help="The view that is narrowed.")
@click.option("--search", "text", default="", help="Only with these words.")
@click.option("--team", is_flag=True, help="For everybody; a lead's to do.")
@filtered
@common
@click.pass_obj
def queue_save_view(session: Session, /, name: str, view: str, text: str, team: bool, **given: Any) -> None:
    """Keep a narrowed view under NAME; an own view of that name is changed."""
    console = session.console(must_exist=True)
    actor = session.actor()
    by = replace(narrowing(session, console, given), text=text)
    held = None
    with contextlib.suppress(NotFound):
        found = console.store.read(lambda r: find(r, name, actor))
        held = found.id if found.team == team else None
    kept = console.saved.save(name, view, by, actor, team=team, replace_id=held)
    body = {"id": kept.key, "name": kept.name, "kind": "team" if kept.team else "own",
            "filter": {"view": kept.view, **kept.by.as_dict()}}  # fmt: skip
    words = {"en": "Saved as {name} ({id}).", "fr": "Enregistrée sous {name} ({id})."}[session.language]
    session.show(body, words.format_map)


@queue.command("drop-view")
@click.argument("name")
@common
@click.pass_obj
def queue_drop_view(session: Session, name: str) -> None:
    """Drop a saved view, by its name or as saved:NUMBER; its comments stay where they are."""
    console = session.console(must_exist=True)
    actor = session.actor()
    found = console.store.read(lambda r: find(r, name, actor))
    console.saved.remove(found.id, actor)
    words = {"en": "{name} is dropped.", "fr": "{name} est retirée."}[session.language]
    session.show({"id": found.key, "name": found.name}, words.format_map)


@queue.command("assign")
@click.argument("comment_id", type=ID)
@click.argument("who")
@common
@click.pass_obj
def queue_assign(session: Session, comment_id: int, who: str) -> None:
    """Assign a comment to WHO: a member, a role, or “nobody”."""
    console = session.console(must_exist=True)
    target = None if who == NOBODY else who
    before = console.assigning.assign(comment_id, target, session.actor())
    body = {"comment_id": str(comment_id), "assignee": target, "before": before}
    words = {"en": ("For {who}.", "For nobody."), "fr": ("Pour {who}.", "Pour personne.")}[session.language]
    session.show(body, lambda _value: words[0].format(who=target) if target else words[1])
