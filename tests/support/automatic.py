"""A policy that hides alone, with a small cap and a strict breaker, and a bench that follows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from console.domain.comment import Comment
from console.policy import load_policy
from console.services.automation import Automation
from console.services.views import view_counts, view_filter
from console.store import AutomaticHide
from tests.support.bench import Bench

POLICY = """
schema = 1
name = "Hides alone"
timezone = "Europe/Paris"

[hours]
open = {{ mon-fri = ["09:00-18:00"] }}
quiet = ["00:00-23:59"]

[category.insult]
severity = 3
ground = "terms"
clause = "2.1"
violation = true
sla = {{ decision = "4h" }}

[category.spam]
severity = 1
ground = "terms"
clause = "2.3"
violation = true

[category.constructive_criticism]
severity = 0
protected = true

[allow]
authors = ["practice:{friend}"]

[list.insults]
words = ["idiot"]

[list.offers]
words = ["casino"]

[list.critics]
words = ["late"]

[[rule]]
id = "R-INS-01"
category = "insult"
when.any = [{{ list = "insults" }}]
propose = ["hide"]
auto = "{auto}"
{limits}
[[rule]]
id = "R-SPAM-01"
category = "spam"
when.any = [{{ list = "offers" }}]
propose = ["hide"]
auto = "hide"
auto_limits = {{ per_hour = 3, stop_if_overturned_pct = {pct} }}

[[rule]]
id = "R-CRI-01"
category = "constructive_criticism"
when.any = [{{ list = "critics" }}]
propose = ["reply"]

[ladder.default]
counts = ["insult", "spam"]
window = "90d"
step = [
  {{ at = 1, action = "hide" }},
  {{ at = 2, action = "block", requires = ["second_reviewer"] }},
]
{more}
"""


def policy(
    *, auto: str = "hide", per_hour: int = 3, pct: int = 15, friend: str = "nobody", more: str = ""
) -> str:
    """The policy as text. R-INS-01 hides what says "idiot", R-SPAM-01 what says "casino"; quiet hours are always on."""
    limits = f"auto_limits = {{ per_hour = {per_hour}, stop_if_overturned_pct = {pct} }}\n" * (auto == "hide")
    return POLICY.format(auto=auto, limits=limits, pct=pct, friend=friend, more=more)


class House:
    """A bench with its automation."""

    def __init__(self, folder: Path, text: str) -> None:
        self.bench = Bench(folder, policy=text)
        self.folder = folder
        self.automation = Automation(self.bench.store, self.bench.policies, self.bench.clock, "tester")

    def comment(self, text: str = "you idiot", handle: str = "stranger") -> Comment:
        """A comment that was pulled and read, before automation saw it."""
        return self.bench.comment(text, handle)

    def hidden(self, text: str = "you idiot", handle: str = "stranger", *, sent: bool = True) -> Comment:
        """A comment that the console hid; by default the undo window is over and the platform has it."""
        one = self.comment(text, handle)
        assert self.automation.run([int(one.id)]) == 1
        if sent:
            assert self.bench.dispatch() == 1
        return one

    def run(self, *comments: Comment) -> int:
        """Let automation look at these comments."""
        return self.automation.run([int(one.id) for one in comments])

    def hide_of(self, comment: Comment) -> AutomaticHide | None:
        """The automatic hide that nobody answered for."""
        return self.bench.store.read(lambda r: r.automation.unanswered(comment.id))

    def row(self, comment: Comment) -> AutomaticHide:
        """The automatic hide of a comment, answered or not."""
        decisions = self.bench.store.read(lambda r: r.decisions.of_comment(comment.id))
        found = [self.bench.store.read(lambda r, n=one.id: r.automation.get(n)) for one in decisions]
        (only,) = [one for one in found if one is not None]
        return only

    def answer(self, comment: Comment) -> str | None:
        """What people said of it."""
        return self.row(comment).answer

    def view(self) -> list[int]:
        """The view of what nobody has looked at; the rail's count must agree."""
        ids = list(self.bench.store.read(lambda r: r.queues.ids(view_filter("automatic", "ana", 0))))
        counts = self.bench.store.read(lambda r: view_counts(r, "ana", self.bench.clock.now()))
        assert counts["automatic"] == len(ids)
        return ids

    def rule(self, name: str = "R-INS-01") -> Any:
        """The status of one rule."""
        return next(one for one in self.automation.status().rules if one.rule == name)

    def activate(self, text: str) -> None:
        """Another policy takes effect, as a lead would activate it."""
        loaded = load_policy(text, name="next.toml", files={})
        assert loaded.policy is not None, loaded.errors
        new = loaded.policy

        def work(tx: Any) -> None:
            tx.policies.add(new.id, new.name, loaded.text, loaded.files, tx.now, "lea")
            tx.policies.activate(new.id, "lea", tx.now)
            tx.changed("policy", policy=new.id)

        self.bench.store.write(work).result()

    def next_hour(self) -> None:
        """Let the rolling hour go by."""
        self.bench.clock.turn(3600)
