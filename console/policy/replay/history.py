"""What a replay knows of an author at each moment: strikes and actions as lived, and as the policy would have made them.

Only what can still change an answer is kept, so that an export without names (one author for everything) stays quick:
the newest action of each kind, replies of the last day, and as many strikes of a category as reach the highest rung
and the highest number that a rule asks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from console.domain.decision import AuthorHistory
from console.policy.conditions import TOP
from console.policy.propose import strikes_read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from console.policy.model import Policy

STRIKE: Final = "strike"
DONE: Final = "done"
SAID: Final = "said"
REPLY: Final = "reply"
ONE_DAY: Final = 86_400 + 7_200  # a local day, whatever the clocks did


class Event(NamedTuple):
    """Something that became known about an author at ``at`` (UTC seconds).

    ``after`` is the id of the comment that it follows within the same second, -1 for none. ``kind`` is strike
    (``value`` a category), done (an action that the platform confirmed) or said (our public reply; ``post`` is where).
    ``about`` is the moment of the comment that it is about (None: ``at`` itself).
    """

    at: int
    after: int
    author_id: int
    kind: str
    value: str = ""
    post: int | None = None
    about: int | None = None


@dataclass(frozen=True, slots=True)
class Keep:
    """How many strikes must be remembered for a set of policies: None means all categories, or without limit."""

    categories: frozenset[str] | None
    most: int | None  # of each category
    horizon: int | None  # seconds


def keep_for(policies: Iterable[Policy]) -> Keep:
    """What the ladders and rules of ``policies`` can still tell apart."""
    held = tuple(policies)
    ladders = [one.ladder for one in held if one.ladder is not None]
    read = [params for one in held for params in strikes_read(one)]
    # Each strike weighs at least one point, so that many of one category stand on the highest rung by themselves;
    # where points decay that is not so.
    decays = any(one.half_every for one in ladders)
    tops = [step.at for one in ladders for step in one.steps]
    # A count is told from every other by its bounds: one more than the upper one is as good as a thousand.
    tops += [int(params["high"]) + 1 if params["high"] < TOP else int(params["low"]) for params in read]
    spans = [one.window for one in ladders] + [int(params["within"]) for params in read]
    named = {str(params["category"]) for params in read}
    return Keep(
        None if "" in named else frozenset(named.union(*(one.counts for one in ladders))),
        None if decays else max(tops, default=1),
        None if any(not params["within"] for params in read) else max(spans, default=0),
    )


class Side:
    """One author's strikes and confirmed actions in one of the two runs."""

    __slots__ = ("_counts", "_keep", "done", "replies", "strikes")

    def __init__(self, keep: Keep) -> None:
        self._keep = keep
        self._counts: dict[str, int] = {}
        self.strikes: list[tuple[str, int]] = []
        self.done: dict[str, int] = {}
        self.replies: list[int] = []

    def strike(self, category: str, at: int) -> None:
        """A strike that counts from ``at`` on."""
        keep = self._keep
        if keep.categories is not None and category not in keep.categories:
            return
        self.strikes.append((category, at))
        if keep.most is None:
            return
        count = self._counts.get(category, 0) + 1
        if count > keep.most:
            del self.strikes[next(i for i, one in enumerate(self.strikes) if one[0] == category)]
        else:
            self._counts[category] = count

    def act(self, action: str, at: int) -> None:
        """An action that took effect at ``at``; times come in order."""
        if action == REPLY:
            self.replies.append(at)
        else:
            self.done[action] = at

    def history(self, plain: AuthorHistory, now: int, said: int) -> AuthorHistory:
        """The author as known at ``now``."""
        self._forget(now)
        return AuthorHistory(
            author_key=plain.author_key,
            account_created_at=plain.account_created_at,
            followers=plain.followers,
            strikes=tuple(self.strikes),
            actions_done=(*self.done.items(), *((REPLY, at) for at in self.replies)),
            replies_by_us_in_thread=said,
        )

    def _forget(self, now: int) -> None:
        horizon = self._keep.horizon
        if horizon is not None:
            while self.strikes and now - self.strikes[0][1] >= horizon:
                category = self.strikes.pop(0)[0]
                if category in self._counts:
                    self._counts[category] -= 1
        while len(self.replies) > 1 and now - self.replies[0] >= ONE_DAY:
            self.replies.pop(0)


class Author:
    """One author in both runs. Replies of ours are as lived in both: nobody knows what would have been said."""

    __slots__ = ("counterfactual", "lived", "said")

    def __init__(self, keep: Keep) -> None:
        self.lived = Side(keep)
        self.counterfactual = Side(keep)
        self.said: dict[int | None, int] = {}

    def learn(self, event: Event, *, before: bool) -> None:
        """Take in what people did; about a comment from ``before`` the replay it holds in both runs."""
        if event.kind == SAID:
            self.said[event.post] = self.said.get(event.post, 0) + 1
            return
        both = before or (event.kind == DONE and event.value == REPLY)
        for side in (self.lived, self.counterfactual) if both else (self.lived,):
            if event.kind == STRIKE:
                side.strike(event.value, event.at)
            else:
                side.act(event.value, event.at)
