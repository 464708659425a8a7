"""The classifier's engines on the command line: which there are, and what the team's decisions say of them."""

from __future__ import annotations

import click

from console.cli import model_tables
from console.cli.session import ID, Session, common
from console.domain.errors import UsageError


@click.group()
@common
def models() -> None:
    """The classifier's engines."""


@models.command("evaluate")
@click.option("--from-decisions", is_flag=True, help="Count what the team decided in this workspace.")
@click.option(
    "--engine", metavar="NAME", help="An engine that has read this workspace; else the present one."
)
@click.option("--practice", is_flag=True, help="Decisions on practice channels, which are never mixed in.")
@common
@click.pass_obj
def models_evaluate(session: Session, from_decisions: bool, engine: str | None, practice: bool) -> None:
    """Precision and recall on the team's own decisions, with 95 % intervals."""
    if not from_decisions:
        raise UsageError("evaluate_from_what")
    console = session.console(must_exist=True)
    session.actor().need("audit")
    found = console.feedback.report(engine, practice=practice or None)
    session.show(
        model_tables.figures_json(found, session.language),
        lambda _: model_tables.figures_text(found, session.language),
    )


@models.command("calibrate")
@click.option("--dry-run", is_flag=True, help="Only show what a layer would change.")
@click.option("--activate", "number", type=ID, metavar="ID", help="Put on a layer that was proposed before.")
@common
@click.pass_obj
def models_calibrate(session: Session, dry_run: bool, number: int | None) -> None:
    """Learn a calibration layer from at least 200 decided comments; a lead puts it on, if it improves.

    Nothing leaves this machine. `vigie models revert` takes it off again.
    """
    if dry_run and number is not None:
        raise UsageError("dry_run_and_activate")
    console = session.console(must_exist=True)
    actor = session.actor()
    if number is not None:
        record = console.feedback.activate(number, actor)
        session.show(
            model_tables.record_json(record), lambda value: model_tables.record_text(value, session.language)
        )
        return
    found = console.feedback.propose(actor, keep=not dry_run)
    active = found.id is not None and actor.may("classifier")
    if found.id is not None and active:
        console.feedback.activate(found.id, actor)
    session.exit_code = 0 if found.improves or dry_run else 1
    session.show(
        model_tables.proposal_json(found, active),
        lambda _: model_tables.proposal_text(found, active, session.language),
    )


@models.command("calibrations")
@common
@click.pass_obj
def models_calibrations(session: Session) -> None:
    """The workspace's layers, newest first."""
    console = session.console(must_exist=True)
    session.actor().need("audit")
    body = {"items": [model_tables.record_json(one) for one in console.feedback.history()]}
    none = {"en": "no layer yet", "fr": "aucune couche pour l’instant"}[session.language]
    session.show(
        body,
        lambda value: (
            "\n".join(model_tables.record_text(one, session.language) for one in value["items"]) or none
        ),
    )


@models.command("revert")
@click.option("--engine", metavar="NAME", help="Whose layer; needed only when several engines have one.")
@common
@click.pass_obj
def models_revert(session: Session, engine: str | None) -> None:
    """Take the active layer off: undecided comments have the engine's own verdicts again."""
    console = session.console(must_exist=True)
    record = console.feedback.revert(session.actor(), engine)
    session.show(
        model_tables.record_json(record), lambda value: model_tables.record_text(value, session.language)
    )


COMMANDS = (models,)
