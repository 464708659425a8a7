"""The classifier's engines on the command line: which there are, and what the team's decisions say of them."""

from __future__ import annotations

import click

from console import paths
from console.classify.client import Client
from console.cli.session import Session, common
from console.domain.verdict import ClassifyItem


@click.group()
@common
def models() -> None:
    """The classifier's engines."""


@models.command("list")
@common
@click.pass_obj
def models_list(session: Session) -> None:
    """Engines on this machine."""
    with Client(paths.worker_command()) as client:
        verdict = client([ClassifyItem("probe", "Bonjour")])[0]
    folder = paths.resources() / "models"
    size = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())
    body = {
        "items": [{"name": verdict.engine, "version": verdict.engine_version, "active": True, "bytes": size}]
    }
    session.show(body, lambda value: f"{verdict.engine} {verdict.engine_version}  {size / 1e6:.1f} MB")


COMMANDS = (models,)
