"""The life of a policy on the command line: list, show, activate, sign, shadow, retire. Attached to ``vigie policy``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from console.cli import shapes
from console.cli.policy_commands import Given, engine_up, policy, sound
from console.cli.policy_sentences import STEPS, WORDS, percent, point_text
from console.cli.sentences import sentence
from console.cli.session import Session, common
from console.cli.tables import one_line
from console.cli.work_commands import with_reader
from console.domain.errors import DomainError, NotFound, UsageError
from console.policy import is_reason
from console.runtime.app import Console
from console.services.gate import GateNotMet, GateReport
from console.services.lifecycle import MAX_REASON
from console.services.phrases import word
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
        "changed_by": one.added_by if last is None else last.actor,
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
    found = _opened(session, source)
    if found is None:
        return

    def work(console: Console) -> None:
        version = _version(session, console, found)
        _remark_backtest(session, console, version)
        active = console.lifecycle.activate(version.id, session.actor(), waive or "", later_due=later_due)
        step, waived = active.step("activate"), active.step("waive")
        points = (
            list(waived.body["points"])
            if waived is not None and step is not None and waived.created_at == step.created_at
            else []
        )
        before = str(step.body.get("before", "")) if step is not None else ""
        body = {
            "ok": True,
            "state": "active",
            "id": active.id,
            "number": active.number,
            "before": console.lifecycle.version(before).number if before else None,
            "changes": list(step.body.get("changes", ())) if step is not None else [],
            "waived": points,
            "reproposed": console.lifecycle.settle(),
        }
        session.show(body, lambda value: _activated_text(value, session.language))

    _unless_refused(session, found, work)


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

    _unless_refused(session, ref, work)


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

    _unless_refused(session, ref, work)


# ---------------------------------------------------------------------- shadow


@policy.group("shadow", invoke_without_command=True)
@common
@click.pass_context
def policy_shadow(context: click.Context) -> None:
    """Let a version propose beside the active one, unseen. Alone: what it found so far."""
    if context.invoked_subcommand is None:
        _report(context.obj, None)


@policy_shadow.command("start")
@click.argument("source", metavar="FILE|vN")
@common
@click.pass_obj
def shadow_start(session: Session, source: str) -> None:
    """Put a version into shadow, beginning with the open comments."""
    found = sound(session, source)
    if found is None:
        return

    def work(console: Console) -> None:
        version = console.lifecycle.start_shadow(_version(session, console, found).id, session.actor())
        console.lifecycle.settle()
        body = {"ok": True, "state": "shadow", "id": version.id, "number": version.number,
                "compared": console.lifecycle.shadow_report(version.id)["compared"]}  # fmt: skip
        session.show(body, WORDS[session.language]["shadow_on"].format_map)

    _unless_refused(session, found, work)


@policy_shadow.command("stop")
@common
@click.pass_obj
def shadow_stop(session: Session) -> None:
    """End the shadow; what it found is kept."""

    def work(console: Console) -> None:
        version = console.lifecycle.stop_shadow(session.actor())
        body = {"ok": True, "state": version.state, "id": version.id, "number": version.number}
        session.show(body, WORDS[session.language]["shadow_off"].format_map)

    _unless_refused(session, "", work)


@policy_shadow.command("report")
@click.argument("ref", metavar="vN", required=False)
@common
@click.pass_obj
def shadow_report(session: Session, ref: str | None) -> None:
    """What a version proposed otherwise than the active one; without a number, the one that was in shadow last."""
    _report(session, ref)


def _report(session: Session, ref: str | None) -> None:
    lifecycle = session.console(must_exist=True).lifecycle
    if ref is None:
        known = [one for one in lifecycle.versions() if one.shadow_since is not None]
        if not known:
            raise DomainError("shadow_none")
        ref = max(known, key=lambda one: (one.state == "shadow", one.shadow_since or 0, one.number)).id
    session.show(lifecycle.shadow_report(ref), lambda value: report_text(value, session.language))


_REPORT: Mapping[str, Mapping[str, str]] = {
    "en": {
        "head": "v{number} in shadow since {since}{until}, beside the active policy",
        "until": " until {until}",
        "none": "v{number} was not in shadow.",
        "counts": "{compared} comments: {same} alike, {differ} otherwise",
        "hides": "to be hidden: {more_hidden} more, {no_longer_hidden} no longer; protected: {new} (active: {old})",
        "auto": "could be hidden without a person: {new} (active: {old})",
        "agreement": "agreement with {decisions} decisions since: {new} (active: {old})",
        "few": "{hits} of {n}, too few to say",
        "share": "{value} ({low} to {high})",
        "aside": "{set_aside} more were compared with an earlier active policy and are left out.",
        "category": "{old} -> {new}: {comments}",
        "rule": "{rule}: {hits} (active: {active_hits})",
    },
    "fr": {
        "head": "v{number} à l’essai depuis {since}{until}, à côté de la politique active",
        "until": " jusqu’à {until}",
        "none": "v{number} n’a pas été à l’essai.",
        "counts": "{compared} commentaires\u00a0: {same} pareils, {differ} autrement",
        "hides": "à masquer\u00a0: {more_hidden} de plus, {no_longer_hidden} de moins\u00a0; protégés\u00a0: {new} (active\u00a0: {old})",
        "auto": "masquables sans personne\u00a0: {new} (active\u00a0: {old})",
        "agreement": "accord avec {decisions} décisions depuis\u00a0: {new} (active\u00a0: {old})",
        "few": "{hits} sur {n}, trop peu pour conclure",
        "share": "{value} ({low} à {high})",
        "aside": "{set_aside} autres, comparés à une politique active antérieure, sont laissés de côté.",
        "category": "{old} -> {new}\u00a0: {comments}",
        "rule": "{rule}\u00a0: {hits} (active\u00a0: {active_hits})",
    },
}  # fmt: skip


def report_text(value: Mapping[str, Any], language: str) -> str:
    """The shadow's report for people."""
    words = _REPORT[language]
    if value["since"] is None:
        return words["none"].format_map(value)
    until = "" if value["until"] is None else words["until"].format_map(value)
    lines = [words["head"].format_map({**value, "until": until}), words["counts"].format_map(value)]
    for line, key in (("hides", "protected_hit"), ("auto", "automatic_hides")):
        lines.append(
            words[line].format_map({**value, "new": value[key]["shadow"], "old": value[key]["active"]})
        )
    shares = {side: _share(value["agreement"][side], words, language) for side in ("shadow", "active")}
    lines.append(words["agreement"].format_map({**value, "new": shares["shadow"], "old": shares["active"]}))
    for one in value["categories"]:
        old, new = (word("category", one[side], language) for side in ("from", "to"))
        lines.append("  " + words["category"].format(old=old, new=new, comments=one["comments"]))
    lines += [
        "  " + words["rule"].format_map(one) for one in value["rules"] if one["hits"] != one["active_hits"]
    ]
    for one in value["disagreements"]:
        sides = " -> ".join(
            f"{word('category', one[side]['category'], language)} [{', '.join(one[side]['actions'])}]"
            for side in ("active", "shadow")
        )
        lines.append(f"  {one['comment_id']:>7}  {one_line(one['text'], 60)}  {sides}")
    if value["set_aside"]:
        lines.append(words["aside"].format_map(value))
    return "\n".join(lines)


def _share(share: Mapping[str, Any], words: Mapping[str, str], language: str) -> str:
    if share.get("few"):
        return words["few"].format_map(share)
    return words["share"].format_map({key: percent(share[key], language) for key in ("value", "low", "high")})


# ---------------------------------------------------------------------- what commands share


def _opened(session: Session, source: str) -> Given | None:
    """What ``source`` names, with the workspace open and its classifier ready; None after showing what is wrong."""
    with_reader(session)
    found = sound(session, source)
    if found is not None:
        engine_up(session)
    return found


def _version(session: Session, console: Console, found: Given) -> PolicyVersion:
    """The stored version; a file's text is submitted first."""
    if found.version is not None:
        return found.version
    return console.lifecycle.submit(found.loaded.text, found.loaded.files, session.actor())


def _unless_refused(session: Session, about: Given | str, work: Callable[[Console], None]) -> None:
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
