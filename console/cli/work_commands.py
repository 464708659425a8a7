"""Bringing comments in and reading them: import."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from console.cli.session import Session, common
from console.connectors.file.inspect import inspect
from console.connectors.file.phrases import sentence as file_sentence
from console.connectors.file.plan import ImportPlan, Rejected
from console.connectors.file.reader import read
from console.domain.errors import UsageError
from console.runtime.reader import EngineReader
from console.services.indexing import INDEX_SECONDS, PartIndex
from console.services.intake import Importer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from console.domain.comment import Channel, IncomingComment
    from console.domain.verdict import ClassifyItem, Verdict
    from console.runtime.app import Console


def with_reader(session: Session) -> None:
    """Let the session's Console read texts in the classifier child; call it before the workspace is opened."""
    if session.reader is None:
        session.reader = EngineReader()


def read_new(session: Session, console: Console, seen: list[int] | None = None) -> int:
    """Verdicts and proposals for everything unread; their ids are added to ``seen``. Raises ClassifierAway."""
    reader = session.reader
    assert reader is not None

    def classify(items: Sequence[ClassifyItem]) -> list[Verdict]:
        if seen is not None:
            seen.extend(int(one.id) for one in items)

        async def ask(_: Console) -> list[Verdict]:
            return await reader.read(items)

        return session.run(ask)

    return console.triage.run(classify)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--channel", "name", required=True, help="The channel to import into; made when missing.")
@click.option("--format", "format_", type=click.Choice(["csv", "jsonl"]), help="Instead of what is detected.")
@click.option(
    "--column", "columns", multiple=True, metavar="FIELD=NAME", help="Which column is the text, author..."
)
@click.option("--encoding", help="Instead of what is detected.")
@click.option(
    "--language", "tongue", type=click.Choice(["fr", "en"]), help="Language of texts too short to tell."
)
@click.option("--dry-run", is_flag=True, help="Only show how the file would be read.")
@common
@click.pass_obj
def import_(
    session: Session,
    file: Path,
    name: str,
    format_: str | None,
    columns: tuple[str, ...],
    encoding: str | None,
    tongue: str | None,
    dry_run: bool,
) -> None:
    """Import an export (CSV or JSON lines). Importing a file twice adds nothing; bad lines are named, the rest kept."""
    mapping = _mapping(columns)
    plan = inspect(file, format_, mapping=mapping or None, encoding=encoding)
    if dry_run:
        session.show(_plan_json(plan), lambda _: plan_text(plan, session.language))
        return
    session.say(plan_text(plan, session.language))
    with_reader(session)
    console = session.console()
    actor = session.actor()
    actor.need("import")
    channel = _file_channel(session, console, name, tongue)
    importer = Importer(console.store, channel)
    importer.run(_kept(read(file, plan), importer))
    importer.finish(actor, _digest(file))
    read_new(session, console)
    PartIndex(console.store).catch_up(INDEX_SECONDS)
    report = importer.report
    body: dict[str, Any] = {
        "read": report.read,
        "new": report.new,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": [
            {**one, "text": file_sentence(str(one["reason"]), dict(one["params"]), session.language)}  # type: ignore[call-overload]
            for one in report.rejected
        ],
        "rejected_count": report.rejected_count,
        "channel": channel.key,
    }
    session.exit_code = 1 if report.rejected_count else 0
    session.show(body, lambda value: _report_text(value, session.language))


def _mapping(columns: tuple[str, ...]) -> dict[str, str]:
    mapping = {}
    for one in columns:
        field, equals, column = one.partition("=")
        if not equals:
            raise UsageError("bad_column_option", given=one)
        mapping[field] = column
    return mapping


def _kept(items: Iterator[IncomingComment | Rejected], importer: Importer) -> Iterator[IncomingComment]:
    for item in items:
        if isinstance(item, Rejected):
            importer.reject(item.line, item.reason, item.params)
        else:
            yield item


def _file_channel(session: Session, console: Console, name: str, tongue: str | None) -> Channel:
    found = console.store.read(lambda r: r.channels.find(name))
    if found:
        if found[0].kind != "file":
            raise UsageError("not_a_file_channel", name=name, kind=found[0].kind)
        return found[0]
    bare = name.removeprefix("file:")
    return console.add_channel("file", bare, session.actor(), state="ok", language=tongue)


def _digest(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def plan_text(plan: ImportPlan, language: str) -> str:
    """How a file will be read, for people."""
    words = {
        "en": ("Reads {p} as {f}, {e}", "columns", "ignored"),
        "fr": ("Lit {p} comme {f}, {e}", "colonnes", "ignorées"),
    }[language]
    lines = [words[0].format(p=Path(plan.path).name, f=plan.format.upper(), e=plan.encoding)]
    lines.append(
        f"  {words[1]}: " + ", ".join(f"{field} = {column}" for field, column in plan.mapping.items())
    )
    if plan.ignored:
        lines.append(f"  {words[2]}: {', '.join(plan.ignored)}")
    lines += [f"  {file_sentence(one.code, one.params, language)}" for one in plan.warnings]
    return "\n".join(lines)


def _plan_json(plan: ImportPlan) -> dict[str, Any]:
    return {"plan": json.loads(json.dumps(plan.as_dict(), default=str))}


def _report_text(value: dict[str, Any], language: str) -> str:
    head = {
        "en": "{read} lines read: {new} new, {updated} changed, {unchanged} known, {rejected_count} rejected.",
        "fr": "{read} lignes lues\u00a0: {new} nouvelles, {updated} changées, {unchanged} connues, {rejected_count} refusées.",
    }[language].format_map(value)
    return "\n".join([head, *(f"  {one['line']}: {one['text']}" for one in value["rejected"][:20])])


COMMANDS = (import_,)
