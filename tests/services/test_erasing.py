"""Everything that is kept of a person goes with them, from the file too, and nothing of anybody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.domain.errors import DomainError, NotAllowed, NotFound
from console.domain.vocabulary import CommentState
from console.services.assigning import Assigning
from console.services.erasing import COUNTS, Erasing, forget_traces
from console.services.notes import Notes
from console.services.tags import Tags
from console.store import AuditFilter, QueueFilter, Tx
from tests.support.bench import ANA, LEA, Bench

WAVE = "Congratulations, your free camera is waiting for you, claim your present today"


def found(bench: Bench, text: str) -> set[int]:
    asked = QueueFilter(states=tuple(CommentState), text=text)
    return set(bench.store.read(lambda r: r.queues.ids(asked)))


def test_the_traces_of_an_author_go_and_those_of_the_others_stay(bench: Bench) -> None:
    gone, more, kept, third = (
        bench.comment(WAVE, "gus"),
        bench.comment("Where is my parcel?", "gus"),
        bench.comment(WAVE, "ann"),
        bench.comment(WAVE, "bob"),
    )
    author, other = int(gone.author_id), int(kept.author_id)
    for one in (author, other):
        Tags(bench.store).tag(one, "vip", LEA)

    def write(tx: Tx) -> None:
        while tx.search.index_parts():
            pass
        for one in (more, kept):
            tx.shared.keep_draft(int(one.id), "ana", "Hello", tx.now)
            tx.shared.add_note("ana", "called twice", tx.now, comment_id=int(one.id), author_id=None)
            tx.shared.add_note("ana", "known well", tx.now, comment_id=None, author_id=int(one.author_id))

    bench.store.write(write).result()
    assert found(bench, "camera") == found(bench, "amera") == {gone.id, kept.id, third.id}
    assert found(bench, "called") == {more.id, kept.id}
    group = bench.store.read(lambda r: r.likeness.group_of(int(third.id)))
    assert group is not None

    assert set(bench.store.write(lambda tx: forget_traces(tx, author)).result()) == {gone.id, more.id}

    assert found(bench, "camera") == found(bench, "amera") == {kept.id, third.id}
    assert found(bench, "called") == {kept.id}
    assert found(bench, "well") == {kept.id}
    held = bench.store.read(lambda r: [r.likeness.group_of(int(one.id)) for one in (gone, kept, third)])
    assert held == [None, group, group]
    assert not bench.store.read(lambda r: r.likeness.rows([int(gone.id), int(more.id)]))
    assert bench.store.read(lambda r: r.shared.with_draft([int(more.id), int(kept.id)])) == {kept.id}
    assert bench.store.read(lambda r: (r.tags.of_author(author), len(r.tags.of_author(other)))) == ([], 1)
    late = bench.comment(WAVE, "eve")  # the group goes on without the one that founded it
    assert bench.store.read(lambda r: r.likeness.group_of(int(late.id))) == group


SECRETS = (
    "Gustavson",
    "gusgusgus",
    "zebraquagga",
    "okapiokapi",
    "lynxlynx",
    "murmeltier",
    "axolotlaxolotl",
    "tapirtapir",
)


def everywhere(path: Path) -> set[str]:
    """Which of the words stand anywhere in the workspace's files."""
    files = b"".join(
        one.read_bytes().lower() for one in path.parent.glob(f"{path.name}*") if "practice" not in one.name
    )
    return {one for one in SECRETS if one.lower().encode() in files}


def lived(bench: Bench) -> tuple[int, int]:
    """A person with everything the desk keeps of one: their author's id, and another person's."""
    one = bench.comment("you idiot zebraquagga", "gusgusgus")
    two = bench.comment("zebraquagga hello", "gusgusgus")
    other = bench.comment("hello other", "ann")
    bench.write("I agree", "ann", parent=one.remote_id)
    bench.pull()
    author = int(one.author_id)
    bench.store.write(
        lambda tx: tx._db.execute("UPDATE authors SET name = 'Gustavson' WHERE id = ?", (author,))
    ).result()
    bench.moderation.categorise(int(two.id), "insult", "lynxlynx it is", ANA)
    bench.decide(one, "hide", reason="murmeltier said so")
    bench.decide(two, "reply", "Dear okapiokapi")
    bench.dispatch()
    Tags(bench.store).tag(author, "axolotlaxolotl", ANA)
    Tags(bench.store).untag(author, "axolotlaxolotl", ANA)
    Notes(bench.store).add("tapirtapir", ANA, comment_id=int(one.id), author_id=None)
    Assigning(bench.store).assign(int(other.id), "lead", ANA)
    bench.store.write(lambda tx: tx.shared.keep_draft(int(one.id), "ana", "okapiokapi", tx.now)).result()

    def index(tx: Tx) -> None:
        while tx.search.index_parts():
            pass

    bench.store.write(index).result()
    return author, int(other.author_id)


def test_an_erased_person_stands_nowhere_in_the_file_and_the_log_holds(bench: Bench) -> None:
    author, other = lived(bench)
    bench.pull()  # our reply comes back as a comment of ours, and quotes nobody
    erasing = Erasing(bench.store)
    before = bench.entries()
    seen = erasing.preview(author, LEA)
    assert (seen.done, seen.unfinished) == (False, 0)
    assert set(seen.counts) == set(COUNTS)
    assert [seen.counts[name] for name in ("comments", "notes", "drafts", "strikes")] == [2, 1, 1, 1]
    assert seen.counts["words"] == 2
    assert everywhere(bench.path) >= {"Gustavson", "zebraquagga", "tapirtapir"}
    done = erasing.erase(author, LEA)
    assert (done.done, done.counts, done.entries, done.decisions) == (
        True,
        seen.counts,
        seen.entries,
        seen.decisions,
    )
    assert done.rewritten or bench.store.compact().result()
    left = everywhere(bench.path)
    # Our own reply was pulled from the site: the brand's own words stay, whoever they were said to.
    assert left <= {"okapiokapi"}
    assert bench.entries()[: len(before)] == before
    last = bench.entries()[-1]
    assert (last["event"], last["actor"], last["counts"]["comments"]) == ("author_erased", "lea", 2)
    assert last["params"] == {"author": author}
    assert "commitments" not in last
    assert bench.holds()
    for row in bench.store.read(lambda r: r.audit.find(AuditFilter(), None)):
        held = bench.store.read(lambda r, row=row: r.audit.private(row.sequence))  # type: ignore[misc]
        assert not [one for one in held.values() if "gus" in one.value or "zebra" in one.value]
    kept = bench.store.read(lambda r: r.comments.by_author(other, 10))
    assert sorted(one.text for one in kept) == ["I agree", "hello other"]
    assert found(bench, "zebraquagga") == set()
    gone = bench.store.read(lambda r: r.comments.by_author(author, 10))
    assert {(one.text, one.state, one.author_name, one.author_handle) for one in gone} == {
        ("", CommentState.GONE, "", "")
    }
    assert bench.store.read(lambda r: r.comments.get(kept[0].parent_id or kept[1].parent_id or 0)) in gone
    again = erasing.preview(author, LEA)
    assert sum(again.counts.values()) == again.counts["comments"] == 2


def test_nothing_of_an_erased_person_is_acted_on_or_undone(bench: Bench) -> None:
    author, _ = lived(bench)
    decided = bench.store.read(lambda r: r.decisions.standing_of("ana", 10))
    Erasing(bench.store).erase(author, LEA)
    for one in decided:
        refused = bench.undo(one.id).refusal
        assert refused is not None
        assert refused.code == "undo_gone"
    comment = bench.store.read(lambda r: r.comments.by_author(author, 1))[0]
    for action in ("hide", "block", "mute"):
        refused = bench.decide(comment, action, reason="given").refusal
        assert refused is not None
    assert bench.dispatch() == 0


def test_it_is_for_leads_waits_for_what_is_on_its_way_and_leaves_our_own_accounts(bench: Bench) -> None:
    erasing = Erasing(bench.store)
    one = bench.comment("you idiot", "gus")
    author = int(one.author_id)
    with pytest.raises(NotAllowed):
        erasing.preview(author, ANA)
    with pytest.raises(NotAllowed):
        erasing.erase(author, ANA)
    with pytest.raises(NotFound):
        erasing.erase(999, LEA)
    hide = bench.decide(one, "hide")
    assert erasing.preview(author, LEA).unfinished == 1
    with pytest.raises(DomainError) as waits:
        erasing.erase(author, LEA)
    assert waits.value.code == "erase_unfinished"
    assert bench.again(one).text == "you idiot"
    bench.undo(hide)
    bench.store.write(
        lambda tx: tx._db.execute("UPDATE authors SET ours = 1 WHERE id = ?", (author,))
    ).result()
    with pytest.raises(DomainError) as ours:
        erasing.erase(author, LEA)
    assert ours.value.code == "erase_ours"


def test_backups_beside_the_workspace_are_named(bench: Bench) -> None:
    author = int(bench.comment("hello", "gus").author_id)
    kept = bench.path.with_name(f"{bench.path.name}.v4.bak")
    bench.store.backup(kept)
    assert Erasing(bench.store).preview(author, LEA).backups == (kept.name,)
