"""Versions of the program on the command line: vigie update on, off, status, check, download."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from console import update_list
from console.cli.sentences import sentence
from console.cli.session import Session, common
from console.cli.update_sentences import say_found, say_saved, say_status
from console.update_list import UpdateRefused

if TYPE_CHECKING:
    from console.services.updates import Found, Updates


@click.group()
@common
def update() -> None:
    """New versions of Vigie: off until you or your company agree to looking; never installed by the program itself."""


def _updates() -> Updates:
    from console.services.updates import Updates

    return Updates()


@update.command("on")
@click.option(
    "--server",
    metavar="URL",
    help="Where the list of versions lies; needed where your company or your package names none.",
)
@click.option("--channel", type=click.Choice(update_list.CHANNELS), help="stable, or preview as well.")
@common
@click.pass_obj
def switch_on(session: Session, server: str | None, channel: str | None) -> None:
    """Agree that this program looks for a newer version once a day. It sends nothing but the request for one file."""
    updates = _updates()
    updates.switch(True, server=server, channel=channel)
    _show_status(session, updates)


@update.command("off")
@common
@click.pass_obj
def switch_off(session: Session) -> None:
    """No longer look by itself."""
    updates = _updates()
    updates.switch(False)
    _show_status(session, updates)


@update.command("status")
@common
@click.pass_obj
def status(session: Session) -> None:
    """Whether it looks, where, whose signature counts, and what was found last. Asks nobody."""
    _show_status(session, _updates())


@update.command("check")
@common
@click.pass_obj
def check(session: Session) -> None:
    """Look now, once. Exit code 0 when the list was read, newer or not; 1 when it does not hold."""
    updates = _updates()
    try:
        found = updates.check()
    except UpdateRefused as error:
        _refuse(session, error)
        return
    session.show(found_body(updates, found), lambda body: say_found(body, session.language))


@update.command("download")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Into this folder.",
)
@click.option(
    "--kind", type=click.Choice(update_list.KINDS), help="A package of this kind, for another machine."
)
@click.option(
    "--platform",
    "for_platform",
    metavar="NAME",
    help="As in the list: linux-x86_64, windows-x86_64, macos-arm64.",
)
@common
@click.pass_obj
def fetch(session: Session, folder: Path, kind: str | None, for_platform: str | None) -> None:
    """Save the newer version's package, verified, and print the command that installs it. Installs nothing."""
    updates = _updates()
    try:
        found = updates.check()
        release, file = updates.choose(found, kind, for_platform)
        session.say(f"{file.name}: {file.size} …")
        saved = updates.download(release, file, folder, workspace=session.path)
    except UpdateRefused as error:
        _refuse(session, error)
        return
    body = {
        "ok": True, "version": saved.version, "file": str(saved.path), "sha256": saved.sha256,
        "size": file.size, "command": saved.command,
    }  # fmt: skip
    session.show(body, lambda value: say_saved(value, session.language))


def _refuse(session: Session, error: UpdateRefused) -> None:
    """What does not hold is a result: nothing of it is used."""
    if session.json:
        text = sentence(error, session.language)
        session.show({"ok": False, "code": error.code, "params": dict(error.params), "text": text}, str)
        session.exit_code = error.exit_code
    else:
        session.exit_code = session.fail(error)


def _show_status(session: Session, updates: Updates) -> None:
    trust, state, found = updates.trust(), updates.state, updates.known()
    body = {
        "ok": True,
        "version": updates.version,
        "looks": trust.consent or None,
        "server": trust.server or None,
        "server_by": trust.server_by or None,
        "keys": [update_list.key_number(one) for one in trust.keys],
        "keys_by": trust.keys_by or None,
        "channel": state.channel,
        "checked_at": state.checked_at or None,
        "newer": found.offer.release.version if found and found.offer else None,
        "kind": updates.form.kind,
    }
    session.show(body, lambda value: say_status(value, session.language, _moment))


def found_body(updates: Updates, found: Found) -> dict[str, Any]:
    """The JSON form of what was found."""
    body: dict[str, Any] = {
        "ok": True, "version": updates.version, "newer": None, "checked_at": found.checked_at, "expires": found.expires,
    }  # fmt: skip
    if found.offer is None:
        return body
    release = found.offer.release
    body |= {
        "newer": release.version,
        "released": release.released,
        "beyond": found.offer.beyond or None,
        "schema": release.schema,
        "upgrades_workspaces": found.reforms,
        "notes": {language: list(notes) for language, notes in release.notes.items()},
        "file": None if found.file is None else {"name": found.file.name, "size": found.file.size, "sha256": found.file.sha256},
    }  # fmt: skip
    return body


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")


COMMANDS = (update,)
