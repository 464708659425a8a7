"""Saved replies and what was said before, in the words of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from console.domain.errors import VigieError
from console.domain.vocabulary import CommentState
from console.policy.said import Finding, short
from ui.errors import describe
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.words import category_word, join_and
from ui.models.wording import category_name, reason_words

if TYPE_CHECKING:
    from console.policy import Policy
    from console.policy.replies import SavedReply
    from console.services.desk import Detail
    from console.services.replies import Offer, Offered
    from console.services.reply_cases import Filled

CONTEXT: Final = "Reply"
GROUPS: Final = {
    "ladder": QT_TRANSLATE_NOOP("Reply", "The ladder asks for it"),
    "allowed": QT_TRANSLATE_NOOP("Reply", "For this comment"),
    "override": QT_TRANSLATE_NOOP("Reply", "By leave of a lead"),
    "other": QT_TRANSLATE_NOOP("Reply", "For other comments"),
}
BECAUSE: Final = {
    "asked": QT_TRANSLATE_NOOP("Reply", "As you chose"),
    "verdict": QT_TRANSLATE_NOOP("Reply", "As the comment"),
    "channel": QT_TRANSLATE_NOOP("Reply", "As the channel"),
    "workspace": QT_TRANSLATE_NOOP("Reply", "As the policy"),
    "only": QT_TRANSLATE_NOOP("Reply", "No other language"),
}
LANGUAGES: Final = {
    "fr": QT_TRANSLATE_NOOP("Reply", "French"),
    "en": QT_TRANSLATE_NOOP("Reply", "English"),
}
ORIGINS: Final = {
    "bundled": QT_TRANSLATE_NOOP("Reply", "comes with Vigie"),
    "own": QT_TRANSLATE_NOOP("Reply", "your own"),
    "replaced": QT_TRANSLATE_NOOP("Reply", "rewritten here"),
}
DIFFERS: Final = {
    "money": QT_TRANSLATE_NOOP("Reply", "Another amount"),
    "percent": QT_TRANSLATE_NOOP("Reply", "Another share"),
    "date": QT_TRANSLATE_NOOP("Reply", "Another date"),
    "season": QT_TRANSLATE_NOOP("Reply", "Another season"),
    "weekday": QT_TRANSLATE_NOOP("Reply", "Another day"),
    "time": QT_TRANSLATE_NOOP("Reply", "Another time"),
    "duration": QT_TRANSLATE_NOOP("Reply", "Another span of time"),
    "measure": QT_TRANSLATE_NOOP("Reply", "Another measure"),
    "count": QT_TRANSLATE_NOOP("Reply", "Another number"),
    "phone": QT_TRANSLATE_NOOP("Reply", "Another telephone number"),
    "negation": QT_TRANSLATE_NOOP("Reply", "The opposite"),
}
SOURCES: Final = {
    "author": QT_TRANSLATE_NOOP("Reply", "to this author"),
    "thread": QT_TRANSLATE_NOOP("Reply", "in this thread"),
    "post": QT_TRANSLATE_NOOP("Reply", "under this post"),
    "statement": QT_TRANSLATE_NOOP("Reply", "in the register of statements"),
}


ERRORS: Final = {
    "reply_bad_id": (
        QT_TRANSLATE_NOOP("Reply", "This short name cannot be used."),
        QT_TRANSLATE_NOOP("Reply", "Write lower-case words joined by dots, such as complaint.private."),
    ),
    "reply_bad_title": (
        QT_TRANSLATE_NOOP("Reply", "The title is empty, or longer than {longest} characters."),
        QT_TRANSLATE_NOOP("Reply", "Each language that has a text needs a short title."),
    ),
    "reply_bad_text": (
        QT_TRANSLATE_NOOP("Reply", "The text is empty, or longer than {longest} characters."), "",
    ),
    "reply_no_variant": (
        QT_TRANSLATE_NOOP("Reply", "No language would have a text."),
        QT_TRANSLATE_NOOP("Reply", "Write one, or remove the reply."),
    ),
    "unknown_category": (
        QT_TRANSLATE_NOOP("Reply", "The policy in force has no category “{category}”."), "",
    ),
    "unknown_rule": (
        QT_TRANSLATE_NOOP("Reply", "The policy in force has no rule “{rule}”."),
        QT_TRANSLATE_NOOP("Reply", "Its rules: {known}."),
    ),
    "statement_known": (
        QT_TRANSLATE_NOOP("Reply", "These words stand in the register already."), "",
    ),
    "statement_future": (
        QT_TRANSLATE_NOOP("Reply", "A statement cannot have been made in the future."), "",
    ),
    "statement_no_reply": (
        QT_TRANSLATE_NOOP("Reply", "No reply of ours has been sent here yet."), "",
    ),
    "statement_retired": (
        QT_TRANSLATE_NOOP("Reply", "This statement is out of force already."), "",
    ),
}  # fmt: skip


def error_words(error: Exception) -> tuple[str, str]:
    """What did not work and the next step, for errors of replies and statements; others as everywhere."""
    if isinstance(error, VigieError) and error.code in ERRORS:
        given = {name: str(value) for name, value in error.params.items()}
        what, step = (
            QCoreApplication.translate(CONTEXT, part) if part else "" for part in ERRORS[error.code]
        )
        return what.format_map(given), step.format_map(given)
    words = describe(error)
    return words.what, words.step


def _word(table: dict[str, str], code: str) -> str:
    source = table.get(code)
    return code if source is None else QCoreApplication.translate(CONTEXT, source)


def group_word(group: str, offer: Offer) -> str:
    """The head over a group; a lead needs nobody's leave, only a reason."""
    if group == "override" and offer.leave:
        return translate("Reply", "With a reason of yours")
    return _word(GROUPS, group)


def language_word(language: str) -> str:
    """The name of a reply's language."""
    return _word(LANGUAGES, language)


def because_words(filled: Filled) -> str:
    """Why a reply is in its language."""
    return _word(BECAUSE, filled.because)


def origin_word(reply: SavedReply) -> str:
    """Where a reply comes from, or that it was taken out."""
    return translate("Reply", "removed") if reply.removed else _word(ORIGINS, reply.origin)


def made_for(reply: SavedReply, policy: Policy | None) -> str:
    """What a reply is made for: its categories, then its rules; any comment where it names none."""
    names = [category_name(policy, one) or category_word(one) for one in reply.categories]
    names += list(reply.rules)
    return join_and(names) if names else translate("Reply", "any comment")


def why_words(one: Offered, policy: Policy | None) -> str:
    """Why a reply is locked, or what it is made for; empty where nothing is to be said."""
    if one.why is None:
        return ""
    if one.why.code == "reply.private":
        return translate("Reply", "Written for a private message.")
    if one.why.code == "reply.other_category":
        return translate("Reply", "Made for: {what}.").format(what=made_for(one.reply, policy))
    return reason_words(one.why, policy)


def finding_words(one: Finding) -> tuple[str, str, str]:
    """Title, line and aside of a notice: what we said when, what is different, where it was said."""
    said = one.said
    date = QDate(said.day.year, said.day.month, said.day.day)
    pattern = "d MMMM" if date.year() == QDate.currentDate().year() else "d MMMM yyyy"
    day = QLocale().toString(date, pattern)
    quote = short(one.quote, 200)
    where = _word(SOURCES, said.source)
    if said.place and said.source == "statement":
        where = f"{where}, {said.place}"
    if one.kind == "same":
        title = translate("Reply", "We have said this on {day}: “{text}”.").format(day=day, text=quote)
        return title, "", where
    title = translate("Reply", "On {day} we said something else: “{text}”.").format(day=day, text=quote)
    line = translate("Reply", "{what}: {theirs} then, {ours} now.").format(
        what=_word(DIFFERS, one.differs), theirs=one.theirs, ours=one.ours
    )
    return title, line, where


def review_words(detail: Detail, me: str) -> tuple[str, str] | None:
    """What became of a reply of mine that waited for approval: head and note; None where nothing is to be said."""
    last = detail.all_reviews[-1] if detail.all_reviews else None
    asked = next((one for one in detail.decisions if last is not None and one.id == last.decision_id), None)
    if last is None or asked is None or not asked.text or last.asked_by != me:
        return None
    if last.state not in ("rejected", "expired") or detail.comment.state is not CommentState.OPEN:
        return None
    if last.state == "expired":
        return translate("Reply", "Nobody answered in time about your reply"), ""
    said = next(
        (
            one.text
            for one in detail.comment_notes
            if one.actor == last.answered_by and one.created_at == last.answered_at
        ),
        "",
    )
    head = translate("Reply", "{name} did not agree to your reply").format(name=last.answered_by or "")
    return head, translate("Reply", "“{text}”").format(text=said) if said else ""
