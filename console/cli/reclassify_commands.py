"""Reading the workspace again on the command line: start it, watch it, pause it, go on. Attached to ``vigie models``."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any, Final

import click

from console.cli import shapes
from console.cli.model_commands import models
from console.cli.session import Session, common
from console.cli.work_commands import with_reader
from console.domain.errors import LeaseHeld
from console.services.rereading import SECOND, SWITCH

if TYPE_CHECKING:
    from console.runtime.app import Console
    from console.runtime.classifier import Progress
    from console.services.roles import Actor

WIDTH: Final = 30
LOOK_SECONDS: Final = 0.5
LEASE_SECONDS: Final = 1.0

WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "none": "Nothing is being read again, and nothing was.",
        "line": "{engine} {version}: {state}, {done} of {total} comments{failed}{pace}",
        "failed": ", {failed} unreadable",
        "pace": ", {rate:.0f} a second, {left} left",
        "running": "running",
        "paused": "paused",
        "cancelled": "called off",
        "done": "done",
        "elsewhere": "{holder} holds the engine lease and does it. See how far it is: vigie models reclassify --watch",
        "left": "No longer watching; {holder} goes on reading. To stop it: vigie models reclassification pause",
        "paused_here": "Paused after {done} of {total} comments; what was read is kept. Go on: vigie models reclassification resume",
    },
    "fr": {
        "none": "Rien n’est relu en ce moment, et rien ne l’a été.",
        "line": "{engine} {version}\u00a0: {state}, {done} commentaires sur {total}{failed}{pace}",
        "failed": ", {failed} illisibles",
        "pace": ", {rate:.0f} par seconde, encore {left}",
        "running": "en cours",
        "paused": "en pause",
        "cancelled": "abandonné",
        "done": "terminé",
        "elsewhere": "{holder} tient le bail du moteur et s’en charge. Pour suivre\u00a0: vigie models reclassify --watch",
        "left": "Suivi arrêté\u00a0; {holder} continue à relire. Pour l’arrêter\u00a0: vigie models reclassification pause",
        "paused_here": "En pause après {done} commentaires sur {total}\u00a0; ce qui est lu reste. Pour reprendre\u00a0: vigie models reclassification resume",
    },
}


@models.command("reclassify")
@click.option("--watch", is_flag=True, help="Follow it where another process (an open window) does the work.")
@click.option("--second", is_flag=True, help="Only the second opinion, on what nobody has decided about.")
@common
@click.pass_obj
def models_reclassify(session: Session, watch: bool, second: bool) -> None:
    """Read the whole workspace again with the engine in use. Earlier verdicts stay; decisions are not touched."""
    console, actor = _opened(session)
    purpose = SECOND if second else SWITCH
    try:
        session.run(_lead)
        session.run(lambda c: c.classifier.start_run(actor, purpose))
    except LeaseHeld as held:
        console.classifier.reclassify(actor, purpose).result()
        _elsewhere(session, console, held, watch)
        return
    _here(session, console, actor)


@models.command("reclassification")
@click.argument("what", type=click.Choice(["pause", "resume", "cancel"]), required=False)
@click.option("--watch", is_flag=True, help="After resume: follow it where another process does the work.")
@common
@click.pass_obj
def models_reclassification(session: Session, what: str | None, watch: bool) -> None:
    """How far it is; pause it, go on, or call it off."""
    console, actor = _opened(session)
    desk = console.classifier
    if what == "resume":
        desk.resume(actor).result()
        try:
            session.run(_lead)
        except LeaseHeld as held:
            _elsewhere(session, console, held, watch)
            return
        _here(session, console, actor)
        return
    if what is not None:
        (desk.pause if what == "pause" else desk.cancel)(actor).result()
    _show(session, desk.status().reclassification)


async def _lead(console: Console) -> None:
    """Take the lease, unless another process has it: then that one does the work, and nobody has to wait for it."""
    await console.engine.lead(LEASE_SECONDS)


def _opened(session: Session) -> tuple[Console, Actor]:
    with_reader(session)
    console = session.console(must_exist=True)
    return console, session.actor()


# ---------------------------------------------------------------------- working and watching


def _here(session: Session, console: Console, actor: Actor) -> None:
    """Work at the run in this process; Ctrl+C pauses it."""
    bar = Bar(session)
    try:
        found = session.run(lambda c: c.classifier.run_here(bar.show))
    except KeyboardInterrupt:
        bar.end()
        found = console.classifier.pause(actor).result()
        words = WORDS[session.language]["paused_here"].format(done=found.done, total=found.total)
        if session.json:
            _show(session, found)
        else:
            click.echo(words, err=True)
        session.exit_code = 130
        return
    bar.end()
    _show(session, found)
    session.exit_code = 0 if found is None or found.state == "done" else 1


def _elsewhere(session: Session, console: Console, held: LeaseHeld, watch: bool) -> None:
    """Another process does the work: say so, or follow it."""
    holder = str(held.params.get("holder", "?"))
    found = console.classifier.status().reclassification
    if not watch:
        session.say(WORDS[session.language]["elsewhere"].format(holder=holder))
        _show(session, found)
        return
    bar = Bar(session)
    try:
        while found is not None and found.state == "running":
            bar.show(found)
            time.sleep(LOOK_SECONDS)
            found = console.classifier.status().reclassification
    except KeyboardInterrupt:
        bar.end()
        session.say(WORDS[session.language]["left"].format(holder=holder))
        session.exit_code = 130
        return
    bar.end()
    _show(session, found)
    session.exit_code = 0 if found is None or found.state == "done" else 1


class Bar:
    """One line on the terminal that is painted over; nothing where there is no terminal, or with ``--json``."""

    def __init__(self, session: Session) -> None:
        self._language = session.language
        self._on = not session.json and sys.stderr.isatty()
        self._length = 0
        self._painted = 0.0

    def show(self, run: Progress) -> None:
        """Paint how far it is, at most ten times a second."""
        if not self._on or (time.monotonic() - self._painted < 0.1 and run.done < run.total):
            return
        self._painted = time.monotonic()
        filled = WIDTH * run.done // max(run.total, 1)
        line = f"[{'#' * filled}{'.' * (WIDTH - filled)}] {text_of(as_json(run), self._language)}"
        click.echo("\r" + line.ljust(self._length), nl=False, err=True)
        self._length = len(line)

    def end(self) -> None:
        """Leave the line."""
        if self._length:
            click.echo("", err=True)


# ---------------------------------------------------------------------- printing


def as_json(run: Progress) -> dict[str, Any]:
    """The JSON form of a run."""
    return {
        "id": str(run.id),
        "engine": run.engine,
        "engine_version": run.engine_version,
        "purpose": run.purpose,
        "state": run.state,
        "done": run.done,
        "total": run.total,
        "failed": run.failed,
        "rate": None if run.rate is None else round(run.rate, 1),
        "seconds_left": run.seconds_left,
        "started_at": shapes.moment(run.started_at),
        "updated_at": shapes.moment(run.updated_at),
        "started_by": run.started_by,
    }


def text_of(one: dict[str, Any], language: str) -> str:
    """A run in one line."""
    words = WORDS[language]
    failed = words["failed"].format(failed=one["failed"]) if one["failed"] else ""
    pace = ""
    if one["rate"] and one["seconds_left"] is not None:
        minutes, seconds = divmod(int(one["seconds_left"]), 60)
        hours, minutes = divmod(minutes, 60)
        left = f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"
        pace = words["pace"].format(rate=one["rate"], left=left)
    return words["line"].format(
        engine=one["engine"], version=one["engine_version"], state=words[one["state"]],
        done=one["done"], total=one["total"], failed=failed, pace=pace,
    )  # fmt: skip


def _show(session: Session, run: Progress | None) -> None:
    body = {"reclassification": None if run is None else as_json(run)}

    def text(value: dict[str, Any]) -> str:
        one = value["reclassification"]
        return WORDS[session.language]["none"] if one is None else text_of(one, session.language)

    session.show(body, text)


COMMANDS: tuple[click.Command, ...] = ()
"""Nothing of its own: both commands are attached to ``vigie models``."""
