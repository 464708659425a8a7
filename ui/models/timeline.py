"""The timeline of one comment from its audit entries: newest first, in words."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from console.services.verdict_words import verdict_line
from console.services.watching import Watch
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.words import (
    action_done,
    action_lower,
    action_noun,
    action_word,
    hidden_alone,
    platform_word,
    role_word,
    state_word,
)
from ui.models.audit_line import AuditLine, line_of_entry
from ui.models.audit_words import actor_words, what_face
from ui.models.detail_data import Moment
from ui.models.watch_words import since_words, when_words

if TYPE_CHECKING:
    from console.domain.audit import AuditRow
    from console.services.desk import Detail

_ROBOT: Final = "robot"
_WATCH: Final = "binoculars"


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
    """One audit entry in words; an event without words of its own has those of the log's page."""
    event = str(entry.get("event", ""))
    action = str(entry.get("action") or "")
    actor = str(entry.get("actor") or "")
    outcome = str(entry.get("outcome") or "")
    if event == "decision" and alone(entry):
        rules = entry.get("rules")
        return hidden_alone(str(rules[0]) if isinstance(rules, list) and rules else "")
    if event == "undo" and alone(entry):
        return translate("Timeline", "Called off by the console before it was sent")
    if event == "decision" and action == "watch" and isinstance(entry.get("snoozed_until"), int):
        return translate("Timeline", "Watch until {time}, by {actor}").format(
            time=when_words(entry["snoozed_until"], _moment(entry)), actor=actor
        )
    if event == "watch_over":
        return translate("Timeline", "Watch over, to be looked at again. {since}").format(
            since=since_words(_watched(entry))
        )
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
        return translate("Timeline", "{action}: {outcome}").format(
            action=action_word(action), outcome=state_word(outcome)
        )
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
    if event == "category_undone":
        return translate("Timeline", "Category taken back by {actor}").format(actor=actor)
    if event == "assignment_undone":
        return translate("Timeline", "Assignment taken back by {actor}").format(actor=actor)
    if event == "note_withdrawn":
        return translate("Timeline", "Note withdrawn by {actor}").format(actor=actor)
    if event == "assigned":
        return _assigned(str(entry.get("member") or ""), actor)
    line = line_of_entry(0, entry) if event else AuditLine(0, damaged=True)
    what = what_face(line).word
    if not line.actor:
        return what
    return translate("Timeline", "{action}, by {actor}").format(action=what, actor=actor_words(line))


def _assigned(whom: str, actor: str) -> str:
    """For whom the comment is from now on, a member or a role, and who says so."""
    if not whom:
        return translate("Timeline", "Assigned to nobody, by {actor}").format(actor=actor)
    return translate("Timeline", "Assigned to {whom}, by {actor}").format(whom=role_word(whom), actor=actor)


def _watched(entry: dict[str, Any]) -> Watch:
    """What the entry of a watch that ended says."""
    counts = entry.get("counts")
    found = counts if isinstance(counts, dict) else {}
    came = {name: found[name] if isinstance(found.get(name), int) else 0 for name in ("comments", "likes")}
    until = entry.get("snoozed_until")
    return Watch(0, "", 0, until if isinstance(until, int) else 0, True, came["comments"], came["likes"])


def alone(entry: dict[str, Any]) -> bool:
    """Whether the console decided this without a person."""
    return entry.get("auto_decision") == "fully"


def _parsed(row: AuditRow) -> dict[str, Any]:
    """The stored entry; empty where it cannot be read."""
    try:
        found = json.loads(row.entry)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def timeline(detail: Detail) -> tuple[Moment, ...]:
    """Newest first: the log's entries, the verdict, first sight and publication."""
    comment = detail.comment
    found: list[Moment] = []
    for row in detail.entries:
        entry = _parsed(row)
        icon = _ROBOT if alone(entry) else _WATCH if entry.get("event") == "watch_over" else ""
        found.append(Moment(_moment(entry), entry_words(entry), icon))
        if (
            entry.get("event") == "decision"
            and comment.revision > 1
            and isinstance(entry.get("revision"), int)
        ):
            about = translate("Timeline", "{done}, about version {n} of the text").format(
                done=found[-1].words, n=entry["revision"]
            )
            found[-1] = found[-1]._replace(words=about)
    for number, _, seen_at in reversed(detail.revisions):
        changed = translate("Timeline", "Changed by the author to version {n}; the older text is kept")
        found.append(Moment(seen_at, changed.format(n=number + 1), "note-pencil"))
    found += _read(detail)
    found += _asked(detail)
    if comment.snoozed_until is not None:
        back = translate("Timeline", "Back in the queue")
        found.append(Moment(comment.snoozed_until, back, "bell-z"))
    found.append(Moment(comment.first_seen_at, translate("Timeline", "First seen by the console")))
    place = platform_word(comment.kind)
    found.append(
        Moment(comment.posted_at, translate("Timeline", "Posted on {platform}").format(platform=place))
    )
    # Of what happened in one second, what is listed last came first.
    return tuple(sorted(found, key=lambda item: -item.at))


def _read(detail: Detail) -> list[Moment]:
    """What the classifier said, newest first, and how the proposal changed after that."""
    found: list[Moment] = []
    before: tuple[str, ...] | None = None
    for at, proposal in detail.past_proposals:
        if proposal.actions != before:
            words = ", ".join(action_lower(one) for one in proposal.actions) or translate(
                "Timeline", "nothing"
            )
            text = translate("Timeline", "Proposed: {actions}") if before is None else translate(
                "Timeline", "Proposal changed: {actions}"
            )  # fmt: skip
            found.append(Moment(at, text.format(actions=words)))
        before = proposal.actions
    found.reverse()
    for _, at, verdict in reversed(detail.past_verdicts):
        if verdict.failed:
            continue
        # The same category and figure as in the lines that say why.
        chosen = detail.comment.category
        head = verdict_line(verdict, "", say.language(), quote=False, chosen=chosen).head
        words = (head[:1].lower() + head[1:]).rstrip(f"{say.NBSP}:. ")
        found.append(
            Moment(
                at,
                translate("Timeline", "Classed as {category} · engine {engine} {version}").format(
                    category=words, engine=verdict.engine, version=verdict.engine_version
                ),
            )
        )
    return found


def _asked(detail: Detail) -> list[Moment]:
    """When a second person was asked; the answer is an entry of the log."""
    actions = {one.id: one.action.value for one in detail.decisions}
    return [
        Moment(
            one.created_at,
            translate("Timeline", "{name} asks a second person: {action}").format(
                name=one.asked_by, action=action_lower(actions.get(one.decision_id, ""))
            ),
        )
        for one in detail.all_reviews
    ]
