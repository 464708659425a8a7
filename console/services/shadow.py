"""The version in shadow: its proposals kept beside the active ones, compared in a report, and never shown in the queue."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from console.domain.shares import Share
from console.domain.utc import utc
from console.domain.vocabulary import PROGRAM
from console.policy.replay.labels import (
    ACT,
    HIDES,
    LEAVE,
    Judgement,
    PastDecision,
    agree,
    base,
    judge,
    label_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from console.domain.comment import Comment
    from console.policy import Policy
    from console.services.policies import Policies
    from console.services.triage import Triage
    from console.services.versions import PolicyVersion
    from console.store import Reading, ShadowRow, Store, Tx

BATCH: Final = 128
"""Comments that are proposed for again in one transaction: a decision that comes meanwhile waits for one batch at most."""
TO_READ: Final = 20
# Facts about the workspace: changes of the active version or the shadow so far, and the one all is in line with.
_ROUND: Final = "policy_round"
_SETTLED: Final = "policy_settled"
_LATER: Final = "policy_later_due"


class Settling:
    """Brings undecided comments in line with the active version and the shadow; a run cut short is taken up by the next."""

    def __init__(self, store: Store, policies: Policies, triage: Triage) -> None:
        self._store = store
        self._policies = policies
        self._triage = triage

    @staticmethod
    def begin(tx: Tx, later_due: str | None = None) -> None:
        """Remember, in the transaction that changed the active version or the shadow, that there is something to do.

        ``later_due`` is the id of the policy by which due times may get later; "" for none, None for what was said last.
        """
        tx.settings.set_meta(_ROUND, str(int(tx.settings.meta(_ROUND) or 0) + 1))
        if later_due is not None:
            tx.settings.set_meta(_LATER, later_due)

    def run(
        self, progress: Callable[[int, int], None] | None = None, stop: Callable[[], bool] | None = None
    ) -> int:
        """Propose again, batch by batch, what another policy proposed, and let the shadow see what it has not seen.

        ``progress`` gets (done, of how many); ``stop`` is asked before each batch. Several processes may do it at once:
        each batch looks again at what is still to do. Returns how many comments got a new proposal of the active policy.
        """
        goal = self._store.read(lambda r: r.settings.meta(_ROUND)) or "0"
        if self._store.read(lambda r: r.settings.meta(_SETTLED)) == goal:
            return 0
        ids, seen = self._store.snapshot(_to_do)
        total, changed = len(ids) + len(seen), 0
        for done, part, shadow in _parts(ids, seen):
            if stop is not None and stop():
                return changed
            work = self._see if shadow else self._again
            self._policies.warm()
            changed += self._store.write(partial(work, part=part), durable=False).result()
            if progress is not None:
                progress(min(done + len(part), total), total)

        if self._store.snapshot(_to_do) == (
            [],
            [],
        ):  # everything new since follows the policies of its own moment
            self._store.write(lambda tx: tx.settings.set_meta(_SETTLED, goal), durable=False).result()
        return changed

    def _again(self, tx: Tx, *, part: list[int]) -> int:
        policy = self._policies.current(tx)
        left = tx.policies.outdated(policy.id, part)
        return self._triage.propose_again(tx, left, later_due=tx.settings.meta(_LATER) == policy.id)

    def _see(self, tx: Tx, *, part: list[int]) -> int:
        shadow = self._policies.shadow(tx)
        if shadow is not None:  # it may have ended meanwhile
            left = tx.policies.unshadowed(shadow.id, self._policies.current(tx).id, part)
            self._triage.shadow_again(tx, shadow, left)
        return 0


def _to_do(reading: Reading) -> tuple[list[int], list[int]]:
    active, shadow = reading.policies.mark("active"), reading.policies.mark("shadow")
    if active is None:
        return [], []
    outdated = reading.policies.outdated(active[0])
    if shadow is None:
        return outdated, []
    known = set(outdated)  # what is proposed for again gets its shadow with it
    return outdated, [one for one in reading.policies.unshadowed(shadow[0], active[0]) if one not in known]


def _parts(ids: list[int], seen: list[int]) -> Iterable[tuple[int, list[int], bool]]:
    for start in range(0, len(ids), BATCH):
        yield start, ids[start : start + BATCH], False
    for start in range(0, len(seen), BATCH):
        yield len(ids) + start, seen[start : start + BATCH], True


class Shadow:
    """Reads what a shadow recorded."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def report(self, version: PolicyVersion, active: Policy | None) -> dict[str, Any]:
        """A comparison as JSON values; times RFC 3339 in UTC, shares as ``Share.to_json`` (none under 30).

        Only comments that were proposed for beside the policy active now are compared; ``set_aside`` counts the others.
        ``hidden`` of both sides, ``more_hidden`` and ``no_longer_hidden`` count proposals to hide or delete;
        ``automatic_hides`` those that the console would be allowed to hide alone, before caps; ``protected_hit``
        proposals to hide what a protected category shelters, by the active policy or by a person's decision since.
        ``agreement`` is with people's last standing decision since the shadow began; a proposal of nothing, and a
        decision that says nothing (snooze), are left out. ``disagreements`` are up to 20 comments where both differ,
        those that people decided about first.
        """
        since = version.shadow_since or 0
        active_id = "" if active is None else active.id
        sheltered = (
            {name for name, one in active.categories.items() if one.protected}
            if active is not None
            else set()
        )
        sums, aside = _Sums(sheltered), 0

        def work(reading: Reading) -> dict[str, Any]:
            nonlocal aside
            for row in reading.policies.shadow_rows(version.id, since, PROGRAM):
                if row.active_id == active_id:
                    sums.add(row)
                else:
                    aside += 1
            chosen = sums.to_read()
            comments = {int(one.id): one for one in reading.comments.rows([one.comment_id for one in chosen])}
            return sums.to_json([_shown(comments[one.comment_id], one) for one in chosen])

        found = self._store.snapshot(work)
        return {
            "policy": version.id,
            "number": version.number,
            "name": version.name,
            "running": version.state == "shadow",
            "active": active_id or None,
            "since": _moment(since) if since else None,
            "until": _moment(_ended(version)),
            "set_aside": aside,
            **found,
        }


class _Sums:
    """What one pass over the rows counts."""

    def __init__(self, sheltered: set[str]) -> None:
        self._sheltered = sheltered
        self._n: Counter[str] = Counter()
        self._categories: Counter[tuple[str, str]] = Counter()
        self._rules: dict[str, Counter[str]] = {}
        self._decided: list[ShadowRow] = []
        self._open: list[ShadowRow] = []

    def add(self, row: ShadowRow) -> None:
        """Count one comment."""
        n = self._n
        new, old = _hides(row.actions), _hides(row.active_actions)
        n["compared"] += 1
        n["shadow_hidden"] += new
        n["active_hidden"] += old
        n["more_hidden"] += new and not old
        n["no_longer_hidden"] += old and not new
        n["shadow_auto"] += row.auto_hide
        n["active_auto"] += row.active_auto_hide
        shelter = row.active_protected or row.decided_category in self._sheltered
        n["shadow_protected"] += new and shelter
        n["active_protected"] += old and shelter
        for side, rules in (("hits", row.rules), ("active_hits", row.active_rules)):
            for rule in rules:
                self._rules.setdefault(rule, Counter())[side] += 1
        if row.category != row.active_category:
            self._categories[row.active_category, row.category] += 1
        self._agree(row)
        if _differ(row):
            n["differ"] += 1
            (self._decided if _decided(row) else self._open).append(row)

    def _agree(self, row: ShadowRow) -> None:
        said = _judged(row)
        if said is None:
            return
        self._n["decisions"] += 1
        for side, actions in (("shadow", row.actions), ("active", row.active_actions)):
            label = _label(actions)
            if label is not None:
                self._n[f"{side}_judged"] += 1
                self._n[f"{side}_agreed"] += agree(label, said.label)

    def to_read(self) -> list[ShadowRow]:
        """The comments worth reading: decided ones first, then those where a hide comes or goes, newest first."""

        def order(row: ShadowRow) -> tuple[bool, int]:
            return _hides(row.actions) == _hides(row.active_actions), -row.comment_id

        return [*sorted(self._decided, key=order), *sorted(self._open, key=order)][:TO_READ]

    def to_json(self, disagreements: list[dict[str, Any]]) -> dict[str, Any]:
        """The counts, in a fixed order."""
        n = self._n

        def both(name: str) -> dict[str, int]:
            return {"active": n[f"active_{name}"], "shadow": n[f"shadow_{name}"]}

        return {
            "compared": n["compared"],
            "same": n["compared"] - n["differ"],
            "differ": n["differ"],
            "hidden": both("hidden"),
            "more_hidden": n["more_hidden"],
            "no_longer_hidden": n["no_longer_hidden"],
            "automatic_hides": both("auto"),
            "protected_hit": both("protected"),
            "categories": [
                {"from": old, "to": new, "comments": number}
                for (old, new), number in sorted(
                    self._categories.items(), key=lambda item: (-item[1], item[0])
                )
            ],
            "rules": [
                {"rule": rule, "hits": counts["hits"], "active_hits": counts["active_hits"]}
                for rule, counts in sorted(self._rules.items())
            ],
            "decisions": n["decisions"],
            "agreement": {
                side: Share(n[f"{side}_agreed"], n[f"{side}_judged"]).to_json()
                for side in ("active", "shadow")
            },
            "disagreements": disagreements,
        }


def _judged(row: ShadowRow) -> Judgement | None:
    """What people made of a comment, by the same reading as a backtest's."""
    return judge([PastDecision(*one) for one in row.decisions])


def _decided(row: ShadowRow) -> str | None:
    said = _judged(row)
    return None if said is None else said.action


def _differ(row: ShadowRow) -> bool:
    new = (row.category, row.severity, frozenset(row.actions), row.auto_hide, row.protected)
    old = (
        row.active_category, row.active_severity, frozenset(row.active_actions), row.active_auto_hide, row.active_protected,
    )  # fmt: skip
    return new != old


def _hides(actions: Iterable[str]) -> bool:
    return any(base(one) in HIDES for one in actions)


def _label(actions: Iterable[str]) -> str | None:
    """What a proposal stands for: act if it proposes any act, else escalate, else leave; None where it proposes nothing."""
    labels = {label for one in actions if (label := label_of(one)) is not None}
    for one in (ACT, *sorted(labels - {ACT, LEAVE}), LEAVE):
        if one in labels:
            return one
    return None


def _shown(comment: Comment, row: ShadowRow) -> dict[str, Any]:
    return {
        "comment_id": str(row.comment_id),
        "text": comment.text,
        "author": comment.author_name or comment.author_handle,
        "channel": comment.channel_key,
        "posted_at": _moment(comment.posted_at),
        "active": {
            "category": row.active_category,
            "severity": row.active_severity,
            "actions": list(row.active_actions),
            "rules": list(row.active_rules),
        },
        "shadow": {
            "category": row.category,
            "severity": row.severity,
            "actions": list(row.actions),
            "rules": list(row.rules),
        },
        "decided": _decided(row),
    }


def _ended(version: PolicyVersion) -> int | None:
    step = version.step("shadow")
    return None if version.state == "shadow" or step is None else step.created_at


def _moment(seconds: int | None) -> str | None:
    """UTC seconds as RFC 3339."""
    if seconds is None:
        return None
    return utc(seconds).isoformat().replace("+00:00", "Z")
