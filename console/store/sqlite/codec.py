"""How values become columns: JSON text, text with lone surrogates, rows to domain records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from console.domain.comment import Author, AuthorId, Channel, ChannelId, Comment, CommentId, PostId
from console.domain.decision import Forbidden, OutboxRow, Proposal, Reason
from console.domain.verdict import Span, Verdict
from console.domain.vocabulary import ActionKind, CommentState, OutboxState

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


def dumps(value: Any) -> str:
    """Compact JSON; lone surrogates are escaped, so every column is valid UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text if text.isascii() or _storable(text) else json.dumps(value, separators=(",", ":"))


def loads(text: str | None) -> Any:
    """The value of a JSON column; None for NULL."""
    return None if text is None else json.loads(text)


def storable(text: str) -> tuple[str, bytes | None]:
    """``text`` as SQLite can keep it, and its exact bytes when it holds lone surrogates (else None)."""
    if text.isascii() or _storable(text):
        return text, None
    exact = text.encode("utf-8", "surrogatepass")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), exact


def plain(text: str) -> str:
    """``storable`` for names, whose exact bytes are not kept; quick for ASCII, since intake asks it for every row."""
    return text if text.isascii() else storable(text)[0]


def exact(text: str, raw: bytes | None) -> str:
    """The original text of a row written by ``storable``."""
    return text if raw is None else raw.decode("utf-8", "surrogatepass")


def _storable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


COMMENT_COLUMNS = """
  c.id, c.channel_id, ch.kind, ch.name, c.remote_id, c.author_id, a.remote_id, a.handle, a.name, c.post_id,
  coalesce(p.title, ''), c.parent_id, c.parent_remote_id, c.text, c.text_bytes, c.language, c.posted_at,
  c.first_seen_at, c.edited_at, c.revision, c.relation, c.likes, c.replies, c.permalink, c.state, c.category,
  c.severity, c.flagged, c.due_at, c.hidden, c.snoozed_until, c.assignee, cl.holder, cl.expires_at, c.verdict_id,
  c.proposal_id, c.facts, c.imported, c.category_by, coalesce(cl.writing, 0), a.ours
"""
COMMENT_FROM = """
  comments c JOIN channels ch ON ch.id = c.channel_id JOIN authors a ON a.id = c.author_id
  LEFT JOIN posts p ON p.id = c.post_id LEFT JOIN claims cl ON cl.comment_id = c.id
"""


def comment(row: tuple[Any, ...]) -> Comment:
    """A Comment from a row of COMMENT_COLUMNS."""
    state = CommentState(row[24])
    return Comment(
        id=CommentId(row[0]),
        channel_id=ChannelId(row[1]),
        channel_key=f"{row[2]}:{row[3]}",
        kind=row[2],
        remote_id=row[4],
        author_id=AuthorId(row[5]),
        author_remote_id=row[6],
        author_handle=row[7],
        author_name=row[8],
        post_id=None if row[9] is None else PostId(row[9]),
        post_title=row[10],
        parent_id=None if row[11] is None else CommentId(row[11]),
        parent_remote_id=row[12],
        text=exact(row[13], row[14]),
        language=row[15],
        posted_at=row[16],
        first_seen_at=row[17],
        edited_at=row[18],
        revision=row[19],
        relation=row[20],
        ours=state is CommentState.OURS or (state is CommentState.GONE and bool(row[40])),
        likes=row[21],
        replies=row[22],
        permalink=row[23],
        state=state,
        category=row[25],
        severity=row[26],
        flagged=bool(row[27]),
        due_at=row[28],
        hidden=bool(row[29]),
        snoozed_until=row[30],
        assignee=row[31],
        claimed_by=row[32],
        claim_expires_at=row[33],
        verdict_id=row[34],
        proposal_id=row[35],
        facts=json.loads(row[36]),
        imported=bool(row[37]),
        category_by=row[38],
        claim_writing=bool(row[39]),
    )


VERDICT_COLUMNS = """engine, engine_version, language, labels, categories, signals, severity, flagged, spans,
  auto_ok, thresholds, outside_training, failed, read_as, sentiment, target"""


def verdict(row: tuple[Any, ...]) -> Verdict:
    """A Verdict from a row of VERDICT_COLUMNS."""
    return Verdict(
        engine=row[0],
        engine_version=row[1],
        language=row[2],
        labels=json.loads(row[3]),
        categories=tuple(json.loads(row[4])),
        signals=tuple(json.loads(row[5])),
        severity=row[6],
        flagged=bool(row[7]),
        spans=tuple(Span(*item) for item in json.loads(row[8])),
        auto_ok=tuple(json.loads(row[9])),
        thresholds=json.loads(row[10]),
        outside_training=bool(row[11]),
        failed=bool(row[12]),
        read_as=row[13],
        sentiment=row[14],
        target=row[15],
    )


def verdict_values(item: Verdict) -> tuple[Any, ...]:
    """The values of VERDICT_COLUMNS."""
    return (
        item.engine,
        item.engine_version,
        item.language,
        dumps({label: round(score, 4) for label, score in item.labels.items()}),
        dumps(item.categories),
        dumps(item.signals),
        item.severity,
        int(item.flagged),
        dumps([[span.start, span.end, span.label] for span in item.spans]),
        dumps(item.auto_ok),
        dumps(dict(item.thresholds)),
        int(item.outside_training),
        int(item.failed),
        None if item.read_as is None else storable(item.read_as)[0],
        item.sentiment,
        item.target,
    )


def proposal_body(item: Proposal) -> str:
    """A proposal as the JSON of its row."""
    return dumps(
        {
            "policy_id": item.policy_id,
            "revision": item.revision,
            "category": item.category,
            "severity": item.severity,
            "due_at": item.due_at,
            "actions": item.actions,
            "rules": item.rules,
            "reasons": [[reason.code, dict(reason.params)] for reason in item.reasons],
            "forbidden": [
                [one.action, one.clause, one.why.code, dict(one.why.params), one.instead]
                for one in item.forbidden
            ],
            "unknown": item.unknown,
            "protected": item.protected,
            "reply": item.reply,
            "clause": item.clause,
            "ground": item.ground,
            "auto_hide": item.auto_hide,
        }
    )


def proposal(body: str) -> Proposal:
    """The proposal of a stored body."""
    value = json.loads(body)
    value["reasons"] = tuple(Reason(code, params) for code, params in value["reasons"])
    value["forbidden"] = tuple(
        Forbidden(action, clause, Reason(code, params), tuple(instead))
        for action, clause, code, params, instead in value["forbidden"]
    )
    for name in ("actions", "rules", "unknown"):
        value[name] = tuple(value[name])
    return Proposal(**value)


CHANNEL_COLUMNS = """id, kind, name, server, handle, remote_id, language, state, state_code, state_params, paused,
  cursor, last_pull_at, next_pull_at, newest_at, created_at, options, budget, account, rechecked_to,
  recheck_round_at"""


def channel(row: tuple[Any, ...]) -> Channel:
    """A Channel from a row of CHANNEL_COLUMNS."""
    return Channel(
        id=ChannelId(row[0]),
        kind=row[1],
        name=row[2],
        server=row[3],
        handle=row[4],
        remote_id=row[5],
        language=row[6],
        state=row[7],
        state_code=row[8],
        state_params=json.loads(row[9]),
        paused=bool(row[10]),
        cursor=row[11],
        last_pull_at=row[12],
        next_pull_at=row[13],
        newest_at=row[14],
        created_at=row[15],
        options=json.loads(row[16]),
        budget=json.loads(row[17]),
        account=json.loads(row[18]),
        rechecked_to=row[19],
        recheck_round_at=row[20],
    )


AUTHOR_COLUMNS = "id, kind, remote_id, handle, name, created_at, followers, first_seen_at, blocked, muted"


def author(row: tuple[Any, ...]) -> Author:
    """An Author from a row of AUTHOR_COLUMNS."""
    return Author(
        AuthorId(row[0]),
        row[1],
        row[2],
        row[3],
        row[4],
        row[5],
        row[6],
        row[7],
        blocked=bool(row[8]),
        muted=bool(row[9]),
    )


OUTBOX_COLUMNS = """id, key, decision_id, comment_id, author_id, channel_id, action, state, tries, not_before,
  created_at, updated_at, request, error, result, undoes"""


def outbox_row(row: tuple[Any, ...]) -> OutboxRow:
    """An OutboxRow from a row of OUTBOX_COLUMNS."""
    request: Mapping[str, Any] = json.loads(row[12])
    return OutboxRow(
        id=row[0],
        key=row[1],
        decision_id=row[2],
        comment_id=CommentId(row[3]),
        author_id=AuthorId(row[4]),
        channel_id=ChannelId(row[5]),
        action=ActionKind(row[6]),
        state=OutboxState(row[7]),
        tries=row[8],
        not_before=row[9],
        created_at=row[10],
        updated_at=row[11],
        request=request,
        error=loads(row[13]),
        result=loads(row[14]),
        undoes=row[15],
    )


class Part:
    """A group of operations on one connection: the same class serves readers and the writer's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
