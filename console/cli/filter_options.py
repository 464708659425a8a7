"""The options by which commands narrow a view of the queue, and what they mean."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import click

from console.domain.errors import NotFound, UsageError
from console.services.narrowing import Narrowing, narrowed, read_narrowing
from console.services.saved_views import filter_of, find
from console.services.typed_search import resolved
from console.services.views import SAVED, VIEWS
from console.store.filters import ORDERS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from console.cli.session import Session
    from console.runtime.app import Console
    from console.services.roles import Actor
    from console.store import QueueFilter, Reading

NOBODY: Final = "nobody"
ME: Final = "me"
NAMES: Final = (
    "channel_name", "categories", "severity_min", "severity_max", "languages", "tags", "post", "followers_min",
    "days", "since", "until", "assignee", "order",
)  # fmt: skip


def filtered(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; the command gets them by the names in ``NAMES``."""
    level = click.IntRange(0, 5)
    for option in reversed(
        (
            click.option("--channel", "channel_name", help="Only this channel."),
            click.option(
                "--category", "categories", multiple=True, help="Only this category; may be repeated."
            ),
            click.option("--severity-min", type=level, help="From this severity on, 0 to 5."),
            click.option("--severity-max", type=level, help="Up to this severity, 0 to 5."),
            click.option(
                "--language", "languages", multiple=True, help="Only this language; may be repeated."
            ),
            click.option("--tag", "tags", multiple=True, help="Only authors with this tag; may be repeated."),
            click.option(
                "--post", type=click.IntRange(1, 2**63 - 1), help="Only under this post, by its number."
            ),
            click.option(
                "--followers-min", type=click.IntRange(0, 2**62), help="Only authors with so many followers."
            ),
            click.option("--days", type=click.IntRange(1, 3660), help="Only the last days, 1 being today."),
            click.option("--since", help="Written at or after: YYYY-MM-DD, or UTC epoch seconds."),
            click.option("--until", help="Written before: YYYY-MM-DD, or UTC epoch seconds."),
            click.option("--assignee", help=f"A member or a role; “{ME}”, or “{NOBODY}”."),
            click.option("--order", type=click.Choice(ORDERS), help="Instead of the view's own."),
        )
    ):
        command = option(command)
    return command


def narrowing(session: Session, console: Console, given: Mapping[str, Any]) -> Narrowing:
    """The conditions that were given. UsageError for a channel nobody knows and for values that make no sense."""
    from console.cli.queue_commands import channel

    body: dict[str, Any] = {
        key: list(given[key]) if isinstance(given[key], tuple) else given[key]
        for key in NAMES
        if key not in ("channel_name", "since", "until", "assignee") and given.get(key) not in (None, ())
    }
    if given.get("channel_name") is not None:
        body["channel"] = int(channel(console, given["channel_name"]).id)
    for key in ("since", "until"):
        if given.get(key) is not None:
            body[key] = _moment(key, given[key])
    if given.get("assignee") is not None:
        who = given["assignee"]
        body["assignee"] = "" if who == NOBODY else session.actor().name if who == ME else who
    return read_narrowing(body)


def view_narrowed(
    session: Session, console: Console, view: str, text: str, given: Mapping[str, Any]
) -> QueueFilter:
    """The filter of a view (by id, a saved one by its name too) under the options and the words that were given.

    UsageError ``unknown_view``, and as ``narrowing`` raises.
    """
    actor, now = session.actor(), console.clock.now()
    by = replace(narrowing(session, console, given), text=text)

    def read(reading: Reading) -> QueueFilter:
        shown = filter_of(reading, _view_id(reading, view, actor), actor, now)
        return resolved(reading, narrowed(shown, by, now), actor, now)

    return console.store.snapshot(read)


def _view_id(reading: Reading, view: str, actor: Actor) -> str:
    if view in VIEWS:
        return view
    try:
        return find(reading, view, actor).key
    except NotFound:
        if view.startswith(SAVED):
            raise
        raise UsageError("unknown_view", view=view, known=", ".join(VIEWS)) from None


def _moment(field: str, text: str) -> int:
    """UTC seconds of an epoch or of the local midnight a day begins with."""
    if text.isdecimal() and len(text) < 13:
        return int(text)
    try:
        return int(datetime.datetime.fromisoformat(text).timestamp())
    except (ValueError, OverflowError, OSError):
        raise UsageError("bad_filter", field=field, value=text[:60]) from None
