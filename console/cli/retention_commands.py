"""How long things are kept: retention show, set, run, counts, and holds put and lifted by hand."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import click

from console.cli import shapes
from console.cli.retention_sentences import WORDS, ahead_text, done_text, holds_text, kept_text, what_text
from console.cli.session import ID, Session, common
from console.domain.errors import NotFound, UsageError

if TYPE_CHECKING:
    from console.runtime.app import Console
    from console.services.retention import Sweep

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class _Days(click.ParamType[Any]):
    name = "DAYS|off"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        if isinstance(value, int) or value == "off":
            return value
        try:
            return int(value)
        except ValueError:
            self.fail(f"{value} is neither a number of days nor off", param, ctx)


@click.group()
def retention() -> None:
    """How long comments and authors are kept, and what is kept as evidence."""


@retention.command("show")
@click.option("--quick", is_flag=True, help="Without counting what the next run would take.")
@common
@click.pass_obj
def show(session: Session, quick: bool) -> None:
    """The terms, what the next run would take away, what the last one did."""
    console = session.console(must_exist=True)
    session.actor()
    kept = console.retention.kept()
    ahead = None if quick or kept.terms.off else console.retention.preview()
    backups = _backups(console)
    body = {
        "terms": kept.terms.given(),
        "source": kept.source or None,
        "next": None if ahead is None else dict(ahead.counts),
        "running": _body(kept.running),
        "last": _body(kept.last),
        "gone": kept.gone,
        "holds": kept.holds,
        "backups": backups,
    }
    session.show(body, lambda _value: kept_text(kept, ahead, backups, session.language))


@retention.command("set")
@click.option("--untouched", type=_Days(), help="Comments nobody did anything about: days, or off.")
@click.option(
    "--decided", type=_Days(), help="Comments somebody dealt with: days since the last thing done, or off."
)
@click.option("--authors", type=_Days(), help="Authors of whom no comment is left: days, or off.")
@common
@click.pass_obj
def set_terms(
    session: Session, untouched: int | str | None, decided: int | str | None, authors: int | str | None
) -> None:
    """Set terms in days; what is not named stays as it is. A lead's to do. Shows what the next run will take."""
    given = {"untouched": untouched, "decided": decided, "authors": authors}
    values = {name: None if days == "off" else days for name, days in given.items() if days is not None}
    if not values:
        raise UsageError("terms_none")
    console = session.console(must_exist=True)
    console.retention.set_terms(values, session.actor())
    kept, ahead = console.retention.kept(), console.retention.preview()
    body = {"terms": kept.terms.given(), "source": kept.source or None, "next": dict(ahead.counts)}
    session.show(body, lambda _value: kept_text(kept, ahead, (), session.language))


@retention.command("run")
@click.option("--yes", is_flag=True, help="Erase for good; without it only what would go is counted.")
@common
@click.pass_obj
def run(session: Session, yes: bool) -> None:
    """Erase what was kept for its term, now. A lead's to do; there is no way back.

    Without --yes nothing is erased: it is counted. What was interrupted goes on.
    """
    console = session.console(must_exist=True)
    actor = session.actor()
    if not yes:
        ahead = console.retention.preview()
        body = {"erased": False, "next": dict(ahead.counts)}
        session.show(body, lambda _value: ahead_text(ahead, session.language))
        return
    console.retention.begin(actor)
    line = _Line(session)
    try:
        done = console.retention.sweep(progress=line.show)
    except KeyboardInterrupt:
        line.end()
        session.say(WORDS[session.language]["stopped"])
        raise
    line.end()
    # Another process may have come to the end of it first.
    last = done if done is not None and done.ended else console.retention.kept().last
    assert last is not None
    backups = _backups(console)
    session.show(
        {"erased": True, **(_body(last) or {}), "backups": backups},
        lambda _value: done_text(last, backups, session.language),
    )


@retention.command("counts")
@common
@click.pass_obj
def counts(session: Session) -> None:
    """What stays of the comments that went: how many of which day, channel and category."""
    console = session.console(must_exist=True)
    session.actor()
    rows = [
        {"day": f"{_EPOCH + timedelta(days=day):%Y-%m-%d}", "channel": channel, "category": category, "class": klass, "n": n}
        for day, channel, category, klass, n in console.retention.counts()
    ]  # fmt: skip
    session.show(
        {"counts": rows},
        lambda _value: "\n".join(
            f"{one['day']}  {one['n']:>7}  {one['class']:<9}  {one['category'] or '-':<24}  {one['channel']}"
            for one in rows
        ),
    )


@retention.command("hold")
@click.argument("comment", type=ID, required=False)
@click.option("--author", "author_id", metavar="KIND:ID", help="Everything of this author instead.")
@click.option("--reason", required=True, help="Why; kept beside the comment, never in the log.")
@common
@click.pass_obj
def hold(session: Session, comment: int | None, author_id: str | None, reason: str) -> None:
    """Keep a comment, or everything of an author, as evidence: nothing erases it until a lead lifts the hold."""
    console = session.console(must_exist=True)
    actor = session.actor()
    what = _what(console, comment, author_id)
    console.holds.put(actor, reason, **what)
    words = what_text(comment, author_id or "", session.language)
    session.show({"held": True, **what}, lambda _value: WORDS[session.language]["held"].format(what=words))


@retention.command("lift")
@click.argument("comment", type=ID, required=False)
@click.option("--author", "author_id", metavar="KIND:ID", help="Of this author instead.")
@common
@click.pass_obj
def lift(session: Session, comment: int | None, author_id: str | None) -> None:
    """Lift a hold: the term counts again. A lead's to do. The reason goes with it."""
    console = session.console(must_exist=True)
    actor = session.actor()
    what = _what(console, comment, author_id)
    console.holds.lift(actor, **what)
    words = what_text(comment, author_id or "", session.language)
    session.show({"held": False, **what}, lambda _value: WORDS[session.language]["lifted"].format(what=words))


@retention.command("holds")
@common
@click.pass_obj
def holds(session: Session) -> None:
    """Everything that is held as evidence, with the reasons."""
    console = session.console(must_exist=True)
    found = console.holds.all(session.actor())
    body = [
        {"comment": one.comment_id, "author": one.who, "reason": one.reason, "by": one.actor, "at": shapes.moment(one.set_at)}
        for one in found
    ]  # fmt: skip
    session.show({"holds": body}, lambda _value: holds_text(found, session.language))


def _what(console: Console, comment: int | None, author_id: str | None) -> dict[str, int]:
    if (comment is None) == (author_id is None):
        raise UsageError("hold_what")
    if comment is not None:
        return {"comment_id": comment}
    kind, _, remote_id = str(author_id).partition(":")
    found = console.store.read(lambda r: r.comments.author_by_key(kind, remote_id))
    if found is None:
        raise NotFound("author_not_found", id=author_id)
    return {"author_id": int(found.id)}


def _backups(console: Console) -> list[str]:
    path = console.store.path
    return sorted(one.name for one in path.parent.glob(f"{path.name}.*.bak"))


def _body(sweep: Sweep | None) -> dict[str, Any] | None:
    if sweep is None:
        return None
    return {
        "began": shapes.moment(sweep.began),
        "ended": shapes.moment(sweep.ended) if sweep.ended else None,
        "counts": dict(sweep.counts),
        "stage": sweep.stage or None,
        "rewritten": sweep.rewritten,
    }


class _Line:
    """One line on a terminal that is painted over while a run goes on; silence elsewhere."""

    def __init__(self, session: Session) -> None:
        self._words = WORDS[session.language]
        self._shown = not session.json and sys.stderr.isatty()
        self._width = 0
        self._next = 0.0

    def show(self, now: Sweep) -> None:
        """Paint how far the run is, ten times a second at most."""
        if not self._shown or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + 0.1
        gone = now.counts.get("untouched", 0) + now.counts.get("decided", 0)
        text = self._words.get(now.stage) or self._words["line"].format(
            looked=now.looked, total=now.total, gone=gone
        )
        click.echo("\r" + text.ljust(self._width), nl=False, err=True)
        self._width = len(text)

    def end(self) -> None:
        """Leave an empty line to whoever prints next."""
        if self._width:
            click.echo("\r" + " " * self._width + "\r", nl=False, err=True)
            self._width = 0


COMMANDS: Final = (retention,)
