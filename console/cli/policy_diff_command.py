"""``vigie policy diff``: what one policy says otherwise than another, in plain language, and what that would do."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from console.cli.policy_commands import policy, sound
from console.cli.session import Session, common
from console.policy import Policy, say_difference, section_title
from console.policy.differences import differences
from console.policy.differences.effect import say_effect, say_month

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final = {
    "same": {"en": "No difference: {new}", "fr": "Aucune différence\u00a0: {new}"},
    "head": {"en": "{old} → {new}", "fr": "{old} → {new}"},
    "effect": {"en": "What it would do", "fr": "Ce que cela ferait"},
    "no_past": {
        "en": "No workspace at {path}: what it would do to the past is left out.",
        "fr": "Pas d’espace de travail dans {path}\u00a0: l’effet sur le passé n’est pas calculé.",
    },
    "reading": {
        "en": "Trying it on {total} comments of the past; Ctrl+C stops, nothing is changed.",
        "fr": "Essai sur {total} commentaires passés\u00a0; Ctrl+C arrête, rien n’est modifié.",
    },
}


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two policies: what to call it, its text with the lists it includes, what it means."""

    name: str
    text: str
    files: Mapping[str, bytes]
    policy: Policy


@policy.command("diff")
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@click.option(
    "--days", type=click.IntRange(1, 36_500), help="Try it on so many days of the past, not on all."
)
@click.option("--no-effect", is_flag=True, help="Do not try it on this workspace's past.")
@click.option("--lines", is_flag=True, help="Show the changed lines of the text too.")
@common
@click.pass_obj
def policy_diff(session: Session, old: str, new: str, days: int | None, no_effect: bool, lines: bool) -> None:
    """What B says otherwise than A: files, versions (v3), ids or “active”.

    With a workspace it also says which comments of the past would be hidden that were not, and the other way round.
    """
    sides = []
    for given in (old, new):
        side = _side(session, given)
        if side is None:
            return
        sides.append(side)
    before, after = sides
    found = differences(before.policy, after.policy)
    effect = None
    if found and not no_effect:
        if session.path.exists():
            effect = _effect(session, before, after, days)
        elif session.workspace is not None:
            session.say(_WORDS["no_past"][session.language].format(path=session.path))
    body = {
        "from": before.policy.id,
        "to": after.policy.id,
        "same": not found,
        "differences": [
            {
                "code": one.code,
                "section": one.section,
                "params": dict(one.params),
                "text": say_difference(one, session.language, after.policy, before.policy),
            }
            for one in found
        ],
        "effect": effect,
        "lines": [
            line.rstrip("\n")
            for line in difflib.unified_diff(
                before.text.splitlines(), after.text.splitlines(), before.name, after.name, lineterm=""
            )
        ],
    }
    session.show(body, lambda value: _plain(value, before, after, session.language, lines))


def _plain(body: Mapping[str, Any], old: _Side, new: _Side, language: str, lines: bool) -> str:
    said = []
    if body["same"]:
        said.append(_WORDS["same"][language].format(new=new.policy.id))
    else:
        said.append(_WORDS["head"][language].format(old=old.name, new=new.name))
    section = ""
    for one in body["differences"]:
        if one["section"] != section:
            section = one["section"]
            said += ["", section_title(section, language)]
        said.append(f"  {one['text']}")
    if body["effect"] is not None:
        said += ["", _WORDS["effect"][language], *(f"  {line}" for line in body["effect"]["text"])]
    if lines and body["lines"]:
        said += ["", *body["lines"]]
    return "\n".join(said)


def _side(session: Session, name: str) -> _Side | None:
    """The policy that a word names; None when it is wrong, which has then been shown as ``policy check`` shows it."""
    if name == "active" and not Path(name).is_file():
        name = f"v{session.console(must_exist=True).lifecycle.active().number}"
    found = sound(session, name)
    if found is None or found.loaded.policy is None:
        return None
    return _Side(found.name, found.loaded.text, found.loaded.files, found.loaded.policy)


def _effect(session: Session, old: _Side, new: _Side, days: int | None) -> dict[str, Any]:
    """What B would have done to this workspace's past, against A."""
    told: list[int] = []

    def progress(done: int, total: int) -> None:
        if not told and total:
            told.append(total)
            session.say(_WORDS["reading"][session.language].format(total=total))

    run = session.console(must_exist=True).backtests.start(
        new.text, new.files, days=days, baseline=(old.text, old.files), on_progress=progress
    )
    try:
        report = run.future.result()
    except KeyboardInterrupt:
        run.cancel()
        raise
    keys = ("from", "to", "days", "comments", "more_hidden", "no_longer_hidden", "protected_hit")
    return {key: report.get(key) for key in keys} | {
        "months": [
            {
                **one,
                "text": say_month(
                    one["month"], one["more_hidden"], one["no_longer_hidden"], session.language
                ),
            }
            for one in report["months"]
        ],
        "text": list(say_effect(report, session.language)),
    }


COMMANDS = ()  # it registers itself in the group ``policy``
