"""The ``vigie`` command line: its commands, and what each way of failing exits with."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

import click

from console.cli import audit_commands, channel_commands, queue_commands, team_commands, work_commands
from console.cli.session import Session, common
from console.domain.errors import VigieError
from console.runtime.app import version


@click.group(context_settings={"help_option_names": ["-h", "--help"], "obj": None})
@click.version_option(version(), prog_name="vigie")
@common
def vigie() -> None:
    """Moderate what people write under a brand's posts. Without a command, the window opens."""


@vigie.command("open")
@click.option("--demo", is_flag=True, help="The practice network, a simulated platform.")
@click.option("--lang", type=click.Choice(["fr", "en"]), help="Language of the window.")
@click.option("--new-window", is_flag=True, help="A second window on the same workspace.")
@common
def open_window(demo: bool, lang: str | None, new_window: bool) -> None:
    """Open the window (handled before this command line is reached; listed here for the help)."""
    raise AssertionError("ui.entry handles this command")


for group in (queue_commands, work_commands, channel_commands, audit_commands, team_commands):
    for command in group.COMMANDS:
        vigie.add_command(command)


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code of DESIGN section 5 (0, 1, 2, 3, 4)."""
    logging.getLogger().addHandler(logging.NullHandler())
    session = Session()
    # A flag after the command must already count while earlier words are wrong.
    session.json = "--json" in arguments
    code = 0
    try:
        vigie.main(args=list(arguments), prog_name="vigie", standalone_mode=False, obj=session)
        code = session.exit_code
    except VigieError as error:
        code = session.fail(error)
    except click.exceptions.Abort:
        click.echo("vigie: stopped", err=True)
        code = 130
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        code = 2
    except click.ClickException as error:
        if session.json:
            import json

            click.echo(json.dumps({"error": {"code": "usage", "text": error.format_message()}}), err=True)
        else:
            click.echo(
                f"vigie: error: {error.format_message()} — nothing was done — see “vigie --help”", err=True
            )
        code = 2
    except click.exceptions.Exit as error:
        code = error.exit_code
    except BrokenPipeError:
        # The reader of our output went away (``| head``): not an error of ours, and nothing more can be said.
        sys.stderr.close()
        code = 0
    finally:
        session.close()
    return code
