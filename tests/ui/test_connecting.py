"""Connecting whatever platform there is by its spec: fields, sign-in in the browser, lacks, what to watch, day to day."""

from __future__ import annotations

import sys
import threading
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QLineEdit

from console.connectors import registry
from console.connectors.oauth import Browser, Words, ask_in_browser, authorize_url
from console.domain.comment import Channel, ChannelId, PullPage
from console.domain.decision import Capability
from console.domain.errors import AuthExpired, EnvironmentFailure, UsageError
from console.domain.ports import AccountInfo, Clock, Granted, Need, PlatformSpec, TextMeasure
from console.runtime.connections import memory_only
from console.services.connecting import gathered
from console.services.intake import store_page
from console.store import Tx
from tests.support.workspaces import comment
from tests.ui.team_desk import DEADLINE, TeamDesk
from ui.i18n.loader import Languages
from ui.models import connect_tables, connect_words
from ui.models.channel_words import budget_words, capability_rows, ends_words, remark_words
from ui.models.connect_words import before, choice_words, field_words, gives, offered
from ui.views import channel_adding
from ui.views.channel_add import ChannelAdd
from ui.views.channels_view import ChannelsView
from ui.widgets.fields import Choice

DAY = 86_400

SPEC = PlatformSpec(
    kind="agora",
    title="Agora",
    capabilities=(
        Capability("reply", "api", reversible=True, cost=1),
        Capability("hide", "api", reversible=True, cost=1),
        Capability("report", "link"),
    ),
    measure=lambda text: TextMeasure(len(text), 0, "characters"),
    needs=(
        Need("server", "url"),
        Need("flavour", "choice", default="mild", choices=("mild", "strong")),
        Need("cap", "number", required=False),
        Need("secret", "secret"),
    ),
    sign_in="both",
    options=("history_days", "flavour", "cap"),
    watches=("keyword", "hashtag"),
    tested="simulator",
)


class Account:
    """A connector of one account that accepts one token."""

    def __init__(self, channel: Channel, secret: str | None, asked: list[Channel]) -> None:
        self.spec, self._secret = SPEC, secret
        asked.append(channel)

    async def check(self) -> AccountInfo:
        """Whose account it is; it lacks a permission and ends in five days."""
        if self._secret != "good":
            raise AuthExpired()
        return AccountInfo(
            "7", "brand@agora.test", "Brand", lacking={"hide": "write:hide"}, expires_at=1_800_000_000
        )

    async def pull(self, cursor: str | None) -> PullPage:
        """Nothing."""
        return PullPage((), cursor)

    async def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Channel]:
    """One more platform in the registry; the channels that it was connected for."""
    seen: list[Channel] = []
    module = ModuleType("agora_for_tests")

    async def sign_in(
        server: str, given: Mapping[str, str], browser: Browser, words: Words, clock: Clock
    ) -> Granted:
        assert given["server"] == server
        await ask_in_browser(
            browser,
            lambda redirect, state: authorize_url("https://agora.test/allow", redirect=redirect, state=state),
            words=words,
        )
        return Granted("good")

    vars(module).update(
        SPEC=SPEC, connect=lambda channel, secret, *_rest: Account(channel, secret, seen), sign_in=sign_in
    )
    monkeypatch.setitem(sys.modules, "agora_for_tests", module)
    monkeypatch.setitem(registry._MODULES, "agora", "agora_for_tests")
    return seen


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, asked: list[Channel]) -> Iterator[TeamDesk]:
    """A console that knows Agora too, whose loop runs."""
    made = TeamDesk(tmp_path, qapp, memory_only())
    made.start_engine()
    yield made
    made.close()


def _form(page: ChannelsView, **written: str) -> ChannelAdd:
    page.start_add()
    page.add.choose("agora")
    for name, text in written.items():
        page.add.form.edit(name).setText(text)
    return page.add


class Opened:
    """Stands in for the system's browser: keeps the addresses; with ``visits`` a person allows it there."""

    def __init__(self, *, visits: bool = False) -> None:
        self.urls: list[str] = []
        self._visits = visits

    def __call__(self, address: QUrl | str) -> bool:
        self.urls.append(QUrl(address).toString())
        if self._visits:
            _visit(self.urls[-1])
        return self._visits


def _visit(url: str) -> None:
    """What a browser does when a person allowed it: back to this machine with a code."""
    from urllib.parse import parse_qs, urlsplit

    given = parse_qs(urlsplit(url).query)
    answer = f"{given['redirect'][0]}?code=c&state={given['state'][0]}"
    threading.Thread(target=lambda: urllib.request.urlopen(answer, timeout=10).read()).start()


# ------------------------------------------------------------------ first step


def test_every_platform_is_offered_with_a_line(desk: TeamDesk) -> None:
    """Practice first, a file last, one that nobody wrote words for too; the arrows go through them all."""
    page = desk.channels()
    page.start_add()
    listed = page.add.platforms
    kinds = list(listed.buttons)
    assert kinds[0] == "practice"
    assert kinds[-1] == "file"
    assert set(kinds) == set(registry.kinds())
    assert listed.buttons["agora"].word == "Agora"
    assert all(line.text() for line in listed.lines.values())
    assert all(listed.lines[k].text() in b.accessibleDescription() for k, b in listed.buttons.items())
    listed.focus_on("practice")
    for kind in kinds[1:]:
        desk.press(Qt.Key.Key_Down)
        assert listed.buttons[kind].hasFocus()
    assert len({button.width() for button in listed.buttons.values()}) == 1
    listed.buttons["agora"].setFocus()
    desk.press(Qt.Key.Key_Return)
    assert page.add.steps.currentIndex() == 1
    desk.press(Qt.Key.Key_Escape)
    assert page.add.steps.currentIndex() == 0
    assert listed.buttons["agora"].hasFocus()


# ------------------------------------------------------------------ second step


def test_fields_are_made_from_the_needs(desk: TeamDesk) -> None:
    """Passwords hidden, choices chosen, what the browser would give apart; another platform, other fields."""
    add = _form(desk.channels())
    assert list(add.form.fields) == ["server", "flavour", "cap", "secret"]
    assert add.form.edit("secret").echoMode() == QLineEdit.EchoMode.Password
    choice = add.form.fields["flavour"].field
    assert isinstance(choice, Choice)
    assert [choice.itemData(place) for place in range(choice.count())] == ["mild", "strong"]
    assert choice.key() == "mild"
    assert add.form.fields["cap"].label.text() == "Cap (optional)"
    assert add.form.in_browser.isVisible()
    assert add.form.test.isVisible()
    assert 2 <= len(add.form.points) <= 4
    assert add.form.edit("server").hasFocus()
    assert all(one.field.accessibleName() for one in add.form.fields.values())
    add.start()
    add.choose("bluesky")
    assert list(add.form.fields) == ["server", "handle", "secret"]
    assert not add.form.in_browser.isVisible()
    assert add.form.edit("handle").hasFocus()


def test_what_is_wrong_stands_under_its_field(desk: TeamDesk, asked: list[Channel]) -> None:
    """Missing, and no number: said there, with the focus; nothing is asked of anybody."""
    add = _form(desk.channels(), server="https://agora.test")
    add.run_test()
    assert add.form.fields["secret"].help.text() == "This is needed."
    assert add.form.edit("secret").hasFocus()
    add.form.edit("secret").setText("good")
    add.form.edit("cap").setText("many")
    add.run_test()
    assert add.form.fields["cap"].help.text() == "Write a whole number."
    assert add.form.edit("cap").hasFocus()
    add.form.edit("server").clear()
    add.run_sign_in()
    assert add.form.fields["server"].help.text() == "This is needed."
    assert asked == []


def test_a_refused_token_keeps_what_was_written(desk: TeamDesk) -> None:
    """What became of it, and the focus where to correct it."""
    add = _form(desk.channels(), server="https://agora.test", secret="bad")
    add.run_test()
    desk.wait(add.form.notice.isVisible)
    assert add.form.notice.line.text() == "No channel was added."
    assert add.form.edit("server").text() == "https://agora.test"
    assert add.form.edit("secret").hasFocus()


def test_signing_in_with_the_browser(desk: TeamDesk, asked: list[Channel]) -> None:
    """Its page opens, this window goes on by itself; the secret is kept apart and the channel named by its account."""
    page = desk.channels()
    add = _form(page, server="https://agora.test")
    opened = add.signing.browser.show_url = Opened(visits=True)
    add.form.in_browser.click()
    desk.wait(lambda: add.steps.currentIndex() == 2)
    assert opened.urls[0].startswith("https://agora.test/allow?")
    assert asked[-1].server == "https://agora.test"
    assert asked[-1].options == {"flavour": "mild"}
    add.go_on()
    add.run_add()
    desk.wait(lambda: page.table.cells.rowCount() == 1)
    channel = desk.console.store.read(lambda r: r.channels.all()[0])
    assert channel.key == "agora:brand"
    assert desk.console.secrets.get("agora:brand", desk.console.workspace_id) == "good"


def test_an_account_is_named_and_placed_by_itself(desk: TeamDesk, asked: list[Channel]) -> None:
    """Another one of the same name gets one of its own; the same one keeps its channel; a chosen name is not taken."""

    def add(server: str, remote: str, *, named: str = "", handle: str = "brand") -> Channel:
        wanted = gathered("agora", {"server": server}, secret="good", name=named)
        info = AccountInfo(remote, handle, "Brand", "https://" + server.removeprefix("@brand@"))
        return channel_adding.add(desk.console, wanted, info, desk.actor, named=bool(named))[0]

    first = add("@brand@agora.test", "7")
    assert (first.key, first.server) == ("agora:brand", "https://agora.test")
    other = add("far.test", "7")  # numbers are each server's own
    assert (other.key, other.server) == ("agora:brand@far.test", "https://far.test")
    assert add("agora.test", "7").id == first.id
    assert add("far.test", "7", handle="renamed").id == other.id
    with pytest.raises(UsageError, match="channel_taken"):
        add("third.test", "9", named="brand")
    desk.console.set_channel(first, desk.actor, "channel_removed", removed=True).result(DEADLINE)
    assert add("third.test", "9").key == "agora:brand@third.test"  # what it held stays its own
    assert add("agora.test", "7").id == first.id


def test_a_taken_name_is_said_at_its_field(desk: TeamDesk) -> None:
    """Back to where it is written, and nothing was stored."""
    desk.console.add_channel("agora", "team", desk.actor, server="https://far.test", remote_id="1")
    add = _form(desk.channels(), server="https://agora.test", secret="good")
    add.form.name_field.setText("team")
    add.run_test()
    desk.wait(lambda: add.steps.currentIndex() == 2)
    add.go_on()
    add.run_add()
    desk.wait(lambda: add.steps.currentIndex() == 1)
    assert "another account" in add.form.name.help.text()
    assert add.form.name_field.hasFocus()
    assert desk.console.store.read(lambda r: r.channels.all()[0]).remote_id == "1"


def test_escape_stops_a_sign_in(desk: TeamDesk, asked: list[Channel]) -> None:
    """The listener closes, the fields stay, and a second try begins anew."""
    add = _form(desk.channels(), server="https://agora.test")
    opened = add.signing.browser.show_url = Opened()
    add.run_sign_in()
    desk.wait(lambda: opened.urls)
    desk.wait(lambda: len(add.form.notice.buttons) == 2)
    assert add.form.notice.title.text() == "No browser could be opened"
    assert add.form.notice.buttons[0].hasFocus()
    assert add.form.test.reason
    desk.press(Qt.Key.Key_Escape)
    assert not add.signing.running
    assert add.steps.currentIndex() == 1
    assert add.form.notice.isVisible()
    assert add.form.notice.title.text() == "The sign-in was stopped."
    assert add.form.edit("server").text() == "https://agora.test"
    assert add.form.in_browser.reason == ""
    assert asked == []


def test_only_web_addresses_are_opened(desk: TeamDesk) -> None:
    """Whatever a server calls its page."""
    add = _form(desk.channels(), server="https://agora.test")
    told: list[tuple[str, bool]] = []
    shown = add.signing.browser.show_url = Opened()
    add.signing.browser.opened.connect(lambda url, done: told.append((url, done)))
    add.signing.browser.open("file:///etc/passwd")
    desk.wait(lambda: told)
    assert told == [("file:///etc/passwd", False)]
    assert shown.urls == []


# ------------------------------------------------------------------ third and fourth step


def test_what_the_token_lacks_and_what_to_watch(desk: TeamDesk) -> None:
    """Lacks and the end are said before the channel is added; terms and days are stored with it."""
    page = desk.channels()
    add = _form(page, server="https://agora.test", secret="good")
    desk.clock.turn(1_800_000_000 - 5 * DAY - desk.clock.now())
    add.run_test()
    desk.wait(lambda: add.steps.currentIndex() == 2)
    cells = add.result.table.cells
    table = {cells.index(row, 0).data(): cells.index(row, 1).data() for row in range(cells.rowCount())}
    assert table["Hide"] == "Lacks: write:hide"
    assert table["Reply"] == "From here"
    assert "write:hide" in add.result.remark.title.text()
    assert add.result.ends.text == "The sign-in ends in 5 days"
    assert "a simulator" in add.result.tested.text()
    assert add.result.onward.word == "Continue"
    desk.press(Qt.Key.Key_Return)
    assert add.steps.currentIndex() == 3
    watch = add.scope.watch
    watch.edit.setText("@joe")
    watch.take()
    assert watch.line.help.text() == "This platform cannot search for that."
    assert watch.edit.text() == "@joe"
    watch.edit.setText("late parcel")
    watch.take()
    watch.edit.setText("#lormel")
    watch.take()
    assert [one.word for one in watch.buttons] == ["“late parcel”", "#lormel"]
    assert watch.buttons[1].accessibleName() == "Watch #lormel no more"
    watch.buttons[0].click()
    watch.edit.setText("broken jar")  # not yet taken: it counts
    add.scope.days.set_key("90")
    add.scope.add.click()
    desk.wait(lambda: page.table.cells.rowCount() == 1)
    channel = desk.console.store.read(lambda r: r.channels.all()[0])
    assert channel.options["history_days"] == 90
    assert channel.options["watches"] == [
        {"kind": "hashtag", "text": "lormel"},
        {"kind": "keyword", "text": "broken jar"},
    ]
    assert channel.account["expires_at"] == 1_800_000_000
    assert channel.account["lacking"] == {"hide": "write:hide"}
    desk.wait(lambda: page.page.channel is not None)
    assert page.page.details.ends.text == "The sign-in ends in 5 days"


# ------------------------------------------------------------------ day to day


def _set(desk: TeamDesk, channel: Channel, **fields: object) -> None:
    def work(tx: Tx) -> None:
        tx.channels.set(channel.id, **fields)
        tx.changed("channels")

    desk.console.store.write(work).result(DEADLINE)


def _channel(desk: TeamDesk, **fields: object) -> ChannelsView:
    channel = desk.console.add_channel("agora", "brand", desk.actor, server="https://agora.test")
    _set(desk, channel, **fields)
    page = desk.channels()
    desk.wait(lambda: page.page.channel is not None)
    return page


def test_the_first_import_is_counted_while_it_runs(desk: TeamDesk) -> None:
    """Until the first pull has ended."""
    page = _channel(desk, state="new")
    desk.wait(lambda: page.page.details.first.text == "First import: 0 comments so far")
    channel = page.page.channel
    assert channel is not None
    arrived = PullPage((comment(1, "Hello"), comment(2, "You there")), "2", more=True)
    desk.console.store.write(lambda tx: store_page(tx, channel, arrived)).result(DEADLINE)
    desk.wait(lambda: page.page.details.first.text == "First import: 2 comments so far")
    _set(desk, channel, state="ok", last_pull_at=desk.clock.now())
    desk.wait(lambda: not page.page.details.first.isVisible())


def test_when_the_first_import_is_over_the_way_leads_to_its_comments(desk: TeamDesk) -> None:
    """How many came, and Enter opens where they wait; nothing is said of a channel that was there before."""
    page = _channel(desk, state="new")
    channel = page.page.channel
    assert channel is not None
    asked: list[bool] = []
    page.queue_asked.connect(lambda: asked.append(True))
    page._added(channel)
    assert not page.arrival.isVisible()
    arrived = PullPage((comment(1, "Hello"), comment(2, "You there")), "2", more=False)
    desk.console.store.write(lambda tx: store_page(tx, channel, arrived)).result(DEADLINE)
    _set(desk, channel, state="ok", last_pull_at=desk.clock.now())
    desk.wait(page.arrival.isVisible)
    assert page.arrival.notice.title.text() == "brand is connected: 2 comments came in"
    assert page.arrival.notice.buttons[0].hasFocus()
    desk.press(Qt.Key.Key_Return)
    assert asked == [True]
    assert not page.arrival.isVisible()


def test_budget_remarks_interval_and_terms(desk: TeamDesk) -> None:
    """What is left, what a pull had to say, and both settings kept with one entry each; other options stay."""
    now = desk.clock.now()
    page = _channel(
        desk,
        state="ok",
        last_pull_at=now,
        state_code="incomplete",
        state_params={"said": 14, "got": 9, "others": [{"code": "paging_loop"}]},
        budget={"unit": "units", "used": 2_000, "limit": 10_000, "resets_at": now + 600},
        options={"flavour": "mild"},
    )
    details = page.page.details
    desk.wait(details.remark.isVisible)
    assert "14 comments" in details.remark.line.text()
    assert "9 came" in details.remark.line.text()
    assert "same page again" in details.remark.line.text()
    assert details.budget.text.startswith("8,000 of 10,000 units left, renewed ")
    assert not details.keep.isVisible()
    details.choice.set_key("300")
    details.choice.activated.emit(details.choice.currentIndex())
    page._show_rows()
    assert details.choice.key() == "300"  # news must not take away what is being chosen
    details.keep.click()

    def read() -> Mapping[str, Any]:
        return desk.console.store.read(lambda r: r.channels.all()[0]).options

    desk.wait(lambda: read().get("interval") == 300)
    details.watch.edit.setText("jar")
    details.watch.take()
    desk.wait(lambda: read().get("watches") == [{"kind": "keyword", "text": "jar"}])
    assert read()["flavour"] == "mild"
    assert read()["interval"] == 300
    assert "channel_changed" in desk.console.store.read(lambda r: r.audit.distinct("event"))


def test_what_could_not_be_kept_is_not_shown_as_kept(desk: TeamDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk says no: the sentence is about that, and the term is gone again."""
    page = _channel(desk, state="ok")
    watch = page.page.details.watch

    def refused(*_given: object, **_fields: object) -> None:
        raise EnvironmentFailure("disk_full")

    said: list[str] = []
    page.spoke.connect(said.append)
    monkeypatch.setattr(desk.console, "set_channel", refused)
    watch.edit.setText("jar")
    watch.take()
    desk.wait(lambda: said and not watch.terms)
    page._set_interval(page._rows[0].channel, 300)
    desk.wait(lambda: len(said) == 2)
    assert not any("is pulled every" in one for one in said)


def test_a_moderator_changes_nothing(tmp_path: Path, qapp: QApplication, asked: list[Channel]) -> None:
    """Interval and terms are seen, with the reason."""
    made = TeamDesk(tmp_path, qapp, memory_only(), name="Kim")
    try:
        lead = made.console.actor(made.console.os_user)
        made.console.add_channel(
            "agora", "brand", lead, options={"watches": [{"kind": "keyword", "text": "jar"}]}
        )
        page = made.channels()
        made.wait(lambda: page.page.channel is not None)
        details = page.page.details
        assert not details.choice.isEnabled()
        assert details.watch.edit.isReadOnly()
        assert details.watch.buttons[0].reason == "This needs a lead."
    finally:
        made.close()


# ------------------------------------------------------------------ words alone


def test_words_of_every_platform(languages: Languages) -> None:
    """A line, two to four points, labels and how it was tested, in both languages; of known platforms none is missing."""
    assert offered(["file", "x", "practice"]) == ["practice", "x", "file"]
    for language in ("en", "fr"):
        languages.use(language)
        for spec in registry.specs():
            assert spec.kind in connect_tables.GIVES
            assert gives(spec.kind)
            assert 2 <= len(before(spec.kind)) <= 4
            assert connect_words.tested_words(spec)
            for need in spec.needs:
                known = (
                    f"{spec.kind}.{need.name}" in connect_tables.FIELDS or need.name in connect_tables.FIELDS
                )
                assert known, (spec.kind, need.name)
                assert field_words(spec.kind, need)[0]
                assert all(word for _, word in choice_words(spec.kind, need))
    assert before("nobody knows") == [*before("nobody knows either")]


def test_ends_budget_and_remarks(languages: Languages) -> None:
    """Counted down from a month, a warning from a week, over is over; budgets by their unit."""
    now = 1_795_000_000
    assert ends_words(None, now) is None
    for seconds, color in (
        (90 * DAY, "text-muted"),
        (20 * DAY, "text-muted"),
        (6 * DAY, "warning"),
        (-1, "danger"),
    ):
        words = ends_words(now + seconds, now)
        assert words is not None
        assert words.color == color
    made = SimpleNamespace(budget={"unit": "percent", "used": 30, "limit": 100})
    assert budget_words(made, now) == "70 % of the budget left"  # type: ignore[arg-type]
    made = SimpleNamespace(budget={"unit": "usd_e4", "used": 12_300, "limit": 100_000})
    assert budget_words(made, now) == "1.23 $ of 10.00 $ spent"  # type: ignore[arg-type]
    assert budget_words(Channel(ChannelId(1), "agora", "brand"), now) == ""
    assert remark_words(Channel(ChannelId(1), "agora", "brand", state="error", state_code="gone")) == []
    rows = capability_rows(SPEC, {"report": "anything"})
    assert [row[1].text for row in rows if row[0].text == "Report"] == ["On the site"]
    lacks = capability_rows(SPEC, {"followers": "read:reach"})
    assert [row[1].text for row in lacks[len(rows) :]] == ["Lacks: read:reach"]
