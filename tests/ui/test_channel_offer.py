"""Connecting the staff of a Mastodon instance: offered to whom it concerns, asked for in a second sign-in, switched off."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.connectors.mastodon.names import SCOPES
from console.connectors.mastodon.staff import STAFF_SCOPES
from console.domain.comment import Channel
from console.runtime.connections import memory_only
from tests.support.mastodon_server import TOKEN, FakeMastodon, fake_mastodon, refuse
from tests.ui.team_desk import TeamDesk
from ui.views.channels_view import ChannelsView

STAFF = 0x400


@pytest.fixture
def fake() -> Iterator[FakeMastodon]:
    with fake_mastodon() as running:
        running.role = STAFF
        yield running


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[TeamDesk]:
    """A console whose loop runs."""
    made = TeamDesk(tmp_path, qapp, memory_only())
    made.start_engine()
    yield made
    made.close()


class Visitor:
    """Who allows on the instance's page whatever it asks for; the token then has just that."""

    def __init__(self, fake: FakeMastodon) -> None:
        self.fake = fake
        self.scopes: list[str] = []

    def __call__(self, address: QUrl) -> bool:
        asked = dict(parse_qsl(urlsplit(address.toString(QUrl.ComponentFormattingOption.FullyEncoded)).query))
        self.scopes.append(asked["scope"])
        self.fake.scopes = asked["scope"]
        self.fake.codes["c1"] = {one: asked[one] for one in ("redirect_uri", "code_challenge")}
        answer = f"{asked['redirect_uri']}?{urlencode({'code': 'c1', 'state': asked['state']})}"
        threading.Thread(target=lambda: urllib.request.urlopen(answer, timeout=10).read()).start()
        return True


def _tested(desk: TeamDesk, fake: FakeMastodon) -> ChannelsView:
    page = desk.channels()
    page.start_add()
    page.add.choose("mastodon")
    QTest.keyClicks(page.add.form.edit("server"), f"@brand@{fake.server.url.removeprefix('http://')} ")
    page.add.form.edit("secret").setText(f" {TOKEN} ")
    page.add.run_test()
    desk.wait(lambda: page.add.steps.currentIndex() == 2)
    return page


def _note(page: ChannelsView, word: str) -> str:
    cells = page.add.result.table.cells
    rows = [row for row in range(cells.rowCount()) if cells.index(row, 0).data() == word]
    return str(cells.index(rows[0], 4).data())


def _stored(desk: TeamDesk) -> Channel:
    return desk.console.store.read(lambda r: r.channels.all()[0])


def test_whom_it_does_not_concern_never_sees_it(desk: TeamDesk, fake: FakeMastodon) -> None:
    """A newcomer's account is no staff: nothing more to read or to choose."""
    fake.role = 0
    page = _tested(desk, fake)
    assert not page.add.result.offer.isVisible()
    page.add.go_on()
    page.add.run_add()
    desk.wait(lambda: page.page.channel is not None)
    channel = _stored(desk)
    assert (channel.key, channel.server, channel.options.get("staff")) == (
        "mastodon:brand",
        fake.server.url,
        None,
    )
    assert not page.page.details.offer.isVisible()


def test_staff_sign_in_once_more_and_can_stop_being_it(desk: TeamDesk, fake: FakeMastodon) -> None:
    """The table says for whom a mute acts; nothing is added with a choice that the token does not allow."""
    page = _tested(desk, fake)
    add = page.add
    visitor = Visitor(fake)
    add.signing.browser.show_url = visitor
    offer = add.result.offer
    assert offer.isVisible()
    assert not offer.on
    before = _note(page, "Mute")
    offer.choice.set_key("1")
    offer._chosen()
    assert _note(page, "Mute") == "as staff: limited for everybody on the instance"
    assert "admin:read:accounts" in offer.field.help.text()
    assert add.result.onward.reason
    add.go_on()
    add.result.onward.click()
    assert add.steps.currentIndex() == 2
    offer.wider.click()
    desk.wait(lambda: add.steps.currentIndex() == 2 and not add.result.offer.missing and visitor.scopes)
    assert visitor.scopes == [" ".join((*SCOPES, *STAFF_SCOPES))]
    assert add.result.offer.on
    assert not add.result.onward.reason
    add.result.onward.click()
    add.run_add()
    desk.wait(lambda: page.page.channel is not None and page.page.details.offer.isVisible())
    assert _stored(desk).options["staff"] == 1
    there = page.page.details.offer
    assert there.on
    there.choice.set_key("0")
    there._chosen()
    desk.wait(lambda: _stored(desk).options["staff"] == 0)
    cells = page.page.table.cells
    desk.wait(lambda: before in [cells.index(row, 4).data() for row in range(cells.rowCount())])


def test_after_a_sign_in_that_failed_the_focus_is_where_to_go_on(desk: TeamDesk, fake: FakeMastodon) -> None:
    """Nobody answers: at the address. It was not allowed: at the button that begins again. Never at the token."""
    page = desk.channels()
    page.start_add()
    page.add.choose("mastodon")
    form = page.add.form
    form.edit("server").setText("http://127.0.0.1:9")
    form.in_browser.click()
    desk.wait(form.notice.isVisible)
    assert form.edit("server").hasFocus()
    form.edit("server").setText(fake.server.url)
    fake.server.inject("/oauth/token", refuse(400, "invalid_grant"))
    page.add.signing.browser.show_url = Visitor(fake)
    form.in_browser.click()
    desk.wait(lambda: form.in_browser.hasFocus() and not form.in_browser.reason and form.notice.isVisible())
    assert form.notice.line.text() == "No channel was added."


def test_the_sign_in_in_the_browser_is_three_keys(desk: TeamDesk, fake: FakeMastodon) -> None:
    """The address and Enter; Enter; Enter: nothing else is asked of a newcomer."""
    fake.role = None
    page = desk.channels()
    page.start_add()
    page.add.choose("mastodon")
    visitor = Visitor(fake)
    page.add.signing.browser.show_url = visitor
    QTest.keyClicks(page.add.form.edit("server"), f"{fake.server.url}/home")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: page.add.steps.currentIndex() == 2)
    assert visitor.scopes == [" ".join(SCOPES)]
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: page.add.steps.currentIndex() == 3)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: page.page.channel is not None)
    assert _stored(desk).key == "mastodon:brand"
