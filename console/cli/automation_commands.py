"""Automatic hiding from the command line: what it does, switching a stopped rule on again, what waits for a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from console.cli import shapes
from console.cli.automation_sentences import STATES, say
from console.cli.session import Session, common
from console.cli.tables import card_line
from console.domain.errors import NotAllowed
from console.services.phrases import sentence

if TYPE_CHECKING:
    from console.services.automation import AutomationStatus, RuleAutomation

ENOUGH = 30
"""Answers from which a share is worth a percentage; below, the counts say all there is."""


@click.group()
@common
def automation() -> None:
    """What the console hides by itself, and what people said of it."""


@automation.command("status")
@common
@click.pass_obj
def automation_status(session: Session) -> None:
    """Rules that may hide by themselves: on, at their cap, or stopped because people overturned too much."""
    console = session.console(must_exist=True)
    found = console.automation.status()
    body = {"rules": [as_json(one) for one in found.rules], "waiting": found.waiting}
    session.show(body, lambda _: as_table(found, session.language))


def as_json(one: RuleAutomation) -> dict[str, Any]:
    """One rule of the status; ``overturned_pct`` is null below ENOUGH answers."""
    return {
        "rule": one.rule,
        "state": one.state,
        "hidden_last_hour": one.hidden_last_hour,
        "per_hour": one.per_hour,
        "judged": one.judged,
        "overturned": one.overturned,
        "overturned_pct": _share(one),
        "stop_pct": one.stop_pct,
        "stopped_at": shapes.moment(one.stopped_at),
    }


def _share(one: RuleAutomation) -> float | None:
    return round(100 * one.overturned / one.judged, 1) if one.judged >= ENOUGH else None


def as_table(found: AutomationStatus, language: str) -> str:
    """The status for people, one rule a line."""
    if not found.rules:
        return say("none", language)
    lines = []
    for one in found.rules:
        made = say("hidden", language, made=one.hidden_last_hour, cap=one.per_hour)
        judged = say("judged", language, overturned=one.overturned, judged=one.judged)
        share = _share(one)
        if share is not None:
            judged += f" ({say('share', language, share=_decimal(share, language))})"
        limit = say("limit", language, limit=one.stop_pct)
        state = STATES[one.state][language].format(rule=one.rule)
        lines.append(f"{one.rule:<12}  {made:<22}  {judged:<24}  {limit:<22}  {state}")
    if found.waiting:
        lines.append(say("waiting", language, waiting=found.waiting))
    return "\n".join(lines)


def _decimal(value: float, language: str) -> str:
    return str(value).replace(".", ",") if language == "fr" else str(value)


@automation.command("rearm")
@click.argument("rule")
@common
@click.pass_obj
def automation_rearm(session: Session, rule: str) -> None:
    """Let a stopped rule hide by itself again. A lead's task; answers given before no longer count."""
    console = session.console(must_exist=True)
    try:
        console.automation.rearm(rule, session.actor())
    except NotAllowed as error:
        session.exit_code = error.exit_code
        params = dict(error.params)
        text = sentence(error.code, params, session.language)
        refusal = {
            "code": error.code,
            "clause": params.pop("clause", ""),
            "why": {"code": error.code, "params": params, "text": text},
            "instead": list(params.pop("instead", ())),
        }
        body = {"rule": rule, "state": "refused", "refusal": refusal}
        session.show(body, lambda _: say("refused", session.language, rule=rule, why=text))
        return
    session.show(
        {"rule": rule, "state": "on", "refusal": None}, lambda _: say("rearmed", session.language, rule=rule)
    )


@automation.command("review")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(0, 100_000))
@common
@click.pass_obj
def automation_review(session: Session, limit: int) -> None:
    """What the console hid and nobody has looked at, with the decision to undo or answer for."""
    console = session.console(must_exist=True)
    language = session.language
    ids = list(console.ids("automatic", session.actor().name))
    items = []
    for start in range(0, min(limit, len(ids)), 200):
        for card in console.cards(ids[start : min(start + 200, limit)]):
            number = int(card.comment.id)
            hide = console.store.read(lambda r, number=number: r.automation.unanswered(number))  # type: ignore[misc]
            if hide is not None:  # not answered for in the meantime
                items.append(
                    shapes.item(card, language)
                    | {"decision_id": str(hide.decision_id), "hidden_at": shapes.moment(hide.created_at)}
                )
    session.show(
        {"total": len(ids), "items": items},
        lambda value: (
            "\n".join(
                f"{card_line(one, language)}\n         "
                + say("review", language, decision=one["decision_id"], id=one["id"])
                for one in value["items"]
            )
            or say("nothing", language)
        ),
    )


COMMANDS = (automation,)
