"""The life of a policy on the command line: list, show, activate, sign, retire. Attached to ``vigie policy``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from console.cli import shapes
from console.cli.policy_commands import Given, engine_up, policy, sound
from console.cli.policy_sentences import STEPS, WORDS, point_text
from console.cli.sentences import sentence
from console.cli.session import Session, common
from console.cli.tables import one_line
from console.cli.work_commands import with_reader
from console.domain.errors import DomainError, NotFound, UsageError
from console.policy import is_reason
from console.services.gate import GateNotMet, GateReport
from console.services.lifecycle import MAX_REASON
from console.services.phrases import word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from console.runtime.app import Console
    from console.services.versions import PolicyVersion


@policy.command("list")
@common
@click.pass_obj
def policy_list(session: Session) -> None:
    """All versions, newest first: where each stands, who did what to it, when."""
    versions = session.console(must_exist=True).lifecycle.versions()
    words = WORDS[session.language]
    session.show(
        {"items": [_brief(one) for one in versions]},
        lambda value: (
            "\n".join(
                f"v{one['number']:<4} {words[one['state']]:<10} {one['changed_at']}  {one['changed_by'] or '-':<16}"
                f" {one['id'][7:19]}  {one_line(one['name'], 60)}"
                for one in value["items"]
            )
            or words["empty"]
        ),
    )


def _brief(one: PolicyVersion) -> dict[str, Any]:
    last = one.steps[-1] if one.steps else None
    return {
        "id": one.id,
        "number": one.number,
        "name": one.name,
        "state": one.state,
        "added_at": shapes.moment(one.added_at),
        "added_by": one.added_by,
        "activated_at": shapes.moment(one.activated_at),
        "activated_by": one.activated_by,
        "shadow_since": shapes.moment(one.shadow_since),
        "retired_at": shapes.moment(one.retired_at),
        "changed_at": shapes.moment(one.added_at if last is None else last.created_at),
        "changed_by": (one.activated_by or one.added_by) if last is None else last.actor,
    }


@policy.command("show")
@click.argument("ref", metavar="vN", required=False)
@click.option("--steps", is_flag=True, help="What was done to it and its gate, instead of the text.")
@common
@click.pass_obj
def policy_show(session: Session, ref: str | None, steps: bool) -> None:
    """A version's text (the active one's, if none is named); with --steps or --json what was done to it, and its gate."""
    lifecycle = session.console(must_exist=True).lifecycle
    version = lifecycle.active() if ref is None else lifecycle.version(ref)
    body = _brief(version) | {
        "steps": [
            {
                "kind": one.kind,
                "ok": one.ok,
                "actor": one.actor,
                "role": one.role,
                "at": shapes.moment(one.created_at),
                "reason": one.reason,
                "body": dict(one.body),
            }
            for one in version.steps
        ],
        "gate": None
        if version.state == "active"
        else _gate_json(lifecycle.gate(version.id), session, version),
        "source": version.source,
    }
    session.show(body, lambda value: _steps_text(value, session.language) if steps else str(value["source"]))


def _steps_text(value: Mapping[str, Any], language: str) -> str:
    words = WORDS[language]
    lines = [f"v{value['number']}  {words[value['state']]}  {value['id']}"]
    for one in value["steps"]:
        lines.append(
            words["step"].format(
                at=one["at"],
                kind=STEPS[language][one["kind"]],
                ok="" if one["ok"] else words["failed"],
                actor=one["actor"],
                role=word("role", one["role"], language),
                reason=f": {one_line(one['reason'], 200)}" if one["reason"] else "",
            )
        )
    return "\n".join([*lines, *_gate_lines(value["gate"], language)])


@policy.command("activate")
@click.argument("source", metavar="FILE|vN")
@click.option("--waive", metavar="REASON", help="Go on although the gate is not met; the reason is kept.")
@click.option("--later-due", is_flag=True, help="Let due times get later too.")
@common
@click.pass_obj
def policy_activate(session: Session, source: str, waive: str | None, later_due: bool) -> None:
    """Check, test, meet the gate, then make it the active policy.

    Open comments are proposed for again, decided ones never. An older version can be taken back: vigie policy activate v1.
    """
    if waive is not None and (not is_reason(waive) or len(waive) > MAX_REASON):
        raise UsageError("waive_reason", longest=MAX_REASON)
    with_reader(session)
    found = sound(session, source, strict=True)
    if found is None:
        return

    def work(console: Console) -> None:
        if found.loaded.policy is not None:  # before anything is stored, read or replayed
            console.lifecycle.may_take_over(found.loaded.policy.id, session.actor())
        engine_up(session)
        version = submitted(session, console, found)
        already = version.state == "active"
        if not already:
            _remark_backtest(session, console, version)
        active = console.lifecycle.activate(version.id, session.actor(), waive or "", later_due=later_due)
        step = active.step("activate")
        done: Mapping[str, Any] = {} if already or step is None else step.body
        before = str(done.get("before", ""))
        body = {
            "ok": True,
            "state": "active",
            "already": already,
            "id": active.id,
            "number": active.number,
            "before": console.lifecycle.version(before).number if before else None,
            "changes": list(done.get("changes", ())),
            "waived": list(done.get("waived", ())),
            "reproposed": console.lifecycle.settle(),
        }
        session.show(body, lambda value: _activated_text(value, session.language))

    unless_refused(session, found, work)


def _activated_text(value: Mapping[str, Any], language: str) -> str:
    words = WORDS[language]
    lines = [words["activated"].format_map(value)]
    if value["waived"]:
        lines.append(words["waived"].format(points=", ".join(value["waived"])))
    if value["before"] is not None:
        lines.append(words["changes"].format_map(value))
    return "\n".join(lines)


def _remark_backtest(session: Session, console: Console, version: PolicyVersion) -> None:
    point = console.lifecycle.gate(version.id).point("backtest")
    if point is not None and not point.ok:
        session.say(WORDS[session.language]["backtesting"].format(days=point.wanted))


@policy.command("sign")
@click.argument("ref", metavar="vN")
@common
@click.pass_obj
def policy_sign(session: Session, ref: str) -> None:
    """Agree to a version as the second person, before it is activated. Never one's own."""

    def work(console: Console) -> None:
        actor = session.actor()
        version = console.lifecycle.sign(ref, actor)
        session.show(
            {"ok": True, "state": "signed", "id": version.id, "number": version.number, "by": actor.name},
            lambda value: WORDS[session.language]["signed"].format(actor=value["by"], **value),
        )

    unless_refused(session, ref, work)


@policy.command("retire")
@click.argument("ref", metavar="vN")
@common
@click.pass_obj
def policy_retire(session: Session, ref: str) -> None:
    """Set a version aside. The active one stays until another takes its place."""

    def work(console: Console) -> None:
        version = console.lifecycle.retire(ref, session.actor())
        session.show(
            {"ok": True, "state": version.state, "id": version.id, "number": version.number},
            WORDS[session.language]["retired_now"].format_map,
        )

    unless_refused(session, ref, work)


# ---------------------------------------------------------------------- what commands share


def submitted(session: Session, console: Console, found: Given) -> PolicyVersion:
    """The stored version; a file's text is submitted first."""
    if found.version is not None:
        return found.version
    return console.lifecycle.submit(found.loaded.text, found.loaded.files, session.actor())


def unless_refused(session: Session, about: Given | str, work: Callable[[Console], None]) -> None:
    """Run ``work``; what the policy or the role refuses is a result: one object on standard output, exit code 1."""
    console = session.console(must_exist=not isinstance(about, Given))
    try:
        work(console)
    except NotFound:
        raise
    except DomainError as error:
        session.exit_code = 1
        version = _about(console, about)
        told = sentence(error, session.language)
        gate = error.report if isinstance(error, GateNotMet) else None
        body = {
            "ok": False,
            "state": "refused",
            "id": None if version is None else version.id,
            "number": None if version is None else version.number,
            "refusal": {
                "code": error.code,
                "clause": str(error.params.get("clause", "")) or ("gate" if gate is not None else ""),
                "why": {"code": error.code, "params": _plain(error.params), "text": told},
                "instead": list(error.params.get("instead", ())),
            },
            "gate": None if gate is None or version is None else _gate_json(gate, session, version),
        }
        session.show(body, lambda value: "\n".join([told, *_gate_lines(value["gate"], session.language)]))


def _about(console: Console, about: Given | str) -> PolicyVersion | None:
    try:
        if isinstance(about, str):
            return console.lifecycle.version(about)
        return about.version or console.lifecycle.version(
            about.loaded.policy.id if about.loaded.policy else ""
        )
    except (NotFound, UsageError):
        return None


def _plain(params: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in params.items() if key != "gate"}


def _gate_json(report: GateReport, session: Session, version: PolicyVersion) -> dict[str, Any]:
    body = report.to_json()
    for one in body["points"]:
        one["text"] = point_text(one, session.language, f"v{version.number}")
    tests = version.step("test")
    body["failed_tests"] = [] if tests is None or tests.ok else list(tests.body.get("tests", ()))
    return body


def _gate_lines(gate: Mapping[str, Any] | None, language: str) -> list[str]:
    if gate is None:
        return []
    words = WORDS[language]
    state = {True: words["holds"], False: words["not"], None: words["open"]}
    return [f"  {state[one['ok']]:<12} {one['text']}" for one in gate["points"]] + [
        f"  {one['line']}: {one['rule']}: {one['expect']} / {one['got']}: {one_line(one['text'], 80)}"
        for one in gate["failed_tests"]
    ]


COMMANDS = ()  # its commands register themselves in the group ``policy``
