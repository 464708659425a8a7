"""The timeline of one comment from its audit entries: newest first, in words."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final

from console.domain.audit import AuditRow
from console.services.desk import Detail
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.words import action_done, action_noun, action_word, category_word, platform_word, state_word
from ui.models.detail_data import Moment

_SHOWN: Final = 12
_ROBOT: Final = "robot"


def _moment(entry: dict[str, Any]) -> int:
    """UTC epoch seconds of an entry, which carries RFC 3339 or seconds."""
    at = entry.get("at", entry.get("time", 0))
    if isinstance(at, int):
        return at
    try:
        return int(datetime.fromisoformat(str(at).replace("Z", "+00:00")).timestamp())
    except ValueError:
        return 0


def entry_words(entry: dict[str, Any]) -> str:
    """One audit entry in words; an event without words of its own is named by its code."""
    event = str(entry.get("event", ""))
    action = str(entry.get("action") or "")
    actor = str(entry.get("actor") or "")
    outcome = str(entry.get("outcome") or "")
    if event == "decision" and alone(entry):
        rules = entry.get("rules")
        return hidden_alone(str(rules[0]) if isinstance(rules, list) and rules else "")
    if event == "undo" and alone(entry):
        return translate("Timeline", "Called off by the console before it was sent")
    if event == "decision":
        return translate("Timeline", "{action}, by {actor}").format(action=action_word(action), actor=actor)
    if event == "refusal":
        return translate("Timeline", "{action} refused, asked by {actor}").format(
            action=action_word(action), actor=actor
        )
    if event == "undo":
        return translate("Timeline", "Undo of {action}, by {actor}").format(
            action=action_noun(action), actor=actor
        )
    if event == "dispatch":
        if outcome in ("", "done", "ok"):
            return translate("Timeline", "{done}, confirmed by the site").format(done=action_done(action))
        return f"{action_word(action)}: {state_word(outcome)}"
    if event == "confirmation":
        return translate("Timeline", "{action}: {actor} says {outcome}").format(
            action=action_word(action), actor=actor, outcome=state_word(outcome)
        )
    if event == "review":
        return translate("Timeline", "Second person, {actor}: {outcome}").format(
            actor=actor, outcome=state_word(outcome)
        )
    if event == "categorised":
        return translate("Timeline", "Category changed by {actor}").format(actor=actor)
    if event == "note":
        return translate("Timeline", "Note by {actor}").format(actor=actor)
    return event.replace("_", " ")


def alone(entry: dict[str, Any]) -> bool:
    """Whether the console decided this without a person."""
    return entry.get("auto_decision") == "fully"


def hidden_alone(rule: str) -> str:
    """That the console hid a comment by itself, by which rule."""
    return translate("Timeline", "Hidden by the console, {rule}").format(rule=rule)


def hiding_alone(rule: str) -> str:
    """That the console is about to: the undo window still runs, or the site has not answered."""
    return translate("Timeline", "The console hides it, {rule}").format(rule=rule)


def _parsed(row: AuditRow) -> dict[str, Any]:
    try:
        found = json.loads(row.entry)
    except ValueError:
        return {"event": "unreadable"}
    return found if isinstance(found, dict) else {"event": "unreadable"}


def timeline(detail: Detail) -> tuple[Moment, ...]:
    """Newest first: the log's entries, the verdict, first sight and publication."""
    comment = detail.comment
    found: list[Moment] = []
    for row in detail.entries:
        entry = _parsed(row)
        found.append(Moment(_moment(entry), entry_words(entry), _ROBOT if alone(entry) else ""))
    for _, _, seen_at in detail.revisions:
        found.append(Moment(seen_at, translate("Timeline", "Changed by the author; the older text is kept")))
    found.sort(key=lambda item: -item.at)
    verdict = detail.verdict
    if verdict is not None and not verdict.failed:
        read_as = verdict.categories[0] if verdict.categories else "neutral"
        score = verdict.labels.get(read_as)
        named = category_word(read_as).lower()
        words = f"{named} {say.score(score)}" if score is not None else named
        engine = translate("Timeline", "Classed as {category} · engine {engine} {version}").format(
            category=words, engine=verdict.engine, version=verdict.engine_version
        )
        found.append(Moment(comment.first_seen_at, engine))
    found.append(Moment(comment.first_seen_at, translate("Timeline", "First seen by the console")))
    place = platform_word(comment.kind)
    found.append(
        Moment(comment.posted_at, translate("Timeline", "Posted on {platform}").format(platform=place))
    )
    return tuple(found[:_SHOWN])
