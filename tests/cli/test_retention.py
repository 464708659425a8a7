"""``vigie retention``: shown and counted first, erased with --yes, held by hand; said in both languages."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Vigie, write_csv
from tests.cli.test_erase import author_of, in_file, texts
from tests.support.workspaces import raw

ROWS = [
    ("w1", "gus", "zebraquagga idiot"),
    ("w2", "gus", "quollquoll where?"),
    ("w3", "ann", "okapiokapi twice"),
]
DAY = 86_400


@pytest.fixture
def old(empty: Vigie) -> Vigie:
    """Three comments, taken in a hundred days ago; one was written a week ago."""
    empty("import", str(write_csv(empty.workspace.parent / "a.csv", ROWS)), "--channel", "first", code=0)
    with raw(empty.workspace) as db:
        db.execute(
            f"UPDATE comments SET first_seen_at = first_seen_at - {100 * DAY}, posted_at = posted_at - {200 * DAY}"
        )
        db.execute(
            f"UPDATE comments SET posted_at = first_seen_at + {93 * DAY}, due_at = 1099511627775 WHERE text LIKE 'okapi%'"
        )
        db.execute("UPDATE comments SET due_at = 1099511627775")
    return empty


def test_set_shown_counted_erased(old: Vigie) -> None:
    assert old.json("retention", "show") == {
        "terms": {}, "source": None, "next": None, "running": None, "last": None, "gone": 0, "holds": 0, "backups": [],
    }  # fmt: skip
    refused = old("retention", "run", "--yes", "--json", code=2)
    assert refused.error["code"] == "retention_off"
    was = old.json("retention", "set", "--untouched", "90", "--authors", "5")
    assert (was["terms"], was["source"]) == ({"untouched": 90, "authors": 5}, "team")
    assert (was["next"]["untouched"], was["next"]["pending"]) == (2, 0)
    assert old.json("retention", "run") == {"erased": False, "next": was["next"]}
    assert len(texts(old)) == 3
    done = old.json("retention", "run", "--yes")
    assert (done["erased"], done["counts"]["untouched"], done["rewritten"]) == (True, 2, True)
    assert texts(old) - {""} == {"okapiokapi twice"}
    assert not in_file(old.workspace, "zebraquagga")
    shown = old.json("retention", "show")
    assert (shown["gone"], shown["next"]["untouched"], shown["last"]["counts"]["untouched"]) == (2, 0, 2)
    kept = old.json("retention", "counts")["counts"]
    assert sum(one["n"] for one in kept) == 2
    assert {one["class"] for one in kept} == {"untouched"}
    assert old.json("audit", "verify")["ok"]
    told = {one["check"]: one["found"] for one in old.json("doctor", code=None)["checks"]}
    assert told["retention"].startswith("Kept: untouched comments 90 days, authors without comments 5 days")
    assert old.json("retention", "set", "--untouched", "off")["terms"] == {"authors": 5}


def test_a_hold_keeps_and_only_its_lift_lets_go(old: Vigie) -> None:
    with raw(old.workspace) as db:
        number = db.execute("SELECT id FROM comments WHERE text LIKE 'zebra%'").fetchone()[0]
    old("retention", "hold", str(number), "--reason", "lawyer, file Zorille", code=0)
    old("retention", "hold", "--author", author_of(old, ROWS[2][2]), "--reason", "threat", code=0)
    old("retention", "set", "--untouched", "1", code=0)
    old("retention", "run", "--yes", code=0)
    assert texts(old) - {""} == {"zebraquagga idiot", "okapiokapi twice"}
    held = old.json("retention", "holds")["holds"]
    assert [(one["comment"], one["reason"]) for one in held] == [
        (None, "threat"),
        (number, "lawyer, file Zorille"),
    ]
    author = author_of(old, ROWS[0][2])
    assert old("author", "erase", author, "--yes", "--json").error["code"] == "erase_held"
    old("retention", "lift", str(number), code=0)
    assert old("retention", "lift", str(number), "--json", code=2).error["code"] == "hold_not_found"
    old("retention", "run", "--yes", code=0)
    assert texts(old) - {""} == {"okapiokapi twice"}
    assert not in_file(old.workspace, "Zorille")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("set", "--untouched", "0"), "terms_days"),
        (("set", "--untouched", "90", "--decided", "30"), "terms_decided_shorter"),
        (("hold", "1", "--reason", " "), "hold_reason"),
        (("hold", "--reason", "x"), "hold_what"),
        (("hold", "999", "--reason", "x"), "comment_not_found"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(old: Vigie, words: tuple[str, ...], code: str) -> None:
    for language in ("en", "fr"):
        said = old("retention", *words, "--json", env={"VIGIE_LANG": language}, code=2)
        assert said.error["code"] == code
        assert "?" not in said.error["text"].replace("\u202f?", "")
    assert old.json("retention", "show")["terms"] == {}


def test_both_languages_say_what_goes(old: Vigie) -> None:
    for language, words in (("en", "untouched comments 90 days"), ("fr", "commentaires non traités 90")):
        said = old("retention", "set", "--untouched", "90", env={"VIGIE_LANG": language}, code=0)
        assert words in said.out
        assert "{" not in said.out
        assert "2" in old("retention", "run", env={"VIGIE_LANG": language}, code=0).out
