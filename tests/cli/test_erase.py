"""``vigie author erase``, ``channel erase`` and ``channel remove --erase``: shown first, done with --yes, said in both languages."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Vigie, write_csv
from tests.support.workspaces import raw

ROWS = [
    ("w1", "gus", "zebraquagga idiot"),
    ("w2", "gus", "quollquoll where?"),
    ("w3", "ann", "zebraquagga twice"),
]
OTHER = [("o1", "ann", "Hello there"), ("o2", "bob", "Good day")]
SPOKEN = {"en": {"VIGIE_LANG": "en"}, "fr": {"VIGIE_LANG": "fr"}}


@pytest.fixture
def two(empty: Vigie) -> Vigie:
    """Two imported channels; ann wrote in both, gus only in the first."""
    folder = empty.workspace.parent
    empty("import", str(write_csv(folder / "a.csv", ROWS)), "--channel", "first", code=0)
    empty("import", str(write_csv(folder / "b.csv", OTHER)), "--channel", "second", code=0)
    return empty


def in_file(workspace: Path, word: str) -> bool:
    """Whether a word stands anywhere in the workspace's files."""
    return any(
        word.encode() in one.read_bytes()
        for one in workspace.parent.glob(f"{workspace.name}*")
        if one.is_file()
    )


def texts(vigie: Vigie) -> set[str]:
    """What is left to read."""
    with raw(vigie.workspace) as db:
        return {row[0] for row in db.execute("SELECT text FROM comments")}


def author_of(vigie: Vigie, text: str) -> str:
    """The id of who wrote it."""
    with raw(vigie.workspace) as db:
        sql = "SELECT kind || ':' || remote_id FROM authors WHERE id = (SELECT author_id FROM comments WHERE text = ?)"
        return str(db.execute(sql, (text,)).fetchone()[0])


# ------------------------------------------------------------------ an author


def test_an_author_is_shown_first_and_erased_with_yes(two: Vigie) -> None:
    gus = author_of(two, "zebraquagga idiot")
    two("author", "tag", gus, "vip", code=0)
    shown = two.json("author", "erase", gus)
    assert (shown["id"], shown["erased"], shown["unfinished"]) == (gus, False, 0)
    assert (shown["goes"]["comments"], shown["goes"]["tags"]) == (2, 1)
    for language, words in (("en", "Nothing was erased yet"), ("fr", "Rien n’est encore effacé")):
        assert words in two("author", "erase", gus, env=SPOKEN[language], code=0).out
    assert "zebraquagga idiot" in texts(two)
    done = two.json("author", "erase", gus, "--yes")
    assert (done["erased"], done["goes"], done["rewritten"]) == (True, shown["goes"], True)
    assert texts(two) == {"", "Hello there", "Good day", "zebraquagga twice"}
    assert not in_file(two.workspace, "quollquoll")
    assert two.json("audit", "verify")["ok"] is True
    assert gus in two("author", "erase", gus, code=2).err


def test_an_author_with_an_action_on_its_way_is_not_erased(two: Vigie) -> None:
    with raw(two.workspace) as db:  # an imported channel sends nothing: the row of another one stands for it
        db.execute(
            """INSERT INTO outbox (key, decision_id, comment_id, author_id, channel_id, action, state, not_before,
                 created_at, updated_at, request)
               SELECT 'k', 0, id, author_id, channel_id, 'hide', 'queued', 0, 0, 0, '{}' FROM comments
               WHERE text = 'zebraquagga idiot'"""
        )
    gus = author_of(two, "zebraquagga idiot")
    assert two.json("author", "erase", gus, code=1)["unfinished"] == 1
    refused = two("author", "erase", gus, "--yes", "--json", code=1).error
    assert (refused["code"], refused["params"]["count"]) == ("erase_unfinished", 1)
    assert "zebraquagga idiot" in texts(two)


# ------------------------------------------------------------------ a channel


def test_a_channel_is_shown_first_and_erased_with_yes(two: Vigie) -> None:
    shown = two.json("channel", "erase", "first")
    assert (shown["key"], shown["erased"], shown["stage"]) == ("file:first", False, None)
    assert (shown["goes"]["comments"], shown["goes"]["authors"]) == (3, 1)
    assert "zebraquagga idiot" in texts(two)
    said = two("channel", "erase", "first", env=SPOKEN["en"], code=0).out
    assert "3  comments" in said
    assert "1  authors who wrote in no other channel" in said
    assert "What stays:" in said
    french = two("channel", "erase", "first", env=SPOKEN["fr"], code=0).out
    assert "Rien n’est encore effacé." in french
    assert "auteurs qui n’ont écrit dans aucun autre canal" in french
    done = two.json("channel", "erase", "first", "--yes")
    assert (done["erased"], done["goes"], done["rewritten"]) == (True, shown["goes"], True)
    assert done["stays"] == shown["stays"]
    assert texts(two) >= {"Hello there", "Good day"}
    assert not in_file(two.workspace, "zebraquagga")
    assert [one["key"] for one in two.json("channel", "list")["items"]] == ["file:second"]
    assert two.json("audit", "verify")["ok"] is True
    assert sum(two.json("channel", "erase", "first")["goes"].values()) == 0


def test_removing_leaves_the_comments_and_a_removed_channel_can_be_erased_later(two: Vigie) -> None:
    assert two.json("channel", "remove", "first") == {"key": "file:first", "removed": True}
    assert "zebraquagga idiot" in texts(two)
    assert two.json("channel", "erase", "first", "--yes")["goes"]["comments"] == 3
    assert not in_file(two.workspace, "zebraquagga")
    both = two.json("channel", "remove", "second", "--erase", "--yes")
    assert (both["erased"], both["goes"]["comments"], both["goes"]["authors"]) == (True, 2, 2)
    assert two("channel", "erase", "third", "--json", code=2).error["code"] == "unknown_channel"
    again = two("import", str(two.workspace.parent / "a.csv"), "--channel", "first", "--json", code=0).json
    assert again["new"] == 3


def test_decided_actions_are_called_off_only_when_agreed(two: Vigie) -> None:
    with raw(two.workspace) as db:
        comment = db.execute("SELECT id FROM comments WHERE text = 'zebraquagga idiot'").fetchone()[0]
    two("decide", str(comment), "keep", code=0)
    with raw(two.workspace) as db:
        db.execute(
            """INSERT INTO outbox (key, decision_id, comment_id, author_id, channel_id, action, state, not_before,
                 created_at, updated_at, request)
               SELECT 'k', d.id, c.id, c.author_id, c.channel_id, 'hide', 'queued', 0, 0, 0, '{}'
               FROM comments c JOIN decisions d ON d.comment_id = c.id"""
        )
    shown = two.json("channel", "erase", "first", code=1)
    assert shown["pending"] == {"unsent": 1, "unknown": 0, "sending": 0, "reviews": 0}
    refused = two("channel", "erase", "first", "--yes", "--json", code=1).error
    assert (refused["code"], refused["params"]["unsent"]) == ("erase_channel_pending", 1)
    assert "1 not sent" in two("channel", "erase", "first", "--yes", env=SPOKEN["en"], code=1).err
    assert "zebraquagga idiot" in texts(two)
    assert two.json("channel", "erase", "first", "--yes", "--call-off")["erased"] is True
    assert two.json("audit", "verify")["ok"] is True


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_a_person_at_a_terminal_is_asked(two: Vigie) -> None:
    for answer, code, left in (("n\n", 130, True), ("yes\n", 0, False)):
        assert terminal(two, answer, "channel", "erase", "first", env=SPOKEN["en"]) == code
        assert ("zebraquagga idiot" in texts(two)) is left


def terminal(vigie: Vigie, answer: str, *words: str, env: dict[str, str]) -> int:
    """Run a command on a terminal of its own, answer what it asks once, and wait for its end."""
    outside, inside = pty.openpty()
    ran = subprocess.Popen(
        [sys.executable, "-m", "ui.entry", "--workspace", str(vigie.workspace), *words],
        stdin=inside,
        stdout=inside,
        stderr=inside,
        cwd=vigie.workspace.parent,
        env={**os.environ, **vigie.env, **env},
        start_new_session=True,
    )
    os.close(inside)
    heard, answered, end = "", False, time.monotonic() + 60
    try:
        while ran.poll() is None and time.monotonic() < end:
            if select.select([outside], [], [], 0.2)[0]:
                try:
                    heard += os.read(outside, 4096).decode("utf-8", "replace")
                except OSError:  # the other end is closed
                    break
            if "[y/N]" in heard and not answered:
                os.write(outside, answer.encode())
                answered = True
        assert answered, heard
        return ran.wait(30)
    finally:
        if ran.poll() is None:
            ran.kill()
            ran.wait()
        os.close(outside)
