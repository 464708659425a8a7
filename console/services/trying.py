"""Trying a policy on a text of nobody: what the draft would propose for it beside the policy in force. Stores nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.classify.layer import apply
from console.domain.decision import AuthorHistory, Proposal
from console.policy import Facts, Policy
from console.policy.propose import propose
from console.services.layers import layer_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.verdict import Verdict
    from console.store import Reading

DAY: Final = 86_400


@dataclass(frozen=True, slots=True)
class TrialFacts:
    """What a person supposes of the author and the place; None where nothing is supposed.

    ``author_age_days`` and ``strikes`` count from 0; ``replies_by_us`` are our public replies in the thread;
    ``channel`` is a key ``kind:name`` and ``author`` one ``kind:id``, empty for none.
    """

    author_age_days: int | None = None
    strikes: int | None = None
    replies_by_us: int | None = None
    channel: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """One text, its verdict and both proposals; ``draft`` is None while the draft cannot be used."""

    text: str
    verdict: Verdict
    draft: Proposal | None
    active: Proposal

    @property
    def differs(self) -> bool:
        """Whether a person would see something else than today: category, severity, actions or automatic hiding."""
        draft, active = self.draft, self.active
        return draft is not None and (
            (draft.category, draft.severity, draft.actions, draft.auto_hide)
            != (active.category, active.severity, active.actions, active.auto_hide)
        )


def calibrated(reading: Reading, verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts as the workspace's active calibration layers correct them."""
    layers = {one.engine: layer_of(one) for one in reading.calibrations.active()}
    return [apply(layers[one.engine], one) if one.engine in layers else one for one in verdicts]


def try_text(
    text: str, verdict: Verdict, supposed: TrialFacts, draft: Policy | None, active: Policy, now: int
) -> Tried:
    """Both policies' proposals for ``text`` posted at ``now`` (UTC seconds). Pure."""
    return Tried(
        text,
        verdict,
        None if draft is None else _propose(text, verdict, supposed, draft, now),
        _propose(text, verdict, supposed, active, now),
    )


def _propose(text: str, verdict: Verdict, supposed: TrialFacts, policy: Policy, now: int) -> Proposal:
    found = propose(policy, _facts(text, verdict, supposed, "", now), now)
    if supposed.strikes:
        # The strikes are taken to be of the category this text falls into: the ladder then counts them.
        found = propose(policy, _facts(text, verdict, supposed, found.category, now), now)
    return found


def _facts(text: str, verdict: Verdict, supposed: TrialFacts, category: str, now: int) -> Facts:
    known = (supposed.author_age_days, supposed.strikes, supposed.replies_by_us)
    history: AuthorHistory | None = None
    if any(one is not None for one in known):
        age = supposed.author_age_days
        history = AuthorHistory(
            author_key=supposed.author,
            account_created_at=None if age is None else now - age * DAY,
            strikes=((category, now - DAY),) * (supposed.strikes or 0),
            replies_by_us_in_thread=supposed.replies_by_us or 0,
        )
    return Facts(
        text=text,
        channel_key=supposed.channel,
        author_key=supposed.author,
        language=verdict.language or None,
        posted_at=now,
        first_seen_at=now,
        verdict=verdict,
        history=history,
    )
