"""``vigie undo``: taking back what was done last, or one decision or change by its number, and what can still come back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import click

from console.cli import shapes
from console.cli.session import Session, common
from console.cli.tables import outcome_text
from console.domain.errors import NotFound, UsageError
from console.services.phrases import sentence, word
from console.services.tags import tag_word
from console.store import DEED_LINES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.decision import DecisionOutcome
    from console.services.past import PastDecision

_CHANGE: Final = re.compile(r"change:([1-9][0-9]{0,11})")
_DONE: Final = {
    "category": {"en": "category {given}", "fr": "catégorie {given}"},
    "assign": {"en": "assigned to {given}", "fr": "confié à {given}"},
    "tag": {"en": "tag {given}", "fr": "étiquette {given}"},
    "untag": {"en": "tag {given} taken away", "fr": "étiquette {given} retirée"},
    "note": {"en": "note", "fr": "note"},
}
_BACK: Final = {"en": "taken back", "fr": "annulé"}
_OPEN: Final = {"en": "can be undone", "fr": "s’annule"}


@click.command()
@click.argument("which", metavar="[ID]", required=False)
@click.option("--last", is_flag=True, help="What you did last, whatever it was.")
@click.option(
    "--list", "listed", is_flag=True, help="What you did, newest first, with what can still be undone."
)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 200), help="Lines of --list.")
@common
@click.pass_obj
def undo(session: Session, which: str | None, last: bool, listed: bool, limit: int) -> None:
    """Undo a decision, a category, an assignment, a tag or a note.

    ID is a decision's number, or change:N as --list and the other commands say it. A decision is cancelled while queued,
    else compensated where the platform can. A category given to several together goes back together.
    """
    if (which is not None) + last + listed != 1:
        raise UsageError("undo_which")
    if listed:
        _list(session, limit)
        return
    console = session.console(must_exist=True)
    actor = session.actor()
    number = None if which is None else _number(which)
    if number is not None and number < DEED_LINES:
        _show(session, console.undo(number, actor).result(), None)
        return
    line = console.past.next_to_undo(actor) if number is None else console.past.line(number, actor)
    if line is None and number is not None:
        raise NotFound("deed_not_found", id=which)
    if line is None or not line.deed:
        _show(session, console.undo(None, actor).result(), None)
        return
    many = 1
    if line.batch and line.way.open:
        many, outcome = console.deeds.take_back_batch(line.batch, actor)
    else:
        outcome = console.deeds.take_back(line.id - DEED_LINES, actor)
    _show(session, outcome, line, many)


def _number(which: str) -> int:
    """The line of the history that a person names."""
    change = _CHANGE.fullmatch(which.strip())
    if change is not None:
        return DEED_LINES + int(change[1])
    if not which.isascii() or not which.isdecimal() or not 0 < int(which) < DEED_LINES:
        raise UsageError("undo_which")
    return int(which)


def _show(session: Session, result: DecisionOutcome, line: PastDecision | None, many: int = 1) -> None:
    if result.refusal is not None:
        session.exit_code = 1
    body = shapes.outcome(result, session.language) | {"undone": result.refusal is None}
    if line is not None:
        body |= {"id": name(line), "former": line.former, "given": line.given, "count": many}
    if result.outbox_id is not None:
        row = session.console().store.read(lambda r: r.outbox.get(result.outbox_id or 0))
        body["outbox"] = None if row is None else shapes.outbox(row)
    session.show(body, lambda value: _text(value, line, many, session.language))


def _text(value: Mapping[str, Any], line: PastDecision | None, many: int, language: str) -> str:
    if line is None:
        return outcome_text(value, language)
    what = done_text(line, language) + (f" ({many})" if many > 1 else "")
    if value["refusal"]:
        return f"{what}. {value['refusal']['why']['text']}"
    return what + ("\u00a0: " if language == "fr" else ": ") + _BACK[language]


def name(line: PastDecision) -> str:
    """How a line is named on the command line."""
    return f"change:{line.id - DEED_LINES}" if line.deed else str(line.id)


def done_text(line: PastDecision, language: str) -> str:
    """What was done, in a few words."""
    if not line.deed:
        return word("action", line.action, language)
    given = line.given
    if line.action == "category":
        given = word("category", given, language)
    elif line.action in ("tag", "untag"):
        given = tag_word(given, language)
    elif line.action == "assign":
        given = given or {"en": "nobody", "fr": "personne"}[language]
    return _DONE[line.action][language].format(given=given)


def _list(session: Session, limit: int) -> None:
    console = session.console(must_exist=True)
    actor = session.actor()
    ids = console.past.ids(actor.name)[:limit]
    found = console.past.lines(ids, actor)
    lines = [found[one] for one in ids if one in found]
    items = [
        {
            "id": name(line),
            "at": shapes.moment(line.at),
            "action": line.action,
            "comment_id": str(line.comment.id),
            "state": line.state,
            "former": line.former,
            "given": line.given,
            "count": line.count,
            "can_undo": line.way.open,
            "why_not": None if line.way.open else line.way.code,
        }
        for line in lines
    ]

    def text(_value: Mapping[str, Any]) -> str:
        rows = []
        for item, line in zip(items, lines, strict=True):
            many = f" ({line.count})" if line.count > 1 else ""
            way = _OPEN[session.language] if line.way.open else sentence(line.way.code, {}, session.language)
            rows.append(
                f"{item['id']:>12}  {item['comment_id']:>7}  {done_text(line, session.language)}{many}  {way}"
            )
        return "\n".join(rows) or {"en": "Nothing yet.", "fr": "Rien encore."}[session.language]

    session.show({"items": items}, text)


COMMANDS = (undo,)
