"""Bringing comments in and reading them: import, classify, policy."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from console import paths
from console.classify.client import Client
from console.cli import shapes
from console.cli.session import Session, common
from console.connectors.file.inspect import inspect
from console.connectors.file.phrases import sentence as file_sentence
from console.connectors.file.plan import ImportPlan, Rejected
from console.connectors.file.reader import read
from console.domain.comment import Channel, IncomingComment
from console.domain.errors import UsageError
from console.domain.verdict import ClassifyItem, Verdict
from console.policy import Facts, load_policy, load_replies, propose, run_tests, say_reason
from console.runtime.app import Console
from console.runtime.reader import EngineReader
from console.services.intake import Importer


def with_reader(session: Session) -> None:
    """Let the session's Console read texts in the classifier child; call it before the workspace is opened."""
    if session.reader is None:
        session.reader = EngineReader()


def read_new(session: Session, console: Console) -> int:
    """Verdicts and proposals for everything unread. Raises ClassifierAway."""
    reader = session.reader
    assert reader is not None

    def classify(items: Sequence[ClassifyItem]) -> list[Verdict]:
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


@click.group()
@common
def policy() -> None:
    """The moderation policy: check it, test it, see what it proposes, make it active."""


@policy.command("check")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@common
@click.pass_obj
def policy_check(session: Session, file: Path) -> None:
    """Is the file sound? Needs neither a workspace nor the classifier."""
    _check(session, file)


def _check(session: Session, file: Path) -> Any:
    loaded = load_policy(file, templates=_template_ids())
    errors = [
        {
            "file": one.file,
            "line": one.line,
            "code": one.code,
            "message": say_reason(one.reason, session.language),
            "hint": None if one.hint is None else say_reason(one.hint, session.language),
        }
        for one in loaded.errors
    ]
    body = {"ok": loaded.ok, "id": None if loaded.policy is None else loaded.policy.id, "errors": errors}
    session.exit_code = 0 if loaded.ok else 1
    session.show(
        body,
        lambda value: (
            "\n".join(
                f"{one['file']}:{one['line']}: {one['message']}"
                + (f" ({one['hint']})" if one["hint"] else "")
                for one in value["errors"]
            )
            or {"en": f"Sound. {value['id']}", "fr": f"Correcte. {value['id']}"}[session.language]
        ),
    )
    return loaded.policy


def _template_ids() -> list[str]:
    folder = paths.resources() / "replies"
    return sorted({one.id for file in folder.glob("*.toml") for one in load_replies(file).templates})


@policy.command("test")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@common
@click.pass_obj
def policy_test(session: Session, file: Path) -> None:
    """Run the rule tests written in the policy."""
    loaded = load_policy(file)
    if loaded.policy is None:
        _check(session, file)
        return
    with Client(paths.worker_command()) as client:

        def classify_one(text: str, language: str | None) -> Verdict:
            return client([ClassifyItem("test", text, language)])[0]

        results = run_tests(loaded.policy, classify_one)
    body = {
        "ok": all(one.ok for one in results),
        "id": loaded.policy.id,
        "tests": [
            {
                "rule": one.rule,
                "text": one.text,
                "expect": one.expect,
                "got": one.got,
                "ok": one.ok,
                "line": one.line,
            }
            for one in results
        ],
    }
    session.exit_code = 0 if body["ok"] else 1
    session.show(
        body,
        lambda value: "\n".join(
            [f"{file}:{one['line']}: {one['rule']}: {one['expect']} / {one['got']}: {one['text']}"
             for one in value["tests"] if not one["ok"]]
            + [f"{sum(one['ok'] for one in value['tests'])} / {len(value['tests'])}"]
        ),
    )  # fmt: skip


@policy.command("propose")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--text", required=True)
@click.option("--language", "tongue", type=click.Choice(["fr", "en"]))
@common
@click.pass_obj
def policy_propose(session: Session, file: Path, text: str, tongue: str | None) -> None:
    """What the policy would propose for a text by an unknown author, posted now."""
    loaded = load_policy(file)
    if loaded.policy is None:
        _check(session, file)
        return
    with Client(paths.worker_command()) as client:
        verdict = client([ClassifyItem("text", text, tongue)])[0]
    import time

    now = int(time.time())
    facts = Facts(text=text, verdict=verdict, language=verdict.language, posted_at=now, first_seen_at=now)
    found = propose(loaded.policy, facts, now)
    body = shapes.proposal(found, session.language) | {
        "category": found.category,
        "severity": found.severity,
        "due_at": shapes.moment(found.due_at),
        "labels": shapes.labels(verdict),
    }
    session.show(
        body,
        lambda value: "\n".join(
            [f"{value['category']} {value['severity']}/5: {', '.join(value['actions']) or '-'}"]
            + [f"  {one['text']}" for one in value["reasons"]]
        ),
    )


@policy.command("activate")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@common
@click.pass_obj
def policy_activate(session: Session, file: Path) -> None:
    """Check, test, then make it the active policy; open comments are proposed for again, decided ones never."""
    loaded = load_policy(file)
    if loaded.policy is None:
        _check(session, file)
        return
    console = session.console()
    session.actor().need("policy")
    with Client(paths.worker_command()) as client:
        failed = [
            one
            for one in run_tests(
                loaded.policy, lambda text, language: client([ClassifyItem("test", text, language)])[0]
            )
            if not one.ok
        ]
    if failed:
        raise UsageError(
            "policy_tests_fail", failed=len(failed), first=f"{file}:{failed[0].line} {failed[0].rule}"
        )
    active = console.policies.activate(file, session.actor())
    again = console.triage.repropose()
    body = {"id": active.id, "number": console.policies.number, "reproposed": again}
    session.show(body, lambda value: f"v{value['number']}  {value['id']}  ({value['reproposed']})")


@policy.command("show")
@common
@click.pass_obj
def policy_show(session: Session) -> None:
    """The active policy's text."""
    console = session.console(must_exist=True)
    stored = console.store.read(lambda r: r.policies.active())
    if stored is None:
        raise UsageError("policy_missing")
    body = {"id": stored.id, "number": stored.number, "name": stored.name, "source": stored.source,
            "activated_at": shapes.moment(stored.activated_at), "activated_by": stored.activated_by}  # fmt: skip
    session.show(body, lambda value: str(value["source"]))


COMMANDS = (import_, policy)
