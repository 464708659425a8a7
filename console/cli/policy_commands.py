"""The moderation policy's file: check it, test it, see what it proposes, make it active."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from console import paths
from console.classify.client import Client
from console.cli import shapes
from console.cli.session import Session, common
from console.domain.errors import UsageError
from console.domain.verdict import ClassifyItem, Verdict
from console.policy import Facts, load_policy, load_replies, propose, run_tests, say_reason


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
    version = console.lifecycle.submit(loaded.text, loaded.files, session.actor())
    with Client(paths.worker_command()) as client:
        active = console.lifecycle.activate(version.id, session.actor(), classify=client)
    again = console.lifecycle.settle()
    body = {"id": active.id, "number": active.number, "reproposed": again}
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


COMMANDS = (policy,)
