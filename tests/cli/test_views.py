"""queue list with filters, search, saved views and assigning, in real processes on an imported workspace."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Vigie
from tests.support.workspaces import raw


def texts(vigie: Vigie, *words: str) -> list[str]:
    return [one["text"] for one in vigie.json(*words)["items"]]


def test_filters_narrow_the_list(vigie: Vigie) -> None:
    everything = vigie.json("queue", "list", "--view", "all")["items"]
    harsh = vigie.json("queue", "list", "--severity-min", "2")["items"]
    assert harsh
    assert {one["severity"] >= 2 for one in harsh} == {True}
    kind = harsh[0]["category"]
    assert {one["category"] for one in vigie.json("queue", "list", "--category", kind)["items"]} == {kind}
    french = vigie.json("queue", "list", "--view", "all", "--language", "fr")["items"]
    assert french
    assert {one["language"] for one in french} == {"fr"}
    newest = vigie.json("queue", "list", "--view", "all", "--order", "oldest")["items"]
    assert [one["id"] for one in newest] == [one["id"] for one in reversed(everything)]
    assert texts(vigie, "queue", "list", "--until", "2026-09-20") == []
    assert len(texts(vigie, "queue", "list", "--since", "2026-09-20", "--until", "2026-09-23")) >= len(harsh)
    assert len(texts(vigie, "queue", "list", "--assignee", "nobody", "--channel", "demo")) >= len(harsh)


@pytest.mark.parametrize(
    "words",
    [
        ("--since", "tomorrow"),
        ("--severity-min", "4", "--severity-max", "2"),
        ("--view", "nowhere"),
        ("--view", "saved:9"),
        ("--channel", "nowhere"),
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(vigie: Vigie, words: tuple[str, ...]) -> None:
    said = vigie("queue", "list", *words, "--json", code=2)
    assert said.out == ""
    assert said.error["text"]


def test_search_finds_parts_notes_and_says_where(vigie: Vigie) -> None:
    assert texts(vigie, "queue", "search", "assé") == [
        "Mon colis est arrivé cassé, trois mails sans réponse."
    ]
    found = vigie.json("queue", "search", "eve")
    assert [one["found_in"] for one in found["items"]] == ["author"]
    assert found["cut"] is False
    assert texts(vigie, "queue", "search", "--", "idiot", "-away") == ["idiots, all of you, idiots"]
    assert texts(vigie, "queue", "search", '"sans réponse"') != []


def test_a_saved_view_is_kept_listed_changed_and_dropped(vigie: Vigie) -> None:
    made = vigie.json("queue", "save-view", "Belgique", "--language", "fr", "--search", "belgi")
    assert made["kind"] == "own"
    assert texts(vigie, "queue", "list", "--view", "belgique") == ["Bonjour, livrez-vous en Belgique ?"]
    assert texts(vigie, "queue", "list", "--view", made["id"]) == ["Bonjour, livrez-vous en Belgique ?"]
    again = vigie.json("queue", "save-view", "Belgique", "--severity-min", "2")
    assert again["id"] == made["id"]
    listed = {one["id"]: one for one in vigie.json("queue", "views")["items"]}
    shown = vigie.json("queue", "list", "--view", made["id"], "--limit", "1000")["total"]
    assert listed[made["id"]]["count"] == shown > 0
    assert listed["inbox"]["count"] == vigie.json("queue", "list")["total"]
    vigie.json("queue", "drop-view", "Belgique")
    assert made["id"] not in {one["id"] for one in vigie.json("queue", "views")["items"]}


def test_a_team_view_is_a_leads_and_everybodys(vigie: Vigie) -> None:
    vigie("member", "add", "max", "--role", "moderator", code=0)
    refused = vigie("queue", "save-view", "Ours", "--team", "--as", "max", "--json")
    assert refused.code == 1
    made = vigie.json("queue", "save-view", "Ours", "--team", "--category", "insult")
    assert made["id"] in {one["id"] for one in vigie.json("queue", "views", "--as", "max")["items"]}
    own = vigie.json("queue", "save-view", "Secret", "--as", "max")
    assert own["id"] not in {one["id"] for one in vigie.json("queue", "views")["items"]}
    with raw(vigie.workspace) as db:
        logged = [row[0] for row in db.execute("SELECT entry FROM audit WHERE event = 'team_view'")]
    assert len(logged) == 1
    assert "Ours" not in logged[0]


def test_assigned_work_is_in_mine_and_in_the_log(vigie: Vigie) -> None:
    vigie("member", "add", "max", "--role", "moderator", code=0)
    first = vigie.json("queue", "list")["items"][0]["id"]
    assert vigie.json("queue", "assign", first, "max") == {
        "comment_id": first,
        "assignee": "max",
        "before": None,
    }
    assert [one["id"] for one in vigie.json("queue", "list", "--view", "mine", "--as", "max")["items"]] == [
        first
    ]
    assert vigie.json("queue", "assign", first, "lead")["before"] == "max"
    assert [one["id"] for one in vigie.json("queue", "list", "--view", "mine")["items"]] == [first]
    vigie.json("queue", "assign", first, "nobody")
    assert vigie.json("queue", "list", "--view", "mine")["total"] == 0
    assert vigie("queue", "assign", first, "stranger", "--json", code=2).error["code"] == "assign_whom"
    with raw(vigie.workspace) as db:
        assert db.execute("SELECT count(*) FROM audit WHERE event = 'assigned'").fetchone()[0] == 3
    vigie("audit", "verify", code=0)
