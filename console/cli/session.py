"""One command's session: the workspace it works on, who acts, how it prints, and a clean end."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO, TypeVar

import click

from console import managed, paths
from console.domain.errors import UsageError, VigieError
from console.domain.vocabulary import PROGRAM, Role
from console.runtime.app import Console
from console.secrets import ChainedSecrets, KeyringSecrets, MemorySecrets
from console.services.roles import Actor

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from console.runtime.reader import Reader

T = TypeVar("T")

LEASE_WAIT_SECONDS = 6.0

#: Ids as the store keeps them: what does not fit is wrong use, not a crash.
ID: Final = click.IntRange(1, 2**63 - 1)


class Session:
    """What the common options say, and the Console they open when a command needs it."""

    def __init__(self) -> None:
        self.workspace: Path | None = None
        self.json = False
        self.name: str | None = None
        self.exit_code = 0
        self.memory = MemorySecrets()
        self._console: Console | None = None
        self._engine = False
        self.reader: Reader | None = None

    @property
    def language(self) -> str:
        """The language of sentences: French where the company or the environment says so, else English."""
        return managed.language_of(os.environ)

    @property
    def path(self) -> Path:
        """The workspace file of this command."""
        return self.workspace or paths.default_workspace()

    def console(self, *, must_exist: bool = False) -> Console:
        """Open the workspace (once). ``must_exist`` refuses to create one by a mistyped name."""
        if self._console is None:
            if must_exist and not self.path.exists():
                raise UsageError("workspace_missing", path=str(self.path))
            self._console = Console.open(
                self.path,
                secrets=ChainedSecrets(self.memory, KeyringSecrets()),
                reader=self.reader,
                language=self.language,
            )
            backup = self._console.store.upgrade_backup
            if backup is not None:
                from console.cli.upgrade_sentences import upgraded

                self.say(upgraded(self.path, backup, self.language))
            if self.name is not None:
                self._console.actor(
                    self.name
                )  # a name that nobody here has is refused whatever was asked for
        return self._console

    def actor(self) -> Actor:
        """Who acts in this command."""
        return self.console().actor(self.name)

    def run(self, work: Callable[[Console], Coroutine[Any, Any, T]], *, lead: bool = False) -> T:
        """Run a coroutine on the engine's loop; with ``lead`` only as holder of the engine lease.

        Raises LeaseHeld when another process keeps the lease for longer than a few seconds.
        """
        console = self.console()
        if not self._engine:
            console.engine.start(work=False)
            self._engine = True
        if lead:
            console.engine.submit(lambda: console.engine.lead(LEASE_WAIT_SECONDS)).result()
        return console.engine.submit(lambda: work(console)).result()

    def close(self) -> None:
        """Close the workspace, if it was opened."""
        if self._console is not None:
            self._console.close()
            self._console = None

    # ------------------------------------------------------------------ printing

    def show(self, value: Any, text: Callable[[Any], str]) -> None:
        """Print a result: one JSON object with ``--json``, else the sentence or table that ``text`` makes."""
        click.echo(_line(value, sys.stdout) if self.json else text(value))

    def say(self, text: str) -> None:
        """Print a remark to people; nothing with ``--json``."""
        if not self.json:
            click.echo(text, err=True)

    def complain(self, body: dict[str, Any]) -> None:
        """Print an error as one JSON object on standard error."""
        click.echo(_line(body, sys.stderr), err=True)

    def fail(self, error: VigieError) -> int:
        """Print a known error the way the house does and return its exit code."""
        from console.cli.sentences import sentence

        if self.json:
            self.complain(
                {"code": error.code, "params": dict(error.params), "text": sentence(error, self.language)}
            )
        else:
            click.echo(f"vigie: error: {sentence(error, self.language)}", err=True)
        return error.exit_code


def _line(value: Any, stream: TextIO) -> str:
    """``value`` as JSON that ``stream`` can take: escaped where its encoding lacks a character of it."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    try:
        text.encode(stream.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return json.dumps(value, default=str)
    return text


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--workspace``, ``--json`` and ``--as`` to a command, so that they may stand before or after it."""

    def remember(name: str) -> Callable[[click.Context, click.Parameter, Any], Any]:
        def callback(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
            if value:
                setattr(context.ensure_object(Session), name, value)
            return value

        return callback

    for option in (
        click.option(
            "--workspace",
            type=click.Path(path_type=Path, dir_okay=False),
            expose_value=False,
            callback=remember("workspace"),
            help="The workspace file.",
        ),
        click.option(
            "--json",
            is_flag=True,
            expose_value=False,
            callback=remember("json"),
            help="Print one JSON object.",
        ),
        click.option(
            "--as",
            "acting_as",
            metavar="WHO",
            expose_value=False,
            callback=remember("name"),
            help="Who acts.",
        ),
    ):
        command = option(command)
    return command


def secret_from(stdin: bool) -> str | None:
    """A secret from standard input (one line) or from the descriptor in ``VIGIE_SECRET_FD``; never an argument."""
    descriptor = os.environ.get("VIGIE_SECRET_FD")
    if stdin:
        return sys.stdin.readline().rstrip("\r\n") or None
    if descriptor:
        try:
            with os.fdopen(int(descriptor), encoding="utf-8", closefd=False) as pipe:
                return pipe.readline().rstrip("\r\n") or None
        except (ValueError, OSError) as error:
            raise UsageError("secret_fd", descriptor=descriptor) from error
    return None


def machine(os_user: str) -> Actor:
    """The console itself, where no person acts."""
    return Actor(PROGRAM, Role.LEAD, os_user)
