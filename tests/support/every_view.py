"""Opens every view of the window on a filled desk, one after the other: for checks of words, room, names and focus."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLayout, QLayoutItem, QWidget

from console.domain.vocabulary import ActionKind, Role
from console.services.recording import DecisionAsk
from console.store import Tx
from tests.support.painted import words_of
from tests.support.workspaces import comment
from tests.ui.desk import Desk, turn
from ui.models.card_data import CardData
from ui.models.detail_data import DetailData
from ui.views import asks
from ui.views.team_pages import TeamPages

GIFT = "Congrats, you idiot lottery friends: kettle model 2001 is waiting for you -> {}.example"
RUBBISH = (
    "date;author;text\n2026-11-01;Nathan R.;What an idiot\n2026-11-02;;No author here\nlast week;Ana;When?\n"
)
DEADLINE = 20.0


@dataclass(frozen=True, slots=True)
class View:
    """``open`` brings it up and gives the widget to look at: the window, or a window of its own."""

    name: str
    open: Callable[[Walk], QWidget]


def held_items() -> int:
    """How many items of Qt's own layouts have a wrapper: each may come to stand where something else is made."""
    found = (one for one in shiboken6.getAllValidWrappers() if isinstance(one, QLayoutItem))
    return sum(not isinstance(one, QLayout) and not shiboken6.createdByPython(one) for one in found)


class Walk:
    """A desk with comments in every state, decisions, notes, saved views and members; ``each`` walks all views."""

    def __init__(self, folder: Path, app: QApplication) -> None:
        self.folder, self.app = folder, app
        self.desk = Desk(folder, app)
        self.window, self.queue = self.desk.window, self.desk.queue
        self.desk.preferences.change(welcomed=True, toured=True)
        self.pages = TeamPages(
            self.window, self.desk.console, self.desk.bridge, self.desk.actor, self.desk.preferences, "0.1.0"
        )
        self.window.may_close = None
        self.desk.start()
        self._others: list[QWidget] = []
        self._fill()

    # ------------------------------------------------------------------ filling

    def _fill(self) -> None:
        """What people and the console did here, so that no list stands empty."""
        desk, console = self.desk, self.desk.console

        def more(tx: Tx) -> None:
            for name, role in (("Salomé", Role.MODERATOR), ("Idris", Role.LEAD), ("Claire", Role.REVIEWER)):
                tx.settings.set_member(name, role, tx.now)
            channel = tx.channels.all()[0]
            items = [
                comment(f"wave-{at}", GIFT.format("gifts" if at < 9 else "other-gifts"), author=f"w{at % 12}",
                        posted_at=desk.clock.now() - 900_000)
                for at in range(14)
            ]  # fmt: skip
            ids = tx.comments.upsert(int(channel.id), channel.kind, items, tx.now).new_ids
            tx.changed("comments_new", ids)

        console.store.write(more).result(DEADLINE)
        desk.settle()
        ids = [self.queue.model.id_at(row) for row in range(12)]
        for one, action in zip(ids[:3], (ActionKind.HIDE, ActionKind.KEEP, ActionKind.ESCALATE), strict=True):
            console.decide(DecisionAsk(one, action, reason="insult"), desk.actor).result(DEADLINE)
        desk.settle()

    def close(self) -> None:
        """End it all, whatever state the last view left: a console left open would be counted in other modules."""
        try:
            self.reset()
        finally:
            self.pages.shut_down()
            self.desk.close()

    # ------------------------------------------------------------------ waiting

    def still(self) -> None:
        """Wait until nothing on the screen changes any more."""
        end = time.monotonic() + DEADLINE
        before: list[str] | None = None
        while time.monotonic() < end:
            self.desk.console.background(lambda _console: None).result(DEADLINE)
            turn(60)
            now = [
                line.text for top in QApplication.topLevelWidgets() if top.isVisible()
                for line in words_of(top) if not any(sign.isdigit() for sign in line.text)
            ]  # fmt: skip
            if now == before:
                return
            before = now

    def dress(self, language: str = "en", width: int = 1440, height: int = 900, **settings: Any) -> None:
        """Language, size and look; ``language`` may be the pseudo-language, which is no setting."""
        languages = self.desk.preferences.languages
        if languages.language != language:
            languages.use(language)
        self.desk.preferences.change(**settings)
        self.desk.preferences.changed.emit()
        self.window.resize(width, height)
        self.still()

    # ------------------------------------------------------------------ coming and going

    def reset(self) -> None:
        """Back to the inbox: whatever the last view opened is closed."""
        for other in self._others:
            other.close()
            other.deleteLater()
        self._others.clear()
        window, queue = self.window, self.queue
        guide = self.pages.guide
        if guide.tour is not None:
            guide.tour.finish(seen=True)
        guide._drop_offer()
        if guide.welcome is not None:
            guide._close_welcome()
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QDialog) and top.isVisible():
                top.reject()
        window.palette_box.hide()
        window.cheat_sheet.hide()
        queue.filters.panel.close_panel()
        queue.filters.clear()
        if not queue.reply.isHidden():
            queue.reply.leave()
        queue.leave_zen()
        queue.decisions.stay()
        queue.uncover()
        queue.selection.clear()
        queue.groups.leave()
        queue.list.state_bar.show_face(None)
        queue.list.toast.dismiss()  # it stands for seconds: which views meet it would be chance
        window.top.search.clear()
        window.status.say("")
        window.show_place("inbox")
        queue.show_view("inbox")
        # In a window of one pane the list stands alone, and nothing is armed before its comment is shown.
        self.desk.wait(lambda: queue.feed.ready and (self.desk.armed() or not queue.right.isVisible()))
        if not window.isActiveWindow():  # a window of its own was closed over it: keys would reach nobody
            window.activateWindow()
            self.desk.wait(window.isActiveWindow)
        queue.focus_list()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def each(self, only: str = "") -> Iterator[tuple[str, QWidget]]:
        """Each view in turn, settled: its name and what to look at."""
        for view in VIEWS:
            if only in view.name:
                self.reset()
                top = view.open(self)
                self.still()
                yield view.name, top
        self.reset()

    def keep(self, other: QWidget) -> QWidget:
        """A window of its own, closed at the next reset."""
        self._others.append(other)
        other.show()
        other.activateWindow()
        return other

    # ------------------------------------------------------------------ helpers of the views

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key where the focus is."""
        QTest.keyClick(self.app.focusWidget() or self.window, key, modifier)

    def data(self) -> DetailData:
        """What stands in front."""
        data = self.queue.armed()
        assert data is not None
        return data

    def comment(self, wanted: Callable[[CardData], bool]) -> QWidget:
        """A comment in front."""
        self.desk.wait(lambda: self.desk.card(0) is not None)
        self.queue.bring_up()
        self.desk.go_to(wanted)
        return self.window

    def dialog(self, kind: str) -> QWidget:
        """A dialog that was just opened, by the name of its class."""
        found = [
            top for top in QApplication.topLevelWidgets() if top.isVisible() and type(top).__name__ == kind
        ]
        assert found, kind
        return found[0]


def _queue(view: str) -> View:
    def open_(walk: Walk) -> QWidget:
        walk.window.show_place(view)
        walk.desk.wait(lambda: walk.queue.feed.ready)
        return walk.window

    return View(f"queue {view}", open_)


def _comment(name: str, category: str) -> View:
    return View(
        f"comment {name}",
        lambda walk: walk.comment(lambda card: card.category == category and not card.alike),
    )


def _ask(name: str, make: Callable[[Walk], asks.StripAsk]) -> View:
    def open_(walk: Walk) -> QWidget:
        walk.comment(lambda card: card.category == "insult")
        walk.queue.bring_up()
        walk.queue.decisions.put(walk.data(), make(walk))
        return walk.window

    return View(f"ask {name}", open_)


def _faces(walk: Walk, action: str) -> asks.StripAsk:
    data = walk.data()
    return asks.confirm_action(action, data.faces[action], data, wants_reason=True)


def _room(room: str) -> View:
    def open_(walk: Walk) -> QWidget:
        walk.window.show_place(room)
        return walk.window

    return View(f"room {room}", open_)


def _after(name: str, act: Callable[[Walk], object]) -> View:
    def open_(walk: Walk) -> QWidget:
        act(walk)
        return walk.window

    return View(name, open_)


def _own(name: str, act: Callable[[Walk], object], kind: str) -> View:
    def open_(walk: Walk) -> QWidget:
        act(walk)
        walk.desk.wait(lambda: any(type(top).__name__ == kind for top in QApplication.topLevelWidgets()))
        return walk.dialog(kind)

    return View(name, open_)


# ---------------------------------------------------------------------- single views


def _group(walk: Walk) -> None:
    walk.queue.feed.fold(True)
    walk.queue.feed.reload()
    walk.desk.wait(lambda: bool(walk.queue.feed.groups))
    walk.comment(lambda card: card.alike > 1)


def _in_group(walk: Walk) -> None:
    _group(walk)
    walk.queue.groups.enter()
    walk.desk.wait(lambda: walk.queue.groups.inside)


def _reply(walk: Walk) -> None:
    walk.comment(lambda card: card.category == "question")
    walk.queue.replying.start()
    walk.desk.wait(lambda: walk.queue.replying.open)
    walk.queue.reply.editor.setFocus()
    QTest.keyClicks(walk.queue.reply.editor, "Good morning, we look into it")


def _guard(walk: Walk) -> None:
    walk.comment(lambda card: card.category == "praise" and card.state == "open")
    one = walk.desk.current()
    walk.desk.console.categorise(one, "troll", "", walk.desk.actor).result(DEADLINE)
    walk.desk.wait(lambda: walk.desk.armed() and walk.data().card.category == "troll")
    walk.queue.replying.start()
    walk.desk.wait(lambda: walk.queue.replying.open)


def _templates(walk: Walk) -> None:
    _reply(walk)
    walk.queue.replying.show_templates()


def _bulk(walk: Walk) -> None:
    walk.queue.bulk.open("hide", [walk.queue.model.id_at(row) for row in range(30)])
    walk.desk.wait(lambda: walk.queue.bulk.page.preview is not None)


def _marked(walk: Walk) -> None:
    walk.queue.focus_list()
    for key in (Qt.Key.Key_X, Qt.Key.Key_J, Qt.Key.Key_X):
        walk.press(key)


def _filter(walk: Walk) -> None:
    walk.queue.filters.open()
    walk.desk.wait(lambda: bool(walk.queue.filters.found.categories))


def _nothing(walk: Walk) -> None:
    walk.window.top.search.setText("xyzzy")
    walk.window._search("xyzzy")
    walk.desk.wait(lambda: walk.queue.feed.ready and not walk.queue.model.rowCount())


def _palette(walk: Walk) -> None:
    walk.comment(lambda card: card.category == "insult")
    walk.window.run("app.palette")


def _hidden_one(walk: Walk) -> None:
    walk.comment(lambda card: card.category == "spam" and not card.alike)
    walk.queue.run_action("decide.hide")
    walk.desk.wait(walk.queue.list.toast.isVisible)


def _trouble(kind: str) -> Callable[[Walk], object]:
    def act(walk: Walk) -> None:
        from console.services.trouble import Trouble
        from ui.views.troubles import face_of

        trouble = Trouble(kind, "bluesky", "main", 31, 2, 1_790_000_000, 1_790_000_600, "gone")
        walk.queue.list.state_bar.show_face(face_of(trouble))

    return act


def _limit(walk: Walk) -> None:
    walk.pages._outside.wellbeing._show_card({"praise": 171, "questions": 39})


def _policy(walk: Walk) -> Any:
    walk.window.show_place("policy")
    room: Any = walk.window.room("policy")
    walk.desk.wait(lambda: room.desk.ready and room.draft.fresh and not room.desk.busy)
    return room


def _policy_tab(tab: str) -> View:
    def act(walk: Walk) -> None:
        room = _policy(walk)
        room.show_pane("results")
        room.tabs.show_page(tab)

    return _after(f"policy {tab}", act)


def _policy_form(section: str) -> View:
    def act(walk: Walk) -> None:
        room = _policy(walk)
        room.show_pane("policy")
        room.left.show_mode("form")
        walk.desk.wait(lambda: room.left.form is not None)
        if section:
            room.left.form.open(section)

    return _after(f"policy form {section}".strip(), act)


def _policy_text(walk: Walk) -> None:
    room = _policy(walk)
    room.show_pane("policy")
    room.left.show_mode("text")


def _channel_add(walk: Walk) -> None:
    walk.window.show_place("channels")
    walk.window.room("channels").start_add()  # type: ignore[union-attr]


def _channel_account(walk: Walk) -> None:
    _channel_add(walk)
    walk.window.room("channels").add.choose("youtube")  # type: ignore[union-attr]


def _channel_scope(walk: Walk) -> None:
    """What the test of an account says, then what comes in, without asking anybody."""
    from console.domain.ports import AccountInfo
    from console.services.channel_desk import NewChannel

    _channel_add(walk)
    add: Any = walk.window.room("channels").add  # type: ignore[union-attr]
    add.choose("mastodon")
    add._wanted = NewChannel("mastodon", "main", "https://mastodon.example", "@lormel")
    add._tested(add._asked, AccountInfo("1", "lormel", "Lormel", lacking={"report": "write:reports"}))
    add.go_on()
    add.scope.watch.edit.setText("Lormel")
    add.scope.watch.take()


def _channel_import(walk: Walk) -> None:
    path = walk.folder / "reviews.csv"
    path.write_text(RUBBISH, encoding="utf-8")
    walk.window.show_place("channels")
    page: Any = walk.window.room("channels")
    page.stack.setCurrentWidget(page.importing)
    page.importing.show_file(path)
    walk.desk.wait(lambda: page.importing._plan is not None or page.importing._problem is not None)


def _reply_form(walk: Walk) -> None:
    walk.window.show_place("replies")
    page: Any = walk.window.room("replies")
    walk.desk.wait(lambda: page.table.cells.rowCount() >= 10)
    page.show_tab("replies")
    page.start_new()


def _replies_tab(walk: Walk) -> None:
    walk.window.show_place("replies")
    page: Any = walk.window.room("replies")
    walk.desk.wait(lambda: page.table.cells.rowCount() >= 10)
    page.show_tab("statements")


def _settings(page: str) -> View:
    return _own(f"settings {page}", lambda walk: walk.pages.open_settings_at(page), "SettingsView")


def _welcome(walk: Walk) -> None:
    walk.pages.guide._show_welcome("en")


def _offer(walk: Walk) -> None:
    walk.pages.guide._show_offer()


def _tour(step: int) -> View:
    def act(walk: Walk) -> None:
        walk.pages.guide.start_tour()
        tour = walk.pages.guide.tour
        assert tour is not None
        for _ in range(step):
            tour.step(1)

    return _after(f"tour {step + 1}", act)


def _quit(walk: Walk) -> QWidget:
    from ui.views.quit_dialog import QuitDialog

    return walk.keep(QuitDialog(walk.window.look, 12, walk.window))


def _act_as(walk: Walk) -> QWidget:
    walk.pages.open_act_as(always=True)
    walk.desk.wait(
        lambda: any(type(top).__name__ == "WhoActsDialog" for top in QApplication.topLevelWidgets())
    )
    return walk.dialog("WhoActsDialog")


def _problem(walk: Walk) -> QWidget:
    from console.domain.errors import EnvironmentFailure
    from ui.errors import describe, details
    from ui.views.problem_window import ProblemWindow

    error = EnvironmentFailure("workspace_locked")
    path = walk.folder / "lormel.vigie"
    return walk.keep(
        ProblemWindow(walk.window.look, describe(error), details(error, "0.1.0", path), str(path))
    )


def _fault(walk: Walk) -> QWidget:
    from ui.errors import describe, details
    from ui.views.fault_dialog import FaultDialog

    error = RuntimeError("one")
    return walk.keep(FaultDialog(walk.window.look, describe(error), details(error, "0.1.0"), walk.window))


VIEWS: tuple[View, ...] = (
    *map(_queue, ("inbox", "illegal", "praise", "mine", "review", "snoozed", "sending", "done", "automatic")),
    _comment("insult", "insult"),
    _comment("criticism", "constructive_criticism"),
    _comment("question", "question"),
    _comment("praise", "praise"),
    _after("effects", lambda walk: (walk.comment(lambda card: card.category == "insult"), walk.queue.in_detail.toggle_effects())),
    _after("group", _group),
    _after("group list", _in_group),
    _ask("confirm", lambda walk: _faces(walk, "delete")),
    _ask("rest", lambda walk: asks.the_rest("xyzzy", ("report", "escalate"))),
    _ask("refused", lambda walk: asks.refused("block", "xyzzy", "xyzzy", ("hide", "report"), ask_lead=True)),
    _ask("category", lambda walk: asks.choose_category("insult", {})),
    _ask("later", lambda walk: asks.choose_time(asks.LATER)),
    _ask("watch", lambda walk: asks.choose_time(asks.WATCH)),
    _ask("note", lambda walk: asks.write_note()),
    _ask("manual", lambda walk: asks.was_it_done("hide")),
    _ask("second person", lambda walk: asks.second_person("delete", "Salomé", "")),
    _after("reply", _reply),
    _after("reply guard", _guard),
    _after("reply templates", _templates),
    _after("zen", lambda walk: walk.queue.toggle_zen()),
    _after("marked", _marked),
    _after("bulk preview", _bulk),
    _after("filter", _filter),
    _after("nothing found", _nothing),
    _after("toast", _hidden_one),
    _after("palette", _palette),
    _after("cheat sheet", lambda walk: walk.window.run("app.keys")),
    *(_after(f"trouble {code}", _trouble(code)) for code in ("offline", "limited", "auth", "unreached", "error")),
    _after("limit", _limit),
    _room("history"),
    _room("outbox"),
    _room("audit"),
    _room("channels"),
    _room("replies"),
    _room("team"),
    _after("channel add", _channel_add),
    _after("channel account", _channel_account),
    _after("channel scope", _channel_scope),
    _after("channel import", _channel_import),
    _after("saved reply form", _reply_form),
    _after("statements", _replies_tab),
    _after("policy text", _policy_text),
    *map(_policy_form, ("", "rules", "categories", "lists", "ladder", "channels", "hours", "approval", "allow")),
    *map(_policy_tab, ("try", "tests", "backtest", "differences", "shadow", "versions")),
    *map(_settings, ("general", "classifier", "wellbeing", "keys", "updates")),
    _own("support", lambda walk: walk.window.run("app.support"), "SupportSheet"),
    _own("help", lambda walk: walk.window.run("app.help"), "HelpView"),
    _own("about", lambda walk: walk.pages.open_about(), "AboutDialog"),
    View("act as", _act_as),
    View("quit", _quit),
    View("problem", _problem),
    View("fault", _fault),
    _after("welcome", _welcome),
    _after("tour offer", _offer),
    *map(_tour, range(7)),
)  # fmt: skip
"""Every view of the window, as a person meets it."""

__all__ = ["VIEWS", "View", "Walk"]
