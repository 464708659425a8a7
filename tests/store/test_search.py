"""Search: parts of words with accents folded, notes, replies, phrases, and an index that follows edits and erasure."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.store import QueueFilter, Store
from console.store.sqlite import search
from console.store.sqlite.search import fold, parse
from tests.support.workspaces import add_channel, comment, raw, take_in


def found(store: Store, text: str, **more: object) -> list[int]:
    wanted = QueueFilter((), text=text, **more)  # type: ignore[arg-type]
    return sorted(store.read(lambda r: r.queues.search(wanted)).ids)


def index(store: Store) -> None:
    while store.write(lambda tx: tx.search.index_parts(2)).result():
        pass


@pytest.fixture
def texts(store: Store, channel: int) -> list[int]:
    ids = take_in(
        store,
        channel,
        comment(1, "Pas encore REMBOURSÉE, c’est long"),
        comment(2, "Œuvre d’art à Besançon", author="ana.b"),
        comment(3, "le remboursement est là"),
    )
    index(store)
    return list(ids)


def test_a_part_of_a_word_is_found_with_and_without_accents(store: Store, texts: list[int]) -> None:
    one, two, three = texts
    assert found(store, "rembours") == [one, three]
    assert found(store, "oursé") == [one, three]
    assert found(store, "URSEE") == found(store, "ursée") == [one]
    assert found(store, "oeuv") == [two]
    assert found(store, "sanc") == [two]
    assert found(store, "ncore ong") == [one]  # each word may stand inside another
    assert found(store, "oursx") == []


def test_parts_that_stand_apart_are_not_taken_for_a_word(store: Store, channel: int) -> None:
    """The index knows three letters at a time; only the text tells whether they follow one another."""
    take_in(store, channel, comment(1, "abcd bcde"))
    index(store)
    assert found(store, "abcde") == []


def test_what_is_not_indexed_yet_is_found_by_its_words(store: Store, texts: list[int], channel: int) -> None:
    (four,) = take_in(store, channel, comment(4, "remboursez-moi"))
    assert found(store, "remboursez") == [four]
    assert found(store, "rembours") == sorted([texts[0], texts[2], four])  # as a beginning
    assert found(store, "boursez") == []
    index(store)
    assert found(store, "boursez") == [four]


def test_an_edit_moves_the_parts(store: Store, texts: list[int], channel: int) -> None:
    take_in(store, channel, comment(1, "Tout va bien maintenant"))
    assert found(store, "oursé") == [texts[2]]
    assert found(store, "tenan") == [texts[0]]
    with raw(store.path) as db:
        left = db.execute(
            "SELECT rowid FROM comments_part_fts WHERE comments_part_fts MATCH 'our'"
        ).fetchall()
    assert [row[0] for row in left] == [texts[2]]


def test_forgotten_comments_are_in_no_index(store: Store, texts: list[int], path: Path) -> None:
    store.write(lambda tx: tx.search.forget([texts[0], texts[1]])).result()
    store.write(lambda tx: tx.search.settle()).result()
    assert found(store, "ursée") == found(store, "besançon") == []
    assert found(store, "remboursement") == [texts[2]]
    with raw(path) as db:
        for table in ("comments_fts", "comments_part_fts"):
            db.execute(f"CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, {table}, row)")
            terms = {row[0] for row in db.execute("SELECT term FROM temp.words")}
            db.execute("DROP TABLE temp.words")
            assert terms
            assert not {one for one in terms if one.startswith(("bes", "remboursee", "see"))}, terms


def test_notes_and_replies_are_searched_and_said_so(store: Store, texts: list[int]) -> None:
    one, two, three = texts
    store.write(
        lambda tx: tx.shared.add_note("ana", "a suivre de près", 1, comment_id=one, author_id=None)
    ).result()
    author = store.read(lambda r: r.comments.get(two)).author_id  # type: ignore[union-attr]
    store.write(
        lambda tx: tx.shared.add_note("ana", "cliente fidèle", 1, comment_id=None, author_id=author)
    ).result()
    store.write(
        lambda tx: tx.decisions.add(
            comment_id=three,
            author_id=1,
            action="reply",
            actor="ana",
            os_user="t",
            role="lead",
            created_at=1,
            category="question",
            severity=0,
            shown_revision=1,
            audit_sequence=0,
            state="done",
            text="Nous avons répondu par courrier",
        )
    ).result()

    def places(text: str) -> dict[int, str]:
        return dict(store.read(lambda r: r.queues.search(QueueFilter((), text=text))).places)

    assert places("près") == {one: search.NOTE}
    assert places("fidele") == {two: search.NOTE}
    assert places("courrier") == {three: search.REPLY}
    assert places("ana") == {two: search.AUTHOR}
    assert places("remboursement") == {}
    assert found(store, "courrier") == [three]


def test_a_phrase_and_a_minus(store: Store, texts: list[int]) -> None:
    one, _two, three = texts
    assert found(store, '"encore remboursée"') == [one]
    assert found(store, '"remboursée encore"') == []
    assert found(store, "rembours -encore") == [three]
    assert found(store, 'rembours -"est la"') == [one]
    assert found(store, "-encore") == []  # nothing is asked for


def test_more_than_can_be_given_is_said(store: Store, channel: int, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = take_in(store, channel, *(comment(number, "le même mot") for number in range(30)))
    few = store.read(lambda r: r.queues.search(QueueFilter((), text="même"), 10))
    assert few.cut
    assert sorted(few.ids) == sorted(ids)[-10:]
    assert not store.read(lambda r: r.queues.search(QueueFilter((), text="même"), 30)).cut
    monkeypatch.setattr(search, "LOOKED_AT", 20)
    assert store.read(lambda r: r.queues.search(QueueFilter((), text="même"))).cut


def test_the_view_is_asked_before_the_limit_cuts(store: Store, channel: int) -> None:
    """A rare comment of the view is found although thousands elsewhere hold the same words."""
    other = add_channel(store, name="other")
    (rare,) = take_in(store, channel, comment("first", "le même mot"))
    take_in(store, other, *(comment(f"o{number}", "le même mot") for number in range(40)))
    wanted = QueueFilter((), text="même", channel_id=channel)
    few = store.read(lambda r: r.queues.search(wanted, 10))
    assert list(few.ids) == [rare]
    assert not few.cut


@pytest.mark.parametrize(
    "text", ["Remboursée", "ŒUVRE", "Straße", "naïve ", "ﬁn", "İstanbul", "Ελλάδα", "مرحبا"]
)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_typed_words_are_read() -> None:
    query = parse('pas "de retour" -spam l’art')
    assert query.terms == (("pas",), ("de", "retour"), ("l",), ("art",))
    assert query.never == (("spam",),)
    assert query.expression() == '"pas" AND "de retour" AND "l" AND "art"* NOT "spam"'
