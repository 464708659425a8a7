"""What is done with a policy's text before it counts: submitted, tested, tried on the past, and kept while unfinished."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from console.domain.errors import ClassifierAway, UsageError
from console.domain.verdict import ClassifyItem, Verdict
from console.policy import Policy, RuleTestResult, load_policy, run_tests
from console.policy.differences import codes
from console.policy.replay.report import without_words
from console.services.entries import draft
from console.services.policies import Policies, invalid
from console.services.trying import calibrated
from console.services.versions import PolicyVersion, Versions, find, version_of

if TYPE_CHECKING:
    from console.domain.ports import Clock
    from console.services.roles import Actor
    from console.services.triage import BatchClassifier
    from console.store import Store, Tx, WorkingDraft

Backtest = Callable[[PolicyVersion, int, str | None], Mapping[str, Any]]
"""Tries a version on so many days of the past against a baseline (a policy id); blocks; returns the report."""

BATCH: Final = 64


class Trials(Versions):
    """Texts, rule tests and backtests. All methods block; call them in the background."""

    def __init__(
        self,
        store: Store,
        policies: Policies,
        clock: Clock,
        classify: BatchClassifier | None = None,
        backtest: Backtest | None = None,
    ) -> None:
        super().__init__(store, policies, clock)
        self._classify = classify
        self._backtest = backtest

    def submit(
        self, text: str, files: Mapping[str, bytes], actor: Actor, name: str | None = None
    ) -> PolicyVersion:
        """Store a text as a version. The same meaning in other words takes the place of the stored text, logged.

        UsageError ``policy_invalid`` names the first faults; NotAllowed for who may not change policies.
        """
        loaded = load_policy(text, name=name, files=files)
        if loaded.policy is None:
            raise invalid(loaded, name or "policy.toml")
        policy, shown = loaded.policy, name or loaded.policy.name

        def work(tx: Tx, actor: Actor) -> PolicyVersion:
            held = tx.policies.get(policy.id)
            if held is None:
                number = tx.policies.add(policy.id, shown, loaded.text, loaded.files, tx.now, actor.name)
                outcome = "new"
            elif held.source == loaded.text:
                return version_of(tx, held)
            else:
                tx.policies.replace_text(policy.id, shown, loaded.text, loaded.files)
                number, outcome = held.number, "text_replaced"
            self._step(tx, policy.id, "check", actor)
            tx.log(
                draft(
                    "policy_submitted", actor, policy=policy.id, policy_number=number, outcome=outcome,
                    changes=None if (active := self._in_force(tx)) is None else codes(active, policy),
                )
            )  # fmt: skip
            tx.changed("policy", policy=policy.id)
            return find(tx, policy.id)

        return self._do(actor, "submit", policy.id, "policy", work)

    def record_tests(
        self, policy_id: str, results: Sequence[RuleTestResult], actor: Actor, text: str | None = None
    ) -> bool:
        """Note how a version's rule tests went. With ``text``, only if that still is the stored text; says whether."""
        failed = [one for one in results if not one.ok]
        body = {
            "passed": len(results) - len(failed),
            "failed": len(failed),
            "tests": [
                {"rule": one.rule, "text": one.text, "expect": one.expect, "got": one.got, "line": one.line}
                for one in failed
            ],
        }

        def work(tx: Tx, actor: Actor) -> bool:
            held = find(tx, policy_id)
            if text is not None and held.source != text:
                return False
            self._step(tx, held.id, "test", actor, ok=not failed, body=body)
            tx.log(
                draft(
                    "policy_tested", actor, policy=held.id, policy_number=held.number,
                    outcome="failed" if failed else "passed",
                    counts={"passed": len(results) - len(failed), "failed": len(failed)},
                )
            )  # fmt: skip
            tx.changed("policy", policy=held.id)
            return True

        return self._do(actor, "test", policy_id, "decide", work)

    def test(
        self, policy_id: str, actor: Actor, classify: BatchClassifier | None = None
    ) -> tuple[RuleTestResult, ...]:
        """Run a stored version's rule tests with the workspace's own classifier, and note how they went."""
        held = self.version(policy_id)
        results = self.try_tests(self.policy(held), classify)
        self.record_tests(held.id, results, actor, held.source)
        return results

    def try_tests(
        self, policy: Policy, classify: BatchClassifier | None = None
    ) -> tuple[RuleTestResult, ...]:
        """Run a policy's rule tests without noting anything. ClassifierAway where nothing can read their texts.

        Texts are read as comments are: by the workspace's engine, with its calibration layer on top.
        """
        read = classify or self._classify
        asked = {
            (test.text, test.language): ClassifyItem("test", test.text, test.language)
            for rule in policy.rules
            for test in rule.tests
            if "labels" not in test.given
        }
        known: dict[tuple[str, str | None], Verdict] = {}
        keys = list(asked)
        for start in range(0, len(keys), BATCH):
            part = keys[start : start + BATCH]
            if read is None:
                raise ClassifierAway(why="none")
            found = read([asked[one] for one in part])
            known.update(zip(part, self._store.read(partial(calibrated, verdicts=found)), strict=True))
        return run_tests(policy, lambda text, language: known[text, language])

    def record_backtest(self, policy_id: str, report: Mapping[str, Any], actor: Actor) -> None:
        """Note a backtest of a version. UsageError ``backtest_other_policy`` for the report of another one.

        The comments' own words are left out: what a person may have erased must not live on in a report.
        """
        kept = without_words(report)
        counts = {
            name: int(report.get(name, 0))
            for name in ("comments", "decisions", "more_hidden", "no_longer_hidden", "protected_hit")
        }

        def work(tx: Tx, actor: Actor) -> None:
            held = find(tx, policy_id)
            if report.get("policy") != held.id:
                raise UsageError("backtest_other_policy", policy=f"v{held.number}")
            self._step(tx, held.id, "backtest", actor, body=kept)
            tx.log(
                draft("policy_backtested", actor, policy=held.id, policy_number=held.number, counts=counts)
            )
            tx.changed("policy", policy=held.id)

        self._do(actor, "backtest", policy_id, "decide", work)

    def working(self, actor: Actor) -> WorkingDraft | None:
        """The unfinished text of this person."""
        return self._store.read(lambda r: r.policies.working(actor.name))

    def keep_working(
        self, text: str, files: Mapping[str, bytes], based_on: str | None, actor: Actor, name: str = ""
    ) -> None:
        """Keep an unfinished text, right or wrong: one for each person, nobody else's concern, so not logged.

        NotAllowed for who only reads.
        """

        def work(tx: Tx) -> None:
            actor.need("decide", tx)
            tx.policies.keep_working(actor.name, name, based_on, text, files, tx.now)

        self._store.write(work).result()

    def drop_working(self, actor: Actor) -> None:
        """Forget this person's unfinished text."""
        self._store.write(lambda tx: tx.policies.drop_working(actor.name)).result()
