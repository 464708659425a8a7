"""A workspace with policies that change: small texts, comments without a platform, and the use cases on a turned clock."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from console.audit.verify import verify
from console.domain.comment import Comment
from console.domain.vocabulary import ActionKind, Role
from console.runtime.backtester import Backtester
from console.services.lifecycle import Lifecycle
from console.services.policies import Policies
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from console.services.triage import Triage
from console.services.undo import Undo
from console.services.versions import PolicyVersion
from console.store import AuditFilter, Store
from tests.support.bench import read_texts
from tests.support.workspaces import Clock, add_channel, comment, open_store, take_in

LEA = Actor("lea", Role.LEAD, "tester")
MAX = Actor("max", Role.LEAD, "tester")
ANA = Actor("ana", Role.MODERATOR, "tester")
BO = Actor("bo", Role.REVIEWER, "tester")
ZOE = Actor("zoe", Role.AUDITOR, "tester")

POLICY = """
schema = 1
name = "Small"

[category.insult]
severity = 3
ground = "terms"
violation = true
sla = { decision = "4h" }

[category.threat]
severity = 4
ground = "terms"
violation = true
sla = { decision = "1h" }

[category.constructive_criticism]
severity = 0
protected = true

[category.praise]
severity = 0

[[rule]]
id = "R-INS"
category = "insult"
when.all = [{ score = "insult", at_least = 0.8 }]
propose = ["hide"]
[[rule.test]]
text = "you idiot"
expect = "match"
[[rule.test]]
text = "good day"
expect = "no_match"

[[rule]]
id = "R-THR"
category = "threat"
when.all = [{ score = "threat", at_least = 0.6 }]
propose = ["hide", "report"]
[[rule.test]]
text = "I will destroy you"
expect = "match"
"""

SIGNED = POLICY + '\n[approval]\nactivation = { second_signature = true, role = "reviewer" }\n'


def severer(hours: int = 2) -> str:
    """The same policy with insults one step more severe and due after ``hours``."""
    return POLICY.replace('severity = 3\nground = "terms"', 'severity = 4\nground = "terms"', 1).replace(
        '"4h"', f'"{hours}h"'
    )


def lenient() -> str:
    """The same policy that leaves insults standing."""
    return POLICY.replace('propose = ["hide"]', 'propose = ["keep"]')


class Life:
    """One workspace, its active policy v1, and what can be done with others."""

    def __init__(self, folder: Path, text: str = POLICY) -> None:
        self.folder = folder
        self.clock = Clock()
        self.path = folder / "w.vigie"
        self.store: Store = open_store(self.path, self.clock)
        self.policies = Policies(self.store)
        first = folder / "first.toml"
        first.write_text(text, encoding="utf-8")
        self.policies.ensure(first, LEA)
        self.triage = Triage(self.store, self.policies)
        self.moderation = Undo(self.store, self.policies, self.clock)
        self.backtests = Backtester(self.store)
        self.life = self.another(self.store)
        self.channel = add_channel(self.store, "file", "export")
        self._next = 0

    def another(self, store: Store) -> Lifecycle:
        """The use cases on a store (this one's, or another process's), without backtests of their own."""
        policies = Policies(store)
        return Lifecycle(store, policies, Triage(store, policies), self.clock, read_texts)

    def trying(self) -> Lifecycle:
        """The use cases with real backtests, in child processes."""

        def tried(version: PolicyVersion, days: int, baseline: str | None) -> Any:
            run = self.backtests.start(version.source, version.files, days=days, baseline=baseline)
            return run.future.result(timeout=60)

        return Lifecycle(self.store, self.policies, self.triage, self.clock, read_texts, tried)

    def close(self) -> None:
        """Close the workspace."""
        self.backtests.close()
        assert self.store.close()

    def comments(self, *texts: str, author: str | None = None) -> list[Comment]:
        """Comments come in and are read; they have their verdict and proposal."""
        items = []
        for text in texts:
            self._next += 1
            more: dict[str, Any] = {} if author is None else {"author": author}
            items.append(comment(self._next, text, **more))
        ids = take_in(self.store, self.channel, *items, kind="file")
        self.triage.run(read_texts)
        return self.store.read(lambda r: r.comments.rows(ids))

    def rewrite(self, one: Comment, text: str) -> None:
        """The author changes what they wrote; it is read again."""
        number = one.remote_id.removeprefix("c")
        take_in(self.store, self.channel, comment(number, text), kind="file")
        self.triage.run(read_texts)

    def again(self, one: Comment) -> Comment:
        """The comment as it is stored now."""
        found = self.store.read(lambda r: r.comments.get(one.id))
        assert found is not None
        return found

    def proposed_by(self, one: Comment) -> str:
        """The id of the policy that the comment's present proposal is of."""
        found = self.store.read(lambda r: r.comments.proposal(one.id))
        assert found is not None
        return found.policy_id

    def decide(self, one: Comment, action: str, actor: Actor = ANA) -> None:
        """A person decides."""
        outcome = self.moderation.decide(DecisionAsk(one.id, ActionKind(action)), actor)
        assert outcome.state != "refused", outcome

    def submit(self, text: str, actor: Actor = LEA) -> PolicyVersion:
        """A text becomes a version."""
        return self.life.submit(text, {}, actor)

    def entries(self, event: str | None = None) -> list[dict[str, Any]]:
        """Audit entries, oldest first."""
        rows = self.store.read(lambda r: r.audit.find(AuditFilter(event=event), None))
        return [json.loads(row.entry) for row in reversed(rows)]

    def holds(self) -> bool:
        """Whether the whole chain verifies."""
        return self.store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head(), thorough=True)).ok
