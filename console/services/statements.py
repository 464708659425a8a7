"""The register of statements: approved words of the brand that replies are held against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.errors import NotFound, UsageError
from console.policy.folding import plain
from console.policy.replies import MAX_TEXT
from console.services.entries import draft
from console.services.reply_cases import clean_text, one_line

if TYPE_CHECKING:
    from console.domain.comment import Comment
    from console.domain.ports import Clock
    from console.services.policies import Policies
    from console.services.roles import Actor
    from console.store import Statement, Store, Tx

MAX_TOPIC: Final = 120
_FOLD: Final = frozenset({"case", "accents"})


class Statements:
    """Reading and changing the register. Methods block for a read or one transaction: call them off the GUI thread."""

    def __init__(self, store: Store, policies: Policies, clock: Clock) -> None:
        self._store, self._policies, self._clock = store, policies, clock

    def statements(self, words: str = "", *, retired: bool = False) -> tuple[Statement, ...]:
        """The register, newest said first; ``words`` must all stand in topic, text or place (accents and case folded)."""
        wanted = plain(words, _FOLD).split()
        found = self._store.read(lambda r: r.replies.statements(retired=retired))
        return tuple(
            one
            for one in found
            if all(word in plain(f"{one.topic} {one.text} {one.place}", _FOLD) for word in wanted)
        )

    def add_statement(
        self,
        text: str,
        actor: Actor,
        *,
        language: str = "",
        topic: str = "",
        said_at: int | None = None,
        place: str = "",
        comment_id: int | None = None,
    ) -> Statement:
        """Put a statement into the register: approved words that replies are held against from now on.

        With ``comment_id`` and no text: our own comment, or the reply that we gave to a comment. ``said_at`` in UTC
        seconds, now if not given, never in the future.
        UsageError: reply_bad_text, statement_no_reply, statement_known, statement_future; NotFound; NotAllowed.
        """

        def work(tx: Tx) -> Statement:
            actor.need("statement", tx)
            words, at, where, spoken = text, said_at, place, language
            if comment_id is not None:
                comment = tx.comments.get(comment_id)
                if comment is None:
                    raise NotFound("comment_not_found", id=comment_id)
                said, when = (text, said_at) if text.strip() else _our_words(tx, comment)
                words, at = said, said_at if said_at is not None else when
                where, spoken = place or comment.channel_key, language or comment.language or ""
            body = clean_text(words)
            if not body or len(body) > MAX_TEXT:
                raise UsageError("reply_bad_text", longest=MAX_TEXT)
            if at is not None and at > tx.now:
                raise UsageError("statement_future")
            moment = tx.now if at is None else at
            same = plain(" ".join(body.split()), _FOLD)
            for one in tx.replies.statements():
                if plain(" ".join(one.text.split()), _FOLD) == same:
                    raise UsageError("statement_known", id=one.id)
            spoken = spoken.partition("-")[0].lower()[:12] or self._policies.current(tx).languages[0]
            number = tx.replies.add_statement(
                body, spoken, one_line(topic)[:MAX_TOPIC], moment, one_line(where)[:MAX_TOPIC], actor.name, tx.now, comment_id
            )  # fmt: skip
            tx.log(draft("statement_added", actor, params={"statement": number}, language=spoken))
            tx.changed("statements")
            found = tx.replies.statement(number)
            assert found is not None
            return found

        return self._store.write(work).result()

    def retire_statement(self, statement_id: int, actor: Actor) -> Statement:
        """Take a statement out of force; it stays in the register. NotFound ``statement_not_found``; UsageError ``statement_retired``."""

        def work(tx: Tx) -> Statement:
            actor.need("statement", tx)
            if tx.replies.statement(statement_id) is None:
                raise NotFound("statement_not_found", id=statement_id)
            if not tx.replies.retire(statement_id, actor.name, tx.now):
                raise UsageError("statement_retired", id=statement_id)
            tx.log(draft("statement_retired", actor, params={"statement": statement_id}))
            tx.changed("statements")
            found = tx.replies.statement(statement_id)
            assert found is not None
            return found

        return self._store.write(work).result()


def _our_words(tx: Tx, comment: Comment) -> tuple[str, int]:
    """What we said: our own comment, or our newest standing answer to a stranger's."""
    if comment.ours:
        return comment.text, comment.posted_at
    for one in reversed(tx.decisions.of_comment(comment.id)):
        if one.text and one.undone_by is None and one.undoes is None and one.state == "done":
            return one.text, one.created_at
    raise UsageError("statement_no_reply", id=int(comment.id))
