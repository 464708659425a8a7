"""Triage: what was not read yet gets a verdict, and every verdict a proposal by the active policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from console.domain.likeness import traits
from console.domain.verdict import ClassifyItem, Verdict
from console.policy import Facts, Policy, facts_of
from console.policy.propose import propose
from console.services.alike import Placed, place
from console.services.layers import align

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from console.domain.comment import Comment, CommentId
    from console.domain.decision import AuthorHistory, Proposal
    from console.services.policies import Policies
    from console.store import Reading, Store, Tx

BATCH = 256
FIRST_REVISION = 1
NO_LANGUAGE = frozenset({"und", "other"})
"""What engines say where they do not know a language's name: no hint for anybody."""


class BatchClassifier(Protocol):
    """Classifies a batch in the child process; blocking, so never called on the GUI thread."""

    def __call__(self, items: Sequence[ClassifyItem]) -> list[Verdict]: ...


class Triage:
    """Turns unread comments into ordered work."""

    def __init__(self, store: Store, policies: Policies) -> None:
        self._store = store
        self._policies = policies

    def next_batch(self, limit: int = BATCH) -> list[Comment]:
        """Open comments without a verdict for their present text, newest first."""
        return self._store.read(lambda r: r.comments.unread(limit))

    def items(self, comments: Sequence[Comment]) -> list[ClassifyItem]:
        """What the classifier gets to see of them.

        Once a comment was read, its language is what an engine made of it: for the next one that is a hint for texts
        which say nothing themselves, and no longer what came with the comment.
        """
        languages = {one.id: one.language for one in self._store.read(lambda r: r.channels.all())}

        def item(one: Comment) -> ClassifyItem:
            fallback = languages.get(one.channel_id)
            if one.verdict_id is None and one.revision == FIRST_REVISION:
                return ClassifyItem(str(one.id), one.text, one.language, fallback)
            hint = one.language if one.language not in NO_LANGUAGE else None
            return ClassifyItem(str(one.id), one.text, None, hint or fallback)

        return [item(one) for one in comments]

    def store(self, comments: Sequence[Comment], verdicts: Sequence[Verdict]) -> list[int]:
        """Store verdicts and proposals of a batch in one transaction; returns the ids that got both."""
        self._policies.warm()
        by_id: dict[int, Verdict] = {
            int(one.id): verdict for one, verdict in zip(comments, verdicts, strict=True)
        }
        alike = [Placed(int(one.id), one.revision, traits(one.text)) for one in comments]

        def work(tx: Tx) -> list[int]:
            done = tx.comments.set_verdicts(
                [(one.id, one.revision, by_id[one.id]) for one in comments], tx.now
            )
            kept = set(done)
            by_id.update(align(tx, done, fresh=True))  # the workspace's calibration layer, if one is active
            self.put(tx, [one for one in comments if one.id in kept], by_id)
            touched = place(tx, [one for one in alike if one.comment_id in kept])
            tx.changed("proposals", tuple(dict.fromkeys([*done, *touched])))
            return done

        return self._store.write(work, durable=False).result()

    def run(self, classify: BatchClassifier, progress: Callable[[int], None] | None = None) -> int:
        """Read everything unread, batch by batch; returns how many. For the command line: it blocks."""
        total = 0
        while batch := self.next_batch():
            done = self.store(batch, classify(self.items(batch)))
            total += len(done)
            if progress is not None:
                progress(total)
            if not done:  # all of the batch changed under us; the next round sees their new text
                continue
        return total

    def propose_again(self, tx: Tx, ids: Sequence[int], *, later_due: bool = False) -> int:
        """Propose for these comments by the policies that ``tx`` sees, with the verdicts they have; returns how many."""
        comments = [one for one in tx.comments.rows(ids) if not one.ours]
        self.put(tx, comments, tx.comments.verdicts(ids), later_due=later_due)
        tx.changed("proposals", tuple(int(one.id) for one in comments))
        return len(comments)

    def put(
        self,
        tx: Tx,
        comments: Sequence[Comment],
        verdicts: Mapping[int, Verdict],
        *,
        later_due: bool = False,
    ) -> None:
        """Make and store the active policy's proposals, and beside them what the version in shadow proposes."""
        read = self._facts(tx, comments, verdicts)
        policy, shadow = self._policies.current(tx), self._policies.shadow(tx)
        made = [(number, propose(policy, facts, tx.now)) for number, facts in read]
        tx.comments.set_proposals(made, tx.now, later_due=later_due)
        if shadow is not None:
            tx.policies.keep_shadow(
                [
                    (number, propose(shadow, facts, tx.now), active)
                    for (number, facts), (_, active) in zip(read, made, strict=True)
                ],
                tx.now,
            )

    def shadow_again(self, tx: Tx, shadow: Policy, ids: Sequence[int]) -> None:
        """What ``shadow`` proposes for comments that have their active proposal already, kept beside it."""
        active = tx.comments.proposals(ids)
        comments = [one for one in tx.comments.rows(ids) if int(one.id) in active and not one.ours]
        read = self._facts(tx, comments, tx.comments.verdicts(ids))
        tx.policies.keep_shadow(
            [(number, propose(shadow, facts, tx.now), active[int(number)]) for number, facts in read], tx.now
        )

    @staticmethod
    def _facts(
        reading: Reading, comments: Sequence[Comment], verdicts: Mapping[int, Verdict]
    ) -> list[tuple[CommentId, Facts]]:
        histories = reading.decisions.histories([(one.author_id, one.post_id) for one in comments])
        return [
            (one.id, _facts(one, verdicts.get(one.id), histories[(one.author_id, one.post_id)]))
            for one in comments
        ]


def proposal_for(
    reading: Reading, policy: Policy, comment: Comment, verdict: Verdict | None, now: int
) -> Proposal:
    """The proposal for one comment as the workspace stands now."""
    history = reading.decisions.history(comment.author_id, comment.post_id)
    return propose(policy, _facts(comment, verdict, history), now)


def _facts(comment: Comment, verdict: Verdict | None, history: AuthorHistory) -> Facts:
    return facts_of(
        comment,
        verdict,
        history,
        from_import=comment.imported,
        person_category=comment.category if comment.category_by else None,
    )
