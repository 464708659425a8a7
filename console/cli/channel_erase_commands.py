"""Disconnecting a channel and erasing what was pulled from it: channel remove, channel erase."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

import click

from console.cli.erase_sentences import CHANNEL_WORDS, channel_erase_text
from console.cli.queue_commands import channel as named_channel
from console.cli.session import Session, common
from console.connectors import registry
from console.domain.errors import KeyringUnavailable, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.runtime.app import Console
    from console.services.erasing_channel import ChannelErasure

_YES = {"y", "yes", "o", "oui"}


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--yes", is_flag=True, help="Do not ask; erase for good."),
        click.option(
            "--call-off", is_flag=True, help="Agree that decided actions which were not carried out are called off."
        ),
    ):  # fmt: skip
        command = option(command)
    return command


@click.command("remove")
@click.argument("name")
@click.option("--erase", is_flag=True, help="Erase what was pulled from it, too. A lead's to do.")
@_options
@common
@click.pass_obj
def channel_remove(session: Session, name: str, erase: bool, yes: bool, call_off: bool) -> None:
    """Disconnect a channel: its secret is removed, its comments stay unless --erase is given."""
    console = session.console(must_exist=True)
    found = named_channel(console, name)
    if erase:
        _erase(session, console, int(found.id), yes=yes, call_off=call_off)
        return
    console.set_channel(found, session.actor(), "channel_removed", removed=True, cursor=None).result()
    _drop_secret(session, console, found.key)
    session.show({"key": found.key, "removed": True}, lambda value: value["key"])


@click.command("erase")
@click.argument("name")
@_options
@common
@click.pass_obj
def channel_erase(session: Session, name: str, yes: bool, call_off: bool) -> None:
    """Erase what was pulled from a channel, also from one that was disconnected before. There is no way back.

    Without --yes only what would go and stay is shown, and asked on a terminal. What was interrupted goes on. The audit
    log keeps its entries, which name nobody, and still verifies. Exits 1 where decided actions stand in the way.
    """
    console = session.console(must_exist=True)
    found = console.erasures.find(name)
    if len(found) > 1:
        raise UsageError("ambiguous_channel", name=name, known=", ".join(str(one) for one in found))
    if not found:
        raise UsageError("unknown_channel", name=name)
    _erase(session, console, found[0], yes=yes, call_off=call_off)


def _erase(session: Session, console: Console, channel_id: int, *, yes: bool, call_off: bool) -> None:
    actor = session.actor()
    told = console.erasures.preview(channel_id, actor)
    agreed = told.pending.whole if call_off else 0
    if not yes and not session.json and sys.stdin.isatty() and not told.stage:
        click.echo(channel_erase_text(told, session.language), err=True)
        if told.pending.whole > agreed:
            _ask(session, CHANNEL_WORDS[session.language]["ask_call_off"].format(n=told.pending.whole))
            agreed = told.pending.whole
        _ask(session, CHANNEL_WORDS[session.language]["ask"].format(key=told.key))
        yes = True
    if not yes:
        if told.pending.whole > agreed:
            session.exit_code = 1
        _show(session, told)
        return
    began = console.erasures.begin(channel_id, actor, call_off=agreed)
    _drop_secret(session, console, told.key)
    line = _Line(session)
    try:
        done = console.erasures.work(channel_id, progress=line.show)
    except KeyboardInterrupt:
        line.end()
        session.say(CHANNEL_WORDS[session.language]["stopped"].format(key=began.key))
        raise
    line.end()
    _show(session, done, entries=told)


def _ask(session: Session, question: str) -> None:
    answer = click.prompt(question, default="n", show_default=False, err=True)
    if str(answer).strip().lower() not in _YES:
        session.say(CHANNEL_WORDS[session.language]["nothing"])
        raise click.exceptions.Abort


def _drop_secret(session: Session, console: Console, key: str) -> None:
    if not registry.spec(key.partition(":")[0]).needs_secret:
        return
    try:
        console.secrets.sign_out(key, console.workspace_id)
    except KeyringUnavailable as error:
        session.say(f"vigie: {error.code}")


def _show(session: Session, told: ChannelErasure, entries: ChannelErasure | None = None) -> None:
    kept = entries or told
    body = {
        "key": told.key,
        "erased": told.done,
        "stage": told.stage or None,
        "goes": dict(told.counts),
        "total": told.total,
        "stays": {"audit_entries": kept.entries, "decisions": kept.decisions},
        "pending": {
            "unsent": told.pending.unsent,
            "unknown": told.pending.unknown,
            "sending": told.pending.sending,
            "reviews": told.pending.reviews,
        },
        "backups": list(told.backups),
        "rewritten": told.rewritten,
    }
    session.show(body, lambda _value: channel_erase_text(told, session.language, kept))


class _Line:
    """One line on the terminal that is painted over; nothing where there is no terminal, or with ``--json``."""

    def __init__(self, session: Session) -> None:
        self._words = CHANNEL_WORDS[session.language]
        self._on = not session.json and sys.stderr.isatty()
        self._length = 0
        self._painted = 0.0

    def show(self, now: ChannelErasure) -> None:
        """Paint how far it is, at most ten times a second."""
        if not self._on or (time.monotonic() - self._painted < 0.1 and now.stage != "file"):
            return
        self._painted = time.monotonic()
        line = self._words[now.stage].format(done=now.counts["comments"], total=now.total)
        click.echo("\r" + line.ljust(self._length), nl=False, err=True)
        self._length = len(line)

    def end(self) -> None:
        """Leave the line."""
        if self._length:
            click.echo("", err=True)
