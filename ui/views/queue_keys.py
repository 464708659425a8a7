"""The keys of the queue page: which action of the table does what there, and the same by the right button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui import actions
from ui.action_table import DECIDE
from ui.i18n.mark import translate
from ui.retiring import retire
from ui.widgets.focus import is_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from ui.views.queue_view import QueueView

DECISIONS: Final = (
    "keep", "reply", "hide", "snooze", "watch", "escalate", "mute", "like", "report", "block", "delete",
)  # fmt: skip
WITH_REASON: Final = ("keep", "hide", "watch", "escalate")
NAMED: Final = frozenset(
    {
        "look.reveal", "look.picture", "look.as_read", "look.open", "look.note", "look.category", "look.copy_text", "look.copy_link",
        "look.log", "look.statement", "reply.from_template",
    }
    | {f"decide.{name}" for name in (*DECISIONS, "assign")}
    | {f"reason.{name}" for name in WITH_REASON}
)  # fmt: skip
"""What is done to one comment: chosen from a list, it is done to the comment named there or to none."""

OF_MARKED: Final = frozenset(
    {f"decide.{name}" for name in DECISIONS} | {f"reason.{name}" for name in WITH_REASON}
)
"""What is done to the marked cards while some are."""

_MENU: Final = (
    ("look.open", "look.copy_text", "look.copy_link", "look.reveal", "look.log", "look.statement"),
    ("look.picture", "look.as_read", "look.changes", "look.effects"),
    ("look.category", "look.note", "look.author_note", "look.tag"),
    ("decide.keep", "decide.reply", "decide.hide", "decide.snooze", "decide.escalate"),
)


def make_actions(view: QueueView) -> dict[str, QAction]:
    """Give the page its QActions, by their ids in the table."""
    made: dict[str, QAction] = {}

    def act(action: str, run: Callable[[], object]) -> None:
        decides = actions.row(action).context == DECIDE
        made[action] = actions.make_action(
            action, view.look, view, partial(_press, view, action, run, decides)
        )
        view.runs_by_id[action] = run
        view.addAction(made[action])

    act("move.next", lambda: view.list.step(1))
    act("move.previous", lambda: view.list.step(-1))
    act("move.new", view.feed.show_new)
    act("move.end", lambda: view.list.step(view.model.rowCount()))
    act("move.scroll", lambda: view.detail.scroll_page(True))
    act("move.scroll_back", lambda: view.detail.scroll_page(False))
    act("move.enter", view.into_detail)
    act("move.back", view.back)
    act("move.into_group", view.groups.enter)
    act("move.out_of_group", view.groups.leave)
    act("move.mark", view.marking.toggle)
    act("move.extend_down", lambda: view.marking.extend(1))
    act("move.extend_up", lambda: view.marking.extend(-1))
    act("move.all", view.marking.all)
    for name in DECISIONS:
        act(f"decide.{name}", partial(view.decisions.choose, name))
    act("decide.assign", view.assigning.choose)
    for name in WITH_REASON:
        act(f"reason.{name}", partial(view.decisions.with_reason, name))
    act("reply.from_template", view.groups.reply_from_template)
    act("look.reveal", view.looking.reveal)
    act("look.picture", view.in_detail.media.press)
    act("look.as_read", view.in_detail.toggle_as_read)
    act("look.changes", view.in_detail.toggle_changes)
    act("look.effects", view.in_detail.toggle_effects)
    act("look.author_note", view.in_detail.note_author)
    act("look.tag", view.in_detail.ask_tag)
    act("look.erase_author", view.in_detail.erase_author)
    act("look.hold", view.in_detail.hold)
    act("move.return", view.in_detail.back)
    act("look.open", view.looking.open_site)
    act("look.author", view.toggle_author)
    act("look.note", view.decisions.note)
    act("look.category", view.decisions.categorise)
    act("look.filter", view.filters.open)
    act("look.zen", view.toggle_zen)
    act("look.undo", view.bulk.undo)
    act("look.copy_text", view.looking.copy_text)
    act("look.copy_link", view.looking.copy_link)
    act("look.log", view.looking.show_log)
    act("look.statement", view.looking.keep_statement)
    templates = actions.make_action("reply.templates", view.look, view.reply, view.replying.show_templates)
    view.reply.addAction(templates)
    made["reply.templates"] = templates
    for name, run in (
        ("reply.preview", view.reply.toggle_preview),
        ("reply.spelling", view.replying.spelling.walk),
    ):
        made[name] = actions.make_action(name, view.look, view.reply, run)
        view.reply.addAction(made[name])
    return made


def _press(view: QueueView, action: str, run: Callable[[], object], decides: bool) -> None:
    """A key: one that decides does nothing while somebody types, Ctrl or not."""
    if decides and is_field(view.window().focusWidget()):
        words = translate("Decide", "{action} works outside the text field. Nothing was done.")
        view.spoke.emit(words.format(action=actions.word(action)))
        return
    run()


def run_action(view: QueueView, action: str, about: int = 0) -> None:
    """Run an action chosen by name; with ``about`` only while that comment is still the one in front."""
    found = view.actions_by_id.get(action)
    if found is None:
        return
    if about and action in NAMED:
        data = view.armed()
        if data is None or data.card.id != about:
            view.spoke.emit(translate("Decide", "The list has moved on. Nothing was done."))
            return
    run = view.runs_by_id.get(action)
    if run is not None:
        run()
    else:
        found.trigger()


def show_menu(view: QueueView, at: QPoint) -> None:
    """What can be done with the current card, by name and key; nothing while it is not painted."""
    data = view.armed()
    if data is None:
        return
    menu = QMenu(view)
    for group in _MENU:
        for name in group:
            row = QAction(view.actions_by_id[name].icon(), actions.word(name), menu)
            shortcuts = view.actions_by_id[name].shortcuts()
            if shortcuts:
                row.setText(f"{actions.word(name)}\t{shortcuts[0].toString()}")
            row.triggered.connect(partial(_from_menu, view, name, data.card.id))
            menu.addAction(row)
        menu.addSeparator()
    menu.aboutToHide.connect(lambda one=menu: retire(one))
    menu.popup(view.list.table.viewport().mapToGlobal(at))


def _from_menu(view: QueueView, action: str, about: int, _checked: bool = False) -> None:
    run_action(view, action, about)
