"""The ``vigie`` command line: its commands, and what each way of failing exits with."""

from __future__ import annotations

import contextlib
import errno
import io
import logging
import os
import sys
from typing import TYPE_CHECKING

import click

from console import logs, paths
from console.cli import (
    audit_commands,
    automation_commands,
    backtest_command,  # noqa: F401 - adds itself to the policy group
    backup_command,
    bulk_commands,
    channel_commands,
    classify_command,
    draft_commands,  # noqa: F401 - adds itself to the replies group
    model_commands,
    pack_commands,
    policy_commands,
    policy_diff_command,
    policy_life_commands,  # noqa: F401 - adds itself to the policy group
    policy_shadow_commands,  # noqa: F401 - adds itself to the policy group
    queue_commands,
    reclassify_commands,
    reply_commands,
    report_command,
    retention_commands,
    spelling_commands,  # noqa: F401 - adds itself to the replies group
    team_commands,
    undo_command,
    update_commands,
    view_commands,  # noqa: F401 - adds itself to the queue group
    work_commands,
)
from console.cli.sentences import usage_sentence
from console.cli.session import Session, common
from console.domain.errors import DiskFull, EnvironmentFailure, UsageError, VigieError
from console.runtime.app import version

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.group(context_settings={"help_option_names": ["-h", "--help"], "obj": None})
@click.version_option(version(), prog_name="vigie")
@common
def vigie() -> None:
    """Moderate what people write under a brand's posts. Without a command, the window opens."""


@vigie.command("open")
@click.option("--demo", is_flag=True, help="The practice network, a simulated platform.")
@click.option("--lang", type=click.Choice(["fr", "en"]), help="Language of the window.")
@click.option("--new-window", is_flag=True, help="A second window on the same workspace.")
@click.argument("file", metavar="[FILE.vigie]", required=False, type=click.Path())
@common
def open_window(demo: bool, lang: str | None, new_window: bool, file: str | None) -> None:
    """Open the window (handled before this command line is reached; listed here for the help)."""
    raise AssertionError("ui.entry handles this command")


for group in (
    queue_commands,
    bulk_commands,
    reply_commands,
    work_commands,
    policy_commands,
    policy_diff_command,
    classify_command,
    model_commands,
    pack_commands,
    reclassify_commands,
    channel_commands,
    automation_commands,
    audit_commands,
    team_commands,
    undo_command,
    report_command,
    retention_commands,
    update_commands,
    backup_command,
):
    for command in group.COMMANDS:
        vigie.add_command(command)


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code of DESIGN section 5 (0, 1, 2, 3, 4), or 130 after Ctrl+C."""
    logging.getLogger().addHandler(logging.NullHandler())
    _printable()
    session = Session()
    # A flag after the command must already count while earlier words are wrong.
    session.json = "--json" in arguments
    try:
        return _run(session, arguments)
    finally:
        session.close()


def _run(session: Session, arguments: Sequence[str]) -> int:
    try:
        vigie.main(args=list(arguments), prog_name="vigie", standalone_mode=False, obj=session)
        sys.stdout.flush()
        return session.exit_code
    except VigieError as error:
        return session.fail(error)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("vigie: stopped", err=True)
        return 130
    except click.exceptions.NoArgsIsHelpError as error:
        if not session.json:
            click.echo(error.format_message())
            return 2
        return session.fail(UsageError("command_missing"))
    except click.ClickException as error:
        if session.json:
            session.complain({"code": "usage", "params": {}, "text": error.format_message()})
        else:
            click.echo(usage_sentence(error.format_message(), session.language), err=True)
        return 2
    except click.exceptions.Exit as error:
        return error.exit_code
    except (SystemExit, BrokenPipeError):
        # The reader of our output went away (``| head``; click says it with SystemExit): not an error of ours. What
        # is still buffered goes nowhere, or Python would complain about it at its own end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return session.exit_code
    except OSError as error:
        if error.errno == errno.ENOSPC:
            return session.fail(DiskFull(path=str(error.filename or "")))
        params = {
            "path": str(error.filename or session.path),
            "detail": error.strerror or type(error).__name__,
        }
        return session.fail(EnvironmentFailure("file_unusable", **params))
    except UnicodeError:
        return session.fail(UsageError("not_unicode"))  # bytes on the command line that are no text
    except Exception as error:
        # A bug of ours: one line for the person, the rest for the log; VIGIE_DEBUG shows it at once.
        if os.environ.get("VIGIE_DEBUG"):
            raise
        _note_bug(error)
        return session.fail(EnvironmentFailure("internal_error", kind=type(error).__name__))


def _note_bug(error: Exception) -> None:
    """Write what nobody foresaw into the log, for ``vigie support``; the screen gets one line of it."""
    with contextlib.suppress(OSError):
        handler = logs.start(paths.log_folder())
        try:
            logging.getLogger(__name__).error("command failed", exc_info=error)
        finally:
            logs.stop(handler)


def _printable() -> None:
    """Whatever a comment or an argument holds (a lone surrogate, an emoji on an old terminal) can be printed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=stream_encoding(stream), errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding=stream_encoding(sys.stdin, reads=True))


def stream_encoding(
    stream: io.TextIOWrapper, *, reads: bool = False, system: str = sys.platform
) -> str | None:
    """UTF-8 for files and pipes on Windows, whose own code page knows few of the characters that comments hold.

    None where the stream stays as it is: a terminal, which Python writes to in Unicode, and all other systems. What
    PowerShell pipes to us may begin with a mark of its own, which is no part of a secret.
    """
    if system != "win32" or stream.isatty():
        return None
    return "utf-8-sig" if reads else "utf-8"
