"""A version in shadow on the command line: start, stop, and what it found. Attached to ``vigie policy``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from console.cli.policy_commands import policy, sound
from console.cli.policy_life_commands import submitted, unless_refused
from console.cli.policy_sentences import WORDS, percent
from console.cli.session import Session, common
from console.cli.tables import one_line
from console.domain.errors import DomainError
from console.services.phrases import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.runtime.app import Console


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
    found = sound(session, source, strict=True)
    if found is None:
        return

    def work(console: Console) -> None:
        version = console.lifecycle.start_shadow(submitted(session, console, found).id, session.actor())
        console.lifecycle.settle()
        body = {"ok": True, "state": "shadow", "id": version.id, "number": version.number,
                "compared": console.lifecycle.shadow_report(version.id)["compared"]}  # fmt: skip
        session.show(body, WORDS[session.language]["shadow_on"].format_map)

    unless_refused(session, found, work)


@policy_shadow.command("stop")
@common
@click.pass_obj
def shadow_stop(session: Session) -> None:
    """End the shadow; what it found is kept."""

    def work(console: Console) -> None:
        version = console.lifecycle.stop_shadow(session.actor())
        body = {"ok": True, "state": version.state, "id": version.id, "number": version.number}
        session.show(body, WORDS[session.language]["shadow_off"].format_map)

    unless_refused(session, "", work)


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
        "head": "v{number} en ombre depuis {since}{until}, à côté de la politique active",
        "until": " jusqu’à {until}",
        "none": "v{number} n’a pas été en ombre.",
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
            f"{word('category', one[side]['category'], language)} [{', '.join(word('action', act, language) for act in one[side]['actions'])}]"
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


COMMANDS = ()  # its commands register themselves in the group ``policy``
