"""The command palette: groups, both languages, authors looked up behind the typing, settings, reasons, last used first."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import Qt

from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, insult, shared  # noqa: F401  fixtures
from tests.ui.queue_desk import desk as plain_desk  # noqa: F401  fixture
from ui.views.palette_find import Command, find, folded, rank

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(plain_desk: Desk) -> Desk:  # noqa: F811
    """The desk with nothing used yet."""
    plain_desk.window.palette_box.used.clear()
    return plain_desk


def _open(desk: Desk, text: str = "") -> list[Command]:
    desk.press(Qt.Key.Key_K, CONTROL)
    assert desk.window.palette_box.isVisible()
    desk.type(text)
    return desk.window.palette_box.rows.found


def _close(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Escape)
    assert not desk.window.palette_box.isVisible()


def test_ranking() -> None:
    """A beginning before a word, a word before a part, a part before letters in order; accents are no difference."""
    keep, later = Command("a", "A", "", "Garder"), Command("b", "A", "", "Plus tard", other="Later")
    due = Command("c", "A", "", "Échéance proche", other="Due soon")
    assert rank("gar", keep) == 0
    assert rank("tard", later) == 1
    assert rank("late", later) == 0
    assert rank(folded("ÉCHÉ"), due) == 0
    assert rank("ech pro", due) == 2
    assert rank("ptd", later) == 4
    assert rank("zzz", due) == -1
    named = Command("d", "A", "", "Hide", about="Nathan R., “Sonia on…”")
    assert rank("hide nath", named) == 2
    assert rank("sonia", named) == 2


def test_groups_stay_together_and_last_used_comes_first() -> None:
    """The group of the best answer first; among equals what was used last."""
    rows = [
        Command("a", "Actions", "", "Mask"),
        Command("b", "Views", "", "Masks of all"),
        Command("c", "Actions", "", "Unmask"),
    ]
    assert [one.id for one in find("mask", rows, {})] == ["a", "c", "b"]
    assert [one.id for one in find("mask", rows, {"b": 3})] == ["b", "a", "c"]
    assert [one.id for one in find("", rows, {"c": 1, "b": 2})] == ["b", "c", "a"]


def test_the_comment_is_named(desk: Desk) -> None:
    """Actions on the comment in front say whose it is and how it begins; nothing of a masked one."""
    card = desk.go_to(lambda one: insult(one) and not one.masked)
    found = {one.id: one for one in _open(desk)}
    hide = found["decide.hide"]
    assert hide.about.startswith(card.author.lstrip("@")[:3]) or card.author in hide.about
    assert "“" in hide.about
    assert found["decide.block"].refusal
    assert found["app.palette" if "app.palette" in found else "app.search"].about == ""
    _close(desk)
    desk.go_to(lambda one: one.masked)
    assert "“" not in {one.id: one for one in _open(desk)}["decide.hide"].about
    _close(desk)


def test_both_languages_in_both_windows(desk: Desk) -> None:
    """A French word in an English window, and the other way round."""
    desk.go_to(insult)
    assert _open(desk, "masquer")[0].id == "decide.hide"
    _close(desk)
    assert _open(desk, "echeance")[0].id == "view.due_soon"
    _close(desk)
    desk.preferences.change(language="fr")
    desk.wait(lambda: desk.queue.bar.buttons.by_action["hide"].word == "Masquer" and desk.armed())
    assert _open(desk, "hide")[0].id == "decide.hide"
    _close(desk)


def test_it_stays_within_a_window_that_gets_smaller(desk: Desk) -> None:
    box, window = desk.window.palette_box, desk.window
    desk.press(Qt.Key.Key_K, CONTROL)
    desk.wait(box.isVisible)
    try:
        window.resize(960, 600)
        desk.wait(lambda: window.rect().contains(box.geometry()))
    finally:
        window.resize(1440, 900)
        box.hide()


def test_views_have_their_counts(desk: Desk) -> None:
    """And lead there."""
    found = _open(desk, "praise")
    assert found[0].id == "view.praise"
    assert str(desk.window.rail.button("praise").item.count) in found[0].word
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.feed.view == "praise" and desk.queue.feed.ready)


def test_settings_are_changed_from_it(desk: Desk) -> None:
    """One that is in force says so; picked again nothing changes."""
    found = _open(desk, "look dark")
    assert found[0].id == "set.theme.dark"
    desk.press(Qt.Key.Key_Return)
    assert desk.preferences.settings.theme == "dark"
    assert _open(desk, "look dark")[0].refusal == "as it is now"
    _close(desk)


def test_authors_come_behind_the_typing(desk: Desk) -> None:
    """Looked up off the GUI thread; picked, everything kept of that author is the list."""
    card = desk.go_to(insult)
    name = card.author.lstrip("@")
    _open(desk, name)
    rows = desk.window.palette_box.rows
    desk.wait(lambda: any(one.id.startswith("author.") for one in rows.found))
    row = next(at for at, one in enumerate(rows.found) if one.id.startswith("author."))
    assert rows.found[row].group == "Authors"
    assert "comment" in rows.found[row].word
    for _ in range(row):
        desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.feed.author is not None and desk.queue.feed.ready and desk.armed())
    authors = {card.author for card in map(desk.card, range(desk.queue.model.rowCount())) if card}
    assert authors == {card.author}
    desk.window.run("view.inbox")
    desk.wait(lambda: desk.queue.feed.author is None and desk.queue.feed.ready and desk.armed())


def test_what_cannot_be_done_answers_with_its_reason(desk: Desk) -> None:
    """A refused block from the palette: the strip says what is missing; without a comment the strip below does."""
    desk.go_to(insult)
    assert _open(desk, "block")[0].refusal
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.bar.asking == "refused:block")
    desk.press(Qt.Key.Key_Escape)
    desk.queue.feed.search("zzzqqqxx")
    desk.wait(lambda: not desk.queue.list.showing_list)
    desk.queue.focus_list()
    assert _open(desk, "hide")[0].refusal == "no comment is in front"
    desk.press(Qt.Key.Key_Return)
    assert "No comment was in front" in desk.strip()
    desk.queue.feed.search("")
    desk.wait(lambda: desk.queue.list.showing_list and desk.armed())


def test_the_last_used_comes_first(desk: Desk) -> None:
    """Opened again without typing."""
    _open(desk, "look dark")
    desk.press(Qt.Key.Key_Return)
    assert _open(desk)[0].id == "set.theme.dark"
    _close(desk)


def test_with_cards_marked_a_decision_names_them(desk: Desk) -> None:
    """Three marked: Keep says so and leads to the preview of three; what is for one alone says why not, a note stays its."""
    desk.queue.feed.fold(False)
    desk.wait(lambda: desk.queue.feed.ready and desk.armed())
    for _ in range(3):
        desk.press(Qt.Key.Key_X)
        desk.press(Qt.Key.Key_J)
        desk.wait(desk.armed)
    assert desk.queue.selection.count == 3
    author = desk.queue.armed().card.author  # type: ignore[union-attr]
    found = {one.id: one for one in _open(desk)}
    assert found["decide.keep"].about == "3 marked"
    assert found["reason.hide"].about == "3 marked"
    assert found["decide.reply"].refusal
    assert author in found["look.note"].about
    desk.type("keep 3")
    assert desk.window.palette_box.rows.found[0].id == "decide.keep"
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.covered and desk.queue.bulk.page.preview is not None)
    assert len(desk.queue.bulk.page.preview.ids) == 3  # type: ignore[union-attr]
    desk.queue.uncover()
    desk.queue.selection.clear()
    desk.queue.focus_list()
    desk.wait(desk.armed)
    assert {one.id: one for one in _open(desk)}["decide.keep"].about != "3 marked"
    desk.queue.selection.take_all(array("q", list(desk.queue.model.ids())[:3]))
    desk.window.palette_box._pick("decide.keep")
    desk.wait(lambda: "The list has moved on" in desk.strip())
    assert not desk.queue.covered
    desk.queue.selection.clear()
    desk.queue.feed.fold(True)


def test_words_that_name_no_command_are_looked_for_in_the_comments(desk: Desk) -> None:
    """The last line of help: Enter searches; and what has no key is found by its name."""
    assert [one.id for one in _open(desk, "zzqq")] == ["search.zzqq"]
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.feed.text == "zzqq" and desk.queue.feed.ready)
    assert desk.queue.feed.view == "all"
    desk.window.show_place("inbox")
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount())
