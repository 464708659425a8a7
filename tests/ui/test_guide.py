"""Welcome, tour and help: what a newcomer meets, by real keys; nothing is decided behind a note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.policy import load_policy
from console.runtime.connections import memory_only
from console.runtime.reader import EngineReader
from console.store import AuditFilter
from tests.ui.team_desk import TeamDesk
from ui import actions
from ui.action_table import CATEGORY, DECIDE, EVERYWHERE, LATER, LOOK, MOVE
from ui.i18n.words import VIEWS
from ui.models import help_pages
from ui.views import asks
from ui.views.help_view import HelpView
from ui.views.tour import stops

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[TeamDesk]:
    """A workspace that nobody has worked in."""
    made = TeamDesk(tmp_path, qapp, memory_only(), reader=EngineReader())
    yield made
    made.close()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_help_pages_are_the_same_in_both_languages() -> None:
    """Every page exists twice, speaks of the same keys and views, and all of those exist."""
    english = {one.name: _text(one) for one in (HELP / "en").glob("*.md")}
    french = {one.name: _text(one) for one in (HELP / "fr").glob("*.md")}
    assert english.keys() == french.keys()
    assert len(english) >= 10
    known = {row.id for row in actions.all_rows()}
    for name, text in english.items():
        assert sorted(help_pages.fields(text)) == sorted(help_pages.fields(french[name])), name
        for kind, wanted in help_pages.fields(text):
            assert wanted in (VIEWS if kind == "view" else known), (name, wanted)
        assert "{" not in help_pages.fill(text)
    for name, text in french.items():
        plain = re.sub(r"\{[^}]+\}|`[^`]+`", "", text)
        assert not re.search(r"[^\u202f][?!;»]|«[^\u202f]|[^\u00a0]:(?=\s)", plain), name
        assert "—" not in text


def test_the_help_finds_pages_and_shows_keys_in_force(desk: TeamDesk) -> None:
    """Shift+F1 opens the page of the room; typing narrows without accents; keys are those in force."""
    desk.window.show_place("audit")
    desk.window.run("app.help")
    shown = desk.pages.guide.help
    assert isinstance(shown, HelpView)
    assert shown.current == "09-audit-log"
    assert "F7" in shown.page.toPlainText()
    shown.field.setText("blocking step")
    assert shown.current == "03-deciding"
    assert "Shift+G" in shown.page.toPlainText()
    desk.preferences.change(language="fr")
    shown.field.setText("ecran")
    assert shown.current == "03-deciding"
    shown.field.setText("xyzzy")
    assert not shown.current
    assert not shown.none.isHidden()
    assert shown.page.toPlainText() == ""
    shown.keys.click()
    assert not shown.isVisible()
    assert desk.window.cheat_sheet.isVisible()
    desk.window.cheat_sheet.leave()


def test_no_action_on_the_page_of_keys_is_empty(desk: TeamDesk) -> None:
    """Each of the window's actions has a meaning in it, each of the queue's one in the queue: no key for what is not built."""
    window = desk.window
    desk.wait(lambda: window.knows("app.quiet"))
    for row in actions.all_rows():
        if row.context == EVERYWHERE:
            assert window.knows(row.id), row.id
        elif row.context in (MOVE, DECIDE, LOOK):
            assert row.id in window.queue.actions_by_id, row.id
    asked = {f"category.{one}" for one in asks.CHOICES} | {f"later.{one}" for one in asks.TIMES}
    assert asked == {row.id for row in actions.all_rows() if row.context in (CATEGORY, LATER)}


def test_the_tour_takes_the_keys_and_ends_for_good(desk: TeamDesk) -> None:
    """Enter walks the seven notes; G and H behind a note decide nothing; it is not offered again."""
    desk.seed()
    guide = desk.pages.guide
    guide.begin()
    desk.wait(lambda: guide.offer is not None)
    desk.window.queue.feed.reload()
    desk.wait(lambda: desk.window.queue.armed() is not None)
    before = desk.console.store.read(lambda r: len(r.audit.find(AuditFilter(), 100)))
    guide.start_tour()
    tour = guide.tour
    assert tour is not None
    assert guide.offer is None
    for number in range(len(stops(desk.window))):
        assert tour.at == number
        assert tour.title.text() in tour.accessibleName()
        assert desk.window.rect().contains(tour.geometry())
        for key in (Qt.Key.Key_G, Qt.Key.Key_H, Qt.Key.Key_J):
            desk.press(key)
        desk.press(Qt.Key.Key_Return)
    assert guide.tour is None
    assert desk.preferences.settings.toured
    assert desk.console.store.read(lambda r: len(r.audit.find(AuditFilter(), 100))) == before
    assert desk.window.queue.list.table.hasFocus()
    guide.begin()
    assert guide.offer is None
    guide.start_tour()
    desk.press(Qt.Key.Key_Escape)
    assert guide.tour is None


def test_a_new_name_loses_not_where_one_wanted_to_begin(desk: TeamDesk) -> None:
    """Another window opens under it; there, connecting begins at once."""
    desk.console.background(lambda console: console.engine.start()).result(20)
    guide = desk.pages.guide
    guide.begin()
    desk.wait(lambda: guide.welcome is not None)
    page = guide.welcome
    assert page is not None
    asked: list[str] = []
    guide.act_as.connect(asked.append)
    page.name_field.setText("Pia")
    page.ways["connect"].click()
    desk.wait(lambda: asked or page.wrong.text())
    assert asked == ["Pia"]
    assert desk.window.place() != "channels"
    guide.begin()  # as the new window's does
    desk.wait(lambda: desk.window.place() == "channels")
    assert desk.pages._channels is not None
    assert desk.pages._channels.add.isVisible()
    desk.window.show_place("inbox")
    guide.begin()
    assert desk.window.place() == "inbox"


def test_the_welcome_settles_name_policy_and_network(desk: TeamDesk) -> None:
    """A new workspace asks three things; letters typed into the name begin nothing; the answers are in force."""
    desk.console.background(lambda console: console.engine.start()).result(
        20
    )  # it reads the policy's own tests
    guide = desk.pages.guide
    guide.begin()
    desk.wait(lambda: guide.welcome is not None)
    page = guide.welcome
    assert page is not None
    asked: list[str] = []
    guide.act_as.connect(asked.append)
    page.name_field.setFocus()
    page.name_field.selectAll()
    QTest.keyClicks(page.name_field, "Pia Ci")
    assert not guide._began
    page.policy_field.set_key("fr")
    page.ways["practice"].setFocus()
    desk.press(Qt.Key.Key_P)
    desk.wait(lambda: asked or (guide.welcome is not None and page.wrong.text()))
    assert asked == ["Pia Ci"]
    assert desk.preferences.settings.welcomed
    assert guide.welcome is None
    store = desk.console.store
    assert [one.key for one in store.read(lambda r: r.channels.all())] == ["practice:lormel"]
    assert [one.name for one in store.read(lambda r: r.members.present())] == ["Pia Ci"]
    assert desk.console.actor(None).name == "Pia Ci"
    assert desk.console.standing(desk.actor.name) == desk.console.actor("Pia Ci")
    french = load_policy(HELP.parent / "policies" / "default.fr.toml").policy
    assert french is not None
    assert desk.console.policy().id == french.id


def test_a_name_that_cannot_stand_is_said_on_the_page(desk: TeamDesk) -> None:
    """The page stays with what was typed, and says what is wrong."""
    guide = desk.pages.guide
    guide.begin()
    desk.wait(lambda: guide.welcome is not None)
    page = guide.welcome
    assert page is not None
    page.language.set_key("fr")
    assert page.policy == "fr", "it follows the language"
    page.language.set_key("en")
    assert page.policy == "en"
    page.policy_field.set_key("fr")
    page.policy_field.activated.emit(page.policy_field.currentIndex())
    page.language.set_key("fr")
    page.language.set_key("en")
    assert page.policy == "fr", "chosen by hand it stays"
    page.name_field.setText("console")
    page.ways["practice"].click()
    desk.wait(page.wrong.isVisible)
    assert page.wrong.text()
    assert page.name == "console"
    assert not desk.preferences.settings.welcomed
    page.setFocus()
    desk.press(Qt.Key.Key_Escape)
    assert guide.welcome is None
    assert desk.preferences.settings.welcomed


def test_who_has_worked_here_is_not_welcomed(desk: TeamDesk) -> None:
    """A workspace with a channel opens on its queue."""
    desk.seed()
    guide = desk.pages.guide
    guide.begin()
    desk.wait(lambda: guide.offer is not None)
    assert guide.welcome is None
    guide._decline()
    assert desk.preferences.settings.toured
    assert guide.offer is None
