"""Near-duplicates in a workspace: who joins whom, edits, what a person takes out, folded views, bounded work."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.errors import NotAllowed, NotFound
from console.domain.likeness import Traits, compare, traits
from console.domain.vocabulary import Role
from console.services import alike
from console.services.alike import Alike, Placed, difference, place
from console.services.alike_views import Group, fold
from console.services.policies import Policies
from console.services.roles import Actor
from console.services.triage import Triage
from console.store import QueueFilter, Store
from tests.support.bench import ANA, LEA, read_texts
from tests.support.workspaces import Clock, add_channel, comment, open_store, take_in

GIFT = "Congrats!! Your FREE Nova 2 is waiting for you -> lormel-gifts.example"
OTHER_LINK = "Congrats!! Your FREE Nova 2 is waiting for you -> win-a-nova.example"
REWORDED = "Congrats!! Your FREE Nova 2 is waiting here for you friend -> lormel-gifts.example"
CRITIC = "The handle of my kettle came off after a month of use and nobody answers"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty workspace with a practice channel (number 1)."""
    opened = open_store(tmp_path / "w.vigie", Clock())
    add_channel(opened)
    yield opened
    assert opened.close()


def put(store: Store, *texts: str, start: int = 1) -> list[int]:
    """Comments as intake stores them: in no group."""
    ids = take_in(store, 1, *(comment(start + at, text) for at, text in enumerate(texts)))
    assert groups(store, ids) == [None] * len(ids)
    return ids


def placed(store: Store, ids: list[int]) -> set[int]:
    """Place comments as triage does."""

    def work(tx: object) -> set[int]:
        rows = [(one, tx.likeness.text(one)) for one in ids]  # type: ignore[attr-defined]
        return place(tx, [Placed(one, read[0], traits(read[1])) for one, read in rows])  # type: ignore[arg-type]

    return store.write(work).result()


def groups(store: Store, ids: list[int]) -> list[int | None]:
    """The group of each."""
    return [store.read(lambda r, one=one: r.likeness.group_of(one)) for one in ids]  # type: ignore[misc]


def view(store: Store, wanted: QueueFilter | None = None) -> tuple[array[int], dict[int, Group]]:
    """The inbox, folded."""
    return store.read(lambda r: fold(r, r.queues.ids(wanted or QueueFilter(order="oldest"))))


def test_a_wave_becomes_one_group_and_what_differs_stays_alone(store: Store) -> None:
    ids = put(store, GIFT, CRITIC, OTHER_LINK, REWORDED, "merci", GIFT.upper(), "Merci !", "non merci")
    assert placed(store, ids) == {ids[0], ids[2], ids[3], ids[4], ids[5], ids[6]}
    one, critic, link, said, thanks, loud, again, no = groups(store, ids)
    assert {one, link, said, loud} == {ids[0]}
    assert {thanks, again} == {ids[4]}
    assert (critic, no) == (None, None)


def test_placing_twice_changes_nothing(store: Store) -> None:
    ids = put(store, GIFT, GIFT)
    placed(store, ids)
    assert placed(store, ids) == set()


def test_an_edit_leaves_at_once_and_the_new_text_finds_its_own(store: Store) -> None:
    ids = put(store, GIFT, OTHER_LINK, GIFT, CRITIC)
    placed(store, ids)
    take_in(store, 1, comment(1, CRITIC + "!"))  # the founder becomes something else
    assert groups(store, ids)[0] is None, "until it is read again nothing may be decided with the group"
    placed(store, ids)
    first, second, third, critic = groups(store, ids)
    assert second == third is not None
    assert first == critic is not None
    assert first != second
    newer = put(store, REWORDED, start=9)
    placed(store, newer)
    assert groups(store, newer) == [second], "another one leads to the group now"


def test_a_group_of_one_is_none(store: Store) -> None:
    ids = put(store, GIFT, GIFT)
    placed(store, ids)
    take_in(store, 1, comment(2, CRITIC))
    placed(store, ids)
    assert view(store)[1] == {}


def test_what_a_person_takes_out_stays_out(store: Store) -> None:
    ids = put(store, GIFT, GIFT, REWORDED, GIFT)
    placed(store, ids)
    Alike(store).take_out(ids[0], ANA)
    assert groups(store, ids)[0] is None
    placed(store, ids)
    assert groups(store, ids)[0] is None
    newer = put(store, GIFT, OTHER_LINK, start=9)
    placed(store, newer)
    assert set(groups(store, [*ids[1:], *newer])) == {ids[0]}, "the group keeps its number"
    take_in(store, 1, comment(1, CRITIC))
    placed(store, [ids[0], *put(store, CRITIC, start=20)])
    assert groups(store, [ids[0]]) not in ([None], [ids[0]]), "another text of it is compared anew"
    assert sorted(group.total for group in view(store)[1].values()) == [2, 5]


def test_who_may_take_out(store: Store) -> None:
    ids = put(store, GIFT)
    with pytest.raises(NotFound):
        Alike(store).take_out(999, ANA)
    with pytest.raises(NotAllowed):
        Alike(store).take_out(ids[0], Actor("zoe", Role.AUDITOR, "tester"))


def test_a_view_shows_the_first_of_each_and_counts_only_its_own(store: Store) -> None:
    ids = put(store, CRITIC, GIFT, GIFT, "Is it repairable at home by anybody?", REWORDED, OTHER_LINK)
    placed(store, ids)
    shown, found = view(store)
    assert list(shown) == [ids[0], ids[1], ids[3]]
    group = found[ids[1]]
    assert (group.total, group.authors, group.posts, list(group.members)) == (
        4,
        4,
        1,
        [ids[one] for one in (1, 2, 4, 5)],
    )
    store.write(lambda tx: tx.comments.set_flags(ids[1], state=4)).result()
    shown, found = view(store)
    assert list(shown) == [ids[0], ids[2], ids[3]]
    assert found[ids[2]].total == 3


def test_criticism_and_abuse_are_never_one_decision(store: Store) -> None:
    ids = put(store, CRITIC, CRITIC, CRITIC, CRITIC)
    placed(store, ids)

    def work(tx: object) -> None:
        for one, category in zip(ids, ("constructive_criticism", "insult") * 2, strict=True):
            tx.comments.set_flags(one, category=category)  # type: ignore[attr-defined]

    store.write(work).result()
    shown, found = view(store)
    assert list(shown) == ids[:2]
    assert {one: list(group.members) for one, group in found.items()} == {
        ids[0]: [ids[0], ids[2]],
        ids[1]: [ids[1], ids[3]],
    }


def test_how_a_group_differs(store: Store) -> None:
    ids = put(store, OTHER_LINK, GIFT, GIFT, REWORDED, GIFT)
    placed(store, ids)
    info = store.read(lambda r: difference(r, ids))
    assert (info.total, info.authors, info.posts, info.typical) == (5, 5, 1, ids[1])
    assert info.kinds == {"exact": 3, "link": 1, "reworded": 1}
    assert [(one.comment_id, one.count, one.kind) for one in info.texts] == [
        (ids[3], 1, "reworded"),
        (ids[0], 1, "link"),
        (ids[1], 3, "exact"),
    ]
    assert 0.7 <= info.texts[0].similarity < 1.0
    assert info.texts[0].author == "Name a4"
    assert store.read(lambda r: difference(r, [])).total == 0


def test_triage_places_what_it_reads_and_says_so(store: Store) -> None:
    policies = Policies(store)
    from console import paths

    policies.ensure(paths.resources() / "policies" / "default.en.toml", LEA)
    triage = Triage(store, policies)
    text = "Come and play at our casino tonight, first bet is free -> {}.example"
    ids = put(store, text.format("lucky"), text.format("luckier"), CRITIC)
    assert triage.run(read_texts) == 3
    assert groups(store, ids) == [ids[0], ids[0], None]
    late = put(store, text.format("luckiest"), start=9)
    told: list[int] = []
    store.listen(
        lambda changes: told.extend(
            one for change in changes if change.what == "proposals" for one in change.ids
        )
    )
    triage.run(read_texts)
    assert set(groups(store, late)) == {ids[0]}
    assert told == late


def test_what_was_read_before_there_were_groups_is_placed_in_the_background(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alike, "_FILL", 2)
    ids = put(store, GIFT, CRITIC, OTHER_LINK, GIFT, GIFT)
    policies = Policies(store)
    from console import paths

    policies.ensure(paths.resources() / "policies" / "default.en.toml", LEA)
    with monkeypatch.context() as before:
        before.setattr("console.services.triage.place", lambda tx, texts: set())
        Triage(store, policies).run(read_texts)
    unread = put(store, GIFT, start=20)
    rounds = 0
    while Alike(store).fill():
        rounds += 1
        assert rounds < 10
    assert rounds == 3
    assert groups(store, ids) == [ids[0], None, ids[0], ids[0], ids[0]]
    assert groups(store, unread) == [None], "triage places it when it reads it"


def test_a_wave_costs_each_new_copy_one_look(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many copies there are, at most six texts are compared in full, and only founders have bands."""
    compared: list[int] = []

    def counting(one: Traits, other: Traits) -> str:
        compared.append(1)
        return compare(one, other)

    monkeypatch.setattr(alike, "compare", counting)
    prices = [
        f"Only today: this wonderful kettle costs {number} euros in our own little shop"
        for number in range(60)
    ]
    placed(store, put(store, *prices, start=1000))
    before = len(compared)
    assert before <= 60 * alike.CANDIDATES
    wave = put(store, *(f"{GIFT[:-8]}{number}.example" for number in range(300)))
    placed(store, wave)
    assert len(set(groups(store, wave))) == 1
    assert len(compared) - before <= 300 * 2
    bands = store.read(lambda r: len(r.likeness.near(traits(GIFT).bands, 1000)))
    assert bands == 1


def test_opposites_never_meet_in_a_workspace(store: Store) -> None:
    ids = put(
        store,
        "Je recommande cette marque à tout le monde",
        "Je ne recommande pas cette marque à tout le monde",
    )
    placed(store, ids)
    assert groups(store, ids) == [None, None]
