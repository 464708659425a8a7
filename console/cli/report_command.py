"""The report for the help desk on the command line: vigie support."""

from __future__ import annotations

from pathlib import Path

import click

from console import paths, report
from console.cli.session import Session, common
from console.domain.errors import VigieError
from console.files import keep_off
from console.runtime.app import version


@click.command("support")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write it into this file, or into this folder."
)
@common
@click.pass_obj
def report_command(session: Session, output: Path | None) -> None:
    """What your help desk would want to know, as one text. Nothing is sent; no comment, name or secret is in it."""
    facts: list[report.Fact] | None = None
    names = [paths.os_user()]
    if session.path.exists():
        from console.services import help_desk

        try:
            console = session.console()
            facts = help_desk.workspace_facts(console.store)
            names = help_desk.names(console.store, console.os_user)
        except VigieError as error:  # a workspace that does not open is what most reports are about
            facts = [("Opens", error.code)]
    text = report.build(paths.log_folder(), version(), session.language, workspace=facts, names=names)
    if output is None:
        session.show({"text": text}, lambda value: str(value["text"]).rstrip("\n"))
        return
    target = output / report.file_name() if output.is_dir() else output
    keep_off(session.path, target)
    report.save(text, target)
    session.show({"file": str(target), "text": text}, lambda value: str(value["file"]))


COMMANDS = (report_command,)
