"""Saved replies and approved statements: the workspace's book of them, what fits a comment, and who may change it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console import paths
from console.domain.decision import Reason, Refusal
from console.domain.errors import UsageError
from console.policy import Policy, contradicts, facts_of, load_replies, refuse
from console.policy.replies import (
    MAX_TEXT,
    MAX_TITLE,
    ReplyTemplate,
    SavedReply,
    book,
    purpose_of,
    rank,
    valid_id,
)
from console.services.entries import draft
from console.services.reply_cases import (
    Case,
    Filled,
    asked_by_ladder,
    case_of,
    clean_text,
    make_ready,
    one_line,
)
from console.services.saying import findings
from console.services.statements import Statements
from console.services.triage import proposal_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.domain.ports import Clock
    from console.policy.said import Finding
    from console.services.policies import Policies
    from console.services.roles import Actor
    from console.store import Reading, SavedRow, Store, Tx

LANGUAGES: Final = ("fr", "en")
_ROLES: Final = ("reply", "warn")


@dataclass(frozen=True, slots=True)
class Offered:
    """One saved reply as offered for a comment.

    ``group``: ladder (the ladder asks for it), allowed, override (by leave of whoever may override the guard) or other
    (made for other comments). A ``locked`` one may not be taken; ``why`` says so, or what the reply was made for.
    """

    reply: SavedReply
    group: str
    locked: bool
    why: Reason | None
    filled: Filled


@dataclass(frozen=True, slots=True)
class Offer:
    """All saved replies for one comment, best first. ``guard`` stands against answering; ``leave``: this actor may all the same."""

    comment_id: int
    items: tuple[Offered, ...]
    guard: Refusal | None = None
    leave: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """What bears on a text that is being written; ``stop`` where the policy refuses it, ``leave``: not with a reason."""

    comment_id: int
    text: str
    findings: tuple[Finding, ...] = ()
    stop: Refusal | None = None
    leave: bool = False


class Replies(Statements):
    """The use cases. Methods block for a read or one transaction: call them off the GUI thread."""

    def __init__(self, store: Store, policies: Policies, clock: Clock) -> None:
        super().__init__(store, policies, clock)
        self._bundled: tuple[ReplyTemplate, ...] | None = None

    # ------------------------------------------------------------------ reading

    def bundled(self) -> tuple[ReplyTemplate, ...]:
        """The replies that come with Vigie, read once."""
        if self._bundled is None:
            folder = paths.resources() / "replies"
            found: list[ReplyTemplate] = []
            for language in LANGUAGES:
                found += load_replies(folder / f"{language}.toml").templates
            self._bundled = tuple(found)
        return self._bundled

    def listed(self, *, removed: bool = False) -> tuple[SavedReply, ...]:
        """Every saved reply, those used most first; ``removed`` adds those taken out."""
        found = self._store.read(self._book).values()
        return tuple(
            sorted((one for one in found if removed or not one.removed), key=lambda one: (-one.uses, one.id))
        )

    def get(self, reply_id: str) -> SavedReply:
        """One saved reply, removed or not. UsageError ``unknown_template`` names those there are."""
        return self._one(self._store.read(self._book), reply_id, removed=True)

    def _book(self, reading: Reading) -> dict[str, SavedReply]:
        rows = reading.replies.saved()
        bundled = self.bundled()
        kept = {one.id: one for one in bundled}
        own = [_template(row, kept.get(row.id)) for row in rows if row.removed_at is None]
        gone = [(row.id, row.language) for row in rows if row.removed_at is not None]
        left = {(one.id, one.language) for one in (*bundled, *own)}
        # One of the workspace's own that was taken out shows its words in the list of what can come back.
        own += [
            _template(row, kept.get(row.id))
            for row in rows
            if row.removed_at is not None and (row.id, row.language) not in left
        ]
        return book(bundled, own, gone, reading.replies.uses())

    @staticmethod
    def _one(found: Mapping[str, SavedReply], reply_id: str, *, removed: bool = False) -> SavedReply:
        one = found.get(reply_id)
        if one is None or (one.removed and not removed):
            known = ", ".join(sorted(name for name, each in found.items() if not each.removed))
            raise UsageError("unknown_template", template=reply_id[:80], known=known)
        return one

    # ------------------------------------------------------------------ for one comment

    def offer(self, comment_id: int, actor: Actor, language: str | None = None) -> Offer:
        """All saved replies for a comment, grouped and filled. NotFound ``comment_not_found``."""
        policy = self._policies.active()
        now = self._clock.now()
        return self._store.snapshot(lambda r: self._offer(r, policy, comment_id, actor, language, now))

    def _offer(
        self, reading: Reading, policy: Policy, comment_id: int, actor: Actor, language: str | None, now: int
    ) -> Offer:
        case = case_of(reading, policy, comment_id, now)
        comment = case.comment
        proposal = proposal_for(reading, policy, comment, reading.comments.verdict(comment_id), now)
        guards = {kind: self._guard(reading, policy, case, actor, kind) for kind in _ROLES}
        pinned = asked_by_ladder(reading, policy, case)
        items: list[Offered] = []
        for reply, fits in rank(self._book(reading).values(), comment.category, proposal.rules):
            filled = make_ready(reply, case, {}, language)
            if filled is None:
                continue
            guard, leave = guards[reply.purpose]
            if reply.scope == "private":
                items.append(Offered(reply, "other", True, Reason("reply.private"), filled))
            elif reply.id == pinned and (guard is None or leave):
                items.append(Offered(reply, "ladder", False, None, filled))
            elif fits == 3:
                made = Reason("reply.other_category", {"category": reply.categories})
                locked = guard is not None and not leave
                why = guard.why if guard is not None and locked else made if reply.categories else None
                items.append(Offered(reply, "other", locked, why, filled))
            elif guard is None:
                items.append(Offered(reply, "allowed", False, None, filled))
            else:
                items.append(Offered(reply, "override", not leave, guard.why, filled))
        order = ("ladder", "allowed", "override", "other")
        items.sort(key=lambda one: order.index(one.group))
        return Offer(comment_id, tuple(items), *guards["reply"])

    @staticmethod
    def _guard(
        reading: Reading, policy: Policy, case: Case, actor: Actor, action: str
    ) -> tuple[Refusal | None, bool]:
        """What of the reply guard stands against answering, and whether this actor may answer all the same."""
        comment = case.comment
        verdict = reading.comments.verdict(comment.id)
        facts = facts_of(
            comment,
            verdict,
            reading.decisions.history(comment.author_id, comment.post_id),
            from_import=comment.imported,
            person_category=comment.category if comment.category_by else None,
        )
        proposal = proposal_for(reading, policy, comment, verdict, case.now)

        def asked(reason: str) -> Refusal | None:
            answer = refuse(
                policy, action, facts, proposal, role=actor.role.value, actor=actor.name, capability=None,
                now=case.now, reason=reason,
            )  # fmt: skip
            guarded = isinstance(answer, Refusal) and answer.code.startswith("guard.")
            return answer if guarded and isinstance(answer, Refusal) else None

        stands = asked("")
        return stands, stands is not None and asked("given") is None

    def preview(
        self,
        reply_id: str,
        comment_id: int,
        values: Mapping[str, str] | None = None,
        language: str | None = None,
    ) -> Filled:
        """A saved reply filled for a comment, ``values`` before what the console knows.

        UsageError ``unknown_template``, ``unknown_field`` (a value for no field), ``reply_language`` (no such variant).
        """
        policy = self._policies.active()
        now = self._clock.now()

        def work(reading: Reading) -> Filled:
            reply = self._one(self._book(reading), reply_id)
            filled = make_ready(
                reply, case_of(reading, policy, comment_id, now), values or {}, language, exact=True
            )
            assert filled is not None  # a standing reply has a variant
            return filled

        return self._store.snapshot(work)

    def check(self, comment_id: int, text: str) -> tuple[Finding, ...]:
        """What was said before that bears on ``text`` as an answer to a comment. NotFound ``comment_not_found``."""
        policy = self._policies.active()
        now = self._clock.now()

        def work(reading: Reading) -> tuple[Finding, ...]:
            return findings(reading, policy, case_of(reading, policy, comment_id, now).comment, text, now)

        return self._store.snapshot(work)

    def look_at(self, comment_id: int, text: str, actor: Actor) -> Looked:
        """``check``, and what the policy makes of it for this actor: what a reply that is being written is told."""
        policy = self._policies.active()
        now = self._clock.now()

        def work(reading: Reading) -> Looked:
            comment = case_of(reading, policy, comment_id, now).comment
            found = findings(reading, policy, comment, text, now)
            role = actor.role.value
            stop = contradicts(policy, "reply", found, role=role)
            leave = (
                stop is not None and contradicts(policy, "reply", found, role=role, reason="given") is None
            )
            return Looked(comment_id, text, found, stop, leave)

        return self._store.snapshot(work)

    # ------------------------------------------------------------------ changing the book

    def save(
        self,
        reply_id: str,
        variants: Mapping[str, tuple[str, str]],
        actor: Actor,
        *,
        categories: Sequence[str] = (),
        rules: Sequence[str] = (),
        drop: Sequence[str] = (),
    ) -> SavedReply:
        """Write a reply: language -> (title, text); a bundled one with this id is replaced, ``drop`` takes variants out.

        UsageError: reply_bad_id, reply_bad_language, reply_bad_title, reply_bad_text, reply_no_variant,
        unknown_category, unknown_rule. NotAllowed unless the actor may change replies.
        """
        name = reply_id.strip()
        if not valid_id(name):
            raise UsageError("reply_bad_id", id=name[:80])
        clean = {
            language: (one_line(title), clean_text(text)) for language, (title, text) in variants.items()
        }
        for language, (title, text) in clean.items():
            _accepted(language, title, text)
        policy = self._policies.active()
        for one in categories:
            if one not in policy.categories:
                raise UsageError("unknown_category", category=one, known=", ".join(policy.categories))
        for one in rules:
            if policy.rule(one) is None:
                known = ", ".join(each.id for each in policy.rules)
                raise UsageError("unknown_rule", rule=one, known=known)

        def work(tx: Tx) -> SavedReply:
            actor.need("replies", tx)
            before = self._book(tx).get(name)
            standing = {} if before is None or before.removed else before.variants
            if not (set(standing) | set(clean)) - set(drop):
                raise UsageError("reply_no_variant", id=name)
            for language, one in standing.items():
                # What the reply is made for belongs to all its variants, also to those not written now.
                if language not in clean:
                    clean_other = (one.title, one.text)
                    gone = language in drop
                    tx.replies.put(
                        name, language, *clean_other, categories, rules, tx.now, actor.name, removed=gone
                    )
            for language, (title, text) in clean.items():
                tx.replies.put(name, language, title, text, categories, rules, tx.now, actor.name)
            return self._changed(tx, name, actor, "saved")

        return self._store.write(work).result()

    def remove(self, reply_id: str, actor: Actor) -> SavedReply:
        """Take a reply out of the book; its words are kept for ``restore``."""

        def work(tx: Tx) -> SavedReply:
            actor.need("replies", tx)
            reply = self._one(self._book(tx), reply_id)
            tx.replies.take_out(reply.id, tx.now, actor.name)
            written = {row.language for row in tx.replies.saved() if row.id == reply.id}
            for one in self.bundled():
                if one.id == reply.id and one.language not in written:
                    tx.replies.put(
                        one.id, one.language, one.title, one.text, one.categories, one.rules, tx.now, actor.name,
                        removed=True,
                    )  # fmt: skip
            return self._changed(tx, reply.id, actor, "removed")

        return self._store.write(work).result()

    def restore(self, reply_id: str, actor: Actor, *, original: bool = False) -> SavedReply:
        """Bring a removed reply back; with ``original`` a bundled one as it came, in place of the workspace's own words.

        UsageError ``reply_not_bundled`` where there is no original, ``reply_not_removed`` where nothing is to be done.
        """

        def work(tx: Tx) -> SavedReply:
            actor.need("replies", tx)
            reply = self._one(self._book(tx), reply_id, removed=True)
            if original:
                if reply.origin == "own":
                    raise UsageError("reply_not_bundled", id=reply.id)
                done = tx.replies.forget(reply.id)
            else:
                done = tx.replies.bring_back(reply.id, tx.now, actor.name)
                rows = [row for row in tx.replies.saved() if row.id == reply.id]
                given = {one.language: one for one in self.bundled() if one.id == reply.id}
                if given and all(_as_given(row, given.get(row.language)) for row in rows):
                    tx.replies.forget(reply.id)
            if not done:
                raise UsageError("reply_not_removed", id=reply.id)
            return self._changed(tx, reply.id, actor, "original" if original else "restored")

        return self._store.write(work).result()

    def _changed(self, tx: Tx, reply_id: str, actor: Actor, outcome: str) -> SavedReply:
        tx.log(draft("saved_reply_changed", actor, template=reply_id, outcome=outcome))
        tx.changed("replies")
        return self._book(tx)[reply_id]


def _template(row: SavedRow, given: ReplyTemplate | None) -> ReplyTemplate:
    return ReplyTemplate(
        row.id,
        row.title,
        row.language,
        row.text,
        row.categories,
        purpose_of(row.id) if given is None else given.purpose,
        "public" if given is None else given.scope,
        row.rules,
    )


def _as_given(row: SavedRow, given: ReplyTemplate | None) -> bool:
    return given is not None and (row.title, row.text, row.categories, row.rules) == (
        given.title,
        given.text,
        given.categories,
        given.rules,
    )


def _accepted(language: str, title: str, text: str) -> None:
    if language not in LANGUAGES:
        raise UsageError("reply_bad_language", language=language[:12], known=", ".join(LANGUAGES))
    if not title or len(title) > MAX_TITLE:
        raise UsageError("reply_bad_title", longest=MAX_TITLE)
    if not text or len(text) > MAX_TEXT:
        raise UsageError("reply_bad_text", longest=MAX_TEXT)
