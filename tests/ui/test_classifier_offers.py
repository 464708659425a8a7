"""Engines that the company has ready, on the classifier's page: seen, taken with two keys, and what is wrong is said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console import managed
from console.services.packs import Packs
from tests.support.packs import NAME, archive
from tests.ui.test_classifier_page import Page, cell, desk, press

__all__ = ["desk"]


def shared(folder: Path) -> Path:
    """A company's folder with one engine, and the company's file that names it."""
    share = folder / "share"
    share.mkdir()
    archive(share / "detoxify-original.vigiepack")
    Packs(folder / "maker").write_index(share)
    file = folder / "vigie.toml"
    file.write_text(f"packs = '{share}'\n", encoding="utf-8")
    assert managed.use(file).faults == ()
    return share


def test_what_the_company_has_is_installed_with_enter_and_an_agreement(desk: Page) -> None:
    share = shared(desk.folder)
    page = desk.open()
    desk.wait(lambda: cell(page, 1, 1) == "at your company")
    assert page.engines.company.text() == f"Your company’s server for engines: {share}"
    assert cell(page, 1, 3) == "MIT"
    assert cell(page, 2, 1) == "available"
    page.engines.choose(NAME)
    assert "Your company offers tiny+int8" in page.engines.about.text()
    page.engines.table.setFocus()
    press(page, Qt.Key.Key_Return)
    desk.wait(lambda: desk.installation.state == "asking")
    part = page.engines.part
    assert part.form.isHidden()
    assert "Licence: MIT." in part.notice.line.text()
    assert [one.word for one in part.notice.buttons] == [
        "Not now",
        "Another source…",
        "Agree to the licence and install",
    ]
    desk.wait(lambda: QApplication.focusWidget() is part.notice.buttons[0])
    part.notice.buttons[2].click()
    desk.wait(lambda: desk.installation.state == "done")
    desk.wait(lambda: cell(page, 1, 1) == "installed")
    part.notice.buttons[0].click()
    assert page.engines.about.text().startswith("Detoxify original tiny+int8.")


def test_another_source_can_be_named_all_the_same(desk: Page) -> None:
    shared(desk.folder)
    page = desk.open()
    desk.wait(lambda: cell(page, 1, 1) == "at your company")
    page.engines.choose(NAME)
    page.engines.install.click()
    desk.wait(lambda: desk.installation.state == "asking")
    part = page.engines.part
    part.notice.buttons[1].click()
    desk.wait(part.form.isVisible)
    assert part.title.text() == "Install Detoxify original"
    words = [part.source.itemText(place) for place in range(part.source.count())]
    assert words[0].startswith("your company’s server:")
    assert words[1] == "the publishers, over the network"
    # The company's server has no such engine: said, and the form comes back.
    page.engines.choose("detoxify:unbiased")
    page.engines.install.click()
    assert part.form.isVisible()
    assert part.title.text() == "Install Detoxify unbiased"
    part.source.set_key("company")
    part.go.click()
    desk.wait(lambda: desk.installation.state == "failed")
    assert "does not have detoxify:unbiased" in part.notice.title.text()


def test_a_newer_version_at_the_company_is_seen(desk: Page) -> None:
    share = shared(desk.folder)
    desk.packs.install(desk.packs.plan(NAME))
    archive(share / "detoxify-original.vigiepack", version="tiny-2+int8")
    Packs(desk.folder / "maker").write_index(share)
    page = desk.open()
    desk.wait(lambda: cell(page, 1, 1) == "installed; your company has another")


def test_a_server_that_is_away_and_a_list_with_faults_are_told(desk: Page) -> None:
    share = shared(desk.folder)
    index = share / "index.json"
    index.write_text(index.read_text("utf-8").replace('"MIT"', '""'), "utf-8")
    page = desk.open()
    desk.wait(lambda: "names no licence" in page.engines.company.text())
    assert cell(page, 1, 1) == "available"
    index.unlink()
    page._ask_company()
    desk.wait(lambda: "cannot be used now" in page.engines.company.text())
    assert page.engines.company.isVisible()


def test_without_a_company_nothing_is_asked_and_nothing_said(desk: Page) -> None:
    page = desk.open()
    assert page.engines.company.isHidden()
    page.engines.choose(NAME)
    page.engines.install.click()
    assert page.engines.part.source.itemText(0) == "the publishers, over the network"
