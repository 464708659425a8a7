"""``vigie author``: tags added, shown in words, taken away; what is no tag is refused with what to do."""

from __future__ import annotations

from tests.cli.conftest import Vigie, write_csv


def author_of(vigie: Vigie, text: str) -> str:
    """The id of who wrote ``text``."""
    items = vigie.json("queue", "list", "--view", "all")["items"]
    return str(next(one["author"]["id"] for one in items if one["text"] == text))


def test_tags(empty: Vigie) -> None:
    """Both languages name the closed list; the answer is the list as it stands; the log verifies."""
    rows = [("w1", "ana", "Hello"), ("w2", "bob", "Hi")]
    empty("import", str(write_csv(empty.workspace.parent / "a.csv", rows)), "--channel", "demo", code=0)
    ana, bob = author_of(empty, "Hello"), author_of(empty, "Hi")
    said = empty.json("author", "tag", ana, "Journaliste")
    assert (said["id"], said["changed"], [one["tag"] for one in said["tags"]]) == (
        ana,
        True,
        ["journalist"],
    )
    assert empty.json("author", "tag", ana, "journalist")["changed"] is False
    both = empty.json("author", "tag", ana, "big client")["tags"]
    assert {one["tag"] for one in both} == {"big client", "journalist"}
    shown = empty.json("author", "show", ana)
    assert {one["tag"] for one in shown["tags"]} == {"big client", "journalist"}
    assert "tags: " in empty("author", "show", ana, code=0).out
    empty("author", "untag", ana, "journalist", code=0)
    empty("author", "untag", ana, "journalist", code=1)
    assert empty.json("author", "show", bob)["tags"] == []
    assert empty.json("audit", "verify")["ok"] is True
    listed = empty("audit", "list", "--json", code=0).out
    assert "author_tagged" in listed
    assert "big client" not in listed


def test_what_is_no_tag(empty: Vigie) -> None:
    """Wrong use, with a sentence; a stranger among authors is named."""
    rows = [("w1", "ana", "Hello")]
    empty("import", str(write_csv(empty.workspace.parent / "a.csv", rows)), "--channel", "demo", code=0)
    ana = author_of(empty, "Hello")
    assert "is no tag" in empty("author", "tag", ana, "<b>", code=2).err
    assert "file:zed" in empty("author", "tag", "file:zed", "vip", code=2).err
