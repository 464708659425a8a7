"""What the company set, in the window: shown, not to be changed, and no platform offered that it does not allow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from console import managed
from tests.ui.desk import Desk
from ui.views.settings_view import SettingsView

SAYS = """\
language = "fr"
connectors = ["mastodon", "bluesky"]
proxy = "http://desk:pass-4711@proxy.lormel.example:3128"
locked = ["language"]
retention = 30
"""


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    path = tmp_path / "company.toml"
    path.write_text(SAYS, encoding="utf-8")
    managed.use(path)
    made = Desk(tmp_path, qapp, language="en")
    try:
        yield made
    finally:
        made.close()


def settings(desk: Desk) -> SettingsView:
    return SettingsView(desk.preferences, desk.console, desk.actor, desk.window)


def test_a_locked_language_is_the_companys_and_stays(desk: Desk) -> None:
    assert desk.preferences.language == "fr"  # although --lang asked for English
    view = settings(desk)
    assert view.language.key() == "fr"
    assert not view.language.isEnabled()
    assert view.language.currentText() == "Français\u00a0: fixé par votre entreprise"
    desk.preferences.change(language="en", theme="dark")
    assert (desk.preferences.language, desk.preferences.settings.language) == ("fr", "")
    assert desk.preferences.settings.theme == "dark"
    assert view.language.key() == "fr"
    desk.window.run("app.language")
    assert desk.preferences.language == "fr"
    assert "votre entreprise" in desk.window.status.strip.message
    view.done(0)


def test_the_settings_tell_what_is_set_and_what_is_wrong(desk: Desk) -> None:
    view = settings(desk)
    view.show()
    assert view.company.isVisible()
    rows = dict(view.company.rows)
    assert rows["Langue"] == "Français, verrouillé"
    assert rows["Plateformes permises"] == "Mastodon et Bluesky"
    assert "pass-4711" not in str(rows)
    assert "ligne 5, retention" in view.company.faults.text()
    assert str(managed.current().path) in view.company.aside.text()
    view.done(0)


def test_a_machine_of_nobody_shows_nothing_of_it(tmp_path: Path, qapp: QApplication) -> None:
    desk = Desk(tmp_path, qapp)
    try:
        view = settings(desk)
        view.show()
        assert not view.company.isVisible()
        assert view.language.isEnabled()
        view.done(0)
    finally:
        desk.close()


def test_only_allowed_platforms_are_offered(desk: Desk) -> None:
    from ui.views.channel_platforms import PlatformList

    found = PlatformList(desk.actor, desk.preferences.look, desk.window)
    assert set(found.buttons) == {"practice", "mastodon", "bluesky"}
    assert not found.company.isHidden()
    assert "votre entreprise" in found.company.text().lower()


def test_a_file_is_not_asked_for_where_files_are_not_allowed(desk: Desk) -> None:
    from ui.views.channels_view import ChannelsView

    page = ChannelsView(desk.console, desk.bridge, desk.actor, desk.preferences.look, desk.window)
    said: list[str] = []
    page.spoke.connect(said.append)
    page.start_import()
    assert "ne permet pas" in said[0]
    assert page.stack.currentWidget() is not page.importing
    page.shut_down()


def test_the_welcome_asks_for_nothing_that_is_settled(desk: Desk, tmp_path: Path) -> None:
    from ui.views.welcome import WelcomePage

    page = WelcomePage(desk.preferences.look, "fr", "lea", "fr", desk.window)
    assert [one.isHidden() for one in page.fields] == [True, False, False]
    path = tmp_path / "policy.toml"
    path.write_text('policy = "default.en"\n', encoding="utf-8")
    managed.use(path)
    page = WelcomePage(desk.preferences.look, "fr", "lea", "fr", desk.window)
    assert [one.isHidden() for one in page.fields] == [False, False, True]
