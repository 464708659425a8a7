"""The page where leads write saved replies and statements, and everybody reads them."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from console.domain.vocabulary import Role
from console.runtime.connections import memory_only
from console.services.roles import Actor
from tests.ui.team_desk import TeamDesk
from ui.views.saved_replies import SavedRepliesView


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[TeamDesk]:
    """A lead's window with the team's pages."""
    before = set(threading.enumerate())
    made = TeamDesk(tmp_path_factory.mktemp("team"), qapp, memory_only())
    made.seed()
    yield made
    made.close()
    made.wait(lambda: not [t.name for t in threading.enumerate() if t not in before and t.is_alive()])


@pytest.fixture(autouse=True)
def _no_thread_left() -> None:
    """The module's one desk opens threads when it needs them: they are counted once, when it closes."""


def _page(team: TeamDesk) -> SavedRepliesView:
    team.window.activateWindow()
    team.wait(team.window.isActiveWindow)
    team.window.show_place("replies")
    page = team.window.room("replies")
    assert isinstance(page, SavedRepliesView)
    team.wait(lambda: page.table.cells.rowCount() >= 15)
    page.show_tab("replies")
    return page


def _choose(page: SavedRepliesView, name: str) -> None:
    page.table.choose(page._shown.index(name))


def test_a_lead_writes_a_reply_sees_its_length_and_what_is_wrong(team: TeamDesk) -> None:
    page = _page(team)
    page.start_new()
    form = page.form
    assert team.app.focusWidget() is form.id
    form.id.setText("Bad Id")
    form.titles["fr"].setText("Horaires")
    form.texts["fr"].setPlainText("Ouvert {days}." + "x" * 300)
    assert "314 / 300" in form.text_fields["fr"].help.text()
    form.save.click()
    team.wait(form.notice.isVisible)
    assert form.notice.title.text() == "This short name cannot be used."
    form.id.setText("shop.hours")
    form.texts["fr"].setPlainText("Ouvert {days}.")
    form.categories["question"].setChecked(True)
    form.save.click()
    team.wait(lambda: "shop.hours" in page._shown)
    saved = team.console.replies.get("shop.hours")
    assert (saved.categories, list(saved.variants)) == (("question",), ["fr"])
    team.wait(lambda: page._current == "shop.hours")
    assert not form.notice.isVisible()
    assert form.save.reason == "Nothing was changed."


def test_a_bundled_reply_is_rewritten_removed_and_comes_back(team: TeamDesk) -> None:
    page = _page(team)
    _choose(page, "thanks.praise")
    form = page.form
    original = form.texts["en"].toPlainText()
    form.texts["en"].setPlainText("Thank you, all of us.")
    _choose(page, "thanks.idea")  # looks at another one meanwhile
    assert form.texts["en"].toPlainText() != "Thank you, all of us."
    _choose(page, "thanks.praise")
    assert form.texts["en"].toPlainText() == "Thank you, all of us."
    form.save.click()
    team.wait(lambda: team.console.replies.get("thanks.praise").origin == "replaced")
    team.wait(form.as_it_came.isVisible)
    form.remove.click()
    team.wait(form.restore.isVisible)
    assert team.console.replies.get("thanks.praise").removed
    form.restore.click()
    team.wait(form.remove.isVisible)
    form.as_it_came.click()
    team.wait(lambda: form.texts["en"].toPlainText() == original)
    assert team.console.replies.get("thanks.praise").origin == "bundled"


def test_statements_are_added_found_and_taken_out_of_force(team: TeamDesk) -> None:
    page = _page(team)
    page.show_tab("statements")
    tab = page.statements
    assert tab.add.reason == "Nothing written yet."
    tab.text.setPlainText("La garantie est de 2 ans.")
    tab.topic.setText("Garantie")
    tab.day.setText("12/11/2026")
    tab.add.click()
    assert tab.day_field.help.text() == "Write year, month and day: 2026-11-12."
    tab.day.setText("2026-09-12")
    tab.add.click()
    team.wait(lambda: tab.table.cells.rowCount() == 1)
    assert tab.words.text() == "La garantie est de 2 ans."
    assert tab.text.toPlainText() == ""
    tab.search.setText("livraison")
    team.wait(tab.empty.isVisible)
    tab.search.setText("garantie")
    team.wait(lambda: tab.table.cells.rowCount() == 1)
    tab.retire.click()
    team.wait(lambda: team.console.replies.statements() == ())
    team.wait(lambda: not tab.retire.isVisible())
    tab.search.clear()


def test_a_moderator_reads_and_is_told_who_writes(team: TeamDesk) -> None:
    kim = Actor("Kim", Role.MODERATOR, "tester")
    page = SavedRepliesView(team.console, team.bridge, kim, team.preferences.look, team.clock)
    page.show()
    try:
        team.wait(lambda: page.table.cells.rowCount() >= 15)
        assert page.form.save.reason == "This needs a lead."
        assert page.form.texts["fr"].isReadOnly()
        assert page.new.reason == "This needs a lead."
        page.show_tab("statements")
        assert not page.statements.add.isVisible()
    finally:
        page.close()
        page.deleteLater()


def test_a_sent_reply_is_kept_as_a_statement(team: TeamDesk) -> None:
    queue = team.window.queue
    said: list[str] = []
    queue.spoke.connect(said.append)
    team.window.show_place("inbox")
    team.wait(lambda: queue.armed() is not None)
    assert "app.replies" in {one.id for one in team.window.commands()}
    queue.looking.keep_statement()
    team.wait(lambda: "No reply of ours has been sent here yet." in said)
