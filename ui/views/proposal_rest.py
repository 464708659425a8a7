"""What the policy proposes besides what was just decided: kept while its comment stays in front for the next key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from console.services.remaining import FOLLOWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.decision import DecisionOutcome


class ProposalRest:
    """At most one comment at a time; ``comment`` is 0 while none stays."""

    def __init__(self) -> None:
        self.comment = 0
        self.actions: tuple[str, ...] = ()
        self.done = ""  # what was done, in words
        self._first = self._last = 0  # decisions

    def begin(self, outcome: DecisionOutcome, done: str, possible: Sequence[str]) -> bool:
        """The answer to a decision: whether anything is left to offer."""
        comment = int(outcome.comment_id)
        left = tuple(one for one in outcome.remaining if one in possible)
        first = self._first if self.comment == comment else outcome.decision_id or 0
        self.end()
        if not left:
            return False
        self.comment, self.actions, self.done = comment, left, done
        self._first, self._last = first, outcome.decision_id or 0
        return True

    def end(self) -> int:
        """It stays no longer; which comment did, 0 for none."""
        comment, self.comment = self.comment, 0
        self.actions, self.done, self._first, self._last = (), "", 0, 0
        return comment

    def seen(self, comment: int, newest: int) -> int:
        """The newest decision that the person knows of: their own was made after the comment was read."""
        return max(newest, self._last) if comment == self.comment else newest

    def params(self, comment: int, action: str) -> dict[str, Any]:
        """What marks a decision as the next of the same proposal."""
        return {FOLLOWS: self._first} if comment == self.comment and action in self.actions else {}
