"""A copy of the workspace on the command line: vigie backup."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from console.cli.session import Session, common
from console.store import copy_workspace

_DONE: Final = {
    "en": "{file}: {megabytes:.1f} MB, whole and sound (schema {schema}). Secrets are not in it: they lie in the keyring.",
    "fr": "{file}\u00a0: {megabytes:.1f} Mo, entier et sain (schéma {schema}). Les secrets n’y sont pas\u202f: ils sont dans le trousseau.",
}


@click.command("backup")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@common
@click.pass_obj
def backup_command(session: Session, target: Path) -> None:
    """Copy the workspace into FILE, while windows may be open on it, and check the copy. Nothing is upgraded."""
    copied = copy_workspace(session.path, target)
    body = {"file": str(copied.path), "bytes": copied.size, "schema": copied.schema}
    session.show(
        body,
        lambda _value: _DONE[session.language].format(
            file=copied.path, megabytes=copied.size / 1e6, schema=copied.schema
        ),
    )


COMMANDS = (backup_command,)
