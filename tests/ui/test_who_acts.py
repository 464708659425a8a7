"""Who acts: the question at the start, somebody else sitting down, name and role in the top bar, and the team's page."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.vocabulary import ActionKind, Role
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from console.store import Member
from tests.support.workspaces import add_channel, comment, take_in
from tests.ui.team_desk import TeamDesk
from ui import settings_file
from ui.app import Preferences
from ui.bridge import Bridge
from ui.entry import OpenRequest
from ui.i18n.loader import Languages
from ui.main import Startup
from ui.settings_file import Settings
from ui.theme.look import Look
from ui.views.main_window import MainWindow
from ui.views.problem_window import ProblemWindow
from ui.views.settings_view import SettingsView
from ui.views.team_members import TeamMembers
from ui.views.who_acts import WhoActsDialog, WhoActsWindow

PEOPLE = {"Léa": Role.LEAD, "Ana": Role.MODERATOR, "Bo Keller": Role.REVIEWER, "Zoé": Role.AUDITOR}
MEMBERS = tuple(Member(name, role, 0) for name, role in sorted(PEOPLE.items()))
ENTER, ESCAPE, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up


def staff(console: Console) -> dict[str, Actor]:
    """Put the team into a workspace in place of its founder."""
    founder = console.actor()
    console.team.rename(founder.name, "Léa", founder)
    lea = console.actor("Léa")
    for name, role in PEOPLE.items():
        if name != "Léa":
            console.team.add(name, role, lea)
    return {name: console.actor(name) for name in PEOPLE}


# ---------------------------------------------------------------------- the question


def test_the_question_by_keyboard_alone(languages: Languages, look: Look, qtbot: QtBot) -> None:
    """The last choice stands ready, letters narrow without accents, Down walks, Enter chooses."""
    window = WhoActsWindow(look, "w.vigie", MEMBERS, "Bo Keller")
    qtbot.addWidget(window)
    window.show()
    chosen: list[str] = []
    window.chosen.connect(chosen.append)
    people = window.people
    assert people.name == "Bo Keller"
    assert "no sign-in" in people.line.text()
    qtbot.keyClick(people.field, ENTER)
    qtbot.keyClick(people.field, DOWN)
    qtbot.keyClick(people.field, ENTER)
    qtbot.keyClicks(people.field, "zoe")
    assert (people.name, people.table.cells.rowCount()) == ("Zoé", 1)
    qtbot.keyClick(people.field, ENTER)
    people.field.setText("lead")
    assert people.name == "Léa"  # by role too
    people.go.click()
    assert chosen == ["Bo Keller", "Léa", "Zoé", "Léa"]
    people.field.setText("nobody at all")
    assert people.name == ""
    assert people.go.reason
    assert not people.none.isHidden()
    qtbot.keyClick(people.field, ENTER)
    assert len(chosen) == 4
    qtbot.keyClick(people.field, ESCAPE)
    assert people.field.text() == ""
    assert people.name
    qtbot.keyClick(people.field, ESCAPE)
    assert not window.isVisible()


def test_the_question_in_french_and_for_screen_readers(
    languages: Languages, look: Look, qtbot: QtBot
) -> None:
    window = WhoActsWindow(look, "w.vigie", MEMBERS, "somebody gone")
    qtbot.addWidget(window)
    languages.use("fr")
    qtbot.wait(1)
    people = window.people
    assert people.title.text() == "Qui êtes-vous\u202f?"
    assert people.name == "Ana"
    assert people.go.word == "Agir sous le nom Ana"
    for widget in (window, people.field, people.table, people.go, window.quit):
        assert widget.accessibleName(), widget


def test_the_dialog_over_the_window(languages: Languages, look: Look, qtbot: QtBot) -> None:
    dialog = WhoActsDialog(look, MEMBERS, "Ana")
    qtbot.addWidget(dialog)
    dialog.show()
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    assert dialog.people.name == "Ana"
    assert dialog.people.table.cells.index(0, 2).data() == "acts now"
    qtbot.keyClick(dialog.people.field, ESCAPE)
    assert not dialog.isVisible()
    assert chosen == []
    dialog.show()
    qtbot.keyClick(dialog.people.field, DOWN)
    qtbot.keyClick(dialog.people.field, UP)
    qtbot.keyClick(dialog.people.field, DOWN)
    qtbot.keyClick(dialog.people.field, ENTER)
    assert (chosen, dialog.isVisible()) == (["Bo Keller"], False)


# ---------------------------------------------------------------------- the start


class Start:
    """The real start on a workspace, without the program around it."""

    def __init__(self, folder: Path, app: QApplication, **request: object) -> None:
        self.bridge = Bridge()
        self.preferences = Preferences(app, folder / "settings.toml", "en")
        asked = OpenRequest(workspace=folder / "w.vigie", **request)  # type: ignore[arg-type]
        self.app = app
        self.startup = Startup(asked, self.bridge, self.preferences, "0")
        self.startup.begin()

    def wait(self, condition: Callable[[], object]) -> None:
        """Run the event loop until ``condition`` holds."""
        end = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            QTest.qWait(5)

    def question(self) -> WhoActsWindow:
        """The question, once it is there."""
        self.wait(lambda: isinstance(self.startup._front, WhoActsWindow))
        found = self.startup._front
        assert isinstance(found, WhoActsWindow)
        return found

    def close(self) -> None:
        """End in order."""
        if self.startup.pages is not None:
            self.startup.pages.keep_queued()
        if self.startup.window is not None:
            self.startup.window.close()
        assert self.startup.close()
        QTest.qWait(0)
        for translator in self.preferences.languages._installed:
            self.app.removeTranslator(translator)
        QLocale.setDefault(QLocale.c())


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A closed workspace with the team and one comment."""
    console = Console.open(tmp_path / "w.vigie", secrets=memory_only())
    staff(console)
    take_in(console.store, add_channel(console.store, "file", "export"), comment(1), kind="file")
    assert console.close()
    return tmp_path


@pytest.fixture
def begin(workspace: Path, qapp: QApplication) -> Iterator[Callable[..., Start]]:
    """Start the window on it; closed at the end."""
    made: list[Start] = []

    def start(**request: object) -> Start:
        made.append(Start(workspace, qapp, **request))
        return made[-1]

    yield start
    for one in made:
        one.close()


def test_the_start_asks_and_remembers(begin: Callable[..., Start], workspace: Path) -> None:
    start = begin()
    question = start.question()
    assert start.startup.window is None
    QTest.keyClicks(question.people.field, "bo")
    QTest.keyClick(question.people.field, ENTER)
    start.wait(lambda: start.startup.window is not None)
    assert start.startup.window is not None
    assert start.startup.window.actor.name == "Bo Keller"
    assert start.startup.window.top.me.word == "Bo Keller, reviewer"
    assert settings_file.load(workspace / "settings.toml").name == "Bo Keller"
    again = begin()
    assert again.question().people.name == "Bo Keller"


def test_with_a_name_given_nothing_is_asked(begin: Callable[..., Start]) -> None:
    start = begin(name="Ana")
    start.wait(lambda: start.startup.window is not None)
    assert start.startup.window is not None
    assert start.startup.window.top.me.word == "Ana, moderator"
    assert start.preferences.settings.name == ""  # said for once, not chosen


def test_a_hand_that_is_faster_than_the_first_paint_misses_nothing(
    begin: Callable[..., Start], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A place chosen before the list was painted: rooms and engine come all the same."""
    show = MainWindow.show

    def at_once(window: MainWindow) -> None:
        show(window)
        window.show_place("done")

    monkeypatch.setattr(MainWindow, "show", at_once)
    start = begin(name="Ana")
    startup = start.startup
    start.wait(lambda: startup.pages is not None and startup._starting is not None)
    assert startup.window is not None
    assert startup.window.place() == "done"


def test_an_unknown_name_is_refused_with_the_way_out(begin: Callable[..., Start]) -> None:
    start = begin(name="Nobody")
    start.wait(lambda: isinstance(start.startup._front, ProblemWindow))
    problem = start.startup._front
    assert isinstance(problem, ProblemWindow)
    assert "Nobody is not a member" in problem.what.text()
    assert "--as" in problem.step.text()


def test_one_member_is_not_asked(tmp_path: Path, qapp: QApplication) -> None:
    settings_file.save(tmp_path / "settings.toml", Settings(name="Kim"))
    start = Start(tmp_path, qapp)
    try:
        start.wait(lambda: start.startup.window is not None)
        assert start.startup.window is not None
        assert start.startup.window.top.me.word == "Kim, moderator"
    finally:
        start.close()


def test_somebody_else_sits_down(begin: Callable[..., Start]) -> None:
    """From the top bar: claims are given back, drafts stay, the place stays, the old window acts no more."""
    start = begin(name="Ana")
    start.wait(lambda: start.startup.pages is not None)
    before, console = start.startup.window, start.startup.console
    assert before is not None
    assert console is not None
    before.activateWindow()
    (number,) = [int(one) for one in console.ids("inbox", "Ana")]
    console.keep_draft(number, "Dear customer", before.actor).result(10)
    start.wait(lambda: before.queue.armed() is not None)
    before.queue.claims._claim()
    held = lambda: console.store.read(lambda r: r.comments.get(number))  # noqa: E731
    start.wait(lambda: held().claimed_by == "Ana")  # type: ignore[union-attr]
    before.show_place("audit")
    before.top.me.click()
    assert start.startup.pages is not None
    dialogs = start.startup.pages._dialogs
    start.wait(lambda: "act_as" in dialogs)
    dialog = dialogs["act_as"]
    assert isinstance(dialog, WhoActsDialog)
    QTest.keyClicks(dialog.people.field, "zoe")
    QTest.keyClick(dialog.people.field, ENTER)
    start.wait(lambda: start.startup.window is not before)
    now = start.startup.window
    assert now is not None
    assert (now.actor.name, now.top.me.word) == ("Zoé", "Zoé, auditor")
    assert now.place() == "audit"
    assert now.isVisible()
    assert not shiboken6.isValid(before) or not before.isVisible()
    start.wait(lambda: held().claimed_by is None)  # type: ignore[union-attr]
    assert console.store.read(lambda r: r.shared.draft(number)) == "Dear customer"
    assert "You act as Zoé" in " ".join(now.status.strip.words())
    now.show_place("inbox")
    start.wait(lambda: now.queue.armed() is not None)
    data = now.queue.detail_data
    assert data is not None
    assert data.faces["keep"].code == "refuse.role"
    assert "auditor" in data.faces["keep"].refusal
    now.queue.claims.consider(data)
    assert not now.queue.claims._timer.isActive()  # whoever only reads keeps nobody from working


def test_a_role_that_changes_meanwhile_shows_at_once(begin: Callable[..., Start]) -> None:
    """Changed elsewhere: the window says the new role. Off the team: it asks who sits here now."""
    start = begin(name="Ana")
    start.wait(lambda: start.startup.window is not None)
    console = start.startup.console
    assert console is not None
    lea = console.actor("Léa")
    console.team.set_role("Ana", Role.SPOKESPERSON, lea)
    shown = lambda: start.startup.window.top.me.word if start.startup.window else ""  # noqa: E731
    start.wait(lambda: shown() == "Ana, spokesperson")
    console.team.remove("Ana", lea)
    start.wait(lambda: start.startup.pages is not None and "act_as" in start.startup.pages._dialogs)
    assert start.startup.pages is not None
    dialog = start.startup.pages._dialogs["act_as"]
    assert isinstance(dialog, WhoActsDialog)
    QTest.keyClicks(dialog.people.field, "bo")
    QTest.keyClick(dialog.people.field, ENTER)
    start.wait(lambda: shown() == "Bo Keller, reviewer")


def test_who_can_agree_is_said_beside_the_comment(begin: Callable[..., Start], workspace: Path) -> None:
    console = Console.open(workspace / "w.vigie", secrets=memory_only())
    (number,) = console.ids("inbox", "Ana")
    asked = console.decide(DecisionAsk(number, ActionKind.DELETE), console.actor("Ana")).result(10)
    assert asked.state == "waiting_review"
    assert console.close()
    start = begin(name="Ana")
    start.wait(lambda: start.startup.window is not None)
    window, opened = start.startup.window, start.startup.console
    assert window is not None
    assert opened is not None
    window.show_place("review")

    def why() -> str:
        data = window.queue.detail_data
        return "" if data is None else " | ".join(line.plain for line in data.why)

    start.wait(lambda: "Can agree: Bo Keller, Léa" in why())
    assert window.queue.detail_data is not None
    assert window.queue.detail_data.review == 0  # a moderator is not asked
    opened.team.set_role("Bo Keller", Role.MODERATOR, opened.actor("Léa"))
    window.queue.show_view("all")
    window.queue.show_view("review")
    window.queue.reload(number)
    start.wait(lambda: "Nobody is reviewer any more; can agree: Léa" in why())


# ---------------------------------------------------------------------- the team's page


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[TeamDesk]:
    """A console with its window; the person at it is the founder."""
    made = TeamDesk(tmp_path, qapp, memory_only())
    yield made
    made.close()


def page_for(desk: TeamDesk, name: str) -> TeamMembers:
    """The team's page as ``name`` sees it."""
    desk.actor = desk.console.actor(name)
    desk.pages._actor = desk.window.actor = desk.actor
    desk.window.show_place("team")
    page = desk.window.room("team")
    assert isinstance(page, TeamMembers)
    desk.wait(lambda: page.table.cells.rowCount() == len(desk.console.team.list()))
    return page


def rows(page: TeamMembers) -> list[tuple[str, str]]:
    """Names and roles shown."""
    cells = page.table.cells
    return [(cells.index(row, 0).data(), cells.index(row, 1).data()) for row in range(cells.rowCount())]


def test_a_lead_adds_changes_and_removes(desk: TeamDesk) -> None:
    staff(desk.console)
    page = page_for(desk, "Léa")
    assert ("Léa", "lead") in rows(page)
    assert page.member is not None
    assert page.member.name == "Léa"
    page.name.setFocus()
    QTest.keyClicks(page.name, "  Kim  Lo ")
    page.new_role.set_key("spokesperson")
    QTest.keyClick(page.name, ENTER)
    desk.wait(lambda: ("Kim Lo", "spokesperson") in rows(page))
    desk.wait(lambda: page.member is not None and page.member.name == "Kim Lo")
    assert page.change.reason == "That is the role now."
    page.role.set_key("reviewer")
    page.role.activated.emit(page.role.currentIndex())
    assert page.change.reason == ""
    page.change.click()
    desk.wait(lambda: ("Kim Lo", "reviewer") in rows(page))
    page.remove.click()
    assert page.ask.isVisible()
    assert "Remove Kim Lo?" in page.ask.title.text()
    page.ask.buttons[1].click()
    desk.wait(lambda: all(name != "Kim Lo" for name, _ in rows(page)))
    assert "Kim Lo is no longer on the team." in desk.strip()


def test_what_is_refused_is_said_in_place(desk: TeamDesk) -> None:
    staff(desk.console)
    page = page_for(desk, "Léa")
    page.name.setText("ana")
    page.add.click()
    desk.wait(lambda: "Ana has or had this name" in page.name_field.help.text())
    page.name.setText("")
    page.add.click()
    assert page.name_field.help.text() == "Type a name: a pseudonym will do."
    page.role.set_key("moderator")
    page.change.click()  # the only lead
    desk.wait(page.ask.isVisible)
    assert "only lead" in page.ask.title.text()
    assert ("Léa", "lead") in rows(page)


def test_others_see_it_read_only(desk: TeamDesk) -> None:
    staff(desk.console)
    page = page_for(desk, "Bo Keller")
    assert len(rows(page)) == len(PEOPLE)
    for button in (page.add, page.change, page.remove):
        assert button.reason == "Only a lead changes the team."
    assert not page.name.isEnabled()
    page._add()
    before = desk.console.team.list()
    desk.window.show_place("inbox")
    assert desk.console.team.list() == before


def test_it_follows_changes_from_elsewhere_and_says_who_may_what(desk: TeamDesk) -> None:
    everybody = staff(desk.console)
    page = page_for(desk, "Léa")
    desk.console.team.add("Max", Role.MODERATOR, everybody["Léa"])
    desk.wait(lambda: ("Max", "moderator") in rows(page))
    said = {who.text(): what.text() for who, what in page.may}
    assert "Hide" in said["everybody but auditor"]
    assert said["everybody"] == "Read the log, Export the log"
    assert "Change the team" in said["lead"]
    desk.preferences.change(language="fr")
    desk.wait(lambda: page.add_title.text() == "Ajouter un membre")
    assert any("Masquer" in what.text() for _, what in page.may)


def test_the_top_bar_says_name_and_role_and_one_member_goes_to_the_settings(desk: TeamDesk) -> None:
    assert desk.window.top.me.word == f"{desk.actor.name}, lead"
    desk.window.top.me.click()
    desk.wait(lambda: "settings" in desk.pages._dialogs)
    ids = {one.id for one in desk.window.commands()}
    assert {"app.act_as", "app.team", "view.team"} <= ids


def test_from_the_settings_to_the_team(desk: TeamDesk) -> None:
    settings = desk.pages.open_settings()
    assert isinstance(settings, SettingsView)
    assert settings.team.word == "The team and its roles"
    settings.team.click()
    desk.wait(lambda: desk.window.place() == "team")
    assert not shiboken6.isValid(settings) or not settings.isVisible()
