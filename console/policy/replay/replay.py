"""Replaying history through a policy, comment by comment in time order: as lived, counterfactual, and by a baseline.

*As lived*: strikes and actions are what people decided. *Counterfactual*: from the replay's first comment on, strikes
and actions are what the policy itself would have proposed; a proposed act in a violation category counts as a
confirmed strike. Hits, agreement, hiding, deadlines and the comparison with the baseline are as lived.

Nobody's category is told to the policies (a person's choice would decide what it is compared with), nothing is
changed, and no clock is read: every comment is looked at as of its own moment.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from console.domain.decision import AuthorHistory, Proposal
from console.domain.utc import utc
from console.domain.vocabulary import NO_DUE
from console.policy.compiled import compiled
from console.policy.ladder import SCALE
from console.policy.propose import RulesRead, propose, read_rules, strikes_read
from console.policy.replay.auto import Candidate
from console.policy.replay.history import Author, Event, Keep, keep_for
from console.policy.replay.labels import ACTS, HIDES, LEAVE, Judgement, agree, base, rule_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from console.policy.evaluate import Folds
    from console.policy.facts import Facts
    from console.policy.model import Policy

SHOWN: Final = 20  # comments to read, in all and at most of one rule
_LATEST: Final = 2**35


@dataclass(frozen=True, slots=True)
class Past:
    """One comment of the history. ``moment`` (UTC seconds) is when it was first seen, or written if it was imported.

    ``facts`` hold neither history nor a person's category. ``decisions`` counts those that say something;
    ``policies`` names the versions that they were made under. ``may_hide`` is asked where a rule would hide alone:
    whether the platform lets the console do it and take it back.
    """

    id: int
    moment: int
    author_id: int
    post: int | None
    facts: Facts
    author: str = ""
    account_created_at: int | None = None
    followers: int | None = None
    judgement: Judgement | None = None
    decisions: int = 0
    policies: frozenset[str] = frozenset()
    person_category: str | None = None
    may_hide: Callable[[], bool] = field(default=lambda: True)


@dataclass(slots=True)
class RuleTally:
    """Counts of one rule; ``won`` is how often its proposal was the one that counted."""

    hits: int = 0
    won: int = 0
    judged: int = 0
    agreed: int = 0
    protected: int = 0
    before: int = 0  # hits of the baseline's rule of this id


@dataclass(slots=True)
class Tally:
    """What one replay counted; tallies of different authors add up (``replay_report.merge``)."""

    comments: int = 0
    judged: int = 0
    decisions: int = 0
    older: int = 0  # judged comments with a decision under another version than the two compared
    hidden: int = 0  # that people hid or deleted
    unread: int = 0  # without a verdict
    first: int | None = None
    last: int | None = None
    more_hidden: int = 0
    no_longer_hidden: int = 0
    protected: int = 0
    rules: dict[str, RuleTally] = field(default_factory=dict)
    lived: dict[str, int] = field(default_factory=dict)
    counterfactual: dict[str, int] = field(default_factory=dict)
    held: list[int] = field(default_factory=lambda: [0, 0])  # blocks held by a missing rung, in both runs
    hours: list[int] = field(default_factory=lambda: [0] * 24)
    due: dict[int, int] = field(default_factory=dict)  # the local hour's first UTC second -> due in it
    months: dict[str, list[int]] = field(default_factory=dict)
    engines: dict[str, int] = field(default_factory=dict)
    candidates: list[Candidate] = field(default_factory=list)
    baseline_candidates: list[Candidate] = field(default_factory=list)
    disagreements: dict[str, list[tuple[tuple[int, int, int], dict[str, Any]]]] = field(default_factory=dict)
    protected_items: list[tuple[tuple[int, int, int], dict[str, Any]]] = field(default_factory=list)


class Replay:
    """One pass over the history of some authors. ``since`` (UTC seconds) is where the two runs begin to differ."""

    def __init__(self, policy: Policy, baseline: Policy | None, since: int | None = None) -> None:
        self.policy = policy
        self.baseline = None if baseline is None or baseline.id == policy.id else baseline
        self.tally = Tally()
        self._since = since
        self._known = frozenset(one.id for one in (policy, baseline) if one is not None)
        self._keep: Keep = keep_for([one for one in (policy, baseline) if one is not None])
        self._again = bool(strikes_read(policy))
        self._authors: dict[int, Author] = {}
        self._zone = compiled(policy).engine.clock.zone
        self._labels = {rule.id: rule_label(rule) for rule in policy.rules}
        self._rungs = {step.at: step.action for step in (policy.ladder.steps if policy.ladder else ())}
        self._shielded = frozenset(
            name
            for one in (policy, baseline)
            if one is not None
            for name, category in one.categories.items()
            if category.protected
        )
        for rule in policy.rules:
            self.tally.rules[rule.id] = RuleTally()

    def run(self, comments: Iterable[Past], events: Iterable[Event]) -> Iterable[int]:
        """Replay ``comments`` (by moment, then id) and ``events`` (by at, then after); yields how many are done."""
        coming = iter(events)
        event = next(coming, None)
        for done, past in enumerate(comments, start=1):
            here = (past.moment, past.id)
            while event is not None and (event.at, event.after) < here:
                about = event.at if event.about is None else event.about
                before = self._since is not None and about < self._since
                self._author(event.author_id).learn(event, before=before)
                event = next(coming, None)
            self._step(past)
            yield done

    def _author(self, author_id: int) -> Author:
        found = self._authors.get(author_id)
        if found is None:
            found = self._authors[author_id] = Author(self._keep)
        return found

    def _step(self, past: Past) -> None:
        tally, now = self.tally, past.moment
        facts, other = self._facts(past)
        folds: Folds = {}
        read = read_rules(self.policy, facts, now, folds)
        proposal = propose(self.policy, facts, now, read)
        imagined = proposal
        if other is not None:
            again = read_rules(self.policy, other, now, folds) if self._again else read
            imagined = propose(self.policy, other, now, again)
        before = proposal
        if self.baseline is not None:
            before = propose(self.baseline, facts, now, read_rules(self.baseline, facts, now, folds))
        self._imagine(past, imagined)
        tally.comments += 1
        tally.first = now if tally.first is None else min(tally.first, now)
        tally.last = now if tally.last is None else max(tally.last, now)
        self._note_history(past)
        self._note_rungs(proposal, tally.lived, 0)
        self._note_rungs(imagined, tally.counterfactual, 1)
        self._note_due(proposal.due_at)
        self._note_hidden(proposal, before, now)
        self._note_auto(past, proposal, before)
        self._note_rules(past, read, proposal, before)

    def _facts(self, past: Past) -> tuple[Facts, Facts | None]:
        """The facts as lived, and those of the other run where the author stands differently in it."""
        plain = AuthorHistory(past.facts.author_key, past.account_created_at, past.followers)
        author = self._authors.get(past.author_id)
        if author is None:
            return replace(past.facts, history=plain), None
        said = author.said.get(past.post, 0)
        lived = author.lived.history(plain, past.moment, said)
        other = author.counterfactual.history(plain, past.moment, said)
        facts = replace(past.facts, history=lived)
        return facts, None if other == lived else replace(past.facts, history=other)

    def _imagine(self, past: Past, proposal: Proposal) -> None:
        """Let what was proposed take effect in the counterfactual run."""
        acts = {base(action) for action in proposal.actions} & ACTS
        if not acts:
            return
        side = self._author(past.author_id).counterfactual
        if self.policy.categories[proposal.category].violation:
            side.strike(proposal.category, past.moment)
        for action in sorted(acts):
            side.act(action, past.moment)

    # ------------------------------------------------------------------ counting

    def _note_history(self, past: Past) -> None:
        tally = self.tally
        verdict = past.facts.verdict
        if verdict is None:
            tally.unread += 1
        else:
            engine = f"{verdict.engine} {verdict.engine_version}"
            tally.engines[engine] = tally.engines.get(engine, 0) + 1
        tally.decisions += past.decisions
        if past.judgement is not None:
            tally.judged += 1
            tally.hidden += past.judgement.action in HIDES
            tally.older += bool(past.policies - self._known)

    def _note_rungs(self, proposal: Proposal, rungs: dict[str, int], run: int) -> None:
        for reason in reversed(proposal.reasons):
            if reason.code != "ladder.step":
                continue
            at = int(reason.params["at"])
            action = self._rungs.get(at)
            if action is not None:
                key = f"{at}:{action}"
                rungs[key] = rungs.get(key, 0) + 1
                self.tally.held[run] += action != reason.params["action"]
            return

    def _note_due(self, due_at: int) -> None:
        if not 0 <= due_at < min(NO_DUE, _LATEST):
            return
        local = utc(due_at).astimezone(self._zone)
        self.tally.hours[local.hour] += 1
        hour = due_at - local.minute * 60 - local.second
        self.tally.due[hour] = self.tally.due.get(hour, 0) + 1

    def _note_hidden(self, proposal: Proposal, before: Proposal, now: int) -> None:
        hides, hid = _hides(proposal), _hides(before)
        if hides == hid:
            return
        tally = self.tally
        tally.more_hidden += hides
        tally.no_longer_hidden += hid
        month = f"{compiled(self.policy).engine.clock.local_day(now):%Y-%m}"
        counts = tally.months.setdefault(month, [0, 0])
        counts[0 if hides else 1] += 1

    def _note_auto(self, past: Past, proposal: Proposal, before: Proposal) -> None:
        if not (proposal.auto_hide or before.auto_hide) or not past.may_hide():
            return
        told = past.judgement
        answered_at = None if told is None else max(told.at, past.moment)
        overturned = told is not None and told.label == LEAVE
        for one, into in (
            (proposal, self.tally.candidates),
            (before, self.tally.baseline_candidates),
        ):
            if one.auto_hide:
                into.append(Candidate(past.moment, past.id, one.rules[0], answered_at, overturned))

    def _note_rules(self, past: Past, read: RulesRead, proposal: Proposal, before: Proposal) -> None:
        tally = self.tally
        for match in read.matches:
            tally.rules[match.rule.rule.id].hits += 1
        for rule_id in before.rules:
            tally.rules.setdefault(rule_id, RuleTally()).before += 1
        if read.winner is None or past.facts.author_key in self.policy.allow_authors:
            return  # no rule's proposal counted here
        rule = read.winner.rule.rule
        counts = tally.rules[rule.id]
        counts.won += 1
        acts = any(base(action) in ACTS for action in proposal.actions)
        protected = acts and (before.protected or past.person_category in self._shielded)
        told = past.judgement
        if protected:
            tally.protected += 1
            counts.protected += 1
            _keep_first(tally.protected_items, _rank(past, protected), self._shown(past, read, proposal))
        if told is None:
            return
        counts.judged += 1
        if agree(self._labels[rule.id], told.label):
            counts.agreed += 1
        else:
            kept = tally.disagreements.setdefault(rule.id, [])
            _keep_first(kept, _rank(past, protected), self._shown(past, read, proposal, protected))

    def _shown(
        self, past: Past, read: RulesRead, proposal: Proposal, protected: bool = True
    ) -> Callable[[], dict[str, Any]]:
        """A comment to read, made only if it is kept."""

        def made() -> dict[str, Any]:
            winner = read.winner
            scores = [
                int(params["score"])
                for code, params in (winner.facts if winner is not None else ())
                if code in {"fact.score", "fact.category"} and "score" in params
            ]
            return {
                "comment_id": past.id,
                "text": past.facts.text[:2000],
                "author": past.author,
                "channel": past.facts.channel_key,
                "posted_at": past.facts.posted_at,
                "rule": "" if winner is None else winner.rule.rule.id,
                "proposed": list(proposal.actions),
                "decided": None if past.judgement is None else past.judgement.action,
                "protected": protected,
                "score": max(scores) / SCALE if scores else None,
            }

        return made


def _hides(proposal: Proposal) -> bool:
    return any(base(action) in HIDES for action in proposal.actions)


def _rank(past: Past, protected: bool) -> tuple[int, int, int]:
    """Which comments are shown first: protected ones, then a fixed scattering over the whole time, not the newest."""
    return (0 if protected else 1, past.id * 2_654_435_761 & 0xFFFFFFFF, past.id)


def _keep_first(
    kept: list[tuple[tuple[int, int, int], dict[str, Any]]],
    rank: tuple[int, int, int],
    made: Callable[[], dict[str, Any]],
) -> None:
    """Keep the first ``SHOWN`` by rank."""
    if len(kept) >= SHOWN and rank > kept[-1][0]:
        return
    kept.append((rank, made()))
    kept.sort(key=lambda one: one[0])
    del kept[SHOWN:]
