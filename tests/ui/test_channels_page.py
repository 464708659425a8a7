"""The channels page: states in words, capabilities, connecting an account against a server, importing a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.connectors import registry
from console.domain.comment import Channel, ChannelId
from console.domain.decision import Capability
from console.domain.errors import KeyringUnavailable
from console.runtime.connections import memory_only
from console.secrets import ChainedSecrets, MemorySecrets
from console.services import channel_desk
from console.services.channel_desk import NewChannel
from tests.support.bluesky_server import PASSWORD, FakeBluesky, fake_bluesky
from tests.support.faultserver import Answer
from tests.ui.team_desk import DEADLINE, TeamDesk
from ui.i18n.loader import Languages
from ui.models.channel_words import (
    NOTES,
    WARNINGS,
    capability_rows,
    how_cell,
    state_words,
    undo_cell,
    warning_words,
)
from ui.theme.icon_names import GLYPHS
from ui.views.channel_import import ChannelImport
from ui.views.channels_view import ChannelsView
from ui.widgets.cells import Cell, narrowed


class NoKeyring(MemorySecrets):
    """A machine without a keyring."""

    def set(self, channel_key: str, workspace_id: str, secret: str) -> None:
        """Refuse."""
        raise KeyringUnavailable("no_keyring")

    def delete(self, channel_key: str, workspace_id: str) -> None:
        """Refuse."""
        raise KeyringUnavailable("no_keyring")


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[TeamDesk]:
    """A console whose loop runs, without standing tasks."""
    made = TeamDesk(tmp_path, qapp, memory_only())
    made.start_engine()
    yield made
    made.close()


@pytest.fixture(scope="module")
def bluesky() -> Iterator[FakeBluesky]:
    """A server that knows one account."""
    with fake_bluesky() as made:
        yield made


def _row(page: ChannelsView, row: int) -> list[str]:
    model = page.table.cells
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


# ------------------------------------------------------------------ the list


def test_an_empty_workspace_offers_three_ways(desk: TeamDesk) -> None:
    """Connect, import, practise; the practice network is one press away."""
    page = desk.channels()
    desk.wait(lambda: not page.empty.isHidden())
    assert page.empty.title.text() == "No channel yet"
    assert [button.word for button in page.empty.buttons] == [
        "Connect a channel",
        "Import a file",
        "Practice network",
    ]
    page.empty.buttons[2].click()
    desk.wait(lambda: page.table.cells.rowCount() == 1)
    assert _row(page, 0)[:2] == ["lormel", "Not pulled yet"]
    assert page.page.title.text == "lormel · Practice network"


def test_state_times_and_what_waits(desk: TeamDesk) -> None:
    """The row follows the workspace; a queued action is named on the page."""
    ids = desk.seed()
    page = desk.channels()
    desk.wait(lambda: page.page.channel is not None)
    assert "1 action waits" in page.page.step.text() or "1 action wait" in page.page.step.text()
    now = desk.clock.now()
    desk.console.store.write(
        lambda tx: (
            tx.channels.set(
                page.page.channel.id, state="limited", state_params={"until": now + 600}, last_pull_at=now
            ),  # type: ignore[union-attr]
            tx.changed("channels"),
        )
    ).result(DEADLINE)
    desk.wait(lambda: _row(page, 0)[1].startswith("Waits for the site until"))
    assert ids


def test_pause_resume_and_pull(desk: TeamDesk) -> None:
    """Each is logged; a paused channel does not pull and says so."""
    desk.seed()
    page = desk.channels()
    desk.wait(lambda: page.page.channel is not None)
    page.page.pause.click()
    desk.wait(lambda: page.page.pause.word == "Resume")
    assert _row(page, 0)[1] == "Paused"
    assert page.page.pull.reason == "It is paused. Resume it first."
    page.page.pause.click()
    desk.wait(lambda: page.page.pause.word == "Pause")
    page.page.pull.click()
    desk.wait(lambda: "Asking demo" in desk.strip())
    events = desk.console.store.read(lambda r: r.audit.distinct("event"))
    assert {"channel_paused", "channel_resumed"} <= set(events)


def test_removing_asks_first(desk: TeamDesk) -> None:
    """The safe answer has the focus; afterwards the comments are still there."""
    ids = desk.seed()
    page = desk.channels()
    desk.wait(lambda: page.page.channel is not None)
    page.page.remove.click()
    assert page.page.ask.isVisible()
    assert "comments, decisions and the log stay" in page.page.ask.line.text()
    assert page.page.ask.buttons[0].hasFocus()
    page.page.ask.buttons[0].click()
    assert not page.page.ask.isVisible()
    page.page.remove.click()
    page.page.ask.buttons[1].click()
    desk.wait(lambda: page.table.cells.rowCount() == 0)
    assert desk.console.store.read(lambda r: r.comments.get(ids[0])) is not None
    assert "channel_removed" in desk.console.store.read(lambda r: r.audit.distinct("event"))


def test_a_moderator_may_look_but_not_remove(tmp_path: Path, qapp: QApplication) -> None:
    """Connecting and removing accounts needs a lead; the practice network does not."""
    made = TeamDesk(tmp_path, qapp, memory_only(), name="Kim")
    try:
        lead = made.console.actor(made.console.os_user)
        made.console.add_channel(
            "bluesky", "brand", lead, server="https://bsky.social", handle="brand.bsky.social"
        )
        page = made.channels()
        made.wait(lambda: page.page.channel is not None)
        assert page.page.remove.reason == "This needs a lead."
        assert page.page.pause.reason == "This needs a lead."
        page.start_add()
        assert page.add.platforms.buttons["bluesky"].reason == "Connecting an account needs a lead."
        page.add.choose("bluesky")
        assert page.add.steps.currentIndex() == 0
    finally:
        made.close()


# ------------------------------------------------------------------ connecting


def _fill(page: ChannelsView, server: FakeBluesky, password: str = PASSWORD, name: str = "") -> None:
    page.start_add()
    page.add.choose("bluesky")
    page.add.form.edit("handle").setText("@brand.test")
    page.add.form.edit("secret").setText(password)
    page.add.form.edit("server").setText(server.server.url)
    page.add.form.name_field.setText(name)


def _add(page: ChannelsView) -> None:
    """From what the account can do, over what comes in, to the channel."""
    page.add.result.onward.click()
    assert page.add.steps.currentIndex() == 3
    page.add.scope.add.click()


def test_connecting_an_account(desk: TeamDesk, bluesky: FakeBluesky) -> None:
    """Tested first, shown with what it can do, then added; the secret is kept apart and the fields are empty again."""
    page = desk.channels()
    _fill(page, bluesky, name="main")
    page.add.run_test()
    desk.wait(lambda: page.add.steps.currentIndex() == 2)
    assert desk.console.store.read(lambda r: r.channels.all()) == []
    actions = [
        page.add.result.table.cells.index(row, 0).data()
        for row in range(page.add.result.table.cells.rowCount())
    ]
    assert {"Reply", "Hide", "Delete", "Block"} <= set(actions)
    _add(page)
    desk.wait(lambda: page.table.cells.rowCount() == 1)
    channel = desk.console.store.read(lambda r: r.channels.all()[0])
    assert (channel.key, channel.state) == ("bluesky:main", "new")
    assert channel.remote_id
    assert desk.console.secrets.get("bluesky:main", desk.console.workspace_id) == PASSWORD
    assert page.add.form.edit("secret").text() == page.add.form.edit("handle").text() == ""
    assert page.stack.currentIndex() == 0
    assert "main was added" in desk.strip()
    desk.wait(lambda: page.page.title.text == "main · Bluesky")
    entry = desk.console.store.read(lambda r: r.audit.row(r.audit.head().sequence))
    assert entry is not None
    assert PASSWORD not in entry.entry


def test_a_wrong_password_stores_nothing(desk: TeamDesk, bluesky: FakeBluesky) -> None:
    """What, what became of it, what to do; the typed words stay, the password field has the focus."""
    page = desk.channels()
    _fill(page, bluesky, password="wrong-pass-word-here")
    page.add.run_test()
    desk.wait(page.add.form.notice.isVisible)
    assert "does not accept these sign-in details" in page.add.form.notice.title.text()
    assert page.add.form.notice.line.text() == "No channel was added."
    assert page.add.form.edit("handle").text() == "@brand.test"
    assert page.add.form.edit("secret").hasFocus()
    assert desk.console.store.read(lambda r: r.channels.all()) == []


@pytest.mark.parametrize(
    ("server", "words"),
    [
        ("http://bsky.example", "unencrypted"),
        ("ftp://bsky.example", "no server address"),
        ("http://127.0.0.1:9", "cannot be reached"),
    ],
)
def test_a_bad_server_is_named(desk: TeamDesk, bluesky: FakeBluesky, server: str, words: str) -> None:
    """Without leaving the machine."""
    page = desk.channels()
    _fill(page, bluesky)
    page.add.form.edit("server").setText(server)
    page.add.run_test()
    desk.wait(page.add.form.notice.isVisible)
    assert words in page.add.form.notice.title.text()


def test_a_server_that_asks_to_wait(desk: TeamDesk, bluesky: FakeBluesky) -> None:
    """429 at the sign-in is said as such."""
    page = desk.channels()
    bluesky.server.inject(
        "/xrpc/com.atproto.server.createSession",
        Answer(
            status=429,
            headers={"ratelimit-reset": str(desk.clock.now() + 300)},
            body={"error": "RateLimitExceeded"},
        ),
    )
    _fill(page, bluesky)
    page.add.run_test()
    desk.wait(page.add.form.notice.isVisible)
    assert "asks to wait" in page.add.form.notice.title.text()


def test_missing_words_are_asked_for(desk: TeamDesk, bluesky: FakeBluesky) -> None:
    """Under the field, which gets the focus; nothing is sent."""
    page = desk.channels()
    _fill(page, bluesky, password="")
    page.add.run_test()
    assert page.add.form.fields["secret"].help.text() == "This is needed."
    assert page.add.form.edit("secret").hasFocus()
    page.add.form.edit("secret").setText("x")
    page.add.form.edit("handle").setText("")
    page.add.run_test()
    assert page.add.form.fields["handle"].help.text() == "This is needed."
    page.add.form.edit("handle").setText("brand.test")
    page.add.form.name_field.setText("a:b")
    assert page.add.form.wanted(signing_in=False) is None
    page.add.back()
    page.add.back()
    assert page.stack.currentIndex() == 0
    assert page.add.form.edit("secret").text() == ""


def test_without_a_keyring_it_works_until_the_end(
    tmp_path: Path, qapp: QApplication, bluesky: FakeBluesky
) -> None:
    """The channel is added, a notice says what that means, removing says what is left to do."""
    made = TeamDesk(tmp_path, qapp, ChainedSecrets(MemorySecrets(), NoKeyring()))
    try:
        made.start_engine()
        page = made.channels()
        _fill(page, bluesky, name="main")
        page.add.run_test()
        made.wait(lambda: page.add.steps.currentIndex() == 2)
        _add(page)
        made.wait(page.notice.isVisible)
        assert "no keyring" in page.notice.title.text()
        assert "until Vigie is closed" in page.notice.line.text()
        assert made.console.secrets.get("bluesky:main", made.console.workspace_id) == PASSWORD
        page.notice.buttons[0].click()
        assert not page.notice.isVisible()
        made.wait(lambda: page.page.channel is not None)
        page.page.remove.click()
        page.page.ask.buttons[1].click()
        made.wait(lambda: "the keyring did not answer" in made.strip())
        assert made.console.secrets.memory.get("bluesky:main", made.console.workspace_id) is None
    finally:
        made.close()


def test_the_engine_must_run(tmp_path: Path, qapp: QApplication, bluesky: FakeBluesky) -> None:
    """Asked in the first moments, it says to try again."""
    made = TeamDesk(tmp_path, qapp, memory_only())
    try:
        page = made.channels()
        _fill(page, bluesky)
        page.add.run_test()
        assert "not running yet" in page.add.form.notice.title.text()
    finally:
        made.close()


def test_a_secret_is_never_shown() -> None:
    """Not even by accident in a log."""
    assert "hush" not in repr(NewChannel("bluesky", "main", secret="hush"))


# ------------------------------------------------------------------ importing

EXPORT = """id;Auteur;Date;Message;Couleur
1;Nathan R.;19/11/2026 09:41;"Trois appels pour un joint à 2 €, bravo.";bleu
2;Odile Fournier;20/11/2026 08:00;J'aimais la marque;rouge
3;Karim;hier;Ça passe sur induction ?;vert
4;Léa;20/11/2026 10:12;Reçue hier, merci !;bleu
"""


def _planned(desk: TeamDesk, path: Path) -> ChannelImport:
    page = desk.channels()
    importing = page.importing
    page.stack.setCurrentWidget(importing)
    importing.show_file(path)
    desk.wait(lambda: importing._plan is not None or importing._problem is not None)
    return importing


def test_the_plan_comes_before_anything_is_read(desk: TeamDesk, tmp_path: Path) -> None:
    """Columns, encoding, what is ignored, the first lines with their problems; the workspace is still empty."""
    path = tmp_path / "avis.csv"
    path.write_text(EXPORT, encoding="cp1252")
    page = _planned(desk, path)
    assert page.title.text() == "How avis.csv would be read"
    assert "CP1252" in page.aside.text()
    assert page.columns["text"].field.key() == "Message"  # type: ignore[attr-defined]
    assert page.columns["author"].field.key() == "Auteur"  # type: ignore[attr-defined]
    cells = [[page.preview.cells.index(row, column).data() for column in range(4)] for row in range(4)]
    assert cells[0][1] == "Nathan R."
    assert "2 €" in cells[0][3]
    assert "hier" in cells[2][3]
    assert "Couleur" in page.remarks.accessibleName()
    assert desk.console.store.read(lambda r: r.channels.all()) == []


def test_importing_and_the_report(desk: TeamDesk, tmp_path: Path) -> None:
    """Good lines in, the bad one named; a second time nothing is new; logged both times."""
    path = tmp_path / "avis.csv"
    path.write_text(EXPORT, encoding="utf-8")
    page = _planned(desk, path)
    page.go.click()
    desk.wait(lambda: page.steps.currentIndex() == 2)
    assert page.result.title.text() == "4 lines read, 3 new"
    assert "1 rejected" in page.result.line.text()
    assert page.rejects.cells.index(0, 0).data() == "4"
    assert "hier" in page.rejects.cells.index(0, 1).data()
    page.done.click()
    view = desk.channels()
    assert _row(view, 0)[:2] == ["avis", "Imported, nothing to pull"]
    again = _planned(desk, path)
    again.go.click()
    desk.wait(lambda: again.steps.currentIndex() == 2)
    assert again.result.title.text() == "4 lines read, 0 new"
    assert len(desk.console.store.read(lambda r: r.channels.all())) == 1
    entries = desk.console.store.read(lambda r: r.audit.distinct("event"))
    assert "import_finished" in entries


def test_a_column_that_a_person_knows_better(desk: TeamDesk, tmp_path: Path) -> None:
    """No text column is found: the page asks, and the answer makes a plan."""
    path = tmp_path / "odd.csv"
    path.write_text("a,b\nKim,What a day\nLea,Lovely\n", encoding="utf-8")
    page = _planned(desk, path)
    assert page.problem.isVisible()
    assert "Say below which column" in page.problem.aside.text()
    assert page.go.reason
    choice = page.columns["text"].field
    choice.set_key("b")  # type: ignore[attr-defined]
    choice.activated.emit(choice.currentIndex())  # type: ignore[attr-defined]
    desk.wait(lambda: page._plan is not None)
    assert not page.problem.isVisible()
    assert page.go.reason == ""
    assert page.preview.cells.index(0, 3).data() == "What a day"


def test_another_encoding(desk: TeamDesk, tmp_path: Path) -> None:
    """The person's choice shows in the preview at once."""
    path = tmp_path / "avis.csv"
    path.write_bytes("text\nça marche très bien, merci à vous\n".encode("mac-roman"))
    page = _planned(desk, path)
    choice = page.encoding.field
    choice.set_key("mac-roman")  # type: ignore[attr-defined]
    choice.activated.emit(choice.currentIndex())  # type: ignore[attr-defined]
    desk.wait(lambda: page._plan is not None and "mac" in page._plan.encoding)
    assert page.preview.cells.index(0, 3).data() == "ça marche très bien, merci à vous"


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "empty"), (b"PK\x03\x04rest", "spreadsheet"), (None, "cannot be read")]
)
def test_files_that_cannot_be_imported(
    desk: TeamDesk, tmp_path: Path, content: bytes | None, words: str
) -> None:
    """Say why, in a sentence, and leave another file as the way on."""
    path = tmp_path / "bad.csv"
    if content is not None:
        path.write_bytes(content)
    page = _planned(desk, path)
    assert words in page.problem.title.text()
    assert page.problem.line.text() == "Nothing was imported."
    assert page.plan_part.isHidden()
    assert page.go.reason


def test_an_import_can_be_stopped(desk: TeamDesk, tmp_path: Path) -> None:
    """Esc ends it; what was read stays, the report says so, and the window was free all the time."""
    path = tmp_path / "large.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("id,author,text\n")
        for number in range(60_000):
            file.write(f"{number},a{number % 50},comment number {number}\n")
    page = _planned(desk, path)
    page.go.click()
    desk.wait(lambda: page._report is not None and page._report.read > 0)
    assert page.stop_button.hasFocus()
    desk.press(Qt.Key.Key_Escape)
    desk.wait(lambda: page.steps.currentIndex() == 2)
    report = page._report
    assert report is not None
    assert 0 < report.read < 60_000
    assert "Stopped" in page.result.aside.text()


def test_the_words_change_with_the_language(desk: TeamDesk, tmp_path: Path) -> None:
    """List, page, wizard and import, live."""
    desk.seed()
    page = desk.channels()
    desk.wait(lambda: page.page.channel is not None)
    desk.preferences.change(language="fr")
    desk.wait(lambda: page.head.title.text == "Canaux")
    assert page.page.pull.word.startswith("Relever")
    assert page.add.title.text() == "Connecter un canal"
    assert (
        page.page.table.cells.headerData(4, Qt.Orientation.Horizontal)
        == "Sur le réseau d’entraînement, cela veut dire"
    )
    desk.preferences.change(language="en")


# ------------------------------------------------------------------ words alone


def _channel(**more: object) -> Channel:
    return Channel(ChannelId(1), "bluesky", "main", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        (_channel(), "Not pulled yet"),
        (_channel(state="ok", last_pull_at=5), "Up to date"),
        (_channel(state="ok", last_pull_at=5, paused=True), "Paused"),
        (_channel(state="limited", state_params={"until": 36_120}), "Waits for the site until 10:02"),
        (_channel(state="auth", state_code="auth_expired"), "Wants a new sign-in"),
        (_channel(state="error", state_code="transient", state_params={"until": 36_120}), "Does not answer"),
    ],
)
def test_states_in_words(languages: Languages, channel: Channel, words: str) -> None:
    """Each with an icon that exists; trouble with what to do."""
    state = state_words(channel)
    assert state.words == words
    assert state.icon in GLYPHS
    if channel.state in ("auth", "error", "limited"):
        assert state.step
        assert "{" not in state.step


def test_capabilities_in_words(languages: Languages) -> None:
    """The four ways, the three ways back, and a meaning for every note of every platform, in both languages."""
    assert how_cell(Capability("hide", "api")).text == "From here"
    assert how_cell(Capability("hide", "link")).text == "On the site"
    assert how_cell(Capability("delete", "own_only")).text == "Our own only"
    assert how_cell(Capability("like", "none")).text == "Not possible"
    assert undo_cell(Capability("hide", "api", reversible=True)).text == "can be undone"
    assert undo_cell(Capability("hide", "link", reversible=True)).text == "undo on the site"
    assert undo_cell(Capability("report", "api")).text == "cannot be undone"
    assert undo_cell(Capability("like", "none")).text == ""
    for language in ("en", "fr"):
        languages.use(language)
        for spec in registry.specs():
            rows = capability_rows(spec)
            assert rows
            for row in rows:
                assert isinstance(row[4], Cell)
                assert row[4].text, (spec.kind, row[0].text)
        assert all(warning_words(code) != code for code in WARNINGS)
    noted = {one.note for spec in registry.specs() for one in spec.capabilities}
    assert noted <= set(NOTES)


def test_the_cost_of_what_goes_together_is_told_whole(languages: Languages) -> None:
    """YouTube takes fifty changes of status for the price of one; a reply is one by itself."""
    languages.use("en")
    cells = {
        str(row[0].text): row[3]
        for row in capability_rows(registry.spec("youtube"))
        if isinstance(row[0], Cell)
    }
    told = {name: cell.text for name, cell in cells.items() if isinstance(cell, Cell)}
    assert (told["Reply"], told["Hide"]) == ("50", "50 for up to 50")


def test_columns_give_way_fairly() -> None:
    """Narrow ones keep what they need, the widest yields; never more than there is."""
    assert narrowed([50, 300, 60], 250) == [50, 140, 60]
    assert narrowed([100, 100, 100], 90) == [30, 30, 30]
    assert sum(narrowed([5, 900, 400], 333)) <= 333


def test_names_of_file_channels() -> None:
    """Nothing that a channel key may not hold."""
    assert channel_desk.channel_name("/a/b/avis du 3:4.csv") == "avis du 3-4"
    assert channel_desk.channel_name("x" * 100 + ".csv") == "x" * 60
