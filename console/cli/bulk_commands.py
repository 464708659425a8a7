"""One decision for many from the command line: bulk preview, run, list, pause, resume, stop and undo."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from console.cli import shapes
from console.cli.bulk_sentences import WORDS
from console.cli.filter_options import filtered, narrowing, view_narrowed
from console.cli.session import ID, Session, common
from console.cli.until import UNTIL
from console.domain.errors import UsageError
from console.domain.vocabulary import ActionKind
from console.services.narrowing import Narrowing
from console.services.phrases import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from console.services.bulk import BulkPreview
    from console.services.bulk_worker import BulkProgress, BulkRun

EXAMPLES = 5


@click.group()
@common
def bulk() -> None:
    """One decision for many comments: seen before, logged one by one, taken back as one."""


def _which(command: Callable[..., Any]) -> Callable[..., Any]:
    """Ids, a view with its filters, a group; and what is asked of them."""
    options = (
        click.argument("action", type=click.Choice([one.value for one in ActionKind])),
        click.argument("ids", nargs=-1, type=ID),
        click.option("--view", help="All of this view, narrowed by the filters below."),
        click.option("--words", default="", help="Only comments that hold these words."),
        click.option("--group", type=ID, help="All of one group of near-duplicates, by its number."),
        click.option("--reason", default="", help="One reason for all; some decisions need one."),
        click.option("--as-category", metavar="CATEGORY", help="The category you see in all of them."),
        click.option(
            "--look-again",
            type=UNTIL,
            help="For snooze and watch: UTC epoch seconds, a time 15:00, or a span 90m, 2h, 1d.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return filtered(command)


def _ids(
    session: Session,
    ids: tuple[int, ...],
    view: str | None,
    group: int | None,
    words: str,
    given: Mapping[str, Any],
) -> list[int]:
    """The comments that are meant, in the order of the view. UsageError ``bulk_which`` where none or both are named."""
    console = session.console(must_exist=True)
    unfiltered = narrowing(session, console, given) == Narrowing()
    if ids and view is None and group is None and not words and unfiltered:
        return list(ids)
    if ids or (view is None and group is None):  # ids and filters: what was meant is not known
        raise UsageError("bulk_which")
    wanted = view_narrowed(session, console, view or "inbox", words, given)
    if group is not None:
        wanted = replace(wanted, group=group)
    return list(console.store.read(lambda r: r.queues.ids(wanted)))


def _preview(session: Session, action: str, ids: tuple[int, ...], given: dict[str, Any]) -> BulkPreview:
    asked = {key: given.pop(key) for key in ("view", "words", "group", "reason", "as_category", "look_again")}
    chosen = _ids(session, ids, asked["view"], asked["group"], asked["words"], given)
    return session.console().bulk.preview(
        chosen,
        ActionKind(action),
        session.actor(),
        reason=asked["reason"],
        until=asked["look_again"],
        category=asked["as_category"],
    )


@bulk.command("preview")
@_which
@common
@click.pass_obj
def bulk_preview(session: Session, /, action: str, ids: tuple[int, ...], **given: Any) -> None:
    """What ACTION would do to IDS, or to all of a view. Nothing is decided; exit 1 when some would stay."""
    found = _preview(session, action, ids, given)
    session.exit_code = 1 if found.stay else 0
    session.show(_shape(found, session.language), lambda value: _preview_text(value, session.language))


@bulk.command("run")
@_which
@click.option(
    "--confirm", type=click.IntRange(1), help="Report, block, delete: the number of the preview, said back."
)
@common
@click.pass_obj
def bulk_run(
    session: Session, /, action: str, ids: tuple[int, ...], confirm: int | None, **given: Any
) -> None:
    """Decide ACTION for IDS, or for all of a view. Ctrl+C pauses it; exit 1 when some stayed or were refused."""
    found = _preview(session, action, ids, given)
    console = session.console()
    try:
        run = console.bulk.start(found, session.actor(), confirmed=confirm, work=False)
    except UsageError as error:
        if error.code != "bulk_nothing" or not found.asked:
            raise
        session.exit_code = 1  # asked rightly, and every one of them was refused: that is a result
        nothing = {"batch": None, "state": "refused", "preview": _shape(found, session.language)}
        session.show(nothing, lambda value: _preview_text(value["preview"], session.language))
        return
    _work(session, run)
    done = run.progress
    left = found.stay + sum(done.refused.values()) + done.left
    session.exit_code = 1 if left else 0
    body = _progress(done) | {"preview": _shape(found, session.language)}
    session.show(body, lambda value: _run_text(value, session.language))


@bulk.command("list")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 10_000))
@common
@click.pass_obj
def bulk_list(session: Session, limit: int) -> None:
    """The newest bulk decisions: what was asked, by whom, and how far each is."""
    console = session.console(must_exist=True)
    session.actor()
    found = console.bulk.recent(limit)
    body = {"batches": [_progress(one) for one in found]}
    words = WORDS[session.language]
    session.show(
        body,
        lambda value: "\n".join(_line(one, session.language) for one in value["batches"]) or words["none"],
    )


@bulk.command("pause")
@click.argument("batch")
@common
@click.pass_obj
def bulk_pause(session: Session, batch: str) -> None:
    """Make whoever works on BATCH wait; “bulk resume” goes on with it."""
    _show(session, session.console(must_exist=True).bulk.set_aside(batch, session.actor()))


@bulk.command("resume")
@click.argument("batch")
@common
@click.pass_obj
def bulk_resume(session: Session, batch: str) -> None:
    """Go on with BATCH here; another process that still works on it stops. Exit 1 when some were refused."""
    run = session.console(must_exist=True).bulk.resume(batch, session.actor(), work=False)
    _work(session, run)
    _show(session, run.progress)


@bulk.command("stop")
@click.argument("batch")
@common
@click.pass_obj
def bulk_stop(session: Session, batch: str) -> None:
    """End BATCH where it stands: what was decided stays, the rest is left as it is."""
    found = session.console(must_exist=True).bulk.stop(batch, session.actor())
    session.show(_progress(found), lambda value: _run_text(value, session.language))


@bulk.command("undo")
@click.argument("batch")
@common
@click.pass_obj
def bulk_undo(session: Session, batch: str) -> None:
    """Take all of BATCH back. Exit 1 when something has no way back; the same command tries those again."""
    found = session.console(must_exist=True).bulk.undo(batch, session.actor())
    session.exit_code = 1 if found.kept else 0
    session.show(_progress(found), lambda value: _run_text(value, session.language))


# ---------------------------------------------------------------------- working


def _work(session: Session, run: BulkRun) -> None:
    """Work it off here; Ctrl+C leaves it paused, so that it can be resumed."""
    with _halting(run):
        run.work()
    done = run.progress
    if done.left:
        session.say(_line(_progress(done), session.language))


@contextmanager
def _halting(run: BulkRun) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda _number, _frame: run.halt())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


# ---------------------------------------------------------------------- words


def _show(session: Session, found: BulkProgress) -> None:
    session.exit_code = 1 if found.refused or found.left else 0
    session.show(_progress(found), lambda value: _run_text(value, session.language))


def _progress(one: BulkProgress) -> dict[str, Any]:
    return one.to_json() | {"created_at": shapes.moment(one.created_at)}


def _shape(one: BulkPreview, language: str) -> dict[str, Any]:
    return {
        "action": one.action.value, "asked": one.asked, "go": one.go, "stay": one.stay, "review": one.review,
        "by_hand": one.by_hand, "final": one.final, "strikes": one.strikes, "authors": one.authors,
        "reason_needed": one.reason_needed, "units": one.units, "seconds": one.seconds, "policy": one.policy_id,
        "categories": dict(one.by_category),
        "channels": [
            {"channel": share.channel, "kind": share.kind, "count": share.count, "mode": share.mode,
             "reversible": share.reversible, "effect": share.note, "units": share.units, "seconds": share.seconds}
            for share in one.shares
        ],
        "stays": [
            {"kind": stay.kind, "code": stay.code, "clause": stay.clause, "count": stay.count,
             "why": shapes.reason(stay.why, language), "examples": [str(each) for each in stay.ids[:EXAMPLES]]}
            for stay in one.stays
        ],
        "least_alike": [{"id": str(comment), "likeness": score} for comment, score in one.samples],
    }  # fmt: skip


def _preview_text(value: Mapping[str, Any], language: str) -> str:
    words = WORDS[language]
    lines = [
        words["preview"].format(
            action=word("action", value["action"], language), go=value["go"], asked=value["asked"]
        )
    ]
    if value["categories"]:
        lines.append(
            "  ".join(
                f"{word('category', name or 'neutral', language)} {number}"
                for name, number in value["categories"].items()
            )
        )
    for share in value["channels"]:
        back = words["back"] if share["reversible"] else words["no_back"]
        lines.append(
            words["channel"].format(
                n=share["count"], channel=share["channel"], mode=words[share["mode"]], back=back
            )
        )
    for key in ("review", "by_hand", "final"):
        if value[key]:
            lines.append(words[key].format(n=value[key]))
    if value["strikes"]:
        lines.append(words["strikes"].format(n=value["strikes"], authors=value["authors"]))
    if value["reason_needed"]:
        lines.append(words["reason"].format(n=value["reason_needed"]))
    for stay in value["stays"]:
        line = words["stay"].format(n=stay["count"], why=stay["why"]["text"])
        if stay["clause"]:
            line += words["clause"].format(clause=stay["clause"])
        lines.append(f"{line} [{', '.join(stay['examples'])}]")
    return "\n".join(lines)


def _run_text(value: Mapping[str, Any], language: str) -> str:
    words = WORDS[language]
    state = words["undone_state"] if value["state"] == "undone" else words[value["state"]]
    lines = [words["run"].format(**{**value, "state": state})]
    if value["undone"]:
        lines.append(words["undone"].format(n=value["undone"]))
    lines += [words["refused"].format(n=number, code=code) for code, number in value["refused"].items()]
    lines += [words["kept"].format(n=number, code=code) for code, number in value["kept"].items()]
    for stay in value.get("preview", {}).get("stays", ()):
        lines.append(words["stay"].format(n=stay["count"], why=stay["why"]["text"]))
    return "\n".join(lines)


def _line(value: Mapping[str, Any], language: str) -> str:
    words = WORDS[language]
    far = words["interrupted" if value["interrupted"] else "going"]
    state = words["undone_state"] if value["state"] == "undone" else words[value["state"]]
    far = far.format(done=value["total"] - value["left"], total=value["total"])
    action = word("action", value["action"], language)
    return f"{value['batch']}  {value['created_at']}  {value['actor']}  {action}  {state}, {far}"


COMMANDS = (bulk,)
