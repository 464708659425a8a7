"""Filters typed in a search: taken apart, held against plain conditions over a real store, unknown ones left as words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.domain.vocabulary import Role
from console.services.roles import Actor
from console.services.typed_search import Term, resolved, taken_apart, without
from console.store import QueueFilter, Store
from tests.support.workspaces import START, Clock, add_channel, comment, open_store, take_in

ANA = Actor("Ana", Role.MODERATOR, "ana")
ALL = QueueFilter(())


@pytest.mark.parametrize(
    ("text", "words", "terms"),
    [
        ("author:nathan prix", "prix", [("author", "nathan")]),
        ('auteur:"Nathan R." tag:VIP', "", [("author", "Nathan R."), ("tag", "vip")]),
        ("Étiquette:journaliste canal:face est:retard", "", [("tag", "journalist"), ("channel", "face"), ("is", "late")]),
        ("lang:FR est:moi is:masked", "", [("lang", "fr"), ("is", "mine"), ("is", "masked")]),
        ("is:weird colour:red http://a.example", "is:weird colour:red http://a.example", []),
        ("lang:klingon author: a:b", "lang:klingon author: a:b", []),
        ('say "author:x y"', 'say "author:x y"', []),
        ("-author:nathan", "-author:nathan", []),
        ("plain  words", "plain  words", []),
    ],
)  # fmt: skip
def test_a_search_is_taken_apart(text: str, words: str, terms: list[tuple[str, str]]) -> None:
    found = taken_apart(text)
    assert found.words == words
    assert [(one.key, one.value) for one in found.terms] == terms


def test_a_term_is_dropped_from_the_words() -> None:
    assert without("prix author:nathan cher", "author:nathan") == "prix cher"
    assert taken_apart("x tag:vip").terms == (Term("tag", "vip", "tag:vip"),)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Forty comments by four authors on two channels, in two languages."""
    made = open_store(Path(tmp_path_factory.mktemp("typed")) / "w.vigie", Clock())
    for name in ("one", "two"):
        take_in(
            made,
            add_channel(made, name=name),
            *(
                comment(f"{name}{n}", f"text {n}", author=f"nathan{n % 4}", language="fr" if n % 2 else "en")
                for n in range(20)
            ),
        )
    yield made
    assert made.close()


def _ids(store: Store, text: str) -> list[int]:
    return store.read(lambda r: list(r.queues.ids(resolved(r, replace(ALL, text=text), ANA, START))))


def _rows(store: Store, text: str) -> list[tuple[str, str, str]]:
    ids = _ids(store, text)
    return store.read(
        lambda r: [
            (one.author_name or one.author_handle, one.language or "", one.text)
            for one in r.comments.rows(ids)
        ]
    )


def test_authors_channels_and_languages(store: Store) -> None:
    every = store.read(lambda r: r.comments.rows(r.queues.ids(ALL)))
    assert len(every) == 40
    name = every[0].author_name or every[0].author_handle
    one = _ids(store, f'author:"{name}"')
    assert set(one) == {int(c.id) for c in every if name in (c.author_name, c.author_handle)}
    assert len(_ids(store, "author:nathan")) == 40
    assert _ids(store, "author:nobody-here") == []
    assert len(_ids(store, "channel:one")) == 20
    assert len(_ids(store, "channel:one channel:two")) == 0
    assert _ids(store, "channel:elsewhere") == []
    assert {c[1] for c in _rows(store, "lang:fr")} == {"fr"}
    assert len(_ids(store, "channel:two lang:en author:nathan")) == 10
    assert {c[2] for c in _rows(store, '"text 7" author:nathan')} == {"text 7"}


def test_states_of_a_comment(store: Store) -> None:
    ids = _ids(store, "")
    store.write(lambda tx: tx.comments.set_flags(ids[0], assignee="Ana")).result(5)
    store.write(lambda tx: tx.comments.set_flags(ids[1], severity=5)).result(5)
    assert _ids(store, "is:mine") == [ids[0]]
    assert _ids(store, "is:masked") == [ids[1]]
    assert _ids(store, "is:late") == []
    wanted = store.read(lambda r: resolved(r, replace(ALL, text="is:late", due_before=START + 9), ANA, START))
    assert wanted.due_before == START
    mine = store.read(lambda r: resolved(r, replace(ALL, text="is:mine", assignee="Zoe"), ANA, START))
    assert store.read(lambda r: list(r.queues.ids(mine))) == []
