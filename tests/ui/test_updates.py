"""Updates in the window: consent, a look, the package saved and its command, a calm notice, what is new once after an upgrade."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console import managed
from console.services.updates import Form, Updates
from console.store import SCHEMA_VERSION
from tests.support.faultserver import Answer, FaultServer
from tests.support.publisher import CONTENT, Key, Publisher, body, publishing, release, signed
from tests.ui.desk import Desk
from ui.updating import Updating
from ui.views import update_desk
from ui.views.news_sheet import NewsSheet
from ui.views.settings_view import SettingsView
from ui.views.team_pages import TeamPages
from ui.views.updates_page import UpdatesPage

NAME = "vigie_0.2.0_amd64.deb"


@pytest.fixture(scope="module")
def key() -> Key:
    return Key()


@pytest.fixture
def publisher(key: Key) -> Iterator[tuple[Publisher, FaultServer]]:
    with publishing(key) as made:
        yield made


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(tmp_path, qapp)
    try:
        yield made
    finally:
        made.close()
        for thread in threading.enumerate():  # a look that is still under way
            if thread.name == "updates":
                thread.join(10)


@pytest.fixture
def updating(desk: Desk, publisher: tuple[Publisher, FaultServer], key: Key, tmp_path: Path) -> Updating:
    """Of a copy whose maker pinned this server and key, installed from a .deb."""
    home = tmp_path / "data"
    home.mkdir()
    updates = Updates(
        home,
        version="0.1.0",
        form=Form("linux-x86_64", "deb", True),
        maker=lambda: (publisher[1].url, (key.text,)),
        pause=lambda _seconds: None,
    )
    return Updating(desk.bridge, updates, desk.console.store.path, desk.window)


@pytest.fixture
def page(desk: Desk, updating: Updating) -> Iterator[UpdatesPage]:
    made = UpdatesPage(desk.window.look, updating)
    made.resize(620, 700)
    made.show()
    desk.wait(lambda: updating.stand is not None)
    yield made
    updating.shut_down()
    shiboken6.delete(made)


def press(widget: QWidget) -> None:
    """By keyboard."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Space)


def test_it_is_off_and_opening_the_page_asks_nobody(
    page: UpdatesPage, publisher: tuple[Publisher, FaultServer]
) -> None:
    assert page.daily.isVisible()
    assert not page.daily.isChecked()
    assert "Nobody has looked so far." in page.last.text()
    assert not page.save.isVisible()
    assert not page.cannot.isVisible()
    assert publisher[0].seen == []


def test_consent_is_one_press_and_is_taken_back(page: UpdatesPage, desk: Desk, updating: Updating) -> None:
    press(page.daily)
    desk.wait(lambda: updating.updates.state.on)
    assert updating.updates.trust().consent == "person"
    press(page.daily)
    desk.wait(lambda: not updating.updates.state.on)


def test_from_a_look_to_the_command(
    page: UpdatesPage, desk: Desk, updating: Updating, tmp_path: Path
) -> None:
    press(page.check)
    assert updating.state == "looking"
    desk.wait(page.head.isVisible)
    assert page.head.text() == "Vigie 0.2.0 is there; you have 0.1.0."
    assert "remembers where you were" in page.lines.itemAt(0).widget().text()  # type: ignore[union-attr]
    assert "Last looked: today" in page.last.text()
    assert page.save.isVisible()
    desk.preferences.change(language="fr")
    desk.wait(lambda: "est disponible" in page.head.text())
    assert "se souvient" in page.lines.itemAt(0).widget().text()  # type: ignore[union-attr]
    desk.preferences.change(language="en")
    folder = tmp_path / "out"
    folder.mkdir()
    updating.download(folder)
    assert page.stop.isVisible()
    desk.wait(lambda: updating.saved is not None)
    assert (folder / NAME).read_bytes() == CONTENT
    assert page.command.text() == f"sudo apt install {folder / NAME}"
    assert "Nothing was installed" in page.saved.text()
    press(page.copy)
    assert QApplication.clipboard().text() == page.command.text()


def test_a_list_that_does_not_hold_is_told_and_changes_nothing(
    page: UpdatesPage, desk: Desk, updating: Updating, publisher: tuple[Publisher, FaultServer]
) -> None:
    updating.look()
    desk.wait(page.head.isVisible)
    publisher[0].listed = signed(body(2), Key())
    updating.look()
    desk.wait(page.wrong.isVisible)
    assert page.wrong.text().startswith(
        "The list of versions is signed by a key that this copy does not know"
    )
    assert "Nothing of it is used" in page.wrong.text()
    assert page.head.isVisible()  # what was known stays
    publisher[0].answers = [Answer(503)]
    updating.look()
    desk.wait(lambda: "cannot be reached" in page.wrong.text())


def test_a_stopped_download_goes_on_the_next_time(
    page: UpdatesPage,
    desk: Desk,
    updating: Updating,
    publisher: tuple[Publisher, FaultServer],
    tmp_path: Path,
) -> None:
    """Stop is pressed while the server has paused."""
    updating.look()
    desk.wait(lambda: updating.newer is not None)
    gate = threading.Event()
    publisher[0].cut = [200_000]
    updating.updates._pause = lambda _seconds: gate.wait(0.05) and None
    updating.download(tmp_path)
    desk.wait(lambda: updating.progress[0] >= 200_000)
    press(page.stop)
    gate.set()
    desk.wait(lambda: updating.state == "idle")
    if updating.saved is None:
        assert "goes on the next time" in page.wrong.text()
        updating.download(tmp_path)
        desk.wait(lambda: updating.saved is not None)
    assert (tmp_path / NAME).read_bytes() == CONTENT


def test_a_version_that_changes_workspaces_says_so(
    page: UpdatesPage, desk: Desk, updating: Updating, publisher: tuple[Publisher, FaultServer], key: Key
) -> None:
    publisher[0].listed = signed(body(2, release(schema=SCHEMA_VERSION + 1)), key)
    updating.look()
    desk.wait(page.aside.isVisible)
    assert "no longer open them" in page.aside.text()


def test_a_copy_without_a_key_says_so(desk: Desk, tmp_path: Path) -> None:
    updating = Updating(
        desk.bridge, Updates(tmp_path, maker=lambda: ("", ())), desk.console.store.path, desk.window
    )
    page = UpdatesPage(desk.window.look, updating)
    page.show()
    desk.wait(page.cannot.isVisible)
    assert "holds no key" in page.cannot.text()
    assert not page.daily.isVisible()
    assert not page.check.isVisible()
    shiboken6.delete(page)


def test_the_companys_word_is_shown_and_stands(
    desk: Desk, publisher: tuple[Publisher, FaultServer], key: Key, tmp_path: Path
) -> None:
    file = tmp_path / "company.toml"
    file.write_text(f'update_server = "{publisher[1].url}"\nupdate_key = "{key.text}"\n')
    managed.use(file)
    updating = Updating(
        desk.bridge, Updates(tmp_path, maker=lambda: ("", ())), desk.console.store.path, desk.window
    )
    page = UpdatesPage(desk.window.look, updating)
    page.show()
    desk.wait(lambda: page.daily.isVisible() and page.daily.isChecked())
    assert not page.daily.isEnabled()
    assert "Your company has set this." in page.daily.accessibleDescription()
    assert not page.server_field.isVisible()
    shiboken6.delete(page)


def test_a_server_of_ones_own(
    desk: Desk, publisher: tuple[Publisher, FaultServer], key: Key, tmp_path: Path
) -> None:
    """Where neither company nor maker names one; without encryption it is refused in words."""
    maker = ("", (key.text,))
    updates = Updates(tmp_path, form=Form("linux-x86_64", "deb", True), maker=lambda: maker)
    updating = Updating(desk.bridge, updates, desk.console.store.path, desk.window)
    page = UpdatesPage(desk.window.look, updating)
    page.show()
    desk.wait(page.server_field.isVisible)
    assert not page.daily.isEnabled()
    assert "No server is known yet" in page.daily.accessibleDescription()
    page.server.setText("http://updates.example")
    page.server.editingFinished.emit()
    desk.wait(page.wrong.isVisible)
    assert "unencrypted" in page.wrong.text()
    assert updates.state.server == ""
    page.server.setText(publisher[1].url)
    page.server.editingFinished.emit()
    desk.wait(lambda: page.daily.isEnabled() and page.check.isVisible())
    assert publisher[0].seen == []
    press(page.check)
    desk.wait(page.head.isVisible)
    shiboken6.delete(page)


# ---------------------------------------------------------------------- unasked, and the notice


def test_nobody_is_asked_without_consent_and_a_newer_version_is_told_once(
    desk: Desk, updating: Updating, publisher: tuple[Publisher, FaultServer]
) -> None:
    heard: list[str] = []
    updating.announced.connect(heard.append)
    updating.look_if_due()
    desk.wait(lambda: updating.stand is not None)
    assert publisher[0].seen == []
    updating.updates.switch(True)
    updating.look_if_due()
    desk.wait(lambda: heard == ["0.2.0"])
    assert len(publisher[0].seen) == 1
    updating.updates.put_off("0.2.0")
    before = updating.stand
    updating.look_if_due()
    desk.wait(lambda: updating.stand is not before)
    assert heard == ["0.2.0"]
    assert len(publisher[0].seen) == 1  # not before tomorrow


def test_an_unasked_look_that_fails_stays_silent(
    desk: Desk, updating: Updating, publisher: tuple[Publisher, FaultServer]
) -> None:
    updating.updates.switch(True)
    publisher[0].answers = [Answer(503)]
    updating.look_if_due()
    desk.wait(lambda: len(publisher[0].seen) == 1)
    desk.wait(lambda: not any(one.name == "updates" for one in threading.enumerate()))
    assert updating.error is None


@pytest.fixture
def pages(desk: Desk, updating: Updating) -> Iterator[TeamPages]:
    made = TeamPages(desk.window, desk.console, desk.bridge, desk.actor, desk.preferences, "0.1.0")
    made.updates._updating = updating
    updating.announced.connect(made.updates.tell)
    yield made
    made.shut_down()


def test_the_notice_leads_to_the_page_and_takes_no_key(
    desk: Desk, pages: TeamPages, updating: Updating
) -> None:
    desk.window.show()
    updating.updates.switch(True)
    updating.look_if_due()
    desk.wait(lambda: pages.updates.notice is not None)
    notice = pages.updates.notice
    assert notice is not None
    assert "Vigie 0.2.0 is there" in notice.accessibleName()
    assert not notice.isAncestorOf(desk.app.focusWidget()) if desk.app.focusWidget() else True
    desk.preferences.change(language="fr")
    assert "est disponible" in pages.updates.notice.accessibleName()  # type: ignore[union-attr]
    desk.preferences.change(language="en")
    press(pages.updates.notice.buttons[0])  # type: ignore[union-attr]
    settings = pages._dialogs["settings"]
    assert isinstance(settings, SettingsView)
    assert isinstance(settings._made["updates"], UpdatesPage)
    assert pages.updates.notice is None
    desk.wait(lambda: updating.updates.state.announced == "0.2.0")
    settings.accept()


def test_a_window_begins_to_look_by_itself(
    desk: Desk, pages: TeamPages, publisher: tuple[Publisher, FaultServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A while after it was painted, and only with consent; not once it is closed."""
    monkeypatch.setattr(update_desk, "FIRST_MS", 1)
    pages.updates.begin()
    desk.wait(lambda: pages.updates.updating.stand is not None)
    assert publisher[0].seen == []
    pages.updates.updating.updates.switch(True)
    pages.updates.begin()
    desk.wait(lambda: pages.updates.notice is not None)
    assert len(publisher[0].seen) == 1


def test_the_command_leads_there_too_and_a_closed_page_hears_nothing(
    desk: Desk, pages: TeamPages, updating: Updating
) -> None:
    desk.window.show()
    desk.window.run("app.updates")
    settings = pages._dialogs["settings"]
    assert isinstance(settings, SettingsView)
    assert settings._made["updates"].isVisible()
    settings.accept()
    desk.wait(lambda: "settings" not in pages._dialogs)
    desk.preferences.change(text_size=150, language="fr")
    updating.changed.emit()


# ---------------------------------------------------------------------- what is new here


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """News of two versions."""
    from console import news

    folder = tmp_path / "resources"
    (folder / "updates").mkdir(parents=True)
    (folder / "updates" / "news.toml").write_text(
        '["0.1.0"]\nen = ["one"]\nfr = ["un"]\n["0.0.9"]\nen = ["nine"]\nfr = ["neuf"]\n["0.0.8"]\nen = ["eight"]\nfr = ["huit"]\n'
    )
    monkeypatch.setattr(
        news, "load", lambda _path=None, plain=news.load: plain(folder / "updates" / "news.toml")
    )


@pytest.fixture
def asked(pages: TeamPages, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Since which version the news were opened."""
    made: list[str] = []
    plain = pages.updates.open_news

    def open_news(since: str = "") -> None:
        made.append(since)
        plain(since)

    monkeypatch.setattr(pages.updates, "open_news", open_news)
    return made


def sheet(pages: TeamPages) -> NewsSheet | None:
    found = pages._dialogs.get("news")
    return found if isinstance(found, NewsSheet) else None


def test_a_first_installation_is_told_nothing(desk: Desk, pages: TeamPages, asked: list[str]) -> None:
    assert desk.preferences.settings.seen_version == ""
    pages.updates._tell_news()
    assert asked == []
    assert desk.preferences.settings.seen_version == "0.1.0"


@pytest.mark.usefixtures("two")
def test_after_an_upgrade_what_changed_is_shown_once(desk: Desk, pages: TeamPages, asked: list[str]) -> None:
    desk.preferences.change(seen_version="0.0.8")
    pages.updates._tell_news()
    desk.wait(lambda: sheet(pages) is not None)
    shown = sheet(pages)
    assert shown is not None
    assert [one.text() for one in shown.lines] == ["•  one", "•  nine"]
    desk.preferences.change(language="fr")
    desk.wait(lambda: [one.text() for one in shown.lines] == ["•  un", "•  neuf"])
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    desk.wait(lambda: sheet(pages) is None)
    assert desk.preferences.settings.seen_version == "0.1.0"
    pages.updates._tell_news()
    assert asked == ["0.0.8"]


def test_going_back_tells_nothing_and_forgets_nothing(desk: Desk, pages: TeamPages, asked: list[str]) -> None:
    desk.preferences.change(seen_version="9.0.0")
    pages.updates._tell_news()
    assert asked == []
    assert desk.preferences.settings.seen_version == "9.0.0"
