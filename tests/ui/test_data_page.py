"""Data among the settings: a lead's terms count only once kept, a run is asked for twice; evidence is kept from the palette."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console import managed
from console.domain.keeping import CLASSES, Terms
from console.domain.vocabulary import NO_DUE
from console.services.keeping import DAY
from console.services.retention import Retention
from console.store import Tx
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, of, shared  # noqa: F401  fixtures
from ui.views.data_page import DataPage
from ui.views.settings_view import SettingsView


@pytest.fixture(autouse=True)
def _no_run_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk's own engine works: what is asked for it does, a daily run would come between."""
    monkeypatch.setattr(Retention, "_due", lambda _self: False)


@pytest.fixture
def page(desk: Desk) -> Iterator[DataPage]:  # noqa: F811
    """The page among the settings; three comments came a hundred days ago."""
    managed.use(None)
    desk.console.retention.set_terms(dict.fromkeys(CLASSES), desk.actor)

    def age(tx: Tx) -> None:
        tx._db.execute("UPDATE comments SET first_seen_at = ?", (tx.now,))
        tx._db.execute(
            f"""UPDATE comments SET first_seen_at = first_seen_at - {100 * DAY}, posted_at = first_seen_at - {101 * DAY},
                  edited_at = NULL, due_at = {NO_DUE} WHERE id IN (SELECT id FROM comments WHERE state = 0
                  AND remote_id NOT GLOB 'erased:*' ORDER BY id LIMIT 3)"""
        )
        tx._db.execute("DELETE FROM claims")

    desk.console.store.write(age).result()
    view = SettingsView(
        desk.preferences,
        desk.console,
        desk.actor,
        desk.window,
        data=lambda: DataPage(desk.console, desk.bridge, desk.actor, desk.preferences.look),
    )
    view.show()
    view.show_page("data")
    found = view._made["data"]
    assert isinstance(found, DataPage)
    desk.wait(lambda: found._kept is not None and found._ahead is not None)
    yield found
    view.done(0)
    managed.use(None)
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)


def enter(page: DataPage, name: str, days: int) -> None:
    page.days[name].setFocus()
    page.days[name].setValue(days)


def test_nothing_typed_counts_before_it_is_kept(desk: Desk, page: DataPage) -> None:  # noqa: F811
    assert page.next.text() == "Everything is kept."
    assert page.days["untouched"].text() == "for ever"
    assert not page.keep.isVisible()
    enter(page, "untouched", 90)
    desk.wait(lambda: page.next.text() == "The next run would erase 3 untouched comments.")
    assert desk.console.retention.kept().terms == Terms()
    assert page.keep.isVisible()
    assert not page.run.isVisible()
    enter(page, "decided", 30)
    desk.wait(lambda: "answer for it" in page.fields["decided"].help.text())
    assert not page.keep.isEnabled()
    enter(page, "decided", 365)
    QTest.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.console.retention.kept().terms == Terms(90, 365))
    desk.wait(lambda: not page.keep.isVisible())


def test_a_run_is_asked_for_twice_and_then_done(desk: Desk, page: DataPage) -> None:  # noqa: F811
    desk.console.retention.set_terms({"untouched": 90}, desk.actor)
    page.reload()
    desk.wait(page.run.isVisible)
    QTest.mouseClick(page.run, Qt.MouseButton.LeftButton)
    assert page.next.text() == "Erase 3 untouched comments? There is no way back."
    QTest.mouseClick(page.stay, Qt.MouseButton.LeftButton)
    assert page.run.word == "Erase now"
    assert desk.console.retention.kept().running is None
    QTest.mouseClick(page.run, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.run, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.console.retention.kept().running is not None)
    desk.console.retention.tick(
        busy=True, stop=lambda: False
    )  # what the engine of this or another window does
    page.reload()
    desk.wait(lambda: "3 comments gone in all" in page.last.text())
    desk.wait(lambda: page.next.text() == "The next run would erase nothing.")
    assert not page.run.isVisible()


def test_the_companys_terms_are_shown_and_not_changed(desk: Desk, page: DataPage, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "company.toml"
    file.write_text("[retention]\nuntouched = 90\n", encoding="utf-8")
    managed.use(file)
    page.reload()
    desk.wait(lambda: "your company" in page.aside.text())
    assert page.days["untouched"].value() == 90
    assert not any(number.isEnabled() for number in page.days.values())
    desk.wait(lambda: "3 untouched" in page.next.text())


def test_the_disk_is_told(desk: Desk, page: DataPage) -> None:  # noqa: F811
    desk.wait(lambda: page.disk.text().endswith(")."))
    assert "encrypted" in page.disk.text()
    desk.preferences.change(language="fr")
    desk.wait(lambda: "chiffré" in page.disk.text())
    assert page.days["decided"].text() == "pour toujours"


def test_evidence_is_kept_and_let_go_from_the_palette(desk: Desk) -> None:  # noqa: F811
    card = desk.go_to(of("praise"))

    def ask() -> None:
        desk.queue.actions_by_id["look.hold"].trigger()
        desk.wait(lambda: desk.queue.bar.asking == "hold" and desk.queue.bar.strip.armed)

    ask()
    desk.press(Qt.Key.Key_Return)  # without a reason
    desk.wait(lambda: "Say why first" in desk.strip())
    assert desk.console.holds.all(desk.actor) == []
    desk.wait(lambda: desk.queue.bar.asking == "hold" and desk.queue.bar.strip.armed)
    desk.queue.bar.strip.field.setText("case 4711")
    desk.queue.bar.strip.answer("comment")
    desk.wait(lambda: "Kept as evidence" in desk.strip())
    (held,) = desk.console.holds.all(desk.actor)
    assert (held.comment_id, held.reason) == (card.id, "case 4711")
    ask()
    assert desk.queue.bar.strip.ask is not None
    assert "case 4711" in desk.queue.bar.strip.ask.line
    desk.press(Qt.Key.Key_Return)  # Enter goes on keeping
    desk.wait(lambda: desk.queue.bar.asking != "hold")
    assert desk.console.holds.all(desk.actor) == [held]
    ask()
    desk.queue.bar.strip.answer("lift")
    desk.wait(lambda: "No longer kept" in desk.strip())
    assert desk.console.holds.all(desk.actor) == []
