"""``vigie undo``: the last thing first whatever it was, by number, and the list of what can still come back."""

from __future__ import annotations

from tests.cli.conftest import Vigie, write_csv


def filled(vigie: Vigie) -> tuple[str, str]:
    """Two comments of two authors; their id and the author's of the first."""
    rows = [("w1", "ana", "Hello"), ("w2", "bob", "Hi")]
    vigie("import", str(write_csv(vigie.workspace.parent / "a.csv", rows)), "--channel", "demo", code=0)
    items = vigie.json("queue", "list", "--view", "all")["items"]
    first = next(one for one in items if one["text"] == "Hello")
    return str(first["id"]), str(first["author"]["id"])


def test_the_last_thing_is_undone_first_whatever_it_was(empty: Vigie) -> None:
    comment, author = filled(empty)
    empty("author", "tag", author, "vip", code=0)
    empty("decide", comment, "snooze", code=0)
    empty("queue", "assign", comment, "lead", code=0)
    listed = empty.json("undo", "--list")["items"]
    assert [(one["action"], one["can_undo"]) for one in listed] == [
        ("assign", True), ("snooze", True), ("tag", True),
    ]  # fmt: skip
    assert listed[0]["id"].startswith("change:")
    back = empty.json("undo", "--last")
    assert (back["action"], back["undone"], back["given"], back["decision_id"]) == (
        "assign",
        True,
        "lead",
        None,
    )
    assert empty.json("queue", "list", "--assignee", "lead")["total"] == 0
    assert empty.json("undo", "--last")["action"] == "snooze"
    assert "taken back" in empty("undo", "--last", code=0).out
    assert empty.json("author", "show", author)["tags"] == []
    empty("undo", "--last", code=2)
    assert "undone already" in empty("undo", listed[2]["id"], code=1).out
    assert [one["why_not"] for one in empty.json("undo", "--list")["items"]] == ["undo_already"] * 3
    assert empty.json("audit", "verify")["ok"] is True


def test_a_category_given_with_a_decision_goes_back_with_it(empty: Vigie) -> None:
    comment, _ = filled(empty)
    made = empty.json("decide", comment, "keep", "--category", "praise")
    assert empty.json("queue", "show", comment)["category"] == "praise"
    assert empty.json("undo", made["decision_id"])["undone"] is True
    assert empty.json("queue", "show", comment)["category"] != "praise"


def test_what_changed_since_is_refused_with_a_reason_in_both_languages(empty: Vigie) -> None:
    comment, _ = filled(empty)
    empty("queue", "assign", comment, "lead", code=0)
    one = empty.json("undo", "--list")["items"][0]["id"]
    empty("queue", "assign", comment, "reviewer", code=0)
    refused = empty.json("undo", one, code=1)
    assert (refused["state"], refused["refusal"]["code"], refused["undone"]) == (
        "refused",
        "undo_changed",
        False,
    )
    assert empty.json("queue", "list", "--assignee", "reviewer")["total"] == 1
    for wrong in (["change:99"], ["change:0"], ["7x"], [], ["--last", "--list"]):
        empty("undo", *wrong, code=2)
