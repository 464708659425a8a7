"""The written content: complete, in order, invented, diverse enough to drill on, and kept out of training."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from console.domain.errors import EnvironmentFailure
from console.domain.vocabulary import Category
from console.practice.content import load_script
from tests.practice.conftest import CONTENT

ROOT = Path(__file__).parents[2]


def read(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CONTENT / name).read_text("utf-8").splitlines()]


COMMENTS = read("comments.jsonl")
LIVE = [comment for comment in COMMENTS if comment["offset"] > 0]


def test_there_is_enough_of_it() -> None:
    assert len(COMMENTS) >= 640
    assert len(read("posts.jsonl")) >= 12
    assert len(read("authors.jsonl")) >= 175
    assert 450 <= len(COMMENTS) - len(LIVE) <= 520


def test_keys_and_texts_are_unique_and_parents_come_first() -> None:
    posts = {post["key"]: post for post in read("posts.jsonl")}
    authors = {author["key"] for author in read("authors.jsonl")}
    seen: dict[str, dict[str, Any]] = {}
    for comment in COMMENTS:
        assert comment["key"] not in seen
        assert comment["author"] in authors
        assert comment["offset"] > posts[comment["post"]]["offset"]
        if comment["parent"]:
            parent = seen[comment["parent"]]
            assert parent["post"] == comment["post"]
            assert parent["offset"] < comment["offset"]
        seen[comment["key"]] = comment
    assert max(Counter(" ".join(c["text"].lower().split()) for c in COMMENTS).values()) == 1
    assert authors == {comment["author"] for comment in COMMENTS}


def test_kinds_are_the_categories_of_the_house_and_all_of_them_occur() -> None:
    kinds = Counter(comment["kind"] for comment in COMMENTS)
    assert set(kinds) == set(Category)
    assert kinds["constructive_criticism"] > 100
    assert kinds["threat"] >= 8
    assert kinds["spam"] >= 25


def test_languages_are_mixed() -> None:
    languages = Counter(comment["language"] for comment in COMMENTS)
    assert 0.55 <= languages["fr"] / len(COMMENTS) <= 0.68
    assert languages["en"] / len(COMMENTS) >= 0.3
    assert len(languages) >= 6


def test_arrivals_are_a_steady_trickle() -> None:
    offsets = sorted(comment["offset"] * 60 for comment in LIVE)
    gaps = [later - earlier for earlier, later in itertools.pairwise(offsets)]
    assert offsets[0] <= 60
    assert min(gaps) >= 15
    assert max(gaps) <= 95


def test_the_pile_on_the_long_thread_and_the_near_duplicates_are_there() -> None:
    pile = [comment["offset"] for comment in COMMENTS if "pile_on" in comment.get("tags", [])]
    assert 30 <= len(pile) <= 45
    assert max(pile) - min(pile) <= 120
    assert sum("near_duplicate" in comment.get("tags", []) for comment in COMMENTS) >= 12
    roots: dict[str, str] = {}
    for comment in COMMENTS:
        roots[comment["key"]] = roots[comment["parent"]] if comment["parent"] else comment["key"]
    assert max(Counter(roots.values()).values()) >= 26
    abuse = {"insult", "hate", "threat", "obscene", "manifestly_illegal", "spam", "troll"}
    breaches = Counter(comment["author"] for comment in COMMENTS if comment["kind"] in abuse)
    assert sum(count >= 5 for count in breaches.values()) >= 3


def test_the_difficult_texts_are_there() -> None:
    everything = "\n".join(comment["text"] for comment in COMMENTS)
    for what in ("\u200b", "\u202e", "<script>", "\u200d", "יפה", "شكرا"):
        assert what in everything
    assert max(len(comment["text"]) for comment in COMMENTS) > 1500
    assert sum("edit" in comment for comment in COMMENTS) >= 8
    assert sum("deleted_after" in comment for comment in COMMENTS) >= 8


def test_no_link_leads_anywhere_and_no_number_rings() -> None:
    for comment in COMMENTS:
        for host in re.findall(
            r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|fr|shop|io|uk|info|example|test)\b", comment["text"]
        ):
            assert host.endswith((".example", ".test")), comment
        for number in re.findall(r"\b0\d(?: ?\d\d){4}\b", comment["text"]):
            assert number.startswith(("01 99 00", "06 39 98")), (
                comment
            )  # ranges reserved for fiction in France


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    for name in ("posts.jsonl", "authors.jsonl", "comments.jsonl"):
        (tmp_path / name).write_bytes((CONTENT / name).read_bytes())
    lines = (tmp_path / "comments.jsonl").read_text("utf-8").splitlines()
    for damage in ("{", json.dumps({**json.loads(lines[4]), "author": "nobody"})):
        (tmp_path / "comments.jsonl").write_text("\n".join([*lines[:4], damage, *lines[5:]]), "utf-8")
        with pytest.raises(EnvironmentFailure) as caught:
            load_script(tmp_path)
        assert caught.value.code == "practice_content"
        assert caught.value.params["line"] == 5


def test_the_comments_never_enter_training() -> None:
    """No data file of the project repeats a practice comment, and no training code reads the folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0:
        files = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:  # an unpacked archive instead of a checkout
        files = [path for folder in ("packaging", "console", "tests") for path in (ROOT / folder).rglob("*")]
    texts = {comment["text"] for comment in COMMENTS if len(comment["text"]) > 40}
    for file in files:
        if CONTENT in file.parents or not file.is_file():
            continue
        if file.suffix in (".jsonl", ".json", ".csv", ".tsv", ".txt"):
            content = file.read_text("utf-8", errors="replace")
            assert not [text for text in texts if text in content], file
        elif file.suffix == ".py" and {"model", "classify"} & set(file.relative_to(ROOT).parts[:-1]):
            assert "resources/practice" not in file.read_text("utf-8"), file
