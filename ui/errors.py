"""Errors as a person reads them: what did not work, what became of the data, one next step, and details to copy."""

from __future__ import annotations

import logging
import sys
from collections import defaultdict
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QLocale, qVersion

from console.domain.errors import RateLimited, Transient, UsageError, VigieError
from console.logs import summary
from ui.i18n import messages
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.messages import ErrorText
from ui.i18n.pack_messages import CLASSIFIER_ERRORS
from ui.i18n.policy_messages import POLICY_ERRORS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

log = logging.getLogger(__name__)
CONTEXT: Final = "Errors"

_UNTOUCHED: Final = QT_TRANSLATE_NOOP("Errors", "The file was left as it is.")
_NOT_ADDED: Final = QT_TRANSLATE_NOOP("Errors", "No channel was added.")

MORE: Final[dict[str, tuple[str, str, str]]] = {
    "workspace_too_new": (
        QT_TRANSLATE_NOOP("Errors", "A newer Vigie wrote this workspace."),
        QT_TRANSLATE_NOOP("Errors", "The file was not touched: nothing is lost."),
        QT_TRANSLATE_NOOP("Errors", "Update Vigie, then open it again."),
    ),
    "workspace_damaged": (
        QT_TRANSLATE_NOOP("Errors", "The workspace file is damaged."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was written to it."),
        QT_TRANSLATE_NOOP(
            "Errors", "Run “vigie doctor” in a terminal: it finds the last backup and offers it."
        ),
    ),
    "workspace_locked": (
        QT_TRANSLATE_NOOP("Errors", "Another program keeps the workspace busy."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed: nothing is lost."),
        QT_TRANSLATE_NOOP(
            "Errors", "Wait until the other program has finished, or close it, then try again."
        ),
    ),
    "not_a_workspace": (
        QT_TRANSLATE_NOOP("Errors", "This file is no Vigie workspace."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Errors", "Open another file with “vigie open --workspace FILE”."),
    ),
    "schema_mismatch": (
        QT_TRANSLATE_NOOP("Errors", "The workspace could not be brought to the present format."),
        QT_TRANSLATE_NOOP("Errors", "Every step was taken back. A backup lies beside the file: {backup}."),
        QT_TRANSLATE_NOOP("Errors", "Copy the details for whoever looks after Vigie."),
    ),
    "workspace_unreachable": (
        QT_TRANSLATE_NOOP("Errors", "The workspace file cannot be opened for writing."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP(
            "Errors", "Look at the rights of its folder and whether the disk is there, then try again."
        ),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("Errors", "The disk is full."),
        QT_TRANSLATE_NOOP("Errors", "Nothing half-written remains; what was saved before is there."),
        QT_TRANSLATE_NOOP("Errors", "Free some space, then try again."),
    ),
    "upgrade_no_room": (
        QT_TRANSLATE_NOOP("Errors", "There is no room to bring the workspace to the form of this version."),
        QT_TRANSLATE_NOOP("Errors", "The file is as it was: nothing is lost."),
        QT_TRANSLATE_NOOP("Errors", "About {needed} are needed beside it. Free some space, then try again."),
    ),
    "sqlite_too_old": (
        QT_TRANSLATE_NOOP("Errors", "This system’s SQLite ({found}) is too old; {needed} is needed."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Errors", "Update the system, or use the installer, which brings its own."),
    ),
    "policy_missing": (
        QT_TRANSLATE_NOOP("Errors", "This workspace has no active policy."),
        QT_TRANSLATE_NOOP("Errors", "Comments and log are untouched."),
        QT_TRANSLATE_NOOP("Errors", "Activate one: “vigie policy activate FILE”."),
    ),
    "policy_unreadable": (
        QT_TRANSLATE_NOOP("Errors", "The active policy {name} cannot be read by this version."),
        QT_TRANSLATE_NOOP("Errors", "Comments and log are untouched."),
        QT_TRANSLATE_NOOP("Errors", "Check it: “vigie policy check FILE”, then activate the corrected one."),
    ),
    "refuse.unknown_member": (
        QT_TRANSLATE_NOOP("Errors", "{actor} is not a member of this workspace."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "A lead adds members with “vigie member add”, or start with another name: “vigie open --as NAME”.",
        ),
    ),
    "refuse.role": (
        QT_TRANSLATE_NOOP("Errors", "Your role ({role}) does not allow this."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Errors", "One of these may: {needed}."),
    ),
    "workspace_closed": (
        QT_TRANSLATE_NOOP("Errors", "The workspace is being closed."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed."),
        "",
    ),
    "folder_unreachable": (
        QT_TRANSLATE_NOOP("Errors", "Vigie’s own folder cannot be used: {path}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Errors", "Look at the rights of the folder and the space on the disk, then try again."
        ),
    ),
    "no_keyring": (
        QT_TRANSLATE_NOOP("Errors", "This machine has no keyring to keep the password or token in."),
        QT_TRANSLATE_NOOP("Errors", "The channel works until Vigie is closed; it was written nowhere else."),
        QT_TRANSLATE_NOOP(
            "Errors", "Install a keyring (GNOME Keyring, KWallet), or sign in again at the next start."
        ),
    ),
    "keyring_locked": (
        QT_TRANSLATE_NOOP("Errors", "The keyring stayed locked."),
        QT_TRANSLATE_NOOP("Errors", "The channel works until Vigie is closed; it was written nowhere else."),
        QT_TRANSLATE_NOOP("Errors", "Unlock the keyring, then add the channel again with the same name."),
    ),
    "keyring_unavailable": (
        QT_TRANSLATE_NOOP("Errors", "The keyring does not answer."),
        QT_TRANSLATE_NOOP("Errors", "The channel works until Vigie is closed; it was written nowhere else."),
        QT_TRANSLATE_NOOP("Errors", "Unlock the keyring, then add the channel again with the same name."),
    ),
    "check.auth_expired": (
        QT_TRANSLATE_NOOP("Errors", "The platform does not accept these sign-in details."),
        _NOT_ADDED,
        QT_TRANSLATE_NOOP(
            "Errors", "Compare them with the platform, make a new password or token there, then test again."
        ),
    ),
    "check.auth_missing_scope": (
        QT_TRANSLATE_NOOP("Errors", "The sign-in lacks a permission."),
        _NOT_ADDED,
        QT_TRANSLATE_NOOP("Errors", "Make a password or token with that permission, then test again."),
    ),
    "check.rate_limited": (
        QT_TRANSLATE_NOOP("Errors", "The server asks to wait: there were too many sign-ins."),
        _NOT_ADDED,
        QT_TRANSLATE_NOOP("Errors", "Test again at {retry_at}."),
    ),
    "check.transient": (
        QT_TRANSLATE_NOOP("Errors", "The server cannot be reached, or does not answer."),
        _NOT_ADDED,
        QT_TRANSLATE_NOOP("Errors", "Look at the address and the network, then test again."),
    ),
    "check.gone": (
        QT_TRANSLATE_NOOP("Errors", "There is no such account there."),
        _NOT_ADDED,
        QT_TRANSLATE_NOOP("Errors", "Look at the account and the address, then test again."),
    ),
    "check.forbidden": (
        QT_TRANSLATE_NOOP("Errors", "The server refuses this account: it may be suspended or deactivated."),
        _NOT_ADDED,
        QT_TRANSLATE_NOOP("Errors", "Look at the account on the site."),
    ),
    "check.invalid": (
        QT_TRANSLATE_NOOP("Errors", "The server does not understand these details."),
        _NOT_ADDED,
        QT_TRANSLATE_NOOP("Errors", "Look at the account and the address, then test again."),
    ),
    "bad_server": (
        QT_TRANSLATE_NOOP("Errors", "This is no server address."),
        _NOT_ADDED,
        QT_TRANSLATE_NOOP("Errors", "Write it like https://example.org."),
    ),
    "updates.server_not_https": (
        QT_TRANSLATE_NOOP("Errors", "What this server sends would travel unencrypted."),
        QT_TRANSLATE_NOOP("Errors", "Nobody was asked."),
        QT_TRANSLATE_NOOP("Errors", "Write the address with https://."),
    ),
    "updates.bad_server": (
        QT_TRANSLATE_NOOP("Errors", "This is no server address."),
        QT_TRANSLATE_NOOP("Errors", "Nobody was asked."),
        QT_TRANSLATE_NOOP("Errors", "Write it like https://example.org."),
    ),
    "updates.transient": (
        QT_TRANSLATE_NOOP("Errors", "The server of updates cannot be reached, or does not answer."),
        QT_TRANSLATE_NOOP("Errors", "Vigie stays as it is; what arrived of a download is kept."),
        QT_TRANSLATE_NOOP("Errors", "Try again later, or ask your IT department."),
    ),
    "updates.gone": (
        QT_TRANSLATE_NOOP("Errors", "There is no list of versions, or no such package, on this server."),
        QT_TRANSLATE_NOOP("Errors", "Vigie stays as it is."),
        QT_TRANSLATE_NOOP("Errors", "Look at the address, or ask your IT department."),
    ),
    "server_not_https": (
        QT_TRANSLATE_NOOP("Errors", "The password would travel unencrypted to this server."),
        _NOT_ADDED,
        QT_TRANSLATE_NOOP("Errors", "Write the address with https://."),
    ),
    "channel_taken": (
        QT_TRANSLATE_NOOP("Errors", "A channel of this name belongs to another account."),
        _NOT_ADDED,
        QT_TRANSLATE_NOOP("Errors", "Give another name."),
    ),
    "bad_handle": (
        QT_TRANSLATE_NOOP("Errors", "This is no account name."),
        _NOT_ADDED,
        QT_TRANSLATE_NOOP("Errors", "Write it as the platform shows it."),
    ),
    "engine_stopped": (
        QT_TRANSLATE_NOOP("Errors", "Vigie’s engine is not running yet."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Errors", "Try again in a moment."),
    ),
}
"""Codes that the window's general table lacks, or says less well while a workspace opens or a channel is tested."""

_TABLE: Final[dict[str, tuple[str, str, str]]] = {**POLICY_ERRORS, **CLASSIFIER_ERRORS, **MORE}


def describe(error: BaseException, where: str = "") -> ErrorText:
    """The three parts of ``error``. ``where`` is ``check`` while a channel is tested; bugs get a sentence of their own."""
    if isinstance(error, VigieError):
        if where == "check" and _says_more(error):
            # Whatever a platform's own sentence says of actions is in vain here.
            said = messages.error_text(error.code, error.params)
            return ErrorText(said.what, QCoreApplication.translate(CONTEXT, _NOT_ADDED), said.step)
        for code in (f"{where}.{error.code}", f"{where}.{type(error).default_code}", error.code):
            if code in _TABLE:
                return _from_table(code, error.params)
        if isinstance(error, UsageError) and error.code.startswith("import_"):
            return _from_import(error)
        if error.code.startswith("update_"):
            return _from_updates(error)
        known = error.code if messages.known(error.code) else type(error).default_code
        if messages.known(known):
            return messages.error_text(known, error.params)
        return messages.error_text(error.code, error.params)
    return ErrorText(
        translate("Errors", "Something went wrong inside Vigie."),
        translate("Errors", "What you decided before is saved; the last step may not be."),
        translate("Errors", "Go on, or start Vigie again. Copy the details for whoever looks after it."),
    )


def _says_more(error: VigieError) -> bool:
    """Whether a platform's own sentence says more of a test that failed than the class of its error."""
    if isinstance(error, (Transient, RateLimited)) or error.code in (
        type(error).default_code,
        "bad_credentials",
    ):
        return False
    return error.code not in _TABLE and f"check.{error.code}" not in _TABLE and messages.known(error.code)


def shown_language() -> str:
    """The language on the screen, for rooms that bring sentences of their own."""
    return "fr" if QLocale().language() == QLocale.Language.French else "en"


def paragraph(text: ErrorText) -> str:
    """The three parts as one line."""
    return " ".join(part for part in (text.what, text.became, text.step) if part)


def details(error: BaseException, version: str, workspace: Path | None = None) -> str:
    """What helps whoever looks after Vigie: versions, the error's type and places. No word of any comment, nobody's name.

    It is made to be copied and passed on, as the report is, so it goes through the same redaction.
    """
    import platform

    from console import paths
    from console.redaction import redact

    name, places = summary(error)
    lines = [
        f"Vigie {version}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
        f"{name}",
        *(f"  {place}" for place in places),
    ]
    if isinstance(error, VigieError):
        lines += [f"  {key} = {value}" for key, value in sorted(error.params.items())]
    if workspace is not None:
        lines.append(f"workspace: {workspace}")
    if getattr(sys, "frozen", False):
        lines.append("frozen")
    return redact("\n".join(lines), {paths.os_user()} - {"root"})


def _from_table(code: str, params: Mapping[str, Any]) -> ErrorText:
    what, became, step = (QCoreApplication.translate(CONTEXT, part) if part else "" for part in _TABLE[code])
    return ErrorText(_fill(what, params), _fill(became, params), _fill(step, params))


def _fill(template: str, params: Mapping[str, Any]) -> str:
    """Fill named places; one without a value shows as an ellipsis."""
    filled = ""
    for literal, name, _, _ in Formatter().parse(template):
        filled += literal
        if name:
            filled += _shown(name, params[name]) if name in params else "…"
    return filled


def _shown(name: str, value: object) -> str:
    from ui.i18n import format as say
    from ui.i18n.words import role_word

    if name in ("role", "needed") and isinstance(value, str) and not value[:1].isdigit():
        return role_word(value)
    if name == "retry_at" and isinstance(value, int):
        return say.clock_time(value)
    if name in ("needed", "free") and isinstance(value, int) and value > 100_000:
        return say.size(value)
    return str(value)


def _from_import(error: UsageError) -> ErrorText:
    """The import room has its own sentences, in both languages."""
    from console.connectors.file.phrases import sentence

    said = sentence(error.code, error.params, shown_language())
    return ErrorText(
        said[:1].upper() + said[1:] + ".",
        translate("Errors", "Nothing was imported."),
        translate("Errors", "Choose another file, or correct this one."),
    )


def _from_updates(error: VigieError) -> ErrorText:
    """Versions have their sentences once, for the command line and the window."""
    from console.cli.update_sentences import UPDATE_SENTENCES

    texts = UPDATE_SENTENCES.get(error.code)
    if texts is None:
        return messages.error_text(error.code, error.params)
    params = defaultdict(lambda: "…", error.params)
    said = [part.format_map(params) for part in texts[shown_language()]]
    return ErrorText(*(f"{one[:1].upper()}{one[1:]}." for one in said))
