"""A scripted month replayed both ways, its ladder counted by hand; labels, agreement, automation and merging."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from typing import Any

import pytest

from console.domain.decision import AuthorHistory
from console.domain.verdict import Verdict
from console.policy import Facts, Policy, load_policy
from console.policy.ladder import ladder_view
from console.policy.propose import propose
from console.policy.replay import SHOWN, Past, Replay, Tally
from console.policy.replay.auto import HOUR, MIN_JUDGED, WINDOW, Candidate, automatic
from console.policy.replay.history import DONE, REPLY, SAID, STRIKE, Author, Event, Side, keep_for
from console.policy.replay.labels import ACT, ESCALATE, LEAVE, Judgement, PastDecision, agree, judge
from console.policy.replay.report import from_json, merge, report, to_json, without_words
from console.services import breaker

DAY = 86_400
FIRST = 1_793_520_000  # 1 November 2026, 08:00 UTC, 09:00 in Paris

MONTH = """
schema = 1
name = "Month"
timezone = "Europe/Paris"

[category.insult]
severity = 3
ground = "terms"
clause = "2.1"
violation = true
sla = { decision = "4h", clock = "always" }

[category.threat]
severity = 4
ground = "terms"
clause = "2.2"
violation = true
sla = { decision = "1h", clock = "always" }

[category.constructive_criticism]
severity = 0
protected = true
reply = "expected"

[list.bad]
words = ["connard"]

[list.dire]
words = ["menace"]

[[rule]]
id = "R-THR"
category = "threat"
when.any = [{ list = "dire" }]
propose = ["hide", "report"]

[[rule]]
id = "R-INS"
category = "insult"
when.any = [{ list = "bad" }, { score = "insult", at_least = 0.8 }]
propose = ["hide"]
auto = "hide"
auto_limits = { per_hour = 2, stop_if_overturned_pct = 15 }

[ladder.default]
counts = ["insult", "threat"]
window = "30d"
weights = { threat = 2 }
step = [
  { at = 1, action = "warn" },
  { at = 2, action = "hide" },
  { at = 3, action = "report" },
  { at = 4, action = "block", requires = ["second_reviewer", "warned_before", "reason"] },
]
skip_to = [{ category = "threat", action = "report" }]
"""


def policy(text: str = MONTH) -> Policy:
    """A policy that must be sound."""
    loaded = load_policy(text)
    assert loaded.policy is not None, loaded.errors
    return loaded.policy


def past(number: int, day: float, author: int, text: str, decided: str = "", **more: Any) -> Past:
    """A comment of day ``day`` (0 is the first), judged an hour later if ``decided`` names an action."""
    moment = FIRST + int(day * DAY)
    labels = more.pop("labels", {})
    verdict = more.pop("verdict", Verdict("test", "1", "fr", labels, more.pop("categories", ("neutral",))))
    facts = Facts(
        text, "practice:demo", f"practice:a{author}", "fr", posted_at=moment, first_seen_at=moment, revision=1,
        verdict=verdict, **more.pop("facts", {}),
    )  # fmt: skip
    told = judge([PastDecision(decided, moment + HOUR, "sha256:old")]) if decided else None
    return Past(
        number, moment, author, None, facts, f"Author {author}", judgement=told, decisions=int(bool(decided)),
        policies=frozenset({"sha256:old"} if decided else ()), **more,
    )  # fmt: skip


def strike(day: float, author: int, category: str = "insult") -> Event:
    """A strike that a person's decision made an hour after the comment of that day."""
    return Event(FIRST + int(day * DAY) + HOUR, -1, author, STRIKE, category)


def replayed(
    comments: Sequence[Past], events: Sequence[Event] = (), *, new: Policy | None = None, old: Policy | None = None,
    since: int | None = None,
) -> Tally:  # fmt: skip
    """The tally of a replay of everything."""
    replay = Replay(new or policy(), old, since)
    ordered = sorted(comments, key=lambda one: (one.moment, one.id))
    assert list(replay.run(ordered, sorted(events, key=lambda one: one[:2]))) == list(
        range(1, len(ordered) + 1)
    )
    return replay.tally


# The month. Ann (1) insults on days 0, 2, 4, 6 and 40. People hide the first and the third, keep the second, and hide
# the fourth and the fifth. Ben (2) threatens on day 1 (hidden), insults on day 3 (kept) and day 5 (hidden). Cy (3)
# criticises with a bad word on day 2, which is protected. Di (4) says nothing wrong.
COMMENTS = [
    past(1, 0, 1, "connard", "hide"),
    past(2, 1, 2, "une menace", "hide"),
    past(3, 2, 1, "connard !", "keep"),
    past(4, 2.5, 3, "le service est nul, connard", "reply", categories=("constructive_criticism",)),
    past(5, 3, 2, "connard", "keep"),
    past(6, 4, 1, "encore connard", "hide"),
    past(7, 5, 2, "connard", "hide"),
    past(8, 6, 1, "connard", "hide"),
    past(9, 7, 4, "bonjour"),
    past(10, 40, 1, "connard", "hide"),
]
STRIKES = [
    strike(0, 1), strike(1, 2, "threat"), strike(4, 1), strike(5, 2), strike(6, 1), strike(40, 1),
]  # fmt: skip


def test_the_ladder_of_a_month_counted_by_hand() -> None:
    """As lived, then as the policy would have gone on by itself.

    As lived: Ann day 0: no strike, this one makes 1: warn. Day 2: 1 + 1: hide. Day 4: the second was kept, 1 + 1:
    hide. Day 6: 2 + 1: report. Day 40: all of it is older than 30 days: warn. Ben day 1: a threat weighs 2 but may
    start at report. Day 3: 2 + 1: report. Day 5: 2 + 1: report.

    Counterfactual: Ann days 0, 2, 4, 6: warn, hide, report, block (warned, hidden and reported before). Day 40:
    warn. Ben day 1: report. Day 3: 2 + 1: report. Day 5: 2 + 1 + 1: block, held since nobody ever warned Ben.
    """
    tally = replayed(COMMENTS, STRIKES)
    found = report(policy(), None, tally)
    assert found["ladder"] == {
        "as_lived": {"1:warn": 2, "2:hide": 2, "3:report": 4, "4:block": 0},
        "counterfactual": {"1:warn": 2, "2:hide": 1, "3:report": 3, "4:block": 2},
    }
    assert found["ladder_held"] == {"as_lived": 0, "counterfactual": 1}


def test_counts_of_the_month() -> None:
    """Hits, agreement, deadlines and warnings of the same month."""
    tally = replayed(COMMENTS, STRIKES)
    found = report(policy(), None, tally)
    by_rule = {one["rule"]: one for one in found["rules"]}
    assert (by_rule["R-INS"]["hits"], by_rule["R-INS"]["won"]) == (8, 7)  # the protected one is hit, not won
    assert (by_rule["R-INS"]["judged"], by_rule["R-INS"]["agreed"]) == (7, 5)
    assert by_rule["R-INS"]["agreement"] is None  # under 30
    assert (by_rule["R-THR"]["hits"], by_rule["R-THR"]["judged"], by_rule["R-THR"]["agreed"]) == (1, 1, 1)
    assert found["protected_hit"] == 0
    assert found["comments"] == 10
    assert found["decisions"] == found["judged"] == 9
    assert found["from"] == "2026-11-01T08:00:00Z"
    assert found["to"] == "2026-12-11T08:00:00Z"
    assert found["days"] == 41
    # Insults at 09:00 in Paris are due four hours later, at 13:00; the threat at 10:00; criticism and hello never.
    hours = {hour: due for hour, due in enumerate(found["sla"]["hours"]) if due}
    assert hours == {13: 7, 10: 1}
    assert found["sla"]["peak"] == {"hour": 13, "due": 7}
    assert found["sla"]["busiest"] == {"at": "2026-11-01T12:00:00Z", "due": 1}
    assert [one["comment_id"] for one in found["disagreements"]] == sorted(
        [3, 5], key=lambda one: one * 2_654_435_761 & 0xFFFFFFFF
    )
    shown = next(one for one in found["disagreements"] if one["comment_id"] == 3)
    assert shown == {
        "comment_id": 3, "text": "connard !", "author": "Author 1", "channel": "practice:demo",
        "posted_at": "2026-11-03T08:00:00Z", "rule": "R-INS", "proposed": ["hide"], "decided": "keep",
        "protected": False, "score": None,
    }  # fmt: skip
    assert found["warning_counts"] == {
        "few_decisions": 9, "older_policy": 9, "unjudged": 1, "hidden_fewer_replies": 6,
    }  # fmt: skip
    assert found["warnings"] == list(found["warning_counts"])


def test_against_a_baseline() -> None:
    """More hidden, no longer hidden, per local month, and per rule."""
    new = policy(MONTH.replace('words = ["connard"]', 'words = ["bonjour"]'))
    tally = replayed(COMMENTS, STRIKES, new=new, old=policy())
    found = report(new, policy(), tally)
    assert (found["more_hidden"], found["no_longer_hidden"]) == (1, 7)
    assert found["months"] == [
        {"month": "2026-11", "more_hidden": 1, "no_longer_hidden": 6},
        {"month": "2026-12", "more_hidden": 0, "no_longer_hidden": 1},
    ]
    by_rule = {one["rule"]: one for one in found["rules"]}
    assert (by_rule["R-INS"]["hits"], by_rule["R-INS"]["change"]) == (1, -7)
    assert by_rule["R-THR"]["change"] == 0
    renamed = policy(MONTH.replace("R-THR", "R-DIRE"))
    gone = report(renamed, policy(), replayed(COMMENTS, new=renamed, old=policy()))
    assert gone["rules_gone"] == [{"rule": "R-THR", "hits": 1}]
    assert (gone["more_hidden"], gone["no_longer_hidden"], gone["months"]) == (0, 0, [])


def test_protected_comments_that_a_rule_would_act_against() -> None:
    """By what a person chose, and by what the baseline protects; a draft that drops the protection is no excuse."""
    bare = policy(MONTH.replace("protected = true\n", ""))
    comments = [
        past(1, 0, 1, "connard", "keep", person_category="constructive_criticism"),
        past(2, 1, 2, "connard", categories=("constructive_criticism",)),
        past(3, 2, 3, "connard", person_category="insult"),
    ]
    lived = report(policy(), None, replayed(comments[:1]))
    assert lived["protected_hit"] == 1
    found = report(bare, policy(), replayed(comments, new=bare, old=policy()))
    assert found["protected_hit"] == 2
    assert next(one["protected"] for one in found["rules"] if one["rule"] == "R-INS") == 2
    assert {one["comment_id"]: one["decided"] for one in found["protected_items"]} == {1: "keep", 2: None}
    assert [one["protected"] for one in found["disagreements"]] == [True]
    assert all("text" not in one for one in without_words(found)["protected_items"])
    assert all("author" not in one for one in without_words(found)["disagreements"])


def test_it_is_blind_to_what_a_person_chose() -> None:
    """A person's category would make any policy agree with them."""
    comments = [past(1, 0, 1, "connard", "hide", person_category="threat")]
    tally = replayed(comments)
    assert tally.rules["R-INS"].won == 1
    assert tally.rules["R-THR"].won == 0


def test_authors_on_the_allow_list_are_nobodys_agreement() -> None:
    """Their rules are hit, and none of them proposes anything."""
    kind = policy(
        MONTH.replace("[category.insult]", '[allow]\nauthors = ["practice:a1"]\n[category.insult]', 1)
    )
    tally = replayed([past(1, 0, 1, "connard", "keep")], new=kind)
    assert (tally.rules["R-INS"].hits, tally.rules["R-INS"].won, tally.rules["R-INS"].judged) == (1, 0, 0)
    assert tally.disagreements == {}


def test_rules_that_read_strikes_are_read_twice() -> None:
    """The counterfactual run matches by its own strikes."""
    text = (
        MONTH
        + """
[[rule]]
id = "R-REP"
category = "threat"
when.all = [{ strikes = { at_least = 2 } }, { list = "bad" }]
propose = ["report"]
"""
    )
    # Nobody ever struck: as lived the rule never fires, by itself the policy would get there on the third insult.
    comments = [past(number, number, 1, "connard", "keep") for number in range(1, 5)]
    tally = replayed(comments, new=policy(text))
    assert tally.rules["R-REP"].hits == 0
    assert tally.lived == {"1:warn": 4}
    # 1: warn. 1+1: hide. Then a threat (2) on 2: block, skipping nothing; then 2+2+2.
    assert tally.counterfactual == {"1:warn": 1, "2:hide": 1, "4:block": 2}


def test_before_the_window_both_runs_share_what_was_lived() -> None:
    """The counterfactual begins where the replay does, with the strikes that stood then."""
    since = FIRST + 3 * DAY
    seeds = [strike(0, 1), strike(1, 1), Event(FIRST + DAY, -1, 1, DONE, "warn")]
    tally = replayed([past(1, 4, 1, "connard")], [*seeds, strike(3.5, 1)], since=since)
    assert tally.lived == {"4:block": 1}
    assert tally.counterfactual == {"3:report": 1}
    # What was decided later about a comment from before stands in both: nobody replays that comment.
    late = [*seeds, strike(3.5, 1)._replace(about=since - 1)]
    assert replayed([past(1, 4, 1, "connard")], late, since=since).counterfactual == {"4:block": 1}
    assert tally.held == [1, 0]  # hidden and reported was never confirmed


def test_a_comment_never_counts_its_own_strike() -> None:
    """A decision of the same second follows its own comment and precedes the others'."""
    moment = FIRST
    comments = [past(5, 0, 1, "connard"), past(6, 0, 1, "connard")]
    own = [Event(moment, 5, 1, STRIKE, "insult"), Event(moment, 6, 1, STRIKE, "insult")]
    assert replayed(comments, own).lived == {"1:warn": 1, "2:hide": 1}
    early = [Event(moment, -1, 1, STRIKE, "insult")]
    assert replayed(comments, early).lived == {"2:hide": 2}


@pytest.mark.parametrize(
    ("decisions", "label", "action"),
    [
        ([], None, None),
        (["snooze"], None, None),
        (["unblock", "unmute"], None, None),
        (["keep"], LEAVE, "keep"),
        (["hide"], ACT, "hide"),
        (["escalate"], ESCALATE, "escalate"),
        (["escalate", "hide"], ACT, "hide"),
        (["escalate", "keep"], LEAVE, "keep"),
        (["hide", "escalate"], ACT, "hide"),
        (["hide", "reply"], ACT, "hide"),
        (["reply", "hide"], ACT, "hide"),
        (["hide", "unhide"], LEAVE, "unhide"),
        (["hide", "keep"], LEAVE, "keep"),
        (["hide", "snooze"], ACT, "hide"),
        (["warn", "report"], ACT, "report"),
    ],
)
def test_what_decisions_say(decisions: list[str], label: str | None, action: str | None) -> None:
    """The last word counts, and an answer in public takes no act back."""
    found = judge([PastDecision(one, at) for at, one in enumerate(decisions)])
    assert found == (None if label is None else Judgement(label, action or "", decisions.index(action or "")))


def test_agreement() -> None:
    """Handing over agrees with acting on either side, never with leaving."""
    assert agree(ACT, ACT)
    assert agree(LEAVE, LEAVE)
    assert agree(ESCALATE, ACT)
    assert agree(ACT, ESCALATE)
    assert not agree(ACT, LEAVE)
    assert not agree(LEAVE, ACT)
    assert not agree(ESCALATE, LEAVE)


def test_agreement_is_a_share_from_thirty_on() -> None:
    """With Wilson's interval: 27 of 30 is .9, .744 to .965."""
    comments = [
        past(number, number / 10, number, "connard", "hide" if number > 3 else "keep")
        for number in range(1, 31)
    ]
    found = report(policy(), None, replayed(comments))
    one = next(one for one in found["rules"] if one["rule"] == "R-INS")
    assert one["agreement"] == {"value": 0.9, "low": 0.7438, "high": 0.9654}
    assert "few_decisions" not in found["warnings"]


def test_disagreements_are_spread_over_the_rules() -> None:
    """Twenty at most, and a rule with few is not crowded out by one with many; protected ones come first."""
    comments = [past(number, number / 100, number, "connard", "keep") for number in range(1, 60)]
    comments += [past(number, number / 100, number, "menace", "keep") for number in range(60, 64)]
    comments.append(past(70, 1, 70, "connard", "keep", person_category="constructive_criticism"))
    found = report(policy(), None, replayed(comments))["disagreements"]
    assert len(found) == SHOWN
    assert [one["rule"] for one in found].count("R-THR") == 4
    assert next(one for one in found if one["rule"] == "R-INS")["comment_id"] == 70


# ---------------------------------------------------------------------- automatic hiding


def candidate(at: int, number: int, overturned: bool | None = None, after: int = 60) -> Candidate:
    """A candidate of R-INS, answered ``after`` seconds later unless ``overturned`` is None."""
    return Candidate(at, number, "R-INS", None if overturned is None else at + after, bool(overturned))


def test_no_more_than_the_cap_within_any_hour() -> None:
    """Two an hour: the third waits for the first to be an hour old."""
    times = [0, 10, 20, HOUR - 1, HOUR, HOUR + 5, HOUR + 10]
    found = automatic(policy(), [candidate(at, number) for number, at in enumerate(times)])["R-INS"]
    assert (found.hidden, found.capped, found.stopped) == (4, 3, False)


def test_the_breaker_stops_a_rule_for_good() -> None:
    """Above 15 % of at least ten: the second overturned answer stops it (2 of 10 is 20 %)."""
    script = [True, False, True, *[None] * 10]
    found = automatic(policy(), [candidate(number * HOUR, number, one) for number, one in enumerate(script)])
    assert (found["R-INS"].hidden, found["R-INS"].after_stop, found["R-INS"].stopped) == (3, 10, True)
    calm = [True, *[False] * 30]
    kept = automatic(policy(), [candidate(number * HOUR, number, one) for number, one in enumerate(calm)])
    assert (kept["R-INS"].hidden, kept["R-INS"].stopped) == (31, False)


def test_old_answers_no_longer_count_for_the_breaker() -> None:
    """One overturned now and one more than thirty days later are not two."""
    two = [candidate(0, 1, True), candidate(WINDOW + HOUR, 2, True), candidate(WINDOW + 3 * HOUR, 3)]
    assert not automatic(policy(), two)["R-INS"].stopped
    near = [candidate(0, 1, True), candidate(WINDOW - HOUR, 2, True), candidate(WINDOW + 3 * HOUR, 3)]
    assert automatic(policy(), near)["R-INS"].stopped


def test_the_replay_counts_as_the_running_console_does() -> None:
    """One pair of figures for both."""
    assert (MIN_JUDGED, WINDOW, HOUR) == (breaker.MIN_JUDGED, breaker.WINDOW, breaker.HOUR)


def test_automatic_hides_a_day() -> None:
    """Only where the platform can hide and show again, and never what was imported."""
    comments = [past(number, number / 24, number, "connard") for number in range(5)]
    comments.append(past(5, 1, 5, "connard", may_hide=lambda: False))
    comments.append(past(6, 1, 6, "connard", facts={"from_import": True}))
    found = report(policy(), policy(), replayed(comments, old=policy()))
    assert found["days"] == 2
    assert found["automatic_hides_per_day"] == found["baseline_automatic_hides_per_day"] == 2.5
    off = policy(MONTH.replace('auto = "hide"', 'auto = "none"'))
    other = report(off, policy(), replayed(comments, new=off, old=policy()))
    assert (other["automatic_hides_per_day"], other["baseline_automatic_hides_per_day"]) == (0.0, 2.5)


# ---------------------------------------------------------------------- parts, and what is kept of an author


def _invented(count: int, authors: int, seed: int) -> tuple[list[Past], list[Event]]:
    draw = random.Random(seed)
    words = ["connard", "menace", "bonjour", "le service est nul"]
    comments, events = [], []
    for number in range(1, count + 1):
        author, day = draw.randrange(authors), number / 7
        decided = draw.choice(["", "", "hide", "keep", "escalate", "reply"])
        chosen = draw.choice([None, None, None, "constructive_criticism"])
        one = past(number, day, author, draw.choice(words), decided, person_category=chosen)
        comments.append(one)
        if decided == "hide":
            events.append(strike(day, author, draw.choice(["insult", "threat"])))
            events.append(Event(one.moment + HOUR, -1, author, DONE, draw.choice(["hide", "warn", "report"])))
        if decided == "reply":
            events.append(Event(one.moment + HOUR, -1, author, DONE, REPLY))
            events.append(Event(one.moment + HOUR, -1, author, SAID))
    return comments, events


@pytest.mark.parametrize("parts", [2, 3, 7])
def test_parts_add_up_to_the_same_report(parts: int) -> None:
    """Whatever their number and order, also after a trip through JSON: byte for byte."""
    comments, events = _invented(400, 23, seed=5)
    new = policy(MONTH.replace("0.8", "0.7").replace('"connard"', '"connard", "nul"'))
    whole = report(new, policy(), merge([replayed(comments, events, new=new, old=policy())]))
    tallies = []
    for part in range(parts):
        mine = replayed(
            [one for one in comments if one.author_id % parts == part],
            [one for one in events if one.author_id % parts == part],
            new=new,
            old=policy(),
        )
        tallies.append(from_json(json.loads(json.dumps(to_json(mine)))))
    assert json.dumps(report(new, policy(), merge(tallies[::-1]))) == json.dumps(whole)
    assert whole["more_hidden"] > 0
    assert whole["disagreements"]


def test_forgetting_changes_no_answer() -> None:
    """One author for everything: what is kept answers as the whole history does, at every moment."""
    rules = policy()
    draw = random.Random(3)
    side = Side(keep_for([rules]))
    strikes: list[tuple[str, int]] = []
    done: list[tuple[str, int]] = []
    plain = AuthorHistory("practice:a1")
    now = FIRST
    for _ in range(600):
        now += draw.randrange(5 * DAY)
        category = draw.choice(["insult", "threat", "other"])
        side.strike(category, now)
        strikes.append((category, now))
        action = draw.choice(["warn", "hide", "report", "reply"])
        side.act(action, now)
        done.append((action, now))
        later = now + draw.randrange(40 * DAY) if draw.random() < 0.1 else now
        now = later
        full = AuthorHistory("practice:a1", strikes=tuple(strikes), actions_done=tuple(done))
        kept = side.history(plain, later, 0)
        for wanted in ("insult", "threat", "neutral"):
            one, other = (ladder_view(rules, wanted, history, later) for history in (full, kept))
            assert one is not None
            assert other is not None
            assert (one.step, one.missing, one.demanded) == (other.step, other.missing, other.demanded)
    assert len(side.strikes) <= 8


@pytest.mark.parametrize(
    "asked",
    [
        "{ strikes = { at_least = 3 } }",
        '{ strikes = { at_least = 3 }, within = "20d" }',
        '{ strikes = { at_most = 2 }, category = "insult" }',
        '{ strikes = { at_least = 2, less_than = 5 }, category = "threat", within = "90d" }',
    ],
)
def test_forgetting_changes_nothing_for_rules_that_read_strikes(asked: str) -> None:
    """The same, where a rule counts strikes: a history of thousands is not walked for each comment."""
    rule = f'[[rule]]\nid = "R-REP"\ncategory = "threat"\nwhen.all = [{asked}]\npropose = ["report"]\n'
    rules = policy(f"{MONTH}\n{rule}")
    draw = random.Random(4)
    side = Side(keep_for([rules]))
    strikes: list[tuple[str, int]] = []
    now, matched = FIRST, set()
    for _ in range(400):
        now += draw.randrange(9 * DAY)
        strikes.append((draw.choice(["insult", "threat", "other"]), now))
        side.strike(*strikes[-1])
        later = now = now + (draw.randrange(80 * DAY) if draw.random() < 0.1 else 0)
        kept = side.history(AuthorHistory("practice:a1"), later, 0)
        full = AuthorHistory("practice:a1", strikes=tuple(strikes))
        one, other = (
            propose(rules, Facts("x", "practice:demo", "practice:a1", history=history), later)
            for history in (full, kept)
        )
        assert one.rules == other.rules
        matched.add(bool(one.rules))
    assert True in matched
    assert len(side.strikes) <= 18


def test_decay_forgets_only_what_is_outside_the_window() -> None:
    """Where points halve, four strikes are not four points."""
    fading = policy(MONTH.replace('window = "30d"', 'window = "30d"\ndecay = "half_every=10d"'))
    side = Side(keep_for([fading]))
    for day in range(60):
        side.strike("insult", FIRST + day * DAY)
    kept = side.history(AuthorHistory(""), FIRST + 59 * DAY, 0).strikes
    assert len(kept) == 30


def test_replies_of_ours_hold_in_both_runs() -> None:
    """Nobody knows what would have been said; acts of people hold in one run only."""
    author = Author(keep_for([policy()]))
    for kind, value in ((DONE, REPLY), (DONE, "hide"), (STRIKE, "insult"), (SAID, "")):
        author.learn(Event(FIRST, -1, 1, kind, value), before=False)
    assert (author.lived.replies, author.counterfactual.replies) == ([FIRST], [FIRST])
    assert (author.lived.done, author.counterfactual.done) == ({"hide": FIRST}, {})
    assert (author.lived.strikes, author.counterfactual.strikes) == ([("insult", FIRST)], [])
    assert author.said == {None: 1}


def test_each_comment_is_proposed_for_as_in_life() -> None:
    """What the replay counts as hidden is what ``propose`` says with the same history."""
    comments, events = _invented(200, 5, seed=9)
    rules = policy()
    tally = replayed(comments, events)
    reached: dict[str, int] = {}
    for one in comments:
        known = [event for event in events if event.author_id == one.author_id and event.at <= one.moment]
        history = AuthorHistory(
            one.facts.author_key,
            strikes=tuple((event.value, event.at) for event in known if event.kind == STRIKE),
            actions_done=tuple((event.value, event.at) for event in known if event.kind == DONE),
            replies_by_us_in_thread=sum(event.kind == SAID for event in known),
        )
        facts = Facts(
            **{name: getattr(one.facts, name) for name in one.facts.__slots__} | {"history": history}
        )
        for reason in propose(rules, facts, one.moment).reasons:
            if reason.code == "ladder.step":
                step = next(step for step in rules.ladder.steps if step.at == reason.params["at"])  # type: ignore[union-attr]
                reached[f"{step.at}:{step.action}"] = reached.get(f"{step.at}:{step.action}", 0) + 1
    assert tally.lived == reached


def test_nothing_at_all() -> None:
    """No comment, no division by zero."""
    found = report(policy(), policy(), merge([replayed([])]))
    assert found["warnings"] == ["empty", "few_decisions"]
    assert (found["from"], found["to"], found["days"], found["comments"]) == (None, None, 0, 0)
    assert found["sla"] == {"hours": [0] * 24, "peak": {"hour": 0, "due": 0}, "busiest": None}
    assert json.loads(json.dumps(found)) == found
