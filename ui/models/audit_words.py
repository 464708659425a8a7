"""What an audit entry is called: icon, words and outcome of each event, in the language shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.i18n.counted import counted
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.words import action_lower, action_word, category_word, role_word
from ui.theme.icon_names import ACTIONS

if TYPE_CHECKING:
    from ui.models.audit_line import AuditLine

CONTEXT: Final = "Audit"

# event -> (icon, word). Decisions and their outcomes are named after their action instead.
EVENTS: Final[dict[str, tuple[str, str]]] = {
    "workspace_created": ("archive", QT_TRANSLATE_NOOP("Audit", "Workspace created")),
    "channel_added": ("plugs-connected", QT_TRANSLATE_NOOP("Audit", "Channel added")),
    "channel_changed": ("gear-six", QT_TRANSLATE_NOOP("Audit", "Channel settings changed")),
    "channel_paused": ("pause", QT_TRANSLATE_NOOP("Audit", "Channel paused")),
    "channel_resumed": ("play", QT_TRANSLATE_NOOP("Audit", "Channel resumed")),
    "channel_removed": ("plugs", QT_TRANSLATE_NOOP("Audit", "Channel removed")),
    "practice_reset": ("graduation-cap", QT_TRANSLATE_NOOP("Audit", "Practice network reset")),
    "import_finished": ("tray-arrow-down", QT_TRANSLATE_NOOP("Audit", "File imported")),
    "policy_submitted": ("scales", QT_TRANSLATE_NOOP("Audit", "Policy submitted")),
    "policy_tested": ("scales", QT_TRANSLATE_NOOP("Audit", "Policy tested")),
    "policy_backtested": ("scales", QT_TRANSLATE_NOOP("Audit", "Policy tried on the past")),
    "policy_shadowed": ("scales", QT_TRANSLATE_NOOP("Audit", "Policy in shadow")),
    "policy_signed": ("scales", QT_TRANSLATE_NOOP("Audit", "Policy signed")),
    "policy_activated": ("scales", QT_TRANSLATE_NOOP("Audit", "Policy active")),
    "policy_retired": ("scales", QT_TRANSLATE_NOOP("Audit", "Policy retired")),
    "saved_reply_changed": ("textbox", QT_TRANSLATE_NOOP("Audit", "Saved reply changed")),
    "statement_added": ("seal-check", QT_TRANSLATE_NOOP("Audit", "Statement added")),
    "statement_retired": ("archive", QT_TRANSLATE_NOOP("Audit", "Statement out of force")),
    "decision": ("check", QT_TRANSLATE_NOOP("Audit", "Decision")),
    "refusal": ("hand-palm", QT_TRANSLATE_NOOP("Audit", "Refusal")),
    "dispatch": ("paper-plane-tilt", QT_TRANSLATE_NOOP("Audit", "Answer of the platform")),
    "undo": ("arrow-u-up-left", QT_TRANSLATE_NOOP("Audit", "Taken back")),
    "review": ("users", QT_TRANSLATE_NOOP("Audit", "Second person")),
    "watch_over": ("binoculars", QT_TRANSLATE_NOOP("Audit", "Watch over, back in the queue")),
    "retry": ("arrow-clockwise", QT_TRANSLATE_NOOP("Audit", "Queued again")),
    "categorised": ("tag", QT_TRANSLATE_NOOP("Audit", "Category changed")),
    "note": ("note-blank", QT_TRANSLATE_NOOP("Audit", "Note")),
    "category_undone": ("arrow-u-up-left", QT_TRANSLATE_NOOP("Audit", "Category taken back")),
    "assignment_undone": ("arrow-u-up-left", QT_TRANSLATE_NOOP("Audit", "Assignment taken back")),
    "tag_undone": ("arrow-u-up-left", QT_TRANSLATE_NOOP("Audit", "Tag as it was before")),
    "note_withdrawn": ("arrow-u-up-left", QT_TRANSLATE_NOOP("Audit", "Note withdrawn")),
    "author_tagged": ("tag", QT_TRANSLATE_NOOP("Audit", "Author tagged")),
    "author_untagged": ("tag", QT_TRANSLATE_NOOP("Audit", "Tag taken away")),
    "export": ("export", QT_TRANSLATE_NOOP("Audit", "Log exported")),
    "assigned": ("user-switch", QT_TRANSLATE_NOOP("Audit", "Assigned")),
    "team_view": ("funnel-simple", QT_TRANSLATE_NOOP("Audit", "View of the team")),
    "member_added": ("user", QT_TRANSLATE_NOOP("Audit", "Member added")),
    "member_role": ("user", QT_TRANSLATE_NOOP("Audit", "Role changed")),
    "member_renamed": ("user-switch", QT_TRANSLATE_NOOP("Audit", "Pseudonym changed")),
    "member_removed": ("user-minus", QT_TRANSLATE_NOOP("Audit", "Member removed")),
    "channel_erasing": ("trash-simple", QT_TRANSLATE_NOOP("Audit", "Erasing a channel begun")),
    "channel_erased": ("trash-simple", QT_TRANSLATE_NOOP("Audit", "Channel erased")),
    "author_erased": ("user-minus", QT_TRANSLATE_NOOP("Audit", "Author erased")),
    "retention_set": ("clock-countdown", QT_TRANSLATE_NOOP("Audit", "Terms of keeping changed")),
    "retention_run": ("trash-simple", QT_TRANSLATE_NOOP("Audit", "Kept for its term, erased")),
    "hold_set": ("archive", QT_TRANSLATE_NOOP("Audit", "Kept as evidence")),
    "hold_lifted": ("archive", QT_TRANSLATE_NOOP("Audit", "No longer kept as evidence")),
    "engine_chosen": ("robot", QT_TRANSLATE_NOOP("Audit", "Classifier chosen")),
    "reclassification": ("arrow-clockwise", QT_TRANSLATE_NOOP("Audit", "Read again")),
    "calibration_proposed": ("scales", QT_TRANSLATE_NOOP("Audit", "Calibration proposed")),
    "calibration_activated": ("scales", QT_TRANSLATE_NOOP("Audit", "Calibration active")),
    "calibration_reverted": ("arrow-u-up-left", QT_TRANSLATE_NOOP("Audit", "Calibration taken back")),
    "automation_stopped": ("robot", QT_TRANSLATE_NOOP("Audit", "Automatic hiding stopped")),
    "bulk_started": ("stack", QT_TRANSLATE_NOOP("Audit", "Bulk decision begun")),
    "bulk_resumed": ("stack", QT_TRANSLATE_NOOP("Audit", "Bulk decision resumed")),
    "bulk_done": ("stack", QT_TRANSLATE_NOOP("Audit", "Bulk decision finished")),
    "bulk_stopped": ("stack", QT_TRANSLATE_NOOP("Audit", "Bulk decision stopped")),
    "bulk_undone": ("stack", QT_TRANSLATE_NOOP("Audit", "Bulk decision taken back")),
    "automation_rearmed": ("robot", QT_TRANSLATE_NOOP("Audit", "Automatic hiding on again")),
    "fault_acknowledged": ("link-break", QT_TRANSLATE_NOOP("Audit", "Broken place acknowledged")),
}

# What somebody was refused to do with a policy, by the action of the entry.
_REFUSED: Final[dict[str, str]] = {
    "policy_submit": QT_TRANSLATE_NOOP("Audit", "Refused: submit a policy"),
    "policy_test": QT_TRANSLATE_NOOP("Audit", "Refused: test a policy"),
    "policy_backtest": QT_TRANSLATE_NOOP("Audit", "Refused: try a policy on the past"),
    "policy_shadow": QT_TRANSLATE_NOOP("Audit", "Refused: put a policy into shadow"),
    "policy_sign": QT_TRANSLATE_NOOP("Audit", "Refused: sign a policy"),
    "policy_activate": QT_TRANSLATE_NOOP("Audit", "Refused: activate a policy"),
    "policy_retire": QT_TRANSLATE_NOOP("Audit", "Refused: retire a policy"),
}

# outcome code -> (icon, word, colour role of the icon)
OUTCOMES: Final[dict[str, tuple[str, str, str]]] = {
    "done": ("check-circle", QT_TRANSLATE_NOOP("Audit", "done"), "ok"),
    "confirmed_by_person": ("check-circle", QT_TRANSLATE_NOOP("Audit", "done by hand"), "ok"),
    "approved": ("check-circle", QT_TRANSLATE_NOOP("Audit", "agreed"), "ok"),
    "queued": ("paper-plane-tilt", QT_TRANSLATE_NOOP("Audit", "queued"), "text-muted"),
    "waiting_person": ("arrow-square-out", QT_TRANSLATE_NOOP("Audit", "by hand"), "warning"),
    "waiting_review": ("users", QT_TRANSLATE_NOOP("Audit", "second person"), "warning"),
    "saved": ("check-circle", QT_TRANSLATE_NOOP("Audit", "saved"), "ok"),
    "removed": ("minus-circle", QT_TRANSLATE_NOOP("Audit", "removed"), "text-muted"),
    "restored": ("arrow-u-up-left", QT_TRANSLATE_NOOP("Audit", "brought back"), "ok"),
    "original": ("clock-counter-clockwise", QT_TRANSLATE_NOOP("Audit", "as it came"), "ok"),
    "refused": ("hand-palm", QT_TRANSLATE_NOOP("Audit", "refused"), "warning"),
    "refused_by_platform": ("warning-circle", QT_TRANSLATE_NOOP("Audit", "refused there"), "danger"),
    "gone": ("minus-circle", QT_TRANSLATE_NOOP("Audit", "gone"), "danger"),
    "stale": ("clock-counter-clockwise", QT_TRANSLATE_NOOP("Audit", "text changed"), "warning"),
    "not_done": ("x-circle", QT_TRANSLATE_NOOP("Audit", "not done"), "danger"),
    "failed": ("warning-circle", QT_TRANSLATE_NOOP("Audit", "failed"), "danger"),
    "cannot_tell": ("question", QT_TRANSLATE_NOOP("Audit", "not known"), "warning"),
    "rejected": ("x-circle", QT_TRANSLATE_NOOP("Audit", "not agreed"), "warning"),
    "expired": ("clock", QT_TRANSLATE_NOOP("Audit", "expired"), "warning"),
    "cancelled": ("x-circle", QT_TRANSLATE_NOOP("Audit", "cancelled"), "text-muted"),
    "new": ("circle-dashed", QT_TRANSLATE_NOOP("Audit", "new"), "text-muted"),
    "text_replaced": ("circle-dashed", QT_TRANSLATE_NOOP("Audit", "text replaced"), "text-muted"),
    "passed": ("check-circle", QT_TRANSLATE_NOOP("Audit", "passed"), "ok"),
    "met": ("check-circle", QT_TRANSLATE_NOOP("Audit", "conditions met"), "ok"),
    "waived": ("warning-circle", QT_TRANSLATE_NOOP("Audit", "waived, with a reason"), "warning"),
    "started": ("play", QT_TRANSLATE_NOOP("Audit", "started"), "text-muted"),
    "stopped": ("pause", QT_TRANSLATE_NOOP("Audit", "stopped"), "text-muted"),
    "activated": ("check-circle", QT_TRANSLATE_NOOP("Audit", "activated"), "ok"),
    "replaced": ("circle-dashed", QT_TRANSLATE_NOOP("Audit", "replaced"), "text-muted"),
    "retired": ("circle-dashed", QT_TRANSLATE_NOOP("Audit", "retired"), "text-muted"),
}


class Face(NamedTuple):
    """An icon with its word and the icon's colour role."""

    icon: str
    word: str
    color: str = "text-muted"


def event_word(event: str) -> str:
    """The name of an event in the filter."""
    found = EVENTS.get(event)
    return QCoreApplication.translate(CONTEXT, found[1]) if found else event.replace("_", " ")


def outcome_face(outcome: str) -> Face | None:
    """How an outcome is shown; None when there is none to show."""
    if not outcome:
        return None
    found = OUTCOMES.get(outcome)
    if found is None:
        return Face("circle-dashed", outcome.replace("_", " "))
    icon, word, color = found
    return Face(icon, QCoreApplication.translate(CONTEXT, word), color)


def what_face(line: AuditLine) -> Face:
    """What happened, in a few words."""
    if line.damaged:
        return Face("link-break", translate("Audit", "Damaged entry"), "danger")
    icon = EVENTS.get(line.event, ("circle", ""))[0]
    action = action_word(line.action) if line.action else ""
    low = action_lower(line.action) if line.action else ""
    act_icon = ACTIONS.get(line.action, icon)
    if line.event == "decision" and action:
        return Face(act_icon, action)
    if line.event == "refusal" and line.action in _REFUSED:
        return Face(icon, QCoreApplication.translate(CONTEXT, _REFUSED[line.action]))
    if line.event == "refusal" and action:
        if line.undoes:
            return Face(icon, translate("Audit", "Undo refused: {action}").format(action=low))
        return Face(icon, translate("Audit", "Refused: {action}").format(action=low))
    if line.event == "undo" and action:
        return Face(icon, translate("Audit", "Undo: {action}").format(action=low))
    if line.event == "dispatch" and action:
        return Face(_dispatch_icon(line), _dispatch_words(line, low))
    if line.event == "review" and action:
        return Face(icon, translate("Audit", "Second person: {action}").format(action=low))
    if line.event == "retry" and action:
        return Face(icon, translate("Audit", "Queued again: {action}").format(action=low))
    if line.event == "categorised" and line.after:
        return Face(
            icon,
            translate("Audit", "Category: {category}").format(category=category_word(line.after).lower()),
        )
    if line.event == "policy_activated" and line.policy_number:
        return Face(icon, translate("Audit", "Policy v{number} active").format(number=line.policy_number))
    if line.event == "export" and line.form:
        return Face(icon, translate("Audit", "Export, {form}").format(form=form_word(line.form)))
    if line.event == "note" and line.role == "lead":
        return Face(icon, translate("Audit", "Lead’s note"))
    return Face(icon, event_word(line.event))


def on_words(line: AuditLine) -> str:
    """What it was about: a category with its severity, a number, a member, a channel."""
    if line.category and line.comment:
        word = category_word(line.category, short=True)
        return (
            translate("Audit", "{category}, {severity}/5").format(category=word, severity=line.severity)
            if line.severity
            else word
        )
    if line.event == "export":
        return counted.entries(line.count)
    if line.event == "import_finished":
        return counted.comments(line.count)
    if line.member and line.event.startswith("member"):
        return line.member
    if line.channel:
        return line.channel.partition(":")[2]
    return ""


def actor_words(line: AuditLine) -> str:
    """Who: the name, or the console itself."""
    return translate("Audit", "console") if line.by_machine else line.actor


def subtitle(line: AuditLine) -> str:
    """Beside the entry's number: hide, by Kim, moderator."""
    what = what_face(line).word
    if line.by_machine:
        return translate("Audit", "{what}, by the console").format(what=what)
    return translate("Audit", "{what}, by {name}, {role}").format(
        what=what, name=line.actor, role=role_word(line.role)
    )


def form_word(form: str) -> str:
    """The name of an export format."""
    return {
        "jsonl": "JSON Lines",
        "csv": "CSV",
        "dsa": translate("Audit", "statements"),
        "dsa-csv": "DSA CSV",
    }.get(form, form)


def _dispatch_icon(line: AuditLine) -> str:
    if line.outcome in ("done", "confirmed_by_person"):
        return "check-circle"
    return "hand-palm" if line.outcome == "refused_by_platform" else "warning-circle"


def _dispatch_words(line: AuditLine, low: str) -> str:
    if line.outcome == "done":
        return translate("Audit", "Confirmed by platform: {action}").format(action=low)
    if line.outcome == "confirmed_by_person":
        return translate("Audit", "Done by hand: {action}").format(action=low)
    if line.outcome == "refused_by_platform":
        return translate("Audit", "Refused by platform: {action}").format(action=low)
    if line.outcome == "gone":
        return translate("Audit", "Already gone: {action}").format(action=low)
    return translate("Audit", "Not carried out: {action}").format(action=low)
