"""The keys of the queue page: which action of the table does what there, and the same by the right button."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui import actions

if TYPE_CHECKING:
    from ui.views.queue_view import QueueView

DECISIONS: Final = (
    "keep", "reply", "hide", "snooze", "watch", "escalate", "mute", "like", "report", "block", "delete",
)  # fmt: skip
WITH_REASON: Final = ("keep", "hide", "watch", "escalate")
_MENU: Final = (
    ("look.open", "look.copy_text", "look.copy_link", "look.reveal", "look.log", "look.statement"),
    ("look.category", "look.note"),
    ("decide.keep", "decide.reply", "decide.hide", "decide.snooze", "decide.escalate"),
)


def make_actions(view: QueueView) -> dict[str, QAction]:
    """Give the page its QActions, by their ids in the table."""
    made: dict[str, QAction] = {}

    def act(action: str, run: Callable[[], object]) -> None:
        made[action] = actions.make_action(action, view.look, view, run)
        view.addAction(made[action])

    act("move.next", lambda: view.list.step(1))
    act("move.previous", lambda: view.list.step(-1))
    act("move.new", view.feed.show_new)
    act("move.end", lambda: view.list.step(view.model.rowCount()))
    act("move.scroll", lambda: view.detail.scroll_page(True))
    act("move.scroll_back", lambda: view.detail.scroll_page(False))
    act("move.enter", view.into_detail)
    act("move.back", view.back)
    for name in DECISIONS:
        act(f"decide.{name}", partial(view.decisions.choose, name))
    act("decide.assign", view.take_over)
    for name in WITH_REASON:
        act(f"reason.{name}", partial(view.decisions.with_reason, name))
    act("reply.from_template", lambda: view.open_reply(True))
    act("look.reveal", view.reveal)
    act("look.open", view.open_site)
    act("look.author", view.toggle_author)
    act("look.note", view.decisions.note)
    act("look.category", view.decisions.categorise)
    act("look.filter", view.feed.choose_channel)
    act("look.zen", view.toggle_zen)
    act("look.undo", view.decisions.undo)
    act("look.copy_text", view.copy_text)
    act("look.copy_link", view.copy_link)
    act("look.log", view.show_log)
    act("look.statement", view.keep_statement)
    templates = actions.make_action("reply.templates", view.look, view.reply, view.show_templates)
    view.reply.addAction(templates)
    made["reply.templates"] = templates
    return made


def show_menu(view: QueueView, at: QPoint) -> None:
    """What can be done with the current card, by name and key; nothing while it is not painted."""
    if view.armed() is None:
        return
    menu = QMenu(view)
    for group in _MENU:
        for name in group:
            menu.addAction(view.actions_by_id[name])
        menu.addSeparator()
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(view.list.table.viewport().mapToGlobal(at))
