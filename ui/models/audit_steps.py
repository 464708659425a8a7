"""The chain of one comment for the audit panel: first seen, verdict and proposal as logged, then every entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from console.services.audit_desk import EntryDetail, parsed
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.messages import known, sentence
from ui.i18n.words import (
    CATEGORIES,
    action_done,
    action_lower,
    action_word,
    category_word,
    join_and,
    platform_word,
)
from ui.models.audit_line import AuditLine, line_of_entry
from ui.models.audit_words import actor_words, outcome_face, what_face

if TYPE_CHECKING:
    from collections.abc import Mapping

SCALE = 10_000
"""Scores in the chain are whole numbers times this."""


@dataclass(frozen=True, slots=True)
class Step:
    """One moment of a comment's way. ``at`` 0 has no time of its own; ``sequence`` 0 is no entry."""

    at: int
    icon: str
    title: str
    line: str = ""
    color: str = "text-muted"
    sequence: int = 0
    current: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the proof or of an entry that is about no comment; ``fixed`` for hashes."""

    name: str
    value: str
    fixed: bool = False


def _whole(entry: Mapping[str, Any], name: str) -> int:
    value = entry.get(name)
    return value if type(value) is int else 0


def _codes(entry: Mapping[str, Any], name: str) -> list[str]:
    value = entry.get(name)
    return [str(one) for one in value] if isinstance(value, list) else []


def steps(detail: EntryDetail) -> tuple[Step, ...]:
    """All steps, oldest first. What the console saw and proposed is told from the entries, so it outlives erasure."""
    entries = [(row.sequence, parsed(row)) for row in detail.chain]
    found: list[Step] = []
    told = next((entry for _, entry in entries if entry.get("engine")), None)
    base = told or (entries[0][1] if entries else {})
    if _whole(base, "first_seen_at"):
        found.append(_first_seen(base))
    if told is not None:
        found.append(_verdict(told))
        if _codes(told, "proposed") or _codes(told, "rules"):
            found.append(_proposal(told))
    notes = {note.created_at: note for note in detail.notes}
    for sequence, entry in entries:
        line = line_of_entry(sequence, entry)
        note = notes.get(line.at) if line.event == "note" else None
        found.append(
            _entry_step(line, entry, sequence == detail.row.sequence, None if note is None else note.text)
        )
    return tuple(found)


def _first_seen(entry: Mapping[str, Any]) -> Step:
    seen, posted = _whole(entry, "first_seen_at"), _whole(entry, "posted_at")
    after = ""
    if posted:
        gap = seen - posted
        after = (
            translate("Audit", "{span} after it was posted").format(span=say.span(gap))
            if gap >= 0
            else translate("Audit", "posted {day}").format(day=say.moment(posted, seen))
        )
    return Step(seen, "eye", translate("Audit", "First seen"), after)


def _verdict(entry: Mapping[str, Any]) -> Step:
    category = str(entry.get("category", ""))
    scores, limits = entry.get("scores"), entry.get("threshold")
    label, score = _score_of(category, scores if isinstance(scores, dict) else {})
    limit = limits.get(label) if isinstance(limits, dict) else None
    # The strongest label may have stayed below its threshold: then it is not what the comment was taken for.
    if score is not None and type(limit) is int and label != category and score < limit:
        return Step(0, "gauge", _verdict_title(category or "neutral"), _below(entry, label, score, limit))
    title = _verdict_title(label or category)
    if score is not None:
        title = f"{title} {say.score(score / SCALE)}"
    line = _engine(entry)
    if type(limit) is int:
        line = translate("Audit", "{engine}, threshold {score}").format(
            engine=line, score=say.score(limit / SCALE)
        )
    return Step(0, "gauge", title, line)


def _verdict_title(category: str) -> str:
    return translate("Audit", "Verdict: {category}").format(category=category_word(category).lower())


def _engine(entry: Mapping[str, Any]) -> str:
    return translate("Audit", "engine {engine} {version}").format(
        engine=entry.get("engine", ""), version=entry.get("engine_version", "")
    )


def _below(entry: Mapping[str, Any], label: str, score: int, limit: int) -> str:
    """What came nearest, and that it did not count."""
    return translate("Audit", "{engine}, {category} {score} below the threshold {limit}").format(
        engine=_engine(entry),
        category=category_word(label).lower(),
        score=say.score(score / SCALE),
        limit=say.score(limit / SCALE),
    )


def _score_of(category: str, scores: Mapping[str, Any]) -> tuple[str, int | None]:
    """The label that speaks for the category, else the strongest one."""
    whole = {str(name): value for name, value in scores.items() if type(value) is int}
    if category in whole:
        return category, whole[category]
    if not whole:
        return "", None
    best = max(whole, key=lambda name: whole[name])
    return ("", None) if category and best == "toxicity" else (best, whole[best])


def _proposal(entry: Mapping[str, Any]) -> Step:
    actions = [action_lower(one) for one in _codes(entry, "proposed")]
    title = (
        translate("Audit", "Proposal: {actions}").format(actions=join_and(actions))
        if actions
        else translate("Audit", "Proposal: none")
    )
    parts = _codes(entry, "rules")
    clause = entry.get("clause")
    if isinstance(clause, str) and clause:
        parts.append(clause)
    policy = entry.get("policy")
    if isinstance(policy, str) and policy:
        parts.append(translate("Audit", "policy {id}").format(id=policy.removeprefix("sha256:")[:8]))
    return Step(0, "scales", title, ", ".join(parts))


def _entry_step(line: AuditLine, entry: Mapping[str, Any], current: bool, note: str | None) -> Step:
    face = what_face(line)
    outcome = outcome_face(line.outcome)
    color = outcome.color if outcome is not None and line.event in ("dispatch", "refusal") else "text-muted"
    title, below = face.word, ""
    if line.event == "decision":
        title = translate("Audit", "{action}, decided by {name}").format(
            action=action_word(line.action), name=actor_words(line)
        )
        below = _decision_line(entry)
    elif line.event == "dispatch" and line.outcome == "done":
        title = translate("Audit", "{done} on {platform}").format(
            done=action_done(line.action), platform=platform_word(line.kind)
        )
        below = translate("Audit", "confirmed by the platform")
    elif line.event in ("refusal", "dispatch") and line.error:
        title = translate("Audit", "{what}, asked by {name}").format(
            what=face.word, name=line.member or line.actor
        )
        below = sentence(line.error, _params(entry)) if known(line.error) else line.error.replace("_", " ")
    elif line.event == "note":
        title = translate("Audit", "Note by {name}").format(name=line.actor)
        kept = translate("Audit", "the words are kept outside the log")
        below = translate("Audit", "“{words}” · {kept}").format(words=note, kept=kept) if note else kept
    else:
        below = translate("Audit", "by {name}").format(name=actor_words(line))
        if outcome is not None:
            below = f"{below} · {outcome.word}"
    return Step(line.at, face.icon, title, below, "accent" if current else color, line.sequence, current)


def _params(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    given = entry.get("params")
    return given if isinstance(given, dict) else {}


def _decision_line(entry: Mapping[str, Any]) -> str:
    parts = []
    if entry.get("auto_decision") == "fully":
        parts.append(translate("Audit", "fully automated"))
    reason = entry.get("reason")
    if isinstance(reason, str) and reason:
        if reason == "given":
            word = translate("Audit", "in words, outside the log")
        else:
            word = category_word(reason).lower() if reason in CATEGORIES else reason.replace("_", " ")
        parts.append(translate("Audit", "reason: {reason}").format(reason=word))
    if _whole(entry, "strikes"):
        parts.append(translate("Audit", "strike {n}").format(n=_whole(entry, "strikes")))
    if _whole(entry, "seconds_open"):
        parts.append(
            translate("Audit", "open for {span}").format(span=say.span(_whole(entry, "seconds_open")))
        )
    if entry.get("masked") is False:
        parts.append(translate("Audit", "unmasked"))
    second = entry.get("second")
    if isinstance(second, str) and second:
        parts.append(translate("Audit", "with {name}").format(name=second))
    return " · ".join(parts)


def proof(detail: EntryDetail) -> tuple[Fact, ...]:
    """Hashes and what was automated, for the foot of the panel."""
    entry = detail.entry
    facts = [
        Fact(translate("Audit", "This entry"), short_hash(detail.row.hash), fixed=True),
        Fact(translate("Audit", "Previous"), short_hash(detail.row.previous), fixed=True),
    ]
    if "auto_detection" in entry or "auto_decision" in entry:
        yes, no = translate("Audit", "yes"), translate("Audit", "no")
        detected = yes if entry.get("auto_detection") else no
        decided = no if entry.get("auto_decision", "no") == "no" else yes
        if entry.get("auto_decision") == "fully":
            decided = translate("Audit", "fully automated")
        facts.append(
            Fact(
                translate("Audit", "Automated"),
                translate("Audit", "detection {detected}, decision {decided}").format(
                    detected=detected, decided=decided
                ),
            )
        )
    ground, clause = str(entry.get("ground", "")), str(entry.get("clause", ""))
    if ground or clause:
        word = {
            "terms": translate("Audit", "terms, not illegal content"),
            "illegal": translate("Audit", "illegal content"),
        }.get(ground, "")
        facts.append(Fact(translate("Audit", "Ground"), ", ".join(part for part in (clause, word) if part)))
    facts.append(Fact(translate("Audit", "Written by"), _author(entry)))
    return tuple(facts)


def _author(entry: Mapping[str, Any]) -> str:
    return translate("Audit", "{name}, as {user} of this machine, Vigie {version}").format(
        name=entry.get("actor", "—"), user=entry.get("os_user", "—"), version=entry.get("app", "—")
    )


def short_hash(value: object) -> str:
    """The ends of a hash in groups of four, as it is read aloud."""
    text = str(value)
    if len(text) < 40:
        return text
    return f"{text[:4]} {text[4:8]} {text[8:12]} … {text[-6:-4]} {text[-4:]}"


def facts(detail: EntryDetail) -> tuple[Fact, ...]:
    """What an entry about no comment says, field by field; codes stay codes."""
    skipped = {
        "sequence",
        "segment",
        "at",
        "offset",
        "event",
        "actor",
        "os_user",
        "app",
        "role",
        "commitments",
        "comment",
    }
    found = []
    for name, value in sorted(detail.entry.items()):
        if name in skipped:
            continue
        if isinstance(value, dict):
            shown = ", ".join(f"{key} {_plain(one)}" for key, one in value.items())
        elif isinstance(value, list):
            shown = ", ".join(_plain(one) for one in value)
        else:
            shown = _plain(value)
        found.append(Fact(name.replace("_", " "), shown, fixed=isinstance(value, str) and len(value) >= 32))
    return tuple(found)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return translate("Audit", "yes") if value else translate("Audit", "no")
    if type(value) is int:
        return say.number(value)
    return str(value)
