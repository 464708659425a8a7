"""The moderation policy's text: check it, test it, see what it proposes."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from console import paths
from console.classify.client import Client
from console.cli import shapes
from console.cli.session import Session, common
from console.cli.work_commands import with_reader
from console.domain.errors import NotFound, UsageError, VigieError
from console.domain.verdict import ClassifyItem, Verdict
from console.policy import PolicyError, PolicyLoad, advise, load_policy, load_replies, run_tests, say_reason
from console.services.trying import TrialFacts, try_text

if TYPE_CHECKING:
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
        _show_load(session, (found := given(session, source)).loaded, found.name)


def given(session: Session, source: str, *, strict: bool = False) -> Given:
    """What ``source`` names; a file that exists comes before a version. NotFound ``policy_not_found``.

    ``strict``: the saved replies that a file names must exist, as ``policy check`` demands.
    """
    file = Path(source)
    if file.is_file():
        return Given(source, _loaded(session, file) if strict else load_policy(file))
    if file.suffix == ".toml" or len(file.parts) > 1 or not session.path.exists():
        raise NotFound("policy_not_found", ref=source)
    version = session.console(must_exist=True).lifecycle.version(source)
    name = f"v{version.number}"
    return Given(name, load_policy(version.source, name=name, files=version.files), version)


def sound(session: Session, source: str, *, strict: bool = False) -> Given | None:
    """``given``, if it is a policy; None after showing its errors as ``policy check`` does."""
    found = given(session, source, strict=strict)
    if found.loaded.policy is None:
        _show_load(session, found.loaded, found.name)
        return None
    return found


def _check(session: Session, file: Path) -> Any:
    return _show_load(session, _loaded(session, file), str(file))


def _loaded(session: Session, file: Path) -> PolicyLoad:
    """A file as the check reads it: with our saved replies, and where those do not suffice with the team's own."""
    known = _template_ids()
    loaded = load_policy(file, templates=known)
    if session.path.exists() and any(one.code == "ladder.template" for one in loaded.errors):
        try:
            saved = session.console(must_exist=True).replies.listed()
        except VigieError:
            return loaded  # the check needs no workspace, so one that cannot be opened is no obstacle
        return load_policy(file, templates=[*known, *(one.id for one in saved)])
    return loaded


def _show_load(session: Session, loaded: PolicyLoad, name: str) -> Any:
    body = {
        "ok": loaded.ok,
        "id": None if loaded.policy is None else loaded.policy.id,
        "errors": [_fault(one, session.language) for one in loaded.errors],
        "warnings": [_fault(one, session.language) for one in advise(loaded, name)],
    }
    session.exit_code = 0 if loaded.ok else 1
    session.show(body, lambda value: _load_text(value, session.language))
    return loaded.policy


def _fault(one: PolicyError, language: str) -> dict[str, Any]:
    return {
        "file": one.file,
        "line": one.line,
        "code": one.code,
        "message": say_reason(one.reason, language),
        "hint": None if one.hint is None else say_reason(one.hint, language),
    }


def _load_text(value: dict[str, Any], language: str) -> str:
    lines = [
        f"{one['file']}:{one['line']}: {one['message']}" + (f" ({one['hint']})" if one["hint"] else "")
        for one in value["errors"]
    ]
    remark = {"en": "remark: ", "fr": "remarque\u00a0: "}[language]
    lines += [f"{one['file']}:{one['line']}: {remark}{one['message']}" for one in value["warnings"]]
    if value["ok"]:
        lines.append({"en": f"Sound. {value['id']}", "fr": f"Correcte. {value['id']}"}[language])
    return "\n".join(lines)


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
@click.option("--channel", default="", metavar="KIND:NAME", help="Where it stands.")
@click.option("--author", default="", metavar="KIND:ID", help="Who wrote it, for the allow and watch lists.")
@click.option("--author-age-days", type=click.IntRange(0, 36_500), help="How old the account is.")
@click.option("--strikes", type=click.IntRange(0, 1000), help="Confirmed strikes the author has.")
@click.option("--replies-by-us", type=click.IntRange(0, 1000), help="Our public replies in the thread.")
@click.option("--at", metavar="TIME", help="When it was posted (RFC 3339): then the due time is told too.")
@common
@click.pass_obj
def policy_propose(
    session: Session,
    /,
    source: str,
    text: str,
    tongue: str | None,
    at: str | None,
    **supposed: Any,
) -> None:
    """What the policy would propose for a text of nobody; what you suppose of its author comes as options.

    The same text, policy and options give the same bytes each time.
    """
    now = int(time.time()) if at is None else _moment(at)
    found = sound(session, source)
    if found is None or found.loaded.policy is None:
        return
    with Client(paths.worker_command()) as client:
        verdict = client([ClassifyItem("text", text, tongue)])[0]
    proposed = try_text(text, verdict, TrialFacts(**supposed), None, found.loaded.policy, now).active
    sla = found.loaded.policy.categories[proposed.category].sla
    body = shapes.proposal(proposed, session.language) | {
        "category": proposed.category,
        "severity": proposed.severity,
        "automatic": proposed.auto_hide,
        "sla": {
            "first_look": sla.first_look,
            "decision": sla.decision,
            "reply": sla.reply,
            "clock": sla.clock,
        },
        # A due time says when, and without a given moment that would be another answer each second.
        "due_at": None if at is None else shapes.moment(proposed.due_at),
        "labels": shapes.labels(verdict),
    }
    session.show(body, _proposal_text)


def _proposal_text(value: dict[str, Any]) -> str:
    lines = [f"{value['category']} {value['severity']}/5: {', '.join(value['actions']) or '-'}"]
    lines += [f"  {one['text']}" for one in value["reasons"]]
    lines += [f"  {one['action']}: {one['why']['text']} ({one['clause']})" for one in value["forbidden"]]
    return "\n".join(lines)


def _moment(text: str) -> int:
    """UTC seconds of an RFC 3339 time with its offset; UsageError ``bad_moment``."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError("bad_moment", given=text[:40]) from None
    if found.tzinfo is None or not 1970 <= found.year < 9999:
        raise UsageError("bad_moment", given=text[:40])
    return int(found.timestamp())


COMMANDS = (policy,)
