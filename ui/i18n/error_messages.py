"""Errors of platforms and of the desk in words: what happened, what became of the work, what to do next."""

from __future__ import annotations

from typing import Final

from ui.i18n.company_messages import COMPANY_ERRORS
from ui.i18n.mark import QT_TRANSLATE_NOOP
from ui.i18n.mastodon_messages import MASTODON_ERRORS
from ui.i18n.meta_messages import META_ERRORS
from ui.i18n.retention_messages import RETENTION_ERRORS
from ui.i18n.site_messages import SITE_ERRORS
from ui.i18n.x_messages import X_ERRORS
from ui.i18n.youtube_messages import YOUTUBE_ERRORS

_NOT_ADDED: Final = QT_TRANSLATE_NOOP("Messages", "No channel was added.")
_UNCHANGED: Final = QT_TRANSLATE_NOOP("Messages", "Nothing was changed.")
_WAITS: Final = QT_TRANSLATE_NOOP("Messages", "Your action waits here and leaves later.")
_NOT_SENT: Final = QT_TRANSLATE_NOOP("Messages", "Your action was not carried out.")
_AGAIN: Final = QT_TRANSLATE_NOOP("Messages", "It is tried again by itself.")
_ON_SITE: Final = QT_TRANSLATE_NOOP("Messages", "Look at it on the site.")
_CHECK_SERVER: Final = QT_TRANSLATE_NOOP("Messages", "Check the server’s address in Channels.")
_NOT_LOADED: Final = QT_TRANSLATE_NOOP("Messages", "Nothing of it is kept.")
_LOOK_AGAIN: Final = QT_TRANSLATE_NOOP("Messages", "Look at the list again.")
_OTHERWISE: Final = QT_TRANSLATE_NOOP("Messages", "Hide or report it instead.")

Words = tuple[str, str, str]


PLATFORM: Final[dict[str, Words]] = {
    **MASTODON_ERRORS,
    **YOUTUBE_ERRORS,
    **SITE_ERRORS,
    **META_ERRORS,
    **X_ERRORS,
    **COMPANY_ERRORS,
    **RETENTION_ERRORS,
    "offline": (QT_TRANSLATE_NOOP("Messages", "There is no way to the site: no network."), _WAITS, _AGAIN),
    "timeout": (QT_TRANSLATE_NOOP("Messages", "The site takes too long to answer."), _WAITS, _AGAIN),
    "connection_lost": (QT_TRANSLATE_NOOP("Messages", "The connection to the site broke off."), _WAITS, _AGAIN),
    "server_error": (QT_TRANSLATE_NOOP("Messages", "The site has trouble of its own."), _WAITS, _AGAIN),
    "bad_answer": (QT_TRANSLATE_NOOP("Messages", "The site gave an answer that cannot be read."), _WAITS, _AGAIN),
    "answer_too_large": (QT_TRANSLATE_NOOP("Messages", "The site’s answer is larger than it may be."), _WAITS, _AGAIN),
    "proxy_failed": (
        QT_TRANSLATE_NOOP("Messages", "The proxy of this machine does not answer, or does not let us through."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Check the proxy in the system’s settings, or ask your IT department."),
    ),
    "tls_failed": (
        QT_TRANSLATE_NOOP("Messages", "The site’s certificate is not trusted."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Check the date of this machine, then ask who runs the network."),
    ),
    "internal_error": (
        QT_TRANSLATE_NOOP("Messages", "Vigie stumbled while reading this channel."),
        QT_TRANSLATE_NOOP("Messages", "What came in before is safe; the other channels run."),
        QT_TRANSLATE_NOOP("Messages", "Copy the details for whoever looks after Vigie."),
    ),
    "picture_too_large": (QT_TRANSLATE_NOOP("Messages", "This picture is larger than Vigie loads."), _NOT_LOADED, _ON_SITE),
    "picture_not_one": (QT_TRANSLATE_NOOP("Messages", "What came is no picture that can be shown."), _NOT_LOADED, _ON_SITE),
    "picture_elsewhere": (QT_TRANSLATE_NOOP("Messages", "The site sends somewhere else for this picture."), _NOT_LOADED, _ON_SITE),
    "redirected": (QT_TRANSLATE_NOOP("Messages", "The server sends requests elsewhere."), _NOT_SENT, _CHECK_SERVER),
    "bad_server": (QT_TRANSLATE_NOOP("Messages", "The server’s address is wrong."), _NOT_SENT, _CHECK_SERVER),
    "bad_pds": (QT_TRANSLATE_NOOP("Messages", "The address names no server for this account."), _UNCHANGED, _CHECK_SERVER),
    "bad_session": (QT_TRANSLATE_NOOP("Messages", "The server gave a sign-in that cannot be used."), _UNCHANGED, _CHECK_SERVER),
    "bad_request": (
        QT_TRANSLATE_NOOP("Messages", "This cannot be put into a request the site understands."), _NOT_SENT, _ON_SITE,
    ),
    "bad_target": (QT_TRANSLATE_NOOP("Messages", "This comment has no address on the site."), _NOT_SENT, _ON_SITE),
    "sign_in_refused": (
        QT_TRANSLATE_NOOP("Messages", "The sign-in was not granted on the platform’s page."), _NOT_ADDED,
        QT_TRANSLATE_NOOP("Messages", "Start it again and allow it there."),
    ),
    "sign_in_timeout": (
        QT_TRANSLATE_NOOP("Messages", "Nobody came back from the platform’s page."), _NOT_ADDED,
        QT_TRANSLATE_NOOP("Messages", "Start the sign-in again."),
    ),
    "port_taken": (
        QT_TRANSLATE_NOOP("Messages", "Another program uses port {port}, to which the platform sends you back."),
        _NOT_ADDED,
        QT_TRANSLATE_NOOP("Messages", "Close that program, then start the sign-in again."),
    ),
    "bad_credentials": (
        QT_TRANSLATE_NOOP("Messages", "The name or the password is wrong."), _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Sign in again in Channels."),
    ),
    "auth_factor_required": (
        QT_TRANSLATE_NOOP("Messages", "The account asks for a code, which a program cannot give."), _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Make a password for apps on the site, then sign in with it."),
    ),
    "account_inactive": (
        QT_TRANSLATE_NOOP("Messages", "Our account is switched off on the site."), _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Switch it on again on the site."),
    ),
    "account_gone": (QT_TRANSLATE_NOOP("Messages", "The author’s account is no longer there."), _NOT_SENT, ""),
    "bluesky_blocked": (
        QT_TRANSLATE_NOOP("Messages", "This account and ours block each other."), _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Lift the block on the site first."),
    ),
    "bluesky_blocked_by_list": (
        QT_TRANSLATE_NOOP("Messages", "This account is blocked by a list, not by a block of ours."), _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Change the list on the site."),
    ),
    "bluesky_delete_own_only": (
        QT_TRANSLATE_NOOP("Messages", "Bluesky lets nobody delete what others wrote."), _NOT_SENT, _OTHERWISE,
    ),
    "bluesky_hide_own_threads": (
        QT_TRANSLATE_NOOP("Messages", "Bluesky hides answers only under our own posts."), _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Report it, or mute the account."),
    ),
    "bluesky_hidden_limit": (
        QT_TRANSLATE_NOOP("Messages", "Bluesky keeps {limit} hidden answers under one post, and all are taken."), _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Report it, or show another one again."),
    ),
    "bluesky_key_taken": (
        QT_TRANSLATE_NOOP("Messages", "Something else stands in this action’s place on Bluesky."), _NOT_SENT, _ON_SITE,
    ),
    "bluesky_swap": (
        QT_TRANSLATE_NOOP("Messages", "Others changed the same thing on Bluesky meanwhile."), _WAITS, _AGAIN,
    ),
    "bad_cursor": (
        QT_TRANSLATE_NOOP("Messages", "The site no longer knows where the last look ended."),
        QT_TRANSLATE_NOOP("Messages", "Nothing is lost: the next look starts from the newest."), "",
    ),
    "by_hand": (
        QT_TRANSLATE_NOOP("Messages", "No program can do this here."), _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Do it on the site, then say whether it was done."),
    ),
    "empty_text": (
        QT_TRANSLATE_NOOP("Messages", "An empty text cannot be sent."), _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Write something."),
    ),
    "too_long": (
        QT_TRANSLATE_NOOP("Messages", "The text is too long for this site."), _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Shorten it."),
    ),
    "gave_up": (
        QT_TRANSLATE_NOOP("Messages", "The site did not take it, although it was tried {tries} times."), _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Send it again, or take it back."),
    ),
    "not_done": (
        QT_TRANSLATE_NOOP("Messages", "Somebody said that it was not done."), _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Decide again, or take it back."),
    ),
    "cannot_tell": (
        QT_TRANSLATE_NOOP("Messages", "The site does not tell whether it arrived."),
        QT_TRANSLATE_NOOP("Messages", "Nothing is sent twice."),
        QT_TRANSLATE_NOOP("Messages", "Look there, then say whether it was done."),
    ),
    "interrupted": (
        QT_TRANSLATE_NOOP("Messages", "Vigie was closed while it was being sent."),
        QT_TRANSLATE_NOOP("Messages", "Checking on the site before anything is sent again."), "",
    ),
    "connector": (QT_TRANSLATE_NOOP("Messages", "The site did not carry it out."), _NOT_SENT, _ON_SITE),
}  # fmt: skip
"""By the codes that an outbox row or a channel can hold."""

DESK: Final[dict[str, Words]] = {
    "decision_not_found": (QT_TRANSLATE_NOOP("Messages", "This decision is no longer there."), _UNCHANGED, _LOOK_AGAIN),
    "outbox_transition": (QT_TRANSLATE_NOOP("Messages", "It has moved on meanwhile."), _UNCHANGED, _LOOK_AGAIN),
    "watch_past": (
        QT_TRANSLATE_NOOP("Messages", "This time is over already."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Choose a later one."),
    ),
    "unknown_category": (
        QT_TRANSLATE_NOOP("Messages", "The policy has no such category."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Choose one of its own."),
    ),
    "unknown_view": (QT_TRANSLATE_NOOP("Messages", "There is no such view."), _UNCHANGED, _LOOK_AGAIN),
    "tag_invalid": (
        QT_TRANSLATE_NOOP("Messages", "A tag is one short word."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Give it another one."),
    ),
    "tags_full": (
        QT_TRANSLATE_NOOP("Messages", "This author has as many tags as can be."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Remove one first."),
    ),
    "author_not_found": (QT_TRANSLATE_NOOP("Messages", "This author is no longer here."), _UNCHANGED, _LOOK_AGAIN),
    "deed_not_found": (QT_TRANSLATE_NOOP("Messages", "It is no longer there."), _UNCHANGED, _LOOK_AGAIN),
    "erase_ours": (
        QT_TRANSLATE_NOOP("Messages", "This is one of your own accounts."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Remove the channel instead."),
    ),
    "erase_unfinished": (
        QT_TRANSLATE_NOOP("Messages", "Actions about this person are on their way."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Let them go or undo them first."),
    ),
    "erase_channel_pending": (
        QT_TRANSLATE_NOOP("Messages", "Actions decided in this channel were not carried out."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Let them go first, or agree to call them off."),
    ),
    "erase_channel_sending": (
        QT_TRANSLATE_NOOP("Messages", "An action in this channel is being sent this moment."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Try again in a minute."),
    ),
    "channel_being_erased": (
        QT_TRANSLATE_NOOP("Messages", "What was pulled from this channel is being erased."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Add it again once that is done."),
    ),
    "automation_unknown_rule": (QT_TRANSLATE_NOOP("Messages", "The policy has no such rule."), _UNCHANGED, ""),
    "automation_not_stopped": (QT_TRANSLATE_NOOP("Messages", "This rule hides by itself already."), _UNCHANGED, ""),
    "audit_broken": (
        QT_TRANSLATE_NOOP("Messages", "The log is broken: somebody changed the file."),
        QT_TRANSLATE_NOOP("Messages", "Nothing more is written to it."),
        QT_TRANSLATE_NOOP("Messages", "Keep the file, and call your lead."),
    ),
    "contact_too_long": (
        QT_TRANSLATE_NOOP("Messages", "A contact has at most {limit} letters."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Shorten it."),
    ),
    "engine_unknown": (
        QT_TRANSLATE_NOOP("Messages", "This engine is not installed here."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Choose another one in the settings."),
    ),
    "second_missing": (
        QT_TRANSLATE_NOOP("Messages", "No second engine is chosen."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Choose one in the settings."),
    ),
    "reclassification_gone": (QT_TRANSLATE_NOOP("Messages", "This reading is no longer there."), _UNCHANGED, ""),
    "reclassification_not_found": (QT_TRANSLATE_NOOP("Messages", "This reading is no longer there."), _UNCHANGED, ""),
    "reclassification_over": (QT_TRANSLATE_NOOP("Messages", "This reading is over already."), _UNCHANGED, ""),
    "reclassification_other_engine": (
        QT_TRANSLATE_NOOP("Messages", "Another engine has been chosen meanwhile."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Start reading again with it."),
    ),
    "backtest_failed": (
        QT_TRANSLATE_NOOP("Messages", "The replay broke off."), _UNCHANGED, QT_TRANSLATE_NOOP("Messages", "Run it again ({key})."),
    ),
    "failed": (
        QT_TRANSLATE_NOOP("Messages", "The replay broke off."), _UNCHANGED, QT_TRANSLATE_NOOP("Messages", "Run it again ({key})."),
    ),
    "backtest_other_policy": (
        QT_TRANSLATE_NOOP("Messages", "This replay belongs to another version."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Run it again ({key})."),
    ),
    "policy_ambiguous": (
        QT_TRANSLATE_NOOP("Messages", "Several versions begin like this."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Name it with more letters."),
    ),
    "spelling_word": (
        QT_TRANSLATE_NOOP("Messages", "This is no word that can be learnt."), _UNCHANGED, "",
    ),
    "spelling_language": (
        QT_TRANSLATE_NOOP("Messages", "There is no word list for this language."), _UNCHANGED, "",
    ),
    "spelling_unknown": (QT_TRANSLATE_NOOP("Messages", "This word was not learnt."), _UNCHANGED, ""),
    "unknown_kind": (
        QT_TRANSLATE_NOOP("Messages", "Vigie does not know this platform."), _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Update Vigie, or import a file instead."),
    ),
}  # fmt: skip
"""By the codes of what a person does at the desk."""
