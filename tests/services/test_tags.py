"""Tags of authors: the closed list in both languages, own words kept out of the chain, roles asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.errors import NotAllowed, NotFound, UsageError
from console.domain.vocabulary import Role
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.deeds import MOST_TAGS
from console.services.roles import Actor
from console.services.tags import KNOWN, LONGEST, tag_of
from console.store import AuditFilter
from tests.support.workspaces import comment, take_in


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    """A workspace with one comment."""
    made = Console.open(tmp_path / "a.vigie", secrets=memory_only())
    channel = made.store.write(lambda tx: tx.channels.add("file", "a", tx.now)).result()
    take_in(made.store, int(channel), comment("1", "Bonjour"), kind="file")
    yield made
    made.close()


def entries(console: Console) -> list[dict[str, object]]:
    """The audit entries about tags, oldest first."""
    rows = console.store.read(lambda r: r.audit.find(AuditFilter(), 100))
    found = [json.loads(row.entry) for row in rows]
    return sorted((one for one in found if "tagged" in one["event"]), key=lambda one: one["sequence"])


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("VIP", "vip"),
        (" Journaliste ", "journalist"),
        ("troll  watch", "troll_watch"),
        ("Client", "customer"),
        ("Grand  Compte", "grand compte"),
        ("salon de Lyon 2026", "salon de lyon 2026"),
    ],
)
def test_what_is_typed_becomes_one_tag(typed: str, tag: str) -> None:
    """Both languages name the closed list; own words lose case and spaces."""
    assert tag_of(typed) == tag


@pytest.mark.parametrize("typed", ["", "  ", "a\u202eb", "<b>", "-", "x" * (LONGEST + 1), "a;b", "\ud800"])
def test_what_is_no_tag_is_refused(typed: str) -> None:
    """Controls, markup and long texts are no tags."""
    with pytest.raises(UsageError) as refused:
        tag_of(typed)
    assert refused.value.code == "tag_invalid"


def test_own_words_never_enter_the_chain(console: Console) -> None:
    """The closed list is logged by code, the team's own words as ``own``."""
    actor = console.actor()
    assert console.tags.tag(1, "VIP", actor)
    assert not console.tags.tag(1, "vip", actor)
    assert console.tags.tag(1, "grand compte", actor)
    assert {one.tag for one in console.tags.of(1)} == {"grand compte", "vip"}
    assert console.tags.known() == [*KNOWN, "grand compte"]
    assert console.tags.untag(1, "grand compte", actor)
    assert not console.tags.untag(1, "grand compte", actor)
    found = entries(console)
    assert [(one["event"], one["params"]) for one in found] == [
        ("author_tagged", {"tag": "vip"}),
        ("author_tagged", {"tag": "own"}),
        ("author_untagged", {"tag": "own"}),
    ]
    assert "grand" not in json.dumps(found)
    assert all("author" in one["commitments"] for one in found)  # type: ignore[operator]


def test_limits_and_roles(console: Console) -> None:
    """No more than a dozen; an auditor tags nobody; an author must exist."""
    actor = console.actor()
    for number in range(MOST_TAGS):
        console.tags.tag(1, f"t{number}", actor)
    with pytest.raises(UsageError) as full:
        console.tags.tag(1, "vip", actor)
    assert full.value.code == "tags_full"
    with pytest.raises(NotAllowed):
        console.tags.untag(1, "t1", Actor("eve", Role.AUDITOR, actor.os_user))
    with pytest.raises(NotFound):
        console.tags.tag(99, "vip", actor)
