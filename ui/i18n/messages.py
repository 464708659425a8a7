"""Codes with parameters become sentences: errors, refusals, reasons, effects and guards, in the language shown."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from ui.i18n import format as say
from ui.i18n.effect_messages import EFFECTS
from ui.i18n.error_messages import DESK, PLATFORM
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.view_messages import VIEWS
from ui.i18n.words import action_lower, action_noun, category_word, join_and, platform_word, role_word

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTEXT: Final = "Messages"


@dataclass(frozen=True, slots=True)
class ErrorText:
    """An error for a person: what did not work, what became of their action, one next step."""

    what: str
    became: str
    step: str


_UNCHANGED: Final = QT_TRANSLATE_NOOP("Messages", "Nothing was changed.")
_WAITS: Final = QT_TRANSLATE_NOOP("Messages", "Your action waits here and leaves later.")
_NOT_SENT: Final = QT_TRANSLATE_NOOP("Messages", "Your action was not carried out.")

ERRORS: Final[dict[str, tuple[str, str, str]]] = {
    "workspace_locked": (
        QT_TRANSLATE_NOOP("Messages", "The workspace is busy: another program holds it."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Try again in a moment."),
    ),
    "workspace_too_new": (
        QT_TRANSLATE_NOOP("Messages", "A newer Vigie wrote this workspace."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Update Vigie, then open it again."),
    ),
    "workspace_damaged": (
        QT_TRANSLATE_NOOP("Messages", "The workspace file cannot be read."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Run “vigie doctor”: it offers the last backup."),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("Messages", "The disk is full."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Free some space, then try again."),
    ),
    "keyring_unavailable": (
        QT_TRANSLATE_NOOP("Messages", "The system keyring is locked or missing."),
        QT_TRANSLATE_NOOP("Messages", "The secret was not stored."),
        QT_TRANSLATE_NOOP("Messages", "Unlock the keyring, then sign in again."),
    ),
    "secret_missing": (
        QT_TRANSLATE_NOOP("Messages", "No secret is stored for {channel}."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Sign in to this channel."),
    ),
    "classifier_away": (
        QT_TRANSLATE_NOOP("Messages", "No verdicts just now."),
        QT_TRANSLATE_NOOP("Messages", "Comments still come, by time."),
        QT_TRANSLATE_NOOP("Messages", "The engine is started again by itself."),
    ),
    "lease_held": (
        QT_TRANSLATE_NOOP("Messages", "Another Vigie is at work on this workspace: {holder}."),
        QT_TRANSLATE_NOOP("Messages", "Your decisions are recorded; it sends them."),
        QT_TRANSLATE_NOOP("Messages", "You can go on."),
    ),
    "auth_expired": (
        QT_TRANSLATE_NOOP("Messages", "{channel} wants a new sign-in."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Sign in."),
    ),
    "auth_missing_scope": (
        QT_TRANSLATE_NOOP("Messages", "The sign-in of {channel} lacks a permission: {scope}."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Sign in again with that permission."),
    ),
    "rate_limited": (
        QT_TRANSLATE_NOOP("Messages", "{channel} asks us to wait."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Goes on at {retry_at}."),
    ),
    "quota_exhausted": (
        QT_TRANSLATE_NOOP("Messages", "The day’s budget of {channel} is spent."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Goes on at {retry_at}."),
    ),
    "gone": (
        QT_TRANSLATE_NOOP("Messages", "The comment is gone."),
        QT_TRANSLATE_NOOP("Messages", "Nothing to do."),
        "",
    ),
    "forbidden": (
        QT_TRANSLATE_NOOP("Messages", "The site refuses this to our account."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Open it on the site, or choose something else."),
    ),
    "invalid": (
        QT_TRANSLATE_NOOP("Messages", "The site calls this request wrong."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Look at the text, then try again."),
    ),
    "duplicate": (
        QT_TRANSLATE_NOOP("Messages", "The site has this very text already."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Change the text."),
    ),
    "unsupported": (
        QT_TRANSLATE_NOOP("Messages", "The site has no such action."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Open it on the site."),
    ),
    "transient": (
        QT_TRANSLATE_NOOP("Messages", "No network, or the site does not answer."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "You can go on."),
    ),
    "unknown_outcome": (
        QT_TRANSLATE_NOOP("Messages", "Sent, no answer yet."),
        QT_TRANSLATE_NOOP("Messages", "Checking on the site before anything is sent again."),
        "",
    ),
    "not_found": (QT_TRANSLATE_NOOP("Messages", "It is no longer there."), _UNCHANGED, ""),
    "not_allowed": (
        QT_TRANSLATE_NOOP("Messages", "Your role does not allow this."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Ask a lead."),
    ),
    "illegal_transition": (
        QT_TRANSLATE_NOOP("Messages", "This was decided already."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Look at the timeline."),
    ),
    "stale": (
        QT_TRANSLATE_NOOP("Messages", "The comment or the policy has changed since you read it."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Read it again, then decide."),
    ),
    "usage": (
        QT_TRANSLATE_NOOP("Messages", "Something is missing or wrong in what was asked."),
        _UNCHANGED,
        "",
    ),
    **PLATFORM,
    **DESK,
    **VIEWS,
}
"""By the public codes of the error tree: what, what became of the action, next step."""

SENTENCES: Final[dict[str, str]] = {
    "guard.troll": QT_TRANSLATE_NOOP("Messages", "We do not answer provocation."),
    "guard.not_troll": QT_TRANSLATE_NOOP("Messages", "This is not a provocation"),
    "guard.cap": QT_TRANSLATE_NOOP(
        "Messages", "We have answered twice here. Offer a private talk, or let others speak."
    ),
    "guard.contradiction": QT_TRANSLATE_NOOP(
        "Messages", "At {time} we said something else: “{text}”. Change it, or ask the spokesperson."
    ),
    "refuse.block": QT_TRANSLATE_NOOP("Messages", "Block is not a first step. {missing} must come first."),
    "refuse.protected": QT_TRANSLATE_NOOP(
        "Messages",
        "Constructive criticism is protected. Answer it, or say why it is something else ({key}).",
    ),
    "refuse.second": QT_TRANSLATE_NOOP(
        "Messages", "A second person must agree within 24 h. Asked: {person}."
    ),
    "undo.none": QT_TRANSLATE_NOOP("Messages", "{done}. This cannot be undone."),
    "undo.queued": QT_TRANSLATE_NOOP("Messages", "{done}: “{start}”"),
    "undo.queued_by": QT_TRANSLATE_NOOP("Messages", "{done}: {author}"),
    "undo.leaves": QT_TRANSLATE_NOOP("Messages", "leaves in {n} s"),
    "undo.name": QT_TRANSLATE_NOOP("Messages", "Undo: {action} of {author}"),
    "outbox.unknown": QT_TRANSLATE_NOOP(
        "Messages", "Sent, no answer yet. Checking on the site before anything is sent again."
    ),
    "outbox.gone": QT_TRANSLATE_NOOP("Messages", "The comment is gone. Nothing to do."),
    "manual.ask": QT_TRANSLATE_NOOP("Messages", "The page is open. Was it done?"),
    "claim": QT_TRANSLATE_NOOP("Messages", "{name} has it, for {minutes} more min."),
    "exposure": QT_TRANSLATE_NOOP("Messages", "Harsh texts read: {read} of {limit}. Only you see this."),
    "audit.ok": QT_TRANSLATE_NOOP("Messages", "Verified up to {time}, {entries}"),
    "audit.broken": QT_TRANSLATE_NOOP("Messages", "Log broken at entry {n}: {kind}."),
    "audit.broken.edited": QT_TRANSLATE_NOOP("Messages", "an entry was edited"),
    "audit.broken.deleted": QT_TRANSLATE_NOOP("Messages", "an entry was deleted"),
    "audit.broken.inserted": QT_TRANSLATE_NOOP("Messages", "an entry was inserted"),
    "audit.broken.reordered": QT_TRANSLATE_NOOP("Messages", "entries were reordered"),
    "audit.broken.truncated": QT_TRANSLATE_NOOP("Messages", "the end was cut off"),
    "audit.limit": QT_TRANSLATE_NOOP(
        "Messages", "Tampering is detected, not prevented. Keep an anchor elsewhere."
    ),
    "drill": QT_TRANSLATE_NOOP("Messages", "Drill. Nothing leaves the practice network."),
    "limit.site": QT_TRANSLATE_NOOP("Messages", "{channel} asks us to wait. Goes on at {retry_at}."),
    **EFFECTS,
    "decided_meanwhile": QT_TRANSLATE_NOOP(
        "Messages", "{by} was first here: {action}. Nothing of yours was added."
    ),
    "claimed": QT_TRANSLATE_NOOP("Messages", "{holder} has it. Take over: {key}"),
    "already_queued": QT_TRANSLATE_NOOP("Messages", "This is on its way already."),
    "already_decided": QT_TRANSLATE_NOOP("Messages", "A person has decided about it already."),
    "ours": QT_TRANSLATE_NOOP("Messages", "These are our own words."),
    "bulk_words": QT_TRANSLATE_NOOP("Messages", "One answer to many is spam: answer one comment at a time."),
    "bulk_time": QT_TRANSLATE_NOOP("Messages", "This action knows no time."),
    "bulk_nothing": QT_TRANSLATE_NOOP("Messages", "None of these would be decided. Nothing was done."),
    "bulk_confirm": QT_TRANSLATE_NOOP("Messages", "This needs its number said back. Nothing was done."),
    "bulk_many": QT_TRANSLATE_NOOP("Messages", "Too many without a preview: at most {most} at once."),
    "batch_not_found": QT_TRANSLATE_NOOP("Messages", "This bulk decision is no longer there."),
    "batch_ended": QT_TRANSLATE_NOOP("Messages", "This bulk decision has ended already."),
    "reply_too_long": QT_TRANSLATE_NOOP("Messages", "Too long for this site: {used} of {limit}."),
    "undo_none": QT_TRANSLATE_NOOP("Messages", "This cannot be undone from here."),
    "undo_already": QT_TRANSLATE_NOOP("Messages", "This was undone already."),
    "undo_closed": QT_TRANSLATE_NOOP("Messages", "It was never carried out: nothing to undo."),
    "undo_unconfirmed": QT_TRANSLATE_NOOP(
        "Messages", "It may have arrived. Look there and say so first, then undo."
    ),
    "undo_changed": QT_TRANSLATE_NOOP(
        "Messages", "It was changed since: there is nothing left to take back."
    ),
    "undo_rests": QT_TRANSLATE_NOOP("Messages", "A decision rests on it. Undo that one first."),
    "undo_gone": QT_TRANSLATE_NOOP("Messages", "It is no longer there."),
    "undo_other": QT_TRANSLATE_NOOP("Messages", "This is for them, or for a lead, to undo."),
    "undo_in_flight": QT_TRANSLATE_NOOP("Messages", "It is being sent. Wait for the answer, then undo."),
    "stale_revision": QT_TRANSLATE_NOOP(
        "Messages", "The author changed the comment since you read it. Read it again, then decide."
    ),
    "stale_policy": QT_TRANSLATE_NOOP(
        "Messages", "The policy changed since you read it. Look again, then decide."
    ),
    "reply_empty": QT_TRANSLATE_NOOP("Messages", "Nothing written yet."),
    "reason_needed": QT_TRANSLATE_NOOP("Messages", "Say why in a few words: a reason is needed."),
    "nothing_to_undo": QT_TRANSLATE_NOOP("Messages", "Nothing to undo."),
    "comment_not_found": QT_TRANSLATE_NOOP("Messages", "It is no longer there."),
    "outbox_not_found": QT_TRANSLATE_NOOP("Messages", "It is no longer there."),
    "not_failed": QT_TRANSLATE_NOOP("Messages", "It did not fail: nothing to send again."),
    "not_waiting_person": QT_TRANSLATE_NOOP("Messages", "This was answered already."),
    "review_closed": QT_TRANSLATE_NOOP("Messages", "This request was answered already."),
    "review_same_person": QT_TRANSLATE_NOOP("Messages", "Nobody agrees to their own request."),
    "review_not_found": QT_TRANSLATE_NOOP("Messages", "It is no longer there."),
    "decision_undone": QT_TRANSLATE_NOOP("Messages", "This decision was undone."),
    "engine_stopped": QT_TRANSLATE_NOOP("Messages", "The engine is stopping."),
    "policy_missing": QT_TRANSLATE_NOOP("Messages", "No policy is active."),
    "refuse.undo_other": QT_TRANSLATE_NOOP(
        "Messages", "This is {by}’s decision: they may undo it, or one of these: {who}."
    ),
    "review.expired": QT_TRANSLATE_NOOP(
        "Messages", "The time to agree is over; the decision was cancelled. Decide again and ask again."
    ),
    "refuse.review_role": QT_TRANSLATE_NOOP("Messages", "Agreeing needs another role: {needed}."),
    "last_lead": QT_TRANSLATE_NOOP("Messages", "{name} is the only lead. Make somebody else a lead first."),
    "member_not_found": QT_TRANSLATE_NOOP("Messages", "{name} is no longer a member."),
    "member_exists": QT_TRANSLATE_NOOP("Messages", "{name} has or had this name. Choose another one."),
    "reserved_name": QT_TRANSLATE_NOOP(
        "Messages", "“{name}” is the program’s own name in the log. Choose another one."
    ),
    "bad_actor_name": QT_TRANSLATE_NOOP("Messages", "A name has 1 to {longest} visible letters."),
    "refuse.unknown_member": QT_TRANSLATE_NOOP("Messages", "{actor} is not a member of this workspace."),
}


def _value(name: str, value: Any) -> str:
    """Give a parameter the form its name asks for: actions, categories, times, numbers."""
    if name in ("missing", "instead", "actions") and isinstance(value, (list, tuple)):
        return join_and(action_noun(str(action)) for action in value)
    if name == "action":
        return action_lower(str(value))
    if name in ("category",):
        return category_word(str(value)).lower()
    if name in ("platform", "kind_of_channel"):
        return platform_word(str(value))
    if name == "role":
        return role_word(str(value))
    if name in ("who", "needed"):
        roles = value if isinstance(value, (list, tuple)) else (value,)
        return ", ".join(role_word(str(one)) for one in roles)
    if name in ("retry_at", "time", "until", "reset_at") and isinstance(value, int):
        return say.clock_time(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return say.score(value)
    if isinstance(value, int):
        return say.number(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part) for part in value)
    return str(value)


def _fill(template: str, params: Mapping[str, Any]) -> str:
    """Fill named places; one without a value stays visible as an ellipsis, never as a crash."""
    filled = ""
    for literal, name, _, _ in Formatter().parse(template):
        filled += literal
        if name:
            value = _value(name, params[name]) if name in params else "…"
            filled += _capital(value) if filled.endswith(". ") else value
    return filled


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def known(code: str) -> bool:
    """Whether there is a sentence for ``code``."""
    return code in SENTENCES or code in ERRORS


_KEYS: Final = {
    "claimed": "decide.assign",
    "refuse.protected": "look.category",
    "backtest_failed": "app.refresh",
    "backtest_other_policy": "app.refresh",
    "failed": "app.refresh",
}
"""Sentences that name the key of an action."""


def _with_key(code: str, given: Mapping[str, Any]) -> Mapping[str, Any]:
    if code not in _KEYS:
        return given
    from ui import actions

    return {**given, "key": actions.keycap(_KEYS[code])}


def sentence(code: str, params: Mapping[str, Any] | None = None) -> str:
    """The sentence of a code. One without a sentence is shown as it is, with its parameters, so that it can be named."""
    given = _with_key(code, params or {})
    template = SENTENCES.get(code)
    if template is not None:
        shown = QCoreApplication.translate(CONTEXT, template)
        filled = _fill(shown, given)
        return _capital(filled) if shown.startswith("{") else filled
    if code in ERRORS:
        return error_text(code, given).what
    details = ", ".join(f"{name} {_value(name, value)}" for name, value in sorted(given.items()))
    plain = code.replace("_", " ").replace(".", ": ")
    return f"{plain} ({details})" if details else plain


def error_text(code: str, params: Mapping[str, Any] | None = None) -> ErrorText:
    """The three parts of an error; an unknown code is named so that it can be looked up."""
    given = _with_key(code, params or {})
    parts = ERRORS.get(code)
    if parts is None and code in SENTENCES:
        return ErrorText(sentence(code, given), QCoreApplication.translate(CONTEXT, _UNCHANGED), "")
    if parts is None:
        return ErrorText(
            translate("Messages", "Something did not work ({code}).").format(code=code),
            QCoreApplication.translate(CONTEXT, _UNCHANGED),
            translate("Messages", "Copy the details for whoever looks after Vigie."),
        )
    what, became, step = (QCoreApplication.translate(CONTEXT, part) if part else "" for part in parts)
    return ErrorText(_fill(what, given), _fill(became, given), _fill(step, given))
