"""Replays of a real workspace: a scripted month of real decisions, imports, undone ones, parts, windows, baselines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from console.domain.errors import EnvironmentFailure, NotFound, UsageError
from console.domain.vocabulary import ActionKind
from console.policy import load_policy
from console.services.backtesting import Plan, finish, pack_tally, prepare, replay_part, unpack_tally
from console.services.lifecycle import Lifecycle
from console.store import open_history
from tests.policy.test_replay import MONTH
from tests.support.bench import ANA, LEA, Bench, read_texts
from tests.support.workspaces import START, comment, take_in

DAY = 86_400
HOUR = 3_600
#: The month's policy, by the words that the bench's classifier knows; the last rung needs no second person.
POLICY = MONTH.replace('words = ["connard"]', 'words = ["idiot"]').replace(
    'words = ["menace"]', 'words = ["destroy you"]'
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Bench]:
    """A workspace under the month's policy."""
    made = Bench(tmp_path, policy=POLICY)
    try:
        yield made
    finally:
        made.close()


def tried(
    desk: Bench, text: str = POLICY, *, parts: int = 1, days: int | None = None, baseline: Any = None
) -> dict[str, Any]:
    """The report of a backtest in this process; the plan makes the trip that it makes to a child."""
    plan = desk.store.read(lambda r: prepare(r, text, {}, days=days, baseline=baseline))
    again = Plan.from_json(json.loads(json.dumps(plan.to_json())))
    tallies = []
    for part in range(parts):
        heard: list[int] = []
        with open_history(desk.path) as history:
            tally = replay_part(history, again, part, parts, heard.append)
        assert heard[-1:] == ([tally.comments] if tally.comments else [])
        tallies.append(unpack_tally(json.loads(json.dumps(pack_tally(tally)))))
    return finish(plan, tallies)


def rule(found: dict[str, Any], name: str) -> dict[str, Any]:
    """One rule's row."""
    return next(dict(one) for one in found["rules"] if one["rule"] == name)


def said(desk: Bench, words: str, handle: str, action: str | None, **more: Any) -> Any:
    """A stranger writes; an hour later Ana decides and the platform does it. The rest of the day goes by."""
    one = desk.comment(words, handle)
    desk.clock.turn(HOUR)
    outcome = None
    if action is not None:
        outcome = desk.decide(one, action, **more)
        assert outcome.refusal is None, outcome.refusal
        desk.dispatch()
    desk.clock.turn(START + DAY * ((desk.clock.at - START) // DAY + 1) - desk.clock.at)
    return outcome


def test_a_scripted_month_of_real_decisions(desk: Bench) -> None:
    """The same month as in ``tests/policy/test_replay.py``, decided for real, undone and corrected on the way.

    Day 0 Ann insults, hidden: warn / warn. Day 1 Ben threatens, hidden and reported: report / report. Day 2 Ann
    again, hidden, but the hide is undone: 1 + 1 is hide / hide. Day 3 Ben insults, kept: 2 + 1, report / report.
    Day 4 Ann again, warned: as lived still 1 + 1, hide; by itself the policy is at 2 + 1, report. Day 5 Ben again,
    kept: as lived 2 + 1, report; by itself 2 + 1 + 1, block, held since Ben was never warned. Day 6 Ann again, kept:
    as lived 2 + 1, report; by itself 3 + 1, block, and nothing is missing.
    """
    said(desk, "you idiot", "ann", "hide")
    said(desk, "I will destroy you", "ben", "report")
    undone = said(desk, "idiot", "ann", "hide")
    desk.undo(undone)
    desk.dispatch()
    said(desk, "idiot", "ben", "keep")
    said(desk, "such an idiot", "ann", "warn", text="Please mind your words.")
    said(desk, "idiot idiot", "ben", "keep")
    said(desk, "idiot!", "ann", "keep")
    said(desk, "thank you", "cy", None)
    found = tried(desk)
    assert found["ladder"] == {
        "as_lived": {"1:warn": 1, "2:hide": 2, "3:report": 4, "4:block": 0},
        "counterfactual": {"1:warn": 1, "2:hide": 1, "3:report": 3, "4:block": 2},
    }
    assert found["ladder_held"] == {"as_lived": 0, "counterfactual": 1}
    assert (found["comments"], found["judged"], found["decisions"]) == (8, 6, 6)  # undone is no label
    assert (rule(found, "R-INS")["hits"], rule(found, "R-INS")["judged"], rule(found, "R-INS")["agreed"]) == (
        6,
        5,
        2,
    )
    assert (rule(found, "R-THR")["hits"], rule(found, "R-THR")["agreed"]) == (1, 1)
    assert found["protected_hit"] == 0
    # All was pulled at 16:20 in Paris; the insults are due at 20:20, the threat at 17:20.
    assert {hour: due for hour, due in enumerate(found["sla"]["hours"]) if due} == {17: 1, 20: 6}
    assert found["warning_counts"] == {"few_decisions": 6, "unjudged": 2, "hidden_fewer_replies": 1}
    assert (found["more_hidden"], found["no_longer_hidden"], found["months"]) == (0, 0, [])
    assert desk.holds()


def test_it_changes_nothing(desk: Bench) -> None:
    """Not one byte of a table, not one entry of the log."""
    said(desk, "idiot", "ann", "hide")

    def everything() -> list[Any]:
        with open_history(desk.path) as history:
            tables = [
                row[0]
                for row in history._db.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
                )
            ]
            return [(name, history._db.execute(f"SELECT * FROM {name}").fetchall()) for name in tables]

    before = everything()
    tried(desk, parts=3)
    assert everything() == before


def test_what_people_chose_protects_and_is_not_told(desk: Bench) -> None:
    """A person put it among the criticism: hiding it counts as protected, and the rule still fires."""
    one = desk.comment("your manager is an idiot and you are late", "ann")
    desk.moderation.categorise(one.id, "constructive_criticism", "", ANA)
    desk.decide(desk.again(one), "keep")
    found = tried(desk)
    assert found["protected_hit"] == rule(found, "R-INS")["protected"] == 1
    assert [(one["comment_id"], one["protected"]) for one in found["disagreements"]] == [(one.id, True)]


def test_automatic_hides_are_nobodys_word(desk: Bench) -> None:
    """A decision of the console itself is neither a label nor an action as lived."""
    one = desk.comment("idiot", "ann")
    desk.store.write(
        lambda tx: tx.decisions.add(
            comment_id=one.id, author_id=one.author_id, action="hide", actor="console", os_user="tester",
            role="automation", created_at=tx.now, category="insult", severity=3, shown_revision=1, state="done",
            audit_sequence=0,
        )
    ).result()  # fmt: skip
    found = tried(desk)
    assert (found["judged"], found["decisions"]) == (0, 0)
    with open_history(desk.path) as history:
        assert list(history.events(history.bounds())) == []


def test_a_decision_about_an_earlier_text_is_no_label(desk: Bench) -> None:
    """The replay looks at the present text; what was decided about another one says nothing of it."""
    ids = take_in(desk.store, desk.channel_id, comment(1, "idiot"))
    desk.decide(desk.store.read(lambda r: r.comments.rows(ids))[0], "hide")
    assert tried(desk)["judged"] == 1
    take_in(desk.store, desk.channel_id, comment(1, "a lovely day", edited_at=START))
    assert tried(desk)["judged"] == 0


def _import(desk: Bench, *items: Any) -> list[int]:
    stored = desk.store.write(
        lambda tx: tx.comments.upsert(desk.channel_id, "practice", items, tx.now, imported=True)
    ).result()
    desk.triage.run(read_texts)
    return list(stored.new_ids)


def test_imports_lie_in_their_own_time(desk: Bench) -> None:
    """Moments, deadlines and what was decided about them: when they were written, in that order, a month ago."""
    old = START - 30 * DAY
    ids = _import(
        desk,
        *(comment(number, "idiot", author="ann", posted_at=old + number * DAY) for number in (3, 1, 2)),
        comment(9, "idiot", author="ann", posted_at=old + 9 * DAY),
    )
    rows = {one.remote_id: one for one in desk.store.read(lambda r: r.comments.rows(ids))}
    for name in ("c1", "c2"):
        assert desk.decide(rows[name], "hide").refusal is None
    found = tried(desk)
    assert (found["from"], found["to"]) == ("2026-08-23T14:20:00Z", "2026-08-31T14:20:00Z")
    # By their own dates: warn; after one strike hide; after two report; after two report.
    assert found["ladder"]["as_lived"] == {"1:warn": 1, "2:hide": 1, "3:report": 2, "4:block": 0}
    assert found["ladder"]["counterfactual"] == {"1:warn": 1, "2:hide": 1, "3:report": 1, "4:block": 1}
    assert found["sla"]["busiest"]["due"] == 1
    assert found["automatic_hides_per_day"] == 0  # an archive has nowhere to be hidden


def test_one_author_for_everything_is_still_right(desk: Bench) -> None:
    """An export without names: all in one part, the others empty, the same report."""
    _import(
        desk,
        *(
            comment(number, "idiot" if number % 3 else "thanks", author="", posted_at=START - number * HOUR)
            for number in range(300)
        ),
    )
    one = tried(desk)
    assert one["comments"] == 300
    assert tried(desk, parts=2) == one
    assert tried(desk, parts=5) == one


def test_parts_of_a_mixed_workspace_add_up(desk: Bench) -> None:
    """Pulled and imported, decided and not, many authors."""
    for number in range(12):
        said(
            desk,
            ("idiot", "thanks", "destroy you")[number % 3],
            f"a{number % 5}",
            (None, "hide", "keep")[number % 3],
        )
    other = POLICY.replace('words = ["idiot"]', 'words = ["thanks"]')
    whole = json.dumps(tried(desk, other))
    assert json.loads(whole)["more_hidden"] == 4
    for parts in (2, 3, 4):
        assert json.dumps(tried(desk, other, parts=parts)) == whole


def test_a_window_counts_back_from_the_newest_comment(desk: Bench) -> None:
    """Older comments are left out; strikes from before still stand, in both runs."""
    for _ in range(4):
        said(desk, "idiot", "ann", "hide")
    whole = tried(desk)
    assert (whole["comments"], whole["days"]) == (4, 4)
    desk.clock.turn(400 * DAY)  # whenever it is asked
    found = tried(desk, days=2)
    assert (found["comments"], found["days"]) == (2, 2)
    assert found["ladder"]["as_lived"] == {"1:warn": 0, "2:hide": 0, "3:report": 1, "4:block": 1}
    assert found["ladder"]["counterfactual"] == {"1:warn": 0, "2:hide": 0, "3:report": 1, "4:block": 1}
    assert tried(desk, days=1000) == whole
    assert tried(desk, days=1)["from"] > whole["from"]


def test_baselines(desk: Bench) -> None:
    """None is the active policy, a word is a version, a text is itself; what is wrong is named."""
    said(desk, "thanks", "ann", None)
    lifecycle = Lifecycle(desk.store, desk.policies, desk.triage, desk.clock)
    other = POLICY.replace('words = ["idiot"]', 'words = ["thanks"]')
    version = lifecycle.submit(other, {}, LEA)
    assert version.number == 2
    found = tried(desk, other)
    assert (found["policy"], found["baseline"]) == (version.id, desk.policies.active().id)
    assert found["more_hidden"] == 1
    for ref in ("v2", "2", version.id, version.id[7:15]):
        assert tried(desk, other, baseline=ref)["baseline"] == version.id
        assert tried(desk, other, baseline=ref)["more_hidden"] == 0
    assert tried(desk, POLICY, baseline=(other, {}))["no_longer_hidden"] == 1
    with pytest.raises(NotFound, match="policy_not_found"):
        tried(desk, other, baseline="v9")
    with pytest.raises(UsageError, match="policy_invalid"):
        tried(desk, "schema = 1")
    with pytest.raises(EnvironmentFailure, match="policy_unreadable"):
        tried(desk, other, baseline=("schema = 1", {}))


def test_lists_travel_with_the_policy(desk: Bench) -> None:
    """A list in a file of its own reaches the child with the plan."""
    text = POLICY.replace('words = ["idiot"]', 'file = "bad.txt"')
    said(desk, "thanks", "ann", None)
    plan = desk.store.read(lambda r: prepare(r, text, {"bad.txt": b"thanks\n"}))
    again = Plan.from_json(json.loads(json.dumps(plan.to_json())))
    with open_history(desk.path) as history:
        assert replay_part(history, again).rules["R-INS"].hits == 1


def test_older_decisions_other_engines_and_unread(desk: Bench) -> None:
    """What the figures cannot say is said."""
    said(desk, "idiot", "ann", "hide")
    said(desk, "idiot", "ben", "keep")
    fresh = POLICY.replace("at_least = 0.8", "at_least = 0.7")
    desk.store.write(lambda tx: tx.policies.add(loaded_id(fresh), "x", fresh, {}, tx.now)).result()
    newer = desk.comment("hello", "cy")
    take_in(desk.store, desk.channel_id, comment(77, "not read yet"))
    verdict = desk.store.read(lambda r: r.comments.verdict(newer.id))
    assert verdict is not None
    desk.store.write(
        lambda tx: tx.comments.set_verdicts(
            [(newer.id, newer.revision, replace(verdict, engine_version="2"))], tx.now
        )
    ).result()
    found = tried(desk, fresh, baseline=(fresh, {}))
    counts = found["warning_counts"]
    assert counts["older_policy"] == 2
    assert counts["other_engines"] == 1
    assert counts["unread"] == 1


def loaded_id(text: str) -> str:
    """A policy's id."""
    found = load_policy(text).policy
    assert found is not None
    return found.id


def test_an_empty_workspace(desk: Bench) -> None:
    """Zeros and a warning."""
    found = tried(desk, days=90)
    assert found["comments"] == 0
    assert found["warnings"] == ["empty", "few_decisions"]


def test_replies_of_ours_are_counted_as_lived(desk: Bench) -> None:
    """A reply that was sent and pulled back counts once; the thread's count reaches the rules."""
    text = POLICY.replace(
        'when.any = [{ list = "dire" }]', "when.any = [{ thread_replies_by_us = { at_least = 1 } }]"
    )
    first = desk.comment("hello?", "ann")
    desk.clock.turn(HOUR)
    desk.decide(first, "reply", text="Hello Ann.")
    desk.dispatch()
    assert desk.pull().error is None
    desk.clock.turn(HOUR)
    desk.comment("hello again", "ann")
    desk.comment("hello from me", "ben")
    with open_history(desk.path) as history:
        kinds = [one[3:5] for one in history.events(history.bounds())]
    assert sorted(kinds) == [("done", ActionKind.REPLY.value), ("said", "")]
    assert tried(desk, text)["rules"][0]["hits"] == 1
