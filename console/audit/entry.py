"""One audit entry from its draft: canonical text for the chain, and the clear values that stay outside it.

Only the fields listed here may enter the chain, each in its narrow form: whole numbers, yes or no, codes, short labels
from the policy file or the members' list. What a commenter wrote, who they are and what a moderator typed cannot get
in; of remote id, permalink, author and text only salted commitments do. docs/AUDIT.md documents every field.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from console.domain.chain import SALT_BYTES, canonical, commitment

if TYPE_CHECKING:
    from console.domain.audit import AuditDraft

MAX_LABEL: Final = 200
MAX_LIST: Final = 500
_CODE: Final = re.compile(r"[\w.:/@+#~-]{0,200}")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

PRIVATE_FIELDS: Final = frozenset({"remote_id", "permalink", "author", "text"})


class FieldRefused(ValueError):
    """A draft carries a field that has no place in the chain, or a value of the wrong form: a bug of the caller."""


def _integer(value: Any) -> bool:
    return type(value) is int and -(2**63) <= value < 2**63


def _score(value: Any) -> bool:
    return type(value) is int and 0 <= value <= 10_000


def _flag(value: Any) -> bool:
    return type(value) is bool


def _code(value: Any) -> bool:
    return isinstance(value, str) and _CODE.fullmatch(value) is not None


def _label(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= MAX_LABEL and _CONTROL.search(value) is None


def _number_or_code(value: Any) -> bool:
    return _integer(value) or _code(value)


def _codes(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and len(value) <= MAX_LIST and all(_code(item) for item in value)


def _scores(value: Any) -> bool:
    return isinstance(value, Mapping) and all(_code(key) and _score(item) for key, item in value.items())


def _counts(value: Any) -> bool:
    return isinstance(value, Mapping) and all(_code(key) and _integer(item) for key, item in value.items())


def _params(value: Any) -> bool:
    return isinstance(value, Mapping) and all(
        _code(key) and (_flag(item) or _number_or_code(item) or _codes(item)) for key, item in value.items()
    )


def _spans(value: Any) -> bool:
    return (
        isinstance(value, (list, tuple))
        and len(value) <= MAX_LIST
        and all(
            isinstance(span, (list, tuple))
            and len(span) == 3
            and _integer(span[0])
            and _integer(span[1])
            and _code(span[2])
            for span in value
        )
    )


#: Written by ``build`` itself, never by a draft.
OWN_FIELDS: Final = (
    "actor",
    "app",
    "at",
    "comment",
    "commitments",
    "event",
    "offset",
    "os_user",
    "role",
    "segment",
    "sequence",
)

#: What a draft may add: name -> the form its value must have. None leaves the field out.
FIELDS: Final[Mapping[str, Callable[[Any], bool]]] = {
    # where
    "channel": _label,
    "language": _code,
    "revision": _integer,
    "posted_at": _integer,
    "first_seen_at": _integer,
    # what was decided
    "action": _code,
    "asked": _code,
    "possible": _codes,
    "category": _code,
    "severity": _integer,
    "ground": _code,
    "clause": _label,
    "legal_basis": _label,
    "dsa_category": _code,
    "reason": _code,
    "reasons": _codes,
    "template": _code,
    "protected": _flag,
    # why it was proposed
    "policy": _code,
    "policy_number": _integer,
    "before": _code,
    "changes": _codes,
    "rules": _codes,
    "unknown": _codes,
    "spans": _spans,
    "engine": _code,
    "engine_version": _code,
    "scores": _scores,
    "threshold": _scores,
    "auto_detection": _flag,
    "auto_decision": _code,
    "strikes": _integer,
    "ladder": _number_or_code,
    "proposed": _codes,
    # who else, and how it was looked at
    "second": _label,
    "member": _label,
    "member_role": _code,
    "former": _label,
    "seconds_open": _integer,
    "masked": _flag,
    # what became of it
    "outcome": _code,
    "answer": _number_or_code,
    "error": _code,
    "tries": _integer,
    "already": _flag,
    "due_at": _integer,
    "not_before": _integer,
    "reversible_until": _integer,
    "snoozed_until": _integer,
    "decision": _integer,
    "outbox": _integer,
    "key": _code,
    "undoes": _integer,
    "batch": _code,
    "count": _integer,
    # imports, exports, erasure, retention
    "counts": _counts,
    "format": _code,
    "digest": _code,
    "first": _integer,
    "last": _integer,
    "with_private": _flag,
    "workspace": _code,
    # crisis room
    "incident": _number_or_code,
    "level": _number_or_code,
    "playbook": _code,
    "drill": _flag,
    "params": _params,
}


# Written by the policy's author, not by a commenter: shortened rather than refused, like spans beyond the 500th.
_POLICY_TEXT: Final = frozenset({"clause", "legal_basis"})


def build(
    draft: AuditDraft,
    *,
    sequence: int,
    segment: int,
    at: int,
    offset: int,
    os_user: str,
    app_version: str,
) -> tuple[str, list[tuple[str, bytes, str]]]:
    """The canonical entry text of ``draft`` and its private rows ``(field, salt, value)``.

    ``at`` is UTC epoch seconds, ``offset`` the writer's distance from UTC in minutes (east positive). Each private
    value gets 16 random bytes of salt; the entry holds its commitment only. Fields whose value is None, and private
    values that are empty, are left out.

    Raises FieldRefused (a ValueError) for an unknown field or a value of another form.
    """
    entry: dict[str, Any] = {}
    for name, value in draft.fields.items():
        if value is None:
            continue
        form = FIELDS.get(name)
        if form is None:
            raise FieldRefused(f"{name!r} is not a field of the audit chain")
        if name in _POLICY_TEXT and isinstance(value, str):
            value = _CONTROL.sub(" ", value)[:MAX_LABEL]
        elif name == "spans" and isinstance(value, (list, tuple)):
            value = value[:MAX_LIST]
        if not form(value):
            # The value itself stays out of the message: it may be the very text that must not be written anywhere.
            raise FieldRefused(
                f"field {name!r} of event {draft.event!r} has the wrong form ({type(value).__name__})"
            )
        entry[name] = list(value) if isinstance(value, tuple) else value
    for name, label in (("actor", draft.actor), ("os_user", os_user), ("app_version", app_version)):
        if not _label(label):
            raise FieldRefused(f"{name} must be at most {MAX_LABEL} printable characters")
    if not draft.event or not _code(draft.event) or not _code(draft.role):
        raise FieldRefused("event and role are codes")
    entry.update(
        sequence=sequence,
        segment=segment,
        at=at,
        offset=offset,
        event=draft.event,
        actor=draft.actor,
        os_user=os_user,
        app=app_version,
    )
    if draft.role:
        entry["role"] = str(draft.role)
    if draft.comment_id is not None:
        entry["comment"] = int(draft.comment_id)
    private = _commit(draft.private)
    if private:
        entry["commitments"] = {name: commitment(name, salt, value) for name, salt, value in private}
    return canonical(entry), private


def _commit(values: Mapping[str, str]) -> list[tuple[str, bytes, str]]:
    unknown = sorted(set(values) - PRIVATE_FIELDS)
    if unknown:
        raise FieldRefused(f"no private field {unknown[0]!r}: one of {', '.join(sorted(PRIVATE_FIELDS))}")
    return [(name, os.urandom(SALT_BYTES), values[name]) for name in sorted(values) if values[name]]


def proves(entry: Mapping[str, Any], private: Sequence[tuple[str, bytes, str]]) -> dict[str, bool]:
    """For each clear value, whether it is the one that the entry committed to when it was written."""
    commitments = entry.get("commitments")
    held = commitments if isinstance(commitments, Mapping) else {}
    return {name: held.get(name) == commitment(name, salt, value) for name, salt, value in private}
