"""What our actions look like as records, derived from the request alone: the same request, the same record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_map, as_text
from console.connectors.bluesky.facets import facets
from console.connectors.bluesky.names import BLOCK, LIKE, POST, THREADGATE, AtUri, tid, timestamp
from console.connectors.bluesky.posts import View
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.decision import ActionRequest

#: Collection of the record that each action writes under a key of its own.
COLLECTION: Final = {
    ActionKind.REPLY: POST,
    ActionKind.WARN: POST,
    ActionKind.BLOCK: BLOCK,
    ActionKind.LIKE: LIKE,
}

# The classic reasons are understood by every moderation service; the finer ones of newer services are not.
_REASONS: Final = {
    "manifestly_illegal": "reasonViolation",
    "illegal": "reasonViolation",
    "threat": "reasonViolation",
    "violence": "reasonViolation",
    "violation": "reasonViolation",
    "hate": "reasonRude",
    "insult": "reasonRude",
    "harassment": "reasonRude",
    "rude": "reasonRude",
    "troll": "reasonRude",
    "obscene": "reasonSexual",
    "sexual": "reasonSexual",
    "spam": "reasonSpam",
    "scam": "reasonMisleading",
    "impersonation": "reasonMisleading",
    "misleading": "reasonMisleading",
    "misinformation": "reasonMisleading",
}


def own_uri(did: str, request: ActionRequest) -> AtUri:
    """Where the record of this request stands, whether it was written yet or not."""
    return AtUri(did, COLLECTION[request.action], tid(request.created_at_us, request.key))


def reply_record(
    request: ActionRequest,
    text: str,
    root: Mapping[str, str],
    parent: Mapping[str, str],
    dids: Mapping[str, str],
) -> dict[str, Any]:
    """A reply; ``createdAt`` is the time of the intent, so that a repeat is the same record."""
    record: dict[str, Any] = {
        "$type": POST,
        "text": text,
        "createdAt": timestamp(request.created_at_us),
        "reply": {"root": dict(root), "parent": dict(parent)},
    }
    if request.language:
        record["langs"] = [request.language]
    found = facets(text, dids)
    if found:
        record["facets"] = found
    return record


def like_record(request: ActionRequest, subject: Mapping[str, str]) -> dict[str, Any]:
    """A like of one post."""
    return {"$type": LIKE, "subject": dict(subject), "createdAt": timestamp(request.created_at_us)}


def block_record(request: ActionRequest) -> dict[str, Any]:
    """A block of the comment's author. Anybody can read it."""
    return {
        "$type": BLOCK,
        "subject": request.author_remote_id,
        "createdAt": timestamp(request.created_at_us),
    }


def gate_record(
    request: ActionRequest, root_uri: str, found: View | None, hidden: list[str]
) -> dict[str, Any]:
    """The threadgate with ``hidden``; everything else stays as found (who may reply is not ours to change here)."""
    if found is None:
        # No ``allow``: everyone may go on replying. An empty list would close the thread.
        created = timestamp(request.created_at_us)
        return {"$type": THREADGATE, "post": root_uri, "createdAt": created, "hiddenReplies": hidden}
    return {**found, "hiddenReplies": hidden}


def report_body(request: ActionRequest, cid: str) -> dict[str, Any]:
    """A report of one post to a moderation service."""
    category = request.reason or as_text(as_map(request.facts).get("category"))
    reason_type = f"com.atproto.moderation.defs#{_REASONS.get(category, 'reasonOther')}"
    subject = {"$type": "com.atproto.repo.strongRef", "uri": request.target, "cid": cid}
    body: dict[str, Any] = {"reasonType": reason_type, "subject": subject}
    if request.text.strip():
        body["reason"] = request.text.strip()[:2000]
    return body


def same_reply(record: View, expected: View) -> bool:
    """Whether a stored reply says the same in the same place (how mentions resolved may differ)."""
    return record.get("text") == expected.get("text") and as_map(record.get("reply")) == expected.get("reply")
