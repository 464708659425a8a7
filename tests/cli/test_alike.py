"""Near-duplicates on the command line: a folded list, and the group under one comment."""

from __future__ import annotations

from tests.cli.conftest import Vigie, write_csv

WAVE = "Congratulations dear customer, your FREE kettle waits here -> {}.example"


def test_a_folded_list_and_the_group_of_one(empty: Vigie) -> None:
    rows = [
        ("w1", "ana", WAVE.format("gifts")),
        ("w2", "bob", WAVE.format("gifts") + " !!!"),
        ("w3", "cem", WAVE.format("kettles")),
        ("q1", "dia", "Is the lid repairable at home, and where do I find one?"),
    ]
    empty("import", str(write_csv(empty.workspace.parent / "wave.csv", rows)), "--channel", "demo", code=0)
    plain = empty.json("queue", "list", "--view", "all")
    assert (plain["total"], "alike" in plain["items"][0]) == (4, False)
    folded = empty.json("queue", "list", "--view", "all", "--alike")
    assert (folded["total"], folded["comments"], len(folded["items"])) == (2, 4, 2)
    found = {one["text"][:10]: one["alike"] for one in folded["items"]}
    assert found["Is the lid"] is None
    wave = found["Congratula"]
    assert (wave["total"], wave["authors"]) == (3, 3)
    said = empty("queue", "list", "--view", "all", "--alike")
    assert "[3 alike, authors: 3]" in said.out
    shown = empty.json(
        "queue", "show", folded["items"][0]["id"] if folded["items"][0]["alike"] else folded["items"][1]["id"]
    )
    group = shown["alike"]
    assert (group["id"], group["total"], group["exact"], group["link"], group["reworded"]) == (
        wave["id"],
        3,
        2,
        1,
        0,
    )
    assert sorted(one["author"] for one in group["comments"]) == ["ana", "bob", "cem"]
    assert [one["kind"] for one in group["texts"]] == ["link", "exact"]
    assert "alike: 3, authors: 3" in empty("queue", "show", shown["id"]).out
    alone = next(one["id"] for one in folded["items"] if not one["alike"])
    assert empty.json("queue", "show", alone)["alike"] is None
