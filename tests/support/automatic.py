"""A policy that hides alone, with a small cap and a strict breaker, for tests of automation."""

from __future__ import annotations

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
