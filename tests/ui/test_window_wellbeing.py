"""Wellbeing in the window: what counts as read, the calm card, opted-out categories, tray, settings, someone to talk to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from console.domain.comment import IncomingAuthor, IncomingComment
from console.domain.vocabulary import Role
from console.services.exposure import day_number, harsh
from tests.ui.desk import Desk, turn
from tests.ui.queue_desk import _no_thread_left, desk, shared  # noqa: F401  fixtures
from ui.keymap import Keymap
from ui.models.card_data import CardData
from ui.models.exposure import FILE, Ledger
from ui.notifications import Event, Kind
from ui.settings_file import Settings
from ui.tray import Tray, badge_words, tray_icon
from ui.views.settings_view import SettingsView
from ui.views.support_sheet import PLACES, SupportSheet
from ui.views.team_exposure import TeamExposureLine
from ui.views.team_pages import TeamPages
from ui.wellbeing import Wellbeing


@pytest.fixture(scope="module")
def pages(shared: Desk) -> TeamPages:
    """The window's rooms and what belongs to the person."""
    return TeamPages(shared.window, shared.console, shared.bridge, shared.actor, shared.preferences, "0.1.0")


@pytest.fixture
def well(desk: Desk, pages: TeamPages) -> Iterator[Wellbeing]:
    """Wellbeing with an empty day, and no waiting of two seconds."""
    made = pages._outside.wellbeing
    path = desk.preferences.folder / FILE
    path.unlink(missing_ok=True)
    made.counter.__init__(made._clock)  # type: ignore[misc]
    made._due, made._unsent = False, {}
    made._timer.setInterval(150)
    desk.window.show()

    def active() -> bool:
        desk.window.activateWindow()
        return desk.window.isActiveWindow()

    desk.wait(active)
    desk.queue.focus_list()
    yield made
    made.set_without(())
    plain = Settings()
    desk.preferences.change(
        exposure_limit=plain.exposure_limit, mask_all=False, keep_in_tray=False, tray=True, notify=True
    )
    desk.preferences.change_keys(Keymap())
    desk.queue.uncover()


def _harsh(card: CardData) -> bool:
    return harsh(card.category, card.severity) and not card.masked and card.state == "open"


def _calm(card: CardData) -> bool:
    return card.category in ("praise", "question", "neutral") and card.state == "open"


def _own(desk: Desk) -> int:
    return Ledger(desk.preferences.folder / FILE).load(desk.actor.name).total


def test_what_stood_in_front_counts_and_what_is_masked_does_not(desk: Desk, well: Wellbeing) -> None:
    """Two seconds unmasked in the active window, once; in the person's own file and at the rail's foot."""
    desk.go_to(_calm)
    turn(250)
    assert well.counter.state.total == 0
    card = desk.go_to(_harsh)
    desk.wait(lambda: well.counter.state.total == 1)
    desk.wait(lambda: _own(desk) == 1)
    assert "1" in desk.window.rail.meter.words.text()
    assert desk.window.rail.meter.isVisible()
    desk.go_to(_calm)
    desk.go_to(lambda one: one.id == card.id)
    turn(300)
    assert well.counter.state.total == 1
    desk.preferences.change(mask_all=True)
    other = desk.go_to(
        lambda one: harsh(one.category, one.severity) and one.id != card.id and one.state == "open"
    )
    desk.wait(lambda: desk.queue.detail_data is not None and desk.queue.detail_data.card.masked)
    turn(300)
    assert well.counter.state.total == 1, "masked words were not read"
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_V)
    desk.wait(lambda: well.counter.state.total == 2)
    assert other.id == desk.current()


def test_nobody_reads_in_a_window_that_is_not_looked_at(
    desk: Desk, well: Wellbeing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another window in front: nothing counts."""
    monkeypatch.setattr(desk.window, "isActiveWindow", lambda: False)
    desk.go_to(_calm)
    desk.go_to(_harsh)
    turn(300)
    assert well.counter.state.total == 0


def test_who_decides_has_read_it_however_fast(desk: Desk, well: Wellbeing) -> None:
    """The wait is no loophole."""
    well._timer.setInterval(60_000)
    desk.go_to(_calm)
    card = desk.go_to(_harsh)
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_G)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0)
    desk.wait(lambda: well.counter.state.total == 1)


def test_the_team_hears_of_it_in_bundles_without_a_name(desk: Desk, well: Wellbeing) -> None:
    """Leads see a sum where three people work."""
    well._unsent = {"insult": 9}
    before = _total(desk)
    desk.go_to(_calm)
    card = desk.go_to(_harsh)
    desk.wait(lambda: _total(desk) == before + 10)
    assert card.category
    lead = desk.actor
    line = TeamExposureLine(desk.console, desk.bridge, lead, desk.queue.look)
    line.read()
    desk.wait(lambda: "Too few" in line.text())
    for name in ("Salomé", "Marc"):
        desk.console.team.add(name, Role.MODERATOR, lead)
    line.read()
    desk.wait(lambda: str(before + 10) in line.text())
    line.deleteLater()


def _total(desk: Desk) -> int:
    day = day_number(desk.clock.now())
    return sum(desk.console.store.read(lambda r: r.exposure.of_day(day)).values())


def test_the_card_comes_between_two_comments_and_never_blocks(desk: Desk, well: Wellbeing) -> None:
    """At the limit, not over a comment; a way to other work, a way on; no key decides what it covers."""
    desk.preferences.change(exposure_limit=1)
    desk.go_to(_calm)
    desk.go_to(_harsh)
    desk.wait(lambda: well.counter.state.total == 1)
    turn(100)
    assert not desk.queue.covered, "never over the comment that is being read"
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_J)
    desk.wait(lambda: desk.queue.covered)
    assert well.card is not None
    assert desk.queue.right.currentWidget() is well.card
    assert "1" in well.card.title.text()
    assert "Only you see this" in well.card.line.text()
    words = [button.text() for button in well.card.buttons]
    assert words[0].startswith("Go to")
    assert "Go on" in words
    assert desk.queue.armed() is None
    rows = desk.queue.model.rowCount()
    desk.press(Qt.Key.Key_G)
    turn(200)
    assert desk.queue.model.rowCount() == rows, "nothing was decided behind the card"
    on = next(button for button in well.card.buttons if button.text() == "Go on")
    on.click()
    desk.wait(lambda: not desk.queue.covered and desk.armed())
    well._due = True  # when it is due again is the counter's, tested apart: Esc is "go on" too
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_J)
    desk.wait(lambda: desk.queue.covered)
    desk.queue.back()
    assert not desk.queue.covered
    desk.wait(lambda: Ledger(desk.preferences.folder / FILE).load(desk.actor.name).offered >= 1)


def test_the_card_waits_for_a_reply_and_leads_to_other_work(desk: Desk, well: Wellbeing) -> None:
    """Nothing that is being written is covered."""
    desk.go_to(_calm)
    well._due = True
    well.counter.take(-1, 1, "insult")
    desk.preferences.change(exposure_limit=1)
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_R)
    desk.wait(lambda: desk.queue.replying.open)
    well.offer()
    turn(100)
    assert not desk.queue.covered
    desk.queue.replying.leave()
    desk.queue.focus_list()
    well.offer()
    desk.wait(lambda: desk.queue.covered)
    assert well.card is not None
    well.card.buttons[0].click()
    desk.wait(lambda: desk.queue.feed.view == "praise" and desk.queue.feed.ready)
    assert not desk.queue.covered


def test_opted_out_categories_leave_the_list_and_are_counted_beside_it(desk: Desk, well: Wellbeing) -> None:
    """Nothing is unseen in silence; the choice is kept for this person alone."""
    insults = desk.window.rail.button("toxic").item.count or 0
    before = desk.queue.model.rowCount()
    well.set_without(("insult", "threat", "hate", "obscene"))
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.rowCount() < before)
    link = desk.queue.list.left_out
    desk.wait(link.isVisible)
    assert link.text() == f"+{before - desk.queue.model.rowCount()} you opted out of"
    assert insults
    desk.wait(lambda: "insult" in Ledger(desk.preferences.folder / FILE).load(desk.actor.name).without)
    well.set_without(())
    desk.wait(lambda: desk.queue.model.rowCount() == before)
    desk.wait(lambda: not link.isVisible())


def test_masks_by_command_and_settings(desk: Desk, well: Wellbeing, pages: TeamPages) -> None:
    """Palette and page say and set the same; every choice is kept."""
    desk.window.run("app.masks")
    assert desk.preferences.settings.mask_all
    assert "everywhere: on" in desk.strip()
    desk.window.run("app.wellbeing")
    dialog = pages.open_settings()
    assert isinstance(dialog, SettingsView)
    page = dialog.wellbeing
    assert page is not None
    assert page.isVisible()
    assert page.checks["mask_all"].isChecked()
    assert "V shows" in page.checks["mask_all"].accessibleDescription()
    desk.preferences.change_keys(Keymap().give("look.reveal", ("F4",)))
    desk.wait(lambda: "F4 shows" in page.checks["mask_all"].accessibleDescription())
    desk.preferences.change_keys(Keymap())
    page.checks["mask_all"].click()
    assert desk.preferences.settings == replace(desk.preferences.settings, mask_all=False)
    page.limit.setValue(25)
    assert desk.preferences.settings.exposure_limit == 25
    assert "25" in page.own.text()
    page.begin.setText("20h15")
    page.begin.editingFinished.emit()
    assert desk.preferences.settings.quiet_from == "20:15"
    page.end.setText("noon")
    page.end.editingFinished.emit()
    assert desk.preferences.settings.quiet_to == "08:30"
    assert page.end_field.help.text()
    page.days["6"].click()
    assert desk.preferences.settings.quiet_days == "123457"
    page.without["threat"].click()
    assert well.counter.state.without == ("threat",)
    assert Settings() != desk.preferences.settings
    for check in (*page.checks.values(), *page.without.values(), *page.days.values()):
        assert check.accessibleName()
    dialog.accept()
    desk.preferences.change(quiet_from="19:00", quiet_days="1234567")


def test_someone_to_talk_to(desk: Desk, well: Wellbeing, pages: TeamPages) -> None:
    """The numbers stand there offline; a lead's contact is kept for the team."""
    sheet = pages._outside.open_support()
    assert isinstance(sheet, SupportSheet)
    said = " ".join(f"{name.text()} {words.text()}" for name, words, _, _ in sheet.rows)
    for number in ("3114", "3018", "PHAROS", "17 · 112", "116 123", "988"):
        assert number in said
    assert len(sheet.heads) == len(PLACES)
    assert "November 2026" in sheet.line.text()
    sheet.field.setPlainText("Dr Martin, Tuesdays")
    sheet.keep.click()
    desk.wait(lambda: desk.console.exposure.contact() == "Dr Martin, Tuesdays")
    sheet.field.setPlainText("x" * 601)
    sheet.keep.click()
    assert "600" in sheet.own_help.text()
    sheet.accept()
    del well


# ---------------------------------------------------------------------- notifications and tray


class Way:
    """Takes what would be shown."""

    class _Signal:
        def connect(self, slot: object) -> None:
            self.slot = slot

    def __init__(self) -> None:
        self.clicked = self._Signal()
        self.shown: list[tuple[int, str, str]] = []
        self.closed = False

    def show(self, token: int, title: str, body: str) -> None:
        """Keep it."""
        self.shown.append((token, title, body))

    def close(self) -> None:
        """Note it."""
        self.closed = True


def test_an_illegal_comment_is_told_once_without_a_word_and_a_click_opens_it(
    desk: Desk, well: Wellbeing, pages: TeamPages
) -> None:
    """From the platform to the desktop: what was there before is not told, what comes is."""
    outside = pages._outside
    outside.begin()
    assert outside.presence is not None
    notifier = outside.presence.notifier
    desk.wait(lambda: notifier._opened_at_first)
    way = Way()
    notifier.use(way)
    assert way.shown == []
    channel = desk.console.add_channel("file", "urgent", desk.actor)
    item = IncomingComment(
        "u1", "secretsentinel I know where you live, I will brûler", IncomingAuthor("z", "@z", "Zoé"),
        desk.clock.now() - 10,
    )  # fmt: skip
    made = desk.console.store.write(
        lambda tx: tx.comments.upsert(channel.id, "file", [item], tx.now).new_ids
    ).result(5)
    desk.console.store.write(lambda tx: tx.changed("comments_new", tuple(made))).result(5)
    comment = int(made[0])

    def read() -> bool:
        return desk.console.store.read(lambda r: r.comments.rows([comment]))[0].verdict_id is not None

    desk.wait(read)
    desk.console.categorise(comment, "manifestly_illegal", "a threat", desk.actor).result(10)
    desk.wait(lambda: way.shown)
    token, title, body = way.shown[0]
    assert title == "1 comment, manifestly illegal"
    assert "sentinel" not in f"{title} {body}"
    assert "Zoé" not in f"{title} {body}"
    desk.window.show_place("praise")
    way.clicked.slot(token)  # type: ignore[operator]
    desk.wait(lambda: desk.current() == comment)
    notifier.incident(4)
    assert len(way.shown) == 2
    notifier.use(None)
    assert way.closed
    del well


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # offscreen knows no tray
def test_the_tray_says_what_is_urgent_and_its_menu_does_it(desk: Desk, well: Wellbeing) -> None:
    """Open, pause, quiet, quit; the badge for illegal and late alone."""
    asked: list[str] = []
    quiet = [False]
    tray = Tray(desk.queue.look, lambda: (quiet[0], 1_795_000_000))
    tray.asked.connect(asked.append)
    assert [badge_words(n) for n in (0, 7, 99, 100)] == ["", "7", "99", "99+"]
    bare, badged = (tray_icon(desk.queue.look, n).pixmap(32, 32).toImage() for n in (0, 5))
    assert bare != badged
    tray.set_urgent(3)
    assert "3" in tray.icon.toolTip()
    for name in ("open", "pause", "quiet", "quit"):
        tray.actions[name].trigger()
    tray.set_paused(True)
    quiet[0] = True
    tray.retranslate()
    assert tray.actions["pause"].text() == "Go on pulling"
    tray.actions["pause"].trigger()
    tray.actions["quiet"].trigger()
    assert asked == ["open", "pause", "quiet", "quit", "go_on", "loud"]
    tray._activated(QSystemTrayIcon.ActivationReason.Trigger)
    assert asked[-1] == "open"
    tray.shut_down()
    tray.deleteLater()
    del well


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # offscreen knows no tray
def test_closing_hides_only_where_the_person_chose_the_tray(
    desk: Desk, well: Wellbeing, pages: TeamPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And pausing from there pauses every channel, logged; quitting quits."""
    monkeypatch.setattr(Tray, "possible", staticmethod(lambda: True))
    outside = pages._outside
    outside.begin()
    presence = outside.presence
    assert presence is not None
    desk.preferences.change(tray=True, keep_in_tray=True, text_size=100)
    assert presence.tray is not None
    assert not presence._may_close()
    assert not desk.window.isVisible()
    presence._asked("open")
    assert desk.window.isVisible()
    presence._asked("pause")
    desk.wait(lambda: all(one.paused for one in desk.console.store.read(lambda r: r.channels.all())))
    desk.wait(lambda: presence.tray is not None and presence.tray.actions["pause"].text() == "Go on pulling")
    presence._asked("go_on")
    desk.wait(lambda: not any(one.paused for one in desk.console.store.read(lambda r: r.channels.all())))
    presence._asked("quiet")
    assert presence.notifier.quiet_now
    presence.notifier.outlet.offer(Event(Kind.REVIEW, 1))
    presence._asked("loud")
    assert presence.notifier.outlet.hours.until == 0
    desk.preferences.change(keep_in_tray=False)
    asked: list[bool] = []

    def stay() -> bool:
        asked.append(True)
        return False

    monkeypatch.setattr(presence, "_asked_before", stay)
    presence.quit()
    assert asked == [True]
    assert desk.window.isVisible()
    desk.preferences.change(tray=False)
    desk.wait(lambda: presence.tray is None)
    # Offscreen, a window that was hidden and shown is active again only after another was.
    other = QWidget()
    other.show()
    other.activateWindow()
    desk.wait(other.isActiveWindow)
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    other.deleteLater()
    del well


def test_nothing_of_it_is_in_the_workspace(desk: Desk, well: Wellbeing) -> None:
    """Neither count nor choice nor quiet hours: the workspace's file has no such word."""
    well.set_without(("insult",))
    desk.wait(lambda: desk.queue.feed.ready)
    settings = desk.console.store.read(
        lambda r: r.channels._db.execute("SELECT key, value FROM settings").fetchall()
    )
    assert not [row for row in settings if "without" in str(row) or "exposure" in str(row[0])]
