"""Channels, pulling, and the practice network: channel, pull, practice."""

from __future__ import annotations

import time
from typing import Any

import click

from console.cli import shapes
from console.cli.queue_commands import channel as named_channel
from console.cli.session import Session, common, secret_from
from console.connectors import registry
from console.domain.comment import Channel
from console.domain.errors import KeyringUnavailable, UsageError, VigieError
from console.runtime.app import Console
from console.runtime.connections import practice_network


@click.group()
@common
def channel() -> None:
    """The accounts that are read and answered from."""


@channel.command("add")
@click.argument("kind")
@click.option("--name", help="How you call it; by default the account's handle.")
@click.option("--server", default="", help="The platform's address, if not the usual one.")
@click.option("--handle", default="", help="The account, e.g. brand.bsky.social.")
@click.option(
    "--language", "tongue", type=click.Choice(["fr", "en"]), help="Language of texts too short to tell."
)
@click.option("--secret-stdin", is_flag=True, help="Read the password or token from standard input.")
@common
@click.pass_obj
def channel_add(
    session: Session,
    kind: str,
    name: str | None,
    server: str,
    handle: str,
    tongue: str | None,
    secret_stdin: bool,
) -> None:
    """Connect an account: it is tested first, its secret goes to the keyring."""
    spec = registry.spec(kind)
    console = session.console()
    actor = session.actor()
    actor.need("channel" if kind not in ("file", "practice") else "import")
    secret = secret_from(secret_stdin)
    if spec.needs_secret and secret is None:
        raise UsageError("secret_needed", kind=kind)
    name = name or handle.lstrip("@") or spec.kind
    if ":" in name or not name.strip():
        raise UsageError("bad_channel_name", name=name)
    server = server or spec.default_server
    warnings: list[str] = []
    trial = Channel(id=0, kind=kind, name=name, server=server, handle=handle)  # type: ignore[arg-type]
    if secret is not None:
        session.memory.set(trial.key, console.workspace_id, secret)
    info = None
    if spec.pull_interval:
        info = session.run(lambda c: _check(c, trial))
        warnings += info.warnings
    stored = console.add_channel(
        kind,
        name,
        actor,
        server=server,
        handle=info.handle if info is not None and info.handle else handle,
        remote_id=info.remote_id if info is not None else "",
        language=tongue,
        state="ok",
    )
    keyring_code = None
    if secret is not None:
        try:
            console.secrets.set(stored.key, console.workspace_id, secret)
        except KeyringUnavailable as error:
            # The channel works as long as the secret is given each time: stored, said, exit 3.
            keyring_code = error.code
            session.exit_code = 3
    body = _body(stored) | {"account": None if info is None else info.name or info.handle, "warnings": warnings,
                            "secret": "none" if secret is None else keyring_code or "keyring"}  # fmt: skip
    session.show(
        body,
        lambda value: {"en": f"{value['key']} added.", "fr": f"{value['key']} ajouté."}[session.language],
    )
    if keyring_code is not None:
        from console.cli.sentences import sentence

        session.say(f"vigie: error: {sentence(KeyringUnavailable(keyring_code), session.language)}")


async def _check(console: Console, channel: Channel) -> Any:
    connector = await console.engine.connections.get(channel)
    try:
        return await connector.check()
    finally:
        await console.engine.connections.forget(int(channel.id))


@channel.command("list")
@common
@click.pass_obj
def channel_list(session: Session) -> None:
    """All channels with their state."""
    console = session.console(must_exist=True)
    items = [_body(one) for one in console.store.read(lambda r: r.channels.all())]
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
    info = session.run(lambda c: _check(c, found)) if registry.spec(found.kind).pull_interval else None
    body = _body(found) | {
        "account": None if info is None else info.name or info.handle,
        "warnings": [] if info is None else list(info.warnings),
        "capabilities": {
            cap.action: {"mode": cap.mode, "reversible": cap.reversible, "note": cap.note}
            for cap in registry.spec(found.kind).capabilities
        },
    }
    session.show(body, lambda value: "\n".join(
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
    session.show(_body(named_channel(console, name)), lambda value: f"{value['key']}: {value['state']}")


@channel.command("remove")
@click.argument("name")
@common
@click.pass_obj
def channel_remove(session: Session, name: str) -> None:
    """Disconnect a channel: its secret is removed, its comments stay."""
    console = session.console(must_exist=True)
    found = named_channel(console, name)
    console.set_channel(found, session.actor(), "channel_removed", removed=True, cursor=None).result()
    try:
        console.secrets.delete(found.key, console.workspace_id)
        console.secrets.delete(f"{found.key}#session", console.workspace_id)
    except KeyringUnavailable as error:
        session.say(f"vigie: {error.code}")
    session.show({"key": found.key, "removed": True}, lambda value: value["key"])


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
        body = {
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
            body,
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


def _body(one: Channel) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "key": one.key,
        "kind": one.kind,
        "name": one.name,
        "server": one.server,
        "handle": one.handle,
        "remote_id": one.remote_id,
        "state": "paused" if one.paused else one.state,
        "error": one.state_code,
        "last_pull_at": shapes.moment(one.last_pull_at),
        "next_pull_at": shapes.moment(one.next_pull_at),
        "newest_at": shapes.moment(one.newest_at),
    }


COMMANDS = (channel, pull, practice)
