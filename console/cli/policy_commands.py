"""The moderation policy's text: check it, test it, see what it proposes."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from console import paths
from console.classify.client import Client
from console.cli import shapes
from console.cli.session import Session, common
from console.cli.work_commands import with_reader
from console.domain.errors import NotFound, VigieError
from console.domain.verdict import ClassifyItem, Verdict
from console.policy import Facts, PolicyLoad, load_policy, load_replies, propose, run_tests, say_reason
from console.runtime.app import Console
from console.services.versions import PolicyVersion


@click.group()
@common
def policy() -> None:
    """The moderation policy: check it, test it, try it, let it work in shadow, make it active."""


@dataclass(frozen=True, slots=True)
class Given:
    """The policy that a word on the command line names: a file, or a version of the workspace."""

    name: str
    loaded: PolicyLoad
    version: PolicyVersion | None = None


@policy.command("check")
@click.argument("source", metavar="FILE|vN")
@common
@click.pass_obj
def policy_check(session: Session, source: str) -> None:
    """Is it sound? For a file this needs neither a workspace nor the classifier."""
    file = Path(source)
    if file.is_file():
        _check(session, file)
    else:
        _show_load(session, given(session, source).loaded)


def given(session: Session, source: str) -> Given:
    """What ``source`` names; a file that exists comes before a version. NotFound ``policy_not_found``."""
    file = Path(source)
    if file.is_file():
        return Given(source, load_policy(file))
    if file.suffix == ".toml" or len(file.parts) > 1 or not session.path.exists():
        raise NotFound("policy_not_found", ref=source)
    version = session.console(must_exist=True).lifecycle.version(source)
    name = f"v{version.number}"
    return Given(name, load_policy(version.source, name=name, files=version.files), version)


def sound(session: Session, source: str) -> Given | None:
    """``given``, if it is a policy; None after showing its errors as ``policy check`` does."""
    found = given(session, source)
    if found.loaded.policy is None:
        _show_load(session, found.loaded)
        return None
    return found


def _check(session: Session, file: Path) -> Any:
    return _show_load(session, load_policy(file, templates=_template_ids()))


def _show_load(session: Session, loaded: PolicyLoad) -> Any:
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
@click.argument("source", metavar="FILE|vN")
@common
@click.pass_obj
def policy_test(session: Session, source: str) -> None:
    """Run the rule tests written in the policy; where the workspace has this version, that is noted with it."""
    with_reader(session)
    found = sound(session, source)
    if found is None or found.loaded.policy is None:
        return
    policy = found.loaded.policy
    stored = found.version or _stored(session, found.loaded)
    recorded: str | None = None
    if stored is None:
        with Client(paths.worker_command()) as client:

            def classify_one(text: str, language: str | None) -> Verdict:
                return client([ClassifyItem("test", text, language)])[0]

            results = run_tests(policy, classify_one)
    else:
        console, actor = engine_up(session), session.actor()
        results = console.lifecycle.try_tests(policy)
        if actor.may("decide") and console.lifecycle.record_tests(
            stored.id, results, actor, found.loaded.text
        ):
            recorded = f"v{stored.number}"
    body = {
        "ok": all(one.ok for one in results),
        "id": policy.id,
        "recorded": recorded,
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
            [f"{found.name}:{one['line']}: {one['rule']}: {one['expect']} / {one['got']}: {one['text']}"
             for one in value["tests"] if not one["ok"]]
            + [f"{sum(one['ok'] for one in value['tests'])} / {len(value['tests'])}"]
        ),
    )  # fmt: skip


def engine_up(session: Session) -> Console:
    """The open workspace with its own classifier ready to be asked (``with_reader`` came first)."""

    async def nothing(_: Console) -> None:
        return None

    session.run(nothing)
    return session.console()


def _stored(session: Session, loaded: PolicyLoad) -> PolicyVersion | None:
    """The workspace's version with exactly this text; None where there is none, or no workspace that can be opened."""
    if loaded.policy is None or not session.path.exists():
        return None
    try:
        version = session.console(must_exist=True).lifecycle.version(loaded.policy.id)
    except NotFound:
        return None
    except VigieError:
        if session.workspace is None:
            return None  # nobody asked for it: a text can be tested beside a workspace that cannot be opened
        raise
    return version if version.source == loaded.text else None


@policy.command("propose")
@click.argument("source", metavar="FILE|vN")
@click.option("--text", required=True)
@click.option("--language", "tongue", type=click.Choice(["fr", "en"]))
@common
@click.pass_obj
def policy_propose(session: Session, source: str, text: str, tongue: str | None) -> None:
    """What the policy would propose for a text by an unknown author, posted now."""
    source_found = sound(session, source)
    if source_found is None or source_found.loaded.policy is None:
        return
    with Client(paths.worker_command()) as client:
        verdict = client([ClassifyItem("text", text, tongue)])[0]
    now = int(time.time())
    facts = Facts(text=text, verdict=verdict, language=verdict.language, posted_at=now, first_seen_at=now)
    found = propose(source_found.loaded.policy, facts, now)
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


COMMANDS = (policy,)
