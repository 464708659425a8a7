"""`[permissions]`: which roles may do what; how the section is read, and what holds where it says nothing.

Roles do not simply stand above one another. A lead may do everything; a reviewer and a spokesperson both may do what a
moderator may, but neither may do what is asked of the other: agreeing to a deletion and speaking for the house are two
jobs. An auditor reads, searches, verifies and exports, and nothing else.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from console.domain.decision import Reason, Refusal
from console.domain.vocabulary import ROLE_RANK, ActionKind, Role
from console.policy import folding

if TYPE_CHECKING:
    from console.policy.reader import Table

_LOOKALIKE: Final = frozenset({"confusables"})

Permissions = Mapping[str, tuple[str, ...]]

ACTIONS: Final = (
    "keep", "reply", "hide", "unhide", "delete", "report", "block", "unblock", "mute", "like", "snooze", "escalate",
    "warn",
)  # fmt: skip
READING: Final = ("audit", "export")
"""What an auditor may be given: nothing in the workspace is decided by it."""
TASKS: Final = (
    "review", "undo", "import", "pull", "dispatch", "channel", "policy", "classifier", "override", "replies",
    "statement", *READING,
)  # fmt: skip
KEPT: Final = ("member", "activation", "erase")
"""What stays the lead's, whatever a policy would like."""

_SAME: Final[Mapping[str, str]] = {
    "unmute": "mute", "unlike": "like", "watch": "snooze", "members": "member", "activate": "activation", "erasure": "erase",
}  # fmt: skip
_DECIDED: Final = frozenset(str(action) for action in ActionKind)
_ALL: Final = tuple(str(role) for role in Role)
_ACTING: Final = tuple(role for role in _ALL if role != Role.AUDITOR)
_LEAD: Final = (str(Role.LEAD),)
DEFAULTS: Final[Permissions] = {
    **dict.fromkeys(ACTIONS, _ACTING),
    **dict.fromkeys(("decide", "undo", "import", "pull", "dispatch"), _ACTING),
    "review": (str(Role.REVIEWER), str(Role.SPOKESPERSON), str(Role.LEAD)),
    **dict.fromkeys(("channel", "policy", "classifier", "override", "replies", *KEPT), _LEAD),
    "statement": (str(Role.SPOKESPERSON), str(Role.LEAD)),
    **dict.fromkeys(READING, _ALL),
}
"""Who may do what without a word in the policy; ``decide`` is to work on comments at all (claim, draft, note)."""


def read_permissions(table: Table | None) -> dict[str, tuple[str, ...]]:
    """``[permissions]``: action or task to roles. The lead is always among them, an auditor only where nothing acts."""
    found: dict[str, tuple[str, ...]] = {}
    if table is None:
        return found
    for key in table:
        plain = _SAME.get(key, key)
        if plain in KEPT:
            table.known.add(key)
            table.error(key, "permissions.kept", key=key)
            continue
        if key not in ACTIONS and key not in TASKS:
            continue  # ``close`` reports it, with a suggestion
        roles = table.choices(key, _ALL)
        if Role.AUDITOR in roles and key not in READING:
            place = list(table.data[key]).index(str(Role.AUDITOR))
            hint = Reason("hint.one_of", {"words": _ACTING})
            table.errors.add((*table.path, key, place), "permissions.auditor", hint, key=key)
        found[key] = tuple(role for role in _ALL if role in roles or role == Role.LEAD)
    for key in table:
        if key not in table.known:
            table.known.add(key)
            from console.policy.errors import did_you_mean

            known = did_you_mean(key, (*ACTIONS, *TASKS))
            table.errors.add((*table.path, key), "permissions.unknown", known, key=key[:60])
    return dict(sorted(found.items()))


def allowed(permissions: Permissions, what: str) -> tuple[str, ...]:
    """The roles that may do ``what`` (an action, with or without its ``:target``, or a task); what nobody knows is the lead's."""
    plain = str(what).partition(":")[0]
    plain = _SAME.get(plain, plain)
    return permissions.get(plain) or DEFAULTS.get(plain, _LEAD)


def may(permissions: Permissions, role: str, what: str) -> bool:
    """Whether ``role`` may do ``what``."""
    return str(role) in allowed(permissions, what)


def forbid(permissions: Permissions, role: str, what: str, actor: str) -> Refusal | None:
    """The refusal for a role that lacks a permission: which one, who has it, and what can be done instead."""
    plain = str(what).partition(":")[0]
    roles = allowed(permissions, plain)
    if str(role) in roles:
        return None
    clause = f"permissions.{_SAME.get(plain, plain)}"
    params = {"role": str(role), "actor": actor, "what": plain, "who": roles}
    others: tuple[str, ...] = ()
    if plain in _DECIDED and plain != "escalate" and may(permissions, role, "escalate"):
        others = ("escalate",)
    ask = tuple(f"ask:{one}" for one in roles)
    return Refusal("refuse.role", clause, Reason("refuse.role", params), (*others, *ask))


def fills(role: str, needed: str) -> bool:
    """Whether ``role`` does for ``needed``: the same role, or one of higher rank. A lead does for every other.

    Reviewer and spokesperson have the same rank and do not stand in for each other.
    """
    if str(role) == str(needed):
        return True
    try:
        return ROLE_RANK[Role(role)] > ROLE_RANK[Role(needed)]
    except ValueError:
        return False


def person_key(name: str) -> str:
    """What two ways of writing one person's name have in common: neither case, nor spaces, nor accents' coding.

    Letters of other scripts that look the same count as the same: nobody signs beside himself as somebody else.
    """
    return "".join(folding.plain(unicodedata.normalize("NFKC", name).casefold(), _LOOKALIKE).split())


def is_reason(text: str) -> bool:
    """Whether a typed reason says anything: at least one letter or digit, so that no blank sign passes for words."""
    return any(sign.isalnum() for sign in text)
