"""Channels, pulling, and the practice network: channel, pull, practice."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from console.cli.channel_erase_commands import channel_erase, channel_remove
from console.cli.connect_commands import body, channel_add, channel_set, channel_watch, check_account
from console.cli.queue_commands import channel as named_channel
from console.cli.session import Session, common, secret_from
from console.connectors import registry
from console.domain.errors import UsageError, VigieError
from console.runtime.connections import practice_network
from console.services.indexing import INDEX_SECONDS, PartIndex

if TYPE_CHECKING:
    from console.runtime.app import Console


@click.group()
@common
def channel() -> None:
    """The accounts that are read and answered from."""


@channel.command("list")
@common
@click.pass_obj
def channel_list(session: Session) -> None:
    """All channels with their state."""
    console = session.console(must_exist=True)
    items = [body(one) for one in console.store.read(lambda r: r.channels.all())]
    session.show(
        {"items": items},
        lambda value: (
            "\n".join(
                f"{one['key']:<30}  {one['state']:<8}  {one['last_pull_at'] or '-'}  {one['error'] or ''}"
                for one in value["items"]
            )
            or {"en": "No channel yet.", "fr": "Pas encore de canal."}[session.language]
        ),
    )


@channel.command("check")
@click.argument("name")
@click.option("--secret-stdin", is_flag=True)
@common
@click.pass_obj
def channel_check(session: Session, name: str, secret_stdin: bool) -> None:
    """Sign in and say whose account it is and what it can do."""
    console = session.console(must_exist=True)
    session.actor().need("pull")  # it signs in with the brand's own account
    found = named_channel(console, name)
    take_secret(session, console, name, secret_stdin)
    info = session.run(lambda c: check_account(c, found)) if registry.spec(found.kind).pull_interval else None
    told = body(found) | {
        "account": None if info is None else info.name or info.handle,
        "warnings": [] if info is None else list(info.warnings),
        "capabilities": {
            cap.action: {"mode": cap.mode, "reversible": cap.reversible, "note": cap.note}
            for cap in registry.spec(found.kind).capabilities
        },
        "lacking": {} if info is None else dict(info.lacking),
    }
    session.show(told, lambda value: "\n".join(
        [f"{value['key']}: {value['account'] or '-'}"]
        + [f"  {name:<8} {cap['mode']:<9} {'+' if cap['reversible'] else '-'}" for name, cap in value["capabilities"].items()]
    ))  # fmt: skip


@channel.command("pause")
@click.argument("name")
@click.option("--resume", is_flag=True, help="Go on again.")
@common
@click.pass_obj
def channel_pause(session: Session, name: str, resume: bool) -> None:
    """Stop pulling and sending for a channel."""
    console = session.console(must_exist=True)
    found = named_channel(console, name)
    console.set_channel(found, session.actor(), "channel_paused", paused=not resume).result()
    session.show(body(named_channel(console, name)), lambda value: f"{value['key']}: {value['state']}")


@click.command()
@click.option("--channel", "channel_name", help="Only this channel.")
@click.option("--watch", is_flag=True, help="Go on until Ctrl+C.")
@click.option("--secret-stdin", is_flag=True, help="Read the channel's secret from standard input.")
@common
@click.pass_obj
def pull(session: Session, channel_name: str | None, watch: bool, secret_stdin: bool) -> None:
    """Fetch new comments, then read and order them."""
    from console.cli.work_commands import read_new, with_reader

    with_reader(session)
    console = session.console(must_exist=True)
    session.actor().need("pull")
    take_secret(session, console, channel_name, secret_stdin)
    wanted = None if channel_name is None else [int(named_channel(console, channel_name).id)]
    new, changed = ("nouveaux", "modifiés") if session.language == "fr" else ("new", "changed")
    while True:
        reports = session.run(lambda c: c.engine.pull_once(wanted), lead=True)
        read_error: VigieError | None = None
        seen: list[int] = []
        try:
            read_new(session, console, seen)
        except VigieError as error:
            read_error = error
        hidden = console.automation.run(seen)
        PartIndex(console.store).catch_up(INDEX_SECONDS)
        told = {
            "channels": [
                {
                    "channel": one.channel,
                    "new": one.new,
                    "updated": one.updated,
                    "unchanged": one.unchanged,
                    "warnings": one.warnings,
                    "error": None if one.error is None else one.error.as_dict(),
                }
                for one in reports
            ],
            "new": sum(one.new for one in reports),
            "hidden": hidden,
        }
        errors = [one.error for one in reports if one.error is not None] + (
            [read_error] if read_error else []
        )
        if errors:
            session.exit_code = max(error.exit_code for error in errors)
        session.show(
            told,
            lambda value: (
                "\n".join(
                    f"{one['channel']}: {one['new']} {new}, {one['updated']} {changed}"
                    + (f"  {one['error']['code']}" if one["error"] else "")
                    for one in value["channels"]
                )
                + _hidden_line(value["hidden"], session.language)
            ),
        )
        if not session.json:
            from console.cli.sentences import sentence

            for one in errors:
                session.say(f"vigie: error: {sentence(one, session.language)}")
        if not watch:
            return
        time.sleep(10)


def _hidden_line(count: int, language: str) -> str:
    if not count:
        return ""
    return {
        "en": f"\nThe console hides {count}: vigie automation review",
        "fr": f"\nLa console en masque {count}\u00a0: vigie automation review",
    }[language]


@click.group()
@common
def practice() -> None:
    """The practice network, a simulated platform on this machine."""


@practice.command("reset")
@common
@click.pass_obj
def practice_reset(session: Session) -> None:
    """Start its scenario again from the beginning. Your decisions and the log stay."""
    if session.workspace is None:
        from console import paths

        session.workspace = paths.practice_workspace()
    console = session.console(must_exist=True)
    actor = session.actor()
    actor.need("import")
    practice_network(console.store.path).reset()
    for one in console.store.read(lambda r: r.channels.all()):
        if one.kind == "practice":
            console.set_channel(one, actor, "practice_reset", cursor=None, next_pull_at=None).result()
    session.show(
        {"reset": True},
        lambda _: {
            "en": "The practice network starts again.",
            "fr": "Le réseau d’entraînement repart de zéro.",
        }[session.language],
    )


def take_secret(session: Session, console: Console, channel_name: str | None, stdin: bool) -> None:
    """Keep a secret given on standard input or a descriptor for this process; it belongs to one channel."""
    secret = secret_from(stdin)
    if secret is None:
        return
    if channel_name is None:
        candidates = [
            one
            for one in console.store.read(lambda r: r.channels.all())
            if registry.spec(one.kind).needs_secret
        ]
        if len(candidates) != 1:
            raise UsageError("secret_for_which", known=", ".join(one.key for one in candidates))
        target = candidates[0]
    else:
        target = named_channel(console, channel_name)
    session.memory.set(target.key, console.workspace_id, secret)


for command in (channel_add, channel_set, channel_watch, channel_remove, channel_erase):
    channel.add_command(command)

COMMANDS = (channel, pull, practice)
